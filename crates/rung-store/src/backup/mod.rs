//! Everything in one file, and back. See `docs/decisions/backup.md`.

mod archive;
mod restore;
mod schedule;
mod tables;

pub use archive::{BackupReport, verify_backup};
pub use restore::{RestorePreview, preview_restore};
pub use schedule::{BackupPlan, plan_backups};

use crate::{Note, Store, StoreError, change::time_text};
use jiff::Timestamp;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Backups that the schedule made, and may drop, are called so.
const SCHEDULED: &str = "scheduled-";
const ENDING: &str = ".rung.zip";

impl Store {
    /// Writes everything (entries, history, documents) into one new file while others go on working, then opens it
    /// and compares every count and hash. Without `file` it goes into `backups/`.
    ///
    /// # Errors
    /// The file is there already, cannot be written, or is not what was to be written.
    pub async fn backup(&self, file: Option<&Path>, now: Timestamp) -> Result<BackupReport, StoreError> {
        self.place().prepare()?;
        let file = file.map_or_else(|| self.place().backups().join(file_name("rung-", now)), Path::to_owned);
        archive::write(self, &file, now).await
    }

    /// Does what [`plan_backups`] says of the scheduled backups in `backups/`: the server calls this every hour or so.
    /// Backups that a person made are never dropped.
    ///
    /// # Errors
    /// As [`Store::backup`]; an old one is dropped only after the new one is whole.
    pub async fn scheduled_backup(&self, now: Timestamp) -> Result<Option<BackupReport>, StoreError> {
        self.place().prepare()?;
        let folder = self.place().backups();
        let plan = plan_backups(&scheduled_in(&folder)?, now);
        let made = if plan.make {
            Some(archive::write(self, &folder.join(file_name(SCHEDULED, now)), now).await?)
        } else {
            None
        };
        for old in plan.drop {
            let path = folder.join(file_name(SCHEDULED, old));
            fs::remove_file(&path).map_err(StoreError::file("remove", &path))?;
        }
        Ok(made)
    }

    /// Replaces everything by what a backup holds, in one transaction; a server that runs meanwhile goes on with it.
    /// What was there is kept as a backup first. The history says that it was done; the generation of every
    /// [`Stamp`](crate::Stamp) grows.
    ///
    /// # Errors
    /// The backup is not whole, or of a newer Rung; nothing was changed.
    pub async fn restore(&self, file: &Path, note: &Note) -> Result<RestoreReport, StoreError> {
        let backup = archive::open(file).await?;
        self.place().prepare()?;
        let name = file_name("before-restore-", note.at);
        let before = archive::write(self, &free_name(&self.place().backups(), &name), note.at).await?;
        restore::replace(self, &backup, note).await?;
        Ok(RestoreReport { restored: backup.report, before })
    }
}

/// What a restore did.
#[derive(Clone, Debug)]
pub struct RestoreReport {
    /// What is there now.
    pub restored: BackupReport,
    /// The backup of what was there before.
    pub before: BackupReport,
}

fn file_name(start: &str, at: Timestamp) -> String {
    format!("{start}{}{ENDING}", time_text(at).replace(':', ""))
}

/// The same name with a number when there is such a file.
fn free_name(folder: &Path, name: &str) -> PathBuf {
    let numbered = |n: u32| folder.join(if n == 0 { name.to_owned() } else { format!("{n}-{name}") });
    (0..).map(numbered).find(|path| !path.exists()).unwrap_or_else(|| folder.join(name))
}

/// When the scheduled backups in a folder were made.
fn scheduled_in(folder: &Path) -> Result<Vec<Timestamp>, StoreError> {
    let entries = fs::read_dir(folder).map_err(StoreError::file("read the folder", folder))?;
    let mut times = Vec::new();
    for entry in entries {
        let name = entry.map_err(StoreError::file("read the folder", folder))?.file_name();
        times.extend(name.to_str().and_then(time_of));
    }
    times.sort();
    Ok(times)
}

/// The time in `scheduled-2026-11-27T185050Z.rung.zip`; none for other files.
fn time_of(name: &str) -> Option<Timestamp> {
    let text = name.strip_prefix(SCHEDULED)?.strip_suffix(ENDING)?;
    let (hours, minutes, seconds) = (text.get(..13)?, text.get(13..15)?, text.get(15..)?);
    let at = format!("{hours}:{minutes}:{seconds}").parse().ok()?;
    (file_name(SCHEDULED, at) == name).then_some(at)
}
