//! A good plan at once: steps are put where they first fit, in an order that is improved by trial.
//!
//! Nothing here is believed: a plan counts only after it was held against the problem.

use crate::limits::Limits;
use crate::problem::{Capacity, Problem, Starts, Week};

/// Orders tried; for large problems fewer, so that it stays a small part of the time.
const MOST_TRIALS: usize = 1_500;

/// The best plan that was found, if any.
pub(crate) fn good_plan(problem: &Problem, limits: &Limits) -> Option<Starts> {
    if problem.steps.is_empty() {
        return None;
    }
    let mut builder = Builder::new(problem);
    let mut best: Option<(Vec<i64>, Starts)> = None;
    let mut wishes = builder.first_wishes();
    for trial in 0..MOST_TRIALS {
        if trial % 16 == 0 && (limits.should_stop)() {
            break;
        }
        if best.is_none() && trial >= 300 {
            break;
        }
        let mut changed = wishes.clone();
        if trial > 0 {
            builder.change(&mut changed, best.is_none());
        }
        let Some(starts) = builder.build(&changed) else { continue };
        if problem.broken_demand(&starts).is_some() {
            continue;
        }
        let mut values: Vec<i64> = problem.objectives.iter().map(|&o| problem.value(o, &starts)).collect();
        // Among plans that arrive together, the one whose steps end early leaves more room to improve.
        values.insert(1.min(values.len()), starts.iter().flatten().map(|&week| i64::from(week)).sum());
        if best.as_ref().is_none_or(|known| values <= known.0) {
            best = Some((values, starts));
            wishes = changed;
        }
    }
    best.map(|(_, starts)| starts)
}

/// What is tried: how urgent each step is, and how much it is liked when there is a choice (less is more).
#[derive(Clone)]
struct Wishes {
    urgency: Vec<i64>,
    dislike: Vec<i64>,
}

struct Builder<'p> {
    problem: &'p Problem,
    before: Vec<Vec<(usize, Week)>>,
    /// Weeks from a step's start to the end of the longest chain that waits for it.
    tail: Vec<i64>,
    seed: u64,
}

impl<'p> Builder<'p> {
    fn new(problem: &'p Problem) -> Self {
        let before: Vec<Vec<(usize, Week)>> =
            problem.steps.iter().map(crate::problem::Step::prerequisites).collect();
        let mut tail: Vec<i64> = problem.steps.iter().map(|step| i64::from(step.weeks)).collect();
        // Chains are short: a few rounds reach their ends, and no more is needed for a guess.
        for _ in 0..20 {
            for (i, befores) in before.iter().enumerate() {
                let lists = problem.steps[i].one_of.iter().flatten().map(|&j| (j, 0));
                for (j, wait) in befores.iter().copied().chain(lists) {
                    tail[j] = tail[j]
                        .max((tail[i] + i64::from(problem.steps[j].weeks) + i64::from(wait)).min(100_000));
                }
            }
        }
        Builder { problem, before, tail, seed: 0x9E37_79B9_7F4A_7C15 }
    }

    fn random(&mut self, below: usize) -> usize {
        self.seed ^= self.seed << 13;
        self.seed ^= self.seed >> 7;
        self.seed ^= self.seed << 17;
        (self.seed >> 16) as usize % below.max(1)
    }

    fn first_wishes(&self) -> Wishes {
        let effort = |i: usize| {
            let step = &self.problem.steps[i];
            i64::from(step.weeks) * i64::from(step.hours) * 4 + i64::from(step.weeks)
        };
        let urgency = self.tail.iter().zip(&self.problem.steps).map(|(tail, step)| {
            let deadline = i64::from(step.deadline.unwrap_or(self.problem.weeks).min(self.problem.weeks));
            tail * 4 + (i64::from(self.problem.weeks) - deadline)
        });
        Wishes { urgency: urgency.collect(), dislike: (0..self.problem.steps.len()).map(effort).collect() }
    }

    fn change(&mut self, wishes: &mut Wishes, much: bool) {
        let steps = self.problem.steps.len();
        let changes = if much { steps.div_ceil(3) } else { 1 + self.random(3) };
        for _ in 0..changes {
            let (i, other) = (self.random(steps), self.random(steps));
            if self.random(4) == 0 {
                wishes.dislike[i] = self.random(200) as i64;
            } else {
                wishes.urgency[i] = wishes.urgency[other] + self.random(9) as i64 - 4;
            }
        }
    }

