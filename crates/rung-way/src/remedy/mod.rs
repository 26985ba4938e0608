//! What would meet what is not met: which steps, or which alternatives of steps, with what they take and what that
//! stands on.
//!
//! [`Remedies`] walks backwards from what is wanted: a role's asks, a credential's paths, a condition of a path. What
//! holds already needs nothing; whether it holds is always asked of the one evaluator. What is left becomes a [`Need`]
//! over steps, each of which has needs of its own. The steps of one `Remedies` are shared: the CPhT that eleven
//! certificates ask for is one step.
//!
//! ```
//! use rung_catalog::Catalog;
//! use rung_record::Record;
//! use rung_way::{Viewpoint, remedy::Remedies};
//! let record = Record::from_json(br#"{"format": "rung-record/1", "credentials": []}"#)?;
//! let catalog = Catalog::shipped();
//! let seen = Viewpoint::new(&record, &catalog, "2026-11-23".parse()?);
//! let own = Default::default();
//! let mut remedies = Remedies::new(&seen, &own);
//! let need = remedies.credential("ptcb-cpht");
//! let effort = remedies.effort(&need).expect("it can be had");
//! assert!(effort.weeks > 10 && effort.assumed);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod condition;
mod credential;
mod effort;
mod role;

use crate::{
    figure::{Figure, Figures, OwnFigures, Reference},
    steps::{Deed, Gain, Price, Step, StepKey},
    viewpoint::Viewpoint,
};
use rung_record::{CredentialId, Hours, Usd};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub(crate) use credential::{hours_short, per_hour};
pub use effort::Effort;

/// What must be done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Need {
    /// Nothing: it holds.
    Nothing,
    /// This step, by its index.
    Step(usize),
    /// All of these.
    All(Vec<Need>),
    /// Any of these.
    Any(Vec<Need>),
    /// So many of these.
    Some {
        /// How many.
        count: usize,
        /// Of which.
        of: Vec<Need>,
    },
    /// Nothing, if this is so: the record does not tell, and a plan may suppose it as long as it says so.
    Suppose(Supposition),
    /// Nothing that a plan can do.
    Never(Never),
    /// The need is there because of this.
    For {
        /// What asks for it.
        reason: Reason,
        /// What it comes to.
        need: Box<Need>,
    },
}

/// Something that is taken to be so until somebody tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supposition {
    /// What is supposed.
    pub supposed: Supposed,
    /// What the record would then have.
    pub gains: Vec<Gain>,
}

/// What is supposed; [`crate::words`] says it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Supposed {
    /// School was finished: the record tells no schooling.
    School,
    /// The technician is of this age: the record tells no date of birth.
    Age {
        /// Full years.
        years: u8,
    },
    /// A held credential is good: the record does not tell until when.
    Good {
        /// The credential's name.
        name: String,
    },
    /// The technician meets these words of a source, which only a person can tell.
    Meets {
        /// The words.
        what: String,
    },
    /// The state's licence: the record tells no state.
    Licence,
    /// The state allows a duty: the record tells no state.
    Allows {
        /// The duty's name.
        duty: String,
    },
    /// The hours a week of a job that goes on, which the record does not tell.
    WorkWeek {
        /// As many as this.
        hours: Hours,
    },
}

impl Supposed {
    fn alone(self) -> Need {
        Need::Suppose(Supposition { supposed: self, gains: Vec::new() })
    }
}

/// What asks for something, in the words of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// Whose condition it is: a credential's or a role's name.
    pub of: String,
    /// The condition.
    pub what: String,
    /// Where it is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Reference>,
}

/// Why no step helps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Never {
    /// No source tells what is asked; the question to settle it.
    Unsettled {
        /// Whom and what to ask.
        question: String,
    },
    /// The catalogue does not say how to get it.
    NoPath {
        /// What.
        name: String,
        /// Whom to ask.
        body: String,
    },
    /// The catalogue does not have it.
    NotKnown {
        /// Its id.
        id: String,
    },
    /// Schooling that is not planned for.
    Schooling {
        /// Of these kinds.
        kinds: Vec<String>,
    },
    /// A state's board does not allow it.
    Forbidden {
        /// The state.
        state: String,
        /// The duty's name.
        duty: String,
    },
    /// It is schooling, a matter of years past or a certification of others, though a word would state it.
    NoStep,
    /// It is a matter of the past, or cannot be undone.
    Past,
    /// The record says no.
    SaidNo {
        /// The record's fact.
        key: String,
    },
    /// Nothing known pays that much, or nothing that fits is known.
    Nowhere,
}

/// A step, and what must be done before it begins.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Node {
    /// The step.
    pub step: Step,
    /// What must be done before.
    pub needs: Need,
}

