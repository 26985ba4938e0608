//! Career plans with proof: which steps to take, in which weeks, so that the goals are reached as early, as cheaply, or as
//! evenly as can be; or why it cannot be done.
//!
//! * [`Problem`]: the steps and demands, which is also the file format; [`parse`] reads it;
//! * [`solve`]: the best plan with its [`Certificate`], or the proof that there is none;
//! * [`minimal_reasons`] and [`ways_out`]: why there is no plan, and what would have to give;
//! * [`Change`]: something happened; [`resolve`] finds the plan that moves least of what was agreed.
//!
//! Everything is whole numbers. `rung-certificate` checks the certificates and shares no code with this crate;
//! `docs/decisions/career-solver.md` says how it works and why.
//!
//! ```
//! use rung_career::{Answer, Limits, parse, solve};
//!
//! let problem = parse(br#"{"T": 20, "cap": 8, "steps": [
//!     {"kind": "man", "d": 6, "w": 5},
//!     {"kind": "man", "d": 4, "w": 4, "and_": [0]},
//!     {"kind": "man", "d": 4, "w": 4}
//! ]}"#).expect("a problem");
//! let Answer::Plan(plan) = solve(&problem, &Limits::none()) else { panic!("there is a plan") };
//! assert!(plan.is_proven());
//! assert_eq!(plan.objectives[0].value, 10);
//! ```

mod certificate;
mod change;
mod construct;
mod energy;
mod engine;
mod explain;
mod heap;
mod limits;
mod literal;
mod model;
mod pack;
mod plan;
mod problem;
mod proof;
mod random;
mod rules;
mod solve;
mod words;

pub use certificate::{Certificate, ProvenBound, Step as ProofStep};
pub use change::{Change, Keep, resolve};
pub use explain::{Demand, Reasons, WayOut, minimal_reasons, ways_out};
pub use limits::{Limits, Standing};
pub use problem::{
    Capacity, Fault, Kind, LARGEST_NUMBER, List, Load, MOST_ENTRIES, MOST_RESOURCES, MOST_STEPS, MOST_WEEKS,
    Objective, Problem, Resource, Starts, Step, Week, parse,
};
pub use solve::{Answer, Plan, Progress, solve, solve_from};
