//! Examinations as files write them.

use super::{Checked, Cites, Context, optional_day};
use crate::{Confidence, Domain, Exam, Retake, Span};
use rung_record::Date;
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ExamFile {
    id: Spanned<String>,
    title: String,
    #[serde(default, deserialize_with = "optional_day")]
    from: Option<Date>,
    #[serde(default, deserialize_with = "optional_day")]
    until: Option<Date>,
    questions: Option<u16>,
    scored: Option<u16>,
    minutes: Option<u16>,
    passing_score: Option<u16>,
    scale: Option<[u16; 2]>,
    delivery: Option<String>,
    authorization: Option<Span>,
    #[serde(default)]
    domains: Vec<Domain>,
    cite: Option<Spanned<Cites>>,
    confidence: Option<Confidence>,
    #[serde(default)]
    notes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RetakeFile {
    #[serde(default)]
    waits: Vec<Span>,
    then: Option<Span>,
    most_attempts: Option<u8>,
    within: Option<Span>,
    cite: Option<Spanned<Cites>>,
    confidence: Option<Confidence>,
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
