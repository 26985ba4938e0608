//! The search for one objective: tighten, dive for a plan, then branch until every part of the box is closed.
//!
//! The relaxation ([`super::lp`]) proposes; whatever is written into the tree has been computed in integers. When
//! its proposal does not suffice to close a part exactly, that part is split further. A part that is a single
//! point can always be settled, so the search ends with the truth even if every float were wrong.
// Floats here only order the work: which column to branch on, which part to look at next.
#![allow(clippy::float_arithmetic)]

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use super::lp::{Lp, Outcome};
use super::problem::{Preferences, Problem, Reduced};
use super::proof::{Goal, Proof, Remainder, Tree};
use super::solve::Limits;

/// Denominators tried for prices, from the readable to the precise.
const DENOMINATORS: [i64; 4] = [1, 60, 1 << 14, 1 << 26];
/// Weights of proofs stay below this (see [`super::model::LARGEST_NUMBER`]).
const LARGEST_WEIGHT: f64 = (1u64 << 32) as f64;
/// A value this close to an integer is taken for it.
const INTEGRAL: f64 = 1e-6;
/// Simplex steps for one relaxation; more means trouble, and the part is split instead.
const STEP_LIMIT: usize = 20_000;
/// Parts whose bounds differ by less than this fraction of the gap are equally promising.
const ALIKE: f64 = 0.1;
/// A fresh start pays when an improved plan removes at least this part of the columns (in percent).
const RESTART_PERCENT: usize = 20;

/// What the search for one objective found.
pub(super) struct Minimum {
    /// The best plan, if any.
    pub(super) best: Option<Vec<i64>>,
    /// No plan is better than this (`None`: nothing known).
    pub(super) bound: Option<i128>,
    /// The finished proof, if the search came to its end.
    pub(super) tree: Option<Tree>,
    /// The prices of the relaxation over the whole box.
    pub(super) root: Option<Proof>,
    /// Parts looked at.
    pub(super) nodes: usize,
}

/// Minimises the problem's objective. `start` is a plan known to be admitted, `seeds` are proofs of contradiction that
/// may already exclude values of single columns.
///
/// With `only_if_easy` the search gives up when the first dive does not find a plan: then it pays to ask first, without an
/// objective, whether there is any.
pub(super) fn minimise(
    problem: &Problem,
    start: Option<Vec<i64>>,
    seeds: &[Proof],
    only_if_easy: bool,
    limits: &Limits,
) -> Minimum {
    let mut search = Search {
        problem,
        step: problem.step(),
        only_if_easy,
        limits,
        tree: Tree::new(),
        best: start.map(|point| (problem.value(&point), point)),
        bound: None,
        root: None,
        nodes: 0,
    };
    let finished = search.run(seeds);
    let best_value = search.best.as_ref().map(|b| b.0);
    Minimum {
        best: search.best.map(|b| b.1),
        bound: if finished { best_value } else { search.bound.map(|b| best_value.map_or(b, |v| b.min(v))) },
        tree: finished.then_some(search.tree),
        root: search.root,
        nodes: search.nodes,
    }
}

/// How exploring a tree ended.
enum End {
    /// Every part is closed.
    Finished,
    /// A better plan makes a fresh, smaller start worthwhile.
    Restart,
    /// A limit was reached.
    Stopped,
}

/// A part that waits to be looked at: how it differs from the root, and the bound of its parent.
struct Part {
    bound: f64,
    changes: Vec<(usize, i64, i64)>,
    node: usize,
}

impl PartialEq for Part {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Part {}
impl PartialOrd for Part {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Part {
    /// The heap gives the lowest bound first, among equals the newest.
    fn cmp(&self, other: &Self) -> Ordering {
        other.bound.total_cmp(&self.bound).then(self.node.cmp(&other.node))
    }
}

struct Search<'a> {
    problem: &'a Problem,
    step: i64,
    only_if_easy: bool,
    limits: &'a Limits<'a>,
    tree: Tree,
    best: Option<(i128, Vec<i64>)>,
    bound: Option<i128>,
    root: Option<Proof>,
    nodes: usize,
}

impl Search<'_> {
    fn goal(&self) -> Goal {
        Goal::to_beat(self.best.as_ref().map(|b| b.0), self.step)
    }

