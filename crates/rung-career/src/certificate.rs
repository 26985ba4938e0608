//! What the checker reads.

use serde::Serialize;

use crate::literal::{Lit, Literals};
use crate::model::Model;
use crate::problem::{Objective, Starts, Week};
use crate::proof::{Hint, Log};

/// A plan and the proof of how good it is, or the proof that there is none. `rung-certificate` says what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Certificate {
    /// When each step starts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<Vec<Option<Week>>>,
    /// For each objective, most important first: what no plan can undercut.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<ProvenBound>,
    /// The proof that there is no plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub impossible: Option<Vec<Step>>,
}

/// No plan that is as good in the objectives before has less than `bound`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProvenBound {
    /// Which objective.
    pub name: &'static str,
    /// Its least.
    pub bound: i64,
    /// Why.
    pub lemmas: Vec<Step>,
}

/// A lemma: its clause (a number and a bound in turn), and the rules that prove it (kind and places in turn).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step(pub Vec<i64>, pub Vec<i64>);

/// A phase of the log: what was learned while one objective was proved.
pub(crate) struct Phase {
    pub(crate) objective: Option<Objective>,
    pub(crate) bound: i64,
    /// The log's lemmas from here
    pub(crate) from: usize,
    /// to here,
    pub(crate) to: usize,
    /// and the one that proves the bound, if it needs any.
    pub(crate) last: Option<u32>,
}

/// Takes from the log what the phases need.
pub(crate) fn write(
    model: &Model,
    literals: &Literals,
    log: &Log,
    phases: &[Phase],
    plan: Option<&Starts>,
) -> Certificate {
    let last: Vec<u32> = phases.iter().filter_map(|phase| phase.last).collect();
    let needed = log.needed_for(&last);
    let mut new_id = vec![u32::MAX; log.len()];
    for (k, &id) in needed.iter().enumerate() {
        new_id[id as usize] = k as u32;
    }
    let writer = Writer { model, literals, new_id };
    let lemmas = |phase: &Phase| -> Vec<Step> {
        let within = needed.iter().filter(|&&id| (phase.from..phase.to).contains(&(id as usize)));
        within.map(|&id| writer.step(log, id)).collect()
    };
    let proven = |phase: &Phase| {
        Some(ProvenBound { name: phase.objective?.name(), bound: phase.bound, lemmas: lemmas(phase) })
    };
    Certificate {
        plan: plan.cloned(),
        objectives: phases.iter().filter_map(proven).collect(),
        impossible: phases.iter().find(|phase| phase.objective.is_none()).map(lemmas),
    }
}

struct Writer<'a> {
    model: &'a Model,
    literals: &'a Literals,
    new_id: Vec<u32>,
}

impl Writer<'_> {
    fn step(&self, log: &Log, id: u32) -> Step {
        let lemma = log.lemma(id);
        let mut hints = Vec::new();
        for &hint in &lemma.hints {
            self.hint(hint, &mut hints);
        }
        Step(lemma.clause.iter().flat_map(|&lit| self.literal(lit)).collect(), hints)
    }

    /// The checker numbers the steps, then arrival, lead and peak, then the moves.
    fn literal(&self, lit: Lit) -> [i64; 2] {
        let var = self.literals.var(lit);
        let steps = self.model.tasks.len();
        let place = if (1..=steps).contains(&var) {
            var - 1
        } else if Some(var) == self.model.finish {
            steps
        } else if Some(var) == self.model.lead {
            steps + 1
        } else if Some(var) == self.model.peak {
            steps + 2
        } else {
            steps + 3 + self.model.moved.iter().position(|&m| m == var).unwrap_or(0)
        };
        [place as i64 * 2 + i64::from(lit.is_at_most()), i64::from(self.literals.bound(lit))]
    }

    fn hint(&self, hint: Hint, into: &mut Vec<i64>) {
        let target = |step: Option<u32>| step.map_or(-1, i64::from);
        match hint {
            Hint::None => {}
            Hint::Lemma(id) => into.extend([0, i64::from(self.new_id[id as usize])]),
            Hint::HoldOff(step, k) => into.extend([1, i64::from(step), i64::from(k)]),
            Hint::Moved(step, later) => into.extend([2, i64::from(step), i64::from(later)]),
            Hint::After(step, before) => into.extend([3, i64::from(step), i64::from(before)]),
            Hint::Within(step, before) => into.extend([12, i64::from(step), i64::from(before)]),
            Hint::OneOf(step, list) => into.extend([4, i64::from(step), i64::from(list)]),
            Hint::Choose(list) => into.extend([5, i64::from(list)]),
            Hint::Finish(step) => into.extend([6, i64::from(step)]),
            Hint::Lead(step) => into.extend([7, i64::from(step)]),
            Hint::Total(total) => {
                let which = match self.model.totals[total as usize].objective {
                    Objective::Cost => 0,
                    Objective::Hours => 1,
                    _ => 2,
                };
                into.extend([8, which]);
            }
            Hint::Energy(r, a, b, step) => {
                into.extend([9, i64::from(r), i64::from(a), i64::from(b), target(step)])
            }
            Hint::LoadMost(load, step) => into.extend([10, i64::from(load), target(step)]),
            Hint::LoadLeast(load, step) => into.extend([11, i64::from(load), target(step)]),
        }
    }
}
