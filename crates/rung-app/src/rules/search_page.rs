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
    let found = site.library().index().search(&query);
    let body = html! {
        (parts::crumbs(&[]))
        header.title { h1 { "Search" } }
        (parts::search_field(&query))
        (parts::search_place(results(&query, &found)))
    };
    let title =
        if query.trim().is_empty() { "Search".to_owned() } else { format!("{}: search", query.trim()) };
    serve::answer(&frame, Page::new(&title, body).within(Room::Rules))
}

fn results(query: &str, found: &[Found<'_>]) -> Markup {
    if query.trim().is_empty() {
        return html! { p.quiet { "Type a word or two: a state, a credential, a topic, a duty." } };
    }
    if found.is_empty() {
        return html! {
            div.card {
                p { (components::icon(components::State::Unknown)) " Nothing has all of these words." }
                p.quiet { "Try fewer or other words. " a href="/rules" { "Or look at the map." } }
            }
        };
    }
    let many = if found.len() > SHOWN {
        format!("The best {SHOWN}")
    } else {
        words::count(found.len(), "result", "results")
    };
    html! {
        p.count { (many) }
        ol.results { @for one in found.iter().take(SHOWN) { li { (result(query, one)) } } }
    }
}

fn result(query: &str, found: &Found<'_>) -> Markup {
    let is_page = !found.address.is_place();
    let is_rules = matches!(found.address.shelf(), "jurisdictions" | "bodies" | "credentials");
    html! {
        a href={ "/" (found.address) } { (marked(&words::capital(found.name), query)) }
        p.eyebrow { (marked(found.context, query)) @if is_page && is_rules { " · " (kind(found.address.shelf())) } }
        @if !is_page || !is_rules { p { (marked(found.text, query)) } }
    }
}

fn kind(shelf: &str) -> &'static str {
    match shelf {
        "jurisdictions" => "jurisdiction",
        "bodies" => "certifying body",
        _ => "credential",
    }
}

fn marked(text: &str, query: &str) -> Markup {
    html! { @for (hit, piece) in rung_atlas::marked(query, text) { @if hit { mark { (piece) } } @else { (piece) } } }
}
