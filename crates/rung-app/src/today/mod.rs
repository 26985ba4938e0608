//! Home: what to do now and why, and the first steps of somebody who has told nothing yet.
//!
//! `start` asks four questions and takes a file, `answers` reads them; `pages` is what there is to do, from `todo`,
//! `ladder` and `deadlines`; `samples` shows the sample technicians and loads one.

mod answers;
mod deadlines;
mod ladder;
mod pages;
mod samples;
mod start;
mod todo;

use crate::Site;
use axum::{
    Router,
    routing::{get, post},
};

/// Where these rooms are.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/", get(pages::page))
        .route("/start", get(start::page).post(start::begin))
        .route("/samples", get(samples::page))
        .route("/sample/load", post(samples::load))
        .route("/sample/remove", post(samples::remove))
}
