//! Removing all that is kept of a person, for good: what they have told is theirs.

use crate::{
    PersonId, Store, StoreError, Version,
    change::no_such_person,
    engine::*,
    place::sync_folder,
    removal::{count_generation, remove_rows},
};
use std::{fs, path::PathBuf};

/// What becomes of the backups in the folder of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Backups {
    /// They stay, and hold what was kept.
    Keep,
    /// They are removed too, with the copies that were taken before upgrades.
    Remove,
}

/// What a purge left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Purged {
    /// How many documents were removed with their files; those that somebody else has too are among them, but stay.
    pub documents: u64,
    /// The backups in the folder of the data that still hold what was kept. Copies elsewhere are not known to Rung.
    pub backups_left: Vec<PathBuf>,
}

impl Store {
    /// Removes everything that is kept of the person: record, settings, offerings, history, calendar links, documents
    /// with their files. It cannot be undone, and the history does not say it. The person stays, as new.
    ///
    /// The generation of every [`Stamp`](crate::Stamp) grows, so that no open page brings anything back.
    ///
    /// # Errors
    /// [`StoreError::Refused`] when backups are to be removed that hold other people too; nothing was removed then.
    pub async fn purge(&self, person: PersonId, backups: Backups) -> Result<Purged, StoreError> {
        let mut tx = self.turn_of_all().await?;
        if backups == Backups::Remove {
            refuse_others(&mut tx, person).await?;
        }
        let row = tx.row("select version from person where id = $1", args![person.0]).await?;
        let version = Version(row.ok_or_else(no_such_person)?.int(0)? + 1);
        let documents = remove_rows(&mut tx, person).await?;
        tx.run("update person set version = $2 where id = $1", args![person.0, version.0]).await?;
        count_generation(&mut tx).await?;
        tx.commit().await?;
        let count = documents.len() as u64;
        self.remove_unowned(documents).await?;
        if backups == Backups::Remove {
            self.remove_backups()?;
        }
        Ok(Purged { documents: count, backups_left: self.backup_files()? })
    }

    /// The backups, whole or broken off, and the copies before upgrades.
    fn backup_files(&self) -> Result<Vec<PathBuf>, StoreError> {
        let folder = self.place().backups();
        if !folder.exists() {
            return Ok(Vec::new());
        }
        let files = fs::read_dir(&folder).map_err(StoreError::file("read the folder", &folder))?;
        let mut paths = Vec::new();
        for file in files {
            let file = file.map_err(StoreError::file("read the folder", &folder))?;
            let name = file.file_name().to_string_lossy().into_owned();
            let ours = [".rung.zip", ".part"].iter().any(|ending| name.ends_with(ending))
                || name.starts_with("before-upgrade-from-");
            paths.extend(ours.then(|| file.path()));
        }
        paths.sort();
        Ok(paths)
    }

    fn remove_backups(&self) -> Result<(), StoreError> {
        for path in self.backup_files()? {
            fs::remove_file(&path).map_err(StoreError::file("remove", &path))?;
        }
        sync_folder(&self.place().backups());
        Ok(())
    }
}

async fn refuse_others(tx: &mut Tx, person: PersonId) -> Result<(), StoreError> {
    let sql = "select count(*) from person where sample is null and id <> $1";
    let others = tx.row(sql, args![person.0]).await?.map(|row| row.int(0)).transpose()?.unwrap_or(0);
    if others == 0 {
        return Ok(());
    }
    Err(StoreError::refused(
        "the backups hold other people too, so they are not removed; whoever looks after the data can remove them",
    ))
}
