//! What the answers stand on: every authority with its sources, and what is not settled.

use super::serve;
use crate::{
    Site,
    shell::{Frame, Page, Room, components, words},
};
use axum::{extract::State, response::Response};
use maud::{Markup, html};
use rung_catalog::{Authority, Catalog, Source};

/// `GET /about`
pub async fn page(State(site): State<Site>, frame: Frame) -> Response {
    let catalog = site.catalog();
    let body = html! {
        div.headline { div { h1 { "Sources" } } }
        p.summary {
            "What Rung says stands on the texts below, as they read on the day named. " (rung_rules::words::disclaimer(words::english()))
        }
        @for (title, jurisdictions) in [("Certifying bodies", false), ("States", true)] {
            @let members: Vec<_> = catalog.authorities.iter().enumerate()
                .filter(|(_, authority)| authority.is_jurisdiction == jurisdictions).collect();
            @if !members.is_empty() {
                section.authorities {
                    h2 { (title) }
                    @for (index, authority) in members { (room(catalog, index, authority)) }
                }
            }
        }
        @if !catalog.acpe_sources.is_empty() {
            section.authorities {
                h2 { "Activity numbers" }
                details.authority {
                    summary { span.what { "ACPE universal activity numbers" } }
                    div.proof { (sources(&catalog.acpe_sources)) (open_questions(catalog.acpe_open_questions.iter().map(String::as_str))) }
                }
            }
        }
    };
    serve::answer(&frame, Page::new("Sources", body).within(Room::Rules))
}

fn room(catalog: &Catalog, index: usize, authority: &Authority) -> Markup {
    let credentials = catalog.credentials.iter().filter(|credential| credential.authority == index);
    html! {
        details.authority {
            summary {
                span.what { (authority.name) }
                span.quiet { (authority.confidence.as_str()) " confidence, checked " (words::day(authority.checked)) }
            }
            div.proof {
                p { (authority.body) }
                h3 { "Credentials" }
                ul { @for credential in credentials { li { (credential.title) " " code { (credential.id) } } } }
                (sources(&authority.sources))
                (open_questions(authority.open_questions.iter().map(|question| question.ask.as_str())))
            }
        }
    }
}

fn sources(sources: &[Source]) -> Markup {
    html! {
        h3 { "Read" }
        ul {
            @for source in sources {
                li {
                    (components::link_out(source.url.as_deref(), &source.title))
                    " " span.quiet { "(" (words::tier(source.tier)) @if let Some(dated) = &source.dated { ", of " (dated) } ")" }
                }
            }
        }
    }
}

fn open_questions<'a>(questions: impl Iterator<Item = &'a str>) -> Markup {
    let questions: Vec<&str> = questions.collect();
    html! {
        @if !questions.is_empty() {
            h3 { "Not settled yet" }
            ul { @for question in questions { li { (words::sentence(question)) } } }
        }
    }
}
