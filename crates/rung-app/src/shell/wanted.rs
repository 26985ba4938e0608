//! What is wanted of the way up: the first run asks for a goal, the plan is made for all of them, Today tells them.

use super::Visit;
use rung_store::{Change, Snapshot};
use rung_way::{
    Viewpoint,
    goals::{Aim, Goal, Wishes},
    words,
};
use rung_words::Words;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Under which name it is kept.
const WANTED: &str = "way";
/// Under which name the first run of earlier versions kept its goal: `{"role": id}` or `{"credential": id}`.
const GOAL_BEFORE: &str = "goal";

/// What is wanted, and what is allowed for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wanted {
    /// The goals, with their days.
    pub aims: Vec<Aim>,
    /// Hours, money, and what matters.
    pub wishes: Wishes,
}

impl Wanted {
    /// As it is kept; nothing where nothing is, or where what is kept is none.
    pub fn of(kept: &Snapshot) -> Self {
        Self::from_settings(&kept.settings)
    }

    fn from_settings(settings: &Map<String, Value>) -> Self {
        match settings.get(WANTED) {
            Some(kept) => serde_json::from_value(kept.clone()).unwrap_or_default(),
            None => Self {
                aims: settings.get(GOAL_BEFORE).and_then(goal_before).into_iter().collect(),
                ..Self::default()
            },
        }
    }

    /// The change that keeps it.
    pub fn keep(&self, change: Change) -> Change {
        // It is made of what JSON has: texts, numbers, lists and names.
        change.put_setting(WANTED, serde_json::to_value(self).unwrap_or_default())
    }

    /// With this goal first, as if it had been told first.
    #[must_use]
    pub fn with_first(mut self, goal: Goal) -> Self {
        let known = self.aims.iter().position(|aim| aim.goal == goal);
        let aim = known.map_or(Aim { goal, by: None }, |n| self.aims.remove(n));
        self.aims.insert(0, aim);
        self
    }
}

fn goal_before(kept: &Value) -> Option<Aim> {
    let id = |kind: &str| kept.get(kind)?.as_str();
    let role = id("role").map(|id| Goal::Role { id: id.to_owned() });
    let goal = role.or_else(|| id("credential").map(|id| Goal::Credential { id: id.into() }))?;
    Some(Aim { goal, by: None })
}

impl Visit {
    /// From where the person looks up.
    pub fn viewpoint(&self) -> Viewpoint<'_> {
        Viewpoint::new(self.record(), self.catalog(), self.on())
    }
}

/// What a goal is called.
pub fn goal_name(words: &Words, seen: &Viewpoint<'_>, goal: &Goal) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn goals(settings: Value) -> Vec<String> {
        let wanted = Wanted::from_settings(settings.as_object().unwrap());
        wanted.aims.iter().map(|aim| aim.goal.to_string()).collect()
    }

    #[test]
    fn the_goal_that_an_earlier_version_kept_counts_until_something_else_is_wanted() {
        assert_eq!(goals(json!({"goal": {"role": "lead-technician"}})), ["role:lead-technician"]);
        assert_eq!(goals(json!({"goal": {"credential": "ptcb-cspt"}})), ["credential:ptcb-cspt"]);
        assert_eq!(goals(json!({"goal": {"role": "lead-technician"}, "way": {"aims": []}})), [""; 0]);
        assert_eq!(goals(json!({"goal": "astronaut", "other": 1})), [""; 0]);
    }

    #[test]
    fn a_goal_that_is_told_comes_first_and_keeps_its_day() {
        let goal = |id: &str| Goal::Role { id: id.to_owned() };
        let by = "2028-01-01".parse().ok();
        let wanted = Wanted {
            aims: vec![Aim { goal: goal("a"), by: None }, Aim { goal: goal("b"), by }],
            ..Wanted::default()
        };
        let told = wanted.with_first(goal("b")).with_first(goal("c")).with_first(goal("b"));
        let told: Vec<(String, bool)> =
            told.aims.iter().map(|aim| (aim.goal.to_string(), aim.by.is_some())).collect();
        assert_eq!(
            told,
            [("role:b".to_owned(), true), ("role:c".to_owned(), false), ("role:a".to_owned(), false)]
        );
    }
}
