//! Dates as sources give them: a year, a month or a day.

use rung_record::Date;
use serde::{Deserialize, Deserializer};
use std::{fmt, ops::RangeInclusive};

/// A date known to the day, the month or only the year.
///
/// ```
/// use rung_catalog::When;
/// let when: When = "2027-01".parse()?;
/// assert_eq!(when.first_day(), rung_record::parse_date("2027-01-01")?);
/// assert_eq!(when.to_string(), "2027-01");
/// # Ok::<(), String>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    first_day: Date,
    known_to: Grain,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Grain {
    Year,
    Month,
    Day,
}

impl When {
    /// A day.
    pub fn day(day: Date) -> Self {
        Self { first_day: day, known_to: Grain::Day }
    }

    /// The first day that it can be.
    pub fn first_day(self) -> Date {
        self.first_day
    }

    /// Whether it names a day, and not only a month or a year.
    pub fn is_day(self) -> bool {
        self.known_to == Grain::Day
    }
}

impl std::str::FromStr for When {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (day, known_to) = match text.len() {
            4 => (format!("{text}-01-01"), Grain::Year),
            7 => (format!("{text}-01"), Grain::Month),
            _ => (text.to_owned(), Grain::Day),
        };
        let first_day = rung_record::parse_date(&day).map_err(|_| {
            format!(
                "\"{text}\" is not a date (write 2027-01-31, \"2027-01\" or \"2027\" as far as it is known)"
            )
        })?;
        Ok(Self { first_day, known_to })
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.first_day.to_string();
        f.write_str(match self.known_to {
            Grain::Year => &text[..4],
            Grain::Month => &text[..7],
            Grain::Day => &text,
        })
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::file::date_text(deserializer)?
            .ok_or_else(|| serde::de::Error::custom("a date is missing"))?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

/// Reads the number of a month.
pub(crate) fn month<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i8, D::Error> {
    number_in(deserializer, 1..=12, "a month")
}

/// Reads the number of a day in its month.
pub(crate) fn day_of_month<'de, D: Deserializer<'de>>(deserializer: D) -> Result<i8, D::Error> {
    number_in(deserializer, 1..=31, "a day")
}

fn number_in<'de, D: Deserializer<'de>>(
    deserializer: D,
    possible: RangeInclusive<i8>,
    what: &str,
) -> Result<i8, D::Error> {
    let number = i8::deserialize(deserializer)?;
    if possible.contains(&number) {
        return Ok(number);
    }
    let (least, most) = (possible.start(), possible.end());
    Err(serde::de::Error::custom(format!("{number} is not {what} (write {least} to {most})")))
}
