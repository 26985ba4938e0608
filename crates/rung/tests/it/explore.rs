use crate::{DAY, code, file, run, scratch, stderr, stdout};
use insta::assert_snapshot;

const OHIO: &str = "examples/ohio-certified/record.json";
const MICHIGAN: &str = "examples/michigan-first-cycle/record.json";

#[test]
fn the_gap_to_a_role_ask_by_ask() {
    let output = run(&["gap", "certified-pharmacy-technician", "--record", MICHIGAN, "--on", DAY]);
    assert_eq!(code(&output), 1);
    assert_snapshot!(stdout(&output), @"
    Certified pharmacy technician                                         ○ not yet
    first roles · dispensing · seen from Michigan on 2026-11-23

    what is left      at least 13 weeks, 64 h, $120, in part assumed; 1 thing
                      unknown

    Required
      ● the licence, registration or certification that the state's board asks
        why           You hold the Pharmacy Technician (Michigan), good until Jun
                      30, 2027.
      ○ CPhT (PTCB) or CPhT (NHA)
        why           Your record does not have the CPhT (PTCB) or CPhT (NHA).
        to meet it    Apply for the CPhT (NHA)
        then          Study for the CPhT (NHA)
        then          Take the exam: CPhT (NHA)
        takes         at least 13 weeks, 64 h, $120, in part assumed

    Described, how strictly is not said
      ◐ program or work experience as the certifier asks
        to settle     Do you meet this? program or work experience as the certifier
                      asks. Only you can tell.

    Asked for a credential, not for the role
      ◐ PTCB work path: pharmacy work before the exam, at least 500 h
        to settle     Do you meet this? PTCB work path: pharmacy work before the
                      exam. Only you can tell.

    Sources
      Checked 2026-11-23, confidence high.
      Pharmacy Times: advanced education and training opportunities
      https://pharmacytimes.com/view/advanced-education-and-training-opportunities-increase
      Becker's: six numbers on health-system pharmacy technicians (PTCB survey)
      https://beckershospitalreview.com/pharmacy/6-numbers-on-pharmacy-techs.html

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
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
    assert_snapshot!(serde_json::to_string_pretty(line).unwrap(), @r#"
    {
      "what": "a state that lets technicians do this: Giving vaccines",
      "strength": "required",
      "reading": "whole",
      "when": null,
      "verdict": "not met",
      "because": [
        {
          "says": "Texas does not let technicians do this: Giving vaccines.",
          "work": null,
          "source": {
            "id": "sb398",
            "title": "S.B. 398 of 2025 as introduced, with the text of Texas Occupations Code 554.004 that it would change",
            "url": "https://capitol.texas.gov/tlodocs/89R/billtext/html/SB00398I.htm",
            "place": "",
            "tier": "statute",
            "dated": "2025",
            "supports": "a pharmacist's authority to give vaccines may not be delegated; the bill would have allowed it for technicians",
            "checked": "2026-11-27",
            "confidence": "high",
            "also": [
              {
                "id": "prep",
                "title": "Drug Topics: state-level authority on pharmacy immunization",
                "url": "https://www.drugtopics.com/view/an-update-on-state-level-authority-on-pharmacy-immunization",
                "place": "",
                "tier": "other",
                "dated": "2025",
                "supports": "the federal PREP Act lets technicians give COVID-19 vaccines in every state, extended to 2029"
              }
            ]
          }
        }
      ],
      "would_settle": [],
      "would_meet": {
        "effort": null,
        "steps": null,
        "nothing_helps": [
          "Texas does not allow it: Giving vaccines. Another state may."
        ]
      }
    }
    "#);
}

#[test]
fn a_role_that_is_not_there() {
    let output = run(&["gap", "lead tech", "--record", OHIO, "--on", DAY]);
    assert_eq!(code(&output), 2);
    assert_snapshot!(stderr(&output), @r#"
    error: there is no role "lead tech" in the catalogue

    hint: did you mean `lead-technician` or `research-technician` or `pharmacy-technician-trainee`? `rung catalog list roles` shows them all
    "#);
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
    assert_snapshot!(stdout(&output), @"
    Roles by pay for the effort · 2026-11-23
    Measured against $45,750 a year, what is known of your role now: Pharmacy
    technician (registered or licensed).

     1. ◐ Nuclear pharmacy technician · nuclear-technician
        1 step away; nothing missing; 1 thing unknown
        half earn less than $64,132 a year (a salary site, not official; a site that
        collects salaries; nobody official confirms it)

     2. ◐ Medication access coordinator or patient medication liaison · medication-access-coordinator
        1 step away; nothing missing; 1 thing unknown
        $57,500 a year, the middle of a range (a template site, not an official
        figure; a template of a job description)

    You are in these now
      Pharmacy technician (registered or licensed); Certified pharmacy technician

    Behind you
      Pharmacy technician trainee; Military pharmacy specialist or technician (Army
      68Q and others)

    Not ranked: no source tells what they pay
      Home infusion technician; Long-term care pharmacy technician; Transitions of
      care or discharge technician; Pharmacy technician II; VA pharmacy technician
      (to GS-07); Sterile compounding technician; Nonsterile compounding technician;
      Medication history technician; Pharmacy benefit management technician;
      Inventory specialist technician; Prior authorization technician; Specialty
      pharmacy technician or liaison; Billing and reimbursement technician; Poison
      information provider; Federal prison medication technician; Technician product
      verification (tech-check-tech); Immunizing technician; Pharmaceutical
      industry: medical communications or sales; Veterinary pharmacy technician;
      Pharmacy technician instructor; Lead pharmacy technician; Pharmacy buyer or
      purchasing technician; Chemotherapy and hazardous drug technician; VA
      procurement and inventory technician; VA supervisory pharmacy technician
      (GS-09); Pharmacy technician III or senior technician; Controlled substance
      technician; Technician supervisor in managed care; Automation technician or
      administrator; Quality assurance technician (sterile compounding or controlled
      substances); Operating room pharmacy technician; Ambulatory oncology
      technician; Investigational drug or research lead technician; Pharmacy
      technician program director or coordinator; Pharmacy technician supervisor;
      340B technician or specialist; Diversion prevention analyst; Medication safety
      technician; Technician success and onboarding coordinator, or technician
      educator; Regulatory and compliance technician; Pharmacy informatics
      technician or analyst; Pharmacy technician manager; Diversion prevention team
      manager

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
}

#[test]
fn the_closest_roles_of_a_setting() {
    let output = run(&["explore", "--setting", "federal-va", "--record", MICHIGAN, "--on", DAY]);
    assert_snapshot!(stdout(&output), @"
    Roles, the closest first · 2026-11-23
    Federal: Department of Veterans Affairs

     1. ◐ VA pharmacy technician (to GS-07) · va-technician
        1 step away; nothing missing; 2 things unknown

     2. ○ Certified pharmacy technician · certified-pharmacy-technician
        1 step away; at least 13 weeks, 64 h, $120, in part assumed; 1 thing unknown

     3. ◐ VA procurement and inventory technician · va-procurement-technician
        2 steps away; nothing missing; 2 things unknown

     4. ○ VA supervisory pharmacy technician (GS-09) · va-supervisory-technician
        2 steps away; at least 13 weeks, 64 h, $120, in part assumed; 1 thing
        unknown

     5. ◐ Pharmacy technician supervisor · technician-supervisor
        3 steps away; at least 206 weeks

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
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
    assert_snapshot!(stdout(&output), @"
    Rung and kind of work
      Lead pharmacy technician
        • lead; leading
      Technician success and onboarding coordinator, or technician educator
        • lead; teaching

    What one does
      Lead pharmacy technician
        • schedules with enough staff and skill on every shift
        • daily supervision of levels one to three
        • evaluating performance
        • helping with new projects
        • information inside the department and committees
      Technician success and onboarding coordinator, or technician educator
        • first contact for new technicians
        • tracking every training step
        • surveys of new hires and formal feedback
        • check-ins, ninety-day reviews and competency checks

    Required
      Lead pharmacy technician
        ● the licence, registration or certification that the state's board asks
        ● technician work, at least 5 years (a Tennessee hospital posting)
        ◐ technician work with state-approved certification, at least 4 years (the
          same posting)
      Technician success and onboarding coordinator, or technician educator
        (nothing told)

    Described or welcome
      all of them
        ○ CPhT (PTCB)
      Lead pharmacy technician
        ◐ whatever the licence needs
      Technician success and onboarding coordinator, or technician educator
        ○ CPTEd (PTCB)
        ◐ several years as a technician (stated as the right profile)

    What one must be good at
      Lead pharmacy technician
        • written and spoken communication
        • sterile process skill
        • problem solving
        • quality improvement
      Technician success and onboarding coordinator, or technician educator
        • mentoring
        • passing on knowledge
        • records

    Pay
      all of them
        • No source tells what it pays.

    Where it is found
      all of them
        • Hospital: inpatient

    Hours
      all of them
        • Hospital: inpatient: round the clock; nights are normal

    Before it
      all of them
        • Pharmacy technician III or senior technician
      Lead pharmacy technician
        • Pharmacy technician II
      Technician success and onboarding coordinator, or technician educator
        • Lead pharmacy technician

    After it
      Lead pharmacy technician
        • Pharmacy technician supervisor
        • Technician success and onboarding coordinator, or technician educator
      Technician success and onboarding coordinator, or technician educator
        • Pharmacy technician instructor

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
}

#[test]
fn the_ways_between_two_roles() {
    let path =
        ["explore", "--path", "pharmacy-technician", "specialty-liaison", "--record", MICHIGAN, "--on", DAY];
    assert_snapshot!(stdout(&run(&path)), @"
    From Pharmacy technician (registered or licensed) to Specialty pharmacy
    technician or liaison

    Fewest roles
      Pharmacy technician (registered or licensed)
      → Certified pharmacy technician
      → Specialty pharmacy technician or liaison (inferred)
        takes   at least 13 weeks, 64 h, $120, in part assumed; 2 things unknown

    Quickest
      Pharmacy technician (registered or licensed)
      → Prior authorization technician
      → Medication access coordinator or patient medication liaison
      → Specialty pharmacy technician or liaison (inferred)
        takes   nothing missing; 3 things unknown
        pays    $57,500 a year as Medication access coordinator or patient
                medication liaison

    Cheapest
      Pharmacy technician (registered or licensed)
      → Prior authorization technician
      → Medication access coordinator or patient medication liaison
      → Specialty pharmacy technician or liaison (inferred)
        takes   nothing missing; 3 things unknown
        pays    $57,500 a year as Medication access coordinator or patient
                medication liaison

    Best paid on the way
      Pharmacy technician (registered or licensed)
      → Certified pharmacy technician
      → Medication access coordinator or patient medication liaison
      → Specialty pharmacy technician or liaison (inferred)
        takes   at least 13 weeks, 64 h, $120, in part assumed; 3 things unknown
        pays    $57,500 a year as Medication access coordinator or patient
                medication liaison

    5 ways were weighed.
    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
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
    assert_snapshot!(serde_json::to_string_pretty(edge).unwrap(), @r#"
    {
      "from": "technician-ii",
      "to": "lead-technician",
      "basis": "stated",
      "told": [
        {
          "basis": "stated",
          "why": "the posting includes all level one, level two and advanced criteria",
          "told_by": "lead-technician"
        }
      ]
    }
    "#);
}

#[test]
fn what_a_move_changes() {
    let output = run(&["explore", "move", "tx", "--record", OHIO, "--on", DAY]);
    assert_eq!(code(&output), 0);
    assert_snapshot!(stdout(&output), @"
    From Ohio to Texas on 2026-11-23

    At a glance
      Credential
        Ohio              Registered Pharmacy Technician
        Texas             Registered Pharmacy Technician
      Continuing education
        Ohio              10 h in a period (5 h a year)
        Texas             20 h in a period (10 h a year)
      Live hours
        Ohio              None
        Texas             None
      National certification to get it
        Ohio              Not required
        Texas             Required
      National certification to keep it
        Ohio              Not required
        Texas             Not required
      Giving vaccines
        Ohio              Allowed on terms
        Texas             Not allowed

    Duties that the move changes, once you hold the credential there
      ○ Giving vaccines: here not known, there you may not
        Texas does not let technicians do this: Giving vaccines.
      ◐ New prescriptions by telephone: here you may not, there not known
      not known       Final product check, Point-of-care tests, Giving medicines,
                      Prescription transfers, Clarifying prescriptions, Refill
                      requests, Medication histories, Compounding, Checking
                      automated stock, Remote dispensing sites, Supervision ratio

    The credential there
      Registered Pharmacy Technician (Texas)
        ◐ National certification first
          ◐ high school diploma or equivalent, or working toward it
        to meet it    Apply for the Registered Pharmacy Technician (Texas)
        takes         at least 4 weeks, 2 h, $83, in part assumed

    What is asked to keep it, and what you hold
      Texas Registered Pharmacy Technician asks 20 h of continuing education, 1 h of
      Texas pharmacy law or rules and a human-trafficking prevention course approved
      by Texas HHSC, which is not asked now.

    Roles that it changes for you, once you hold the credential there
      ○ Immunizing technician: unknown here, not met there

    Not settled yet
      ◐ 22 TAC 297.8 was read in undated copies: has it been amended in 2025 or
        2026?
      ◐ Is the Texas law hour due when college credit or an examination replaces the
        20 hours? The rule does not say.
      ◐ Do technicians who compound sterile preparations owe sterile-compounding
        hours each period (two, or four for high risk)? A vendor quotes 22 TAC
        291.133 so, in words older than the new USP <797>; the board's text was not
        seen.
      ◐ Does giving a presentation, or basic life support (CPR), count? The part of
        297.8 that would say was not seen.
      ◐ Do surplus hours carry over, and how long must certificates be kept? Nothing
        was seen for technicians.
      ◐ What does registration and renewal cost today? A 2020 vendor page says 83
        USD for the application.
      ◐ Does the birth month set the expiry date? Only weak pages say so.
      ◐ Was S.B. 398 of 2025, which would let pharmacists delegate vaccination to
        technicians, ever enacted? Only the text as introduced was seen.

    Rung informs; it is not legal advice. Where it matters, ask the board or the
    certifying body.
    ");
}

#[test]
fn answers_are_kept_in_a_file_and_rank_the_roles() {
    let dir = scratch("interests");
    let answers = dir.join("answers.json");
    let answers = answers.to_str().unwrap();
    let none = run(&["explore", "--by", "interest", "--record", OHIO, "--on", DAY, "--answers", answers]);
    assert_eq!(code(&none), 4);
    assert_snapshot!(stderr(&none), @"
    error: no question about your interests is answered yet

    hint: `rung explore interests` asks them
    ");
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
    assert_snapshot!(serde_json::to_string_pretty(&told["roles"][0]["interest"]).unwrap(), @r#"
    {
      "points": 2,
      "most": 2,
      "percent": 100,
      "because": [
        {
          "question": "stock",
          "answer": 2,
          "points": 2,
          "says": "You said: very much. Keep stock, orders and invoices in order, so that they add up."
        }
      ]
    }
    "#);
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
    assert_snapshot!(stderr(&output), @r#"
    error: "much" is no answer to mixing

    hint: write it as `mixing=2`: a question's id and -2 to 2, or `none`
    "#);
    // Nobody is there to answer.
    let output = run(&["explore", "interests", "--answers", dir.join("new.json").to_str().unwrap()]);
    assert_eq!(code(&output), 2);
    assert!(!dir.join("new.json").exists());
}
