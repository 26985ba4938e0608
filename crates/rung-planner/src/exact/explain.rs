//! Why there is no plan, and what would have to give.
//!
//! A solver's own list of conflicting rows is not to be printed: such lists have been wrong, too long, or both.
//! [`minimal_reasons`] starts from the rows that the *proof* of impossibility uses and drops one label after another.
//! If the rest is still impossible (proved), the label was not a reason. If a plan appears, the label is needed,
//! and that plan is kept: "without this, one could …". What remains has been checked both ways: together
//! impossible, and without any one of them possible.

use std::collections::{BTreeMap, BTreeSet};

use super::certificate::Certificate;
use super::model::{ColumnId, Model, ModelFault, Row, Sense};
use super::proof::{Node, Tree};
use super::solve::{Answer, Limits, solve};

/// One of the demands that cannot be met together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason<L> {
    /// The label of its rows.
    pub label: L,
    /// A plan that meets all the other reasons: the value of each column. `None` if a limit was reached before it was
    /// known whether the label is needed.
    pub without: Option<Vec<i64>>,
}

/// Demands that cannot be met together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reasons<L> {
    /// The demands, in the order of the model.
    pub reasons: Vec<Reason<L>>,
    /// Was every reason verified to be needed?
    pub minimal: bool,
    /// The proof that these demands contradict each other: of the model with only these labelled rows
    /// ([`Model::only`]).
    pub certificate: Certificate,
}

impl<L: Clone + Ord> Model<L> {
    /// The model without objectives, with only the rows of these labels (and those without a label).
    #[must_use]
    pub fn only(&self, labels: &BTreeSet<L>) -> Self {
        let wanted = |row: &Row<L>| row.label.as_ref().is_none_or(|l| labels.contains(l));
        self.with_rows(wanted).without_objectives()
    }
}

/// The labels that a proof of impossibility uses; no others are needed for the contradiction.
fn labels_used<L: Clone + Ord>(model: &Model<L>, tree: &Tree) -> BTreeSet<L> {
    let cited = tree.nodes.iter().filter_map(|node| match node {
        Node::Close(p) | Node::Tighten(p, _) => Some(&tree.proofs[*p]),
        Node::Branch(..) | Node::Open => None,
    });
    let rows = cited.flat_map(|proof| proof.rows.iter().map(|r| r.0));
    rows.filter_map(|i| model.rows().get(i).and_then(|row| row.label.clone())).collect()
}

/// Demands of an impossible model that contradict each other, none of which can be spared.
///
/// `certificate` is the proof from [`Answer::Infeasible`].
///
/// # Errors
/// As [`solve`].
pub fn minimal_reasons<L: Clone + Ord>(
    model: &Model<L>,
    certificate: &Certificate,
    limits: &Limits,
) -> Result<Reasons<L>, ModelFault> {
    let mut proof = certificate.clone();
    let mut labels: BTreeSet<L> = match &certificate.infeasible {
        Some(tree) => labels_used(model, tree),
        None => model.rows().iter().filter_map(|r| r.label.clone()).collect(),
    };
    // The certificate speaks of all rows; have one of these alone.
    if let Answer::Infeasible(own) = solve(&model.only(&labels), limits)? {
        if let Some(tree) = &own.infeasible {
            labels = labels_used(&model.only(&labels), tree);
        }
        proof = own;
    }
    let mut needed: BTreeMap<L, Option<Vec<i64>>> = BTreeMap::new();
    while let Some(candidate) = labels.iter().find(|l| !needed.contains_key(*l)).cloned() {
        let mut rest = labels.clone();
        rest.remove(&candidate);
        let without = model.only(&rest);
        match solve(&without, limits)? {
            Answer::Infeasible(shorter) => {
                if let Some(tree) = &shorter.infeasible {
                    // Labels already found to be needed are in every contradiction, hence in this one.
                    labels = labels_used(&without, tree);
                }
            }
            Answer::Solved(plan) => {
                needed.insert(candidate, Some(plan.values));
            }
            Answer::Unknown { .. } => {
                needed.insert(candidate, None);
            }
        }
    }
    // The last word: these labels and no others, proved together.
    if let Answer::Infeasible(own) = solve(&model.only(&labels), limits)? {
        proof = own;
    }
    let minimal = needed.values().all(Option::is_some);
    let reasons = in_model_order(model, &labels)
        .into_iter()
        .map(|label| Reason { without: needed.get(&label).cloned().flatten(), label })
        .collect();
    Ok(Reasons { reasons, minimal, certificate: proof })
}

