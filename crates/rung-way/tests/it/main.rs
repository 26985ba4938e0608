//! What this crate promises, on the catalogue as shipped.
#![allow(clippy::unwrap_used, clippy::panic)]

mod compare;
mod gap;
mod graph;
mod interests;
mod live;
mod moves;
mod plan;
mod rank;
mod remedy;
mod ways;
mod world;

use rung_catalog::Catalog;
use rung_record::{Date, Record};
use rung_way::{CareerGraph, Prospects, Viewpoint, figure::OwnFigures, prospects};
use rung_words::{Language, Words};
use std::sync::LazyLock;

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::shipped);
const ON: Date = Date::constant(2026, 11, 23);

/// A record of the examples.
fn example(name: &str) -> Record {
    let path = format!("{}/../../examples/{name}/record.json", env!("CARGO_MANIFEST_DIR"));
    Record::from_json(&std::fs::read(path).unwrap()).unwrap()
}

/// A record with these parts.
fn record(parts: &str) -> Record {
    Record::from_json(format!(r#"{{"format": "rung-record/1", {parts}}}"#).as_bytes()).unwrap()
}

fn seen(record: &Record) -> Viewpoint<'_> {
    Viewpoint::new(record, &CATALOG, ON)
}

fn all_prospects<'a>(seen: &Viewpoint<'a>) -> Prospects<'a> {
    prospects(seen, &OwnFigures::new())
}

fn graph() -> CareerGraph<'static> {
    CareerGraph::of(&CATALOG)
}

fn english() -> &'static Words {
    Words::of(Language::English)
}
