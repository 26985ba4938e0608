use crate::{DAY, code, file, run, scratch, stdout};
use insta::assert_snapshot;

#[test]
fn the_credentials_of_a_state() {
    assert_snapshot!(stdout(&run(&["catalog", "list", "--state", "tx"])), @"
    Texas · Texas State Board of Pharmacy        checked 2026-11-23, confidence high
      tx-pharmacy-technician          Registered Pharmacy Technician
      tx-pharmacy-technician-trainee  Pharmacy Technician Trainee
    ");
    assert_snapshot!(stdout(&run(&["catalog", "list", "sterile"])), @"
    PTCB · Pharmacy Technician Certification Board
      checked 2026-11-23, confidence high
      ptcb-cspt                    Certified Compounded Sterile Preparation Technician (CSPT)
      ptcb-nonsterile-compounding  Nonsterile Compounding Certificate
    ");
    let none = run(&["catalog", "list", "--state", "ZZ"]);
    assert_eq!(code(&none), 2);
}

#[test]
fn rules_in_plain_words() {
    assert_snapshot!(stdout(&run(&["catalog", "show", "sc-registered-pharmacy-technician", "--on", DAY])), @r#"
    Registered Pharmacy Technician · sc-registered-pharmacy-technician
    South Carolina · South Carolina Board of Pharmacy
      checked 2026-11-23, confidence high
    National certification is not needed for the registration; pages that say every
    technician must hold it are wrong.
    There is no grace: who has not renewed by June 30 stops working on July 1.
    Term: 12 months, ends on June 30 of every year.

    Renewal · version current
      Counts at all: continuing education or named courses, accredited by ACPE or
      AMA category 1.
      Surplus hours carry over into the next period.
      • continuing education · total
        At least 10 h.
        Nothing instead if it is the first period (first renewal after the first
        registration).
        Nothing instead if the record's facts say yes to "attest:sc-enrolled"
        (enrolled in a technician programme).
        Nothing instead if the record's facts say yes to
        "attest:sc-first-renewal-after-program" (first renewal after finishing a
        technician programme).
        S.C. Code 40-43-130, continuing education, (G)(1). Checked 2026-11-23, in
        part: confirm with the South Carolina Board of Pharmacy.
      Note: Hours beyond the ten count in the next registration year and no later.
      The statute words this for licences, a vendor says it of technicians.
      Note: Activities for pharmacists and for technicians both count.
      Note: Older sources ask four of the ten hours live: take them live until the
      present text is read.
      S.C. Code 40-43-130, continuing education, (G)(1). Checked 2026-11-23.
      https://instalawyer.io/laws/south-carolina-code-of-laws/section-40-43-130-continuing-education-topics

    After expiry
      Reinstatement: within 2 years.
      After that: ask the board: no text read says what a longer lapse asks.
      Board FAQ. Checked 2026-11-23.
      https://llr.sc.gov/bop/faq.aspx

    To get it: Registration without an examination · register
      then application, $56
      then form on lawful presence and copies of identity papers
      then wait for the registration before working, then work under a pharmacist
      Board FAQ. Checked 2026-11-23.
      https://llr.sc.gov/bop/faq.aspx

    Open questions
      Must some of the ten hours be live? The statute did ask it in 2015, a bill of
      that year would have ended it, a vendor page of 2022 still implies four live
      hours, newer ones list none. The present words of 40-43-130 (G)(2) to (4)
      could not be read; four live hours satisfy every source.
      May hours earned in an exempt year be carried into the next?
      Are carried hours used before those of the year itself?
      Do technicians who give vaccines (Act 221 of 2024) owe hours or training for
      it? None were found.
      What does renewal cost, and what does a lapse of two years or more ask?
    "#);
}

#[test]
fn every_credential_can_be_shown_both_ways() {
    let list: serde_json::Value =
        serde_json::from_str(&stdout(&run(&["catalog", "list", "--json"]))).unwrap();
    let credentials = list["credentials"].as_array().unwrap();
    assert!(credentials.len() > 40);
    for credential in credentials {
        let id = credential["id"].as_str().unwrap();
        assert!(stdout(&run(&["catalog", "show", id, "--all"])).contains(id));
        let json: serde_json::Value =
            serde_json::from_str(&stdout(&run(&["catalog", "show", id, "--json"]))).unwrap();
        assert_eq!(json["id"], id);
    }
}

#[test]
fn the_shipped_rules_hold_together() {
    let output = run(&["catalog", "check", "--on", DAY]);
    assert_eq!(code(&output), 0, "{}", stdout(&output));
}

#[test]
fn a_scenario_that_comes_out_otherwise_is_found() {
    let dir = scratch("catalog_check");
    std::fs::create_dir(dir.join("jurisdictions")).unwrap();
    let scenarios = b"[[scenario]]\nname = \"Two hours are enough\"\non = 2026-11-23\ncredential = \"tx-pharmacy-technician\"\n\
        verdict = \"met\"\n  [scenario.record]\n  credentials = [{ credential = \"tx-pharmacy-technician\", issued = \
        \"2021-06-01\", expires = \"2027-05-31\" }]\n";
    file(&dir, "jurisdictions/own.scenarios.toml", scenarios);
    let output = run(&["catalog", "check", "--on", DAY, "--catalog", dir.to_str().unwrap()]);
    assert_eq!(code(&output), 1);
    let text = stdout(&output);
    assert!(text.contains("1 scenarios that come out otherwise:\n  jurisdictions/own.scenarios.toml: \"Two hours are enough\""), "{text}");
}

#[test]
fn a_schema_for_the_editor() {
    for kind in rung_catalog::FileSchema::ALL {
        assert_eq!(stdout(&run(&["catalog", "schema", kind.name])), kind.text);
    }
    assert_eq!(stdout(&run(&["catalog", "schema"])), stdout(&run(&["catalog", "schema", "authority"])));
    assert_eq!(code(&run(&["catalog", "schema", "board"])), 2);
}

#[test]
fn schemas_and_settings_for_a_directory_of_rules() {
    let dir = scratch("catalog_schema");
    let read = |name: &str| std::fs::read_to_string(dir.join(name)).unwrap();
    file(&dir, "tombi.toml", b"# our own\n");
    assert_eq!(stdout(&run(&["catalog", "schema", "--out", dir.to_str().unwrap()])), "");
    assert_eq!(read("tombi.toml"), "# our own\n");

    std::fs::remove_file(dir.join("tombi.toml")).unwrap();
    run(&["catalog", "schema", "--out", dir.to_str().unwrap()]);
    for kind in rung_catalog::FileSchema::ALL {
        let schema = format!("schema/{}", kind.file_name());
        assert_eq!(read(&schema), kind.text);
        assert!(read("tombi.toml").contains(&schema), "{schema}");
    }
}
