//! A linear-programming relaxation in floating point, used **only for hints**.
//!
//! # Why floats are sound here
//! Nothing this module returns is believed. Its row prices become integer multipliers whose bound is recomputed in
//! exact integers ([`super::proof`]); its points become candidate plans that are checked in exact integers
//! ([`super::problem::Problem::admits`]). A wrong number here costs time, never truth.
//!
//! # The method
//! A bounded dual simplex with an explicit basis inverse. Writing `r = A x` for the row activities, the unknowns are
//! the columns `x` and the activities `r`, every one of them between finite bounds. That has a pleasant consequence:
//! *any* basis becomes dual feasible by putting each nonbasic unknown at the bound its reduced cost prefers. So after
//! any change of bounds or costs we go on from whatever basis we happen to have, and nothing is saved or restored.
//!
//! Few rows are tight at an optimum of our problems (10 to 30 of 300), hence the rows of the inverse have few nonzeros
//! and the rank-one update touches only those.
#![allow(clippy::float_arithmetic)]

/// A point is taken to be inside its bounds up to this much.
const PRIMAL_TOLERANCE: f64 = 1e-7;
/// Reduced costs smaller than this count as zero in the ratio test.
const DUAL_TOLERANCE: f64 = 1e-9;
/// Pivots smaller than this are refused.
const PIVOT_TOLERANCE: f64 = 1e-7;
/// The inverse is computed afresh after this many updates.
const UPDATES_BEFORE_REFACTOR: usize = 150;

/// How a solve ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// An optimum of the relaxation.
    Optimal,
    /// The bound of the relaxation passed the cutoff; the prices show it.
    Cutoff,
    /// No point satisfies the rows; [`Lp::ray`] says which combination of rows is to blame.
    Infeasible,
    /// Too many steps, or numerical trouble. The prices are still usable hints.
    Limit,
}

/// Where an unknown stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Basic(u32),
    Lower,
    Upper,
}

/// A sparse matrix by rows or by columns.
#[derive(Debug, Clone, Default)]
struct Sparse {
    start: Vec<u32>,
    index: Vec<u32>,
    value: Vec<f64>,
}

impl Sparse {
    fn entries(&self, k: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        let range = self.start[k] as usize..self.start[k + 1] as usize;
        self.index[range.clone()].iter().map(|&i| i as usize).zip(self.value[range].iter().copied())
    }

    fn from_lists(lists: &[Vec<(usize, f64)>]) -> Self {
        let mut sparse = Sparse { start: vec![0], ..Sparse::default() };
        for list in lists {
            for &(i, v) in list {
                sparse.index.push(i as u32);
                sparse.value.push(v);
            }
            sparse.start.push(sparse.index.len() as u32);
        }
        sparse
    }
}

/// The relaxation: minimise `cost · x` where every row's activity and every column lies between its bounds.
#[derive(Debug, Clone)]
pub(super) struct Lp {
    rows: usize,
    columns: usize,
    by_column: Sparse,
    by_row: Sparse,
    /// Each row is divided by its largest coefficient.
    scale: Vec<f64>,
    /// Bounds, costs, values, reduced costs and places of the columns, then of the row activities.
    lower: Vec<f64>,
    upper: Vec<f64>,
    cost: Vec<f64>,
    value: Vec<f64>,
    reduced: Vec<f64>,
    place: Vec<Place>,
    /// The unknown that is basic in each position.
    head: Vec<usize>,
    /// The basis inverse, row after row.
    inverse: Vec<f64>,
    /// Squared length of each row of the inverse: the steepest-edge weights.
    weight: Vec<f64>,
    updates: usize,
    /// Columns whose bounds changed since the last solve; `fresh` when nothing has been computed yet.
    changed: Vec<u32>,
    fresh: bool,
    ray: Vec<f64>,
    /// Scratch: the pivot row over the columns and activities, the pivot column, the nonzeros of the pivot row.
    pivot_row: Vec<f64>,
    pivot_column: Vec<f64>,
    nonzeros: Vec<u32>,
    candidates: Vec<(f64, u32)>,
    /// Simplex steps since the beginning.
    pub(super) steps: usize,
}

