//! Every credential of the catalogue at a glance: can I apply?

use super::rooms::{self, Here};
use crate::shell::{
    Fault, Frame, Page, Room, Visit,
    components::{self, State},
    words,
};
use axum::{extract::Query, response::Response};
use maud::{Markup, html};
use rung_catalog::{Authority, Catalog, Credential};
use rung_rules::{Eligibility, PathAnswer, Verdict, eligibility};
use rung_today::ladder::{Holding, holding, states_of};
use rung_words::{Words, say};
use serde::Deserialize;

/// What is asked to be shown.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    /// An authority's id; empty for all.
    of: String,
    /// `yes`, `no`, `unknown`, `held`; empty for all.
    answer: String,
}

/// `GET /certifications/eligibility?of=tx&answer=yes`
pub async fn page(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, Fault> {
    visit.answer(move |visit| Ok(show(visit, &wish))).await
}

/// What can be said of a credential at a glance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It is held, and good.
    Held,
    /// Every condition of a path is met.
    Yes,
    /// Something would settle it.
    Unknown,
    /// A condition of every path is not met.
    No,
}

impl Answer {
    const ALL: [Self; 4] = [Self::Yes, Self::Unknown, Self::No, Self::Held];

    /// Of a holding and an eligibility.
    pub fn of(held: &Holding, answer: &Eligibility<'_>) -> Self {
        match (held, answer.verdict) {
            (Holding::Active(_), _) => Self::Held,
            (_, Verdict::Met) => Self::Yes,
            (_, Verdict::NotMet) => Self::No,
            (_, Verdict::Unknown) => Self::Unknown,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Yes => "yes",
            Self::Unknown => "unknown",
            Self::No => "no",
        }
    }

    fn state(self) -> State {
        match self {
            Self::Held => State::Quiet,
            Self::Yes => State::Met,
            Self::Unknown => State::Unknown,
            Self::No => State::NotMet,
        }
    }

    fn word(self, words: &Words) -> String {
        match self {
            Self::Held => say!(words, "certifications-answer-held"),
            Self::Yes => say!(words, "certifications-answer-yes"),
            Self::Unknown => say!(words, "certifications-answer-unknown"),
            Self::No => say!(words, "certifications-answer-no"),
        }
    }

    /// As a chip.
    pub fn chip(self, words: &Words) -> Markup {
        components::chip(self.state(), &self.word(words))
    }
}

/// A credential with its answer.
struct Seen<'a> {
    credential: &'a Credential,
    answer: Answer,
    eligibility: Eligibility<'a>,
}

fn see_all(visit: &Visit) -> Vec<Seen<'_>> {
    let (record, catalog, on) = (visit.record(), visit.catalog(), visit.on());
    let see = |credential: &'_ Credential| {
        let known = catalog.credential(credential.id.as_str())?;
        let eligibility = eligibility(record, catalog, known.id.as_str(), on)?;
        let held = holding(record, catalog, known, on);
        Some(Seen { credential: known, answer: Answer::of(&held, &eligibility), eligibility })
    };
    catalog.credentials.iter().filter_map(see).collect()
}

/// The authorities, those that concern the person first, then the certifying bodies, then the other jurisdictions.
fn in_order(visit: &Visit) -> Vec<(&Authority, bool)> {
    let catalog = visit.catalog();
    let states = states_of(visit.record(), catalog, visit.on());
    let is_own = |authority: &Authority| {
        !authority.is_jurisdiction || states.iter().any(|state| state.id == authority.id)
    };
    let mut all: Vec<(&Authority, bool)> =
        catalog.authorities.iter().map(|authority| (authority, is_own(authority))).collect();
    all.sort_by_key(|(authority, own)| (!own, !authority.is_jurisdiction, &authority.name));
    all
}

fn show(visit: &Visit, wish: &Wish) -> Page {
    let (frame, words, catalog) = (&visit.frame, visit.frame.words, visit.catalog());
    let seen = see_all(visit);
    let of_authority =
        |own: &Seen<'_>| wish.of.is_empty() || catalog.authority_of(own.credential).id == wish.of;
    let of_answer = |own: &Seen<'_>| wish.answer.is_empty() || own.answer.code() == wish.answer;
    let shown: Vec<&Seen<'_>> = seen.iter().filter(|own| of_authority(own) && of_answer(own)).collect();
    let filtered = !(wish.of.is_empty() && wish.answer.is_empty());
    let title = say!(words, "certifications-eligibility-title");
    let body = html! {
        div.headline { h1 { (title) } }
        (rooms::rooms(frame, Here::Eligibility))
        (counts(words, seen.iter().filter(|own| of_authority(own)).map(|own| own.answer), wish))
        (filter(frame, catalog, wish))
        @if shown.is_empty() {
            p { (say!(words, "certifications-none-fits")) " " a href="/certifications/eligibility" { (say!(words, "certifications-show-all")) } }
        }
        div.authorities {
            @for (authority, is_own) in in_order(visit) {
                @let own: Vec<&&Seen<'_>> = shown.iter().filter(|own| catalog.authority_of(own.credential).id == authority.id).collect();
                @if !own.is_empty() { (group(frame, authority, &own, is_own || filtered)) }
            }
        }
    };
    Page::new(title, body).within(Room::Certifications)
}

