//! The rest of the field: roles, settings, actions, organizations, feeds, and what the statistics and O*NET say of the occupation.

pub mod actions;
pub mod feeds;
pub mod occupation;
pub mod organizations;
pub mod roles;
pub mod settings;

use super::{parts, references::described, serve};
use crate::{
    Site,
    shell::{Fault, Frame, components, components::State as Standing, words},
};
use maud::{Markup, html};
use rung_atlas::Address;
use rung_catalog::{
    Catalog, Confidence, When,
    field::{Cites, Difference, Month, Sheet},
};
use rung_record::{CredentialId, Date};
use rung_words::{Iso, say};

/// What a page stands on, in full.
pub fn sources<'c>(frame: &Frame, sheet: &dyn Sheet, cites: impl IntoIterator<Item = &'c Cites>) -> Markup {
    let mut told: Vec<(&str, &str)> = Vec::new();
    for cite in cites.into_iter().flatten() {
        let one = (cite.source.as_str(), cite.place.as_str());
        if !told.contains(&one) {
            told.push(one);
        }
    }
    let known = told
        .iter()
        .filter_map(|(id, place)| Some((sheet.sources().iter().find(|source| source.id == *id)?, *place)));
    html! {
        section.references aria-labelledby="sources" {
            h2 #sources { (say!(frame.words, "field-sources")) }
            ol {
                @for (source, place) in known {
                    li { (described(frame, source)) @if !place.is_empty() { span.quiet { ", " (frame.english(place)) } } }
                }
            }
        }
    }
}

/// Who looked when, and how sure it is.
pub fn checked(frame: &Frame, on: Date, confidence: Confidence) -> Markup {
    let confidence = words::confidence(frame.words, confidence);
    html! { p.checked { (frame.sentence(&say!(frame.words, "field-checked", day = Iso(on), confidence = confidence))) } }
}

/// A section with a list of sentences of the catalogue; nothing where there are none.
pub fn list(frame: &Frame, id: &str, title: &str, items: &[String]) -> Markup {
    let own: Vec<String> = items.iter().map(|item| frame.words.english(item).into_owned()).collect();
    list_in_words(frame, id, title, &own)
}

/// As [`list`], with sentences in the reader's language.
pub fn list_in_words(frame: &Frame, id: &str, title: &str, items: &[String]) -> Markup {
    html! {
        @if !items.is_empty() {
            section.sheet aria-labelledby=(id) {
                h2 id=(id) { (title) }
                ul.plain { @for item in items { li { (frame.sentence(&words::capital(item))) } } }
            }
        }
    }
}

/// What no source has settled.
pub fn questions(frame: &Frame, items: &[String]) -> Markup {
    html! {
        @if !items.is_empty() {
            section.sheet aria-labelledby="open-questions" {
                h2 #open-questions { (say!(frame.words, "field-open-questions")) }
                ul.plain { @for item in items { li { (components::icon(Standing::Unknown)) " " (frame.quote(item)) } } }
            }
        }
    }
}

/// A credential by its name, leading to its page.
pub fn credential(frame: &Frame, catalog: &Catalog, id: &CredentialId) -> Markup {
    html! {
        @match catalog.credential(id.as_str()) {
            Some(known) => a href={ "/" (Address::credential(id.as_str())) } { (frame.english(&words::full_name(catalog, known))) },
            None => (id),
        }
    }
}

/// A row of a description.
pub fn row(name: &str, says: Markup) -> Markup {
    html! { div { dt { (name) } dd { (says) } } }
}

/// A month as people write it: `May 2025`.
pub fn month(frame: &Frame, month: Month) -> String {
    let text = month.to_string();
    text.parse::<When>().map_or(text, |when| frame.words.month(when.first_day()))
}

/// How far something is from something else, in percent: `+14.9 %`.
pub fn percent(difference: Difference) -> String {
    let text = difference.to_string();
    match text.strip_prefix('-') {
        Some(less) => format!("−{less} %"),
        None => format!("+{text} %"),
    }
}

/// No such thing on a shelf of the field.
pub fn missing(frame: &Frame, site: &Site, shelf: &str, id: &str) -> Fault {
    serve::not_found(frame, site, &Address::on(shelf, id))
}

/// Crumbs of a page of the field: the list that it is on.
pub fn crumbs(frame: &Frame, list: Option<(&str, String)>) -> Markup {
    let above = list.map(|(address, name)| (address.to_owned(), html! { (name) }));
    parts::trail(frame, above)
}
