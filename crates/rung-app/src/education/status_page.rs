//! Where a technician stands on a day, with the proof.

use super::{
    forms::{Day, DayQuery},
    obligation, rooms, timeline,
    view::View,
};
use crate::shell::{Fault, Frame, Page, Room, Visit, components, components::State};
use axum::{extract::Query, http::StatusCode, response::Response};
use maud::{Markup, html};
use rung_record::Date;
use rung_rules::{Obligation, Status, Verdict, evaluate};
use rung_today::agenda::{Around, Kind, Target, Todo, agenda, words as told};
use rung_words::say;

/// More changes than this stand behind one line.
const CHANGES_AT_FIRST: usize = 4;

/// `GET /education?on=YYYY-MM-DD`
pub async fn page(visit: Visit, Query(query): Query<DayQuery>) -> Result<Response, Fault> {
    let day = Day::read(query.on.as_deref(), visit.on());
    visit
        .answer(move |visit| {
            if day.on == visit.on() {
                return Ok(show(&visit.frame, visit.status(), &visit.outlook().todos, &day));
            }
            let status = evaluate(visit.record(), visit.catalog(), day.on);
            let coming = rung_atlas::coming_changes(visit.frame.words, visit.catalog(), day.on);
            let around = Around { coming: &coming, ..Around::default() };
            let todos = agenda(visit.record(), visit.catalog(), day.on, &around);
            Ok(show(&visit.frame, &status, &todos, &day))
        })
        .await
}

fn show(frame: &Frame, status: &Status<'_>, todos: &[Todo<'_>], day: &Day) -> Page {
    let code = if day.fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let body = body(View { frame, status }, todos, day);
    Page::new(say!(frame.words, "education-title"), body).within(Room::Education).with_status(code)
}

