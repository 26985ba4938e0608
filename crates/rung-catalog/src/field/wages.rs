//! Pay, employment and outlook, as government statistics and a few surveys give them.

use super::{
    Sheet,
    words::{Cites, Difference, IndustryId, Month, OccupationCode, StateCode, SurveyId},
};
use crate::{Confidence, Percent, Source};
use rung_record::{Date, Usd};
use serde::Deserialize;

/// The file of wages. Every entry's confidence is the file's where it gives none.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Wages {
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
    /// The occupation that everything but `adjacent` is about.
    pub occupation: OccupationCode,
    /// What the statistics call it.
    pub title: String,
    /// The nation, newest first.
    #[serde(default, rename = "national")]
    pub national: Vec<NationalWages>,
    /// Industries, best paid first.
    #[serde(default, rename = "industry")]
    pub industries: Vec<IndustryWages>,
    /// How many work in which industry: older figures.
    #[serde(default, rename = "industry_employment")]
    pub industry_employment: Vec<IndustryEmployment>,
    /// States; not every state, and not every year.
    #[serde(default, rename = "state")]
    pub states: Vec<StateWages>,
    /// What is expected, newest first.
    #[serde(default, rename = "outlook")]
    pub outlooks: Vec<Outlook>,
    /// Occupations that a technician may come from or move to, and all occupations together.
    #[serde(default, rename = "adjacent")]
    pub adjacent: Vec<AdjacentOccupation>,
    /// Surveys by others than the government.
    #[serde(default, rename = "survey")]
    pub surveys: Vec<Survey>,
}

/// One year of the national statistics.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NationalWages {
    /// The month that the figures are of.
    pub period: Month,
    /// People employed.
    pub employment: u32,
    /// The relative standard error of that number, in percent.
    pub employment_error: Percent,
    /// Pay a year.
    pub annual: Spread,
    /// Pay an hour.
    pub hourly: Spread,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

/// How pay is spread. `p10` is what one in ten earns less than.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Spread {
    /// One in ten earns less.
    pub p10: Usd,
    /// One in four earns less.
    pub p25: Usd,
    /// Half earn less.
    pub median: Usd,
    /// Three in four earn less.
    pub p75: Usd,
    /// Nine in ten earn less.
    pub p90: Usd,
    /// The average.
    pub mean: Usd,
}

/// What technicians earn in an industry.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndustryWages {
    /// Settings name it by this.
    pub id: IndustryId,
    /// As the statistics call it.
    pub title: String,
    /// The month that the figure is of.
    pub period: Month,
    /// Half earn less, a year.
    pub annual_median: Usd,
    /// How far from the median of all technicians in the same month.
    pub versus_all_technicians: Difference,
    /// How both figures came about.
    pub basis: String,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

/// How many technicians work in an industry.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndustryEmployment {
    /// As the statistics called it.
    pub industry: String,
    /// The month that the figure is of.
    pub period: Month,
    /// The month is only about right.
    #[serde(default)]
    pub about: bool,
    /// People employed.
    pub employment: u32,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

/// What technicians earn in a state.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StateWages {
    /// Which state, or the district.
    pub state: StateCode,
    /// The month that the figures are of.
    pub period: Month,
    /// What `annual` measures. A mean and a median are not to be compared.
    pub measure: Measure,
    /// Pay a year.
    pub annual: Usd,
    /// Its place among the 50 states and the district, the best paid first.
    pub rank_of_51: Option<u8>,
    /// How far from the nation's figure of the same measure and month.
    pub versus_national: Option<Difference>,
    /// People employed.
    pub employment: Option<u32>,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

/// What a single figure of pay measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Measure {
    /// The average.
    Mean,
    /// Half earn less.
    Median,
}

/// What is expected of employment over ten years.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Outlook {
    /// The first year.
    pub from: i16,
    /// The last year.
    pub until: i16,
    /// People employed in the first.
    pub base_employment: u32,
    /// Change over the whole time.
    pub change: Difference,
    /// The same as a number of jobs.
    pub change_jobs: u32,
    /// Openings a year, most of them to replace people who leave.
    pub openings_per_year: Option<u32>,
    /// The change of all occupations together.
    pub all_occupations: Option<Difference>,
    /// In the statistics' own words: `faster than average`.
    pub label: Option<String>,
    /// The schooling one usually enters with.
    pub entry_education: Option<String>,
    /// What else is to be said.
    pub note: Option<String>,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

/// An occupation beside this one.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AdjacentOccupation {
    /// Its code; `00-0000` is all occupations together.
    pub occupation: OccupationCode,
    /// What the statistics call it.
    pub title: String,
    /// Which way it lies: below, management, further education, lateral.
    pub direction: String,
    /// The month that the figures are of.
    pub period: Month,
    /// People employed.
    pub employment: u32,
    /// One in ten earns less, a year.
    pub annual_p10: Usd,
    /// Half earn less, a year.
    pub annual_median: Usd,
    /// Nine in ten earn less, a year.
    pub annual_p90: Usd,
    /// How far its median is from that of technicians in the same month.
    pub versus_technicians: Difference,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

/// A survey of pay by others than the government.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// Names it.
    pub id: SurveyId,
    /// Whose pay it measured, and who asked.
    pub what: String,
    /// The average, an hour.
    pub hourly_mean: Usd,
    /// When it was made, as far as known.
    pub when: Option<String>,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

impl Wages {
    /// The newest year of the nation.
    pub fn newest_national(&self) -> Option<&NationalWages> {
        self.national.iter().max_by_key(|year| year.period)
    }

    /// The industry with this id.
    pub fn industry(&self, id: &IndustryId) -> Option<&IndustryWages> {
        self.industries.iter().find(|industry| industry.id == *id)
    }

    /// The occupation beside this one with this code, in either of its two lengths.
    pub fn adjacent(&self, code: &OccupationCode) -> Option<&AdjacentOccupation> {
        self.adjacent.iter().find(|beside| beside.occupation.six_digits() == code.six_digits())
    }

    /// The rows of a state, newest first.
    pub fn of_state(&self, state: &str) -> Vec<&StateWages> {
        let mut rows: Vec<_> = self.states.iter().filter(|row| row.state.as_str() == state).collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.period));
        rows
    }
}

impl Sheet for Wages {
    fn checked(&self) -> Date {
        self.checked
    }

    fn sources(&self) -> &[Source] {
        &self.sources
    }

    fn entries(&self) -> Vec<(String, &Cites)> {
        let national = self.national.iter().map(|row| (format!("national {}", row.period), &row.cite));
        let industries = self.industries.iter().map(|row| (format!("industry {}", row.id), &row.cite));
        let employment = self
            .industry_employment
            .iter()
            .map(|row| (format!("industry_employment {} {}", row.industry, row.period), &row.cite));
        let states =
            self.states.iter().map(|row| (format!("state {} {}", row.state.as_str(), row.period), &row.cite));
        let outlooks =
            self.outlooks.iter().map(|row| (format!("outlook {} to {}", row.from, row.until), &row.cite));
        let adjacent = self.adjacent.iter().map(|row| (format!("adjacent {}", row.occupation), &row.cite));
        let surveys = self.surveys.iter().map(|row| (format!("survey {}", row.id), &row.cite));
        national
            .chain(industries)
            .chain(employment)
            .chain(states)
            .chain(outlooks)
            .chain(adjacent)
            .chain(surveys)
            .collect()
    }
}
