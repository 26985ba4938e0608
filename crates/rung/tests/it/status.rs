use crate::{DAY, code, command, file, run, run_with_input, scratch, stdout};
use insta::assert_snapshot;
use std::{fs, time::Instant};

const RECORD: &str = "examples/ohio-volunteer/record.json";

#[test]
fn ascii_where_the_locale_knows_nothing_else() {
    let output = command(&["status", "--record", RECORD, "--on", DAY]).env("LANG", "C").output().unwrap();
    let text = stdout(&output);
    assert!(text.is_ascii());
    assert_snapshot!(text, @"
    Sample: Samir Haddad                                                  2026-11-23
    0 of 1 in order. Next: renew Ohio Registered Pharmacy Technician by 2028-03-31,
    in 494 days.

    +- Ohio Registered Pharmacy Technician ---------------------------- [ ] not met
    |  Good until 2028-03-31 (494 days).
    |  Credit counts from 2026-04-01 to 2028-03-31.
    |
    |  [ ] continuing         ##################--  9 h 20 min of 10 h  40 min short
    |      education on
    |      technicians'
    |      subjects
    |    not counted: 2 h 40 min over a cap
    |  [x] pharmacy law       ####################            2 of 2 h
    |  [x] patient or         ####################            2 of 2 h
    |      medication safety
    |  - volunteer health-care service at an        3 h 20 min of at most 3 h 20 min
    |    approved provider in Ohio
    |
    |  Fees        renewal $50
    |  Source      OAC 4729:3-5-02, continuing education of registered technicians.
    |              Checked 2026-11-23.
    |              http://codes.ohio.gov/oac/4729:3-5-02
    +-

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
}

#[test]
fn narrow_terminals_get_the_bar_below_its_label() {
    let output = command(&["status", "--record", RECORD, "--on", DAY]).env("COLUMNS", "44").output().unwrap();
    assert_snapshot!(stdout(&output), @"
    Sample: Samir Haddad              2026-11-23
    0 of 1 in order. Next: renew Ohio Registered
    Pharmacy Technician by 2028-03-31, in 494
    days.

    ╭─ Ohio Registered Pharmacy T… ── ○ not met
    │  Good until 2028-03-31 (494 days).
    │  Credit counts from 2026-04-01 to
    │  2028-03-31.
    │
    │  ○ continuing education on technicians'
    │    subjects
    │    ██████████████████▋░  9 h 20 min of 10 h  40 min short
    │    not counted: 2 h 40 min over a cap
    │  ● pharmacy law
    │    ████████████████████            2 of 2 h
    │  ● patient or medication safety
    │    ████████████████████            2 of 2 h
    │  · volunteer health-care service at an
    │    approved provider in Ohio
    │    3 h 20 min of at most 3 h 20 min
    │
    │  Fees        renewal $50
    │  Source      OAC 4729:3-5-02, continuing
    │              education of registered
    │              technicians. Checked
    │              2026-11-23.
    │              http://codes.ohio.gov/oac/4729:3-5-02
    ╰─

    Rung informs; it is not legal advice. Where
    it matters, ask the board or the certifying
    body.
    ");
}

#[test]
fn colour_is_asked_for_or_left_out() {
    let plain = stdout(&run(&["status", "--record", RECORD, "--on", DAY]));
    assert!(!plain.contains('\x1b'));
    let always = stdout(&run(&["status", "--record", RECORD, "--on", DAY, "--color", "always"]));
    assert!(always.contains("\x1b[1;97;41m ○ not met \x1b[0m"));
    let mut forced = command(&["status", "--record", RECORD, "--on", DAY]);
    let forced = forced.env_remove("NO_COLOR").env("CLICOLOR_FORCE", "1").output().unwrap();
    assert_eq!(stdout(&forced), always);
    let mut piped = command(&["status", "--record", RECORD, "--on", DAY]);
    assert_eq!(stdout(&piped.env_remove("NO_COLOR").output().unwrap()), plain);
}

#[test]
fn the_record_may_come_from_standard_input_or_the_environment() {
    let named = stdout(&run(&["status", "--record", RECORD, "--on", DAY]));
    let bytes = fs::read(crate::root().join(RECORD)).unwrap();
    assert_eq!(stdout(&run_with_input(&["status", "--record", "-", "--on", DAY], &bytes)), named);
    let from_environment = command(&["status", "--on", DAY]).env("RUNG_RECORD", RECORD).output().unwrap();
    assert_eq!(stdout(&from_environment), named);
}

#[test]
fn check_lets_the_exit_code_tell() {
    for (name, plain, check) in
        [("florida-first-renewal", 0, 0), ("ohio-volunteer", 0, 1), ("unknowns", 0, 4)]
    {
        let record = format!("examples/{name}/record.json");
        assert_eq!(code(&run(&["status", "--record", &record, "--on", DAY])), plain, "{name}");
        assert_eq!(code(&run(&["status", "--record", &record, "--on", DAY, "--check"])), check, "{name}");
    }
}

#[test]
fn a_record_without_credentials_says_so() {
    let dir = scratch("status_empty");
    let record = file(&dir, "record.json", br#"{"format": "rung-record/1"}"#);
    assert_snapshot!(stdout(&run(&["status", "--record", &record, "--on", DAY])), @"
    Your record                                                           2026-11-23
    The record holds no credential that the catalogue knows.

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
}

#[test]
fn text_of_the_record_cannot_steer_the_terminal() {
    let dir = scratch("status_escape");
    let record =
        file(&dir, "record.json", br#"{"format": "rung-record/1", "person": {"name": "A\u001b[2J\u202eB"}}"#);
    let text = stdout(&run(&["status", "--record", &record, "--on", DAY]));
    assert!(text.starts_with("A\u{fffd}[2J\u{fffd}B "), "{text}");
}

#[test]
fn an_overlay_replaces_the_shipped_rules() {
    let dir = scratch("status_overlay");
    fs::create_dir(dir.join("jurisdictions")).unwrap();
    let ohio = fs::read_to_string(crate::root().join("catalog/jurisdictions/oh.toml")).unwrap();
    file(&dir, "jurisdictions/oh.toml", ohio.replace("minimum = 10", "minimum = 12").as_bytes());
    let overlay = dir.to_str().unwrap();
    let text = stdout(&run(&["status", "--record", RECORD, "--on", DAY, "--catalog", overlay]));
    assert!(text.contains("of 12 h"), "{text}");
}

#[test]
fn a_large_record_is_answered_in_seconds() {
    let dir = scratch("status_large");
    let credit = |n: usize| {
        let (month, day) = (n % 12 + 1, n % 28 + 1);
        format!(
            r#"{{"id": "c{n}", "completed": "2026-{month:02}-{day:02}", "hours": 1, "kind": "ce", "accreditation": ["acpe"]}}"#
        )
    };
    let credits: Vec<String> = (0..2_000).map(credit).collect();
    let text = format!(
        r#"{{"format": "rung-record/1", "credentials": [{{"credential": "tx-pharmacy-technician",
            "issued": "2021-06-01", "expires": "2027-05-31"}}], "credits": [{}]}}"#,
        credits.join(",")
    );
    let record = file(&dir, "record.json", text.as_bytes());
    let start = Instant::now();
    stdout(&run(&["status", "--record", &record, "--on", DAY, "--proof"]));
    assert!(start.elapsed().as_secs() < 20);
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let script = format!("{} status --record {RECORD} --on {DAY} --proof | true", env!("CARGO_BIN_EXE_rung"));
    let output =
        std::process::Command::new("sh").args(["-c", &script]).current_dir(crate::root()).output().unwrap();
    assert_eq!(stdout(&output), "");
}
