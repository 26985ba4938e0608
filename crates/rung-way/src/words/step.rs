//! Steps in words.

use crate::{
    remedy::{Effort, Never, Node},
    steps::{Deed, Step},
};
use rung_words::{Words, say};

/// What is done, in a few words: `Study for the CPhT (PTCB)`.
pub fn step(words: &Words, step: &Step) -> String {
    let name = &step.name;
    match &step.deed {
        Deed::Study { .. } => say!(words, "practice-step-study", name = name),
        Deed::Apply { .. } => say!(words, "practice-step-apply", name = name),
        Deed::Exam { .. } => say!(words, "practice-step-exam", name = name),
        Deed::Hold { .. } => say!(words, "practice-step-hold", name = name),
        Deed::Program { .. } => say!(words, "practice-step-program", name = name),
        Deed::School { .. } => say!(words, "practice-step-school", name = name),
        Deed::Position { .. } if name.is_empty() => say!(words, "practice-step-any-position"),
        Deed::Position { .. } => say!(words, "practice-step-position", name = name),
        Deed::Duty { .. } => say!(words, "practice-step-duty", name = name),
        Deed::Work { .. } | Deed::Accrue => say!(words, "practice-step-work", name = name),
        Deed::Age { years } => say!(words, "practice-step-age", years = *years),
        Deed::Attest { .. } => say!(words, "practice-step-attest", name = name),
        Deed::Learn { .. } => say!(words, "practice-step-learn", name = name),
        Deed::Renew { .. } => say!(words, "practice-step-renew", name = name),
        Deed::Reinstate { .. } => say!(words, "practice-step-reinstate", name = name),
        Deed::Action { .. } => say!(words, "practice-step-action", name = name),
    }
}

/// What is done one after the other, without what follows by itself.
pub fn steps(words: &Words, nodes: &[Node], effort: &Effort) -> Vec<String> {
    let own = effort.steps.iter().filter_map(|index| nodes.get(*index)).map(|node| &node.step);
    own.filter(|own| !matches!(own.deed, Deed::Hold { .. })).map(|own| step(words, own)).collect()
}

/// Why no step helps.
pub fn never(words: &Words, never: &Never) -> String {
    match never {
        Never::Unsettled { question } => say!(words, "practice-never-unsettled", question = question),
        Never::NoPath { name, body } => say!(words, "practice-never-no-path", name = name, body = body),
        Never::NotKnown { id } => say!(words, "practice-never-not-known", id = id),
        Never::Schooling { kinds } => {
            say!(words, "practice-never-schooling", kinds = kinds.join(", ").replace('-', " "))
        }
        Never::Forbidden { state, duty } => {
            say!(words, "practice-never-forbidden", state = state, duty = duty)
        }
        Never::NoStep => say!(words, "practice-never-no-step"),
        Never::Past => say!(words, "practice-never-past"),
        Never::SaidNo { .. } => say!(words, "practice-never-said-no"),
        Never::Nowhere => say!(words, "practice-never-nowhere"),
    }
}
