//! What O*NET says of the occupation: tasks, ratings, preparation, tools, titles.
//!
//! The wording and the ratings are O*NET's, under CC BY 4.0. Whoever shows them shows [`Onet::attribution`] too.

use super::{
    Sheet,
    words::{Cites, Month, OccupationCode, Score},
};
use crate::{Confidence, Percent, Source};
use rung_record::Date;
use serde::Deserialize;

/// The file of O*NET. Every entry's confidence is the file's where it gives none.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Onet {
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
    /// The words that the licence asks to be shown wherever this file's content is.
    pub attribution: String,
    /// The licence's own page.
    pub licence: String,
    /// Which release, for example `O*NET 29.3`.
    pub database: String,
    /// When it came out.
    pub database_date: Month,
    /// The occupation.
    pub occupation: OccupationCode,
    /// What O*NET calls it.
    pub title: String,
    /// O*NET's description of it.
    pub description: String,
    /// What one does, core tasks first.
    #[serde(default, rename = "task")]
    pub tasks: Vec<Task>,
    /// Skills, most important first.
    pub skills: Ratings,
    /// Fields of knowledge, most important first.
    pub knowledge: Ratings,
    /// Ways of working, most important first.
    pub work_styles: Ratings,
    /// The most important abilities, in order and without ratings.
    pub ability_order: AbilityOrder,
    /// Abilities in an old release, by importance from 1 to 5.
    pub abilities_2014: OldScores,
    /// Activities in an old release, by importance from 1 to 5.
    pub work_activities_2014: OldScores,
    /// Circumstances of work in an old release, from 1 to 5.
    pub work_context_2014: OldScores,
    /// What kinds of work people in it like.
    pub interests: Interests,
    /// What people in it get from work.
    pub work_values: WorkValues,
    /// Occupations like it.
    pub related: Related,
    /// How much preparation it needs.
    pub job_zone: JobZone,
    /// What preparation people in it say is needed, one for each question.
    #[serde(default, rename = "preparation")]
    pub preparations: Vec<Preparation>,
    /// How much a certification or an apprenticeship matters.
    pub preparation_importance: PreparationImportance,
    /// Software.
    pub technology: Technology,
    /// Machines, instruments and supplies.
    pub tools: Tools,
    /// What people in it are called.
    pub titles: Titles,
}

/// A task.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Task {
    /// O*NET's number.
    pub id: u32,
    /// Its place in the release's file, from 1.
    pub order: u8,
    /// Whether most people in the occupation do it.
    pub kind: TaskKind,
    /// O*NET's words.
    pub statement: String,
    /// The wider activities that it belongs to.
    #[serde(default)]
    pub activities: Vec<String>,
    /// How many people were asked.
    pub incumbents: u16,
    /// When.
    pub period: Month,
    /// Its place in a mixed list by importance on another page, of which the first 14 could be seen.
    pub order_by_importance: Option<u8>,
    /// Where it was read.
    pub cite: Cites,
}

/// Kinds of task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum TaskKind {
    /// Most people in the occupation do it and find it important.
    Core,
    /// Fewer do.
    Supplemental,
}

/// Elements rated by importance and, some, by level.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ratings {
    /// Who rated.
    pub rated_by: RatedBy,
    /// When.
    pub period: Month,
    /// Where it was read.
    pub cite: Cites,
    /// Most important first.
    pub ratings: Vec<Rating>,
}

/// Who rated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RatedBy {
    /// Trained analysts.
    Analyst,
    /// People in the occupation.
    Incumbent,
    /// A model that learned from other ratings.
    MachineLearning,
}

/// One element's rating.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// O*NET's number of the element: `2.A.1.b`.
    pub element: String,
    /// O*NET's name of it.
    pub name: String,
    /// 1 to 5.
    pub importance: Score,
    /// 0 to 7; none for ways of working.
    pub level: Option<Score>,
    /// O*NET itself advises against relying on the figure.
    #[serde(default)]
    pub low_precision: bool,
}

/// Abilities in their order.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AbilityOrder {
    /// What the order is worth.
    pub note: String,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
    /// Most important first.
    pub names: Vec<String>,
}

/// Scores of an old release, kept where the newer ones could not be had.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OldScores {
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
    /// Highest first.
    pub scores: Vec<OldScore>,
}

/// One score of an old release.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OldScore {
    /// O*NET's name of the element.
    pub name: String,
    /// 1 to 5.
    pub score: Score,
}

/// Interests.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Interests {
    /// Who rated.
    pub rated_by: RatedBy,
    /// When.
    pub period: Month,
    /// Where it was read.
    pub cite: Cites,
    /// In O*NET's order.
    pub scores: Vec<Interest>,
}

