//! Whoever changes one number of a certificate is refused, or has stated something that is true all the same.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::sync::LazyLock;

use proptest::prelude::*;
use rung_certificate::{Verdict, check_ce};
use rung_planner::bare;
use rung_planner::exact::Limits;
use serde_json::Value;

const INSTANCE: &str = include_str!("../benches/instances/ce_120_25_1009.json");

static CERTIFICATE: LazyLock<Value> = LazyLock::new(|| {
    let solved = bare::solve(&bare::parse(INSTANCE.as_bytes()).unwrap(), &Limits::none()).unwrap();
    serde_json::to_value(&solved.certificate).unwrap()
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

/// What a verdict may say about this instance: a plan of this very cost, which is 305, and if the second objective is
/// claimed too, 88 half-hours.
fn is_true(verdict: &Verdict) -> bool {
    let instance = bare::parse(INSTANCE.as_bytes()).unwrap();
    let Verdict::Best { plan, objectives } = verdict else { return false };
    let taken = instance.activities.iter().zip(plan).filter(|(_, x)| **x == 1).map(|(a, _)| a);
    let (cost, hours) = taken.fold((0, 0), |(c, h), a| (c + a.cost, h + a.half_hours));
    objectives.iter().all(|(name, value)| match name.as_str() {
        "cost" => (*value, cost) == (305, 305),
        "half_hours" => (*value, hours) == (88, 88),
        _ => false,
    })
}

#[test]
fn the_untouched_certificate_holds() {
    assert!(is_true(&check_ce(INSTANCE, &CERTIFICATE.to_string()).unwrap()));
}

#[test]
fn a_missing_part_is_refused() {
    for objective in 0..2 {
        let mut certificate = CERTIFICATE.clone();
        certificate["objectives"][objective]["tree"]["nodes"].as_array_mut().unwrap().pop();
        assert!(check_ce(INSTANCE, &certificate.to_string()).is_err());
        let mut certificate = CERTIFICATE.clone();
        certificate["objectives"][objective]["tree"]["proofs"].as_array_mut().unwrap().pop();
        assert!(check_ce(INSTANCE, &certificate.to_string()).is_err());
    }
}

#[test]
fn a_possible_problem_cannot_be_called_impossible() {
    let tree = &CERTIFICATE["objectives"][0]["tree"];
    let claim = serde_json::json!({ "infeasible": tree });
    assert!(check_ce(INSTANCE, &claim.to_string()).is_err());
}

#[test]
fn another_instance_does_not_fit() {
    let other = INSTANCE.replacen("\"cost\": 30", "\"cost\": 0", 1);
    assert!(other != INSTANCE);
    // The first activity is free now: the old proof may not be carried over unless it still holds.
    if let Ok(Verdict::Best { objectives, .. }) = check_ce(&other, &CERTIFICATE.to_string()) {
        let solved = bare::solve(&bare::parse(other.as_bytes()).unwrap(), &Limits::none()).unwrap();
        assert_eq!(objectives[0].1, solved.objectives[0].value);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn one_changed_number_never_makes_a_false_claim_pass(
        at in any::<prop::sample::Index>(),
        change in prop_oneof![Just(1i64), Just(-1), Just(-1000), 2i64..1_000_000, Just(i64::MAX)],
    ) {
        let mut certificate = CERTIFICATE.clone();
        let mut found = Vec::new();
        numbers(&mut certificate, &mut found);
        let chosen = at.index(found.len());
        let number = &mut *found[chosen];
        let old = number.as_i64().unwrap();
        *number = old.saturating_add(change).into();
        if let Ok(verdict) = check_ce(INSTANCE, &certificate.to_string()) {
            prop_assert!(is_true(&verdict), "{verdict:?}");
        }
    }

    #[test]
    fn noise_is_refused(text in ".{0,80}") {
        prop_assert!(check_ce(INSTANCE, &text).is_err());
        prop_assert!(check_ce(&text, &CERTIFICATE.to_string()).is_err());
    }
}
