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

use std::collections::HashMap;
use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::exact::{
    Answer, Certificate, ColumnId, Limits, Model, ModelFault, Standing, minimal_reasons, solve as solve_model,
};

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

/// Reads an instance.
///
/// # Errors
/// The first thing that is wrong, with its path.
pub fn parse(text: &[u8]) -> Result<Instance, Fault> {
    let file: Value = serde_json::from_slice(text).map_err(|e| fault("file", format!("not JSON: {e}")))?;
    let activities = list(&file, "A", "A", MOST_ACTIVITIES)?;
    let activities: Vec<Activity> = activities
        .iter()
        .enumerate()
        .map(|(j, a)| activity(a, &format!("A[{j}]")))
        .collect::<Result<_, _>>()?;
    let obligations = list(&file, "O", "O", MOST_OBLIGATIONS)?;
    let mut listings = 0;
    let obligations = obligations
        .iter()
        .enumerate()
        .map(|(i, o)| {
            let obligation = obligation(o, &format!("O[{i}]"), activities.len())?;
            listings += obligation.eligible.len();
            if listings > MOST_LISTINGS {
                return Err(fault(
                    format!("O[{i}].elig"),
                    format!("more than {MOST_LISTINGS} entries in all"),
                ));
            }
            Ok(obligation)
        })
        .collect::<Result<_, _>>()?;
    Ok(Instance { activities, obligations })
}

fn list<'v>(value: &'v Value, key: &str, path: &str, most: usize) -> Result<&'v [Value], Fault> {
    let found =
        value.get(key).and_then(Value::as_array).ok_or_else(|| fault(path, "a list is needed here"))?;
    if found.len() > most {
        return Err(fault(path, format!("{} entries, at most {most} are allowed", found.len())));
    }
    Ok(found)
}

fn activity(value: &Value, path: &str) -> Result<Activity, Fault> {
    let flag = |key: &str| {
        let found = value.get(key).and_then(Value::as_bool);
        found.ok_or_else(|| fault(format!("{path}.{key}"), "true or false is needed here"))
    };
    let topic = value.get("topic").and_then(Value::as_str);
    Ok(Activity {
        half_hours: number(value.get("h"), || format!("{path}.h"))?,
        cost: number(value.get("cost"), || format!("{path}.cost"))?,
        topic: topic.ok_or_else(|| fault(format!("{path}.topic"), "a text is needed here"))?.to_owned(),
        live: flag("live")?,
        technician: flag("tech")?,
    })
}

fn obligation(value: &Value, path: &str, activities: usize) -> Result<Obligation, Fault> {
    let eligible = list(value, "elig", &format!("{path}.elig"), MOST_ACTIVITIES)?;
    let mut seen = vec![false; activities];
    let eligible = eligible
        .iter()
        .enumerate()
        .map(|(k, v)| {
            let place = || format!("{path}.elig[{k}]");
            let j = number(Some(v), place)? as usize;
            match seen.get_mut(j) {
                None => Err(fault(place(), format!("there is no activity {j} (there are {activities})"))),
                Some(true) => Err(fault(place(), format!("activity {j} is listed twice"))),
                Some(new) => {
                    *new = true;
                    Ok(j)
                }
            }
        })
        .collect::<Result<_, _>>()?;
    Ok(Obligation {
        total: number(value.get("T"), || format!("{path}.T"))?,
        minimums: by_attribute(value, "subs", path)?,
        caps: by_attribute(value, "caps", path)?,
        eligible,
    })
}

fn by_attribute(value: &Value, key: &str, path: &str) -> Result<Vec<(Attribute, i64)>, Fault> {
    let place = format!("{path}.{key}");
    let found = value.get(key).and_then(Value::as_object);
    let found = found.ok_or_else(|| fault(&place, "an object (attribute: half-hours) is needed here"))?;
    if found.len() > MOST_ATTRIBUTES {
        return Err(fault(
            place,
            format!("{} attributes, at most {MOST_ATTRIBUTES} are allowed", found.len()),
        ));
    }
    found
        .iter()
        .map(|(name, hours)| {
            let place = || format!("{path}.{key}.{name}");
            let attribute = Attribute::parse(name).ok_or_else(|| {
                fault(place(), "unknown attribute (topic:X, topical, live, home, tech, nontech are known)")
            })?;
            Ok((attribute, number(Some(hours), place)?))
        })
        .collect()
}

fn number(value: Option<&Value>, path: impl Fn() -> String) -> Result<i64, Fault> {
    let allowed = || format!("a whole number from 0 to {LARGEST_NUMBER} is needed here");
    let number = value.and_then(Value::as_i64).filter(|n| (0..=LARGEST_NUMBER).contains(n));
    number.ok_or_else(|| match value {
        Some(Value::Number(n)) => fault(path(), format!("{n} found; {}", allowed())),
        _ => fault(path(), allowed()),
    })
}

/// Activities of one obligation that share every attribute it mentions.
struct Class {
    members: Vec<usize>,
    /// Which of the obligation's minimums and caps it falls under.
    minimums: Vec<bool>,
    caps: Vec<bool>,
    /// What counts of it, as terms of a row.
    counted: Vec<(ColumnId, i64)>,
}

