//! The ways from one role to another, weighed: the shortest, the quickest, the cheapest, the best paid.
//!
//! What a way takes is what the record lacks of everything that the roles on it ask, each step once, reckoned from the day;
//! finding the positions themselves takes time that is not in it, the same for every role. So it is the least that the
//! way takes, not a plan.
//!
//! The best paid is the way whose roles pay most on average, of those whose pay a source tells; a way of which no pay is
//! known cannot be it. Each comparison ends with the fewest roles, then the order of the catalogue.

use crate::{
    figure::OwnFigures,
    graph::CareerGraph,
    pay::Pay,
    prospect::{Left, prospect},
    remedy::{Effort, Need, Remedies},
    viewpoint::Viewpoint,
};
use std::cmp::Ordering;

/// The ways from one role to another.
#[derive(Clone, Debug)]
pub struct Ways {
    /// Fewest roles first.
    pub all: Vec<Way>,
    /// Whether there are more than were looked at.
    pub is_cut: bool,
    /// The index of the way with the fewest roles, and of these the least effort.
    pub shortest: Option<usize>,
    /// Of the way that can be done in the fewest weeks.
    pub quickest: Option<usize>,
    /// Of the way that costs least.
    pub cheapest: Option<usize>,
    /// Of the best-paid way; none where no source tells the pay of any role on any way.
    pub best_paid: Option<usize>,
}

/// One way, weighed.
#[derive(Clone, Debug)]
pub struct Way {
    /// Its roles, both ends within.
    pub roles: Vec<usize>,
    /// What is certainly missing for all of them after the first; none where some of it nothing helps.
    pub effort: Option<Effort>,
    /// How many things they ask are unknown.
    pub open: usize,
    /// The roles after the first whose pay a source tells, in cents a year.
    pub pay: Vec<(usize, u64)>,
}

/// Every way from one role to another; none when no way leads there.
pub fn ways(seen: &Viewpoint<'_>, own: &OwnFigures, graph: &CareerGraph<'_>, from: usize, to: usize) -> Ways {
    let paths = graph.paths(from, to);
    let mut remedies = Remedies::new(seen, own);
    let left: Vec<Left> = graph.roles.iter().map(|role| prospect(seen, &mut remedies, role).left).collect();
    let all: Vec<Way> = (paths.all.into_iter())
        .map(|roles| {
            let after = &roles[1..];
            let need = Need::all(after.iter().map(|role| left[*role].need.clone()));
            let pay = |role: &usize| Some((*role, Pay::of(graph.roles[*role])?.annual.in_cents()));
            Way {
                effort: remedies.effort(&need),
                open: after.iter().map(|role| left[*role].open).sum(),
                pay: after.iter().filter_map(pay).collect(),
                roles,
            }
        })
        .collect();
    let best =
        |compare: fn(&Way, &Way) -> Ordering| (0..all.len()).min_by(|a, b| compare(&all[*a], &all[*b]));
    Ways {
        is_cut: paths.is_cut,
        shortest: best(by_length),
        quickest: best(by_weeks),
        cheapest: best(by_cost),
        best_paid: best(by_pay).filter(|best| !all[*best].pay.is_empty()),
        all,
    }
}

/// A way that nothing helps with comes last.
fn by_effort(a: &Way, b: &Way, compare: impl Fn(&Effort, &Effort) -> Ordering) -> Ordering {
    match (&a.effort, &b.effort) {
        (Some(a), Some(b)) => compare(a, b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

fn by_weeks(a: &Way, b: &Way) -> Ordering {
    by_effort(a, b, |a, b| (a.weeks, a.usd, a.hours).cmp(&(b.weeks, b.usd, b.hours)))
}

fn by_cost(a: &Way, b: &Way) -> Ordering {
    by_effort(a, b, |a, b| (a.usd, a.weeks, a.hours).cmp(&(b.usd, b.weeks, b.hours)))
}

fn by_length(a: &Way, b: &Way) -> Ordering {
    a.roles.len().cmp(&b.roles.len()).then_with(|| by_weeks(a, b))
}

/// The higher average first; averages are compared exactly.
fn by_pay(a: &Way, b: &Way) -> Ordering {
    let sum = |way: &Way| way.pay.iter().map(|(_, cents)| u128::from(*cents)).sum::<u128>();
    let times = |way: &Way, other: &Way| sum(way) * other.pay.len().max(1) as u128;
    times(b, a).cmp(&times(a, b))
}
