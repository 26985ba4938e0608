//! Duties, changes and open questions as files write them.

use super::{Checked, Cites, Context, fault, optional_day};
#[cfg(feature = "schema")]
use crate::schema::{shape, words};
use crate::{Allowed, Change, Condition, Confidence, Duty, OpenQuestion, When};
use rung_record::{CredentialId, Date};
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;

/// Whether technicians may take on a duty beyond dispensing.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(transform = shape::duty_is_backed))]
#[serde(deny_unknown_fields)]
pub(super) struct DutyFile {
    /// One of the words in `duties.toml`: `immunization`.
    #[cfg_attr(feature = "schema", schemars(with = "words::Id"))]
    id: Spanned<String>,
    /// Whether technicians may.
    allowed: Allowed,
    /// Ids of this file's credentials: only their holders. Left out for every technician.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<words::Id>"))]
    who: Vec<CredentialId>,
    /// The conditions, each in a few plain words: `["current CPR certificate"]`.
    #[serde(default)]
    terms: Vec<String>,
    /// The part of the conditions that a record can answer: `{ holds = ["ptcb-cpht"] }`.
    #[serde(rename = "if")]
    condition: Option<Condition>,
    /// First day.
    #[serde(default, deserialize_with = "optional_day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<words::Day>"))]
    from: Option<Date>,
    /// Last day.
    #[serde(default, deserialize_with = "optional_day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<words::Day>"))]
    until: Option<Date>,
    /// What to ask, and whom, where it is unknown: `May … ? Ask the board.`
    question: Option<String>,
    /// Where it is written; left out only where it is unknown.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Cites>"))]
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
    /// For the reader.
    note: Option<String>,
}

/// A dated change, past or to come.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct ChangeFile {
    /// When: `2027-01-01`, or `"2027-01"` or `"2027"` in quotes when no more is known.
    #[cfg_attr(feature = "schema", schemars(with = "When"))]
    date: Spanned<When>,
    /// What changes, in plain words: `the live hours fall away`.
    what: String,
    /// Which credentials it touches. Left out when it touches all of the file's.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<words::Id>"))]
    credentials: Vec<CredentialId>,
    /// Where it is written.
    #[cfg_attr(feature = "schema", schemars(with = "Cites"))]
    cite: Option<Spanned<Cites>>,
    /// Only where this is less sure than the file as a whole.
    confidence: Option<Confidence>,
}

/// A question, alone or with the sources that raise it: `{ ask = "…?", cite = ["vendor-page"] }`.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "expected a question, or { ask = \"…?\", cite = [\"…\"] }")]
pub(super) enum OpenQuestionFile {
    /// The question.
    Alone(String),
    /// The question, and the sources that raise it.
    WithSources(CitedQuestionFile),
}

/// A question and the sources that raise it.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(super) struct CitedQuestionFile {
    /// The question.
    ask: String,
    /// The sources that raise it.
    cite: Cites,
}

impl DutyFile {
    pub fn into_typed(self, context: &Context<'_>) -> Checked<Duty> {
        let near = self.id.span();
        let field = format!("duty {}", self.id.get_ref());
        let is_unknown = self.allowed == Allowed::Unknown;
        if is_unknown && self.question.is_none() {
            return fault(&near, field, "is unknown: give the question to ask, and whom, as `question`");
        }
        if self.allowed == Allowed::Conditions && self.terms.is_empty() && self.condition.is_none() {
            return fault(&near, field, "is allowed under conditions: list them as `terms`");
        }
        let cite = match self.cite {
            None if is_unknown => None,
            written => Some(context.cite(written, self.confidence, None, &near, &field)?),
        };
        Ok(Duty {
            kind: self.id.into_inner(),
            allowed: self.allowed,
            who: self.who,
            terms: self.terms,
            condition: self.condition,
            from: self.from,
            until: self.until,
            question: self.question,
            cite,
            note: self.note,
        })
    }
}

impl ChangeFile {
    pub fn into_typed(self, context: &Context<'_>) -> Checked<Change> {
        let near = self.date.span();
        let date = self.date.into_inner();
        let cite = context.cite(self.cite, self.confidence, None, &near, &format!("change {date}"))?;
        Ok(Change { date, what: self.what, credentials: self.credentials, cite })
    }
}

impl OpenQuestionFile {
    pub fn into_typed(self, context: &Context<'_>, near: &Range<usize>) -> Checked<OpenQuestion> {
        match self {
            Self::Alone(ask) => Ok(OpenQuestion { ask, cite: None }),
            Self::WithSources(CitedQuestionFile { ask, cite }) => {
                let cite = context.cite(
                    Some(Spanned::new(near.clone(), cite)),
                    None,
                    None,
                    near,
                    &format!("open question \"{ask}\""),
                )?;
                Ok(OpenQuestion { ask, cite: Some(cite) })
            }
        }
    }
}
