//! From the types that read the files to the text that is checked in.

use crate::file::{AcpeFile, AuthorityFile, DutiesFile};
use schemars::{
    JsonSchema, Schema, generate::SchemaSettings, transform::RecursiveTransform, transform::Transform as _,
};
use serde_json::{Value, json};

/// The schema of `jurisdictions/*.toml` and `credentials/*.toml`.
pub fn authority() -> Schema {
    let mut schema = of::<AuthorityFile>("A board or a certifying body of the catalogue");
    // A record, in JSON, may hold a bare decimal; TOML would make a float of it, and the reader refuses those.
    if let Some(hours) = schema.pointer_mut("/definitions/Hours/type") {
        *hours = json!(["integer", "string"]);
    }
    schema
}

/// The schema of `acpe.toml`.
pub fn acpe() -> Schema {
    of::<AcpeFile>("Topic designators and topic words of the catalogue")
}

/// The schema of `duties.toml`.
pub fn duties() -> Schema {
    of::<DutiesFile>("Duties that boards speak of")
}

/// The schema of a catalogue file with the shape of `T`.
///
/// Draft 7, because that is what the language servers of TOML read: to them nothing beside a `$ref` counts.
pub fn of<T: JsonSchema>(title: &str) -> Schema {
    let generator = SchemaSettings::draft07().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    RecursiveTransform(without_null).transform(&mut schema);
    RecursiveTransform(without_noise).transform(&mut schema);
    schema.insert("title".into(), title.into());
    schema
}

/// The text of the file that is checked in.
pub fn as_file(schema: &Schema) -> String {
    format!("{:#}\n", schema.as_value())
}

/// TOML has no null; what is optional is left out.
fn without_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".into(), only);
        }
    }
    if let Some(Value::Array(words)) = schema.get_mut("enum") {
        words.retain(|word| !word.is_null());
    }
    let Some(Value::Array(choices)) = schema.get_mut("anyOf") else { return };
    choices.retain(|choice| choice != &json!({"type": "null"}));
    if choices.len() == 1
        && let Some(only) = schema.remove("anyOf")
    {
        schema.insert("allOf".into(), only);
    }
}

/// No defaults: what leaving out means is said in words, and an editor would insert the default where an author wants
/// the opposite. No widths of integers: their bounds say it.
fn without_noise(schema: &mut Schema) {
    schema.remove("default");
    if schema.get("type").is_some_and(|kind| kind == "integer") {
        schema.remove("format");
    }
}
