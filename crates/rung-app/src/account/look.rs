//! Language and colours: kept by the browser, not in the record.

use crate::shell::{Frame, LocalAddress, Posted, Theme, with_cookie};
use axum::response::{IntoResponse, Redirect, Response};
use rung_words::Language;
use serde::Deserialize;

/// What was chosen, and where the reader was.
#[derive(Deserialize)]
pub struct Wish {
    language: Option<String>,
    theme: Option<String>,
    #[serde(default)]
    back: LocalAddress,
}

/// `POST /look`
pub async fn choose(Posted(wish): Posted<Wish>) -> Response {
    let language = wish.language.as_deref().and_then(Language::from_code).and_then(Frame::remember_language);
    let theme = wish.theme.as_deref().and_then(Theme::from_code).and_then(Frame::remember_theme);
    let back = Redirect::to(wish.back.as_str()).into_response();
    with_cookie(with_cookie(back, language), theme)
}
