//! From a solution to a plan that reads well: nothing in it that nothing needs, each step as early as it can be. Study and an
//! application are as late, so that what was learned is fresh and the authorization still runs when the exam comes; a renewal
//! some weeks before it is due, and its hours a quarter of a year before. No objective gets worse, and no week fuller than
//! the fullest.

use super::{Draft, draft::Place};
use crate::{
    remedy::{Need, Reason, Supposed},
    steps::Deed,
};
use rung_career::{Objective, Problem, Starts, Week};
use std::collections::BTreeSet;

/// Weeks before a renewal is due, at which it is filed.
const BEFORE_DUE: Week = 4;
/// Weeks before hours are due, at which they are earned: a quarter in which a course can still fall through.
const BEFORE_HOURS: Week = 13;

/// What a step is needed for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    /// The node.
    pub node: usize,
    /// What needs it.
    pub by: User,
    /// The condition that it helps to meet.
    pub reason: Option<Reason>,
}

/// What needs a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum User {
    /// Another step.
    Node(usize),
    /// An aim.
    Aim(usize),
    /// It is due in any case.
    Itself,
}

/// A tidied solution.
#[derive(Clone, Debug, Default)]
pub struct Tidy {
    /// When each step of the problem starts.
    pub starts: Starts,
    /// What each used node is needed for.
    pub uses: Vec<Use>,
    /// What is supposed.
    pub supposes: Vec<Supposed>,
}

/// Tidies a solution.
pub fn tidy(draft: &Draft, starts: &Starts) -> Tidy {
    let mut own = Walk::of(draft, starts);
    own.mark_all();
    let pruned = own.pruned();
    let uses = own.uses;
    let mut supposes: Vec<Supposed> = own.supposes.into_iter().collect();
    supposes.sort();
    let starts = shifted(draft, pruned);
    Tidy { starts, uses, supposes }
}

/// Weeks by which needs are met in a solution.
pub struct Walk<'d> {
    draft: &'d Draft,
    starts: &'d Starts,
    marked: BTreeSet<usize>,
    uses: Vec<Use>,
    supposes: BTreeSet<Supposed>,
}

impl<'d> Walk<'d> {
    /// Over a draft and a solution of its problem.
    pub fn of(draft: &'d Draft, starts: &'d Starts) -> Self {
        Self { draft, starts, marked: BTreeSet::new(), uses: Vec::new(), supposes: BTreeSet::new() }
    }

    /// The week by which a node is done; none when it is not taken.
    pub fn done_by(&self, node: usize) -> Option<Week> {
        let numbers = &self.draft.numbers;
        let step = numbers.done[node]?;
        Some(self.starts[step]? + numbers.problem.steps[step].weeks)
    }

    /// The week by which a need is met.
    pub fn met_by(&self, need: &Need) -> Option<Week> {
        match need {
            Need::Nothing | Need::Suppose(_) => Some(0),
            Need::Never(_) => None,
            Need::Step(node) => self.done_by(*node),
            Need::All(parts) => {
                parts.iter().try_fold(0, |week: Week, part| Some(week.max(self.met_by(part)?)))
            }
            Need::Any(parts) => parts.iter().filter_map(|part| self.met_by(part)).min(),
            Need::Some { count, of } => {
                let mut weeks: Vec<Week> = of.iter().filter_map(|part| self.met_by(part)).collect();
                weeks.sort_unstable();
                count.checked_sub(1).and_then(|last| weeks.get(last).copied())
            }
            Need::For { need, .. } => self.met_by(need),
        }
    }

    fn begins(&self, node: usize) -> Week {
        let steps = self.draft.steps_of(node);
        steps.into_iter().filter_map(|step| self.starts[step]).min().unwrap_or(0)
    }

    fn mark_all(&mut self) {
        for node in self.draft.must.clone() {
            self.mark(node, User::Itself, None);
        }
        for n in 0..self.draft.aims.len() {
            let need = self.draft.aims[n].need.clone();
            self.follow(&need, Week::MAX, User::Aim(n), None);
        }
    }

    fn mark(&mut self, node: usize, by: User, reason: Option<&Reason>) {
        self.uses.push(Use { node, by, reason: reason.cloned() });
        if self.marked.insert(node) {
            let needs = self.draft.nodes[node].needs.clone();
            let begins = self.begins(node);
            self.follow(&needs, begins, User::Node(node), None);
        }
    }

    /// Marks what meets a need by a week.
    fn follow(&mut self, need: &Need, by: Week, user: User, reason: Option<&Reason>) {
        match need {
            Need::Nothing | Need::Never(_) => {}
            Need::Suppose(supposition) => drop(self.supposes.insert(supposition.supposed.clone())),
            Need::Step(node) => self.mark(*node, user, reason),
            Need::All(parts) => parts.iter().for_each(|part| self.follow(part, by, user, reason)),
            Need::For { reason, need } => self.follow(need, by, user, Some(reason)),
            Need::Any(parts) => {
                if let Some(part) = self.best(parts, by).first() {
                    self.follow(part, by, user, reason);
                }
            }
            Need::Some { count, of } => {
                for part in self.best(of, by).into_iter().take(*count) {
                    self.follow(part, by, user, reason);
                }
            }
        }
    }

