//! What the technician wants, and what they allow.
//!
//! Both are values that can be kept: an agreed plan holds the aims and wishes that it was made for.

use crate::{figure::OwnFigures, viewpoint::Viewpoint};
use jiff::{ToSpan, civil::Date};
use rung_catalog::field::Field;
use rung_record::{CredentialId, Hours, Period, Usd};
use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};

/// Something to reach.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Goal {
    /// To be in a role.
    Role {
        /// The catalogue's id.
        id: String,
    },
    /// To hold a credential.
    Credential {
        /// The catalogue's id.
        id: CredentialId,
    },
    /// To work in a setting.
    Setting {
        /// The catalogue's id.
        id: String,
    },
    /// To be in a role whose pay, by a source that speaks of it, is at least this.
    Earn {
        /// How much.
        usd: Usd,
        /// For what.
        per: Per,
    },
    /// To have taken on a responsibility.
    Action {
        /// The catalogue's id.
        id: String,
    },
}

/// What pay is counted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Per {
    /// An hour.
    Hour,
    /// A year.
    Year,
}

/// A goal, and by when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aim {
    /// What.
    pub goal: Goal,
    /// The last day on which it is still in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
}

/// What the technician allows, and what matters to them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wishes {
    /// Hours a week for the way; the catalogue's assumption when none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_per_week: Option<Hours>,
    /// Stretches with other hours a week. Where two meet, the fewer hours hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seasons: Vec<Season>,
    /// Spend no more than this in all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<Usd>,
    /// Stretches without exams, or without anything.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hold_offs: Vec<HoldOff>,
    /// Providers, settings or paths to take where there is a choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prefer: Vec<String>,
    /// Providers, settings or paths to do without.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub avoid: Vec<String>,
    /// What matters, most important first. What is not named comes after it: arrival, cost, hours.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub first: Vec<Wish>,
    /// Ways that end later than this are not looked at; when none, a day that leaves ample time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<Date>,
    /// The user's own figures instead of the catalogue's.
    #[serde(default, skip_serializing_if = "OwnFigures::is_empty")]
    pub figures: OwnFigures,
}

/// What can matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wish {
    /// Arrive early.
    Arrival,
    /// Spend little.
    Cost,
    /// Give few hours.
    Hours,
    /// Begin late, and still be in time.
    LateStart,
    /// Keep the fullest week light.
    Smooth,
}

/// A stretch with other hours a week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Season {
    /// When.
    pub days: Stretch,
    /// Hours a week in it.
    pub hours_per_week: Hours,
}

/// A stretch in which something may not run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HoldOff {
    /// When.
    pub days: Stretch,
    /// What.
    pub what: HeldOff,
}

/// What is held off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum HeldOff {
    /// Exams.
    Exams,
    /// Everything that takes hours.
    Everything,
}

/// Days of one year or of every year; the first and the last lie within.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Stretch {
    /// From a day to a day.
    Once(Date, Date),
    /// From a day of the year (month, day) to another; over the turn of the year where the second comes first.
    Yearly((i8, i8), (i8, i8)),
}

impl Stretch {
    /// Its days between two days, both within.
    pub fn periods(self, from: Date, to: Date) -> Vec<Period> {
        let whole = Period::inclusive(from, to);
        let all: Vec<Period> = match self {
            Self::Once(first, last) => vec![Period::inclusive(first, last)],
            Self::Yearly((month, day), (end_month, end_day)) => {
                let years = from.year().saturating_sub(1)..=to.year();
                years
                    .filter_map(|year| {
                        let first = day_of(year, month, day)?;
                        let turns = (end_month, end_day) < (month, day);
                        let last = day_of(if turns { year + 1 } else { year }, end_month, end_day)?;
                        Some(Period::inclusive(first, last))
                    })
                    .collect()
            }
        };
        all.into_iter().map(|own| own.intersection(whole)).filter(|own| !own.is_empty()).collect()
    }
}

/// A day of a year; 29 February is the 28th where there is none.
fn day_of(year: i16, month: i8, day: i8) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    Some(first.saturating_add(i64::from(day - 1).days()).min(first.last_of_month()))
}

impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Once(from, to) => write!(f, "{from}..{to}"),
            Self::Yearly((m, d), (n, e)) => write!(f, "{m:02}-{d:02}..{n:02}-{e:02}"),
        }
    }
}

impl From<Stretch> for String {
    fn from(stretch: Stretch) -> Self {
        stretch.to_string()
    }
}

impl TryFrom<String> for Stretch {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl FromStr for Stretch {
    type Err = String;

    /// `2026-12-01..2026-12-31`, or `12-01..12-31` for every year.
    fn from_str(text: &str) -> Result<Self, String> {
        let fault = || {
            format!(
                "\"{text}\" is not a stretch of days (write 2026-12-01..2026-12-31, or 12-01..12-31 for every year)"
            )
        };
        let (from, to) = text.split_once("..").ok_or_else(fault)?;
        if let (Ok(from), Ok(to)) = (rung_record::parse_date(from), rung_record::parse_date(to)) {
            return if from <= to { Ok(Self::Once(from, to)) } else { Err(format!("{to} is before {from}")) };
        }
        let yearly = |text: &str| {
            let (month, day) = text.split_once('-')?;
            let (month, day): (i8, i8) = (month.parse().ok()?, day.parse().ok()?);
            Date::new(2024, month, day).ok()?;
            Some((month, day))
        };
        let both = yearly(from).zip(yearly(to));
        both.map(|(from, to)| Self::Yearly(from, to)).ok_or_else(fault)
    }
}

impl FromStr for HoldOff {
    type Err = String;

