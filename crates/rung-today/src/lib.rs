//! What to do now and why: the values that the pages of home print.
//!
//! Everything here is a pure function of a record, the catalogue, a day, and what the caller knows beside them:
//!
//! * [`agenda`]: what to do, when it bites, why, and where; most urgent first;
//! * [`ladder()`]: where the technician stands between trainee and advanced, and what is next;
//! * [`ledger`]: credits filtered and totalled, and where each of them counts;
//! * [`what_if`]: a changed record or setting beside the present one, and the differences;
//! * [`calendar`]: deadlines and planned activities as events that keep their identity.
//!
//! Values are apart from words: each module has functions that say its values in sentences of a language
//! ([`rung_words::Words`]), in which days are written `2027-05-31`.

pub mod agenda;
pub mod calendar;
pub mod ladder;
pub mod ledger;
mod planned;
mod topic_names;
pub mod what_if;

pub use agenda::agenda;
pub use ladder::ladder;
pub use planned::{Planned, Stand};
pub use topic_names::topic_names;
