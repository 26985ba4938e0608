//! The plan, held against every demand.

use super::{Checker, Task};
use crate::{Refusal, refuse};

impl Checker<'_> {
    pub(super) fn value(&self, objective: &str, starts: &[Option<i64>]) -> Result<i64, Refusal> {
        let taken = || self.tasks.iter().enumerate().filter_map(|(i, task)| Some((i, task, starts[i]?)));
        Ok(match objective {
            "finish" => taken().filter(|t| t.1.is_goal).map(|(_, task, s)| s + task.d).max().unwrap_or(0),
            "lead" => taken().map(|(_, _, s)| self.problem.weeks - s).max().unwrap_or(0),
            "peak" => (0..self.problem.weeks).map(|week| self.used(0, week, starts)).max().unwrap_or(0),
            "cost" => taken().map(|(i, _, _)| self.problem.steps[i].cost).sum(),
            "hours" => taken().map(|(_, task, _)| task.d * task.uses[0]).sum(),
            "moved" => self.problem.agreed.iter().zip(starts).filter(|(a, s)| a != s).count() as i64,
            _ => return refuse(format!("there is no objective {objective}")),
        })
    }

    fn used(&self, resource: usize, week: i64, starts: &[Option<i64>]) -> i64 {
        let runs =
            |(task, start): &(&Task, &Option<i64>)| start.is_some_and(|s| s <= week && week < s + task.d);
        self.tasks.iter().zip(starts).filter(runs).map(|(task, _)| task.uses[resource]).sum()
    }

    pub(super) fn keeps_every_demand(&self, starts: &[Option<i64>]) -> Result<(), Refusal> {
        if starts.len() != self.tasks.len() {
            return refuse("the plan has not one entry for each step");
        }
        if !starts.iter().flatten().all(|start| (0..=self.problem.weeks).contains(start)) {
            return refuse("the plan leaves the weeks of the problem");
        }
        for (i, (task, start)) in self.tasks.iter().zip(starts).enumerate() {
            let Some(start) = *start else {
                if task.must {
                    return refuse(format!("step {i} is left out"));
                }
                continue;
            };
            let step = &self.problem.steps[i];
            let done = |j: usize, wait: i64| starts[j].is_some_and(|s| s + self.tasks[j].d + wait <= start);
            let in_time =
                |&(j, most): &(usize, i64)| starts[j].is_none_or(|s| start <= s + self.tasks[j].d + most);
            let held_off = |&(a, b): &(i64, i64)| a < b && task.d > 0 && start < b && a < start + task.d;
            if start < step.from
                || start > task.last
                || !task.before.iter().all(|&(j, wait)| done(j, wait))
                || !step.or_.iter().all(|list| list.iter().any(|&j| done(j, 0)))
                || !step.within.iter().all(in_time)
                || step.not.iter().any(held_off)
            {
                return refuse(format!("step {i} cannot start in week {start}"));
            }
        }
        let hours: Vec<i64> = (0..self.problem.weeks).map(|week| self.used(0, week, starts)).collect();
        for (r, capacity) in self.capacity.iter().enumerate() {
            if (0..self.problem.weeks).any(|week| self.used(r, week, starts) > capacity[week as usize]) {
                return refuse(format!("too much of resource {r}"));
            }
        }
        for load in &self.problem.loads {
            let sum: i64 = hours[load.from as usize..load.to as usize].iter().sum();
            if sum < load.at_least || load.at_most.is_some_and(|most| sum > most) {
                return refuse("a load is not kept");
            }
        }
        for &(of, least, most) in &self.lists {
            if !(least..=most).contains(&of.iter().filter(|&&i| starts[i].is_some()).count()) {
                return refuse("a list is not kept");
            }
        }
        let late = self.problem.by.is_some_and(|by| self.value("finish", starts).is_ok_and(|v| v > by));
        let dear = self.value("cost", starts)? > self.most[0] || self.value("hours", starts)? > self.most[1];
        if late || dear { refuse("too late, too dear, or too many hours") } else { Ok(()) }
    }
}
