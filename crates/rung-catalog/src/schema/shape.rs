//! What the reader asks of a table as a whole, said in the words of JSON Schema.

use schemars::Schema;
use serde_json::{Value, json};

/// A file cites at least one source.
pub(crate) fn has_sources(schema: &mut Schema) {
    if let Some(Value::Array(required)) = schema.get_mut("required") {
        required.push("source".into());
    }
}

/// Nothing stands above these tables whose cite they could inherit.
pub(crate) fn each_cites(schema: &mut Schema) {
    if let Some(items) = schema.remove("items") {
        schema.insert("items".into(), json!({"allOf": [items, {"required": ["cite"]}]}));
    }
}

/// What a requirement asks follows from which of these is given.
pub(crate) fn exactly_one_amount(schema: &mut Schema) {
    const AMOUNTS: [&str; 9] = [
        "minimum",
        "hours_unknown",
        "maximum",
        "maximum_share",
        "course",
        "academic_credits",
        "condition",
        "all_of",
        "unknown",
    ];
    let each: Vec<Value> = AMOUNTS.iter().map(|amount| json!({"required": [amount]})).collect();
    schema.insert("oneOf".into(), each.into());
}

/// Where there are stages, they carry the length and the rules.
pub(crate) fn stages_stand_alone(schema: &mut Schema) {
    schema.insert("dependencies".into(), json!({"stage": {"properties": {"within": false, "rules": false}}}));
}

/// An unknown duty has its question, every other one its source, and conditions are told.
pub(crate) fn duty_is_backed(schema: &mut Schema) {
    let says = |word: &str| json!({"properties": {"allowed": {"const": word}}, "required": ["allowed"]});
    schema.insert("if".into(), says("unknown"));
    schema.insert("then".into(), json!({"required": ["question"]}));
    schema.insert(
        "else".into(),
        json!({
            "required": ["cite"],
            "if": says("conditions"),
            "then": {"anyOf": [{"required": ["terms"]}, {"required": ["if"]}]},
        }),
    );
}
