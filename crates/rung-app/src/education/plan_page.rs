//! What to take so that every obligation is met at least cost, or why nothing fits.

use super::{
    forms::{Day, WishesForm, WishesQuery},
    rooms,
};
use crate::shell::{Fault, Frame, Page, Room, Visit, components, components::State, words};
use axum::{extract::Query, http::StatusCode, response::Response};
use jiff::ToSpan;
use maud::{Markup, html};
use rung_catalog::Catalog;
use rung_formats::offerings::{Availability, Offering};
use rung_planner::{
    ce::{self, Nothing, Outcome, Plan, PlanResult, Planned},
    exact::Limits,
};
use rung_record::{Date, Format, Hours, Record, Usd};
use rung_rules::evaluate;
use serde::Deserialize;
use std::time::{Duration, Instant};

/// A plan that is not proven by then is shown with what is known.
const LONGEST_SEARCH: Duration = Duration::from_secs(8);

/// `?on=…&budget=…&hours_per_week=…&horizon=…`
#[derive(Deserialize)]
pub struct PlanQuery {
    on: Option<String>,
    budget: Option<String>,
    hours_per_week: Option<String>,
    horizon: Option<String>,
}

/// `GET /education/plan?on=…&budget=…`
pub async fn page(visit: Visit, Query(query): Query<PlanQuery>) -> Result<Response, Fault> {
    let day = Day::read(query.on.as_deref(), visit.on());
    let wishes =
        WishesQuery { budget: query.budget, hours_per_week: query.hours_per_week, horizon: query.horizon };
    visit
        .answer(move |visit| {
            let offerings: Vec<Offering> =
                visit.kept().offerings.iter().map(|kept| kept.value.offering.clone()).collect();
            let asked =
                Asked { frame: &visit.frame, record: visit.record(), day: &day, offerings: &offerings };
            Ok(asked.answer(visit.catalog(), wishes))
        })
        .await
}

/// What a plan is made from.
struct Asked<'a> {
    frame: &'a Frame,
    record: &'a Record,
    day: &'a Day,
    offerings: &'a [Offering],
}

impl Asked<'_> {
    fn answer(&self, catalog: &Catalog, wishes: WishesQuery) -> Page {
        let on = self.day.on;
        let form = WishesForm::read(wishes, on, latest_end(self.record, catalog, on));
        let (code, answer) = match form.wishes() {
            _ if self.day.fault.is_some() => (StatusCode::UNPROCESSABLE_ENTITY, html! {}),
            None => (StatusCode::UNPROCESSABLE_ENTITY, html! {}),
            Some(wishes) => {
                let start = Instant::now();
                let out_of_time = || start.elapsed() >= LONGEST_SEARCH;
                let limits = Limits { nodes: usize::MAX, should_stop: &out_of_time };
                match ce::plan(self.record, catalog, on, self.offerings, wishes, &limits) {
                    Ok(outcome) => (StatusCode::OK, self.outcome(&outcome)),
                    Err(fault) => (StatusCode::UNPROCESSABLE_ENTITY, no_plan(&fault.to_string())),
                }
            }
        };
        let body = html! {
            (rooms::headline(self.frame, "What to take", self.day, rooms::Here::Plan))
            (self.wishes_form(&form))
            (answer)
        };
        Page::new("What to take", body).within(Room::Education).with_status(code)
    }

    fn wishes_form(&self, form: &WishesForm) -> Markup {
        let on = (!self.day.is_today).then_some(self.day.on);
        html! {
            form.wishes.card method="get" aria-label="Wishes" {
                @if let Some(on) = on { input type="hidden" name="on" value=(on); }
                (form.fields())
                button.button type="submit" { "Plan" }
            }
        }
    }

    fn outcome(&self, outcome: &Outcome<'_>) -> Markup {
        let plan = match &outcome.result {
            PlanResult::Plan(plan) => self.plan(outcome, plan),
            PlanResult::Nothing(nothing) => nothing_fits(outcome, nothing),
            PlanResult::NotKnown => no_plan(
                "No plan was found in the time there is. Give it more room: a later day, a larger budget.",
            ),
        };
        html! {
            (plan)
            @if !outcome.aside.is_empty() {
                section.card {
                    h2 { "What courses do not settle" }
                    ul.plain { @for aside in &outcome.aside { li { (words::sentence(&ce::words::aside(words::english(), outcome, aside))) } } }
                }
            }
        }
    }

    fn plan(&self, outcome: &Outcome<'_>, plan: &Plan) -> Markup {
        if plan.picks.is_empty() && plan.needs.is_empty() {
            return html! {
                p.summary.met { "Nothing to take: whatever courses can settle until " (words::day(outcome.wishes.horizon)) " is met." }
            };
        }
        html! {
            p.summary.(if plan.needs.is_empty() { "met" } else { "unknown" }) {
                strong { "$" (plan.cost) } " and " strong { (plan.hours) " h" }
                @if let Some(finish) = plan.finish.filter(|finish| *finish > self.day.on) { ", done by " (words::day(finish)) } "."
                @if !plan.needs.is_empty() { " For " (words::count(plan.needs.len(), "thing", "things")) " no activity is known yet, so what it costs is not in the sum." }
                " "
                @if plan.proven { (components::chip(State::Met, "Proven best")) } @else { (components::chip(State::Unknown, "Best found, not proven")) }
            }
            @if !plan.picks.is_empty() {
                section.card aria-labelledby="take" {
                    h2 #take { "Take these" }
                    ol.steps { @for pick in &plan.picks { (step(outcome, pick, &self.offerings[pick.item])) } }
                }
            }
            @if !plan.needs.is_empty() {
                section.card aria-labelledby="find" {
                    h2 #find { "Find these" }
                    p.quiet { "No activity that is known here gives them. What to look for:" }
                    ol.steps.open { @for need in &plan.needs { (need_step(outcome, need)) } }
                }
            }
            @if plan.proven && !plan.proofs.is_empty() {
                details.refused {
                    summary { "Why this is best" }
                    ul { @for proof in &plan.proofs { li { (words::sentence(&words::capital(&ce::words::claim(words::english(), proof.claim)))) } } }
                    p.quiet { "Each is proven with whole numbers, and the proof can be checked by a program that shares nothing with the planner." }
                }
            }
        }
    }
}

