//! One thing to do: what, why, when, and where to go.

use crate::shell::{Room, Visit, components::State, credit_address, held_address, obligation_place};
use maud::{Markup, html};
use rung_today::agenda::{Kind, Target, Todo, Urgency, words as told};

/// Whether it tells of a change rather than of something to do.
pub fn is_change(todo: &Todo<'_>) -> bool {
    matches!(todo.kind, Kind::RulesChange { .. } | Kind::Coming { .. })
}

/// The card.
pub fn card(visit: &Visit, todo: &Todo<'_>) -> Markup {
    let (record, on) = (visit.record(), visit.on());
    html! {
        li.todo.(class(todo)) {
            svg.kind viewBox="0 0 24 24" aria-hidden="true" focusable="false" { path d=(strokes(&todo.kind)) {} }
            div.what {
                h3 { a href=(address(visit, todo)) { (visit.frame.sentence(&title(visit, todo))) } }
                p { (visit.frame.sentence(&told::why(visit.frame.words, todo, record, on))) }
                p.do { (visit.frame.sentence(&told::what_to_do(visit.frame.words, todo, record, on))) }
            }
            @if let Some(day) = todo.bites { (when(visit, day, todo.urgency)) }
        }
    }
}

/// What to do, in a few words.
pub fn title(visit: &Visit, todo: &Todo<'_>) -> String {
    told::title(visit.frame.words, todo, visit.catalog())
}

/// The day and how far it is.
pub fn when(visit: &Visit, day: rung_record::Date, urgency: Urgency) -> Markup {
    let words = visit.frame.words;
    html! {
        p.when.(if urgency == Urgency::Now { "pressing" } else { "calm" }) {
            time datetime=(day) { (words.day(day)) }
            span { (words.days_left(visit.on(), day)) }
        }
    }
}

/// The stylesheet's name for how pressing it is: the line at its side.
fn class(todo: &Todo<'_>) -> &'static str {
    match todo.urgency {
        Urgency::Now if matches!(todo.kind, Kind::Reinstate { .. } | Kind::SendAgain { .. }) => {
            State::Expired.class()
        }
        Urgency::Now => State::NotMet.class(),
        _ if matches!(todo.kind, Kind::Answer { .. }) => State::Unknown.class(),
        Urgency::Soon => State::Met.class(),
        Urgency::Later | Urgency::Someday => State::Quiet.class(),
    }
}

/// What is drawn for it in a 24 × 24 field.
fn strokes(kind: &Kind<'_>) -> &'static str {
    match kind {
        Kind::Reinstate { .. } | Kind::StartOver { .. } => {
            "M12 8v5M12 16.5v.1M10.3 4.3 3 17.5A2 2 0 0 0 4.7 20h14.6a2 2 0 0 0 1.7-2.5L13.7 4.3a2 2 0 0 0-3.4 0z"
        }
        Kind::SendAgain { .. } | Kind::Renew { .. } => "M20 11a8 8 0 1 0-2.3 6M20 5v6h-6",
        Kind::Earn { .. } => "M3 9l9-4 9 4-9 4-9-4zM7 11v5c3 2.5 7 2.5 10 0v-5M21 9v6",
        Kind::Do(_) => "M5 6h14v14H5zM5 10h14M9 3v4M15 3v4M9 15l2 2 4-4",
        Kind::Answer { .. } => {
            "M9.2 9a3 3 0 1 1 4.3 2.6c-1 .5-1.5 1.1-1.5 2.2M12 17.3v.1M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18z"
        }
        Kind::Await { .. } => "M7 4h10M7 20h10M8 4c0 5 8 6 8 8s-8 3-8 8M16 4c0 5-8 6-8 8s8 3 8 8",
        Kind::RulesChange { .. } | Kind::Coming { .. } => {
            "M5 4h9a4 4 0 0 1 4 4v12H9a4 4 0 0 1-4-4zM9 9h5M9 13h5"
        }
        Kind::Document { .. } => "M7 3h7l4 4v14H7zM14 3v4h4M10 13h5M10 17h5",
        Kind::Apply { .. } => "M12 20V5M6 11l6-6 6 6",
    }
}

/// The page where it is done.
pub fn address(visit: &Visit, todo: &Todo<'_>) -> String {
    match todo.target() {
        Target::Obligation { credential, duty, .. } => {
            format!("/education#{}", obligation_place(credential, duty))
        }
        Target::Held(credential) => {
            let held = &visit.record().credentials;
            let n = held.iter().position(|held| held.credential == *credential);
            let entry = n.and_then(|n| visit.kept().credentials.get(n));
            entry.map_or_else(|| Room::Certifications.address().to_owned(), |id| held_address(id))
        }
        Target::Eligibility(credential) => format!("/certifications/eligibility/{credential}"),
        Target::Credit(n) => {
            let credit = visit.record().credits.get(n);
            credit
                .map_or_else(|| "/education/credits".to_owned(), |credit| credit_address(credit.id.as_str()))
        }
        // What the record lacks is asked where something depends on it.
        Target::Person => match todo.about {
            Some(about) => format!("/certifications/eligibility/{}", about.id),
            None => "/certifications/eligibility".to_owned(),
        },
        Target::Activity(_) => "/education/plan".to_owned(),
        // A place on a page is an anchor there: the reader sees what stands beside it.
        Target::Catalogue(address) if address.is_place() => {
            format!("/{}#{}", address.page(), address.anchor())
        }
        Target::Catalogue(address) => format!("/{address}"),
    }
}
