use crate::home::{Home, at, note, scratch};
use rung_record::Record;
use rung_store::{Change, Document, Place, Store, StoreError, check_upgrade, data_version};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, SqliteConnection, raw_sql};
use std::path::Path;

/// A data file as a version wrote it, and what was in it. They are never written again: a later version that cannot
/// open them is wrong. To make those of a new version: `RUNG_TEST_FIXTURE=1 cargo test -p rung-store fixture`.
fn fixture(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

async fn sql(file: &Path, text: &str) {
    let url = format!("sqlite://{}", file.display());
    let mut connection = SqliteConnection::connect(&url).await.unwrap();
    raw_sql(AssertSqlSafe(text.to_owned())).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// A folder with the data file of a version.
fn home_of_version(version: u32) -> Place {
    let place = Place::new(scratch());
    std::fs::create_dir_all(place.folder()).unwrap();
    std::fs::copy(fixture(&format!("version-{version}.db")), place.data_file()).unwrap();
    place
}

#[tokio::test]
async fn the_file_of_every_version_opens() {
    for version in 1..=data_version() {
        the_file_opens(version).await;
    }
}

async fn the_file_opens(version: u32) {
    let place = home_of_version(version);
    let before = std::fs::read(place.data_file()).unwrap();
    let check = check_upgrade(&place, at(0)).await.unwrap();
    assert_eq!((check.versions.data, check.versions.program), (version, data_version()));
    assert!(std::fs::read(place.data_file()).unwrap() == before, "only a copy was upgraded");

    let store = Store::open(&place, at(0)).await.unwrap();
    let copies = std::fs::read_dir(place.backups()).unwrap().count();
    assert_eq!(copies, usize::from(version < data_version()), "a copy is taken before an upgrade");
    let me = store.person().await.unwrap();
    let expected = std::fs::read_to_string(fixture(&format!("version-{version}.json"))).unwrap();
    assert_eq!(store.record(me).await.unwrap().record.to_json(), expected);
    assert_eq!(store.history(me, None, 10).await.unwrap().len(), 3);
    assert_eq!(store.parts::<Document>(me).await.unwrap()[0].value.name, "law.png");
    assert_eq!(store.calendar_links(me).await.unwrap()[0].name, "My phone");
    assert_eq!(store.settings(me).await.unwrap()["language"], "es");
    store.close().await;
    std::fs::remove_dir_all(place.folder()).unwrap();
}

#[tokio::test]
async fn a_postgresql_of_version_1_opens() {
    let Some(url) = crate::home::postgres_of_its_own().await else { return };
    let mut connection = PgConnection::connect(&url).await.unwrap();
    let text = include_str!("../../migrations/0001_begin.sql").to_owned()
        + "insert into meta (key, value) values ('version', '1'), ('generation', '0');
           insert into person (id, created, version) values (1, '2026-11-27T12:00:00Z', 0);
           insert into entry (person, kind, id, position, version, body) values (1, 'fact', 'state', 1, 0, '\"TX\"');";
    raw_sql(AssertSqlSafe(text)).execute(&mut connection).await.unwrap();
    let place = Place::new(scratch()).with_postgres(&url).unwrap();
    let store = Store::open(&place, at(0)).await.unwrap();
    store.load_sample("Sample", &Record::default(), Vec::new(), &note("Sample")).await.unwrap();
    let me = store.person().await.unwrap();
    assert_eq!(store.record(me).await.unwrap().record.facts["state"], "TX");
    store.close().await;
    std::fs::remove_dir_all(place.folder()).unwrap();
}

#[tokio::test]
async fn a_newer_file_is_refused_and_not_touched() {
    let place = home_of_version(1);
    sql(&place.data_file(), "update meta set value = '99' where key = 'version'").await;
    let before = std::fs::read(place.data_file()).unwrap();

    let error = Store::open(&place, at(0)).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "the data is of version 99, written by a newer Rung; this one reads up to version {}. Install the newer \
             Rung; the data was not touched",
            data_version()
        )
    );
    assert!(matches!(check_upgrade(&place, at(0)).await.unwrap_err(), StoreError::Newer { data: 99, .. }));
    assert_eq!(std::fs::read(place.data_file()).unwrap(), before);
    std::fs::remove_dir_all(place.folder()).unwrap();
}

#[tokio::test]
async fn what_is_no_data_file_is_refused_with_a_sentence() {
    let place = Place::new(scratch());
    std::fs::create_dir_all(place.folder()).unwrap();
    std::fs::write(
        place.data_file(),
        "this is a text and no database, but long enough to be taken for one".repeat(99),
    )
    .unwrap();
    let error = Store::open(&place, at(0)).await.unwrap_err().to_string();
    assert!(error.contains("not a database"), "{error}");
    std::fs::remove_dir_all(place.folder()).unwrap();
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_can_read_the_data() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = Home::sqlite().await;
    home.store.change(home.me, &note("Set"), Change::new().put_setting("a", 1.into())).await.unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(home.folder()), 0o700);
    for file in std::fs::read_dir(home.folder()).unwrap() {
        let path = file.unwrap().path();
        assert_eq!(mode(&path), if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
    }
}

#[tokio::test]
async fn fixture_of_this_version() {
    if std::env::var_os("RUNG_TEST_FIXTURE").is_none() {
        return;
    }
    let home = Home::sqlite().await;
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/ptcb-and-texas/record.json");
    let record = Record::from_json(&std::fs::read(sample).unwrap()).unwrap();
    home.store.replace_record(home.me, &record, None, &note("Imported")).await.unwrap();
    let change = Change::new().put_setting("language", "es".into());
    home.store.change(home.me, &note("Spanish"), change).await.unwrap();
    let png = crate::documents::PNG.to_vec();
    home.store.add_document(home.me, "law.png", png, &[], &note("Certificate")).await.unwrap();
    home.store.new_calendar_link(home.me, "My phone", at(1)).await.unwrap();
    home.store.load_sample("Sample", &Record::default(), Vec::new(), &note("Sample")).await.unwrap();
    home.store.close().await;
    std::fs::create_dir_all(fixture("")).unwrap();
    let name = format!("version-{}", data_version());
    std::fs::copy(home.store.place().data_file(), fixture(&format!("{name}.db"))).unwrap();
    std::fs::write(fixture(&format!("{name}.json")), record.to_json()).unwrap();
}
