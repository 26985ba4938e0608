//! The page of the way: what is wanted, the plan with its proof, or why there is none and what would do.

use super::{
    form::Form,
    known::{Known, Lived, known},
    lived::stuck_unread,
    picture,
    steps::Steps,
};
use crate::shell::{
    Fault, Page, Posted, Room, Visit, Wanted, agreed_way,
    components::{self, State},
    goal_name,
};
use axum::{extract::Query, http::StatusCode, response::Response};
use maud::{Markup, html};
use rung_store::Change;
use rung_way::{
    plan::{Draft, Outcome, Solved, WayPlan, WayResult},
    why::{WhyNot, differences},
    words::plan as told,
};
use rung_words::{Words, say};
use serde::Deserialize;
use std::{collections::HashMap, sync::Arc};

/// `?to=role:lead-technician`
#[derive(Default, Deserialize)]
pub struct Asked {
    to: Option<String>,
}

/// `GET /plan`
pub async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let known = known(&visit).await?;
    visit
        .answer(move |visit| {
            let form = Form::of(&known.wanted, asked.to.as_deref(), visit);
            let is_asked = asked.to.is_some();
            Ok(show(visit, &known, &form, is_asked, None))
        })
        .await
}

/// `POST /plan`: keeps what is wanted.
pub async fn keep(visit: Visit, Posted(typed): Posted<HashMap<String, String>>) -> Result<Response, Fault> {
    let words = visit.frame.words;
    let before = Wanted::of(visit.kept());
    let mut form = Form::sent(typed);
    let Some(wanted) = form.read(words, &visit.viewpoint(), &before) else {
        let known = known(&visit).await?;
        let page = show(&visit, &known, &form, true, None).with_status(StatusCode::UNPROCESSABLE_ENTITY);
        return Ok(visit.show(page));
    };
    let names: Vec<String> =
        wanted.aims.iter().map(|aim| goal_name(words, &visit.viewpoint(), &aim.goal)).collect();
    let title = say!(words, "plan-wanted-title", goals = words.list(&names));
    let done = visit.change(title, wanted.keep(Change::default())).await?;
    Ok(visit.done(done.version, "/plan"))
}

/// The page once more, with what could not be done.
pub async fn again(visit: Visit, fault: String) -> Result<Response, Fault> {
    let known: Arc<Known> = known(&visit).await?;
    let form = Form::of(&known.wanted, None, &visit);
    Ok(visit
        .show(show(&visit, &known, &form, false, Some(&fault)).with_status(StatusCode::UNPROCESSABLE_ENTITY)))
}

fn show(visit: &Visit, known: &Known, form: &Form, is_open: bool, fault: Option<&str>) -> Page {
    let words = visit.frame.words;
    let title = say!(words, "plan-title");
    let is_new = known.wanted.aims.is_empty();
    let form = html! {
        @if is_new {
            section.card { h2 { (say!(words, "plan-want-title")) } (form.show(visit)) }
        } @else {
            details.card.want-it open[is_open] { summary { h2 { (say!(words, "plan-want-title")) } } (form.show(visit)) }
        }
    };
    let has_plan = known.lived.is_some()
        || matches!(&known.proposal, Some(Ok(Outcome { result: WayResult::Plan(_), .. })));
    let body = html! {
        div.headline {
            h1 { (title) }
            @if has_plan {
                div.actions {
                    a.button.quiet href="/plan.ics" { (say!(words, "plan-as-calendar")) }
                    a.button.quiet href="/plan.pdf" { (say!(words, "plan-as-pdf")) }
                    a href="/plan.json" { (say!(words, "plan-as-json")) }
                }
            }
        }
        @if let Some(fault) = fault { p.told role="alert" { (components::icon(State::Expired)) (visit.frame.sentence(fault)) } }
        @if is_new { p.lead { (say!(words, "plan-lead")) " " a href="/explore" { (say!(words, "plan-explore-first")) } } }
        @if is_new || is_open { (form) }
        @if let Some(Err(stuck)) = agreed_way(visit.kept()) { p.note { (stuck_unread(words, &stuck)) } (give_up(visit)) }
        @if let Some(lived) = &known.lived { (self::lived(visit, known, lived)) }
        @if !known.is_agreed() { (proposal(visit, known)) }
        @if !(is_new || is_open) { (form) }
    };
    Page::new(title, body).within(Room::Plan)
}