/// The last day of the periods that run now; a year from now where none is known.
fn latest_end(record: &Record, catalog: &Catalog, on: Date) -> Date {
    let status = evaluate(record, catalog, on);
    let ends =
        status.obligations.iter().filter_map(|obligation| obligation.reinstate_by.or(obligation.expires));
    ends.filter(|end| *end >= on).max().unwrap_or_else(|| on.saturating_add(1.year()))
}

fn step(outcome: &Outcome<'_>, pick: &Planned<usize>, offering: &Offering) -> Markup {
    html! {
        li {
            (when(outcome, pick))
            h3 { (components::link_out(offering.url.as_deref(), &offering.title)) }
            p.quiet {
                @if let Some(provider) = &offering.provider { (provider) ", " }
                (pick.hours) " h"
                @if let Some(format) = offering.format { ", " (format_name(format)) }
                ", " (price(offering.price))
                @if let Availability::On { day, .. } = offering.availability { ", only on " (words::day(day)) }
            }
            (serves(outcome, pick))
        }
    }
}

fn need_step(outcome: &Outcome<'_>, need: &Planned<ce::Need>) -> Markup {
    html! {
        li {
            (when(outcome, need))
            h3 { (words::capital(&ce::words::need(words::english(), &need.item))) }
            @if need.hours > Hours::ZERO { p.quiet { (need.hours) " h" } }
            (serves(outcome, need))
        }
    }
}

/// The day that the plan has it done by, and how long it may wait.
fn when<T>(outcome: &Outcome<'_>, planned: &Planned<T>) -> Markup {
    let is_today = planned.on == outcome.demands.status.on;
    html! {
        p.when {
            @if is_today { "Any day from today" } @else { "By " (words::day(planned.on)) }
            @if planned.by > planned.on { span.quiet { ", at the latest " (words::day(planned.by)) } }
        }
    }
}

/// What an activity is for, by credential.
fn serves<T>(outcome: &Outcome<'_>, planned: &Planned<T>) -> Markup {
    let demands = &outcome.demands;
    let mut for_whom: Vec<(String, Vec<&str>)> = Vec::new();
    for (demand, line) in &planned.serves {
        let demand = &demands.list[*demand];
        let whose = words::full_name(demands.status.catalog, demand.obligation.credential);
        let what = demand.lines[*line].requirement.what.as_str();
        match for_whom.iter_mut().find(|(known, _)| *known == whose) {
            Some((_, lines)) if lines.contains(&what) => {}
            Some((_, lines)) => lines.push(what),
            None => for_whom.push((whose, vec![what])),
        }
    }
    html! {
        ul.serves { @for (whose, lines) in &for_whom { li { strong { (whose) } ": " (lines.join("; ")) } } }
    }
}

fn price(price: Usd) -> Markup {
    if price == Usd::ZERO {
        html! { "free" }
    } else {
        html! { "$" (price) }
    }
}

fn format_name(format: Format) -> &'static str {
    match format {
        Format::Live => "live",
        Format::LiveOnline => "live online",
        Format::Home => "home study",
    }
}

fn nothing_fits(outcome: &Outcome<'_>, nothing: &Nothing) -> Markup {
    html! {
        p.summary.expired { "There is no plan within these wishes." }
        section.card {
            h2 { "These cannot all be met together" }
            ul.plain {
                @for reason in &nothing.reasons { li { (words::sentence(&words::capital(&ce::words::demanded(words::english(), outcome, reason)))) } }
            }
            @if nothing.minimal { p.quiet { "Without any one of them there would be a plan." } }
        }
        @if !nothing.ways.is_empty() {
            section.card {
                h2 { "Ways out" }
                ul.plain { @for way in &nothing.ways { li { (ce::words::way(words::english(), outcome, way)) } } }
            }
        }
    }
}

fn no_plan(why: &str) -> Markup {
    html! { p.summary.unknown { (words::sentence(&words::capital(why))) } }
}
