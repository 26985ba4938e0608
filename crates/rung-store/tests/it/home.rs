//! A place for a test's data, gone when the test is.

use rung_store::{Note, PersonId, Place, Store};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, raw_sql};
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
        let Ok(url) = std::env::var("RUNG_TEST_POSTGRES") else {
            eprintln!("skipped: RUNG_TEST_POSTGRES names no PostgreSQL (tests/with-postgres.sh starts one)");
            return None;
        };
        let folder = scratch();
        Some(Self::at(Place::new(&folder).with_postgres(&schema_of_its_own(&url).await).unwrap()).await)
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
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
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
