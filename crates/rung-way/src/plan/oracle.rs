//! Small worlds, solved by trying everything: the layout and the solver against needs taken at their word.

#![allow(clippy::unwrap_used, clippy::panic)]

use super::{AimDraft, AsGood, Draft, Numbers, tidy, view};
use crate::{
    figure::Figure,
    goals::{Aim, Goal, Wish, Wishes},
    remedy::{Need, Never, Node},
    steps::{Deed, Price, Step, StepKey},
};
use jiff::civil::date;
use proptest::prelude::*;
use rung_career::{Answer, Limits, Objective, solve};
use rung_record::{CredentialId, Hours, Usd};

const WEEKS: u32 = 5;

/// What kind of step it is: an application, an exam that may be sat for so many weeks after one, or something else.
#[derive(Clone, Copy, Debug)]
enum Sort {
    Application,
    Exam(u32),
    Other,
}

fn node(n: usize, (weeks, hours, dollars): (u32, u64, u64), sort: Sort, needs: Need) -> Node {
    let credential = CredentialId::from("sample-credential");
    let deed = match sort {
        Sort::Application => Deed::Apply { credential, path: n.to_string(), title: String::new() },
        Sort::Exam(_) => Deed::Exam { credential, title: n.to_string() },
        Sort::Other => Deed::Attest { key: n.to_string() },
    };
    let authorized_days = match sort {
        Sort::Exam(weeks) => Some(7 * weeks),
        _ => None,
    };
    let price = Price { what: String::new(), usd: Figure::reckoned(Usd::from_dollars(dollars)) };
    let step = Step {
        key: StepKey(format!("step:{n}")),
        deed,
        name: n.to_string(),
        hours: Figure::reckoned(Hours::from_whole(hours * u64::from(weeks))),
        weeks: Figure::reckoned(weeks),
        prices: vec![price],
        tasks: Vec::new(),
        gains: Vec::new(),
        from: None,
        until: None,
        retake: None,
        authorized_days,
        provider: None,
        notes: Vec::new(),
        source: None,
    };
    Node { step, needs }
}

/// A need over the nodes before `n`: any shape, two deep.
fn need(n: usize) -> BoxedStrategy<Need> {
    if n == 0 {
        return Just(Need::Nothing).boxed();
    }
    let leaf = prop_oneof![
        6 => (0..n).prop_map(Need::Step),
        1 => Just(Need::Nothing),
        1 => Just(Need::Never(Never::Past)),
    ];
    leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..3).prop_map(Need::All),
            prop::collection::vec(inner.clone(), 1..4).prop_map(Need::Any),
            (1_usize..3, prop::collection::vec(inner, 2..4)).prop_map(|(count, of)| Need::Some { count, of }),
        ]
    })
    .boxed()
}

fn world() -> impl Strategy<Value = (Vec<Node>, Need)> {
    let sizes = prop::collection::vec((0_u32..3, 0_u64..3, 0_u64..4), 5);
    let sort = prop_oneof![
        2 => Just(Sort::Application),
        2 => (0_u32..4).prop_map(Sort::Exam),
        3 => Just(Sort::Other),
    ];
    let sorts = prop::collection::vec(sort, 5);
    let needs = (need(0), need(1), need(2), need(3), need(4), need(5));
    (sizes, sorts, needs).prop_map(|(sizes, sorts, (a, b, c, d, e, goal))| {
        let of = sizes.into_iter().zip(sorts).zip([a, b, c, d, e]).enumerate();
        (of.map(|(n, ((size, sort), needs))| node(n, size, sort, needs)).collect(), goal)
    })
}

fn draft(nodes: Vec<Node>, goal: Need, wishes: Wishes) -> Draft {
    let aim = Aim { goal: Goal::Action { id: "goal".to_owned() }, by: None };
    Draft {
        on: date(2026, 11, 27),
        aims: vec![AimDraft { aim, name: "goal".to_owned(), need: goal }],
        wishes,
        usual: Figure::reckoned(Hours::from_whole(3)),
        nodes,
        as_good: AsGood::new(),
        must: Vec::new(),
        numbers: Numbers::default(),
    }
}

/// The week by which a need is met, taken at its word.
fn met(need: &Need, ends: &[Option<u32>]) -> Option<u32> {
    match need {
        Need::Nothing | Need::Suppose(_) => Some(0),
        Need::Never(_) => None,
        Need::Step(n) => ends[*n],
        Need::All(parts) => {
            parts.iter().map(|part| met(part, ends)).try_fold(0, |week, next| Some(week.max(next?)))
        }
        Need::Any(parts) => parts.iter().filter_map(|part| met(part, ends)).min(),
        Need::Some { count, of } => {
            let mut weeks: Vec<u32> = of.iter().filter_map(|part| met(part, ends)).collect();
            weeks.sort_unstable();
            weeks.get(count - 1).copied()
        }
        Need::For { need, .. } => met(need, ends),
    }
}

