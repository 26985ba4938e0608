//! Career plans.

mod certificate;
mod energy;
mod engine;
mod heap;
mod literal;
mod model;
mod plan;
mod problem;
mod proof;
mod rules;
mod solve;

pub use certificate::{Certificate, ProvenBound};
pub use problem::*;
pub use solve::*;
