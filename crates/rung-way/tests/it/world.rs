//! What the tests stand on: the shipped catalogue, the samples, a day, and plans as lines.

use rung_career::Limits;
use rung_catalog::Catalog;
use rung_record::{Date, Record};
use rung_way::{
    Viewpoint,
    goals::{Aim, Goal, Wishes},
    plan::{Outcome, PlannedStep, WayPlan, WayResult, plan},
};
use std::{fmt::Write, sync::OnceLock};

pub const ON: Date = Date::constant(2026, 11, 27);

pub fn catalog() -> &'static Catalog {
    static CATALOG: OnceLock<Catalog> = OnceLock::new();
    CATALOG.get_or_init(Catalog::shipped)
}

pub fn sample(name: &str) -> Record {
    let path = format!("{}/../../examples/{name}/record.json", env!("CARGO_MANIFEST_DIR"));
    Record::from_json(&std::fs::read(path).unwrap()).unwrap()
}

pub fn record(json: &str) -> Record {
    Record::from_json(json.as_bytes()).unwrap()
}

pub fn aim(record: &Record, goal: &str, by: Option<Date>) -> Aim {
    let seen = Viewpoint::new(record, catalog(), ON);
    Aim { goal: Goal::parse(goal, &seen).unwrap(), by }
}

pub fn way(record: &Record, goal: &str, wishes: &Wishes) -> Outcome {
    ways(record, &[aim(record, goal, None)], wishes)
}

pub fn ways(record: &Record, aims: &[Aim], wishes: &Wishes) -> Outcome {
    let seen = Viewpoint::new(record, catalog(), ON);
    plan(&seen, aims, wishes, &limits()).unwrap()
}

fn limits() -> Limits<'static> {
    Limits::conflicts(std::env::var("CONFLICTS").ok().and_then(|text| text.parse().ok()).unwrap_or(200_000))
}

/// The plan, a step a line.
pub fn lines(outcome: &Outcome) -> String {
    let WayResult::Plan(solved) = &outcome.result else { return format!("{:?}", outcome.result) };
    let plan = &solved.plan;
    let proven = if plan.proven { "proven" } else { "not proven" };
    let arrival = plan.arrival.map_or_else(|| "there already".to_owned(), |day| day.to_string());
    let mut text = format!(
        "{arrival}, ${} (${} assumed), {} h ({} assumed), {proven}\n",
        plan.cost, plan.cost_assumed, plan.hours, plan.hours_assumed
    );
    for own in &plan.objectives {
        eprintln!("{own:?}");
    }
    for step in &plan.steps {
        writeln!(text, "{}", line(step)).unwrap();
    }
    for supposed in &plan.supposes {
        writeln!(text, "if {supposed:?}").unwrap();
    }
    text
}

pub fn line(own: &PlannedStep) -> String {
    let mark = if own.critical { "*" } else { " " };
    let load = if own.hours_per_week.is_zero() {
        String::new()
    } else {
        format!(", {} h a week", own.hours_per_week)
    };
    let cost = own.step.cost();
    let cost = if cost.in_cents() == 0 { String::new() } else { format!(", ${cost}") };
    let slack = if own.slack_weeks == 0 { String::new() } else { format!(", slack {}", own.slack_weeks) };
    format!("{mark} {} to {}: {}{load}{cost}{slack}", own.begins, own.ends, own.step.key)
}

pub fn planned(outcome: &Outcome) -> &WayPlan {
    let WayResult::Plan(solved) = &outcome.result else { panic!("there is a plan: {:?}", outcome.result) };
    &solved.plan
}
