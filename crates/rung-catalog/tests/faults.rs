//! What a catalogue file that is wrong is told: file, line and field.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use rung_catalog::{Catalog, Overlay};

const HEAD: &str = r#"
id = "zz"
name = "Sample"
body = "Sample Board"
checked = 2026-11-23
confidence = "high"

[[source]]
id = "rule"
title = "Sample rule 1"
tier = "statute"

[[credential]]
id = "zz-technician"
title = "Technician"
kind = "registration"
term = { length = "2 years", ends = "printed" }
"#;

fn load(rest: &str) -> Result<Catalog, String> {
    let overlay = Overlay { path: "jurisdictions/zz.toml".into(), text: format!("{HEAD}{rest}") };
    Catalog::load(&[overlay]).map_err(|errors| errors.to_string())
}

#[test]
fn a_file_laid_over_the_catalogue_adds_to_it() {
    let rules = r#"
        [[credential.renewal]]
        id = "current"
        cite = "rule section 2"
          [[credential.renewal.requirement]]
          id = "total"
          what = "hours"
          minimum = "7.5"
    "#;
    let catalog = load(rules).unwrap();
    let credential = catalog.credential("zz-technician").unwrap();
    let (authority, source) = catalog.source(&credential.renewals[0].requirements[0].cite);
    assert_eq!((authority.name.as_str(), source.title.as_str()), ("Sample", "Sample rule 1"));
    assert_eq!(credential.renewals[0].requirements[0].cite.place, "section 2");
}

