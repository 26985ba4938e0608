//! As of when the pages are: what an open page asks, to notice that something changed elsewhere.

use crate::shell::Visit;
use axum::{Json, http::header, response::IntoResponse};
use serde_json::json;

/// `GET /api/stamp`: the same text as in the page's `data-stamp`, as long as nothing changed.
pub async fn stamp(visit: Visit) -> impl IntoResponse {
    ([(header::CACHE_CONTROL, "no-store")], Json(json!({ "stamp": visit.stamp() })))
}
