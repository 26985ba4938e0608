//! Examinations: their outlines over time, and how often one may try.

use crate::{Cite, Percent, Span};
use rung_record::{Date, Topic};
use serde::Deserialize;

/// One version of an examination or of its outline.
#[derive(Clone, Debug, PartialEq)]
pub struct Exam {
    /// Names the version: `ptce-2026`.
    pub id: String,
    /// As its body calls it: `PTCE`.
    pub title: String,
    /// First day on which it is given.
    pub from: Option<Date>,
    /// Last day on which it is given.
    pub until: Option<Date>,
    /// No longer given, since a day that no source tells.
    pub superseded: bool,
    /// How many questions.
    pub questions: Option<u16>,
    /// How many of them count.
    pub scored: Option<u16>,
    /// How long it takes, in minutes.
    pub minutes: Option<u16>,
    /// The score that passes, on `scale`.
    pub passing_score: Option<u16>,
    /// The lowest and the highest score.
    pub scale: Option<[u16; 2]>,
    /// Where and how it is sat.
    pub delivery: Option<String>,
    /// How long one may sit it once admitted.
    pub authorization: Option<Span>,
    /// What it is about.
    pub domains: Vec<Domain>,
    /// Where this is written.
    pub cite: Cite,
    /// For the reader.
    pub notes: Vec<String>,
}

/// A part of an examination's outline.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Domain {
    /// As the outline calls it.
    pub name: String,
    /// Its share of the scored questions.
    pub percent: Option<Percent>,
    /// The subjects of continuing education that it touches.
    #[serde(default)]
    pub topics: Vec<Topic>,
}

/// How often, and when again, an examination may be tried.
#[derive(Clone, Debug, PartialEq)]
pub struct Retake {
    /// Waits before the second attempt, the third, ….
    pub waits: Vec<Span>,
    /// The wait before every later one.
    pub then: Option<Span>,
    /// No more attempts than this.
    pub most_attempts: Option<u8>,
    /// The attempts of this long are counted; all of them when none.
    pub within: Option<Span>,
    /// Where this is written.
    pub cite: Cite,
    /// For the reader.
    pub notes: Vec<String>,
}

impl Exam {
    /// Whether it is given on `day`, as far as anybody knows.
    pub fn in_force_on(&self, day: Date) -> bool {
        !self.superseded && crate::in_force(self.from, self.until, day)
    }
}
