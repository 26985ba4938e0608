//! The instances whose optima at least two other solvers agree on.
#![allow(clippy::unwrap_used, clippy::panic)]

use rung_career::{Answer, Limits, parse, solve};
use rung_certificate::{CareerVerdict, check_career};

fn proves(text: &str, optima: [i64; 2]) {
    let problem = parse(text.as_bytes()).unwrap();
    let Answer::Plan(plan) = solve(&problem, &Limits::none()) else { panic!("there is a plan") };
    assert!(plan.is_proven());
    assert_eq!(plan.objectives.iter().map(|o| o.value).collect::<Vec<_>>(), optima);
    let verdict = check_career(text, &serde_json::to_string(&plan.certificate).unwrap()).unwrap();
    let CareerVerdict::Plan { objectives, .. } = verdict else { panic!("there is a plan") };
    assert_eq!(objectives.iter().map(|o| (o.1, o.2)).collect::<Vec<_>>(), optima.map(|o| (o, o)));
}

#[test]
fn plan_1() {
    proves(include_str!("../benches/instances/plan_1.json"), [43, 1279]);
}

#[test]
fn plan_2() {
    proves(include_str!("../benches/instances/plan_2.json"), [39, 722]);
}

#[test]
fn plan_3() {
    proves(include_str!("../benches/instances/plan_3.json"), [40, 1450]);
}

#[test]
fn of_120_steps_the_arrival_is_proven_and_the_cost_says_how_far_from_proven_it_is() {
    let text = include_str!("../benches/instances/seeded_120_260_1.json");
    let problem = parse(text.as_bytes()).unwrap();
    let Answer::Plan(plan) = solve(&problem, &Limits::conflicts(300)) else { panic!("there is a plan") };
    let [finish, cost] = plan.objectives.as_slice() else { panic!("there are two objectives") };
    assert!(finish.proven && finish.value == 123);
    assert!(!cost.proven && cost.bound < cost.value && cost.bound > 0);
    assert_eq!(problem.broken_demand(&plan.starts), None);
    let verdict = check_career(text, &serde_json::to_string(&plan.certificate).unwrap()).unwrap();
    let CareerVerdict::Plan { objectives, .. } = verdict else { panic!("there is a plan") };
    assert_eq!((objectives[1].1, objectives[1].2), (cost.value, cost.bound));
}