#[test]
fn faults_name_file_line_and_field() {
    let fault = |rest: &str| load(rest).unwrap_err();
    let of_line = |line: &str| {
        fault(&format!(
            "[[credential.renewal]]\nid = \"v\"\ncite = \"rule\"\n[[credential.renewal.requirement]]\nid = \"total\"\nwhat = \"x\"\n{line}\n"
        ))
    };
    let faults = [
        of_line("minimum = 1\nmaximum = 2"),
        of_line("minimum = 1\ncite = \"rulle 3\""),
        of_line("minimum = -1"),
        of_line("minimum = 1.5"),
        of_line("minimun = 1"),
        of_line("maximum_share = \"1/3 of nothing\""),
        of_line("minimum = 1\ncounts = { kinds = [\"webinar\"] }"),
        fault("[[credential.renewal]]\nid = \"v\"\n"),
        fault("[[credential.renewal]]\nid = \"v\"\ncite = \"rule\"\nfrom = 2026-01-01\nuntil = 2025-01-01\n"),
        fault("[[credential]]\nid = \"ptcb-cpht\"\ntitle = \"x\"\nkind = \"certification\"\n"),
        fault("[[credential"),
    ];
    insta::assert_snapshot!(faults.join("\n"), @r#"
    jurisdictions/zz.toml:22: credential zz-technician, rules v, total: a requirement gives exactly one of minimum, maximum, maximum_share, course, academic_credits, condition, all_of, unknown (or hours_unknown = true); here are 2
    jurisdictions/zz.toml:25: credential zz-technician, rules v, total.cite: "rulle" is not a source of this file (it has rule)
    jurisdictions/zz.toml:24: -1 hours is below zero
    jurisdictions/zz.toml:24: invalid type: floating point `1.5`, expected hours such as 10 or "1.25"
    jurisdictions/zz.toml:24: unknown field `minimun`, expected one of `id`, `what`, `minimum`, `maximum`, `maximum_share`, `course`, `academic_credits`, `condition`, `or`, `all_of`, `unknown`, `hours_unknown`, `counts`, `window`, `in_addition`, `per_day`, `applies_if`, `except`, `cite`, `confidence`, `note`
    jurisdictions/zz.toml:19: credential zz-technician, rules v, total.maximum_share: there is no requirement "nothing"
    jurisdictions/zz.toml:25: unknown variant `webinar`, expected one of `ce`, `college-course`, `in-service`, `presentation`, `volunteer`, `board-meeting`, `exam`, `life-support`, `course`
    jurisdictions/zz.toml:19: credential zz-technician, rules v.cite: is missing: every rule cites its source
    jurisdictions/zz.toml:19: credential zz-technician, rules v.until: 2025-01-01 is before from, 2026-01-01
    jurisdictions/zz.toml:1: credential ptcb-cpht: is defined in credentials/ptcb.toml too
    jurisdictions/zz.toml:18: unclosed array table, expected `]]`
    "#);
}

#[test]
fn so_do_faults_of_duties_stages_exams_and_dates() {
    let fault = |rest: &str| load(rest).unwrap_err();
    let duty = |rest: &str| fault(&format!("[[duty]]\nid = \"immunization\"\n{rest}\n"));
    let stages = |rest: &str| fault(&format!("[credential.reinstatement]\ncite = \"rule\"\n{rest}\n"));
    let exam = |rest: &str| {
        fault(&format!("[[credential.exam]]\nid = \"e\"\ntitle = \"E\"\ncite = \"rule\"\n{rest}\n"))
    };
    let change = |rest: &str| fault(&format!("[[change]]\nwhat = \"x\"\n{rest}\n"));
    let faults = [
        duty("allowed = \"unknown\""),
        duty("allowed = \"conditions\"\ncite = \"rule\""),
        duty("allowed = \"yes\""),
        duty("allowed = \"maybe\""),
        stages(
            "[[credential.reinstatement.stage]]\ntitle = \"Late\"\n[[credential.reinstatement.stage]]\ntitle = \"Lapsed\"",
        ),
        stages("within = \"1 year\"\n[[credential.reinstatement.stage]]\ntitle = \"Late\""),
        stages("within = \"a year\""),
        exam("domains = [{ name = \"A\", percent = 60 }, { name = \"B\", percent = \"35.5\" }]"),
        exam("domains = [{ name = \"A\", percent = \"18.755\" }]"),
        exam("domains = [{ name = \"A\", percent = 101 }]"),
        change("date = \"2027-13\"\ncite = \"rule\""),
        change("date = \"next year\"\ncite = \"rule\""),
        change("date = 2027-01-01"),
        change("date = 2027-01-01\ncite = [\"rule 2\", \"faq\"]"),
        change("date = 2027-01-01\ncite = []"),
        fault("[[credential.fee]]\nwhat = \"application\"\nusd = 62.40\ncite = \"rule\""),
        fault(
            "[[credential.renewal]]\nid = \"v\"\ncite = \"rule\"\nopens = { day = { month = 13, day = 1 } }",
        ),
        fault(
            "[[credential.renewal]]\nid = \"v\"\ncite = \"rule\"\nopens = { day = { month = 12, dey = 1, day = 1 } }",
        ),
    ];
    insta::assert_snapshot!(faults.join("\n"), @r#"
    jurisdictions/zz.toml:19: duty immunization: is unknown: give the question to ask, and whom, as `question`
    jurisdictions/zz.toml:19: duty immunization: is allowed under conditions: list them as `terms`
    jurisdictions/zz.toml:19: duty immunization.cite: is missing: every rule cites its source
    jurisdictions/zz.toml:20: unknown variant `maybe`, expected one of `yes`, `conditions`, `no`, `unknown`
    jurisdictions/zz.toml:21: credential zz-technician, reinstatement, Late: only the last stage may leave out `within`
    jurisdictions/zz.toml:14: credential zz-technician, reinstatement: has stages: give `within` and `rules` in each of them instead of beside them
    jurisdictions/zz.toml:20: "a year" is not a length of time (write "60 days", "6 months" or "2 years")
    jurisdictions/zz.toml:19: credential zz-technician, exam e.domains: the shares add up to 95.50 percent
    jurisdictions/zz.toml:22: "18.755" is not a percentage (write 35 or "18.75", at most 100)
    jurisdictions/zz.toml:22: "101" is not a percentage (write 35 or "18.75", at most 100)
    jurisdictions/zz.toml:20: "2027-13" is not a date (write 2027-01-31, "2027-01" or "2027" as far as it is known)
    jurisdictions/zz.toml:20: "next year" is not a date (write 2027-01-31, "2027-01" or "2027" as far as it is known)
    jurisdictions/zz.toml:20: change 2027-01-01.cite: is missing: every rule cites its source
    jurisdictions/zz.toml:21: change 2027-01-01.cite: "faq" is not a source of this file (it has rule)
    jurisdictions/zz.toml:21: change 2027-01-01.cite: names no source
    jurisdictions/zz.toml:20: invalid type: floating point `62.4`, expected dollars such as 55 or "62.40"
    jurisdictions/zz.toml:21: 13 is not a month (write 1 to 12)
    jurisdictions/zz.toml:21: unexpected keys in table: dey, available keys: month, day
    "#);
}

/// Hostile input is bred from these: what the reader refuses would not get past it.
#[test]
fn the_seeds_of_the_fuzz_target_load() {
    let seeds = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds/catalogue");
    for seed in std::fs::read_dir(seeds).unwrap() {
        let text = std::fs::read_to_string(seed.unwrap().path()).unwrap();
        let id = text.lines().find_map(|line| line.strip_prefix("id = \"")).unwrap().trim_end_matches('"');
        let path = format!("jurisdictions/{id}.toml");
        assert_eq!(Catalog::load(&[Overlay { path, text }]).map_err(|errors| errors.to_string()).err(), None);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_bent_file_is_refused_or_loads(cut in 0..7_000_usize, at in 0..7_000_usize, byte in any::<u8>()) {
        let texas = include_str!("../../../catalog/jurisdictions/tx.toml");
        let cut = texas.floor_char_boundary(cut);
        let _ = Catalog::load(&[Overlay { path: "jurisdictions/tx.toml".into(), text: texas[..cut].into() }]);
        let mut bent = texas.as_bytes().to_vec();
        let at = at % bent.len();
        bent[at] = byte;
        let text = String::from_utf8_lossy(&bent).into_owned();
        let _ = Catalog::load(&[Overlay { path: "jurisdictions/tx.toml".into(), text }]);
    }
}
