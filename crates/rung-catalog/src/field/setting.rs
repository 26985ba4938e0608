//! Practice settings: where technicians work, and what work there is like.

use super::{
    Sheet,
    words::{Cites, IndustryId, RoleId, SettingId},
};
use crate::{Confidence, Source};
use rung_record::Date;
use serde::Deserialize;

/// The file of practice settings.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// The day somebody last looked at the sources.
    #[serde(deserialize_with = "crate::file::day")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::words::Day"))]
    pub checked: Date,
    /// How sure the file is as a whole.
    pub confidence: Confidence,
    /// What to bear in mind with all of it; shown to the reader.
    #[serde(default)]
    pub cautions: Vec<String>,
    /// What no source has settled.
    #[serde(default)]
    pub open_questions: Vec<String>,
    /// Where it was read.
    #[serde(default, rename = "source")]
    pub sources: Vec<Source>,
    /// Each setting.
    #[serde(default, rename = "setting")]
    pub settings: Vec<Setting>,
}

/// A practice setting.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// Its id everywhere in Rung.
    pub id: SettingId,
    /// In plain words.
    pub title: String,
    /// What technicians do there.
    #[serde(default)]
    pub does: Vec<String>,
    /// What is asked of them.
    #[serde(default)]
    pub requirements: Vec<String>,
    /// What is welcome.
    #[serde(default)]
    pub preferred: Vec<String>,
    /// What one must be good at.
    #[serde(default)]
    pub skills: Vec<String>,
    /// Chapters of the pharmacopeia that a source names for the work there: `797`.
    #[serde(default)]
    pub usp: Vec<String>,
    /// Why those chapters, where the source does not name the setting.
    pub usp_basis: Option<String>,
    /// Hours and shifts.
    pub schedule: Option<String>,
    /// The industries of the wage statistics in which it falls; the figures are in the file of wages.
    #[serde(default)]
    pub pay: Vec<SettingPay>,
    /// What else is known of pay.
    pub pay_note: Option<String>,
    /// Roles that the work prepares for: Rung's reading of the duties, not a statement of a source.
    #[serde(default)]
    pub prepares_for: Vec<RoleId>,
    /// What else the reader should know.
    #[serde(default)]
    pub notes: Vec<String>,
    /// What no source has settled.
    #[serde(default)]
    pub open_questions: Vec<String>,
    /// How well the sources support the setting.
    pub confidence: Confidence,
    /// Where it was read.
    pub cite: Cites,
}

/// An industry in which a setting falls.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SettingPay {
    /// Of the file of wages.
    pub industry: IndustryId,
    /// How the industry is wider or narrower than the setting.
    pub note: Option<String>,
}

impl Sheet for Settings {
    fn checked(&self) -> Date {
        self.checked
    }

    fn sources(&self) -> &[Source] {
        &self.sources
    }

    fn entries(&self) -> Vec<(String, &Cites)> {
        self.settings.iter().map(|setting| (format!("setting {}", setting.id), &setting.cite)).collect()
    }
}
