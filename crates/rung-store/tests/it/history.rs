use crate::{
    change::{credit, job},
    home::{Home, note, on_both},
};
use rung_record::{Credit, Work};
use rung_store::{Basis, Change, Kind, StoreError};

on_both!(
    undo_takes_a_batch_back_and_undoing_that_does_it_again,
    what_was_changed_since_cannot_be_undone,
    what_was_changed_since_and_changed_back_can_be_undone,
    an_entry_goes_back_to_an_earlier_version,
    the_record_goes_back_to_an_earlier_version,
    the_history_pages_from_the_newest,
);

async fn undo_takes_a_batch_back_and_undoing_that_does_it_again(home: Home) {
    let add = Change::new().add(&credit("c1", "2026-02-11")).add(&credit("c2", "2026-02-12"));
    let added = home.store.change(home.me, &note("Added two"), add).await.unwrap();
    let first = home.store.part::<Credit>(home.me, "c1").await.unwrap().unwrap();
    let remove = Change::new().remove(Kind::Credit, "c1", Basis::At(first.version));
    let removed = home.store.change(home.me, &note("Removed one"), remove).await.unwrap();
    let ids = async || {
        let held = home.store.record(home.me).await.unwrap();
        held.record.credits.iter().map(|credit| credit.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(ids().await, ["c2"]);

    let undone = home.store.undo(home.me, removed.version, &note("Undo: removed one")).await.unwrap();
    assert_eq!(ids().await, ["c1", "c2"], "it is where it was");
    home.store.undo(home.me, undone.version, &note("Redo")).await.unwrap();
    assert_eq!(ids().await, ["c2"]);

    let titles: Vec<String> = home
        .store
        .history(home.me, None, 10)
        .await
        .unwrap()
        .into_iter()
        .map(|batch| {
            let undone = batch.undone_by.map(|by| format!(", undone by {by}")).unwrap_or_default();
            format!("{} {}{undone}", batch.version, batch.title)
        })
        .collect();
    assert_eq!(
        titles,
        ["4 Redo", "3 Undo: removed one, undone by 4", "2 Removed one, undone by 3", "1 Added two"]
    );
    assert_eq!(home.store.batch(home.me, added.version).await.unwrap().len(), 2);
}

async fn what_was_changed_since_cannot_be_undone(home: Home) {
    let added = home
        .store
        .change(home.me, &note("Added"), Change::new().add(&credit("c1", "2026-02-11")))
        .await
        .unwrap();
    let edit = Change::new().put("c1", &credit("c1", "2026-03-11"), Basis::At(added.version));
    home.store.change(home.me, &note("Edited"), edit).await.unwrap();

    let error = home.store.undo(home.me, added.version, &note("Undo")).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "this cannot be undone: the credit \"c1\" was changed again after it. Undo the later change first"
    );
    assert!(
        matches!(error, StoreError::ChangedSince(entries) if entries == [(Kind::Credit, "c1".to_owned())])
    );
}

async fn what_was_changed_since_and_changed_back_can_be_undone(home: Home) {
    let add = Change::new().add(&credit("c1", "2026-02-11"));
    let added = home.store.change(home.me, &note("Added"), add).await.unwrap();
    let edit = Change::new().put("c1", &credit("c1", "2026-03-11"), Basis::At(added.version));
    let edited = home.store.change(home.me, &note("Edited"), edit).await.unwrap();

    home.store.undo(home.me, edited.version, &note("Undo: edited")).await.unwrap();
    home.store.undo(home.me, added.version, &note("Undo: added")).await.unwrap();
    assert!(home.store.record(home.me).await.unwrap().record.credits.is_empty());
    let twice = home.store.undo(home.me, added.version, &note("Undo: added")).await;
    assert!(matches!(twice, Err(StoreError::ChangedSince(_))), "it is undone already");
}

async fn an_entry_goes_back_to_an_earlier_version(home: Home) {
    let first = home.store.change(home.me, &note("Hired"), Change::new().add(&job("First"))).await.unwrap();
    let id = &first.ids[0];
    let edit = Change::new().put(id, &job("Second"), Basis::At(first.version));
    let second = home.store.change(home.me, &note("Moved"), edit).await.unwrap();
    home.store
        .change(home.me, &note("Left"), Change::new().remove(Kind::Work, id, Basis::At(second.version)))
        .await
        .unwrap();

    let versions = home.store.entry_history(home.me, Kind::Work, id, None, 50).await.unwrap();
    let employers: Vec<_> =
        versions.iter().map(|it| it.body.as_ref().map(|body| body["employer"].clone())).collect();
    assert_eq!(employers, [None, Some("Second".into()), Some("First".into())]);

    home.store
        .restore_entry(home.me, Kind::Work, id, first.version, Basis::New, &note("Back to the first"))
        .await
        .unwrap();
    assert_eq!(
        home.store.part::<Work>(home.me, id).await.unwrap().unwrap().value.employer.as_deref(),
        Some("First")
    );
}

async fn the_record_goes_back_to_an_earlier_version(home: Home) {
    let first = Change::new().add(&credit("c1", "2026-02-11")).add(&job("First")).put_fact(
        "state",
        "TX".into(),
        Basis::New,
    );
    let first = home.store.change(home.me, &note("Begun"), first).await.unwrap();
    let then = home.store.record(home.me).await.unwrap().record.to_json();
    let second = Change::new()
        .remove(Kind::Credit, "c1", Basis::At(first.version))
        .add(&credit("c0", "2025-01-01"))
        .put_fact("state", "FL".into(), Basis::At(first.version))
        .put_setting("language", "es".into());
    home.store.change(home.me, &note("Changed"), second).await.unwrap();

    assert_eq!(home.store.record_at(home.me, first.version).await.unwrap().to_json(), then);
    home.store.restore_record(home.me, first.version, &note("Restored")).await.unwrap();
    assert_eq!(home.store.record(home.me).await.unwrap().record.to_json(), then);
    let language = home.store.entry(home.me, Kind::Setting, "language").await.unwrap().unwrap();
    assert_eq!(language.body, "es", "settings are no part of the record");
}

async fn the_history_pages_from_the_newest(home: Home) {
    for n in 0..5 {
        let change = Change::new().put_setting("n", n.into());
        home.store.change(home.me, &note(&format!("Set {n}")), change).await.unwrap();
    }
    let first = home.store.history(home.me, None, 2).await.unwrap();
    let second = home.store.history(home.me, Some(first[1].version), 2).await.unwrap();
    let titles: Vec<_> = first.iter().chain(&second).map(|batch| batch.title.as_str()).collect();
    assert_eq!(titles, ["Set 4", "Set 3", "Set 2", "Set 1"]);
    assert_eq!(first[0].at, crate::at(1));
}
