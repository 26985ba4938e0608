//! Fitting what was chosen into weeks.
//!
//! Study can be spread over weeks, so a choice fits if and only if, for every run of weeks, the hours of all that must
//! lie wholly in it are no more than its capacity (Hall's condition). The model holds only those of these conditions
//! that a solution has violated so far; [`overfull`] finds the next one.

use jiff::{ToSpan, Unit, civil::Date};
use rung_record::Period;

/// Hours to be done within some weeks, counted from the day of planning.
#[derive(Clone, Copy, Debug)]
pub(super) struct Job {
    pub seconds: u64,
    pub first_week: u32,
    pub last_week: u32,
}

/// Weeks from one to another, both within.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Weeks {
    pub first: u32,
    pub last: u32,
}

impl Weeks {
    /// Whether something that may be done on `days` must be done within these weeks.
    pub fn hold(self, on: Date, days: Period) -> bool {
        self.first <= week_of(on, days.from) && week_of(on, days.last()) <= self.last
    }

    pub fn count(self) -> u64 {
        u64::from(self.last - self.first) + 1
    }
}

pub(super) fn week_of(on: Date, day: Date) -> u32 {
    let days = on.until((Unit::Day, day)).map_or(0, |span| span.get_days());
    u32::try_from(days / 7).unwrap_or(0)
}

/// The last day of a week.
pub(super) fn end_of_week(on: Date, week: u32) -> Date {
    on.saturating_add((i64::from(week) * 7 + 6).days())
}

/// A run of weeks into which more must go than fits, if there is one: the shortest, the earliest.
pub(super) fn overfull(jobs: &[Job], seconds_per_week: u64) -> Option<Weeks> {
    let mut starts: Vec<u32> = jobs.iter().map(|job| job.first_week).collect();
    starts.sort_unstable();
    starts.dedup();
    let mut worst: Option<Weeks> = None;
    for &first in &starts {
        let mut inside: Vec<&Job> = jobs.iter().filter(|job| job.first_week >= first).collect();
        inside.sort_by_key(|job| job.last_week);
        let mut sum = 0;
        for (n, job) in inside.iter().enumerate() {
            sum += job.seconds;
            let weeks = Weeks { first, last: job.last_week };
            let is_last_of_its_week = inside.get(n + 1).is_none_or(|next| next.last_week != job.last_week);
            if is_last_of_its_week
                && sum > seconds_per_week * weeks.count()
                && worst.is_none_or(|so_far| weeks.count() < so_far.count())
            {
                worst = Some(weeks);
            }
        }
    }
    worst
}

/// The week in which each job is done when the most urgent is always studied first; none where it does not fit.
pub(super) fn finish_weeks(jobs: &[Job], seconds_per_week: u64) -> Vec<Option<u32>> {
    let mut left: Vec<u64> = jobs.iter().map(|job| job.seconds).collect();
    let mut done: Vec<Option<u32>> =
        jobs.iter().map(|job| (job.seconds == 0).then_some(job.first_week)).collect();
    let (Some(first), Some(last)) =
        (jobs.iter().map(|job| job.first_week).min(), jobs.iter().map(|job| job.last_week).max())
    else {
        return done;
    };
    let mut by_urgency: Vec<usize> = (0..jobs.len()).collect();
    by_urgency.sort_by_key(|n| (jobs[*n].last_week, jobs[*n].first_week, *n));
    for week in first..=last {
        let mut capacity = seconds_per_week;
        for &n in &by_urgency {
            if done[n].is_some() || jobs[n].first_week > week || jobs[n].last_week < week {
                continue;
            }
            let part = left[n].min(capacity);
            left[n] -= part;
            capacity -= part;
            if left[n] == 0 {
                done[n] = Some(week);
            }
        }
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// The two ways to decide whether everything fits agree.
        #[test]
        fn a_schedule_exists_unless_a_run_of_weeks_is_overfull(
            jobs in proptest::collection::vec((1..9_u64, 0..6_u32, 0..4_u32), 0..8), capacity in 1..9_u64,
        ) {
            let jobs: Vec<Job> =
                jobs.into_iter().map(|(seconds, first_week, more)| Job { seconds, first_week, last_week: first_week + more }).collect();
            let fits = finish_weeks(&jobs, capacity).iter().all(Option::is_some);
            prop_assert_eq!(fits, overfull(&jobs, capacity).is_none());
        }
    }
}
