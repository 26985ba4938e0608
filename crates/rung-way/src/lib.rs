//! The way up: from where a technician stands to where they want to be.
//!
//! Everything here is a pure function of a record, the catalogue, a day, and what the caller knows beside them:
//!
//! * [`Viewpoint`] is the record, the catalogue, the day and the states, from which all else is seen;
//! * [`remedy`] is what would meet what is not met: steps, their alternatives, what they take and what that stands on;
//! * [`gap()`] is what lies between the record and a role, ask by ask.

pub mod figure;
pub mod gap;
pub mod goals;
pub mod plan;
pub mod remedy;
pub mod steps;
mod viewpoint;
pub mod words;

pub use gap::{Gap, Line, gap, gaps};
pub use viewpoint::{Standing, Viewpoint};
