//! What is held, each as a card.

use super::{
    lines, picture,
    rooms::{self, Here},
};
use crate::shell::{
    Fault, Frame, Page, Room, Visit,
    components::{self, State},
    held_address, words,
};
use axum::response::Response;
use maud::{Markup, html};
use rung_catalog::Credential;
use rung_record::{CredentialStatus, Date, Usd};
use rung_rules::{Obligation, Route, dead_zones, words as rules};
use rung_store::{Document, Kept, Kind};
use rung_today::agenda::{self, Target, Todo};
use rung_words::say;

type Held = Kept<rung_record::Credential>;

/// So many things to do next are named on a card.
const MOST_NEXT: usize = 3;

/// `GET /certifications`
pub async fn page(visit: Visit) -> Result<Response, Fault> {
    let held = visit.site.store().parts::<rung_record::Credential>(visit.person).await?;
    visit.answer(move |visit| Ok(show(visit, &held))).await
}

fn show(visit: &Visit, held: &[Held]) -> Page {
    let words = visit.frame.words;
    let todos = &visit.outlook().todos;
    let body = html! {
        div.headline {
            h1 { (say!(words, "certifications-title")) }
            @if !held.is_empty() {
                div.actions {
                    a.button href="/certifications/new" { (say!(words, "certifications-add")) }
                    a.button.quiet href="/calendar" { (say!(words, "certifications-deadlines")) }
                }
            }
        }
        (rooms::rooms(&visit.frame, Here::Held))
        @if held.is_empty() {
            (nothing_held(&visit.frame))
        } @else {
            @for (n, own) in held.iter().enumerate() { (Card::of(visit, own, n, todos).show()) }
        }
    };
    Page::new(say!(words, "certifications-title"), body).within(Room::Certifications)
}

fn nothing_held(frame: &Frame) -> Markup {
    let words = frame.words;
    html! {
        section.empty {
            (components::ladder())
            h2 { (say!(words, "certifications-none-title")) }
            p { (say!(words, "certifications-none-text")) }
            div.actions {
                a.button href="/certifications/new" { (say!(words, "certifications-none-add")) }
                a.button.quiet href="/certifications/eligibility" { (say!(words, "certifications-none-look")) }
            }
        }
    }
}

/// One credential with all that is known of it.
struct Card<'v> {
    visit: &'v Visit,
    held: &'v Held,
    known: Option<&'v Credential>,
    obligation: Option<&'v Obligation<'v>>,
    next: Vec<&'v Todo<'v>>,
}

impl<'v> Card<'v> {
    /// The credential at this place of the record.
    fn of(visit: &'v Visit, held: &'v Held, place: usize, todos: &'v [Todo<'v>]) -> Self {
        let known = visit.catalog().credential(held.value.credential.as_str());
        let in_record = visit.record().credentials.get(place);
        let is_it = |own: &&Obligation<'_>| in_record.is_some_and(|held| std::ptr::eq(own.held, held));
        let obligation = visit.status().obligations.iter().filter(is_it).min_by_key(|own| own.duty().len());
        let is_about = |todo: &&Todo<'_>| todo.about.is_some_and(|about| about.id == held.value.credential);
        let next = todos.iter().filter(is_about).take(MOST_NEXT).collect();
        Self { visit, held, known, obligation, next }
    }

    fn address(&self) -> String {
        held_address(&self.held.id)
    }

    fn show(&self) -> Markup {
        let (frame, words) = (&self.visit.frame, self.visit.frame.words);
        let catalog = self.visit.catalog();
        let id = format!("held-{}", self.held.id);
        let (state, word) = standing(frame, &self.held.value, self.obligation, self.visit.on());
        html! {
            section.card.held aria-labelledby=(id) {
                header {
                    div {
                        @if let Some(known) = self.known { p.eyebrow { (frame.english(&catalog.authority_of(known).name)) } }
                        h2 id=(id) {
                            a href=(self.address()) {
                                (frame.english(self.known.map_or(self.held.value.credential.as_str(), |known| &known.title)))
                            }
                        }
                    }
                    (components::chip(state, &word))
                }
                @if let Some(obligation) = self.obligation {
                    p { (self.visit.frame.sentence(&rules::summary(words, obligation, self.visit.status()))) }
                    (picture::figure(frame, obligation, state, self.visit.on()))
                }
                (self.facts())
                (dead_zone(frame, self.known, &self.held.value, self.visit.on()))
                (self.what_is_next())
                (self.papers())
                footer.actions {
                    a.button.quiet href=(self.address()) { (say!(words, "certifications-edit")) span.sr { " " (lines::name(catalog, &self.held.value)) } }
                    @if let Some(known) = self.known {
                        a href={ "/credentials/" (known.id) } { (say!(words, "certifications-rules")) span.sr { " " (lines::name(catalog, &self.held.value)) } }
                    }
                }
            }
        }
    }

    fn facts(&self) -> Markup {
        let (frame, words, held) = (&self.visit.frame, self.visit.frame.words, &self.held.value);
        let asked = |of: fn(&Obligation<'_>) -> Option<Date>| {
            self.obligation.filter(|own| own.route == Route::Renew).and_then(of)
        };
        let days = [
            (say!(words, "certifications-field-issued"), held.issued),
            (say!(words, "certifications-fact-opens"), asked(|own| own.opens)),
            (say!(words, "certifications-fact-file-by"), asked(|own| own.file_by)),
            (
                say!(words, "certifications-field-expires"),
                self.obligation.and_then(|own| own.expires).or(held.expires),
            ),
            (
                say!(words, "certifications-fact-reinstate-by"),
                self.obligation.and_then(|own| own.reinstate_by),
            ),
        ];
        let paid: Usd = held.fees_paid.iter().map(|fee| fee.usd).sum();
        html! {
            dl.facts {
                @if let Some(period) = self.obligation.and_then(|own| own.period) {
                    div { dt { (say!(words, "certifications-field-period")) } dd { (frame.period(period)) } }
                }
                @if let Some(number) = &held.number {
                    div { dt { (say!(words, "certifications-field-number")) } dd { (number) } }
                }
                @for (name, day) in days {
                    @if let Some(day) = day { div { dt { (name) } dd { (frame.day(day)) } } }
                }
                @for fee in self.obligation.map(|own| own.fees(self.visit.on())).unwrap_or_default().iter().filter(|fee| fee.when.is_none()) {
                    div { dt { (frame.english(&words::capital(&fee.what))) } dd { (words.usd(fee.usd)) } }
                }
                @if !held.fees_paid.is_empty() {
                    div { dt { (say!(words, "certifications-fees-paid")) } dd { (words.usd(paid)) } }
                }
            }
            @if !(held.renewals.is_empty() && held.fees_paid.is_empty()) {
                details.refused {
                    summary { (say!(words, "certifications-so-far")) }
                    ul {
                        @for renewal in &held.renewals { li { (lines::renewal(words, renewal)) } }
                        @for fee in &held.fees_paid { li { (lines::fee(words, fee)) } }
                    }
                }
            }
        }
    }

    fn what_is_next(&self) -> Markup {
        let catalog = self.visit.catalog();
        html! {
            @if !self.next.is_empty() {
                div.up-next {
                    h3 { (say!(self.visit.frame.words, "certifications-next")) }
                    ul {
                        @for todo in &self.next {
                            li { a href=(self.target(todo)) { (self.visit.frame.sentence(&agenda::words::title(self.visit.frame.words, todo, catalog))) } }
                        }
                    }
                }
            }
        }
    }

    /// Where to do it.
    fn target(&self, todo: &Todo<'_>) -> String {
        match todo.target() {
            Target::Obligation { .. } | Target::Credit(_) | Target::Activity(_) => "/education".to_owned(),
            Target::Eligibility(id) => format!("/certifications/eligibility/{id}"),
            Target::Catalogue(address) => format!("/{address}"),
            Target::Held(_) | Target::Person => self.address(),
        }
    }

    fn papers(&self) -> Markup {
        let heading = html! { h3 { (say!(self.visit.frame.words, "certifications-documents")) } };
        papers(self.visit, &self.held.id, heading)
    }
}

