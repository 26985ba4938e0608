//! What the types alone do not tell of the record's JSON Schema.

use schemars::Schema;
use serde_json::json;

/// What each part of a record must say; the reader fills in the rest, or takes it as not told.
const REQUIRED: [(&str, &[&str]); 9] = [
    ("Record", &[]),
    ("Person", &[]),
    ("Credential", &["credential"]),
    ("HeldPeriod", &["from", "to"]),
    ("Renewal", &["filed"]),
    ("FeePaid", &["usd"]),
    ("Credit", &["completed"]),
    ("Work", &["from"]),
    ("Education", &["kind"]),
];

/// Says in `schema`, which keeps its definitions under the pointer `definitions`, what the reader requires.
pub fn state_required(schema: &mut Schema, definitions: &str) {
    for (name, required) in REQUIRED {
        if let Some(part) = schema.pointer_mut(&format!("{definitions}/{name}")) {
            part["required"] = json!(required);
        }
    }
}
