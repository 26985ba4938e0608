//! The form that the search works on: one objective, every row "at least", fixed columns folded away.

use super::model::{Model, Sense};
use super::proof::Proof;

/// `Σ a·x ≥ least`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) terms: Vec<(usize, i64)>,
    pub(super) least: i64,
}

/// Minimise `constant + cost · x` over the integer points of a box that satisfy the rows.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    pub(super) lower: Vec<i64>,
    pub(super) upper: Vec<i64>,
    pub(super) rows: Vec<Row>,
    pub(super) cost: Vec<i64>,
    pub(super) constant: i128,
}

impl Problem {
    /// All rows of a model, in its order, as "at least" rows, clipped; no objective yet.
    pub(super) fn new<L>(model: &Model<L>) -> Self {
        let (lower, upper): (Vec<i64>, Vec<i64>) = model.columns().iter().map(|c| (c.lower, c.upper)).unzip();
        let mut problem = Problem { rows: Vec::new(), cost: vec![0; lower.len()], constant: 0, lower, upper };
        for row in model.rows() {
            let (sign, least) = match row.sense {
                Sense::AtLeast => (1, row.limit),
                Sense::AtMost => (-1, -row.limit),
            };
            let terms = row.terms.iter().map(|&(j, a)| (j, sign * a)).collect();
            problem.rows.push(Row { terms, least });
            problem.clip_last();
        }
        problem
    }

    /// Adds the row "this objective is at most `value`".
    pub(super) fn fix_objective(&mut self, cost: &[i64], value: i64) {
        let terms = cost.iter().enumerate().filter(|(_, c)| **c != 0).map(|(j, &c)| (j, -c)).collect();
        self.rows.push(Row { terms, least: -value });
    }

    /// A choice (a column of 0 or 1) need not contribute more to a row than the row can ever lack.
    ///
    /// With the other columns at their least favourable, the row lacks `least − others`. A coefficient above that is
    /// lowered to it: at 1 the row holds before and after, at 0 nothing changes. No plan is lost or gained, but the
    /// relaxation is much tighter: ten hours toward a two-hour minimum count as two.
    fn clip_last(&mut self) {
        let Some(row) = self.rows.last_mut() else { return };
        let least_favourable: i128 = row
            .terms
            .iter()
            .map(|&(j, a)| i128::from(a) * i128::from(if a > 0 { self.lower[j] } else { self.upper[j] }))
            .sum();
        let lack = i128::from(row.least) - least_favourable;
        if lack <= 0 {
            return;
        }
        for (j, a) in &mut row.terms {
            if (self.lower[*j], self.upper[*j]) == (0, 1) && i128::from(*a) > lack {
                *a = lack as i64;
            }
        }
    }

    /// The longest row that limits a sum from above (its coefficients are all negative as "at least").
    pub(super) fn longest_budget(&self) -> Option<usize> {
        let limits_a_sum = |i: &usize| self.rows[*i].terms.iter().all(|t| t.1 < 0);
        (0..self.rows.len()).filter(limits_a_sum).max_by_key(|&i| self.rows[i].terms.len())
    }

    /// Does a point satisfy every bound and every row? Exact.
    pub(super) fn admits(&self, point: &[i64]) -> bool {
        let inside = point.iter().zip(self.lower.iter().zip(&self.upper)).all(|(x, (l, u))| l <= x && x <= u);
        inside && self.rows.iter().all(|row| row.activity(point) >= i128::from(row.least))
    }

    /// The objective at a point.
    pub(super) fn value(&self, point: &[i64]) -> i128 {
        self.constant
            + self.cost.iter().zip(point).map(|(&c, &x)| i128::from(c) * i128::from(x)).sum::<i128>()
    }

    /// Costs come in steps of this: the greatest common divisor of the coefficients.
    pub(super) fn step(&self) -> i64 {
        self.cost.iter().fold(0, |g, &c| gcd(g, c.abs())).max(1)
    }
}