fn lines(visit: &Visit, state: State, lines: &[String]) -> Markup {
    let rest = lines.get(1..).unwrap_or_default();
    html! {
        p.summary.(state.class()) { strong { @if let Some(first) = lines.first() { (visit.frame.sentence(first)) } } }
        @for line in rest { p { (visit.frame.sentence(line)) } }
    }
}

fn proof(words: &Words, plan: &WayPlan) -> Markup {
    if plan.proven {
        components::chip(State::Met, &say!(words, "plan-chip-proven"))
    } else {
        components::chip(State::Unknown, &say!(words, "plan-chip-not-proven"))
    }
}

fn aims(visit: &Visit, plan: &WayPlan) -> Markup {
    let words = visit.frame.words;
    html! {
        ul.plain {
            @for aim in &plan.aims {
                li {
                    strong { (told::goal(words, &aim.aim.goal, &aim.name)) } ": "
                    @match aim.reached { Some(day) => (visit.frame.day(day)), None => (say!(words, "plan-reached-already")) }
                    @if let Some(by) = aim.aim.by { " " span.quiet { (say!(words, "plan-wanted-by", day = by)) } }
                }
            }
        }
    }
}

fn proposal(visit: &Visit, known: &Known) -> Markup {
    let words = visit.frame.words;
    let outcome = match &known.proposal {
        None => return html! {},
        Some(Err(fault)) => {
            return html! { section.card { p.summary.not-met { strong { (visit.frame.sentence(&told::fault(words, fault))) } } } };
        }
        Some(Ok(outcome)) => outcome,
    };
    match &outcome.result {
        WayResult::Plan(solved) => proposed(visit, known, outcome, solved),
        WayResult::Nothing(refuted) => html! {
            section.card {
                (lines(visit, State::NotMet, &[say!(words, "plan-nothing-fits")]))
                @if refuted.proven { p { (components::chip(State::Met, &say!(words, "plan-chip-proven"))) } }
                @if let Some(why) = &known.beside.why_not { (why_nothing(visit, why, &outcome.draft)) }
            }
        },
        WayResult::Blocked(blocked) => html! {
            section.card { @for own in blocked { (lines(visit, State::NotMet, &told::blocked(words, own))) } }
        },
        WayResult::NotKnown => {
            html! { section.card { (lines(visit, State::Unknown, &[say!(words, "plan-not-in-time")])) } }
        }
    }
}

fn why_nothing(visit: &Visit, why: &WhyNot, draft: &Draft) -> Markup {
    let (frame, words) = (&visit.frame, visit.frame.words);
    html! {
        @if !why.reasons.is_empty() {
            p { (say!(words, "plan-not-together")) }
            ul.plain { @for reason in told::asked_together(words, draft, &why.reasons) { li { (frame.sentence(&reason)) } } }
            @if why.minimal { p.quiet { (say!(words, "plan-none-spared")) } }
        }
        @if !why.ways.is_empty() {
            h3 { (say!(words, "plan-what-would-do")) }
            ul.plain { @for way in &why.ways { li { (frame.sentence(&told::way(words, way))) } } }
        }
    }
}

fn proposed(visit: &Visit, known: &Known, outcome: &Outcome, solved: &Solved) -> Markup {
    let (frame, words, plan) = (&visit.frame, visit.frame.words, &solved.plan);
    let standing = known.lived.as_ref().and_then(|lived| lived.way.standing.as_ref().ok());
    let steps = Steps { visit, plan, draft: &outcome.draft, beside: Some(&known.beside), agreed: None };
    html! {
        section.card.way-plan {
            @if known.lived.is_some() { h2 { (say!(words, "plan-new-beside")) } }
            (lines(visit, if plan.proven { State::Met } else { State::Unknown }, &told::headline(words, plan)))
            p { (proof(words, plan)) }
            (aims(visit, plan))
            @if let Some(standing) = standing {
                h3 { (say!(words, "plan-how-it-differs")) }
                ul.plain { @for line in told::differences(words, &differences(&standing.plan, plan), &standing.plan, plan) { li { (frame.sentence(&line)) } } }
            }
            @if plan.arrival.is_some() {
                (frame.form("/plan/agree", html! {
                    input type="hidden" name="stamp" value=(visit.stamp());
                    button.button type="submit" { @if standing.is_some() { (say!(words, "plan-agree-instead")) } @else { (say!(words, "plan-agree")) } }
                }))
                (picture::figure(frame, plan, visit.on()))
            }
        }
        @if plan.arrival.is_some() { (steps.list()) }
        (stands_on(visit, plan))
    }
}

