//! The ledger: every credit, filtered, totalled, fifty to a page.

use super::{
    credit_page, rooms,
    view::{View, title_of, topic_name},
};
use crate::shell::{
    Fault, Page, Room, Visit,
    components::{self, Bar, bars, field},
    with_query,
};
use axum::{Json, extract::Query, response::Response};
use maud::{Markup, html};
use rung_record::{CredentialId, Format, Topic};
use rung_today::ledger::{self, FormatIs, Tally};
use rung_words::{Words, say};
use serde::Deserialize;
use serde_json::{Value, json};

/// Credits on a page.
const PER_PAGE: usize = 50;
/// More years or subjects than this are found through the filter.
const MOST_BARS: usize = 8;
/// Nobody types more into the search.
const MOST_LETTERS: usize = 200;
const ADDRESS: &str = "/education/credits";

/// `?year=2026&topic=law&format=live&for=ptcb-cpht&documented=no&q=words&page=2`; what is left out asks nothing, and
/// what is no such thing is left out.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    year: String,
    topic: String,
    format: String,
    #[serde(rename = "for")]
    counts_for: String,
    documented: String,
    q: String,
    page: String,
}

impl Wish {
    fn query(&self) -> ledger::Query {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        ledger::Query {
            year: self.year.parse().ok(),
            topic: some(&self.topic).map(Topic),
            format: FORMATS.iter().find(|(code, _)| *code == self.format).map(|(_, format)| *format),
            kind: None,
            text: self.q.chars().take(MOST_LETTERS).collect(),
            counts_for: some(&self.counts_for).map(CredentialId),
            documented: match self.documented.as_str() {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
        }
    }

    fn page(&self) -> usize {
        self.page.parse().unwrap_or(1)
    }

    fn asks_something(&self) -> bool {
        self.query() != ledger::Query::default()
    }

    /// The address of the same list with one thing asked otherwise; on its first page.
    fn address_with(&self, name: &str, value: &str) -> String {
        let own = [
            ("year", self.year.as_str()),
            ("topic", &self.topic),
            ("format", &self.format),
            ("for", &self.counts_for),
            ("documented", &self.documented),
            ("q", &self.q),
            ("page", ""),
        ];
        with_query(ADDRESS, &own.map(|(own, was)| (own, if own == name { value } else { was })))
    }

    /// The same, or the list without it when it is what is asked already.
    fn toggled(&self, name: &str, was: &str, value: &str) -> String {
        self.address_with(name, if was == value { "" } else { value })
    }
}

/// The formats by their words in the address.
const FORMATS: [(&str, FormatIs); 4] = [
    ("live", FormatIs::Told(Format::Live)),
    ("live-online", FormatIs::Told(Format::LiveOnline)),
    ("home", FormatIs::Told(Format::Home)),
    ("not-told", FormatIs::NotTold),
];

fn code_of(format: FormatIs) -> &'static str {
    FORMATS.iter().find(|(_, known)| *known == format).map_or("", |(code, _)| code)
}

/// How a credit was taken, in a word or two.
pub fn format_name(words: &Words, format: FormatIs) -> String {
    match format {
        FormatIs::Told(Format::Live) => say!(words, "education-format-live"),
        FormatIs::Told(Format::LiveOnline) => say!(words, "education-format-live-online"),
        FormatIs::Told(Format::Home) => say!(words, "education-format-home"),
        FormatIs::NotTold => say!(words, "education-format-not-told"),
    }
}