impl Row {
    pub(super) fn activity(&self, point: &[i64]) -> i128 {
        self.terms.iter().map(|&(j, a)| i128::from(a) * i128::from(point[j])).sum()
    }
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// Which of the columns are at least as good as which others, in every row and in the objective.
///
/// `preferred[k]` and `others[k]` list, for the `k`-th of `columns`, the positions of the better and of the worse ones.
#[derive(Default)]
pub(super) struct Preferences {
    pub(super) preferred: Vec<Vec<usize>>,
    pub(super) others: Vec<Vec<usize>>,
}

/// More columns than this are not compared: pairs grow with the square.
const MOST_COMPARED: usize = 1500;

impl Preferences {
    pub(super) fn among(problem: &Problem, columns: &[usize]) -> Self {
        let mut found = Preferences {
            preferred: vec![Vec::new(); columns.len()],
            others: vec![Vec::new(); columns.len()],
        };
        if columns.len() > MOST_COMPARED {
            return found;
        }
        let mut position = vec![usize::MAX; problem.cost.len()];
        for (k, &j) in columns.iter().enumerate() {
            if (problem.lower[j], problem.upper[j]) == (0, 1) {
                position[j] = k;
            }
        }
        let mut entries: Vec<Vec<(usize, i64)>> = vec![Vec::new(); columns.len()];
        for (i, row) in problem.rows.iter().enumerate() {
            for &(j, a) in &row.terms {
                if let Some(list) = entries.get_mut(position[j]) {
                    list.push((i, a));
                }
            }
        }
        for k in 0..columns.len() {
            for other in 0..columns.len() {
                let (a, b) = (columns[k], columns[other]);
                if k == other || position[a] == usize::MAX || position[b] == usize::MAX {
                    continue;
                }
                let as_cheap = problem.cost[a] <= problem.cost[b];
                let same = || problem.cost[a] == problem.cost[b] && entries[k] == entries[other];
                if as_cheap && covers(&entries[k], &entries[other]) && (a < b || !same()) {
                    found.preferred[other].push(k);
                    found.others[k].push(other);
                }
            }
        }
        found
    }
}

/// Is every coefficient of the first column at least that of the second? Both sorted by row; absent means 0.
fn covers(first: &[(usize, i64)], second: &[(usize, i64)]) -> bool {
    let mut rest = first.iter().peekable();
    for &(row, b) in second {
        while let Some((_, a)) = rest.next_if(|e| e.0 < row) {
            if *a < 0 {
                return false;
            }
        }
        let a = rest.next_if(|e| e.0 == row).map_or(0, |e| e.1);
        if a < b {
            return false;
        }
    }
    rest.all(|e| e.1 >= 0)
}

/// A problem on a smaller box: fixed columns become constants, rows that hold anyway disappear.
pub(super) struct Reduced {
    /// The smaller problem.
    pub(super) problem: Problem,
    /// Its columns in the original.
    pub(super) columns: Vec<usize>,
    /// Its rows in the original.
    pub(super) rows: Vec<usize>,
    /// A full point with the fixed columns filled in.
    template: Vec<i64>,
}

impl Reduced {
    pub(super) fn new(full: &Problem, lower: &[i64], upper: &[i64]) -> Self {
        let columns: Vec<usize> = (0..lower.len()).filter(|&j| lower[j] < upper[j]).collect();
        let mut position = vec![usize::MAX; lower.len()];
        for (k, &j) in columns.iter().enumerate() {
            position[j] = k;
        }
        let template = lower.to_vec();
        let mut rows = Vec::new();
        let mut kept = Vec::new();
        for (i, row) in full.rows.iter().enumerate() {
            let mut least = i128::from(row.least);
            let mut worst = 0;
            let mut terms = Vec::new();
            for &(j, a) in &row.terms {
                if position[j] == usize::MAX {
                    least -= i128::from(a) * i128::from(lower[j]);
                } else {
                    worst += i128::from(a) * i128::from(if a > 0 { lower[j] } else { upper[j] });
                    terms.push((position[j], a));
                }
            }
            // Model limits keep every activity far inside an i64.
            if worst < least {
                rows.push(i);
                kept.push(Row { terms, least: least as i64 });
            }
        }
        let mut point = template.clone();
        for &j in &columns {
            point[j] = 0;
        }
        let problem = Problem {
            lower: columns.iter().map(|&j| lower[j]).collect(),
            upper: columns.iter().map(|&j| upper[j]).collect(),
            rows: kept,
            cost: columns.iter().map(|&j| full.cost[j]).collect(),
            constant: full.value(&point),
        };
        Reduced { problem, columns, rows, template }
    }

    /// A point of the original problem from one of the smaller.
    pub(super) fn lift(&self, point: &[i64]) -> Vec<i64> {
        let mut full = self.template.clone();
        for (&j, &x) in self.columns.iter().zip(point) {
            full[j] = x;
        }
        full
    }

    /// The same proof in the numbering of the original problem.
    pub(super) fn lift_proof(&self, proof: &Proof) -> Proof {
        let rows = proof.rows.iter().map(|&(i, m)| (self.rows[i], m)).collect();
        Proof { objective: proof.objective, rows }
    }
}
