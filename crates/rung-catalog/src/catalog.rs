//! All of the catalogue, loaded and linked.

use crate::{
    Ask, Authority, Cite, Credential, DutyKind, LoadError, Requirement, Source, field::Field, file::AcpeFile,
};
use rung_record::{CredentialId, Date, Topic};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, HashMap},
    sync::OnceLock,
};

/// Every authority, credential and topic.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    /// Boards and certifying bodies, by file path.
    pub authorities: Vec<Authority>,
    /// Credentials, in the order of their files.
    pub credentials: Vec<Credential>,
    /// What the topic designators of activity numbers mean.
    pub designated_topics: Vec<DesignatedTopic>,
    /// Where those meanings were read.
    pub acpe_sources: Vec<Source>,
    /// The day on which they were last looked at.
    pub acpe_checked: Option<Date>,
    /// What no source has settled yet about activity numbers.
    pub acpe_open_questions: Vec<String>,
    /// The duties beyond dispensing that boards speak of.
    pub duty_kinds: Vec<DutyKind>,
    /// The map of equal tiles: rows of two-letter codes, `.` where there is none.
    pub tile_rows: Vec<String>,
    /// Every topic word that filters may name.
    pub known_topics: Vec<Topic>,
    /// How words of files and records are said, where that is not the word with blanks for hyphens.
    pub words: BTreeMap<String, String>,
    /// Scenario files as text, by path; `rung-rules` runs them.
    pub scenario_files: Vec<(String, String)>,
    by_id: HashMap<CredentialId, usize>,
    /// What a technician attests, by key, in the words of the condition or requirement that is just that.
    attested: HashMap<String, String>,
    /// Read when first asked for; see [`Catalog::field`].
    pub(crate) field: OnceLock<Field>,
}

/// What two digits of an activity number mean.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DesignatedTopic {
    /// Two digits: `03`.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::words::TwoDigits"))]
    pub code: String,
    /// The designator's name.
    pub name: String,
    /// Rung's words for it; empty for one that stands for no single subject.
    #[serde(default)]
    pub topics: Vec<Topic>,
    /// What else is known.
    pub note: Option<String>,
    /// Where it was read: ids of this file's sources.
    #[serde(default)]
    pub sources: Vec<String>,
}

impl Catalog {
    /// The credential with this id.
    pub fn credential(&self, id: &str) -> Option<&Credential> {
        self.by_id.get(id).and_then(|index| self.credentials.get(*index))
    }

    /// An authority by its id: `tx`, `ptcb`.
    pub fn authority(&self, id: &str) -> Option<&Authority> {
        self.authorities.iter().find(|authority| authority.id == id)
    }

    /// An authority's credentials, in the order of its file.
    pub fn credentials_of(&self, authority: &Authority) -> impl Iterator<Item = &Credential> {
        let index = self.authorities.iter().position(|other| other.id == authority.id);
        self.credentials.iter().filter(move |credential| Some(credential.authority) == index)
    }

    /// Whose credential it is.
    pub fn authority_of(&self, credential: &Credential) -> &Authority {
        &self.authorities[credential.authority]
    }

    /// A credential's name for a sentence: `CPhT (PTCB)`, `Registered Pharmacy Technician (Texas)`; the id of one that
    /// the catalogue lacks.
    pub fn short_name(&self, id: &str) -> String {
        self.credential(id).map_or_else(
            || id.to_owned(),
            |known| {
                let name = known.initials.as_ref().unwrap_or(&known.title);
                format!("{name} ({})", self.authority_of(known).name)
            },
        )
    }

    /// The source that a cite names, and its authority.
    pub fn source(&self, cite: &Cite) -> (&Authority, &Source) {
        let authority = &self.authorities[cite.authority];
        (authority, &authority.sources[cite.source])
    }

    /// A word of files and records as people say it: `ACPE`, `patient safety`.
    pub fn say(&self, word: &str) -> String {
        self.words.get(word).cloned().unwrap_or_else(|| word.replace('-', " "))
    }

    /// What a technician attests under this key (`attest:…`): `an associate degree in pharmacy technology`. None where neither
    /// [`Catalog::words`] nor a condition or requirement that asks just that has it.
    pub fn attested(&self, key: &str) -> Option<&str> {
        self.words.get(key).or_else(|| self.attested.get(key)).map(String::as_str)
    }

    /// What a topic designator stands for.
    pub fn designated_topic(&self, code: &str) -> Option<&DesignatedTopic> {
        self.designated_topics.iter().find(|topic| topic.code == code)
    }

    /// Ids that resemble `id`, nearest first, for "did you mean".
    pub fn similar_ids(&self, id: &str) -> Vec<&CredentialId> {
        let mut near: Vec<(usize, &CredentialId)> = self
            .credentials
            .iter()
            .map(|known| (edit_distance(id, known.id.as_str()), &known.id))
            .filter(|(steps, _)| *steps <= 6)
            .collect();
        near.sort();
        near.into_iter().take(3).map(|(_, id)| id).collect()
    }

    pub(crate) fn set_acpe(&mut self, file: AcpeFile) {
        self.known_topics = file.known_topics;
        self.known_topics.extend(file.topics.iter().flat_map(|topic| topic.topics.clone()));
        self.known_topics.sort();
        self.known_topics.dedup();
        self.designated_topics = file.topics;
        self.words = file.words;
        self.acpe_sources = file.sources;
        self.acpe_open_questions = file.open_questions;
        self.acpe_checked = Some(file.checked);
    }

    /// Builds the index; two credentials with one id are an error.
    pub(crate) fn link(&mut self) -> Vec<LoadError> {
        let mut errors = Vec::new();
        for (index, credential) in self.credentials.iter().enumerate() {
            if let Some(earlier) = self.by_id.insert(credential.id.clone(), index) {
                let first = &self.authorities[self.credentials[earlier].authority].file;
                errors.push(LoadError {
                    file: self.authorities[credential.authority].file.clone(),
                    line: 1,
                    field: format!("credential {}", credential.id),
                    what: format!("is defined in {first} too"),
                });
            }
        }
        for (key, what) in self.credentials.iter().flat_map(attestations) {
            self.attested.entry(key).or_insert(what);
        }
        errors
    }
}

/// Conditions and requirements of a credential that ask an attestation and nothing else: its key, and their words.
fn attestations(credential: &Credential) -> impl Iterator<Item = (String, String)> {
    let of_paths = credential.paths.iter().flat_map(|path| &path.conditions);
    let of_paths = of_paths.map(|line| (&line.condition, &line.what));
    let of_rules = credential.rule_sets().flat_map(|rules| &rules.requirements).flat_map(Requirement::walk);
    let of_rules = of_rules.filter_map(|line| match &line.ask {
        Ask::Condition(condition) => Some((condition, &line.what)),
        _ => None,
    });
    of_paths.chain(of_rules).filter_map(|(condition, what)| Some((condition.attest.clone()?, what.clone())))
}

/// Insertions, deletions and replacements between two short texts.
fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(80).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().take(80).enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(row[j + 1] + 1);
        }
    }
    row[b.len()]
}
