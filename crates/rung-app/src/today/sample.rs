//! A sample technician: loaded beside one's own record, and wholly removed.

use crate::shell::{Fault, Nothing, Posted, Visit};
use axum::response::{IntoResponse, Redirect, Response};
use rung_words::say;
use serde::Deserialize;

/// Which sample.
#[derive(Deserialize)]
pub struct Wish {
    name: String,
}

/// `POST /sample/load`
pub async fn load(visit: Visit, Posted(wish): Posted<Wish>) -> Result<Response, Fault> {
    let sample = visit.site.sample(&wish.name).ok_or_else(Fault::not_found)?;
    let note = visit.note(say!(visit.frame.words, "today-history-sample-loaded", name = sample.title()));
    visit.site.store().load_sample(sample.title(), &sample.record, sample.offerings.clone(), &note).await?;
    Ok(Redirect::to("/").into_response())
}

/// `POST /sample/remove`
pub async fn remove(visit: Visit, _: Posted<Nothing>) -> Result<Response, Fault> {
    visit.site.store().remove_sample().await?;
    Ok(Redirect::to("/").into_response())
}