    /// The objective from which on a relaxation need not be solved further.
    fn cutoff(&self) -> f64 {
        // The relaxation's tie-breaking costs lift its objective a little: that must not look like a bound.
        let margin = |beaten: f64| (1e-4 + 1e-6 * beaten.abs()).min(0.5 * self.step as f64);
        self.goal().beaten.map_or(f64::INFINITY, |b| b as f64 + margin(b as f64))
    }

    /// Is the best plan as good as the bound over the whole box? Then the root alone closes everything.
    fn is_tight(&self) -> bool {
        self.best.as_ref().is_some_and(|b| self.bound.is_some_and(|bound| b.0 <= bound))
    }

    fn stopped(&self) -> bool {
        self.nodes >= self.limits.nodes || (self.limits.should_stop)()
    }

    /// Takes a point for the best plan if it is one.
    fn offer(&mut self, point: Vec<i64>) -> bool {
        if !self.problem.admits(&point) {
            return false;
        }
        let value = self.problem.value(&point);
        if self.best.as_ref().is_none_or(|b| value < b.0) {
            self.best = Some((value, point));
        }
        true
    }

    fn run(&mut self, seeds: &[Proof]) -> bool {
        let (mut lower, mut upper) = (self.problem.lower.clone(), self.problem.upper.clone());
        let mut at = 0;
        for seed in seeds {
            let remainder = Remainder::of(self.problem, seed);
            if remainder.floor(&lower, &upper) > 0 {
                self.tree.close(at, seed.clone());
                return true;
            }
            if remainder.tighten(0, &mut lower, &mut upper) {
                at = self.tree.tighten(at, seed.clone());
            }
        }
        loop {
            let mark = self.tree.mark();
            let reduced = Reduced::new(self.problem, &lower, &upper);
            let mut round = Round::new(self, &reduced);
            match round.root(at) {
                Root::Closed => return true,
                Root::Hard => return false,
                Root::Open => {}
                Root::Tightened(next, new_lower, new_upper) => {
                    for (k, &j) in reduced.columns.iter().enumerate() {
                        (lower[j], upper[j]) = (new_lower[k], new_upper[k]);
                    }
                    at = next;
                    continue;
                }
            }
            match round.explore(at) {
                End::Finished => return true,
                End::Stopped => return false,
                End::Restart => self.tree.rewind(mark, at),
            }
        }
    }
}

/// What became of the root of a round.
enum Root {
    Closed,
    Open,
    /// No plan was found, and the search was to be given up then.
    Hard,
    /// The tree's next node, and the bounds of the reduced columns.
    Tightened(usize, Vec<i64>, Vec<i64>),
}

/// One round: a reduced problem with its relaxation.
struct Round<'s, 'a, 'r> {
    search: &'s mut Search<'a>,
    reduced: &'r Reduced,
    lp: Lp,
    /// The box of the part being looked at.
    lower: Vec<i64>,
    upper: Vec<i64>,
    /// What branching on a column did to the bound so far: (sum of rise per unit, count), downwards and upwards.
    history: Vec<[(f64, u32); 2]>,
    preferences: Preferences,
    /// Without an objective, the relaxation keeps the sum of this row as small as it can: an "at most" row such as a
    /// budget. That leads to plans, and its prices together with the row are arguments of contradiction.
    guide: Option<usize>,
    /// The root's argument, to judge whether to restart.
    root: Option<Proof>,
}

