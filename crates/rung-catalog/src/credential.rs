//! An authority, its sources and its credentials.

use crate::{
    Ask, Change, Condition, Conversion, Duty, Exam, Filter, MonthEnds, Requirement, Retake, Span, When,
    Window,
};
use rung_record::{CredentialId, Date, Usd};
use serde::Deserialize;

/// A board or a certifying body: one file of the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Authority {
    /// `tx` for a jurisdiction, `ptcb` for a body.
    pub id: String,
    /// `Texas`, or the body's name.
    pub name: String,
    /// Who decides: the board's or the body's full name.
    pub body: String,
    /// Whether it is one of the jurisdictions.
    pub is_jurisdiction: bool,
    /// The day on which somebody last looked.
    pub checked: Date,
    /// How sure the research is.
    pub confidence: Confidence,
    /// How its lengths in months end; none when the file does not say.
    pub month_ends: Option<MonthEnds>,
    /// The text that says so; none when it is Rung's reading.
    pub month_ends_cite: Option<Cite>,
    /// Whether anything in the file is a length in months.
    pub counts_in_months: bool,
    /// What no source has settled yet.
    pub open_questions: Vec<OpenQuestion>,
    /// For the reader.
    pub notes: Vec<String>,
    /// Which duties beyond the usual it lets technicians take on.
    pub duties: Vec<Duty>,
    /// What changed and will change.
    pub changes: Vec<Change>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
    /// Ids of sources that nothing cites.
    pub uncited_sources: Vec<String>,
    /// The path of the file, for messages.
    pub file: String,
}

/// Something that no source has settled yet.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenQuestion {
    /// The question.
    pub ask: String,
    /// The sources that raise it; none when nothing was found at all.
    pub cite: Option<Cite>,
}

/// How sure a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// One weak page, or sources that contradict each other.
    Low,
    /// Partly from text of the rule or the body.
    Medium,
    /// Text of the rule or the body's own pages.
    High,
}

impl Confidence {
    /// `low`, `medium`, `high`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// Who wrote a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Tier {
    /// Statute or administrative rule.
    Statute,
    /// The board itself.
    Board,
    /// The certifying or accrediting body itself.
    Body,
    /// A professional association, a safety institute or a school.
    Association,
    /// A seller of courses.
    Vendor,
    /// A government agency that is not the board: statistics, the armed forces.
    Agency,
    /// A study, as its authors wrote it: a reviewed article, its abstract, a thesis.
    Study,
    /// An employer: a posting, its own page, a talk on its own work.
    Employer,
    /// A magazine or news site of the trade.
    Press,
    /// Anything else.
    Other,
}

/// Where facts come from.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// A short name without spaces, used in `cite`: `297.8`.
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::words::SourceId"))]
    pub id: String,
    /// What it is: `22 TAC 297.8`, `Board FAQ for technicians`.
    pub title: String,
    /// Where it was read; none when only a citation is known.
    pub url: Option<String>,
    /// Who wrote it.
    pub tier: Tier,
    /// Its own date, as far as known: a year, a month or a day, `"2024-10"`.
    pub dated: Option<String>,
    /// What it supports, in your own words.
    pub supports: Option<String>,
    /// Who published it first, when it was read elsewhere.
    pub publisher: Option<String>,
    /// Where its publisher keeps it, when it was read elsewhere.
    pub official: Option<String>,
    /// What else is to be said of it.
    pub note: Option<String>,
}

/// A place in a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Cite {
    /// Index of the authority in the catalogue.
    pub authority: usize,
    /// Index of the source in its authority.
    pub source: usize,
    /// Section or paragraph; empty when the source is short.
    pub place: String,
    /// How sure this fact is.
    pub confidence: Confidence,
    /// Other places, in the same file's sources, that say the same.
    pub also: Vec<Place>,
}

/// A place in one source of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Index of the source in its authority.
    pub source: usize,
    /// Section or paragraph; empty when the source is short.
    pub place: String,
}

/// What kind of thing is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum CredentialKind {
    /// A state's licence.
    License,
    /// A state's registration.
    Registration,
    /// A body's certification, or a state's.
    Certification,
    /// A certificate that is earned once.
    Certificate,
    /// A state's permit, for training or for one duty.
    Permit,
}

impl CredentialKind {
    /// `license`, `registration`, `certification`, `certificate`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::License => "license",
            Self::Registration => "registration",
            Self::Certification => "certification",
            Self::Certificate => "certificate",
            Self::Permit => "permit",
        }
    }
}

