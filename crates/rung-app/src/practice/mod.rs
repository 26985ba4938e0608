//! Where the way up leads: roles in an order, the gap to each, the career graph, roles side by side, a move, and a
//! questionnaire on interests and values.
//!
//! `rung_way` decides everything; these pages print it. `rooms` is the top of each, `told` what several of them tell.

mod compare_page;
mod gap_page;
mod graph_page;
mod interests_page;
mod move_page;
mod roles_page;
mod rooms;
mod told;

use crate::Site;
use axum::{Router, routing::get};

/// Where these rooms are.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/explore", get(roles_page::page))
        .route("/explore/roles/{id}", get(gap_page::page))
        .route("/explore/graph", get(graph_page::page))
        .route("/explore/compare", get(compare_page::page))
        .route("/explore/move", get(move_page::page))
        .route("/explore/interests", get(interests_page::page).post(interests_page::keep))
}
