//! What to take: the plan, the activities that it chooses from, and what would be if something were otherwise.

mod import;
mod offering;
mod offerings;
mod page;
mod settle;
mod what_if;
mod wishes;

use crate::Site;
use axum::{
    Router,
    routing::{get, post},
};

/// Where these rooms are.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/education/plan", get(page::page))
        .route("/education/plan/wishes", post(page::save_wishes))
        .route("/education/offerings", get(offerings::page))
        .route("/education/offerings/new", get(import::page).post(import::preview))
        .route("/education/offerings/keep", post(import::keep))
        .route("/education/offerings/settle", post(settle::settle))
        .route("/education/what-if", get(what_if::page))
}
