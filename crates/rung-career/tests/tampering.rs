//! Whoever changes one number of a certificate is refused, or has stated something that is true all the same.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::LazyLock;

use proptest::prelude::*;
use rung_career::{Answer, Limits, parse, solve};
use rung_certificate::{CareerVerdict, check_career};
use serde_json::Value;

const INSTANCE: &str = include_str!("../benches/instances/plan_1.json");

static CERTIFICATE: LazyLock<Value> = LazyLock::new(|| {
    let Answer::Plan(plan) = solve(&parse(INSTANCE.as_bytes()).unwrap(), &Limits::none()) else {
        panic!("there is a plan")
    };
    serde_json::to_value(&plan.certificate).unwrap()
});

/// Every number of a value, in order.
fn numbers<'v>(value: &'v mut Value, found: &mut Vec<&'v mut Value>) {
    match value {
        Value::Number(_) => found.push(value),
        Value::Array(list) => list.iter_mut().for_each(|v| numbers(v, found)),
        Value::Object(map) => map.values_mut().for_each(|v| numbers(v, found)),
        _ => {}
    }
}

/// What may be said of this instance: 43 weeks and 1279 dollars are the least.
fn is_true(verdict: &CareerVerdict) -> bool {
    let CareerVerdict::Plan { objectives, .. } = verdict else { return false };
    let least = [43, 1279];
    objectives.iter().zip(least).all(|((_, value, bound), least)| *value >= least && *bound <= least)
}

#[test]
fn the_untouched_certificate_holds() {
    assert!(is_true(&check_career(INSTANCE, &CERTIFICATE.to_string()).unwrap()));
}

#[test]
fn a_better_claim_or_a_missing_end_is_refused() {
    for objective in 0..2 {
        let mut claims_more = CERTIFICATE.clone();
        let bound = claims_more["objectives"][objective]["bound"].as_i64().unwrap();
        claims_more["objectives"][objective]["bound"] = (bound + 1).into();
        assert!(check_career(INSTANCE, &claims_more.to_string()).is_err());
        let mut cut = CERTIFICATE.clone();
        cut["objectives"][objective]["lemmas"].as_array_mut().unwrap().pop();
        assert!(check_career(INSTANCE, &cut.to_string()).is_err());
    }
}

#[test]
fn the_proof_of_another_problem_is_refused() {
    let easier = INSTANCE.replacen("\"cap\": [16, 16", "\"cap\": [24, 16", 1);
    assert_ne!(easier, INSTANCE);
    let mut problem = parse(INSTANCE.as_bytes()).unwrap();
    problem.capacity = rung_career::Capacity::Every(40);
    assert!(check_career(&problem.statement(), &CERTIFICATE.to_string()).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn one_changed_number_proves_nothing_false(place in any::<prop::sample::Index>(), by in -3..=3i64) {
        let mut certificate = CERTIFICATE.clone();
        let mut found = Vec::new();
        numbers(&mut certificate, &mut found);
        let place = place.index(found.len());
        let number = found.swap_remove(place);
        *number = (number.as_i64().unwrap() + by).into();
        if let Ok(verdict) = check_career(INSTANCE, &certificate.to_string()) {
            prop_assert!(is_true(&verdict));
        }
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,200}", certificate in "\\PC{0,200}") {
        prop_assert!(check_career(&text, &certificate).is_err());
        prop_assert!(check_career(INSTANCE, &certificate).is_err());
    }
}
