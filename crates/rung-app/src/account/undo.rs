//! Taking back.

use crate::shell::{Fault, LocalAddress, Posted, Visit};
use axum::response::Response;
use rung_store::Version;
use rung_words::say;
use serde::Deserialize;

/// What is taken back, and where the reader was.
#[derive(Deserialize)]
pub struct Wish {
    version: String,
    #[serde(default)]
    back: LocalAddress,
}

/// `POST /undo`: takes one batch of changes back. That is a batch of its own, and can be undone like any other.
pub async fn undo(visit: Visit, Posted(wish): Posted<Wish>) -> Result<Response, Fault> {
    let version: Version = wish.version.parse()?;
    let batch = visit.site.store().history(visit.person, Some(version.next()), 1).await?.pop();
    let what = batch.filter(|batch| batch.version == version).map(|batch| batch.title).unwrap_or_default();
    let title = say!(visit.frame.words, "account-history-undid", what = what);
    let done = visit.site.store().undo(visit.person, version, &visit.note(title)).await?;
    Ok(visit.done(done.version, wish.back.as_str()))
}
