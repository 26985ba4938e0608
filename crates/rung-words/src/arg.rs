//! Values that a message is said with.

use rung_record::{Date, Hours, Usd};
use std::borrow::Cow;

/// The named values of a message.
pub type Args<'a> = [(&'a str, Arg<'a>)];

/// A value of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg<'a> {
    /// As it stands.
    Text(Cow<'a, str>),
    /// A count: printed in groups of three digits, and plural forms are chosen by it.
    Count(i64),
    /// Hours and minutes: `3 h 20 min`.
    Hours(Hours),
    /// Hours as a decimal number without a unit: `3.33`.
    Decimal(Hours),
    /// Dollars with their sign: `$62.40`.
    Usd(Usd),
    /// A day as the language writes it: `Nov 27, 2026`.
    Day(Date),
}

/// A day written `2026-11-27`: for sentences that a page shows later as people write days, and for programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Iso(pub Date);

/// Hours as a decimal number without a unit (`3.33`), rounded down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal(pub Hours);

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<char> for Arg<'_> {
    fn from(letter: char) -> Self {
        Self::Text(letter.to_string().into())
    }
}

macro_rules! counts {
    ($($number:ty),*) => {$(
        /// A count beyond what an `i64` holds is the largest one.
        impl From<$number> for Arg<'_> {
            fn from(count: $number) -> Self {
                Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
            }
        }
    )*};
}
counts!(u8, u16, u32, u64, usize, i8, i16, i32, i64);

impl From<Hours> for Arg<'_> {
    fn from(hours: Hours) -> Self {
        Self::Hours(hours)
    }
}

impl From<Decimal> for Arg<'_> {
    fn from(hours: Decimal) -> Self {
        Self::Decimal(hours.0)
    }
}

impl From<Usd> for Arg<'_> {
    fn from(amount: Usd) -> Self {
        Self::Usd(amount)
    }
}

impl From<Date> for Arg<'_> {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl From<Iso> for Arg<'_> {
    fn from(day: Iso) -> Self {
        Self::Text(day.0.to_string().into())
    }
}
