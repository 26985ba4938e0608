//! Objectives one after another, each proved before the next.

use serde::Serialize;

use super::certificate::{Certificate, ProvenObjective};
use super::model::{ColumnId, Model, ModelFault};
use super::problem::Problem;
use super::proof::Proof;
use super::search::{Minimum, minimise};

/// When to stop without an answer. The solver has no clock: whoever has one passes `should_stop`.
#[derive(Clone, Copy)]
pub struct Limits<'a> {
    /// Parts of the box to look at, for each objective.
    pub nodes: usize,
    /// Asked before each part.
    pub should_stop: &'a dyn Fn() -> bool,
}

impl Limits<'static> {
    /// Go on until it is proved.
    #[must_use]
    pub fn none() -> Self {
        Limits { nodes: usize::MAX, should_stop: &|| false }
    }

    /// Stop after this many parts.
    #[must_use]
    pub fn nodes(nodes: usize) -> Self {
        Limits { nodes, should_stop: &|| false }
    }
}

/// What is known of one objective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The objective's name.
    pub name: String,
    /// Its value in the plan.
    pub value: i64,
    /// No plan (that is as good in the objectives before) has less. Equal to `value` when proven; `None` when
    /// nothing is known.
    pub bound: Option<i64>,
    /// Is the value the least possible?
    pub proven: bool,
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// The value of each column.
    pub values: Vec<i64>,
    /// The objectives, most important first.
    pub objectives: Vec<Standing>,
    /// The proof of each objective that was proven, for `rung-certificate`.
    pub certificate: Certificate,
    /// Parts of the box looked at.
    pub nodes: usize,
}

impl Solution {
    /// The value of a column.
    #[must_use]
    pub fn value(&self, column: ColumnId) -> i64 {
        self.values[column.0]
    }

    /// Was this choice taken?
    #[must_use]
    pub fn is_chosen(&self, column: ColumnId) -> bool {
        self.value(column) > 0
    }

    /// Are all objectives proven?
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.objectives.iter().all(|o| o.proven)
    }
}

/// The answer of the solver.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A plan; see [`Solution::is_proven`].
    Solved(Solution),
    /// There is no plan, and this proves it.
    Infeasible(Certificate),
    /// A limit was reached before a plan was found or excluded.
    Unknown {
        /// Parts of the box looked at.
        nodes: usize,
    },
}

/// Finds the plan that is best in the first objective, among those in the second, and so on.
///
/// # Errors
/// When the model's numbers are too large for exact proofs, or a column's bounds cross.
pub fn solve<L>(model: &Model<L>, limits: &Limits) -> Result<Answer, ModelFault> {
    model.check()?;
    let mut problem = Problem::new(model);
    if model.objectives().is_empty() {
        return Ok(feasibility(&problem, limits));
    }
    let mut plan: Option<Vec<i64>> = None;
    let mut seeds: Vec<Proof> = Vec::new();
    let mut standings: Vec<Standing> = Vec::new();
    let mut proofs = Vec::new();
    let mut nodes = 0;
    let mut going_on = true;
    for objective in model.objectives() {
        problem.cost.clone_from(&objective.cost);
        if !going_on {
            standings.push(unproven(&objective.name, &problem, plan.as_deref(), None));
            continue;
        }
        let mut finished: Option<Minimum> = None;
        if plan.is_none() {
            // Usually a dive finds a plan at once. If not, look for any plan first: impossibility is proved best alone.
            let easy = minimise(&problem, None, &seeds, true, limits);
            nodes += easy.nodes;
            if easy.best.is_none() && easy.tree.is_none() {
                match feasibility(&problem, limits) {
                    Answer::Solved(any) => plan = Some(any.values),
                    none => return Ok(none),
                }
            } else {
                plan = easy.best.clone();
                finished = Some(easy);
            }
        }
        let minimum = match finished.take() {
            Some(minimum) => minimum,
            None => {
                let minimum = minimise(&problem, plan.take(), &seeds, false, limits);
                nodes += minimum.nodes;
                minimum
            }
        };
        let Minimum { best, bound, tree, root, .. } = minimum;
        match (best, tree) {
            (None, Some(tree)) => return Ok(Answer::Infeasible(Certificate::infeasible(tree))),
            (None, None) => return Ok(Answer::Unknown { nodes }),
            (Some(best), None) => {
                standings.push(unproven(&objective.name, &problem, Some(&best), bound));
                plan = Some(best);
                going_on = false;
            }
            (Some(best), Some(tree)) => {
                let value = problem.value(&best) as i64;
                plan = Some(best);
                standings.push(Standing {
                    name: objective.name.clone(),
                    value,
                    bound: Some(value),
                    proven: true,
                });
                proofs.push(ProvenObjective { name: objective.name.clone(), value, tree });
                problem.fix_objective(&objective.cost, value);
                // "Costs no more than the best" with the prices of this objective already fixes many columns.
                let row = problem.rows.len() - 1;
                seeds.extend(root.map(|proof| contradiction(proof, row)));
            }
        }
    }
    let values = plan.unwrap_or_default();
    let certificate = Certificate::solved(&values, proofs);
    Ok(Answer::Solved(Solution { values, objectives: standings, certificate, nodes }))
}

/// A proof about an objective becomes one about the row that limits this objective.
fn contradiction(proof: Proof, row: usize) -> Proof {
    let mut rows = proof.rows;
    rows.push((row, proof.objective));
    Proof { objective: 0, rows }
}

fn unproven(name: &str, problem: &Problem, plan: Option<&[i64]>, bound: Option<i128>) -> Standing {
    let value = plan.map_or(0, |p| problem.value(p) as i64);
    Standing { name: name.to_owned(), value, bound: bound.map(|b| b as i64), proven: false }
}

fn feasibility(problem: &Problem, limits: &Limits) -> Answer {
    let mut problem = problem.clone();
    problem.cost.fill(0);
    let minimum = minimise(&problem, None, &[], false, limits);
    match (minimum.best, minimum.tree) {
        (Some(values), _) => {
            let certificate = Certificate::solved(&values, Vec::new());
            Answer::Solved(Solution { values, objectives: Vec::new(), certificate, nodes: minimum.nodes })
        }
        (None, Some(tree)) => Answer::Infeasible(Certificate::infeasible(tree)),
        (None, None) => Answer::Unknown { nodes: minimum.nodes },
    }
}
