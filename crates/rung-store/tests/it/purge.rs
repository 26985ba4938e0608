use crate::{
    change::credit,
    documents::PNG,
    home::{Home, at, note, on_both},
};
use rung_record::Record;
use rung_store::{Backups, Basis, Change, Purged, Stamp, StoreError};

on_both!(
    nothing_of_the_person_is_left_but_backups,
    the_backups_go_too_when_asked,
    no_open_page_brings_anything_back,
    a_sample_stays,
);

/// A word that is nowhere but in what the person has told.
const MARK: &str = "Zephyrine";

async fn furnish(home: &Home) -> Stamp {
    let change = Change::new()
        .add(&credit("c1", "2026-01-01"))
        .put_fact("name", MARK.into(), Basis::New)
        .put_setting("language", MARK.into());
    let done = home.store.change(home.me, &note(MARK), change).await.unwrap();
    home.store.undo(home.me, done.version, &note(MARK)).await.unwrap();
    home.store.change(home.me, &note("Mine"), Change::new().add(&credit("c2", "2026-01-01"))).await.unwrap();
    let own = [PNG, MARK.as_bytes()].concat();
    home.store.add_document(home.me, "mine.png", own, &[], &note("Mine")).await.unwrap();
    home.store.new_calendar_link(home.me, MARK, at(1)).await.unwrap();
    home.store.set_calendar_language(home.me, "es").await.unwrap();
    home.store.stamp(home.me).await.unwrap()
}

async fn nothing_of_the_person_is_left_but_backups(home: Home) {
    let empty = home.rows().await;
    let before = furnish(&home).await;
    let backup = home.store.backup(None, at(2)).await.unwrap();
    let purged = home.store.purge(home.me, Backups::Keep).await.unwrap();

    assert_eq!(purged, Purged { documents: 1, backups_left: vec![backup.file.clone()] });
    assert_eq!(home.rows().await, empty);
    for (path, bytes) in home.files().into_iter().filter(|(path, _)| *path != backup.file) {
        let found = bytes.windows(MARK.len()).any(|window| window == MARK.as_bytes());
        assert!(!found, "{} still tells of the person", path.display());
    }
    // The person goes on, as new.
    let snapshot = home.store.snapshot(home.me).await.unwrap();
    assert_eq!(*snapshot.record, Record::default());
    assert!(snapshot.stamp.version > before.version && snapshot.stamp.generation > before.generation);
    home.store.change(home.me, &note("Again"), Change::new().add(&credit("c1", "2026-01-01"))).await.unwrap();
    // Who has kept a backup can change their mind.
    home.store.restore(&backup.file, &note("Restored")).await.unwrap();
    assert_eq!(home.store.record(home.me).await.unwrap().record.credits[0].id.as_str(), "c2");
}

async fn the_backups_go_too_when_asked(home: Home) {
    furnish(&home).await;
    home.store.backup(None, at(2)).await.unwrap();
    home.store.scheduled_backup(at(3)).await.unwrap();
    std::fs::write(home.store.place().backups().join("notes.txt"), "not ours").unwrap();
    let purged = home.store.purge(home.me, Backups::Remove).await.unwrap();
    assert_eq!(purged, Purged { documents: 1, backups_left: Vec::new() });
    let left: Vec<_> = std::fs::read_dir(home.store.place().backups()).unwrap().collect();
    assert_eq!(left.len(), 1, "what is not ours is not touched");
}

async fn no_open_page_brings_anything_back(home: Home) {
    let read_at = furnish(&home).await;
    let record = home.store.record(home.me).await.unwrap().record;
    home.store.purge(home.me, Backups::Keep).await.unwrap();
    let error =
        home.store.replace_record(home.me, &record, Some(read_at), &note("Import")).await.unwrap_err();
    assert!(matches!(error, StoreError::Replaced), "{error}");
    let put = Change::new().put("c2", &credit("c2", "2026-01-02"), Basis::At(read_at.version));
    let error = home.store.change(home.me, &note("Edit"), put).await.unwrap_err();
    assert!(matches!(error, StoreError::Conflict(_)), "{error}");
    let error = home.store.undo(home.me, read_at.version, &note("Undo")).await.unwrap_err();
    assert!(matches!(error, StoreError::Missing(_)), "{error}");
}

async fn a_sample_stays(home: Home) {
    furnish(&home).await;
    let sample =
        home.store.load_sample("Sample", &Record::default(), Vec::new(), &note("Sample")).await.unwrap();
    home.store.add_document(sample, "shared.png", PNG.to_vec(), &[], &note("Shared")).await.unwrap();
    home.store.add_document(home.me, "shared.png", PNG.to_vec(), &[], &note("Shared")).await.unwrap();
    home.store.purge(home.me, Backups::Keep).await.unwrap();
    let documents = home.store.snapshot(sample).await.unwrap().documents.len();
    assert_eq!(documents, 1);
    let files = std::fs::read_dir(home.store.place().documents()).unwrap().count();
    assert_eq!(files, 1, "what the sample has too is still there");
}
