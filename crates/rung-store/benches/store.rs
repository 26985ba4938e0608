//! How long the store takes, on a file of SQLite and in PostgreSQL: a typical record, a long ledger, a change that is on
//! the disk.

use divan::{Bencher, black_box};
use rung_record::{Credit, Record};
use rung_store::{Basis, Change, LedgerQuery, Note, PersonId, Place, Store};
use sqlx::{AssertSqlSafe, Connection as _, PgConnection, raw_sql};
use std::{
    fmt::Write as _,
    sync::atomic::{AtomicU32, Ordering},
};
use tokio::runtime::Runtime;

fn main() {
    divan::main();
}

fn record_of(credits: u32) -> Record {
    let mut json = String::from(r#"{"format": "rung-record/1", "credits": ["#);
    for n in 0..credits {
        let _ = write!(
            json,
            r#"{}{{"id": "c{n}", "completed": "{}-{:02}-{:02}", "title": "Sample course {n}", "provider": "Sample University",
               "hours": "1.5", "uan": "0107-0000-26-{:03}-H05-T", "kind": "ce", "accreditation": ["acpe"], "format": "home"}}"#,
            if n == 0 { "" } else { "," },
            2000 + n / 400,
            n % 12 + 1,
            n % 28 + 1,
            n % 1000,
        );
    }
    json.push_str("]}");
    Record::from_json(json.as_bytes()).expect("the benchmark's own record")
}

/// SQLite, and PostgreSQL where `RUNG_TEST_POSTGRES` names one: `tests/with-postgres.sh cargo bench -p rung-store`.
fn databases() -> Vec<&'static str> {
    if std::env::var_os("RUNG_TEST_POSTGRES").is_some() { vec!["sqlite", "postgres"] } else { vec!["sqlite"] }
}

/// An open store with so many credits, in a folder that is removed again.
struct Bench {
    runtime: Runtime,
    store: Store,
    me: PersonId,
    note: Note,
}

impl Bench {
    fn new(database: &str, credits: u32) -> Self {
        let folder = std::env::temp_dir().join(format!("rung-bench-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        let note = Note::new("Benchmark", "2026-11-27T12:00:00Z".parse().expect("a time"));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let (store, me) = runtime.block_on(async {
            let place = Place::new(folder);
            let place = if database == "sqlite" { place } else { in_a_schema_of_its_own(place).await };
            let store = Store::open(&place, note.at).await.expect("a store");
            let me = store.person().await.expect("a person");
            store.replace_record(me, &record_of(credits), None, &note).await.expect("a record");
            (store, me)
        });
        Self { runtime, store, me, note }
    }

    fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(self.store.place().folder());
    }
}

async fn in_a_schema_of_its_own(place: Place) -> Place {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let schema = format!("bench_{}_{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed));
    let url = std::env::var("RUNG_TEST_POSTGRES").expect("the address of PostgreSQL");
    let mut connection = PgConnection::connect(&url).await.expect("PostgreSQL");
    let sql = AssertSqlSafe(format!("create schema {schema}"));
    raw_sql(sql).execute(&mut connection).await.expect("a schema");
    place.with_postgres(&format!("{url}&options[search_path]={schema}")).expect("an address")
}

#[divan::bench(args = databases())]
fn open(bencher: Bencher, database: &str) {
    let bench = Bench::new(database, 40);
    bencher.bench_local(|| {
        bench.run(async {
            let store = Store::open(black_box(bench.store.place()), bench.note.at).await.expect("a store");
            let person = store.person().await.expect("a person");
            store.close().await;
            person
        })
    });
}

#[divan::bench(args = databases())]
fn stamp(bencher: Bencher, database: &str) {
    let bench = Bench::new(database, 40);
    bencher.bench_local(|| bench.run(bench.store.stamp(black_box(bench.me))).expect("a stamp"));
}

#[divan::bench(args = databases())]
fn snapshot_of_40_credits_unchanged(bencher: Bencher, database: &str) {
    let bench = Bench::new(database, 40);
    bencher.bench_local(|| bench.run(bench.store.snapshot(black_box(bench.me))).expect("a snapshot").stamp);
}

#[divan::bench(args = databases())]
fn snapshot_of_40_credits_after_a_change(bencher: Bencher, database: &str) {
    let bench = Bench::new(database, 40);
    bencher
        .with_inputs(|| {
            let mut n = 0_u64;
            bench.run(change_a_credit(&bench, &mut n));
        })
        .bench_local_values(|()| bench.run(bench.store.snapshot(black_box(bench.me))).expect("one").stamp);
}

#[divan::bench(args = databases(), sample_count = 10)]
fn record_of_10_000_credits_read(bencher: Bencher, database: &str) {
    let bench = Bench::new(database, 10_000);
    bencher.bench_local(|| {
        // Asked as of the end of time, so that nothing is remembered.
        bench
            .run(bench.store.record_at(bench.me, black_box(rung_store::Version::MAX)))
            .expect("a record")
            .credits
            .len()
    });
}

#[divan::bench(args = databases().into_iter().flat_map(|name| [0, 100, 199].map(|page| Page(name, page))))]
fn ledger_page_of_50_out_of_10_000(bencher: Bencher, Page(database, page): Page) {
    let bench = Bench::new(database, 10_000);
    let query = LedgerQuery { page, ..LedgerQuery::default() };
    bencher.bench_local(|| bench.run(bench.store.ledger(bench.me, black_box(&query))).expect("a page").total);
}

#[derive(Clone, Copy, Debug)]
struct Page(&'static str, u32);

#[divan::bench(args = databases())]
fn change_of_one_credit_on_the_disk(bencher: Bencher, database: &str) {
    let bench = Bench::new(database, 40);
    let mut n = 0_u64;
    bencher.bench_local(|| bench.run(change_a_credit(&bench, &mut n)));
}

/// Reads a credit and puts it with another title, as a form does.
async fn change_a_credit(bench: &Bench, n: &mut u64) {
    *n += 1;
    let kept = bench.store.part::<Credit>(bench.me, "c1").await.expect("read").expect("there");
    let credit = Credit { title: Some(format!("Title {n} of version {}", kept.version)), ..kept.value };
    let change = Change::new().put("c1", &credit, Basis::At(kept.version));
    bench.store.change(bench.me, &bench.note, change).await.expect("changed");
}
