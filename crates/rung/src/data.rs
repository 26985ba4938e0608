//! What is kept: where it is, and opening it.

use crate::failure::{End, Failure};
use clap::Args;
use rung_store::{Place, Store, StoreError};
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
        let place = self.place()?;
        if place.postgres().is_none() && !place.data_file().exists() {
            return Err(Failure::new(
                End::Io,
                format!("nothing is kept in {} yet", place.folder().display()),
            )
            .hint("open Rung with `rung` first, or name the folder with --data DIR"));
        }
        self.with_new_store(work)
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
    Failure::new(end, error.to_string())
}

/// `1 credit`, `2 credits`.
pub fn counted(count: u64, noun: &str) -> String {
    match (count, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{count} {stem}ies"),
        _ => format!("{count} {noun}s"),
    }
}

/// A time for a person: `2026-11-27 18:50 UTC`.
pub fn time(at: jiff::Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M UTC").to_string()
}
