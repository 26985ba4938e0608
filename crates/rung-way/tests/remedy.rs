//! What would meet what is not met.

#![allow(clippy::unwrap_used)]

use rung_catalog::Catalog;
use rung_record::{Date, Record};
use rung_way::{
    Viewpoint,
    figure::OwnFigures,
    remedy::{Need, Remedies},
};

const ON: Date = Date::constant(2026, 11, 27);

fn sample(name: &str) -> Record {
    let path = format!("{}/../../examples/{name}/record.json", env!("CARGO_MANIFEST_DIR"));
    Record::from_json(&std::fs::read(path).unwrap()).unwrap()
}

/// The quickest way to a credential, a step a line.
fn quickest(record: &Record, credential: &str) -> String {
    let catalog = Catalog::shipped();
    let seen = Viewpoint::new(record, &catalog, ON);
    let own = OwnFigures::new();
    let mut remedies = Remedies::new(&seen, &own);
    let need = remedies.credential(credential);
    told(&remedies, &need)
}

fn told(remedies: &Remedies<'_>, need: &Need) -> String {
    let Some(effort) = remedies.effort(need) else { return "no way".to_owned() };
    let sure = effort.confidence.map_or("", |confidence| confidence.as_str());
    let assumed = if effort.assumed { ", some assumed" } else { "" };
    let mut text = format!("{} h, {} weeks, ${} ({sure}{assumed})\n", effort.hours, effort.weeks, effort.usd);
    for index in &effort.steps {
        let step = &remedies.nodes()[*index].step;
        text.push_str(&format!("{}: {} h, {} weeks, ${}\n", step.key, step.hours.value, step.weeks.value, step.cost()));
    }
    for supposed in &effort.supposes {
        text.push_str(&format!("if {supposed:?}\n"));
    }
    text
}

#[test]
fn the_advanced_certification_for_a_cpht_in_texas() {
    insta::assert_snapshot!(quickest(&sample("ptcb-and-texas"), "ptcb-cpht-adv"), @"");
}

#[test]
fn sterile_compounding_for_a_cpht_in_texas() {
    insta::assert_snapshot!(quickest(&sample("ptcb-and-texas"), "ptcb-cspt"), @"");
}

#[test]
fn a_record_that_says_nothing_supposes_little() {
    let record = Record::from_json(br#"{"format": "rung-record/1", "credentials": []}"#).unwrap();
    insta::assert_snapshot!(quickest(&record, "ptcb-cpht"), @"");
}

#[test]
fn to_lead_takes_years() {
    let record = sample("ptcb-and-texas");
    let catalog = Catalog::shipped();
    let seen = Viewpoint::new(&record, &catalog, ON);
    let own = OwnFigures::new();
    let mut remedies = Remedies::new(&seen, &own);
    let role = catalog.field().role("lead-technician").unwrap();
    let need = remedies.role(role);
    insta::assert_snapshot!(told(&remedies, &need), @"");
}
