//! Small random models and instances: the solver agrees with trying everything, and the checker agrees with both.
#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use rung_certificate::{Verdict, check_ce, check_model};
use rung_planner::bare;
use rung_planner::exact::{
    Answer, ColumnId, Give, Limits, Model, Relaxation, Sense, WayOut, cheapest_way_out, minimal_reasons,
    solve,
};

/// The best (first objective, second objective) over all points, or `None`.
fn by_trying_everything(model: &Model<usize>) -> Option<Vec<i64>> {
    let columns = model.columns();
    let mut point: Vec<i64> = columns.iter().map(|c| c.lower).collect();
    let mut best: Option<Vec<i64>> = None;
    loop {
        let sum = |terms: &[(usize, i64)]| terms.iter().map(|&(j, a)| a * point[j]).sum::<i64>();
        let holds = model.rows().iter().all(|row| match row.sense {
            Sense::AtLeast => sum(&row.terms) >= row.limit,
            Sense::AtMost => sum(&row.terms) <= row.limit,
        });
        if holds {
            let value = |cost: &[i64]| cost.iter().zip(&point).map(|(c, x)| c * x).sum::<i64>();
            let values: Vec<i64> = model.objectives().iter().map(|o| value(&o.cost)).collect();
            if best.as_ref().is_none_or(|b| values < *b) {
                best = Some(values);
            }
        }
        let Some(j) = (0..point.len()).find(|&j| point[j] < columns[j].upper) else { return best };
        point[j] += 1;
        for k in 0..j {
            point[k] = columns[k].lower;
        }
    }
}

/// A model of up to eight columns, most of them choices, with rows of either direction and any sign.
fn small_model() -> impl Strategy<Value = Model<usize>> {
    let column =
        prop_oneof![4 => Just((0i64, 1i64)), 1 => (-2i64..=1, 0i64..=3).prop_map(|(l, w)| (l, l + w))];
    prop::collection::vec(column, 1..=8).prop_flat_map(|columns| {
        let n = columns.len();
        let coefficient = prop_oneof![2 => Just(0i64), 5 => 1i64..=9, 1 => -6i64..=-1];
        let row = (prop::collection::vec(coefficient, n), any::<bool>(), -4i64..=22);
        let rows = prop::collection::vec(row, 0..=6);
        let cost = prop::collection::vec(prop_oneof![6 => 0i64..=12, 1 => -5i64..=0], n);
        (Just(columns), rows, cost.clone(), cost).prop_map(|(columns, rows, first, second)| {
            let mut model = Model::new();
            let ids: Vec<ColumnId> =
                columns.iter().enumerate().map(|(j, &(l, u))| model.amount(format!("x{j}"), l, u)).collect();
            for (i, (coefficients, at_least, limit)) in rows.into_iter().enumerate() {
                let terms = ids.iter().copied().zip(coefficients);
                // Two rows share a label now and then.
                let sense = if at_least { Sense::AtLeast } else { Sense::AtMost };
                model.row(Some(i / 2 * 2 + usize::from(i > 3)), terms, sense, limit);
            }
            model.minimise("first", ids.iter().copied().zip(first));
            model.minimise("second", ids.iter().copied().zip(second));
            model
        })
    })
}

/// An instance with overlapping attributes and caps, often impossible.
fn small_instance() -> impl Strategy<Value = serde_json::Value> {
    let topic = prop_oneof![Just("general"), Just("law"), Just("safety")];
    let activity = (topic, any::<bool>(), any::<bool>(), 1i64..=6, 0i64..=9).prop_map(
        |(topic, live, tech, h, cost)| serde_json::json!({"topic": topic, "live": live, "tech": tech, "h": h, "cost": cost}),
    );
    let attributes =
        ["topic:law", "topic:safety", "topic:general", "live", "home", "tech", "nontech", "topical"];
    let some = move |most: i64| {
        prop::collection::btree_map(prop::sample::select(attributes.to_vec()), 1..=most, 0..=3)
    };
    (2usize..=9).prop_flat_map(move |n| {
        let obligation = (1i64..=10, some(4), some(6), prop::collection::vec(any::<bool>(), n)).prop_map(
            |(total, subs, caps, listed)| {
                let elig: Vec<usize> = (0..listed.len()).filter(|&j| listed[j]).collect();
                serde_json::json!({"s": 0, "e": 9, "techonly": false, "T": total, "subs": subs, "caps": caps, "elig": elig})
            },
        );
        (prop::collection::vec(activity.clone(), n), prop::collection::vec(obligation, 1..=3))
            .prop_map(|(a, o)| serde_json::json!({"A": a, "O": o, "more": "ignored"}))
    })
}

