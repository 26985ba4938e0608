//! Certificates and other papers: kept, shown, and linked to the credits and credentials that they belong to.
//!
//! `list_page` lists them, `new_page` takes one in, `document_page` shows one and changes what it belongs to, `file`
//! hands out its bytes, `owner` names what it belongs to.

mod document_page;
mod file;
mod list_page;
mod new_page;
mod owner;

use crate::Site;
use axum::{
    Router,
    routing::{get, post},
};

/// Where these rooms are.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/documents", get(list_page::page))
        .route("/documents/new", get(new_page::page).post(new_page::send))
        .route("/documents/{id}", get(document_page::page))
        .route("/documents/{id}/file", get(file::send))
        .route("/documents/{id}/link", post(document_page::link))
        .route("/documents/{id}/unlink", post(document_page::unlink))
        .route("/documents/{id}/remove", post(document_page::remove))
}
