use crate::{DAY, code, run, scratch, stdout};
use insta::assert_snapshot;

const RECORD: &str = "examples/minnesota-two-clocks/record.json";

#[test]
fn every_deadline_of_both_clocks() {
    let output = run(&["calendar", "--record", RECORD, "--on", DAY, "--through", "2026-12-31"]);
    assert_eq!(code(&output), 0);
    assert_snapshot!(stdout(&output).replace("\r\n", "\n"), @r"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//Rung//Rung//EN
    CALSCALE:GREGORIAN
    NAME:Rung: Sample: Ingrid Solberg
    X-WR-CALNAME:Rung: Sample: Ingrid Solberg
    REFRESH-INTERVAL;VALUE=DURATION:PT24H
    X-PUBLISHED-TTL:PT24H
    BEGIN:VEVENT
    UID:mn-pharmacy-technician.opens.2026-12-31@rung
    DTSTAMP:20261123T000000Z
    SEQUENCE:0
    LAST-MODIFIED:20261123T000000Z
    DTSTART;VALUE=DATE:20261001
    DTEND;VALUE=DATE:20261002
    SUMMARY:Minnesota Pharmacy Technician can be renewed from today
    DESCRIPTION:Nothing is missing.\nSource: Board page: renewal of technicians
     . Checked 2026-11-27.
    URL:https://mn.gov/boards/pharmacy/licenseregistration/technicianrenewal.js
     p
    TRANSP:TRANSPARENT
    BEGIN:VALARM
    ACTION:DISPLAY
    TRIGGER:-P7D
    DESCRIPTION:In 7 days: Minnesota Pharmacy Technician can be renewed from to
     day
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:mn-pharmacy-technician.expires.2026-12-31@rung
    DTSTAMP:20261123T000000Z
    SEQUENCE:0
    LAST-MODIFIED:20261123T000000Z
    DTSTART;VALUE=DATE:20261231
    DTEND;VALUE=DATE:20270101
    SUMMARY:Renew Minnesota Pharmacy Technician: last day
    DESCRIPTION:Nothing is missing.\nSource: Board page: renewal of technicians
     . Checked 2026-11-27.
    URL:https://mn.gov/boards/pharmacy/licenseregistration/technicianrenewal.js
     p
    TRANSP:TRANSPARENT
    BEGIN:VALARM
    ACTION:DISPLAY
    TRIGGER:-P90D
    DESCRIPTION:In 90 days: Renew Minnesota Pharmacy Technician: last day
    END:VALARM
    BEGIN:VALARM
    ACTION:DISPLAY
    TRIGGER:-P30D
    DESCRIPTION:In 30 days: Renew Minnesota Pharmacy Technician: last day
    END:VALARM
    BEGIN:VALARM
    ACTION:DISPLAY
    TRIGGER:-P7D
    DESCRIPTION:In 7 days: Renew Minnesota Pharmacy Technician: last day
    END:VALARM
    END:VEVENT
    BEGIN:VEVENT
    UID:mn-pharmacy-technician.ce.due.2027-07-31@rung
    DTSTAMP:20261123T000000Z
    SEQUENCE:0
    LAST-MODIFIED:20261123T000000Z
    DTSTART;VALUE=DATE:20270731
    DTEND;VALUE=DATE:20270801
    SUMMARY:Last day for Minnesota Pharmacy Technician (continuing education)
    DESCRIPTION:Still to do:\n- continuing education for technicians: 12 of 20 
     h\, 8 h short\nSource: Board page: continuing education of technicians. Ch
     ecked 2026-11-27.
    URL:https://mn.gov/boards/pharmacy/education/techniciancontinuingeducation.
     jsp
    TRANSP:TRANSPARENT
    BEGIN:VALARM
    ACTION:DISPLAY
    TRIGGER:-P90D
    DESCRIPTION:In 90 days: Last day for Minnesota Pharmacy Technician (continu
     ing education)
    END:VALARM
    BEGIN:VALARM
    ACTION:DISPLAY
    TRIGGER:-P30D
    DESCRIPTION:In 30 days: Last day for Minnesota Pharmacy Technician (continu
     ing education)
    END:VALARM
    BEGIN:VALARM
    ACTION:DISPLAY
    TRIGGER:-P7D
    DESCRIPTION:In 7 days: Last day for Minnesota Pharmacy Technician (continui
     ng education)
    END:VALARM
    END:VEVENT
    END:VCALENDAR
    ");
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
