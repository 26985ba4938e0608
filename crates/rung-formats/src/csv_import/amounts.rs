//! Hours as people and spreadsheets write them.

use crate::{NotRead, text::cut};
use rung_record::Hours;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// What a plain number in a column of hours counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HoursUnit {
    /// Contact hours.
    #[default]
    Hours,
    /// Continuing education units: 0.1 CEU is one contact hour.
    Ceu,
    /// Minutes.
    Minutes,
}

impl HoursUnit {
    fn of(self, number: Hours) -> Hours {
        match self {
            Self::Hours => number,
            Self::Ceu => number * 10,
            Self::Minutes => number / 60,
        }
    }

    /// The unit that a header or the text behind a number names.
    pub(crate) fn named(text: &str) -> Option<Self> {
        let mut units = text.split(|c: char| !c.is_ascii_alphabetic()).filter_map(|word| {
            match word.to_ascii_lowercase().as_str() {
                "h" | "hr" | "hrs" | "hour" | "hours" => Some(Self::Hours),
                "ceu" | "ceus" => Some(Self::Ceu),
                "m" | "min" | "mins" | "minute" | "minutes" => Some(Self::Minutes),
                _ => None,
            }
        });
        units.next()
    }
}

/// Reads hours: `1.5`, `1,5`, `1.5 hrs`, `0.15 CEU`, `90 min`, `1 h 30 min`, `1:30`.
pub(crate) fn read_hours(text: &str, unit: HoursUnit) -> Result<Hours, NotRead> {
    let error = || NotRead::NotHours(cut(text));
    if text.len() > 60 {
        return Err(error());
    }
    if let Some((hours, minutes)) = text.trim().split_once(':') {
        let minutes: u64 = minutes.parse().ok().filter(|minutes| *minutes < 60).ok_or_else(error)?;
        let hours: u64 = hours.parse().ok().filter(|hours| *hours < 10_000).ok_or_else(error)?;
        return Ok(Hours::from_minutes(hours * 60 + minutes));
    }
    let mut total = Hours::ZERO;
    let pointed = with_decimal_point(text.trim());
    let mut rest = pointed.as_ref();
    while !rest.is_empty() {
        let (number, after) = split_where(rest, |c| !c.is_ascii_digit() && c != '.');
        let (words, after) = split_where(after, |c| c.is_ascii_digit() || c == '.');
        // "1 2" and "1-2" are no sum: before another number there must be a unit.
        let is_sum = after.is_empty() || HoursUnit::named(words).is_some();
        if number.is_empty() || !is_sum || !words.chars().all(is_of_words) {
            return Err(error());
        }
        let number: Hours = number.parse().map_err(|problem| NotRead::Hours(cut(text), problem))?;
        total += HoursUnit::named(words).unwrap_or(unit).of(number);
        rest = after;
    }
    if text.trim().is_empty() { Err(error()) } else { Ok(total) }
}

/// One comma between digits, with one or two behind it, is a decimal comma; `1,000` is left to be refused.
fn with_decimal_point(text: &str) -> Cow<'_, str> {
    let Some((whole, rest)) = text.split_once(',') else { return Cow::Borrowed(text) };
    let decimals = rest.bytes().take_while(u8::is_ascii_digit).count();
    let is_decimal = whole.ends_with(|c: char| c.is_ascii_digit()) && matches!(decimals, 1 | 2);
    if is_decimal { Cow::Owned(format!("{whole}.{rest}")) } else { Cow::Borrowed(text) }
}

fn is_of_words(c: char) -> bool {
    c.is_ascii_alphabetic() || c.is_whitespace() || matches!(c, '(' | ')' | ',' | '-')
}

fn split_where(text: &str, ends: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_ways_to_write_an_hour_and_a_half() {
        for text in [
            "1.5",
            "1.50 hrs",
            "1.5h",
            "1.5 contact hours",
            "0.15 CEU",
            "0.15 CEUs",
            "90 min",
            "1 h 30 min",
            "1 hour, 30 minutes",
            "1:30",
            "1.5 credit(s)",
            "1,5",
            "1,50 hours",
        ] {
            assert_eq!(read_hours(text, HoursUnit::Hours), Ok(Hours::from_minutes(90)), "{text}");
        }
        assert_eq!(read_hours("0.15", HoursUnit::Ceu), Ok(Hours::from_minutes(90)));
        assert_eq!(read_hours("90", HoursUnit::Minutes), Ok(Hours::from_minutes(90)));
        assert_eq!(read_hours("1.5 hours", HoursUnit::Ceu), Ok(Hours::from_minutes(90)));
    }

    #[test]
    fn what_is_no_number_says_so() {
        for text in ["", "one", "-1", "1/2", "h", "1.5 €", "1 2", "1-2", "1,000", "1,5,5"] {
            assert!(
                read_hours(text, HoursUnit::Hours)
                    .unwrap_err()
                    .to_string()
                    .contains("is not a number of hours"),
                "{text}"
            );
        }
        assert_eq!(
            read_hours("0.3333333", HoursUnit::Hours).unwrap_err().to_string(),
            "\"0.3333333\": 0.3333333 hours is finer than a second (write two decimals)"
        );
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC{0,30}") {
            let _ = read_hours(&text, HoursUnit::Ceu);
        }

        #[test]
        fn units_agree(tenths in 1_u64..6000) {
            let hours = Hours::from_minutes(tenths * 6);
            prop_assert_eq!(read_hours(&hours.to_string(), HoursUnit::Hours), Ok(hours));
            prop_assert_eq!(read_hours(&format!("{}.{:02} CEU", tenths / 100, tenths % 100), HoursUnit::Hours), Ok(hours));
            prop_assert_eq!(read_hours(&format!("{} min", tenths * 6), HoursUnit::Hours), Ok(hours));
        }
    }
}
