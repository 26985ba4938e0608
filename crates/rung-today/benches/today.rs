//! How long the pages of home take to decide: the agenda of a typical record, and a ledger of ten thousand credits.

use divan::Bencher;
use rung_atlas::coming_changes;
use rung_catalog::Catalog;
use rung_record::{CreditId, Date, Record};
use rung_rules::evaluate;
use rung_today::{
    agenda,
    agenda::Around,
    ladder,
    ledger::{Ledger, Query},
    what_if::{Change, imagine},
};
use rung_words::{Language, Words};
use std::{collections::HashSet, fmt::Write as _};

const ON: Date = Date::constant(2026, 11, 23);

fn main() {
    divan::main();
}

/// Three credentials, and so many credits of four years.
fn record(count: u32) -> Record {
    let mut credits = String::new();
    for n in 0..count {
        let topic = ["03", "05", "01", "04"][n as usize % 4];
        let audience = if n % 7 == 0 { "P" } else { "T" };
        let _ = write!(
            credits,
            r#"{}{{"id": "c{n}", "completed": "{}-{:02}-11", "title": "Sample course {n}", "provider": "Sample University",
               "hours": "1.{}", "uan": "{:04}-0000-{:02}-{:03}-{}{topic}-{audience}", "kind": "ce", "accreditation": ["acpe"]}}"#,
            if n == 0 { "" } else { "," },
            2023 + n / 12 % 4,
            n % 12 + 1,
            n % 2 * 5,
            n / 1000 + 100,
            23 + n / 12 % 4,
            n % 1000,
            if n % 3 == 0 { "L" } else { "H" },
        );
    }
    let json = format!(
        r#"{{"format": "rung-record/1",
        "credentials": [
          {{"credential": "ptcb-cpht", "issued": "2021-03-14", "expires": "2027-03-31",
            "renewals": [{{"filed": "2025-02-10", "approved": "2025-03-20"}}]}},
          {{"credential": "tx-pharmacy-technician", "issued": "2021-06-01", "expires": "2027-05-31"}},
          {{"credential": "fl-registered-pharmacy-technician", "issued": "2021-06-01", "expires": "2026-12-31"}}],
        "credits": [{credits}],
        "work": [{{"setting": "hospital-inpatient", "state": "TX", "from": "2021-06-01", "hours_per_week": 36,
          "duties": ["immunization"]}}]}}"#
    );
    Record::from_json(json.as_bytes()).expect("the benchmark's own record")
}

#[divan::bench]
fn agenda_of_a_typical_record(bencher: Bencher) {
    let (record, catalog) = (record(40), Catalog::shipped());
    let coming = coming_changes(Words::of(Language::English), &catalog, ON);
    let documented: HashSet<CreditId> = record.credits.iter().take(20).map(|own| own.id.clone()).collect();
    let around = Around { coming: &coming, planned: &[], documented: Some(&documented) };
    bencher.bench_local(|| divan::black_box(agenda(&record, &catalog, ON, &around)).len());
}

#[divan::bench]
fn ladder_of_a_typical_record(bencher: Bencher) {
    let (record, catalog) = (record(40), Catalog::shipped());
    bencher.bench_local(|| divan::black_box(ladder(&record, &catalog, ON)).rungs.len());
}

#[divan::bench]
fn coming_changes_once_a_day(bencher: Bencher) {
    let catalog = Catalog::shipped();
    bencher
        .bench_local(|| divan::black_box(coming_changes(Words::of(Language::English), &catalog, ON)).len());
}

#[divan::bench]
fn a_move_beside_today(bencher: Bencher) {
    let (record, catalog) = (record(40), Catalog::shipped());
    let changes = [Change::MoveTo { state: "MN".into(), on: ON, give_up_others: true }];
    bencher.bench_local(|| {
        let imagined = imagine(&record, &catalog, ON, &changes).expect("Minnesota is in the catalogue");
        let (now, then) = (imagined.present(&record, &catalog, ON), imagined.status(&catalog, ON));
        imagined.differences(&now, &then).len()
    });
}

fn query() -> Query {
    Query {
        year: Some(2025),
        topic: Some("law".into()),
        text: "sample university".into(),
        ..Query::default()
    }
}

#[divan::bench]
fn ledger_10_000_made_without_status(bencher: Bencher) {
    let (record, catalog) = (record(10_000), Catalog::shipped());
    bencher.bench_local(|| divan::black_box(Ledger::new(&record, &catalog, None)).topics().len());
}

#[divan::bench]
fn ledger_10_000_page_filtered_with_totals(bencher: Bencher) {
    let (record, catalog) = (record(10_000), Catalog::shipped());
    let status = evaluate(&record, &catalog, ON);
    let ledger = Ledger::new(&record, &catalog, Some(&status));
    let query = Query { counts_for: Some("tx-pharmacy-technician".into()), ..query() };
    bencher.bench_local(|| divan::black_box(ledger.page(&query, 2, 50)).totals.all.credits);
}

#[divan::bench]
fn ledger_10_000_made_and_page_filtered_with_totals(bencher: Bencher) {
    let (record, catalog) = (record(10_000), Catalog::shipped());
    bencher.bench_local(|| {
        let ledger = Ledger::new(&record, &catalog, None);
        divan::black_box(ledger.page(&query(), 2, 50)).totals.all.credits
    });
}

#[divan::bench]
fn ledger_10_000_evaluated(bencher: Bencher) {
    let (record, catalog) = (record(10_000), Catalog::shipped());
    bencher.bench_local(|| divan::black_box(evaluate(&record, &catalog, ON)).obligations.len());
}
