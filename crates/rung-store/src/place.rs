//! Where the data is.

use crate::StoreError;
use etcetera::BaseStrategy as _;
use std::{
    fmt, fs,
    path::{Path, PathBuf},
};

/// The folder of the data, and the database if it is not a file in it.
#[derive(Clone, PartialEq, Eq)]
pub struct Place {
    folder: PathBuf,
    postgres: Option<String>,
}

/// Without the address of PostgreSQL, which may hold a password.
impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let database = if self.postgres.is_some() { "PostgreSQL" } else { "a file" };
        f.debug_struct("Place").field("folder", &self.folder).field("database", &database).finish()
    }
}

impl Place {
    /// Everything in one folder: the data file `rung.db`, `documents/`, `backups/`.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), postgres: None }
    }

    /// The user's own folder: `$XDG_DATA_HOME/rung`, mostly `~/.local/share/rung`.
    ///
    /// # Errors
    /// The user has no home.
    pub fn of_user() -> Result<Self, StoreError> {
        let base = etcetera::choose_base_strategy().map_err(|_| {
            StoreError::refused("no home folder is known for this user; name a folder with --data DIR")
        })?;
        Ok(Self::new(base.data_dir().join("rung")))
    }

    /// Keeps the entries in PostgreSQL; documents and backups stay in the folder.
    ///
    /// # Errors
    /// The address is not one of PostgreSQL.
    pub fn with_postgres(self, url: &str) -> Result<Self, StoreError> {
        if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
            return Err(StoreError::refused(
                "a database is named like postgres://user@host/name; without one, the data is kept in a file",
            ));
        }
        Ok(Self { postgres: Some(url.to_owned()), ..self })
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The address of PostgreSQL, if the entries are there.
    pub fn postgres(&self) -> Option<&str> {
        self.postgres.as_deref()
    }

    /// The data file of SQLite.
    pub fn data_file(&self) -> PathBuf {
        self.folder.join("rung.db")
    }

    /// Where the bytes of documents are.
    pub fn documents(&self) -> PathBuf {
        self.folder.join("documents")
    }

    /// Where backups are made.
    pub fn backups(&self) -> PathBuf {
        self.folder.join("backups")
    }

    /// Makes the folders, for this user only.
    pub(crate) fn prepare(&self) -> Result<(), StoreError> {
        for folder in [self.folder.clone(), self.documents(), self.backups()] {
            make_private_folder(&folder)?;
        }
        Ok(())
    }
}

fn make_private_folder(folder: &Path) -> Result<(), StoreError> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(StoreError::file("create the folder", folder))
}

/// Opens a new file that only this user can read.
pub(crate) fn new_private_file(path: &Path) -> std::io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.read(true).write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Makes a new name in `folder` last through a power cut. Where a folder cannot be synced, it does anyway.
pub(crate) fn sync_folder(folder: &Path) {
    if let Ok(folder) = fs::File::open(folder) {
        let _ = folder.sync_all();
    }
}
