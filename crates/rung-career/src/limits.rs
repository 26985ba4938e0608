//! When to stop, and what is known then.

use serde::Serialize;

/// When to stop without an answer. The solver has no clock: whoever has one passes `should_stop`.
#[derive(Clone, Copy)]
pub struct Limits<'a> {
    /// Contradictions to learn from, for each objective.
    pub conflicts: u64,
    /// Asked again and again.
    pub should_stop: &'a dyn Fn() -> bool,
}

impl Limits<'static> {
    /// Go on until it is proved.
    #[must_use]
    pub fn none() -> Self {
        Limits { conflicts: u64::MAX, should_stop: &|| false }
    }

    /// Stop after this many contradictions.
    #[must_use]
    pub fn conflicts(conflicts: u64) -> Self {
        Limits { conflicts, should_stop: &|| false }
    }
}

/// What is known of one objective.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The objective's name.
    pub name: &'static str,
    /// Its value in the plan.
    pub value: i64,
    /// No plan (that is as good in the objectives before) has less.
    pub bound: i64,
    /// Is the value the least possible?
    pub proven: bool,
}
