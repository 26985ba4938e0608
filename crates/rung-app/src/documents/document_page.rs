//! One document: what is on it, and what it belongs to.

use super::owner::{Owner, Owners};
use crate::shell::{
    Fault, Page, Posted, Room, Visit, components::field, conflict, upload, with_query, words::capital,
};
use axum::{extract::Path, http::StatusCode, response::Response};
use maud::{Markup, html};
use rung_store::{Basis, Change, Document, Kept, MediaType, StoreError, Version};
use rung_words::say;
use serde::Deserialize;

/// So many of the newest credits can be chosen from; the others are linked from their own pages.
const MOST_CHOICES: usize = 200;
/// So much of a document's text is shown.
const MOST_LETTERS: usize = 3_000;

/// What it is to belong to, or no longer, and the version that was read.
#[derive(Deserialize)]
pub struct Link {
    version: String,
    owner: String,
}

/// The version that was read.
#[derive(Deserialize)]
pub struct At {
    version: String,
}

/// `GET /documents/{id}`
pub async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Fault> {
    shown(&visit, &id, None).await
}

/// `POST /documents/{id}/link`
pub async fn link(
    visit: Visit,
    Path(id): Path<String>,
    Posted(link): Posted<Link>,
) -> Result<Response, Fault> {
    let owner = Owner::read(&link.owner).ok_or_else(Fault::not_found)?;
    if !Owners::of(&visit).await?.have(&owner) {
        return Err(Fault::not_found());
    }
    let document = find(&visit, &id)?;
    let mut linked = document.value.clone();
    if !linked.links.contains(&(owner.0, owner.1.clone())) {
        linked.links.push((owner.0, owner.1));
    }
    let title = say!(visit.frame.words, "documents-history-linked", name = &linked.name);
    put(&visit, &id, &linked, &link.version, title).await
}

/// `POST /documents/{id}/unlink`
pub async fn unlink(
    visit: Visit,
    Path(id): Path<String>,
    Posted(link): Posted<Link>,
) -> Result<Response, Fault> {
    let owner = Owner::read(&link.owner).ok_or_else(Fault::not_found)?;
    let mut free = find(&visit, &id)?.value.clone();
    free.links.retain(|(kind, id)| !(*kind == owner.0 && *id == owner.1));
    let title = say!(visit.frame.words, "documents-history-unlinked", name = &free.name);
    put(&visit, &id, &free, &link.version, title).await
}

async fn put(
    visit: &Visit,
    id: &str,
    document: &Document,
    version: &str,
    title: String,
) -> Result<Response, Fault> {
    let basis = Basis::At(version.parse()?);
    match visit.change_unless_stale(title, Change::new().put(id, document, basis)).await? {
        Ok(done) => Ok(visit.done(done.version, &upload::address(id))),
        Err(_) => shown(visit, id, Some(conflict::look_again(&visit.frame))).await,
    }
}

/// `POST /documents/{id}/remove`: only what belongs to nothing is removed.
pub async fn remove(visit: Visit, Path(id): Path<String>, Posted(at): Posted<At>) -> Result<Response, Fault> {
    let read_at: Version = at.version.parse()?;
    let name = find(&visit, &id)?.value.name.clone();
    let note = visit.note(say!(visit.frame.words, "documents-history-removed", name = name));
    match visit.site.store().remove_document(visit.person, &id, read_at, &note).await {
        Ok(done) => Ok(visit.done(done.version, "/documents")),
        // Linked since it was read, or changed otherwise: either way the page shows it.
        Err(StoreError::Conflict(_) | StoreError::Refused(_)) => {
            shown(&visit, &id, Some(conflict::look_again(&visit.frame))).await
        }
        Err(error) => Err(error.into()),
    }
}

fn find<'v>(visit: &'v Visit, id: &str) -> Result<&'v Kept<Document>, Fault> {
    visit.kept().documents.iter().find(|document| document.id == id).ok_or_else(Fault::not_found)
}

async fn shown(visit: &Visit, id: &str, notice: Option<Markup>) -> Result<Response, Fault> {
    // Read anew, because a change that was refused came after what the visit knows.
    let document =
        visit.site.store().part::<Document>(visit.person, id).await?.ok_or_else(Fault::not_found)?;
    // A file that was damaged on the disk is told on its page, where it can be unlinked and removed.
    let text = visit.site.store().document_text(visit.person, id).await.map_err(|error| error.to_string());
    let owners = Owners::of(visit).await?;
    let code = if notice.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let shown = Shown { visit, owners: &owners, document: &document, text: &text };
    Ok(visit.show(shown.page(notice).with_status(code)))
}

