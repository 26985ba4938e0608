//! Good plans at once: steps are put where they first fit, in an order that is improved by trial.
//!
//! Nothing here is believed: a plan counts only after it was held against the problem.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::limits::Limits;
use crate::pack::{Packing, Piece};
use crate::problem::{Capacity, List, Objective, Problem, Starts, Step, Week};
use crate::random::Random;

/// Trials until there is a first plan; then the search is the better way to find one.
const TRIALS_FOR_A_FIRST: usize = 300;
/// Trials without progress, after which another place is tried.
const PATIENCE: usize = 4_000;

/// Half-made plans that are kept at least when weeks are filled, and how often that number is doubled at most.
const NARROWEST: usize = 8;
const WIDTHS: usize = 5;
/// Choices of steps that are looked at to find one that could make a better plan.
const CHOICES: usize = 30;

/// What is tried: how urgent each step is, and how much it is liked when there is a choice (less is more).
#[derive(Clone)]
struct Wishes {
    urgency: Vec<i64>,
    dislike: Vec<i64>,
}

/// Improves plans by trial: orders near that of the present plan are tried.
pub(crate) struct Improver<'p> {
    builder: Builder<'p>,
    random: Random,
    /// The place of the objective to improve; those before it may not get worse than `kept`.
    focus: usize,
    kept: Vec<i64>,
    /// The best plan, and what its objectives come to.
    best: Option<(Vec<i64>, Starts)>,
    /// The present wishes, and what the plan made of them is worth.
    wishes: Wishes,
    at: Option<Vec<i64>>,
    tried: usize,
    idle: usize,
    /// Weeks to stay in where possible: what was agreed before something happened.
    stay: Option<Starts>,
}

impl<'p> Improver<'p> {
    /// Near a plan, or what was one before a change, if there is any.
    pub(crate) fn new(problem: &'p Problem, near: Option<&Starts>) -> Self {
        let builder = Builder::new(problem);
        let near = near.filter(|near| near.len() == problem.steps.len());
        Improver {
            random: Random::new(),
            focus: 0,
            kept: Vec::new(),
            best: None,
            wishes: near.map_or_else(|| builder.first_wishes(), |near| builder.wishes_of(near)),
            at: None,
            tried: 0,
            idle: 0,
            stay: near.cloned(),
            builder,
        }
    }

    /// The best plan that is known, if any.
    pub(crate) fn plan(&self) -> Option<&Starts> {
        self.best.as_ref().map(|best| &best.1)
    }

    /// From now on the objective at this place is improved, those before it keep the values of this plan.
    pub(crate) fn aim(&mut self, focus: usize, plan: &Starts) {
        self.focus = focus;
        let values = self.values(plan);
        self.kept = values[..focus.min(values.len())].to_vec();
        self.best = None;
        self.learn(plan);
    }

    /// Another way found this plan: goes on from it, if it is better.
    pub(crate) fn learn(&mut self, plan: &Starts) -> bool {
        let values = self.values(plan);
        let is_better = self.kept.iter().zip(&values).all(|(kept, value)| value <= kept)
            && self.best.as_ref().is_none_or(|best| values < best.0);
        if is_better {
            self.wishes = self.builder.wishes_of(plan);
            self.best = Some((values, plan.clone()));
            self.tighten();
            (self.at, self.idle) = (None, 0);
        }
        is_better
    }

    /// Tries so many orders; `true` when a better plan was found.
    pub(crate) fn improve(&mut self, trials: usize, limits: &Limits) -> bool {
        let mut better = false;
        for _ in 0..trials {
            if self.tried.is_multiple_of(16) && (limits.should_stop)()
                || self.best.is_none() && self.tried >= TRIALS_FOR_A_FIRST
            {
                break;
            }
            better |= self.attempt();
            self.tried += 1;
            self.idle += 1;
            if self.idle > PATIENCE {
                self.go_elsewhere();
            }
        }
        better
    }

    /// Fills the weeks one after another, with so many choices of steps, so that a better plan comes out; `true` when one
    /// did. No plan has less than `bound`.
    pub(crate) fn fill(&mut self, bound: i64, tries: usize, limits: &Limits) -> bool {
        let mut better = false;
        for _ in 0..tries {
            let Some(weeks) = self.weeks_to_fill(bound) else { break };
            if (limits.should_stop)() {
                break;
            }
            if let Some(plan) = self.filled(weeks, limits) {
                better |= self.learn(&plan);
            }
        }
        better
    }

