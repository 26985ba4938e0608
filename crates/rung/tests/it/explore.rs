use crate::{DAY, code, file, run, scratch, stderr, stdout};
use insta::assert_snapshot;

const OHIO: &str = "examples/ohio-certified/record.json";
const MICHIGAN: &str = "examples/michigan-first-cycle/record.json";

#[test]
fn the_gap_to_a_role_ask_by_ask() {
    let output = run(&["gap", "certified-pharmacy-technician", "--record", MICHIGAN, "--on", DAY]);
    assert_eq!(code(&output), 1);
    assert_snapshot!(stdout(&output), @"");
}

#[test]
fn a_role_by_its_title_and_in_another_state() {
    let output =
        run(&["gap", "Immunizing technician", "--record", OHIO, "--state", "Texas", "--on", DAY, "--json"]);
    assert_eq!(code(&output), 1);
    let gap: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(gap["states"], serde_json::json!(["tx"]));
    let line = gap["lines"]
        .as_array()
        .unwrap()
        .iter()
        .find(|line| line["because"][0]["source"].is_object())
        .unwrap();
    assert_snapshot!(serde_json::to_string_pretty(line).unwrap(), @"");
}

#[test]
fn a_role_that_is_not_there() {
    let output = run(&["gap", "lead tech", "--record", OHIO, "--on", DAY]);
    assert_eq!(code(&output), 2);
    assert_snapshot!(stderr(&output), @"");
}

#[test]
fn without_a_record_it_says_what_to_tell() {
    let output = run(&["gap", "pharmacy-technician", "--on", DAY]);
    assert_eq!(code(&output), 4);
    assert!(stdout(&output).contains("Tell us the state in which you work, or would work."));
}

#[test]
fn roles_by_pay_name_what_they_are_measured_against() {
    let output = run(&["explore", "--by", "pay", "--record", OHIO, "--on", DAY]);
    assert_eq!(code(&output), 0);
    assert_snapshot!(stdout(&output), @"");
}

#[test]
fn the_closest_roles_of_a_setting() {
    let output = run(&["explore", "--setting", "federal-va", "--record", MICHIGAN, "--on", DAY]);
    assert_snapshot!(stdout(&output), @"");
}

#[test]
fn every_role_is_in_the_json_once() {
    let output = run(&["explore", "--record", OHIO, "--on", DAY, "--json"]);
    let all: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    let count = |list: &str| all[list].as_array().unwrap().len();
    assert_eq!(["roles", "not_judged", "here", "behind"].map(count).iter().sum::<usize>(), 49);
    assert_eq!(all["roles"][0]["reach"], "ready");
}

#[test]
fn two_roles_side_by_side() {
    let output = run(&[
        "explore",
        "--compare",
        "lead-technician",
        "onboarding-coordinator",
        "--record",
        OHIO,
        "--on",
        DAY,
    ]);
    assert_snapshot!(stdout(&output), @"");
}

#[test]
fn the_ways_between_two_roles() {
    let path =
        ["explore", "--path", "pharmacy-technician", "specialty-liaison", "--record", MICHIGAN, "--on", DAY];
    assert_snapshot!(stdout(&run(&path)), @"");
    let back = run(&["explore", "--path", "technician-manager", "pharmacy-technician", "--on", DAY]);
    assert_eq!(code(&back), 1);
}

#[test]
fn the_graph_as_json_keeps_who_says_so() {
    let output = run(&["explore", "--graph", "--record", OHIO, "--on", DAY, "--json"]);
    let graph: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
    assert_eq!(graph["roles"].as_array().unwrap().len(), 49);
    let edge =
        graph["edges"].as_array().unwrap().iter().find(|edge| edge["to"] == "lead-technician").unwrap();
    assert_snapshot!(serde_json::to_string_pretty(edge).unwrap(), @"");
}

#[test]
fn what_a_move_changes() {
    let output = run(&["explore", "move", "tx", "--record", OHIO, "--on", DAY]);
    assert_eq!(code(&output), 0);
    assert_snapshot!(stdout(&output), @"");
}

#[test]
fn answers_are_kept_in_a_file_and_rank_the_roles() {
    let dir = scratch("interests");
    let answers = dir.join("answers.json");
    let answers = answers.to_str().unwrap();
    let none = run(&["explore", "--by", "interest", "--record", OHIO, "--on", DAY, "--answers", answers]);
    assert_eq!(code(&none), 4);
    assert_snapshot!(stderr(&none), @"");
    let set = run(&[
        "explore",
        "interests",
        "--answers",
        answers,
        "--set",
        "stock=2",
        "--set",
        "leading=-1",
        "--json",
    ]);
    let told: serde_json::Value = serde_json::from_str(&stdout(&set)).unwrap();
    assert_eq!(told["answered"], 2);
    assert_eq!(std::fs::read_to_string(answers).unwrap(), "{\n  \"leading\": -1,\n  \"stock\": 2\n}\n");
    let ranked =
        run(&["explore", "--by", "interest", "--record", OHIO, "--on", DAY, "--answers", answers, "--json"]);
    let told: serde_json::Value = serde_json::from_str(&stdout(&ranked)).unwrap();
    assert_snapshot!(serde_json::to_string_pretty(&told["roles"][0]["interest"]).unwrap(), @"");
}

#[test]
fn answers_are_kept_with_the_rest_and_undone_like_it() {
    let dir = scratch("interests-kept");
    let data = dir.to_str().unwrap();
    run(&["import", OHIO, "--data", data]);
    assert_eq!(code(&run(&["explore", "interests", "--data", data, "--set", "mixing=2"])), 0);
    let shown = stdout(&run(&["explore", "interests", "--data", data, "--json"]));
    assert!(shown.contains("\"answered\": 1"), "{shown}");
    assert_eq!(code(&run(&["undo", "--data", data])), 0);
    let shown = stdout(&run(&["explore", "interests", "--data", data, "--json"]));
    assert!(shown.contains("\"answered\": 0"), "{shown}");
}

#[test]
fn answers_that_are_none_are_told() {
    let dir = scratch("interests-wrong");
    let wrong = file(&dir, "answers.json", br#"{"mixing": 5}"#);
    let output = run(&["explore", "interests", "--show", "--answers", &wrong]);
    assert_eq!(code(&output), 3);
    assert!(stderr(&output).contains("5 is no answer (a whole number from -2 to 2)"));
    let output = run(&["explore", "interests", "--set", "mixing=much"]);
    assert_eq!(code(&output), 2);
    assert_snapshot!(stderr(&output), @"");
    // Nobody is there to answer.
    let output = run(&["explore", "interests", "--answers", dir.join("new.json").to_str().unwrap()]);
    assert_eq!(code(&output), 2);
    assert!(!dir.join("new.json").exists());
}
