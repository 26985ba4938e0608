use crate::{
    change::credit,
    documents::PNG,
    home::{Home, note, on_both},
};
use rung_formats::offerings;
use rung_store::{Change, Document, PlanSettings, PlannedOffering};
use std::sync::Arc;

on_both!(a_snapshot_is_all_that_is_kept, a_snapshot_is_the_same_until_something_changes);

const OFFERINGS: &[u8] =
    br#"{"format": "rung-offerings/1", "offerings": [{"id": "law", "title": "Law", "hours": 1, "price": 0}]}"#;

async fn a_snapshot_is_all_that_is_kept(home: Home) {
    let plan = PlanSettings { budget: Some("30".parse().unwrap()), hours_a_week: None };
    let change = Change::new()
        .add(&credit("c1", "2026-02-11"))
        .put_setting("language", "es".into())
        .put_plan_settings(plan)
        .import_offerings(offerings::read_json(OFFERINGS).unwrap(), &[]);
    home.store.change(home.me, &note("Begun"), change).await.unwrap();
    home.store.add_document(home.me, "law.png", PNG.to_vec(), &[], &note("Certificate")).await.unwrap();

    let snapshot = home.store.snapshot(home.me).await.unwrap();
    assert_eq!(snapshot.stamp, home.store.stamp(home.me).await.unwrap());
    assert_eq!(*snapshot.record.credits, [credit("c1", "2026-02-11")]);
    assert_eq!(snapshot.settings, home.store.settings(home.me).await.unwrap());
    assert_eq!((snapshot.settings["language"].as_str(), snapshot.plan()), (Some("es"), plan));
    assert_eq!(snapshot.offerings, home.store.parts::<PlannedOffering>(home.me).await.unwrap());
    assert_eq!(snapshot.documents, home.store.parts::<Document>(home.me).await.unwrap());
}

async fn a_snapshot_is_the_same_until_something_changes(home: Home) {
    let first = home.store.snapshot(home.me).await.unwrap();
    assert!(Arc::ptr_eq(&first, &home.store.snapshot(home.me).await.unwrap()));
    // As another process would change it.
    let other = home.again().await;
    other.change(home.me, &note("Set"), Change::new().put_setting("language", "es".into())).await.unwrap();
    let second = home.store.snapshot(home.me).await.unwrap();
    assert_ne!(first.stamp, second.stamp);
    assert_eq!(second.settings["language"], "es");
    assert!(first.settings.is_empty(), "what was handed out stays as it was");
}
