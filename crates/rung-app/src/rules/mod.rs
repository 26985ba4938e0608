//! The catalogue to look into: a page for each jurisdiction, body and credential, and one for every single fact of them;
//! a map, search, and two side by side. What is said, where it stands and what differs is decided in `rung-atlas`; here
//! it is printed.

mod about_page;
mod authority_page;
mod compare_page;
mod credential_page;
mod designators_page;
mod entry;
mod fact_page;
mod field;
mod library;
mod map;
mod overview;
mod parts;
mod references;
mod search_page;
mod serve;
mod table;

pub use library::Library;

use crate::Site;
use axum::{Router, response::Redirect, routing::get};

/// Addresses are for good: each is `/` and a [`rung_atlas::Address`].
pub fn routes() -> Router<Site> {
    let mut routes = Router::new()
        .route("/rules", get(overview::page))
        .route("/about", get(about_page::page))
        .route("/search", get(search_page::page))
        .route("/compare/jurisdictions", get(compare_page::jurisdictions))
        .route("/compare/credentials", get(compare_page::credentials))
        .route("/bodies/acpe", get(designators_page::page))
        .route("/jurisdictions/{id}", get(authority_page::jurisdiction))
        .route("/bodies/{id}", get(authority_page::body))
        .route("/credentials/{id}", get(credential_page::page))
        .route("/roles", get(field::roles::all))
        .route("/roles/{id}", get(field::roles::one))
        .route("/settings", get(field::settings::all))
        .route("/settings/{id}", get(field::settings::one))
        .route("/actions", get(field::actions::all))
        .route("/actions/{id}", get(field::actions::one))
        .route("/organizations", get(field::organizations::all))
        .route("/organizations/{id}", get(field::organizations::one))
        .route("/feeds", get(field::feeds::all))
        .route("/feeds/{id}", get(field::feeds::one))
        .route("/occupation", get(field::occupation::page));
    for shelf in ["jurisdictions", "bodies", "credentials"] {
        let to = format!("/rules#{shelf}");
        routes = routes
            .route(&format!("/{shelf}"), get(async move || Redirect::permanent(&to)))
            .route(&format!("/{shelf}/{{id}}/{{*place}}"), get(fact_page::page));
    }
    routes
}
