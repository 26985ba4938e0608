//! Every feature and every objective of career plans, against trying everything; and every proof against the checker.
// A test may fail loudly.
#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use rung_career::{
    Answer, Capacity, Change, Keep, Kind, Limits, List, Load, Objective, Problem, Resource, Starts, Step,
    resolve, solve, solve_from,
};
use rung_certificate::{CareerVerdict, check_career};

const WEEKS: u32 = 7;

fn amounts(most: u32) -> impl Strategy<Value = Capacity> {
    prop_oneof![
        (2..=most).prop_map(Capacity::Every),
        prop::collection::vec(0..=most, WEEKS as usize).prop_map(Capacity::Weekly),
    ]
}

fn some<T: std::fmt::Debug + Clone>(
    percent: u32,
    of: impl Strategy<Value = T>,
) -> impl Strategy<Value = Option<T>> {
    (0..100u32, of).prop_map(move |(dice, value)| (dice < percent).then_some(value))
}

/// A step, whose prerequisites are earlier steps.
fn step(i: usize, steps: usize) -> impl Strategy<Value = Step> {
    let kind = prop_oneof![Just(Kind::Must), Just(Kind::Optional), Just(Kind::Certificate)];
    let size = (0..4u32, 0..5u32, 0..6u32, prop::collection::vec(0..3u32, 1));
    let order = (
        some(40, prop::sample::subsequence((0..i).collect::<Vec<_>>(), 0..=1.min(i))),
        some(30, prop::sample::subsequence((0..steps).collect::<Vec<_>>(), 0..=3.min(steps))),
        some(15, (0..i.max(1), 0..3u32)),
        some(25, (0..steps, 0..4u32)),
    );
    let time = (some(20, 0..3u32), some(25, 2..=WEEKS + 1), some(20, (0..WEEKS, 1..3u32)));
    (kind, size, order, time).prop_map(move |(kind, size, order, time)| Step {
        kind,
        weeks: size.0,
        hours: size.1,
        cost: size.2,
        uses: size.3,
        after: order.0.unwrap_or_default(),
        one_of: order.1.into_iter().map(|list| list.into_iter().filter(|&j| j != i).collect()).collect(),
        waits: order.2.filter(|_| i > 0).into_iter().collect(),
        within: order.3.filter(|limit| limit.0 != i).into_iter().collect(),
        from: time.0.unwrap_or(0),
        deadline: time.1,
        hold_offs: time.2.map(|(from, long)| (from, from + long)).into_iter().collect(),
        ..Step::default()
    })
}

fn problem(steps: std::ops::RangeInclusive<usize>) -> impl Strategy<Value = Problem> {
    let all = [
        Objective::Finish,
        Objective::Cost,
        Objective::Hours,
        Objective::Lead,
        Objective::Peak,
        Objective::Moved,
    ];
    steps.prop_flat_map(move |n| {
        let steps: Vec<_> = (0..n).map(|i| step(i, n)).collect();
        let subset =
            move |most: usize| prop::sample::subsequence((0..n).collect::<Vec<_>>(), 0..=most.min(n));
        let list = (subset(4), 0..3u32, some(40, 1..3u32)).prop_map(|(of, at_least, at_most)| List {
            of,
            at_least,
            at_most,
        });
        let load = (0..=WEEKS, 0..=WEEKS, 0..8u32, some(50, 2..12u32))
            .prop_map(|(a, b, at_least, at_most)| Load { from: a.min(b), to: a.max(b), at_least, at_most });
        let lists = (subset(3), 0..2u32, some(25, subset(3)), some(30, list), some(20, load));
        let limits = (some(15, 1..=WEEKS), some(15, 0..15u32), some(15, 0..25u32), some(30, subset(2)));
        let wishes = (
            prop::sample::subsequence(all.to_vec(), 0..=3).prop_shuffle(),
            prop::collection::vec(some(60, 0..WEEKS + 2), n),
        );
        (steps, amounts(7), amounts(3), lists, limits, wishes).prop_map(
            |(steps, capacity, other, lists, limits, wishes)| Problem {
                weeks: WEEKS,
                capacity,
                resources: vec![Resource { name: String::new(), capacity: other }],
                steps,
                certificates: lists.0,
                choose: lists.1,
                routes: lists.2.into_iter().collect(),
                lists: lists.3.into_iter().collect(),
                loads: lists.4.into_iter().collect(),
                by: limits.0,
                budget: limits.1,
                most_hours: limits.2,
                goals: limits.3.unwrap_or_default(),
                objectives: wishes.0,
                agreed: wishes.1,
            },
        )
    })
}

/// The best values, by trying every start of every step.
fn brute_force(problem: &Problem) -> Option<Vec<i64>> {
    let mut best: Option<Vec<i64>> = None;
    let mut starts: Starts = vec![None; problem.steps.len()];
    try_all(problem, 0, &mut starts, &mut best);
    best
}

fn try_all(problem: &Problem, i: usize, starts: &mut Starts, best: &mut Option<Vec<i64>>) {
    if i == problem.steps.len() {
        if problem.broken_demand(starts).is_none() {
            let values: Vec<i64> = problem.objectives.iter().map(|&o| problem.value(o, starts)).collect();
            if best.as_ref().is_none_or(|known| values < *known) {
                *best = Some(values);
            }
        }
        return;
    }
    for start in std::iter::once(None).chain((0..=problem.weeks).map(Some)) {
        starts[i] = start;
        try_all(problem, i + 1, starts, best);
    }
    starts[i] = None;
}

