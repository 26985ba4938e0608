//! The catalogue as JSON: nothing that a file says is left out.

use crate::today;
use rung_atlas::answer;
use rung_catalog::{Catalog, Overlay, Span};
use std::{fs, path::Path};

/// Keys whose text is written otherwise in the answer: rules in words, and what only links facts to one another.
const SAID_OTHERWISE: [&str; 10] =
    ["cite", "if", "condition", "applies_if", "counts", "accepts", "term", "clock", "opens", "file_by"];

/// Every text of a file, but not those said otherwise.
fn texts(value: &toml::Value, key: &str, found: &mut Vec<String>) {
    // The case of a fee is a text, that of an exception a condition.
    let is_condition = key == "when" && value.is_table();
    if SAID_OTHERWISE.contains(&key) || key.ends_with("_cite") || is_condition {
        return;
    }
    match value {
        toml::Value::String(text) => found.push(text.clone()),
        toml::Value::Array(items) => items.iter().for_each(|item| texts(item, key, found)),
        toml::Value::Table(fields) => fields.iter().for_each(|(key, value)| texts(value, key, found)),
        _ => {}
    }
}

/// Each shipped file of an authority, with its path in the catalogue.
fn files() -> Vec<Overlay> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../catalog");
    let mut files = Vec::new();
    for folder in ["jurisdictions", "credentials"] {
        for entry in fs::read_dir(root.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            if name.ends_with(".toml") && !name.ends_with(".scenarios.toml") {
                files.push(Overlay {
                    path: format!("{folder}/{name}"),
                    text: fs::read_to_string(&path).unwrap(),
                });
            }
        }
    }
    assert!(files.len() >= 58);
    files
}

#[test]
fn every_text_of_a_file_is_in_the_answers() {
    let catalog = Catalog::shipped();
    let mut missing = Vec::new();
    for file in files() {
        let authority = catalog.authorities.iter().find(|authority| authority.file == file.path).unwrap();
        let mut answers = answer::authority(&catalog, authority, today()).to_string();
        for credential in catalog.credentials_of(authority) {
            answers.push_str(&answer::credential(&catalog, credential).to_string());
        }
        let mut said = Vec::new();
        texts(&toml::Value::Table(file.text.parse().unwrap()), "", &mut said);
        let quoted = |text: &String| serde_json::to_string(text).unwrap();
        // A year is told as twelve months.
        let is_there = |text: &String| {
            let length = text.parse::<Span>().map(|span| span.to_string());
            answers.contains(quoted(text).trim_matches('"'))
                || length.is_ok_and(|length| answers.contains(&length))
        };
        missing.extend(
            said.into_iter().filter(|text| !is_there(text)).map(|text| format!("{}: {text}", file.path)),
        );
    }
    missing.sort();
    missing.dedup();
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}
