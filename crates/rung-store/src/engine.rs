//! The seam between the two databases.
//!
//! One query text serves both, and everything stored is text or a whole number; so this file is all that knows which
//! database it is. See `docs/decisions/entries-and-history.md`.

use crate::{
    StoreError,
    postgres::{options_of, unreachable},
};
use sqlx::{
    AssertSqlSafe, PgPool, Postgres, Row as _, Sqlite, SqlitePool, Transaction,
    postgres::{PgPoolOptions, PgRow},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous},
};
use std::{borrow::Cow, path::Path, time::Duration};

/// How long a writer waits for another one.
const BUSY: Duration = Duration::from_secs(10);
/// A person's pages ask little; more connections would only wait for the disk.
const CONNECTIONS: u32 = 4;

/// Connections to one database.
#[derive(Clone, Debug)]
pub(crate) enum Pool {
    Sqlite(SqlitePool),
    Postgres(PgPool),
}

/// A transaction; dropped without `commit`, it never happened.
pub(crate) enum Tx {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// A row of an answer; columns are counted from 0.
pub(crate) enum Row {
    Sqlite(SqliteRow),
    Postgres(PgRow),
}

/// A value for `$1`, `$2`, ….
#[derive(Clone, Copy, Debug)]
pub(crate) enum Arg<'a> {
    Text(Option<&'a str>),
    Int(Option<i64>),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Some(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Some(text))
    }
}

impl<'a> From<Option<&'a str>> for Arg<'a> {
    fn from(text: Option<&'a str>) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Int(Some(number))
    }
}

impl From<Option<i64>> for Arg<'_> {
    fn from(number: Option<i64>) -> Self {
        Self::Int(number)
    }
}

/// The arguments of a query, of whatever types: `args![person, kind, "x"]`.
macro_rules! args {
    ($($arg:expr),* $(,)?) => { &[$($crate::engine::Arg::from($arg)),*] };
}
pub(crate) use args;

/// The same words for both databases.
macro_rules! each {
    ($value:expr, $wrap:ident, $inner:ident => $does:expr) => {
        match $value {
            $wrap::Sqlite($inner) => $does,
            $wrap::Postgres($inner) => $does,
        }
    };
}

macro_rules! bound {
    ($sql:expr, $args:expr) => {{
        // The text is written in this crate: literals, and lists of `$n` that `placeholders` makes.
        let (sql, lasting) = match $sql {
            Cow::Borrowed(text) => (Cow::Borrowed(text), true),
            Cow::Owned(text) => (Cow::Owned(text), false),
        };
        let mut query = sqlx::query(AssertSqlSafe(sql.into_owned())).persistent(lasting);
        for arg in $args {
            query = match *arg {
                Arg::Text(text) => query.bind(text.map(ToOwned::to_owned)),
                Arg::Int(number) => query.bind(number),
            };
        }
        query
    }};
}

impl Pool {
    /// Opens a file of SQLite.
    pub async fn sqlite(file: &Path, create: bool) -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new()
            .filename(file)
            .create_if_missing(create)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full)
            .foreign_keys(true)
            // What is removed is gone from the file, not only from sight.
            .pragma("secure_delete", "on")
            .busy_timeout(BUSY);
        let pool = SqlitePoolOptions::new()
            .max_connections(CONNECTIONS)
            // A file does not go away as a server does.
            .test_before_acquire(false)
            .connect_with(options)
            .await?;
        Ok(Self::Sqlite(pool))
    }

    /// A database in memory, of one connection, for looking into a copy.
    pub async fn in_memory() -> Result<Self, StoreError> {
        let options = SqliteConnectOptions::new().in_memory(true).foreign_keys(true);
        let pool = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect_with(options)
            .await?;
        Ok(Self::Sqlite(pool))
    }

    /// Connects to PostgreSQL.
    pub async fn postgres(url: &str) -> Result<Self, StoreError> {
        let options = options_of(url)?;
        let pool = PgPoolOptions::new().max_connections(CONNECTIONS).acquire_timeout(BUSY);
        let pool = pool.connect_with(options.clone()).await;
        pool.map(Self::Postgres).map_err(|error| unreachable(&options, error))
    }

    /// The first row of the answer to one question that needs no transaction: the shortest way there is.
    pub async fn row(&self, sql: &'static str, args: &[Arg<'_>]) -> Result<Option<Row>, StoreError> {
        let sql = Cow::Borrowed(sql);
        Ok(match self {
            Self::Sqlite(pool) => bound!(sql, args).fetch_optional(pool).await?.map(Row::Sqlite),
            Self::Postgres(pool) => bound!(sql, args).fetch_optional(pool).await?.map(Row::Postgres),
        })
    }

    /// Begins to read: everything is seen as it is now, whatever others write meanwhile.
    pub async fn reading(&self) -> Result<Tx, StoreError> {
        Ok(match self {
            Self::Sqlite(pool) => Tx::Sqlite(pool.begin().await?),
            Self::Postgres(pool) => {
                Tx::Postgres(pool.begin_with("begin isolation level repeatable read read only").await?)
            }
        })
    }

    /// Begins to write. SQLite lets one writer in at a time, PostgreSQL all: see `Store::turn`.
    pub async fn writing(&self) -> Result<Tx, StoreError> {
        Ok(match self {
            Self::Sqlite(pool) => Tx::Sqlite(pool.begin_with("begin immediate").await?),
            Self::Postgres(pool) => Tx::Postgres(pool.begin().await?),
        })
    }

    /// Runs statements that cannot be in a transaction. SQLite only: what there is to do so is about its file.
    pub async fn outside(&self, sql: String) -> Result<(), StoreError> {
        each!(self, Pool, pool => {
            sqlx::raw_sql(AssertSqlSafe(sql)).execute(pool).await?;
        });
        Ok(())
    }

    /// Empties SQLite's log, where what was removed could still be read. While others read, it is left to later.
    pub async fn forget_log(&self) -> Result<(), StoreError> {
        self.pragma("pragma wal_checkpoint(truncate)").await.map(drop)
    }

    /// Answers of `pragma …`, as text.
    pub async fn pragma(&self, sql: &'static str) -> Result<Vec<String>, StoreError> {
        match self {
            Self::Sqlite(pool) => {
                let rows = sqlx::query(sql).fetch_all(pool).await?;
                rows.iter().map(|row| Ok(row.try_get_unchecked::<String, _>(0)?)).collect()
            }
            Self::Postgres(_) => Ok(Vec::new()),
        }
    }

    /// Ends every connection; the last one folds SQLite's log back into its file.
    pub async fn close(&self) {
        each!(self, Pool, pool => pool.close().await);
    }
}

