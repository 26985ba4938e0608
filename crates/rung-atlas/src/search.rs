//! Finding by words, over everything that the catalogue says.
//!
//! A few thousand short texts: an index in memory, built once, answers in microseconds, and brings no dependency into
//! the pure crates. Every word asked for must be there, in the name, the text or the context ("Ohio" for every fact of
//! Ohio's file); the last one may be a beginning of a word. Rare words weigh more than common ones.

use crate::{
    Address, FIELD_SHELVES, facts_of_authority, facts_of_credential, facts_of_designators, field_pages,
};
use rung_catalog::Catalog;
use rung_words::{Words, say};
use std::collections::BTreeMap;

/// An index over a catalogue. It keeps its own copies of what it shows.
#[derive(Clone, Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
    /// For each word the entries that have it, with the weight of the place where it stands.
    words: BTreeMap<String, Vec<(u32, u32)>>,
}

#[derive(Clone, Debug)]
struct Entry {
    address: Address,
    name: String,
    context: String,
    text: String,
    /// Pages come before places on them.
    boost: u32,
}

/// Something found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found<'a> {
    /// Where it is.
    pub address: &'a Address,
    /// What it is called.
    pub name: &'a str,
    /// Whose it is: `Ohio · Registered Pharmacy Technician`.
    pub context: &'a str,
    /// What it says.
    pub text: &'a str,
    /// How well it fits; only good for comparing.
    pub score: u32,
}

/// How much a word weighs, by where it stands.
const IN_NAME: u32 = 12;
const IN_CONTEXT: u32 = 5;
const IN_TEXT: u32 = 2;
/// More results than this help nobody.
const MOST: usize = 60;
/// A longer query is cut.
const MOST_WORDS: usize = 12;

impl Index {
    /// Reads everything that the catalogue says, as it is said in a language.
    pub fn of(words: &Words, catalog: &Catalog) -> Self {
        let mut index = Self::default();
        for authority in &catalog.authorities {
            let page = Address::authority(authority);
            let codes =
                if authority.is_jurisdiction { authority.id.to_uppercase() } else { authority.id.clone() };
            index.add(page, &authority.name, &authority.body, &codes, 6);
            for fact in facts_of_authority(words, catalog, authority) {
                index.add(fact.address, &fact.name, &authority.name, &fact.says, 0);
            }
            for credential in catalog.credentials_of(authority) {
                let page = Address::credential(credential.id.as_str());
                let text = format!(
                    "{} {} {codes}",
                    credential.id,
                    credential.initials.as_deref().unwrap_or_default()
                );
                index.add(page, &words.english(&credential.title), &authority.name, text.trim(), 6);
                let context = words.english(format!("{} · {}", authority.name, credential.title));
                for fact in facts_of_credential(words, catalog, credential) {
                    index.add(fact.address, &fact.name, &context, &fact.says, u32::from(fact.superseded) ^ 1);
                }
            }
        }
        for page in FIELD_SHELVES.iter().flat_map(|shelf| field_pages(words, catalog, shelf)) {
            let lines = page.lines.iter().map(|line| format!("{}: {}", line.name, line.says));
            let text = lines.collect::<Vec<_>>().join(" ");
            let shelf = shelf_name(words, page.address.shelf());
            index.add(page.address, &words.english(&page.title), &shelf, &text, 4);
        }
        for fact in facts_of_designators(words, catalog) {
            index.add(fact.address, &fact.name, &say!(words, "facts-one-designator"), &fact.says, 0);
        }
        index
    }

    /// Adds one more thing to be found: a page of the field (a role, a setting), for example.
    pub fn add(&mut self, address: Address, name: &str, context: &str, text: &str, boost: u32) {
        let Ok(number) = u32::try_from(self.entries.len()) else { return };
        let mut weights: BTreeMap<String, u32> = BTreeMap::new();
        for (part, weight) in [(name, IN_NAME), (context, IN_CONTEXT), (text, IN_TEXT)] {
            for word in words_of(part) {
                let known = weights.entry(word).or_default();
                *known = weight.max(*known);
            }
        }
        for (word, weight) in weights {
            self.words.entry(word).or_default().push((number, weight));
        }
        let (name, context, text) = (name.to_owned(), context.to_owned(), text.to_owned());
        self.entries.push(Entry { address, name, context, text, boost });
    }

