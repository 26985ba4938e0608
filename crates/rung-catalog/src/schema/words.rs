//! Texts with a form of their own: days, ids, lengths, cites. The patterns allow what the readers allow, in the form in
//! which people write it.

use crate::{
    Percent, Span, When,
    field::{self, Difference, Places, Score},
    file::Cites,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// Schemas that stand where they are used instead of being referred to: an editor then shows the field's own words.
macro_rules! forms {
    ($($name:ty, $called:literal, $schema:expr;)*) => {$(
        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                $called.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

/// A day: `2026-11-23`, with or without quotes.
#[derive(Debug)]
pub struct Day;
/// The id of a credential, a line, a version: `tx-pharmacy-technician`, `2020-09`.
#[derive(Debug)]
pub struct Id;
/// The id of a source: no blanks, because a place follows after one.
#[derive(Debug)]
pub struct SourceId;
/// A jurisdiction, `TX`, or `US`.
#[derive(Debug)]
pub struct TwoLetters;
/// A topic designator: `03`.
#[derive(Debug)]
pub struct TwoDigits;
/// A part of what another line asks: `1/3 of total`.
#[derive(Debug)]
pub struct PartOfLine;

forms! {
    Day, "Day", json_schema!({"anyOf": [day(), {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}]});
    Id, "Id", json_schema!({"type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$"});
    SourceId, "SourceId", json_schema!({"type": "string", "pattern": r"^\S+$"});
    TwoLetters, "TwoLetters", json_schema!({"type": "string", "pattern": "^[A-Z]{2}$"});
    TwoDigits, "TwoDigits", json_schema!({"type": "string", "pattern": "^[0-9]{2}$"});
    PartOfLine, "PartOfLine", json_schema!({
        "type": "string", "pattern": "^[1-9][0-9]{0,3}/[1-9][0-9]{0,3} of .+$"
    });
    Span, "Span", json_schema!({"type": "string", "pattern": "^[0-9]{1,4} (days?|months?|years?)$"});
    When, "When", json_schema!({"anyOf": [
        day(),
        {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}
    ]});
    Difference, "Difference", json_schema!({
        "type": ["integer", "string"], "pattern": r"^-?[0-9]{1,5}(\.[0-9]{1,2})?$"
    });
    Score, "Score", json_schema!({
        "type": ["integer", "string"], "minimum": 0, "maximum": 7, "pattern": r"^[0-7](\.[0-9]{1,2})?$"
    });
    Places, "Places", json_schema!({"anyOf": [
        {"type": "string", "enum": ["all", "other"]},
        {"type": "array", "items": {"type": "string", "pattern": "^[a-z0-9-]+$"}}
    ]});
    Percent, "Percent", json_schema!({
        "type": ["integer", "string"], "minimum": 0, "maximum": 100,
        "pattern": r"^[0-9]{1,3}(\.[0-9]{1,2})?$"
    });
}

/// A day as TOML has it. Where a date may be text as well, that is a choice of its own: some language servers keep the
/// two apart, others hand dates over as text.
fn day() -> Schema {
    json_schema!({"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"})
}

/// One cite, or a list of those that say the same.
impl JsonSchema for Cites {
    fn schema_name() -> Cow<'static, str> {
        "Cites".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let one = json_schema!({
            "description": "A source's id, or the id and a place in it: `297.8 (b)`.",
            "type": "string", "pattern": r"^\S+( .*)?$"
        });
        json_schema!({
            "description": "Where it is written: `\"297.8 (b)\"`. Several that say the same are a list, the best first.",
            "anyOf": [one, {"type": "array", "minItems": 1, "items": one}]
        })
    }
}

impl JsonSchema for field::Cites {
    fn schema_name() -> Cow<'static, str> {
        Cites::schema_name()
    }
    fn schema_id() -> Cow<'static, str> {
        Cites::schema_id()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Cites::json_schema(generator)
    }
}
