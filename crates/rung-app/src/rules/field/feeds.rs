//! Feeds that a technician may follow.

use super::{crumbs, list, missing, questions, sources};
use crate::{
    Site,
    rules::serve,
    shell::{Fault, Frame, Page, Room, words},
};
use axum::{
    extract::{Path, State},
    response::{Redirect, Response},
};
use maud::{Markup, html};
use rung_catalog::field::{Feed, FeedKind};
use rung_words::say;

/// `GET /feeds`
pub async fn all(State(site): State<Site>, frame: Frame) -> Response {
    let frame = &frame;
    let feeds = &site.catalog().field().feeds;
    let body = html! {
        (crumbs(frame, None))
        header.title {
            h1 { (say!(frame.words, "field-feeds")) }
            p.lead { (say!(frame.words, "field-feeds-lead")) }
            (super::checked(frame, feeds.checked, feeds.confidence))
        }
        section.sheet.in-columns aria-label=(say!(frame.words, "field-feeds")) { ul.entries { @for feed in &feeds.feeds { (entry(frame, feed)) } } }
        (list(frame, "notes", &say!(frame.words, "field-good-to-know"), &feeds.notes.iter().map(|note| note.text.clone()).collect::<Vec<_>>()))
        (list(frame, "cautions", &say!(frame.words, "field-cautions"), &feeds.cautions))
        (questions(frame, &feeds.open_questions))
        (sources(frame, feeds, feeds.feeds.iter().map(|feed| &feed.cite)))
    };
    serve::answer(frame, Page::new(say!(frame.words, "field-feeds"), body).within(Room::Rules))
}

/// `GET /feeds/{id}`: its place in the list.
pub async fn one(State(site): State<Site>, Path(id): Path<String>, frame: Frame) -> Result<Redirect, Fault> {
    let feed = site.catalog().field().feed(&id).ok_or_else(|| missing(&frame, &site, "feeds", &id))?;
    Ok(Redirect::permanent(&format!("/feeds#{}", feed.id)))
}

fn entry(frame: &Frame, feed: &Feed) -> Markup {
    html! {
        li.entry.over[feed.stale] #(feed.id) {
            div.says {
                p.name { (frame.english(&feed.publisher)) }
                div {
                    p { (frame.link_out(feed.url.as_deref(), &words::capital(&feed.topic))) }
                    @if let Some(terms) = &feed.terms { p.quiet { (frame.sentence(&say!(frame.words, "field-feed-terms", terms = frame.words.english(terms)))) } }
                }
            }
            div.margin {
                p { (kind(frame, feed.kind)) @if feed.stale { ", " (say!(frame.words, "field-feed-stale")) } @if feed.built_from_pattern { ", " (say!(frame.words, "field-feed-built")) } }
                p { (frame.quote(&feed.seen)) }
            }
        }
    }
}

fn kind(frame: &Frame, kind: FeedKind) -> String {
    match kind {
        FeedKind::Rss => say!(frame.words, "field-feed-rss"),
        FeedKind::Atom => say!(frame.words, "field-feed-atom"),
        FeedKind::Json => say!(frame.words, "field-feed-json"),
        FeedKind::Html => say!(frame.words, "field-feed-html"),
        FeedKind::Email => say!(frame.words, "field-feed-email"),
    }
}
