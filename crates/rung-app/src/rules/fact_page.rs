//! One fact on a page of its own: short enough for a mail, whole enough to stand on.

use super::{
    entry::days,
    parts::{self, plain},
    references::described,
    serve,
};
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
use rung_atlas::{Address, Fact, FactKind, Sheet};
use rung_catalog::{Authority, Catalog, Cite, Confidence};
use rung_words::{Iso, say};

/// `GET /{shelf}/{id}/{place…}`
pub async fn page(
    State(site): State<Site>,
    Path((id, place)): Path<(String, String)>,
    uri: Uri,
    frame: Frame,
) -> Result<Response, Fault> {
    let shelf = uri.path().split('/').nth(1).unwrap_or_default();
    let address = Address::on(shelf, &id).at(place.split('/'));
    let sheet = parts::sheet(&frame, &site, &address)?;
    let number = sheet.facts.iter().position(|fact| fact.address == address);
    let number = number.ok_or_else(|| serve::not_found(&frame, &site, &address))?;
    Ok(serve::answer(&frame, show(&frame, &site, &sheet, number)))
}

fn show(frame: &Frame, site: &Site, sheet: &Sheet<'_>, number: usize) -> Page {
    let (catalog, on) = (site.catalog(), site.today());
    let fact = &sheet.facts[number];
    let whole = format!("/{}", sheet.address);
    let mut above: Vec<(String, &str)> = sheet.authority.map(parts::crumb).into_iter().collect();
    above.push((whole, &sheet.title));
    let whose = sheet.authority.map_or_else(String::new, |authority| format!("{} · ", authority.name));
    let of = format!("{whose}{}", sheet.title);
    let state = match (fact.in_force_on(on), fact.superseded, fact.from.is_some_and(|from| on < from)) {
        (true, _, _) if fact.from.is_none() && fact.until.is_none() => {
            say!(frame.words, "rulebook-in-force-undated")
        }
        (true, _, _) => say!(frame.words, "rulebook-in-force"),
        (_, true, _) => say!(frame.words, "rulebook-no-longer-undated"),
        (_, _, true) => say!(frame.words, "rulebook-not-yet"),
        _ => say!(frame.words, "rulebook-no-longer"),
    };
    let body = html! {
        (parts::crumbs(frame, &above))
        article.one-fact.unknown[fact.is_unknown] {
            p.eyebrow {
                (frame.english(&of)) ", " (fact.section.title(frame.words).to_lowercase())
                @if !fact.group.is_empty() && fact.group != fact.name { ", " (frame.sentence(&fact.group)) }
            }
            h1 { (frame.sentence(&words::capital(&fact.name))) }
            p.lead.fact-says { (frame.sentence(&fact.says)) }
            dl {
                @if fact.section != rung_atlas::Section::OpenQuestions {
                    div { dt { (say!(frame.words, "rulebook-dates")) } dd { p { (state) } (days(frame, (fact.from, fact.until), on)) } }
                }
                @match fact.cite {
                    Some(cite) => (written(frame, catalog, cite)),
                    None => div { dt { (say!(frame.words, "rulebook-source")) } dd { (unwritten(frame, catalog, sheet, fact)) } },
                }
                div { dt { (say!(frame.words, "rulebook-address")) } dd { code { "/" (fact.address) } " " span.quiet { (say!(frame.words, "rulebook-address-stays")) } } }
            }
            p { a.button.quiet href=(parts::anchor(&fact.address)) { (say!(frame.words, "rulebook-in-its-place")) } }
        }
        (neighbours(frame, sheet, number))
    };
    let title = plain(&format!("{}, {of}", words::capital(&fact.name)));
    Page::new(&title, body).within(Room::Rules)
}

/// Where it is written, who looked when, and how sure that is.
fn written(frame: &Frame, catalog: &Catalog, cite: &Cite) -> Markup {
    let authority = &catalog.authorities[cite.authority];
    let also = cite.also.iter().map(|place| (&authority.sources[place.source], place.place.as_str()));
    let first = (&authority.sources[cite.source], cite.place.as_str());
    html! {
        div {
            dt { (say!(frame.words, "rulebook-source")) }
            dd {
                @for (source, place) in std::iter::once(first).chain(also) {
                    p.reference { (described(frame, source)) @if !place.is_empty() { span.place { (frame.sentence(&say!(frame.words, "rulebook-place", place = frame.words.english(place)))) } } }
                }
            }
        }
        div { dt { (say!(frame.words, "rulebook-how-sure")) } dd { (how_sure(frame, authority, cite.confidence)) } }
    }
}

fn how_sure(frame: &Frame, authority: &Authority, confidence: Confidence) -> Markup {
    let body = frame.words.english(&authority.body);
    html! {
        p {
            (words::capital(&words::confidence(frame.words, confidence))) ", "
            (frame.sentence(&say!(frame.words, "rulebook-checked", day = Iso(authority.checked)))) ". "
            (frame.sentence(&match confidence {
                Confidence::High => say!(frame.words, "rulebook-sure-high"),
                Confidence::Medium => say!(frame.words, "rulebook-sure-medium", body = body),
                Confidence::Low => say!(frame.words, "rulebook-sure-low", body = body),
            }))
        }
    }
}

/// What stands in the place of a source.
fn unwritten(frame: &Frame, catalog: &Catalog, sheet: &Sheet<'_>, fact: &Fact<'_>) -> Markup {
    let body =
        sheet.authority.or_else(|| catalog.authority(sheet.address.id())).map(|known| known.body.as_str());
    html! {
        @if fact.is_unknown {
            p {
                (say!(frame.words, "rulebook-untold"))
                @if let Some(body) = body { " " (frame.sentence(&say!(frame.words, "rulebook-ask", body = frame.words.english(body)))) }
            }
        } @else {
            p { (say!(frame.words, "rulebook-goes-with-page")) " " a href={ "/" (sheet.address) "#sources" } { (say!(frame.words, "rulebook-its-sources")) } "." }
        }
    }
}

/// What stands before and after it on its page.
fn neighbours(frame: &Frame, sheet: &Sheet<'_>, number: usize) -> Markup {
    const EACH_WAY: usize = 3;
    let from = number.saturating_sub(EACH_WAY);
    let until = (number + 1 + EACH_WAY).min(sheet.facts.len());
    html! {
        @if sheet.facts.len() > 1 {
            nav.neighbours aria-labelledby="beside" {
                h2 #beside { (say!(frame.words, "rulebook-neighbours")) }
                ul {
                    @for (n, other) in sheet.facts[from..until].iter().enumerate() {
                        li {
                            @if from + n == number { span aria-current="page" { (frame.sentence(&words::capital(&other.name))) } }
                            @else { (link(frame, other)) }
                        }
                    }
                }
            }
        }
    }
}

/// A neighbour, with its first words where its name says little.
fn link(frame: &Frame, fact: &Fact<'_>) -> Markup {
    let says_little = fact.kind == FactKind::Note || fact.section == rung_atlas::Section::OpenQuestions;
    html! {
        a href={ "/" (fact.address) } { @if says_little { (frame.sentence(&words::beginning(&fact.says))) } @else { (frame.sentence(&words::capital(&fact.name))) } }
    }
}
