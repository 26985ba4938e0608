//! What to do now and why, across everything.
//!
//! [`agenda`] gathers what the rules, the record and the caller's own state ([`Around`]) ask of the technician. Each
//! [`Todo`] says when it bites; how urgent it is follows from that day alone, by these rules:
//!
//! * within [`PRESSING_DAYS`] of the day, or past it: [`Urgency::Now`];
//! * within its lead (so many days as it takes to do it; [`Kind::lead_days`]): [`Urgency::Soon`];
//! * before that: [`Urgency::Later`];
//! * no day: [`Urgency::Someday`].
//!
//! The order is by urgency, then by day, then by kind, then as the record has it; the same input gives the same list.

mod answer;
mod changes;
mod gather;
pub mod words;

use crate::{Planned, ladder};
use jiff::ToSpan as _;
use rung_atlas::{Address, Coming};
use rung_catalog::{Catalog, Cite, Credential, Fee, Path, Requirement, RuleSet, Stage};
use rung_record::{CredentialId, CreditId, Date, Hours, Record};
use rung_rules::{Question, Verdict, evaluate_through};
use std::{borrow::Cow, collections::HashSet};

pub use answer::answer;
pub use changes::{Amount, AskedChange, asked_otherwise};

/// So many days before it bites, everything is urgent.
pub const PRESSING_DAYS: i32 = 14;
/// What takes no longer than a letter is begun so many days before it bites.
const USUAL_LEAD_DAYS: i32 = 60;
/// What has expired already is to be brought back soon, however long that is open.
const LAPSED_LEAD_DAYS: i32 = 100_000;
/// An hour of continuing education a week is a pace that anybody can keep.
const DAYS_FOR_AN_HOUR: i32 = 7;
/// An application is spoken of so many days before one may send it, or before its last day.
const AHEAD_OF_OPENING_DAYS: i32 = 60;
/// Periods to come are looked at that end so far ahead: the present one and the next of two years.
const PERIODS_AHEAD_YEARS: i32 = 3;

/// What the caller knows beside the record and the catalogue.
#[derive(Clone, Copy, Debug, Default)]
pub struct Around<'i, 'a> {
    /// What changes in the catalogue after the day ([`rung_atlas::coming_changes`]): the same for every record, so that
    /// it is made once a day.
    pub coming: &'i [Coming<'a>],
    /// The activities that are planned.
    pub planned: &'i [Planned],
    /// The credits for which a certificate is kept; none when nobody keeps documents.
    pub documented: Option<&'i HashSet<CreditId>>,
}

/// Something to do.
#[derive(Clone, Debug)]
pub struct Todo<'a> {
    /// What, with its values.
    pub kind: Kind<'a>,
    /// The credential that it is about.
    pub about: Option<&'a Credential>,
    /// The duty with a clock of its own that it is about; empty for the renewal itself.
    pub duty: &'a str,
    /// The day on which it bites: after it something is lost, or begins.
    pub bites: Option<Date>,
    /// How urgent it is, by the day.
    pub urgency: Urgency,
    /// Where what asks it is written.
    pub cite: Option<&'a Cite>,
}

/// How urgent something is; the most urgent is the least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// Today, this week.
    Now,
    /// It is time to begin.
    Soon,
    /// It has a day, and time.
    Later,
    /// No day asks it.
    Someday,
}

/// What is to be done. The order is that of their importance on one day.
#[derive(Clone, Debug)]
pub enum Kind<'a> {
    /// It expired, and can be brought back.
    Reinstate {
        /// The last day on which it was good.
        expired: Option<Date>,
        /// What is open.
        stage: Option<&'a Stage>,
        /// The last day of that.
        by: Option<Date>,
        /// Whether everything that is asked is there.
        ready: Verdict,
        /// What it costs.
        fees: Vec<&'a Fee>,
    },
    /// A renewal was sent back.
    SendAgain {
        /// The day on which it was sent.
        filed: Date,
        /// The day on which it came back.
        returned: Date,
    },
    /// The credential is to be renewed.
    Renew {
        /// From this day one may apply.
        opens: Option<Date>,
        /// Up to this day it is on time.
        file_by: Option<Date>,
        /// The last day on which it is good.
        expires: Date,
        /// Whether everything that is asked is there.
        ready: Verdict,
        /// What it costs.
        fees: Vec<&'a Fee>,
    },
    /// Education, or something else that a rule asks, is missing.
    Earn {
        /// The lines that are short and have the same last day.
        lines: Vec<ShortLine<'a>>,
        /// The fewest hours that all of these lines together can take.
        least: Hours,
        /// The pace that reaches it; none when no hours are asked.
        pace: Option<Pace>,
        /// The last day to complete it.
        by: Date,
    },
    /// An activity that was planned.
    Do(Planned),
    /// An answer settles verdicts that are unknown.
    Answer {
        /// What is asked.
        question: Question<'a>,
        /// How many verdicts an answer can settle.
        settles: usize,
    },
    /// A renewal waits to be approved.
    Await {
        /// The day on which it was sent.
        filed: Date,
        /// Whether credit earned meanwhile counts for nothing.
        dead_zone: bool,
    },
    /// The rules that this credential is kept by change.
    RulesChange {
        /// The day from which the new rules are asked.
        from: Date,
        /// The new rules.
        rules: &'a RuleSet,
        /// Whether it is in this period, and not only for the next.
        in_this_period: bool,
        /// What they ask otherwise of this record.
        changes: Vec<AskedChange<'a>>,
    },
    /// Something else changes that the catalogue tells.
    Coming {
        /// What, in a sentence of the language in which the changes were told.
        what: String,
        /// Where the catalogue has it.
        address: Address,
    },
    /// It is gone.
    StartOver {
        /// The last day on which it was good.
        expired: Option<Date>,
    },
    /// Credits that count here have no certificate kept.
    Document {
        /// Indices in the record.
        credits: Vec<usize>,
    },
    /// Every condition of a credential that is not held is met.
    Apply {
        /// The rung it stands on.
        level: ladder::Level,
        /// The path whose conditions are met.
        path: &'a Path,
        /// Whether they were not yet met a quarter of a year ago.
        is_new: bool,
    },
}

