//! What is kept: backup, restore, upgrade, doctor.

use crate::{code, command, scratch, stderr, stdout};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};

/// A data folder as version 1 left it.
fn home(name: &str) -> PathBuf {
    let dir = scratch(name).join("data");
    fs::create_dir_all(&dir).unwrap();
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("../rung-store/tests/fixtures/version-1.db");
    fs::copy(fixture, dir.join("rung.db")).unwrap();
    fs::create_dir_all(dir.join("documents")).unwrap();
    let png = b"\x89PNG\r\n\x1a\nsample";
    fs::write(dir.join("documents").join(SAMPLE), png).unwrap();
    #[cfg(unix)]
    for path in [dir.clone(), dir.join("rung.db")] {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = if path.is_dir() { 0o700 } else { 0o600 };
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    dir
}

/// SHA-256 of the picture that the data file of version 1 names.
const SAMPLE: &str = "cb746ee2d0f6becbacb1480cb69524b05778e77b98942048f1950d2bddd3f325";

fn rung(dir: &Path, args: &[&str]) -> Output {
    command(args).env("RUNG_DATA", dir).output().unwrap()
}

/// Without what differs from run to run.
fn plain(text: &str, dir: &Path) -> String {
    let text = text.replace(&format!("{}/", dir.display()), "").replace(&dir.display().to_string(), "DATA");
    let mut plain = String::new();
    for line in text.lines() {
        let line = match line.split_once("UTC") {
            Some((start, end)) if start.len() >= 17 => format!("{}TIME{end}", &start[..start.len() - 17]),
            _ => line.to_owned(),
        };
        let line = match (line.split_once("; "), line.split_once(" kB")) {
            (Some((start, _)), Some((_, end))) => format!("{start}; N kB{end}"),
            _ => line,
        };
        plain.push_str(&line);
        plain.push('\n');
    }
    plain
}

#[test]
fn a_backup_is_made_checked_and_restored() {
    let dir = home("backup");
    let file = dir.join("b.zip");
    let file = file.to_str().unwrap();
    let made = stdout(&rung(&dir, &["backup", file]));
    insta::assert_snapshot!(plain(&made, &dir), @r"
    b.zip
    made TIME by Rung 0.1.0; N kB; whole: every count and hash is as it should be
    holds 7 credits, 2 credentials, 1 document, 3 changes in the history
    ");
    assert_eq!(stdout(&rung(&dir, &["backup", "--check", file])), made);

    let preview = stdout(&rung(&dir, &["restore", file]));
    insta::assert_snapshot!(plain(&preview, &dir), @r"
    The backup of TIME holds 7 credits, 2 credentials, 1 document, 3 changes in the history.
    Now there are 7 credits, 2 credentials, 1 document; 0 changes made after the backup would be gone.
    Nothing was changed. To do it, add --yes; what is there now is kept first.
    ");
    let nothing = scratch("restore-nothing").join("none");
    let preview = stdout(&rung(&nothing, &["restore", file]));
    assert!(preview.contains("Now there are 0 credits, 0 credentials, 0 documents; 0 changes"), "{preview}");
    assert!(!nothing.exists(), "looking makes nothing");

    let restored = stdout(&rung(&dir, &["restore", file, "--yes"]));
    assert!(restored.contains("Restored.\nWhat was there before is in "), "{restored}");

    let again = rung(&dir, &["backup", file]);
    assert_eq!(code(&again), 3);
    assert!(stderr(&again).contains("is there already"));
    assert!(stdout(&rung(&dir, &["backup", "--scheduled"])).contains("scheduled-"));
    assert_eq!(
        stdout(&rung(&dir, &["backup", "--scheduled"])),
        "Nothing to do: today's backup is made already.\n"
    );
}

#[test]
fn everything_is_removed_for_good_when_that_is_meant() {
    let dir = home("delete");
    assert_eq!(code(&rung(&dir, &["backup"])), 0);
    let before = stdout(&rung(&dir, &["export"]));
    let shown = stdout(&rung(&dir, &["delete"]));
    insta::assert_snapshot!(shown, @"
    What is kept: 7 credits, 2 credentials, 1 document and their history.
    Nothing was removed. To do it, add --yes; the backups stay (--backups removes them too). It cannot be undone.
    ");
    assert_eq!(stdout(&rung(&dir, &["export"])), before, "nothing was removed yet");

    let no_sample = rung(&dir, &["delete", "--sample", "--yes"]);
    assert_eq!(
        (code(&no_sample), stderr(&no_sample).as_str()),
        (3, "error: no sample technician is loaded\n")
    );
    assert_eq!(code(&rung(&dir, &["delete", "--sample", "--backups"])), 2);

    let removed = stdout(&rung(&dir, &["delete", "--yes"]));
    assert!(removed.contains("Removed for good.") && removed.contains(".rung.zip"), "{removed}");
    assert!(!dir.join("documents").join(SAMPLE).exists());
    let gone = rung(&dir, &["export"]);
    assert!(code(&gone) == 5 && stderr(&gone).contains("nothing is kept in"), "{}", stderr(&gone));
    assert!(stdout(&rung(&dir, &["history"])).contains("Nothing was changed yet."));

    let removed = stdout(&rung(&dir, &["delete", "--backups", "--yes", "--json"]));
    assert!(removed.contains("\"removed\": true") && removed.contains("\"backups_left\": []"), "{removed}");
    assert!(fs::read_dir(dir.join("backups")).unwrap().next().is_none());
}

#[test]
fn a_file_that_is_no_backup_is_refused() {
    let dir = home("no-backup");
    let file = dir.join("rung.db");
    let output = rung(&dir, &["restore", file.to_str().unwrap(), "--yes"]);
    assert_eq!(code(&output), 3);
    assert!(stderr(&output).starts_with("error: this is no backup of Rung, or it is broken"));
}

#[test]
fn an_upgrade_is_told_beforehand() {
    let (dir, newest) = (home("upgrade"), rung_store::data_version());
    assert_eq!(
        stdout(&rung(&dir, &["upgrade", "--check"])),
        format!(
            "The data is of version 1; a copy of it was brought to version {newest}, and all 32 rows are there. `rung \
             upgrade` does it, and keeps a copy of the file first.\n"
        )
    );
    assert_eq!(
        stdout(&rung(&dir, &["upgrade"])),
        format!(
            "The data was brought from version 1 to version {newest}; all 32 rows are there. The file as it was is in \
             backups/.\n"
        )
    );
    assert_eq!(fs::read_dir(dir.join("backups")).unwrap().count(), 1);
    assert_eq!(
        stdout(&rung(&dir, &["upgrade"])),
        format!("The data is of version {newest}, as this Rung writes it: nothing to do.\n")
    );
    let empty = scratch("upgrade-nothing");
    let output = rung(&empty, &["upgrade"]);
    assert_eq!(code(&output), 3);
    assert!(stderr(&output).starts_with("error: there is no data file"));
    assert_eq!(fs::read_dir(&empty).unwrap().count(), 0, "looking makes nothing");
}

#[test]
fn the_doctor_names_what_is_wrong_and_what_to_do() {
    let dir = home("doctor");
    let output = rung(&dir, &["doctor", "--port", "0"]);
    assert_eq!(code(&output), 0, "{}", stdout(&output));
    assert!(stdout(&output).contains("To do: make one with `rung backup`"));

    fs::write(dir.join("documents").join(SAMPLE), "something else").unwrap();
    let output = rung(&dir, &["doctor", "--port", "0"]);
    assert_eq!(code(&output), 1);
    assert!(stdout(&output).contains("1 of 1 documents are missing or not as they were"));

    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let json = stdout(&rung(&dir, &["doctor", "--json", "--port", &port]));
    assert!(json.contains("\"port\"") && json.contains("is in use"), "{json}");

    let nothing = scratch("doctor-nothing").join("none");
    let output = rung(&nothing, &["doctor", "--port", "0"]);
    assert_eq!(code(&output), 0);
    assert!(!nothing.exists(), "looking makes nothing");
}