    /// In how many weeks a better plan would have to be done; none where weeks do not make a plan better.
    fn weeks_to_fill(&mut self, bound: i64) -> Option<i64> {
        let value = self.best.as_ref()?.0[self.focus];
        let objectives = &self.builder.problem.objectives[..=self.focus];
        match objectives {
            _ if bound >= value => None,
            [Objective::Finish] => Some(value - 1 - self.random.below((value - bound) as usize) as i64),
            [Objective::Finish, Objective::Cost | Objective::Hours] => self.kept.first().copied(),
            _ => None,
        }
    }

    fn filled(&mut self, weeks: i64, limits: &Limits) -> Option<Starts> {
        let taken = self.choice()?;
        let (steps, mut packing) = self.builder.packing(&taken, weeks, &mut self.random)?;
        if !packing.narrow() {
            return None;
        }
        let backwards = self.random.below(2) == 0;
        if backwards {
            packing = packing.reversed();
        }
        let width = NARROWEST << self.random.below(WIDTHS);
        let found = packing.pack(width, &mut self.random, limits.should_stop)?;
        let mut plan: Starts = vec![None; taken.len()];
        for ((&i, &start), piece) in steps.iter().zip(&found).zip(&packing.pieces) {
            plan[i] = Some(if backwards { weeks - start - piece.weeks } else { start } as Week);
        }
        self.builder.problem.broken_demand(&plan).is_none().then_some(plan)
    }

    /// Steps to take that could make a better plan.
    fn choice(&mut self) -> Option<Vec<bool>> {
        let problem = self.builder.problem;
        let objective = problem.objectives[self.focus];
        let best = self.best.as_ref()?.0[self.focus];
        (0..CHOICES).find_map(|_| {
            let mut wishes = self.builder.first_wishes();
            let (effort, cost) = match objective {
                Objective::Cost => (self.random.below(5) as i64, self.random.below(9) as i64),
                _ => (1, 0),
            };
            for (step, dislike) in problem.steps.iter().zip(&mut wishes.dislike) {
                *dislike = *dislike * effort + i64::from(step.cost) * cost;
            }
            for _ in 0..self.random.below(4) {
                let i = self.random.below(wishes.dislike.len());
                wishes.dislike[i] = wishes.dislike[self.random.below(wishes.dislike.len())];
            }
            let taken = self.builder.select(&wishes);
            let starts: Starts = taken.iter().map(|&is_taken| is_taken.then_some(0)).collect();
            let fine = match objective {
                Objective::Cost | Objective::Hours => problem.value(objective, &starts) < best,
                _ => true,
            };
            fine.then_some(taken)
        })
    }

    fn attempt(&mut self) -> bool {
        let mut wishes = self.wishes.clone();
        if self.at.is_some() || self.tried > 0 {
            let changes =
                if self.best.is_none() { wishes.urgency.len().div_ceil(3) } else { 1 + self.random.below(3) };
            self.change(&mut wishes, changes);
        }
        let stay = self.stay.as_ref().filter(|_| self.tried == 0 || self.random.below(2) == 0);
        let Some(mut starts) = self.builder.build(&wishes, stay) else { return false };
        if stay.is_none()
            && self.random.below(3) == 0
            && let Some(late) = self.builder.late_starts(&starts)
        {
            wishes.urgency = late.iter().map(|&week| -4 * week).collect();
            starts = self.builder.build(&wishes, None).unwrap_or(starts);
        }
        let values = self.values(&starts);
        let worth = self.worth(&values, &starts);
        if self.at.as_ref().is_some_and(|at| worth > *at) {
            return false;
        }
        if self.at.as_ref().is_none_or(|at| worth < *at) {
            self.idle = 0;
        }
        (self.at, self.wishes) = (Some(worth), wishes);
        let better = self.kept.iter().zip(&values).all(|(kept, value)| value <= kept)
            && self.best.as_ref().is_none_or(|best| values < best.0)
            && self.builder.problem.broken_demand(&starts).is_none();
        if better {
            self.best = Some((values, starts));
            self.tighten();
            self.at = None;
        }
        better
    }

