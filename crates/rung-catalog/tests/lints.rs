//! What `rung catalog check` finds in files that load: each kind of fault in a deliberately poor file.

#![allow(clippy::unwrap_used)]

use rung_catalog::{Catalog, Overlay};

const POOR: &str = r#"
id = "zz"
name = "Sample"
body = "Sample Board"
checked = 2025-06-30
confidence = "high"

[[source]]
id = "rule"
title = "Sample rule 1"
tier = "statute"

[[source]]
id = "brochure"
title = "Nobody cites this"
tier = "vendor"

[[duty]]
id = "juggling"
allowed = "no"
cite = "rule"

[[duty]]
id = "immunization"
allowed = "conditions"
who = ["zz-pharmacist"]
if = { any = [{ holds = ["zz-vaccinator"] }] }
until = 2026-06-30
cite = "rule"

[[duty]]
id = "immunization"
allowed = "no"
who = ["zz-pharmacist"]
from = 2026-06-30
cite = "rule"

[[change]]
date = "2027"
what = "the old register ends"
credentials = ["zz-assistant"]
cite = "rule"

[[credential]]
id = "zz-technician"
title = "Technician"
kind = "registration"
implies = ["zz-helper"]
term = { length = "2 years", ends = "printed" }

  [[credential.renewal]]
  id = "first"
  until = 2020-12-31
  cite = "rule"

  [[credential.renewal]]
  id = "second"
  from = 2021-02-01
  until = 2023-12-31
  cite = "rule"

    [[credential.renewal.requirement]]
    id = "total"
    what = "hours"
    minimum = 20
    except = [
      { when = {}, hours = 10, why = "always" },
      { when = { first_period = true }, hours = 0, why = "first renewal" },
    ]

    [[credential.renewal.requirement]]
    id = "again"
    what = "the same hours"
    minimum = 20

    [[credential.renewal.requirement]]
    id = "certified"
    what = "certification"
    condition = { holds = ["ptcb-chpt"] }

  [[credential.renewal]]
  id = "third"
  from = 2023-12-31
  cite = "rule"
  accepts = { topics = ["astrology"] }

  [[credential.renewal]]
  id = "fourth"
  from = 2025-01-01
  cite = "rule"

  [[credential.exam]]
  id = "exam-1"
  title = "Exam"
  until = 2024-12-31
  domains = [{ name = "Stars", topics = ["astronomy"] }]
  cite = "rule"

  [[credential.exam]]
  id = "exam-2"
  title = "Exam"
  from = 2024-06-01
  cite = "rule"

  [credential.reinstatement]
  cite = "rule"

    [[credential.reinstatement.stage]]
    title = "Late renewal"

      [[credential.reinstatement.stage.rules]]
      id = "late-1"

      [[credential.reinstatement.stage.rules]]
      id = "late-2"
      from = 2026-01-01
"#;

/// The lints of a file laid over the catalogue.
fn lints(text: &str, on: &str) -> String {
    let overlay = Overlay { path: "jurisdictions/zz.toml".into(), text: text.into() };
    let catalog = Catalog::load(&[overlay]).unwrap();
    let own =
        catalog.lint(on.parse().unwrap()).into_iter().filter(|lint| lint.file == "jurisdictions/zz.toml");
    own.map(|lint| lint.to_string().replace("jurisdictions/", "") + "\n").collect()
}

#[test]
fn a_poor_file_is_told_everything_at_once() {
    insta::assert_snapshot!(lints(POOR, "2026-11-23"), @r#"
    zz.toml: checked: nobody has looked since 2025-06-30; look again and set the day
    zz.toml: source brochure: is cited by nothing; cite it where it supports something, or leave it out
    zz.toml: month_ends: is missing: the file counts in months or years, and a month may lack the day it should end on
    zz.toml: duty juggling: is a word that duties.toml does not list
    zz.toml: duty immunization: names "zz-pharmacist", which is not in the catalogue
    zz.toml: duty immunization: names "zz-vaccinator", which is not in the catalogue
    zz.toml: duty immunization: names "zz-pharmacist", which is not in the catalogue
    zz.toml: duty immunization: is told twice for the same days
    zz.toml: change 2027: names "zz-assistant", which is not in the catalogue
    zz.toml: zz-technician: names "ptcb-chpt", which is not in the catalogue
    zz.toml: zz-technician: names "zz-helper", which is not in the catalogue
    zz.toml: zz-technician: filters by "astrology", a topic that acpe.toml does not list
    zz.toml: zz-technician: filters by "astronomy", a topic that acpe.toml does not list
    zz.toml: zz-technician: no version is in force between first (2020-12-31) and second (2021-02-01)
    zz.toml: zz-technician: versions second and third overlap
    zz.toml: zz-technician: versions third and fourth are for the same days: one can never be chosen
    zz.toml: zz-technician: versions late-1 and late-2 are for the same days: one can never be chosen
    zz.toml: zz-technician: versions exam-1 and exam-2 overlap
    zz.toml: zz-technician: rules second: total and again ask the same
    zz.toml: zz-technician: rules second, total: the exception "first renewal" can never be reached
    "#);
}

#[test]
fn a_day_of_checking_is_neither_old_nor_in_the_future() {
    let checked =
        |on| lints(POOR, on).lines().filter(|line| line.contains("checked")).collect::<Vec<_>>().join("\n");
    assert_eq!(checked("2025-06-29"), "zz.toml: checked: 2025-06-30 lies in the future");
    assert_eq!(checked("2025-06-30"), "");
    assert_eq!(checked("2026-06-30"), "");
    assert_eq!(
        checked("2026-07-01"),
        "zz.toml: checked: nobody has looked since 2025-06-30; look again and set the day"
    );
}

#[test]
fn a_file_in_order_has_none() {
    let text = r#"
        id = "zz"
        name = "Sample"
        body = "Sample Board"
        checked = 2026-11-23
        confidence = "high"
        month_ends = "last-day"

        [[source]]
        id = "rule"
        title = "Sample rule 1"
        tier = "statute"

        [[credential]]
        id = "zz-technician"
        title = "Technician"
        kind = "registration"
        term = { length = "2 years", ends = "printed" }

          [[credential.renewal]]
          id = "first"
          until = 2020-12-31
          cite = "rule"

          [[credential.renewal]]
          id = "second"
          from = 2021-01-01
          cite = "rule"
    "#;
    assert_eq!(lints(text, "2026-11-23"), "");
}

/// What people read names no field of the record's file; what they attest is told in words, not by its key.
#[test]
fn conditions_are_told_in_words_and_not_in_fields_of_a_file() {
    let catalog = Catalog::shipped();
    let lines = catalog.credentials.iter().flat_map(|own| &own.paths).flat_map(|path| &path.conditions);
    for line in lines {
        for field in ["attest:", "recognised_by", "under facts", "under education", "\""] {
            assert!(!line.would_meet.contains(field), "{}", line.would_meet);
        }
        for key in line.condition.walk().into_iter().filter_map(|own| own.attest.as_deref()) {
            assert!(catalog.attested(key).is_some(), "{key}");
        }
    }
    assert_eq!(
        catalog.attested("attest:ca-associate-degree-pharmacy-technology"),
        Some("an associate degree in pharmacy technology")
    );
    assert_eq!(catalog.attested("attest:in-age-waived"), Some("the board waived the age for good cause"));
    assert_eq!(catalog.attested("attest:of-no-rule"), None);
}
