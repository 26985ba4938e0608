//! The way to what the technician wants: what they want and allow, the plan with its proof, and the plan as it is lived.
//!
//! `form` is how it is asked; `known` solves, once for each state of what is kept; `page` prints the answer with `picture`
//! and `steps`; `lived` takes what happens; `files` are the calendar, the paper and the JSON.

mod files;
mod form;
mod known;
mod lived;
mod page;
mod picture;
mod steps;

use crate::Site;
use axum::{
    Router,
    routing::{get, post},
};

pub use known::Memory;

/// Where these rooms are.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/plan", get(page::page).post(page::keep))
        .route("/plan/agree", post(lived::agree))
        .route("/plan/tell", post(lived::tell))
        .route("/plan/give-up", post(lived::give_up))
        .route("/plan/figure", post(lived::figure))
        .route("/plan.ics", get(files::calendar))
        .route("/plan.pdf", get(files::pdf))
        .route("/plan.json", get(files::json))
}
