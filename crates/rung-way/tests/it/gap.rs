use crate::{CATALOG, ON, all_prospects, english, example, record, seen};
use rung_catalog::field::{Reading, RoleTest, Strength};
use rung_record::Record;
use rung_rules::{Verdict, answer_condition, holds_one_of};
use rung_way::{Viewpoint, compare::asked, gap, gaps, words};
use std::fmt::Write as _;

/// A gap as lines of text, with everything that a reader is told.
fn told(seen: &Viewpoint<'_>, role: &str) -> String {
    let all = all_prospects(seen);
    let prospect = all.of(role).unwrap();
    let gap = &prospect.gap;
    let mut text = format!("{}: {}\n", gap.role.title, gap.verdict);
    for (line, remedy) in gap.lines.iter().zip(&prospect.remedies) {
        let what = asked(seen, gap.role, line, english());
        writeln!(text, "- {} ({}): {what}", line.verdict, words::strength(english(), line.ask.strength))
            .unwrap();
        for because in &line.because {
            writeln!(text, "    why: {}", words::because(english(), because, seen)).unwrap();
        }
        for open in &line.questions {
            writeln!(text, "    to settle: {}", words::open(english(), open, seen)).unwrap();
        }
        let Some(remedy) = remedy else { continue };
        match &remedy.effort {
            Some(effort) => {
                let steps = words::steps(english(), &all.nodes, effort);
                if !steps.is_empty() {
                    let takes = words::effort(english(), effort);
                    writeln!(text, "    to meet it: {} [{takes}]", steps.join("; ")).unwrap();
                }
            }
            None => writeln!(text, "    nothing helps").unwrap(),
        }
    }
    write!(text, "left: {}", words::left(english(), &prospect.left)).unwrap();
    text
}