fn verdict(problem: &Problem, answer: &Answer) -> Result<CareerVerdict, rung_certificate::Refusal> {
    let certificate = match answer {
        Answer::Plan(plan) => serde_json::to_string(&plan.certificate),
        Answer::Impossible(certificate) => serde_json::to_string(certificate),
        Answer::Unknown => panic!("it was not stopped"),
    };
    check_career(&serde_json::to_string(problem).unwrap(), &certificate.unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: std::env::var("CASES").ok().and_then(|c| c.parse().ok()).unwrap_or(400), ..ProptestConfig::default() })]

    #[test]
    fn agrees_with_trying_everything(problem in problem(2..=5)) {
        prop_assert_eq!(problem.validate(), Ok(()));
        let answer = solve(&problem, &Limits::none());
        let truth = brute_force(&problem);
        match &answer {
            Answer::Plan(plan) => {
                prop_assert_eq!(problem.broken_demand(&plan.starts), None);
                prop_assert!(plan.is_proven());
                let values: Vec<i64> = plan.objectives.iter().map(|o| o.value).collect();
                prop_assert_eq!(Some(values), truth);
            }
            Answer::Impossible(_) => prop_assert_eq!(truth, None),
            Answer::Unknown => prop_assert!(false, "it was not stopped"),
        }
        let verdict = verdict(&problem, &answer);
        match verdict {
            Ok(CareerVerdict::Plan { objectives, .. }) => {
                prop_assert!(objectives.iter().all(|o| o.1 == o.2));
                prop_assert_eq!(objectives.len(), problem.objectives.len());
            }
            Ok(CareerVerdict::Impossible) => {}
            Err(refusal) => prop_assert!(false, "refused: {}", refusal),
        }
    }

    /// Too large to try everything, and large enough to learn, forget and restart: the checker says that it is right.
    #[test]
    fn larger_problems_are_proven(problem in problem(8..=16)) {
        let answer = solve(&problem, &Limits::conflicts(3_000));
        if answer == Answer::Unknown {
            return Ok(());
        }
        if let Answer::Plan(plan) = &answer {
            prop_assert_eq!(problem.broken_demand(&plan.starts), None);
        }
        if let Err(refusal) = verdict(&problem, &answer) {
            prop_assert!(false, "refused: {}", refusal);
        }
    }
}

/// What happens to a plan: a step slips, takes another time, or fails.
fn change(steps: usize) -> impl Strategy<Value = Change> {
    (0..3u32, 0..steps, 0..WEEKS, 0..4u32).prop_map(|(kind, step, week, amount)| match kind {
        0 => Change::Slipped { step, from: week },
        1 => Change::Takes { step, weeks: amount },
        _ => Change::Failed { step, again_from: week, cost: amount },
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: std::env::var("CASES").ok().and_then(|c| c.parse().ok()).unwrap_or(200), ..ProptestConfig::default() })]

    /// After a change nothing is moved that need not be, as trying everything says; and the proof is accepted.
    #[test]
    fn a_change_moves_no_more_than_it_must(
        problem in problem(2..=4),
        happened in change(4),
        now in 0..WEEKS,
        first in any::<bool>(),
    ) {
        let Answer::Plan(before) = solve(&problem, &Limits::none()) else { return Ok(()) };
        let keep = if first { Keep::First } else { Keep::Objectives };
        let resolved = resolve(&problem, &before.starts, now, &[happened], keep, &Limits::none(), &mut |_| {});
        let Ok((changed, answer)) = resolved else { return Ok(()) };
        let truth = brute_force(&changed);
        if let Err(refusal) = verdict(&changed, &answer) {
            prop_assert!(false, "refused: {}", refusal);
        }
        let Answer::Plan(after) = answer else {
            prop_assert_eq!(truth, None);
            return Ok(());
        };
        prop_assert_eq!(changed.broken_demand(&after.starts), None);
        let values: Vec<i64> = after.objectives.iter().map(|o| o.value).collect();
        prop_assert_eq!(Some(values), truth);
        prop_assert!(after.objectives.iter().any(|o| o.name == "moved"));
    }

    /// The same limits in contradictions give the same answer to the last lemma, and the bounds that are told only get closer.
    #[test]
    fn the_same_limits_give_the_same_answer(problem in problem(8..=16), most in 0..400u64) {
        let mut told: Vec<(Objective, Option<i64>, i64)> = Vec::new();
        let limits = Limits::conflicts(most);
        let answer = solve_from(&problem, None, &limits, &mut |now| told.push((now.objective, now.value, now.bound)));
        prop_assert_eq!(answer, solve(&problem, &limits));
        for (one, next) in told.iter().zip(told.iter().skip(1)).filter(|(one, next)| one.0 == next.0) {
            prop_assert!(next.2 >= one.2, "{told:?}");
            prop_assert!(one.1.is_none_or(|value| next.1.is_some_and(|later| later <= value)), "{told:?}");
        }
    }
}
