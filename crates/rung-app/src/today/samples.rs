//! The sample technicians: shown with what each has to show, loaded beside one's own record, and wholly removed.

use crate::{
    samples::Sample,
    shell::{
        Fault, Nothing, Page, Posted, Room, Visit, arc, components, obligation_state, without_copies,
        words::full_name,
    },
};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use rung_rules::evaluate;
use rung_words::say;
use serde::Deserialize;

/// More samples than this stand behind one line.
const AT_FIRST: usize = 6;

/// Which sample.
#[derive(Deserialize)]
pub struct Wish {
    name: String,
}

/// `GET /samples`
pub async fn page(visit: Visit) -> Result<Response, Fault> {
    visit
        .answer(|visit| {
            let words = visit.frame.words;
            let body = html! {
                h1 { (say!(words, "today-samples-title")) }
                p.lead { (say!(words, "today-samples-text")) }
                (list(visit, false))
            };
            Ok(Page::new(say!(words, "today-samples-title"), body).within(Room::Today))
        })
        .await
}

/// `POST /sample/load`
pub async fn load(visit: Visit, Posted(wish): Posted<Wish>) -> Result<Response, Fault> {
    let sample = visit.site.sample(&wish.name).ok_or_else(Fault::not_found)?;
    let note = visit.note(say!(visit.frame.words, "today-history-sample-loaded", name = sample.title()));
    visit.site.store().load_sample(sample.title(), &sample.record, sample.offerings.clone(), &note).await?;
    Ok(Redirect::to("/").into_response())
}

/// `POST /sample/remove`
pub async fn remove(visit: Visit, _: Posted<Nothing>) -> Result<Response, Fault> {
    visit.site.store().remove_sample().await?;
    Ok(without_copies(Redirect::to("/").into_response()))
}

/// All of them as cards; `folded`: most of them behind one line.
pub fn list(visit: &Visit, folded: bool) -> Markup {
    let words = visit.frame.words;
    let all = visit.site.samples();
    let cards = |samples: &[Sample]| {
        html! {
            ul.samples { @for sample in samples { li { (card(visit, sample)) } } }
        }
    };
    let (first, more) = all.split_at(if folded { all.len().min(AT_FIRST) } else { all.len() });
    html! {
        (cards(first))
        @if !more.is_empty() {
            details.refused {
                summary { (say!(words, "today-samples-more", count = more.len())) }
                (cards(more))
            }
        }
    }
}

/// A ring of what is asked of them, who they are, and what they show.
fn card(visit: &Visit, sample: &Sample) -> Markup {
    let words = visit.frame.words;
    let catalog = visit.catalog();
    let status = evaluate(&sample.record, catalog, visit.on());
    let arcs: Vec<components::Arc> =
        status.obligations.iter().flat_map(|obligation| &obligation.lines).filter_map(arc).collect();
    let lapsed = status.obligations.iter().any(|it| obligation_state(it) == components::State::Expired);
    visit.frame.form("/sample/load", html! {
        button.card.sample name="name" value=(sample.name) {
            (components::ring(words, &arcs))
            strong { (sample.title()) }
            @if let Some(shows) = sample.shows(catalog) { span.shows lang=[visit.frame.lang_of_english()] { (shows) } }
            span.holds lang=[visit.frame.lang_of_english()] {
                @for held in &sample.record.credentials {
                    span {
                        @match catalog.credential(held.credential.as_str()) {
                            Some(known) => (full_name(catalog, known)),
                            None => (held.credential),
                        }
                    }
                }
            }
            span.quiet {
                (say!(words, "today-sample-counts", credits = sample.record.credits.len(), work = sample.record.work.len()))
                @if lapsed { " · " (say!(words, "today-sample-lapsed")) }
            }
        }
    })
}
