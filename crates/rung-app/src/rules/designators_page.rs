//! What the topic digits of activity numbers mean.

use super::{parts, references, serve};
use crate::{
    Site,
    shell::{Frame, Page, Room, words},
};
use axum::{extract::State, response::Response};
use maud::html;
use rung_atlas::facts_of_designators;
use rung_words::{Iso, say};

/// `GET /bodies/acpe`
pub async fn page(State(site): State<Site>, frame: Frame) -> Response {
    let catalog = site.catalog();
    let facts = facts_of_designators(frame.words, catalog);
    let body = html! {
        (parts::crumbs(&frame, &[]))
        header.title {
            h1 { (say!(frame.words, "rulebook-designators")) }
            p.lead { (say!(frame.words, "rulebook-designators-lead")) }
            @if let Some(checked) = catalog.acpe_checked { p.checked { (frame.sentence(&words::capital(&say!(frame.words, "rulebook-checked", day = Iso(checked))))) "." } }
        }
        section.sheet.in-columns aria-label=(say!(frame.words, "rulebook-designators-list")) {
            ul.entries {
                @for (fact, topic) in facts.iter().zip(&catalog.designated_topics) {
                    li.entry #(fact.address.anchor()) {
                        div.says {
                            p.name { a href={ "/" (fact.address) } { (frame.sentence(&fact.name)) } }
                            p { (frame.sentence(&fact.says)) }
                        }
                        div.margin {
                            p.cited {
                                @for (n, source) in catalog.acpe_sources.iter().enumerate().filter(|(_, source)| topic.sources.contains(&source.id)) {
                                    (frame.link_out(source.url.as_deref(), &source.title))
                                    " " span.number { "[" (n + 1) "]" } " "
                                }
                            }
                        }
                    }
                }
            }
        }
        @if !catalog.acpe_open_questions.is_empty() {
            section.sheet aria-labelledby="open-questions" {
                h2 #open-questions { (say!(frame.words, "rulebook-open-questions")) }
                ul.plain { @for question in &catalog.acpe_open_questions { li { (frame.quote(question)) } } }
            }
        }
        section.references aria-labelledby="sources" {
            h2 #sources { (say!(frame.words, "rulebook-sources")) }
            ol { @for source in &catalog.acpe_sources { li { (references::described(&frame, source)) } } }
        }
    };
    serve::answer(&frame, Page::new(say!(frame.words, "rulebook-designators"), body).within(Room::Rules))
}
