//! Lengths of calendar time, as rules state them.

use jiff::{ToSpan, civil::Date};
use serde::Deserialize;
use std::{fmt, str::FromStr};

/// `6 months`, `2 years`, `60 days`.
///
/// Months differ in length, so a rule that counts in months meets days that a month lacks. A file says how its months
/// end (`month_ends`); one month from 31 January is the last day of February, or 1 March.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Calendar days.
    Days(i32),
    /// Calendar months; a year is twelve. A day that the month lacks is its last day.
    Months(i32),
    /// Calendar months; a day that the month lacks is the first of the next.
    MonthsIntoNext(i32),
}

/// What a length in months makes of a day that the last month lacks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MonthEnds {
    /// The last day of that month.
    #[default]
    LastDay,
    /// The first day of the month after it.
    NextFirst,
}

impl Span {
    /// The day this much after `day`.
    pub fn after(self, day: Date) -> Date {
        match self {
            Self::Days(days) => day.saturating_add(days.days()),
            Self::Months(months) => day.saturating_add(months.months()),
            Self::MonthsIntoNext(months) => into_next(day, day.saturating_add(months.months())),
        }
    }

    /// The day this much before `day`.
    pub fn before(self, day: Date) -> Date {
        match self {
            Self::Days(days) => day.saturating_sub(days.days()),
            Self::Months(months) => day.saturating_sub(months.months()),
            Self::MonthsIntoNext(months) => into_next(day, day.saturating_sub(months.months())),
        }
    }

    /// Its months, when it is a length in months and not zero.
    pub fn in_months(self) -> Option<u64> {
        match self {
            Self::Months(months) | Self::MonthsIntoNext(months) => {
                u64::try_from(months).ok().filter(|n| *n > 0)
            }
            Self::Days(_) => None,
        }
    }

    /// The same length, with its months ending as `ends` says.
    pub(crate) fn ending(self, ends: MonthEnds) -> Self {
        match (self, ends) {
            (Self::Months(months), MonthEnds::NextFirst) => Self::MonthsIntoNext(months),
            _ => self,
        }
    }
}

/// `reckoned`, or the day after it where the month lacks the day of the month of `day`.
fn into_next(day: Date, reckoned: Date) -> Date {
    if reckoned.day() < day.day() { reckoned.saturating_add(1.day()) } else { reckoned }
}

impl FromStr for Span {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let error =
            || format!("\"{text}\" is not a length of time (write \"60 days\", \"6 months\" or \"2 years\")");
        let (count, unit) = text.split_once(' ').ok_or_else(error)?;
        let count: i32 = count.parse().ok().filter(|count| (0..=1200).contains(count)).ok_or_else(error)?;
        match unit {
            "day" | "days" => Ok(Self::Days(count)),
            "month" | "months" => Ok(Self::Months(count)),
            "year" | "years" => Ok(Self::Months(count * 12)),
            _ => Err(error()),
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (count, unit) = match *self {
            Self::Days(days) => (days, "day"),
            Self::Months(months) | Self::MonthsIntoNext(months) if months % 12 == 0 && months > 12 => {
                (months / 12, "year")
            }
            Self::Months(months) | Self::MonthsIntoNext(months) => (months, "month"),
        };
        write!(f, "{count} {unit}{}", if count == 1 { "" } else { "s" })
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn months_end_where_the_month_ends() {
        assert_eq!(Span::Months(1).after(date(2026, 1, 31)), date(2026, 2, 28));
        assert_eq!(Span::Months(12).before(date(2028, 2, 29)), date(2027, 2, 28));
        assert_eq!("2 years".parse(), Ok(Span::Months(24)));
        assert_eq!(Span::Months(24).to_string(), "2 years");
        assert!("soon".parse::<Span>().is_err());
    }

    #[test]
    fn or_in_the_next_where_a_file_says_so() {
        let month = Span::Months(1).ending(MonthEnds::NextFirst);
        assert_eq!(month.after(date(2026, 1, 31)), date(2026, 3, 1));
        assert_eq!(month.after(date(2026, 1, 28)), date(2026, 2, 28));
        assert_eq!(month.before(date(2026, 3, 31)), date(2026, 3, 1));
        assert_eq!(month.to_string(), "1 month");
    }
}
