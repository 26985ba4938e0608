//! The JSON Schema of the record is generated from the types and checked in.

#![allow(clippy::unwrap_used)]

use rung_record::Record;
use serde_json::{Value, json};
use std::{fs, path::Path};

/// The schema as the types have it today.
fn generated() -> String {
    let mut schema = schemars::schema_for!(Record);
    rung_record::schema::state_required(&mut schema, "/$defs");
    let mut schema = schema.to_value();
    let fields = schema.as_object_mut().unwrap();
    fields.insert("$id".into(), json!("rung-record/1"));
    fields.insert("title".into(), json!("A technician's record (rung-record/1)"));
    fields.insert("required".into(), json!(["format"]));
    let properties = fields.get_mut("properties").and_then(Value::as_object_mut).unwrap();
    properties.insert("format".into(), json!({"const": Record::FORMAT}));
    format!("{}\n", serde_json::to_string_pretty(&schema).unwrap())
}

#[test]
fn the_schema_that_is_checked_in_is_that_of_the_types() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema/rung-record-1.schema.json");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, generated()).unwrap();
    }
    let checked_in = fs::read_to_string(&path).unwrap_or_default();
    assert!(checked_in == generated(), "run this test with UPDATE_SCHEMA=1 and commit {}", path.display());
}
