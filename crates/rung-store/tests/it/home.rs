//! A place for a test's data, gone when the test is.

use rung_store::{Note, PersonId, Place, Store};
use sqlx::{
    AssertSqlSafe, Connection, Database, Executor, FromRow, IntoArguments, PgConnection, SqliteConnection,
    query_as, raw_sql,
};
use std::{
    path::{Path, PathBuf},
    sync::atomic::{AtomicU32, Ordering},
};

/// Runs each test on both databases, as `sqlite::…` and `postgres::…`.
macro_rules! on_both {
    ($($test:ident),* $(,)?) => {
        mod sqlite {$(
            #[tokio::test]
            async fn $test() {
                super::$test($crate::Home::sqlite().await).await;
            }
        )*}
        mod postgres {$(
            #[tokio::test]
            async fn $test() {
                if let Some(home) = $crate::Home::postgres().await {
                    super::$test(home).await;
                }
            }
        )*}
    };
}
pub(crate) use on_both;

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// An open store of nobody yet, and its folder.
pub struct Home {
    pub store: Store,
    pub me: PersonId,
    folder: PathBuf,
}

impl Home {
    pub async fn sqlite() -> Self {
        Self::at(Place::new(scratch())).await
    }

    /// None, said on standard error, where no PostgreSQL was named.
    pub async fn postgres() -> Option<Self> {
        let url = postgres_of_its_own().await?;
        Some(Self::at(Place::new(scratch()).with_postgres(&url).unwrap()).await)
    }

    async fn at(place: Place) -> Self {
        let folder = place.folder().to_owned();
        let store = Store::open(&place, at(0)).await.unwrap();
        let me = store.person().await.unwrap();
        Self { store, me, folder }
    }

    /// Opens the same data once more, as another process would.
    pub async fn again(&self) -> Store {
        Store::open(self.store.place(), at(0)).await.unwrap()
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// How many rows each table of the database has, but for `meta`; looked at from outside.
    pub async fn rows(&self) -> Vec<(String, i64)> {
        rows_at(self.store.place()).await
    }

    /// Every file under the folder with its bytes.
    pub fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let folders = [self.folder.clone(), self.store.place().documents(), self.store.place().backups()];
        let files = folders.iter().flat_map(|folder| std::fs::read_dir(folder).unwrap());
        let paths = files.map(|file| file.unwrap().path()).filter(|path| path.is_file());
        paths.map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The address of an empty schema.
pub async fn postgres_of_its_own() -> Option<String> {
    let Ok(url) = std::env::var("RUNG_TEST_POSTGRES") else {
        eprintln!("skipped: RUNG_TEST_POSTGRES names no PostgreSQL (tests/with-postgres.sh starts one)");
        return None;
    };
    Some(schema_of_its_own(&url).await)
}

/// How many rows each table of the database has, but for `meta`; looked at from outside.
pub async fn rows_at(place: &Place) -> Vec<(String, i64)> {
    let (url, names) = match place.postgres() {
        Some(url) => (
            url.to_owned(),
            "select table_name::text from information_schema.tables where table_schema = current_schema()",
        ),
        None => (
            format!("sqlite://{}", place.data_file().display()),
            "select name from sqlite_master where type = 'table'",
        ),
    };
    if place.postgres().is_some() {
        rows_of(PgConnection::connect(&url).await.unwrap(), names).await
    } else {
        rows_of(SqliteConnection::connect(&url).await.unwrap(), names).await
    }
}

async fn rows_of<C>(mut connection: C, names: &'static str) -> Vec<(String, i64)>
where
    C: Connection,
    for<'c> &'c mut C: Executor<'c, Database = C::Database>,
    (String,): for<'r> FromRow<'r, <C::Database as Database>::Row>,
    (i64,): for<'r> FromRow<'r, <C::Database as Database>::Row>,
    <C::Database as Database>::Arguments: IntoArguments<C::Database>,
{
    let mut rows = Vec::new();
    let names: Vec<(String,)> = query_as(names).fetch_all(&mut connection).await.unwrap();
    for (name,) in names.into_iter().filter(|(name,)| name != "meta") {
        let sql = AssertSqlSafe(format!("select count(*) from {name}"));
        let (count,): (i64,) = query_as(sql).fetch_one(&mut connection).await.unwrap();
        rows.push((name, count));
    }
    rows.sort();
    connection.close().await.unwrap();
    rows
}

async fn schema_of_its_own(url: &str) -> String {
    let schema = format!("test_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let mut connection = PgConnection::connect(url).await.unwrap();
    raw_sql(AssertSqlSafe(format!("create schema {schema}"))).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    format!("{url}&options[search_path]={schema}")
}

pub fn scratch() -> PathBuf {
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{number}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    folder
}

/// A minute of a made-up day.
pub fn at(minute: i64) -> jiff::Timestamp {
    jiff::Timestamp::from_second(1_795_780_800 + minute * 60).unwrap()
}

pub fn note(title: &str) -> Note {
    Note::new(title, at(1))
}
