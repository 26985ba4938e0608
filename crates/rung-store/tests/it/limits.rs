use crate::{
    change::job,
    documents::PNG,
    home::{Home, note, on_both},
};
use rung_store::{Basis, Change, Document, Kind, MAX_PAGE, Version};
use serde_json::json;

on_both!(
    more_of_a_kind_than_is_kept_is_refused,
    a_record_that_could_not_be_read_back_is_refused,
    more_changes_than_an_import_makes_are_refused,
    a_document_belongs_to_so_many_entries_only,
    an_entrys_history_has_pages,
);

async fn refusal(home: &Home, change: Change) -> String {
    let before = home.store.stamp(home.me).await.unwrap();
    let error = home.store.change(home.me, &note("Too much"), change).await.unwrap_err();
    assert_eq!(home.store.stamp(home.me).await.unwrap(), before, "nothing was written");
    error.to_string()
}

async fn more_of_a_kind_than_is_kept_is_refused(home: Home) {
    let settings = (0..Kind::Setting.most())
        .fold(Change::new(), |change, n| change.put_setting(&format!("setting-{n}"), n.into()));
    home.store.change(home.me, &note("Many"), settings).await.unwrap();
    assert_eq!(
        refusal(&home, Change::new().put_setting("one-more", 1.into())).await,
        "that would be 501 settings; at most 500 are kept. Remove some that you do not need first"
    );
    // What is there can still be changed, and removed to make room.
    let swap = Change::new().remove(Kind::Setting, "setting-0", Basis::Whatever).put_setting("new", 1.into());
    home.store.change(home.me, &note("Swapped"), swap).await.unwrap();
}

async fn a_record_that_could_not_be_read_back_is_refused(home: Home) {
    let half_a_megabyte = "x".repeat(512 * 1024);
    let change = |from: usize, to: usize| {
        (from..to).fold(Change::new(), |change, n| {
            change.put_fact(&format!("fact-{n}"), half_a_megabyte.clone().into(), Basis::New)
        })
    };
    home.store.change(home.me, &note("Large"), change(0, 60)).await.unwrap();
    let error = refusal(&home, change(60, 70)).await;
    assert_eq!(error, "the record is larger than 32 MB, the most that can be read back");
    home.store.backup(None, crate::at(1)).await.unwrap();
}

async fn more_changes_than_an_import_makes_are_refused(home: Home) {
    let change = (0..110_001)
        .fold(Change::new(), |change, n| change.remove(Kind::Fact, &n.to_string(), Basis::Whatever));
    let error = refusal(&home, change).await;
    assert!(error.starts_with("that is 110001 changes at once; at most 110000 are made"), "{error}");
}

async fn a_document_belongs_to_so_many_entries_only(home: Home) {
    let kept = home.store.add_document(home.me, "law.png", PNG.to_vec(), &[], &note("Certificate")).await;
    let kept = kept.unwrap();
    let linked = |links| Document { links, ..kept.value.clone() };
    let put = |document| Change::new().put(&kept.id, &document, Basis::At(kept.version));
    let many = (0..201).map(|n| (Kind::Credit, format!("c{n}"))).collect();
    let error = refusal(&home, put(linked(many))).await;
    assert_eq!(error, "a document can belong to at most 200 entries");
    let error = refusal(&home, put(linked(vec![(Kind::Setting, "language".to_owned())]))).await;
    assert_eq!(error, "a document cannot belong to the setting");
}

async fn an_entrys_history_has_pages(home: Home) {
    let done = home.store.change(home.me, &note("Added"), Change::new().add(&job("Employer 0"))).await;
    let id = done.unwrap().ids.remove(0);
    for n in 1..5 {
        let change = Change::new().put(&id, &job(&format!("Employer {n}")), Basis::Whatever);
        home.store.change(home.me, &note("Again"), change).await.unwrap();
    }
    let versions = async |before: Option<Version>, limit| -> Vec<String> {
        let page = home.store.entry_history(home.me, Kind::Work, &id, before, limit).await.unwrap();
        page.iter().map(|version| version.batch.version.to_string()).collect()
    };
    assert_eq!(versions(None, 2).await, ["5", "4"]);
    assert_eq!(versions(Some("4".parse().unwrap()), MAX_PAGE + 1).await, ["3", "2", "1"]);
    let body = &home.store.entry_history(home.me, Kind::Work, &id, None, 1).await.unwrap()[0].body;
    assert_eq!(body.as_ref().unwrap()["employer"], json!("Employer 4"));
}
