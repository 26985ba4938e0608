use crate::home::{Home, note, on_both};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};
use rung_record::Record;
use rung_store::{Change, StoreError};
use serde_json::{Map, Value, json};

on_both!(
    every_record_comes_back_byte_for_byte,
    every_record_can_follow_every_other,
    the_samples_come_back_byte_for_byte,
    a_record_that_was_changed_meanwhile_is_not_overwritten,
);

/// A JSON value such as a later version might write.
fn unknown() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_filter("finite", |x| x.is_finite()).prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(2, 8, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            prop::collection::vec(("x_[a-z]{1,4}", inner), 0..3)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn day() -> impl Strategy<Value = Value> {
    (1950_i16..2100, 1_i8..=12, 1_i8..=28)
        .prop_map(|(year, month, day)| json!(format!("{year}-{month:02}-{day:02}")))
}

/// Some of these fields, then some that this version does not know.
fn object(known: Vec<(&'static str, BoxedStrategy<Value>)>) -> BoxedStrategy<Value> {
    let known: Vec<_> = known
        .into_iter()
        .map(|(name, value)| {
            (any::<bool>(), value)
                .prop_map(move |(there, value)| (there || name.ends_with('!')).then_some((name, value)))
        })
        .collect();
    (known, prop::collection::vec(("x_[a-z]{1,6}", unknown()), 0..2))
        .prop_map(|(known, unknown)| {
            let known = known
                .into_iter()
                .flatten()
                .map(|(name, value)| (name.trim_end_matches('!').to_owned(), value));
            Value::Object(known.chain(unknown).collect())
        })
        .boxed()
}

fn text() -> BoxedStrategy<Value> {
    "\\PC{0,20}".prop_map(Value::from).boxed()
}

fn list(item: BoxedStrategy<Value>) -> BoxedStrategy<Value> {
    prop::collection::vec(item, 0..5).prop_map(Value::from).boxed()
}

fn any_record() -> impl Strategy<Value = Record> {
    let hours = || (0_u32..4000).prop_map(|n| json!(format!("{}.{:02}", n / 100, n % 100))).boxed();
    let credit = object(vec![
        ("completed!", day().boxed()),
        ("title", text()),
        ("hours", hours()),
        ("uan", text()),
        ("topics", list(text())),
        ("accreditation", list(text())),
        ("law_of", text()),
    ]);
    let credential = object(vec![
        ("credential!", prop::sample::select(vec!["a", "b", "c"]).prop_map(Value::from).boxed()),
        ("number", text()),
        ("renewals", list(object(vec![("filed!", day().boxed())]))),
    ]);
    let work = object(vec![("employer", text()), ("from!", day().boxed()), ("duties", list(text()))]);
    let education = object(vec![("kind!", Just(json!("degree")).boxed()), ("title", text())]);
    let plain = prop_oneof![any::<bool>().prop_map(Value::from), any::<i64>().prop_map(Value::from), text()];
    let facts = prop::collection::vec(("[a-z:é]{1,8}", plain), 0..5)
        .prop_map(|facts| Value::Object(facts.into_iter().collect()));
    let person = object(vec![("name", text()), ("birth_date", day().boxed())]);
    object(vec![
        ("person", person),
        ("credentials", list(credential)),
        ("credits", list(credit)),
        ("work", list(work)),
        ("education", list(education)),
        ("facts", facts.boxed()),
    ])
    .prop_map(|mut file| {
        let fields: &mut Map<String, Value> = file.as_object_mut().unwrap();
        fields.insert("format".to_owned(), "rung-record/1".into());
        Record::from_value(file).unwrap()
    })
}

async fn export(home: &Home) -> String {
    home.store.record(home.me).await.unwrap().record.to_json()
}

async fn every_record_comes_back_byte_for_byte(home: Home) {
    let mut runner = TestRunner::default();
    for n in 0..200 {
        let record = any_record().new_tree(&mut runner).unwrap().current();
        home.store.replace_record(home.me, &record, None, &note("Imported")).await.unwrap();
        let exported = export(&home).await;
        assert_eq!(exported, record.to_json(), "record {n}");
        assert_eq!(Record::from_json(exported.as_bytes()).unwrap().to_json(), exported);
    }
}

/// Small edits of a record, so that entries are matched rather than replaced.
async fn every_record_can_follow_every_other(home: Home) {
    let mut runner = TestRunner::default();
    for _ in 0..30 {
        let mut record = any_record().new_tree(&mut runner).unwrap().current();
        let mut versions = Vec::new();
        for step in 0..4 {
            match step {
                0 => {}
                1 => record.credits.reverse(),
                2 => drop(record.work.pop()),
                _ => record.credentials.reverse(),
            }
            let done = home.store.replace_record(home.me, &record, None, &note("Step")).await.unwrap();
            assert_eq!(export(&home).await, record.to_json());
            versions.push((done.version, record.to_json()));
        }
        for (version, json) in versions {
            assert_eq!(home.store.record_at(home.me, version).await.unwrap().to_json(), json);
        }
    }
}

async fn the_samples_come_back_byte_for_byte(home: Home) {
    let examples = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples");
    let mut seen = 0;
    for folder in std::fs::read_dir(examples).unwrap() {
        let Ok(file) = std::fs::read(folder.unwrap().path().join("record.json")) else { continue };
        let record = Record::from_json(&file).unwrap();
        home.store.replace_record(home.me, &record, None, &note("Sample")).await.unwrap();
        assert_eq!(export(&home).await, record.to_json());
        seen += 1;
    }
    assert!(seen >= 5);
}

async fn a_record_that_was_changed_meanwhile_is_not_overwritten(home: Home) {
    let read = home.store.record(home.me).await.unwrap();
    let add = Change::new().add(&crate::change::credit("c1", "2026-02-11"));
    home.store.change(home.me, &note("Another tab"), add).await.unwrap();

    let merged = Record::clone(&read.record);
    let read_at = Some(read.stamp);
    let error = home.store.replace_record(home.me, &merged, read_at, &note("Import")).await.unwrap_err();
    assert!(matches!(error, StoreError::Conflict(stale) if stale[0].id == "c1"));
    assert_eq!(home.store.record(home.me).await.unwrap().record.credits.len(), 1);
}
