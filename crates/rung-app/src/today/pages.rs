//! What to do now; and before anything is told: what Rung is, how to begin, the samples.

use crate::{
    samples::Sample,
    shell::{Fault, Frame, Page, Room, Visit, words},
};
use axum::response::Response;
use maud::{Markup, html};
use rung_catalog::Catalog;
use rung_today::agenda::{self, Around, agenda};

/// More samples than this stand behind one line.
const SAMPLES_AT_FIRST: usize = 6;

/// `GET /`
pub async fn page(visit: Visit) -> Result<Response, Fault> {
    visit
        .answer(|visit| {
            Ok(if *visit.record() == rung_record::Record::default() {
                first_page(visit)
            } else {
                today(visit)
            })
        })
        .await
}

/// What there is to do.
fn today(visit: &Visit) -> Page {
    let catalog = visit.catalog();
    let todos = agenda(visit.record(), catalog, visit.on(), &Around::default());
    let body = html! {
        h1 { "Today" }
        ol { @for todo in &todos { li { (words::sentence(&agenda::words::title(todo, catalog))) } } }
    };
    Page::new("Today", body).within(Room::Today)
}

/// What Rung is, and how to begin.
fn first_page(visit: &Visit) -> Page {
    let site = &visit.site;
    let body = html! {
        div.hero {
            div {
                h1 { span { "Know what you owe." } " " span { "Reach the next rung." } }
                p.lead {
                    "Rung reads your record, holds it against the rules of your state and your certifying bodies, and \
                     shows what is met, what is missing and by when. Every line opens to its credits, its reason and \
                     its source."
                }
                (coverage(site.catalog()))
            }
        }
        section aria-labelledby="samples" {
            h2 #samples { "Or meet a sample technician" }
            (samples(visit))
        }
    };
    Page::new("Today", body).within(Room::Today)
}

fn coverage(catalog: &Catalog) -> Markup {
    let states = catalog.authorities.iter().filter(|authority| authority.is_jurisdiction).count();
    let bodies = catalog.authorities.len() - states;
    html! {
        p.coverage {
            a href="/about" {
                (words::count(states, "jurisdiction", "jurisdictions"))
                @if bodies > 0 { " and " (words::count(bodies, "certifying body", "certifying bodies")) }
            }
            ", " (words::count(catalog.credentials.len(), "credential", "credentials")) ", each rule with its source."
        }
    }
}

fn samples(visit: &Visit) -> Markup {
    let site = &visit.site;
    if site.samples().is_empty() {
        return html! { p { "This build carries no samples. Open a record of your own above." } };
    }
    let list = |samples: &[Sample]| {
        html! {
            ul.samples { @for sample in samples { li { (card(&visit.frame, sample, site.catalog())) } } }
        }
    };
    let (first, more) = site.samples().split_at(site.samples().len().min(SAMPLES_AT_FIRST));
    html! {
        (list(first))
        @if !more.is_empty() {
            details.refused {
                summary { (words::count(more.len(), "more sample", "more samples")) }
                (list(more))
            }
        }
    }
}

fn card(frame: &Frame, sample: &Sample, catalog: &Catalog) -> Markup {
    let record = &sample.record;
    html! {
        (frame.form("/sample/load", html! {
        button.card.sample name="name" value=(sample.name) {
            span.initials aria-hidden="true" { (initials(sample.title())) }
            strong { (sample.title()) }
            @if let Some(shows) = sample.shows(catalog) { span.shows { (shows) } }
            span.holds {
                @for held in &record.credentials {
                    span {
                        @match catalog.credential(held.credential.as_str()) {
                            Some(known) => (words::full_name(catalog, known)),
                            None => (held.credential),
                        }
                    }
                }
                @if record.credentials.is_empty() { span { "No credential yet" } }
            }
            span.quiet { (words::count(record.credits.len(), "credit", "credits")) }
        }
        }))
    }
}

fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphabetic())).take(2).collect()
}
