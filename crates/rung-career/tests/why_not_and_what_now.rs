//! Why there is no plan, what would have to give, and what to do when something happens.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeSet;

use rung_career::{
    Answer, Change, Demand, Keep, Limits, Objective, Plan, Problem, WayOut, minimal_reasons, parse, resolve,
    solve, ways_out,
};
use rung_certificate::{CareerVerdict, check_career};

fn problem(text: &str) -> Problem {
    parse(text.as_bytes()).unwrap()
}

fn plan(answer: Answer) -> Plan {
    match answer {
        Answer::Plan(plan) => *plan,
        other => panic!("{other:?}"),
    }
}

/// A course of 6 weeks, then an exam by the end of week 7 that waits 4 weeks; a hobby that has nothing to do with it.
const TOO_LATE: &str = r#"{"T": 30, "cap": 8, "budget": 50, "steps": [
    {"name": "the course", "kind": "man", "d": 6, "w": 6, "cost": 40},
    {"name": "the exam", "kind": "man", "d": 1, "w": 2, "cost": 129, "waits": [[0, 4]], "dl": 8},
    {"name": "the hobby", "kind": "man", "d": 3, "w": 2}
]}"#;

#[test]
fn the_reasons_are_few_and_each_is_needed() {
    let problem = problem(TOO_LATE);
    let reasons = minimal_reasons(&problem, &Limits::none()).unwrap();
    assert!(reasons.minimal);
    let kept: BTreeSet<Demand> = reasons.reasons.iter().map(|r| r.0).collect();
    // Two things are wrong, the date and the budget; one of them is explained.
    let words: Vec<String> = kept.iter().map(|&demand| problem.words(demand)).collect();
    assert_eq!(
        words,
        ["the exam is taken", "the exam is finished within 8 weeks", "the exam comes after the course"]
    );
    // Together they are contradictory, which the checker accepts; without any one of them there is a plan.
    let only = problem.only(&kept);
    let proof = serde_json::to_string(&reasons.certificate).unwrap();
    assert_eq!(check_career(&only.statement(), &proof), Ok(CareerVerdict::Impossible));
    for (demand, without) in &reasons.reasons {
        let mut fewer = kept.clone();
        fewer.remove(demand);
        assert_eq!(problem.only(&fewer).broken_demand(without.as_ref().unwrap()), None);
    }
}

/// An application gives two weeks, but the course that the exam also waits for ends seven weeks after the last day to apply.
const RUNS_OUT: &str = r#"{"T": 30, "cap": 8, "steps": [
    {"name": "the application", "kind": "man", "d": 1, "dl": 3},
    {"name": "the course", "kind": "man", "d": 10, "w": 6},
    {"name": "the exam", "kind": "man", "d": 1, "w": 2, "and_": [0, 1], "within": [[0, 2]]}
]}"#;

#[test]
fn what_runs_out_is_a_reason() {
    let problem = problem(RUNS_OUT);
    let reasons = minimal_reasons(&problem, &Limits::none()).unwrap();
    let words: Vec<String> = reasons.reasons.iter().map(|reason| problem.words(reason.0)).collect();
    assert_eq!(
        words,
        [
            "the exam is taken",
            "the application is finished within 3 weeks",
            "the exam comes after the application",
            "the exam comes after the course",
            "the exam starts within 2 weeks after the application",
        ]
    );
    // The checker holds the plan against it as well.
    let lax = self::problem(&RUNS_OUT.replace("\"within\": [[0, 2]]", "\"within\": [[0, 8]]"));
    let proof = serde_json::to_string(&plan(solve(&lax, &Limits::none())).certificate).unwrap();
    assert!(check_career(&lax.statement(), &proof).is_ok());
    assert_eq!(
        check_career(&problem.statement(), &proof).unwrap_err().to_string(),
        "step 2 cannot start in week 10"
    );
}

#[test]
fn a_possible_problem_has_no_reasons() {
    let text = TOO_LATE.replace("\"dl\": 8", "\"dl\": 11").replace("\"budget\": 50", "\"budget\": 169");
    assert_eq!(minimal_reasons(&problem(&text), &Limits::none()), None);
}

