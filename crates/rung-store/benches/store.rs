//! How long the store takes, on a file of SQLite: a typical record, a long ledger, a change that is on the disk.

use divan::{Bencher, black_box};
use rung_record::{Credit, Record};
use rung_store::{Basis, Change, LedgerQuery, Note, PersonId, Place, Store};
use std::{fmt::Write as _, path::PathBuf};
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

/// An open store with so many credits, in a folder that is removed again.
struct Bench {
    runtime: Runtime,
    store: Store,
    me: PersonId,
    note: Note,
    folder: PathBuf,
}

impl Bench {
    fn new(name: &str, credits: u32) -> Self {
        let folder = std::env::temp_dir().join(format!("rung-bench-{name}-{}", std::process::id()));
        let _ = std::fs::remove_dir_all(&folder);
        let note = Note::new("Benchmark", "2026-11-27T12:00:00Z".parse().expect("a time"));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let (store, me) = runtime.block_on(async {
            let store = Store::open(&Place::new(&folder), note.at).await.expect("a store");
            let me = store.person().await.expect("a person");
            store.replace_record(me, &record_of(credits), None, &note).await.expect("a record");
            (store, me)
        });
        Self { runtime, store, me, note, folder }
    }

    fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }
}

impl Drop for Bench {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[divan::bench]
fn record_of_40_credits_read(bencher: Bencher) {
    let bench = Bench::new("read", 40);
    bencher.bench_local(|| {
        // Asked as of the end of time, so that nothing is remembered.
        bench.run(async {
            bench.store.record_at(bench.me, black_box(rung_store::Version::MAX)).await.expect("a record")
        })
    });
}

#[divan::bench]
fn record_of_40_credits_unchanged(bencher: Bencher) {
    let bench = Bench::new("again", 40);
    bencher.bench_local(|| bench.run(bench.store.record(black_box(bench.me))).expect("a record").stamp);
}

#[divan::bench(args = [0, 100, 199])]
fn ledger_page_of_10_000_credits(bencher: Bencher, page: u32) {
    let bench = Bench::new("ledger", 10_000);
    let query = LedgerQuery { page, ..LedgerQuery::default() };
    bencher.bench_local(|| bench.run(bench.store.ledger(bench.me, black_box(&query))).expect("a page").total);
}

#[divan::bench(sample_count = 10)]
fn record_of_10_000_credits_read(bencher: Bencher) {
    let bench = Bench::new("large", 10_000);
    bencher.bench_local(|| {
        bench
            .run(bench.store.record_at(bench.me, black_box(rung_store::Version::MAX)))
            .expect("a record")
            .credits
            .len()
    });
}

#[divan::bench]
fn change_of_one_credit_on_the_disk(bencher: Bencher) {
    let bench = Bench::new("change", 40);
    let mut n = 0_u64;
    bencher.bench_local(|| {
        n += 1;
        bench.run(async {
            let kept = bench.store.part::<Credit>(bench.me, "c1").await.expect("read").expect("there");
            let credit = Credit { title: Some(format!("Title {n}")), ..kept.value };
            let change = Change::new().put("c1", &credit, Basis::At(kept.version));
            bench.store.change(bench.me, &bench.note, change).await.expect("changed").version
        })
    });
}