/// `GET /education/credits?year=…&topic=…&format=…&for=…&documented=…&q=…&page=…`
pub async fn page(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, Fault> {
    visit
        .answer(move |visit| {
            let body = if visit.record().credits.is_empty() { empty(visit) } else { body(visit, &wish) };
            Ok(Page::new(say!(visit.frame.words, "education-ledger-title"), body).within(Room::Education))
        })
        .await
}

/// `GET /api/education/credits`: the same page of the ledger, with the same parameters, as JSON.
pub async fn api(visit: Visit, Query(wish): Query<Wish>) -> Json<Value> {
    let ledger = visit.ledger();
    let page = ledger.page(&wish.query(), wish.page(), PER_PAGE);
    let tally = |tally: &Tally| json!({"credits": tally.credits, "hours": tally.hours, "without_hours": tally.without_hours});
    let credits: Vec<Value> = (page.credits.iter())
        .map(|index| {
            let counts_for: Vec<&CredentialId> = ledger.counts_for(*index).collect();
            json!({"credit": visit.record().credits[*index], "counts_for": counts_for})
        })
        .collect();
    Json(json!({
        "page": page.number, "of": page.of, "totals": tally(&page.totals.all), "credits": credits,
    }))
}

fn actions(visit: &Visit) -> Markup {
    let words = visit.frame.words;
    html! {
        a.button href="/education/credits/new" { (say!(words, "education-add")) }
        a.button.quiet href="/record/import" { (say!(words, "education-import")) }
        a.button.quiet href="/documents" { (say!(words, "education-documents")) }
    }
}

fn empty(visit: &Visit) -> Markup {
    let words = visit.frame.words;
    html! {
        (rooms::headline_with(&visit.frame, &say!(words, "education-ledger-title"), html! {}, rooms::Here::Ledger))
        section.empty {
            (components::ladder())
            h2 { (say!(words, "education-ledger-empty")) }
            p { (say!(words, "education-ledger-empty-text")) }
            div.actions { (actions(visit)) }
        }
    }
}

fn body(visit: &Visit, wish: &Wish) -> Markup {
    let words = visit.frame.words;
    let view = View { frame: &visit.frame, status: visit.status() };
    let page = visit.ledger().page(&wish.query(), wish.page(), PER_PAGE);
    html! {
        (rooms::headline_with(&visit.frame, &say!(words, "education-ledger-title"), actions(visit), rooms::Here::Ledger))
        (filter(visit, wish))
        div #ledger aria-live="polite" {
            (found(words, wish, &page))
            @if page.totals.all.credits > 0 {
                (pictures(visit, wish, &page.totals))
                (table(view, &page, &visit.documented()))
                (components::pages(&visit.frame, page.number, page.of, |number| wish.address_with("page", &number.to_string())))
            }
        }
    }
}

/// How much was found.
fn found(words: &Words, wish: &Wish, page: &ledger::Page) -> Markup {
    let all = &page.totals.all;
    html! {
        p.summary {
            (say!(words, "education-found", count = all.credits, hours = all.hours))
            @if all.without_hours > 0 { " " (say!(words, "education-found-without-hours", count = all.without_hours)) }
            @if wish.asks_something() { " " a href=(ADDRESS) { (say!(words, "education-show-all")) } }
        }
    }
}

fn filter(visit: &Visit, wish: &Wish) -> Markup {
    let (words, ledger, catalog) = (visit.frame.words, visit.ledger(), visit.catalog());
    let years: Vec<(String, Markup)> =
        ledger.years().iter().map(|year| (year.to_string(), html! { (year) })).collect();
    let mut topics: Vec<&Topic> = ledger.topics().to_vec();
    topics.sort();
    let topics: Vec<(String, Markup)> =
        topics.iter().map(|topic| (topic.to_string(), html! { (catalog.say(topic.as_str())) })).collect();
    let formats: Vec<(String, Markup)> = FORMATS
        .iter()
        .map(|(code, format)| ((*code).to_owned(), html! { (format_name(words, *format)) }))
        .collect();
    let credentials: Vec<(String, Markup)> = (ledger.credentials().iter())
        .map(|id| (id.to_string(), html! { (catalog.short_name(id.as_str())) }))
        .collect();
    let documented = [
        ("yes".to_owned(), html! { (say!(words, "education-documented")) }),
        ("no".to_owned(), html! { (say!(words, "education-not-documented")) }),
    ];
    html! {
        form.filter.card method="get" action=(ADDRESS) role="search" aria-label=(say!(words, "education-filter")) data-live="ledger" {
            (field("q", &say!(words, "education-filter-text"), "", None, |_| html! {
                input #q type="search" name="q" value=(wish.q) maxlength=(MOST_LETTERS) autocomplete="off";
            }))
            (select(words, "year", &say!(words, "education-filter-year"), &wish.year, &years))
            (select(words, "topic", &say!(words, "education-filter-topic"), &wish.topic, &topics))
            (select(words, "format", &say!(words, "education-filter-format"), &wish.format, &formats))
            (select(words, "for", &say!(words, "education-filter-for"), &wish.counts_for, &credentials))
            (select(words, "documented", &say!(words, "education-filter-documented"), &wish.documented, &documented))
            button.button.quiet { (say!(words, "education-filter-do")) }
        }
    }
}