    fn values(&self, starts: &Starts) -> Vec<i64> {
        let problem = self.builder.problem;
        problem.objectives.iter().map(|&objective| problem.value(objective, starts)).collect()
    }

    /// How far from a better plan (less is nearer): first by the objective to improve, then by those before it.
    fn worth(&self, values: &[i64], starts: &Starts) -> Vec<i64> {
        let wanted = self.best.as_ref().and_then(|best| Some(best.0.get(self.focus)? - 1));
        let mut worth = Vec::with_capacity(self.kept.len() + 2);
        worth.extend(values.get(self.focus).map(|&value| (value - wanted.unwrap_or(0)).max(0)));
        worth.extend(self.kept.iter().zip(values).map(|(kept, value)| (value - kept).max(0)));
        worth.push(self.builder.weight(starts));
        worth
    }

    /// What no better plan can have need not be tried.
    fn tighten(&mut self) {
        let Some((values, _)) = &self.best else { return };
        let limits: Vec<(Objective, i64)> = self
            .builder
            .problem
            .objectives
            .iter()
            .zip(values)
            .take(self.focus + 1)
            .enumerate()
            .map(|(place, (&objective, &value))| (objective, value - i64::from(place == self.focus)))
            .collect();
        for (objective, most) in limits {
            self.builder.limit(objective, most);
        }
    }

    /// The present place leads no further.
    fn go_elsewhere(&mut self) {
        (self.at, self.idle) = (None, 0);
        if let Some((_, plan)) = &self.best {
            self.wishes = self.builder.wishes_of(plan);
        }
        let changes = self.wishes.urgency.len() / 6;
        let mut wishes = self.wishes.clone();
        self.change(&mut wishes, changes);
        self.wishes = wishes;
    }

    fn change(&mut self, wishes: &mut Wishes, changes: usize) {
        let steps = wishes.urgency.len();
        if steps == 0 {
            return;
        }
        for _ in 0..changes {
            let (i, other) = (self.random.below(steps), self.random.below(steps));
            if self.random.below(4) == 0 {
                wishes.dislike[i] = self.random.below(200) as i64;
            } else {
                wishes.urgency[i] = wishes.urgency[other] + self.random.below(9) as i64 - 4;
            }
        }
    }
}

/// The problem, as building asks for it.
struct Builder<'p> {
    problem: &'p Problem,
    /// What a step waits for, and for how long.
    before: Vec<Vec<(usize, Week)>>,
    after: Vec<Vec<usize>>,
    /// The lists, of which step, that a step is in.
    serves: Vec<Vec<(usize, usize)>>,
    lists: Vec<List>,
    /// What there is, and what each step takes of it.
    capacity: Vec<Vec<i64>>,
    amounts: Vec<Vec<i64>>,
    end: Vec<Week>,
    /// No step starts before this week.
    first: Week,
    /// Weeks from a step's start to the end of the longest chain that waits for it.
    tail: Vec<i64>,
    /// Steps after those that they wait for.
    rank: Vec<usize>,
}

impl<'p> Builder<'p> {
    fn new(problem: &'p Problem) -> Self {
        let steps = problem.steps.len();
        let before: Vec<Vec<(usize, Week)>> = problem.steps.iter().map(Step::prerequisites).collect();
        let mut after = vec![Vec::new(); steps];
        let mut serves = vec![Vec::new(); steps];
        for (i, waits_for) in before.iter().enumerate() {
            for &(j, _) in waits_for {
                after[j].push(i);
            }
            for (list, of) in problem.steps[i].one_of.iter().enumerate() {
                for &j in of {
                    serves[j].push((i, list));
                }
            }
        }
        let weekly = |capacity: &Capacity| -> Vec<i64> {
            (0..problem.weeks).map(|week| i64::from(capacity.in_week(week))).collect()
        };
        let resources = problem.resources.iter().map(|r| &r.capacity);
        Builder {
            problem,
            tail: tails(problem, &before),
            rank: ranks(&before),
            first: 0,
            before,
            after,
            serves,
            lists: problem.all_lists(),
            capacity: std::iter::once(&problem.capacity).chain(resources).map(weekly).collect(),
            amounts: problem.steps.iter().map(|step| amounts(problem, step)).collect(),
            end: problem
                .steps
                .iter()
                .map(|s| s.deadline.unwrap_or(problem.weeks).min(problem.weeks))
                .collect(),
        }
    }

