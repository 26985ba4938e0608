//! How long the pages of the way up take to decide.

use divan::Bencher;
use rung_catalog::Catalog;
use rung_record::{Date, Record};
use rung_way::{
    CareerGraph, Ranks, Viewpoint, gaps,
    graph::layout::{Spacing, layout},
    pay::BasePay,
    prospects, ways,
};

const ON: Date = Date::constant(2026, 11, 23);

fn main() {
    divan::main();
}

/// A technician of three states.
fn record() -> Record {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/three-states/record.json");
    let bytes = std::fs::read(path).unwrap_or_default();
    Record::from_json(&bytes).unwrap_or_default()
}

/// The gap to every role, met or not and why.
#[divan::bench]
fn gaps_to_all_roles(bencher: Bencher) {
    let (record, catalog) = (record(), Catalog::shipped());
    let seen = Viewpoint::new(&record, &catalog, ON);
    catalog.field();
    bencher.bench(|| gaps(&seen));
}

/// The same with everything that would meet what is missing, and what that takes.
#[divan::bench]
fn prospects_of_all_roles(bencher: Bencher) {
    let (record, catalog, own) = (record(), Catalog::shipped(), Default::default());
    let seen = Viewpoint::new(&record, &catalog, ON);
    catalog.field();
    bencher.bench(|| prospects(&seen, &own));
}

/// Three orders of all roles, once their prospects are known.
#[divan::bench]
fn ranking(bencher: Bencher) {
    let (record, catalog, own) = (record(), Catalog::shipped(), Default::default());
    let seen = Viewpoint::new(&record, &catalog, ON);
    let prospects = prospects(&seen, &own);
    let graph = CareerGraph::of(&catalog);
    bencher.bench(|| {
        let place = graph.place(&seen);
        let ranks = Ranks::new(&prospects, &graph, &place, BasePay::of(&seen));
        (ranks.by_closeness(), ranks.by_pay())
    });
}

/// The graph and the places of its 49 roles.
#[divan::bench]
fn graph_and_layout(bencher: Bencher) {
    let catalog = Catalog::shipped();
    catalog.field();
    bencher.bench(|| {
        let graph = CareerGraph::of(&catalog);
        let edges: Vec<(usize, usize)> = graph.edges.iter().map(|edge| (edge.from, edge.to)).collect();
        let groups: Vec<usize> = graph.roles.iter().map(|role| role.work as usize).collect();
        layout(graph.roles.len(), &edges, &groups, Spacing { node: 10, bend: 5 })
    });
}

/// Every way between two roles far apart, weighed.
#[divan::bench]
fn ways_from_trainee_to_compliance(bencher: Bencher) {
    let (record, catalog, own) = (record(), Catalog::shipped(), Default::default());
    let seen = Viewpoint::new(&record, &catalog, ON);
    let graph = CareerGraph::of(&catalog);
    let index = |id| graph.index(id).unwrap_or_default();
    let (from, to) = (index("pharmacy-technician-trainee"), index("compliance-technician"));
    bencher.bench(|| ways(&seen, &own, &graph, from, to));
}