impl<'s, 'a, 'r> Round<'s, 'a, 'r> {
    fn new(search: &'s mut Search<'a>, reduced: &'r Reduced) -> Self {
        let p = &reduced.problem;
        let guide = if p.cost.iter().all(|c| *c == 0) { p.longest_budget() } else { None };
        let mut cost = p.cost.clone();
        for &(j, a) in guide.map_or(&[][..], |i| &p.rows[i].terms) {
            cost[j] = -a;
        }
        let columns: Vec<_> = (0..cost.len()).map(|j| (p.lower[j], p.upper[j], cost[j])).collect();
        let (rows, least): (Vec<_>, Vec<_>) = p.rows.iter().map(|r| (r.terms.clone(), r.least)).unzip();
        Round {
            search,
            reduced,
            lp: Lp::new(&columns, &rows, &least),
            lower: p.lower.clone(),
            upper: p.upper.clone(),
            history: vec![[(0.0, 0); 2]; p.cost.len()],
            preferences: Preferences::default(),
            guide,
            root: None,
        }
    }

    fn constant(&self) -> f64 {
        self.reduced.problem.constant as f64
    }

    /// Where the relaxation may stop: beyond it nothing is an improvement.
    fn cutoff(&self) -> f64 {
        if self.guide.is_some() { f64::INFINITY } else { self.search.cutoff() - self.constant() }
    }

    fn solve(&mut self, step_limit: usize) -> Outcome {
        let cutoff = self.cutoff();
        self.lp.solve(cutoff, step_limit)
    }

    /// Solves the relaxation of the whole reduced box, dives for a plan, tightens.
    fn root(&mut self, at: usize) -> Root {
        let outcome = self.solve(STEP_LIMIT);
        if self.close(at, outcome) {
            return Root::Closed;
        }
        if outcome == Outcome::Infeasible {
            return Root::Open;
        }
        let Some(proof) = self.priced(DENOMINATORS[2]) else { return Root::Open };
        let remainder = Remainder::of(&self.reduced.problem, &proof);
        let floor = remainder.floor(&self.lower, &self.upper);
        if proof.objective > 0 {
            let step = i128::from(self.search.step);
            let bound = ceil_div(ceil_div(floor, i128::from(proof.objective)), step) * step;
            self.search.bound = Some(self.search.bound.map_or(bound, |b| b.max(bound)));
        }
        let lifted = self.reduced.lift_proof(&proof);
        if self.search.root.is_none() && proof.objective > 0 {
            self.search.root = Some(lifted.clone());
        }
        if !self.search.is_tight() {
            self.dive();
            self.back_to_root();
        }
        if self.search.best.is_none() && self.search.only_if_easy {
            return Root::Hard;
        }
        // Without a cost left to choose by, any plan of this box is as good as any other; but is one still wanted?
        if self.guide.is_some() && self.close(at, Outcome::Optimal) {
            return Root::Closed;
        }
        let goal = self.search.goal();
        let Some(threshold) = goal.threshold(proof.objective) else { return Root::Open };
        if floor > threshold {
            self.search.tree.close(at, lifted);
            return Root::Closed;
        }
        let (mut lower, mut upper) = (self.lower.clone(), self.upper.clone());
        self.root = Some(proof);
        if !remainder.tighten(threshold, &mut lower, &mut upper) {
            return Root::Open;
        }
        let next = self.search.tree.tighten(at, lifted);
        Root::Tightened(next, lower, upper)
    }

    fn back_to_root(&mut self) {
        let p = &self.reduced.problem;
        self.lower.clone_from(&p.lower);
        self.upper.clone_from(&p.upper);
        for j in 0..p.cost.len() {
            self.lp.set_bounds(j, p.lower[j], p.upper[j]);
        }
    }

    fn set(&mut self, column: usize, lower: i64, upper: i64) {
        self.lower[column] = lower;
        self.upper[column] = upper;
        self.lp.set_bounds(column, lower, upper);
    }

    /// Fixes one choice after another as the relaxation suggests, until a plan or a dead end.
    fn dive(&mut self) {
        for _ in 0..2 * self.lower.len() {
            let Some(j) = self.most_fractional_upwards() else {
                let point = self.rounded();
                let full = self.reduced.lift(&point);
                self.search.offer(full);
                return;
            };
            let up = self.lp.value(j).ceil() as i64;
            let (old_lower, old_upper) = (self.lower[j], self.upper[j]);
            self.set(j, up, old_upper);
            if self.solve(STEP_LIMIT) == Outcome::Optimal {
                continue;
            }
            self.set(j, old_lower, up - 1);
            if self.solve(STEP_LIMIT) != Outcome::Optimal {
                return;
            }
        }
    }

