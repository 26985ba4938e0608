use crate::{DAY, code, command, file, run, scratch, stderr, stdout};
use insta::assert_snapshot;
use serde_json::Value;
use std::{fs, path::PathBuf};

fn json(args: &[&str]) -> Value {
    serde_json::from_str(&stdout(&run(args))).unwrap()
}

/// A made-up state laid over the shipped rules: what it says changes only here.
const OWN: &str = r#"
id = "zz"
name = "Zenith"
body = "Zenith Board of Pharmacy"
checked = 2026-11-01
confidence = "high"
month_ends = "last-day"
open_questions = ["Does the board read our letters?"]

[[source]]
id = "rule"
title = "Zenith rule 7"
url = "https://example.com/rule"
tier = "statute"
dated = "2026"

[[source]]
id = "page"
title = "The board's page"
tier = "board"

[[duty]]
id = "immunization"
allowed = "conditions"
terms = ["a course of four hours"]
from = 2026-01-01
cite = "rule 9"

[[duty]]
id = "product-verification"
allowed = "unknown"
question = "May technicians check one another's work? Ask the board."

[[change]]
date = "2028"
what = "the fee rises"
cite = "page"

[[credential]]
id = "zz-technician"
title = "Pharmacy Technician"
kind = "license"
term = { length = "2 years", ends = "printed" }
notes = ["A trap."]

[[credential.path]]
id = "apply"
title = "Application"
cite = "page"
  [[credential.path.condition]]
  what = "18 years of age"
  if = { age_at_least = 18 }
  would_meet = "wait"

[[credential.fee]]
what = "application"
usd = 50
cite = "page"
confidence = "low"

[[credential.renewal]]
id = "old"
until = 2026-12-31
cite = "rule 7"
  [[credential.renewal.requirement]]
  id = "total"
  what = "continuing education"
  minimum = 10

[[credential.renewal]]
id = "new"
from = 2027-01-01
cite = ["rule 8", "page news"]
  [[credential.renewal.requirement]]
  id = "total"
  what = "continuing education"
  minimum = 20
  [[credential.renewal.requirement]]
  id = "sterile"
  what = "sterile work, for those who do it"
  hours_unknown = true
  applies_if = { duty = ["compounding"] }
"#;

/// A directory of rules with Zenith in it.
fn zenith(name: &str, text: &str) -> PathBuf {
    let dir = scratch(name);
    fs::create_dir(dir.join("jurisdictions")).unwrap();
    file(&dir, "jurisdictions/zz.toml", text.as_bytes());
    dir
}

/// The answer of a catalogue command about Zenith.
fn of_zenith(name: &str, args: &[&str]) -> String {
    let dir = zenith(name, OWN);
    stdout(&run(&[&["catalog"], args, &["--on", DAY, "--catalog", dir.to_str().unwrap()]].concat()))
}

#[test]
fn the_credentials_of_a_state() {
    assert_snapshot!(stdout(&run(&["catalog", "list", "--state", "tx"])), @"");
    assert_snapshot!(stdout(&run(&["catalog", "list", "sterile"])), @"");
    let none = run(&["catalog", "list", "--state", "ZZ"]);
    assert_eq!(code(&none), 2);
}

#[test]
fn bodies_duties_and_roles_are_listed_too() {
    assert_snapshot!(stdout(&run(&["catalog", "list", "bodies", "--on", DAY])), @"");
    assert_snapshot!(stdout(&run(&["catalog", "list", "duties", "vaccines", "--state", "tx", "--on", DAY])), @"");
    assert_eq!(
        json(&["catalog", "list", "jurisdictions", "--json"])["jurisdictions"].as_array().unwrap().len(),
        51
    );
    for shelf in ["roles", "settings", "actions", "organizations", "feeds"] {
        let listed = json(&["catalog", "list", shelf, "--json"])[shelf].clone();
        assert!(listed.as_array().unwrap().len() > 5, "{shelf}");
    }
}

#[test]
fn a_credential_in_plain_words() {
    assert_snapshot!(of_zenith("show_credential", &["show", "zz-technician"]), @"");
}

#[test]
fn a_jurisdiction_in_plain_words() {
    assert_snapshot!(of_zenith("show_state", &["show", "Zenith"]), @"");
}

#[test]
fn one_fact_with_its_sources_in_full() {
    assert_snapshot!(of_zenith("show_fact", &["show", "zz-technician/new/total"]), @"");
}

