//! How these pages travel: known again by their tag, and unknown addresses answered with the nearest known ones.

use super::parts::plain;
use crate::{
    Site,
    shell::{Banner, Fault, Frame, Page},
};
use axum::{
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use rung_atlas::{Address, Sheet};
use std::hash::{DefaultHasher, Hash, Hasher};

/// So many suggestions help; more confuse.
const MOST_SUGGESTIONS: usize = 5;

/// A page of the catalogue. It is the same for everybody and changes with the day and the catalogue: a browser may keep
/// it, and asks each time whether its copy is still the page.
pub fn answer(frame: &Frame, page: Page) -> Response {
    let whole = page.whole(frame, &Banner::default()).into_string();
    let mut hasher = DefaultHasher::new();
    whole.hash(&mut hasher);
    // Weak, because compression changes the bytes and not the page.
    let tag = format!("W/\"{:016x}\"", hasher.finish());
    let kept = [(header::CACHE_CONTROL, "no-cache".to_owned()), (header::ETAG, tag.clone())];
    if frame.knows(&tag) {
        return (StatusCode::NOT_MODIFIED, kept).into_response();
    }
    let mut response = (kept, Html(whole)).into_response();
    frame.keep_seal(response.headers_mut());
    response
}

/// No such page, with those that may have been meant.
pub fn not_found(frame: &Frame, site: &Site, address: &Address) -> Fault {
    let mut near =
        if address.is_place() { near_places(frame, site, address) } else { near_pages(site, address) };
    near.truncate(MOST_SUGGESTIONS);
    Fault::not_found().suggest(near)
}

/// Facts of the same page that are called much like it, or else pages.
fn near_places(frame: &Frame, site: &Site, address: &Address) -> Vec<(String, String)> {
    let Some(sheet) = Sheet::at(frame.words, site.catalog(), address) else {
        return near_pages(site, &address.page());
    };
    let wanted = address.anchor();
    let mut near: Vec<_> = (sheet.facts.iter())
        .map(|fact| (strsim::osa_distance(&wanted, &fact.address.anchor()), fact))
        .filter(|(steps, fact)| *steps <= wanted.len() / 2 || fact.address.anchor().starts_with(&wanted))
        .collect();
    near.sort_by_key(|(steps, _)| *steps);
    let page = (format!("/{}", sheet.address), sheet.title.clone());
    let facts = near.into_iter().take(MOST_SUGGESTIONS - 1);
    let facts = facts
        .map(|(_, fact)| (format!("/{}", fact.address), plain(&format!("{}: {}", sheet.title, fact.name))));
    std::iter::once(page).chain(facts).collect()
}

/// Pages whose id is much like it, or whose words it has.
fn near_pages(site: &Site, address: &Address) -> Vec<(String, String)> {
    let catalog = site.catalog();
    let mut near: Vec<(usize, Address, String)> = Vec::new();
    let steps = |id: &str| strsim::osa_distance(address.id(), id);
    for credential in &catalog.credentials {
        let name = crate::shell::words::full_name(catalog, credential);
        near.push((steps(credential.id.as_str()), Address::credential(credential.id.as_str()), name));
    }
    for authority in &catalog.authorities {
        let known = steps(&authority.id).min(steps(&authority.name.to_lowercase()));
        // Two letters are near to all other two letters: only the very name or another shelf's is meant.
        let known =
            if authority.id.len() == 2 && known > 0 { steps(&authority.name.to_lowercase()) } else { known };
        near.push((known, Address::authority(authority), authority.name.clone()));
    }
    let field = catalog.field();
    let roles = field.roles.roles.iter().map(|role| ("roles", role.id.as_str(), &role.title));
    let settings = field.settings.settings.iter().map(|known| ("settings", known.id.as_str(), &known.title));
    let bodies = &field.organizations.organizations;
    let bodies = bodies.iter().map(|body| ("organizations", body.id.as_str(), &body.name));
    for (shelf, id, name) in roles.chain(settings).chain(bodies) {
        near.push((steps(id), Address::on(shelf, id), name.clone()));
    }
    near.retain(|(steps, _, _)| *steps <= 1 + address.id().len() / 4);
    // Of equally near ones, those on the same shelf first.
    near.sort_by_key(|(steps, known, _)| (*steps, known.shelf() != address.shelf()));
    near.into_iter().map(|(_, address, name)| (format!("/{address}"), name)).collect()
}
