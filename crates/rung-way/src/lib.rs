//! The way up: from where a technician stands to where they want to be.
//!
//! Everything here is a pure function of a record, the catalogue, a day, and what the caller knows beside them.