    /// The fractional choice closest to being taken; only then amounts.
    fn most_fractional_upwards(&self) -> Option<usize> {
        let p = &self.reduced.problem;
        (0..self.lower.len()).filter(|&j| self.is_fractional(j)).max_by(|&a, &b| {
            let rank = |j: usize| (p.upper[j] - p.lower[j] == 1, self.lp.value(j).fract());
            let (a, b) = (rank(a), rank(b));
            a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
        })
    }

    fn is_fractional(&self, j: usize) -> bool {
        let x = self.lp.value(j);
        self.lower[j] < self.upper[j] && (x - x.round()).abs() > INTEGRAL
    }

    fn rounded(&self) -> Vec<i64> {
        (0..self.lower.len())
            .map(|j| (self.lp.value(j).round() as i64).clamp(self.lower[j], self.upper[j]))
            .collect()
    }

    /// The relaxation's prices over a common denominator, as a proof in the numbering of the reduced problem.
    fn priced(&self, denominator: i64) -> Option<Proof> {
        let mut rows = self.weights(denominator as f64, |i| self.lp.price(i))?;
        let Some(guide) = self.guide else { return Some(Proof { objective: denominator, rows }) };
        match rows.iter_mut().find(|r| r.0 == guide) {
            Some(row) => row.1 += denominator,
            None => rows.push((guide, denominator)),
        }
        Some(Proof { objective: 0, rows })
    }

    fn weights(&self, factor: f64, price: impl Fn(usize) -> f64) -> Option<Vec<(usize, i64)>> {
        let mut rows = Vec::new();
        for i in 0..self.reduced.rows.len() {
            let weight = (price(i) * factor).round();
            if !weight.is_finite() || weight >= LARGEST_WEIGHT {
                return None;
            }
            if weight >= 1.0 {
                rows.push((i, weight as i64));
            }
        }
        Some(rows)
    }

    /// A proof, checked in integers, that nothing in the present box beats the best plan. `None` if there is none to
    /// be had from what the relaxation knows.
    fn argument(&self, outcome: Outcome) -> Option<Proof> {
        let goal = self.search.goal();
        let closes = |proof: &Proof| {
            let threshold = goal.threshold(proof.objective);
            threshold.is_some_and(|t| {
                Remainder::of(&self.reduced.problem, proof).floor(&self.lower, &self.upper) > t
            })
        };
        if outcome == Outcome::Infeasible {
            let largest = (0..self.reduced.rows.len()).map(|i| self.lp.ray(i)).fold(0.0, f64::max);
            if largest <= 0.0 {
                return None;
            }
            return DENOMINATORS.iter().find_map(|&d| {
                let rows = self.weights(d as f64 / largest, |i| self.lp.ray(i))?;
                Some(Proof { objective: 0, rows }).filter(closes)
            });
        }
        let beaten = goal.beaten?;
        if self.guide.is_some() {
            return Some(Proof { objective: 1, rows: Vec::new() }).filter(closes);
        }
        if self.lp.objective() + self.constant() <= beaten as f64 {
            return None;
        }
        DENOMINATORS.iter().find_map(|&d| self.priced(d).filter(closes))
    }

    /// Closes a node if the relaxation's outcome allows it, exactly.
    fn close(&mut self, node: usize, outcome: Outcome) -> bool {
        match self.argument(outcome) {
            Some(proof) => {
                let lifted = self.reduced.lift_proof(&proof);
                self.search.tree.close(node, lifted);
                true
            }
            None => false,
        }
    }

