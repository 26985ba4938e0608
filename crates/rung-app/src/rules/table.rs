//! The table beneath the map: all jurisdictions, all columns, in the order that is asked for.

use super::{map::Question, overview::Asked};
use crate::shell::Frame;
use maud::{Markup, html};
use rung_atlas::{Address, Amount, Glance};
use rung_catalog::Confidence;
use rung_words::{Decimal, Words, say};
use std::cmp::Reverse;

/// What the rows are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The jurisdiction's name.
    Name,
    /// One of the questions of the map.
    Of(Question),
    /// How sure the research is.
    Confidence,
}

impl Column {
    /// All that can be sorted by.
    pub fn all() -> impl Iterator<Item = Self> {
        let questions = Question::ALL.into_iter().map(Self::Of);
        std::iter::once(Self::Name).chain(questions).chain([Self::Confidence])
    }

    /// The word in an address.
    pub fn id(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Of(question) => question.id(),
            Self::Confidence => "confidence",
        }
    }

    /// The heading.
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::Name => say!(words, "rulebook-column-jurisdiction"),
            Self::Of(question) => question.name(words),
            Self::Confidence => say!(words, "rulebook-column-confidence"),
        }
    }

    /// The column with this word; the name where there is none.
    pub fn of(id: &str) -> Self {
        Self::all().find(|column| column.id() == id).unwrap_or(Self::Name)
    }
}

/// The rows in order. What is not known stays last, whichever way.
fn sort(words: &Words, glances: &mut [&Glance<'_>], column: Column, down: bool) {
    match column {
        Column::Name if down => glances.reverse(),
        Column::Name => {}
        Column::Confidence => glances.sort_by_key(|glance| {
            let sure = glance.authority.confidence;
            (down.then_some(Reverse(sure)), (!down).then_some(sure))
        }),
        Column::Of(question) => glances.sort_by_key(|glance| {
            let order = question.answer(words, glance).order;
            let unknown = order.0 == 9;
            (unknown, down.then_some(Reverse(order)), (!down).then_some(order))
        }),
    }
}

/// The table.
pub fn table(frame: &Frame, glances: &[Glance<'_>], asked: &Asked) -> Markup {
    let mut rows: Vec<&Glance<'_>> = glances.iter().collect();
    let (column, down) = (asked.column(), asked.is_down());
    sort(frame.words, &mut rows, column, down);
    html! {
        section.sheet #jurisdictions aria-labelledby="table" {
            h2 #table { (say!(frame.words, "rulebook-table-title", count = glances.len())) }
            (narrow_sort(frame, asked))
            table.sortable {
                caption.unseen { (say!(frame.words, "rulebook-table-caption")) }
                thead {
                    tr {
                        (heading(frame, Column::Name, asked))
                        th scope="col" { span { (say!(frame.words, "rulebook-column-credential")) } }
                        @for question in Question::ALL { (heading(frame, Column::Of(question), asked)) }
                        (heading(frame, Column::Confidence, asked))
                    }
                }
                tbody { @for glance in rows { (row(frame, glance)) } }
            }
        }
    }
}

fn heading(frame: &Frame, column: Column, asked: &Asked) -> Markup {
    let sorted = (asked.column() == column).then(|| if asked.is_down() { "descending" } else { "ascending" });
    // The first click on amounts shows the most, on names the first.
    let starts_down = column != Column::Name;
    let down = if sorted.is_some() { !asked.is_down() } else { starts_down };
    html! {
        th scope="col" aria-sort=[sorted] {
            a href=(asked.with_order(column, down)) {
                (column.name(frame.words))
                @if sorted.is_some() { span aria-hidden="true" { @if asked.is_down() { " ↓" } @else { " ↑" } } }
            }
        }
    }
}

/// Where the screen is too narrow for headings.
fn narrow_sort(frame: &Frame, asked: &Asked) -> Markup {
    html! {
        form.narrow-sort action="/rules#table" {
            input type="hidden" name="by" value=(asked.question().id());
            div.field {
                label for="sort" { (say!(frame.words, "rulebook-sort-by")) }
                select #sort name="sort" {
                    @for column in Column::all() {
                        option value=(column.id()) selected[column == asked.column()] { (column.name(frame.words)) }
                    }
                }
            }
            button.button.quiet { (say!(frame.words, "rulebook-sort")) }
        }
    }
}

fn row(frame: &Frame, glance: &Glance<'_>) -> Markup {
    let (words, authority) = (frame.words, glance.authority);
    html! {
        tr {
            th scope="row" { a href={ "/" (Address::authority(authority)) } { (authority.name) } }
            td data-column=(say!(words, "rulebook-column-credential")) {
                @match glance.credential {
                    Some(credential) => a href={ "/" (Address::credential(credential.id.as_str())) } { (frame.english(&credential.title)) },
                    None => span.quiet { (say!(frame.words, "rulebook-none-is-known")) },
                }
            }
            td data-column=(Question::Hours.name(words)) { span { (amount(words, glance.hours)) } }
            td data-column=(Question::Live.name(words)) { span { (amount(words, glance.live)) } }
            @for question in [Question::ToGet, Question::ToKeep, Question::Vaccines] {
                @let band = question.answer(words, glance);
                td.not-known[band.class == "unknown"] data-column=(question.name(words)) {
                    (if band.class == "unknown" { say!(words, "rulebook-not-known") } else { band.words })
                }
            }
            td data-column=(Column::Confidence.name(words)) {
                span.doubted[authority.confidence != Confidence::High] { (sure(words, authority.confidence)) }
            }
        }
    }
}

fn amount(words: &Words, amount: Amount) -> Markup {
    html! {
        @match amount {
            Amount::Unknown => span.not-known { (say!(words, "rulebook-not-known")) },
            Amount::Nothing => (say!(words, "rulebook-none")),
            Amount::Hours { in_period, a_year: Some(a_year) } if in_period == a_year => (a_year),
            Amount::Hours { in_period, a_year: Some(a_year) } => { (a_year) " " span.quiet { "(" (say!(words, "rulebook-a-term", hours = Decimal(in_period))) ")" } },
            Amount::Hours { in_period, a_year: None } => { (say!(words, "rulebook-a-term", hours = Decimal(in_period))) },
        }
    }
}

/// `High`.
fn sure(words: &Words, confidence: Confidence) -> String {
    match confidence {
        Confidence::High => say!(words, "rulebook-sure-is-high"),
        Confidence::Medium => say!(words, "rulebook-sure-is-medium"),
        Confidence::Low => say!(words, "rulebook-sure-is-low"),
    }
}
