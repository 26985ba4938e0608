//! The record as a whole: taking back what was done, and how the pages look.

mod look;
mod undo;

use crate::Site;
use axum::{Router, routing::post};

/// Where these rooms are.
pub fn routes() -> Router<Site> {
    Router::new().route("/undo", post(undo::undo)).route("/look", post(look::choose))
}
