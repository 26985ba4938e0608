//! Career plans.

mod energy;
mod engine;
mod heap;
mod literal;
mod model;
mod problem;
mod proof;
mod rules;
mod solve;

pub use problem::*;
pub use solve::*;
