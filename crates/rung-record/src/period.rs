//! A stretch of days.

use jiff::{ToSpan, civil::Date};
use std::fmt;

/// Days from `from` up to, and without, `end`. People see it inclusive: `2025-03-20 to 2027-03-31`.
///
/// ```
/// use rung_record::{Date, Period};
/// let day = |text: &str| text.parse::<Date>();
/// let period = Period::inclusive(day("2025-04-01")?, day("2027-03-31")?);
/// assert!(period.contains(day("2027-03-31")?) && !period.contains(day("2027-04-01")?));
/// assert_eq!(period.to_string(), "2025-04-01 to 2027-03-31");
/// # Ok::<(), jiff::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// The first day.
    pub from: Date,
    /// The day after the last.
    pub end: Date,
}

impl Period {
    /// From `from` to `last`, both within.
    pub fn inclusive(from: Date, last: Date) -> Self {
        Self { from, end: last.saturating_add(1.day()) }
    }

    /// The last day within.
    pub fn last(self) -> Date {
        self.end.saturating_sub(1.day())
    }

    /// Whether `day` lies within.
    pub fn contains(self, day: Date) -> bool {
        self.from <= day && day < self.end
    }

    /// Whether no day lies within.
    pub fn is_empty(self) -> bool {
        self.end <= self.from
    }

    /// The days that lie in both; may be empty.
    pub fn intersection(self, other: Self) -> Self {
        Self { from: self.from.max(other.from), end: self.end.min(other.end) }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} to {}", self.from, self.last())
    }
}

/// `{"from": first day, "to": last day}`, both within.
impl serde::Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut period = serializer.serialize_struct("Period", 2)?;
        period.serialize_field("from", &self.from)?;
        period.serialize_field("to", &self.last())?;
        period.end()
    }
}
