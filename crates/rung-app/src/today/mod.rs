//! Home: what to do now and why, and the first steps of somebody who has told nothing yet.

mod pages;
mod sample;

use crate::Site;
use axum::{
    Router,
    routing::{get, post},
};

/// Where these rooms are.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/", get(pages::page))
        .route("/sample/load", post(sample::load))
        .route("/sample/remove", post(sample::remove))
}
