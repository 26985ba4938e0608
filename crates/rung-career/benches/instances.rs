//! Both objectives with their certificates, the checking of these, re-solving after a change, and the first plan of a large
//! instance.
// A benchmark that cannot read its instance has nothing to measure.
#![allow(clippy::unwrap_used, clippy::panic)]

use divan::Bencher;
use rung_career::{Answer, Change, Keep, Limits, Plan, Problem, parse, resolve, solve};
use rung_certificate::check_career;

const INSTANCES: [(&str, &str); 4] = [
    ("plan_1", include_str!("instances/plan_1.json")),
    ("plan_2", include_str!("instances/plan_2.json")),
    ("plan_3", include_str!("instances/plan_3.json")),
    ("seeded_120_260_1", include_str!("instances/seeded_120_260_1.json")),
];

fn main() {
    divan::main();
}

const KNOWN: [&str; 3] = ["plan_1", "plan_2", "plan_3"];

fn text(name: &str) -> &'static str {
    INSTANCES.iter().find(|i| i.0 == name).unwrap().1
}

fn problem(name: &str) -> Problem {
    parse(text(name).as_bytes()).unwrap()
}

fn plan(problem: &Problem) -> Plan {
    match solve(problem, &Limits::none()) {
        Answer::Plan(plan) => *plan,
        _ => panic!("there is a plan"),
    }
}

#[divan::bench(args = KNOWN, sample_count = 10)]
fn prove_both_objectives(bencher: Bencher, name: &str) {
    let problem = problem(name);
    bencher.bench(|| solve(&problem, &Limits::none()));
}

#[divan::bench(args = KNOWN, sample_count = 10)]
fn check(bencher: Bencher, name: &str) {
    let certificate = serde_json::to_string(&plan(&problem(name)).certificate).unwrap();
    bencher.bench(|| check_career(text(name), &certificate));
}

/// The first plan of 120 steps in 260 weeks, and its first bounds.
#[divan::bench(sample_count = 10)]
fn first_plan_of_a_large_problem(bencher: Bencher) {
    let problem = problem("seeded_120_260_1");
    bencher.bench(|| solve(&problem, &Limits::conflicts(1)));
}

/// In week 12 a running step turns out to take two weeks longer.
#[divan::bench(args = KNOWN, sample_count = 10)]
fn re_solve(bencher: Bencher, name: &str) {
    let problem = problem(name);
    let agreed = plan(&problem).starts;
    let change = [slip(&problem, &agreed, 12)];
    bencher.bench(|| resolve(&problem, &agreed, 12, &change, Keep::First, &Limits::none(), &mut |_| {}));
}

/// The first step that starts after this week starts two weeks later than agreed.
fn slip(problem: &Problem, agreed: &[Option<u32>], now: u32) -> Change {
    let next =
        (0..problem.steps.len()).filter(|&i| agreed[i] >= Some(now)).min_by_key(|&i| agreed[i]).unwrap();
    Change::Slipped { step: next, from: agreed[next].unwrap() + 2 }
}
