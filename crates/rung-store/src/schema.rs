//! The versions of the data, and getting from one to the next.

use crate::{
    Place, StoreError,
    change::time_text,
    engine::*,
    place::{new_private_file, sync_folder},
};
use jiff::Timestamp;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The texts that lead from nothing to the newest version, in order: forward only, never changed once released.
pub(crate) const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_begin.sql"),
    include_str!("../migrations/0002_sample.sql"),
    include_str!("../migrations/0003_calendar.sql"),
];

/// The version that this program writes.
pub fn data_version() -> u32 {
    u32::try_from(MIGRATIONS.len()).unwrap_or(u32::MAX)
}

/// How a database stands to this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Versions {
    /// The version of the data; 0 when there is none yet.
    pub data: u32,
    /// The version that this program writes.
    pub program: u32,
}

/// Which version the data has; 0 for an empty database.
pub(crate) async fn version_of(tx: &mut Tx) -> Result<u32, StoreError> {
    if !tx.has_table("meta").await? {
        return Ok(0);
    }
    let row = tx.row("select value from meta where key = 'version'", args![]).await?;
    let text = row.map(|row| row.text(0)).transpose()?;
    text.and_then(|text| text.parse().ok())
        .ok_or_else(|| StoreError::damaged("the data does not say of which version it is"))
}

/// Brings the data up to the newest version in one transaction; before that a file is copied to `backups/`.
pub(crate) async fn bring_up_to_date(
    pool: &Pool,
    place: &Place,
    migrations: &[&str],
    now: Timestamp,
) -> Result<Versions, StoreError> {
    let program = u32::try_from(migrations.len()).unwrap_or(u32::MAX);
    let data = version_of(&mut pool.reading().await?).await?;
    if data > program {
        return Err(StoreError::Newer { data, program });
    }
    if data == program {
        return Ok(Versions { data, program });
    }
    if data > 0 && matches!(pool, Pool::Sqlite(_)) {
        copy_before_upgrade(pool, place, data, now).await?;
    }
    upgrade(pool, migrations).await?;
    Ok(Versions { data, program })
}

/// Runs the texts that were not run yet, all in one transaction.
pub(crate) async fn upgrade(pool: &Pool, migrations: &[&str]) -> Result<(), StoreError> {
    let mut tx = pool.writing().await?;
    tx.lock_schema().await?;
    // Somebody else may have done it meanwhile.
    let from = version_of(&mut tx).await?;
    for text in migrations.iter().skip(from as usize) {
        tx.script((*text).to_owned()).await?;
    }
    let sql =
        "insert into meta (key, value) values ('version', $1) on conflict (key) do update set value = $1";
    tx.run(sql, args![&migrations.len().to_string()]).await?;
    let sql = "insert into meta (key, value) values ('generation', '0') on conflict (key) do nothing";
    tx.run(sql, args![]).await?;
    tx.commit().await
}

async fn copy_before_upgrade(
    pool: &Pool,
    place: &Place,
    version: u32,
    now: Timestamp,
) -> Result<(), StoreError> {
    place.prepare()?;
    let name = format!("before-upgrade-from-{version}-{}.db", time_text(now).replace(':', ""));
    let copy = place.backups().join(name);
    // A copy that an upgrade broken off has left is made again.
    let _ = fs::remove_file(&copy);
    copy_file(pool, &copy).await
}

/// Copies a data file while others may use it, and looks into the copy.
pub(crate) async fn copy_file(pool: &Pool, copy: &Path) -> Result<(), StoreError> {
    // SQLite writes into an empty file that is there, which only this user can read.
    drop(new_private_file(copy).map_err(StoreError::file("create", copy))?);
    let name = copy.to_str().filter(|name| !name.contains('\0')).ok_or_else(|| {
        StoreError::refused(format!("{} is not a name that a copy can have", copy.display()))
    })?;
    pool.outside(format!("vacuum into '{}'", name.replace('\'', "''"))).await?;
    let file = fs::File::open(copy).map_err(StoreError::file("open", copy))?;
    file.sync_all().map_err(StoreError::file("write", copy))?;
    if let Some(folder) = copy.parent() {
        sync_folder(folder);
    }
    let copied = Pool::sqlite(copy, false).await?;
    let same = counts(&mut pool.reading().await?).await? == counts(&mut copied.reading().await?).await?;
    let faults = integrity_faults(&copied).await?;
    copied.close().await;
    if !same || !faults.is_empty() {
        return Err(StoreError::damaged(format!(
            "the copy {} is not like the data file: {}",
            copy.display(),
            if same { faults.join("; ") } else { "it holds other rows".to_owned() }
        )));
    }
    Ok(())
}

