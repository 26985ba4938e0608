//! What is kept: what is wanted, and the plan that was agreed.

use crate::shell::{Visit, agreed_way};
use rung_way::{
    Viewpoint,
    goals::{Aim, Goal, Wishes},
    live::{Agreed, Stuck},
    words,
};
use rung_words::Words;
use serde::{Deserialize, Serialize};

/// Under which name what is wanted is kept.
pub const WANTED: &str = "way";
/// Under which name the agreed plan is kept.
pub use crate::shell::AGREED_WAY as AGREED;

/// What is wanted, and what is allowed for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wanted {
    pub aims: Vec<Aim>,
    pub wishes: Wishes,
}

impl Wanted {
    /// As it is kept; nothing where nothing is, or where what is kept is none.
    pub fn of(visit: &Visit) -> Self {
        let kept = visit.kept().settings.get(WANTED).cloned();
        kept.and_then(|value| serde_json::from_value(value).ok()).unwrap_or_default()
    }
}

/// The plan that was agreed.
pub fn agreed(visit: &Visit) -> Option<Result<Agreed, Stuck>> {
    agreed_way(visit.kept())
}

/// From where the person looks.
pub fn seen(visit: &Visit) -> Viewpoint<'_> {
    Viewpoint::new(visit.record(), visit.catalog(), visit.on())
}

/// What a goal is called.
pub fn name(words: &Words, seen: &Viewpoint<'_>, goal: &Goal) -> String {
    let field = seen.field();
    let title = match goal {
        Goal::Role { id } => field.role(id).map(|own| own.title.clone()),
        Goal::Credential { id } => Some(seen.catalog.short_name(id.as_str())),
        Goal::Setting { id } => field.setting(id).map(|own| own.title.clone()),
        Goal::Action { id } => field.action(id).map(|own| own.title.clone()),
        Goal::Earn { .. } => None,
    };
    words::plan::goal(words, goal, &title.unwrap_or_else(|| goal.to_string()))
}
