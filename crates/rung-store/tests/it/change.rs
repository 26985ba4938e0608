use crate::home::{Home, note, on_both};
use rung_record::{Credit, Record, Work};
use rung_store::{Basis, Change, Kind, StoreError, Version};
use serde_json::json;

on_both!(
    what_is_added_is_in_the_record,
    two_tabs_that_edit_the_same_credit_are_told,
    a_batch_is_whole_or_not_at_all,
    what_is_already_so_counts_no_version,
    a_restart_forgets_nothing,
    writers_at_the_same_time_lose_nothing,
    what_cannot_be_kept_is_refused_with_a_sentence,
);

pub fn credit(id: &str, completed: &str) -> Credit {
    let file =
        json!({"format": "rung-record/1", "credits": [{"id": id, "completed": completed, "hours": "1.5"}]});
    Record::from_value(file).unwrap().credits.pop().unwrap()
}

pub fn job(employer: &str) -> Work {
    let file = json!({"format": "rung-record/1", "work": [{"employer": employer, "from": "2021-06-01"}]});
    Record::from_value(file).unwrap().work.pop().unwrap()
}

async fn what_is_added_is_in_the_record(home: Home) {
    let change = Change::new()
        .add(&credit("c1", "2026-02-11"))
        .add(&job("Sample Hospital"))
        .put_fact("attest:law", json!(true), Basis::New)
        .put_setting("language", json!("es"));
    let done = home.store.change(home.me, &note("First"), change).await.unwrap();
    assert_eq!(done.ids, ["c1", "work-1-2", "attest:law", "language"]);

    let held = home.store.record(home.me).await.unwrap();
    assert_eq!(held.stamp.to_string(), "0-1");
    assert_eq!(*held.record.credits, [credit("c1", "2026-02-11")]);
    assert_eq!(held.record.answer("attest:law"), Some(true));
    let jobs = home.store.parts::<Work>(home.me).await.unwrap();
    assert_eq!((jobs[0].id.as_str(), &jobs[0].value), ("work-1-2", &job("Sample Hospital")));
    let language = home.store.entry(home.me, Kind::Setting, "language").await.unwrap().unwrap();
    assert_eq!(language.body, json!("es"));
}

async fn two_tabs_that_edit_the_same_credit_are_told(home: Home) {
    home.store.change(home.me, &note("Added"), Change::new().add(&credit("c1", "2026-02-11"))).await.unwrap();
    let read = home.store.part::<Credit>(home.me, "c1").await.unwrap().unwrap();
    let edit = |day: &str| Change::new().put("c1", &credit("c1", day), Basis::At(read.version));

    home.store.change(home.me, &note("First tab"), edit("2026-02-12")).await.unwrap();
    let error = home.store.change(home.me, &note("Second tab"), edit("2026-02-13")).await.unwrap_err();

    assert_eq!(
        error.to_string(),
        "the credit \"c1\" was changed by somebody else in the meantime, perhaps in another tab; nothing was \
         written. Look at what is there now, then change it again"
    );
    let StoreError::Conflict(stale) = error else { panic!("{error}") };
    assert_eq!(stale[0].now.as_ref().unwrap().body["completed"], "2026-02-12");
    assert_eq!(
        home.store.record(home.me).await.unwrap().record.credits[0].completed.to_string(),
        "2026-02-12"
    );
}

async fn a_batch_is_whole_or_not_at_all(home: Home) {
    let change =
        Change::new().add(&credit("c1", "2026-02-11")).remove(Kind::Credit, "c9", Basis::At(Version::START));
    let error = home.store.change(home.me, &note("Half"), change).await.unwrap_err();
    assert!(matches!(error, StoreError::Conflict(stale) if stale.len() == 1 && stale[0].now.is_none()));
    assert!(home.store.record(home.me).await.unwrap().record.credits.is_empty());
    assert!(home.store.history(home.me, None, 10).await.unwrap().is_empty());
}

async fn what_is_already_so_counts_no_version(home: Home) {
    let change = || Change::new().put_setting("language", json!("en"));
    let first = home.store.change(home.me, &note("English"), change()).await.unwrap();
    let second = home.store.change(home.me, &note("English"), change()).await.unwrap();
    assert_eq!(first.version, second.version);
    assert_eq!(home.store.history(home.me, None, 10).await.unwrap().len(), 1);
}

async fn a_restart_forgets_nothing(home: Home) {
    home.store.change(home.me, &note("Added"), Change::new().add(&credit("c1", "2026-02-11"))).await.unwrap();
    home.store.close().await;
    let again = home.again().await;
    assert_eq!(again.person().await.unwrap(), home.me);
    assert_eq!(again.record(home.me).await.unwrap().record.credits.len(), 1);
    again.close().await;
}

async fn writers_at_the_same_time_lose_nothing(home: Home) {
    let other = home.again().await;
    let mut writers = Vec::new();
    for n in 0..20 {
        let store = if n % 2 == 0 { home.store.clone() } else { other.clone() };
        let me = home.me;
        writers.push(tokio::spawn(async move {
            let change = Change::new().add(&credit(&format!("c{n}"), "2026-02-11"));
            store.change(me, &note("Added"), change).await.unwrap()
        }));
    }
    let mut versions = Vec::new();
    for writer in writers {
        versions.push(writer.await.unwrap().version);
    }
    versions.sort();
    versions.dedup();
    assert_eq!(versions.len(), 20);
    assert_eq!(home.store.record(home.me).await.unwrap().record.credits.len(), 20);
    let positions: std::collections::BTreeSet<i64> =
        home.store.entries(home.me, Kind::Credit).await.unwrap().iter().map(|entry| entry.position).collect();
    assert_eq!(positions, (1..=20).collect());
    other.close().await;
}

async fn what_cannot_be_kept_is_refused_with_a_sentence(home: Home) {
    let refusal = async |change: Change| {
        let error = home.store.change(home.me, &note("Bad"), change).await.unwrap_err();
        assert!(matches!(error, StoreError::Refused(_)), "{error}");
        error.to_string()
    };
    assert_eq!(
        refusal(Change::new().put_fact("a\0b", json!(true), Basis::New)).await,
        "the id of the answer is empty, longer than 500 bytes or holds a null character; give it another"
    );
    assert_eq!(
        refusal(Change::new().put_fact("a", json!([1]), Basis::New)).await,
        r#"the answer "a" is not plain (true, false, a number or a text)"#
    );
    assert_eq!(
        refusal(Change::new().put("c2", &credit("c1", "2026-02-11"), Basis::New)).await,
        "a credit keeps its id; add it anew under the other one"
    );
    assert_eq!(
        refusal(Change::new().add(&credit("c1", "2026-02-11")).add(&credit("c1", "2026-02-11"))).await,
        r#"the credit "c1" is changed twice at once"#
    );
    assert_eq!(
        refusal(Change::new().put_fact("long", json!("x".repeat(2_000_000)), Basis::New)).await,
        r#"the answer "long" is 2000002 bytes long; at most 1048576 are kept"#
    );
}
