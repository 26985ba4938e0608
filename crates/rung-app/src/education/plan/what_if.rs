//! What if: another state, fewer hours, a renewal missed, another credential; beside how it is.

use super::{
    super::rooms,
    wishes::{self, Typed, latest_end},
};
use crate::shell::{Fault, Frame, Page, Room, Visit, components, components::State, obligation_state, words};
use axum::{extract::Query, http::StatusCode, response::Response};
use jiff::ToSpan as _;
use maud::{Markup, html};
use rung_planner::{ce, exact::Limits};
use rung_record::{CreditId, Date, Hours, Usd};
use rung_rules::Status;
use rung_today::what_if::{self, Change, Difference, Imagined, imagine};
use rung_words::say;
use serde::Deserialize;
use std::time::{Duration, Instant};

/// Each of the two plans gets so long.
const LONGEST_SEARCH: Duration = Duration::from_secs(3);
/// A list to choose from has no more credits than this: the latest.
const MOST_CREDITS: usize = 200;

/// What is imagined; a field that is left empty stays as it is.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    state: String,
    from: String,
    leave: String,
    hours: String,
    budget: String,
    miss: String,
    hold: String,
    without: String,
}

/// `GET /education/what-if?state=CA&…`: nothing is changed.
pub async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    visit.answer(move |visit| Ok(show(visit, &asked))).await
}

/// The fields that are typed.
struct Fields {
    from: Typed<Option<Date>>,
    hours: Typed<Option<Hours>>,
    budget: Typed<Option<Usd>>,
}

impl Fields {
    fn of(frame: &Frame, asked: &Asked, on: Date) -> Self {
        Self {
            from: wishes::day(frame, &asked.from, Some(on)),
            hours: wishes::hours_a_week(frame, &asked.hours),
            budget: wishes::money(frame, &asked.budget),
        }
    }

    /// What is imagined; none when a field is faulty.
    fn changes(&self, asked: &Asked, on: Date) -> Option<Vec<Change>> {
        let from = self.from.value()?.unwrap_or(on);
        let mut changes = Vec::new();
        if !asked.state.is_empty() {
            changes.push(Change::MoveTo {
                state: asked.state.to_uppercase(),
                on: from,
                give_up_others: !asked.leave.is_empty(),
            });
        }
        if !asked.miss.is_empty() {
            changes.push(Change::MissRenewal { credential: asked.miss.as_str().into() });
        }
        if !asked.hold.is_empty() {
            changes.push(Change::Hold { credential: asked.hold.as_str().into(), issued: on, expires: None });
        }
        if !asked.without.is_empty() {
            changes.push(Change::WithoutCredit(CreditId(asked.without.clone())));
        }
        changes.extend((*self.hours.value()?).map(|hours| Change::HoursPerWeek(Some(hours))));
        changes.extend((*self.budget.value()?).map(|budget| Change::Budget(Some(budget))));
        Some(changes)
    }
}

fn show(visit: &Visit, asked: &Asked) -> Page {
    let words = visit.frame.words;
    let title = say!(words, "ceplan-whatif-title");
    let fields = Fields::of(&visit.frame, asked, visit.on());
    let mut code = StatusCode::OK;
    let answer = match fields.changes(asked, visit.on()) {
        None => {
            code = StatusCode::UNPROCESSABLE_ENTITY;
            html! {}
        }
        Some(changes) if changes.is_empty() => html! { p.quiet { (say!(words, "ceplan-whatif-nothing")) } },
        Some(changes) => match imagine(visit.record(), visit.catalog(), visit.on(), &changes) {
            Ok(imagined) => beside(visit, &imagined),
            Err(problems) => {
                code = StatusCode::UNPROCESSABLE_ENTITY;
                html! {
                    @for problem in &problems.listed { p.summary.expired lang=[visit.frame.lang_of_english()] { (words::capital(&problem.what)) "." } }
                }
            }
        },
    };
    let body = html! {
        (rooms::headline_with(&visit.frame, &title, html! {}, rooms::Here::Plan))
        p.lead { (say!(words, "ceplan-whatif-lead")) }
        (form(visit, asked, &fields))
        (answer)
    };
    Page::new(title, body).within(Room::Education).with_status(code)
}

