//! The table beneath the map: all jurisdictions, all columns, in the order that is asked for.

use super::{map::Question, overview::Asked};
use crate::shell::words;
use maud::{Markup, html};
use rung_atlas::{Address, Amount, Glance};
use rung_catalog::Confidence;
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
    pub fn name(self) -> &'static str {
        match self {
            Self::Name => "Jurisdiction",
            Self::Of(question) => question.name(),
            Self::Confidence => "Confidence",
        }
    }

    /// The column with this word; the name where there is none.
    pub fn of(id: &str) -> Self {
        Self::all().find(|column| column.id() == id).unwrap_or(Self::Name)
    }
}

/// The rows in order. What is not known stays last, whichever way.
fn sort(glances: &mut [&Glance<'_>], column: Column, down: bool) {
    match column {
        Column::Name if down => glances.reverse(),
        Column::Name => {}
        Column::Confidence => glances.sort_by_key(|glance| {
            let sure = glance.authority.confidence;
            (down.then_some(Reverse(sure)), (!down).then_some(sure))
        }),
        Column::Of(question) => glances.sort_by_key(|glance| {
            let order = question.answer(glance).order;
            let unknown = order.0 == 9;
            (unknown, down.then_some(Reverse(order)), (!down).then_some(order))
        }),
    }
}

/// The table.
pub fn table(glances: &[Glance<'_>], asked: &Asked) -> Markup {
    let mut rows: Vec<&Glance<'_>> = glances.iter().collect();
    let (column, down) = (asked.column(), asked.is_down());
    sort(&mut rows, column, down);
    html! {
        section.sheet #jurisdictions aria-labelledby="table" {
            h2 #table { "All " (glances.len()) ", side by side" }
            (narrow_sort(asked))
            table.sortable {
                caption.unseen { "What each jurisdiction asks of its ordinary technician" }
                thead {
                    tr {
                        (heading(Column::Name, asked))
                        th scope="col" { span { "Credential" } }
                        @for question in Question::ALL { (heading(Column::Of(question), asked)) }
                        (heading(Column::Confidence, asked))
                    }
                }
                tbody { @for glance in rows { (row(glance)) } }
            }
        }
    }
}

fn heading(column: Column, asked: &Asked) -> Markup {
    let sorted = (asked.column() == column).then(|| if asked.is_down() { "descending" } else { "ascending" });
    // The first click on amounts shows the most, on names the first.
    let starts_down = column != Column::Name;
    let down = if sorted.is_some() { !asked.is_down() } else { starts_down };
    html! {
        th scope="col" aria-sort=[sorted] {
            a href=(asked.with_order(column, down)) {
                (column.name())
                @if sorted.is_some() { span aria-hidden="true" { @if asked.is_down() { " ↓" } @else { " ↑" } } }
            }
        }
    }
}

/// Where the screen is too narrow for headings.
fn narrow_sort(asked: &Asked) -> Markup {
    html! {
        form.narrow-sort action="/rules#table" {
            input type="hidden" name="by" value=(asked.question().id());
            div.field {
                label for="sort" { "Sort by" }
                select #sort name="sort" {
                    @for column in Column::all() {
                        option value=(column.id()) selected[column == asked.column()] { (column.name()) }
                    }
                }
            }
            button.button.quiet { "Sort" }
        }
    }
}

fn row(glance: &Glance<'_>) -> Markup {
    let authority = glance.authority;
    html! {
        tr {
            th scope="row" { a href={ "/" (Address::authority(authority)) } { (authority.name) } }
            td data-column="Credential" {
                @match glance.credential {
                    Some(credential) => a href={ "/" (Address::credential(credential.id.as_str())) } { (credential.title) },
                    None => span.quiet { "None known" },
                }
            }
            td data-column=(Question::Hours.name()) { span { (amount(glance.hours)) } }
            td data-column=(Question::Live.name()) { span { (amount(glance.live)) } }
            @for question in [Question::ToGet, Question::ToKeep, Question::Vaccines] {
                @let band = question.answer(glance);
                td.not-known[band.class == "unknown"] data-column=(question.name()) {
                    (if band.class == "unknown" { "Not known" } else { band.words.as_str() })
                }
            }
            td data-column=(Column::Confidence.name()) {
                span.doubted[authority.confidence != Confidence::High] { (words::capital(authority.confidence.as_str())) }
            }
        }
    }
}

fn amount(amount: Amount) -> Markup {
    html! {
        @match amount {
            Amount::Unknown => span.not-known { "Not known" },
            Amount::Nothing => "None",
            Amount::Hours { in_period, a_year: Some(a_year) } if in_period == a_year => (a_year),
            Amount::Hours { in_period, a_year: Some(a_year) } => { (a_year) " " span.quiet { "(" (in_period) " a term)" } },
            Amount::Hours { in_period, a_year: None } => { (in_period) " " span.quiet { "a term" } },
        }
    }
}
