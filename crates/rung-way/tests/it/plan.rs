//! Plans of sample technicians: what they are, that the evaluator agrees, that nothing in them is spare.

use crate::world::{ON, aim, catalog, line, lines, planned, record, sample, way, ways};
use rung_career::Limits;
use rung_catalog::{Catalog, Overlay};
use rung_record::{Date, Hours, Record};
use rung_rules::{Verdict, eligibility};
use rung_way::{
    Viewpoint,
    figure::Own,
    goals::{Goal, Wish, Wishes},
    plan::{Outcome, PlanFault, WayResult, plan},
    steps::Deed,
    why::{Without, differences, why_not, without},
    words::plan as say,
};
use rung_words::{Language, Words};

fn english() -> &'static Words {
    Words::of(Language::English)
}

/// A technician who works at a hospital and compounds there, certified since 2024.
fn compounder() -> Record {
    record(
        r#"{"format": "rung-record/1",
        "person": {"name": "Sample: Kai Moreno", "birth_date": "1998-02-03"},
        "credentials": [
            {"credential": "ptcb-cpht", "issued": "2024-05-02", "expires": "2028-05-31"},
            {"credential": "oh-certified-pharmacy-technician", "issued": "2024-06-01", "expires": "2028-03-31"}],
        "work": [{"employer": "Sample Hospital", "setting": "hospital-inpatient", "role": "pharmacy-technician", "state": "OH",
            "from": "2025-09-01", "hours_per_week": "36", "duties": ["sterile-compounding"]}],
        "education": [{"kind": "high-school", "completed": "2016-06-01"}]}"#,
    )
}

/// The record as it will be on a day of the plan, what the plan supposes included.
fn on_that_day(before: &Record, outcome: &Outcome, day: Date) -> Record {
    let mut then = before.clone();
    for own in &planned(outcome).steps {
        let works = matches!(own.step.deed, Deed::Work { .. });
        if own.ends < day || (works && own.begins <= day) {
            own.step.gains.iter().for_each(|gain| gain.add_to(&mut then, own.begins, own.ends));
        }
    }
    then
}

/// Every application of the plan is one that the evaluator lets through on its day.
fn is_eligible_throughout(record: &Record, outcome: &Outcome) {
    for own in &planned(outcome).steps {
        let Deed::Apply { credential, path, .. } = &own.step.deed else { continue };
        let then = on_that_day(record, outcome, own.begins);
        let answer = eligibility(&then, catalog(), credential.as_str(), own.begins).unwrap();
        let found = answer.paths.iter().find(|known| known.path.id == *path).unwrap();
        let open: Vec<_> = found.conditions.iter().filter(|line| line.verdict != Verdict::Met).collect();
        assert!(open.is_empty(), "{} on {}: {open:#?}", own.step.key, own.begins);
    }
}

/// Taking any step out of the plan breaks it.
fn nothing_is_spare(outcome: &Outcome) {
    let WayResult::Plan(solved) = &outcome.result else { panic!("there is a plan") };
    let numbers = &outcome.draft.numbers;
    assert_eq!(numbers.problem.broken_demand(&solved.starts), None);
    for step in 0..solved.starts.len() {
        if solved.starts[step].is_some() && numbers.places[step].node().is_some() {
            let mut fewer = solved.starts.clone();
            fewer[step] = None;
            assert!(numbers.problem.broken_demand(&fewer).is_some(), "{}", numbers.problem.steps[step].name);
        }
    }
}