struct Shown<'s> {
    visit: &'s Visit,
    owners: &'s Owners<'s>,
    document: &'s Kept<Document>,
    /// What can be read of it, or why its file cannot be read at all.
    text: &'s Result<Option<String>, String>,
}

impl Shown<'_> {
    fn page(&self, notice: Option<Markup>) -> Page {
        let words = self.visit.frame.words;
        let document = &self.document.value;
        let body = html! {
            div.headline {
                h1.document-name { (document.name) }
                div.actions {
                    a.button href=(self.file()) { (say!(words, "documents-open")) }
                    @if document.links.is_empty() { (self.removal()) }
                }
            }
            @if let Some(notice) = notice { (notice) }
            p.quiet {
                (say!(words, "documents-facts", kind = document.media_type.ending().to_uppercase(), size = upload::size(words, document.size),
                    day = self.visit.day_of(document.added)))
                " " a href="/documents" { (say!(words, "documents-all")) }
            }
            (self.belongs_to())
            (self.preview())
            details.refused {
                summary { (say!(words, "documents-hash")) }
                p { code { (document.sha256) } }
            }
        };
        Page::new(document.name.clone(), body).within(Room::Education)
    }

    fn file(&self) -> String {
        format!("{}/file", upload::address(&self.document.id))
    }

    fn action(&self, what: &str) -> String {
        format!("{}/{what}", upload::address(&self.document.id))
    }

    fn removal(&self) -> Markup {
        self.visit.frame.form(
            &self.action("remove"),
            html! {
                (conflict::basis_field(Some(self.document.version)))
                button.button.quiet { (say!(self.visit.frame.words, "documents-remove")) }
            },
        )
    }

    fn belongs_to(&self) -> Markup {
        let words = self.visit.frame.words;
        let links: Vec<Owner> =
            self.document.value.links.iter().map(|(kind, id)| Owner(*kind, id.clone())).collect();
        let choices: Vec<(Owner, String)> = self.owners.choices(MOST_CHOICES);
        let choices: Vec<&(Owner, String)> =
            choices.iter().filter(|(owner, _)| !links.contains(owner)).collect();
        html! {
            section.card aria-labelledby="belongs" {
                h2 #belongs { (say!(words, "documents-belongs-to")) }
                @if links.is_empty() {
                    p { (say!(words, "documents-unlinked-text")) }
                    p { a.button.quiet href=(with_query("/education/credits/new", &[("document", &self.document.id)])) { (say!(words, "documents-make-credit")) } }
                } @else {
                    ul.links {
                        @for owner in &links {
                            li {
                                @if self.owners.have(owner) { a href=(owner.address()) { (self.owners.name(owner)) } } @else { (self.owners.name(owner)) }
                                (self.visit.frame.form(&self.action("unlink"), html! {
                                    (conflict::basis_field(Some(self.document.version)))
                                    input type="hidden" name="owner" value=(owner.text());
                                    button.button.quiet.small { (say!(words, "documents-unlink")) }
                                }))
                            }
                        }
                    }
                    p.quiet { (say!(words, "documents-remove-after-unlinking")) }
                }
                @if !choices.is_empty() {
                    (self.visit.frame.form(&self.action("link"), html! {
                        (conflict::basis_field(Some(self.document.version)))
                        div.link-to {
                            (field("owner", &say!(words, "documents-link-to"), "", None, |_| html! {
                                select #owner name="owner" { @for (owner, name) in &choices { option value=(owner.text()) { (name) } } }
                            }))
                            button.button.quiet { (say!(words, "documents-link")) }
                        }
                    }))
                }
            }
        }
    }

    /// The picture, or the text that can be read; nothing of a document is run or framed.
    fn preview(&self) -> Markup {
        let words = self.visit.frame.words;
        let document = &self.document.value;
        html! {
            section.card aria-labelledby="preview" {
                h2 #preview { (say!(words, "documents-preview")) }
                @match (document.media_type, self.text) {
                    (_, Err(why)) => p lang=[self.visit.frame.lang_of_english()] { (capital(why)) },
                    (MediaType::Pdf, Ok(Some(text))) => {
                        p.quiet { (say!(words, "documents-text")) }
                        pre.paper tabindex="0" { (text.chars().take(MOST_LETTERS).collect::<String>()) }
                    }
                    (MediaType::Pdf, Ok(None)) => p { (say!(words, "documents-no-text")) },
                    _ => img.paper src=(self.file()) alt=(say!(words, "documents-picture", name = &document.name));,
                }
            }
        }
    }
}
