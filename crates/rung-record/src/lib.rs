//! A technician's record: what has happened so far, as values and as a file.
//!
//! Everything in Rung starts from a [`Record`]. It is read strictly ([`Record::from_json`] names every fault with
//! its place), and written in one canonical form, so that export → import gives the same bytes. What this version
//! does not know is kept in `extra` and written back.
//!
//! The quantities that the other crates reckon with live here too: [`Hours`], [`Usd`], [`Period`], [`Uan`].

pub mod edit;
mod hours;
mod period;
mod read;
mod record;
#[cfg(feature = "schema")]
pub mod schema;
mod uan;
mod usd;

pub use hours::{Hours, HoursError};
pub use jiff::civil::Date;
pub use period::Period;
pub use read::{MAX_CREDITS, MAX_RECORD_BYTES, Problem, Problems, parse_date};
pub use record::{
    Audience, Credential, CredentialId, CredentialStatus, Credit, CreditId, CreditKind, Credits, Education,
    Fact, FeePaid, Format, HeldPeriod, Person, Record, Renewal, Topic, Work,
};
pub use uan::{Uan, UanError, UanFormat};
pub use usd::{Usd, UsdError};

/// What the readers of Rung's other files share with that of the record: places, faults, words.
pub mod reading {
    pub use crate::read::{AUDIENCES, At, FORMATS, KINDS, Reader, parse_json, shown};
}
