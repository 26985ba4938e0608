//! Duties, changes and open questions as files write them.

use super::{Checked, Cites, Context, fault, optional_day};
use crate::{Allowed, Change, Condition, Confidence, Duty, OpenQuestion, When};
use rung_record::{CredentialId, Date};
use serde::Deserialize;
use std::ops::Range;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DutyFile {
    id: Spanned<String>,
    allowed: Allowed,
    #[serde(default)]
    who: Vec<CredentialId>,
    #[serde(default)]
    terms: Vec<String>,
    #[serde(rename = "if")]
    condition: Option<Condition>,
    #[serde(default, deserialize_with = "optional_day")]
    from: Option<Date>,
    #[serde(default, deserialize_with = "optional_day")]
    until: Option<Date>,
    question: Option<String>,
    cite: Option<Spanned<Cites>>,
    confidence: Option<Confidence>,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ChangeFile {
    date: Spanned<When>,
    what: String,
    #[serde(default)]
    credentials: Vec<CredentialId>,
    cite: Option<Spanned<Cites>>,
    confidence: Option<Confidence>,
}

/// A question, alone or with the sources that raise it.
#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a question, or { ask = \"…?\", cite = [\"…\"] }")]
pub(super) enum OpenQuestionFile {
    Alone(String),
    WithSources(CitedQuestionFile),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CitedQuestionFile {
    ask: String,
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
