//! A plan that is lived.

use crate::world::{lines, planned, record, sample, way};
use rung_career::{Keep, Limits};
use rung_record::{Date, Record};
use rung_way::{
    goals::Wishes,
    live::{Agreed, Happened, Stuck, changed},
    plan::{Outcome, WayResult},
    steps::{Deed, StepKey},
    words::plan as say,
};
use rung_words::{Language, Words};

fn technician() -> Record {
    record(
        r#"{"format": "rung-record/1", "credentials": [
            {"credential": "ptcb-cpht", "issued": "2024-05-02", "expires": "2028-05-31"}],
        "work": [{"from": "2025-09-01", "hours_per_week": "36", "state": "OH", "setting": "hospital-inpatient"}]}"#,
    )
}

fn agreed(outcome: Outcome) -> Agreed {
    let WayResult::Plan(solved) = outcome.result else { panic!("there is a plan") };
    Agreed::new(outcome.draft, solved.starts, solved.plan, Date::constant(2026, 11, 27))
}

fn key(agreed: &Agreed, is: impl Fn(&Deed) -> bool) -> StepKey {
    agreed.plan.steps.iter().find(|own| is(&own.step.deed)).unwrap().step.key.clone()
}

fn told(agreed: &Agreed, today: Date) -> String {
    let words = Words::of(Language::English);
    match agreed.standing(today, Keep::First, &Limits::conflicts(20_000)) {
        Ok(now) => say::differences(words, &now.moved, &agreed.plan, &now.plan).join("\n"),
        Err(stuck) => say::stuck(words, &agreed.draft, &stuck),
    }
}

#[test]
fn nothing_told_nothing_moved() {
    let agreed = agreed(way(&technician(), "ptcb-hazardous-drug-management", &Wishes::default()));
    insta::assert_snapshot!(told(&agreed, agreed.agreed_on), @"The two plans are the same.");
}

