//! What could be meant otherwise in a text that was read.

use rung_record::{Date, Hours, Uan};
use serde::{Serialize, Serializer};
use std::fmt;

/// Something in a text that can be read in more than one way: the reader is to look.
#[derive(Clone, Debug, PartialEq)]
pub enum Doubt {
    /// The activity has a number for each audience; the technicians' was taken.
    BothAudiences,
    /// There are numbers of several activities; none was taken.
    SeveralNumbers(Vec<Uan>),
    /// There are several amounts of hours, the likeliest first.
    SeveralHours(Vec<Hours>),
    /// There are several days, the likeliest first.
    SeveralDays(Vec<Date>),
}

/// As a sentence.
impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fn list<T: ToString>(all: &[T]) -> String {
            all.iter().take(5).map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        match self {
            Self::BothAudiences => {
                f.write_str("the text has a number for each audience: the technicians' is taken")
            }
            Self::SeveralNumbers(uans) => {
                write!(f, "several activity numbers are on it: {}; choose yours", list(uans))
            }
            Self::SeveralHours(hours) => {
                write!(f, "several numbers of hours can be read: {}; choose the right one", list(hours))
            }
            Self::SeveralDays(days) => {
                write!(f, "several days are on it: {}; choose the one of completion", list(days))
            }
        }
    }
}

impl Serialize for Doubt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
