//! The binary as a user meets it: what it prints, how it ends, what it leaves on disk.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod calendar;
mod catalog;
mod eligibility;
mod errors;
mod examples;
mod explore;
mod export;
mod import;
mod keeping;
mod kept;
mod plan;
mod serve;
mod status;
mod uan;

use std::{
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

/// A day on which all examples are asked about.
const DAY: &str = "2026-11-23";

/// `rung` in the root of the repository, 80 columns wide, without colour, with nothing kept.
fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rung"));
    command.args(args).current_dir(root());
    command.env_clear().env("COLUMNS", "80").env("NO_COLOR", "1").env("LANG", "C.UTF-8").env("TZ", "UTC");
    // Whoever runs the tests keeps a record of their own elsewhere.
    command.env("RUNG_DATA", no_data());
    command
}

/// A data folder that is not there; no test makes it.
fn no_data() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-data")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn run(args: &[&str]) -> Output {
    command(args).output().unwrap()
}

fn run_with_input(args: &[&str], input: &[u8]) -> Output {
    let mut child =
        command(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that refuses its input early closes it.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// What was printed, and nothing else may have been said.
fn stdout(output: &Output) -> String {
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

/// A directory of its own for a test, empty.
fn scratch(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(&dir).unwrap();
    dir
}

/// A file in a scratch directory, and its path as an argument.
fn file(dir: &Path, name: &str, text: &[u8]) -> String {
    let path = dir.join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Names of scratch files differ from machine to machine.
fn without_dir(text: &str, dir: &Path) -> String {
    text.replace(&format!("{}/", dir.display()), "")
}
