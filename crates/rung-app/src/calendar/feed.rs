//! What calendar programs fetch.

use super::{
    events,
    gate::{Gate, WINDOW_SECONDS},
};
use crate::{
    Site,
    shell::{Fault, Visit},
};
use axum::{
    Extension,
    extract::{Path, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use sha2::{Digest as _, Sha256};
use std::sync::Arc;

/// As RFC 5545 names it.
const MEDIA_TYPE: &str = "text/calendar; charset=utf-8";

/// `GET /calendar.ics`: the same as a file, to import by hand.
pub async fn file(visit: Visit) -> Result<Response, Fault> {
    let text = events::file(&visit.site, visit.person).await?;
    let headers = [
        (header::CONTENT_TYPE, MEDIA_TYPE),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"rung.ics\""),
    ];
    Ok((headers, text).into_response())
}

/// `GET /calendar/{secret}.ics`: whoever knows the secret sees the deadlines, and nothing else.
///
/// The secret is looked up by its hash, so that how long that takes says nothing about it; one that is wrong, revoked or
/// no secret at all is answered alike, after the same work.
pub async fn subscription(
    State(site): State<Site>,
    Extension(gate): Extension<Arc<Gate>>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let secret = file.strip_suffix(".ics").unwrap_or_default();
    let now = site.now();
    if !gate.lets_in(secret, now) {
        let wait = [(header::RETRY_AFTER, WINDOW_SECONDS.to_string())];
        return Ok((StatusCode::TOO_MANY_REQUESTS, wait).into_response());
    }
    let person = site.store().calendar_person(secret).await?;
    gate.learn(secret, person.is_some(), now);
    let person = person.ok_or_else(Fault::not_found)?;
    let text = events::file(&site, person).await?;
    Ok(tagged(text, &headers))
}

/// The text with a tag that follows from it; nothing but the tag for who has it.
fn tagged(text: String, headers: &HeaderMap) -> Response {
    let hash = Sha256::digest(text.as_bytes());
    let hex: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    // Weak, because compression changes the bytes and not what they say.
    let tag = format!("W/\"{hex}\"");
    let kept = [(header::CACHE_CONTROL, "private, no-cache".to_owned()), (header::ETAG, tag.clone())];
    let asked = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let bare = tag.trim_start_matches("W/");
    if asked.split(',').any(|known| known.trim().trim_start_matches("W/") == bare) {
        return (StatusCode::NOT_MODIFIED, kept).into_response();
    }
    (kept, [(header::CONTENT_TYPE, MEDIA_TYPE)], text).into_response()
}