    /// Branch and bound from the tree's node `at`, which stands for the whole reduced box.
    fn explore(&mut self, at: usize) -> End {
        self.back_to_root();
        self.preferences = Preferences::among(self.search.problem, &self.reduced.columns);
        let mut open = BinaryHeap::new();
        let mut next = Some(Part { bound: f64::NEG_INFINITY, changes: Vec::new(), node: at });
        let mut explored = 0;
        while let Some(part) = next.take().or_else(|| open.pop()) {
            if self.search.stopped() {
                return End::Stopped;
            }
            self.search.nodes += 1;
            explored += 1;
            let before = self.search.best.as_ref().map(|b| b.0);
            if let Some((first, second)) = self.process(&part) {
                next = Some(first);
                open.push(second);
            }
            let improved = self.search.best.as_ref().map(|b| b.0) != before;
            if improved
                && (self.guide.is_some() || self.search.is_tight() || explored < 2000 && self.restart_pays())
            {
                return End::Restart;
            }
        }
        End::Finished
    }

    /// Would the root's argument, with the plan found since, leave far fewer columns?
    fn restart_pays(&self) -> bool {
        let proof = match &self.root {
            Some(proof) => proof.clone(),
            None => return self.search.best.is_some(),
        };
        let Some(threshold) = self.search.goal().threshold(proof.objective) else { return false };
        let p = &self.reduced.problem;
        let (mut lower, mut upper) = (p.lower.clone(), p.upper.clone());
        Remainder::of(p, &proof).tighten(threshold, &mut lower, &mut upper);
        let remaining = lower.iter().zip(&upper).filter(|(l, u)| l < u).count();
        remaining * 100 <= lower.len() * (100 - RESTART_PERCENT)
    }

    /// Looks at one part: closes it, or splits it into two (the first to be looked at next).
    fn process(&mut self, part: &Part) -> Option<(Part, Part)> {
        self.back_to_root();
        for &(j, l, u) in &part.changes {
            self.set(j, l, u);
        }
        let mut outcome = self.solve(STEP_LIMIT);
        if self.close(part.node, outcome) {
            return None;
        }
        if outcome == Outcome::Cutoff {
            // Too close to call: only the optimum says where to branch.
            outcome = self.lp.solve(f64::INFINITY, STEP_LIMIT);
            if self.close(part.node, outcome) {
                return None;
            }
        }
        if outcome == Outcome::Optimal && !(0..self.lower.len()).any(|j| self.is_fractional(j)) {
            let full = self.reduced.lift(&self.rounded());
            if self.search.offer(full) && self.close(part.node, Outcome::Cutoff) {
                return None;
            }
        }
        self.split(part, outcome)
    }

    fn split(&mut self, part: &Part, outcome: Outcome) -> Option<(Part, Part)> {
        let bound = self.rounded_up(self.lp.objective());
        let fractional: Vec<usize> = if outcome == Outcome::Optimal {
            let p = &self.reduced.problem;
            let all: Vec<usize> = (0..self.lower.len()).filter(|&j| self.is_fractional(j)).collect();
            let choices: Vec<usize> = all.iter().copied().filter(|&j| p.upper[j] - p.lower[j] == 1).collect();
            if choices.is_empty() { all } else { choices }
        } else {
            Vec::new()
        };
        let (column, at, up_first) = if fractional.is_empty() {
            // Nothing to go by: halve the widest column, or settle a single point.
            let widest = (0..self.lower.len()).max_by_key(|&j| self.upper[j] - self.lower[j]);
            match widest.filter(|&j| self.lower[j] < self.upper[j]) {
                Some(j) => (j, self.lower[j] + (self.upper[j] - self.lower[j] - 1) / 2, false),
                None => {
                    self.settle_point(part.node);
                    return None;
                }
            }
        } else {
            let objective = self.lp.objective();
            let (j, x) = self.choose(&fractional, objective);
            (j, x.floor() as i64, x.fract() > 0.3)
        };
        let real = self.reduced.columns[column];
        let (below, above) = self.search.tree.branch(part.node, real, at);
        let down = self.child(part, bound, below, (column, self.lower[column], at));
        let up = self.child(part, bound, above, (column, at + 1, self.upper[column]));
        Some(if up_first { (up, down) } else { (down, up) })
    }

