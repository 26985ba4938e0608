//! All documents, the newest first, with their sizes and what they belong to.

use super::owner::{Owner, Owners};
use crate::shell::{Fault, Page, Room, Visit, components, upload, with_query};
use axum::{extract::Query, response::Response};
use maud::{Markup, html};
use rung_store::{Document, Kept};
use rung_words::say;
use serde::Deserialize;

/// Documents on a page.
const PER_PAGE: usize = 50;

/// `?page=2`
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    page: String,
}

/// `GET /documents?page=…`
pub async fn page(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, Fault> {
    let owners = Owners::of(&visit).await?;
    let body = if visit.kept().documents.is_empty() {
        empty(&visit)
    } else {
        body(&owners, &visit, wish.page.parse().unwrap_or(1))
    };
    let page = Page::new(say!(visit.frame.words, "documents-title"), body).within(Room::Education);
    Ok(visit.show(page))
}

fn empty(visit: &Visit) -> Markup {
    let words = visit.frame.words;
    components::empty_state(
        &say!(words, "documents-empty"),
        &say!(words, "documents-empty-text"),
        html! { a.button href="/documents/new" { (say!(words, "documents-add")) } },
    )
}

fn body(owners: &Owners<'_>, visit: &Visit, number: usize) -> Markup {
    let words = visit.frame.words;
    let documents = &visit.kept().documents;
    let of = documents.len().div_ceil(PER_PAGE);
    let number = number.clamp(1, of);
    let some = documents.iter().rev().skip((number - 1) * PER_PAGE).take(PER_PAGE);
    let rows: Vec<Vec<Markup>> = some.map(|document| row(owners, visit, document)).collect();
    let columns = [
        say!(words, "documents-column-name"),
        say!(words, "documents-column-belongs-to"),
        say!(words, "documents-column-added"),
        say!(words, "documents-column-size"),
    ];
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let all: u64 = documents.iter().map(|document| document.value.size).sum();
    html! {
        div.headline {
            h1 { (say!(words, "documents-title")) }
            div.actions {
                a.button href="/documents/new" { (say!(words, "documents-add")) }
                a.button.quiet href="/education/credits" { (say!(words, "documents-to-credits")) }
            }
        }
        p.summary { (say!(words, "documents-found", count = documents.len(), size = upload::size(words, all))) }
        (components::table(&say!(words, "documents-caption"), &columns, &rows))
        (components::pages(&visit.frame, number, of, |number| with_query("/documents", &[("page", &number.to_string())])))
    }
}

fn row(owners: &Owners<'_>, visit: &Visit, document: &Kept<Document>) -> Vec<Markup> {
    let words = visit.frame.words;
    let belongs = document.value.links.iter().map(|(kind, id)| Owner(*kind, id.clone()));
    let belongs: Vec<Owner> = belongs.filter(|owner| owners.have(owner)).collect();
    let added = visit.day_of(document.value.added);
    vec![
        html! { a href=(upload::address(&document.id)) { (document.value.name) } },
        html! {
            @if belongs.is_empty() { span.quiet { (say!(words, "documents-belongs-to-nothing")) } }
            @else { span { @for owner in &belongs { a.owner href=(owner.address()) { (owners.name(owner)) } } } }
        },
        visit.frame.day(added),
        html! { (upload::size(words, document.value.size)) },
    ]
}
