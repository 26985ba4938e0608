//! Which backups to make and which to drop.

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use std::collections::BTreeSet;

/// The latest backup of so many days, weeks and months is kept.
const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;

/// What to do about the scheduled backups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BackupPlan {
    /// Whether to make one now.
    pub make: bool,
    /// Which to drop once it is made.
    pub drop: Vec<Timestamp>,
}

/// Decides from the times of the existing backups and the clock: one a day (UTC), and of those the latest of seven
/// days, four weeks and twelve months stay.
///
/// Only days with a backup count, so that nothing is lost by a machine that was off for a year. A backup from later
/// than now, made when the clock was wrong, is never dropped.
pub fn plan_backups(existing: &[Timestamp], now: Timestamp) -> BackupPlan {
    let make = !existing.iter().any(|at| day(*at) == day(now));
    let mut past: Vec<Timestamp> = existing.iter().copied().filter(|at| *at <= now).collect();
    if make {
        past.push(now);
    }
    past.sort_by(|a, b| b.cmp(a));
    let mut kept = latest_of(&past, DAYS, day);
    kept.extend(latest_of(&past, WEEKS, |at| {
        (day(at).iso_week_date().year(), day(at).iso_week_date().week())
    }));
    kept.extend(latest_of(&past, MONTHS, |at| day(at).first_of_month()));
    past.retain(|at| !kept.contains(at));
    BackupPlan { make, drop: past }
}

fn day(at: Timestamp) -> Date {
    at.to_zoned(TimeZone::UTC).date()
}

/// The latest backup of each of the latest `count` stretches; `newest_first` comes in that order.
fn latest_of<T: PartialEq>(
    newest_first: &[Timestamp],
    count: usize,
    stretch: impl Fn(Timestamp) -> T,
) -> BTreeSet<Timestamp> {
    let mut kept = BTreeSet::new();
    let mut last = None;
    for at in newest_first {
        let this = Some(stretch(*at));
        if this != last && kept.len() < count {
            kept.insert(*at);
        }
        last = this;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::ToSpan as _;
    use proptest::prelude::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn one_a_day() {
        let made = at("2026-11-27T03:00:00Z");
        assert_eq!(plan_backups(&[], made), BackupPlan { make: true, drop: vec![] });
        assert!(!plan_backups(&[made], at("2026-11-27T23:59:59Z")).make);
        assert!(plan_backups(&[made], at("2026-11-28T00:00:00Z")).make);
    }

    #[test]
    fn two_years_of_daily_runs_leave_seven_days_four_weeks_twelve_months() {
        let mut existing = Vec::new();
        let mut now = at("2024-11-27T12:00:00Z");
        for _ in 0..730 {
            now += 24.hours();
            let plan = plan_backups(&existing, now);
            existing.retain(|it| !plan.drop.contains(it));
            if plan.make {
                existing.push(now);
            }
        }
        let days: Vec<String> = existing.iter().map(|it| day(*it).to_string()).collect();
        insta::assert_snapshot!(days.join(" "), @"2025-12-31 2026-01-31 2026-02-28 2026-03-31 2026-04-30 2026-05-31 2026-06-30 2026-07-31 2026-08-31 2026-09-30 2026-10-31 2026-11-08 2026-11-15 2026-11-21 2026-11-22 2026-11-23 2026-11-24 2026-11-25 2026-11-26 2026-11-27");
    }

    #[test]
    fn a_year_off_drops_nothing_and_a_clock_that_was_wrong_neither() {
        let existing = [at("2025-11-20T12:00:00Z"), at("2025-11-21T12:00:00Z"), at("2031-01-01T00:00:00Z")];
        assert_eq!(
            plan_backups(&existing, at("2026-11-27T12:00:00Z")),
            BackupPlan { make: true, drop: vec![] }
        );
    }

    proptest! {
        #[test]
        fn the_latest_stays_and_what_stays_is_bounded(offsets in prop::collection::vec(0_i64..4000, 0..200)) {
            let now = at("2026-11-27T12:00:00Z");
            let mut existing: Vec<Timestamp> = offsets.iter().map(|hours| now - hours.hours()).collect();
            existing.sort();
            existing.dedup();
            let plan = plan_backups(&existing, now);
            prop_assert!(plan.drop.iter().all(|at| existing.contains(at)));
            prop_assert!(existing.last().is_none_or(|latest| !plan.drop.contains(latest)) || plan.make);
            prop_assert!(existing.len() - plan.drop.len() <= DAYS + WEEKS + MONTHS);
            let again: Vec<Timestamp> = existing.into_iter().filter(|at| !plan.drop.contains(at)).collect();
            let kept_twice = plan_backups(&again, now);
            prop_assert!(kept_twice.drop.is_empty(), "dropping is done at once");
        }
    }
}