/// A credential and its rules.
#[derive(Clone, Debug, PartialEq)]
pub struct Credential {
    /// Its id everywhere in Rung.
    pub id: CredentialId,
    /// As its authority calls it.
    pub title: String,
    /// What kind of thing it is.
    pub kind: CredentialKind,
    /// What holders put behind their name.
    pub initials: Option<String>,
    /// Since when it exists.
    pub launched: Option<When>,
    /// Index of its authority.
    pub authority: usize,
    /// Whether it is for people in training.
    pub trainee: bool,
    /// Holding this also counts as holding these (CPhT-Adv is a CPhT).
    pub implies: Vec<CredentialId>,
    /// Where its periods come from; none when it never expires.
    pub term: Option<Term>,
    /// Where that is written; where the renewal is, when the file says nothing else.
    pub term_cite: Option<Cite>,
    /// Whether it can be renewed at all.
    pub renewable: bool,
    /// Rules for keeping it, by version.
    pub renewals: Vec<RuleSet>,
    /// What is open after expiry; none when no source tells.
    pub reinstatement: Option<Reinstatement>,
    /// The ways to get it.
    pub paths: Vec<Path>,
    /// What is paid outside renewal: the application, the examination.
    pub fees: Vec<Fee>,
    /// Its examination, version by version.
    pub exams: Vec<Exam>,
    /// How often the examination may be tried.
    pub retake: Option<Retake>,
    /// A line or two for the reader.
    pub notes: Vec<String>,
}

/// Where renewal periods come from. Dates on the credential itself always win.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// How long a full period is: `2 years`.
    pub length: Span,
    /// What ends it.
    pub ends: Ends,
    /// What starts the next one.
    #[serde(default)]
    pub starts: StartsOn,
    /// Someone first issued this shortly before an end is carried to the end after it: `4 months`.
    pub first_runs_on_if_issued_within: Option<Span>,
}

/// What ends a period.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Ends {
    /// Only the date printed on the credential tells.
    Printed,
    /// The day before the anniversary of the issue.
    Anniversary,
    /// The last day of the month of the issue, so many years on.
    IssueMonthEnd,
    /// A day of the year.
    FixedDay {
        /// 1 to 12.
        #[serde(deserialize_with = "crate::when::month")]
        #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 12)))]
        month: i8,
        /// 1 to 31.
        #[serde(deserialize_with = "crate::when::day_of_month")]
        #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 31)))]
        day: i8,
        /// In which years.
        years: YearParity,
    },
    /// The last day of the month of birth.
    BirthMonthEnd {
        /// In which years.
        years: YearParity,
    },
    /// The birthday.
    Birthday {
        /// In which years.
        years: YearParity,
    },
}

/// Which years a fixed day falls in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum YearParity {
    /// 2026, 2028, …
    Even,
    /// 2025, 2027, …
    Odd,
    /// Every year.
    Every,
    /// Every second year, odd for some people and even for others: the printed date tells.
    Staggered,
    /// Even years for one born in an even year, odd years for the others.
    #[serde(rename = "birth-year")]
    BirthYear,
}

/// What starts the next period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum StartsOn {
    /// The day after the last one ended.
    #[default]
    Expiry,
    /// The day on which the renewal was approved; credit earned between filing and approval counts for neither period.
    Approval,
}

/// The rules for keeping a credential, in one version.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleSet {
    /// Names the version, for example `2020-09`.
    pub id: String,
    /// First day on which it applies; open when none.
    pub from: Option<Date>,
    /// Last day on which it applies; open when none.
    pub until: Option<Date>,
    /// What date `from` and `until` are compared with.
    pub selected_by: SelectedBy,
    /// Names a duty with a clock of its own, beside the renewal; empty for the renewal itself.
    pub duty: String,
    /// The clock of that duty.
    pub clock: Option<Term>,
    /// When one may apply.
    pub opens: Option<Deadline>,
    /// The last day to apply on time, when that is not the last day of the period.
    pub file_by: Option<Deadline>,
    /// What it costs.
    pub fees: Vec<Fee>,
    /// What counts at all, for every line of hours.
    pub accepts: Filter,
    /// What credits without hours of their own are worth.
    pub conversions: Vec<Conversion>,
    /// For how long surplus hours count on: this many periods.
    pub carry_over_periods: u8,
    /// What is asked.
    pub requirements: Vec<Requirement>,
    /// Where this is written.
    pub cite: Cite,
    /// Traps, told to the reader.
    pub notes: Vec<String>,
}

/// What date selects a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SelectedBy {
    /// The last day of the renewal period.
    PeriodEnd,
    /// The day on which the application is filed.
    Filed,
}

/// A day reckoned from the end of a period.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Deadline {
    /// So long before the last day.
    BeforeEnd(Span),
    /// The first day of the month in which the period ends.
    FirstOfLastMonth,
    /// A day of the year, the last one before the period ends.
    Day {
        /// 1 to 12.
        #[serde(deserialize_with = "crate::when::month")]
        #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 12)))]
        month: i8,
        /// 1 to 31.
        #[serde(deserialize_with = "crate::when::day_of_month")]
        #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 31)))]
        day: i8,
    },
}

