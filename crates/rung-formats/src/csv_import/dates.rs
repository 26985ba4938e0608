//! Days as people and spreadsheets write them.

use crate::{NotRead, text::cut};
use rung_record::{Date, parse_date};
use serde::{Deserialize, Serialize};

/// Which comes first in `2/11/2026`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum DateOrder {
    /// The eleventh of February.
    #[default]
    #[serde(rename = "m/d")]
    MonthFirst,
    /// The second of November.
    #[serde(rename = "d/m")]
    DayFirst,
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A day before it is decided which number is the month.
enum Written {
    Clear { year: i64, month: i64, day: i64 },
    Numbers { first: i64, second: i64, year: i64 },
}

/// Reads a day: `2026-02-11`, `2/11/2026`, `2/11/26`, `11 Feb 2026`, `11-Feb-26`, `Feb 11, 2026`; a time of day after
/// it is passed over.
pub(crate) fn read_date(text: &str, order: DateOrder) -> Result<Date, NotRead> {
    let (year, month, day) = match take_apart(text) {
        Some(Written::Clear { year, month, day }) => (year, month, day),
        Some(Written::Numbers { first, second, year }) => match order {
            DateOrder::MonthFirst => (year, first, second),
            DateOrder::DayFirst => (year, second, first),
        },
        None => return Err(not_a_date(text)),
    };
    parse_date(&format!("{year:04}-{month:02}-{day:02}")).map_err(|_| NotRead::NoSuchDay(cut(text)))
}

fn not_a_date(text: &str) -> NotRead {
    let seen = cut(text);
    if seen.len() == 5 && seen.bytes().all(|c| c.is_ascii_digit()) {
        NotRead::DayNumber(seen)
    } else {
        NotRead::NotADay(seen)
    }
}

fn take_apart(text: &str) -> Option<Written> {
    let parts: Vec<&str> = day_part(text)
        .split(|c: char| c.is_whitespace() || matches!(c, '/' | '-' | '.' | ','))
        .filter(|part| !part.is_empty())
        .take(4)
        .collect();
    let [a, b, c] = parts[..] else { return None };
    if let Some(month) = month_named(b) {
        return Some(Written::Clear { year: year(c)?, month, day: ordinal(a)? });
    }
    if let Some(month) = month_named(a) {
        return Some(Written::Clear { year: year(c)?, month, day: ordinal(b)? });
    }
    if a.len() == 4 {
        return Some(Written::Clear { year: year(a)?, month: number(b)?, day: number(c)? });
    }
    Some(Written::Numbers { first: number(a)?, second: number(b)?, year: year(c)? })
}

/// The text without a time of day: `2026-02-11T10:00:00Z`, `2/11/2026 10:00 AM`.
fn day_part(text: &str) -> &str {
    let text = text.trim();
    if text.len() > 60 {
        return "";
    }
    let Some(colon) = text.find(':') else { return text };
    let before = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    before.trim_end_matches(|c: char| c == 'T' || c.is_whitespace())
}

