//! Which credits a rule speaks of.

use rung_record::{Audience, CreditKind, Date, Format, Hours, Topic};
use serde::Deserialize;

/// A test on one credit. Everything that is given must hold; within a list, one is enough.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Kinds of activity.
    pub kinds: Vec<CreditKind>,
    /// Accrediting bodies: `acpe`, `cme-1`, `board`, ….
    pub accreditation: Vec<String>,
    /// `live`, `live-online`, `home`.
    pub formats: Vec<Format>,
    /// `technician` takes activities for both too; `pharmacist` means made for pharmacists only.
    pub audience: Vec<Audience>,
    /// Subjects.
    pub topics: Vec<Topic>,
    /// The law must be that of this jurisdiction, two letters: `TX`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::words::TwoLetters>"))]
    pub law_of: Option<String>,
    /// Completed on this day or later.
    #[serde(deserialize_with = "crate::file::optional_day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::words::Day>"))]
    pub completed_from: Option<Date>,
    /// Completed before this day.
    #[serde(deserialize_with = "crate::file::optional_day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::words::Day>"))]
    pub completed_before: Option<Date>,
    /// A college course of this many academic credits or more.
    pub academic_credits_at_least: Option<Hours>,
    /// A college course with this grade or a better one (A is best): `C`.
    pub grade_at_least: Option<char>,
    /// One of these holds.
    pub any: Vec<Filter>,
    /// This does not hold.
    pub not: Option<Box<Filter>>,
}

impl Filter {
    /// Whether every credit passes.
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    /// Every topic named, at any depth.
    pub fn all_topics(&self) -> Vec<&Topic> {
        let inner = self.any.iter().chain(self.not.as_deref());
        self.topics.iter().chain(inner.flat_map(Self::all_topics)).collect()
    }
}

/// What a credit without hours of its own is worth, for example a college course.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Conversion {
    /// The kind it applies to.
    pub kind: CreditKind,
    /// Contact hours for each academic credit.
    pub hours_per_academic_credit: Option<Hours>,
    /// Contact hours for the whole activity.
    pub hours_each: Option<Hours>,
}
