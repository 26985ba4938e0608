use crate::{
    change::credit,
    documents::PNG,
    home::{Home, at, note, on_both, scratch},
};
use rung_formats::offerings;
use rung_record::Record;
use rung_store::{Change, Document, Kind, Note, PersonId, Place, PlannedOffering, Store, preview_restore};

on_both!(
    a_sample_stands_beside_the_persons_own,
    nothing_of_a_removed_sample_is_left,
    a_sample_in_the_place_of_another_is_another_person,
    a_sample_that_cannot_be_kept_leaves_what_was_there,
    a_backup_holds_no_sample_and_a_restore_removes_it,
);

/// A word that is nowhere but in the sample.
const MARK: &str = "Zephyrine";

fn sample_record() -> Record {
    let json = format!(
        r#"{{"format": "rung-record/1", "person": {{"name": "{MARK} Sample"}}, "credits": [
            {{"id": "c1", "completed": "2026-02-11", "title": "{MARK} law", "hours": "1.5"}}],
            "facts": {{"state": "TX"}}}}"#
    );
    Record::from_json(json.as_bytes()).unwrap()
}

async fn load(store: &Store) -> PersonId {
    let file = format!(
        r#"{{"format": "rung-offerings/1", "offerings": [{{"id": "law", "title": "{MARK}", "hours": 1, "price": 0}}]}}"#
    );
    let offerings = offerings::read_json(file.as_bytes()).unwrap();
    let loaded = Note::new("Sample loaded", at(1));
    store.load_sample("Texas, in the first year", &sample_record(), offerings, &loaded).await.unwrap()
}

/// A sample that somebody has used: edited, with documents, a calendar link, history and undo.
async fn used(home: &Home) -> PersonId {
    let sample = load(&home.store).await;
    let add = |name, bytes: &[u8]| {
        let (bytes, store) = (bytes.to_vec(), home.store.clone());
        let links = [(Kind::Credit, "c1".to_owned())];
        async move { store.add_document(sample, name, bytes, &links, &note(MARK)).await.unwrap() }
    };
    add("shared.png", PNG).await;
    add("own.png", &[PNG, MARK.as_bytes()].concat()).await;
    let done = home.store.change(sample, &note(MARK), Change::new().add(&credit("c2", "2026-03-01"))).await;
    home.store.undo(sample, done.unwrap().version, &note(MARK)).await.unwrap();
    home.store.new_calendar_link(sample, MARK, at(2)).await.unwrap();
    home.store.set_calendar_language(sample, "es").await.unwrap();
    sample
}

async fn furnish(home: &Home) {
    home.store.change(home.me, &note("Mine"), Change::new().add(&credit("c1", "2026-01-01"))).await.unwrap();
    home.store.add_document(home.me, "mine.png", PNG.to_vec(), &[], &note("Mine")).await.unwrap();
    home.store.new_calendar_link(home.me, "My phone", at(1)).await.unwrap();
}

async fn a_sample_stands_beside_the_persons_own(home: Home) {
    furnish(&home).await;
    let before = home.store.stamp(home.me).await.unwrap();
    assert_eq!(home.store.sample().await.unwrap(), None);
    let sample = used(&home).await;

    let told = home.store.sample().await.unwrap().unwrap();
    assert_eq!((told.person, told.name.as_str()), (sample, "Texas, in the first year"));
    assert_eq!(*home.store.record(sample).await.unwrap().record, sample_record());
    assert_eq!(home.store.parts::<PlannedOffering>(sample).await.unwrap().len(), 1);
    assert_eq!(home.store.history(sample, None, 10).await.unwrap().last().unwrap().title, "Sample loaded");

    assert_eq!(home.store.person().await.unwrap(), home.me);
    assert_eq!(home.store.stamp(home.me).await.unwrap(), before);
    assert_eq!(*home.store.record(home.me).await.unwrap().record.credits, [credit("c1", "2026-01-01")]);
    assert_eq!(home.again().await.person().await.unwrap(), home.me);
}

async fn nothing_of_a_removed_sample_is_left(home: Home) {
    furnish(&home).await;
    let rows = home.rows().await;
    let sample = used(&home).await;
    assert_ne!(home.rows().await, rows);
    home.store.remove_sample().await.unwrap();

    assert_eq!(home.rows().await, rows);
    assert_eq!(home.store.sample().await.unwrap(), None);
    assert!(home.store.record(sample).await.unwrap_err().to_string().contains("no such person"));
    // What the person has too is still theirs.
    let documents = home.store.parts::<Document>(home.me).await.unwrap();
    assert_eq!(home.store.document_bytes(home.me, &documents[0].id).await.unwrap(), PNG);
    for (path, bytes) in home.files() {
        let found = bytes.windows(MARK.len()).any(|window| window == MARK.as_bytes());
        assert!(!found, "{} still tells of the sample", path.display());
    }
    home.store.remove_sample().await.unwrap();
}

async fn a_sample_in_the_place_of_another_is_another_person(home: Home) {
    let first = used(&home).await;
    let second = load(&home.store).await;
    assert_ne!(first, second);
    assert_eq!(home.store.sample().await.unwrap().unwrap().person, second);
    assert_eq!(home.store.parts::<Document>(second).await.unwrap(), []);
    home.store.remove_sample().await.unwrap();
    let third = load(&home.store).await;
    assert!(third != first && third != second, "a number never comes back");
    assert_eq!(std::fs::read_dir(home.store.place().documents()).unwrap().count(), 0);
}

async fn a_sample_that_cannot_be_kept_leaves_what_was_there(home: Home) {
    let sample = used(&home).await;
    let rows = home.rows().await;
    let mut record = sample_record();
    record.facts.insert(String::new(), "no key".into());
    assert!(home.store.load_sample("Bad", &record, Vec::new(), &note("Sample")).await.is_err());
    assert_eq!(home.rows().await, rows);
    assert_eq!(home.store.parts::<Document>(sample).await.unwrap().len(), 2);
}

async fn a_backup_holds_no_sample_and_a_restore_removes_it(home: Home) {
    furnish(&home).await;
    let without = home.store.backup(None, at(5)).await.unwrap();
    used(&home).await;
    let report = home.store.backup(None, at(6)).await.unwrap();
    assert_eq!(
        (&report.entries, report.documents, report.history),
        (&without.entries, without.documents, without.history)
    );
    let preview = preview_restore(&home.store, &without.file).await.unwrap();
    assert_eq!(
        (preview.entries_now, preview.history_now, preview.changes_since),
        (without.entries, without.history, 0)
    );

    let restored = home.store.restore(&report.file, &note("Restored")).await.unwrap();
    assert_eq!(home.store.sample().await.unwrap(), None);
    assert_eq!(home.store.person().await.unwrap(), home.me);
    assert_eq!(std::fs::read_dir(home.store.place().documents()).unwrap().count(), 1);
    // Nor does it come back with what was there before, or into another installation where another one is loaded.
    let place = Place::new(scratch());
    let other = Store::open(&place, at(7)).await.unwrap();
    load(&other).await;
    other.restore(&restored.before.file, &note("Moved in")).await.unwrap();
    assert_eq!(other.sample().await.unwrap(), None);
    load(&other).await;
    let me = other.person().await.unwrap();
    assert_eq!(*other.record(me).await.unwrap().record.credits, [credit("c1", "2026-01-01")]);
    other.close().await;
    std::fs::remove_dir_all(place.folder()).unwrap();
}