impl Lp {
    /// `rows[i]` lists the (column, coefficient) pairs of row `i`, whose activity must be at least `least[i]`.
    pub(super) fn new(columns: &[(i64, i64, i64)], rows: &[Vec<(usize, i64)>], least: &[i64]) -> Self {
        let (n, m) = (columns.len(), rows.len());
        let mut lists = Vec::with_capacity(m);
        let mut transposed = vec![Vec::new(); n];
        let mut scale = Vec::with_capacity(m);
        for (i, row) in rows.iter().enumerate() {
            let largest = row.iter().map(|&(_, a)| a.unsigned_abs()).max().unwrap_or(1).max(1);
            let factor = 1.0 / largest as f64;
            scale.push(factor);
            let scaled: Vec<_> = row.iter().map(|&(j, a)| (j, a as f64 * factor)).collect();
            for &(j, a) in &scaled {
                transposed[j].push((i, a));
            }
            lists.push(scaled);
        }
        let mut lp = Lp {
            rows: m,
            columns: n,
            by_column: Sparse::from_lists(&transposed),
            by_row: Sparse::from_lists(&lists),
            scale,
            lower: columns.iter().map(|c| c.0 as f64).collect(),
            upper: columns.iter().map(|c| c.1 as f64).collect(),
            cost: columns.iter().enumerate().map(|(j, c)| c.2 as f64 + perturbation(j, c.2)).collect(),
            value: vec![0.0; n + m],
            reduced: vec![0.0; n + m],
            place: vec![Place::Lower; n + m],
            head: (n..n + m).collect(),
            inverse: vec![0.0; m * m],
            weight: vec![1.0; m],
            updates: 0,
            changed: Vec::new(),
            fresh: true,
            ray: vec![0.0; m],
            pivot_row: vec![0.0; n + m],
            pivot_column: vec![0.0; m],
            nonzeros: Vec::new(),
            candidates: Vec::new(),
            steps: 0,
        };
        lp.cost.resize(n + m, 0.0);
        for (i, &least) in least.iter().enumerate() {
            let most: f64 =
                lp.by_row.entries(i).map(|(j, a)| a * if a > 0.0 { lp.upper[j] } else { lp.lower[j] }).sum();
            lp.lower.push(least as f64 * lp.scale[i]);
            // A row out of reach makes the relaxation infeasible; the bounds must still not cross.
            lp.upper.push(most.max(lp.lower[n + i]));
        }
        lp.slack_basis();
        lp
    }

    /// Changes the bounds of a column.
    pub(super) fn set_bounds(&mut self, column: usize, lower: i64, upper: i64) {
        let (lower, upper) = (lower as f64, upper as f64);
        if self.lower[column] != lower || self.upper[column] != upper {
            (self.lower[column], self.upper[column]) = (lower, upper);
            self.changed.push(column as u32);
        }
    }

    /// The value of a column in the last solution.
    pub(super) fn value(&self, column: usize) -> f64 {
        self.value[column]
    }

    /// The price of a row: how much the objective would rise if the row asked for one more.
    pub(super) fn price(&self, row: usize) -> f64 {
        match self.place[self.columns + row] {
            Place::Basic(_) => 0.0,
            _ => self.reduced[self.columns + row] * self.scale[row],
        }
    }

    /// After [`Outcome::Infeasible`]: the weight of a row in the combination that no point satisfies.
    pub(super) fn ray(&self, row: usize) -> f64 {
        self.ray[row] * self.scale[row]
    }

    /// The objective at the last basis: for a dual feasible basis a bound from below.
    pub(super) fn objective(&self) -> f64 {
        (0..self.columns).map(|j| self.cost[j] * self.value[j]).sum()
    }

    /// Solves from the present basis. Stops early when the objective passes `cutoff`.
    pub(super) fn solve(&mut self, cutoff: f64, step_limit: usize) -> Outcome {
        if self.fresh {
            self.settle();
        } else {
            self.follow_bounds();
        }
        let mut fresh = false;
        for _ in 0..step_limit {
            if self.updates >= UPDATES_BEFORE_REFACTOR {
                self.refactor();
                self.settle();
            }
            let Some((position, below)) = self.leaving() else {
                return if self.objective() >= cutoff { Outcome::Cutoff } else { Outcome::Optimal };
            };
            self.price_row(position);
            match self.entering(position, below) {
                Some(entering) => {
                    if !self.step(position, below, entering) {
                        if fresh {
                            return Outcome::Limit;
                        }
                        self.refactor();
                        self.settle();
                        fresh = true;
                        continue;
                    }
                    fresh = false;
                }
                None if fresh || self.updates == 0 => {
                    self.keep_ray(position, below);
                    return Outcome::Infeasible;
                }
                None => {
                    // Before blaming the rows, look again with a fresh inverse.
                    self.refactor();
                    self.settle();
                    fresh = true;
                    continue;
                }
            }
            if self.steps.is_multiple_of(8) && self.objective() >= cutoff {
                return Outcome::Cutoff;
            }
        }
        Outcome::Limit
    }

