//! Where a technician stands on a day, with the proof.

use super::{
    forms::{Day, DayQuery},
    obligation, rooms, timeline,
};
use crate::shell::{Fault, Page, Room, Visit, components, components::State, words};
use axum::{extract::Query, http::StatusCode, response::Response};
use jiff::Unit;
use maud::{Markup, html};
use rung_record::Date;
use rung_rules::{Obligation, Status, Verdict, evaluate};

/// `GET /education?on=YYYY-MM-DD`
pub async fn page(visit: Visit, Query(query): Query<DayQuery>) -> Result<Response, Fault> {
    let day = Day::read(query.on.as_deref(), visit.on());
    visit
        .answer(move |visit| {
            if day.on == visit.on() {
                return Ok(show(visit.status(), &day));
            }
            Ok(show(&evaluate(visit.record(), visit.catalog(), day.on), &day))
        })
        .await
}

fn show(status: &Status<'_>, day: &Day) -> Page {
    let code = if day.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Page::new("Education", body(status, day)).within(Room::Education).with_status(code)
}

fn body(status: &Status<'_>, day: &Day) -> Markup {
    html! {
        (rooms::headline("Where you stand", day, rooms::Here::Status))
        @if status.obligations.is_empty() && status.not_in_catalogue.is_empty() {
            (nothing_held())
        } @else {
            (summary(status))
            @if status.obligations.iter().any(|obligation| obligation.period.is_some()) {
                section.card aria-label="Timeline" { (timeline::figure(status)) }
            }
            @for (n, obligation) in status.obligations.iter().enumerate() {
                (obligation::card(obligation, status, n + 1))
            }
            (not_in_catalogue(status))
        }
    }
}

fn nothing_held() -> Markup {
    components::empty_state(
        "No credentials yet",
        "This record holds no credentials, so nothing is asked. Add what you hold under \"credentials\": its id in \
         the catalogue, the day it was issued and the day it expires.",
        html! { a.button href="/about" { "See the credentials Rung knows" } },
    )
}

/// The whole status in a sentence or two.
fn summary(status: &Status<'_>) -> Markup {
    let due: Vec<&Obligation<'_>> = status
        .obligations
        .iter()
        .filter(|obligation| !matches!(obligation::state(obligation), State::Quiet))
        .collect();
    let met = due.iter().filter(|obligation| obligation::state(obligation) == State::Met).count();
    let next = (due.iter())
        .filter(|obligation| obligation.verdict != Verdict::Met)
        .filter_map(|obligation| Some((last_day_to_act(obligation)?, obligation)))
        .filter(|(by, _)| *by >= status.on)
        .min_by_key(|(by, _)| *by);
    html! {
        p.summary.(timeline::worst(status).class()) {
            @match (met, due.len()) {
                (_, 0) => "Nothing is asked of you now.",
                (met, all) if met == all && all == 1 => "Everything is met.",
                (met, all) if met == all => { "Everything is met for all " (all) " obligations." }
                (0, 1) => "One obligation needs you.",
                (0, all) => { "All " (all) " obligations need you." }
                (met, all) => { (met) " of " (all) " obligations are met." }
            }
            @if let Some((by, obligation)) = next {
                " Next: " strong { (words::full_name(status.catalog, obligation.credential)) } ", by "
                (words::day(by)) " (" (days_left(status.on, by)) ")."
            }
        }
    }
}

/// The day after which acting is too late, or late.
fn last_day_to_act(obligation: &Obligation<'_>) -> Option<Date> {
    obligation.reinstate_by.or(obligation.file_by).or(obligation.expires)
}

fn days_left(on: Date, by: Date) -> String {
    match on.until((Unit::Day, by)).map_or(0, |span| span.get_days()) {
        0 => "today".into(),
        1 => "tomorrow".into(),
        days => format!("{days} days"),
    }
}

fn not_in_catalogue(status: &Status<'_>) -> Markup {
    html! {
        @if !status.not_in_catalogue.is_empty() {
            section.card {
                h2 { "Not in the catalogue" }
                p { "Rung has no rules for these yet, and says nothing about them:" }
                ul {
                    @for id in &status.not_in_catalogue {
                        li {
                            code { (id) }
                            @let near = status.catalog.similar_ids(id.as_str());
                            @if let Some(likely) = near.first() { ". Did you mean " code { (likely) } "?" }
                        }
                    }
                }
            }
        }
    }
}
