//! What changed, and what changes next.

use crate::{Address, Fact, FactKind, Section, fact::sentence, facts_of_authority, facts_of_credential};
use rung_catalog::{Authority, Catalog, Cite, When};
use rung_record::Date;
use rung_words::{Words, say};
use std::collections::BTreeMap;

/// Something that changes on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Coming<'a> {
    /// When.
    pub date: When,
    /// What, in a sentence.
    pub what: String,
    /// Where the reader finds it.
    pub address: Address,
    /// Whose.
    pub authority: &'a Authority,
    /// Where it is written.
    pub cite: Option<&'a Cite>,
}

/// Everything that changes after `on`, the next first.
pub fn coming_changes<'a>(words: &Words, catalog: &'a Catalog, on: Date) -> Vec<Coming<'a>> {
    let all = catalog.authorities.iter().flat_map(|authority| changes_of(words, catalog, authority));
    let mut coming: Vec<Coming<'_>> = all.filter(|change| on < change.date.first_day()).collect();
    coming.sort_by_key(|change| change.date.first_day());
    coming
}

/// Everything that changed up to `on`, the latest first.
pub fn past_changes<'a>(words: &Words, catalog: &'a Catalog, on: Date) -> Vec<Coming<'a>> {
    let all = catalog.authorities.iter().flat_map(|authority| changes_of(words, catalog, authority));
    let mut past: Vec<Coming<'_>> = all.filter(|change| change.date.first_day() <= on).collect();
    past.sort_by_key(|change| std::cmp::Reverse(change.date.first_day()));
    past
}

/// Every dated change of an authority and its credentials, past and to come, the earliest first: those that its file
/// tells, and those that follow from the dates of its rules, fees, examinations, paths and duties.
pub fn changes_of<'a>(words: &Words, catalog: &'a Catalog, authority: &'a Authority) -> Vec<Coming<'a>> {
    let page = Address::authority(authority);
    let mut changes: Vec<Coming<'a>> = authority
        .changes
        .iter()
        .map(|change| Coming {
            date: change.date,
            what: words.english(sentence(&change.what)).into_owned(),
            address: match change.credentials.as_slice() {
                [only] => Address::credential(only.as_str()),
                _ => page.clone(),
            },
            authority,
            cite: Some(&change.cite),
        })
        .collect();
    let mut add_dates = |facts: &[Fact<'a>], whose: Option<&str>| {
        for (day, what, fact) in dated(words, facts) {
            let told = changes.iter().any(|known| known.date.first_day() == day && known.date.is_day());
            if !told {
                let what = match whose {
                    Some(whose) => {
                        say!(words, "facts-change-of", whose = words.english(whose), what = what)
                    }
                    None => what,
                };
                changes.push(Coming {
                    date: When::day(day),
                    what: sentence(&what),
                    address: fact.address.clone(),
                    authority,
                    cite: fact.cite,
                });
            }
        }
    };
    add_dates(&facts_of_authority(words, catalog, authority), None);
    for credential in catalog.credentials_of(authority) {
        add_dates(&facts_of_credential(words, catalog, credential), Some(&credential.title));
    }
    changes.sort_by_key(|change| change.date.first_day());
    changes
}

/// The days on which facts begin or end to hold, each with what then begins, or ends without a successor.
fn dated<'f, 'a>(words: &Words, facts: &'f [Fact<'a>]) -> Vec<(Date, String, &'f Fact<'a>)> {
    let mut begins: BTreeMap<(Date, Section, &str), Vec<&Fact<'a>>> = BTreeMap::new();
    let mut ends: BTreeMap<(Date, Section, &str), Vec<&Fact<'a>>> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.section != Section::Changes) {
        let key = if fact.section == Section::Fees || fact.section == Section::Duties {
            &fact.name
        } else {
            &fact.group
        };
        if let Some(from) = fact.from {
            begins.entry((from, fact.section, key)).or_default().push(fact);
        }
        if let Some(until) = fact.until {
            use jiff::ToSpan as _;
            ends.entry((until.saturating_add(1.day()), fact.section, key)).or_default().push(fact);
        }
    }
    let succeeded =
        |day: Date, section: Section| begins.keys().any(|(from, other, _)| (*from, *other) == (day, section));
    let mut found: Vec<(Date, String, &Fact<'a>)> = Vec::new();
    for ((day, section, _), facts) in &begins {
        found.push((*day, begins_in(words, *section, names(words, facts)), facts[0]));
    }
    for ((day, section, _), facts) in &ends {
        if !succeeded(*day, *section) {
            found.push((*day, say!(words, "facts-ends", what = names(words, facts)), facts[0]));
        }
    }
    found.sort_by_key(|(day, _, _)| *day);
    found
}

/// What facts are about, each told once: `continuing education; fee: renewal`. What only frames or explains the others, and
/// lines inside other lines, are left out.
fn names(words: &Words, facts: &[&Fact<'_>]) -> String {
    let explains =
        |fact: &Fact<'_>| matches!(fact.kind, FactKind::Note | FactKind::Frame | FactKind::Exception);
    let is_inside = |fact: &Fact<'_>| {
        let anchor = fact.address.anchor();
        facts.iter().any(|other| anchor.starts_with(&format!("{}.", other.address.anchor())))
    };
    let mut names: Vec<String> = Vec::new();
    for fact in facts.iter().filter(|fact| !explains(fact) && !is_inside(fact)) {
        let name = match fact.kind {
            FactKind::Fee => lower_first(&fact.name),
            _ => fact.name.clone(),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if names.is_empty() { say!(words, "facts-how-one-applies") } else { names.join("; ") }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters.clone()).collect()
}

/// What it means that facts of a section begin to hold.
fn begins_in(words: &Words, section: Section, what: String) -> String {
    match section {
        Section::Keeping => say!(words, "facts-begins-keeping", what = what),
        Section::Getting => say!(words, "facts-begins-getting", what = what),
        Section::Exam => say!(words, "facts-begins-exam", what = what),
        Section::AfterExpiry => say!(words, "facts-begins-after-expiry", what = what),
        Section::Duties => say!(words, "facts-begins-duties", what = what),
        Section::About | Section::Fees | Section::Changes | Section::OpenQuestions => {
            say!(words, "facts-begins", what = what)
        }
    }
}
