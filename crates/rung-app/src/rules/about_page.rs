//! What the answers stand on: every authority with its sources, and what is not settled.

use super::{references::dated, serve};
use crate::{
    Site,
    shell::{Frame, Page, Room, words},
};
use axum::{extract::State, response::Response};
use maud::{Markup, html};
use rung_catalog::{Authority, Catalog, Source};
use rung_words::{Iso, say};

/// `GET /about`
pub async fn page(State(site): State<Site>, frame: Frame) -> Response {
    let catalog = site.catalog();
    let body = html! {
        div.headline { div { h1 { (say!(frame.words, "rulebook-sources")) } } }
        p.summary {
            (say!(frame.words, "rulebook-sources-lead")) " " (rung_rules::words::disclaimer(frame.words))
        }
        @for (title, jurisdictions) in [(say!(frame.words, "rulebook-bodies"), false), (say!(frame.words, "rulebook-states"), true)] {
            @let members: Vec<_> = catalog.authorities.iter().enumerate()
                .filter(|(_, authority)| authority.is_jurisdiction == jurisdictions).collect();
            @if !members.is_empty() {
                section.authorities {
                    h2 { (title) }
                    @for (index, authority) in members { (room(&frame, catalog, index, authority)) }
                }
            }
        }
        @if !catalog.acpe_sources.is_empty() {
            section.authorities {
                h2 { (say!(frame.words, "rulebook-activity-numbers")) }
                details.authority {
                    summary { span.what { (say!(frame.words, "rulebook-acpe-numbers")) } }
                    div.proof { (sources(&frame, &catalog.acpe_sources)) (open_questions(&frame, catalog.acpe_open_questions.iter().map(String::as_str))) }
                }
            }
        }
    };
    serve::answer(&frame, Page::new(say!(frame.words, "rulebook-sources"), body).within(Room::Rules))
}

fn room(frame: &Frame, catalog: &Catalog, index: usize, authority: &Authority) -> Markup {
    let credentials = catalog.credentials.iter().filter(|credential| credential.authority == index);
    html! {
        details.authority {
            summary {
                span.what { (authority.name) }
                span.quiet { (words::confidence(frame.words, authority.confidence)) ", " (frame.sentence(&say!(frame.words, "rulebook-checked", day = Iso(authority.checked)))) }
            }
            div.proof {
                p { (frame.english(&authority.body)) }
                h3 { (say!(frame.words, "rulebook-credentials")) }
                ul { @for credential in credentials { li { (frame.english(&credential.title)) " " code { (credential.id) } } } }
                (sources(frame, &authority.sources))
                (open_questions(frame, authority.open_questions.iter().map(|question| question.ask.as_str())))
            }
        }
    }
}

fn sources(frame: &Frame, sources: &[Source]) -> Markup {
    html! {
        h3 { (say!(frame.words, "rulebook-read")) }
        ul {
            @for source in sources {
                li {
                    (frame.link_out(source.url.as_deref(), &source.title))
                    " " span.quiet { "(" (dated(frame, source)) ")" }
                }
            }
        }
    }
}

fn open_questions<'a>(frame: &Frame, questions: impl Iterator<Item = &'a str>) -> Markup {
    let questions: Vec<&str> = questions.collect();
    html! {
        @if !questions.is_empty() {
            h3 { (say!(frame.words, "rulebook-open-questions")) }
            ul { @for question in questions { li { (frame.quote(question)) } } }
        }
    }
}
