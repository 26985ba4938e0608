//! The JSON Schema of scenario files: what the answers in them look like.

use super::ScenarioFile;
use crate::Reason;
use rung_catalog::schema;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// The schema of `*.scenarios.toml`.
pub fn schema() -> Schema {
    let mut schema = schema::of::<ScenarioFile>("Scenarios of the catalogue");
    rung_record::schema::state_required(&mut schema, "/definitions");
    schema
}

const REASONS: [Reason; 16] = [
    Reason::AfterToday,
    Reason::OutsidePeriod,
    Reason::DeadZone,
    Reason::OutsideWindow,
    Reason::DuplicateOf(0),
    Reason::NotAccepted,
    Reason::NotAccredited,
    Reason::WrongAudience,
    Reason::WrongFormat,
    Reason::WrongTopic,
    Reason::WrongJurisdiction,
    Reason::CourseTooSmall,
    Reason::NoHours,
    Reason::CapReached,
    Reason::UsedInAddition,
    Reason::UsedEarlier,
];

macro_rules! forms {
    ($($(#[$doc:meta])* $name:ident, $schema:expr;)*) => {$(
        $(#[$doc])*
        pub(super) struct $name;

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        }
    )*};
}

forms! {
    /// `met`, `not met`, `unknown`.
    VerdictWord, json_schema!({"enum": ["met", "not met", "unknown"]});
    /// The word for a route.
    RouteWord, json_schema!({"enum": ["renew", "reinstate", "start-over", "none"]});
    /// Two days.
    PeriodText, json_schema!({
        "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2} to [0-9]{4}-[0-9]{2}-[0-9]{2}$"
    });
    /// A verdict and, when it matters, counted and asked; `absent` for a line that is not there.
    LineText, json_schema!({
        "type": "string", "pattern": r"^(absent|(met|not met|unknown)( [0-9.]+/([0-9.]+|\?))?)$"
    });
    /// The code of a reason.
    ReasonCode, json_schema!({"enum": REASONS.map(Reason::code)});
    /// A verdict, or `absent` for a path that is not there.
    PathText, json_schema!({"enum": ["met", "not met", "unknown", "absent"]});
}