    /// What fits `query`, the best first; at most sixty.
    pub fn search(&self, query: &str) -> Vec<Found<'_>> {
        let mut wanted: Vec<String> = words_of(query).take(MOST_WORDS).collect();
        wanted.dedup();
        let Some(last) = wanted.len().checked_sub(1) else { return Vec::new() };
        let mut scores: BTreeMap<u32, u32> = BTreeMap::new();
        for (n, word) in wanted.iter().enumerate() {
            let here = self.entries_with(word, n == last && !query.ends_with(' '));
            scores = if n == 0 {
                here
            } else {
                scores
                    .into_iter()
                    .filter_map(|(entry, score)| Some((entry, score + here.get(&entry)?)))
                    .collect()
            };
        }
        let mut found: Vec<(u32, u32)> = scores.into_iter().collect();
        found.sort_by_key(|(entry, score)| {
            let (boost, length) =
                self.entries.get(*entry as usize).map_or((0, 0), |e| (e.boost, e.text.len()));
            (std::cmp::Reverse(score + boost), length, *entry)
        });
        found.truncate(MOST);
        found.into_iter().filter_map(|(entry, score)| self.found(entry, score)).collect()
    }

    /// How many things can be found.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing can be found.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    fn found(&self, entry: u32, score: u32) -> Option<Found<'_>> {
        let entry = self.entries.get(entry as usize)?;
        let Entry { address, name, context, text, .. } = entry;
        Some(Found { address, name, context, text, score })
    }

    /// The entries that have `word`, with what that is worth; a whole word is worth more than a beginning.
    fn entries_with(&self, word: &str, or_beginning: bool) -> BTreeMap<u32, u32> {
        let mut scores: BTreeMap<u32, u32> = BTreeMap::new();
        let range = self.words.range(word.to_owned()..);
        let near = range.take_while(|(known, _)| known.starts_with(word));
        for (known, entries) in near.filter(|(known, _)| or_beginning || *known == word) {
            let rarity = rarity(self.entries.len(), entries.len());
            let whole = if known == word { 2 } else { 1 };
            for (entry, weight) in entries {
                let score = weight * rarity * whole;
                let best = scores.entry(*entry).or_default();
                *best = score.max(*best);
            }
        }
        scores
    }
}

/// `roles`, `settings` and so on, as a reader says them.
fn shelf_name(words: &Words, shelf: &str) -> String {
    match shelf {
        "roles" => say!(words, "field-shelf-roles"),
        "settings" => say!(words, "field-shelf-settings"),
        "actions" => say!(words, "field-shelf-actions"),
        "organizations" => say!(words, "field-shelf-organizations"),
        _ => say!(words, "field-shelf-feeds"),
    }
}

/// `text` in parts, each with whether it is one of the words of `query`, so that a page can mark them.
///
/// ```
/// let parts = rung_atlas::marked("law ohi", "Ohio's laws");
/// assert_eq!(parts, [(true, "Ohio"), (false, "'s "), (true, "laws")]);
/// ```
pub fn marked<'t>(query: &str, text: &'t str) -> Vec<(bool, &'t str)> {
    let wanted: Vec<String> = words_of(query).take(MOST_WORDS).collect();
    let beginning = wanted.last().filter(|_| !query.ends_with(' '));
    let is_wanted = |part: &str| {
        words_of(part).next().is_some_and(|word| {
            wanted.contains(&word) || beginning.is_some_and(|begin| word.starts_with(begin.as_str()))
        })
    };
    let mut parts: Vec<(bool, &str)> = Vec::new();
    let (mut plain_from, mut at) = (0, 0);
    while let Some(first) = text[at..].chars().next() {
        let is_word = first.is_alphanumeric();
        let length = text[at..].find(|c: char| c.is_alphanumeric() != is_word);
        let end = length.map_or(text.len(), |length| at + length);
        if is_word && is_wanted(&text[at..end]) {
            parts.extend((plain_from < at).then(|| (false, &text[plain_from..at])));
            parts.push((true, &text[at..end]));
            plain_from = end;
        }
        at = end;
    }
    parts.extend((plain_from < at).then(|| (false, &text[plain_from..at])));
    parts
}

/// 1 for a word that everything has, more the rarer it is: about the logarithm.
fn rarity(all: usize, with: usize) -> u32 {
    (all / with.max(1)).max(1).ilog2() + 1
}

/// The words of a text: small letters and digits, plurals without their s.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(|word| {
        let word = word.to_lowercase();
        match word.strip_suffix('s') {
            Some(one) if one.chars().count() > 2 && !one.ends_with('s') => one.to_owned(),
            _ => word,
        }
    })
}
