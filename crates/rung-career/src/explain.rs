//! Why there is no plan, and the least that would have to give.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::certificate::Certificate;
use crate::limits::Limits;
use crate::problem::{Capacity, Kind, LARGEST_NUMBER, MOST_WEEKS, Objective, Problem, Starts, Week};
use crate::solve::{Answer, solve};

/// Something a problem demands, that could be given up. A separate module words it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Demand {
    /// There are only so many weeks.
    Weeks,
    /// There are only so many hours a week.
    Capacity,
    /// There is only so much of this resource.
    Resource(usize),
    /// The arrival is by a date.
    By,
    /// It may cost only so much.
    Budget,
    /// It may take only so many hours.
    MostHours,
    /// The list of certificates.
    Certificates,
    /// This one of the routes.
    Route(usize),
    /// This one of the lists.
    List(usize),
    /// This one of the loads.
    Load(usize),
    /// This step must be taken.
    Must(usize),
    /// This step starts no earlier than its first week.
    From(usize),
    /// This step is finished by its deadline.
    Deadline(usize),
    /// This hold-off of the step.
    HoldOff(usize, usize),
    /// The step comes after this other one (which it needs).
    After(usize, usize),
    /// The step starts soon enough after this other one.
    Within(usize, usize),
    /// The step needs one of this list.
    OneOf(usize, usize),
}

/// Demands that cannot be met together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reasons {
    /// Each with a plan that would do if it were given up (and all else were kept that is named here); none when that was not
    /// settled in time.
    pub reasons: Vec<(Demand, Option<Starts>)>,
    /// Can none of them be spared? If not, some could not be settled in time.
    pub minimal: bool,
    /// The proof that they cannot be met together, for [`Problem::only`] of them.
    pub certificate: Certificate,
}

/// A way out: the least that would have to give. The plan was found by solving.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WayOut {
    /// So many more hours in every week.
    MoreHours(u32, Starts),
    /// Every date so many weeks later.
    Later(Week, Starts),
    /// A budget of this much.
    Budget(u32, Starts),
}

impl Problem {
    /// Everything it demands.
    #[must_use]
    pub fn demands(&self) -> Vec<Demand> {
        let mut all = vec![Demand::Weeks, Demand::Capacity];
        all.extend((0..self.resources.len()).map(Demand::Resource));
        let single = [
            (self.by.is_some(), Demand::By),
            (self.budget.is_some(), Demand::Budget),
            (self.most_hours.is_some(), Demand::MostHours),
            (!self.certificates.is_empty() || self.choose > 0, Demand::Certificates),
        ];
        all.extend(single.into_iter().filter(|s| s.0).map(|s| s.1));
        all.extend((0..self.routes.len()).map(Demand::Route));
        all.extend((0..self.lists.len()).map(Demand::List));
        all.extend((0..self.loads.len()).map(Demand::Load));
        for (i, step) in self.steps.iter().enumerate() {
            all.extend(self.must_take(i).then_some(Demand::Must(i)));
            all.extend((step.from > 0).then_some(Demand::From(i)));
            all.extend(step.deadline.map(|_| Demand::Deadline(i)));
            all.extend((0..step.hold_offs.len()).map(|k| Demand::HoldOff(i, k)));
            all.extend(step.prerequisites().into_iter().map(|(j, _)| Demand::After(i, j)));
            all.extend(step.within.iter().map(|&(j, _)| Demand::Within(i, j)));
            all.extend((0..step.one_of.len()).map(|k| Demand::OneOf(i, k)));
        }
        all
    }

