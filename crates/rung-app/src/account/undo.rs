//! Taking back.

use crate::shell::{Fault, LocalAddress, Posted, Visit};
use axum::response::Response;
use rung_store::{Batch, StoreError, Version};
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
    let title = match batch.filter(|batch| batch.version == version) {
        Some(batch) => title(&visit, batch).await?,
        None => String::new(),
    };
    let done = visit.site.store().undo(visit.person, version, &visit.note(title)).await?;
    Ok(visit.done(done.version, wish.back.as_str()))
}

/// An undo of an undo is told by what it does again, however often it goes to and fro.
async fn title(visit: &Visit, batch: Batch) -> Result<String, StoreError> {
    let (beneath, is_there) = visit.site.store().beneath_undos(visit.person, batch).await?;
    let words = visit.frame.words;
    Ok(if is_there {
        say!(words, "account-history-redone", what = beneath.title)
    } else {
        say!(words, "account-history-undid", what = beneath.title)
    })
}
