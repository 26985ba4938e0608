//! Where a technician stands on a day, with the proof.

use super::{
    forms::{Day, DayQuery, Upload},
    obligation,
    technician::{self, Origin, Room},
    timeline,
};
use crate::{
    Site,
    shell::{Fault, Page, components, components::State, words},
};
use axum::{
    extract::{Multipart, Path, Query, State as Shared, multipart::MultipartRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use jiff::Unit;
use maud::{Markup, html};
use rung_record::{Date, Record};
use rung_rules::{Obligation, Status, Verdict, evaluate};

/// `GET /samples/{name}?on=YYYY-MM-DD`
pub async fn of_sample(
    Shared(site): Shared<Site>,
    Path(name): Path<String>,
    Query(query): Query<DayQuery>,
) -> Result<Response, Fault> {
    let day = Day::read(query.on.as_deref(), site.today());
    site.work(move |site| match site.sample(&name) {
        Some(sample) => answer(site, &sample.record, Origin::Sample(sample), &day),
        None => Fault::not_found().into_response(),
    })
    .await
}

/// `POST /status`: a record as a file or as text, judged and forgotten.
pub async fn of_upload(
    Shared(site): Shared<Site>,
    form: Result<Multipart, MultipartRejection>,
) -> Result<Response, Fault> {
    let form = form.map_err(|_| Fault::unreadable("Send the record with the form on the first page."))?;
    let upload = Upload::read(form).await?;
    let day = Day::read(upload.on.as_deref(), site.today());
    site.work(move |site| match Record::from_json(&upload.record) {
        Ok(record) => answer(site, &record, Origin::Upload, &day),
        Err(problems) => technician::faulty(&upload, problems),
    })
    .await
}

fn answer(site: &Site, record: &Record, origin: Origin<'_>, day: &Day) -> Response {
    let status = evaluate(record, site.catalog(), day.on);
    let code = if day.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    (code, Page::new(technician::name(record, origin)).within("/").show(&body(&status, origin, day)))
        .into_response()
}

fn body(status: &Status<'_>, origin: Origin<'_>, day: &Day) -> Markup {
    html! {
        (technician::headline(status.record, origin, status.catalog, day, Room::Status))
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