/// Whether an exam is over before the days end that its application gave, counted from that one's end.
fn is_authorized(nodes: &[Node], exam: usize, starts: &[Option<u32>], ends: &[Option<u32>]) -> bool {
    let (Some(days), Some(start), Some(end)) = (nodes[exam].step.authorized_days, starts[exam], ends[exam])
    else {
        return true;
    };
    nodes[exam].needs.steps().into_iter().all(|n| match (&nodes[n].step.deed, ends[n]) {
        (Deed::Apply { .. }, Some(sent)) => start <= sent || end <= sent + days / 7,
        _ => true,
    })
}

/// The least (arrival, cents, half-hours), by trying every start of every node.
fn best(draft: &Draft) -> Option<(i64, i64, i64)> {
    let nodes = &draft.nodes;
    let weeks: Vec<u32> = nodes
        .iter()
        .map(|node| node.step.weeks.value.max(u32::from(!node.step.hours.value.is_zero())))
        .collect();
    let load: Vec<u64> = nodes
        .iter()
        .zip(&weeks)
        .map(|(node, weeks)| (node.step.hours.value.in_seconds() / 1800).div_ceil(u64::from((*weeks).max(1))))
        .collect();
    let mut best = None;
    let choices = (WEEKS + 2) as usize;
    for code in 0..choices.pow(nodes.len() as u32) {
        let start = |n: usize| {
            let own = code / choices.pow(n as u32) % choices;
            (own <= WEEKS as usize).then_some(own as u32)
        };
        let starts: Vec<Option<u32>> = (0..nodes.len()).map(start).collect();
        let ends: Vec<Option<u32>> =
            starts.iter().zip(&weeks).map(|(start, weeks)| start.map(|start| start + weeks)).collect();
        let fits = ends.iter().flatten().all(|end| *end <= WEEKS)
            && nodes.iter().zip(&starts).all(|(node, start)| {
                start.is_none_or(|start| met(&node.needs, &ends).is_some_and(|week| week <= start))
            })
            && (0..nodes.len()).all(|n| is_authorized(nodes, n, &starts, &ends))
            && met(&draft.aims[0].need, &ends).is_some()
            && (0..WEEKS).all(|week| {
                let runs =
                    |n: &usize| starts[*n].is_some_and(|start| start <= week && week < start + weeks[*n]);
                (0..nodes.len()).filter(runs).map(|n| load[n]).sum::<u64>() <= 6
            });
        if !fits {
            continue;
        }
        // Nothing is taken in vain: the last step taken is the arrival.
        let arrival = i64::from(ends.iter().flatten().copied().max().unwrap_or(0));
        let cost = (0..nodes.len())
            .filter(|n| starts[*n].is_some())
            .map(|n| nodes[n].step.cost().in_cents() as i64)
            .sum();
        let hours = (0..nodes.len())
            .filter(|n| starts[*n].is_some())
            .map(|n| load[n] as i64 * i64::from(weeks[n]))
            .sum();
        let own = (arrival, cost, hours);
        best = Some(best.map_or(own, |known: (i64, i64, i64)| known.min(own)));
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn the_best_plan_is_the_one_that_trying_everything_finds((nodes, goal) in world()) {
        let mut draft = draft(nodes, goal, Wishes { first: vec![Wish::Arrival, Wish::Cost, Wish::Hours], ..Wishes::default() });
        draft.lay_out(WEEKS).unwrap();
        let can = super::reachable(&draft.nodes, None, &[]);
        let expected = best(&draft);
        if !super::can_be_met(&draft.aims[0].need, &can) {
            prop_assert_eq!(expected, None);
            return Ok(());
        }
        match solve(&draft.numbers.problem, &Limits::none()) {
            Answer::Plan(solved) => {
                prop_assert!(solved.is_proven());
                let value = |objective| draft.numbers.problem.value(objective, &solved.starts);
                let found = (value(Objective::Finish), value(Objective::Cost), value(Objective::Hours));
                let needs: Vec<&Need> = draft.nodes.iter().map(|node| &node.needs).collect();
                prop_assert_eq!(Some(found), expected, "{:?} goal {:?} {}", needs, draft.aims[0].need, draft.numbers.problem.statement());
                // Tidying keeps a solution, and no objective gets worse.
                let tidied = tidy::tidy(&draft, &solved.starts).starts;
                prop_assert_eq!(draft.numbers.problem.broken_demand(&tidied), None);
                for objective in &draft.numbers.problem.objectives {
                    prop_assert!(draft.numbers.problem.value(*objective, &tidied) <= value(*objective));
                }
                let (plan, _) = view(&draft, &solved);
                let text = serde_json::to_string(&solved.certificate).unwrap();
                let checked = rung_certificate::check_career(&draft.numbers.problem.statement(), &text);
                prop_assert!(plan.proven, "{checked:?} {} {text}", draft.numbers.problem.statement());
            }
            Answer::Impossible(_) => prop_assert_eq!(expected, None),
            Answer::Unknown => panic!("there is no limit"),
        }
    }
}
