//! A plan held against the problem, without the solver.

use crate::problem::{Fault, Objective, Problem, Starts, Step, Week};

impl Problem {
    /// What an objective comes to in a plan.
    ///
    /// # Panics
    /// Never, for a plan with an entry for each step.
    #[must_use]
    pub fn value(&self, objective: Objective, starts: &Starts) -> i64 {
        let taken = || self.taken(starts);
        match objective {
            Objective::Finish => self.finish(starts),
            Objective::Cost => taken().map(|(_, step, _)| i64::from(step.cost)).sum(),
            Objective::Hours => {
                taken().map(|(_, step, _)| i64::from(step.weeks) * i64::from(step.hours)).sum()
            }
            Objective::Lead => {
                taken().map(|(_, _, start)| i64::from(self.weeks) - i64::from(start)).max().unwrap_or(0)
            }
            Objective::Peak => self.hours_by_week(starts).into_iter().max().unwrap_or(0),
            Objective::Moved => {
                self.agreed.iter().zip(starts).filter(|(agreed, start)| agreed != start).count() as i64
            }
        }
    }

    fn taken<'p>(&'p self, starts: &'p Starts) -> impl Iterator<Item = (usize, &'p Step, Week)> {
        self.steps.iter().zip(starts).enumerate().filter_map(|(i, (step, start))| Some((i, step, (*start)?)))
    }

    fn finish(&self, starts: &Starts) -> i64 {
        let goals = self.taken(starts).filter(|(i, _, _)| self.is_goal(*i));
        goals.map(|(_, step, start)| i64::from(start) + i64::from(step.weeks)).max().unwrap_or(0)
    }

    /// Hours given to steps, week by week.
    #[must_use]
    pub fn hours_by_week(&self, starts: &Starts) -> Vec<i64> {
        self.use_by_week(starts, |step| step.hours)
    }

    fn use_by_week(&self, starts: &Starts, amount: impl Fn(&Step) -> u32) -> Vec<i64> {
        let mut use_of = vec![0; self.weeks as usize];
        for (_, step, start) in self.taken(starts) {
            for week in start..(start + step.weeks).min(self.weeks) {
                use_of[week as usize] += i64::from(amount(step));
            }
        }
        use_of
    }

    /// The first demand that a plan does not meet.
    #[must_use]
    pub fn broken_demand(&self, starts: &Starts) -> Option<Fault> {
        let fault = |path: String, what: String| Some(Fault { path, what });
        if starts.len() != self.steps.len() {
            return fault(String::new(), format!("{} starts for {} steps", starts.len(), self.steps.len()));
        }
        for i in 0..self.steps.len() {
            if let Some(what) = self.broken_at(i, starts) {
                return fault(format!("steps[{i}]"), what);
            }
        }
        for (k, list) in self.all_lists().iter().enumerate() {
            let taken = list.of.iter().filter(|&&i| starts[i].is_some()).count() as u32;
            if taken < list.at_least || list.at_most.is_some_and(|most| taken > most) {
                return fault(format!("list {k}"), format!("{taken} taken"));
            }
        }
        self.broken_limit(starts).map(|path| Fault { path, what: "too much or too little".to_owned() })
    }

    fn broken_at(&self, i: usize, starts: &Starts) -> Option<String> {
        let step = &self.steps[i];
        let Some(start) = starts[i] else {
            return self.must_take(i).then(|| "it must be taken".to_owned());
        };
        let end = start + step.weeks;
        let done_before = |other: usize, wait: Week| {
            starts[other].is_some_and(|begun| begun + self.steps[other].weeks + wait <= start)
        };
        if start < step.from || end > self.weeks || step.deadline.is_some_and(|deadline| end > deadline) {
            return Some("it runs outside of its weeks".to_owned());
        }
        if step.hold_offs.iter().any(|&(from, to)| from < to && start < to && from < end && step.weeks > 0) {
            return Some("it runs in a hold-off".to_owned());
        }
        if let Some((before, _)) =
            step.prerequisites().into_iter().find(|&(before, wait)| !done_before(before, wait))
        {
            return Some(format!("step {before} is not finished before"));
        }
        let too_late = |&&(other, most): &&(usize, Week)| {
            starts[other].is_some_and(|begun| start > begun + self.steps[other].weeks + most)
        };
        if let Some((before, most)) = step.within.iter().find(too_late) {
            return Some(format!("it starts more than {most} weeks after step {before}"));
        }
        let unmet = step.one_of.iter().position(|list| !list.iter().any(|&other| done_before(other, 0)));
        unmet.map(|list| format!("none of or_[{list}] is finished before"))
    }

    fn broken_limit(&self, starts: &Starts) -> Option<String> {
        let hours = self.hours_by_week(starts);
        let too_full = |use_of: &[i64], capacity: &crate::problem::Capacity| {
            use_of
                .iter()
                .enumerate()
                .any(|(week, &amount)| amount > i64::from(capacity.in_week(week as Week)))
        };
        if too_full(&hours, &self.capacity) {
            return Some("cap".to_owned());
        }
        for (k, resource) in self.resources.iter().enumerate() {
            let use_of = self.use_by_week(starts, |step| step.uses.get(k).copied().unwrap_or(0));
            if too_full(&use_of, &resource.capacity) {
                return Some(format!("resources[{k}]"));
            }
        }
        for (k, load) in self.loads.iter().enumerate() {
            let sum: i64 = hours[load.from as usize..load.to as usize].iter().sum();
            if sum < i64::from(load.at_least) || load.at_most.is_some_and(|most| sum > i64::from(most)) {
                return Some(format!("loads[{k}]"));
            }
        }
        let over = |limit: Option<u32>, objective| {
            limit.is_some_and(|l| self.value(objective, starts) > i64::from(l))
        };
        let limits = [
            ("budget", self.budget, Objective::Cost),
            ("most_hours", self.most_hours, Objective::Hours),
            ("by", self.by, Objective::Finish),
        ];
        limits.into_iter().find(|l| over(l.1, l.2)).map(|l| l.0.to_owned())
    }
}