#[test]
fn a_role() {
    assert_snapshot!(stdout(&run(&["catalog", "show", "roles/pharmacy-technician-trainee"])), @"");
}

#[test]
fn a_cited_zero_does_not_look_like_what_nobody_knows() {
    let of = |id: &str| stdout(&run(&["catalog", "show", id, "--on", DAY]));
    let line =
        |text: &str| text.lines().find(|line| line.contains("Continuing education")).unwrap().to_owned();
    assert_snapshot!(line(&of("hi")), @"");
    assert_snapshot!(line(&of("id")), @"");
}

#[test]
fn nothing_is_called_so() {
    assert_snapshot!(stderr(&run(&["catalog", "show", "tx-pharmacy-technicain"])), @"");
    assert_eq!(code(&run(&["catalog", "show", "nowhere"])), 2);
}

#[test]
fn everything_can_be_shown_both_ways() {
    let credentials = json(&["catalog", "list", "--json"])["credentials"].clone();
    let credentials = credentials.as_array().unwrap();
    assert_eq!(credentials.len(), 110);
    // A process each takes long: every seventh stands for the others, which rung-atlas tests.
    for credential in credentials.iter().step_by(7) {
        let id = credential["id"].as_str().unwrap();
        assert!(stdout(&run(&["catalog", "show", id, "--all"])).contains(id));
        let shown = json(&["catalog", "show", id, "--json"]);
        assert_eq!(shown["id"], id);
        assert!(!shown["facts"].as_array().unwrap().is_empty());
    }
}

fn search_zenith() -> String {
    let dir = zenith("search", OWN);
    stdout(&run(&["catalog", "search", "Zenith", "steril", "--catalog", dir.to_str().unwrap()]))
}

#[test]
fn found_by_words() {
    assert_snapshot!(search_zenith(), @"");
    let nothing = run(&["catalog", "search", "zebra"]);
    assert_eq!(code(&nothing), 1);
    assert_eq!(stdout(&nothing), "Nothing in the catalogue has all of these words.\n");
    let first = json(&["catalog", "search", "Ohio", "law", "--json"])["results"][0]["address"].clone();
    assert_eq!(first, "credentials/oh-registered-pharmacy-technician/current/law");
}

#[test]
fn the_map() {
    assert_snapshot!(stdout(&run(&["catalog", "map", "--on", DAY])), @"");
    assert_snapshot!(stdout(&run(&["catalog", "map", "--by", "vaccines", "--table", "--on", DAY])), @"");
    let all = json(&["catalog", "map", "--by", "certification", "--json", "--on", DAY]);
    assert_eq!(all["jurisdictions"].as_array().unwrap().len(), 51);
}

#[test]
fn two_credentials_side_by_side_and_below_each_other() {
    let args = ["compare", "zz-technician", "de-x"];
    let failed = run(&[&["catalog"], &args[..]].concat());
    assert_eq!(code(&failed), 2);
    let dir = zenith("compare", OWN);
    let args = [
        "catalog",
        "compare",
        "zz-technician",
        "ct-pharmacy-technician",
        "--on",
        DAY,
        "--catalog",
        dir.to_str().unwrap(),
    ];
    assert_snapshot!(stdout(&run(&args)), @"");
    let narrow = command(&args).env("COLUMNS", "50").arg("--differences").output().unwrap();
    assert_snapshot!(stdout(&narrow), @"");
}

#[test]
fn a_state_and_a_credential_cannot_be_compared() {
    assert_snapshot!(stderr(&run(&["catalog", "compare", "Texas", "ptcb-cpht"])), @"");
}

#[test]
fn what_changes_next_and_what_changed() {
    assert_snapshot!(of_zenith("changes", &["changes", "--state", "zz"]), @"");
    assert_snapshot!(of_zenith("past_changes", &["changes", "--state", "Zenith", "--past"]), @"");
}

