//! The site map.

use crate::{
    Site, account, calendar, certifications, documents, education, plan, practice, rules,
    shell::{Fault, assets, faults, guard, palette},
    today,
};
use axum::{Router, extract::DefaultBodyLimit, http::StatusCode, middleware, routing::get};
use rung_record::MAX_RECORD_BYTES;
use std::{net::SocketAddr, time::Duration};
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::CompressionLayer,
    timeout::{RequestBodyTimeoutLayer, TimeoutLayer},
};

/// A form with the largest record takes this much: its fields and boundaries are small.
const MAX_BODY_BYTES: usize = MAX_RECORD_BYTES + 64 * 1024;
/// An answer that takes longer is given up.
const SLOWEST_ANSWER: Duration = Duration::from_secs(30);
/// A sender that is silent for longer is given up.
const SLOWEST_SENDER: Duration = Duration::from_secs(15);

/// The whole site, for a server that listens on `address`.
///
/// Requests that name another host than `address` are turned away, see the guard in `shell`.
pub fn router(site: Site, address: SocketAddr) -> Router {
    Router::new()
        .merge(today::routes())
        .merge(calendar::routes())
        .merge(certifications::routes())
        .merge(education::routes())
        .merge(practice::routes())
        .merge(plan::routes())
        .merge(account::routes())
        .merge(documents::routes())
        .merge(rules::routes())
        .merge(palette::routes())
        .route("/health", get(async || "ok\n"))
        .route("/assets/{file}", get(assets::file))
        .fallback(async || Fault::not_found())
        .method_not_allowed_fallback(async || Fault::wrong_method())
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .layer(RequestBodyTimeoutLayer::new(SLOWEST_SENDER))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, SLOWEST_ANSWER))
        .layer(middleware::from_fn_with_state(guard::Hosts::of(address), guard::turn_away))
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn(faults::show))
        .layer(CompressionLayer::new())
        .layer(middleware::map_response(guard::add_headers))
        .with_state(site)
}
