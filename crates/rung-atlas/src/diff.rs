//! What changed between two catalogues, in words.

use crate::{
    Address, FIELD_SHELVES, Fact, FieldPage, facts_of_authority, facts_of_credential,
    facts_of_credential::slug, field_pages,
};
use rung_catalog::{Catalog, Cite};
use rung_words::{Language, Words};
use std::collections::BTreeMap;

/// One thing that one catalogue says and the other says otherwise, or not at all.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Where it stands (stood).
    pub address: Address,
    /// Whose: `Texas · Registered Pharmacy Technician`.
    pub whose: String,
    /// What it is about: `Texas pharmacy law or rules`.
    pub name: String,
    /// What the older one says; none for what is new.
    pub before: Option<String>,
    /// What the newer one says; none for what is gone.
    pub after: Option<String>,
}

/// Everything that differs between `old` and `new`, page by page: what is said, since when, and what it cites.
pub fn differences(old: &Catalog, new: &Catalog) -> Vec<Difference> {
    let before = told(old);
    let after = told(new);
    let mut addresses: Vec<&Address> = before.keys().chain(after.keys()).collect();
    addresses.sort();
    addresses.dedup();
    let difference = |address: &&Address| {
        let (was, is) = (before.get(*address), after.get(*address));
        let whose = is.or(was)?;
        let text = |told: &Told| told.text.clone();
        (was.map(text) != is.map(text)).then(|| Difference {
            address: (*address).clone(),
            whose: whose.whose.clone(),
            name: whose.name.clone(),
            before: was.map(text),
            after: is.map(text),
        })
    };
    addresses.iter().filter_map(difference).collect()
}

struct Told {
    whose: String,
    name: String,
    text: String,
}

/// In English: what is compared is what a maintainer of the catalogue reads.
fn told(catalog: &Catalog) -> BTreeMap<Address, Told> {
    let words = Words::of(Language::English);
    let mut all = BTreeMap::new();
    for authority in &catalog.authorities {
        let page = Address::authority(authority);
        let text = format!(
            "{}. Confidence {}, checked {}.",
            authority.body,
            authority.confidence.as_str(),
            authority.checked
        );
        let whose = authority.name.clone();
        all.insert(page, Told { whose: whose.clone(), name: authority.name.clone(), text });
        for fact in facts_of_authority(words, catalog, authority) {
            put(&mut all, words, catalog, &whose, fact);
        }
        for credential in catalog.credentials_of(authority) {
            let whose = format!("{} · {}", authority.name, credential.title);
            let page = Address::credential(credential.id.as_str());
            let text = format!("{} ({})", credential.title, credential.kind.as_str());
            all.insert(page, Told { whose: whose.clone(), name: credential.title.clone(), text });
            for fact in facts_of_credential(words, catalog, credential) {
                put(&mut all, words, catalog, &whose, fact);
            }
        }
    }
    for page in FIELD_SHELVES.iter().flat_map(|shelf| field_pages(words, catalog, shelf)) {
        put_page(&mut all, page);
    }
    all
}

/// A page of the field, with its lines numbered where several have one name.
fn put_page(all: &mut BTreeMap<Address, Told>, page: FieldPage<'_>) {
    let sources: Vec<&str> = page.sources.iter().map(|(source, _)| source.title.as_str()).collect();
    let text =
        format!("{}. [{}; confidence {}]", page.title, sources.join("; also "), page.confidence.as_str());
    let whose = page.title.clone();
    let mut told = BTreeMap::<String, usize>::new();
    for line in page.lines {
        let count = told.entry(line.name.clone()).or_default();
        *count += 1;
        let place = [slug(&line.name), count.to_string()];
        let line = Told { whose: whose.clone(), name: line.name, text: line.says };
        all.insert(page.address.at(place), line);
    }
    all.insert(page.address, Told { whose, name: page.title, text });
}

fn put(all: &mut BTreeMap<Address, Told>, words: &Words, catalog: &Catalog, whose: &str, fact: Fact<'_>) {
    let dates = rung_rules::rule_words::in_force(words, fact.from, fact.until);
    let dates = dates.map(|dates| format!(" ({dates})")).unwrap_or_default();
    let cite = fact.cite.map(|cite| format!(" [{}]", cite_in_short(catalog, cite))).unwrap_or_default();
    let text = format!("{}{dates}{cite}", fact.says);
    all.insert(fact.address, Told { whose: whose.to_owned(), name: fact.name, text });
}

fn cite_in_short(catalog: &Catalog, cite: &Cite) -> String {
    let (authority, source) = catalog.source(cite);
    let written = |title: &str, place: &str| {
        if place.is_empty() { title.to_owned() } else { format!("{title}, {place}") }
    };
    let also = (cite.also.iter())
        .filter_map(|other| Some(written(&authority.sources.get(other.source)?.title, &other.place)));
    let all: Vec<String> = std::iter::once(written(&source.title, &cite.place)).chain(also).collect();
    format!("{}; confidence {}", all.join("; also "), cite.confidence.as_str())
}