    /// The parts that are met by a week: first those that need nothing more than is needed anyway, then the cheapest.
    fn best<'p>(&self, parts: &'p [Need], by: Week) -> Vec<&'p Need> {
        let mut met: Vec<(u64, Week, &Need)> = parts
            .iter()
            .filter_map(|part| {
                let week = self.met_by(part).filter(|week| *week <= by)?;
                let more = part.steps().into_iter().filter(|node| !self.marked.contains(node));
                let cost: u64 = more.map(|node| 1 + self.draft.step(node).cost().in_cents()).sum();
                Some((cost, week, part))
            })
            .collect();
        met.sort_by_key(|(cost, week, _)| (*cost, *week));
        met.into_iter().map(|(_, _, part)| part).collect()
    }

    /// Without steps that nothing needs, where that still is a solution.
    fn pruned(&self) -> Starts {
        let numbers = &self.draft.numbers;
        let mut starts = self.starts.clone();
        for (step, place) in numbers.places.iter().enumerate() {
            let node = match place {
                Place::Node(node) | Place::Pace(node) | Place::Done(node) => *node,
                Place::Join => continue,
            };
            if !self.marked.contains(&node) {
                starts[step] = None;
            }
        }
        // Joins that stood on what is gone go too; taking one away may take another's ground.
        loop {
            let lacks = |step: usize, starts: &Starts| {
                let own = &numbers.problem.steps[step];
                own.after.iter().any(|before| starts[*before].is_none())
                    || own.one_of.iter().any(|list| list.iter().all(|before| starts[*before].is_none()))
            };
            let gone = (0..starts.len()).find(|step| {
                numbers.places[*step] == Place::Join && starts[*step].is_some() && lacks(*step, &starts)
            });
            match gone {
                Some(step) => starts[step] = None,
                None => break,
            }
        }
        if numbers.problem.broken_demand(&starts).is_none() { starts } else { self.starts.clone() }
    }
}

/// Each step as early as can be, study, applications and renewals as late, as long as no objective gets worse.
fn shifted(draft: &Draft, mut starts: Starts) -> Starts {
    let problem = &draft.numbers.problem;
    let values: Vec<i64> =
        problem.objectives.iter().map(|objective| problem.value(*objective, &starts)).collect();
    let is_as_good = |starts: &Starts| {
        problem.broken_demand(starts).is_none()
            && problem
                .objectives
                .iter()
                .zip(&values)
                .all(|(objective, value)| problem.value(*objective, starts) <= *value)
    };
    let deed = |step: usize| draft.numbers.places[step].node().map(|node| &draft.nodes[node].step.deed);
    // Weeks that are left between a step and the last moment for it; none where it is not to wait.
    let spare = |step: usize| match deed(step)? {
        Deed::Apply { .. } | Deed::Study { .. } => Some(0),
        Deed::Renew { .. } => Some(BEFORE_DUE),
        Deed::Learn { .. } => Some(BEFORE_HOURS),
        _ => None,
    };
    for _ in 0..4 {
        let before = starts.clone();
        let mut order: Vec<usize> = (0..starts.len()).filter(|step| starts[*step].is_some()).collect();
        order.sort_by_key(|step| (starts[*step], *step));
        for &step in &order {
            let Some(now) = starts[step] else { continue };
            for week in earliest(problem, &starts, step)..now {
                let mut tried = starts.clone();
                tried[step] = Some(week);
                if is_as_good(&tried) {
                    starts = tried;
                    break;
                }
            }
        }
        if starts == before {
            break;
        }
    }
    let mut order: Vec<usize> =
        (0..starts.len()).filter(|step| starts[*step].is_some() && spare(*step).is_some()).collect();
    order.sort_by_key(|step| std::cmp::Reverse(starts[*step]));
    let fullest = problem.value(Objective::Peak, &starts);
    let is_as_good =
        |starts: &Starts| is_as_good(starts) && problem.value(Objective::Peak, starts) <= fullest;
    for step in order {
        let Some(now) = starts[step] else { continue };
        let own = &problem.steps[step];
        // What has several paces is done at a moment of its own, which goes with it.
        let node = draft.numbers.places[step].node();
        let moment = node.and_then(|node| draft.numbers.done[node]).filter(|done| *done != step);
        let end = latest(problem, &starts, step, moment);
        let last = end.saturating_sub(own.weeks + spare(step).unwrap_or(0));
        for week in (now + 1..=last).rev() {
            let mut tried = starts.clone();
            tried[step] = Some(week);
            if let Some(moment) = moment {
                tried[moment] = Some(week + own.weeks);
            }
            if is_as_good(&tried) {
                starts = tried;
                break;
            }
        }
    }
    starts
}

/// The first week that its prerequisites leave.
fn earliest(problem: &Problem, starts: &Starts, step: usize) -> Week {
    let own = &problem.steps[step];
    let end = |before: usize| starts[before].map(|start| start + problem.steps[before].weeks);
    let all = own.after.iter().filter_map(|before| end(*before));
    let lists = own.one_of.iter().filter_map(|list| list.iter().filter_map(|before| end(*before)).min());
    all.chain(lists).max().unwrap_or(0).max(own.from)
}

/// The week by which it must end for those who need it, or the moment at which it is done.
fn latest(problem: &Problem, starts: &Starts, step: usize, moment: Option<usize>) -> Week {
    let own = &problem.steps[step];
    let users = problem.steps.iter().zip(starts).enumerate().filter_map(|(n, (other, start))| {
        let needs =
            |step: usize| other.after.contains(&step) || other.one_of.iter().any(|list| list.contains(&step));
        start.filter(|_| Some(n) != moment && (needs(step) || moment.is_some_and(needs)))
    });
    users.min().unwrap_or(problem.weeks).min(own.deadline.unwrap_or(problem.weeks))
}
