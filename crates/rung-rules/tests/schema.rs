//! The JSON Schema of scenario files is generated from the types that read them, and checked in. Those of the other
//! files are tested in rung-catalog.

#![allow(clippy::unwrap_used)]

use rung_catalog::{FileSchema, schema};
use std::{fs, path::Path};

#[test]
fn the_schema_that_is_checked_in_is_that_of_the_types() {
    let kind = FileSchema::ALL.iter().find(|kind| kind.name == "scenarios").unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema").join(kind.file_name());
    let generated = schema::as_file(&rung_rules::scenario_schema());
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(&path, &generated).unwrap();
    }
    let checked_in = fs::read_to_string(&path).unwrap();
    assert!(checked_in == generated, "run this test with UPDATE_SCHEMA=1 and commit {}", path.display());
}