/// Builds the steps that meet needs.
#[derive(Debug)]
pub struct Remedies<'a> {
    pub(crate) seen: &'a Viewpoint<'a>,
    pub(crate) figures: Figures<'a>,
    pub(crate) nodes: Vec<Node>,
    by_key: BTreeMap<String, usize>,
    credentials: BTreeMap<CredentialId, Need>,
}

impl<'a> Remedies<'a> {
    /// From a viewpoint, with what the user says instead of the catalogue's figures.
    pub fn new(seen: &'a Viewpoint<'a>, own: &'a OwnFigures) -> Self {
        Self {
            seen,
            figures: Figures::new(&seen.catalog.field().steps, own),
            nodes: Vec::new(),
            by_key: BTreeMap::new(),
            credentials: BTreeMap::new(),
        }
    }

    /// Every step so far; needs name them by index.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// The steps, once nothing more is asked.
    pub fn into_nodes(self) -> Vec<Node> {
        self.nodes
    }

    /// The index of the step with this key, made by `make` when it is new.
    pub(crate) fn step(&mut self, key: &str, make: impl FnOnce(&mut Self) -> (Step, Need)) -> Need {
        if let Some(known) = self.by_key.get(key) {
            return Need::Step(*known);
        }
        let (step, needs) = make(self);
        let index = self.nodes.len();
        self.nodes.push(Node { step, needs });
        self.by_key.insert(key.to_owned(), index);
        Need::Step(index)
    }

    /// A step that takes the place of an earlier one with its key.
    pub(crate) fn put(&mut self, key: &str, step: Step, needs: Need) -> usize {
        let index = *self.by_key.entry(key.to_owned()).or_insert(self.nodes.len());
        let node = Node { step, needs };
        match self.nodes.get_mut(index) {
            Some(own) => *own = node,
            None => self.nodes.push(node),
        }
        index
    }

    /// A step with nothing but its name, deed and figures.
    pub(crate) fn plain(&self, key: &str, deed: Deed, name: impl Into<String>, keys: &[&str]) -> Step {
        let price = Price { what: String::new(), usd: self.figures.usd(keys) };
        Step {
            key: StepKey(key.to_owned()),
            deed,
            name: name.into(),
            hours: self.figures.hours(keys),
            weeks: self.figures.weeks(keys),
            prices: if price.usd.value == Usd::ZERO { Vec::new() } else { vec![price] },
            tasks: Vec::new(),
            gains: Vec::new(),
            from: None,
            until: None,
            retake: None,
            authorized_days: None,
            provider: None,
            notes: Vec::new(),
            source: None,
        }
    }

    /// A step that takes nothing.
    pub(crate) fn moment(&self, key: &str, deed: Deed, name: impl Into<String>) -> Step {
        Step {
            hours: Figure::reckoned(Hours::ZERO),
            weeks: Figure::reckoned(0),
            prices: Vec::new(),
            ..self.plain(key, deed, name, &[])
        }
    }
}

impl Need {
    /// All of them, as simply as it can be said.
    pub fn all(needs: impl IntoIterator<Item = Need>) -> Self {
        let mut parts = Vec::new();
        for need in needs {
            match need {
                Self::Nothing => {}
                Self::All(inner) => parts.extend(inner),
                other => parts.push(other),
            }
        }
        match parts.len() {
            0 => Self::Nothing,
            1 => parts.remove(0),
            _ => Self::All(parts),
        }
    }

    /// Any of them, as simply as it can be said. None at all can never be met.
    pub fn any(needs: impl IntoIterator<Item = Need>) -> Self {
        let mut parts: Vec<Self> = Vec::new();
        for need in needs {
            match need {
                Self::Nothing => return Self::Nothing,
                Self::Any(inner) => parts.extend(inner),
                other if parts.contains(&other) => {}
                other => parts.push(other),
            }
        }
        match parts.len() {
            0 => Self::Never(Never::Nowhere),
            1 => parts.remove(0),
            _ => Self::Any(parts),
        }
    }

    /// The need with what asks for it.
    pub fn because(self, reason: Reason) -> Self {
        match self {
            Self::Nothing => Self::Nothing,
            need => Self::For { reason, need: Box::new(need) },
        }
    }

    /// This need and every need inside, steps' own needs excepted.
    pub fn walk(&self) -> Vec<&Self> {
        let inner: &[Self] = match self {
            Self::All(parts) | Self::Any(parts) | Self::Some { of: parts, .. } => parts,
            Self::For { need, .. } => std::slice::from_ref(need),
            Self::Nothing | Self::Step(_) | Self::Suppose(_) | Self::Never(_) => &[],
        };
        std::iter::once(self).chain(inner.iter().flat_map(Self::walk)).collect()
    }

    /// Every step that it names itself.
    pub fn steps(&self) -> Vec<usize> {
        let step = |need: &Self| if let Self::Step(index) = need { Some(*index) } else { None };
        self.walk().into_iter().filter_map(step).collect()
    }
}