/// How many there are of each answer, as a bar and as links.
fn counts(words: &Words, answers: impl Iterator<Item = Answer>, wish: &Wish) -> Markup {
    let answers: Vec<Answer> = answers.collect();
    let counted = Answer::ALL.map(|kind| (kind, answers.iter().filter(|own| **own == kind).count()));
    html! {
        section.answers aria-label=(say!(words, "certifications-counts")) {
            (components::shares(&counted.iter().map(|(kind, count)| (kind.state(), *count)).collect::<Vec<_>>()))
            ul {
                @for (kind, count) in counted {
                    li {
                        a href={ "/certifications/eligibility?of=" (wish.of) "&answer=" (kind.code()) } aria-current=[(wish.answer == kind.code()).then_some("true")] {
                            (components::icon(kind.state())) strong { (count) } " " (kind.word(words))
                        }
                    }
                }
            }
        }
    }
}

fn filter(frame: &Frame, catalog: &Catalog, wish: &Wish) -> Markup {
    let words = frame.words;
    let option = |authority: &Authority| {
        html! { option value=(authority.id) selected[authority.id == wish.of] lang=[frame.lang_of_english()] { (authority.name) } }
    };
    html! {
        form.wishes method="get" action="/certifications/eligibility" {
            (components::field("of", &say!(words, "certifications-filter-of"), "", None, |_| html! {
                select #of name="of" {
                    option value="" { (say!(words, "certifications-filter-all")) }
                    optgroup label=(say!(words, "certifications-filter-bodies")) {
                        @for authority in catalog.authorities.iter().filter(|own| !own.is_jurisdiction) { (option(authority)) }
                    }
                    optgroup label=(say!(words, "certifications-filter-jurisdictions")) {
                        @for authority in catalog.authorities.iter().filter(|own| own.is_jurisdiction) { (option(authority)) }
                    }
                }
            }))
            (components::field("answer", &say!(words, "certifications-filter-answer"), "", None, |_| html! {
                select #answer name="answer" {
                    option value="" { (say!(words, "certifications-filter-any")) }
                    @for kind in Answer::ALL { option value=(kind.code()) selected[kind.code() == wish.answer] { (kind.word(words)) } }
                }
            }))
            button.button.quiet { (say!(words, "certifications-filter-show")) }
        }
    }
}

fn group(frame: &Frame, authority: &Authority, own: &[&&Seen<'_>], open: bool) -> Markup {
    let words = frame.words;
    let can = own.iter().filter(|seen| seen.answer == Answer::Yes).count();
    html! {
        details.authority open[open] {
            summary {
                span.what { (frame.english(&authority.name)) }
                span.quiet { (say!(words, "certifications-group", can = can, all = own.len())) }
            }
            ul.glimpses { @for seen in own { li { (glimpse(frame, seen)) } } }
        }
    }
}

fn glimpse(frame: &Frame, seen: &Seen<'_>) -> Markup {
    html! {
        a href={ "/certifications/eligibility/" (seen.credential.id) } { (frame.english(&seen.credential.title)) }
        (seen.answer.chip(frame.words))
        @if let Some(why) = why(frame, seen) { p.quiet { (why) } }
    }
}

/// What stands in the way on the path that is nearest.
fn why(frame: &Frame, seen: &Seen<'_>) -> Option<Markup> {
    let words = frame.words;
    let nearest = seen.eligibility.paths.iter().min_by_key(|path| distance(path))?;
    let missing = nearest.conditions.iter().filter(|own| own.verdict == Verdict::NotMet);
    match seen.answer {
        Answer::Held => None,
        Answer::Yes => Some(html! { (frame.english(&nearest.path.title)) }),
        Answer::No => {
            let first = missing.clone().next()?;
            let rest = missing.count() - 1;
            Some(html! {
                (frame.english(&words::capital(&first.condition.what)))
                @if rest > 0 { " " (say!(words, "certifications-and-more", count = rest)) }
            })
        }
        Answer::Unknown => {
            let open = nearest.conditions.iter().filter(|own| own.verdict == Verdict::Unknown).count();
            Some(html! { (say!(words, "certifications-open-conditions", count = open)) })
        }
    }
}

/// How far a path is: what is not met counts more than what is not known.
pub fn distance(path: &PathAnswer<'_>) -> (usize, usize) {
    let count = |verdict: Verdict| path.conditions.iter().filter(|own| own.verdict == verdict).count();
    (count(Verdict::NotMet), count(Verdict::Unknown))
}
