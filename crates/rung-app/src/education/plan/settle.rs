//! What the technician makes of an activity: planned, registered, done, let be, removed.

use crate::shell::{Fault, LocalAddress, Posted, Visit};
use axum::response::Response;
use rung_record::{CreditId, Date, parse_date};
use rung_store::{Basis, Change, Kind, OfferingState, PlannedOffering};
use rung_words::say;
use serde::Deserialize;

/// The form of [`super::offering::actions`].
#[derive(Deserialize)]
pub struct Wish {
    id: String,
    version: String,
    r#do: String,
    #[serde(default)]
    on: String,
    #[serde(default)]
    back: LocalAddress,
}

/// `POST /education/offerings/settle`: one batch; done becomes a credit in it.
pub async fn settle(visit: Visit, Posted(wish): Posted<Wish>) -> Result<Response, Fault> {
    let words = visit.frame.words;
    let basis = Basis::At(wish.version.parse()?);
    let kept = visit.kept().offerings.iter().find(|kept| kept.id == wish.id).ok_or_else(Fault::not_found)?;
    let offering = kept.value.offering.clone();
    let day = match wish.on.trim() {
        "" => None,
        typed => Some(parse_date(typed).map_err(|_| {
            Fault::bad_value(say!(
                words,
                "ceplan-fault-day",
                typed = typed.chars().take(40).collect::<String>()
            ))
        })?),
    };
    let put =
        |state| Change::new().put(&wish.id, &PlannedOffering { offering: offering.clone(), state }, basis);
    let title = &offering.title;
    let (told, change) = match wish.r#do.as_str() {
        "planned" => (say!(words, "ceplan-history-planned", title = title), put(OfferingState::Planned(day))),
        "registered" => {
            (say!(words, "ceplan-history-registered", title = title), put(OfferingState::Registered(day)))
        }
        "open" => (say!(words, "ceplan-history-open", title = title), put(OfferingState::Open)),
        "remove" => (
            say!(words, "ceplan-history-removed", title = title),
            Change::new().remove(Kind::Offering, &wish.id, basis),
        ),
        "done" => {
            let day = done_on(&visit, day)?;
            let id = free_id(&visit, &wish.id);
            let credit = offering.credit(id.clone(), day);
            (say!(words, "ceplan-history-done", title = title), put(OfferingState::Done(id)).add(&credit))
        }
        _ => return Err(Fault::bad_value(say!(words, "ceplan-fault-do"))),
    };
    let done = visit.change(told, change).await?;
    Ok(visit.done(done.version, wish.back.as_str()))
}

/// The day on which it was completed: told, and not to come.
fn done_on(visit: &Visit, day: Option<Date>) -> Result<Date, Fault> {
    let words = visit.frame.words;
    match day {
        None => Err(Fault::bad_value(say!(words, "ceplan-fault-done-day"))),
        Some(day) if day > visit.on() => {
            Err(Fault::bad_value(say!(words, "ceplan-fault-done-later", day = day)))
        }
        Some(day) => Ok(day),
    }
}

/// An id for the credit that no other has: the offering's own, or with a number behind it.
fn free_id(visit: &Visit, offering: &str) -> CreditId {
    let taken = |id: &str| visit.record().credits.iter().any(|credit| credit.id.as_str() == id);
    let numbered = (2_u32..).map(|n| format!("{offering}-{n}"));
    let id = std::iter::once(offering.to_owned()).chain(numbered).find(|id| !taken(id));
    CreditId(id.unwrap_or_default())
}
