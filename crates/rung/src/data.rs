//! What is kept: where it is, and opening it.

use crate::{
    failure::{End, Failure},
    term::cut,
};
use clap::Args;
use jiff::tz::TimeZone;
use rung_record::Record;
use rung_store::{HeldRecord, Place, Stale, Stamp, Store, StoreError, Version};
use std::path::PathBuf;

/// Where the data is.
#[derive(Args, Clone, Debug)]
pub struct DataArg {
    /// The folder of the data; your own data folder when left out
    #[arg(long, value_name = "DIR", env = "RUNG_DATA", hide_env_values = true)]
    data: Option<PathBuf>,
    /// Keep the entries in this PostgreSQL instead of a file: postgres://user@host/name
    #[arg(long, value_name = "URL", env = "RUNG_DATABASE", hide_env_values = true)]
    database: Option<String>,
}

/// The stamp of data that was not made yet.
const NEVER_MADE: Stamp = Stamp { generation: 0, version: Version::START };

/// Nothing is kept yet, and nothing was made by looking.
#[derive(Clone, Debug)]
pub struct NothingKept {
    /// Where it would be.
    named: String,
    /// As of when: what is put there must find it like this.
    pub at: Stamp,
}

impl NothingKept {
    /// Said where nothing can be done without it; `otherwise` is what else the command could be told.
    pub fn failure(&self, otherwise: &str) -> Failure {
        Failure::new(End::Io, format!("nothing is kept in {} yet", self.named))
            .hint(format!("`rung import FILE` keeps a record, or {otherwise}"))
    }
}

impl DataArg {
    /// The place that is meant.
    ///
    /// # Errors
    /// The user has no home, or the database's address is none.
    pub fn place(&self) -> Result<Place, Failure> {
        let place = match self.data.clone().filter(|folder| !folder.as_os_str().is_empty()) {
            Some(folder) => Place::new(folder),
            None => Place::of_user().map_err(refused)?,
        };
        match self.database.as_deref().filter(|url| !url.is_empty()) {
            Some(url) => place.with_postgres(url).map_err(refused),
            None => Ok(place),
        }
    }

    /// Opens what is there and does something with it. Where there is nothing yet, nothing is made.
    ///
    /// # Errors
    /// There is nothing, it cannot be opened, or `work` fails.
    pub fn with_store<T>(
        &self,
        work: impl AsyncFnOnce(&Store) -> Result<T, StoreError>,
    ) -> Result<T, Failure> {
        let done = self.with_existing_store(work)?;
        done.map_or_else(
            || Err(self.nothing(NEVER_MADE)?.failure("name another place with --data DIR or --database URL")),
            Ok,
        )
    }

    /// As [`DataArg::with_store`]; none where there is nothing yet.
    ///
    /// # Errors
    /// It cannot be opened, or `work` fails.
    pub fn with_existing_store<T>(
        &self,
        work: impl AsyncFnOnce(&Store) -> Result<T, StoreError>,
    ) -> Result<Option<T>, Failure> {
        let place = self.place()?;
        wait(async {
            let Some(store) = Store::open_existing(&place, jiff::Timestamp::now()).await? else {
                return Ok(None);
            };
            let result = work(&store).await;
            store.close().await;
            result.map(Some)
        })?
        .map_err(refused)
    }

    /// The record that is kept.
    ///
    /// # Errors
    /// It cannot be opened or read.
    pub fn kept_record(&self) -> Result<Result<HeldRecord, NothingKept>, Failure> {
        let held = self.with_existing_store(async |store| store.record(store.person().await?).await)?;
        match held {
            None => self.nothing(NEVER_MADE).map(Err),
            // Where everything was undone, nothing is kept either.
            Some(held) if *held.record == Record::default() => self.nothing(held.stamp).map(Err),
            Some(held) => Ok(Ok(held)),
        }
    }

    /// As [`DataArg::kept_record`], where there must be one.
    ///
    /// # Errors
    /// As there, or nothing is kept.
    pub fn read(&self) -> Result<Record, Failure> {
        let held =
            self.kept_record()?.map_err(|nothing| nothing.failure("name a file with --record FILE"))?;
        Ok((*held.record).clone())
    }

    fn nothing(&self, at: Stamp) -> Result<NothingKept, Failure> {
        let place = self.place()?;
        let named = match place.postgres() {
            Some(_) => "the database".to_owned(),
            None => place.folder().display().to_string(),
        };
        Ok(NothingKept { named, at })
    }

    /// As [`DataArg::with_store`], but what is not there yet is made.
    ///
    /// # Errors
    /// It cannot be opened, or `work` fails.
    pub fn with_new_store<T>(
        &self,
        work: impl AsyncFnOnce(&Store) -> Result<T, StoreError>,
    ) -> Result<T, Failure> {
        let place = self.place()?;
        wait(async {
            let store = Store::open(&place, jiff::Timestamp::now()).await?;
            let result = work(&store).await;
            store.close().await;
            result
        })?
        .map_err(refused)
    }
}

/// Waits for work with the data.
///
/// # Errors
/// The operating system gives no thread for it.
pub fn wait<T>(work: impl Future<Output = T>) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Failure::new(End::Io, format!("cannot begin: {error}")))?;
    Ok(runtime.block_on(work))
}

/// The store's own words, with the ending that fits.
pub fn refused(error: StoreError) -> Failure {
    let end = match &error {
        StoreError::File { .. } | StoreError::Database(_) => End::Io,
        _ => End::BadInput,
    };
    let failure = Failure::new(end, error.to_string());
    match &error {
        StoreError::Conflict(stale) => failure.with_details(there_now(stale)),
        _ => failure,
    }
}

/// So many entries are told one by one.
const MOST_TOLD: usize = 10;

/// What is there of entries that were changed in the meantime.
fn there_now(stale: &[Stale]) -> Vec<String> {
    let told = stale.iter().take(MOST_TOLD).map(|Stale { kind, id, now }| {
        let now = now.as_ref().map_or("not there any more".to_owned(), |entry| entry.body.to_string());
        format!("{} {id} is now: {}", kind.word(), cut(&now, 200))
    });
    let more = stale.len().saturating_sub(MOST_TOLD);
    told.chain((more > 0).then(|| format!("and {more} more"))).collect()
}

/// `1 credit`, `2 credits`.
pub fn counted(count: u64, noun: &str) -> String {
    match (count, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        _ => format!("{count} {noun}s"),
    }
}

/// A time for a person: `2026-11-27 12:50 CST`.
pub fn time(at: jiff::Timestamp) -> String {
    at.to_zoned(zone()).strftime("%Y-%m-%d %H:%M %Z").to_string()
}

/// The time zone of this machine; UTC where it has none.
pub fn zone() -> TimeZone {
    let zone = TimeZone::system();
    if zone.is_unknown() { TimeZone::UTC } else { zone }
}
