//! The value that `rung-certificate` checks.

use serde::{Deserialize, Serialize};

use super::proof::Tree;

/// Everything needed to check an answer without trusting the solver: the plan, and a proof for each objective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    /// The plan as (column, value) pairs, columns at zero left out. `None`: there is no plan.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub plan: Option<Vec<(usize, i64)>>,
    /// For each proven objective, in order: nothing beats its value (given the values before it).
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub objectives: Vec<ProvenObjective>,
    /// The proof that there is no plan.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub infeasible: Option<Tree>,
}

/// One objective's value with the proof that there is no better.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProvenObjective {
    /// The objective's name.
    pub name: String,
    /// The proven least value.
    pub value: i64,
    /// Why.
    pub tree: Tree,
}

impl Certificate {
    pub(super) fn solved(values: &[i64], objectives: Vec<ProvenObjective>) -> Self {
        let plan = values.iter().copied().enumerate().filter(|(_, x)| *x != 0).collect();
        Certificate { plan: Some(plan), objectives, infeasible: None }
    }

    pub(super) fn infeasible(tree: Tree) -> Self {
        Certificate { plan: None, objectives: Vec::new(), infeasible: Some(tree) }
    }
}
