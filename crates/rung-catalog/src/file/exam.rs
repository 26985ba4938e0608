//! Examinations as files write them.

use super::{Checked, Cites, Context, optional_day};
#[cfg(feature = "schema")]
use crate::schema::words;
use crate::{Confidence, Domain, Exam, Retake, Span};
use rung_record::Date;
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;

/// One version of an examination or of its outline. What no source tells is left out.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct ExamFile {
    /// Names the version: `ptce-2026`.
    #[cfg_attr(feature = "schema", schemars(with = "words::Id"))]
    id: Spanned<String>,
    /// As its body calls it: `PTCE`.
    title: String,
    /// First day of this version.
    #[serde(default, deserialize_with = "optional_day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<words::Day>"))]
    from: Option<Date>,
    /// Last day of this version.
    #[serde(default, deserialize_with = "optional_day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<words::Day>"))]
    until: Option<Date>,
    /// No longer given, since a day that no source tells: `true`.
    #[serde(default)]
    superseded: bool,
    /// How many questions: `90`.
    questions: Option<u16>,
    /// How many of them count: `80`.
    scored: Option<u16>,
    /// How long it takes, in minutes: `110`.
    minutes: Option<u16>,
    /// The score that passes: `1400`.
    passing_score: Option<u16>,
    /// The lowest and the highest score: `[1000, 1600]`.
    scale: Option<[u16; 2]>,
    /// Where and how it is sat: `at a test centre`.
    delivery: Option<String>,
    /// How long one may sit it once admitted: `90 days`.
    authorization: Option<Span>,
    /// What it is about: `[{ name = "Medications", percent = "35" }]`.
    #[serde(default)]
    domains: Vec<Domain>,
    /// Where it is written.
    #[cfg_attr(feature = "schema", schemars(with = "Cites"))]
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
    /// For the reader.
    #[serde(default)]
    notes: Vec<String>,
}

/// How often, and when again, an examination may be tried.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct RetakeFile {
    /// Waits before the second attempt, the third, …: `["60 days", "60 days"]`.
    #[serde(default)]
    waits: Vec<Span>,
    /// The wait before every later attempt: `6 months`.
    then: Option<Span>,
    /// No more attempts than this. Left out when there is no limit.
    most_attempts: Option<u8>,
    /// The attempts of this long are counted: `2 years`. Left out when all of them are.
    within: Option<Span>,
    /// Where it is written.
    #[cfg_attr(feature = "schema", schemars(with = "Cites"))]
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
    /// For the reader.
    #[serde(default)]
    notes: Vec<String>,
}

impl ExamFile {
    pub fn into_typed(self, context: &Context<'_>, field: &str) -> Checked<Exam> {
        let near = self.id.span();
        let field = format!("{field}, exam {}", self.id.get_ref());
        let total: u32 =
            self.domains.iter().filter_map(|domain| domain.percent).map(|p| p.hundredths()).sum();
        let all_known =
            !self.domains.is_empty() && self.domains.iter().all(|domain| domain.percent.is_some());
        // Outlines round their shares; a total far from a hundred is a slip.
        if total > 10_100 || (all_known && total < 9_900) {
            let (whole, part) = (total / 100, total % 100);
            let what = format!("the shares add up to {whole}.{part:02} percent");
            return super::fault(&near, format!("{field}.domains"), what);
        }
        let cite = context.cite(self.cite, self.confidence, None, &near, &field)?;
        Ok(Exam {
            superseded: self.superseded,
            id: self.id.into_inner(),
            title: self.title,
            from: self.from,
            until: self.until,
            questions: self.questions,
            scored: self.scored,
            minutes: self.minutes,
            passing_score: self.passing_score,
            scale: self.scale,
            delivery: self.delivery,
            authorization: self.authorization,
            domains: self.domains,
            cite,
            notes: self.notes,
        })
    }
}

impl RetakeFile {
    pub fn into_typed(self, context: &Context<'_>, near: &Range<usize>, field: &str) -> Checked<Retake> {
        let cite = context.cite(self.cite, self.confidence, None, near, &format!("{field}, retake"))?;
        let Self { waits, then, most_attempts, within, notes, .. } = self;
        Ok(Retake { waits, then, most_attempts, within, cite, notes })
    }
}
