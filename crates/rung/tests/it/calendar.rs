use crate::{DAY, code, run, scratch, stdout};
use insta::assert_snapshot;

const RECORD: &str = "examples/minnesota-two-clocks/record.json";

#[test]
fn every_deadline_of_both_clocks() {
    let output = run(&["calendar", "--record", RECORD, "--on", DAY, "--through", "2026-12-31"]);
    assert_eq!(code(&output), 0);
    assert_snapshot!(stdout(&output).replace("\r\n", "\n"), @"");
}

#[test]
fn deadlines_keep_their_identity() {
    let uids = |day: &str| -> Vec<String> {
        let text = stdout(&run(&["calendar", "--record", RECORD, "--on", day, "--through", "2028-12-31"]));
        text.lines().filter(|line| line.starts_with("UID:")).map(ToOwned::to_owned).collect()
    };
    let (november, december) = (uids("2026-11-23"), uids("2026-12-20"));
    assert!(november.len() > 4);
    assert_eq!(november, december);
}

#[test]
fn into_a_file() {
    let dir = scratch("calendar_out");
    let path = dir.join("rung.ics");
    let path = path.to_str().unwrap();
    let printed = stdout(&run(&["calendar", "--record", RECORD, "--on", DAY]));
    assert_eq!(stdout(&run(&["calendar", "--record", RECORD, "--on", DAY, "--out", path])), "");
    assert_eq!(std::fs::read_to_string(path).unwrap(), printed);
}