impl Tx {
    /// All rows of an answer.
    pub async fn rows(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        args: &[Arg<'_>],
    ) -> Result<Vec<Row>, StoreError> {
        let sql = sql.into();
        Ok(match self {
            Self::Sqlite(tx) => {
                let rows = bound!(sql, args).fetch_all(&mut **tx).await?;
                rows.into_iter().map(Row::Sqlite).collect()
            }
            Self::Postgres(tx) => {
                let rows = bound!(sql, args).fetch_all(&mut **tx).await?;
                rows.into_iter().map(Row::Postgres).collect()
            }
        })
    }

    /// The first row, if there is one.
    pub async fn row(&mut self, sql: &'static str, args: &[Arg<'_>]) -> Result<Option<Row>, StoreError> {
        Ok(self.rows(sql, args).await?.into_iter().next())
    }

    /// Does something; tells how many rows it concerned.
    pub async fn run(
        &mut self,
        sql: impl Into<Cow<'static, str>>,
        args: &[Arg<'_>],
    ) -> Result<u64, StoreError> {
        let sql = sql.into();
        Ok(each!(self, Tx, tx => bound!(sql, args).execute(&mut **tx).await?.rows_affected()))
    }

    /// Runs several statements, without arguments.
    pub async fn script(&mut self, sql: String) -> Result<(), StoreError> {
        each!(self, Tx, tx => {
            sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut **tx).await?;
        });
        Ok(())
    }

    /// Makes it so; when this returns, it is on the disk.
    pub async fn commit(self) -> Result<(), StoreError> {
        each!(self, Tx, tx => tx.commit().await?);
        Ok(())
    }

    /// Lets no other program upgrade until this transaction ends. SQLite's writers take turns anyway.
    pub async fn lock_schema(&mut self) -> Result<(), StoreError> {
        if let Self::Postgres(_) = self {
            // The number is "rung" in ASCII; nothing else in the database may use it.
            self.rows("select pg_advisory_xact_lock(1920298599)", &[]).await?;
        }
        Ok(())
    }

    /// Whether the table is there.
    pub async fn has_table(&mut self, table: &str) -> Result<bool, StoreError> {
        let sql = match self {
            Self::Sqlite(_) => "select 1 from sqlite_master where type = 'table' and name = $1",
            Self::Postgres(_) => {
                "select 1 from information_schema.tables where table_schema = current_schema() and table_name = $1"
            }
        };
        Ok(!self.rows(sql, args![table]).await?.is_empty())
    }
}

impl Row {
    /// A text that is always there.
    pub fn text(&self, column: usize) -> Result<String, StoreError> {
        Ok(each!(self, Row, row => row.try_get(column)?))
    }

    /// A text that may be missing.
    pub fn maybe_text(&self, column: usize) -> Result<Option<String>, StoreError> {
        Ok(each!(self, Row, row => row.try_get(column)?))
    }

    /// A number that is always there.
    pub fn int(&self, column: usize) -> Result<i64, StoreError> {
        Ok(each!(self, Row, row => row.try_get(column)?))
    }

    /// A number that may be missing.
    pub fn maybe_int(&self, column: usize) -> Result<Option<i64>, StoreError> {
        Ok(each!(self, Row, row => row.try_get(column)?))
    }
}

/// `($1, $2), ($3, $4)` for rows of `columns` values.
pub(crate) fn value_rows(rows: usize, columns: usize) -> String {
    let row = |n: usize| {
        let values: Vec<String> = (1..=columns).map(|column| format!("${}", n * columns + column)).collect();
        format!("({})", values.join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}

/// `$3, $4, $5` for `count` values after the first `before`.
pub(crate) fn placeholders(count: usize, before: usize) -> String {
    (1..=count).map(|n| format!("${}", before + n)).collect::<Vec<_>>().join(", ")
}

/// So many rows go into one statement: far below what either database takes.
pub(crate) const CHUNK: usize = 500;