/// Money that an authority asks.
#[derive(Clone, Debug, PartialEq)]
pub struct Fee {
    /// For what.
    pub what: String,
    /// How much.
    pub usd: Usd,
    /// Asked only when this is so, in words: `application after the deadline`.
    pub when: Option<String>,
    /// First day on which it is asked.
    pub from: Option<Date>,
    /// Last day on which it is asked.
    pub until: Option<Date>,
    /// No longer asked, since a day that no source tells.
    pub superseded: bool,
    /// For the reader.
    pub note: Option<String>,
    /// Where it is written.
    pub cite: Cite,
}

/// What is open after a credential has expired.
#[derive(Clone, Debug, PartialEq)]
pub struct Reinstatement {
    /// In the order in which they follow one another; at least one.
    pub stages: Vec<Stage>,
    /// What is left after the last of them.
    pub afterwards: Option<String>,
    /// Where it is written.
    pub cite: Cite,
}

/// One stage of the days after expiry: late renewal, reinstatement, reinstatement after a long lapse.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Its name.
    pub title: String,
    /// How long after expiry it is open; none, for the last stage, when no source tells.
    pub within: Option<Span>,
    /// Whether hours earned after expiry count for nothing.
    pub hours_by_expiry: bool,
    /// Its own rules, by version; empty when the renewal's lines are asked.
    pub rules: Vec<RuleSet>,
    /// What it costs.
    pub fees: Vec<Fee>,
    /// For the reader.
    pub notes: Vec<String>,
    /// Where it is written.
    pub cite: Cite,
}

/// One way to get a credential.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Names it within its credential.
    pub id: String,
    /// In plain words.
    pub title: String,
    /// Applications from this day.
    pub from: Option<Date>,
    /// Applications up to this day.
    pub until: Option<Date>,
    /// No longer open, since a day that no source tells.
    pub superseded: bool,
    /// For the reader.
    pub notes: Vec<String>,
    /// What must be true before one may apply.
    pub conditions: Vec<PathCondition>,
    /// What the application itself asks: an exam, forms, fees.
    pub steps: Vec<PathStep>,
    /// Where it is written.
    pub cite: Cite,
}

/// One condition of a path.
#[derive(Clone, Debug, PartialEq)]
pub struct PathCondition {
    /// In plain words.
    pub what: String,
    /// The test.
    pub condition: Condition,
    /// What would meet it, in plain words.
    pub would_meet: String,
    /// Where it is written.
    pub cite: Cite,
}

/// Something the application asks once the conditions hold.
#[derive(Clone, Debug, PartialEq)]
pub struct PathStep {
    /// In plain words.
    pub what: String,
    /// What it costs, when known.
    pub usd: Option<Usd>,
    /// Where it is written.
    pub cite: Cite,
}

/// Whether `day` lies between two days, both of which count and either of which may be open.
pub(crate) fn in_force(from: Option<Date>, until: Option<Date>, day: Date) -> bool {
    from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
}

impl Credential {
    /// Every version of its rules: those for keeping it, and those of the stages after expiry.
    pub fn rule_sets(&self) -> impl Iterator<Item = &RuleSet> {
        let stages = self.reinstatement.iter().flat_map(|open| &open.stages);
        self.renewals.iter().chain(stages.flat_map(|stage| &stage.rules))
    }
}

impl Fee {
    /// Whether it is asked on `day`, as far as anybody knows.
    pub fn in_force_on(&self, day: Date) -> bool {
        !self.superseded && in_force(self.from, self.until, day)
    }
}

impl RuleSet {
    /// Whether this version applies on `day` (a day of the sort that [`RuleSet::selected_by`] names).
    pub fn in_force_on(&self, day: Date) -> bool {
        in_force(self.from, self.until, day)
    }

    /// Whether some line looks at days outside the period.
    pub fn looks_beyond_period(&self) -> bool {
        fn looks(line: &Requirement) -> bool {
            let window = match &line.ask {
                Ask::Minimum { window, .. }
                | Ask::Course { window, .. }
                | Ask::AcademicCredits { window, .. } => Some(window),
                _ => None,
            };
            let inner: &[Requirement] = if let Ask::AllOf(lines) = &line.ask { lines } else { &[] };
            window.is_some_and(|window| matches!(window, Window::Ever | Window::BeforeEnd(_)))
                || inner.iter().chain(&line.or).any(looks)
        }
        self.requirements.iter().any(looks)
    }
}

impl Path {
    /// Whether one may apply by this path on `day`.
    pub fn in_force_on(&self, day: Date) -> bool {
        !self.superseded && in_force(self.from, self.until, day)
    }
}