    /// `exams:12-01..12-31`; without a word before the colon, everything.
    fn from_str(text: &str) -> Result<Self, String> {
        let (what, days) = match text.split_once(':') {
            Some(("exams", days)) => (HeldOff::Exams, days),
            Some(("everything", days)) => (HeldOff::Everything, days),
            Some((other, _)) => {
                return Err(format!("\"{other}\" cannot be held off (write exams or everything)"));
            }
            None => (HeldOff::Everything, text),
        };
        Ok(Self { days: days.parse()?, what })
    }
}

impl Wish {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Arrival, Self::Cost, Self::Hours, Self::LateStart, Self::Smooth];

    /// How it is written: `late-start`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Arrival => "arrival",
            Self::Cost => "cost",
            Self::Hours => "hours",
            Self::LateStart => "late-start",
            Self::Smooth => "smooth",
        }
    }
}

impl FromStr for Wish {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|wish| wish.code() == text);
        known.ok_or_else(|| format!("\"{text}\" is none of {}", Self::ALL.map(Self::code).join(", ")))
    }
}

/// Text that names no goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoGoal {
    /// What was written.
    pub text: String,
    /// Goals that resemble it, nearest first, as they would be written.
    pub near: Vec<String>,
}

impl Goal {
    /// Reads `role:lead-technician`, `credential:ptcb-cspt`, `setting:home-infusion`, `action:cycle-counts`, `earn:25/hour`,
    /// `earn:60000/year`; or an id alone, where only one thing is called so.
    ///
    /// # Errors
    /// It names nothing of the catalogue; what it may have meant.
    pub fn parse(text: &str, seen: &Viewpoint<'_>) -> Result<Self, NoGoal> {
        let field = seen.field();
        let id = |id: &str| id.to_owned();
        let role = |id: &str| field.role(id).map(|role| Self::Role { id: role.id.to_string() });
        let credential =
            |name: &str| seen.catalog.credential(name).map(|known| Self::Credential { id: known.id.clone() });
        let setting = |name: &str| field.setting(name).map(|_| Self::Setting { id: id(name) });
        let action = |name: &str| field.action(name).map(|_| Self::Action { id: id(name) });
        let found = match text.split_once(':') {
            Some(("role", name)) => role(name),
            Some(("credential", name)) => credential(name),
            Some(("setting", name)) => setting(name),
            Some(("action", name)) => action(name),
            Some(("earn", pay)) => earn(pay),
            _ => role(text).or_else(|| credential(text)).or_else(|| setting(text)).or_else(|| action(text)),
        };
        found.ok_or_else(|| NoGoal { text: text.to_owned(), near: near(text, seen, field) })
    }
}

fn earn(text: &str) -> Option<Goal> {
    let (usd, per) = text.split_once('/')?;
    let per = match per {
        "hour" => Per::Hour,
        "year" => Per::Year,
        _ => return None,
    };
    Some(Goal::Earn { usd: usd.parse().ok()?, per })
}

impl fmt::Display for Goal {
    /// As it is written for [`Goal::parse`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role { id } => write!(f, "role:{id}"),
            Self::Credential { id } => write!(f, "credential:{id}"),
            Self::Setting { id } => write!(f, "setting:{id}"),
            Self::Action { id } => write!(f, "action:{id}"),
            Self::Earn { usd, per: Per::Hour } => write!(f, "earn:{usd}/hour"),
            Self::Earn { usd, per: Per::Year } => write!(f, "earn:{usd}/year"),
        }
    }
}

/// What may have been meant: names that share the most letters' pairs with the text.
fn near(text: &str, seen: &Viewpoint<'_>, field: &Field) -> Vec<String> {
    let wanted = text.split_once(':').map_or(text, |(_, name)| name);
    let roles = field.roles.roles.iter().map(|role| (role.id.to_string(), format!("role:{}", role.id)));
    let settings =
        field.settings.settings.iter().map(|own| (own.id.to_string(), format!("setting:{}", own.id)));
    let credentials =
        seen.catalog.credentials.iter().map(|own| (own.id.to_string(), format!("credential:{}", own.id)));
    let mut all: Vec<(usize, String)> = roles
        .chain(settings)
        .chain(credentials)
        .map(|(id, written)| (likeness(wanted, &id), written))
        .filter(|(likeness, _)| *likeness >= 40)
        .collect();
    all.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    all.truncate(3);
    all.into_iter().map(|(_, written)| written).collect()
}

/// In percent: pairs of neighbouring letters that two words share, twice, over all pairs of both.
fn likeness(a: &str, b: &str) -> usize {
    let pairs = |text: &str| -> Vec<(char, char)> {
        let letters: Vec<char> = text.to_lowercase().chars().take(80).collect();
        letters.windows(2).map(|two| (two[0], two[1])).collect()
    };
    let (a, mut b) = (pairs(a), pairs(b));
    let all = a.len() + b.len();
    let shared =
        a.iter().filter(|pair| b.iter().position(|own| own == *pair).map(|n| b.swap_remove(n)).is_some());
    (shared.count() * 200).checked_div(all).unwrap_or(0)
}
