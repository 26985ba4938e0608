//! The places and deeds that the palette offers, in the reader's language; and what makes the site installable.

use super::{Frame, Room, assets};
use axum::{
    Json, Router,
    http::header,
    response::{IntoResponse, Response},
    routing::get,
};
use rung_words::say;
use serde_json::{Value, json};

/// Where they are.
pub fn routes<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/palette", get(palette))
        .route("/manifest.webmanifest", get(manifest))
        .route("/worker.js", get(worker))
}

/// `GET /palette`: the words of the palette, and each place with its keys: `g` and then a letter, anywhere on the site.
async fn palette(frame: Frame) -> Json<Value> {
    let words = frame.words;
    let rooms = Room::ALL.map(|room| {
        json!({"name": room.name(&frame), "address": room.address(), "keys": format!("g {}", room.key())})
    });
    let deeds = [
        ("/education/credits/new", say!(words, "shell-do-add-credit")),
        ("/education/credits", say!(words, "shell-do-credits")),
        ("/education/plan", say!(words, "shell-do-what-to-take")),
        ("/education/what-if", say!(words, "shell-do-what-if")),
        ("/certifications/new", say!(words, "shell-do-add-credential")),
        ("/certifications/eligibility", say!(words, "shell-do-eligibility")),
        ("/documents/new", say!(words, "shell-do-add-document")),
        ("/calendar", say!(words, "shell-do-calendar")),
        ("/record/import", say!(words, "shell-do-import")),
        ("/record/export", say!(words, "shell-do-export")),
        ("/record/history", say!(words, "shell-do-history")),
        ("/record/backups", say!(words, "shell-do-backups")),
    ];
    let deeds = deeds.into_iter().map(|(address, name)| json!({"name": name, "address": address}));
    let words = json!({
        "title": say!(words, "shell-palette-title"),
        "hint": say!(words, "shell-palette-hint"),
        "keys": say!(words, "shell-palette-keys"),
    });
    Json(json!({"words": words, "places": rooms.into_iter().chain(deeds).collect::<Vec<_>>()}))
}

/// `GET /manifest.webmanifest`
async fn manifest(frame: Frame) -> Response {
    let manifest = json!({
        "id": "/", "name": "Rung", "short_name": "Rung", "start_url": "/", "scope": "/", "display": "standalone",
        "lang": frame.language.code(), "description": say!(frame.words, "shell-manifest"),
        "background_color": "#faf9f5", "theme_color": "#0b5d50",
        "icons": [{"src": assets::ICON.address(), "sizes": "any", "type": "image/svg+xml", "purpose": "any"}],
    });
    let kept = [(header::CONTENT_TYPE, "application/manifest+json"), (header::CACHE_CONTROL, "no-cache")];
    (kept, manifest.to_string()).into_response()
}

/// `GET /worker.js`: at the top of the site, because a worker serves what lies below it.
async fn worker() -> Response {
    let kept =
        [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    (kept, include_str!("../../assets/worker.js")).into_response()
}