/// The documents that belong to a credential, and the way to add one, under `heading`.
pub fn papers(visit: &Visit, id: &str, heading: Markup) -> Markup {
    let words = visit.frame.words;
    let is_linked = |own: &&Kept<Document>| {
        own.value.links.iter().any(|(kind, of)| *kind == Kind::Credential && of == id)
    };
    let own: Vec<&Kept<Document>> = visit.kept().documents.iter().filter(is_linked).collect();
    html! {
        div.papers {
            (heading)
            @if !own.is_empty() {
                ul { @for document in &own { li { a href={ "/documents/" (document.id) } { (document.value.name) } } } }
            }
            p { a href={ "/documents/new?for=credential:" (id) } { (say!(words, "certifications-add-document")) } }
        }
    }
}

/// How a credential stands, in a word or two.
pub fn standing(
    frame: &Frame,
    held: &rung_record::Credential,
    obligation: Option<&Obligation<'_>>,
    on: Date,
) -> (State, String) {
    let words = frame.words;
    if held.status != CredentialStatus::Active {
        return (State::Expired, lines::status(words, held.status));
    }
    let Some(obligation) = obligation else {
        let expired = held.expires.is_some_and(|last| last < on);
        return if expired {
            (State::Expired, say!(words, "certifications-is-expired"))
        } else {
            (State::Quiet, say!(words, "certifications-is-unlisted"))
        };
    };
    match (obligation.route, obligation.expires) {
        (Route::Reinstate, _) => (State::Expired, say!(words, "certifications-is-lapsed")),
        (Route::StartOver, _) => (State::Expired, say!(words, "certifications-is-expired")),
        (Route::None, None) => (State::Met, say!(words, "certifications-is-for-life")),
        (Route::None, Some(_)) => (State::Met, say!(words, "certifications-is-active")),
        (Route::Renew, _) => match obligation.pending(on) {
            Some(pending) if pending.returned.is_some() => {
                (State::Expired, say!(words, "certifications-is-returned"))
            }
            Some(_) => (State::Unknown, say!(words, "certifications-is-filed")),
            None if obligation.expires.is_none() => {
                (State::Unknown, say!(words, "certifications-is-undated"))
            }
            None if obligation.opens.is_some_and(|opens| opens <= on) => {
                (State::NotMet, say!(words, "certifications-is-renewable"))
            }
            None => (State::Met, say!(words, "certifications-is-active")),
        },
    }
}

/// The days between a filing and its approval, on which credit counts for nothing; those that end before this year's
/// beginning are history.
pub fn dead_zone(
    frame: &Frame,
    known: Option<&Credential>,
    held: &rung_record::Credential,
    on: Date,
) -> Markup {
    let words = frame.words;
    let zones =
        known.and_then(|known| known.term.as_ref()).map_or_else(Vec::new, |term| dead_zones(term, held));
    html! {
        @for zone in zones {
            p.note.dead-zone {
                @if zone.end == Date::MAX {
                    (say!(words, "certifications-dead-zone-open", from = zone.from))
                } @else if zone.contains(on) {
                    (say!(words, "certifications-dead-zone-now", from = zone.from, to = zone.last()))
                } @else {
                    (say!(words, "certifications-dead-zone", from = zone.from, to = zone.last()))
                }
            }
        }
    }
}
