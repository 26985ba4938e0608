//! Why a line that looks like a credit cannot be read, and what to do about it.

use rung_record::HoursError;
use serde::{Serialize, Serializer};
use std::fmt;

/// Why a line that looks like a credit cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRead {
    /// Nothing is written where the day of completion should be.
    NoDay,
    /// This is written instead of a day.
    NotADay(String),
    /// There is no such day within the years of a record.
    NoSuchDay(String),
    /// A spreadsheet wrote the number by which it counts days.
    DayNumber(String),
    /// This is written instead of hours.
    NotHours(String),
    /// This is a number, but no credit has so many or so fine hours.
    Hours(String, HoursError),
    /// It tells a day and nothing else.
    OnlyADay,
    /// No row of a transcript is so long.
    TooLong,
    /// A row of a transcript begins with its day.
    NoDayInFront,
    /// A row of a transcript ends with two amounts of hours.
    NoHoursAtEnd,
    /// In a transcript, the activity number follows the day.
    NoNumber,
    /// It follows a row that had ended.
    BehindHours,
}

/// What the user can do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// The day is wrong.
    CorrectDay,
    /// The day is missing.
    WriteDay,
    /// The hours are wrong.
    CorrectHours,
    /// Nothing can be mended in the file.
    AddByHand,
    /// The text may have been taken apart wrongly.
    Compare,
}

impl NotRead {
    /// What to do about it.
    pub fn remedy(&self) -> Remedy {
        match self {
            Self::NoDay => Remedy::WriteDay,
            Self::NotADay(_) | Self::NoSuchDay(_) | Self::DayNumber(_) => Remedy::CorrectDay,
            Self::NotHours(_) | Self::Hours(..) => Remedy::CorrectHours,
            Self::OnlyADay | Self::NoDayInFront | Self::NoHoursAtEnd | Self::NoNumber => Remedy::AddByHand,
            Self::TooLong | Self::BehindHours => Remedy::Compare,
        }
    }
}

/// As a sentence in English, without its capital.
impl fmt::Display for NotRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDay => f.write_str("it has no date of completion"),
            Self::NotADay(seen) => write!(f, "\"{seen}\" is not a date (write 2026-02-11 or 2/11/2026)"),
            Self::NoSuchDay(seen) => {
                write!(f, "\"{seen}\" is not a date: there is no such day within 1900 and 2200")
            }
            Self::DayNumber(seen) => write!(
                f,
                "{seen} is a spreadsheet's day number: show the column as dates, then save as CSV again"
            ),
            Self::NotHours(seen) => {
                write!(f, "\"{seen}\" is not a number of hours (write 1.5, 0.15 CEU or 90 min)")
            }
            Self::Hours(seen, error) => write!(f, "\"{seen}\": {error}"),
            Self::OnlyADay => f.write_str("it has a date but no title, number or hours"),
            Self::TooLong => f.write_str("it is longer than any row of a transcript"),
            Self::NoDayInFront => f.write_str("it has no date in front"),
            Self::NoHoursAtEnd => f.write_str("it does not end with the live hours and the home hours"),
            Self::NoNumber => f.write_str("no activity number follows its date"),
            Self::BehindHours => f.write_str("it stands behind the hours of a row"),
        }
    }
}

/// As a request in English.
impl fmt::Display for Remedy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::CorrectDay => "correct the date in the table",
            Self::WriteDay => "write the date into the table",
            Self::CorrectHours => "correct the hours in the table",
            Self::AddByHand => "add the credit by hand",
            Self::Compare => "compare it with the transcript",
        })
    }
}

impl Serialize for NotRead {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for Remedy {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
