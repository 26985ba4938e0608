//! `rung plan solve` for the steps of a career.

use crate::{
    failure::{End, Failure, shown},
    output::{self, Page},
    term::{Style, Terminal, Text},
};
use rung_career::{
    Answer, Certificate, Limits, Plan, Problem, Reasons, WayOut, minimal_reasons, parse, solve, ways_out,
};
use rung_rules::Verdict;
use serde::{Deserialize, de::IgnoredAny};
use serde_json::{Value, json};
use std::{
    path::Path,
    time::{Duration, Instant},
};

/// A career problem has steps.
pub(super) fn is_one(bytes: &[u8]) -> bool {
    #[derive(Deserialize)]
    struct Shape {
        steps: Option<IgnoredAny>,
    }
    serde_json::from_slice::<Shape>(bytes).is_ok_and(|shape| shape.steps.is_some())
}

/// Solves it.
///
/// # Errors
/// It makes no sense.
pub(super) fn run(
    file: &Path,
    bytes: &[u8],
    most: Duration,
    json: bool,
    terminal: Terminal,
) -> Result<End, Failure> {
    let problem = parse(bytes).map_err(|faults| {
        Failure::input(format!("{} cannot be used as a problem", shown(file)))
            .with_details(faults.iter().map(ToString::to_string))
    })?;
    let solved = Solved::new(&problem, most);
    if json {
        output::print_json(&solved.answer(&problem))?;
    } else {
        let mut page = Page::new(terminal);
        solved.show(&problem, &mut page);
        page.print()?;
    }
    Ok(match &solved {
        Solved::Plan(plan, true) if plan.is_proven() => End::Done,
        _ => End::Open,
    })
}

/// What was found, and whether the checker accepts it.
enum Solved {
    Plan(Box<Plan>, bool),
    Nothing { certificate: Box<Certificate>, holds: bool, reasons: Option<Reasons>, ways: Vec<WayOut> },
    NotKnown,
}

impl Solved {
    fn new(problem: &Problem, most: Duration) -> Self {
        let start = Instant::now();
        let out_of_time = || start.elapsed() >= most;
        let limits = Limits { conflicts: u64::MAX, should_stop: &out_of_time };
        match solve(problem, &limits) {
            Answer::Plan(plan) => {
                let holds = is_accepted(problem, &plan.certificate);
                Self::Plan(plan, holds)
            }
            Answer::Impossible(certificate) => Self::Nothing {
                holds: is_accepted(problem, &certificate),
                certificate,
                reasons: minimal_reasons(problem, &limits),
                ways: ways_out(problem, &limits),
            },
            Answer::Unknown => Self::NotKnown,
        }
    }

    fn answer(&self, problem: &Problem) -> Value {
        match self {
            Self::Plan(plan, holds) => json!({
                "feasible": true,
                "proven": plan.is_proven() && *holds,
                "certificate_holds": holds,
                "objectives": plan.objectives,
                "starts": plan.starts,
                "conflicts": plan.conflicts,
                "certificate": plan.certificate,
            }),
            Self::Nothing { certificate, holds, reasons, ways } => {
                let demands: Vec<_> = reasons.iter().flat_map(|r| &r.reasons).map(|r| r.0).collect();
                json!({
                    "feasible": false,
                    "proven": holds,
                    "certificate_holds": holds,
                    "reasons": demands,
                    "because": demands.iter().map(|&d| problem.words(d)).collect::<Vec<_>>(),
                    "reasons_are_minimal": reasons.as_ref().is_some_and(|r| r.minimal),
                    "ways_out": ways.iter().map(way_as_json).collect::<Vec<_>>(),
                    "certificate": certificate,
                })
            }
            Self::NotKnown => json!({"feasible": null, "proven": false}),
        }
    }

    fn show(&self, problem: &Problem, page: &mut Page) {
        let (verdict, says) = match self {
            Self::Plan(plan, true) if plan.is_proven() => (Verdict::Met, "The best plan, proven."),
            Self::Plan(..) => (Verdict::Unknown, "A plan; whether a better one exists is not proven."),
            Self::Nothing { holds: true, .. } => (Verdict::NotMet, "There is no plan."),
            Self::Nothing { .. } => {
                (Verdict::Unknown, "No plan was found; that there is none is not proven.")
            }
            Self::NotKnown => (Verdict::Unknown, "Nothing was found in time."),
        };
        let sign = page.terminal.sign(verdict);
        page.line(&Text::new().with(Style::Is(verdict), sign).with(Style::Bold, &format!(" {says}")));
        match self {
            Self::Plan(plan, _) => show_plan(problem, plan, page),
            Self::Nothing { reasons, ways, .. } => show_nothing(problem, reasons.as_ref(), ways, page),
            Self::NotKnown => {}
        }
    }
}

/// Nothing is called proven that the checker, which reads the problem by itself, refuses.
fn is_accepted(problem: &Problem, certificate: &Certificate) -> bool {
    serde_json::to_string(certificate)
        .is_ok_and(|certificate| rung_certificate::check_career(&problem.statement(), &certificate).is_ok())
}

fn show_plan(problem: &Problem, plan: &Plan, page: &mut Page) {
    for objective in &plan.objectives {
        let bound = if objective.proven {
            "proven least".to_owned()
        } else {
            format!("none has less than {}", objective.bound)
        };
        page.line(
            &Text::plain(&format!("  {:<8} {:>8}  ", objective.name, objective.value))
                .with(Style::Dim, &bound),
        );
    }
    let mut taken: Vec<(u32, usize)> =
        plan.starts.iter().enumerate().filter_map(|(i, start)| Some(((*start)?, i))).collect();
    taken.sort_unstable();
    for (start, i) in taken {
        let step = &problem.steps[i];
        let name = if step.name.is_empty() { format!("step {i}") } else { step.name.clone() };
        let weeks = match step.weeks {
            0 | 1 => format!("week {start}"),
            weeks => format!("weeks {start} to {}", start + weeks - 1),
        };
        page.line(&Text::new().with(Style::Dim, &format!("  {weeks:<16} ")).with(Style::Plain, &name));
    }
}

fn show_nothing(problem: &Problem, reasons: Option<&Reasons>, ways: &[WayOut], page: &mut Page) {
    if let Some(reasons) = reasons {
        page.line(&Text::plain("  These cannot all be met together:"));
        for (demand, _) in &reasons.reasons {
            page.line(&Text::plain(&format!("  - {}", problem.words(*demand))));
        }
    }
    if !ways.is_empty() {
        page.line(&Text::plain("  Any of these would do:"));
    }
    for way in ways {
        let words = match way {
            WayOut::MoreHours(1, _) => "1 more hour in every week".to_owned(),
            WayOut::MoreHours(more, _) => format!("{more} more hours in every week"),
            WayOut::Later(1, _) => "every date 1 week later".to_owned(),
            WayOut::Later(weeks, _) => format!("every date {weeks} weeks later"),
            WayOut::Budget(amount, _) => format!("a budget of {amount}"),
        };
        page.line(&Text::plain(&format!("  - {words}")));
    }
}

fn way_as_json(way: &WayOut) -> Value {
    match way {
        WayOut::MoreHours(more, starts) => json!({"more_hours_a_week": more, "starts": starts}),
        WayOut::Later(weeks, starts) => json!({"weeks_later": weeks, "starts": starts}),
        WayOut::Budget(amount, starts) => json!({"budget": amount, "starts": starts}),
    }
}
