//! Continuing education: where a technician stands, with the proof, and what to take.
//!
//! `forms` reads what a request brings; `status_page` and its parts (`obligation`, `requirement`, `timeline`) print the
//! judgement, `plan_page` the plan; `rooms` is the top of each; `api` answers the judgement as JSON.

mod api;
mod forms;
mod obligation;
mod plan_page;
mod requirement;
mod rooms;
mod status_page;
mod timeline;

use crate::Site;
use axum::{
    Router,
    routing::{get, post},
};

/// Where these rooms are.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/education", get(status_page::page))
        .route("/education/plan", get(plan_page::page))
        .route("/api/status", post(api::status))
}