/// What SQLite finds wrong with its own file.
pub(crate) async fn integrity_faults(pool: &Pool) -> Result<Vec<String>, StoreError> {
    let mut faults = pool.pragma("pragma integrity_check").await?;
    faults.retain(|line| line != "ok");
    for table in pool.pragma("pragma foreign_key_check").await? {
        faults.push(format!("a row of {table} refers to one that is not there"));
    }
    Ok(faults)
}

/// The tables that hold what is kept, in an order in which rows refer only to earlier ones.
pub(crate) const TABLES: &[&str] =
    &["person", "entry", "history", "history_entry", "document", "calendar_link"];

/// How many rows each table holds. Over the whole installation, of everybody.
pub(crate) async fn counts(tx: &mut Tx) -> Result<Vec<(&'static str, i64)>, StoreError> {
    let mut counts = Vec::new();
    for table in TABLES {
        if tx.has_table(table).await? {
            let row = tx.rows(format!("select count(*) from {table}"), args![]).await?;
            counts.push((*table, row.first().map(|row| row.int(0)).transpose()?.unwrap_or(0)));
        }
    }
    Ok(counts)
}

/// What an upgrade would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UpgradeCheck {
    /// From which version to which.
    pub versions: Versions,
    /// How many rows each table holds afterwards.
    pub rows: Vec<(String, i64)>,
}

/// Upgrades a copy of the data file in a folder of its own that is removed again, and tells how it went. The data
/// itself is not touched. In PostgreSQL an upgrade is one transaction, so that only the versions are told.
///
/// # Errors
/// The upgrade would fail, and why.
pub async fn check_upgrade(place: &Place, now: Timestamp) -> Result<UpgradeCheck, StoreError> {
    check_upgrade_to(place, MIGRATIONS, now).await
}

async fn check_upgrade_to(
    place: &Place,
    migrations: &[&str],
    now: Timestamp,
) -> Result<UpgradeCheck, StoreError> {
    let pool = open_as_it_is(place).await?;
    let program = u32::try_from(migrations.len()).unwrap_or(u32::MAX);
    let data = version_of(&mut pool.reading().await?).await?;
    if data > program {
        return Err(StoreError::Newer { data, program });
    }
    if data == 0 {
        return Err(StoreError::Missing("there is no data yet, so there is nothing to upgrade".to_owned()));
    }
    let versions = Versions { data, program };
    let result = if matches!(pool, Pool::Sqlite(_)) {
        let trial = Place::new(trial_folder(place, now));
        trial.prepare()?;
        let rows = upgrade_copy(&pool, &trial, migrations, now).await;
        let _ = fs::remove_dir_all(trial.folder());
        rows
    } else {
        counts(&mut pool.reading().await?).await
    };
    pool.close().await;
    let rows = result?.into_iter().map(|(table, count)| (table.to_owned(), count)).collect();
    Ok(UpgradeCheck { versions, rows })
}

async fn upgrade_copy(
    pool: &Pool,
    trial: &Place,
    migrations: &[&str],
    now: Timestamp,
) -> Result<Vec<(&'static str, i64)>, StoreError> {
    copy_file(pool, &trial.data_file()).await?;
    let copy = Pool::sqlite(&trial.data_file(), false).await?;
    let upgraded = async {
        bring_up_to_date(&copy, trial, migrations, now).await?;
        match integrity_faults(&copy).await?.as_slice() {
            [] => counts(&mut copy.reading().await?).await,
            faults => Err(StoreError::damaged(faults.join("; "))),
        }
    };
    let result = upgraded.await;
    copy.close().await;
    result
}