#[test]
fn what_changed_between_two_catalogues_and_whom_it_touches() {
    let dir = scratch("diff");
    fs::create_dir(dir.join("records")).unwrap();
    let held = r#""credentials": [{"credential": "zz-technician", "issued": "2020-01-01", "expires": "2026-12-31"}],
        "credits": [{"id": "c1", "completed": "2026-02-01", "hours": "10", "kind": "ce", "accreditation": ["acpe"]}]"#;
    let touched = format!(r#"{{"format": "rung-record/1", "person": {{"name": "Sample: Zoe"}}, {held}}}"#);
    file(&dir, "records/zoe.json", touched.as_bytes());
    file(
        &dir,
        "records/nobody.json",
        br#"{"format": "rung-record/1", "person": {"name": "Sample: Nobody"}}"#,
    );
    file(&dir, "records/other.json", b"[1, 2, 3]");
    let (old, new) =
        (zenith("diff_old", OWN), zenith("diff_new", &OWN.replace("minimum = 10", "minimum = 12")));
    let (old, new, records) = (old.to_str().unwrap(), new.to_str().unwrap(), dir.join("records"));
    let args = ["catalog", "diff", old, new, "--on", DAY, "--records", records.to_str().unwrap()];
    let output = run(&args);
    assert_eq!(code(&output), 1);
    assert_snapshot!(stdout(&output).replace(&format!("{}/", dir.display()), ""), @"");
    let as_json = json(&[&args[..], &["--json"]].concat());
    assert_eq!(as_json["differences"][0]["address"], "credentials/zz-technician/old/total");
    assert_eq!(as_json["records"][1]["effects"][0]["before"], "met");
    assert_eq!(as_json["records"][1]["effects"][0]["after"], "not met");

    let same = run(&["catalog", "diff", old, old]);
    assert_eq!((code(&same), stdout(&same).as_str()), (0, "The two say the same.\n"));
    let gone = stdout(&run(&["catalog", "diff", old, "shipped"]));
    assert!(gone.contains("gone, with"), "{gone}");
}

#[test]
fn a_whole_catalogue_is_compared_as_it_is_and_not_laid_over_the_shipped_one() {
    assert_eq!(code(&run(&["catalog", "diff", "shipped", "catalog"])), 0);
    let dir = zenith("diff_whole", OWN);
    fs::copy(crate::root().join("catalog/acpe.toml"), dir.join("acpe.toml")).unwrap();
    let gone = json(&["catalog", "diff", "shipped", dir.to_str().unwrap(), "--json"]);
    let gone = gone["differences"].as_array().unwrap().iter().filter(|one| one["after"].is_null()).count();
    assert!(gone > 2_000, "{gone}");
}

#[test]
fn a_directory_without_records_is_refused() {
    let output = run(&["catalog", "diff", "shipped", "shipped", "--records", "catalog"]);
    assert_eq!(code(&output), 3);
    assert_snapshot!(stderr(&output), @"");
}

#[test]
fn no_line_of_the_catalogue_is_wider_than_the_terminal_unless_it_is_one_word() {
    for args in [
        &["show", "ptcb-cpht", "--all"][..],
        &["show", "nv"],
        &["show", "roles/lead-technician"],
        &["compare", "tx", "oh"],
        &["changes", "--past"],
        &["map"],
        &["search", "law"],
        &["list", "jurisdictions"],
    ] {
        for columns in ["40", "60", "80", "100"] {
            let all =
                [&["catalog"], args, if args[0] == "search" { &[][..] } else { &["--on", DAY] }].concat();
            let output = command(&all).env("COLUMNS", columns).output().unwrap();
            let most: usize = columns.parse().unwrap();
            for line in stdout(&output).lines() {
                let is_one_word = line.split_whitespace().count() == 1;
                assert!(line.chars().count() <= most || is_one_word, "{args:?} at {columns}: {line}");
            }
        }
    }
}

#[test]
fn without_unicode_everything_is_ascii() {
    for args in [&["show", "ak"][..], &["compare", "ak", "hi"], &["map"]] {
        let all = [&["catalog"], args, &["--on", DAY]].concat();
        let output = command(&all).env("LANG", "C").output().unwrap();
        assert!(stdout(&output).is_ascii(), "{args:?}");
    }
}

#[test]
fn the_shipped_rules_hold_together() {
    // On the last day on which somebody looked at a file.
    let all = json(&["catalog", "list", "--json"]);
    let checked = all["credentials"].as_array().unwrap().iter().map(|one| one["checked"].as_str().unwrap());
    let output = run(&["catalog", "check", "--on", checked.max().unwrap()]);
    assert_eq!(code(&output), 0, "{}", stdout(&output));
}

#[test]
fn a_credential_with_too_few_scenarios_is_found() {
    let dir = zenith("few_scenarios", OWN);
    let output = run(&["catalog", "check", "--on", "2026-11-27", "--catalog", dir.to_str().unwrap()]);
    assert_eq!(code(&output), 1);
    let text = stdout(&output);
    assert!(
        text.contains("1 credentials with too few scenarios:\n  zz-technician: 0 of at least 3"),
        "{text}"
    );
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
