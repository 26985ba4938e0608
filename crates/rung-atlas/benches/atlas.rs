//! How long a reader waits: the index, a search, every glance, a comparison, what changed between two catalogues.

use divan::{Bencher, black_box};
use rung_atlas::{Glance, Index, coming_changes, compare_jurisdictions, differences};
use rung_catalog::{Catalog, Overlay};
use rung_record::Date;
use rung_words::{Language, Words};

fn main() {
    divan::main();
}

fn english() -> &'static Words {
    Words::of(Language::English)
}

fn day() -> Date {
    "2026-11-27".parse().expect("a date")
}

#[divan::bench]
fn build_the_index(bencher: Bencher) {
    let catalog = Catalog::shipped();
    bencher.bench_local(|| Index::of(english(), black_box(&catalog)).len());
}

#[divan::bench(args = ["opioid", "Ohio law", "technician", "fee tex"])]
fn search(bencher: Bencher, query: &str) {
    let index = Index::of(english(), &Catalog::shipped());
    bencher.bench_local(|| index.search(black_box(query)).len());
}

#[divan::bench]
fn glance_of_all(bencher: Bencher) {
    let catalog = Catalog::shipped();
    bencher.bench_local(|| Glance::of_all(black_box(&catalog), day()).len());
}

#[divan::bench]
fn what_changes_next(bencher: Bencher) {
    let catalog = Catalog::shipped();
    bencher.bench_local(|| coming_changes(english(), black_box(&catalog), day()).len());
}

#[divan::bench]
fn compare_two_states(bencher: Bencher) {
    let catalog = Catalog::shipped();
    let of = |id: &str| catalog.authority(id).expect("it is shipped");
    bencher.bench_local(|| {
        compare_jurisdictions(english(), black_box(&catalog), of("tx"), of("oh"), day()).len()
    });
}

#[divan::bench]
fn diff_two_catalogues(bencher: Bencher) {
    let old = Catalog::shipped();
    let changed = Overlay {
        path: "jurisdictions/de.toml".to_owned(),
        text: "id = \"de\"\nname = \"Delaware\"\nbody = \"Delaware Board of Pharmacy\"\nchecked = 2026-11-27\nconfidence = \"low\"\n\
               [[source]]\nid = \"rule\"\ntitle = \"A rule\"\ntier = \"statute\"\n\
               [[duty]]\nid = \"immunization\"\nallowed = \"no\"\ncite = \"rule\"\n"
            .to_owned(),
    };
    let new = Catalog::load(&[changed]).expect("the benchmark's own file");
    bencher.bench_local(|| differences(black_box(&old), black_box(&new)).len());
}
