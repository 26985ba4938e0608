//! The activities that are known, and what is planned with each.

use super::{super::rooms, offering};
use crate::shell::{Fault, Page, Room, Visit, components};
use axum::{extract::Query, response::Response};
use maud::{Markup, html};
use rung_store::{Kept, OfferingState, PlannedOffering};
use rung_words::say;
use serde::Deserialize;

/// So many stand on a page.
const PER_PAGE: usize = 50;

/// `?show=planned&page=2`
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    show: String,
    page: String,
}

/// `GET /education/offerings`
pub async fn page(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, Fault> {
    visit.answer(move |visit| Ok(show(visit, &wish))).await
}

/// Which ones are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Show {
    All,
    Open,
    Planned,
    Done,
}

impl Show {
    const ALL: [Self; 4] = [Self::All, Self::Planned, Self::Open, Self::Done];

    fn code(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Open => "open",
            Self::Planned => "planned",
            Self::Done => "done",
        }
    }

    fn of(code: &str) -> Self {
        Self::ALL.into_iter().find(|show| show.code() == code).unwrap_or(Self::All)
    }

    fn has(self, kept: &Kept<PlannedOffering>) -> bool {
        match (self, &kept.value.state) {
            (Self::All, _)
            | (Self::Open, OfferingState::Open)
            | (Self::Planned, OfferingState::Planned(_) | OfferingState::Registered(_))
            | (Self::Done, OfferingState::Done(_)) => true,
            (Self::Open | Self::Planned | Self::Done, _) => false,
        }
    }

    fn name(self, visit: &Visit) -> String {
        match self {
            Self::All => say!(visit.frame.words, "ceplan-show-all"),
            Self::Open => say!(visit.frame.words, "ceplan-show-open"),
            Self::Planned => say!(visit.frame.words, "ceplan-show-planned"),
            Self::Done => say!(visit.frame.words, "ceplan-show-done"),
        }
    }
}

fn show(visit: &Visit, wish: &Wish) -> Page {
    let words = visit.frame.words;
    let title = say!(words, "ceplan-offerings-title");
    let all = &visit.kept().offerings;
    let add = html! { a.button href="/education/offerings/new" { (say!(words, "ceplan-offerings-add")) } };
    let body = if all.is_empty() {
        let text = say!(words, "ceplan-offerings-none-text");
        components::empty_state(&say!(words, "ceplan-offerings-none"), &text, add)
    } else {
        let shown = Show::of(&wish.show);
        let these: Vec<_> = all.iter().filter(|kept| shown.has(kept)).collect();
        html! {
            (rooms::headline_with(&visit.frame, &title, add, rooms::Here::Plan))
            nav.choice aria-label=(say!(words, "ceplan-show")) {
                @for choice in Show::ALL {
                    a href={ "/education/offerings?show=" (choice.code()) } aria-current=[(choice == shown).then_some("true")] { (choice.name(visit)) }
                }
            }
            (list(visit, &these, shown, &wish.page))
        }
    };
    Page::new(title, body).within(Room::Education)
}

fn list(visit: &Visit, these: &[&Kept<PlannedOffering>], shown: Show, page: &str) -> Markup {
    let words = visit.frame.words;
    let pages = these.len().div_ceil(PER_PAGE).max(1);
    let number = page.parse().unwrap_or(1).clamp(1, pages);
    let here = these.iter().skip((number - 1) * PER_PAGE).take(PER_PAGE);
    html! {
        p.quiet { (say!(words, "ceplan-offerings-count", count = these.len() as u64)) }
        ul.offerings {
            @for kept in here {
                li.card {
                    div.offering-line {
                        div { (offering::line(&visit.frame, &kept.value.offering)) }
                        (offering::chip(&visit.frame, &kept.value.state))
                    }
                    (offering::actions(&visit.frame, kept, visit.on(), None))
                }
            }
        }
        (components::pages(&visit.frame, number, pages, |n| {
            format!("/education/offerings?show={}&page={n}", shown.code())
        }))
    }
}