/// A line that is not met.
#[derive(Clone, Debug, PartialEq)]
pub struct ShortLine<'a> {
    /// The rule.
    pub requirement: &'a Requirement,
    /// The line's id.
    pub id: Cow<'a, str>,
    /// Hours missing; zero for what has no hours.
    pub short: Hours,
    /// Hours asked; none for what has no hours.
    pub asked: Option<Hours>,
}

/// So much in so many months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// Hours short.
    pub short: Hours,
    /// Months left; a begun one counts whole.
    pub months: u64,
}

impl Pace {
    /// What is short by the months from `on` to `by`.
    pub fn of(short: Hours, on: Date, by: Date) -> Self {
        let mut months: i32 = 1;
        while on.saturating_add(months.months()) <= by && months < 1200 {
            months += 1;
        }
        Self { short, months: u64::try_from(months).unwrap_or(1) }
    }

    /// Hours a month, to the next whole minute.
    pub fn per_month(self) -> Hours {
        Hours::from_minutes(self.short.in_seconds().div_ceil(60).div_ceil(self.months))
    }
}

/// Where the page for a todo is: a value, which the web turns into its own address.
#[derive(Clone, Debug, PartialEq)]
pub enum Target<'a> {
    /// What is due for a credential.
    Obligation {
        /// Which credential.
        credential: &'a CredentialId,
        /// Its duty; empty for the renewal.
        duty: &'a str,
        /// One line of it.
        line: Option<Cow<'a, str>>,
    },
    /// The dates and renewals of a credential that is held.
    Held(&'a CredentialId),
    /// Whether a credential can be applied for.
    Eligibility(&'a CredentialId),
    /// A credit, by its index in the record.
    Credit(usize),
    /// What the record says of the person: work, education, facts.
    Person,
    /// A planned activity, by its id.
    Activity(String),
    /// A place of the catalogue.
    Catalogue(Address),
}

/// What to do now and why, the most urgent first. Pure: the same input gives the same list.
///
/// ```
/// use rung_catalog::Catalog;
/// use rung_record::{Date, Record};
/// use rung_today::{agenda, agenda::{Around, words}};
/// use rung_words::{Language, Words};
/// let record = Record::from_json(br#"{"format": "rung-record/1", "credentials": [
///     {"credential": "tx-pharmacy-technician", "issued": "2021-06-01", "expires": "2027-05-31"}]}"#)?;
/// let catalog = Catalog::shipped();
/// let on: Date = "2027-04-15".parse()?;
/// let todos = agenda(&record, &catalog, on, &Around::default());
/// let english = Words::of(Language::English);
/// assert_eq!(words::title(english, &todos[0], &catalog), "Earn 20 h for Texas Registered Pharmacy Technician");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn agenda<'a>(
    record: &'a Record,
    catalog: &'a Catalog,
    on: Date,
    around: &Around<'_, 'a>,
) -> Vec<Todo<'a>> {
    let status = evaluate_through(record, catalog, on, on.saturating_add(PERIODS_AHEAD_YEARS.years()));
    let ladder = crate::ladder(record, catalog, on);
    let mut todos = Vec::new();
    gather::of_obligations(&status, around, &mut todos);
    changes::of_rules(&status, &mut todos);
    changes::of_catalogue(&status, around.coming, &mut todos);
    gather::questions(&status, &ladder, &mut todos);
    gather::planned(on, around.planned, &mut todos);
    gather::to_apply_for(record, catalog, on, &ladder, &mut todos);
    // The sort is stable: what is alike stays as the record has it.
    todos.sort_by_key(|todo| (todo.urgency, todo.bites.unwrap_or(Date::MAX), todo.kind.rank()));
    todos
}