    /// Row `ρ` of the inverse says `basic = −Σ (ρ·a_j) x_j + Σ ρ_i r_i` over the nonbasic unknowns. When even the most
    /// favourable values leave it *below* its bound, the activities with `ρ_i < 0` are held up by their least value:
    /// the rows with weights `−ρ_i` contradict each other. *Above*, the weights are `ρ_i`. Negative weights stand for
    /// limits that follow from the columns' bounds alone and are dropped by the reader.
    fn keep_ray(&mut self, position: usize, below: bool) {
        let sign = if below { -1.0 } else { 1.0 };
        let row = &self.inverse[position * self.rows..(position + 1) * self.rows];
        for (weight, rho) in self.ray.iter_mut().zip(row) {
            *weight = sign * rho;
        }
    }

    /// Starts from the basis of all row activities.
    fn slack_basis(&mut self) {
        self.inverse.fill(0.0);
        for i in 0..self.rows {
            self.inverse[i * self.rows + i] = -1.0;
            self.head[i] = self.columns + i;
        }
        self.weight.fill(1.0);
        for place in &mut self.place {
            *place = Place::Lower;
        }
        for i in 0..self.rows {
            self.place[self.columns + i] = Place::Basic(i as u32);
        }
        self.updates = 0;
    }

    /// Computes the inverse of the present basis afresh, from the slack basis, column by column.
    fn refactor(&mut self) {
        let mut wanted: Vec<usize> = self.head.iter().copied().filter(|&j| j < self.columns).collect();
        let old: Vec<Place> = self.place.clone();
        let mut nonbasic_rows: Vec<bool> = vec![false; self.rows];
        for (i, tight) in nonbasic_rows.iter_mut().enumerate() {
            *tight = !matches!(old[self.columns + i], Place::Basic(_));
        }
        self.slack_basis();
        for (j, place) in old.iter().enumerate() {
            if j < self.columns && *place == Place::Upper {
                self.place[j] = Place::Upper;
            }
        }
        wanted.sort_unstable_by_key(|&j| self.by_column.start[j + 1] - self.by_column.start[j]);
        for j in wanted {
            self.fill_pivot_column(j);
            let best = (0..self.rows)
                .filter(|&i| self.head[i] >= self.columns && nonbasic_rows[self.head[i] - self.columns])
                .max_by(|&a, &b| self.pivot_column[a].abs().total_cmp(&self.pivot_column[b].abs()));
            match best {
                Some(i) if self.pivot_column[i].abs() > PIVOT_TOLERANCE => {
                    let out = self.head[i];
                    self.place[out] = if old[out] == Place::Upper { Place::Upper } else { Place::Lower };
                    self.exchange(i, j);
                }
                // A singular basis: this column stays out, at a bound.
                _ => self.place[j] = Place::Lower,
            }
        }
        self.updates = 0;
    }

    /// Moves the nonbasic columns whose bounds changed to the bound that their reduced cost prefers.
    fn follow_bounds(&mut self) {
        let mut activity = vec![0.0; self.rows];
        let mut moved = false;
        while let Some(j) = self.changed.pop() {
            let j = j as usize;
            self.place[j] = match self.place[j] {
                Place::Basic(_) => continue,
                _ if self.reduced[j] < -DUAL_TOLERANCE => Place::Upper,
                _ if self.reduced[j] > DUAL_TOLERANCE => Place::Lower,
                place => place,
            };
            let target = if self.place[j] == Place::Upper { self.upper[j] } else { self.lower[j] };
            let change = target - self.value[j];
            if change != 0.0 {
                moved = true;
                self.value[j] = target;
                for (i, a) in self.by_column.entries(j) {
                    activity[i] += a * change;
                }
            }
        }
        if moved {
            self.spread(&activity);
        }
    }

    /// The basic unknowns answer to a change of the rows' activities: `x_B −= B⁻¹ · activity`.
    fn spread(&mut self, activity: &[f64]) {
        let mut answer = std::mem::take(&mut self.pivot_column);
        answer.fill(0.0);
        for (i, &a) in activity.iter().enumerate() {
            self.add_inverse_column(i, a, &mut answer);
        }
        for (&j, change) in self.head.iter().zip(&answer) {
            self.value[j] -= change;
        }
        self.pivot_column = answer;
    }

    /// `out += factor · B⁻¹ e_i`. For a row whose activity is basic, that column of the inverse is a unit vector: only
    /// the few tight rows cost anything.
    fn add_inverse_column(&self, i: usize, factor: f64, out: &mut [f64]) {
        if factor == 0.0 {
            return;
        }
        if let Place::Basic(p) = self.place[self.columns + i] {
            out[p as usize] -= factor;
            return;
        }
        for (out, entry) in out.iter_mut().zip(self.inverse.iter().skip(i).step_by(self.rows)) {
            *out += factor * entry;
        }
    }

