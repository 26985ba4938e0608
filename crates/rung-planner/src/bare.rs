//! The bare continuing-education problem: activities and obligations as numbers.
//!
//! # Format
//! A JSON object with two lists (other keys are ignored):
//! * `A`, the activities: `h` hours (in half-hours), `cost` (in dollars), `topic`, `live`, `tech`
//!   (technician-specific);
//! * `O`, the obligations: `T` the least total, `subs` least hours by attribute, `caps` the most hours that *count* by
//!   attribute, `elig` the activities that can be taken in its days.
//!
//! Attributes are `topic:X`, `live`, `home` (not live), `tech`, `nontech`, `topical` (any topic but `general`). One
//! activity counts for every obligation that lists it. Hours over a cap count nowhere in that obligation.
//!
//! # The model
//! Activities of an obligation that share all attributes it mentions form a *class*. A class that no cap touches
//! counts in full. A class under a cap gets a column: the hours of it that count, no more than were taken and no more
//! than its smallest cap. The order of columns and rows is part of the certificate's contract and is built a second
//! time, independently, by `rung-certificate`:
//!
//! * columns: the activities; then for each obligation its capped classes, in the order of their first activity;
//! * rows: for each obligation, its capped classes (taken − counted ≥ 0), the total, the `subs` in order, and those
//!   `caps`, in order, that touch a class.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::exact::{Answer, Certificate, ColumnId, Limits, Model, ModelFault, Standing, solve as solve_model};

/// No more activities than this.
pub const MOST_ACTIVITIES: usize = 100_000;
/// No more obligations than this.
pub const MOST_OBLIGATIONS: usize = 1_000;
/// No more attributes than this in one obligation.
pub const MOST_ATTRIBUTES: usize = 32;
/// No more listings (`elig` of all obligations together) than this.
pub const MOST_LISTINGS: usize = 5_000_000;
/// Hours, costs and limits are at most this.
pub const LARGEST_NUMBER: i64 = 10_000_000;

/// Something to take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Activity {
    /// Half-hours.
    #[serde(rename = "h")]
    pub half_hours: i64,
    /// Dollars.
    pub cost: i64,
    /// Subject; `general` when none in particular.
    pub topic: String,
    /// Live, as opposed to home study.
    pub live: bool,
    /// Made for technicians.
    #[serde(rename = "tech")]
    pub technician: bool,
}

/// What an obligation can ask of an activity.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Attribute {
    /// This topic.
    Topic(String),
    /// Any topic but `general`.
    Topical,
    /// Live.
    Live,
    /// Not live.
    Home,
    /// Made for technicians.
    Technician,
    /// Not made for technicians.
    NonTechnician,
}

impl Attribute {
    fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "topical" => Self::Topical,
            "live" => Self::Live,
            "home" => Self::Home,
            "tech" => Self::Technician,
            "nontech" => Self::NonTechnician,
            _ => Self::Topic(text.strip_prefix("topic:")?.to_owned()),
        })
    }

    /// Does an activity have this attribute?
    #[must_use]
    pub fn holds(&self, activity: &Activity) -> bool {
        match self {
            Self::Topic(topic) => activity.topic == *topic,
            Self::Topical => activity.topic != "general",
            Self::Live => activity.live,
            Self::Home => !activity.live,
            Self::Technician => activity.technician,
            Self::NonTechnician => !activity.technician,
        }
    }
}

impl fmt::Display for Attribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Topic(topic) => write!(f, "topic:{topic}"),
            Self::Topical => f.write_str("topical"),
            Self::Live => f.write_str("live"),
            Self::Home => f.write_str("home"),
            Self::Technician => f.write_str("tech"),
            Self::NonTechnician => f.write_str("nontech"),
        }
    }
}

/// Hours owed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Obligation {
    /// Least half-hours that count.
    pub total: i64,
    /// Least half-hours by attribute.
    pub minimums: Vec<(Attribute, i64)>,
    /// Most half-hours that count, by attribute.
    pub caps: Vec<(Attribute, i64)>,
    /// The activities that can count.
    pub eligible: Vec<usize>,
}

/// The problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    /// What can be taken.
    pub activities: Vec<Activity>,
    /// What is owed.
    pub obligations: Vec<Obligation>,
}

/// A demand of the problem, as named in explanations.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case", tag = "demand")]
pub enum Demand {
    /// The total of an obligation.
    Total {
        /// Which obligation, counting from 0.
        obligation: usize,
        /// Least half-hours.
        at_least: i64,
    },
    /// A minimum by attribute.
    Minimum {
        /// Which obligation, counting from 0.
        obligation: usize,
        /// Of what.
        attribute: String,
        /// Least half-hours.
        at_least: i64,
    },
    /// A cap.
    Cap {
        /// Which obligation, counting from 0.
        obligation: usize,
        /// Of what.
        attribute: String,
        /// Most half-hours that count.
        at_most: i64,
    },
}

impl fmt::Display for Demand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Total { obligation, at_least } => {
                write!(f, "obligation {obligation} asks for {at_least} half-hours in all")
            }
            Self::Minimum { obligation, attribute, at_least } => {
                write!(f, "obligation {obligation} asks for {at_least} half-hours of {attribute}")
            }
            Self::Cap { obligation, attribute, at_most } => {
                write!(f, "obligation {obligation} counts at most {at_most} half-hours of {attribute}")
            }
        }
    }
}

/// What is wrong with a file: where, and what is allowed there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Path in the file: `O[3].caps.home`.
    pub path: String,
    /// What was found and what is allowed.
    pub message: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.message)
    }
}

impl std::error::Error for Fault {}

fn fault(path: impl Into<String>, message: impl Into<String>) -> Fault {
    Fault { path: path.into(), message: message.into() }
}
