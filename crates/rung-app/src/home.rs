//! The first page: what Rung is, open your record, meet the samples.

use crate::{
    Site,
    education::open_record,
    samples::Sample,
    shell::{Page, components, words},
};
use axum::{extract::State, response::Html};
use maud::{Markup, html};
use rung_catalog::Catalog;

/// More samples than this stand behind one line.
const SAMPLES_AT_FIRST: usize = 6;

/// `GET /`
pub async fn page(State(site): State<Site>) -> Html<String> {
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
            section.card.drop aria-label="Open your record" { (open_record(None, None)) }
        }
        section aria-labelledby="samples" {
            h2 #samples { "Or meet a sample technician" }
            (samples(&site))
        }
        section.ways aria-label="How Rung answers" {
            (way(1, "Exact", "Hours are counted to the second, caps and special cases are solved and not guessed. An unknown \
                           is called unknown, with what would settle it."))
            (way(2, "Cited", "Each verdict names the rule it stands on, where it is written, the version in force, and the \
                           day somebody last looked."))
            (way(3, "Yours", "Your record is one file that you keep. This page runs on this machine, stores nothing and \
                           calls nobody."))
        }
    };
    Page::new("Where you stand").within("/").show(&body)
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

fn samples(site: &Site) -> Markup {
    if site.samples().is_empty() {
        return html! { p { "This build carries no samples. Open a record of your own above." } };
    }
    let list = |samples: &[Sample]| {
        html! {
            ul.samples { @for sample in samples { li { (card(sample, site.catalog())) } } }
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

fn card(sample: &Sample, catalog: &Catalog) -> Markup {
    let record = &sample.record;
    html! {
        a.card.sample href={ "/samples/" (sample.name) } {
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
    }
}

fn initials(name: &str) -> String {
    name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphabetic())).take(2).collect()
}

fn way(rung: u8, title: &str, text: &str) -> Markup {
    html! { div { (components::ladder_at(rung)) h3 { (title) } p { (text) } } }
}
