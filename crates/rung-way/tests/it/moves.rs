use crate::{CATALOG, ON, english, example, seen};
use rung_rules::Verdict;
use rung_way::{
    figure::OwnFigures,
    moves::{move_to, owed, record_there},
    words,
};
use std::fmt::Write as _;

fn told(name: &str, to: &str) -> String {
    let record = example(name);
    let seen = seen(&record);
    let to = CATALOG.authority(to).unwrap();
    let there = record_there(&seen, to, ON);
    let owed = owed(&seen, to, ON, english()).unwrap();
    let moved = move_to(&seen, &there, &OwnFigures::new(), to, ON, owed);
    let mut text = String::new();
    for duty in moved.duties.iter().filter(|duty| duty.changes()) {
        let texts: Vec<String> =
            duty.there.1.iter().map(|own| words::because(english(), own, &seen)).collect();
        writeln!(text, "{}: {} -> {} ({})", duty.kind.name, duty.here.0, duty.there.0, texts.join(" "))
            .unwrap();
    }
    if let Some(there) = &moved.credential {
        writeln!(text, "credential: {} ({:?})", there.credential.id, there.holding).unwrap();
        for path in &there.eligibility.as_ref().unwrap().paths {
            writeln!(text, "  by {}: {}", path.path.title, path.verdict).unwrap();
        }
        let effort = there.effort.as_ref().map(|own| words::effort(english(), own));
        writeln!(text, "  takes: {effort:?}").unwrap();
        for fee in &there.fees {
            writeln!(text, "  fee: {} {}", fee.usd, fee.what).unwrap();
        }
    }
    moved.owed.iter().for_each(|own| writeln!(text, "owed: {own}").unwrap());
    for (role, before, after) in &moved.roles {
        writeln!(text, "role: {} {before} -> {after}", role.id).unwrap();
    }
    text
}

#[test]
fn from_ohio_to_texas() {
    insta::assert_snapshot!(told("ohio-certified", "tx"), @r#"
    Giving vaccines: unknown -> not met (Texas does not let technicians do this: Giving vaccines.)
    New prescriptions by telephone: not met -> unknown ()
    credential: tx-pharmacy-technician (Not)
      by National certification first: unknown
      takes: Some("at least 4 weeks, 2 h, $83, in part assumed")
    owed: Texas Registered Pharmacy Technician asks 20 h of continuing education, 1 h of Texas pharmacy law or rules and a human-trafficking prevention course approved by Texas HHSC, which is not asked now.
    role: immunizing-technician unknown -> not met
    "#);
}

#[test]
fn from_texas_to_a_state_that_allows_vaccines() {
    insta::assert_snapshot!(told("ptcb-and-texas", "ut"), @r#"
    Giving vaccines: not met -> unknown (Utah lets technicians do this on terms: Giving vaccines. The terms: by a pharmacist's delegation; what R156-17b-621 asks, which was not read; two hours on vaccines in each cycle. You hold the Licensed Pharmacy Technician (Utah), good until Nov 23, 2028.)
    Refill requests: unknown -> met (Utah lets technicians do this: Refill requests.)
    Compounding: unknown -> met (Utah lets technicians do this: Compounding.)
    credential: ut-pharmacy-technician (Not)
      by A recognised training programme: unknown
      by Licensed elsewhere, with 1,000 hours of work: unknown
      takes: Some("at least 5 weeks, 4 h, $75, in part assumed")
    owed: Utah Licensed Pharmacy Technician asks 20 h of continuing education, 6 h of lectures, seminars or workshops, in person or live by video and 1 h of pharmacy law or ethics, which is not asked now.
    role: immunizing-technician not met -> unknown
    "#);
}

#[test]
fn every_state_can_be_moved_to_and_a_move_to_where_one_is_changes_no_duty() {
    let record = example("ohio-certified");
    let seen = seen(&record);
    for state in CATALOG.authorities.iter().filter(|own| own.is_jurisdiction) {
        let there = record_there(&seen, state, ON);
        let owed = owed(&seen, state, ON, english()).unwrap();
        let moved = move_to(&seen, &there, &OwnFigures::new(), state, ON, owed);
        assert_eq!(moved.to.authority.id, state.id);
        assert_eq!(moved.duties.len(), CATALOG.duty_kinds.len());
        if state.id == "oh" {
            assert!(moved.duties.iter().all(|duty| !duty.changes()));
            assert!(moved.roles.is_empty());
        }
        for duty in &moved.duties {
            // Nothing is forbidden or allowed without a text.
            assert!(
                duty.there.0 == Verdict::Unknown || !duty.there.1.is_empty(),
                "{}: {}",
                state.id,
                duty.kind.id
            );
        }
    }
}

/// Of California's ways, that by a degree is no form to fill in: the course of at least 240 hours is what can be planned.
#[test]
fn schooling_is_no_matter_of_a_word() {
    insta::assert_snapshot!(told("michigan-first-cycle", "ca"), @r#"
    Compounding: met -> unknown ()
    credential: ca-pharmacy-technician (Not)
      by Associate degree in pharmacy technology: unknown
      by Training course: unknown
      by Graduation from a school of pharmacy: unknown
      by National certification: unknown
      takes: Some("at least 52 weeks, 242 h, $1,620, in part assumed")
    owed: California Pharmacy Technician asks 1 h of cultural competency, as B&P 4231(a) describes it, which is not asked now.
    "#);
}
