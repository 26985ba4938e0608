//! Reading the bare format: clear faults, no panics.
#![allow(clippy::unwrap_used, clippy::panic)]

use proptest::prelude::*;
use rung_planner::bare::parse;

fn complaint(text: &str) -> String {
    parse(text.as_bytes()).unwrap_err().to_string()
}

const ACTIVITY: &str = r#"{"h":2,"cost":30,"topic":"law","live":false,"tech":true,"a":1,"b":9}"#;

fn with_obligation(obligation: &str) -> String {
    format!(r#"{{"A":[{ACTIVITY}],"O":[{obligation}]}}"#)
}

#[test]
fn a_fault_names_its_place_and_what_is_allowed() {
    assert_eq!(complaint("{}"), "A: a list is needed here");
    assert!(complaint("{").starts_with("file: not JSON: "));
    assert_eq!(
        complaint(r#"{"A":[{"h":-1,"cost":0,"topic":"law","live":false,"tech":true}],"O":[]}"#),
        "A[0].h: -1 found; a whole number from 0 to 10000000 is needed here"
    );
    assert_eq!(
        complaint(r#"{"A":[{"h":1,"cost":0.5,"topic":"law","live":false,"tech":true}],"O":[]}"#),
        "A[0].cost: 0.5 found; a whole number from 0 to 10000000 is needed here"
    );
    assert_eq!(
        complaint(r#"{"A":[{"h":1,"cost":0,"topic":"law","live":"no","tech":true}],"O":[]}"#),
        "A[0].live: true or false is needed here"
    );
    assert_eq!(
        complaint(&with_obligation(r#"{"T":2,"subs":{},"caps":{"hom":3},"elig":[0]}"#)),
        "O[0].caps.hom: unknown attribute (topic:X, topical, live, home, tech, nontech are known)"
    );
    assert_eq!(
        complaint(&with_obligation(r#"{"T":2,"subs":{},"caps":{},"elig":[0,1]}"#)),
        "O[0].elig[1]: there is no activity 1 (there are 1)"
    );
    assert_eq!(
        complaint(&with_obligation(r#"{"T":2,"subs":{},"caps":{},"elig":[0,0]}"#)),
        "O[0].elig[1]: activity 0 is listed twice"
    );
    assert_eq!(
        complaint(&with_obligation(r#"{"T":2,"subs":[],"caps":{},"elig":[]}"#)),
        "O[0].subs: an object (attribute: half-hours) is needed here"
    );
}

#[test]
fn unknown_keys_are_ignored() {
    let text = with_obligation(r#"{"T":2,"subs":{"live":0},"caps":{},"elig":[0],"colour":"red"}"#);
    assert_eq!(parse(text.as_bytes()).unwrap().obligations[0].total, 2);
}

#[test]
fn deep_nesting_is_a_fault() {
    let text = "[".repeat(100_000);
    assert!(complaint(&text).starts_with("file: not JSON"));
}

proptest! {
    #[test]
    fn bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = parse(&bytes);
    }

    #[test]
    fn a_damaged_file_never_panics(at in 0usize..400, byte in any::<u8>()) {
        let mut text = with_obligation(r#"{"T":2,"subs":{"live":0,"topic:law":2},"caps":{"home":4},"elig":[0]}"#).into_bytes();
        let at = at % text.len();
        text[at] = byte;
        if let Ok(instance) = parse(&text) {
            let _ = rung_planner::bare::solve(&instance, &rung_planner::exact::Limits::nodes(100));
        }
    }
}
