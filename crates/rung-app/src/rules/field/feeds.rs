//! Feeds that a technician may follow.

use super::{crumbs, list, missing, questions, sources};
use crate::{
    Site,
    rules::serve,
    shell::{Fault, Frame, Page, Room, components, words},
};
use axum::{
    extract::{Path, State},
    response::{Redirect, Response},
};
use maud::{Markup, html};
use rung_catalog::field::{Feed, FeedKind};

/// `GET /feeds`
pub async fn all(State(site): State<Site>, frame: Frame) -> Response {
    let feeds = &site.catalog().field().feeds;
    let body = html! {
        (crumbs(None))
        header.title {
            h1 { "Feeds" }
            p.lead { "What regulators, boards and journals publish as it happens." }
            (super::checked(feeds.checked, feeds.confidence))
        }
        section.sheet.in-columns aria-label="Feeds" { ul.entries { @for feed in &feeds.feeds { (entry(feed)) } } }
        (list("notes", "Good to know", &feeds.notes.iter().map(|note| note.text.clone()).collect::<Vec<_>>()))
        (list("cautions", "Bear in mind", &feeds.cautions))
        (questions(&feeds.open_questions))
        (sources(feeds, feeds.feeds.iter().map(|feed| &feed.cite)))
    };
    serve::answer(&frame, Page::new("Feeds", body).within(Room::Rules))
}

/// `GET /feeds/{id}`: its place in the list.
pub async fn one(State(site): State<Site>, Path(id): Path<String>) -> Result<Redirect, Fault> {
    let feed = site.catalog().field().feed(&id).ok_or_else(|| missing(&site, "feeds", &id))?;
    Ok(Redirect::permanent(&format!("/feeds#{}", feed.id)))
}

fn entry(feed: &Feed) -> Markup {
    html! {
        li.entry.over[feed.stale] #(feed.id) {
            div.says {
                p.name { (feed.publisher) }
                div {
                    p { (components::link_out(feed.url.as_deref(), &words::capital(&feed.topic))) }
                    @if let Some(terms) = &feed.terms { p.quiet { "Terms: " (terms) } }
                }
            }
            div.margin {
                p { (kind(feed.kind)) @if feed.stale { ", no longer works" } @if feed.built_from_pattern { ", address built from a pattern" } }
                p { (words::sentence(&words::capital(&feed.seen))) }
            }
        }
    }
}

fn kind(kind: FeedKind) -> &'static str {
    match kind {
        FeedKind::Rss => "RSS",
        FeedKind::Atom => "Atom",
        FeedKind::Json => "JSON",
        FeedKind::Html => "A page to look at",
        FeedKind::Email => "By mail",
    }
}