    /// Reduced costs, places and values from the present inverse, bounds and costs.
    fn settle(&mut self) {
        self.fresh = false;
        self.changed.clear();
        let (n, m) = (self.columns, self.rows);
        let mut prices = vec![0.0; m];
        for p in 0..m {
            let cost = self.cost[self.head[p]];
            if cost != 0.0 {
                for (price, a) in prices.iter_mut().zip(&self.inverse[p * m..(p + 1) * m]) {
                    *price += cost * a;
                }
            }
        }
        self.reduced[..n].copy_from_slice(&self.cost[..n]);
        for (i, &price) in prices.iter().enumerate() {
            if price != 0.0 {
                for (j, a) in self.by_row.entries(i) {
                    self.reduced[j] -= price * a;
                }
            }
            self.reduced[n + i] = price;
        }
        let mut activity = vec![0.0; m];
        for j in 0..n + m {
            if let Place::Basic(_) = self.place[j] {
                self.reduced[j] = 0.0;
                continue;
            }
            if self.reduced[j] > DUAL_TOLERANCE {
                self.place[j] = Place::Lower;
            } else if self.reduced[j] < -DUAL_TOLERANCE {
                self.place[j] = Place::Upper;
            }
            let value = if self.place[j] == Place::Upper { self.upper[j] } else { self.lower[j] };
            self.value[j] = value;
            if value == 0.0 {
                continue;
            }
            if j < n {
                for (i, a) in self.by_column.entries(j) {
                    activity[i] += a * value;
                }
            } else {
                activity[j - n] -= value;
            }
        }
        for &j in &self.head {
            self.value[j] = 0.0;
        }
        self.spread(&activity);
    }

    /// The basic unknown furthest outside its bounds (in the steepest-edge sense), and whether it is below.
    fn leaving(&self) -> Option<(usize, bool)> {
        let mut best = None;
        let mut most = 0.0;
        for (p, &j) in self.head.iter().enumerate() {
            let (low, high) = (self.lower[j] - self.value[j], self.value[j] - self.upper[j]);
            let gap = low.max(high);
            if gap > PRIMAL_TOLERANCE {
                let merit = gap * gap / self.weight[p];
                if merit > most {
                    most = merit;
                    best = Some((p, low > high));
                }
            }
        }
        best
    }

    /// Fills `pivot_row` with row `position` of the tableau.
    fn price_row(&mut self, position: usize) {
        let (n, m) = (self.columns, self.rows);
        self.pivot_row.fill(0.0);
        self.nonzeros.clear();
        for i in 0..m {
            let rho = self.inverse[position * m + i];
            if rho.abs() < 1e-13 {
                continue;
            }
            self.nonzeros.push(i as u32);
            self.pivot_row[n + i] = -rho;
            let range = self.by_row.start[i] as usize..self.by_row.start[i + 1] as usize;
            for (&j, &a) in self.by_row.index[range.clone()].iter().zip(&self.by_row.value[range]) {
                self.pivot_row[j as usize] += rho * a;
            }
        }
    }

    /// The ratio test with bound flipping: unknowns whose whole range does not suffice are flipped and passed.
    /// Flips are carried out here; the return is the entering unknown.
    fn entering(&mut self, position: usize, below: bool) -> Option<usize> {
        let leaving = self.head[position];
        let mut slope = if below {
            self.lower[leaving] - self.value[leaving]
        } else {
            self.value[leaving] - self.upper[leaving]
        };
        let sign = if below { -1.0 } else { 1.0 };
        self.candidates.clear();
        for j in 0..self.columns + self.rows {
            let along = sign * self.pivot_row[j];
            let eligible = match self.place[j] {
                Place::Lower => along > PIVOT_TOLERANCE,
                Place::Upper => along < -PIVOT_TOLERANCE,
                Place::Basic(_) => false,
            };
            if eligible && self.upper[j] > self.lower[j] {
                self.candidates.push((self.reduced[j].abs() / along.abs(), j as u32));
            }
        }
        self.candidates.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut chosen = None;
        for (k, &(_, j)) in self.candidates.iter().enumerate() {
            let j = j as usize;
            slope -= self.pivot_row[j].abs() * (self.upper[j] - self.lower[j]);
            if slope <= PRIMAL_TOLERANCE {
                chosen = Some(k);
                break;
            }
        }
        let last = chosen?;
        // Among ties prefer the largest pivot.
        let limit = self.candidates[last].0 + DUAL_TOLERANCE;
        let entering = self.candidates[last..]
            .iter()
            .take_while(|c| c.0 <= limit)
            .map(|c| c.1 as usize)
            .fold(None::<usize>, |best, j| match best {
                Some(b) if self.pivot_row[b].abs() >= self.pivot_row[j].abs() => Some(b),
                _ => Some(j),
            })?;
        if last > 0 {
            self.flip(last);
        }
        Some(entering)
    }

