//! Actions that move a career or a pharmacy's quality, with numbers to measure them.

use super::{
    Sheet,
    words::{ActionId, ChartId, Cites, RoleId},
};
use crate::{Confidence, Source};
use rung_record::Date;
use serde::Deserialize;

/// The file of actions. Every entry's confidence is the file's where it gives none.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Actions {
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
    /// Each action.
    #[serde(default, rename = "action")]
    pub actions: Vec<Action>,
    /// Kinds of chart that metrics name.
    #[serde(default, rename = "chart")]
    pub charts: Vec<Chart>,
    /// How charts are to be read.
    #[serde(default, rename = "chart_rule")]
    pub chart_rules: Vec<ChartRule>,
}

/// Something a technician can do for the pharmacy and for the career.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Action {
    /// Names it.
    pub id: ActionId,
    /// In plain words.
    pub title: String,
    /// The steps.
    pub how: Vec<String>,
    /// Roles that it helps towards: Rung's reading, not a statement of a source.
    #[serde(default)]
    pub helps: Vec<RoleId>,
    /// Who recommends it or has done it.
    #[serde(default)]
    pub recommended_by: Vec<String>,
    /// What came of it where it was done.
    #[serde(default)]
    pub outcomes: Vec<String>,
    /// Numbers that show whether it works.
    #[serde(default, rename = "metric")]
    pub metrics: Vec<Metric>,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

/// A number to plot.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Metric {
    /// In plain words, unique within its action.
    pub name: String,
    /// What is counted or measured.
    pub numerator: String,
    /// What it is divided by; none when it stands alone.
    pub denominator: Option<String>,
    /// Shown for so many of the denominator.
    pub per: Option<Per>,
    /// Which chart fits. Rung's choice.
    pub chart: ChartId,
    /// Which way is better.
    pub goal: Goal,
    /// Where the number comes from.
    pub basis: MetricBasis,
}

/// A rate's exposure: `{ count = 1000, of = "doses" }`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Per {
    /// How many.
    pub count: u32,
    /// Of what.
    pub of: String,
}

/// Which way a number should go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Goal {
    /// More is better.
    Up,
    /// Less is better.
    Down,
    /// More at first, as more is noticed, then less.
    UpThenDown,
}

/// Where a number comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum MetricBasis {
    /// A source measured or named it.
    Source,
    /// Proposed here from the kind of work; check it with the pharmacy.
    Design,
}

/// A kind of control chart.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// Metrics name it by this.
    pub id: ChartId,
    /// A second chart of the same kind.
    pub also: Option<ChartId>,
    /// What it shows.
    pub shows: String,
    /// When it fits.
    pub use_when: String,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

/// A rule for reading charts.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChartRule {
    /// In plain words.
    pub rule: String,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

impl Sheet for Actions {
    fn checked(&self) -> Date {
        self.checked
    }

    fn sources(&self) -> &[Source] {
        &self.sources
    }

    fn entries(&self) -> Vec<(String, &Cites)> {
        let actions = self.actions.iter().map(|action| (format!("action {}", action.id), &action.cite));
        let charts = self.charts.iter().map(|chart| (format!("chart {}", chart.id), &chart.cite));
        let rules = self.chart_rules.iter().map(|rule| (format!("chart_rule \"{}\"", rule.rule), &rule.cite));
        actions.chain(charts).chain(rules).collect()
    }
}