fn lived(visit: &Visit, known: &Known, lived: &Lived) -> Markup {
    let (frame, words) = (&visit.frame, visit.frame.words);
    let agreed = &lived.way.agreed;
    let standing = match &lived.way.standing {
        Ok(standing) => standing,
        Err(stuck) => {
            return html! {
                section.card {
                    h2 { (say!(words, "plan-agreed", day = agreed.agreed_on)) }
                    (lines(visit, State::NotMet, &[told::stuck(words, &agreed.draft, stuck)]))
                    @if let Some(why) = &lived.why_not { (why_nothing(visit, why, &agreed.draft)) }
                    (give_up(visit))
                }
            };
        }
    };
    let plan = &standing.plan;
    let beside = known.is_agreed().then_some(&known.beside);
    let steps = Steps { visit, plan, draft: &standing.draft, beside, agreed: Some(agreed) };
    html! {
        section.card.way-plan {
            h2 { (say!(words, "plan-agreed", day = agreed.agreed_on)) }
            (lines(visit, if plan.proven { State::Met } else { State::Unknown }, &told::headline(words, plan)))
            p { (proof(words, plan)) }
            (aims(visit, plan))
            @if !standing.moved.is_empty() {
                h3 { (say!(words, "plan-what-moved")) }
                ul.plain { @for line in told::differences(words, &standing.moved, &agreed.plan, plan) { li { (frame.sentence(&line)) } } }
            }
            @if !standing.not_told.is_empty() {
                div.settle {
                    p { (components::icon(State::Unknown)) (say!(words, "plan-not-told")) }
                    ul { @for key in &standing.not_told { li { (told::title_of(words, &agreed.draft, key)) } } }
                }
            }
            @if !lived.changed.is_empty() {
                h3 { (say!(words, "plan-catalogue-changed")) }
                ul.plain { @for own in &lived.changed { li { (frame.sentence(&told::changed(words, &agreed.draft, own))) } } }
            }
            (picture::figure(frame, plan, visit.on()))
        }
        (steps.list())
        (stands_on(visit, plan))
        (give_up(visit))
    }
}

fn give_up(visit: &Visit) -> Markup {
    visit.frame.form(
        "/plan/give-up",
        html! { button.button.quiet.small { (say!(visit.frame.words, "plan-give-up")) } },
    )
}

/// What the plan supposes and assumes, and the ways that are closed.
fn stands_on(visit: &Visit, plan: &WayPlan) -> Markup {
    let (frame, words) = (&visit.frame, visit.frame.words);
    html! {
        @if !plan.supposes.is_empty() {
            section.card { h2 { (say!(words, "plan-supposed")) } ul.plain { @for own in &plan.supposes { li { (frame.sentence(&told::supposed(words, own))) } } } }
        }
        @if !plan.assumptions.is_empty() {
            section.card #assumptions {
                h2 { (say!(words, "plan-assumptions")) }
                p.quiet { (say!(words, "plan-assumptions-about")) }
                ul.assumptions {
                    @for (n, own) in plan.assumptions.iter().enumerate() {
                        li {
                            @for text in told::assumption(words, own) { p { (frame.sentence(&text)) } }
                            details.refused {
                                summary { (say!(words, "plan-your-own-figure")) }
                                (frame.form("/plan/figure", html! {
                                    input type="hidden" name="key" value=(own.key);
                                    div.told-by {
                                        @if own.hours.is_some() { (amount(&format!("hours-{n}"), "hours", &say!(words, "plan-column-hours"))) }
                                        @if own.weeks.is_some() { (amount(&format!("weeks-{n}"), "weeks", &say!(words, "plan-column-weeks"))) }
                                        @if own.usd.is_some() { (amount(&format!("usd-{n}"), "usd", &say!(words, "plan-column-dollars"))) }
                                        div.actions { button.button.quiet { (say!(words, "plan-use-figure")) } }
                                    }
                                }))
                            }
                        }
                    }
                }
            }
        }
        @if !plan.closed.is_empty() {
            section.card {
                details.refused {
                    summary { (say!(words, "plan-closed", count = plan.closed.len())) }
                    ul.plain { @for own in &plan.closed { li { (frame.sentence(&told::closed(words, own))) } } }
                }
            }
        }
    }
}

fn amount(id: &str, name: &str, label: &str) -> Markup {
    components::field(
        id,
        label,
        "",
        None,
        |_| html! { input id=(id) name=(name) inputmode="decimal" size="6" maxlength="20" autocomplete="off"; },
    )
}
