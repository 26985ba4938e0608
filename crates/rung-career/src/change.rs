//! Something happened: the plan that is best now, and moves least of what was agreed.

use crate::limits::Limits;
use crate::problem::{Capacity, Fault, Kind, Objective, Problem, Starts, Week};
use crate::solve::{Answer, Progress, solve_from};

/// What happened to a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It ran from the beginning of week `start` to the beginning of week `end`, and is done.
    Done {
        /// Which step.
        step: usize,
        /// Its first week.
        start: Week,
        /// The week after its last.
        end: Week,
    },
    /// It has begun in this week and is running.
    Begun {
        /// Which step.
        step: usize,
        /// Its first week.
        start: Week,
    },
    /// It cannot start before this week.
    Slipped {
        /// Which step.
        step: usize,
        /// The first week in which it can.
        from: Week,
    },
    /// It takes longer or shorter than was thought.
    Takes {
        /// Which step.
        step: usize,
        /// Weeks.
        weeks: Week,
    },
    /// It was tried and failed. It can be tried again from this week on, for this much more.
    Failed {
        /// Which step.
        step: usize,
        /// The first week of another attempt.
        again_from: Week,
        /// What another attempt costs on top.
        cost: u32,
    },
}

/// What counts for more than staying with what was agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// All objectives: among the best plans, the one that moves least.
    Objectives,
    /// Only the first: arrive as early (for instance) as can be, then move least, then the other objectives.
    First,
}

impl Problem {
    /// The problem from week `now` on. Steps that were to start before `now` are taken to have begun as agreed, unless a
    /// change says otherwise; all others start in `now` or later. The objectives are followed by [`Objective::Moved`].
    ///
    /// # Errors
    /// A change names an unknown step, or the result makes no sense.
    pub fn after_changes(
        &self,
        agreed: &Starts,
        now: Week,
        changes: &[Change],
        keep: Keep,
    ) -> Result<Problem, Vec<Fault>> {
        let mut happened = Happened { problem: self.clone(), agreed: agreed.clone(), now, fixed: Vec::new() };
        happened.check(changes)?;
        happened.apply(changes);
        happened.problem.objectives = with_moved(&self.objectives, keep);
        happened.problem.agreed = happened.agreed;
        happened.problem.validate()?;
        Ok(happened.problem)
    }
}

