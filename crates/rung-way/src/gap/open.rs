//! What would settle an unknown.

use rung_catalog::Authority;
use rung_rules::Question;
use std::borrow::Cow;

/// A question whose answer would settle an unknown; [`crate::words::open`] says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open<'a> {
    /// What the evaluator asks.
    Rule(Question<'a>),
    /// Only the technician can tell whether they meet these words.
    Meet(Cow<'a, str>),
    /// It is asked only in this case.
    Applies(&'a str),
    /// The record tells no state.
    WhichState,
    /// The catalogue does not say which credential this state asks.
    WhichCredential(Id<'a>),
    /// The catalogue has no credential of this state for trainees.
    TraineeCredential(Id<'a>),
    /// No source says whether this state lets technicians do this.
    MayTechnicians(Id<'a>, Cow<'a, str>),
    /// No source tells what the role asks.
    NothingKnown,
}

/// An authority; two are the same when their ids are.
#[derive(Clone, Copy, Debug)]
pub struct Id<'a>(pub &'a Authority);

impl PartialEq for Id<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.0.id == other.0.id
    }
}

impl Eq for Id<'_> {}

impl std::ops::Deref for Id<'_> {
    type Target = Authority;

    fn deref(&self) -> &Authority {
        self.0
    }
}

impl<'a> Open<'a> {
    pub(super) fn rules(questions: Vec<Question<'a>>) -> Vec<Self> {
        questions.into_iter().map(Self::Rule).collect()
    }
}
