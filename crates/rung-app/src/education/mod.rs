//! Continuing education: where a technician stands, with the proof, and what to take.
//!
//! `forms` reads what a request brings; `status_page` and its parts (`obligation`, `requirement`, `timeline`) print the
//! judgement, `plan_page` the plan; `technician` is what both share; `api` answers the judgement as JSON.

pub mod api;
mod forms;
mod obligation;
pub mod plan_page;
mod requirement;
pub mod status_page;
mod technician;
mod timeline;

pub use forms::open_record;
