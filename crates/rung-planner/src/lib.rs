//! Plans with proof: the cheapest choice of activities that meets every obligation, or why there is none.
//!
//! * [`exact`]: the solver, for any model of integer choices with labelled conditions;
//! * [`bare`]: the bare continuing-education problem as a file, solved.

pub mod bare;
pub mod exact;
