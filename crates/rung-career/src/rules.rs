//! The rules beside scarcity: prerequisites, lists, arrival, sums.

use crate::engine::Engine;
use crate::literal::Lit;
use crate::model::Rule;
use crate::proof::Hint;

impl Engine<'_> {
    /// Applies a rule; `false` is a contradiction.
    pub(crate) fn propagate_rule(&mut self, rule: u32) -> bool {
        let model = self.model;
        match &model.rules[rule as usize] {
            Rule::After { .. } => self.propagate_after(rule),
            Rule::Within { step, before, gap } => self.propagate_within(*step, *before, *gap),
            Rule::OneOf { step, list, of } => self.propagate_one_of(*step, *list, of),
            Rule::Choose { list, of, least, most } => self.propagate_choose(*list, of, *least, *most),
            Rule::Finish { step } => self.propagate_finish(*step),
            Rule::Lead { step } => self.propagate_lead(*step),
            Rule::Total { total } => self.propagate_total(*total),
            Rule::Energy { resource } => self.propagate_energy(*resource),
            Rule::LoadMost { load } => self.propagate_load_most(*load),
            Rule::LoadLeast { load } => self.propagate_load_least(*load),
        }
    }

    /// The step starts at most `gap` weeks after the start of `before`, or one of them is not taken.
    fn propagate_within(&mut self, step: usize, before: usize, gap: i32) -> bool {
        let model = self.model;
        let (later, earlier) = (&model.tasks[step], &model.tasks[before]);
        let hint = Hint::Within(step as u32, before as u32);
        let start = self.hi[earlier.var];
        let (known, last) = (start <= earlier.last, start + gap);
        if !self.is_taken(step) {
            if known && !self.is_left(step) && self.lo[later.var] > last {
                let premises = [self.literals.ge(later.var, last + 1), self.literals.le(earlier.var, start)];
                return self.set(!later.taken, &premises, hint);
            }
            return true;
        }
        if known && self.hi[later.var] > last {
            let premises = [later.taken, self.literals.le(earlier.var, start)];
            if !self.set(self.literals.le(later.var, last), &premises, hint) {
                return false;
            }
        }
        let first = (self.lo[later.var] - gap).min(earlier.absent());
        if self.lo[earlier.var] < first {
            let premises = [later.taken, self.literals.ge(later.var, first + gap)];
            return self.set(self.literals.ge(earlier.var, first), &premises, hint);
        }
        true
    }

    /// The step starts after the first of these is finished; if only one can be finished in time, it is taken and is.
    fn propagate_one_of(&mut self, step: usize, list: usize, of: &[usize]) -> bool {
        let model = self.model;
        let task = &model.tasks[step];
        let hint = Hint::OneOf(step as u32, list as u32);
        let finish = |engine: &Self, i: usize| {
            let t = &model.tasks[i];
            if engine.is_left(i) { i32::MAX } else { engine.lo[t.var] + t.weeks }
        };
        let first = of.iter().map(|&i| finish(self, i)).min().unwrap_or(i32::MAX).min(task.absent());
        if self.lo[task.var] < first {
            let premises: Vec<Lit> = of
                .iter()
                .map(|&i| {
                    let t = &model.tasks[i];
                    self.literals.ge(t.var, (first - t.weeks).min(t.absent()))
                })
                .collect();
            if !self.set(self.literals.ge(task.var, first), &premises, hint) {
                return false;
            }
        }
        let last = self.hi[task.var];
        if last > task.last {
            return true;
        }
        let mut possible = of.iter().copied().filter(|&i| finish(self, i) <= last);
        let (Some(only), None) = (possible.next(), possible.next()) else { return true };
        let t = &model.tasks[only];
        let bound = (last - t.weeks).min(t.last);
        if self.hi[t.var] <= bound {
            return true;
        }
        let mut premises = vec![self.literals.le(task.var, last)];
        for &i in of.iter().filter(|&&i| i != only) {
            let t = &model.tasks[i];
            premises.push(self.literals.ge(t.var, (last - t.weeks + 1).min(t.absent())));
        }
        self.set(self.literals.le(t.var, bound), &premises, hint)
    }

    fn propagate_choose(&mut self, list: usize, of: &[usize], least: usize, most: usize) -> bool {
        let model = self.model;
        let hint = Hint::Choose(list as u32);
        let taken: Vec<Lit> =
            of.iter().filter(|&&i| self.is_taken(i)).map(|&i| model.tasks[i].taken).collect();
        let left: Vec<Lit> =
            of.iter().filter(|&&i| self.is_left(i)).map(|&i| !model.tasks[i].taken).collect();
        if taken.len() > most {
            return self.contradict(&taken[..=most], hint);
        }
        let can = of.len() - left.len();
        if can < least {
            let enough = (of.len() + 1 - least.min(of.len() + 1)).min(left.len());
            return self.contradict(&left[..enough], hint);
        }
        let open = |engine: &Self, i: usize| !engine.is_taken(i) && !engine.is_left(i);
        if taken.len() == most {
            for &i in of {
                if open(self, i) && !self.set(!model.tasks[i].taken, &taken, hint) {
                    return false;
                }
            }
        } else if can == least {
            for &i in of {
                if open(self, i) && !self.set(model.tasks[i].taken, &left, hint) {
                    return false;
                }
            }
        }
        true
    }

    fn propagate_finish(&mut self, step: usize) -> bool {
        let model = self.model;
        let task = &model.tasks[step];
        let Some(finish) = model.finish else { return true };
        let hint = Hint::Finish(step as u32);
        if self.is_taken(step) {
            let first = self.lo[task.var];
            if self.lo[finish] < first + task.weeks {
                let premises = [task.taken, self.literals.ge(task.var, first)];
                if !self.set(self.literals.ge(finish, first + task.weeks), &premises, hint) {
                    return false;
                }
            }
            let last = self.hi[finish] - task.weeks;
            if self.hi[task.var] > last {
                let premises = [task.taken, self.literals.le(finish, last + task.weeks)];
                return self.set(self.literals.le(task.var, last), &premises, hint);
            }
        } else if !self.is_left(step) && self.lo[task.var] + task.weeks > self.hi[finish] {
            let arrival = self.hi[finish];
            let premises =
                [self.literals.ge(task.var, arrival - task.weeks + 1), self.literals.le(finish, arrival)];
            return self.set(!task.taken, &premises, hint);
        }
        true
    }

    /// `lead` weeks from the first start to the end of the last week: a step starts at `weeks − lead` or later.
    fn propagate_lead(&mut self, step: usize) -> bool {
        let model = self.model;
        let task = &model.tasks[step];
        let Some(lead) = model.lead else { return true };
        let hint = Hint::Lead(step as u32);
        let first = (model.weeks - self.hi[lead]).min(task.absent());
        if self.lo[task.var] < first {
            let premises = [self.literals.le(lead, self.hi[lead])];
            if !self.set(self.literals.ge(task.var, first), &premises, hint) {
                return false;
            }
        }
        if self.is_taken(step) && self.lo[lead] < model.weeks - self.hi[task.var] {
            let last = self.hi[task.var];
            let premises = [self.literals.le(task.var, last)];
            return self.set(self.literals.ge(lead, model.weeks - last), &premises, hint);
        }
        true
    }

    fn propagate_total(&mut self, total: usize) -> bool {
        let model = self.model;
        let limit = self.limits[total];
        let terms = &model.totals[total].terms;
        let hint = Hint::Total(total as u32);
        let lists = if model.totals[total].by_step { self.least_of_lists(total) } else { Vec::new() };
        let sum = self.least_total(total);
        if sum > limit {
            let premises = self.explain_total(total, &lists, sum - limit - 1, None);
            return self.contradict(&premises, hint);
        }
        for (i, &(lit, weight)) in terms.iter().enumerate() {
            if weight == 0 || self.is_true(lit) || self.is_false(lit) {
                continue;
            }
            // With it taken, its list needs one fewer of the others.
            let own = lists.iter().find(|l| Some(l.group) == self.group_of(total, i));
            let spared = own.map_or(0, |l| l.without(weight));
            if sum - spared + weight > limit {
                let slack = sum - spared + weight - limit - 1;
                let premises = self.explain_total(total, &lists, slack, Some(i));
                if !self.set(!lit, &premises, hint) {
                    return false;
                }
            }
        }
        true
    }

    /// The least that a sum can still come to.
    pub(crate) fn least_total(&self, total: usize) -> i64 {
        let terms = &self.model.totals[total].terms;
        let sum: i64 = terms.iter().filter(|t| self.is_true(t.0)).map(|t| t.1).sum();
        let lists = if self.model.totals[total].by_step { self.least_of_lists(total) } else { Vec::new() };
        sum + lists.iter().map(|l| l.sum).sum::<i64>()
    }

    fn group_of(&self, total: usize, step: usize) -> Option<usize> {
        if self.model.totals[total].by_step { self.model.tasks[step].group } else { None }
    }

    /// For each list that still needs members: the least that they add.
    fn least_of_lists(&self, total: usize) -> Vec<LeastOfList> {
        let model = self.model;
        let mut all = Vec::new();
        for (group, (members, least)) in model.groups.iter().enumerate() {
            let taken = members.iter().filter(|&&i| self.is_taken(i)).count();
            if taken >= *least {
                continue;
            }
            let mut weights: Vec<i64> = members
                .iter()
                .filter(|&&i| !self.is_taken(i) && !self.is_left(i))
                .map(
                    |&i| if model.tasks[i].group == Some(group) { model.totals[total].terms[i].1 } else { 0 },
                )
                .collect();
            weights.sort_unstable();
            weights.truncate(least - taken);
            all.push(LeastOfList {
                group,
                sum: weights.iter().sum(),
                largest: weights.last().copied().unwrap_or(0),
            });
        }
        all
    }

    /// Why the sum is at least what it is, with some slack to be given away. `extra` is taken in mind.
    fn explain_total(
        &self,
        total: usize,
        lists: &[LeastOfList],
        mut slack: i64,
        extra: Option<usize>,
    ) -> Vec<Lit> {
        let model = self.model;
        let terms = &model.totals[total].terms;
        let mut premises = Vec::new();
        let extra_group = extra.and_then(|i| self.group_of(total, i));
        for (i, &(lit, weight)) in terms.iter().enumerate() {
            if weight == 0 || Some(i) == extra || !self.is_true(lit) {
                continue;
            }
            // A weight that is spared needs no reason, unless a list counts on the step.
            if weight <= slack {
                slack -= weight;
                continue;
            }
            premises.push(lit);
        }
        for list in lists.iter().filter(|l| l.sum > 0) {
            let largest = list.largest;
            if extra_group != Some(list.group) && list.sum <= slack {
                slack -= list.sum;
                continue;
            }
            for &i in &model.groups[list.group].0 {
                let weight = if model.tasks[i].group == Some(list.group) { terms[i].1 } else { 0 };
                if self.is_left(i) && weight < largest {
                    premises.push(!model.tasks[i].taken);
                }
            }
        }
        premises
    }
}

/// The least that the members which a list still needs must add.
struct LeastOfList {
    group: usize,
    sum: i64,
    largest: i64,
}

impl LeastOfList {
    /// What it need not add when a member of this weight is taken: that member's weight, if it was among the least, or
    /// the largest of them.
    fn without(&self, weight: i64) -> i64 {
        weight.min(self.largest)
    }
}