/// Does a choice of activities meet an obligation? Independent of any model: hand out counted half-hours one by one, by
/// trying for every activity every number of half-hours that count.
fn meets(instance: &bare::Instance, obligation: &bare::Obligation, chosen: u32) -> bool {
    let taken: Vec<&bare::Activity> = obligation
        .eligible
        .iter()
        .filter(|&&j| chosen >> j & 1 == 1)
        .map(|&j| &instance.activities[j])
        .collect();
    fn try_from(o: &bare::Obligation, taken: &[&bare::Activity], counted: &mut Vec<i64>) -> bool {
        let sum = |counted: &[i64], attribute: Option<&bare::Attribute>| -> i64 {
            let parts = taken.iter().zip(counted).filter(|(a, _)| attribute.is_none_or(|x| x.holds(a)));
            parts.map(|p| p.1).sum()
        };
        if o.caps.iter().any(|(attribute, most)| sum(counted, Some(attribute)) > *most) {
            return false;
        }
        if counted.len() == taken.len() {
            return sum(counted, None) >= o.total
                && o.minimums.iter().all(|(attribute, least)| sum(counted, Some(attribute)) >= *least);
        }
        for hours in (0..=taken[counted.len()].half_hours).rev() {
            counted.push(hours);
            if try_from(o, taken, counted) {
                return true;
            }
            counted.pop();
        }
        false
    }
    try_from(obligation, &taken, &mut Vec::new())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn finds_what_trying_everything_finds(model in small_model()) {
        let expected = by_trying_everything(&model);
        let statement = model.statement().to_string();
        match solve(&model, &Limits::none()).unwrap() {
            Answer::Solved(solution) => {
                let values: Vec<i64> = solution.objectives.iter().map(|o| o.value).collect();
                prop_assert_eq!(Some(&values), expected.as_ref());
                prop_assert!(solution.is_proven());
                let certificate = serde_json::to_string(&solution.certificate).unwrap();
                let objectives = vec![("first".to_owned(), values[0]), ("second".to_owned(), values[1])];
                prop_assert_eq!(
                    check_model(&statement, &certificate),
                    Ok(Verdict::Best { plan: solution.values, objectives })
                );
            }
            Answer::Infeasible(certificate) => {
                prop_assert_eq!(None, expected);
                let text = serde_json::to_string(&certificate).unwrap();
                prop_assert_eq!(check_model(&statement, &text), Ok(Verdict::Impossible));
            }
            Answer::Unknown { .. } => prop_assert!(false, "no limit was set"),
        }
    }

    #[test]
    fn reasons_are_needed_and_suffice(model in small_model()) {
        if let Answer::Infeasible(certificate) = solve(&model, &Limits::none()).unwrap() {
            let reasons = minimal_reasons(&model, &certificate, &Limits::none()).unwrap();
            prop_assert!(reasons.minimal);
            let labels: std::collections::BTreeSet<usize> = reasons.reasons.iter().map(|r| r.label).collect();
            let core = model.only(&labels);
            prop_assert_eq!(by_trying_everything(&core), None);
            let proof = serde_json::to_string(&reasons.certificate).unwrap();
            prop_assert_eq!(check_model(&core.statement().to_string(), &proof), Ok(Verdict::Impossible));
            for reason in &reasons.reasons {
                let mut rest = labels.clone();
                rest.remove(&reason.label);
                prop_assert!(by_trying_everything(&model.only(&rest)).is_some());
                prop_assert!(reason.without.is_some());
            }
        }
    }

    #[test]
    fn the_way_out_is_the_cheapest(model in small_model()) {
        let relaxable: Vec<Relaxation<usize>> = (0..6)
            .map(|label| Relaxation { label, give: if label == 2 { Give::Whole } else { Give::Units(30) }, price: 1 + label as i64 })
            .collect();
        let possible = by_trying_everything(&model).is_some();
        match cheapest_way_out(&model, &relaxable, &Limits::none()).unwrap() {
            WayOut::Found { gives, price, proven, plan } => {
                // The plan breaks labelled rows only by what was given.
                for row in model.rows() {
                    let sum: i64 = row.terms.iter().map(|&(j, a)| a * plan[j]).sum();
                    let lack = if row.sense == Sense::AtLeast { row.limit - sum } else { sum - row.limit };
                    let label = row.label.unwrap_or(usize::MAX);
                    let given = gives.iter().find(|g| g.0 == label).map_or(0, |g| if label == 2 { i64::MAX } else { g.1 });
                    prop_assert!(lack <= given, "lack {lack} of {label}, given {given}");
                }
                prop_assert!(proven);
                prop_assert_eq!(possible, gives.is_empty());
                prop_assert_eq!(price, gives.iter().map(|(label, units)| (1 + *label as i64) * units).sum::<i64>());
            }
            WayOut::None => prop_assert!(!possible),
            WayOut::Unknown => prop_assert!(false, "no limit was set"),
        }
    }

    #[test]
    fn an_instance_is_solved_as_its_words_say(file in small_instance()) {
        let text = file.to_string();
        let instance = bare::parse(text.as_bytes()).unwrap();
        let n = instance.activities.len();
        let cost = |chosen: u32| -> (i64, i64) {
            let taken = (0..n).filter(|&j| chosen >> j & 1 == 1).map(|j| &instance.activities[j]);
            taken.fold((0, 0), |(c, h), a| (c + a.cost, h + a.half_hours))
        };
        let all_met = |chosen: u32| instance.obligations.iter().all(|o| meets(&instance, o, chosen));
        let expected = (0..1u32 << n).filter(|&chosen| all_met(chosen)).map(cost).min();

        let solved = bare::solve(&instance, &Limits::none()).unwrap();
        prop_assert!(solved.proven);
        let certificate = serde_json::to_string(&solved.certificate).unwrap();
        let verdict = check_ce(&text, &certificate);
        match expected {
            Some((cost, hours)) => {
                prop_assert_eq!(solved.feasible, Some(true));
                prop_assert_eq!((solved.objectives[0].value, solved.objectives[1].value), (cost, hours));
                prop_assert!(matches!(verdict, Ok(Verdict::Best { .. })), "{verdict:?}");
            }
            None => {
                prop_assert_eq!(solved.feasible, Some(false));
                prop_assert!(!solved.reasons.is_empty());
                prop_assert_eq!(verdict, Ok(Verdict::Impossible));
            }
        }
    }
}
