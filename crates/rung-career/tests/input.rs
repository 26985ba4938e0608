//! Bad input gets an error with its path, and never a panic or a hang.
#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use rung_career::{Limits, parse, solve};

fn fault(text: &str) -> String {
    let faults = parse(text.as_bytes()).expect_err("a fault");
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

#[test]
fn a_circle_of_prerequisites_is_shown() {
    let text = r#"{"T": 9, "cap": 8, "steps": [{"d": 1}, {"d": 1, "and_": [3]}, {"d": 1, "and_": [1]}, {"d": 1, "waits": [[2, 1]]}]}"#;
    assert_eq!(fault(text), "steps[2].and_: prerequisites go round in a circle: 1 → 3 → 2 → 1");
    assert_eq!(
        fault(r#"{"T": 9, "cap": 8, "steps": [{"d": 1, "and_": [0]}]}"#),
        "steps[0].and_: prerequisites go round in a circle: 0 → 0"
    );
}

#[test]
fn unknown_steps_are_named_with_their_path() {
    assert_eq!(
        fault(r#"{"T": 9, "cap": 8, "steps": [{"d": 1, "or_": [[0], [7]]}], "goals": [4, 4]}"#),
        "steps[0].or_[1][0]: there is no step 7; the last one is 0; goals[0]: there is no step 4; the last one is 0; \
         goals[1]: there is no step 4; the last one is 0"
    );
}

#[test]
fn impossible_dates_and_sizes() {
    assert_eq!(
        fault(
            r#"{"T": 9, "cap": [8], "steps": [{"d": 1, "not": [[5, 3]]}], "loads": [{"from": 2, "to": 12}]}"#
        ),
        "cap: 1 numbers found; one for each of the 9 weeks is needed; steps[0].not[0]: from week 5 to week 3: no such time; \
         loads[0]: from week 2 to week 12: no such time"
    );
    assert_eq!(
        fault(r#"{"T": 4000000000, "cap": 8, "steps": []}"#),
        "T: 4000000000 found; at most 1040 is allowed"
    );
    assert_eq!(
        fault(r#"{"T": 9, "cap": 8, "steps": [{"d": 1, "w": 99999999}]}"#),
        "steps[0].w: 99999999 found; at most 10000000 is allowed"
    );
    assert!(fault(r#"{"T": -1, "cap": 8, "steps": []}"#).contains("line 1 column"));
}

#[test]
fn the_objective_moved_needs_an_agreed_plan() {
    assert_eq!(
        fault(r#"{"T": 9, "cap": 8, "steps": [{"d": 1}], "objectives": ["moved"]}"#),
        "agreed: the objective \"moved\" needs the plan agreed before, one entry a step"
    );
}

#[test]
fn a_long_chain_is_no_trouble() {
    let steps: Vec<String> = (0..400)
        .map(|i| {
            if i == 0 {
                r#"{"kind": "man", "d": 1}"#.to_owned()
            } else {
                format!(r#"{{"kind": "man", "d": 1, "and_": [{}]}}"#, i - 1)
            }
        })
        .collect();
    let text = format!(r#"{{"T": 400, "cap": 8, "steps": [{}], "objectives": ["finish"]}}"#, steps.join(","));
    let rung_career::Answer::Plan(plan) = solve(&parse(text.as_bytes()).unwrap(), &Limits::none()) else {
        panic!()
    };
    assert_eq!(plan.objectives[0].value, 400);
}

/// JSON that looks like a problem, with numbers where they hurt.
fn nearly_a_problem() -> impl Strategy<Value = String> {
    let number =
        prop_oneof![Just(0i64), 0..12i64, Just(-1), Just(10_000_000), Just(4_294_967_295), any::<i64>()];
    let list = prop::collection::vec(number.clone(), 0..4);
    let step = (number.clone(), number.clone(), list.clone(), list.clone(), list.clone(), number.clone()).prop_map(
        |(d, w, and, or, not, dl)| {
            serde_json::json!({"kind": "man", "d": d, "w": w, "cost": w, "and_": and, "or_": [or], "not": not.chunks(2).collect::<Vec<_>>(), "dl": dl, "from": d, "waits": and.iter().map(|j| (j, d)).collect::<Vec<_>>()})
        },
    );
    (number.clone(), number.clone(), prop::collection::vec(step, 0..5), list, number).prop_map(|(t, cap, steps, list, n)| {
        serde_json::json!({"T": t, "cap": cap, "steps": steps, "cert": list, "choose": n, "groups": [list], "by": n, "budget": n,
            "lists": [{"of": list, "at_least": n, "at_most": n}], "loads": [{"from": n, "to": t, "at_most": n}], "goals": list,
            "objectives": ["finish", "peak", "lead", "cost", "hours"]})
        .to_string()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(text in "\\PC*") {
        let _ = parse(text.as_bytes());
    }

    #[test]
    fn what_is_read_is_solved_and_written_back(text in nearly_a_problem()) {
        if let Ok(problem) = parse(text.as_bytes()) {
            let _ = solve(&problem, &Limits::conflicts(200));
            prop_assert_eq!(parse(problem.statement().as_bytes()), Ok(problem));
        }
    }
}

#[test]
fn a_problem_without_steps_is_solved_by_doing_nothing() {
    let problem = rung_career::parse(br#"{"T": 5, "cap": 6, "steps": []}"#).unwrap();
    let rung_career::Answer::Plan(plan) = rung_career::solve(&problem, &rung_career::Limits::none()) else {
        panic!("doing nothing is a plan");
    };
    assert!(plan.is_proven());
}
