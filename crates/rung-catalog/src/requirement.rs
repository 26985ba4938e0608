//! What a rule set asks, line by line.

use crate::{Cite, Condition, Filter, Span};
use rung_record::Hours;
use serde::Deserialize;

/// One line of an obligation.
#[derive(Clone, Debug, PartialEq)]
pub struct Requirement {
    /// Names it within its rule set, for example `law`.
    pub id: String,
    /// What is asked, in a few plain words: `Texas pharmacy law`.
    pub what: String,
    /// The kind of line, with its amounts.
    pub ask: Ask,
    /// When given, the line is asked only where this holds.
    pub applies_if: Option<Condition>,
    /// Lines any of which meets this one too: an examination passed instead of the hours.
    pub or: Vec<Requirement>,
    /// Cases in which something else is asked; the first that holds replaces the amount.
    pub except: Vec<Exception>,
    /// Where the rule is written.
    pub cite: Cite,
    /// A trap, told to the reader.
    pub note: Option<String>,
}

/// The kinds of line.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// At least so many hours of credits that pass a filter.
    Minimum {
        /// How many; none when no source tells.
        hours: Option<Hours>,
        /// Which credits.
        counts: Filter,
        /// When they must be completed.
        window: Window,
        /// The hours come on top of the total: an hour that serves here serves no other line.
        in_addition: bool,
    },
    /// At most so many hours of credits that pass a filter count.
    Maximum {
        /// How many.
        most: Share,
        /// Which credits.
        counts: Filter,
        /// The cap holds for each day on its own instead of the whole period.
        per_day: bool,
    },
    /// One credit that passes a filter, whatever its hours.
    Course {
        /// Which credit.
        counts: Filter,
        /// When it must be completed.
        window: Window,
    },
    /// Academic credits of college courses that pass a filter.
    AcademicCredits {
        /// How many.
        credits: Hours,
        /// Which courses.
        counts: Filter,
        /// When they must be completed.
        window: Window,
    },
    /// Something must be true of the technician: another credential held, a statement attested.
    Condition(Condition),
    /// All of these lines.
    AllOf(Vec<Requirement>),
    /// No source says what is asked. The text is the question to settle.
    Unknown(String),
}

/// A cap in hours, or as a part of what another line asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Share {
    /// So many hours.
    Hours(Hours),
    /// `numerator / denominator` of the hours that the line `of` asks.
    Of {
        /// Upper part of the fraction.
        numerator: u64,
        /// Lower part of the fraction.
        denominator: u64,
        /// The line's id.
        of: String,
    },
}

/// When a credit must be completed to serve a line.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Window {
    /// In the obligation's period.
    #[default]
    Period,
    /// So much in each calendar year that lies wholly in the period.
    EachCalendarYear,
    /// At any time up to the end of the period.
    Ever,
    /// In this long before the end of the period.
    BeforeEnd(Span),
}

/// A case in which something else is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Exception {
    /// When it applies.
    pub when: Condition,
    /// Hours asked instead; zero exempts.
    pub hours: Hours,
    /// Hours for each month held, a begun month counting whole, instead of a fixed amount.
    pub per_month_held: Option<Hours>,
    /// The usual hours in proportion to the months held, a begun month counting whole.
    pub prorated: bool,
    /// Why, in a few plain words: `first renewal`.
    pub why: String,
    /// Where the exception is written, when not with its rule.
    pub cite: Option<Cite>,
}

impl Requirement {
    /// This line and every line inside it.
    pub fn walk(&self) -> Vec<&Self> {
        let inner: &[Self] = match &self.ask {
            Ask::AllOf(lines) => lines,
            _ => &[],
        };
        std::iter::once(self).chain(inner.iter().chain(&self.or).flat_map(Self::walk)).collect()
    }

    /// Which credits the line looks at, where it looks at credits.
    pub fn counts(&self) -> Option<&Filter> {
        match &self.ask {
            Ask::Minimum { counts, .. }
            | Ask::Maximum { counts, .. }
            | Ask::Course { counts, .. }
            | Ask::AcademicCredits { counts, .. } => Some(counts),
            Ask::Condition(_) | Ask::AllOf(_) | Ask::Unknown(_) => None,
        }
    }

    /// The word for this kind of line in answers.
    pub fn kind(&self) -> &'static str {
        match &self.ask {
            Ask::Minimum { .. } => "minimum",
            Ask::Maximum { .. } => "maximum",
            Ask::Course { .. } => "course",
            Ask::AcademicCredits { .. } => "academic-credits",
            Ask::Condition(condition) if condition.attest.is_some() => "attest",
            Ask::Condition(_) => "hold",
            Ask::AllOf(_) => "all-of",
            Ask::Unknown(_) => "unknown",
        }
    }
}
