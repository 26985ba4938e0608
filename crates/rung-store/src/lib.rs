//! Where a technician's record is kept: in a file of SQLite, or in PostgreSQL, with its history, documents and backups.
//!
//! * [`Store::open`] at a [`Place`] gives everything; [`Store::person`] whose it is at home;
//! * [`Store::snapshot`] is everything that a page needs, remembered until something changes; [`Store::record`] is the
//!   record of it, [`Store::parts`] its parts with what is needed to change them;
//! * [`Store::change`] is the one way in which anything is written: a [`Change`] is done whole or not at all, refuses to
//!   overwrite what it has not seen, and is kept in the history, where [`Store::undo`] takes it back.
//!
//! The clock is a parameter. Nothing is decided here about what a record means.
//!
//! ```
//! use rung_store::{Basis, Change, Note, Place, Store};
//! # let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
//! # let folder = std::env::temp_dir().join(format!("rung-doc-{}", std::process::id()));
//! # runtime.block_on(async {
//! let now: jiff::Timestamp = "2026-11-27T12:00:00Z".parse().unwrap();
//! let store = Store::open(&Place::new(&folder), now).await?;
//! let me = store.person().await?;
//!
//! let note = Note::new("Told where I live", now);
//! let done = store.change(me, &note, Change::new().put_fact("state", "TX".into(), Basis::New)).await?;
//! assert_eq!(store.record(me).await?.record.facts["state"], "TX");
//!
//! store.undo(me, done.version, &Note::new("Undo: told where I live", now)).await?;
//! assert!(store.record(me).await?.record.facts.is_empty());
//! # store.close().await;
//! # let _ = std::fs::remove_dir_all(&folder);
//! # Ok::<(), rung_store::StoreError>(())
//! # }).unwrap();
//! ```

mod backup;
mod calendar_link;
mod calendar_told;
mod change;
mod doctor;
mod documents;
mod engine;
mod entry;
mod error;
mod history;
mod ledger;
mod limits;
mod pdf;
mod place;
mod plan;
mod postgres;
mod purge;
mod record;
mod removal;
mod sample;
mod schema;
mod snapshot;
mod store;

pub use backup::{
    BackupPlan, BackupReport, RestorePreview, RestoreReport, plan_backups, preview_restore, verify_backup,
};
pub use calendar_link::CalendarLink;
pub use change::{Basis, Change, Done, Note, Stale};
pub use doctor::{Finding, Health, examine};
pub use documents::{Document, MAX_DOCUMENT_BYTES, MAX_DOCUMENTS_BYTES, MediaType, Unfit};
pub use entry::{Entry, Kept, Kind, Part, PersonId, Version};
pub use error::StoreError;
pub use history::{Batch, EntryChange, EntryVersion};
pub use ledger::{LedgerPage, LedgerQuery};
pub use limits::MAX_PAGE;
pub use pdf::{answer_as_pdf_reader, pdf_text};
pub use place::Place;
pub use plan::{OfferingState, PlanSettings, PlannedOffering};
pub use purge::{Backups, Purged};
pub use record::{HeldRecord, Stamp};
pub use sample::{Sample, Shown};
pub use schema::{UpgradeCheck, Versions, check_upgrade, data_version};
pub use snapshot::Snapshot;
pub use store::Store;
