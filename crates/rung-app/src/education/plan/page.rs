//! What to take so that every obligation is met at least cost, or why nothing fits.

use super::{
    super::rooms,
    offering,
    wishes::{self, Typed, latest_end},
};
use crate::shell::{Fault, Frame, Page, Posted, Room, Visit, components, components::State, words};
use axum::{extract::Query, http::StatusCode, response::Response};
use maud::{Markup, html};
use rung_formats::offerings::Offering;
use rung_planner::{
    ce::{self, Nothing, Outcome, Plan, PlanResult, Planned},
    exact::Limits,
};
use rung_record::{Date, Hours, Usd};
use rung_store::{Change, Kept, PlanSettings, PlannedOffering};
use rung_words::say;
use serde::Deserialize;
use std::time::{Duration, Instant};

/// A plan that is not proven by then is shown with what is known.
const LONGEST_SEARCH: Duration = Duration::from_secs(8);

/// `?horizon=2027-12-31`
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    horizon: String,
}

/// The wishes as they were typed.
#[derive(Deserialize)]
pub struct WishesForm {
    #[serde(default)]
    budget: String,
    #[serde(default)]
    hours_per_week: String,
}

/// The three fields, typed or kept.
struct Fields {
    budget: Typed<Option<Usd>>,
    hours: Typed<Option<Hours>>,
    horizon: Typed<Option<Date>>,
}

impl Fields {
    fn of(visit: &Visit, horizon: &str) -> Self {
        let kept = visit.kept().plan();
        let text = |value: Option<String>| value.unwrap_or_default();
        Self {
            budget: wishes::money(&visit.frame, &text(kept.budget.map(|budget| budget.to_string()))),
            hours: wishes::hours_a_week(
                &visit.frame,
                &text(kept.hours_a_week.map(|hours| hours.to_string())),
            ),
            horizon: wishes::day(&visit.frame, horizon, Some(visit.on())),
        }
    }
}

/// `GET /education/plan?horizon=…`
pub async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    visit.answer(move |visit| Ok(show(visit, &Fields::of(visit, &asked.horizon)))).await
}

/// `POST /education/plan/wishes`: keeps budget and hours a week.
pub async fn save_wishes(visit: Visit, Posted(form): Posted<WishesForm>) -> Result<Response, Fault> {
    let fields = Fields {
        budget: wishes::money(&visit.frame, &form.budget),
        hours: wishes::hours_a_week(&visit.frame, &form.hours_per_week),
        ..Fields::of(&visit, "")
    };
    let (Some(budget), Some(hours_a_week)) = (fields.budget.value(), fields.hours.value()) else {
        let page = show(&visit, &fields).with_status(StatusCode::UNPROCESSABLE_ENTITY);
        return Ok(visit.show(page));
    };
    let settings = PlanSettings { budget: *budget, hours_a_week: *hours_a_week };
    let title = say!(visit.frame.words, "ceplan-history-wishes");
    let done = visit.change(title, Change::new().put_plan_settings(settings)).await?;
    Ok(visit.done(done.version, "/education/plan"))
}