    /// The problem that demands only these, and nothing of its objectives.
    #[must_use]
    pub fn only(&self, kept: &BTreeSet<Demand>) -> Problem {
        let keeps = |demand: Demand| kept.contains(&demand);
        let mut p = self.clone();
        p.objectives = Vec::new();
        if !keeps(Demand::Weeks) {
            let long: u64 = self.steps.iter().map(|s| u64::from(s.weeks) + u64::from(s.from)).sum();
            let more = (u64::from(self.weeks) + long).min(u64::from(MOST_WEEKS)) as Week;
            p.lengthen(more.max(self.weeks));
        }
        if !keeps(Demand::Capacity) {
            p.capacity = Capacity::Every(LARGEST_NUMBER);
        }
        for (k, resource) in p.resources.iter_mut().enumerate() {
            if !keeps(Demand::Resource(k)) {
                resource.capacity = Capacity::Every(LARGEST_NUMBER);
            }
        }
        p.by = p.by.filter(|_| keeps(Demand::By));
        p.budget = p.budget.filter(|_| keeps(Demand::Budget));
        p.most_hours = p.most_hours.filter(|_| keeps(Demand::MostHours));
        if !keeps(Demand::Certificates) {
            (p.certificates, p.choose) = (Vec::new(), 0);
        }
        p.routes = kept_of(&self.routes, |k| keeps(Demand::Route(k)));
        p.lists = kept_of(&self.lists, |k| keeps(Demand::List(k)));
        p.loads = kept_of(&self.loads, |k| keeps(Demand::Load(k)));
        p.goals.retain(|&i| keeps(Demand::Must(i)));
        if p.goals.is_empty() && !self.goals.is_empty() {
            p.by = None;
        }
        for (i, step) in p.steps.iter_mut().enumerate() {
            if !keeps(Demand::Must(i)) && step.kind == Kind::Must {
                step.kind = Kind::Optional;
            }
            if !keeps(Demand::From(i)) {
                step.from = 0;
            }
            step.deadline = step.deadline.filter(|_| keeps(Demand::Deadline(i)));
            step.after.retain(|&j| keeps(Demand::After(i, j)));
            step.waits.retain(|wait| keeps(Demand::After(i, wait.0)));
            step.within.retain(|limit| keeps(Demand::Within(i, limit.0)));
            step.hold_offs = kept_of(&step.hold_offs, |k| keeps(Demand::HoldOff(i, k)));
            step.one_of = kept_of(&step.one_of, |k| keeps(Demand::OneOf(i, k)));
        }
        p
    }

    /// As many weeks as this. The new ones are like those a year before, or like the last one.
    fn lengthen(&mut self, weeks: Week) {
        let old = self.weeks;
        let longer = |capacity: &mut Capacity| {
            if let Capacity::Weekly(amounts) = capacity {
                while amounts.len() < weeks as usize {
                    let year_before = amounts.len().checked_sub(52).and_then(|week| amounts.get(week));
                    let next = year_before.or(amounts.last()).copied().unwrap_or(0);
                    amounts.push(next);
                }
            }
        };
        longer(&mut self.capacity);
        for resource in &mut self.resources {
            longer(&mut resource.capacity);
        }
        self.weeks = weeks.max(old);
    }
}

fn kept_of<T: Clone>(all: &[T], keeps: impl Fn(usize) -> bool) -> Vec<T> {
    all.iter().enumerate().filter(|(k, _)| keeps(*k)).map(|(_, one)| one.clone()).collect()
}

/// Demands that cannot be met together and of which none can be spared: each is dropped in turn, and stays dropped if there is
/// still no plan. `None`: there is a plan, or it is not known that there is none.
#[must_use]
pub fn minimal_reasons(problem: &Problem, limits: &Limits) -> Option<Reasons> {
    let mut kept: BTreeSet<Demand> = problem.demands().into_iter().collect();
    let Answer::Impossible(mut certificate) = solve(&problem.only(&kept), limits) else { return None };
    let mut minimal = true;
    let mut without: Vec<(Demand, Option<Starts>)> = Vec::new();
    // Half of what is not settled at a time, then a quarter, and so on: most demands have nothing to do with it.
    let mut open: Vec<Demand> = problem.demands();
    let mut chunk = open.len().div_ceil(2).max(1);
    while !open.is_empty() {
        let mut next = 0;
        while next < open.len() {
            let tried: Vec<Demand> = open[next..(next + chunk).min(open.len())].to_vec();
            let fewer: BTreeSet<Demand> = kept.iter().copied().filter(|d| !tried.contains(d)).collect();
            match solve(&problem.only(&fewer), limits) {
                Answer::Impossible(proof) => {
                    certificate = proof;
                    kept = fewer;
                    open.retain(|d| !tried.contains(d));
                }
                answer if tried.len() == 1 => {
                    let plan = match answer {
                        Answer::Plan(plan) => Some(plan.starts),
                        _ => None,
                    };
                    minimal &= plan.is_some();
                    without.push((tried[0], plan));
                    open.retain(|d| !tried.contains(d));
                }
                _ => next += tried.len(),
            }
        }
        chunk = (chunk / 2).max(1);
    }
    without.sort_by_key(|reason| reason.0);
    Some(Reasons { reasons: without, minimal, certificate: *certificate })
}

