//! Days as weeks of a plan, and amounts as the whole numbers that the solver counts in.

use crate::goals::{HeldOff, Wishes};
use jiff::{ToSpan, Unit, civil::Date};
use rung_career::{LARGEST_NUMBER, Week};
use rung_record::{Hours, Period, Usd};

/// The solver counts half-hours.
const HALF_HOUR: u64 = 1800;

/// Hours as half-hours; a begun half-hour counts whole.
pub fn half_hours(hours: Hours) -> u32 {
    u32::try_from(hours.in_seconds().div_ceil(HALF_HOUR)).unwrap_or(LARGEST_NUMBER).min(LARGEST_NUMBER)
}

/// Hours as half-hours, a begun half-hour left out: for what there is.
fn whole_half_hours(hours: Hours) -> u32 {
    u32::try_from(hours.in_seconds() / HALF_HOUR).unwrap_or(LARGEST_NUMBER).min(LARGEST_NUMBER)
}

/// Half-hours as hours.
pub fn hours(half_hours: i64) -> Hours {
    Hours::from_seconds(u64::try_from(half_hours).unwrap_or(0).saturating_mul(HALF_HOUR))
}

/// Dollars as cents.
pub fn cents(usd: Usd) -> u32 {
    u32::try_from(usd.in_cents()).unwrap_or(LARGEST_NUMBER).min(LARGEST_NUMBER)
}

/// Cents as dollars.
pub fn usd(cents: i64) -> Usd {
    Usd::from_cents(u64::try_from(cents).unwrap_or(0))
}

/// Weeks counted from a day: week 0 has that day and the six after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weeks {
    /// The first day of week 0.
    pub on: Date,
}

impl Weeks {
    fn days_to(self, day: Date) -> i64 {
        self.on.until((Unit::Day, day)).map_or(0, |span| i64::from(span.get_days()))
    }

    /// The first week that begins on the day or after it.
    pub fn from(self, day: Date) -> Week {
        Week::try_from(
            self.days_to(day).max(0).div_euclid(7) + i64::from(self.days_to(day).max(0).rem_euclid(7) > 0),
        )
        .unwrap_or(Week::MAX)
    }

    /// The week that the day lies in.
    pub fn of(self, day: Date) -> Week {
        Week::try_from(self.days_to(day).max(0).div_euclid(7)).unwrap_or(Week::MAX)
    }

    /// Weeks that are over when the day is: what must be done on the day at the latest is finished by this week.
    pub fn by(self, day: Date) -> Week {
        Week::try_from((self.days_to(day) + 1).max(0).div_euclid(7)).unwrap_or(Week::MAX)
    }

    /// The first day of a week.
    pub fn first_day(self, week: Week) -> Date {
        self.on.saturating_add((i64::from(week) * 7).days())
    }

    /// The last day before a week: what is finished by it is done on this day.
    pub fn last_day(self, week: Week) -> Date {
        self.first_day(week).saturating_sub(1.day())
    }

    /// Half-hours that the wishes leave in each week: those of its scantest day.
    pub fn room(self, wishes: &Wishes, usual: Hours, weeks: Week) -> Vec<u32> {
        let mut room = vec![whole_half_hours(usual); weeks as usize];
        let last = self.last_day(weeks);
        let mut limit = |period: Period, most: u32, raises: bool| {
            for week in self.of(period.from)..=self.of(period.last()) {
                if let Some(own) = room.get_mut(week as usize) {
                    *own = if raises { most } else { (*own).min(most) };
                }
            }
        };
        for season in &wishes.seasons {
            let most = whole_half_hours(season.hours_per_week);
            for period in season.days.periods(self.on, last) {
                limit(period, most, most > whole_half_hours(usual));
            }
        }
        for season in &wishes.seasons {
            let most = whole_half_hours(season.hours_per_week);
            season.days.periods(self.on, last).into_iter().for_each(|period| limit(period, most, false));
        }
        for held in wishes.hold_offs.iter().filter(|held| held.what == HeldOff::Everything) {
            held.days.periods(self.on, last).into_iter().for_each(|period| limit(period, 0, false));
        }
        room
    }

    /// The weeks in which exams, or everything, may not run.
    pub fn held_off(self, wishes: &Wishes, what: HeldOff, weeks: Week) -> Vec<(Week, Week)> {
        let last = self.last_day(weeks);
        let held = wishes.hold_offs.iter().filter(|held| held.what == what);
        let stretches = held.flat_map(|held| held.days.periods(self.on, last));
        stretches.map(|period| (self.of(period.from), self.of(period.last()) + 1)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_and_weeks() {
        let weeks = Weeks { on: date(2026, 11, 27) };
        assert_eq!((weeks.from(date(2026, 11, 27)), weeks.from(date(2026, 11, 28))), (0, 1));
        assert_eq!((weeks.by(date(2026, 12, 2)), weeks.by(date(2026, 12, 3))), (0, 1));
        assert_eq!(weeks.last_day(1), date(2026, 12, 3));
        assert_eq!((weeks.from(date(2020, 1, 1)), weeks.by(date(2020, 1, 1))), (0, 0));
    }

    #[test]
    fn a_week_has_the_hours_of_its_scantest_day() {
        let weeks = Weeks { on: date(2026, 11, 27) };
        let wishes = Wishes {
            hold_offs: vec!["12-24..01-01".parse().unwrap_or_else(|e| panic!("{e}"))],
            ..Wishes::default()
        };
        assert_eq!(weeks.room(&wishes, Hours::from_whole(5), 7), [10, 10, 10, 0, 0, 0, 10]);
    }
}
