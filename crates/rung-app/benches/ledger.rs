//! How long pages take with ten thousand credits, through the whole router and the store: the ledger's first, its last,
//! filtered ones, one that finds nothing; one credit's page; the roles, a gap, and a move, which imagines another record.
//!
//! `cargo bench -p rung-app --bench ledger`. A page may take thirty milliseconds.

use axum::{
    Router,
    body::Body,
    http::{Request, header},
};
use http_body_util::BodyExt;
use rung_app::{Clock, Site, router};
use rung_catalog::Catalog;
use rung_record::Record;
use rung_store::{Note, Place, Store};
use std::{
    fmt::Write as _,
    time::{Duration, Instant},
};
use tower::ServiceExt;

const HOST: &str = "127.0.0.1:7864";
/// What a page may take.
const BUDGET: Duration = Duration::from_millis(30);
const CREDITS: u32 = 10_000;
const TRIES: usize = 20;
const PAGES: [&str; 12] = [
    "/education/credits",
    "/education/credits?page=200",
    "/education/credits?q=course+77",
    "/education/credits?year=2026&topic=law&format=live",
    "/education/credits?for=tx-pharmacy-technician&documented=no&page=3",
    "/education/credits?q=nothing+like+it",
    "/api/education/credits?page=17",
    "/education/credits/c4242",
    "/explore",
    "/explore/roles/lead-technician",
    "/explore/compare?a=lead-technician&b=pharmacy-buyer",
    "/explore/move?state=CA",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let day: rung_record::Date = "2026-11-23".parse()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let folder = tempfile::tempdir()?;
    let store = runtime.block_on(Store::open(&Place::new(folder.path()), jiff::Timestamp::UNIX_EPOCH))?;
    let record = Record::from_json(record().as_bytes())?;
    let note = Note::new("Benchmark", jiff::Timestamp::UNIX_EPOCH);
    runtime.block_on(async {
        let me = store.person().await?;
        store.replace_record(me, &record, None, &note).await
    })?;
    let site = router(Site::new(Catalog::shipped(), store, Clock::standing_at(day)), HOST.parse()?);
    let first = runtime.block_on(time(&site, PAGES[0]));
    println!("{CREDITS} credits; the first page after a change, judged and listed anew: {first:.1?}\n");
    println!("{:<72}{:>10}{:>10}", "page", "median", "slowest");
    let mut over = 0;
    for page in PAGES {
        let mut taken: Vec<Duration> = (0..TRIES).map(|_| runtime.block_on(time(&site, page))).collect();
        taken.sort();
        let (median, slowest) = (taken[TRIES / 2], taken[TRIES - 1]);
        over += usize::from(median > BUDGET);
        println!("{page:<72}{:>10}{:>10}", format!("{median:.1?}"), format!("{slowest:.1?}"));
    }
    println!("\n{over} pages over {BUDGET:?}");
    Ok(())
}

/// Three credentials, and so many credits of ten years.
fn record() -> String {
    let mut credits = String::new();
    for n in 0..CREDITS {
        let topic = ["03", "05", "01", "04"][n as usize % 4];
        let _ = write!(
            credits,
            r#"{}{{"id": "c{n}", "completed": "{}-{:02}-{:02}", "title": "Sample course {n}", "provider": "Sample University",
               "hours": "1.5", "uan": "{:04}-0000-{:02}-{:03}-{}{topic}-T", "kind": "ce", "accreditation": ["acpe"]}}"#,
            if n == 0 { "" } else { "," },
            2017 + n % 10,
            n % 11 + 1,
            n % 28 + 1,
            n / 1000 + 100,
            17 + n % 10,
            n % 1000,
            if n % 3 == 0 { "L" } else { "H" },
        );
    }
    format!(
        r#"{{"format": "rung-record/1", "credentials": [
          {{"credential": "ptcb-cpht", "issued": "2021-03-14", "expires": "2027-03-31"}},
          {{"credential": "tx-pharmacy-technician", "issued": "2021-06-01", "expires": "2027-05-31"}},
          {{"credential": "fl-registered-pharmacy-technician", "issued": "2021-06-01", "expires": "2026-12-31"}}],
        "credits": [{credits}]}}"#
    )
}

async fn time(site: &Router, address: &str) -> Duration {
    let request = Request::get(address).header(header::HOST, HOST).body(Body::empty());
    let request = request.expect("the benchmark's own addresses");
    let start = Instant::now();
    let response = site.clone().oneshot(request).await.expect("it cannot fail");
    let ok = response.status().is_success();
    let body = response.into_body().collect().await.map(http_body_util::Collected::to_bytes);
    let taken = start.elapsed();
    assert!(ok && body.is_ok_and(|body| !body.is_empty()), "{address}");
    taken
}
