//! Putting a backup in the place of what is there.

use super::{
    archive::{self, BackupReport, Opened, entry_counts},
    tables::{add_rows, clear, read_rows},
};
use crate::{
    Note, PersonId, Store, StoreError, Version,
    change::{add_history_line, time_text},
    engine::*,
    removal::{count_generation, remove_sample},
    schema::TABLES,
};
use std::{collections::BTreeMap, path::Path};

/// What a restore would do.
#[derive(Clone, Debug)]
pub struct RestorePreview {
    /// What the backup holds.
    pub backup: BackupReport,
    /// How many entries there are now, of each kind.
    pub entries_now: BTreeMap<String, u64>,
    /// How many batches of changes there are now.
    pub history_now: u64,
    /// How many of them were made after the backup: they would be gone.
    pub changes_since: u64,
}

impl RestorePreview {
    /// As restoring it would be where nothing is kept yet.
    ///
    /// # Errors
    /// The backup is not whole, or of a newer Rung.
    pub async fn where_nothing_is(file: &Path) -> Result<Self, StoreError> {
        let backup = archive::verify_backup(file).await?;
        Ok(Self { backup, entries_now: BTreeMap::new(), history_now: 0, changes_since: 0 })
    }
}

/// Opens a backup, verifies it, and tells what restoring it would change.
///
/// # Errors
/// It is not whole, or of a newer Rung.
pub async fn preview_restore(store: &Store, file: &Path) -> Result<RestorePreview, StoreError> {
    let backup = archive::verify_backup(file).await?;
    let mut tx = store.pool().reading().await?;
    let sql = "select count(*), count(case when at > $1 then 1 end) from history h \
               join person p on p.id = h.person where p.sample is null";
    let row = tx.row(sql, args![&time_text(backup.made)]).await?;
    let number = |column: usize| -> Result<u64, StoreError> {
        Ok(row.as_ref().map(|row| row.int(column)).transpose()?.and_then(|n| n.try_into().ok()).unwrap_or(0))
    };
    Ok(RestorePreview {
        entries_now: entry_counts(&mut tx).await?,
        history_now: number(0)?,
        changes_since: number(1)?,
        backup,
    })
}

/// Replaces every row in one transaction. Over the whole installation: a backup holds everybody.
pub(super) async fn replace(store: &Store, backup: &Opened, note: &Note) -> Result<(), StoreError> {
    // Documents first: they are kept by their hash, so one too many harms nobody, and one too few would.
    backup.copy_documents(&store.place().documents()).await?;
    let mut from = backup.rows.reading().await?;
    let mut tx = store.turn_of_all().await?;
    let versions = person_versions(&mut tx).await?;
    let revoked = revocations(&mut tx).await?;
    let sample = remove_sample(&mut tx).await?;
    clear(&mut tx).await?;
    for table in TABLES {
        let mut rows = Vec::new();
        read_rows(&mut from, table, |fields| {
            rows.push(fields);
            Ok(())
        })
        .await?;
        add_rows(&mut tx, table, &rows).await?;
    }
    for (person, id, at) in revoked {
        let sql = "update calendar_link set revoked = coalesce(revoked, $3) where person = $1 and id = $2";
        tx.run(sql, args![person, &id, &at]).await?;
    }
    for (person, restored) in person_versions(&mut tx).await? {
        // Versions never come back, or a page could take the old state for the new one.
        let version = Version(versions.get(&person).copied().unwrap_or(0).max(restored) + 1);
        tx.run("update person set version = $2 where id = $1", args![person, version.0]).await?;
        add_history_line(&mut tx, PersonId(person), version, note, None).await?;
    }
    count_generation(&mut tx).await?;
    tx.commit().await?;
    store.remove_unowned(sample).await
}

async fn person_versions(tx: &mut Tx) -> Result<BTreeMap<i64, i64>, StoreError> {
    let rows = tx.rows("select id, version from person", args![]).await?;
    rows.iter().map(|row| Ok((row.int(0)?, row.int(1)?))).collect()
}

/// A link that was revoked stays so, whatever a backup says.
async fn revocations(tx: &mut Tx) -> Result<Vec<(i64, String, String)>, StoreError> {
    let rows =
        tx.rows("select person, id, revoked from calendar_link where revoked is not null", args![]).await?;
    rows.iter().map(|row| Ok((row.int(0)?, row.text(1)?, row.text(2)?))).collect()
}