#[test]
fn a_certified_technician_of_ohio_and_the_lead() {
    let record = example("ohio-certified");
    insta::assert_snapshot!(told(&seen(&record), "lead-technician"), @"
    Lead pharmacy technician: unknown
    - met (required): the licence, registration or certification that the state's board asks
        why: You hold the Certified Pharmacy Technician (Ohio), good until Sep 30, 2028.
    - not met (welcome): CPhT (PTCB)
        why: Your record does not have the CPhT (PTCB).
        to meet it: Apply for the CPhT (PTCB); Study for the CPhT (PTCB); Take the exam: CPhT (PTCB) [at least 17 weeks, 84 h, $129, in part assumed]
    - unknown (described): whatever the licence needs
        to settle: Do you meet this? whatever the licence needs. Only you can tell.
    - met (required): technician work, at least 5 years (a Tennessee hospital posting)
        why: Your record shows 89 of 60 months of such work, in 1 job.
    - unknown (or instead): technician work with state-approved certification, at least 4 years (the same posting)
        why: Your record shows 89 of 48 months of such work, in 1 job.
        to settle: Do you meet this? technician work with state-approved certification. Only you can tell.
    left: nothing missing; 1 thing unknown
    ");
}

#[test]
fn a_first_year_technician_of_michigan_and_the_certification() {
    let record = example("michigan-first-cycle");
    insta::assert_snapshot!(told(&seen(&record), "certified-pharmacy-technician"), @"
    Certified pharmacy technician: not met
    - met (required): the licence, registration or certification that the state's board asks
        why: You hold the Pharmacy Technician (Michigan), good until Jun 30, 2027.
    - not met (required): CPhT (PTCB) or CPhT (NHA)
        why: Your record does not have the CPhT (PTCB) or CPhT (NHA).
        to meet it: Apply for the CPhT (NHA); Study for the CPhT (NHA); Take the exam: CPhT (NHA) [at least 13 weeks, 64 h, $120, in part assumed]
    - unknown (described): program or work experience as the certifier asks
        to settle: Do you meet this? program or work experience as the certifier asks. Only you can tell.
    - unknown (for its credential): PTCB work path: pharmacy work before the exam, at least 500 h
        to settle: Do you meet this? PTCB work path: pharmacy work before the exam. Only you can tell.
    left: at least 13 weeks, 64 h, $120, in part assumed; 1 thing unknown
    ");
}

#[test]
fn a_state_that_forbids_vaccines_and_one_that_allows_them() {
    let record = example("ptcb-and-texas");
    insta::assert_snapshot!(told(&seen(&record), "immunizing-technician"), @"
    Immunizing technician: not met
    - met (required): the licence, registration or certification that the state's board asks
        why: You hold the Registered Pharmacy Technician (Texas), good until May 31, 2027.
    - not met (welcome): Immunization Administration Certificate (PTCB)
        why: Your record does not have the Immunization Administration Certificate (PTCB).
        to meet it: Finish a program: immunization; Apply for the Immunization Administration Certificate (PTCB); Study for the Immunization Administration Certificate (PTCB); Take the exam: Immunization Administration Certificate (PTCB) [at least 7 weeks, 34 h, $189, in part assumed]
    - met (welcome): CPhT (PTCB)
        why: You hold the CPhT (PTCB), good until Mar 31, 2027.
    - not met (required): a state that lets technicians do this: Giving vaccines
        why: Texas does not let technicians do this: Giving vaccines.
        nothing helps
    - unknown (described): ACPE practical training with injection technique and emergency reactions; current CPR; at least two hours of ACPE immunization education in each licence period (federal guidance)
        to settle: Do you meet this? ACPE practical training with injection technique and emergency reactions; current CPR; at least two hours of ACPE immunization education in each licence period (federal guidance). Only you can tell.
    left: nothing known helps; 1 thing unknown
    ");
    let utah = CATALOG.authority("ut").unwrap();
    insta::assert_snapshot!(told(&seen(&record).in_state(utah), "immunizing-technician"), @"
    Immunizing technician: not met
    - not met (required): the licence, registration or certification that the state's board asks
        why: Your record does not have the Licensed Pharmacy Technician (Utah).
        to meet it: Do it, and state it: these hours were worked while licensed in another state; Apply for the Licensed Pharmacy Technician (Utah) [at least 5 weeks, 4 h, $75, in part assumed]
    - not met (welcome): Immunization Administration Certificate (PTCB)
        why: Your record does not have the Immunization Administration Certificate (PTCB).
        to meet it: Finish a program: immunization; Apply for the Immunization Administration Certificate (PTCB); Study for the Immunization Administration Certificate (PTCB); Take the exam: Immunization Administration Certificate (PTCB) [at least 7 weeks, 34 h, $189, in part assumed]
    - met (welcome): CPhT (PTCB)
        why: You hold the CPhT (PTCB), good until Mar 31, 2027.
    - not met (required): a state that lets technicians do this: Giving vaccines
        why: Utah lets technicians do this on terms: Giving vaccines. The terms: by a pharmacist's delegation; what R156-17b-621 asks, which was not read; two hours on vaccines in each cycle.
        why: Your record does not have the Licensed Pharmacy Technician (Utah).
        to meet it: Do it, and state it: these hours were worked while licensed in another state; Apply for the Licensed Pharmacy Technician (Utah) [at least 5 weeks, 4 h, $75, in part assumed]
    - unknown (described): ACPE practical training with injection technique and emergency reactions; current CPR; at least two hours of ACPE immunization education in each licence period (federal guidance)
        to settle: Do you meet this? ACPE practical training with injection technique and emergency reactions; current CPR; at least two hours of ACPE immunization education in each licence period (federal guidance). Only you can tell.
    left: at least 5 weeks, 4 h, $75, in part assumed; 1 thing unknown
    ");
}

#[test]
fn experience_is_told_with_what_is_there_and_what_is_missing() {
    let record = record(
        r#""work": [{"employer": "Sample", "state": "OH", "setting": "hospital-inpatient", "from": "2024-05-01", "hours_per_week": 36}],
           "education": [{"kind": "high-school", "completed": "2019-06-01"}],
           "credentials": [{"credential": "oh-registered-pharmacy-technician", "issued": "2023-02-01", "expires": "2027-03-31"}]"#,
    );
    insta::assert_snapshot!(told(&seen(&record), "lead-technician"), @"
    Lead pharmacy technician: not met
    - met (required): the licence, registration or certification that the state's board asks
        why: You hold the Registered Pharmacy Technician (Ohio), good until Mar 31, 2027.
    - not met (welcome): CPhT (PTCB)
        why: Your record does not have the CPhT (PTCB).
        to meet it: Apply for the CPhT (PTCB); Study for the CPhT (PTCB); Take the exam: CPhT (PTCB) [at least 17 weeks, 84 h, $129, in part assumed]
    - unknown (described): whatever the licence needs
        to settle: Do you meet this? whatever the licence needs. Only you can tell.
    - not met (required): technician work, at least 5 years (a Tennessee hospital posting)
        why: Your record shows 30 of 60 months of such work, in 1 job.
        to meet it: Work on: 5 years [at least 127 weeks]
    - not met (or instead): technician work with state-approved certification, at least 4 years (the same posting)
        why: Your record shows 30 of 48 months of such work, in 1 job.
        to meet it: Work on: 4 years [at least 75 weeks]
    left: at least 75 weeks; 1 thing unknown
    ");
}

#[test]
fn a_credential_that_lapsed_or_is_yet_to_come_is_told_as_such() {
    let record = record(
        r#""credentials": [
           {"credential": "oh-registered-pharmacy-technician", "issued": "2020-02-01", "expires": "2026-03-31"},
           {"credential": "ptcb-cpht", "issued": "2026-12-01", "expires": "2028-12-31"}]"#,
    );
    insta::assert_snapshot!(told(&seen(&record), "certified-pharmacy-technician"), @"
    Certified pharmacy technician: not met
    - not met (required): the licence, registration or certification that the state's board asks
        why: Your Registered Pharmacy Technician (Ohio) expired on Mar 31, 2026.
        to meet it: Finish a program: the work of pharmacy technicians; Apply for the Registered Pharmacy Technician (Ohio) [at least 52 weeks, 242 h, $1,550, in part assumed]
    - not met (required): CPhT (PTCB) or CPhT (NHA)
        why: Your CPhT (PTCB) is to be issued on Dec 1, 2026.
        to meet it: Find a position as a technician; Work on: 500 h; Apply for the CPhT (PTCB); Study for the CPhT (PTCB); Take the exam: CPhT (PTCB) [at least 25 weeks, 104 h, $129, in part assumed]
    - unknown (described): program or work experience as the certifier asks
        to settle: Do you meet this? program or work experience as the certifier asks. Only you can tell.
    - unknown (for its credential): PTCB work path: pharmacy work before the exam, at least 500 h
        to settle: Do you meet this? PTCB work path: pharmacy work before the exam. Only you can tell.
    left: at least 70 weeks, 346 h, $1,679, in part assumed; 1 thing unknown
    ");
}

#[test]
fn nobody_who_says_nothing_is_refused() {
    let nobody = record(r#""credentials": []"#);
    let all = gaps(&seen(&nobody));
    for gap in &all {
        let refused = gap.lines.iter().filter(|line| line.verdict == Verdict::NotMet);
        for line in refused {
            // An empty list of credentials says that none is held; work, schooling and the state are not told.
            assert!(matches!(line.ask.test, RoleTest::Holds(_)), "{}", line.ask.what);
        }
    }
    let lead = all.iter().find(|gap| gap.role.id.as_str() == "lead-technician").unwrap();
    let questions: Vec<String> =
        lead.questions().into_iter().map(|open| words::open(english(), open, &seen(&nobody))).collect();
    insta::assert_snapshot!(questions.join("\n"), @"
    Tell us the state in which you work, or would work.
    Do you meet this? whatever the licence needs. Only you can tell.
    Tell us where you have worked, since when and how many hours a week.
    ");
}

/// What the lines come to, ask by ask and by the plain reading of the rule: a required ask and its alternatives, any of
/// which is enough; what is described can only leave it open.
fn by_hand(record: &Record, role: &str) -> Verdict {
    let seen = seen(record);
    let role = CATALOG.field().role(role).unwrap();
    let mut required: Vec<Vec<Verdict>> = Vec::new();
    let mut described = Vec::new();
    for ask in role.asks() {
        let plain = match &ask.test {
            RoleTest::Words => Verdict::Unknown,
            RoleTest::Holds(ids) => holds_one_of(record, &CATALOG, ids, ON).verdict,
            RoleTest::Condition(test) => answer_condition(record, &CATALOG, test, ON).verdict,
            RoleTest::StateLicence | RoleTest::StateAuthority(_) => {
                // The state's own tests are elsewhere; here only how lines come together.
                gap(&seen, role).lines.iter().find(|line| line.ask == ask).unwrap().verdict
            }
        };
        let verdict = match plain {
            Verdict::Met if ask.reading == Reading::Part => Verdict::Unknown,
            Verdict::NotMet if ask.when.is_some() => Verdict::Unknown,
            other => other,
        };
        match ask.strength {
            Strength::Required => required.push(vec![verdict]),
            Strength::Alternative => required.last_mut().unwrap().push(verdict),
            Strength::Described => described.push(verdict),
            Strength::Preferred | Strength::Credential => {}
        }
    }
    if required.is_empty() && described.is_empty() {
        return Verdict::Unknown;
    }
    let enough = |group: &Vec<Verdict>| {
        if group.contains(&Verdict::Met) {
            Verdict::Met
        } else if group.contains(&Verdict::Unknown) {
            Verdict::Unknown
        } else {
            Verdict::NotMet
        }
    };
    let groups: Vec<Verdict> = required.iter().map(enough).collect();
    if groups.contains(&Verdict::NotMet) {
        Verdict::NotMet
    } else if groups.contains(&Verdict::Unknown) || described.iter().any(|verdict| *verdict != Verdict::Met) {
        Verdict::Unknown
    } else {
        Verdict::Met
    }
}

const EXAMPLES: [&str; 8] = [
    "ohio-certified",
    "three-states",
    "michigan-first-cycle",
    "ptcb-and-texas",
    "utah-vaccinates",
    "unknowns",
    "lapsed-reinstatement",
    "nevada-in-service",
];

#[test]
fn every_gap_agrees_with_its_asks_taken_one_by_one() {
    for name in EXAMPLES {
        let record = example(name);
        for gap in gaps(&seen(&record)) {
            let role = gap.role.id.as_str();
            assert_eq!(gap.verdict, by_hand(&record, role), "{name}: {role}");
        }
    }
}

#[test]
fn what_is_not_met_has_a_remedy_or_says_that_nothing_helps() {
    for name in EXAMPLES {
        let record = example(name);
        let seen = seen(&record);
        let all = all_prospects(&seen);
        for prospect in &all.all {
            for (line, remedy) in prospect.gap.lines.iter().zip(&prospect.remedies) {
                assert_eq!(remedy.is_none(), line.verdict == Verdict::Met, "{name}: {}", line.ask.what);
                assert_eq!(
                    line.questions.is_empty(),
                    line.verdict != Verdict::Unknown,
                    "{name}: {}",
                    line.ask.what
                );
            }
        }
    }
}
