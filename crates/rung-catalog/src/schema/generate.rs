//! From the types that read the files to the text that is checked in.

use crate::{
    field::{Actions, Feeds, Onet, Organizations, Questionnaire, Roles, Settings, Steps, Wages},
    file::{AcpeFile, AuthorityFile, DutiesFile, TilesFile},
};
use schemars::{
    JsonSchema, Schema, generate::SchemaSettings, transform::RecursiveTransform, transform::Transform as _,
};
use serde_json::{Map, Value, json};

/// The schema of `jurisdictions/*.toml` and `credentials/*.toml`.
pub fn authority() -> Schema {
    of_figures::<AuthorityFile>("A board or a certifying body of the catalogue")
}

/// The schema of `acpe.toml`.
pub fn acpe() -> Schema {
    of::<AcpeFile>("Topic designators and topic words of the catalogue")
}

/// The schema of `duties.toml`.
pub fn duties() -> Schema {
    of::<DutiesFile>("Duties that boards speak of")
}

/// The schema of `tiles.toml`.
pub fn tiles() -> Schema {
    of::<TilesFile>("The map of the jurisdictions")
}

/// The schema of `field/roles.toml`.
pub fn roles() -> Schema {
    of_figures::<Roles>("Roles of technicians")
}

/// The schema of `field/settings.toml`.
pub fn settings() -> Schema {
    of_figures::<Settings>("Practice settings")
}

/// The schema of `field/wages.toml`.
pub fn wages() -> Schema {
    of_figures::<Wages>("Pay, employment, outlook")
}

/// The schema of `field/actions.toml`.
pub fn actions() -> Schema {
    of_figures::<Actions>("What moves a career")
}

/// The schema of `field/organizations.toml`.
pub fn organizations() -> Schema {
    of_figures::<Organizations>("Organizations, events, publications, forums")
}

/// The schema of `field/feeds.toml`.
pub fn feeds() -> Schema {
    of_figures::<Feeds>("Feeds to follow")
}

/// The schema of `field/onet.toml`.
pub fn onet() -> Schema {
    of_figures::<Onet>("What O*NET says of the occupation")
}

/// The schema of `field/interests.toml`.
pub fn interests() -> Schema {
    of::<Questionnaire>("A questionnaire on interests and values at work")
}

/// The schema of `field/steps.toml`.
pub fn steps() -> Schema {
    of_figures::<Steps>("What steps take, and training programs")
}

/// [`of`], for a file whose hours and decimals are those of TOML.
fn of_figures<T: JsonSchema>(title: &str) -> Schema {
    let mut schema = of::<T>(title);
    RecursiveTransform(without_floats).transform(&mut schema);
    schema
}

/// The schema of a catalogue file with the shape of `T`.
///
/// Draft 7, because every language server of TOML reads that: to some, nothing beside a `$ref` counts.
pub fn of<T: JsonSchema>(title: &str) -> Schema {
    let generator = SchemaSettings::draft07().into_generator();
    let mut schema = generator.into_root_schema_for::<T>();
    RecursiveTransform(without_null).transform(&mut schema);
    RecursiveTransform(without_noise).transform(&mut schema);
    RecursiveTransform(words_in_one).transform(&mut schema);
    put_in_place(&mut schema);
    RecursiveTransform(tell_meanings).transform(&mut schema);
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

/// Where the meanings of an enumeration's words wait until it stands where it is used.
const MEANINGS: &str = "meanings";

/// The words of an enumeration in one branch instead of a branch each: an editor has one thing to say of a word that is
/// none of them, and proposes a key once.
fn words_in_one(schema: &mut Schema) {
    let Some(Value::Array(branches)) = schema.remove("oneOf") else { return };
    let (words, others): (Vec<Value>, Vec<Value>) =
        branches.into_iter().partition(|branch| branch["const"].is_string());
    let known: Vec<&Value> = words.iter().map(|branch| &branch["const"]).collect();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let meaning =
        |branch: &Value| format!("- `{}`: {}", text(&branch["const"]), text(&branch["description"]));
    let meanings: Vec<String> = words.iter().map(meaning).collect();
    let as_one = json!({"type": "string", "enum": known, MEANINGS: meanings.join("\n")});
    if words.is_empty() {
        schema.insert("oneOf".into(), others.into());
    } else if others.is_empty() {
        let Value::Object(fields) = as_one else { return };
        schema.ensure_object().extend(fields);
    } else {
        schema.insert("oneOf".into(), std::iter::once(as_one).chain(others).collect());
    }
}

/// What each word means, after what the field means.
fn tell_meanings(schema: &mut Schema) {
    let Some(Value::String(meanings)) = schema.remove(MEANINGS) else { return };
    let told = match schema.get("description").and_then(Value::as_str) {
        Some(description) => format!("{description}\n\n{meanings}"),
        None => meanings,
    };
    schema.insert("description".into(), told.into());
}

/// Puts what is no table where it is used, so that the field's own description holds; a language server does not return
/// from a reference to anything but a table when a description stands beside it.
fn put_in_place(schema: &mut Schema) {
    let Some(Value::Object(definitions)) = schema.remove("definitions") else { return };
    let (tables, others): (Map<_, _>, Map<_, _>) =
        definitions.into_iter().partition(|(_, definition)| definition["properties"].is_object());
    schema.insert("definitions".into(), tables.into());
    RecursiveTransform(|used: &mut Schema| {
        let reference = used.get("$ref").or_else(|| used.get("allOf")?.as_array()?.first()?.get("$ref"));
        let name = reference.and_then(Value::as_str).and_then(|path| path.strip_prefix("#/definitions/"));
        let Some(Value::Object(definition)) = name.and_then(|name| others.get(name)) else { return };
        let fields = used.ensure_object();
        fields.remove("$ref");
        fields.remove("allOf");
        for (key, value) in definition {
            fields.entry(key.clone()).or_insert_with(|| value.clone());
        }
    })
    .transform(schema);
}

/// A record, in JSON, may hold a bare decimal of hours; TOML would make a float of it, and the reader refuses those.
fn without_floats(schema: &mut Schema) {
    if schema.get("type") == Some(&json!(["string", "number"])) {
        schema.insert("type".into(), json!(["integer", "string"]));
    }
}
