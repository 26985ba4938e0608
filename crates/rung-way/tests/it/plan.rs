//! Plans of sample technicians.

use crate::world::{lines, sample, way};
use rung_way::goals::Wishes;

#[test]
fn from_cpht_in_texas_to_the_advanced_certification() {
    let start = std::time::Instant::now();
    let outcome = way(&sample("ptcb-and-texas"), "ptcb-cpht-adv", &Wishes::default());
    eprintln!(
        "{:?} steps {} nodes {}",
        start.elapsed(),
        outcome.draft.numbers.problem.steps.len(),
        outcome.draft.nodes.len()
    );
    insta::assert_snapshot!(lines(&outcome), @"");
}

#[test]
#[ignore = "writes a problem to look at"]
fn dump() {
    let goal = std::env::var("GOAL").unwrap_or_else(|_| "ptcb-cpht-adv".to_owned());
    let outcome = way(
        &sample(&std::env::var("WHO").unwrap_or_else(|_| "ptcb-and-texas".to_owned())),
        &goal,
        &Wishes::default(),
    );
    std::fs::write("/tmp/problem.json", outcome.draft.numbers.problem.statement()).unwrap();
    eprintln!("{}", lines(&outcome));
}
