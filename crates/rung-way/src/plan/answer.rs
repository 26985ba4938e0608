//! The way as JSON, the contract with other programs: `rung-way/1`, see `docs/guides/way.md`.
//!
//! Hours and money are decimal strings; days are `YYYY-MM-DD`, the first and the last of a step lie within it. Fields are
//! only ever added.

use super::{Outcome, WayResult};
use crate::{
    live::FORMAT,
    steps::StepKey,
    why::{WhyNot, Without},
    words::plan as say,
};
use rung_words::Words;
use serde_json::{Value, json};

/// What was found out beside the plan itself.
#[derive(Clone, Debug, Default)]
pub struct Beside {
    /// What would be without each step.
    pub without: Vec<(StepKey, Without)>,
    /// Why there is no plan.
    pub why_not: Option<WhyNot>,
}

/// The outcome as JSON, with the sentences of a language; with its problem and proof when `proofs` are wanted.
pub fn answer(outcome: &Outcome, beside: &Beside, words: &Words, proofs: bool) -> Value {
    let draft = &outcome.draft;
    let mut answer = match &outcome.result {
        WayResult::Plan(solved) => json!({
            "format": FORMAT,
            "result": "plan",
            "proven": solved.plan.proven,
            "says": say::headline(words, &solved.plan),
            "plan": with_titles(&solved.plan, beside, outcome, words),
        }),
        WayResult::Nothing(refuted) => {
            let why = beside.why_not.as_ref();
            json!({
                "format": FORMAT,
                "result": "nothing",
                "proven": refuted.proven,
                "reasons": why.map(|why| &why.reasons),
                "because": why.map(|why| say::asked_together(words, draft, &why.reasons)),
                "reasons_are_minimal": why.is_some_and(|why| why.minimal),
                "ways_out": why.map(|why| &why.ways),
                "would_do": why.map(|why| why.ways.iter().map(|own| say::way(words, own)).collect::<Vec<_>>()),
            })
        }
        WayResult::Blocked(blocked) => json!({
            "format": FORMAT,
            "result": "blocked",
            "blocked": blocked,
            "because": blocked.iter().flat_map(|own| say::blocked(words, own)).collect::<Vec<_>>(),
        }),
        WayResult::NotKnown => json!({"format": FORMAT, "result": "not-known"}),
    };
    if let (true, Some(fields)) = (proofs, answer.as_object_mut()) {
        let certificate = match &outcome.result {
            WayResult::Plan(solved) => Some(&solved.certificate),
            WayResult::Nothing(refuted) => Some(&refuted.certificate),
            _ => None,
        };
        fields.insert("problem".to_owned(), json!(draft.numbers.problem));
        fields.insert("certificate".to_owned(), json!(certificate));
    }
    answer
}

/// The plan, each step with its title and sentences.
fn with_titles(plan: &super::WayPlan, beside: &Beside, outcome: &Outcome, words: &Words) -> Value {
    let mut value = json!(plan);
    let steps = value.get_mut("steps").and_then(Value::as_array_mut);
    for (own, step) in plan.steps.iter().zip(steps.into_iter().flatten()) {
        let Some(fields) = step.as_object_mut() else { continue };
        let draft = &outcome.draft;
        fields.insert("title".to_owned(), json!(crate::words::step(words, &own.step)));
        let purposes: Vec<String> =
            own.purposes.iter().map(|purpose| say::purpose(words, draft, purpose)).collect();
        fields.insert("for".to_owned(), json!(purposes));
        fields.insert("waits_for".to_owned(), json!(say::held_by(words, draft, &own.held_by)));
        if let Some(others) = say::as_good(words, draft, &own.step.key) {
            fields.insert("as_good".to_owned(), json!(others));
        }
        if let Some((_, without)) = beside.without.iter().find(|(key, _)| *key == own.step.key) {
            fields.insert("without".to_owned(), json!(without));
            fields.insert("without_it".to_owned(), json!(say::without(words, without)));
        }
    }
    value
}
