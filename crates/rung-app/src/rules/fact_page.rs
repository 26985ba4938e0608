//! One fact on a page of its own: short enough for a mail, whole enough to stand on.

use super::{entry::days, parts, references::described, serve};
use crate::{
    Site,
    shell::{Fault, Frame, Page, Room, words},
};
use axum::{
    extract::{Path, State},
    http::Uri,
    response::Response,
};
use maud::{Markup, html};
use rung_atlas::{Address, Fact, Sheet};
use rung_catalog::{Authority, Catalog, Cite, Confidence};

/// `GET /{shelf}/{id}/{place…}`
pub async fn page(
    State(site): State<Site>,
    Path((id, place)): Path<(String, String)>,
    uri: Uri,
    frame: Frame,
) -> Result<Response, Fault> {
    let shelf = uri.path().split('/').nth(1).unwrap_or_default();
    let address = Address::on(shelf, &id).at(place.split('/'));
    let sheet = Sheet::at(site.catalog(), &address).ok_or_else(|| serve::not_found(&site, &address))?;
    let number = sheet.facts.iter().position(|fact| fact.address == address);
    let number = number.ok_or_else(|| serve::not_found(&site, &address))?;
    Ok(serve::answer(&frame, show(&site, &sheet, number)))
}

fn show(site: &Site, sheet: &Sheet<'_>, number: usize) -> Page {
    let (catalog, on) = (site.catalog(), site.today());
    let fact = &sheet.facts[number];
    let whole = format!("/{}", sheet.address);
    let mut above: Vec<(String, &str)> = sheet.authority.map(parts::crumb).into_iter().collect();
    above.push((whole, &sheet.title));
    let whose = sheet.authority.map_or_else(String::new, |authority| format!("{} · ", authority.name));
    let of = format!("{whose}{}", sheet.title);
    let state = match (fact.in_force_on(on), fact.superseded, fact.from.is_some_and(|from| on < from)) {
        (true, _, _) if fact.from.is_none() && fact.until.is_none() => {
            "In force, as far as known; no source dates it"
        }
        (true, _, _) => "In force",
        (_, true, _) => "No longer in force, since a day that no source tells",
        (_, _, true) => "Not yet in force",
        _ => "No longer in force",
    };
    let body = html! {
        (parts::crumbs(&above))
        article.one-fact.unknown[fact.is_unknown] {
            p.eyebrow {
                (of) ", " (fact.section.title().to_lowercase())
                @if !fact.group.is_empty() && fact.group != fact.name { ", " (words::sentence(&fact.group)) }
            }
            h1 { (words::capital(&fact.name)) }
            p.lead.fact-says { (words::sentence(&fact.says)) }
            dl {
                @if fact.section != rung_atlas::Section::OpenQuestions {
                    div { dt { "Dates" } dd { p { (state) } (days((fact.from, fact.until), on)) } }
                }
                @match fact.cite {
                    Some(cite) => (written(catalog, cite)),
                    None => div { dt { "Source" } dd { (unwritten(catalog, sheet, fact)) } },
                }
                div { dt { "Address" } dd { code { "/" (fact.address) } " " span.quiet { "It stays the same." } } }
            }
            p { a.button.quiet href=(parts::anchor(&fact.address)) { "Read it in its place" } }
        }
        (neighbours(sheet, number))
    };
    let title = format!("{}, {of}", words::capital(&fact.name));
    Page::new(&title, body).within(Room::Rules)
}

/// Where it is written, who looked when, and how sure that is.
fn written(catalog: &Catalog, cite: &Cite) -> Markup {
    let authority = &catalog.authorities[cite.authority];
    let also = cite.also.iter().map(|place| (&authority.sources[place.source], place.place.as_str()));
    let first = (&authority.sources[cite.source], cite.place.as_str());
    html! {
        div {
            dt { "Source" }
            dd {
                @for (source, place) in std::iter::once(first).chain(also) {
                    p.reference { (described(source)) @if !place.is_empty() { span.place { "Place: " (place) } } }
                }
            }
        }
        div { dt { "How sure" } dd { (how_sure(authority, cite.confidence)) } }
    }
}

fn how_sure(authority: &Authority, confidence: Confidence) -> Markup {
    html! {
        p {
            (words::capital(words::confidence(confidence))) ", checked " (words::day(authority.checked)) ". "
            @match confidence {
                Confidence::High => "The text of the rule, or the body's own page, was read.",
                Confidence::Medium => { "Only part of the text was read: confirm with the " (authority.body) "." },
                Confidence::Low => { "One weak page, or sources that contradict each other: confirm with the " (authority.body) "." },
            }
        }
    }
}

/// What stands in the place of a source.
fn unwritten(catalog: &Catalog, sheet: &Sheet<'_>, fact: &Fact<'_>) -> Markup {
    let body =
        sheet.authority.or_else(|| catalog.authority(sheet.address.id())).map(|known| known.body.as_str());
    html! {
        @if fact.is_unknown {
            p { "No source that was read tells." @if let Some(body) = body { " Ask the " (body) "." } }
        } @else {
            p { "It goes with the page as a whole: see " a href={ "/" (sheet.address) "#sources" } { "its sources" } "." }
        }
    }
}

/// What stands before and after it on its page.
fn neighbours(sheet: &Sheet<'_>, number: usize) -> Markup {
    const EACH_WAY: usize = 3;
    let from = number.saturating_sub(EACH_WAY);
    let until = (number + 1 + EACH_WAY).min(sheet.facts.len());
    html! {
        @if sheet.facts.len() > 1 {
            nav.neighbours aria-labelledby="beside" {
                h2 #beside { "Beside it" }
                ul {
                    @for (n, other) in sheet.facts[from..until].iter().enumerate() {
                        li {
                            @if from + n == number { span aria-current="page" { (words::capital(&other.name)) } }
                            @else { (link(other)) }
                        }
                    }
                }
            }
        }
    }
}

/// A neighbour, with its first words where its name says little.
fn link(fact: &Fact<'_>) -> Markup {
    let says_little = fact.name == "Note" || fact.section == rung_atlas::Section::OpenQuestions;
    html! {
        a href={ "/" (fact.address) } { @if says_little { (words::beginning(&fact.says)) } @else { (words::capital(&fact.name)) } }
    }
}
