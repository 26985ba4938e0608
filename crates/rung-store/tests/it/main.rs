//! The store as its callers meet it, on a real file of SQLite and on a real PostgreSQL.
//!
//! PostgreSQL is the one that `RUNG_TEST_POSTGRES` names; `tests/with-postgres.sh` starts one. Without it, that half
//! is skipped and says so.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on may panic")]

mod backup;
mod calendar_link;
mod change;
mod doctor;
mod documents;
mod history;
mod home;
mod kill;
mod limits;
mod looking;
mod plan;
mod postgres;
mod purge;
mod record;
mod sample;
mod snapshot;
mod upgrade;

use home::{Home, at};
