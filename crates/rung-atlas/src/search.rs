//! Finding by words, over everything that the catalogue says.
//!
//! A few thousand short texts: an index in memory, built once, answers in microseconds, and brings no dependency into
//! the pure crates. Every word asked for must be there, in the name, the text or the context ("Ohio" for every fact of
//! Ohio's file); the last one may be a beginning of a word. Rare words weigh more than common ones.

use crate::{Address, facts_of_authority, facts_of_credential, facts_of_designators};
use rung_catalog::Catalog;
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
    /// Reads everything that the catalogue says.
    pub fn of(catalog: &Catalog) -> Self {
        let mut index = Self::default();
        for authority in &catalog.authorities {
            let page = Address::authority(authority);
            let codes =
                if authority.is_jurisdiction { authority.id.to_uppercase() } else { authority.id.clone() };
            index.add(page, &authority.name, &authority.body, &codes, 6);
            for fact in facts_of_authority(catalog, authority) {
                index.add(fact.address, &fact.name, &authority.name, &fact.says, 0);
            }
            for credential in catalog.credentials_of(authority) {
                let page = Address::credential(credential.id.as_str());
                let text = format!(
                    "{} {} {codes}",
                    credential.id,
                    credential.initials.as_deref().unwrap_or_default()
                );
                index.add(page, &credential.title, &authority.name, text.trim(), 6);
                let context = format!("{} · {}", authority.name, credential.title);
                for fact in facts_of_credential(catalog, credential) {
                    index.add(fact.address, &fact.name, &context, &fact.says, u32::from(fact.superseded) ^ 1);
                }
            }
        }
        for fact in facts_of_designators(catalog) {
            index.add(fact.address, &fact.name, "ACPE topic designator", &fact.says, 0);
        }
        index.add_field(catalog);
        index
    }

    /// Adds the pages of the field: roles, settings, organizations, feeds.
    fn add_field(&mut self, catalog: &Catalog) {
        let field = catalog.field();
        for role in &field.roles.roles {
            let text = [role.does.join("; "), role.competencies.join("; ")].join(". ");
            self.add(Address::on("roles", role.id.as_str()), &role.title, "Role", &text, 4);
        }
        for setting in &field.settings.settings {
            let text = [setting.does.join("; "), setting.skills.join("; ")].join(". ");
            self.add(
                Address::on("settings", setting.id.as_str()),
                &setting.title,
                "Practice setting",
                &text,
                4,
            );
        }
        for body in &field.organizations.organizations {
            let text = [body.for_whom.clone(), body.benefits.join("; ")].join(". ");
            self.add(Address::on("organizations", body.id.as_str()), &body.name, "Organization", &text, 4);
        }
        for feed in &field.feeds.feeds {
            self.add(Address::on("feeds", feed.id.as_str()), &feed.publisher, "Feed", &feed.topic, 1);
        }
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

/// 1 for a word that everything has, more the rarer it is: about the logarithm.
fn rarity(all: usize, with: usize) -> u32 {
    (all / with.max(1)).max(1).ilog2() + 1
}

/// The words of a text: small letters and digits, plurals without their s.
fn words_of(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(plain_word)
}

fn plain_word(word: &str) -> String {
    let word = word.to_lowercase();
    match word.strip_suffix('s') {
        Some(one) if one.chars().count() > 2 && !one.ends_with('s') => one.to_owned(),
        _ => word,
    }
}

/// A text in pieces, each with whether it is a word that `query` asks for; together they are the text.
///
/// ```
/// use rung_atlas::highlight;
/// let pieces = highlight("Opioids, and the law.", "opioid l");
/// assert_eq!(pieces, [("Opioids", true), (", and the ", false), ("law", true), (".", false)]);
/// ```
pub fn highlight<'t>(text: &'t str, query: &str) -> Vec<(&'t str, bool)> {
    let wanted: Vec<String> = words_of(query).take(MOST_WORDS).collect();
    let begun = wanted.last().filter(|_| !query.ends_with(' '));
    let asked = |word: &str| {
        let word = plain_word(word);
        wanted.contains(&word) || begun.is_some_and(|begun| word.starts_with(begun.as_str()))
    };
    let mut pieces: Vec<(&'t str, bool)> = Vec::new();
    let (mut told, mut start) = (0, 0);
    for (end, _) in text.match_indices(|c: char| !c.is_alphanumeric()).chain([(text.len(), "")]) {
        if start < end && asked(&text[start..end]) {
            if told < start {
                pieces.push((&text[told..start], false));
            }
            pieces.push((&text[start..end], true));
            told = end;
        }
        start = end + text[end..].chars().next().map_or(0, char::len_utf8);
    }
    if told < text.len() {
        pieces.push((&text[told..], false));
    }
    pieces
}
