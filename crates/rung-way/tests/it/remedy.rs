//! What would meet what is not met.

use crate::world::{ON, catalog, sample};
use rung_record::Record;
use rung_way::{
    Viewpoint,
    figure::OwnFigures,
    remedy::{Need, Remedies},
};

/// The quickest way to a credential, a step a line.
fn quickest(record: &Record, credential: &str) -> String {
    let seen = Viewpoint::new(record, catalog(), ON);
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
        text.push_str(&format!(
            "{}: {} h, {} weeks, ${}\n",
            step.key,
            step.hours.value,
            step.weeks.value,
            step.cost()
        ));
    }
    for supposed in &effort.supposes {
        text.push_str(&format!("if {supposed:?}\n"));
    }
    text
}

#[test]
fn the_advanced_certification_for_a_cpht_in_texas() {
    insta::assert_snapshot!(quickest(&sample("ptcb-and-texas"), "ptcb-cpht-adv"), @r#"
    129 h, 26 weeks, $755 (medium, some assumed)
    program:ashp-diversion-microcredential: 2 h, 2 weeks, $99
    apply:ptcb-controlled-substances-diversion-prevention:program: 1 h, 1 weeks, $89
    study:ptcb-controlled-substances-diversion-prevention:program: 20 h, 0 weeks, $0
    exam:ptcb-controlled-substances-diversion-prevention:program:csdp-exam: 3 h, 1 weeks, $0
    hold:ptcb-controlled-substances-diversion-prevention: 0 h, 0 weeks, $0
    program:product-verification:ptcb: 10 h, 2 weeks, $100
    apply:ptcb-tpv:program: 1 h, 1 weeks, $89
    study:ptcb-tpv:program: 20 h, 0 weeks, $0
    exam:ptcb-tpv:program:tpv-exam: 3 h, 1 weeks, $0
    hold:ptcb-tpv: 0 h, 0 weeks, $0
    program:hazardous-drugs:ptcb: 10 h, 2 weeks, $100
    apply:ptcb-hazardous-drug-management:program: 1 h, 1 weeks, $89
    study:ptcb-hazardous-drug-management:program: 20 h, 0 weeks, $0
    exam:ptcb-hazardous-drug-management:program:hdm-exam: 3 h, 1 weeks, $0
    hold:ptcb-hazardous-drug-management: 0 h, 0 weeks, $0
    program:immunization:ptcb: 10 h, 2 weeks, $100
    apply:ptcb-immunization-administration:program: 1 h, 1 weeks, $89
    study:ptcb-immunization-administration:program: 20 h, 0 weeks, $0
    exam:ptcb-immunization-administration:program:immunization-exam: 3 h, 1 weeks, $0
    hold:ptcb-immunization-administration: 0 h, 0 weeks, $0
    apply:ptcb-cpht-adv:four-certificates: 1 h, 1 weeks, $0
    hold:ptcb-cpht-adv: 0 h, 0 weeks, $0
    "#);
}

#[test]
fn sterile_compounding_for_a_cpht_in_texas() {
    insta::assert_snapshot!(quickest(&sample("ptcb-and-texas"), "ptcb-cspt"), @r#"
    97 h, 59 weeks, $759 (medium, some assumed)
    program:ashp-compounding-sterile-preparations: 29 h, 4 weeks, $560
    duty:sterile-compounding: 4 h, 4 weeks, $0
    work:12-months:within-8-years:30-a-week:sterile-compounding: 0 h, 53 weeks, $0
    apply:ptcb-cspt:program-and-1-year: 1 h, 1 weeks, $199
    study:ptcb-cspt:program-and-1-year: 60 h, 0 weeks, $0
    exam:ptcb-cspt:program-and-1-year:cspt-exam: 3 h, 1 weeks, $0
    hold:ptcb-cspt: 0 h, 0 weeks, $0
    "#);
}

#[test]
fn a_record_that_says_nothing_supposes_little() {
    let record = Record::from_json(br#"{"format": "rung-record/1", "credentials": []}"#).unwrap();
    insta::assert_snapshot!(quickest(&record, "ptcb-cpht"), @r#"
    104 h, 25 weeks, $129 (low, some assumed)
    position:any:any: 20 h, 10 weeks, $0
    work:500-h: 0 h, 13 weeks, $0
    apply:ptcb-cpht:work: 1 h, 1 weeks, $129
    study:ptcb-cpht:work: 80 h, 0 weeks, $0
    exam:ptcb-cpht:work:ptce-2026: 3 h, 1 weeks, $0
    hold:ptcb-cpht: 0 h, 0 weeks, $0
    "#);
}

#[test]
fn to_lead_takes_years() {
    let record = sample("ptcb-and-texas");
    let seen = Viewpoint::new(&record, catalog(), ON);
    let own = OwnFigures::new();
    let mut remedies = Remedies::new(&seen, &own);
    let role = catalog().field().role("lead-technician").unwrap();
    let need = remedies.role(role);
    insta::assert_snapshot!(told(&remedies, &need), @r#"
    20 h, 10 weeks, $0 (, some assumed)
    position:lead-technician: 20 h, 10 weeks, $0
    if Meets { what: "whatever the licence needs" }
    "#);
}