#[test]
fn ways_out_are_the_least_that_does() {
    let late = problem(&TOO_LATE.replace("\"budget\": 50", "\"budget\": 169"));
    let ways = ways_out(&late, &Limits::none());
    // More hours a week do not help against a wait.
    assert!(matches!(&ways[..], [WayOut::Later(3, _)]), "{ways:?}");
    let dear = problem(&TOO_LATE.replace("\"dl\": 8", "\"dl\": 11"));
    let ways = ways_out(&dear, &Limits::none());
    assert!(matches!(&ways[..], [WayOut::Budget(169, _)]), "{ways:?}");
    let full = problem(
        r#"{"T": 4, "cap": 8, "steps": [{"kind": "man", "d": 4, "w": 6}, {"kind": "man", "d": 2, "w": 5}]}"#,
    );
    let ways = ways_out(&full, &Limits::none());
    assert!(matches!(&ways[..], [WayOut::MoreHours(3, _), WayOut::Later(2, _)]), "{ways:?}");
}

const THREE: &str = r#"{"T": 30, "cap": 8, "steps": [
    {"kind": "man", "d": 4, "w": 4, "cost": 10},
    {"kind": "man", "d": 6, "w": 4, "cost": 20},
    {"kind": "man", "d": 2, "w": 4, "cost": 30, "and_": [0]},
    {"kind": "man", "d": 3, "w": 4, "and_": [1, 2]}
]}"#;

#[test]
fn a_slip_moves_no_more_than_it_must() {
    let before = problem(THREE);
    let agreed = plan(solve(&before, &Limits::none())).starts;
    assert_eq!(agreed, [Some(0), Some(0), Some(4), Some(6)]);
    let slip = [Change::Slipped { step: 2, from: 5 }];
    let (now, answer) =
        resolve(&before, &agreed, 2, &slip, Keep::Objectives, &Limits::none(), &mut |_| {}).unwrap();
    let after = plan(answer);
    assert_eq!(after.starts, [Some(0), Some(0), Some(5), Some(7)]);
    assert_eq!(after.objectives.last().map(|o| (o.name, o.value)), Some(("moved", 2)));
    let proof = serde_json::to_string(&after.certificate).unwrap();
    assert!(check_career(&now.statement(), &proof).is_ok());
}

#[test]
fn a_failed_exam_costs_a_fee_and_a_wait() {
    let before = problem(THREE);
    let agreed = plan(solve(&before, &Limits::none())).starts;
    let failed = [Change::Failed { step: 2, again_from: 9, cost: 30 }];
    let (_, answer) =
        resolve(&before, &agreed, 6, &failed, Keep::First, &Limits::none(), &mut |_| {}).unwrap();
    let after = plan(answer);
    assert_eq!(after.starts, [Some(0), Some(0), Some(9), Some(11)]);
    let values: Vec<_> = after.objectives.iter().map(|o| (o.name, o.value)).collect();
    assert_eq!(values, [("finish", 14), ("moved", 2), ("cost", 90)]);
}

#[test]
fn what_is_done_stays_even_if_it_was_too_much() {
    let before = problem(THREE);
    let agreed = plan(solve(&before, &Limits::none())).starts;
    let done = [Change::Done { step: 2, start: 0, end: 1 }, Change::Takes { step: 1, weeks: 3 }];
    let (now, answer) =
        resolve(&before, &agreed, 3, &done, Keep::Objectives, &Limits::none(), &mut |_| {}).unwrap();
    let after = plan(answer);
    // Step 2 is done, step 1 ended with week 2, step 0 still runs: nothing keeps step 3.
    assert_eq!(after.starts, [Some(0), Some(0), Some(0), Some(3)]);
    assert_eq!(now.value(Objective::Finish, &after.starts), 6);
}

#[test]
fn changes_to_unknown_steps_are_faults() {
    let before = problem(THREE);
    let change = [Change::Slipped { step: 9, from: 3 }];
    let faults = before.after_changes(&vec![None; 4], 0, &change, Keep::First).unwrap_err();
    assert_eq!(faults[0].to_string(), "changes[0]: there is no step 9");
}
