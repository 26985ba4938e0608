//! Opening, and what every operation needs.

use crate::{
    PersonId, Place, StoreError,
    change::time_text,
    engine::*,
    place::{new_private_file, sync_folder},
    record::Stamp,
    schema,
    snapshot::Snapshot,
};
use jiff::Timestamp;
use std::{
    collections::HashMap,
    io::ErrorKind,
    sync::{Arc, Mutex},
};

/// What is kept of so many people is remembered; an organization's pages look at a few at a time.
const REMEMBERED: usize = 64;

/// What is kept of people: their records, history, documents. Cheap to clone; all clones are one.
///
/// Every operation names the person whose rows it may touch.
#[derive(Clone, Debug)]
pub struct Store {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    place: Place,
    pool: Pool,
    snapshots: Mutex<HashMap<PersonId, Arc<Snapshot>>>,
}

impl Store {
    /// Opens the data, and makes it when there is none. Data of an earlier version is brought up to this one; a copy
    /// of the file is taken first, into `backups/`.
    ///
    /// # Errors
    /// [`StoreError::Newer`] for data of a newer Rung, which is not touched; otherwise says what could not be used.
    pub async fn open(place: &Place, now: Timestamp) -> Result<Self, StoreError> {
        place.prepare()?;
        let pool = match place.postgres() {
            Some(url) => Pool::postgres(url).await?,
            None => {
                let file = place.data_file();
                // Made by us, so that nobody else can read it; SQLite gives its log the same permissions.
                match new_private_file(&file) {
                    Ok(_) => sync_folder(place.folder()),
                    Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                    Err(error) => return Err(StoreError::file("create", &file)(error)),
                }
                Pool::sqlite(&file, false).await?
            }
        };
        Self::ready(place, pool, now).await
    }

    /// Opens the data, where there is any: none otherwise, and then nothing is made, neither folder nor table. For
    /// whoever only wants to look.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub async fn open_existing(place: &Place, now: Timestamp) -> Result<Option<Self>, StoreError> {
        if place.postgres().is_none() && !place.data_file().exists() {
            return Ok(None);
        }
        let pool = schema::open_as_it_is(place).await?;
        if schema::version_of(&mut pool.reading().await?).await? == 0 {
            pool.close().await;
            return Ok(None);
        }
        Self::ready(place, pool, now).await.map(Some)
    }

    async fn ready(place: &Place, pool: Pool, now: Timestamp) -> Result<Self, StoreError> {
        schema::bring_up_to_date(&pool, place, schema::MIGRATIONS, now).await?;
        let store = Self::over(place.clone(), pool);
        store.ensure_person(now).await?;
        Ok(store)
    }

    /// A store over a database that is ready.
    pub(crate) fn over(place: Place, pool: Pool) -> Self {
        Self { inner: Arc::new(Inner { place, pool, snapshots: Mutex::default() }) }
    }

    /// Where the data is.
    pub fn place(&self) -> &Place {
        &self.inner.place
    }

    /// The one person of a personal installation.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn person(&self) -> Result<PersonId, StoreError> {
        let mut tx = self.pool().reading().await?;
        let row = tx.row("select min(id) from person where sample is null", args![]).await?;
        let id = row.map(|row| row.maybe_int(0)).transpose()?.flatten();
        id.map(PersonId).ok_or_else(|| StoreError::damaged("the data belongs to nobody"))
    }

    /// Ends every connection. What was acknowledged is on the disk anyway.
    pub async fn close(&self) {
        self.pool().close().await;
    }

    async fn ensure_person(&self, now: Timestamp) -> Result<(), StoreError> {
        if self.pool().row("select 1 from person where id = 1", args![]).await?.is_some() {
            return Ok(());
        }
        let mut tx = self.pool().writing().await?;
        let sql = "insert into person (id, created, version) values (1, $1, 0) on conflict (id) do nothing";
        tx.run(sql, args![&time_text(now)]).await?;
        tx.commit().await
    }

    pub(crate) fn pool(&self) -> &Pool {
        &self.inner.pool
    }

    /// A transaction in which nobody else writes anything, of anybody.
    pub(crate) async fn turn_of_all(&self) -> Result<Tx, StoreError> {
        let mut tx = self.pool().writing().await?;
        // One at a time from the start: two that lock the same rows in another order would wait for each other.
        tx.lock_schema().await?;
        tx.run("update person set version = version", args![]).await?;
        Ok(tx)
    }

    pub(crate) fn remembered(&self, person: PersonId, stamp: Stamp) -> Option<Arc<Snapshot>> {
        let snapshots = self.inner.snapshots.lock().ok()?;
        snapshots.get(&person).filter(|snapshot| snapshot.stamp == stamp).cloned()
    }

    /// Remembers nothing of anybody.
    pub(crate) fn forget(&self) {
        if let Ok(mut snapshots) = self.inner.snapshots.lock() {
            snapshots.clear();
        }
    }

    pub(crate) fn remember(&self, person: PersonId, snapshot: &Arc<Snapshot>) {
        if let Ok(mut snapshots) = self.inner.snapshots.lock() {
            if snapshots.len() >= REMEMBERED {
                snapshots.clear();
            }
            snapshots.insert(person, snapshot.clone());
        }
    }
}
