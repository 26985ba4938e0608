//! Facts about a technician on which rules depend.

use rung_record::{CredentialId, Date, Hours};
use serde::Deserialize;

use crate::Span;

/// A test on the technician, three-valued. Everything that is given must hold.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Condition {
    /// Whether the period is the one in which the credential was first issued.
    pub first_period: Option<bool>,
    /// When the credential was first issued.
    pub issued: Option<Issued>,
    /// How long the credential will have been held when the period ends.
    pub held_at_end: Option<HeldFor>,
    /// Calendar years between that of the first issue and that in which the period ends: 0 is the same year.
    pub calendar_years_held: Option<u8>,
    /// Does one of these at work in the period: `immunization`, `sterile-compounding`, ….
    pub duty: Vec<String>,
    /// Works in one of these practice settings.
    pub setting: Vec<String>,
    /// Holds one of these credentials, active.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::schema::words::Id>"))]
    pub holds: Vec<CredentialId>,
    /// Holds at least so many of these.
    pub holds_at_least: Option<AtLeast>,
    /// Has worked this much.
    pub experience: Option<Experience>,
    /// Full years of age.
    pub age_at_least: Option<u8>,
    /// Has completed one of these kinds of education.
    pub education: Vec<String>,
    /// Has completed a training programme.
    pub program: Option<Program>,
    /// The record's facts say yes under this key: `attest:sc-enrolled`.
    pub attest: Option<String>,
    /// Where the record does not say, this does not hold: for what is rare and must be claimed.
    pub silent_is_no: bool,
    /// No source says. The text is the question to ask, and whom.
    pub unknown: Option<String>,
    /// One of these holds.
    pub any: Vec<Condition>,
    /// All of these hold.
    pub all: Vec<Condition>,
    /// This does not hold.
    pub not: Option<Box<Condition>>,
}

/// Bounds on the day of first issue.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Issued {
    /// On this day or later.
    #[serde(deserialize_with = "crate::file::optional_day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::words::Day>"))]
    pub from: Option<Date>,
    /// Before this day.
    #[serde(deserialize_with = "crate::file::optional_day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::words::Day>"))]
    pub before: Option<Date>,
}

/// Bounds on how long a credential is held.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct HeldFor {
    /// This long or longer.
    pub at_least: Option<Span>,
    /// This long or shorter.
    pub at_most: Option<Span>,
    /// Shorter than this.
    pub less_than: Option<Span>,
}

/// A number of credentials out of a list.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AtLeast {
    /// How many.
    pub count: usize,
    /// Out of these.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::schema::words::Id>"))]
    pub of: Vec<CredentialId>,
}

/// An amount of work.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Experience {
    /// Hours worked.
    pub hours: Option<Hours>,
    /// Calendar time employed; stretches at the same time count once.
    pub length: Option<Span>,
    /// Only work in this long before the day counts.
    pub within: Option<Span>,
    /// Only jobs with one of these duties count.
    pub duty: Vec<String>,
    /// Only jobs in one of these settings count.
    pub setting: Vec<String>,
    /// Only jobs of at least this many hours a week count.
    pub hours_per_week_at_least: Option<Hours>,
}

/// A training programme.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Program {
    /// What it must be about, when that matters.
    pub subject: Option<String>,
    /// One of these recognises or accredits it; empty when the rule names nobody.
    pub recognised_by: Vec<String>,
    /// Completed no longer ago than this.
    pub within: Option<Span>,
    /// It may still be this far from completion.
    pub or_ends_within: Option<Span>,
}

impl Condition {
    /// Whether nothing is asked.
    pub fn is_always(&self) -> bool {
        *self == Self::default()
    }

    /// The credentials that this condition itself names.
    pub fn named_ids(&self) -> impl Iterator<Item = &CredentialId> {
        self.holds.iter().chain(self.holds_at_least.iter().flat_map(|some| &some.of))
    }

    /// Every condition inside this one, itself first.
    pub fn walk(&self) -> Vec<&Self> {
        let inner = self.any.iter().chain(&self.all).chain(self.not.as_deref());
        std::iter::once(self).chain(inner.flat_map(Self::walk)).collect()
    }
}
