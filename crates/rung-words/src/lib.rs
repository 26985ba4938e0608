//! What Rung says to people: one catalogue of messages, English and Spanish, with days, numbers and money as each
//! language writes them.
//!
//! The messages are [Fluent](https://projectfluent.org) files, one for each area of Rung and language
//! (`locales/en/today.ftl`, `locales/es/today.ftl`). **The id of a message begins with the name of its area**
//! (`today-title-renew` is in `today.ftl`): so a reader finds it, and an area is read only when something in it is said.
//! [`say!`] says a message:
//!
//! ```
//! use rung_record::{Date, Hours};
//! use rung_words::{Language, Words, say};
//! let on: Date = "2026-11-27".parse()?;
//! let words = Words::of(Language::Spanish);
//! assert_eq!(words.day(on), "27 nov 2026");
//! assert_eq!(words.hours(Hours::from_minutes(200)), "3 h 20 min");
//! assert_eq!(say!(words, "shell-days-left", count = 189), "quedan 189 días");
//! # Ok::<(), jiff::Error>(())
//! ```
//!
//! * A value is a text, a whole number (plural forms are chosen by it, and it is grouped: a year is passed as a text),
//!   [`Hours`](rung_record::Hours), [`Usd`](rung_record::Usd), a [`Date`](rung_record::Date) as the language writes it,
//!   an [`Iso`] day, or [`Decimal`] hours.
//! * What stays English in every language, such as the law, is passed through [`Words::english`], which marks it for pages.
//! * The id is written out where it is said: a test reads the sources and fails, with file and line, when a message is
//!   not there, is given other values than it uses, or is never said. To choose between messages, `match` and say each.
//! * Nothing here escapes markup: a message is plain text, and a page escapes what it prints (maud does it by itself).

mod arg;
mod edits;
mod language;
mod locale;
mod marks;
mod words;

pub use arg::{Arg, Args, Decimal, Iso};
pub use edits::edit;
pub use language::Language;
pub use marks::{Part, capital, parts, quoted};
pub use words::Words;

/// A message in a language, with its values: `say!(words, "shell-days-left", count = 3)`.
///
/// The id is a literal, so that a test can hold the sources against the catalogue. See the [crate] on values.
#[macro_export]
macro_rules! say {
    ($words:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $words.say($id, &[$((stringify!($name), $crate::Arg::from($value))),*])
    };
}
