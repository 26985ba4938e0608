use crate::{DAY, code, file, run, scratch, stderr, stdout, without_dir};
use insta::assert_snapshot;

const RECORD: &str = "examples/ptcb-and-texas/record.json";
const OFFERINGS: &str = "examples/offerings.json";

#[test]
fn without_offerings_it_says_what_to_look_for() {
    assert_snapshot!(stdout(&run(&["plan", "ce", "--record", RECORD, "--on", DAY])), @"
    Sample: Rosa Delgado                                                  2026-11-23
    ◐ No offering that was given helps. This is what to look for.

    To find elsewhere
      by 2026-11-23     8 h  continuing education for technicians
                             any day from 2026-11-23 to 2027-03-01
                             for ptcb-cpht: total, technician;
                             tx-pharmacy-technician: total
      by 2026-11-23  course  a human-trafficking prevention course approved by
                             Texas HHSC
                             any day from 2026-11-23 to 2027-03-01
                             for ptcb-cpht: total, technician;
                             tx-pharmacy-technician: total, human-trafficking

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
}

#[test]
fn a_budget_too_small_says_why_and_what_would_do() {
    let output =
        run(&["plan", "ce", "--record", RECORD, "--on", DAY, "--offerings", OFFERINGS, "--budget", "10"]);
    assert_eq!(code(&output), 4);
    assert_snapshot!(stdout(&output), @"
    Sample: Rosa Delgado                                                  2026-11-23
    ○ Nothing fits: these cannot all be met together.
      • 15 h of technician-specific hours (numbers that end in T) for Certified
        Pharmacy Technician (CPhT) by 2027-03-01
      • a budget of $10
      Without any one of them there is a plan: proven.

    What would do
      • $5 more: $15 in all is the least that does.

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
}

#[test]
fn as_json_with_proofs() {
    let args =
        ["plan", "ce", "--record", RECORD, "--on", DAY, "--offerings", OFFERINGS, "--json", "--proofs"];
    let plan: serde_json::Value = serde_json::from_str(&stdout(&run(&args))).unwrap();
    assert_eq!((&plan["feasible"], &plan["proven"]), (&true.into(), &true.into()));
    assert!(plan["proofs"].as_array().is_some_and(|proofs| !proofs.is_empty()));
}

#[test]
fn faults_of_offerings_are_told() {
    let dir = scratch("plan_offerings");
    let path = file(
        &dir,
        "offerings.json",
        br#"{"format": "rung-offerings/1", "offerings": [{"id": "a", "hours": "x"}]}"#,
    );
    let output = run(&["plan", "ce", "--record", RECORD, "--on", DAY, "--offerings", &path]);
    assert_eq!(code(&output), 3);
    assert_snapshot!(without_dir(&stderr(&output), &dir), @r#"
    error: offerings.json cannot be used as a list of offerings: 3 faults
      offerings[0].title: is missing
      offerings[0].hours: "x" is not a number of hours (write 1 or 0.75)
      offerings[0].price: is missing (in dollars; write 0 if it is free)
    "#);
}

const BARE: &[u8] = br#"{"A": [{"h": 4, "cost": 10, "topic": "law", "live": true, "tech": true},
    {"h": 20, "cost": 30, "topic": "general", "live": false, "tech": true},
    {"h": 20, "cost": 50, "topic": "general", "live": false, "tech": false}],
    "O": [{"T": 24, "subs": {"topic:law": 2}, "caps": {"nontech": 10}, "elig": [0, 1, 2]}]}"#;

#[test]
fn bare_problems() {
    let dir = scratch("plan_bare");
    let path = file(&dir, "bare.json", BARE);
    let output = run(&["plan", "solve", &path]);
    assert_eq!(code(&output), 0);
    assert_snapshot!(stdout(&output), @"
    ● The best plan, proven.
      cost               40  proven least
      half-hours         24  proven least
      activities   0 1
    ");
    let solved: serde_json::Value =
        serde_json::from_str(&stdout(&run(&["plan", "solve", &path, "--json"]))).unwrap();
    assert_eq!(solved["objectives"][0]["value"], 40);
}

#[test]
fn bare_problems_without_a_plan() {
    let dir = scratch("plan_none");
    let text = String::from_utf8(BARE.to_vec()).unwrap().replace("\"T\": 24", "\"T\": 60");
    let path = file(&dir, "bare.json", text.as_bytes());
    let output = run(&["plan", "solve", &path]);
    assert_eq!(code(&output), 4);
    assert_snapshot!(stdout(&output), @"
    ○ There is no plan.
      These cannot all be met together:
      - obligation 0 asks for 60 half-hours in all
    ");
}

const CAREER: &str = r#"{"T": 20, "cap": 8, "steps": [
    {"name": "the course", "kind": "man", "d": 6, "w": 5, "cost": 40},
    {"name": "the exam", "kind": "man", "d": 1, "w": 4, "cost": 129, "waits": [[0, 2]], "dl": 12},
    {"name": "the duties", "kind": "man", "d": 4, "w": 4}
]}"#;

#[test]
fn career_problems() {
    let dir = scratch("plan_career");
    let path = file(&dir, "career.json", CAREER.as_bytes());
    let output = run(&["plan", "solve", &path]);
    assert_eq!(code(&output), 0);
    assert_snapshot!(stdout(&output), @"
    ● The best plan, proven.
      finish         10  proven least
      cost          169  proven least
      weeks 0 to 5     the course
      weeks 6 to 9     the duties
      week 8           the exam
    ");
    let solved: serde_json::Value =
        serde_json::from_str(&stdout(&run(&["plan", "solve", &path, "--json"]))).unwrap();
    assert_eq!((&solved["proven"], &solved["objectives"][0]["bound"]), (&true.into(), &10.into()));
}

#[test]
fn career_problems_without_a_plan() {
    let dir = scratch("plan_no_career");
    let path = file(&dir, "career.json", CAREER.replace("\"dl\": 12", "\"dl\": 8").as_bytes());
    let output = run(&["plan", "solve", &path]);
    assert_eq!(code(&output), 4);
    assert_snapshot!(stdout(&output), @"
    ○ There is no plan.
      These cannot all be met together:
      - the exam is taken
      - the exam is finished within 8 weeks
      - the exam comes after the course
      Any of these would do:
      - every date 1 week later
    ");
}

#[test]
fn career_problems_that_make_no_sense() {
    let dir = scratch("plan_odd_career");
    let path = file(&dir, "career.json", CAREER.replace("[[0, 2]]", "[[1, 2]]").as_bytes());
    let output = run(&["plan", "solve", &path]);
    assert_ne!(code(&output), 0);
    assert!(
        String::from_utf8_lossy(&output.stderr)
            .contains("steps[1].and_: prerequisites go round in a circle: 1 → 1")
    );
}