/// One interest.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Interest {
    /// O*NET's name of it.
    pub name: String,
    /// 1 to 7.
    pub score: Score,
}

/// Values.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkValues {
    /// When they were rated.
    pub period: Month,
    /// Where it was read.
    pub cite: Cites,
    /// In O*NET's order.
    pub extents: Vec<WorkValue>,
}

/// One value.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WorkValue {
    /// O*NET's name of it.
    pub name: String,
    /// 1 to 7.
    pub extent: Score,
}

/// Occupations like this one.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Related {
    /// Where it was read.
    pub cite: Cites,
    /// Nearest first.
    pub occupations: Vec<RelatedOccupation>,
}

/// An occupation like this one.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RelatedOccupation {
    /// Its code.
    pub code: OccupationCode,
    /// O*NET's name of it.
    pub title: String,
    /// How near it is.
    pub closeness: Closeness,
}

/// How near an occupation is, nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Closeness {
    /// Among the five nearest.
    PrimaryShort,
    /// Among the ten nearest.
    PrimaryLong,
    /// Among the twenty nearest.
    Supplemental,
}

/// How much preparation an occupation needs.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct JobZone {
    /// 1 (little) to 5 (very much).
    pub zone: u8,
    /// O*NET's name of the zone.
    pub name: String,
    /// The range of specific vocational preparation.
    pub svp_range: String,
    /// Work before it.
    pub experience: String,
    /// Schooling.
    pub education: String,
    /// Training on the job.
    pub training: String,
    /// Who rated.
    pub rated_by: RatedBy,
    /// When.
    pub period: Month,
    /// Where it was read.
    pub cite: Cites,
}

/// How people in the occupation answered one question on preparation.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Preparation {
    /// The question: `required education`.
    pub scale: String,
    /// How many people were asked.
    pub incumbents: u16,
    /// When.
    pub period: Month,
    /// Where it was read.
    pub cite: Cites,
    /// Answers that were given; those that nobody gave are left out.
    pub answers: Vec<Answer>,
}

/// An answer and who gave it.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// O*NET's words.
    pub category: String,
    /// The part of those asked.
    pub percent: Percent,
}

/// How much forms of preparation matter.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PreparationImportance {
    /// When they were rated.
    pub period: Month,
    /// Where it was read.
    pub cite: Cites,
    /// Most important first.
    pub ratings: Vec<FormOfPreparation>,
}

/// A form of preparation.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FormOfPreparation {
    /// O*NET's words.
    pub name: String,
    /// 1 to 5.
    pub importance: Score,
}

/// Software.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Technology {
    /// Where it was read.
    pub cite: Cites,
    /// By name.
    pub examples: Vec<Software>,
}

/// A piece of software.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Software {
    /// Its name.
    pub name: String,
    /// O*NET's kind of it.
    pub category: String,
    /// Often named in postings for any occupation.
    #[serde(default)]
    pub hot: bool,
    /// Often named in postings for this occupation.
    #[serde(default)]
    pub in_demand: bool,
}

/// Machines, instruments and supplies.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tools {
    /// Where it was read.
    pub cite: Cites,
    /// By name.
    pub examples: Vec<String>,
}

/// What people in the occupation are called.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Titles {
    /// Where it was read.
    pub cite: Cites,
    /// Titles that people gave themselves.
    pub reported: Vec<String>,
    /// All titles, those included.
    pub alternate: Vec<String>,
}

impl Sheet for Onet {
    fn checked(&self) -> Date {
        self.checked
    }

    fn sources(&self) -> &[Source] {
        &self.sources
    }

    fn entries(&self) -> Vec<(String, &Cites)> {
        let tables = [
            ("skills", &self.skills.cite),
            ("knowledge", &self.knowledge.cite),
            ("work_styles", &self.work_styles.cite),
            ("ability_order", &self.ability_order.cite),
            ("abilities_2014", &self.abilities_2014.cite),
            ("work_activities_2014", &self.work_activities_2014.cite),
            ("work_context_2014", &self.work_context_2014.cite),
            ("interests", &self.interests.cite),
            ("work_values", &self.work_values.cite),
            ("related", &self.related.cite),
            ("job_zone", &self.job_zone.cite),
            ("preparation_importance", &self.preparation_importance.cite),
            ("technology", &self.technology.cite),
            ("tools", &self.tools.cite),
            ("titles", &self.titles.cite),
        ];
        let tables = tables.into_iter().map(|(name, cite)| (name.to_owned(), cite));
        let tasks = self.tasks.iter().map(|task| (format!("task {}", task.id), &task.cite));
        let preparations =
            self.preparations.iter().map(|asked| (format!("preparation \"{}\"", asked.scale), &asked.cite));
        tables.chain(tasks).chain(preparations).collect()
    }
}
