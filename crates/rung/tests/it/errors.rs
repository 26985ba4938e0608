//! What is said when something cannot be done: what, where, what to do.

use crate::{DAY, code, file, no_data, run, run_with_input, scratch, stderr, without_dir};
use insta::assert_snapshot;
use std::{fs::File, io::Read as _, time::Instant};

#[test]
fn no_record() {
    let output = run(&["status"]);
    assert_eq!(code(&output), 5);
    assert_snapshot!(stderr(&output).replace(no_data().to_str().unwrap(), "DATA"), @"
    error: nothing is kept in DATA yet

    hint: `rung import FILE` keeps a record, or name a file with --record FILE
    ");
    assert!(!no_data().exists(), "reading makes nothing");
}

#[test]
fn a_record_that_is_not_there() {
    let output = run(&["status", "--record", "nowhere.json"]);
    assert_eq!(code(&output), 5);
    assert_snapshot!(stderr(&output), @"
    error: cannot read nowhere.json: no such file or directory

    hint: check the path; a relative one starts at the current directory
    ");
}

#[test]
fn a_directory_instead_of_a_record() {
    let output = run(&["status", "--record", "examples"]);
    assert_eq!(code(&output), 3);
    assert_snapshot!(stderr(&output), @"error: examples is a directory; a file is needed");
}

#[test]
fn all_faults_of_a_record_at_once() {
    let dir = scratch("errors_faults");
    let record = file(
        &dir,
        "record.json",
        br#"{"format": "rung-record/1",
            "credentials": [{"issued": "yesterday"}],
            "credits": [{"id": "c1", "completed": "2026-13-02", "hours": -1}, {"id": "c1", "completed": "2026-01-02"}]}"#,
    );
    let output = run(&["status", "--record", &record]);
    assert_eq!(code(&output), 3);
    assert_snapshot!(without_dir(&stderr(&output), &dir), @r#"
    error: record.json cannot be used as a record: 4 faults
      credentials[0].credential: is missing
      credentials[0].issued: "yesterday" is not a date (write YYYY-MM-DD)
      credits[0].completed: "2026-13-02" is not a date: there is no such day
      credits[0].hours: -1 hours is below zero
    "#);
}

#[test]
fn a_record_that_is_no_json() {
    let output = run_with_input(&["status", "--record", "-"], b"Dear board,");
    assert_eq!(code(&output), 3);
    assert_snapshot!(stderr(&output), @"
    error: standard input cannot be used as a record: one fault
      this is not JSON: expected value at line 1 column 1
    ");
}

#[test]
fn a_day_that_is_none() {
    let output = run(&["status", "--record", "x.json", "--on", "2026-02-30"]);
    assert_eq!(code(&output), 2);
    assert_snapshot!(stderr(&output), @r#"
    error: invalid value '2026-02-30' for '--on <DATE>': "2026-02-30" is not a date: there is no such day

    For more information, try '--help'.
    "#);
}

#[test]
fn a_credential_that_is_misspelt() {
    let output = run(&["eligibility", "ptcb-cptt", "--record", "examples/unknowns/record.json", "--on", DAY]);
    assert_eq!(code(&output), 2);
    assert_snapshot!(stderr(&output), @r#"
    error: there is no credential "ptcb-cptt" in the catalogue

    hint: did you mean `ptcb-cpht` or `ptcb-cpted` or `ptcb-cspt`? `rung catalog list` shows them all
    "#);
}

#[test]
fn a_command_that_is_misspelt() {
    let output = run(&["statsu"]);
    assert_eq!(code(&output), 2);
    assert_snapshot!(stderr(&output), @"
    error: unrecognized subcommand 'statsu'

      tip: a similar subcommand exists: 'status'

    Usage: rung [OPTIONS] [COMMAND]

    For more information, try '--help'.
    ");
}

#[test]
fn rules_that_cannot_be_read() {
    let dir = scratch("errors_catalog");
    std::fs::create_dir(dir.join("jurisdictions")).unwrap();
    file(&dir, "jurisdictions/zz.toml", b"id = \"zz\"\nname = 7\n");
    let overlay = dir.to_str().unwrap();
    let output = run(&["catalog", "list", "--catalog", overlay]);
    assert_eq!(code(&output), 3);
    assert_snapshot!(stderr(&output), @"
    error: the catalogue cannot be used: a file has a fault
      jurisdictions/zz.toml:2: invalid type: integer `7`, expected a string

    hint: the guide to writing rules is docs/guides/catalogue.md
    ");
}

#[test]
fn a_directory_without_rules() {
    let output = run(&["catalog", "list", "--catalog", "examples"]);
    assert_eq!(code(&output), 3);
    assert_snapshot!(stderr(&output), @"
    error: examples holds no catalogue files

    hint: boards are in jurisdictions/*.toml and certifying bodies in credentials/*.toml below it
    ");
}

#[test]
fn a_huge_file_is_refused_at_once() {
    let dir = scratch("errors_huge");
    let path = dir.join("commas.json");
    // As long as 200 MB of commas, without the disk that they take.
    let sparse = File::create(&path).unwrap();
    sparse.set_len(200 * 1024 * 1024).unwrap();
    let path = path.to_str().unwrap();
    let start = Instant::now();
    let record = run(&["status", "--record", path]);
    let import = run(&["import", path, "--record", "new.json", "--create", "--dry-run"]);
    assert!(start.elapsed().as_secs() < 5);
    assert_eq!((code(&record), code(&import)), (3, 3));
    assert_snapshot!(without_dir(&stderr(&record), &dir), @"
    error: commas.json is larger than 32 MB, the most that is read

    hint: is it the file that you meant?
    ");
}

#[test]
fn an_endless_stream_is_refused() {
    let mut commas = Vec::new();
    std::io::repeat(b',').take(40 * 1024 * 1024).read_to_end(&mut commas).unwrap();
    let start = Instant::now();
    let output = run_with_input(&["status", "--record", "-"], &commas);
    assert!(start.elapsed().as_secs() < 10);
    assert_eq!(code(&output), 3);
    assert_snapshot!(stderr(&output), @"
    error: standard input is larger than 32 MB, the most that is read

    hint: is it the file that you meant?
    ");
}

#[test]
fn hostile_json_is_refused_without_a_crash() {
    for hostile in [
        vec![b'['; 1024 * 1024],
        br#"{"format": "rung-record/1", "credits": "#.repeat(2_000),
        vec![0; 1024],
        b"\xff\xfe\x00\x00".to_vec(),
        br#"{"format": "rung-record/1", "credits": [{"id": "c", "completed": "2026-01-01", "hours": 1e308}]}"#.to_vec(),
        br#"{"format": "rung-record/1", "credentials": [{"credential": "tx-pharmacy-technician", "expires": "9999-12-31"}]}"#
            .to_vec(),
    ] {
        let output = run_with_input(&["status", "--record", "-", "--on", DAY], &hostile);
        assert_eq!(code(&output), 3, "{}", String::from_utf8_lossy(&output.stderr));
    }
}