fn trial_folder(place: &Place, now: Timestamp) -> PathBuf {
    place.folder().join(format!(".trial-{}-{}", std::process::id(), now.as_second()))
}

/// Opens the database without changing it or making one.
///
/// # Errors
/// There is none.
pub(crate) async fn open_as_it_is(place: &Place) -> Result<Pool, StoreError> {
    match place.postgres() {
        Some(url) => Pool::postgres(url).await,
        None => {
            let file = place.data_file();
            if !file.is_file() {
                return Err(StoreError::Missing(format!(
                    "there is no data file {}; it is made when Rung is opened for the first time",
                    file.display()
                )));
            }
            Pool::sqlite(&file, false).await
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Change, Note, Store};

    /// A version that does not exist yet.
    const NEXT: &str = "alter table person add column nickname text; update person set nickname = 'R';";

    fn now() -> Timestamp {
        Timestamp::from_second(1_795_780_800).unwrap()
    }

    async fn furnished(name: &str) -> (Place, Pool) {
        let folder = std::env::temp_dir().join(format!("rung-schema-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let place = Place::new(folder);
        let store = Store::open(&place, now()).await.unwrap();
        let me = store.person().await.unwrap();
        let note = Note::new("Set", now());
        store.change(me, &note, Change::new().put_setting("language", "es".into())).await.unwrap();
        let pool = store.pool().clone();
        (place, pool)
    }

    async fn versions(pool: &Pool) -> u32 {
        version_of(&mut pool.reading().await.unwrap()).await.unwrap()
    }

    #[tokio::test]
    async fn an_upgrade_copies_the_file_first_and_tells_beforehand() {
        let (place, pool) = furnished("upgrade").await;
        let migrations = [MIGRATIONS, &[NEXT]].concat();

        let check = check_upgrade_to(&place, &migrations, now()).await.unwrap();
        assert_eq!((check.versions.data, check.versions.program), (data_version(), data_version() + 1));
        assert!(check.rows.contains(&("entry".to_owned(), 1)));
        assert_eq!(versions(&pool).await, data_version(), "only a copy was upgraded");
        assert!(
            fs::read_dir(place.folder())
                .unwrap()
                .all(|file| { !file.unwrap().file_name().to_string_lossy().starts_with(".trial") })
        );

        bring_up_to_date(&pool, &place, &migrations, now()).await.unwrap();
        assert_eq!(versions(&pool).await, data_version() + 1);
        let name = format!("before-upgrade-from-{}-2026-11-27T120000Z.db", data_version());
        let copy = place.backups().join(name);
        let copied = Pool::sqlite(&copy, false).await.unwrap();
        assert_eq!(versions(&copied).await, data_version());
        copied.close().await;
        pool.close().await;
        fs::remove_dir_all(place.folder()).unwrap();
    }

    #[tokio::test]
    async fn an_upgrade_that_fails_leaves_everything_as_it_was() {
        let (place, pool) = furnished("failing").await;
        let migrations =
            [MIGRATIONS, &["create table half (a text); insert into nowhere values (1);"]].concat();
        assert!(check_upgrade_to(&place, &migrations, now()).await.is_err());
        assert!(bring_up_to_date(&pool, &place, &migrations, now()).await.is_err());
        assert_eq!(versions(&pool).await, data_version());
        assert!(!pool.reading().await.unwrap().has_table("half").await.unwrap());
        pool.close().await;
        fs::remove_dir_all(place.folder()).unwrap();
    }

    #[tokio::test]
    async fn two_programs_that_begin_at_once_make_one_database() {
        let folder = std::env::temp_dir().join(format!("rung-schema-race-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let place = Place::new(&folder);
        let open = || {
            let place = place.clone();
            tokio::spawn(async move { Store::open(&place, now()).await })
        };
        let (first, second) = (open(), open());
        first.await.unwrap().unwrap().close().await;
        second.await.unwrap().unwrap().close().await;
        fs::remove_dir_all(&folder).unwrap();
    }
}
