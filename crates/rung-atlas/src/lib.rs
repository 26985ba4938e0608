//! The catalogue as a reader looks into it.
//!
//! Nothing here decides what a technician owes (that is `rung-rules`); this is the reference shelf, and the browser and
//! the terminal print the same values. What is said is said in a language (`&Words`), with the catalogue's own texts marked
//! as English.
//!
//! * [`facts_of_credential`] and [`facts_of_authority`] take the catalogue apart into [`Fact`]s: one sentence each, with
//!   a stable [`Address`], the dates in force and where it is written;
//! * [`Sheet`] is one page: everything that is said of a board, a body or a credential;
//! * [`field_pages`] does the same with roles, settings, actions, organizations and feeds;
//! * [`Glance`] is what a jurisdiction asks at a glance (the colours of the map);
//! * [`coming_changes`] is what changes next, and when;
//! * [`Index`] finds facts, credentials, roles and the rest by words;
//! * [`compare_credentials`] and [`compare_jurisdictions`] lay two side by side;
//! * [`differences`] says what changed between two catalogues, and [`effects`] what that does to a record's answer;
//! * [`find`] leads from what a reader types to what they mean, and [`answer`] prints all of it as JSON.

mod address;
pub mod answer;
mod changes;
mod compare;
mod diff;
mod fact;
mod facts_of_authority;
mod facts_of_credential;
mod field;
mod glance;
mod lookup;
mod search;
mod tiles;
mod touched;
pub mod words;

pub use address::Address;
pub use changes::{Coming, changes_of, coming_changes, past_changes};
pub use compare::{Row, compare_credentials, compare_jurisdictions};
pub use diff::{Difference, differences};
pub use fact::{Fact, FactKind, Section, Sheet};
pub use facts_of_authority::{DESIGNATORS, facts_of_authority, facts_of_designators};
pub use facts_of_credential::{facts_of_credential, part_of_application};
pub use field::{FIELD_SHELVES, FieldLine, FieldPage, field_pages};
pub use glance::{Amount, Glance, Need};
pub use lookup::{NotFound, Place, find};
pub use search::{Found, Index, marked};
pub use tiles::{Tile, tiles};
pub use touched::{Effect, Turn, effects, touched_by};
