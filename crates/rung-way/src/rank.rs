//! Roles in an order: by how close they are, by what they pay for the effort, by interest.
//!
//! Every order is total and always the same: what two measures leave level is settled by closeness, and in the end by the
//! order of the catalogue. Nothing is left out: the roles that the technician is in, those that lie behind, and those that
//! a measure cannot judge are listed apart ([`Ranking`]).
//!
//! **Closeness** ([`Closeness`]), the first difference decides:
//! 1. all that it requires is met; else something is missing or unknown; last, something is missing that nothing in the
//!    catalogue meets (a state that forbids the work, say);
//! 2. how many roles lie on the way, by the career graph, from those that the record shows;
//! 3. weeks left until everything that is certainly missing can be met, by the quickest way; then hours of own time;
//!    then dollars;
//! 4. how many things it asks are unknown. They are never counted as met, and in no effort;
//! 5. how many things that it asks or welcomes are met, the more the closer: of two roles of which nothing is missing, the
//!    one of which more is known to fit comes first.
//!
//! **Pay for the effort** ([`PayGain`]): what the role pays a year above what the technician earns now by the same file
//! (the best-paid role that the record shows, else the median of all technicians), for each week that is left. A role of
//! which no source tells the pay is not ranked. Fractions are compared exactly.
//!
//! **Interest**: the share of the answers that speak for the role; see [`crate::interests`].

use crate::{
    graph::{CareerGraph, Place},
    interests::Score,
    pay::{BasePay, Pay},
    prospect::{Prospect, Prospects},
};
use rung_record::{Hours, Usd};
use rung_rules::Verdict;
use std::cmp::{Ordering, Reverse};

/// Roles in an order; each is an index into [`Prospects::all`] and [`CareerGraph::roles`], and is in exactly one list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    /// Best first.
    pub order: Vec<usize>,
    /// What the measure cannot judge, in the order of closeness: no source tells its pay, no answer speaks of it.
    pub not_judged: Vec<usize>,
    /// The technician is in it.
    pub here: Vec<usize>,
    /// It leads to a role that the technician is in.
    pub behind: Vec<usize>,
}

/// How close a role is; the smaller, the closer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Closeness {
    /// Whether something is missing, and can be met.
    pub reach: Reach,
    /// Roles on the way, itself included; the largest number where no way leads there from what the record shows.
    pub steps: usize,
    /// Weeks left, at least.
    pub weeks: u32,
    /// Hours of own time.
    pub hours: Hours,
    /// Dollars.
    pub usd: Usd,
    /// How many things it asks are unknown.
    pub open: usize,
    /// How many things that it asks or welcomes are met; the more, the closer.
    pub met: Reverse<usize>,
}

/// Whether something that a role requires is missing, and can be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reach {
    /// Everything that it requires is met.
    Ready,
    /// Nothing is known to be missing; something is unknown.
    NothingMissing,
    /// Something is missing, and the catalogue knows how to meet it.
    Possible,
    /// Something is missing that nothing known meets.
    NoWay,
}

impl Closeness {
    /// Of a role that is `steps` away in the graph.
    pub fn of(prospect: &Prospect<'_>, steps: Option<usize>) -> Self {
        let left = prospect.left.effort.as_ref();
        let reach = match (prospect.gap.verdict, left) {
            (Verdict::Met, _) => Reach::Ready,
            (Verdict::Unknown, Some(effort)) if effort.steps.is_empty() => Reach::NothingMissing,
            (_, Some(_)) => Reach::Possible,
            (Verdict::Unknown, None) => Reach::NothingMissing,
            (Verdict::NotMet, None) => Reach::NoWay,
        };
        Self {
            reach,
            steps: steps.unwrap_or(usize::MAX),
            weeks: left.map_or(u32::MAX, |effort| effort.weeks),
            hours: left.map_or(Hours::ZERO, |effort| effort.hours),
            usd: left.map_or(Usd::ZERO, |effort| effort.usd),
            open: prospect.left.open,
            met: Reverse(prospect.gap.lines.iter().filter(|line| line.verdict == Verdict::Met).count()),
        }
    }

    /// The order of closeness: nothing missing and what can be met are in one row, by the way that is left.
    fn key(&self) -> (bool, bool, usize, u32, Hours, Usd, usize, Reverse<usize>) {
        let is_ready = self.reach == Reach::Ready;
        (
            self.reach == Reach::NoWay,
            !is_ready,
            self.steps,
            self.weeks,
            self.hours,
            self.usd,
            self.open,
            self.met,
        )
    }
}

/// What a role pays above what is earned now, and how long it takes to get there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PayGain {
    /// Cents a year; negative when it pays less.
    pub cents: i64,
    /// Weeks left, at least; 0 when nothing is known to be missing.
    pub weeks: u32,
}

