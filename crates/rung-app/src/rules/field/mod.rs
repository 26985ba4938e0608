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
    shell::{Fault, components, components::State as Standing, words},
};
use maud::{Markup, html};
use rung_atlas::Address;
use rung_catalog::{
    Catalog, Confidence, When,
    field::{Cites, Difference, Month, Sheet},
};
use rung_record::{CredentialId, Date, Usd};

/// What a page stands on, in full.
pub fn sources<'c>(sheet: &dyn Sheet, cites: impl IntoIterator<Item = &'c Cites>) -> Markup {
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
            h2 #sources { "Sources" }
            ol {
                @for (source, place) in known {
                    li { (described(source)) @if !place.is_empty() { span.quiet { ", " (place) } } }
                }
            }
        }
    }
}

/// Who looked when, and how sure it is.
pub fn checked(on: Date, confidence: Confidence) -> Markup {
    html! { p.checked { "Checked " (words::day(on)) ", " (words::confidence(confidence)) "." } }
}

/// A section with a list of sentences; nothing where there are none.
pub fn list(id: &str, title: &str, items: &[String]) -> Markup {
    html! {
        @if !items.is_empty() {
            section.sheet aria-labelledby=(id) {
                h2 id=(id) { (title) }
                ul.plain { @for item in items { li { (words::sentence(&words::capital(item))) } } }
            }
        }
    }
}

/// What no source has settled.
pub fn questions(items: &[String]) -> Markup {
    html! {
        @if !items.is_empty() {
            section.sheet aria-labelledby="open-questions" {
                h2 #open-questions { "Not settled yet" }
                ul.plain { @for item in items { li { (components::icon(Standing::Unknown)) " " (words::sentence(item)) } } }
            }
        }
    }
}

/// A credential by its name, leading to its page.
pub fn credential(catalog: &Catalog, id: &CredentialId) -> Markup {
    html! {
        @match catalog.credential(id.as_str()) {
            Some(known) => a href={ "/" (Address::credential(id.as_str())) } { (words::full_name(catalog, known)) },
            None => (id),
        }
    }
}

/// A row of a description.
pub fn row(name: &str, says: Markup) -> Markup {
    html! { div { dt { (name) } dd { (says) } } }
}

/// An amount as people write it: `$45,300`, `$21.78`.
pub fn usd(amount: Usd) -> String {
    let text = amount.to_string();
    match text.split_once('.') {
        Some((whole, cents)) => format!("${}.{cents}", grouped(whole)),
        None => format!("${}", grouped(&text)),
    }
}

/// A month as people write it: `May 2025`.
pub fn month(month: Month) -> Markup {
    html! {
        @match month.to_string().parse::<When>() {
            Ok(when) => (words::when(when)),
            Err(_) => (month),
        }
    }
}

/// How far something is from something else, in percent: `+14.9 %`.
pub fn percent(difference: Difference) -> String {
    let text = difference.to_string();
    match text.strip_prefix('-') {
        Some(less) => format!("−{less} %"),
        None => format!("+{text} %"),
    }
}

/// Digits in groups of three.
pub fn grouped(digits: &str) -> String {
    let mut grouped = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// No such thing on a shelf of the field.
pub fn missing(site: &Site, shelf: &str, id: &str) -> Fault {
    serve::not_found(site, &Address::on(shelf, id))
}

/// Crumbs of a page of the field: the list that it is on.
pub fn crumbs(list: Option<(&str, &str)>) -> Markup {
    let above: Vec<(String, &str)> =
        list.map(|(address, name)| (address.to_owned(), name)).into_iter().collect();
    parts::crumbs(&above)
}
