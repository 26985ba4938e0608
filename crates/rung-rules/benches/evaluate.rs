//! How long the rules take: a typical record, and the whole catalogue's scenarios.

use divan::Bencher;
use rung_catalog::Catalog;
use rung_record::{Date, Record};
use std::fmt::Write as _;

fn main() {
    divan::main();
}

/// Three credentials and forty credits of four years.
fn typical_record() -> Record {
    let mut credits = String::new();
    for n in 0..40_u32 {
        let topic = ["03", "05", "01", "04"][n as usize % 4];
        let audience = if n % 7 == 0 { "P" } else { "T" };
        let _ = write!(
            credits,
            r#"{}{{"id": "c{n}", "completed": "{}-{:02}-11", "title": "Sample course {n}", "provider": "Sample University",
               "hours": "1.{}", "uan": "0107-0000-{:02}-{n:03}-{}{topic}-{audience}", "kind": "ce", "accreditation": ["acpe"]}}"#,
            if n == 0 { "" } else { "," },
            2023 + n / 12,
            n % 12 + 1,
            n % 2 * 5,
            23 + n / 12,
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
        "work": [{{"setting": "hospital-inpatient", "from": "2021-06-01", "hours_per_week": 36, "duties": ["immunization"]}}]}}"#
    );
    Record::from_json(json.as_bytes()).expect("the benchmark's own record")
}

#[divan::bench]
fn typical_record_3_credentials_40_credits(bencher: Bencher) {
    let (record, catalog) = (typical_record(), Catalog::shipped());
    let on: Date = "2026-11-23".parse().expect("a date");
    bencher.bench_local(|| divan::black_box(rung_rules::evaluate(&record, &catalog, on)).obligations.len());
}

#[divan::bench]
fn typical_record_read_from_json(bencher: Bencher) {
    let json = typical_record().to_json();
    bencher.bench_local(|| {
        Record::from_json(divan::black_box(json.as_bytes())).map(|record| record.credits.len())
    });
}

#[divan::bench]
fn all_scenarios_of_the_catalogue(bencher: Bencher) {
    let catalog = Catalog::shipped();
    bencher.bench_local(|| rung_rules::run_scenarios(&catalog).run);
}
