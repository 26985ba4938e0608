//! What a jurisdiction lets technicians do beyond the usual, and what changes when.

use crate::{Cite, Condition, When};
use rung_record::{CredentialId, Date};
use serde::Deserialize;

/// A duty beyond dispensing, and whether technicians of a jurisdiction may take it on.
#[derive(Clone, Debug, PartialEq)]
pub struct Duty {
    /// One of the catalogue's [`DutyKind`]s: `immunization`.
    pub kind: String,
    /// Whether.
    pub allowed: Allowed,
    /// Only holders of one of these; every technician of the jurisdiction when empty.
    pub who: Vec<CredentialId>,
    /// The conditions, each in a few plain words.
    pub terms: Vec<String>,
    /// The part of the conditions that a record can answer.
    pub condition: Option<Condition>,
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub until: Option<Date>,
    /// What to ask, and whom, where it is unknown.
    pub question: Option<String>,
    /// Where it is written; none only where it is unknown.
    pub cite: Option<Cite>,
    /// For the reader.
    pub note: Option<String>,
}

/// Whether a duty is allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Allowed {
    /// A text allows it without more conditions than the credential.
    Yes,
    /// A text allows it under the conditions told.
    Conditions,
    /// A text forbids it.
    No,
    /// No source settles it.
    Unknown,
}

impl Allowed {
    /// `allowed`, `allowed on terms`, `not allowed`, `not known`.
    pub fn in_words(self) -> &'static str {
        match self {
            Self::Yes => "allowed",
            Self::Conditions => "allowed on terms",
            Self::No => "not allowed",
            Self::Unknown => "not known",
        }
    }
}

/// A sort of duty that boards speak of.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DutyKind {
    /// The word that files use: `immunization`.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::words::Id"))]
    pub id: String,
    /// For a heading: `Giving vaccines`.
    pub name: String,
    /// What it is, in a sentence.
    pub what: String,
}

/// A dated change, past or to come.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// When.
    pub date: When,
    /// What changes, in plain words.
    pub what: String,
    /// Which credentials it touches; all of the authority's when empty.
    pub credentials: Vec<CredentialId>,
    /// Where it is written.
    pub cite: Cite,
}

impl Duty {
    /// Whether this is what holds on `day`.
    pub fn in_force_on(&self, day: Date) -> bool {
        crate::in_force(self.from, self.until, day)
    }
}
