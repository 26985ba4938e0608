//! The calendar: every deadline and planned activity as a page, as a file, and as a subscription.
//!
//! `events` gathers them, `page` shows them and the links, `links` makes and ends links, `feed` is what calendar
//! programs fetch; it knows nobody by cookies, only by the secret in the address, and `gate` slows down who guesses.

mod events;
mod feed;
mod gate;
mod links;
mod page;

use crate::Site;
use axum::{
    Extension, Router,
    routing::{get, post},
};
use std::sync::Arc;

/// Where these rooms are.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/calendar", get(page::page))
        .route("/calendar.ics", get(feed::file))
        .route("/calendar/links", post(links::make))
        .route("/calendar/links/{id}/revoke", post(links::revoke))
        .route("/calendar/{secret}", get(feed::subscription))
        .layer(Extension(Arc::new(gate::Gate::default())))
}