impl PayGain {
    /// Of a role over a base; none where nothing helps to get there.
    pub fn of(pay: &Pay<'_>, base: &BasePay<'_>, prospect: &Prospect<'_>) -> Option<Self> {
        let cents = |amount: Usd| i64::try_from(amount.in_cents()).unwrap_or(i64::MAX);
        let weeks = prospect.left.effort.as_ref()?.weeks;
        Some(Self { cents: cents(pay.annual).saturating_sub(cents(base.annual())), weeks })
    }

    /// Best first: a gain at once, by its size; a gain in time, by its size for each week; no gain, the least loss first.
    pub fn compare(&self, other: &Self) -> Ordering {
        let class = |gain: &Self| match (gain.cents > 0, gain.weeks) {
            (true, 0) => 0,
            (true, _) => 1,
            (false, _) => 2,
        };
        class(self).cmp(&class(other)).then_with(|| match class(self) {
            1 => {
                let times = |gain: &Self, weeks: u32| i128::from(gain.cents) * i128::from(weeks);
                times(other, self.weeks).cmp(&times(self, other.weeks))
            }
            _ => other.cents.cmp(&self.cents),
        })
    }
}

/// What a ranking stands on.
#[derive(Clone, Debug)]
pub struct Ranks<'a> {
    /// The prospects, in the order of the catalogue.
    pub prospects: &'a Prospects<'a>,
    /// How close each is.
    pub closeness: Vec<Closeness>,
    /// What each pays over the base; none where no source tells, or nothing helps to get there.
    pub gains: Vec<Option<PayGain>>,
    /// What gains are measured against.
    pub base: Option<BasePay<'a>>,
    here: Vec<usize>,
    behind: Vec<usize>,
}

impl<'a> Ranks<'a> {
    /// Measures all roles. `prospects` are those of every role, in the order of the catalogue.
    pub fn new(
        prospects: &'a Prospects<'a>,
        graph: &CareerGraph<'_>,
        place: &Place,
        base: Option<BasePay<'a>>,
    ) -> Self {
        let all = &prospects.all;
        let closeness = all.iter().zip(&place.steps).map(|(one, steps)| Closeness::of(one, *steps)).collect();
        let gain = |one: &Prospect<'a>| PayGain::of(&Pay::of(one.gap.role)?, base.as_ref()?, one);
        let is_now = |n: &usize| place.standings[*n].is_some_and(crate::Standing::is_now);
        let here: Vec<usize> = (0..all.len()).filter(is_now).collect();
        let leads_here = graph.leading_to_any(&here);
        let behind = (0..all.len()).filter(|n| leads_here[*n] && !here.contains(n)).collect();
        Self { closeness, gains: all.iter().map(gain).collect(), base, here, behind, prospects }
    }

    /// By closeness.
    pub fn by_closeness(&self) -> Ranking {
        self.sorted(|_| true, |_, _| Ordering::Equal)
    }

    /// By pay for the effort.
    pub fn by_pay(&self) -> Ranking {
        let gain = |n: usize| self.gains[n].as_ref();
        let compare = |a: usize, b: usize| match (gain(a), gain(b)) {
            (Some(a), Some(b)) => a.compare(b),
            _ => Ordering::Equal,
        };
        self.sorted(|n| gain(n).is_some(), compare)
    }

    /// By interest: the scores of all roles, in the order of the catalogue.
    pub fn by_interest(&self, scores: &[Option<Score<'_>>]) -> Ranking {
        let share = |n: usize| scores.get(n).and_then(Option::as_ref);
        let compare = |a: usize, b: usize| match (share(a), share(b)) {
            (Some(a), Some(b)) => b.compare(a),
            _ => Ordering::Equal,
        };
        self.sorted(|n| share(n).is_some(), compare)
    }

    fn sorted(
        &self,
        is_judged: impl Fn(usize) -> bool,
        compare: impl Fn(usize, usize) -> Ordering,
    ) -> Ranking {
        let mut ranking =
            Ranking { here: self.here.clone(), behind: self.behind.clone(), ..Ranking::default() };
        let mut left: Vec<usize> = (0..self.closeness.len())
            .filter(|n| !self.here.contains(n) && !self.behind.contains(n))
            .collect();
        left.sort_by_key(|n| (self.closeness[*n].key(), *n));
        (ranking.order, ranking.not_judged) = left.into_iter().partition(|n| is_judged(*n));
        // A stable sort: what the measure leaves level stays in the order of closeness.
        ranking.order.sort_by(|a, b| compare(*a, *b));
        ranking
    }

    /// The yearly gain of the best-paid role first, whatever it takes; for a line or two on a page.
    pub fn best_paid(&self) -> Option<usize> {
        let order = self.by_pay().order;
        order.into_iter().max_by_key(|n| (self.gains[*n].map(|gain| gain.cents), Reverse(*n)))
    }
}
