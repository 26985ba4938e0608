//! Continuing education: where a technician stands, with the proof.
//!
//! `forms` reads what a request brings, `status_page` and its parts (`obligation`, `requirement`, `timeline`) print the
//! judgement, `api` answers it as JSON.

pub mod api;
mod forms;
mod obligation;
mod requirement;
mod rule_words;
mod status_page;
mod timeline;

pub use forms::open_record;
pub use status_page::{of_sample, of_upload};
