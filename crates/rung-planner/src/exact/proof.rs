//! Proofs in integers, and the tree they hang on.
//!
//! A [`Proof`] is a weight `d ≥ 0` on the objective and weights `m_i ≥ 0` on rows `a_i · x ≥ b_i`. For every plan `x`
//! that satisfies the rows, `d·(c·x) ≥ d·(c·x) − Σ m_i (a_i·x − b_i)`, and the right side is linear: over a box its
//! least value is read off column by column. Call that value the *floor*. So
//!
//! * `d > 0`: no plan in the box costs less than `floor / d`;
//! * `d = 0`: if the floor is positive, the box holds no plan at all (`0 ≥ floor > 0`).
//!
//! Both are one test. To show that every plan in a box costs at least `value`, when costs come in steps of `g`, it is
//! enough that `floor > d·(value − g)`.

use serde::{Deserialize, Serialize};

use super::problem::Problem;

/// Integer weights on the objective and on rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// Weight of the objective: 0 when the rows contradict each other.
    pub objective: i64,
    /// (row, weight) pairs, weights positive.
    pub rows: Vec<(usize, i64)>,
}

/// A node of the proof tree. Children come after their parents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Node {
    /// `Branch(column, at, below, above)`: the plans with `x ≤ at` are in `below`, those with `x ≥ at + 1` in `above`.
    Branch(usize, i64, usize, usize),
    /// `Tighten(proof, next)`: values of single columns that the proof excludes are cut off before going on.
    Tighten(usize, usize),
    /// `Close(proof)`: no plan here beats the value.
    Close(usize),
    /// Not settled (never part of a finished certificate).
    Open,
}

/// A proof that no plan beats a value: the whole box, split until every part is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tree {
    /// The nodes; the first is the whole box.
    pub nodes: Vec<Node>,
    /// The proofs that nodes refer to by position.
    pub proofs: Vec<Proof>,
    /// Pairs (a, b) of choices where `a` is in no row and not in the objective worse than `b`: taking `a` instead of `b`
    /// never hurts, so we need only look at plans with `x_a ≥ x_b`. They are rows, numbered after those of the problem.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub preferences: Vec<(usize, usize)>,
}

impl Tree {
    pub(super) fn new() -> Self {
        Tree { nodes: vec![Node::Open], proofs: Vec::new(), preferences: Vec::new() }
    }

    fn add(&mut self) -> usize {
        self.nodes.push(Node::Open);
        self.nodes.len() - 1
    }

    fn keep(&mut self, proof: Proof) -> usize {
        // Siblings often close by the same argument: look at the last few before storing another.
        let recent = self.proofs.len().saturating_sub(8);
        match self.proofs[recent..].iter().position(|p| *p == proof) {
            Some(found) => recent + found,
            None => {
                self.proofs.push(proof);
                self.proofs.len() - 1
            }
        }
    }

    /// The number of a preference among the preferences.
    pub(super) fn prefer(&mut self, pair: (usize, usize)) -> usize {
        self.preferences.iter().position(|p| *p == pair).unwrap_or_else(|| {
            self.preferences.push(pair);
            self.preferences.len() - 1
        })
    }

    pub(super) fn close(&mut self, node: usize, proof: Proof) {
        let proof = self.keep(proof);
        self.nodes[node] = Node::Close(proof);
    }

    pub(super) fn tighten(&mut self, node: usize, proof: Proof) -> usize {
        let proof = self.keep(proof);
        let next = self.add();
        self.nodes[node] = Node::Tighten(proof, next);
        next
    }

    pub(super) fn branch(&mut self, node: usize, column: usize, at: i64) -> (usize, usize) {
        let (below, above) = (self.add(), self.add());
        self.nodes[node] = Node::Branch(column, at, below, above);
        (below, above)
    }

    /// Forgets everything that was added after a mark, and reopens the node that was being worked on.
    pub(super) fn rewind(&mut self, (nodes, proofs): (usize, usize), node: usize) {
        self.nodes.truncate(nodes);
        self.proofs.truncate(proofs);
        self.nodes[node] = Node::Open;
    }

    pub(super) fn mark(&self) -> (usize, usize) {
        (self.nodes.len(), self.proofs.len())
    }
}

/// What every plan must reach for a box to be closed: `floor > objective weight · beaten`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Goal {
    /// The dearest cost that would still be an improvement; `None`: any plan would be.
    pub(super) beaten: Option<i128>,
}

impl Goal {
    /// To beat `value` when costs come in steps of `step`.
    pub(super) fn to_beat(value: Option<i128>, step: i64) -> Self {
        Goal { beaten: value.map(|v| v - i128::from(step)) }
    }

    /// The floor that must be passed by a proof with this objective weight; `None`: cannot be passed.
    pub(super) fn threshold(self, objective: i64) -> Option<i128> {
        match (objective, self.beaten) {
            (0, _) => Some(0),
            (_, None) => None,
            (d, Some(beaten)) => Some(i128::from(d) * beaten),
        }
    }
}

/// The linear function of a proof: a constant and what is left of each column.
pub(super) struct Remainder {
    constant: i128,
    columns: Vec<i128>,
}

impl Remainder {
    pub(super) fn of(problem: &Problem, proof: &Proof) -> Self {
        let d = i128::from(proof.objective);
        let mut columns: Vec<i128> = problem.cost.iter().map(|&c| d * i128::from(c)).collect();
        let mut constant = d * problem.constant;
        for &(row, weight) in &proof.rows {
            let (row, weight) = (&problem.rows[row], i128::from(weight));
            constant += weight * i128::from(row.least);
            for &(j, a) in &row.terms {
                columns[j] -= weight * i128::from(a);
            }
        }
        Remainder { constant, columns }
    }

    /// The least value over a box.
    pub(super) fn floor(&self, lower: &[i64], upper: &[i64]) -> i128 {
        let mut floor = self.constant;
        for ((&r, &l), &u) in self.columns.iter().zip(lower).zip(upper) {
            floor += r * i128::from(if r > 0 { l } else { u });
        }
        floor
    }

    /// Shrinks the box by the values of single columns that would lift the floor above the threshold.
    /// Returns whether anything changed. The box may become empty (lower above upper).
    pub(super) fn tighten(&self, threshold: i128, lower: &mut [i64], upper: &mut [i64]) -> bool {
        // How far one column may lift the floor and still be allowed.
        let room = threshold - self.floor(lower, upper);
        let mut changed = false;
        for (j, &r) in self.columns.iter().enumerate() {
            let width = i128::from(upper[j]) - i128::from(lower[j]);
            if r == 0 || width <= 0 || r.abs() * width <= room {
                continue;
            }
            // `room` may be negative: then not even the cheapest value is allowed, and the box is empty.
            let steps = room.div_euclid(r.abs()).max(-1) as i64;
            if r > 0 {
                upper[j] = lower[j] + steps;
            } else {
                lower[j] = upper[j] - steps;
            }
            changed = true;
        }
        changed
    }
}
