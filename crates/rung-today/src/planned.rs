//! Activities that the technician means to take.

use jiff::civil::Time;
use rung_record::{Date, Hours};

/// An activity of the plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// Names it for good.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// The day on which it is to be done; for one that can be taken on any day, the last that serves.
    pub on: Date,
    /// When it begins, in the time of its place, when it has a time.
    pub at: Option<Time>,
    /// Its contact hours, when they are known.
    pub hours: Option<Hours>,
    /// Where it can be taken.
    pub url: Option<String>,
    /// How far it has come.
    pub stand: Stand,
}

/// How far a planned activity has come. One that is done is a credit and no longer planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stand {
    /// Meant to be taken.
    Planned,
    /// A place is taken.
    Registered,
}