    /// The part where one more column is restricted, with what follows from the preferences: without the better choice
    /// not the worse one either, with the worse one also the better.
    fn child(&mut self, part: &Part, bound: f64, mut node: usize, change: (usize, i64, i64)) -> Part {
        let (column, lower, upper) = change;
        let mut changes: Vec<_> = part.changes.iter().copied().filter(|c| c.0 != column).collect();
        changes.push(change);
        let columns = &self.reduced.columns;
        let (implied, value): (&[usize], i64) = match (lower, upper) {
            (0, 0) => (&self.preferences.others[column], 0),
            (1, 1) => (&self.preferences.preferred[column], 1),
            _ => (&[], 0),
        };
        let mut rows = Vec::new();
        for &k in implied {
            if self.lower[k] < self.upper[k] {
                let pair =
                    if value == 0 { (columns[column], columns[k]) } else { (columns[k], columns[column]) };
                let row = self.search.problem.rows.len() + self.search.tree.prefer(pair);
                rows.push((row, 1));
                changes.push((k, value, value));
            }
        }
        if !rows.is_empty() {
            node = self.search.tree.tighten(node, Proof { objective: 0, rows });
        }
        Part { bound, changes, node }
    }

    /// The least value a plan can have when the relaxation says `objective`. Parts that round to the same value are
    /// equally promising, and the search then prefers the newest: it dives instead of jumping about.
    fn rounded_up(&self, objective: f64) -> f64 {
        let constant = self.constant();
        let gap = match (&self.search.best, self.search.bound) {
            (Some(best), Some(bound)) => (best.0 - bound) as f64,
            _ => 0.0,
        };
        let step = (self.search.step as f64).max(gap * ALIKE);
        ((objective + constant) / step - 1e-3).ceil() * step - constant
    }

    /// The fractional column whose branches promise to raise the bound most. Columns without a history are tried.
    fn choose(&mut self, fractional: &[usize], bound: f64) -> (usize, f64) {
        let values: Vec<f64> = fractional.iter().map(|&j| self.lp.value(j)).collect();
        let mut best = (fractional[0], values[0]);
        let mut most = f64::NEG_INFINITY;
        for (&j, &x) in fractional.iter().zip(&values) {
            let (lower, upper) = (self.lower[j], self.upper[j]);
            if self.history[j][0].1.min(self.history[j][1].1) < 2 {
                self.try_branch(j, 0, (lower, x.floor() as i64), x - x.floor(), bound);
                self.set(j, lower, upper);
                self.try_branch(j, 1, (x.ceil() as i64, upper), x.ceil() - x, bound);
                self.set(j, lower, upper);
            }
            let rise = |side: usize, distance: f64| {
                let (sum, count) = self.history[j][side];
                (sum / f64::from(count.max(1)) * distance).max(1e-6)
            };
            let score = rise(0, x - x.floor()) * rise(1, x.ceil() - x);
            if score > most {
                most = score;
                best = (j, x);
            }
        }
        best
    }

    fn try_branch(&mut self, j: usize, side: usize, bounds: (i64, i64), distance: f64, bound: f64) {
        self.set(j, bounds.0, bounds.1);
        let cutoff = self.cutoff();
        let rise = match self.lp.solve(cutoff, 25) {
            Outcome::Infeasible | Outcome::Cutoff if cutoff.is_finite() => (cutoff - bound).max(1.0),
            Outcome::Infeasible => 1e3,
            _ => (self.lp.objective() - bound).max(0.0),
        };
        let entry = &mut self.history[j][side];
        entry.0 += rise / distance.max(1e-3);
        entry.1 += 1;
    }

    /// A single point: either a plan, or one row or the objective closes it.
    fn settle_point(&mut self, node: usize) {
        let point = self.lower.clone();
        let broken = self.reduced.problem.rows.iter().position(|r| r.activity(&point) < i128::from(r.least));
        let proof = match broken {
            Some(row) => Proof { objective: 0, rows: vec![(row, 1)] },
            None => {
                let full = self.reduced.lift(&point);
                self.search.offer(full);
                Proof { objective: 1, rows: Vec::new() }
            }
        };
        let lifted = self.reduced.lift_proof(&proof);
        self.search.tree.close(node, lifted);
    }
}

fn ceil_div(a: i128, b: i128) -> i128 {
    -(-a).div_euclid(b)
}
