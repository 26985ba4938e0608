//! The stylesheet, the script and the icon, inside the binary and kept by browsers for good: a changed file has
//! another name.

use super::Fault;
use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::{
    hash::{DefaultHasher, Hash, Hasher},
    sync::LazyLock,
};

/// One file that pages refer to.
pub struct Asset {
    stem: &'static str,
    ending: &'static str,
    media_type: &'static str,
    content: &'static str,
    /// Tells one content from another; no secret depends on it.
    hash: LazyLock<String>,
}

macro_rules! asset {
    ($stem:literal, $ending:literal, $media_type:literal) => {
        Asset {
            stem: $stem,
            ending: $ending,
            media_type: $media_type,
            content: include_str!(concat!("../../assets/", $stem, ".", $ending)),
            hash: LazyLock::new(|| hash_of(include_str!(concat!("../../assets/", $stem, ".", $ending)))),
        }
    };
}

/// How everything looks.
pub static STYLE: Asset = asset!("rung", "css", "text/css; charset=utf-8");
/// What makes the pages quicker to use; they are whole without it.
pub static SCRIPT: Asset = asset!("rung", "js", "text/javascript; charset=utf-8");
/// The palette, loaded when it is first opened.
pub static PALETTE: Asset = asset!("palette", "js", "text/javascript; charset=utf-8");
/// The ladder.
pub static ICON: Asset = asset!("icon", "svg", "image/svg+xml");

fn hash_of(content: &str) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

impl Asset {
    /// Where a page finds it: `/assets/rung.0123456789abcdef.css`.
    pub fn address(&self) -> String {
        format!("/assets/{}", self.name())
    }

    fn name(&self) -> String {
        format!("{}.{}.{}", self.stem, *self.hash, self.ending)
    }
}

/// `GET /assets/{file}`
pub async fn file(Path(name): Path<String>, headers: HeaderMap) -> Result<Response, Fault> {
    let asset = [&STYLE, &SCRIPT, &PALETTE, &ICON].into_iter().find(|asset| asset.name() == name);
    let asset = asset.ok_or_else(Fault::not_found)?;
    let tag = format!("\"{}\"", *asset.hash);
    let kept = [
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable".to_owned()),
        (header::ETAG, tag.clone()),
    ];
    let asked = headers.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    // Proxies and compression mark a tag as weak; for an equal file that changes nothing.
    if asked.split(',').any(|known| known.trim().trim_start_matches("W/") == tag) {
        return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
    }
    Ok((kept, [(header::CONTENT_TYPE, asset.media_type)], asset.content).into_response())
}