fn number(text: &str) -> Option<i64> {
    (matches!(text.len(), 1 | 2) && text.bytes().all(|c| c.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

/// `11`, `11th`.
fn ordinal(text: &str) -> Option<i64> {
    number(text.trim_end_matches(|c: char| c.is_ascii_alphabetic()))
}

/// Four digits, or two: 79 is 2079, 80 is 1980.
fn year(text: &str) -> Option<i64> {
    match text.len() {
        2 => number(text).map(|short| if short < 80 { 2000 + short } else { 1900 + short }),
        4 if text.bytes().all(|c| c.is_ascii_digit()) => text.parse().ok(),
        _ => None,
    }
}

fn month_named(text: &str) -> Option<i64> {
    let start = text.get(..3)?.to_ascii_lowercase();
    let full = text.bytes().all(|c| c.is_ascii_alphabetic());
    MONTHS.iter().zip(1..).find(|(name, _)| full && **name == start).map(|(_, month)| month)
}

/// Decides for a column which number is the month, and says why.
pub(crate) fn order_of<'a>(cells: impl IntoIterator<Item = &'a str>) -> (DateOrder, String) {
    let (mut month_first, mut day_first, mut either) = (0, 0, 0);
    for cell in cells {
        if let Some(Written::Numbers { first, second, .. }) = take_apart(cell) {
            match (first > 12, second > 12) {
                (false, true) => month_first += 1,
                (true, false) => day_first += 1,
                _ => either += 1,
            }
        }
    }
    match (month_first, day_first) {
        (0, 0) if either == 0 => (DateOrder::MonthFirst, "no date in it needs an order".to_owned()),
        (0, 0) => (
            DateOrder::MonthFirst,
            format!("{either} could be either; this is how it is written in the United States"),
        ),
        (_, 0) => (DateOrder::MonthFirst, format!("{month_first} can only be read so")),
        (0, _) => (DateOrder::DayFirst, format!("{day_first} can only be read so")),
        _ if day_first > month_first => {
            (DateOrder::DayFirst, format!("{day_first} can only be read so, though {month_first} cannot"))
        }
        _ => (DateOrder::MonthFirst, format!("{month_first} can only be read so, though {day_first} cannot")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_ways_to_write_a_day() {
        for text in [
            "2026-02-11",
            "2026/2/11",
            "2/11/2026",
            "02/11/26",
            "2-11-2026",
            "11 Feb 2026",
            "11-Feb-26",
            "Feb 11, 2026",
            "February 11th, 2026",
            " 2/11/2026 10:30 AM ",
            "2026-02-11T10:30:00Z",
            "2026-02-11 00:00:00",
        ] {
            assert_eq!(read_date(text, DateOrder::MonthFirst).ok(), parse_date("2026-02-11").ok(), "{text}");
        }
        assert_eq!(read_date("11.2.2026", DateOrder::DayFirst).ok(), parse_date("2026-02-11").ok());
        assert_eq!(read_date("3/1/99", DateOrder::MonthFirst).ok(), parse_date("1999-03-01").ok());
    }

    #[test]
    fn what_is_no_day_says_so() {
        let error = |text: &str| read_date(text, DateOrder::MonthFirst).unwrap_err().to_string();
        assert_eq!(error("soon"), "\"soon\" is not a date (write 2026-02-11 or 2/11/2026)");
        assert_eq!(
            error("13/1/2026"),
            "\"13/1/2026\" is not a date: there is no such day within 1900 and 2200"
        );
        assert!(error("46064").contains("spreadsheet's day number"));
    }

    #[test]
    fn a_column_decides_on_its_order() {
        let order = |cells: &[&str]| order_of(cells.iter().copied());
        assert_eq!(order(&["1/2/2026", "1/13/2026"]).0, DateOrder::MonthFirst);
        assert_eq!(order(&["1/2/2026", "13/1/2026"]).0, DateOrder::DayFirst);
        assert_eq!(
            order(&["1/2/2026"]).1,
            "1 could be either; this is how it is written in the United States"
        );
        assert_eq!(order(&["1/13/2026", "13/1/2026", "x"]).1, "1 can only be read so, though 1 cannot");
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC{0,30}") {
            let _ = read_date(&text, DateOrder::DayFirst);
            let _ = order_of([text.as_str()]);
        }

        #[test]
        fn every_day_is_read_in_every_form(year in 1980_i16..2079, month in 1_i8..=12, day in 1_i8..=28) {
            let date = Date::new(year, month, day).unwrap();
            let name = MONTHS[usize::try_from(month - 1).unwrap()];
            for text in [
                date.to_string(),
                format!("{month}/{day}/{year}"),
                format!("{month:02}/{day:02}/{:02}", year % 100),
                format!("{day} {name} {year}"),
                format!("{name} {day}, {year}"),
            ] {
                prop_assert_eq!(read_date(&text, DateOrder::MonthFirst), Ok(date), "{}", text);
            }
            prop_assert_eq!(read_date(&format!("{day}/{month}/{year}"), DateOrder::DayFirst), Ok(date));
        }
    }
}