impl<'a> Todo<'a> {
    fn new(kind: Kind<'a>, on: Date, bites: Option<Date>) -> Self {
        let urgency = Urgency::of(on, bites, kind.lead_days());
        Self { kind, about: None, duty: "", bites, urgency, cite: None }
    }

    fn about(self, credential: &'a Credential, duty: &'a str, cite: Option<&'a Cite>) -> Self {
        Self { about: Some(credential), duty, cite, ..self }
    }

    /// Where to do it.
    pub fn target(&self) -> Target<'a> {
        match (&self.kind, self.about) {
            (Kind::Earn { lines, .. }, Some(credential)) => Target::Obligation {
                credential: &credential.id,
                duty: self.duty,
                line: lines.first().filter(|_| lines.len() == 1).map(|line| line.id.clone()),
            },
            (Kind::RulesChange { .. } | Kind::Document { .. }, Some(credential)) => {
                Target::Obligation { credential: &credential.id, duty: self.duty, line: None }
            }
            (Kind::Apply { .. } | Kind::StartOver { .. }, Some(credential)) => {
                Target::Eligibility(&credential.id)
            }
            (Kind::Do(activity), _) => Target::Activity(activity.id.clone()),
            (Kind::Coming { address, .. }, _) => Target::Catalogue(address.clone()),
            (Kind::Answer { question: Question::AboutCredit(credit, _), .. }, _) => Target::Credit(*credit),
            (Kind::Answer { question: Question::Ask(_), .. }, Some(credential)) => {
                Target::Obligation { credential: &credential.id, duty: self.duty, line: None }
            }
            (Kind::Answer { .. }, _) | (_, None) => Target::Person,
            (_, Some(credential)) => Target::Held(&credential.id),
        }
    }
}

impl Urgency {
    /// By the rules that this module states.
    pub fn of(on: Date, bites: Option<Date>, lead_days: i32) -> Self {
        let Some(bites) = bites else { return Self::Someday };
        if bites <= on.saturating_add(PRESSING_DAYS.days()) {
            Self::Now
        } else if bites <= on.saturating_add(lead_days.days()) {
            Self::Soon
        } else {
            Self::Later
        }
    }
}

impl Kind<'_> {
    /// How many days before it bites it is to be begun.
    pub fn lead_days(&self) -> i32 {
        match self {
            Self::Earn { lines, least, .. } => {
                let hours = i32::try_from(least.in_seconds().div_ceil(3600)).unwrap_or(i32::MAX);
                let without_hours = lines.iter().filter(|line| line.short.is_zero()).count();
                let each = hours.saturating_add(i32::try_from(without_hours).unwrap_or(i32::MAX));
                USUAL_LEAD_DAYS.saturating_add(each.saturating_mul(DAYS_FOR_AN_HOUR)).min(100_000)
            }
            Self::Do(_) => 30,
            Self::Reinstate { .. } => LAPSED_LEAD_DAYS,
            _ => USUAL_LEAD_DAYS,
        }
    }

    /// A stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Reinstate { .. } => "reinstate",
            Self::SendAgain { .. } => "send-again",
            Self::Renew { .. } => "renew",
            Self::Earn { .. } => "earn",
            Self::Do(_) => "do",
            Self::Answer { .. } => "answer",
            Self::Await { .. } => "await",
            Self::RulesChange { .. } => "rules-change",
            Self::Coming { .. } => "coming",
            Self::StartOver { .. } => "start-over",
            Self::Document { .. } => "document",
            Self::Apply { .. } => "apply",
        }
    }

    /// The place of the kind among those of one day; answers that settle more come first, and so do applications that
    /// are new and stand lower.
    fn rank(&self) -> (u8, usize) {
        let most = |count: usize| usize::MAX - count;
        match self {
            Self::Reinstate { .. } => (0, 0),
            Self::SendAgain { .. } => (1, 0),
            // What is missing comes before the application that it is for.
            Self::Earn { .. } => (2, 0),
            Self::Renew { .. } => (3, 0),
            Self::Do(_) => (4, 0),
            Self::Answer { question: Question::Ask(_), settles } => (9, most(*settles)),
            Self::Answer { settles, .. } => (5, most(*settles)),
            Self::Await { .. } => (6, 0),
            Self::RulesChange { .. } => (7, 0),
            Self::Coming { .. } => (8, 0),
            Self::StartOver { .. } => (10, 0),
            Self::Apply { is_new, level, .. } => (11, usize::from(!is_new) * 8 + *level as usize),
            Self::Document { .. } => (12, 0),
        }
    }
}