/// Finds the plan after changes; see [`Problem::after_changes`]. Gives the changed problem, which the certificate is about.
///
/// # Errors
/// A change names an unknown step, or the result makes no sense.
pub fn resolve(
    problem: &Problem,
    agreed: &Starts,
    now: Week,
    changes: &[Change],
    keep: Keep,
    limits: &Limits,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<(Problem, Answer), Vec<Fault>> {
    let changed = problem.after_changes(agreed, now, changes, keep)?;
    let answer = solve_from(&changed, Some(&changed.agreed), limits, progress);
    Ok((changed, answer))
}

fn with_moved(objectives: &[Objective], keep: Keep) -> Vec<Objective> {
    let mut all: Vec<Objective> = objectives.iter().copied().filter(|&o| o != Objective::Moved).collect();
    let place = match keep {
        Keep::Objectives => all.len(),
        Keep::First => all.len().min(1),
    };
    all.insert(place, Objective::Moved);
    all
}

struct Happened {
    problem: Problem,
    agreed: Starts,
    now: Week,
    fixed: Vec<usize>,
}

impl Happened {
    fn check(&self, changes: &[Change]) -> Result<(), Vec<Fault>> {
        let steps = self.problem.steps.len();
        let fault = |path: String, what: String| Err(vec![Fault { path, what }]);
        if self.agreed.len() != steps {
            return fault("agreed".into(), format!("{} entries found for {steps} steps", self.agreed.len()));
        }
        if self.now > self.problem.weeks {
            return fault(
                "now".into(),
                format!("week {} is after the last of {} weeks", self.now, self.problem.weeks),
            );
        }
        for (k, change) in changes.iter().enumerate() {
            let step = change.step();
            if step >= steps {
                return fault(format!("changes[{k}]"), format!("there is no step {step}"));
            }
            if let Change::Done { start, end, .. } = *change
                && (start > end || end > self.problem.weeks)
            {
                return fault(
                    format!("changes[{k}]"),
                    format!("from week {start} to week {end}: no such time"),
                );
            }
        }
        Ok(())
    }

    fn apply(&mut self, changes: &[Change]) {
        let told: Vec<usize> =
            changes.iter().filter(|c| !matches!(c, Change::Takes { .. })).map(Change::step).collect();
        for change in changes {
            if let Change::Takes { step, weeks } = *change {
                self.problem.steps[step].weeks = weeks;
            }
        }
        for i in 0..self.problem.steps.len() {
            match self.agreed[i] {
                Some(start) if start < self.now && !told.contains(&i) => self.fix(i, start),
                _ => self.not_before(i, self.now),
            }
        }
        for change in changes {
            match *change {
                Change::Done { step, start, end } => {
                    self.problem.steps[step].weeks = end - start;
                    self.fix(step, start);
                }
                Change::Begun { step, start } => self.fix(step, start),
                Change::Slipped { step, from } => self.not_before(step, from),
                Change::Failed { step, again_from, cost } => {
                    self.not_before(step, again_from);
                    let step = &mut self.problem.steps[step];
                    step.cost = step.cost.saturating_add(cost);
                    // Another attempt is asked for anew, and what was given for the first does not count for it.
                    step.within.clear();
                }
                Change::Takes { .. } => {}
            }
        }
        self.make_room_in_the_past();
    }

    fn not_before(&mut self, i: usize, week: Week) {
        let step = &mut self.problem.steps[i];
        step.from = step.from.max(week);
    }

    /// What has begun cannot be undone: it stays where it is, whatever it should have waited for.
    fn fix(&mut self, i: usize, start: Week) {
        let step = &mut self.problem.steps[i];
        step.kind = Kind::Must;
        step.from = start;
        step.deadline = Some(start + step.weeks);
        step.after.clear();
        step.one_of.clear();
        step.waits.clear();
        step.within.clear();
        step.hold_offs.clear();
        self.agreed[i] = Some(start);
        self.fixed.push(i);
    }

    /// More may have been done in the past than there was room for.
    fn make_room_in_the_past(&mut self) {
        let fixed = self.fixed.clone();
        let (weeks, now) = (self.problem.weeks, self.now);
        let used = |problem: &Problem, week: Week, amount: &dyn Fn(&crate::problem::Step) -> u32| -> u32 {
            let runs = |i: &&usize| {
                let step = &problem.steps[**i];
                step.from <= week && week < step.from + step.weeks
            };
            fixed.iter().filter(runs).map(|&i| amount(&problem.steps[i])).sum()
        };
        let widen =
            |problem: &Problem, capacity: &Capacity, amount: &dyn Fn(&crate::problem::Step) -> u32| {
                let there = (0..weeks).map(|week| {
                    let most = capacity.in_week(week);
                    if week < now { most.max(used(problem, week, amount)) } else { most }
                });
                let there: Vec<u32> = there.collect();
                if there.iter().enumerate().all(|(week, &most)| most == capacity.in_week(week as Week)) {
                    capacity.clone()
                } else {
                    Capacity::Weekly(there)
                }
            };
        self.problem.capacity = widen(&self.problem, &self.problem.capacity, &|step| step.hours);
        for r in 0..self.problem.resources.len() {
            let amount = |step: &crate::problem::Step| step.uses.get(r).copied().unwrap_or(0);
            self.problem.resources[r].capacity =
                widen(&self.problem, &self.problem.resources[r].capacity, &amount);
        }
    }
}

impl Change {
    fn step(&self) -> usize {
        match *self {
            Change::Done { step, .. }
            | Change::Begun { step, .. }
            | Change::Slipped { step, .. }
            | Change::Takes { step, .. }
            | Change::Failed { step, .. } => step,
        }
    }
}
