//! Continuing education: where a technician stands, with the proof, and what to take.
//!
//! `status_page` and its parts (`obligation`, `requirement`, `timeline`) print the judgement; `ledger_page` lists the
//! credits, `new_credit`, `credit_page` and `credit_form` are about one, `uses` says where it counts; `plan` is what to
//! take; `rooms` is the top of each; `forms` reads what a request brings; `api` answers as JSON.

mod api;
mod credit_form;
mod credit_page;
mod forms;
mod ledger_page;
mod new_credit;
mod obligation;
mod plan;
mod requirement;
mod rooms;
mod status_page;
mod timeline;
mod uses;
mod view;

use crate::Site;
use axum::{
    Router,
    routing::{get, post},
};

/// Where these rooms are.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/education", get(status_page::page))
        .route("/education/credits", get(ledger_page::page))
        .route("/education/credits/new", get(new_credit::page).post(new_credit::send))
        .route("/education/credits/{id}", get(credit_page::page))
        .route("/education/credits/{id}/edit", get(credit_page::edit).post(credit_page::save))
        .route("/education/credits/{id}/remove", post(credit_page::remove))
        .route("/education/credits/{id}/restore", post(credit_page::restore))
        .merge(plan::routes())
        .route("/api/status", post(api::status))
        .route("/api/education/credits", get(ledger_page::api))
}