#[test]
fn from_nothing_to_cpht() {
    let record = record(r#"{"format": "rung-record/1", "credentials": []}"#);
    let outcome = way(&record, "ptcb-cpht", &Wishes::default());
    insta::assert_snapshot!(lines(&outcome), @r#"
    2027-06-10, $129 ($0 assumed), 104 h (23 assumed), proven
    * 2026-11-27 to 2027-02-04: position:any:any, 2 h a week
      2027-02-05 to 2027-05-06: work:500-h, slack 3
    * 2027-02-05 to 2027-05-27: study:ptcb-cpht:work, 5 h a week
    * 2027-05-28 to 2027-06-03: apply:ptcb-cpht:work, 1 h a week, $129
    * 2027-06-04 to 2027-06-10: exam:ptcb-cpht:work:ptce-2026, 3 h a week
    * 2027-06-10 to 2027-06-10: hold:ptcb-cpht
    "#);
    is_eligible_throughout(&record, &outcome);
    nothing_is_spare(&outcome);
}

#[test]
fn a_compounder_on_the_way_to_the_cspt() {
    let record = compounder();
    let outcome = way(&record, "ptcb-cspt", &Wishes::default());
    insta::assert_snapshot!(lines(&outcome), @r#"
    2027-04-15, $759 ($0 assumed), 93 h (92 assumed), proven
    * 2026-11-27 to 2027-01-07: program:ashp-compounding-sterile-preparations, 5 h a week, $560
    * 2027-01-08 to 2027-04-01: study:ptcb-cspt:program-and-1-year, 5 h a week
    * 2027-04-02 to 2027-04-08: apply:ptcb-cspt:program-and-1-year, 1 h a week, $199
    * 2027-04-09 to 2027-04-15: exam:ptcb-cspt:program-and-1-year:cspt-exam, 3 h a week
    * 2027-04-15 to 2027-04-15: hold:ptcb-cspt
    "#);
    is_eligible_throughout(&record, &outcome);
    nothing_is_spare(&outcome);
}

#[test]
fn to_lead_takes_the_years_that_it_takes() {
    let record = compounder();
    let outcome = way(&record, "lead-technician", &Wishes::default());
    insta::assert_snapshot!(lines(&outcome), @r#"
    2029-11-08, $205 ($100 assumed), 42 h (22 assumed), proven
      2027-11-05 to 2028-01-06: learn:ptcb-cpht:2028-05-01:0, 2 h a week, $90, slack 13
      2027-12-31 to 2028-01-06: learn:ptcb-cpht:2028-05-01:1, 1 h a week, $5, slack 13
      2027-12-31 to 2028-01-06: learn:ptcb-cpht:2028-05-01:2, 1 h a week, $5, slack 13
      2028-02-25 to 2028-03-02: renew:oh-certified-pharmacy-technician:2028-03-31, 1 h a week, $50, slack 4
      2028-04-07 to 2028-04-13: renew:ptcb-cpht:2028-05-31, 1 h a week, $55, slack 2
    * 2029-08-30 to 2029-08-30: accrue:4-years
    * 2029-08-31 to 2029-11-08: position:lead-technician, 2 h a week
    if Meets { what: "technician work with state-approved certification" }
    if Meets { what: "whatever the licence needs" }
    "#);
    nothing_is_spare(&outcome);
}

/// Nobody yet, in Texas, who wants to lead: the licence and the certification of the first year run out before the years of
/// work are over, and are renewed with their hours.
#[test]
fn what_is_earned_on_the_way_is_kept_up() {
    let record = record(
        r#"{"format": "rung-record/1", "credentials": [], "person": {"birth_date": "2000-05-04"},
        "education": [{"kind": "high-school", "completed": "2018-06-01"}]}"#,
    );
    let outcome = ways(
        &record,
        &["tx-pharmacy-technician", "lead-technician"].map(|goal| aim(&record, goal, None)),
        &Wishes::default(),
    );
    insta::assert_snapshot!(lines(&outcome), @r#"
    2031-04-17, $413 ($275 assumed), 129 h (108 assumed), proven
    * 2026-11-27 to 2027-02-04: position:any:any, 2 h a week
      2027-02-05 to 2027-09-02: work:1200-h:within-3-years, slack 23
      2027-02-05 to 2028-02-10: work:12-months:within-3-years
    * 2027-02-05 to 2031-02-06: work:4-years
      2027-11-19 to 2028-02-10: study:nha-excpt:work, 5 h a week
      2028-02-11 to 2028-02-24: apply:nha-excpt:work, 0.5 h a week, $120
      2028-02-25 to 2028-03-02: exam:nha-excpt:work:excpt-five-domains, 3 h a week
      2028-03-02 to 2028-03-02: hold:nha-excpt
      2028-03-03 to 2028-03-30: apply:tx-pharmacy-technician:certified, 0.5 h a week, $83
      2028-03-30 to 2028-03-30: hold:tx-pharmacy-technician, slack 99
      2029-08-24 to 2029-10-25: learn:nha-excpt:2030-03-02:0, 2 h a week, $90, slack 13
      2029-10-19 to 2029-10-25: learn:nha-excpt:2030-03-02:1, 1 h a week, $5, slack 13
      2029-10-19 to 2029-10-25: learn:nha-excpt:2030-03-02:2, 1 h a week, $5, slack 13
      2029-10-19 to 2029-10-25: learn:nha-excpt:2030-03-02:3, 1 h a week, $5, slack 13
      2030-01-25 to 2030-01-31: renew:nha-excpt:2030-03-02, 1 h a week, $55, slack 4
      2030-02-22 to 2030-02-28: renew:tx-pharmacy-technician:2030-03-30, 1 h a week, $50, slack 4
    * 2031-02-07 to 2031-04-17: position:lead-technician, 2 h a week
    if Meets { what: "technician work with state-approved certification" }
    if Meets { what: "whatever the licence needs" }
    if Licence
    "#);
    nothing_is_spare(&outcome);
}

/// Vermont asks six hours from the period that begins on 2027-08-01; whether it asks them before, no source settles. A way of
/// three years meets both renewals, each by the rules of its own days.
#[test]
fn a_rule_of_a_later_day_bites_on_its_day() {
    let record = record(
        r#"{"format": "rung-record/1", "person": {"birth_date": "1998-02-03"},
        "credentials": [{"credential": "vt-pharmacy-technician", "issued": "2026-03-01", "expires": "2027-07-31"}],
        "work": [{"setting": "hospital-inpatient", "role": "pharmacy-technician", "state": "VT", "from": "2026-03-01", "hours_per_week": "36"}],
        "education": [{"kind": "high-school", "completed": "2016-06-01"}]}"#,
    );
    let outcome = way(&record, "lead-technician", &Wishes::default());
    let renewals = planned(&outcome).steps.iter().filter(|own| own.step.key.is_of_renewal());
    let told: Vec<String> =
        renewals.map(|own| format!("{} h: {}", own.step.hours.value, line(own))).collect();
    insta::assert_snapshot!(told.join("\n"), @"
    6 h:   2027-03-05 to 2027-03-25: learn:vt-pharmacy-technician:2027-07-31:0, 2 h a week, $30, slack 13
    1 h:   2027-06-25 to 2027-07-01: renew:vt-pharmacy-technician:2027-07-31, 1 h a week, $85, slack 4
    6 h:   2029-03-02 to 2029-03-22: learn:vt-pharmacy-technician:2029-07-31:1, 2 h a week, $30, slack 13
    1 h:   2029-06-22 to 2029-06-28: renew:vt-pharmacy-technician:2029-07-31, 1 h a week, $85, slack 4
    ");
}

#[test]
fn the_licence_of_another_state() {
    let record = compounder();
    let outcome = way(&record, "tx-pharmacy-technician", &Wishes::default());
    insta::assert_snapshot!(lines(&outcome), @r#"
    2026-12-24, $83 ($0 assumed), 2 h (2 assumed), proven
    * 2026-11-27 to 2026-12-24: apply:tx-pharmacy-technician:certified, 0.5 h a week, $83
    * 2026-12-24 to 2026-12-24: hold:tx-pharmacy-technician
    "#);
    is_eligible_throughout(&record, &outcome);
}

#[test]
fn what_is_held_already_needs_no_plan() {
    let outcome = way(&compounder(), "ptcb-cpht", &Wishes::default());
    insta::assert_snapshot!(lines(&outcome), @"there already, $0 ($0 assumed), 0 h (0 assumed), proven");
}

#[test]
fn no_exam_in_a_hold_off_and_fewer_hours_in_the_summer() {
    let record = compounder();
    let wishes = Wishes {
        hold_offs: vec!["exams:01-01..03-31".parse().unwrap()],
        hours_per_week: Some("8".parse().unwrap()),
        ..Wishes::default()
    };
    let free =
        way(&record, "ptcb-hazardous-drug-management", &Wishes { hold_offs: Vec::new(), ..wishes.clone() });
    let held = way(&record, "ptcb-hazardous-drug-management", &wishes);
    let exam = |outcome: &Outcome| {
        planned(outcome).steps.iter().find(|own| matches!(own.step.deed, Deed::Exam { .. })).unwrap().begins
    };
    insta::assert_snapshot!(format!("{} {}", exam(&free), exam(&held)), @"2027-01-01 2027-04-02");
    let told = say::differences(
        english(),
        &differences(planned(&free), planned(&held)),
        planned(&free),
        planned(&held),
    );
    insta::assert_snapshot!(told.join("\n"), @"
    You arrive 13 weeks later: on Apr 8, 2027.
    Study for the Hazardous Drug Management Certificate (PTCB): now Feb 26, 2027 to Apr 1, 2027, before Dec 11, 2026 to Dec 31, 2026
    Apply for the Hazardous Drug Management Certificate (PTCB): now Mar 26, 2027 to Apr 1, 2027, before Dec 25, 2026 to Dec 31, 2026
    Take the exam: Hazardous Drug Management Certificate (PTCB): now Apr 2, 2027 to Apr 8, 2027, before Jan 1, 2027 to Jan 7, 2027
    ");
    let spanish = Words::of(Language::Spanish);
    let told = say::differences(
        spanish,
        &differences(planned(&free), planned(&held)),
        planned(&free),
        planned(&held),
    );
    insta::assert_snapshot!(told.join("\n"), @"
    Llegas 13 semanas más tarde: el 8 abr 2027.
    Estudiar para Hazardous Drug Management Certificate (PTCB): ahora del 26 feb 2027 al 1 abr 2027, antes del 11 dic 2026 al 31 dic 2026
    Solicitar Hazardous Drug Management Certificate (PTCB): ahora del 26 mar 2027 al 1 abr 2027, antes del 25 dic 2026 al 31 dic 2026
    Presentar el examen: Hazardous Drug Management Certificate (PTCB): ahora del 2 abr 2027 al 8 abr 2027, antes del 1 ene 2027 al 7 ene 2027
    ");
}

#[test]
fn the_users_own_figure_counts_instead_of_an_assumption() {
    let record = compounder();
    let mut wishes = Wishes::default();
    let before = way(&record, "ptcb-hazardous-drug-management", &wishes);
    let own = Own { hours: Some("4".parse().unwrap()), ..Own::default() };
    wishes.figures.insert("study:ptcb-hazardous-drug-management".to_owned(), own);
    let after = way(&record, "ptcb-hazardous-drug-management", &wishes);
    assert!(planned(&after).arrival < planned(&before).arrival);
    let assumed = |outcome: &Outcome| {
        planned(outcome).assumptions.iter().map(|own| own.key.clone()).collect::<Vec<_>>()
    };
    insta::assert_debug_snapshot!((assumed(&before), assumed(&after)), @r#"
    (
        [
            "exam:ptcb-hazardous-drug-management",
            "program:hazardous-drugs",
            "spare-time",
            "study:ptcb-hazardous-drug-management",
        ],
        [
            "exam:ptcb-hazardous-drug-management",
            "program:hazardous-drugs",
            "spare-time",
        ],
    )
    "#);
}

#[test]
fn what_would_be_without_a_step() {
    let record = compounder();
    let outcome = way(&record, "ptcb-cspt", &Wishes::default());
    let limits = Limits::conflicts(20_000);
    let told: Vec<String> = planned(&outcome)
        .steps
        .iter()
        .filter(|own| !own.step.is_moment())
        .map(|own| {
            let without = without(&outcome.draft, planned(&outcome), &own.step.key, &limits);
            assert!(without != Without::NotKnown);
            format!("{}: {}", own.step.key, say::without(english(), &without))
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    program:ashp-compounding-sterile-preparations: Without it you would arrive 74 weeks later, on Sep 14, 2028, for $199.
    study:ptcb-cspt:program-and-1-year: Without it you would arrive 74 weeks later, on Sep 14, 2028, for $199.
    apply:ptcb-cspt:program-and-1-year: Without it you would arrive 74 weeks later, on Sep 14, 2028, for $199.
    exam:ptcb-cspt:program-and-1-year:cspt-exam: Without it you would arrive 74 weeks later, on Sep 14, 2028, for $199.
    "#);
}

#[test]
fn too_early_a_date_has_reasons_and_ways_out() {
    let record = compounder();
    let early = Date::constant(2027, 1, 8);
    let outcome =
        ways(&record, &[aim(&record, "ptcb-hazardous-drug-management", Some(early))], &Wishes::default());
    let WayResult::Nothing(refuted) = &outcome.result else { panic!("{:?}", outcome.result) };
    assert!(refuted.proven);
    let why = why_not(&outcome.draft, &Limits::conflicts(20_000));
    assert!(why.minimal);
    let reasons = why.reasons.iter().map(|own| say::asked(english(), &outcome.draft, own));
    let told: Vec<String> = reasons.chain(why.ways.iter().map(|own| say::way(english(), own))).collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    You reach the goal: Hazardous Drug Management Certificate (PTCB).
    You reach it by Jan 8, 2027: Hazardous Drug Management Certificate (PTCB).
    Take the exam: Hazardous Drug Management Certificate (PTCB): only after Study for the Hazardous Drug Management Certificate (PTCB).
    Hazardous Drug Management Certificate (PTCB) in hand: only after Take the exam: Hazardous Drug Management Certificate (PTCB).
    Study for the Hazardous Drug Management Certificate (PTCB): only after Finish a program: hazardous drugs.
    Every date 2 weeks later; you would be there by Jan 21, 2027.
    "#);
}

#[test]
fn how_late_one_can_begin() {
    let record = compounder();
    let by = Date::constant(2027, 6, 30);
    let wishes = Wishes { first: vec![Wish::LateStart], ..Wishes::default() };
    let outcome = ways(&record, &[aim(&record, "ptcb-hazardous-drug-management", Some(by))], &wishes);
    insta::assert_snapshot!(lines(&outcome), @r#"
    2027-06-24, $189 ($100 assumed), 34 h (33 assumed), proven
    * 2027-04-30 to 2027-05-13: program:hazardous-drugs:ptcb, 5 h a week, $100
    * 2027-05-14 to 2027-05-20: apply:ptcb-hazardous-drug-management:program, 1 h a week, $89
    * 2027-05-21 to 2027-06-17: study:ptcb-hazardous-drug-management:program, 5 h a week
    * 2027-06-18 to 2027-06-24: exam:ptcb-hazardous-drug-management:program:hdm-exam, 3 h a week
    * 2027-06-24 to 2027-06-24: hold:ptcb-hazardous-drug-management
    "#);
}

#[test]
fn pay_as_a_goal() {
    let record = compounder();
    let outcome = way(&record, "earn:60000/year", &Wishes::default());
    insta::assert_snapshot!(lines(&outcome), @r#"
    2027-02-04, $0 ($0 assumed), 20 h (20 assumed), proven
    * 2026-11-27 to 2027-02-04: position:nuclear-technician, 2 h a week
    if Meets { what: "technician training plus nuclear pharmacy training" }
    "#);
}

#[test]
fn bad_input_is_told_with_its_place() {
    let record = compounder();
    let seen = Viewpoint::new(&record, catalog(), ON);
    let unknown = Goal::parse("role:led-technician", &seen).unwrap_err();
    insta::assert_snapshot!(say::no_goal(english(), &unknown).join(" "), @r#""role:led-technician" is no role, credential, setting or action of the catalogue. Did you mean role:lead-technician, role:va-technician or role:pbm-technician?"#);
    let past = Date::constant(2020, 1, 1);
    let fault = plan(&seen, &[aim(&record, "ptcb-cspt", Some(past))], &Wishes::default(), &Limits::none())
        .unwrap_err();
    assert_eq!(fault, PlanFault::Past { date: past, on: ON });
    insta::assert_snapshot!(say::fault(english(), &fault), @"Jan 1, 2020 is before Nov 27, 2026: choose a later day.");
    let none = Wishes { hours_per_week: Some("0".parse().unwrap()), ..Wishes::default() };
    let fault = plan(&seen, &[aim(&record, "ptcb-cspt", None)], &none, &Limits::none()).unwrap_err();
    assert_eq!(fault, PlanFault::NoTime);
}

#[test]
fn credentials_that_ask_for_each_other_are_told_as_a_circle() {
    let path = |id: &str, other: &str| {
        format!(
            "[[credential]]\nid = \"{id}\"\ntitle = \"{id}\"\nkind = \"certificate\"\nrenewable = false\n[[credential.path]]\n\
             id = \"p\"\ntitle = \"p\"\ncite = \"s\"\n[[credential.path.condition]]\nwhat = \"the other\"\n\
             if = {{ holds = [\"{other}\"] }}\nwould_meet = \"get it\"\n"
        )
    };
    let text = format!(
        "id = \"loop\"\nname = \"Loop\"\nbody = \"Loop\"\nchecked = 2026-11-23\nconfidence = \"low\"\n\
         [[source]]\nid = \"s\"\ntitle = \"s\"\ntier = \"other\"\n{}{}",
        path("loop-a", "loop-b"),
        path("loop-b", "loop-a")
    );
    let overlay = Overlay { path: "credentials/loop.toml".to_owned(), text };
    let catalog = Catalog::load(&[overlay]).unwrap();
    let record = compounder();
    let seen = Viewpoint::new(&record, &catalog, ON);
    let aim = rung_way::goals::Aim { goal: Goal::parse("loop-a", &seen).unwrap(), by: None };
    let outcome = plan(&seen, &[aim], &Wishes::default(), &Limits::none()).unwrap();
    let WayResult::Blocked(blocked) = &outcome.result else { panic!("{:?}", outcome.result) };
    insta::assert_snapshot!(say::blocked(english(), &blocked[0]).join("\n"), @r#"
    loop-a (Loop): no steps that Rung knows lead there.
    These ask for each other in a circle: loop-a (Loop) → loop-b (Loop) → loop-a (Loop)
    "#);
}

#[test]
fn from_cpht_in_texas_to_the_advanced_certification() {
    let record = sample("ptcb-and-texas");
    let outcome = way(&record, "ptcb-cpht-adv", &Wishes::default());
    insta::assert_snapshot!(lines(&outcome), @"
    2027-07-01, $905 ($395 assumed), 140 h (124 assumed), proven
    * 2026-11-27 to 2026-12-10: program:hazardous-drugs:ptcb, 5 h a week, $100
      2026-12-11 to 2026-12-17: learn:ptcb-cpht:2027-03-01:1, 1 h a week, $5, slack 3
      2026-12-11 to 2026-12-24: program:ashp-diversion-microcredential, 1 h a week, $99, slack 1
    * 2026-12-11 to 2027-01-07: learn:ptcb-cpht:2027-03-01:0, 2 h a week, $40
    * 2027-01-01 to 2027-01-07: apply:ptcb-controlled-substances-diversion-prevention:program, 1 h a week, $89
    * 2027-01-08 to 2027-02-04: study:ptcb-controlled-substances-diversion-prevention:program, 5 h a week
    * 2027-02-05 to 2027-02-11: apply:ptcb-hazardous-drug-management:program, 1 h a week, $89
    * 2027-02-05 to 2027-02-11: exam:ptcb-controlled-substances-diversion-prevention:program:csdp-exam, 3 h a week
    * 2027-02-05 to 2027-02-11: renew:ptcb-cpht:2027-03-31, 1 h a week, $55
      2027-02-11 to 2027-02-11: hold:ptcb-controlled-substances-diversion-prevention, slack 14
    * 2027-02-12 to 2027-03-11: study:ptcb-hazardous-drug-management:program, 5 h a week
    * 2027-03-12 to 2027-03-25: program:product-verification:ptcb, 5 h a week, $100
    * 2027-03-26 to 2027-04-22: study:ptcb-tpv:program, 5 h a week
    * 2027-04-23 to 2027-04-29: apply:ptcb-tpv:program, 1 h a week, $89
    * 2027-04-23 to 2027-04-29: exam:ptcb-hazardous-drug-management:program:hdm-exam, 3 h a week
    * 2027-04-23 to 2027-04-29: renew:tx-pharmacy-technician:2027-05-31, 1 h a week, $50
    * 2027-04-30 to 2027-05-13: program:immunization:ptcb, 5 h a week, $100
    * 2027-05-14 to 2027-05-20: exam:ptcb-tpv:program:tpv-exam, 3 h a week
    * 2027-05-14 to 2027-05-20: apply:ptcb-immunization-administration:program, 1 h a week, $89
      2027-05-20 to 2027-05-20: hold:ptcb-tpv
      2027-05-20 to 2027-05-20: hold:ptcb-hazardous-drug-management
    * 2027-05-21 to 2027-06-17: study:ptcb-immunization-administration:program, 5 h a week
    * 2027-06-18 to 2027-06-24: exam:ptcb-immunization-administration:program:immunization-exam, 3 h a week
    * 2027-06-24 to 2027-06-24: hold:ptcb-immunization-administration
    * 2027-06-25 to 2027-07-01: apply:ptcb-cpht-adv:four-certificates, 1 h a week
    * 2027-07-01 to 2027-07-01: hold:ptcb-cpht-adv
    ");
    is_eligible_throughout(&record, &outcome);
    nothing_is_spare(&outcome);
}

/// PTCB authorizes for 90 days. Two hours a week are too few to study in that time what the exam asks, so the application waits.
#[test]
fn an_exam_lies_in_the_days_for_which_it_is_authorized() {
    let wishes = Wishes { hours_per_week: Some(Hours::from_whole(2)), ..Wishes::default() };
    let outcome = way(&sample("ohio-certified"), "ptcb-cpht", &wishes);
    insta::assert_snapshot!(lines(&outcome), @"
    2027-12-09, $279 ($95 assumed), 104 h (4 assumed), proven
    * 2026-11-27 to 2026-12-03: learn:nha-excpt:2027-02-14:1, 1 h a week, $5
    * 2026-12-04 to 2027-02-04: learn:nha-excpt:2027-02-14:0, 2 h a week, $90
    * 2027-02-05 to 2027-02-11: renew:nha-excpt:2027-02-14, 1 h a week, $55
    * 2027-02-12 to 2027-11-18: study:ptcb-cpht:work, 2 h a week
    * 2027-11-19 to 2027-11-25: apply:ptcb-cpht:work, 1 h a week, $129
    * 2027-11-26 to 2027-12-09: exam:ptcb-cpht:work:ptce-2026, 1.5 h a week
    * 2027-12-09 to 2027-12-09: hold:ptcb-cpht
    ");
    let WayResult::Plan(solved) = &outcome.result else { panic!("there is a plan") };
    let exam = solved.plan.steps.iter().find(|own| matches!(own.step.deed, Deed::Exam { .. })).unwrap();
    assert!(exam.authorized_until.unwrap() >= exam.ends, "{exam:?}");
}
