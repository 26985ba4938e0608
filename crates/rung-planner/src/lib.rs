//! Plans with proof: the cheapest choice of activities that meets every obligation, or why there is none.
//!
//! * [`exact`]: the solver, for any model of integer choices with labelled conditions;
//! * [`ce`]: continuing education: a record, the catalogue and offerings → what to take, when, and why;
//! * [`bare`]: the bare continuing-education problem as a file, solved.

pub mod bare;
pub mod ce;
pub mod exact;
