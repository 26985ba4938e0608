//! Two plans side by side: as wished, and with some wishes otherwise.

use super::sheet::{Sheet, days, heading};
use crate::{
    output::{Page, english},
    term::{Style, Text, wrap},
};
use rung_rules::words::disclaimer;
use rung_way::{
    Viewpoint,
    plan::{
        Outcome, PlannedStep, WayPlan, WayResult,
        answer::{Beside, answer},
    },
    why::{Differences, differences},
    words::{self, plan as say},
};
use serde_json::{Value, json};

/// How wide the column of each plan is.
const COLUMN: usize = 21;
/// The first of the totals.
const ARRIVAL: &str = "There by";

/// Two plans.
pub struct WhatIf<'w> {
    /// What is otherwise in the second.
    pub changes: &'w [String],
    /// As wished.
    pub first: (&'w Outcome, &'w Beside),
    /// With the changes.
    pub second: (&'w Outcome, &'w Beside),
}

fn plan_of(outcome: &Outcome) -> Option<&WayPlan> {
    match &outcome.result {
        WayResult::Plan(solved) => Some(&solved.plan),
        _ => None,
    }
}

impl WhatIf<'_> {
    fn plans(&self) -> Option<(&WayPlan, &WayPlan, Differences)> {
        let (first, second) = (plan_of(self.first.0)?, plan_of(self.second.0)?);
        Some((first, second, differences(first, second)))
    }

    /// Adds the second plan and how it differs to the answer of the first.
    pub fn add_to(&self, first: &mut Value, proofs: bool) {
        let both = self.plans();
        let says = both.as_ref().map(|(first, second, own)| say::differences(english(), own, first, second));
        let what_if = json!({
            "changes": self.changes,
            "way": answer(self.second.0, self.second.1, english(), proofs),
            "differences": both.map(|(_, _, own)| own),
            "differ": says,
        });
        if let Some(fields) = first.as_object_mut() {
            fields.insert("what_if".to_owned(), what_if);
        }
    }

    /// Shows both, and how the second differs.
    pub fn show(&self, seen: &Viewpoint<'_>, page: &mut Page) {
        heading(page, seen, self.first.0);
        page.gap();
        page.text(0, Style::Plain, &format!("What if: {}", self.changes.join(", ")));
        page.gap();
        self.totals(page);
        for (label, (outcome, beside)) in [("As you wished", self.first), ("What if", self.second)] {
            if plan_of(outcome).is_none() {
                page.gap();
                page.line(&Text::new().with(Style::Bold, label));
                Sheet { page: &mut *page, outcome, beside }.none();
            }
        }
        if let Some((first, second, own)) = self.plans() {
            page.gap();
            page.line(&Text::new().with(Style::Bold, "What is different"));
            for line in say::differences(english(), &own, first, second) {
                page.text(2, Style::Plain, &line);
            }
            page.gap();
            steps(page, first, second);
        }
        page.gap();
        page.text(0, Style::Dim, &disclaimer(english()));
    }

    /// What each comes to.
    fn totals(&self, page: &mut Page) {
        row(page, Style::Bold, "", ["As you wished", "What if"].map(str::to_owned));
        let plans = [self.first.0, self.second.0].map(plan_of);
        let none = |label: &str| if label == ARRIVAL { "no plan" } else { "" }.to_owned();
        let mut line = |label: &str, tell: &dyn Fn(&WayPlan) -> String| {
            row(page, Style::Plain, label, plans.map(|plan| plan.map_or_else(|| none(label), tell)));
        };
        let words = english();
        line(ARRIVAL, &|plan| plan.arrival.map_or_else(|| "there already".to_owned(), |day| words.day(day)));
        line("Cost", &|plan| words.usd(plan.cost));
        line("Your time", &|plan| words.hours(plan.hours));
        line("Fullest week", &|plan| {
            words.hours(plan.weeks.iter().map(|week| week.hours).max().unwrap_or_default())
        });
        line("Proven best", &|plan| if plan.proven { "yes".to_owned() } else { "not yet".to_owned() });
    }
}

/// A label, and what each plan has.
fn row(page: &mut Page, style: Style, label: &str, cells: [String; 2]) {
    let first = page.terminal.width.saturating_sub(2 * COLUMN);
    let lines = wrap(label, first.saturating_sub(1));
    for n in 0..lines.len().max(1) {
        let mut line = Text::new().with(style, lines.get(n).map_or("", String::as_str));
        if n == 0 {
            line.pad_to(first);
            line.push(style, &cells[0]);
            line.pad_to(first + COLUMN);
            line.push(style, &cells[1]);
        }
        page.line(&line);
    }
}

/// Every step of either, in the order of days, with its days in both.
fn steps(page: &mut Page, first: &WayPlan, second: &WayPlan) {
    let find = |plan: &WayPlan, own: &PlannedStep| {
        plan.steps.iter().find(|other| other.step.key == own.step.key).map(|other| (other.begins, other.ends))
    };
    let only_second = second.steps.iter().filter(|own| find(first, own).is_none());
    let mut all: Vec<&PlannedStep> = first.steps.iter().chain(only_second).collect();
    all.sort_by_key(|own| (own.begins, own.ends));
    row(page, Style::Bold, "Step by step", [String::new(), String::new()]);
    let mut year = None;
    for own in all.into_iter().filter(|own| !own.step.is_moment()) {
        if year != Some(own.begins.year()) {
            year = Some(own.begins.year());
            row(page, Style::Dim, &own.begins.year().to_string(), [String::new(), String::new()]);
        }
        let told = |plan| find(plan, own).map_or_else(|| "not in it".to_owned(), |(from, to)| days(from, to));
        row(page, Style::Plain, &words::step(english(), &own.step), [told(first), told(second)]);
    }
}