/// The least more hours a week, the least delay, and the least budget with which there is a plan. Each was solved; one that was
/// not settled in time is left out.
#[must_use]
pub fn ways_out(problem: &Problem, limits: &Limits) -> Vec<WayOut> {
    let mut ways = Vec::new();
    let most_hours =
        problem.steps.iter().map(|s| u64::from(s.hours)).sum::<u64>().min(u64::from(LARGEST_NUMBER) / 2);
    let hours = least(most_hours as u32, |more| plan_of(&with_more_hours(problem, more), limits));
    ways.extend(hours.map(|(more, plan)| WayOut::MoreHours(more, plan)));
    let most_weeks = MOST_WEEKS.saturating_sub(problem.weeks).min(520);
    let weeks = least(most_weeks, |later| plan_of(&with_dates_later(problem, later), limits));
    ways.extend(weeks.map(|(later, plan)| WayOut::Later(later, plan)));
    if problem.budget.is_some() {
        let unlimited = Problem { budget: None, objectives: vec![Objective::Cost], ..problem.clone() };
        if let Answer::Plan(plan) = solve(&unlimited, limits)
            && plan.is_proven()
        {
            let cost = u32::try_from(plan.objectives[0].value).unwrap_or(u32::MAX);
            ways.push(WayOut::Budget(cost, plan.starts));
        }
    }
    ways
}

/// Some plan, or that there is none; `None` when that was not settled.
fn plan_of(problem: &Problem, limits: &Limits) -> Option<Option<Starts>> {
    match solve(&Problem { objectives: Vec::new(), ..problem.clone() }, limits) {
        Answer::Plan(plan) => Some(Some(plan.starts)),
        Answer::Impossible(_) => Some(None),
        Answer::Unknown => None,
    }
}

/// The least amount for which there is a plan, when more never hurts.
fn least(most: u32, plan: impl Fn(u32) -> Option<Option<Starts>>) -> Option<(u32, Starts)> {
    // Up in doubling strides first: the answer is usually small, and small ones are the cheaper to solve.
    let (mut none_for, mut stride) = (0u32, 1u32);
    let mut found = loop {
        let amount = none_for.saturating_add(stride).min(most);
        if amount <= none_for {
            return None;
        }
        match plan(amount)? {
            Some(plan) => break (amount, plan),
            None => none_for = amount,
        }
        stride = stride.saturating_mul(2);
    };
    while found.0 - none_for > 1 {
        let middle = none_for + (found.0 - none_for) / 2;
        match plan(middle)? {
            Some(plan) => found = (middle, plan),
            None => none_for = middle,
        }
    }
    Some(found)
}

/// The problem with more hours in every week.
fn with_more_hours(problem: &Problem, more: u32) -> Problem {
    let raise = |amount: u32| amount.saturating_add(more).min(LARGEST_NUMBER);
    let capacity = match &problem.capacity {
        Capacity::Every(amount) => Capacity::Every(raise(*amount)),
        Capacity::Weekly(amounts) => Capacity::Weekly(amounts.iter().map(|&amount| raise(amount)).collect()),
    };
    Problem { capacity, ..problem.clone() }
}

/// The problem with every date later: the last week, the arrival, the deadlines.
fn with_dates_later(problem: &Problem, later: Week) -> Problem {
    let mut p = problem.clone();
    p.lengthen(problem.weeks + later);
    p.by = p.by.map(|by| by + later);
    for step in &mut p.steps {
        step.deadline = step.deadline.map(|deadline| deadline + later);
    }
    p
}
