//! The plan of the way up that was agreed: its rooms live it, the calendar tells it.

use rung_career::{Keep, Limits};
use rung_record::Date;
use rung_store::Snapshot;
use rung_way::{
    live::{self, Agreed, Stuck},
    plan::WayPlan,
};
use std::time::{Duration, Instant};

/// Under which name it is kept.
pub const AGREED_WAY: &str = "way-agreed";
/// What a change does to an agreed plan is looked at so long: by then the best was known in all cases measured.
const LONGEST_RESOLVE: Duration = Duration::from_millis(300);
/// Where nothing was found by then, so long again: nobody waits longer than three seconds in all.
const LONGEST_SEARCH: Duration = Duration::from_millis(2700);

/// As it was agreed.
pub fn agreed_way(kept: &Snapshot) -> Option<Result<Agreed, Stuck>> {
    kept.settings.get(AGREED_WAY).map(|value| Agreed::from_json(&value.to_string()))
}

/// An agreed plan, and as it stands on a day.
pub struct StandingWay {
    /// As it was agreed.
    pub agreed: Agreed,
    /// As it stands, or why it cannot go on.
    pub standing: Result<live::Standing, Stuck>,
}

impl StandingWay {
    /// Solved again from what was told of it until `on`, within a limit of time.
    pub fn of(agreed: Agreed, on: Date) -> Self {
        let stands = |time| within(time, |limits| agreed.standing(on, Keep::First, limits));
        let standing = match stands(LONGEST_RESOLVE) {
            Err(Stuck::NotKnown) => stands(LONGEST_SEARCH),
            known => known,
        };
        Self { agreed, standing }
    }

    /// The plan to tell of: as it was agreed while nothing was told of it, and where it cannot be said how it stands.
    pub fn plan(&self) -> &WayPlan {
        match &self.standing {
            Ok(standing) if !self.agreed.told.is_empty() => &standing.plan,
            _ => &self.agreed.plan,
        }
    }
}

/// What the work finds before the time is over.
pub fn within<T>(time: Duration, work: impl FnOnce(&Limits<'_>) -> T) -> T {
    let start = Instant::now();
    let out_of_time = || start.elapsed() >= time;
    work(&Limits { conflicts: u64::MAX, should_stop: &out_of_time })
}
