//! What is kept: the plan that was agreed.

use crate::shell::Visit;
use rung_way::live::{Agreed, Stuck};

/// Under which name the agreed plan is kept.
pub const AGREED: &str = "way-agreed";

/// The plan that was agreed.
pub fn agreed(visit: &Visit) -> Option<Result<Agreed, Stuck>> {
    visit.kept().settings.get(AGREED).map(|value| Agreed::from_json(&value.to_string()))
}