fn body(view: View<'_, '_>, todos: &[Todo<'_>], day: &Day) -> Markup {
    let status = view.status;
    let ids = places(status);
    html! {
        (rooms::headline(view.frame, &say!(view.words(), "education-title"), day, rooms::Here::Status))
        @if status.obligations.is_empty() && status.not_in_catalogue.is_empty() {
            (nothing_held(view))
        } @else {
            (summary(view))
            @if status.obligations.len() > 1 { (at_a_glance(view, &ids)) }
            (changes(view, todos))
            @if status.obligations.iter().any(|obligation| obligation.period.is_some()) {
                section.card aria-label=(say!(view.words(), "education-timeline")) { (timeline::figure(view)) }
            }
            @for (obligation, id) in status.obligations.iter().zip(&ids) { (view.card(obligation, id)) }
            (not_in_catalogue(view))
        }
    }
}

/// A place on the page for each obligation: its anchor, or its number where another has that.
fn places(status: &Status<'_>) -> Vec<String> {
    let mut ids: Vec<String> = Vec::with_capacity(status.obligations.len());
    for (n, obligation) in status.obligations.iter().enumerate() {
        let id = obligation::anchor(obligation);
        ids.push(if ids.contains(&id) { format!("{id}-{}", n + 1) } else { id });
    }
    ids
}

fn nothing_held(view: View<'_, '_>) -> Markup {
    let words = view.words();
    html! {
        section.empty {
            (components::ladder())
            h2 { (say!(words, "education-nothing-held")) }
            p { (say!(words, "education-nothing-held-text")) }
            a.button href="/certifications" { (say!(words, "education-nothing-held-do")) }
        }
    }
}

/// A ring for each obligation; each leads to its card.
fn at_a_glance(view: View<'_, '_>, ids: &[String]) -> Markup {
    html! {
        ul.ring-cards aria-label=(say!(view.words(), "education-at-a-glance")) {
            @for (obligation, id) in view.status.obligations.iter().zip(ids) {
                @let state = obligation::state(obligation);
                li {
                    a.card href={ "#" (id) } {
                        (components::ring(view.words(), &obligation::arcs(obligation)))
                        span {
                            strong { (view.status.catalog.authority_of(obligation.credential).name) }
                            span.what { (view.title_alone(obligation)) }
                            span.state.(state.class()) { (components::icon(state)) (obligation::verdict_word(view.words(), obligation)) }
                            @if let Some(by) = last_day_to_act(obligation).filter(|by| *by >= view.status.on) {
                                span.quiet { (view.words().day(by)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The whole status in a sentence or two.
fn summary(view: View<'_, '_>) -> Markup {
    let (status, words) = (view.status, view.words());
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
    let whole = match (met, due.len()) {
        (_, 0) => say!(words, "education-summary-nothing"),
        (met, all) if met == all => say!(words, "education-summary-all-met", count = all),
        (0, all) => say!(words, "education-summary-none-met", count = all),
        (met, all) => say!(words, "education-summary-some-met", met = met, all = all),
    };
    html! {
        p.summary.(timeline::worst(status).class()) {
            (whole)
            @if let Some((by, obligation)) = next {
                " " (say!(words, "education-summary-next")) " " strong { (view.full_name(obligation.credential)) } ", "
                (say!(words, "education-by")) " " (view.frame.day(by)) " (" (words.days_left(status.on, by)) ")."
            }
        }
    }
}

/// The day after which acting is too late, or late.
fn last_day_to_act(obligation: &Obligation<'_>) -> Option<Date> {
    obligation.reinstate_by.or(obligation.file_by).or(obligation.expires)
}

/// What changes soon in the rules of what is held.
fn changes(view: View<'_, '_>, todos: &[Todo<'_>]) -> Markup {
    let is_change = |todo: &&Todo<'_>| matches!(todo.kind, Kind::RulesChange { .. } | Kind::Coming { .. });
    let changes: Vec<&Todo<'_>> = todos.iter().filter(is_change).collect();
    let (first, more) = changes.split_at(changes.len().min(CHANGES_AT_FIRST));
    let list =
        |some: &[&Todo<'_>]| html! { ul.changes { @for todo in some { li { (change(view, todo)) } } } };
    html! {
        @if !changes.is_empty() {
            section.card aria-labelledby="changes" {
                h2 #changes { (say!(view.words(), "education-changes")) }
                (list(first))
                @if !more.is_empty() {
                    details.refused {
                        summary { (say!(view.words(), "education-changes-more", count = more.len())) }
                        (list(more))
                    }
                }
            }
        }
    }
}

/// `From Jan 1, 2027`, whose, and what is asked otherwise.
fn change(view: View<'_, '_>, todo: &Todo<'_>) -> Markup {
    let words = view.words();
    html! {
        span.when { @if let Some(day) = todo.bites { (say!(words, "education-from", day = day)) } }
        span {
            @if let Some(credential) = todo.about { strong { (view.full_name(credential)) } " " }
            @match &todo.kind {
                Kind::Coming { what, .. } => {
                    @if let Target::Catalogue(address) = todo.target() {
                        a href={ "/" (address) } { (view.frame.sentence(what)) }
                    } @else {
                        (view.frame.sentence(what))
                    }
                }
                Kind::RulesChange { in_this_period, changes, .. } => {
                    (if *in_this_period { say!(words, "education-change-this-period") } else { say!(words, "education-change-next-period") })
                    @if !changes.is_empty() {
                        ul { @for asked in changes { li { (view.frame.sentence(&told::asked_change(words, asked))) } } }
                    }
                }
                _ => {}
            }
            @if let Some(cite) = todo.cite { (view.source(cite)) }
        }
    }
}

fn not_in_catalogue(view: View<'_, '_>) -> Markup {
    let (status, words) = (view.status, view.words());
    html! {
        @if !status.not_in_catalogue.is_empty() {
            section.card {
                h2 { (say!(words, "education-not-known")) }
                p { (say!(words, "education-not-known-text")) }
                ul {
                    @for id in &status.not_in_catalogue {
                        li {
                            code { (id) }
                            @let near = status.catalog.similar_ids(id.as_str());
                            @if let Some(likely) = near.first() { ". " (say!(words, "education-did-you-mean")) " " code { (likely) } "?" }
                        }
                    }
                }
            }
        }
    }
}
