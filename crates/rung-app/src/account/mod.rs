//! The record as a whole: taking it away and bringing it in, its history, backups, removal, and how the pages look.

mod as_it_was;
mod backups;
mod columns;
mod delete;
mod history;
mod import;
mod look;
mod overview;
mod parts;
mod preview;
mod stamp;
mod undo;
mod unread;

use crate::Site;
use axum::{
    Router,
    routing::{get, post},
};

/// Where these rooms are.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/record", get(overview::page))
        .route("/record/export", get(overview::export))
        .route("/record/import", get(import::page).post(import::bring))
        .route("/record/import/{ticket}", get(import::preview).post(import::confirm))
        .route("/record/history", get(history::page))
        .route("/record/history/{version}", get(history::batch))
        .route("/record/at/{version}", get(as_it_was::page).post(as_it_was::restore))
        .route("/record/backups", get(backups::page).post(backups::make))
        .route("/record/backups/{name}", get(backups::one).post(backups::restore))
        .route("/record/backups/{name}/file", get(backups::download))
        .route("/record/delete", get(delete::page).post(delete::delete))
        .route("/api/stamp", get(stamp::stamp))
        .route("/undo", post(undo::undo))
        .route("/look", post(look::choose))
}
