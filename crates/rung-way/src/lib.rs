//! The way up: from where a technician stands to where they want to be.
//!
//! Everything here is a pure function of a record, the catalogue, a day, and what the caller knows beside them:
//!
//! * [`Viewpoint`] is the record, the catalogue, the day and the states, from which all else is seen;
//! * [`remedy`] is what would meet what is not met: steps, their alternatives, what they take and what that stands on;
//! * [`gap()`] is what lies between the record and a role, ask by ask;
//! * [`prospects()`] is that of every role with its remedies, and [`Ranks`] puts roles in an order;
//! * [`interests`] is a short questionnaire and how its answers agree with a role;
//! * [`ways()`] are the ways between two roles, weighed;
//! * [`places`] is what roles and settings are like, and [`compare`] lays roles side by side;
//! * [`moves`] is what a move to another state changes;
//! * [`CareerGraph`] is which role comes before which, the ways between them, and places for a picture of it.

pub mod answer;
pub mod compare;
pub mod figure;
pub mod gap;
pub mod goals;
pub mod graph;
pub mod interests;
pub mod live;
pub mod moves;
pub mod pay;
pub mod places;
pub mod plan;
mod prospect;
pub mod rank;
pub mod remedy;
pub mod steps;
mod viewpoint;
mod ways;
pub mod why;
pub mod words;

pub use gap::{Gap, Line, gap, gaps};
pub use graph::CareerGraph;
pub use prospect::{Left, Prospect, Prospects, Remedy, prospects, prospects_of};
pub use rank::{Closeness, PayGain, Ranking, Ranks, Reach};
pub use viewpoint::{Standing, Viewpoint};
pub use ways::{Way, Ways, ways};
