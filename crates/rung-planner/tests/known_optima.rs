//! The benchmark instances: known optima, proved and checked; and what a limit leaves.
#![allow(clippy::unwrap_used, clippy::panic)]

use rung_certificate::{Verdict, check_ce};
use rung_planner::bare;
use rung_planner::exact::Limits;

fn solved_and_checked(text: &str, cost: i64, half_hours: i64) {
    let instance = bare::parse(text.as_bytes()).unwrap();
    let solved = bare::solve(&instance, &Limits::none()).unwrap();
    let values: Vec<_> = solved.objectives.iter().map(|o| (o.value, o.bound, o.proven)).collect();
    assert_eq!(values, [(cost, Some(cost), true), (half_hours, Some(half_hours), true)]);
    let certificate = serde_json::to_string(&solved.certificate).unwrap();
    let Ok(Verdict::Best { plan, objectives }) = check_ce(text, &certificate) else { panic!("refused") };
    assert_eq!(objectives, [("cost".to_owned(), cost), ("half_hours".to_owned(), half_hours)]);
    let chosen: Vec<usize> = (0..instance.activities.len()).filter(|&j| plan[j] == 1).collect();
    assert_eq!(chosen, solved.chosen);
}

#[test]
fn the_instance_where_floats_went_wrong() {
    // A floating-point solver "proved" 307 here.
    solved_and_checked(include_str!("../benches/instances/ce_120_25_1009.json"), 305, 88);
}

#[test]
fn five_hundred_activities() {
    solved_and_checked(include_str!("../benches/instances/ceh_500_30_1.json"), 1272, 144);
    solved_and_checked(include_str!("../benches/instances/ceh_500_30_2.json"), 1055, 120);
}

#[test]
fn five_thousand_activities() {
    solved_and_checked(include_str!("../benches/instances/ceh_5000_30_1.json"), 974, 120);
}

#[test]
fn a_limit_leaves_an_honest_gap() {
    let text = include_str!("../benches/instances/ce_120_25_1009.json");
    let instance = bare::parse(text.as_bytes()).unwrap();
    let solved = bare::solve(&instance, &Limits::nodes(3)).unwrap();
    let cost = &solved.objectives[0];
    assert!(!solved.proven && !cost.proven);
    assert!(cost.value >= 305 && cost.bound.is_some_and(|b| b <= 305 && b > 0), "{cost:?}");
}

#[test]
fn a_wrong_claim_is_refused() {
    let text = include_str!("../benches/instances/ce_120_25_1009.json");
    let solved = bare::solve(&bare::parse(text.as_bytes()).unwrap(), &Limits::none()).unwrap();
    let mut certificate = serde_json::to_value(&solved.certificate).unwrap();
    certificate["objectives"][0]["value"] = 304.into();
    assert!(check_ce(text, &certificate.to_string()).is_err());
    certificate["objectives"][0]["value"] = 307.into();
    assert!(check_ce(text, &certificate.to_string()).is_err());
}
