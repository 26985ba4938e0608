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

#[test]
fn the_way_to_a_certificate_by_month() {
    let args = ["plan", "way", "--record", RECORD, "--on", DAY, "--to", "ptcb-hazardous-drug-management"];
    let output = run(&args);
    assert_eq!(code(&output), 0);
    assert_snapshot!(stdout(&output), @"
    Sample: Rosa Delgado                                                  2026-11-23
    Goal: Hazardous Drug Management Certificate (PTCB)
    ● There by Jan 17, 2027, for $189 and 34 h of your time.
        $100 and 33 h of it are assumed.
        No plan does better: proven.

    November 2026
    ● Nov 23 to Dec 6      Finish a program: hazardous drugs                    $100
                           5 h a week · the arrival hangs on it
                           for the Hazardous Drug Management Certificate (PTCB): a
                           Hazardous Drug Management program that PTCB recognizes
                           PTCB candidate guidebook: Hazardous Drug Management, high
                           confidence

    December 2026
    ● Dec 7 to Jan 3       Study for the Hazardous Drug Management Certificate
                           (PTCB)
                           5 h a week · the arrival hangs on it

    January 2027
    ● Jan 4 to Jan 10      Apply for the Hazardous Drug Management Certificate   $89
                           (PTCB)
                           1 h · the arrival hangs on it
    ● Jan 11 to Jan 17     Take the exam: Hazardous Drug Management Certificate
                           (PTCB)
                           3 h · the arrival hangs on it · may be sat until Apr 10,
                           2027
    ● Jan 17               Hazardous Drug Management Certificate (PTCB) in hand

    Assumed: no source tells these figures
      An appointment for an exam, and the result: 3 h, 1 week. About two hours in
      the seat and the travel; a free seat is usually found within days. Change it
      with the key exam:ptcb-hazardous-drug-management.
      A recognized training program: 10 h, 2 weeks, $100. The programs whose length
      and price are known take 2 to 8 hours and cost $79 to $99. Change it with the
      key program:hazardous-drugs.
      Hours a week for the way up: 5 h. An hour on most days; change it to what you
      have. Change it with the key spare-time.
      Study before the exam of a certificate: 20 h. The exams are about as long as
      the PTCE, but of one subject that the program teaches. Change it with the key
      study:ptcb-hazardous-drug-management.

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
}

#[test]
fn the_way_as_json_with_its_proof_as_a_calendar_and_on_paper() {
    let calendar = scratch("way").join("way.ics");
    let path = calendar.display().to_string();
    let paper = scratch("way-paper").join("way.pdf").display().to_string();
    let args = [
        "plan",
        "way",
        "--record",
        RECORD,
        "--on",
        DAY,
        "--to",
        "ptcb-hazardous-drug-management",
        "--why",
        "--json",
        "--proofs",
        "--ics",
        &path,
        "--pdf",
        &paper,
    ];
    let way: serde_json::Value = serde_json::from_str(&stdout(&run(&args))).unwrap();
    assert_eq!(
        (&way["format"], &way["result"], &way["proven"]),
        (&"rung-way/1".into(), &"plan".into(), &true.into())
    );
    let steps = way["plan"]["steps"].as_array().unwrap();
    let told = |step: &serde_json::Value| {
        format!("{} {}", step["begins"].as_str().unwrap(), step["title"].as_str().unwrap())
    };
    assert_snapshot!(steps.iter().map(told).collect::<Vec<_>>().join("\n"), @"
    2026-11-23 Finish a program: hazardous drugs
    2026-12-07 Study for the Hazardous Drug Management Certificate (PTCB)
    2027-01-04 Apply for the Hazardous Drug Management Certificate (PTCB)
    2027-01-11 Take the exam: Hazardous Drug Management Certificate (PTCB)
    2027-01-17 Hazardous Drug Management Certificate (PTCB) in hand
    ");
    assert_eq!(steps[0]["without"]["kind"], "no-way");
    assert!(
        rung_certificate::check_career(&way["problem"].to_string(), &way["certificate"].to_string()).is_ok()
    );
    let calendar = std::fs::read_to_string(calendar).unwrap();
    assert!(calendar.contains("UID:way.exam.ptcb-hazardous-drug-management.program.hdm-exam@rung\r\n"));
    assert!(std::fs::read(paper).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn a_way_that_does_not_fit_says_why_and_what_would_do() {
    let args = [
        "plan",
        "way",
        "--record",
        RECORD,
        "--on",
        DAY,
        "--to",
        "ptcb-hazardous-drug-management",
        "--budget",
        "150",
    ];
    let output = run(&args);
    assert_eq!(code(&output), 1);
    assert_snapshot!(stdout(&output), @"
    Sample: Rosa Delgado                                                  2026-11-23
    Goal: Hazardous Drug Management Certificate (PTCB)
    ○ Nothing fits: these cannot all be met together.
      You reach the goal: Hazardous Drug Management Certificate (PTCB).
      It costs $150 at most.
      Each of these is needed, and they come in this order: Finish a program:
      hazardous drugs ($100); Apply for the Hazardous Drug Management Certificate
      (PTCB) ($89); Take the exam: Hazardous Drug Management Certificate (PTCB).
      None of them can be spared: proven.

    What would do
      A budget of $189; you would be there by Jan 17, 2027.

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
}

#[test]
fn two_plans_side_by_side() {
    let goal = ["plan", "way", "--record", RECORD, "--on", DAY, "--to", "ptcb-hazardous-drug-management"];
    let args = [&goal[..], &["--what-if", "hours-per-week=10"]].concat();
    let output = run(&args);
    assert_eq!(code(&output), 0);
    assert_snapshot!(stdout(&output), @"
    Sample: Rosa Delgado                                                  2026-11-23
    Goal: Hazardous Drug Management Certificate (PTCB)

    What if: hours-per-week=10

                                          As you wished        What if
    There by                              Jan 17, 2027         Jan 3, 2027
    Cost                                  $189                 $189
    Your time                             34 h                 34 h
    Fullest week                          5 h                  10 h
    Proven best                           yes                  yes

    What is different
      You arrive 2 weeks earlier: on Jan 3, 2027.
      Study for the Hazardous Drug Management Certificate (PTCB): now Dec 7, 2026 to
      Dec 20, 2026, before Dec 7, 2026 to Jan 3, 2027
      Apply for the Hazardous Drug Management Certificate (PTCB): now Dec 21, 2026
      to Dec 27, 2026, before Jan 4, 2027 to Jan 10, 2027
      Take the exam: Hazardous Drug Management Certificate (PTCB): now Dec 28, 2026
      to Jan 3, 2027, before Jan 11, 2027 to Jan 17, 2027

    Step by step
    2026
    Finish a program: hazardous drugs     Nov 23 to Dec 6      Nov 23 to Dec 6
    Study for the Hazardous Drug          Dec 7 to Jan 3       Dec 7 to Dec 20
    Management Certificate (PTCB)
    2027
    Apply for the Hazardous Drug          Jan 4 to Jan 10      Dec 21 to Dec 27
    Management Certificate (PTCB)
    Take the exam: Hazardous Drug         Jan 11 to Jan 17     Dec 28 to Jan 3
    Management Certificate (PTCB)

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
    let way: serde_json::Value =
        serde_json::from_str(&stdout(&run(&[&args[..], &["--json"]].concat()))).unwrap();
    assert_eq!((&way["result"], &way["what_if"]["way"]["result"]), (&"plan".into(), &"plan".into()));
    assert_eq!(way["what_if"]["differences"]["arrival"], serde_json::json!(["2027-01-17", "2027-01-03"]));
    assert_eq!(way["what_if"]["differ"][0], "You arrive 2 weeks earlier: on Jan 3, 2027.");
}

#[test]
fn what_if_there_were_more_money() {
    let goal = ["plan", "way", "--record", RECORD, "--on", DAY, "--to", "ptcb-hazardous-drug-management"];
    let output = run(&[&goal[..], &["--budget", "150", "--what-if", "budget=none"]].concat());
    assert_eq!(code(&output), 1);
    assert_snapshot!(stdout(&output), @"
    Sample: Rosa Delgado                                                  2026-11-23
    Goal: Hazardous Drug Management Certificate (PTCB)

    What if: budget=none

                                          As you wished        What if
    There by                              no plan              Jan 17, 2027
    Cost                                                       $189
    Your time                                                  34 h
    Fullest week                                               5 h
    Proven best                                                yes

    As you wished
    ○ Nothing fits: these cannot all be met together.
      You reach the goal: Hazardous Drug Management Certificate (PTCB).
      It costs $150 at most.
      Each of these is needed, and they come in this order: Finish a program:
      hazardous drugs ($100); Apply for the Hazardous Drug Management Certificate
      (PTCB) ($89); Take the exam: Hazardous Drug Management Certificate (PTCB).
      None of them can be spared: proven.

    What would do
      A budget of $189; you would be there by Jan 17, 2027.

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
    for (change, says) in [
        ("money=200", "--what-if money=200: unexpected argument '--money' found"),
        ("budget", "--what-if budget: write a wish and its value, as in budget=500"),
        ("to=none", "--what-if to=none: is no wish that can be left out"),
        ("by=May", "--what-if by=May: invalid value 'May' for '--by <DATE>'"),
    ] {
        let output = run(&[&goal[..], &["--what-if", change]].concat());
        assert_eq!(code(&output), 2);
        assert!(stderr(&output).contains(says), "{}", stderr(&output));
    }
}

#[test]
fn a_goal_that_is_none_is_told_with_those_that_are_near() {
    let output = run(&["plan", "way", "--record", RECORD, "--on", DAY, "--to", "ptcb-cpht-advanced"]);
    assert_eq!(code(&output), 2);
    assert_snapshot!(stderr(&output), @r#"
    error: "ptcb-cpht-advanced" is no role, credential, setting or action of the catalogue.

    hint: Did you mean credential:ptcb-cpht-adv, credential:ptcb-cpht or credential:ptcb-cpted?
    "#);
    let output =
        run(&["plan", "way", "--record", RECORD, "--on", DAY, "--to", "ptcb-cspt", "--by", "2020-01-01"]);
    assert_eq!(code(&output), 2);
    assert_snapshot!(stderr(&output), @"error: Jan 1, 2020 is before Nov 23, 2026: choose a later day.");
}
