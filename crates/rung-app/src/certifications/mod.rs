//! Certifications: what is held, with its dates and papers, and what could be.
//!
//! `held_page` shows what is held, `entry_page` is the form of one (`form` reads it, `lines` says it in words,
//! `picture` draws its periods); `eligibility_page` tells of every credential whether it can be applied for, `path_page`
//! of one, condition by condition, and `answer` takes what settles an unknown.

mod answer;
mod eligibility_page;
mod entry_page;
mod form;
mod held_page;
mod lines;
mod path_page;
mod picture;
mod rooms;

use crate::Site;
use axum::{
    Router,
    routing::{get, post},
};

/// Where these rooms are.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/certifications", get(held_page::page))
        .route("/certifications/new", get(entry_page::new).post(entry_page::add))
        .route("/certifications/held/{id}", get(entry_page::page).post(entry_page::save))
        .route("/certifications/held/{id}/remove", post(entry_page::remove))
        .route("/certifications/held/{id}/restore", post(entry_page::restore))
        .route("/certifications/eligibility", get(eligibility_page::page))
        .route("/certifications/eligibility/{credential}", get(path_page::page))
        .route("/certifications/eligibility/{credential}/answer", post(answer::take))
}
