//! The plan of the way up that was agreed: its rooms live it, the calendar tells it.

use rung_career::{Keep, Limits};
use rung_record::Date;
use rung_store::Snapshot;
use rung_way::{
    live::{Agreed, Stuck},
    plan::WayPlan,
};
use std::time::{Duration, Instant};

/// Under which name it is kept.
pub const AGREED_WAY: &str = "way-agreed";
/// A calendar does not wait longer for what has moved.
const LONGEST_SEARCH: Duration = Duration::from_secs(3);

/// As it was agreed.
pub fn agreed_way(kept: &Snapshot) -> Option<Result<Agreed, Stuck>> {
    kept.settings.get(AGREED_WAY).map(|value| Agreed::from_json(&value.to_string()))
}

/// As it stands on a day; as it was agreed where that is not settled in time.
pub fn standing_way(kept: &Snapshot, on: Date) -> Option<WayPlan> {
    let agreed = agreed_way(kept)?.ok()?;
    if agreed.told.is_empty() {
        return Some(agreed.plan);
    }
    let start = Instant::now();
    let out_of_time = || start.elapsed() >= LONGEST_SEARCH;
    let limits = Limits { conflicts: u64::MAX, should_stop: &out_of_time };
    let standing = agreed.standing(on, Keep::First, &limits);
    Some(standing.map_or(agreed.plan, |standing| standing.plan))
}
