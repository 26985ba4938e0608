//! The JSON Schemas of the catalogue's files are generated from the types that read them, and checked in.
//!
//! A new kind of file: derive `JsonSchema` on its types (feature `schema`), give it a function in `schema/generate.rs`, a
//! line in [`KINDS`] and in `FileSchema::ALL`, an empty file under `docs/schema/` to begin with, an entry in `tombi.toml`,
//! and run this test with `UPDATE_SCHEMA=1`. The schema of scenarios is tested in rung-rules, which
//! reads them.

#![allow(clippy::unwrap_used)]

use rung_catalog::{FileSchema, schema};
use schemars::Schema;
use std::{fs, path::Path};

/// The name of a kind of file, and what makes the schema of its type.
type Kind = (&'static str, fn() -> Schema);

/// The kinds of file that this crate reads.
const KINDS: [Kind; 13] = [
    ("authority", schema::authority),
    ("acpe", schema::acpe),
    ("duties", schema::duties),
    ("tiles", schema::tiles),
    ("roles", schema::roles),
    ("settings", schema::settings),
    ("wages", schema::wages),
    ("actions", schema::actions),
    ("organizations", schema::organizations),
    ("feeds", schema::feeds),
    ("onet", schema::onet),
    ("interests", schema::interests),
    ("steps", schema::steps),
];

#[test]
fn the_schemas_that_are_checked_in_are_those_of_the_types() {
    for (name, generated) in KINDS {
        let kind = FileSchema::ALL.iter().find(|kind| kind.name == name).unwrap();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/schema").join(kind.file_name());
        let generated = schema::as_file(&generated());
        if std::env::var_os("UPDATE_SCHEMA").is_some() {
            fs::write(&path, &generated).unwrap();
        }
        let checked_in = fs::read_to_string(&path).unwrap();
        assert!(checked_in == generated, "run this test with UPDATE_SCHEMA=1 and commit {}", path.display());
    }
}

#[test]
fn editors_are_told_of_every_schema() {
    let settings = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tombi.toml");
    let text = fs::read_to_string(settings).unwrap();
    for kind in FileSchema::ALL {
        assert!(text.contains(&kind.file_name()), "tombi.toml lacks {}", kind.file_name());
        for files in kind.files {
            assert!(text.contains(&format!("catalog/{files}")), "tombi.toml lacks {files}");
        }
    }
}
