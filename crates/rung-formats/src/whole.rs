//! A whole record beside the one that is there: what would be new, gone and changed, part by part.

use rung_record::Record;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// A part of both records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartChange {
    /// The record's field: `credits`, `facts`, …; `extra` for fields that this version does not know.
    pub field: &'static str,
    /// Entries in the record that is there.
    pub before: usize,
    /// Entries in the other.
    pub after: usize,
    /// Entries that only the other has.
    pub new: usize,
    /// Entries that the other lacks.
    pub gone: usize,
    /// Entries that both have, but not alike.
    pub changed: usize,
}

const PARTS: &[&str] = &["person", "credentials", "credits", "work", "education", "facts"];

/// The parts that one of the two has, in the order of the file.
pub fn compare(before: &Record, after: &Record) -> Vec<PartChange> {
    let json = |record: &Record| -> Value { serde_json::from_str(&record.to_json()).unwrap_or_default() };
    let (then, now) = (json(before), json(after));
    let known = PARTS
        .iter()
        .map(|field| PartChange::between(field, &entries(then.get(*field)), &entries(now.get(*field))));
    let extra = PartChange::between("extra", &fields(&before.extra), &fields(&after.extra));
    known.chain([extra]).filter(|part| part.before + part.after > 0).collect()
}

impl PartChange {
    /// Whether nothing of it differs.
    pub fn is_same(&self) -> bool {
        self.new + self.gone + self.changed == 0
    }

    /// Entries by what names them.
    fn between(field: &'static str, before: &[(String, Value)], after: &[(String, Value)]) -> Self {
        let then: HashMap<&str, &Value> = before.iter().map(|(key, value)| (key.as_str(), value)).collect();
        let now: HashMap<&str, &Value> = after.iter().map(|(key, value)| (key.as_str(), value)).collect();
        let is_changed = |(key, value): &(&&str, &&Value)| then.get(**key).is_some_and(|old| old != *value);
        Self {
            field,
            before: before.len(),
            after: after.len(),
            new: now.keys().filter(|key| !then.contains_key(**key)).count(),
            gone: then.keys().filter(|key| !now.contains_key(**key)).count(),
            changed: now.iter().filter(is_changed).count(),
        }
    }
}

/// The entries of a part, each with what names it: a field, an id, or else all that it says.
fn entries(part: Option<&Value>) -> Vec<(String, Value)> {
    let name = |entry: &Value| {
        let id = entry.get("id").and_then(Value::as_str);
        id.map_or_else(|| entry.to_string(), ToOwned::to_owned)
    };
    match part {
        Some(Value::Object(map)) => fields(map),
        Some(Value::Array(list)) => list.iter().map(|entry| (name(entry), entry.clone())).collect(),
        _ => Vec::new(),
    }
}

fn fields(of: &Map<String, Value>) -> Vec<(String, Value)> {
    of.iter().map(|(key, value)| (key.clone(), value.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_part_says_what_is_new_gone_and_changed() {
        let record = |credits: &str| {
            let text = format!(
                r#"{{"format": "rung-record/1", "person": {{"name": "Jo"}}, "credits": [{credits}]}}"#
            );
            Record::from_json(text.as_bytes()).unwrap()
        };
        let one = r#"{"id": "c1", "completed": "2026-02-11", "hours": 1}"#;
        let otherwise = r#"{"id": "c1", "completed": "2026-02-11", "hours": 2}"#;
        let two = r#"{"id": "c2", "completed": "2026-02-12"}"#;
        let parts = compare(&record(one), &record(&format!("{otherwise}, {two}")));
        assert!(parts[0].is_same() && parts[0].field == "person");
        assert_eq!(
            parts[1],
            PartChange { field: "credits", before: 1, after: 2, new: 1, gone: 0, changed: 1 }
        );
    }
}