    fn first_wishes(&self) -> Wishes {
        let effort = |step: &Step| i64::from(step.weeks) * i64::from(step.hours) * 4 + i64::from(step.weeks);
        let urgency = self
            .tail
            .iter()
            .zip(&self.end)
            .map(|(tail, &end)| tail * 4 + (i64::from(self.problem.weeks) - i64::from(end)));
        Wishes { urgency: urgency.collect(), dislike: self.problem.steps.iter().map(effort).collect() }
    }

    /// Wishes that this plan fulfils.
    fn wishes_of(&self, plan: &Starts) -> Wishes {
        let mut wishes = self.first_wishes();
        for (i, start) in plan.iter().enumerate() {
            match start {
                Some(week) => {
                    wishes.urgency[i] = -4 * i64::from(*week);
                    wishes.dislike[i] = 0;
                }
                None => wishes.dislike[i] += 1,
            }
        }
        wishes
    }

    /// Between plans that are equally good, this says which is nearer to a better one: the sum of all hours' weeks. The
    /// less of it, the fewer hours are left unused early on. (The sum of the starts would favour short steps, which are
    /// better kept to fill gaps with.)
    fn weight(&self, starts: &Starts) -> i64 {
        let middle = |i: usize, start: Week| {
            let weeks = i64::from(self.problem.steps[i].weeks);
            self.amounts[i].iter().sum::<i64>() * weeks * (2 * i64::from(start) + weeks)
        };
        starts.iter().enumerate().filter_map(|(i, start)| Some(middle(i, (*start)?))).sum()
    }