#[test]
fn a_failed_exam_is_sat_again_and_what_follows_moves() {
    let mut agreed = agreed(way(&technician(), "ptcb-cspt", &Wishes::default()));
    let exam = key(&agreed, |deed| matches!(deed, Deed::Exam { .. }));
    let day = agreed.plan.steps.iter().find(|own| own.step.key == exam).unwrap().ends;
    agreed.tell(&exam, Happened::Failed { on: day }).unwrap();
    insta::assert_snapshot!(told(&agreed, day), @"
    You arrive 10 weeks later: on Mar 23, 2028.
    It costs $149 more: $908.
    Take the exam: CSPT (PTCB): now Mar 17, 2028 to Mar 23, 2028, before Jan 7, 2028 to Jan 13, 2028
    ");
}

/// Who applied too early is not told that there is no way: the exam comes when it can, and says that its days are over.
#[test]
fn an_authorization_that_runs_out_is_told_at_the_exam() {
    let mut agreed = agreed(way(&sample("ohio-certified"), "ptcb-cpht", &Wishes::default()));
    let apply = key(&agreed, |deed| matches!(deed, Deed::Apply { .. }));
    agreed.tell(&apply, Happened::Done { on: Date::constant(2026, 12, 1) }).unwrap();
    let today = Date::constant(2026, 12, 4);
    insta::assert_snapshot!(told(&agreed, today), @"
    You arrive a week earlier: on Jun 3, 2027.
    Apply for the CPhT (PTCB): now Nov 27, 2026 to Dec 3, 2026, before May 28, 2027 to Jun 3, 2027
    Take the exam: CPhT (PTCB): now May 28, 2027 to Jun 3, 2027, before Jun 4, 2027 to Jun 10, 2027
    ");
    let now = agreed.standing(today, Keep::First, &Limits::conflicts(20_000)).unwrap();
    let exam = now.plan.steps.iter().find(|own| matches!(own.step.deed, Deed::Exam { .. })).unwrap();
    assert!(exam.authorized_until.unwrap() < exam.begins, "{exam:?}");
}

#[test]
fn a_step_that_slips_and_one_that_is_faster() {
    let mut agreed = agreed(way(&technician(), "ptcb-hazardous-drug-management", &Wishes::default()));
    let program = key(&agreed, |deed| matches!(deed, Deed::Program { .. }));
    agreed.tell(&program, Happened::Slipped { to: Date::constant(2027, 1, 4) }).unwrap();
    insta::assert_snapshot!(told(&agreed, Date::constant(2026, 11, 28)), @r#"
    You arrive 6 weeks later: on Mar 4, 2027.
    Finish a program: hazardous drugs: now Jan 8, 2027 to Jan 21, 2027, before Nov 27, 2026 to Dec 10, 2026
    Study for the Hazardous Drug Management Certificate (PTCB): now Jan 22, 2027 to Feb 18, 2027, before Dec 11, 2026 to Jan 7, 2027
    Apply for the Hazardous Drug Management Certificate (PTCB): now Feb 19, 2027 to Feb 25, 2027, before Jan 8, 2027 to Jan 14, 2027
    Take the exam: Hazardous Drug Management Certificate (PTCB): now Feb 26, 2027 to Mar 4, 2027, before Jan 15, 2027 to Jan 21, 2027
    "#);
    agreed.tell(&program, Happened::Done { on: Date::constant(2026, 12, 1) }).unwrap();
    insta::assert_snapshot!(told(&agreed, Date::constant(2026, 12, 4)), @r#"
    You arrive a week earlier: on Jan 14, 2027.
    Finish a program: hazardous drugs: now Nov 27, 2026 to Dec 3, 2026, before Nov 27, 2026 to Dec 10, 2026
    Apply for the Hazardous Drug Management Certificate (PTCB): now Dec 4, 2026 to Dec 10, 2026, before Jan 8, 2027 to Jan 14, 2027
    Take the exam: Hazardous Drug Management Certificate (PTCB): now Jan 8, 2027 to Jan 14, 2027, before Jan 15, 2027 to Jan 21, 2027
    "#);
}

#[test]
fn an_agreed_plan_is_kept_and_read_again() {
    let mut agreed = agreed(way(&technician(), "ptcb-hazardous-drug-management", &Wishes::default()));
    let program = key(&agreed, |deed| matches!(deed, Deed::Program { .. }));
    agreed.tell(&program, Happened::Begun { on: Date::constant(2026, 11, 27) }).unwrap();
    let again = Agreed::from_json(&agreed.to_json()).unwrap();
    assert_eq!(again, agreed);
    for text in ["", "{}", "[1, 2]", &agreed.to_json().replace("rung-way/1", "rung-way/9")] {
        assert!(matches!(Agreed::from_json(text), Err(Stuck::NotReadable(_))), "{text:.40}");
    }
    assert!(matches!(
        agreed.tell(&StepKey("no:such".to_owned()), Happened::Takes { weeks: 1 }),
        Err(Stuck::NoStep(_))
    ));
}

#[test]
fn what_the_catalogue_changes_is_told() {
    let record = technician();
    let agreed = agreed(way(&record, "ptcb-hazardous-drug-management", &Wishes::default()));
    let mut wishes = Wishes::default();
    let own = rung_way::figure::Own { usd: Some("120".parse().unwrap()), ..Default::default() };
    wishes.figures.insert("application:ptcb-hazardous-drug-management".to_owned(), own);
    let today = way(&record, "ptcb-hazardous-drug-management", &wishes);
    let words = Words::of(Language::English);
    let lines: Vec<String> =
        changed(&agreed, &today.draft).iter().map(|own| say::changed(words, &today.draft, own)).collect();
    insta::assert_snapshot!(lines.join("\n"), @"Apply for the Hazardous Drug Management Certificate (PTCB): now $120, $89 when you agreed.");
}

#[test]
fn the_steps_as_a_calendar() {
    let outcome = way(&technician(), "ptcb-hazardous-drug-management", &Wishes::default());
    let events = rung_way::plan::calendar::events(planned(&outcome), Words::of(Language::English));
    let told: Vec<String> =
        events.iter().map(|own| format!("{} {} {}", own.days, own.uid_key, own.title)).collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    2026-11-27 to 2026-12-10 way.program.hazardous-drugs.ptcb Finish a program: hazardous drugs
    2026-12-11 to 2027-01-07 way.study.ptcb-hazardous-drug-management.program Study for the Hazardous Drug Management Certificate (PTCB)
    2027-01-08 to 2027-01-14 way.apply.ptcb-hazardous-drug-management.program Apply for the Hazardous Drug Management Certificate (PTCB)
    2027-01-15 to 2027-01-21 way.exam.ptcb-hazardous-drug-management.program.hdm-exam Take the exam: Hazardous Drug Management Certificate (PTCB)
    2027-01-21 to 2027-01-21 way.goal.credential.ptcb-hazardous-drug-management Goal: Hazardous Drug Management Certificate (PTCB)
    "#);
    assert!(lines(&outcome).contains("proven"));
}
