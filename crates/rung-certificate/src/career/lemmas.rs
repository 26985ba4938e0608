//! Lemmas, and the rules that they may use.

use super::problem::Load;
use super::{Checker, LARGEST, Lemma};
use crate::{Refusal, refuse};

impl Checker<'_> {
    pub(super) fn check_all(&mut self, lemmas: &[Lemma]) -> Result<(), Refusal> {
        for Lemma(clause, rules) in lemmas {
            if clause.len() % 2 != 0
                || clause
                    .chunks_exact(2)
                    .any(|l| l[0] < 0 || l[0] as usize / 2 >= self.lo.len() || l[1].abs() > LARGEST)
            {
                return refuse(format!("lemma {} has no such number", self.clauses.len()));
            }
            let (lo, hi, closed) = (self.lo.clone(), self.hi.clone(), self.closed);
            for literal in clause.chunks_exact(2) {
                self.suppose_false(literal);
            }
            let mut rest = rules.as_slice();
            while !self.closed && !rest.is_empty() {
                rest = self.apply(rest)?;
            }
            if !self.closed {
                return refuse(format!("lemma {} does not follow", self.clauses.len()));
            }
            (self.lo, self.hi, self.closed) = (lo, hi, closed);
            match clause.as_slice() {
                [] => self.closed = true,
                [number, bound] => self.suppose(*number, *bound),
                _ => {}
            }
            self.clauses.push(clause.clone());
        }
        Ok(())
    }

    fn suppose(&mut self, number: i64, bound: i64) {
        if number % 2 == 0 {
            self.raise(number as usize / 2, bound)
        } else {
            self.lower(number as usize / 2, bound)
        }
    }

    fn suppose_false(&mut self, literal: &[i64]) {
        let number = literal[0] as usize / 2;
        if literal[0] % 2 == 0 {
            self.lower(number, literal[1] - 1)
        } else {
            self.raise(number, literal[1] + 1)
        }
    }

    fn raise(&mut self, number: usize, least: i64) {
        self.lo[number] = self.lo[number].max(least);
        self.closed |= self.lo[number] > self.hi[number];
    }

    pub(super) fn lower(&mut self, number: usize, most: i64) {
        self.hi[number] = self.hi[number].min(most);
        self.closed |= self.lo[number] > self.hi[number];
    }

    fn taken(&self, i: usize) -> bool {
        self.hi[i] <= self.tasks[i].last
    }

    fn left(&self, i: usize) -> bool {
        self.lo[i] > self.tasks[i].last
    }

    fn leave(&mut self, i: usize) {
        self.raise(i, self.tasks[i].last + 1);
    }

    /// Applies the first rule of a list, gives the others.
    fn apply<'r>(&mut self, rules: &'r [i64]) -> Result<&'r [i64], Refusal> {
        let arity = match rules[0] {
            0 | 5 | 6 | 7 | 8 => 1,
            1 | 2 | 3 | 4 | 10 | 11 | 12 => 2,
            9 => 4,
            other => return refuse(format!("there is no rule {other}")),
        };
        let Some((rule, rest)) = rules.split_at_checked(arity + 1) else {
            return refuse("a rule is cut short");
        };
        let at = |k: usize| usize::try_from(rule[k]).unwrap_or(usize::MAX);
        let target = |k: usize| usize::try_from(rule[k]).ok();
        let step = |k: usize| {
            if at(k) < self.tasks.len() { Ok(at(k)) } else { refuse("a rule names an unknown step") }
        };
        if target(arity).is_some_and(|t| matches!(rule[0], 9..=11) && t >= self.tasks.len()) {
            return refuse("a rule names an unknown step");
        }
        let none = || Refusal("a rule names what there is not".to_owned());
        match rule[0] {
            0 => {
                let clause = std::mem::take(self.clauses.get_mut(at(1)).ok_or_else(none)?);
                self.apply_clause(&clause);
                self.clauses[at(1)] = clause;
            }
            1 => {
                // The step ends before the hold-off or starts after it.
                let (i, d) = (step(1)?, self.tasks[step(1)?].d);
                let &(a, b) = self.problem.steps[i].not.get(at(2)).ok_or_else(none)?;
                if a < b && d > 0 {
                    self.apply_clause(&[
                        2 * i as i64 + 1,
                        a - d,
                        2 * i as i64,
                        b.min(self.tasks[i].last + 1),
                    ]);
                }
            }
            2 => self.apply_moved(step(1)?)?,
            3 => self.apply_after(step(1)?, step(2)?)?,
            4 => self.apply_one_of(step(1)?, at(2))?,
            5 => self.apply_list(at(1))?,
            6 => self.apply_finish(step(1)?),
            7 => {
                // A step that is taken starts no earlier than the first start.
                let (i, lead) = (step(1)?, self.finish + 1);
                self.raise(i, (self.problem.weeks - self.hi[lead]).min(self.tasks[i].last + 1));
                if self.taken(i) {
                    self.raise(lead, self.problem.weeks - self.hi[i]);
                }
            }
            8 => self.apply_sum(at(1))?,
            9 => {
                let (r, a, b) = (at(1), rule[2], rule[3]);
                if r >= self.capacity.len() || a < 0 || a >= b || b > self.problem.weeks {
                    return refuse("a stretch of weeks is out of range");
                }
                let fullest = if r == 0 { self.hi[self.finish + 2] } else { i64::MAX };
                let there =
                    self.capacity[r][a as usize..b as usize].iter().map(|&amount| amount.min(fullest)).sum();
                self.apply_energy(r, a, b, there, target(4));
            }
            10 => {
                let load = self.problem.loads.get(at(1)).ok_or_else(none)?;
                if let Some(most) = load.at_most
                    && load.from < load.to
                {
                    self.apply_energy(0, load.from, load.to, most, target(2));
                }
            }
            12 => self.apply_within(step(1)?, step(2)?)?,
            _ => self.apply_least_load(self.problem.loads.get(at(1)).ok_or_else(none)?, target(2)),
        }
        Ok(rest)
    }

    /// If all literals but one are false, that one is true.
    fn apply_clause(&mut self, clause: &[i64]) {
        let is_false = |l: &&[i64]| {
            let number = l[0] as usize / 2;
            if l[0] % 2 == 0 { self.hi[number] < l[1] } else { self.lo[number] > l[1] }
        };
        let mut open = clause.chunks_exact(2).filter(|l| !is_false(l));
        match (open.next(), open.next()) {
            (None, _) => self.closed = true,
            (Some(only), None) => self.suppose(only[0], only[1]),
            _ => {}
        }
    }

    /// A step that starts in another week than was agreed is moved; so is one taken or left against it.
    fn apply_moved(&mut self, i: usize) -> Result<(), Refusal> {
        let Some(agreed) = self.problem.agreed.get(i) else { return refuse("nothing was agreed") };
        let last = self.tasks[i].last;
        let agreed = agreed.map_or(last + 1, |week| if week <= last { week } else { last + 2 });
        if self.lo[i] > agreed || self.hi[i] < agreed {
            self.raise(self.finish + 3 + i, 1);
        } else if self.hi[self.finish + 3 + i] == 0 {
            self.raise(i, agreed);
            self.lower(i, agreed);
        }
        Ok(())
    }

    /// `i` starts after `j` is finished, and the wait is over. A step without its prerequisite is not taken.
    fn apply_after(&mut self, i: usize, j: usize) -> Result<(), Refusal> {
        let waits = self.tasks[i].before.iter().filter(|b| b.0 == j);
        let Some(wait) = waits.map(|b| b.1).max() else {
            return refuse(format!("step {i} does not wait for step {j}"));
        };
        let gap = self.tasks[j].d + wait;
        if self.left(j) || self.lo[j] + gap > self.tasks[i].last {
            self.leave(i);
        } else {
            self.raise(i, self.lo[j] + gap);
        }
        if self.taken(i) {
            self.lower(j, (self.hi[i] - gap).min(self.tasks[j].last));
        }
        Ok(())
    }

    /// `i` starts at most so many weeks after `j` is finished, or one of them is not taken.
    fn apply_within(&mut self, i: usize, j: usize) -> Result<(), Refusal> {
        let limits = self.problem.steps[i].within.iter().filter(|limit| limit.0 == j);
        let Some(most) = limits.map(|limit| limit.1).min() else {
            return refuse(format!("step {i} has no last week after step {j}"));
        };
        let gap = self.tasks[j].d + most;
        let last = self.taken(j).then(|| self.hi[j] + gap);
        if !self.taken(i) {
            if last.is_some_and(|last| self.lo[i] > last) {
                self.leave(i);
            }
            return Ok(());
        }
        self.lower(i, last.unwrap_or(self.hi[i]));
        self.raise(j, (self.lo[i] - gap).min(self.tasks[j].last + 1));
        Ok(())
    }

    /// `i` starts after the first of a list is finished. If only one of them can be, that one is.
    fn apply_one_of(&mut self, i: usize, list: usize) -> Result<(), Refusal> {
        let Some(of) = self.problem.steps[i].or_.get(list) else { return refuse("there is no such list") };
        let finish = |s: &Self, j: usize| if s.left(j) { i64::MAX } else { s.lo[j] + s.tasks[j].d };
        let first = of.iter().map(|&j| finish(self, j)).min().unwrap_or(i64::MAX);
        self.raise(i, first.min(self.tasks[i].last + 1));
        if self.taken(i) {
            let mut possible = of.iter().filter(|&&j| finish(self, j) <= self.hi[i]);
            if let (Some(&only), None) = (possible.next(), possible.next()) {
                self.lower(only, (self.hi[i] - self.tasks[only].d).min(self.tasks[only].last));
            }
        }
        Ok(())
    }

    /// No fewer and no more of a list than it says.
    fn apply_list(&mut self, list: usize) -> Result<(), Refusal> {
        let Some(&(of, least, most)) = self.lists.get(list) else { return refuse("there is no such list") };
        let taken = of.iter().filter(|&&i| self.taken(i)).count();
        let possible = of.iter().filter(|&&i| !self.left(i)).count();
        self.closed |= taken > most || possible < least;
        for &i in of {
            if !self.taken(i) && !self.left(i) {
                if taken == most {
                    self.leave(i);
                } else if possible == least {
                    self.lower(i, self.tasks[i].last);
                }
            }
        }
        Ok(())
    }

    /// The arrival is not before the finish of a goal.
    fn apply_finish(&mut self, i: usize) {
        let (d, arrival) = (self.tasks[i].d, self.finish);
        if !self.tasks[i].is_goal {
            return;
        }
        if self.taken(i) {
            self.raise(arrival, self.lo[i] + d);
            self.lower(i, self.hi[arrival] - d);
        } else if self.lo[i] + d > self.hi[arrival] {
            self.leave(i);
        }
    }

    /// What is taken, and the least that the lists still ask for, is within the limit; so is every further step.
    fn apply_sum(&mut self, sum: usize) -> Result<(), Refusal> {
        let limit = *self.most.get(sum).ok_or(Refusal("there is no such sum".to_owned()))?;
        if sum == 2 {
            let moves = self.finish + 3..self.lo.len();
            let moved = moves.clone().map(|m| self.lo[m]).sum::<i64>();
            self.closed |= moved > limit;
            if moved == limit {
                moves.for_each(|m| self.lower(m, self.lo[m]));
            }
            return Ok(());
        }
        let weight = |s: &Self, i: usize| {
            if sum == 0 { s.problem.steps[i].cost } else { s.tasks[i].d * s.tasks[i].uses[0] }
        };
        self.closed |= self.least_sum(None, &|i| weight(self, i)) > limit;
        for i in 0..self.tasks.len() {
            if !self.taken(i)
                && !self.left(i)
                && self.least_sum(Some(i), &|i| weight(self, i)) + weight(self, i) > limit
            {
                self.leave(i);
            }
        }
        Ok(())
    }

    /// The weights of all steps taken but `without`, which counts as taken, and of the lightest that the lists still need.
    fn least_sum(&self, without: Option<usize>, weight: &dyn Fn(usize) -> i64) -> i64 {
        let mut sum: i64 =
            (0..self.tasks.len()).filter(|&i| Some(i) != without && self.taken(i)).map(weight).sum();
        for (l, &(of, least, _)) in self.lists.iter().enumerate() {
            let (mut taken, mut open) = (0, Vec::new());
            for &i in of {
                if Some(i) == without || self.taken(i) {
                    taken += 1;
                } else if !self.left(i) {
                    // A step in several lists is counted in the first.
                    open.push(if self.tasks[i].list == Some(l) { weight(i) } else { 0 });
                }
            }
            open.sort_unstable();
            sum += open.iter().take(least.saturating_sub(taken)).sum::<i64>();
        }
        sum
    }

    /// Energy, as the module explains.
    fn apply_energy(&mut self, r: usize, a: i64, b: i64, there: i64, target: Option<usize>) {
        let least = |i: usize| {
            let task = &self.tasks[i];
            let mut latest = self.hi[i].min(task.last);
            if task.is_goal {
                latest = latest.min(self.hi[self.finish] - task.d);
            }
            let weeks = task.d.min(b - a).min(self.lo[i] + task.d - a).min(b - latest);
            weeks.max(0) * task.uses[r]
        };
        let rest = self.least_sum(target, &least);
        let Some(j) = target else {
            self.closed |= rest > there;
            return;
        };
        let (d, amount) = (self.tasks[j].d, self.tasks[j].uses[r]);
        if amount == 0 {
            return;
        }
        if rest > there {
            return self.leave(j);
        }
        let q = (there - rest) / amount;
        if q >= d.min(b - a) {
            return;
        }
        if self.lo[j] > a + q - d {
            self.raise(j, (b - q).min(self.tasks[j].last + 1));
        }
        if self.taken(j) && self.hi[j] < b - q {
            self.lower(j, a + q - d);
        }
    }

    /// The hours that can be worked between two weeks suffice; without `target`, what lacks is its share.
    fn apply_least_load(&mut self, load: &Load, target: Option<usize>) {
        let (a, b) = (load.from, load.to);
        let most = |i: usize| {
            let (task, latest) = (&self.tasks[i], self.hi[i].min(self.tasks[i].last));
            let weeks = task.d.min(b - a).min(b - self.lo[i]).min(latest + task.d - a);
            if self.left(i) { 0 } else { weeks.max(0) * task.uses[0] }
        };
        let lacks =
            load.at_least - (0..self.tasks.len()).filter(|&i| Some(i) != target).map(most).sum::<i64>();
        let Some(j) = target else {
            self.closed |= lacks > 0;
            return;
        };
        let (d, amount) = (self.tasks[j].d, self.tasks[j].uses[0]);
        if lacks <= 0 {
            return;
        }
        if amount == 0 {
            self.closed = true;
            return;
        }
        let weeks = (lacks + amount - 1) / amount;
        self.closed |= weeks > d.min(b - a);
        self.lower(j, (b - weeks).min(self.tasks[j].last));
        self.raise(j, a + weeks - d);
    }
}