    /// Which steps to take: what must be, what the lists ask for, and what these need.
    fn select(&self, wishes: &Wishes) -> Vec<bool> {
        let steps = self.problem.steps.len();
        let mut taken = vec![false; steps];
        let mut open: Vec<usize> = (0..steps).filter(|&i| self.problem.must_take(i)).collect();
        loop {
            while let Some(i) = open.pop() {
                if std::mem::replace(&mut taken[i], true) {
                    continue;
                }
                open.extend(self.before[i].iter().map(|b| b.0));
                for list in &self.problem.steps[i].one_of {
                    if !list.iter().any(|&j| taken[j] || open.contains(&j)) {
                        open.extend(list.iter().copied().min_by_key(|&j| wishes.dislike[j]));
                    }
                }
            }
            for list in self.problem.all_lists() {
                let has = list.of.iter().filter(|&&i| taken[i]).count();
                if open.is_empty() && has < list.at_least as usize {
                    open.extend(
                        list.of.iter().copied().filter(|&i| !taken[i]).min_by_key(|&i| wishes.dislike[i]),
                    );
                }
            }
            if open.is_empty() {
                return taken;
            }
        }
    }

    /// Puts the steps, the most urgent of those that may start first, where they first fit.
    fn build(&self, wishes: &Wishes) -> Option<Starts> {
        let taken = self.select(wishes);
        let mut starts: Starts = vec![None; taken.len()];
        let mut free: Vec<Vec<i64>> = std::iter::once(&self.problem.capacity)
            .chain(self.problem.resources.iter().map(|r| &r.capacity))
            .map(|capacity| self.weekly(capacity))
            .collect();
        let mut waiting: Vec<usize> = (0..taken.len()).filter(|&i| taken[i]).collect();
        waiting.sort_by_key(|&i| std::cmp::Reverse(wishes.urgency[i]));
        while !waiting.is_empty() {
            let place = waiting.iter().position(|&i| self.may_start(i, &starts))?;
            let i = waiting.remove(place);
            let first = self.first_week(i, &starts);
            let start = self.fit(i, first, &free)?;
            starts[i] = Some(start);
            let step = &self.problem.steps[i];
            for week in start..start + step.weeks {
                for (r, left) in free.iter_mut().enumerate() {
                    left[week as usize] -= amount(step, r);
                }
            }
        }
        Some(starts)
    }

    fn weekly(&self, capacity: &Capacity) -> Vec<i64> {
        (0..self.problem.weeks).map(|week| i64::from(capacity.in_week(week))).collect()
    }

    fn may_start(&self, i: usize, starts: &Starts) -> bool {
        self.before[i].iter().all(|b| starts[b.0].is_some())
            && self.problem.steps[i].one_of.iter().all(|list| list.iter().any(|&j| starts[j].is_some()))
    }

    fn first_week(&self, i: usize, starts: &Starts) -> Week {
        let end = |j: usize| starts[j].map(|start| start + self.problem.steps[j].weeks);
        let after = self.before[i].iter().filter_map(|&(j, wait)| Some(end(j)? + wait)).max().unwrap_or(0);
        let lists = self.problem.steps[i].one_of.iter();
        let one_of = lists.filter_map(|list| list.iter().filter_map(|&j| end(j)).min()).max().unwrap_or(0);
        after.max(one_of).max(self.problem.steps[i].from)
    }

    fn fit(&self, i: usize, first: Week, free: &[Vec<i64>]) -> Option<Week> {
        let step = &self.problem.steps[i];
        let end = step.deadline.unwrap_or(self.problem.weeks).min(self.problem.weeks);
        let mut start = first;
        'next: while start + step.weeks <= end {
            for &(from, to) in &step.hold_offs {
                if from < to && start < to && from < start + step.weeks && step.weeks > 0 {
                    start = to;
                    continue 'next;
                }
            }
            for week in (start..start + step.weeks).rev() {
                if free.iter().enumerate().any(|(r, left)| left[week as usize] < amount(step, r)) {
                    start = week + 1;
                    continue 'next;
                }
            }
            return Some(start);
        }
        None
    }
}

fn amount(step: &crate::problem::Step, resource: usize) -> i64 {
    i64::from(if resource == 0 { step.hours } else { step.uses.get(resource - 1).copied().unwrap_or(0) })
}
