//! Every example, its answer as text and as JSON beside it. To accept new answers: `RUNG_ACCEPT=1 cargo test -p rung`.

use crate::{DAY, code, root, run, stdout};
use std::fs;

fn examples() -> Vec<String> {
    let entries = fs::read_dir(root().join("examples")).unwrap().map(|entry| entry.unwrap().path());
    let with_record = entries.filter(|path| path.join("record.json").exists());
    let mut names: Vec<String> =
        with_record.map(|path| path.file_name().unwrap().to_str().unwrap().to_owned()).collect();
    names.sort();
    assert!(names.len() >= 10);
    names
}

fn is_as_kept(path: &str, answer: &str) -> bool {
    let path = root().join(path);
    if std::env::var_os("RUNG_ACCEPT").is_some() {
        fs::write(&path, answer).unwrap();
    }
    fs::read_to_string(&path).unwrap_or_default() == answer
}

#[test]
fn every_example_answers_as_it_says_beside_it() {
    let mut changed = Vec::new();
    for name in examples() {
        let record = format!("examples/{name}/record.json");
        for (arguments, file) in
            [(&[][..], "status.txt"), (&["--proof"], "proof.txt"), (&["--json"], "status.json")]
        {
            let all = [&["status", "--record", &record, "--on", DAY], arguments].concat();
            let path = format!("examples/{name}/{file}");
            if !is_as_kept(&path, &stdout(&run(&all))) {
                changed.push(path);
            }
        }
    }
    assert!(changed.is_empty(), "answers differ (RUNG_ACCEPT=1 accepts them): {}", changed.join(", "));
}

#[test]
fn every_example_plans_as_it_says_beside_it() {
    let mut changed = Vec::new();
    for name in ["ptcb-and-texas", "three-states", "utah-vaccinates"] {
        let record = format!("examples/{name}/record.json");
        let output =
            run(&["plan", "ce", "--record", &record, "--on", DAY, "--offerings", "examples/offerings.json"]);
        assert_eq!(code(&output), 0, "{name}");
        let path = format!("examples/{name}/plan.txt");
        if !is_as_kept(&path, &stdout(&output)) {
            changed.push(path);
        }
    }
    assert!(changed.is_empty(), "plans differ (RUNG_ACCEPT=1 accepts them): {}", changed.join(", "));
}

#[test]
fn every_example_is_clearly_made_up_and_in_the_canonical_form() {
    for name in examples() {
        let path = format!("examples/{name}/record.json");
        let text = fs::read_to_string(root().join(&path)).unwrap();
        assert!(text.contains("\"name\": \"Sample: ") && text.contains("@example.com"), "{name}");
        assert_eq!(stdout(&run(&["export", "--record", &path])), text, "{name}");
    }
}

#[test]
fn no_line_is_wider_than_the_terminal_unless_it_is_a_link() {
    for name in examples() {
        for columns in ["40", "60", "80", "100"] {
            let record = format!("examples/{name}/record.json");
            let output = crate::command(&["status", "--record", &record, "--on", DAY, "--proof"])
                .env("COLUMNS", columns)
                .output()
                .unwrap();
            let most: usize = columns.parse().unwrap();
            for line in stdout(&output).lines() {
                let is_one_word = line.trim_start_matches(['│', ' ', '-', '+']).split(' ').count() == 1;
                assert!(line.chars().count() <= most || is_one_word, "{name} at {columns}: {line}");
            }
        }
    }
}
