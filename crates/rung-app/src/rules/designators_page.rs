//! What the topic digits of activity numbers mean.

use super::{parts, references, serve};
use crate::{
    Site,
    shell::{Frame, Page, Room, components, words},
};
use axum::{extract::State, response::Response};
use maud::html;
use rung_atlas::facts_of_designators;

/// `GET /bodies/acpe`
pub async fn page(State(site): State<Site>, frame: Frame) -> Response {
    let catalog = site.catalog();
    let facts = facts_of_designators(catalog);
    let body = html! {
        (parts::crumbs(&[]))
        header.title {
            h1 { "ACPE topic designators" }
            p.lead { "The two digits after the L or H of an activity number tell its topic." }
            @if let Some(checked) = catalog.acpe_checked { p.checked { "Checked " (words::day(checked)) "." } }
        }
        section.sheet.in-columns aria-label="Designators" {
            ul.entries {
                @for (fact, topic) in facts.iter().zip(&catalog.designated_topics) {
                    li.entry #(fact.address.anchor()) {
                        div.says {
                            p.name { a href={ "/" (fact.address) } { (fact.name) } }
                            p { (words::sentence(&fact.says)) }
                        }
                        div.margin {
                            p.cited {
                                @for (n, source) in catalog.acpe_sources.iter().enumerate().filter(|(_, source)| topic.sources.contains(&source.id)) {
                                    (components::link_out(source.url.as_deref(), &source.title))
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
                h2 #open-questions { "Not settled yet" }
                ul.plain { @for question in &catalog.acpe_open_questions { li { (words::sentence(question)) } } }
            }
        }
        section.references aria-labelledby="sources" {
            h2 #sources { "Sources" }
            ol { @for source in &catalog.acpe_sources { li { (references::described(source)) } } }
        }
    };
    serve::answer(&frame, Page::new("ACPE topic designators", body).within(Room::Rules))
}
