//! One thing that the catalogue says.

use crate::{Address, DESIGNATORS, facts_of_authority, facts_of_credential, facts_of_designators};
use rung_catalog::{Authority, Catalog, Cite};
use rung_record::Date;
use rung_rules::words::capital;
use rung_words::{Part, Words, parts, say};

/// What a fact is about; pages and comparisons are in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// What it is: kind, term, initials.
    About,
    /// What must be true before one may apply, and what the application asks.
    Getting,
    /// The examination, and trying again.
    Exam,
    /// What is paid outside renewal.
    Fees,
    /// What keeping it asks.
    Keeping,
    /// What is open after expiry.
    AfterExpiry,
    /// Duties beyond the usual.
    Duties,
    /// What changed and will change.
    Changes,
    /// What no source has settled.
    OpenQuestions,
}

impl Section {
    /// A heading.
    pub fn title(self, words: &Words) -> String {
        match self {
            Self::About => say!(words, "facts-section-about"),
            Self::Getting => say!(words, "facts-section-getting"),
            Self::Exam => say!(words, "facts-section-exam"),
            Self::Fees => say!(words, "facts-section-fees"),
            Self::Keeping => say!(words, "facts-section-keeping"),
            Self::AfterExpiry => say!(words, "facts-section-after-expiry"),
            Self::Duties => say!(words, "facts-section-duties"),
            Self::Changes => say!(words, "facts-section-changes"),
            Self::OpenQuestions => say!(words, "facts-section-open-questions"),
        }
    }
}

/// What a fact is among those around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactKind {
    /// A rule, a condition, a step: what its name says.
    Plain,
    /// Something that the catalogue says in its own words; its name says nothing.
    Note,
    /// When one applies and what counts at all: what only frames the rules.
    Frame,
    /// Who is asked otherwise.
    Exception,
    /// An amount to pay.
    Fee,
}

/// One sentence of the catalogue, with its place and its source.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact<'a> {
    /// Where it stands, for good.
    pub address: Address,
    /// What it is about.
    pub section: Section,
    /// Its group within the section: a version of the rules, a path; empty when there is only one.
    pub group: String,
    /// What it is among those around it.
    pub kind: FactKind,
    /// A few words: `Texas pharmacy law or rules`.
    pub name: String,
    /// What holds: `At least 1 h of …`. Sentences in a language, with what stays English marked
    /// ([`Words::english`]); days are written 2026-11-23.
    pub says: String,
    /// First day in force, when known.
    pub from: Option<Date>,
    /// Last day in force, when known.
    pub until: Option<Date>,
    /// No longer in force, since a day that no source tells.
    pub superseded: bool,
    /// Whether no source tells what is asked here.
    pub is_unknown: bool,
    /// Where it is written; none only for what is unknown, or follows from the rest of the file.
    pub cite: Option<&'a Cite>,
}

impl Fact<'_> {
    /// Whether it holds on `day`.
    pub fn in_force_on(&self, day: Date) -> bool {
        !self.superseded
            && self.from.is_none_or(|from| from <= day)
            && self.until.is_none_or(|until| day <= until)
    }
}

/// The text as a sentence: a capital first, a full stop last.
pub(crate) fn sentence(text: &str) -> String {
    let last = parts(text).last().map_or("", |part| match part {
        Part::Own(text) | Part::English(text) => text,
    });
    let end = if last.ends_with(['.', '?', '!', ':']) || text.is_empty() { "" } else { "." };
    format!("{}{end}", capital(text))
}

/// Sentences after one another.
pub(crate) fn sentences(parts: impl IntoIterator<Item = String>) -> String {
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.iter().map(|part| sentence(part)).collect::<Vec<_>>().join(" ")
}

/// The facts of a page, and what it is called.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet<'a> {
    /// Its address, without a place.
    pub address: Address,
    /// What it is called: `Registered Pharmacy Technician`.
    pub title: String,
    /// Whose it is; none for the page of an authority itself.
    pub authority: Option<&'a Authority>,
    /// Everything on it, in order.
    pub facts: Vec<Fact<'a>>,
}

impl<'a> Sheet<'a> {
    /// The page that `address` is on; none where there is no such page.
    pub fn at(words: &Words, catalog: &'a Catalog, address: &Address) -> Option<Self> {
        let page = address.page();
        match page.shelf() {
            "credentials" => {
                let credential = catalog.credential(page.id())?;
                let authority = Some(catalog.authority_of(credential));
                let facts = facts_of_credential(words, catalog, credential);
                Some(Self { address: page, title: credential.title.clone(), authority, facts })
            }
            "bodies" if (page.shelf(), page.id()) == DESIGNATORS => {
                let facts = facts_of_designators(words, catalog);
                Some(Self {
                    address: page,
                    title: say!(words, "facts-title-designators"),
                    authority: None,
                    facts,
                })
            }
            "jurisdictions" | "bodies" => {
                let known = catalog.authority(page.id())?;
                let facts = facts_of_authority(words, catalog, known);
                let found = Address::authority(known) == page;
                found.then(|| Self { address: page, title: known.name.clone(), authority: None, facts })
            }
            _ => None,
        }
    }

    /// The fact with this address.
    pub fn fact(&self, address: &Address) -> Option<&Fact<'a>> {
        self.facts.iter().find(|fact| fact.address == *address)
    }
}
