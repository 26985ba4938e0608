//! Both objectives with their certificates, and the checking of these.
// A benchmark that cannot read its instance has nothing to measure.
#![allow(clippy::unwrap_used)]

use divan::Bencher;
use rung_planner::bare;
use rung_planner::exact::Limits;

const INSTANCES: [(&str, &str); 4] = [
    ("ce_120_25_1009", include_str!("instances/ce_120_25_1009.json")),
    ("ceh_500_30_1", include_str!("instances/ceh_500_30_1.json")),
    ("ceh_500_30_2", include_str!("instances/ceh_500_30_2.json")),
    ("ceh_5000_30_1", include_str!("instances/ceh_5000_30_1.json")),
];

fn main() {
    divan::main();
}

fn names() -> impl Iterator<Item = &'static str> {
    INSTANCES.into_iter().map(|i| i.0)
}

fn text(name: &str) -> &'static str {
    INSTANCES.iter().find(|i| i.0 == name).map_or("", |i| i.1)
}

#[divan::bench(args = names(), sample_count = 20)]
fn read(bencher: Bencher, name: &str) {
    bencher.bench(|| bare::parse(text(name).as_bytes()));
}

#[divan::bench(args = names(), sample_count = 10)]
fn prove_both_objectives(bencher: Bencher, name: &str) {
    let instance = bare::parse(text(name).as_bytes()).unwrap();
    bencher.bench(|| bare::solve(&instance, &Limits::none()));
}

#[divan::bench(args = names(), sample_count = 10)]
fn check(bencher: Bencher, name: &str) {
    let instance = bare::parse(text(name).as_bytes()).unwrap();
    let solved = bare::solve(&instance, &Limits::none()).unwrap();
    let certificate = serde_json::to_string(&solved.certificate).unwrap();
    bencher.bench(|| rung_certificate::check_ce(text(name), &certificate));
}