fn in_model_order<L: Clone + Ord>(model: &Model<L>, labels: &BTreeSet<L>) -> Vec<L> {
    let mut seen = BTreeSet::new();
    let all = model.rows().iter().filter_map(|r| r.label.clone());
    all.filter(|l| labels.contains(l) && seen.insert(l.clone())).collect()
}

/// How a demand may give way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Give {
    /// By so many units at most (dollars of a budget, hours of a week).
    Units(i64),
    /// Only as a whole.
    Whole,
}

/// A demand that may give way, at a price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relaxation<L> {
    /// Whose rows.
    pub label: L,
    /// How.
    pub give: Give,
    /// The price of one unit, or of dropping the whole.
    pub price: i64,
}

/// What would have to give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WayOut<L> {
    /// This much of these demands, and then there is a plan.
    Found {
        /// (label, units; 1 for a demand dropped as a whole). Empty if nothing has to give.
        gives: Vec<(L, i64)>,
        /// The price of it all.
        price: i64,
        /// A plan that becomes possible: the value of each column of the model.
        plan: Vec<i64>,
        /// Is it proven that there is no cheaper way?
        proven: bool,
    },
    /// Not even giving everything away helps (proven).
    None,
    /// A limit was reached.
    Unknown,
}

/// The least that must give for a plan to exist.
///
/// # Errors
/// As [`solve`].
pub fn cheapest_way_out<L: Clone + Ord>(
    model: &Model<L>,
    relaxable: &[Relaxation<L>],
    limits: &Limits,
) -> Result<WayOut<L>, ModelFault> {
    let mut relaxed = model.clone().without_objectives().with_rows(|_| false);
    let gives: Vec<(ColumnId, &Relaxation<L>)> = relaxable
        .iter()
        .map(|r| {
            let most = if let Give::Units(units) = r.give { units } else { 1 };
            (relaxed.amount("gives", 0, most), r)
        })
        .collect();
    for row in model.rows() {
        let toward = if row.sense == Sense::AtLeast { 1 } else { -1 };
        let own = gives.iter().filter(|(_, r)| row.label.as_ref() == Some(&r.label));
        let eased = own.map(|(column, r)| match r.give {
            Give::Units(_) => (*column, toward),
            Give::Whole => (*column, toward * greatest_lack(model, row)),
        });
        let terms = row.terms.iter().map(|&(j, a)| (ColumnId(j), a)).chain(eased);
        relaxed.row(row.label.clone(), terms, row.sense, row.limit);
    }
    relaxed.minimise("price", gives.iter().map(|(column, r)| (*column, r.price)));
    Ok(match solve(&relaxed, limits)? {
        Answer::Solved(way) => WayOut::Found {
            gives: gives
                .iter()
                .filter(|(column, _)| way.value(*column) > 0)
                .map(|(column, r)| (r.label.clone(), way.value(*column)))
                .collect(),
            price: way.objectives[0].value,
            proven: way.is_proven(),
            plan: way.values[..model.columns().len()].to_vec(),
        },
        Answer::Infeasible(_) => WayOut::None,
        Answer::Unknown { .. } => WayOut::Unknown,
    })
}

/// How far a row can be from holding, at the least favourable values.
fn greatest_lack<L>(model: &Model<L>, row: &Row<L>) -> i64 {
    let toward = if row.sense == Sense::AtLeast { 1 } else { -1 };
    let worst: i64 = row
        .terms
        .iter()
        .map(|&(j, a)| {
            let (column, a) = (&model.columns()[j], toward * a);
            a.saturating_mul(if a > 0 { column.lower } else { column.upper })
        })
        .fold(0, i64::saturating_add);
    (toward * row.limit).saturating_sub(worst).max(0)
}
