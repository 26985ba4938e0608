//! The files that technicians bring and take away, as values.
//!
//! | what | in | out |
//! |---|---|---|
//! | ACPE activity numbers | [`rung_record::Uan`] | [`uan`]: what a number says, and what it says otherwise than a credit |
//! | CPE Monitor activity transcript | [`transcript`]: its CSV, and the text of its PDF | |
//! | certificates of completion | [`certificate`]: what their text seems to say, to be confirmed | |
//! | any spreadsheet of credits | [`csv_import`]: columns guessed, shown, overridden | |
//! | any of these files | [`credit_file`]: found out by itself | |
//! | a whole record beside another | [`whole`]: what is new, gone, changed | |
//! | drafts into a record | [`merge`]: new, already there, in conflict | [`merge::apply`] |
//! | deadlines | | [`icalendar`]: RFC 5545 |
//! | a document to be printed | | [`paper`]: PDF |
//! | activities that can be taken | [`offerings`]: `rung-offerings/1`, JSON or CSV; [`offerings::page`]: a saved web page | |
//! | a pasted number or page | [`prefill`]: a credit to be completed | |
//!
//! Everything that reads credits yields a [`Reading`]: drafts, and for every line whether it was read, skipped or not
//! understood, and why. Nothing here reads files, asks the clock or keeps state. Input is bounded: a file of more than
//! [`MAX_FILE_BYTES`] or [`MAX_ROWS`] is refused with a sentence that says so.

pub mod certificate;
pub mod credit_file;
pub mod csv_import;
mod doubt;
mod draft;
pub mod icalendar;
pub mod merge;
mod not_read;
pub mod offerings;
pub mod paper;
pub mod prefill;
mod said;
mod sheet;
mod text;
mod topic_names;
pub mod transcript;
pub mod uan;
pub mod whole;

pub use doubt::Doubt;
pub use draft::{CreditDraft, Line, Outcome, Reading};
pub use not_read::{NotRead, Remedy};
pub use sheet::{MAX_CELLS, MAX_ROWS, Sheet};
pub use text::MAX_FILE_BYTES;
pub use topic_names::{TopicName, TopicNames};
