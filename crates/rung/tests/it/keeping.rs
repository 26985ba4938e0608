//! The record that is kept in the data folder: imported, read, taken back.

use crate::{DAY, code, command, file, no_data, root, scratch, stderr, stdout};
use insta::assert_snapshot;
use std::{fs, path::Path, process::Output, thread};

const SAMPLE: &str = "examples/ptcb-and-texas/record.json";
const TRANSCRIPT: &str = "examples/transcripts/cpe-monitor.csv";
const SPREADSHEET: &str = "examples/transcripts/own-spreadsheet.csv";

fn rung(data: &Path, args: &[&str]) -> Output {
    command(args).env("RUNG_DATA", data).output().unwrap()
}

fn done(data: &Path, args: &[&str]) -> String {
    let output = rung(data, args);
    assert_eq!(code(&output), 0, "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    stdout(&output)
}

/// The history without its times.
fn history(data: &Path) -> String {
    let text = done(data, &["history"]);
    let without = |line: &str| match line.split_once("UTC") {
        Some((start, end)) => format!("{}TIME{end}\n", &start[..start.len() - 17]),
        None => format!("{line}\n"),
    };
    text.lines().map(without).collect()
}

fn last_lines(text: &str, count: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(count)..].join("\n")
}

#[test]
fn a_record_is_kept_read_added_to_and_taken_back() {
    let data = scratch("keeping").join("data");
    let sample = fs::read_to_string(root().join(SAMPLE)).unwrap();

    assert_snapshot!(done(&data, &["import", SAMPLE]), @"
    examples/ptcb-and-texas/record.json, read as a whole record

      personal data   0 → 3       3 new
      credentials     0 → 2       2 new
      credits         0 → 7       7 new
      work            0 → 1       1 new

    Kept. `rung undo` takes it back.
    ");
    assert_eq!(done(&data, &["export"]), sample, "byte for byte");
    for command in [&["status", "--proof"][..], &["calendar"], &["eligibility", "ptcb-cspt"], &["plan", "ce"]]
    {
        let kept = [command, &["--on", DAY]].concat();
        let from_file = [&kept[..], &["--record", SAMPLE]].concat();
        assert_eq!(rung(&data, &kept).stdout, rung(&data, &from_file).stdout, "{command:?}");
    }

    let added = done(&data, &["import", SPREADSHEET, "--map", "format=Live or home"]);
    assert_eq!(
        last_lines(&added, 2),
        "2 to add, 1 already there, 0 in conflict.\nKept. `rung undo` takes it back."
    );
    let again = done(&data, &["import", SPREADSHEET, "--map", "format=Live or home"]);
    assert_eq!(
        last_lines(&again, 2),
        "0 to add, 3 already there, 0 in conflict.\nWhat is kept stays as it is."
    );
    assert!(done(&data, &["export"]).contains("Insulin and devices"));

    assert_snapshot!(done(&data, &["undo"]), @"
    Undid: Added 2 credits, 2 h 30 min (from own-spreadsheet.csv)
    That is change 3; `rung undo` takes it back.
    ");
    assert_eq!(done(&data, &["export"]), sample, "as it was");
    let refused = rung(&data, &["undo", "2"]);
    assert_eq!(code(&refused), 3);
    assert_snapshot!(stderr(&refused), @r#"
    error: this cannot be undone: the credit "c8", the credit "c9" were changed again after it. Undo the later change first

    hint: change 2 was taken back by change 3
    "#);
    done(&data, &["undo"]);
    assert!(done(&data, &["export"]).contains("Insulin and devices"), "undoing an undo does it again");
    assert_snapshot!(history(&data), @"
    4  TIME  command line
       Restored: Added 2 credits, 2 h 30 min (from own-spreadsheet.csv)
    3  TIME  command line  (undone by 4)
       Undid: Added 2 credits, 2 h 30 min (from own-spreadsheet.csv)
    2  TIME  command line  (undone by 3)
       Added 2 credits, 2 h 30 min (from own-spreadsheet.csv)
    1  TIME  command line
       Took over a record: 2 credentials, 7 credits (from record.json)
    ");

    let json = done(&data, &["history", "--json", "--limit", "1"]);
    assert!(json.contains("\"undoes\": 3") && json.contains("\"more\": true"), "{json}");
}

#[test]
fn a_change_that_was_built_upon_is_not_taken_back() {
    let data = scratch("keeping_built_upon").join("data");
    let first = file(data.parent().unwrap(), "a.csv", b"Date,Title,Hours\n2026-11-02,Recall drill,1\n");
    let second = file(data.parent().unwrap(), "b.csv", b"Date,Title,Hours\n2026-11-02,Recall drill,1.5\n");
    done(&data, &["import", &first]);
    done(&data, &["import", &second, "--on-conflict", "replace"]);
    let refused = rung(&data, &["undo", "1"]);
    assert_eq!(code(&refused), 3);
    assert_snapshot!(stderr(&refused), @r#"error: this cannot be undone: the credit "c1" was changed again after it. Undo the later change first"#);
    let unknown = rung(&data, &["undo", "7"]);
    assert_eq!(code(&unknown), 3);
    assert_snapshot!(stderr(&unknown), @"error: there is no change 7; `rung history` lists them");
    done(&data, &["undo"]);
    done(&data, &["undo", "1"]);
    assert_eq!(code(&rung(&data, &["status"])), 5, "where everything was undone, nothing is kept");
}

#[test]
fn another_record_takes_its_place_only_when_asked() {
    let data = scratch("keeping_replace").join("data");
    let other = "examples/nevada-in-service/record.json";
    done(&data, &["import", SAMPLE]);
    let sample = done(&data, &["export"]);
    done(&data, &["undo"]);
    assert_eq!(code(&rung(&data, &["status"])), 5, "where everything was undone, nothing is kept");
    done(&data, &["undo"]);
    assert_eq!(done(&data, &["export"]), sample);
    assert!(done(&data, &["import", SAMPLE]).ends_with("What is kept stays as it is.\n"));

    let refused = rung(&data, &["import", other]);
    assert_eq!(code(&refused), 3);
    assert_snapshot!(stdout(&refused), @"
    examples/nevada-in-service/record.json, read as a whole record

      personal data   3 → 3       3 changed
      credentials     2 → 2       2 new, 2 gone
      credits         7 → 5       2 gone, 5 changed
      work            1 → 1       1 new, 1 gone

    Nothing was written: there is another record. To put this one in its place, add
    --replace.
    ");
    let preview = done(&data, &["import", other, "--replace", "--dry-run"]);
    assert!(preview.ends_with("Nothing was written, as you asked.\n"), "{preview}");
    assert_eq!(done(&data, &["export"]), sample);

    done(&data, &["import", other, "--replace"]);
    assert_eq!(done(&data, &["export"]), fs::read_to_string(root().join(other)).unwrap());
    assert_snapshot!(history(&data), @"
    4  TIME  command line
       Replaced the record: 2 credentials, 5 credits (from record.json)
    3  TIME  command line
       Restored: Took over a record: 2 credentials, 7 credits (from record.json)
    2  TIME  command line  (undone by 3)
       Undid: Took over a record: 2 credentials, 7 credits (from record.json)
    1  TIME  command line  (undone by 2)
       Took over a record: 2 credentials, 7 credits (from record.json)
    ");
    done(&data, &["undo"]);
    assert_eq!(done(&data, &["export"]), sample);

    let credits = rung(&data, &["import", SPREADSHEET, "--replace"]);
    assert_eq!(code(&credits), 2);
    assert_snapshot!(stderr(&credits), @"
    error: examples/transcripts/own-spreadsheet.csv is no whole record, so it replaces none

    hint: leave out --replace; for credits that are there otherwise, there is --on-conflict replace
    ");
}

#[test]
fn a_whole_record_begins_a_file_too() {
    let dir = scratch("keeping_file");
    let path = dir.join("me.json");
    let path = path.to_str().unwrap();
    assert!(done(&no_data(), &["import", SAMPLE, "--record", path, "--create"]).contains("Written to "));
    assert_eq!(fs::read(path).unwrap(), fs::read(root().join(SAMPLE)).unwrap());
}

#[test]
fn reading_and_trying_make_no_folder() {
    let data = scratch("keeping_nothing").join("data");
    for args in [
        &["status"][..],
        &["export"],
        &["calendar"],
        &["plan", "ce"],
        &["eligibility", "ptcb-cspt"],
        &["history"],
        &["undo"],
        &["catalog", "diff", "shipped", "shipped", "--records"],
    ] {
        assert_eq!(code(&rung(&data, args)), 5, "{args:?}");
    }
    assert_eq!(code(&rung(&data, &["uan", "0107-0000-26-021-L03-T"])), 0, "needs no record");
    assert_eq!(code(&rung(&data, &["import", SAMPLE, "--dry-run"])), 0);
    assert_eq!(code(&rung(&data, &["import", TRANSCRIPT, "--dry-run"])), 3, "one line was not understood");
    assert!(!data.exists());
}

#[test]
fn a_backup_brings_the_record_and_its_history_back() {
    let dir = scratch("keeping_backup");
    let (data, elsewhere) = (dir.join("data"), dir.join("elsewhere"));
    let backup = dir.join("b.zip");
    let backup = backup.to_str().unwrap();
    done(&data, &["import", SAMPLE]);
    done(&data, &["import", SPREADSHEET]);
    let record = done(&data, &["export"]);
    done(&data, &["backup", backup]);

    done(&elsewhere, &["restore", backup, "--yes"]);
    assert_eq!(done(&elsewhere, &["export"]), record);
    assert!(history(&elsewhere).contains("Took over a record"));
    done(&elsewhere, &["undo", "2"]);
    assert_eq!(done(&elsewhere, &["export"]), fs::read_to_string(root().join(SAMPLE)).unwrap());
    let answers = rung(&data, &["catalog", "diff", "shipped", "shipped", "--records"]);
    assert!(stdout(&answers).contains("The two say the same."));
}

#[test]
fn imports_at_the_same_time_lose_nothing_and_add_nothing_twice() {
    let data = scratch("keeping_race").join("data");
    done(&data, &["import", SAMPLE]);
    let tables: Vec<String> = (0..6)
        .map(|n| {
            let row = format!("Date,Title,Hours\n2026-11-{:02},Course number {},1\n", n / 2 + 1, n / 2);
            file(data.parent().unwrap(), &format!("{n}.csv"), row.as_bytes())
        })
        .collect();
    let ends: Vec<(usize, Output)> = thread::scope(|scope| {
        let data = data.as_path();
        let mut threads = Vec::new();
        for (n, table) in tables.iter().enumerate() {
            threads.push(scope.spawn(move || (n / 2, rung(data, &["import", table]))));
        }
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let record = done(&data, &["export"]);
    for (course, output) in ends {
        let times = record.matches(&format!("Course number {course}\"")).count();
        match code(&output) {
            0 => assert_eq!(times, 1, "{record}"),
            3 => assert!(
                stderr(&output).contains("changed by somebody else in the meantime"),
                "{}",
                stderr(&output)
            ),
            other => panic!("{other}: {}", stderr(&output)),
        }
    }
}
