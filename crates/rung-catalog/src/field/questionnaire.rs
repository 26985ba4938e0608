//! A short questionnaire on interests and values at work, and which roles each answer speaks for.
//!
//! The idea of asking what one likes and values, and of comparing that with work, is that of O*NET's Interest Profiler and
//! Work Importance Locator. The questions are Rung's own words, and so is the link to roles: nobody has measured how well
//! either works, and the file says so to the reader.

use super::{Places, Role, Rung, WorkKind};
use super::{
    Sheet,
    words::{Cites, DutyId, QuestionId, SettingId},
};
use crate::{Confidence, Source};
use rung_record::{CredentialId, Date};
use serde::Deserialize;

/// The file of the questionnaire.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// The day somebody last looked at the sources.
    #[serde(deserialize_with = "crate::file::day")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::words::Day"))]
    pub checked: Date,
    /// How sure the file is as a whole.
    pub confidence: Confidence,
    /// What it is and what it is not; shown beside every score.
    pub about: InLanguages,
    /// Where the idea was read.
    #[serde(default, rename = "source")]
    pub sources: Vec<Source>,
    /// The questions, in the order in which they are asked.
    #[serde(default, rename = "question")]
    pub questions: Vec<InterestQuestion>,
}

/// A text in each language of Rung.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InLanguages {
    /// English.
    pub en: String,
    /// Spanish.
    pub es: String,
}

impl InLanguages {
    /// The text in the language of this code; English where there is none.
    pub fn of(&self, code: &str) -> &str {
        if code == "es" { &self.es } else { &self.en }
    }
}

/// One question.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InterestQuestion {
    /// Names it; answers are kept under it.
    pub id: QuestionId,
    /// What is asked.
    pub kind: QuestionKind,
    /// Something that one might do, or might want.
    pub ask: InLanguages,
    /// The interest or value of O*NET that it is after.
    pub onet: String,
    /// The roles that a yes speaks for.
    #[serde(rename = "for")]
    pub speaks_for: RoleFilter,
    /// The roles that a yes speaks against.
    #[serde(default)]
    pub against: RoleFilter,
    /// Where the idea was read.
    pub cite: Cites,
}

/// What a question asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum QuestionKind {
    /// Whether one would like to do it.
    Interest,
    /// Whether it matters at work.
    Value,
}

/// Roles, by what the catalogue says of them: those of which any of the lists tells.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RoleFilter {
    /// Of these kinds of work.
    pub work: Vec<WorkKind>,
    /// On these rungs.
    pub rungs: Vec<Rung>,
    /// Found in these settings by name.
    pub settings: Vec<SettingId>,
    /// Naming one of these credentials, as required or as welcome.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::schema::words::Id>"))]
    pub credentials: Vec<CredentialId>,
    /// For which the state must allow one of these duties.
    pub duties: Vec<DutyId>,
}

impl RoleFilter {
    /// Whether any of its lists tells of the role.
    pub fn tells_of(&self, role: &Role) -> bool {
        let in_setting = || match &role.settings {
            Places::These(own) => own.iter().any(|id| self.settings.contains(id)),
            Places::All | Places::Other => false,
        };
        self.work.contains(&role.work)
            || self.rungs.contains(&role.rung)
            || in_setting()
            || role.credentials.named().any(|id| self.credentials.contains(id))
            || role.state_authority_for.iter().any(|id| self.duties.contains(id))
    }
}

impl InterestQuestion {
    /// 1 where a yes speaks for the role, −1 where it speaks against it, 0 where the question has nothing to say of it.
    pub fn direction(&self, role: &Role) -> i32 {
        match (self.speaks_for.tells_of(role), self.against.tells_of(role)) {
            (true, false) => 1,
            (false, true) => -1,
            _ => 0,
        }
    }
}

impl Questionnaire {
    /// The question with this id.
    pub fn question(&self, id: &str) -> Option<&InterestQuestion> {
        self.questions.iter().find(|question| question.id.as_str() == id)
    }
}

impl Sheet for Questionnaire {
    fn checked(&self) -> Date {
        self.checked
    }

    fn sources(&self) -> &[Source] {
        &self.sources
    }

    fn entries(&self) -> Vec<(String, &Cites)> {
        self.questions.iter().map(|own| (format!("question {}", own.id), &own.cite)).collect()
    }
}
