use crate::{catalog, keeping, today};
use insta::{assert_json_snapshot, assert_snapshot};
use rung_atlas::{Difference, differences, effects, touched_by};
use rung_catalog::Catalog;
use rung_record::Record;

fn told(differences: &[Difference]) -> String {
    let line = |one: &Difference| {
        let side = |side: &Option<String>| side.clone().unwrap_or_else(|| "(nothing)".to_owned());
        format!(
            "{} · {} · {}: {} → {}",
            one.address,
            one.whose,
            one.name,
            side(&one.before),
            side(&one.after)
        )
    };
    differences.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn alpha(total: u32, more: &str) -> Catalog {
    let rules = format!(
        "[[credential.renewal]]\nid = \"now\"\ncite = \"rule\"\n[[credential.renewal.requirement]]\nid = \"total\"\n\
         what = \"continuing education\"\nminimum = {total}\n{more}"
    );
    let text = keeping("aa", "Alpha", &rules);
    catalog(&[("jurisdictions/aa.toml", &text)])
}

const LAW: &str = "[[credential.renewal.requirement]]\nid = \"law\"\nwhat = \"law\"\nminimum = 1\ncounts = { topics = [\"law\"] }\n";

fn record(credits: &str) -> Record {
    let json = format!(
        r#"{{"format": "rung-record/1",
            "credentials": [{{"credential": "aa-technician", "issued": "2020-01-01", "expires": "2027-01-31"}}],
            "credits": [{credits}]}}"#
    );
    Record::from_json(json.as_bytes()).unwrap()
}

const TEN_HOURS: &str = r#"{"id": "c1", "completed": "2026-02-01", "hours": "10", "kind": "ce", "accreditation": ["acpe"], "topics": ["safety"]}"#;

#[test]
fn what_is_new_what_is_gone_and_what_changed() {
    let duty = "[[duty]]\nid = \"immunization\"\nallowed = \"no\"\ncite = \"rule\"\n";
    assert_snapshot!(told(&differences(&alpha(10, LAW), &alpha(20, duty))), @"
    credentials/aa-technician/now/law · Alpha · Pharmacy Technician · law: At least 1 h of credit about law. [Alpha rule 7; confidence high] → (nothing)
    credentials/aa-technician/now/total · Alpha · Pharmacy Technician · continuing education: At least 10 h. [Alpha rule 7; confidence high] → At least 20 h. [Alpha rule 7; confidence high]
    jurisdictions/aa/duties/immunization · Alpha · immunization: (nothing) → Not allowed. [Alpha rule 7; confidence high]
    ");
}

#[test]
fn dates_and_confidence_are_part_of_what_is_said() {
    let text =
        keeping("aa", "Alpha", "[[credential.fee]]\nwhat = \"application\"\nusd = 50\ncite = \"rule\"\n");
    let dated = text.replace("usd = 50", "usd = 50\nfrom = 2026-01-01\nconfidence = \"low\"");
    let catalog = |text: &str| catalog(&[("jurisdictions/aa.toml", text)]);
    assert_snapshot!(told(&differences(&catalog(&text), &catalog(&dated))), @"credentials/aa-technician/fee/application · Alpha · Pharmacy Technician · Fee: application: $50. [Alpha rule 7; confidence high] → $50. (in force from 2026-01-01) [Alpha rule 7; confidence low]");
}

#[test]
fn a_role_that_says_something_else() {
    let roles = include_str!("../../../../catalog/field/roles.toml");
    let changed = roles.replacen("title = \"Lead pharmacy technician\"", "title = \"Lead technician\"", 1);
    assert_ne!(roles, changed);
    let overlay = rung_catalog::Overlay { path: "field/roles.toml".to_owned(), text: changed };
    let new = Catalog::load(&[overlay]).unwrap();
    let found = differences(&Catalog::shipped(), &new);
    let lead = found.iter().find(|one| one.address.to_string() == "roles/lead-technician").unwrap();
    assert!(lead.before.as_ref().unwrap().starts_with("Lead pharmacy technician."), "{lead:?}");
    assert!(lead.after.as_ref().unwrap().starts_with("Lead technician."), "{lead:?}");
    // Roles that lead to it, and what helps toward it, name it.
    assert!(found.len() > 1);
}

#[test]
fn a_catalogue_says_the_same_as_itself() {
    assert_eq!(differences(&Catalog::shipped(), &Catalog::shipped()), []);
}

#[test]
fn a_page_that_is_gone_is_gone_with_all_its_facts() {
    let gone = differences(&alpha(10, ""), &catalog(&[]));
    assert!(gone.len() > 5);
    assert!(gone.iter().all(|one| one.before.is_some() && one.after.is_none()));
}

#[test]
fn how_the_answer_to_a_record_changes() {
    let record = record(TEN_HOURS);
    assert_json_snapshot!(effects(&alpha(10, ""), &alpha(20, LAW), &record, today()), @r#"
    [
      {
        "credential": "aa-technician",
        "title": "Pharmacy Technician",
        "duty": "",
        "before": "met",
        "after": "not met",
        "turns": [
          {
            "what": "law",
            "before": null,
            "after": "not met: 0 of 1 h, 1 h short"
          },
          {
            "what": "continuing education",
            "before": "met: 10 of 10 h; by c1 10 h",
            "after": "not met: 10 of 20 h, 10 h short; by c1 10 h"
          }
        ]
      }
    ]
    "#);
}

#[test]
fn who_is_touched_and_who_is_not() {
    let empty = Record::from_json(br#"{"format": "rung-record/1"}"#).unwrap();
    let records = [empty, record(TEN_HOURS), record("")];
    assert_eq!(touched_by(&alpha(10, ""), &alpha(20, ""), &records, today()), [1, 2]);
    assert_eq!(touched_by(&alpha(10, ""), &alpha(10, ""), &records, today()), [0_usize; 0]);
}

#[test]
fn the_wording_of_a_rule_touches_nobody() {
    let reworded = keeping(
        "aa",
        "Alpha",
        "[[credential.renewal]]\nid = \"now\"\ncite = \"rule\"\nnotes = [\"new\"]\n[[credential.renewal.requirement]]\nid = \"total\"\n\
         what = \"education that continues\"\nminimum = 10\n",
    );
    let reworded = catalog(&[("jurisdictions/aa.toml", &reworded)]);
    assert!(!differences(&alpha(10, ""), &reworded).is_empty());
    assert_eq!(touched_by(&alpha(10, ""), &reworded, &[record(TEN_HOURS)], today()), [0_usize; 0]);
}