/// The model of an instance: cost first, then half-hours.
#[must_use]
pub fn model(instance: &Instance) -> Model<Demand> {
    let mut model = Model::new();
    let taken: Vec<ColumnId> =
        (0..instance.activities.len()).map(|j| model.choice(format!("activity {j}"))).collect();
    for (i, obligation) in instance.obligations.iter().enumerate() {
        add_obligation(&mut model, &taken, instance, i, obligation);
    }
    let sum =
        |of: fn(&Activity) -> i64| taken.iter().zip(&instance.activities).map(move |(&x, a)| (x, of(a)));
    model.minimise("cost", sum(|a| a.cost));
    model.minimise("half_hours", sum(|a| a.half_hours));
    model
}

fn add_obligation(
    model: &mut Model<Demand>,
    taken: &[ColumnId],
    instance: &Instance,
    obligation: usize,
    o: &Obligation,
) {
    let mut classes = classes(&instance.activities, o);
    for class in &mut classes {
        let hours = class.members.iter().map(|&j| (taken[j], instance.activities[j].half_hours));
        let cap = o.caps.iter().zip(&class.caps).filter(|(_, under)| **under).map(|(cap, _)| cap.1).min();
        class.counted = match cap {
            None => hours.collect(),
            Some(cap) => {
                let all: i64 = hours.clone().map(|t| t.1).sum();
                let counted = model.amount(format!("counted in obligation {obligation}"), 0, cap.min(all));
                model.define(hours.chain([(counted, -1)]), 0);
                vec![(counted, 1)]
            }
        };
    }
    let counted = |belongs: &dyn Fn(&Class) -> bool| -> Vec<(ColumnId, i64)> {
        classes.iter().filter(|c| belongs(c)).flat_map(|c| c.counted.iter().copied()).collect()
    };
    model.at_least(Demand::Total { obligation, at_least: o.total }, counted(&|_| true), o.total);
    for (k, (attribute, at_least)) in o.minimums.iter().enumerate() {
        let label = Demand::Minimum { obligation, attribute: attribute.to_string(), at_least: *at_least };
        model.at_least(label, counted(&|c| c.minimums[k]), *at_least);
    }
    for (k, (attribute, at_most)) in o.caps.iter().enumerate() {
        let terms = counted(&|c| c.caps[k]);
        if !terms.is_empty() {
            let label = Demand::Cap { obligation, attribute: attribute.to_string(), at_most: *at_most };
            model.at_most(label, terms, *at_most);
        }
    }
}

fn classes(activities: &[Activity], obligation: &Obligation) -> Vec<Class> {
    let mut position: HashMap<u64, usize> = HashMap::new();
    let mut classes: Vec<Class> = Vec::new();
    for &j in &obligation.eligible {
        let activity = &activities[j];
        let attributes = obligation.minimums.iter().chain(&obligation.caps);
        // At most 2 · 32 attributes: one bit each.
        let signature = attributes.fold(0u64, |bits, (a, _)| bits << 1 | u64::from(a.holds(activity)));
        let k = *position.entry(signature).or_insert_with(|| {
            let falls_under =
                |list: &[(Attribute, i64)]| list.iter().map(|(a, _)| a.holds(activity)).collect();
            classes.push(Class {
                members: Vec::new(),
                minimums: falls_under(&obligation.minimums),
                caps: falls_under(&obligation.caps),
                counted: Vec::new(),
            });
            classes.len() - 1
        });
        classes[k].members.push(j);
    }
    classes
}

/// The answer to an instance, as JSON: a plan, the reasons why there is none, or "not known".
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Solved {
    /// Is there a plan? `None`: not known.
    pub feasible: Option<bool>,
    /// Cost, then half-hours.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<Standing>,
    /// The activities to take.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<usize>,
    /// When there is no plan: demands that cannot be met together, none of them superfluous.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reasons: Vec<Demand>,
    /// The reasons as sentences.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub because: Vec<String>,
    /// The proof, for `rung-certificate`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Certificate>,
    /// Is everything said here proven?
    pub proven: bool,
    /// Parts of the search.
    pub nodes: usize,
}

/// Solves an instance: the least cost, then the least half-hours, or minimal reasons why it cannot be met.
///
/// # Errors
/// When the instance's numbers are too large together.
pub fn solve(instance: &Instance, limits: &Limits) -> Result<Solved, ModelFault> {
    let model = model(instance);
    let mut solved = Solved {
        feasible: None,
        objectives: Vec::new(),
        chosen: Vec::new(),
        reasons: Vec::new(),
        because: Vec::new(),
        certificate: None,
        proven: false,
        nodes: 0,
    };
    match solve_model(&model, limits)? {
        Answer::Solved(plan) => {
            solved.feasible = Some(true);
            solved.proven = plan.is_proven();
            solved.chosen = (0..instance.activities.len()).filter(|&j| plan.values[j] > 0).collect();
            solved.objectives = plan.objectives;
            solved.certificate = Some(plan.certificate);
            solved.nodes = plan.nodes;
        }
        Answer::Infeasible(certificate) => {
            solved.feasible = Some(false);
            let reasons = minimal_reasons(&model, &certificate, limits)?;
            solved.proven = reasons.minimal;
            solved.reasons = reasons.reasons.into_iter().map(|r| r.label).collect();
            solved.because = solved.reasons.iter().map(ToString::to_string).collect();
            solved.certificate = Some(certificate);
        }
        Answer::Unknown { nodes } => solved.nodes = nodes,
    }
    Ok(solved)
}
