//! Where a technician stands on a day, with the proof.

use super::{
    forms::{Day, DayQuery, Upload, open_record},
    obligation, timeline,
};
use crate::{
    Site,
    samples::Sample,
    shell::{Fault, Page, components, components::State, words},
};
use axum::{
    extract::{Multipart, Path, Query, State as Shared, multipart::MultipartRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use jiff::Unit;
use maud::{Markup, html};
use rung_record::{Date, Problem, Problems, Record};
use rung_rules::{Obligation, Status, Verdict, evaluate};

/// Where the record of a page came from.
enum Origin<'a> {
    Sample(&'a Sample),
    Upload,
}

/// `GET /samples/{name}?on=YYYY-MM-DD`
pub async fn of_sample(
    Shared(site): Shared<Site>,
    Path(name): Path<String>,
    Query(query): Query<DayQuery>,
) -> Result<Response, Fault> {
    let day = Day::read(query.on.as_deref(), site.today());
    site.work(move |site| match site.sample(&name) {
        Some(sample) => answer(site, &sample.record, &Origin::Sample(sample), &day),
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
        Ok(record) => answer(site, &record, &Origin::Upload, &day),
        Err(problems) => faulty(&upload, problems),
    })
    .await
}

fn answer(site: &Site, record: &Record, origin: &Origin<'_>, day: &Day) -> Response {
    let status = evaluate(record, site.catalog(), day.on);
    let name = record.person.name.as_deref().filter(|name| !name.trim().is_empty()).unwrap_or("Your record");
    let code = if day.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    (code, Page::new(name).within("/").show(&body(&status, name, origin, day))).into_response()
}

fn body(status: &Status<'_>, name: &str, origin: &Origin<'_>, day: &Day) -> Markup {
    html! {
        div.headline {
            div {
                p.eyebrow {
                    @match origin {
                        Origin::Sample(_) => "A sample technician",
                        Origin::Upload => "From your file, not stored",
                    }
                }
                h1 { (name) }
            }
            (day_form(status.record, origin, day))
        }
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

/// Asks about another day. A record that was uploaded travels along, since it is kept nowhere.
fn day_form(record: &Record, origin: &Origin<'_>, day: &Day) -> Markup {
    let inner = html! {
        (day.field())
        button.button.quiet type="submit" { "Show" }
    };
    match origin {
        Origin::Sample(_) => html! { form.day method="get" { (inner) } },
        Origin::Upload => html! {
            form.day method="post" action="/status" enctype="multipart/form-data" {
                input type="hidden" name="text" value=(record.to_json());
                (inner)
            }
        },
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

/// All faults of a record with their places, and its text to mend them in.
fn faulty(upload: &Upload, problems: Problems) -> Response {
    if upload.is_empty() {
        let nothing = "Choose a file, or paste the record's text.";
        let body = html! {
            div.headline { h1 { "Open your record" } }
            section.card { (open_record(None, Some(nothing))) }
        };
        let fault = Fault::bad_value(nothing);
        return with_fault(fault, Page::new("Open your record").within("/").show(&body));
    }
    let count = problems.listed.len() + problems.more;
    let body = html! {
        div.headline {
            div {
                p.eyebrow { "Nothing was judged yet" }
                h1 { "This record has " (words::count(count, "fault", "faults")) }
            }
        }
        p.summary { "Mend what is listed, here or in the file, and open it again. Nothing is guessed." }
        section.card aria-label="Faults" {
            ol.faults {
                @for problem in &problems.listed { (fault(problem)) }
            }
            @if problems.more > 0 { p { "And " (problems.more) " more of the same kind." } }
        }
        section.card aria-label="The record" {
            @if upload.as_text().is_none() {
                p.note { "The file is not shown here, because it is no text or is too long. Mend it where it is." }
            }
            (open_record(upload.as_text(), None))
        }
    };
    with_fault(Fault::faulty_record(problems), Page::new("Faults in the record").within("/").show(&body))
}

fn fault(problem: &Problem) -> Markup {
    html! {
        li {
            (components::icon(State::Expired))
            div {
                @if !problem.place.is_empty() { code { (problem.place) } }
                p { (words::capital(&problem.what)) "." }
            }
        }
    }
}

/// The page for a person, with the fault beside it for a program.
fn with_fault(fault: Fault, page: impl IntoResponse) -> Response {
    let mut response = (fault.status(), page).into_response();
    response.extensions_mut().insert(fault);
    response
}
