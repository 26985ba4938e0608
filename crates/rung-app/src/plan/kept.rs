//! What is kept: the plan that was agreed.

use crate::shell::{Visit, agreed_way};
use rung_way::live::{Agreed, Stuck};

/// Under which name the agreed plan is kept.
pub use crate::shell::AGREED_WAY as AGREED;

/// The plan that was agreed.
pub fn agreed(visit: &Visit) -> Option<Result<Agreed, Stuck>> {
    agreed_way(visit.kept())
}