fn form(visit: &Visit, asked: &Asked, fields: &Fields) -> Markup {
    let (words, catalog) = (visit.frame.words, visit.catalog());
    let states = catalog.authorities.iter().filter(|authority| authority.is_jurisdiction);
    let states: Vec<(&str, String)> = states.map(|state| (state.id.as_str(), state.name.clone())).collect();
    let held =
        visit.record().credentials.iter().filter_map(|held| catalog.credential(held.credential.as_str()));
    let held: Vec<(&str, String)> =
        held.map(|known| (known.id.as_str(), words::full_name(catalog, known))).collect();
    let all: Vec<(&str, String)> = catalog
        .credentials
        .iter()
        .map(|known| (known.id.as_str(), words::full_name(catalog, known)))
        .collect();
    let credits = visit.record().credits.iter().rev().take(MOST_CREDITS);
    let credits: Vec<(&str, String)> = credits
        .map(|credit| {
            let title = credit.title.as_deref().unwrap_or(credit.id.as_str());
            (credit.id.as_str(), format!("{} · {}", words.day(credit.completed), words::beginning(title)))
        })
        .collect();
    let english = visit.frame.lang_of_english();
    html! {
        form.card.what-if method="get" action="/education/what-if" {
            fieldset {
                legend { (say!(words, "ceplan-whatif-move")) }
                (choice("state", &say!(words, "ceplan-whatif-state"), &asked.state, &states, None))
                (fields.from.field("from", &say!(words, "ceplan-whatif-from"), &say!(words, "ceplan-whatif-from-hint"), "date"))
                label.tick { input type="checkbox" name="leave" value="1" checked[!asked.leave.is_empty()]; " " (say!(words, "ceplan-whatif-leave")) }
            }
            fieldset {
                legend { (say!(words, "ceplan-whatif-less")) }
                (fields.hours.field("hours", &say!(words, "ceplan-hours-a-week"), "", "text"))
                (fields.budget.field("budget", &say!(words, "ceplan-budget"), "", "text"))
            }
            fieldset {
                legend { (say!(words, "ceplan-whatif-other")) }
                (choice("miss", &say!(words, "ceplan-whatif-miss"), &asked.miss, &held, english))
                (choice("hold", &say!(words, "ceplan-whatif-hold"), &asked.hold, &all, english))
                (choice("without", &say!(words, "ceplan-whatif-without"), &asked.without, &credits, None))
            }
            p.actions {
                button.button { (say!(words, "ceplan-whatif-look")) } " "
                a.button.quiet href="/education/what-if" { (say!(words, "ceplan-whatif-clear")) }
            }
        }
    }
}

/// A list to choose from, with the language of its names; the first line leaves things as they are.
fn choice(id: &str, label: &str, chosen: &str, options: &[(&str, String)], lang: Option<&str>) -> Markup {
    html! {
        div.field {
            label for=(id) { (label) }
            select id=(id) name=(id) {
                option value="" { "–" }
                @for (value, name) in options { option value=(value) lang=[lang] selected[chosen.eq_ignore_ascii_case(value)] { (name) } }
            }
        }
    }
}

/// As it is, as it would be, and the differences in words.
fn beside(visit: &Visit, imagined: &Imagined) -> Markup {
    let (words, catalog) = (visit.frame.words, visit.catalog());
    let horizon = latest_end(visit.status()).max(imagined.on.saturating_add(1.year()));
    let before = imagined.present(visit.record(), catalog, horizon);
    let after = imagined.status(catalog, horizon);
    let mut told = imagined.differences(&before, &after);
    told.extend(plans(visit, imagined, horizon));
    html! {
        section.card aria-labelledby="differs" {
            h2 #differs { (say!(words, "ceplan-whatif-differs")) }
            @if told.is_empty() { p { (say!(words, "ceplan-whatif-same")) } }
            ul.plain.differences { @for difference in &told { (line(visit, difference)) } }
        }
        div.beside {
            (column(visit, &say!(words, "ceplan-whatif-now"), &before))
            (column(visit, &say!(words, "ceplan-whatif-then"), &after))
        }
    }
}

fn line(visit: &Visit, difference: &Difference<'_>) -> Markup {
    let words = visit.frame.words;
    let (state, word) = match difference.is_worse() {
        Some(true) => (State::Expired, say!(words, "ceplan-whatif-worse")),
        Some(false) => (State::Met, say!(words, "ceplan-whatif-better")),
        None => (State::Quiet, String::new()),
    };
    html! {
        li {
            (components::icon(state))
            @if !word.is_empty() { span.sr { (word) ": " } }
            span { (visit.frame.sentence(&what_if::sentence(words, difference, visit.catalog()))) }
        }
    }
}

fn column(visit: &Visit, title: &str, status: &Status<'_>) -> Markup {
    let words = visit.frame.words;
    html! {
        section.card {
            h2 { (title) }
            @if status.obligations.is_empty() { p.quiet { (say!(words, "ceplan-whatif-owed-nothing")) } }
            ul.plain {
                @for obligation in &status.obligations {
                    @let state = obligation_state(obligation);
                    li.obligation-line {
                        (components::icon(state))
                        span {
                            span lang=[visit.frame.lang_of_english()] { (words::full_name(status.catalog, obligation.credential)) }
                            br;
                            span.quiet { (visit.frame.sentence(&rung_rules::words::summary(words, obligation, status))) }
                        }
                    }
                }
            }
        }
    }
}

/// What becomes of the plan, when activities are known.
fn plans<'a>(visit: &'a Visit, imagined: &'a Imagined, horizon: Date) -> Vec<Difference<'a>> {
    let known: Vec<_> =
        visit.kept().offerings.iter().filter_map(|kept| super::offering::for_plan(&kept.value)).collect();
    let present = wishes::kept(visit.kept().plan(), horizon);
    if known.is_empty() {
        return Vec::new();
    }
    let plan = |record, on, wishes| {
        let start = Instant::now();
        let out_of_time = || start.elapsed() >= LONGEST_SEARCH;
        let limits = Limits { nodes: usize::MAX, should_stop: &out_of_time };
        ce::plan(record, visit.catalog(), on, &known, wishes, &limits)
    };
    let before = plan(visit.record(), visit.on(), present);
    let after = plan(&imagined.record, imagined.on, imagined.wishes(present));
    match (before, after) {
        (Ok(before), Ok(after)) => what_if::plan_differences(&before, &after),
        // Numbers too large to plan exactly, or a day that has gone by: the plan's own page says so.
        _ => Vec::new(),
    }
}
