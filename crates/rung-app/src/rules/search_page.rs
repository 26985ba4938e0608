//! Finding by words. The script asks for this very page while one types, and shows its list.

use super::{parts, serve};
use crate::{
    Site,
    shell::{Frame, Page, Room, components, words},
};
use axum::{
    extract::{Query, State},
    response::Response,
};
use maud::{Markup, html};
use rung_atlas::Found;
use rung_words::{Part, Words, say};
use serde::Deserialize;

/// A longer question is cut.
const LONGEST: usize = 200;
/// So many are shown.
const SHOWN: usize = 40;

/// What is asked.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    q: String,
}

/// `GET /search?q=`
pub async fn page(State(site): State<Site>, Query(asked): Query<Asked>, frame: Frame) -> Response {
    let query: String = asked.q.chars().take(LONGEST).collect();
    let found = site.library(frame.language).index().search(&query);
    let body = html! {
        (parts::crumbs(&frame, &[]))
        header.title { h1 { (say!(frame.words, "rulebook-search")) } }
        (parts::search_field(&frame, &query))
        (parts::search_place(results(&frame, &query, &found)))
    };
    let title = match query.trim() {
        "" => say!(frame.words, "rulebook-search"),
        query => say!(frame.words, "rulebook-search-title", query = query),
    };
    serve::answer(&frame, Page::new(&title, body).within(Room::Rules))
}

fn results(frame: &Frame, query: &str, found: &[Found<'_>]) -> Markup {
    if query.trim().is_empty() {
        return html! { p.quiet { (say!(frame.words, "rulebook-search-hint")) } };
    }
    if found.is_empty() {
        return html! {
            div.card {
                p { (components::icon(components::State::Unknown)) " " (say!(frame.words, "rulebook-search-nothing")) }
                p.quiet { (say!(frame.words, "rulebook-search-fewer")) " " a href="/rules" { (say!(frame.words, "rulebook-search-map")) } }
            }
        };
    }
    let many = if found.len() > SHOWN {
        say!(frame.words, "rulebook-search-best", count = SHOWN)
    } else {
        say!(frame.words, "rulebook-search-results", count = found.len())
    };
    html! {
        p.count { (many) }
        ol.results { @for one in found.iter().take(SHOWN) { li { (result(frame, query, one)) } } }
    }
}

fn result(frame: &Frame, query: &str, found: &Found<'_>) -> Markup {
    let is_page = !found.address.is_place();
    let is_rules = matches!(found.address.shelf(), "jurisdictions" | "bodies" | "credentials");
    html! {
        a href={ "/" (found.address) } { (marked(frame, &words::capital(found.name), query)) }
        p.eyebrow { (marked(frame, found.context, query)) @if is_page && is_rules { " · " (kind(frame.words, found.address.shelf())) } }
        @if !is_page || !is_rules { p { (marked(frame, found.text, query)) } }
    }
}

fn kind(words: &Words, shelf: &str) -> String {
    match shelf {
        "jurisdictions" => say!(words, "rulebook-is-jurisdiction"),
        "bodies" => say!(words, "rulebook-is-body"),
        _ => say!(words, "rulebook-is-credential"),
    }
}

fn marked(frame: &Frame, text: &str, query: &str) -> Markup {
    let marked = |text: &str| html! { @for (hit, piece) in rung_atlas::marked(query, text) { @if hit { mark { (piece) } } @else { (piece) } } };
    html! {
        @for part in rung_words::parts(text) {
            @match part {
                Part::Own(own) => (marked(own)),
                Part::English(own) => span lang=[frame.lang_of_english()] { (marked(own)) },
            }
        }
    }
}