    /// Moves the first `count` candidates to their other bound.
    fn flip(&mut self, count: usize) {
        let (n, m) = (self.columns, self.rows);
        let mut activity = vec![0.0; m];
        for k in 0..count {
            let j = self.candidates[k].1 as usize;
            let (place, target) = match self.place[j] {
                Place::Lower => (Place::Upper, self.upper[j]),
                _ => (Place::Lower, self.lower[j]),
            };
            let change = target - self.value[j];
            self.place[j] = place;
            self.value[j] = target;
            if j < n {
                for (i, a) in self.by_column.entries(j) {
                    activity[i] += a * change;
                }
            } else {
                activity[j - n] -= change;
            }
        }
        self.spread(&activity);
    }

    /// One pivot. False when the pivot is not to be trusted.
    fn step(&mut self, position: usize, below: bool, entering: usize) -> bool {
        self.steps += 1;
        self.fill_pivot_column(entering);
        let pivot = self.pivot_column[position];
        let expected = self.pivot_row[entering];
        if pivot.abs() < PIVOT_TOLERANCE || (pivot - expected).abs() > 1e-6 * (1.0 + pivot.abs()) {
            return false;
        }
        let leaving = self.head[position];
        let target = if below { self.lower[leaving] } else { self.upper[leaving] };
        let move_by = (self.value[leaving] - target) / pivot;
        for p in 0..self.rows {
            self.value[self.head[p]] -= self.pivot_column[p] * move_by;
        }
        self.value[entering] += move_by;
        self.value[leaving] = target;
        let rate = self.reduced[entering] / pivot;
        if rate != 0.0 {
            for (reduced, a) in self.reduced.iter_mut().zip(&self.pivot_row) {
                *reduced -= rate * a;
            }
        }
        self.reduced[entering] = 0.0;
        self.reduced[leaving] = -rate;
        self.place[leaving] = if below { Place::Lower } else { Place::Upper };
        self.exchange(position, entering);
        true
    }

    /// `pivot_column = B⁻¹ a_j`.
    fn fill_pivot_column(&mut self, j: usize) {
        let mut out = std::mem::take(&mut self.pivot_column);
        out.fill(0.0);
        if j >= self.columns {
            self.add_inverse_column(j - self.columns, -1.0, &mut out);
        } else {
            for (i, a) in self.by_column.entries(j) {
                self.add_inverse_column(i, a, &mut out);
            }
        }
        self.pivot_column = out;
    }

    /// Puts `entering` into the basis at `position`: the rank-one update of the inverse and of the weights.
    fn exchange(&mut self, position: usize, entering: usize) {
        let m = self.rows;
        let pivot = self.pivot_column[position];
        self.nonzeros.clear();
        let mut length = 0.0;
        for i in 0..m {
            let entry = &mut self.inverse[position * m + i];
            if entry.abs() < 1e-13 {
                *entry = 0.0;
            } else {
                *entry /= pivot;
                length += *entry * *entry;
                self.nonzeros.push(i as u32);
            }
        }
        self.weight[position] = length.max(1e-6);
        let pivot_row: Vec<f64> =
            self.nonzeros.iter().map(|&i| self.inverse[position * m + i as usize]).collect();
        for p in 0..m {
            let factor = self.pivot_column[p];
            if p == position || factor.abs() < 1e-13 {
                continue;
            }
            let row = &mut self.inverse[p * m..(p + 1) * m];
            let mut change = 0.0;
            for (&i, &a) in self.nonzeros.iter().zip(&pivot_row) {
                let old = row[i as usize];
                let new = old - factor * a;
                change += new * new - old * old;
                row[i as usize] = new;
            }
            self.weight[p] = (self.weight[p] + change).max(1e-6);
        }
        self.place[entering] = Place::Basic(position as u32);
        self.head[position] = entering;
        self.updates += 1;
    }
}

/// A tiny, fixed, column-dependent cost: breaks the ties that make a simplex method stall.
fn perturbation(column: usize, cost: i64) -> f64 {
    let mixed = (column as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40;
    (1.0 + cost.unsigned_abs() as f64) * 1e-8 * (1.0 + mixed as f64 / (1u64 << 24) as f64)
}
