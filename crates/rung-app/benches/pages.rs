//! How long the pages of the catalogue take, through the whole router: every one of them, the slowest by name.
//!
//! `cargo bench -p rung-app --bench pages`. A page may take two milliseconds.

use axum::{
    Router,
    body::Body,
    http::{Request, header},
};
use http_body_util::BodyExt;
use rung_app::{Clock, Site, router};
use rung_atlas::{Address, Index, Sheet};
use rung_catalog::Catalog;
use rung_store::{Place, Store};
use rung_words::{Language, Words};
use std::time::{Duration, Instant};
use tower::ServiceExt;

const HOST: &str = "127.0.0.1:7864";
/// What a page may take.
const BUDGET: Duration = Duration::from_millis(2);
/// The best of so many counts: the rest is the machine's.
const TRIES: usize = 5;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let catalog = Catalog::shipped();
    let start = Instant::now();
    let index = Index::of(Words::of(Language::English), &catalog);
    println!("index of {} things: {:.1?}", index.len(), start.elapsed());
    let day: rung_record::Date = "2026-11-23".parse()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let folder = tempfile::tempdir()?;
    let store = runtime.block_on(Store::open(&Place::new(folder.path()), jiff::Timestamp::UNIX_EPOCH))?;
    let site = router(Site::new(Catalog::shipped(), store, Clock::standing_at(day)), HOST.parse()?);
    let start = Instant::now();
    runtime.block_on(time(&site, "/search?q=law"));
    println!("first question, which makes the index: {:.1?}\n", start.elapsed());
    println!("{:<16}{:>8}{:>12}{:>12}  slowest page", "kind", "pages", "median", "slowest");
    let mut over = 0;
    for (kind, addresses) in kinds(&catalog) {
        let mut taken: Vec<(Duration, String)> = Vec::new();
        for address in addresses {
            let best = (0..TRIES).map(|_| runtime.block_on(time(&site, &address))).min();
            taken.push((best.unwrap_or_default(), address));
        }
        taken.sort();
        let (Some(median), Some(slowest)) = (taken.get(taken.len() / 2), taken.last()) else { continue };
        over += taken.iter().filter(|(taken, _)| *taken > BUDGET).count();
        let (median, slow) = (format!("{:.1?}", median.0), format!("{:.1?}", slowest.0));
        println!("{kind:<16}{:>8}{median:>12}{slow:>12}  {}", taken.len(), slowest.1);
    }
    println!("\n{over} pages over {BUDGET:?}");
    Ok(())
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

/// Every page, by kind; of the comparisons each with the next.
fn kinds(catalog: &Catalog) -> Vec<(&'static str, Vec<String>)> {
    let (jurisdictions, bodies): (Vec<Address>, Vec<Address>) =
        catalog.authorities.iter().map(Address::authority).partition(|page| page.shelf() == "jurisdictions");
    let credentials: Vec<Address> =
        catalog.credentials.iter().map(|known| Address::credential(known.id.as_str())).collect();
    let facts = jurisdictions.iter().chain(&bodies).chain(&credentials);
    let facts: Vec<String> = facts
        .filter_map(|page| Sheet::at(Words::of(Language::English), catalog, page))
        .flat_map(|sheet| sheet.facts)
        .map(|fact| format!("/{}", fact.address))
        .collect();
    let pages = |pages: &[Address]| pages.iter().map(|page| format!("/{page}")).collect::<Vec<_>>();
    let pairs = |kind: &str, pages: &[Address]| -> Vec<String> {
        let each = pages.windows(2);
        each.map(|pair| format!("/compare/{kind}?a={}&b={}", pair[0].id(), pair[1].id())).collect()
    };
    let words = ["opioid", "ohio law", "a", "p", "the", "pharmacy technician", "c t", "immunization course"];
    vec![
        (
            "rules",
            ["/rules", "/rules?by=live&sort=hours", "/rules?by=vaccines&sort=confidence"]
                .map(str::to_owned)
                .into(),
        ),
        ("jurisdiction", pages(&jurisdictions)),
        ("body", pages(&bodies)),
        ("credential", pages(&credentials)),
        ("fact", facts),
        ("two states", pairs("jurisdictions", &jurisdictions)),
        ("two credentials", pairs("credentials", &credentials)),
        ("field", field(catalog)),
        ("search", words.map(|words| format!("/search?q={}", words.replace(' ', "+"))).into()),
    ]
}

/// Roles, settings, organizations and the lists of them.
fn field(catalog: &Catalog) -> Vec<String> {
    let field = catalog.field();
    let lists =
        ["/roles", "/settings", "/actions", "/organizations", "/feeds", "/occupation"].map(str::to_owned);
    let roles = field.roles.roles.iter().map(|role| format!("/roles/{}", role.id));
    let settings = field.settings.settings.iter().map(|setting| format!("/settings/{}", setting.id));
    let bodies = field.organizations.organizations.iter().map(|body| format!("/organizations/{}", body.id));
    let actions = field.actions.actions.iter().map(|action| format!("/actions/{}", action.id));
    lists.into_iter().chain(roles).chain(settings).chain(actions).chain(bodies).collect()
}
