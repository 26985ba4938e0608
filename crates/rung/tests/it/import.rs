use crate::{code, command, file, root, run, run_with_input, scratch, stderr, stdout, without_dir};
use insta::assert_snapshot;
use std::{fs, path::Path};

const TRANSCRIPT: &str = "examples/transcripts/cpe-monitor.csv";
const SPREADSHEET: &str = "examples/transcripts/own-spreadsheet.csv";

/// A copy of an example's record that may be written to.
fn record(dir: &Path) -> String {
    let text = fs::read(root().join("examples/ptcb-and-texas/record.json")).unwrap();
    file(dir, "record.json", &text)
}

#[test]
fn a_dry_run_shows_every_line_and_writes_nothing() {
    let dir = scratch("import_dry");
    let record = record(&dir);
    let before = fs::read(&record).unwrap();
    let output = run(&["import", TRANSCRIPT, "--record", &record, "--dry-run"]);
    assert_eq!(code(&output), 3, "one line was not understood");
    assert_snapshot!(stdout(&output), @r#"
    examples/transcripts/cpe-monitor.csv, read as a CPE Monitor transcript

      line 1    skipped: it stands above the column names
      line 2    skipped: it stands above the column names
    = line 4    2025-07-08      1 h  Texas pharmacy law update  there as credit c1
    + line 5    2026-10-21      2 h  Insulin and devices
    + line 6    2026-11-02      1 h  Look-alike, sound-alike: patient safety
    ? line 7    not understood: 11/31/2026 A day that does not exist 9999-0000-26-5…
                 "11/31/2026" is not a date: there is no such day within 1900 and
                 2200; correct the date in the table
      line 8    skipped: it is a total

    2 to add, 1 already there, 0 in conflict, 1 not understood.
    The credits that were read add up to 4 hours, but the transcript says 5: compare
    it line by line before you import it.
    Nothing was written, as you asked.
    "#);
    assert_eq!(fs::read(&record).unwrap(), before);
}

#[test]
fn importing_twice_adds_once() {
    let dir = scratch("import_twice");
    let record = record(&dir);
    let first = run(&["import", SPREADSHEET, "--record", &record, "--map", "format=Live or home"]);
    assert_eq!(code(&first), 0);
    assert_snapshot!(without_dir(&stdout(&first), &dir), @r#"
    examples/transcripts/own-spreadsheet.csv, read as a table
      format         <- "Live or home" (you said so)
      completed      <- "Date" (by its name)
      title          <- "Course" (by its name)
      provider       <- "Given by" (by its name)
      hours          <- "Contact hours" (by its name)
      dates are read d/m: 1 can only be read so
      hours are in hours: by the column's name

    + line 2    2026-10-21      2 h  Insulin and devices
    + line 3    2026-11-02    0.5 h  Staff meeting: new counting robot
    = line 4    2025-07-08      1 h  Texas pharmacy law update  there as credit c1

    2 to add, 1 already there, 0 in conflict.
    Written to record.json.
    "#);
    let after = fs::read(&record).unwrap();
    let second = run(&["import", SPREADSHEET, "--record", &record, "--map", "format=Live or home"]);
    assert_snapshot!(without_dir(&stdout(&second), &dir), @r#"
    examples/transcripts/own-spreadsheet.csv, read as a table
      format         <- "Live or home" (you said so)
      completed      <- "Date" (by its name)
      title          <- "Course" (by its name)
      provider       <- "Given by" (by its name)
      hours          <- "Contact hours" (by its name)
      dates are read d/m: 1 can only be read so
      hours are in hours: by the column's name

    = line 2    2026-10-21      2 h  Insulin and devices  there as credit c8
    = line 3    2026-11-02    0.5 h  Staff meeting: new countin…  there as credit c9
    = line 4    2025-07-08      1 h  Texas pharmacy law update  there as credit c1

    0 to add, 3 already there, 0 in conflict.
    record.json stays as it is.
    "#);
    assert_eq!(fs::read(&record).unwrap(), after);
    assert_eq!(stdout(&run(&["export", "--record", &record])).into_bytes(), after, "the file is canonical");
}

#[test]
fn conflicts_are_left_unless_told_otherwise() {
    let dir = scratch("import_conflict");
    let record = record(&dir);
    let table = file(&dir, "new.csv", b"Date,Title,Hours\n2025-07-08,Texas pharmacy law update,1.5\n");
    let before = fs::read(&record).unwrap();
    assert_snapshot!(without_dir(&stdout(&run(&["import", &table, "--record", &record])), &dir), @r#"
    new.csv, read as a table
      completed      <- "Date" (by its name)
      title          <- "Title" (by its name)
      hours          <- "Hours" (by its name)
      dates are read m/d: no date in it needs an order
      hours are in hours: by the column's name

    ! line 2    2025-07-08    1.5 h  Texas pharmacy law update
                 like credit c1, but the hours are 1.5, there 1: left as it is

    0 to add, 0 already there, 1 in conflict.
    record.json stays as it is.
    "#);
    assert_eq!(fs::read(&record).unwrap(), before);
    let replaced = run(&["import", &table, "--record", &record, "--on-conflict", "replace"]);
    assert_eq!(code(&replaced), 0);
    assert!(fs::read_to_string(&record).unwrap().contains("\"hours\": \"1.5\""));
}

#[test]
fn the_text_of_a_transcript_is_recognised() {
    let dir = scratch("import_text");
    let record = dir.join("new.json");
    let record = record.to_str().unwrap();
    let text = b"Participant Name Sam Sample\nTotal CPE hours earned 1.50\n2/11/2026 9999-0000-26-\n021-L03-T ACPE ACPE \
        Pharmacy Law 1.50 0.00\nPage 1 Of 1";
    let output = run_with_input(&["import", "-", "--record", record, "--create"], text);
    assert_eq!(code(&output), 0);
    assert_snapshot!(without_dir(&stdout(&output), &dir), @"
    standard input, read as the text of a CPE Monitor transcript

      line 1    skipped: it stands outside the table
      line 2    skipped: it stands outside the table
    + line 3    2026-02-11    1.5 h  Pharmacy
      line 5    skipped: it is the foot of a page

    1 to add, 0 already there, 0 in conflict.
    The credits add up to the total that is stated, 1.5 hours.
    Written to new.json.
    ");
}

#[test]
fn as_json() {
    let dir = scratch("import_json");
    let record = record(&dir);
    let table = file(
        &dir,
        "new.csv",
        b"Date,Title,Hours\n2026-11-02,Staff meeting,0.5\n2026-11-03,Recall,1\nsoon,Something,1\n",
    );
    let output = run(&["import", &table, "--record", &record, "--dry-run", "--json"]);
    assert_eq!(code(&output), 3);
    assert_snapshot!(without_dir(&stdout(&output), &dir), @r#"
    {
      "file": "new.csv",
      "format": "csv",
      "added": 2,
      "replaced": 0,
      "already_there": 0,
      "in_conflict": 0,
      "not_understood": 1,
      "written": false,
      "entries": [
        {
          "draft": {
            "line": 2,
            "completed": "2026-11-02",
            "title": "Staff meeting",
            "hours": "0.5",
            "kind": "ce"
          },
          "finding": {
            "is": "new"
          },
          "decision": "add"
        },
        {
          "draft": {
            "line": 3,
            "completed": "2026-11-03",
            "title": "Recall",
            "hours": "1",
            "kind": "ce"
          },
          "finding": {
            "is": "new"
          },
          "decision": "add"
        }
      ],
      "lines": [
        {
          "number": 2,
          "outcome": "read",
          "notes": []
        },
        {
          "number": 3,
          "outcome": "read",
          "notes": []
        },
        {
          "number": 4,
          "outcome": "not-understood",
          "seen": "soon Something 1",
          "why": "\"soon\" is not a date (write 2026-02-11 or 2/11/2026)",
          "what_to_do": "correct the date in the table"
        }
      ],
      "mapping": {
        "columns": [
          {
            "field": "completed",
            "column": "Date",
            "because": "name"
          },
          {
            "field": "title",
            "column": "Title",
            "because": "name"
          },
          {
            "field": "hours",
            "column": "Hours",
            "because": "name"
          }
        ],
        "unused": [],
        "dates": "m/d",
        "dates_because": "no date in it needs an order",
        "hours_in": "hours",
        "hours_in_because": "by the column's name"
      }
    }
    "#);
}

#[test]
fn a_new_record_is_begun_only_when_asked() {
    let dir = scratch("import_new");
    let record = dir.join("new.json");
    let record = record.to_str().unwrap();
    let refused = run(&["import", SPREADSHEET, "--record", record]);
    assert_eq!(code(&refused), 5);
    assert_snapshot!(without_dir(&stderr(&refused), &dir), @"
    error: cannot read new.json: there is no such file

    hint: to begin a new record, add `--create`
    ");
    assert_eq!(code(&run(&["import", SPREADSHEET, "--record", record, "--create"])), 0);
    assert!(stdout(&run(&["export", "--record", record])).contains("Insulin and devices"));
}

#[test]
fn faults_of_a_table_are_told() {
    let dir = scratch("import_faults");
    let record = record(&dir);
    for (name, bytes) in [("a.xlsx", &b"PK\x03\x04..."[..]), ("b.pdf", b"%PDF-1.7"), ("c.csv", b"")] {
        let table = file(&dir, name, bytes);
        let output = run(&["import", &table, "--record", &record]);
        assert_eq!(code(&output), 3, "{name}");
    }
    let output =
        run(&["import", SPREADSHEET, "--record", &record, "--map", "completed=Day", "--map", "colour=x"]);
    assert_eq!(code(&output), 3);
    assert_snapshot!(without_dir(&stderr(&output), &dir), @r#"
    error: examples/transcripts/own-spreadsheet.csv cannot be used as a list of credits: 2 faults
      "Day" is no column of the table; it has Date, Course, Given by, Contact hours, Live or home
      "colour" is not one of completed, uan, title, provider, hours, live_hours, home_hours, format, topics, law_of, audience, accreditation, kind, dates, hours_in

    hint: --map completed=Date says which column is which, --format what the file is; see `rung import --help`
    "#);
}

#[cfg(unix)]
#[test]
fn permissions_and_links_stay() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let dir = scratch("import_permissions");
    let record = record(&dir);
    fs::set_permissions(&record, fs::Permissions::from_mode(0o640)).unwrap();
    let link = dir.join("link.json");
    symlink(&record, &link).unwrap();
    assert_eq!(code(&run(&["import", SPREADSHEET, "--record", link.to_str().unwrap()])), 0);
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(&record).unwrap().permissions().mode() & 0o777, 0o640);
    let left: Vec<_> = fs::read_dir(&dir).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "nothing is left behind: {left:?}");
}

#[test]
fn imports_at_the_same_time_lose_nothing() {
    let dir = scratch("import_race");
    let record = record(&dir);
    let tables: Vec<String> = (0..8)
        .map(|n| {
            let row = format!("Date,Title,Hours\n2026-11-{:02},Course number {n},1\n", n + 1);
            file(&dir, &format!("{n}.csv"), row.as_bytes())
        })
        .collect();
    let children: Vec<_> =
        tables.iter().map(|table| command(&["import", table, "--record", &record]).output()).collect();
    let mut threads = Vec::new();
    for table in tables.clone() {
        let record = record.clone();
        threads.push(std::thread::spawn(move || code(&run(&["import", &table, "--record", &record]))));
    }
    assert!(children.iter().all(|output| output.as_ref().unwrap().status.code() == Some(0)));
    for thread in threads {
        // Either it was in time, or it was told that the file had changed.
        assert!([0, 3].contains(&thread.join().unwrap()));
    }
    let text = fs::read_to_string(&record).unwrap();
    assert!((0..8).all(|n| text.matches(&format!("Course number {n}")).count() == 1), "{text}");
}
