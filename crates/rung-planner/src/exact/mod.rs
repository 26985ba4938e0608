//! An exact solver for choices under integer conditions, whose answers carry their own proof.
//!
//! Floating-point solvers have claimed optima that were not; an answer of this module is computed with the help of
//! floats but *rests* on integers alone. See `docs/decisions/exact-solver.md` for the argument and
//! `rung-certificate` for the checker.
//!
//! * [`Model`]: columns, labelled rows, objectives in order of importance;
//! * [`solve`]: the best plan, or the proof that there is none;
//! * [`Certificate`]: what the checker reads;
//! * [`minimal_reasons`] and [`cheapest_way_out`]: why there is no plan, and what would have to give.

mod certificate;
mod explain;
mod lp;
mod model;
mod problem;
mod proof;
mod search;
mod solve;

pub use certificate::{Certificate, ProvenObjective};
pub use explain::{Give, Reason, Reasons, Relaxation, WayOut, cheapest_way_out, minimal_reasons};
pub use model::{
    Column, ColumnId, LARGEST_NUMBER, MOST_COLUMNS, MOST_ROWS, Model, ModelFault, Objective, Row, Sense,
};
pub use proof::{Node, Proof, Tree};
pub use solve::{Answer, Limits, Solution, Standing, solve};