fn show(visit: &Visit, fields: &Fields) -> Page {
    let words = visit.frame.words;
    let title = say!(words, "ceplan-title");
    let actions = html! {
        a.button.quiet href="/education/what-if" { (say!(words, "ceplan-to-what-if")) } " "
        a.button.quiet href="/education/offerings" { (say!(words, "ceplan-to-offerings")) }
    };
    let status = visit.status();
    let known: Vec<(&Kept<PlannedOffering>, Offering)> = (visit.kept().offerings.iter())
        .filter_map(|kept| Some((kept, offering::for_plan(&kept.value)?)))
        .collect();
    let answer = match fields.horizon.value() {
        _ if status.obligations.is_empty() => no_plan(&visit.frame, &say!(words, "ceplan-nothing-held")),
        None => html! {},
        Some(horizon) => {
            let wishes = wishes::kept(visit.kept().plan(), horizon.unwrap_or_else(|| latest_end(status)));
            let choices: Vec<Offering> = known.iter().map(|(_, offering)| offering.clone()).collect();
            let (start, frame) = (Instant::now(), &visit.frame);
            let out_of_time = || start.elapsed() >= LONGEST_SEARCH;
            let limits = Limits { nodes: usize::MAX, should_stop: &out_of_time };
            match ce::plan(visit.record(), visit.catalog(), visit.on(), &choices, wishes, &limits) {
                Ok(outcome) => Shown { frame, outcome: &outcome, known: &known }.answer(),
                Err(ce::PlanError::HorizonPast { .. }) => {
                    no_plan(frame, &say!(words, "ceplan-fault-horizon"))
                }
                Err(ce::PlanError::Model(_)) => no_plan(frame, &say!(words, "ceplan-too-large")),
            }
        }
    };
    let code =
        if fields.horizon.value().is_some() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let body = html! {
        (rooms::headline_with(&visit.frame, &title, actions, rooms::Here::Plan))
        (wishes_forms(visit, fields))
        (answer)
    };
    Page::new(title, body).within(Room::Education).with_status(code)
}

fn wishes_forms(visit: &Visit, fields: &Fields) -> Markup {
    let words = visit.frame.words;
    html! {
        section.card.wishes-card aria-label=(say!(words, "ceplan-wishes")) {
            (visit.frame.form("/education/plan/wishes", html! {
                div.in-a-row {
                    (fields.budget.field("budget", &say!(words, "ceplan-budget"), &say!(words, "ceplan-no-limit"), "text"))
                    (fields.hours.field("hours_per_week", &say!(words, "ceplan-hours-a-week"), &say!(words, "ceplan-no-limit"), "text"))
                    button.button { (say!(words, "ceplan-save-wishes")) }
                }
            }))
            form.in-a-row method="get" action="/education/plan" {
                (fields.horizon.field("horizon", &say!(words, "ceplan-horizon"), &say!(words, "ceplan-horizon-hint"), "date"))
                button.button.quiet { (say!(words, "ceplan-plan")) }
            }
        }
    }
}

/// An outcome, and whom it is told to.
struct Shown<'s, 'a> {
    frame: &'s Frame,
    outcome: &'s Outcome<'a>,
    known: &'s [(&'s Kept<PlannedOffering>, Offering)],
}

impl Shown<'_, '_> {
    fn answer(&self) -> Markup {
        let words = self.frame.words;
        let plan = match &self.outcome.result {
            PlanResult::Plan(plan) => self.plan(plan),
            PlanResult::Nothing(nothing) => self.nothing_fits(nothing),
            PlanResult::NotKnown => no_plan(self.frame, &say!(words, "ceplan-not-found")),
        };
        html! {
            (plan)
            @if !self.outcome.aside.is_empty() {
                section.card {
                    h2 { (say!(words, "ceplan-aside")) }
                    ul.plain { @for aside in &self.outcome.aside { li { (self.frame.sentence(&ce::words::aside(words, self.outcome, aside))) } } }
                }
            }
        }
    }

    fn plan(&self, plan: &Plan) -> Markup {
        let words = self.frame.words;
        if plan.picks.is_empty() && plan.needs.is_empty() {
            return html! { p.summary.met { (self.frame.sentence(&say!(words, "ceplan-all-met", day = self.outcome.wishes.horizon))) } };
        }
        html! {
            (self.summary(plan))
            @if !plan.picks.is_empty() {
                section.card aria-labelledby="take" {
                    h2 #take { (say!(words, "ceplan-take")) }
                    ol.steps {
                        @for pick in &plan.picks {
                            @let (kept, _) = &self.known[pick.item];
                            li {
                                (self.when(pick))
                                div.offering-line {
                                    div { (offering::line(self.frame, &kept.value.offering)) }
                                    (offering::chip(self.frame, &kept.value.state))
                                }
                                (self.serves(pick))
                                (offering::actions(self.frame, kept, self.outcome.demands.status.on, Some(pick.on)))
                            }
                        }
                    }
                }
            }
            @if !plan.needs.is_empty() {
                section.card aria-labelledby="find" {
                    h2 #find { (say!(words, "ceplan-find")) }
                    p.quiet { (say!(words, "ceplan-find-text")) " " a href="/education/offerings/new" { (say!(words, "ceplan-offerings-add")) } }
                    ol.steps.open {
                        @for need in &plan.needs {
                            li {
                                (self.when(need))
                                h3 { (words::capital(&ce::words::need(words, &need.item))) }
                                @if need.hours > Hours::ZERO { p.quiet { (words.hours(need.hours)) } }
                                (self.serves(need))
                            }
                        }
                    }
                }
            }
            @if plan.proven && !plan.proofs.is_empty() { (self.proofs(plan)) }
        }
    }

