//! What the steps of a way up take, and training programs.

use super::{
    Sheet,
    words::{Cites, ProgramId},
};
use crate::{Confidence, Source};
use rung_record::{CredentialId, Date, Hours, Usd};
use serde::Deserialize;

/// The file of steps. Every entry's confidence is the file's where it gives none.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Steps {
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
    /// Attestations (`attest:…`) of what no step brings about: schooling, years that are past, certifications and
    /// examinations that the catalogue does not have.
    #[serde(default)]
    pub no_step: Vec<String>,
    /// Where it was read.
    #[serde(default, rename = "source")]
    pub sources: Vec<Source>,
    /// What steps take.
    #[serde(default, rename = "figure")]
    pub figures: Vec<StepFigure>,
    /// Training programs.
    #[serde(default, rename = "program")]
    pub programs: Vec<TrainingProgram>,
}

/// What a kind of step takes: told by a source (`cite`), or an assumption that says why.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StepFigure {
    /// Of what: a kind of step, `study`; or one of the kind, `study:ptcb-cpht`.
    pub key: String,
    /// In plain words.
    pub what: String,
    /// Hours in all.
    pub hours: Option<Hours>,
    /// The fewest weeks.
    pub weeks: Option<u16>,
    /// What it costs.
    pub usd: Option<Usd>,
    /// Why this much, where no source tells it.
    pub why: Option<String>,
    /// What else is to be said.
    pub note: Option<String>,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read; none for an assumption.
    pub cite: Option<Cites>,
}

/// A training program.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TrainingProgram {
    /// Names it.
    pub id: ProgramId,
    /// As its provider calls it.
    pub title: String,
    /// Who gives it.
    pub provider: String,
    /// What it is about: the word of records and conditions.
    pub subject: String,
    /// Who recognises or accredits it: the words of records and conditions.
    pub recognised_by: Vec<String>,
    /// Hours in all.
    pub hours: Option<Hours>,
    /// The fewest weeks.
    pub weeks: Option<u16>,
    /// What it costs one who is no member of anything.
    pub usd: Option<Usd>,
    /// Other prices, in words.
    pub price_note: Option<String>,
    /// The catalogue's entry of what it ends with.
    pub credential: Option<CredentialId>,
    /// First day on which it is offered.
    #[serde(default, deserialize_with = "crate::file::optional_day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::words::Day>"))]
    pub from: Option<Date>,
    /// Last day on which it is offered.
    #[serde(default, deserialize_with = "crate::file::optional_day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::words::Day>"))]
    pub until: Option<Date>,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

impl Steps {
    /// The figure with exactly this key.
    pub fn figure(&self, key: &str) -> Option<&StepFigure> {
        self.figures.iter().find(|figure| figure.key == key)
    }
}

impl Sheet for Steps {
    fn checked(&self) -> Date {
        self.checked
    }

    fn sources(&self) -> &[Source] {
        &self.sources
    }

    fn entries(&self) -> Vec<(String, &Cites)> {
        let figures =
            self.figures.iter().filter_map(|own| Some((format!("figure {}", own.key), own.cite.as_ref()?)));
        let programs = self.programs.iter().map(|own| (format!("program {}", own.id), &own.cite));
        figures.chain(programs).collect()
    }
}