fn select(words: &Words, name: &str, label: &str, chosen: &str, options: &[(String, Markup)]) -> Markup {
    field(name, label, "", None, |_| {
        html! {
            select id=(name) name=(name) {
                option value="" { (say!(words, "education-filter-any")) }
                @for (value, label) in options { option value=(value) selected[value == chosen] { (label) } }
            }
        }
    })
}

/// The hours by year, subject and format; each bar leads to its credits.
fn pictures(visit: &Visit, wish: &Wish, totals: &ledger::Totals) -> Markup {
    let (words, catalog) = (visit.frame.words, visit.catalog());
    let bar = |label: Markup, name: &str, was: &str, value: &str, tally: &Tally| Bar {
        label,
        address: wish.toggled(name, was, value),
        is_here: was == value,
        amount: tally.hours.in_seconds(),
        says: words.hours(tally.hours),
    };
    let years: Vec<Bar> = (totals.by_year.iter().take(MOST_BARS))
        .map(|(year, tally)| bar(html! { (year) }, "year", &wish.year, &year.to_string(), tally))
        .collect();
    let topics: Vec<Bar> = (totals.by_topic.iter().take(MOST_BARS))
        .map(|(topic, tally)| {
            bar(topic_name(&visit.frame, catalog, topic), "topic", &wish.topic, topic.as_str(), tally)
        })
        .collect();
    let formats: Vec<Bar> = (totals.by_format.iter())
        .map(|(format, tally)| {
            bar(html! { (format_name(words, *format)) }, "format", &wish.format, code_of(*format), tally)
        })
        .collect();
    html! {
        section.totals aria-label=(say!(words, "education-totals")) {
            (bars(&say!(words, "education-by-year"), &years))
            @if !topics.is_empty() { (bars(&say!(words, "education-by-topic"), &topics)) }
            (bars(&say!(words, "education-by-format"), &formats))
        }
    }
}

fn table(
    view: View<'_, '_>,
    page: &ledger::Page,
    documented: &std::collections::HashSet<rung_record::CreditId>,
) -> Markup {
    let words = view.words();
    let row = |index: &usize| {
        let credit = &view.status.record.credits[*index];
        let below: Vec<&str> =
            [&credit.provider, &credit.uan].into_iter().filter_map(Option::as_deref).collect();
        vec![
            html! {
                a href=(credit_page::address(credit.id.as_str())) { (title_of(credit)) }
                @if !below.is_empty() { span.below { (below.join(" · ")) } }
            },
            view.frame.day(credit.completed),
            html! { @match credit.hours { Some(hours) => (words.hours(hours)), None => span.quiet { "–" } } },
            view.counts(*index),
            html! {
                @if documented.contains(&credit.id) { (say!(words, "education-kept")) }
                @else { span.quiet { (say!(words, "education-not-kept")) } }
            },
        ]
    };
    let rows: Vec<Vec<Markup>> = page.credits.iter().map(row).collect();
    let columns = [
        say!(words, "education-column-credit"),
        say!(words, "education-column-completed"),
        say!(words, "education-column-hours"),
        say!(words, "education-column-counts"),
        say!(words, "education-column-document"),
    ];
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    html! { div.ledger { (components::table(&say!(words, "education-ledger-caption"), &columns, &rows)) } }
}