    fn summary(&self, plan: &Plan) -> Markup {
        let words = self.frame.words;
        let finish = plan.finish.filter(|finish| *finish > self.outcome.demands.status.on);
        html! {
            p.summary.(if plan.needs.is_empty() { "met" } else { "unknown" }) {
                strong { (say!(words, "ceplan-sum", cost = plan.cost, hours = plan.hours)) }
                @if let Some(finish) = finish { " " (self.frame.sentence(&say!(words, "ceplan-sum-finish", day = finish))) }
                @if !plan.needs.is_empty() { " " (say!(words, "ceplan-sum-needs", count = plan.needs.len() as u64)) }
                " "
                @if plan.proven { (components::chip(State::Met, &say!(words, "ceplan-proven"))) }
                @else { (components::chip(State::Unknown, &say!(words, "ceplan-not-proven"))) }
            }
        }
    }

    fn proofs(&self, plan: &Plan) -> Markup {
        let words = self.frame.words;
        html! {
            details.refused {
                summary { (say!(words, "ceplan-why-best")) }
                ul { @for proof in &plan.proofs { li { (self.frame.sentence(&words::capital(&ce::words::claim(words, proof.claim)))) } } }
                p.quiet { (say!(words, "ceplan-why-best-text")) }
            }
        }
    }

    /// The day that the plan has it done by, and how long it may wait.
    fn when<T>(&self, planned: &Planned<T>) -> Markup {
        let words = self.frame.words;
        let is_today = planned.on == self.outcome.demands.status.on;
        html! {
            p.when {
                @if is_today { (say!(words, "ceplan-from-today")) } @else { (self.frame.sentence(&say!(words, "ceplan-by", day = planned.on))) }
                @if planned.by > planned.on { span.quiet { " " (self.frame.sentence(&say!(words, "ceplan-at-the-latest", day = planned.by))) } }
            }
        }
    }

    /// What an activity is for, by credential.
    fn serves<T>(&self, planned: &Planned<T>) -> Markup {
        let demands = &self.outcome.demands;
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
            ul.serves lang=[self.frame.lang_of_english()] { @for (whose, lines) in &for_whom { li { strong { (whose) } ": " (lines.join("; ")) } } }
        }
    }

    fn nothing_fits(&self, nothing: &Nothing) -> Markup {
        let words = self.frame.words;
        html! {
            p.summary.expired { (say!(words, "ceplan-nothing-fits")) }
            section.card {
                h2 { (say!(words, "ceplan-reasons")) }
                ul.plain {
                    @for reason in &nothing.reasons { li { (self.frame.sentence(&words::capital(&ce::words::demanded(words, self.outcome, reason)))) } }
                }
                @if nothing.minimal { p.quiet { (say!(words, "ceplan-reasons-minimal")) } }
            }
            @if !nothing.ways.is_empty() {
                section.card {
                    h2 { (say!(words, "ceplan-ways")) }
                    ul.plain { @for way in &nothing.ways { li { (self.frame.sentence(&ce::words::way(words, self.outcome, way))) } } }
                }
            }
        }
    }
}

fn no_plan(frame: &Frame, why: &str) -> Markup {
    html! { p.summary.unknown { (frame.sentence(why)) } }
}