    /// No plan with more than this is looked for, where that is easily seen to.
    fn limit(&mut self, objective: Objective, most: i64) {
        match objective {
            Objective::Peak => {
                let hours =
                    (0..self.problem.weeks).map(|week| i64::from(self.problem.capacity.in_week(week)));
                self.capacity[0] = hours.map(|there| there.min(most.max(0))).collect();
            }
            Objective::Lead => {
                self.first =
                    (i64::from(self.problem.weeks) - most).clamp(0, i64::from(self.problem.weeks)) as Week
            }
            Objective::Finish | Objective::Cost | Objective::Hours | Objective::Moved => {}
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
            for list in &self.lists {
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

    /// The steps that are taken, as pieces for so many weeks, and which steps these are.
    fn packing(&self, taken: &[bool], weeks: i64, random: &mut Random) -> Option<(Vec<usize>, Packing)> {
        let steps: Vec<usize> = (0..taken.len()).filter(|&i| taken[i]).collect();
        let place = |step: usize| steps.iter().position(|&i| i == step);
        let mut pieces = Vec::new();
        for &i in &steps {
            let step = &self.problem.steps[i];
            let mut before = Vec::new();
            for &(j, wait) in &self.before[i] {
                before.push((place(j)?, i64::from(wait)));
            }
            for list in &step.one_of {
                let can: Vec<usize> = list.iter().filter_map(|&j| place(j)).collect();
                before.push((*can.get(random.below(can.len()))?, 0));
            }
            let length = i64::from(step.weeks);
            pieces.push(Piece {
                weeks: length,
                amounts: self.amounts[i].clone(),
                first: i64::from(step.from.max(self.first)),
                last: i64::from(self.end[i]).min(weeks) - length,
                before,
                hold_offs: step.hold_offs.iter().map(|&(a, b)| (i64::from(a), i64::from(b))).collect(),
            });
        }
        let capacity = self.capacity.iter().map(|weekly| weekly[..weeks as usize].to_vec()).collect();
        Some((steps, Packing { weeks, capacity, pieces }))
    }

    /// Puts the steps, the most urgent of those that may start first, where they first fit; those that have a week to stay
    /// in, not before it.
    fn build(&self, wishes: &Wishes, stay: Option<&Starts>) -> Option<Starts> {
        let taken = self.select(wishes);
        let mut free = self.capacity.clone();
        let mut starts: Starts = vec![None; taken.len()];
        let mut waits_for: Vec<usize> =
            (0..taken.len()).map(|i| self.before[i].len() + self.problem.steps[i].one_of.len()).collect();
        let mut served: Vec<Vec<bool>> =
            self.problem.steps.iter().map(|step| vec![false; step.one_of.len()]).collect();
        let entry = |i: usize| (wishes.urgency[i], Reverse(i));
        let mut ready: BinaryHeap<(i64, Reverse<usize>)> =
            (0..taken.len()).filter(|&i| taken[i] && waits_for[i] == 0).map(entry).collect();
        let mut left = taken.iter().filter(|&&is_taken| is_taken).count();
        while let Some((_, Reverse(i))) = ready.pop() {
            let first = self.first_week(i, &starts);
            let wanted = stay.and_then(|stay| stay[i]).map_or(first, |week| week.max(first));
            let start = self
                .fit_near(i, wanted, &mut starts, &mut free)
                .or_else(|| self.fit_near(i, first, &mut starts, &mut free))?;
            starts[i] = Some(start);
            self.take(i, start, &mut free);
            left -= 1;
            let mut done = |j: usize| {
                waits_for[j] -= 1;
                if waits_for[j] == 0 && taken[j] {
                    ready.push(entry(j));
                }
            };
            self.after[i].iter().for_each(|&j| done(j));
            for &(j, list) in &self.serves[i] {
                if !std::mem::replace(&mut served[j][list], true) {
                    done(j);
                }
            }
        }
        (left == 0).then_some(starts)
    }

    fn take(&self, i: usize, start: Week, free: &mut [Vec<i64>]) {
        self.change_free(i, start, -1, free);
    }

    fn change_free(&self, i: usize, start: Week, sign: i64, free: &mut [Vec<i64>]) {
        let weeks = start as usize..(start + self.problem.steps[i].weeks) as usize;
        for (amount, left) in self.amounts[i].iter().zip(free).filter(|(amount, _)| **amount > 0) {
            left[weeks.clone()].iter_mut().for_each(|there| *there += sign * amount);
        }
    }

    /// Where the step first fits so that what it must start soon after is near enough, or can be moved there.
    fn fit_near(&self, i: usize, first: Week, starts: &mut Starts, free: &mut [Vec<i64>]) -> Option<Week> {
        let mut start = self.fit(i, first, free)?;
        while !self.problem.steps[i]
            .within
            .iter()
            .all(|limit| self.bring_near(i, start, *limit, starts, free))
        {
            start = self.fit(i, start + 1, free)?;
        }
        Some(start)
    }

    /// Moves `j`, which step `i` must start soon after, as late as those that wait for it leave; `false` when that is not
    /// late enough for `i` to start in this week.
    fn bring_near(
        &self,
        i: usize,
        start: Week,
        (j, most): (usize, Week),
        starts: &mut Starts,
        free: &mut [Vec<i64>],
    ) -> bool {
        let weeks = self.problem.steps[j].weeks;
        let Some(old) = starts[j] else { return true };
        if old + weeks + most >= start {
            return true;
        }
        let begins = |k: usize| if k == i { Some(start) } else { starts[k] };
        let waits = |k: usize| self.before[k].iter().find(|b| b.0 == j).map_or(0, |b| b.1);
        let users = self.after[j].iter().copied().chain(self.serves[j].iter().map(|serves| serves.0));
        let end = users.filter_map(|k| Some(begins(k)?.saturating_sub(waits(k)))).min();
        let end = end.unwrap_or(start).min(self.end[j]);
        self.change_free(j, old, 1, free);
        let new = self.fit_late(j, i64::from(end) - i64::from(weeks), free);
        let new = new.filter(|new| *new >= old && new + weeks + most >= start);
        self.take(j, new.unwrap_or(old), free);
        starts[j] = new.or(Some(old));
        new.is_some()
    }

    fn first_week(&self, i: usize, starts: &Starts) -> Week {
        let end = |j: usize| starts[j].map(|start| start + self.problem.steps[j].weeks);
        let after = self.before[i].iter().filter_map(|&(j, wait)| Some(end(j)? + wait)).max().unwrap_or(0);
        let lists = self.problem.steps[i].one_of.iter();
        let one_of = lists.filter_map(|list| list.iter().filter_map(|&j| end(j)).min()).max().unwrap_or(0);
        after.max(one_of).max(self.problem.steps[i].from).max(self.first)
    }

    fn fit(&self, i: usize, first: Week, free: &[Vec<i64>]) -> Option<Week> {
        let step = &self.problem.steps[i];
        let mut start = first;
        'next: while start + step.weeks <= self.end[i] {
            for &(from, to) in &step.hold_offs {
                if from < to && start < to && from < start + step.weeks && step.weeks > 0 {
                    start = to;
                    continue 'next;
                }
            }
            let weeks = start as usize..(start + step.weeks) as usize;
            for (&amount, left) in self.amounts[i].iter().zip(free) {
                if let Some(week) = left[weeks.clone()].iter().rposition(|&there| there < amount) {
                    start += week as Week + 1;
                    continue 'next;
                }
            }
            return Some(start);
        }
        None
    }

    /// The plan pushed together from its end: the latest starts with which it arrives no later.
    fn late_starts(&self, plan: &Starts) -> Option<Vec<i64>> {
        let weeks = |i: usize| i64::from(self.problem.steps[i].weeks);
        let mut order: Vec<(i64, i64, usize, usize)> = plan
            .iter()
            .enumerate()
            .filter_map(|(i, start)| {
                Some((i64::from((*start)?) + weeks(i), i64::from((*start)?), self.rank[i], i))
            })
            .collect();
        order.sort_unstable_by_key(|&entry| Reverse(entry));
        let arrival = order.first()?.0;
        let mut ends: Vec<i64> = self.end.iter().map(|&end| i64::from(end).min(arrival)).collect();
        let mut late = vec![arrival; plan.len()];
        let mut free = self.capacity.clone();
        for &(_, _, _, i) in &order {
            let start = self.fit_late(i, ends[i] - weeks(i), &free)?;
            late[i] = i64::from(start);
            self.take(i, start, &mut free);
            for &(j, wait) in &self.before[i] {
                ends[j] = ends[j].min(late[i] - i64::from(wait));
            }
            for list in &self.problem.steps[i].one_of {
                let taken = list.iter().filter_map(|&j| Some((i64::from(plan[j]?) + weeks(j), j)));
                if let Some((_, j)) = taken.min() {
                    ends[j] = ends[j].min(late[i]);
                }
            }
        }
        Some(late)
    }

    fn fit_late(&self, i: usize, last: i64, free: &[Vec<i64>]) -> Option<Week> {
        let step = &self.problem.steps[i];
        let weeks = i64::from(step.weeks);
        let mut start = last;
        'next: while start >= i64::from(step.from.max(self.first)) {
            let week = start as Week;
            for &(from, to) in &step.hold_offs {
                if from < to && week < to && from < week + step.weeks && step.weeks > 0 {
                    start = i64::from(from) - weeks;
                    continue 'next;
                }
            }
            for (&amount, left) in self.amounts[i].iter().zip(free) {
                let there = &left[start as usize..(start + weeks) as usize];
                if let Some(week) = there.iter().position(|&there| there < amount) {
                    start += week as i64 - weeks;
                    continue 'next;
                }
            }
            return Some(week);
        }
        None
    }
}

fn amounts(problem: &Problem, step: &Step) -> Vec<i64> {
    let others = (0..problem.resources.len()).map(|r| step.uses.get(r).copied().unwrap_or(0));
    std::iter::once(step.hours).chain(others).map(i64::from).collect()
}

fn tails(problem: &Problem, before: &[Vec<(usize, Week)>]) -> Vec<i64> {
    let weeks = |i: usize| i64::from(problem.steps[i].weeks);
    let mut tail: Vec<i64> = (0..before.len()).map(weeks).collect();
    // Long enough for every chain: prerequisites do not go round in a circle, lists may, and then stop to matter.
    for _ in 0..before.len().min(60) {
        for i in (0..before.len()).rev() {
            let lists = problem.steps[i].one_of.iter().flatten().map(|&j| (j, 0));
            for (j, wait) in before[i].iter().copied().chain(lists) {
                tail[j] = tail[j].max((tail[i] + weeks(j) + i64::from(wait)).min(100_000));
            }
        }
    }
    tail
}

/// The longest chain of prerequisites before each step.
fn ranks(before: &[Vec<(usize, Week)>]) -> Vec<usize> {
    let mut rank = vec![0; before.len()];
    for _ in 0..before.len() {
        let mut changed = false;
        for i in 0..before.len() {
            let needed = before[i].iter().map(|b| rank[b.0] + 1).max().unwrap_or(0);
            changed |= std::mem::replace(&mut rank[i], needed) != needed;
        }
        if !changed {
            break;
        }
    }
    rank
}
