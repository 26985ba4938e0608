//! From what a reader types to what they mean.

use crate::{Address, FIELD_SHELVES, Fact, FieldPage, facts_of_authority, facts_of_credential, field_pages};
use rung_catalog::{Authority, Catalog, Credential};
use rung_words::Words;

/// What an address, an id or a name leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Place<'a> {
    /// A board or a certifying body.
    Authority(&'a Authority),
    /// A credential.
    Credential(&'a Credential),
    /// A role, a setting, an action, an organization, a feed.
    Field(Box<FieldPage<'a>>),
    /// One fact of a page, or all those below one place of it.
    Facts {
        /// Whose page: `Texas · Registered Pharmacy Technician`.
        whose: String,
        /// At least one.
        facts: Vec<Fact<'a>>,
    },
}

/// Nothing is called so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotFound {
    /// What resembles it, nearest first; may be empty.
    pub near: Vec<Address>,
}

/// More suggestions help nobody.
const MOST_SUGGESTIONS: usize = 4;

/// What `text` means: an address with its shelf or without (`credentials/tx-pharmacy-technician/current/law`, a web
/// page's `tx-pharmacy-technician#current.law`), an id (`tx`), or the name of a jurisdiction or a body (`Texas`).
///
/// # Errors
/// Nothing is called so; what resembles it is told.
pub fn find<'a>(words: &Words, catalog: &'a Catalog, text: &str) -> Result<Place<'a>, NotFound> {
    let text = text.trim().trim_start_matches('/').replace('#', "/");
    let mut parts = text.split('/').map(str::trim).filter(|part| !part.is_empty()).peekable();
    let shelf = parts.next_if(|first| {
        ["jurisdictions", "bodies", "credentials"].contains(first) || FIELD_SHELVES.contains(first)
    });
    let id = parts.next().unwrap_or_default();
    let place: Vec<&str> = parts.collect();
    let Some(page) = page(words, catalog, shelf, id) else {
        return Err(NotFound { near: similar_pages(catalog, id) });
    };
    if place.is_empty() { Ok(page) } else { below(words, catalog, &page, &place.join(".")) }
}

/// The page with this id or name.
fn page<'a>(words: &Words, catalog: &'a Catalog, shelf: Option<&str>, id: &str) -> Option<Place<'a>> {
    let on = |name: &str| shelf.is_none_or(|shelf| shelf == name);
    let small = id.to_lowercase();
    let credential = catalog.credential(&small).filter(|_| on("credentials"));
    let called = |authority: &&Authority| {
        let shelf = if authority.is_jurisdiction { "jurisdictions" } else { "bodies" };
        let names = [&authority.id, &authority.name, &authority.body];
        on(shelf) && names.iter().any(|name| name.to_lowercase() == small)
    };
    let authority = || catalog.authorities.iter().find(called);
    // The field's files are read only when nothing else is called so.
    let field = || {
        let pages =
            FIELD_SHELVES.iter().filter(|name| on(name)).flat_map(|name| field_pages(words, catalog, name));
        pages.into_iter().find(|page| page.address.id() == small || page.title.to_lowercase() == small)
    };
    credential
        .map(Place::Credential)
        .or_else(|| authority().map(Place::Authority))
        .or_else(|| field().filter(|_| !small.is_empty()).map(|page| Place::Field(Box::new(page))))
}

/// The facts of a page at an anchor, and those below it.
fn below<'a>(
    words: &Words,
    catalog: &'a Catalog,
    page: &Place<'a>,
    anchor: &str,
) -> Result<Place<'a>, NotFound> {
    let (whose, all) = match page {
        Place::Authority(authority) => {
            (authority.name.clone(), facts_of_authority(words, catalog, authority))
        }
        Place::Credential(credential) => {
            let name = &catalog.authority_of(credential).name;
            (format!("{name} · {}", credential.title), facts_of_credential(words, catalog, credential))
        }
        Place::Facts { whose, facts } => (whose.clone(), facts.clone()),
        // What a page of the field says has no places of its own.
        Place::Field(page) => return Err(NotFound { near: vec![page.address.clone()] }),
    };
    let inside = format!("{anchor}.");
    let is_there = |fact: &&Fact<'_>| {
        let own = fact.address.anchor();
        own == anchor || own.starts_with(&inside)
    };
    let facts: Vec<Fact<'a>> = all.iter().filter(is_there).cloned().collect();
    if facts.is_empty() {
        let last = anchor.rsplit('.').next().unwrap_or_default();
        let ends_alike = |fact: &&Fact<'_>| fact.address.anchor().rsplit('.').next() == Some(last);
        let mut near: Vec<Address> = all.iter().filter(ends_alike).map(|fact| fact.address.clone()).collect();
        near.truncate(MOST_SUGGESTIONS);
        return Err(NotFound { near });
    }
    Ok(Place::Facts { whose, facts })
}

fn similar_pages(catalog: &Catalog, id: &str) -> Vec<Address> {
    let small = id.to_lowercase();
    let begins = |authority: &&Authority| {
        small.len() >= 3
            && [&authority.name, &authority.id].iter().any(|name| {
                let name = name.to_lowercase();
                name.starts_with(&small) || small.starts_with(&name) && name.len() > 3
            })
    };
    let authorities = catalog.authorities.iter().filter(begins).map(Address::authority);
    let credentials = catalog.similar_ids(&small).into_iter().map(|id| Address::credential(id.as_str()));
    authorities.chain(credentials).take(MOST_SUGGESTIONS).collect()
}
