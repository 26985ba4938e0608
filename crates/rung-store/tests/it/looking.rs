//! Whoever only looks makes nothing where there is nothing.

use crate::home::{at, postgres_of_its_own, rows_at, scratch};
use rung_store::{Health, Place, RestorePreview, Store, StoreError, check_upgrade, examine};

async fn look(place: &Place) {
    assert!(Store::open_existing(place, at(0)).await.unwrap().is_none());
    assert!(matches!(check_upgrade(place, at(0)).await.unwrap_err(), StoreError::Missing(_)));
    let findings = examine(place, at(0)).await;
    assert!(findings.iter().all(|finding| finding.health == Health::Good), "{findings:?}");
    let no_backup = RestorePreview::where_nothing_is(&place.folder().join("backup.zip")).await;
    assert!(matches!(no_backup.unwrap_err(), StoreError::File { .. }));
    assert!(!place.folder().exists());
}

#[tokio::test]
async fn no_folder_is_made() {
    look(&Place::new(scratch())).await;
}

#[tokio::test]
async fn no_table_is_made() {
    let Some(url) = postgres_of_its_own().await else { return };
    let place = Place::new(scratch()).with_postgres(&url).unwrap();
    look(&place).await;
    assert_eq!(rows_at(&place).await, []);

    // What is there is found, and still no folder is needed to look at it.
    Store::open(&place, at(0)).await.unwrap().close().await;
    std::fs::remove_dir_all(place.folder()).unwrap();
    let store = Store::open_existing(&place, at(0)).await.unwrap().unwrap();
    let me = store.person().await.unwrap();
    assert!(store.snapshot(me).await.unwrap().record.credits.is_empty());
    store.close().await;
    assert!(!place.folder().exists());
}

#[tokio::test]
async fn a_file_in_which_nothing_was_written_yet_is_nothing() {
    let place = Place::new(scratch());
    std::fs::create_dir_all(place.folder()).unwrap();
    std::fs::write(place.data_file(), b"").unwrap();
    assert!(Store::open_existing(&place, at(0)).await.unwrap().is_none());
    std::fs::remove_dir_all(place.folder()).unwrap();
}
