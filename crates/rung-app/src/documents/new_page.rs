//! Taking a document in.

use super::owner::{Owner, Owners};
use crate::shell::{Fault, Page, PostedFiles, Room, Visit, upload};
use axum::{extract::Query, http::StatusCode, response::Response};
use maud::html;
use rung_words::say;
use serde::Deserialize;

const ADDRESS: &str = "/documents/new";

/// `?for=credit:c1`, `?for=credential:credential-5-1`
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    #[serde(rename = "for")]
    belongs_to: String,
}

/// `GET /documents/new?for=…`
pub async fn page(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, Fault> {
    let owners = Owners::of(&visit).await?;
    let owner = Owner::read(&wish.belongs_to).filter(|owner| owners.have(owner));
    Ok(visit.show(form(&owners, &visit, owner.as_ref(), None)))
}

/// `POST /documents/new`: back to what it belongs to, or else to the document's own page.
pub async fn send(visit: Visit, posted: PostedFiles) -> Result<Response, Fault> {
    let owners = Owners::of(&visit).await?;
    // What was removed meanwhile owns nothing: the document is kept all the same.
    let owner = Owner::read(posted.text("for")).filter(|owner| owners.have(owner));
    let links: Vec<_> = owner.iter().map(|Owner(kind, id)| (*kind, id.clone())).collect();
    let kept = match posted.file("file") {
        Some(file) => upload::keep(&visit, file, &links).await?,
        None => Err(say!(visit.frame.words, "documents-fault-none")),
    };
    match kept {
        Ok(kept) => {
            let next = owner.map_or_else(|| upload::address(&kept.id), |owner| owner.address());
            Ok(visit.done(kept.version, &next))
        }
        Err(fault) => {
            let page = form(&owners, &visit, owner.as_ref(), Some(&fault));
            Ok(visit.show(page.with_status(StatusCode::UNPROCESSABLE_ENTITY)))
        }
    }
}

fn form(owners: &Owners<'_>, visit: &Visit, owner: Option<&Owner>, fault: Option<&str>) -> Page {
    let (frame, words) = (&visit.frame, visit.frame.words);
    let title = say!(words, "documents-new-title");
    let fields = html! {
        @if let Some(owner) = owner {
            input type="hidden" name="for" value=(owner.text());
            p { (say!(words, "documents-will-belong-to")) " " strong { (owners.name(owner)) } "." }
        } @else {
            p { (say!(words, "documents-new-text")) }
        }
        (upload::field(frame, &say!(words, "documents-file"), fault, true))
        div.actions {
            button.button { (say!(words, "documents-keep")) }
            a.button.quiet href=(owner.map_or_else(|| "/documents".to_owned(), Owner::address)) { (say!(words, "documents-cancel")) }
        }
    };
    let body = html! {
        div.headline { h1 { (title) } }
        section.card.document-form { (frame.form_with_files(ADDRESS, fields)) }
    };
    Page::new(title, body).within(Room::Education)
}
