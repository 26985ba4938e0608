//! What if: scenarios on the rules as shipped, with the differences in words.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use rung_catalog::Catalog;
use rung_formats::offerings::read_json;
use rung_planner::{
    ce::{Wishes, plan},
    exact::Limits,
};
use rung_record::{Date, Record, edit::Edit};
use rung_rules::eligibility;
use rung_today::what_if::{Change, eligibility_differences, imagine, plan_differences, words};
use rung_words::{Language, Words};
use std::sync::LazyLock;

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::shipped);

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

const ON: Date = Date::constant(2026, 11, 23);

fn record() -> Record {
    Record::from_json(
        br#"{"format": "rung-record/1", "credentials": [
        {"credential": "oh-registered-pharmacy-technician", "issued": "2023-02-01", "expires": "2027-03-31"},
        {"credential": "ptcb-cpht", "issued": "2021-03-14", "expires": "2027-03-31",
         "renewals": [{"filed": "2025-02-10", "approved": "2025-03-20"}]}],
        "credits": [
        {"id": "c1", "completed": "2026-02-11", "title": "Safety", "hours": 12, "uan": "0107-0000-26-021-H05-T"},
        {"id": "c2", "completed": "2026-03-11", "title": "Law", "hours": 1, "uan": "0107-0000-26-022-H03-T"}],
        "work": [{"employer": "Sample Hospital", "state": "OH", "setting": "hospital-inpatient", "from": "2021-06-01",
          "hours_per_week": 36}]}"#,
    )
    .unwrap()
}

fn told(changes: &[Change]) -> String {
    let record = record();
    let horizon = day("2027-12-31");
    let imagined = imagine(&record, &CATALOG, ON, changes).unwrap();
    let (before, after) = (imagined.present(&record, &CATALOG, horizon), imagined.status(&CATALOG, horizon));
    words(Words::of(Language::English), &imagined.differences(&before, &after), &CATALOG).join("\n")
}

#[test]
fn a_move_to_texas_asks_what_ohio_does_not() {
    let stay = Change::MoveTo { state: "tx".into(), on: day("2027-01-01"), give_up_others: false };
    let give_up = Change::MoveTo { state: "TX".into(), on: day("2027-01-01"), give_up_others: true };
    insta::assert_snapshot!(format!("{}\n---\n{}", told(&[stay]), told(&[give_up])), @r"
    Texas Registered Pharmacy Technician asks 20 h of continuing education, 1 h of Texas pharmacy law or rules and a human-trafficking prevention course approved by Texas HHSC, which is not asked now.
    ---
    Ohio Registered Pharmacy Technician no longer asks anything (10 h by 2027-03-31).
    Texas Registered Pharmacy Technician asks 20 h of continuing education, 1 h of Texas pharmacy law or rules and a human-trafficking prevention course approved by Texas HHSC, which is not asked now.
    ");
}

#[test]
fn a_move_takes_the_work_along() {
    let changes = [Change::MoveTo { state: "TX".into(), on: day("2027-01-01"), give_up_others: true }];
    let imagined = imagine(&record(), &CATALOG, ON, &changes).unwrap();
    let work: Vec<String> = imagined
        .record
        .work
        .iter()
        .map(|work| format!("{:?} {} to {:?}", work.state.as_deref(), work.from, work.until))
        .collect();
    insta::assert_snapshot!(work.join("\n"), @r#"
    Some("OH") 2021-06-01 to Some(2026-12-31)
    Some("TX") 2027-01-01 to None
    "#);
    assert_eq!((imagined.on, imagined.before_on), (day("2027-01-01"), day("2027-01-01")));
}

#[test]
fn a_renewal_that_is_missed_is_told_with_what_brings_it_back() {
    insta::assert_snapshot!(told(&[Change::MissRenewal { credential: "ptcb-cpht".into() }]), @r"
    Certified Pharmacy Technician (CPhT) is expired and can be brought back (now it can be renewed).
    Certified Pharmacy Technician (CPhT) can be brought back until 2028-03-31.
    No longer met: pharmacy law (topic 03) (Certified Pharmacy Technician (CPhT)), 1 h short.
    Certified Pharmacy Technician (CPhT): 2 h instead of 1 h: pharmacy law (topic 03).
    $40 more in fees of Certified Pharmacy Technician (CPhT) ($95 instead of $55).
    ");
}

#[test]
fn a_credit_less_a_day_moved_a_certification_more_and_one_dropped() {
    let without = told(&[Change::WithoutCredit("c1".into())]);
    let moved = told(&[Change::MoveCredit { credit: "c2".into(), to: day("2024-03-11") }]);
    let expiry = told(&[Change::MoveExpiry { credential: "ptcb-cpht".into(), to: day("2027-06-30") }]);
    let dropped = told(&[Change::Drop { credential: "ptcb-cpht".into() }]);
    let held = told(&[Change::Hold { credential: "nha-excpt".into(), issued: ON, expires: None }]);
    insta::assert_snapshot!([without, moved, expiry, dropped, held].join("\n---\n"), @r"
    No longer met: continuing education on technicians' subjects (Ohio Registered Pharmacy Technician), 9 h short.
    No longer met: patient or medication safety (Ohio Registered Pharmacy Technician), 2 h short.
    12 h more are missing of continuing education on topics of the PTCE outline (Certified Pharmacy Technician (CPhT)).
    No longer met: patient safety (topic 05) (Certified Pharmacy Technician (CPhT)), 1 h short.
    12 h more are missing of technician-specific hours (numbers that end in T) (Certified Pharmacy Technician (CPhT)).
    ---
    1 h more are missing of pharmacy law (Ohio Registered Pharmacy Technician).
    1 h more are missing of continuing education on topics of the PTCE outline (Certified Pharmacy Technician (CPhT)).
    No longer met: pharmacy law (topic 03) (Certified Pharmacy Technician (CPhT)), 1 h short.
    1 h more are missing of technician-specific hours (numbers that end in T) (Certified Pharmacy Technician (CPhT)).
    ---
    Certified Pharmacy Technician (CPhT) expires 2027-06-30 instead of 2027-03-31.
    ---
    Certified Pharmacy Technician (CPhT) no longer asks anything (20 h by 2027-03-31).
    ---
    Certified Pharmacy Technician by the ExCPT (NHA) asks 20 h of continuing education about technician work, 1 h of pharmacy law and 1 h of patient safety, which is not asked now.
    ");
}

#[test]
fn a_certification_more_opens_doors() {
    let record = record();
    let ids = ["ptcb-cpht-adv", "ptcb-tpv", "ptcb-cspt", "oh-certified-pharmacy-technician"];
    let changes = [Change::Drop { credential: "ptcb-cpht".into() }];
    let imagined = imagine(&record, &CATALOG, ON, &changes).unwrap();
    let all = |record| ids.iter().filter_map(|id| eligibility(record, &CATALOG, id, ON)).collect::<Vec<_>>();
    let told = words(
        Words::of(Language::English),
        &eligibility_differences(&all(&record), &all(&imagined.record)),
        &CATALOG,
    );
    insta::assert_snapshot!(told.join("\n"), @r"
    You may no longer apply for Technician Product Verification Certificate.
    You may no longer apply for Ohio Certified Pharmacy Technician.
    ");
}

#[test]
fn fewer_hours_a_week_and_less_money_change_the_plan() {
    let record = record();
    let offerings = read_json(
        br#"{"format": "rung-offerings/1", "offerings": [
        {"id": "a", "title": "Twenty hours", "hours": 20, "price": 60, "uan": "0107-0000-26-100-L04-T",
         "on": "2026-12-05T09:00"},
        {"id": "b", "title": "Five hours", "hours": 5, "price": 20, "uan": "0107-0000-26-101-H04-T"},
        {"id": "c", "title": "Five more", "hours": 5, "price": 30, "uan": "0107-0000-26-102-H04-T"},
        {"id": "d", "title": "Safety", "hours": 1, "price": 5, "uan": "0107-0000-26-103-H05-T"}]}"#,
    )
    .unwrap();
    let wishes = Wishes { horizon: day("2027-12-31"), budget: None, hours_per_week: None };
    let told = |changes: &[Change]| {
        let imagined = imagine(&record, &CATALOG, ON, changes).unwrap();
        let planned =
            |record, wishes| plan(record, &CATALOG, ON, &offerings, wishes, &Limits::none()).unwrap();
        let (before, after) = (planned(&record, wishes), planned(&imagined.record, imagined.wishes(wishes)));
        words(Words::of(Language::English), &plan_differences(&before, &after), &CATALOG).join("\n")
    };
    let fewer = told(&[Change::HoursPerWeek("2".parse().ok())]);
    let less = told(&[Change::Budget("1".parse().ok())]);
    let without = told(&[Change::WithoutCredit("c1".into())]);
    insta::assert_snapshot!([fewer, less, without].join("\n---\n"), @r"
    The plan is done 2026-12-20 instead of 2026-11-23.
    ---
    No plan does it: 20 h of continuing education on topics of the PTCE outline for Certified Pharmacy Technician (CPhT) by 2027-03-01, a budget of $1 cannot be had together.
    ---
    $40 more for the plan ($65 instead of $25).
    The plan takes 23 h instead of 7 h.
    The plan is done 2026-12-05 instead of 2026-11-23.
    ");
}

#[test]
fn what_cannot_be_imagined_says_so() {
    let changes = [
        Change::MoveTo { state: "de".into(), on: ON, give_up_others: false },
        Change::Drop { credential: "tx-pharmacy-technician".into() },
        Change::Hold { credential: "ptcb-cph".into(), issued: ON, expires: None },
        Change::WithoutCredit("c9".into()),
        Change::Edit(Box::new(Edit::remove_credit("c8"))),
    ];
    insta::assert_snapshot!(imagine(&record(), &CATALOG, ON, &changes).unwrap_err(), @r#"
    changes[0]: the catalogue has no ordinary credential of DE
    changes[1]: tx-pharmacy-technician is not among the credentials of the record
    changes[2]: ptcb-cph is not in the catalogue (is it ptcb-cpht or ptcb-cspt or ptcb-tpv?)
    changes[3]: credits: there is no credit "c9": it was removed meanwhile
    changes[4]: credits: there is no credit "c8": it was removed meanwhile
    "#);
}

fn some_change() -> impl Strategy<Value = Change> {
    prop_oneof![
        Just(Change::WithoutCredit("c1".into())),
        Just(Change::Drop { credential: "ptcb-cpht".into() }),
        Just(Change::MissRenewal { credential: "ptcb-cpht".into() }),
        (prop::sample::select(vec!["TX", "NV", "UT", "MN"]), any::<bool>(), 1_i8..12).prop_map(
            |(state, give_up, month)| {
                Change::MoveTo {
                    state: state.into(),
                    on: Date::constant(2027, month, 1),
                    give_up_others: give_up,
                }
            }
        ),
        (1_i8..12)
            .prop_map(|month| Change::MoveCredit { credit: "c2".into(), to: Date::constant(2025, month, 1) }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn nothing_changed_is_no_difference_and_the_way_back_has_as_many(change in some_change()) {
        prop_assert_eq!(told(&[]), "");
        let record = record();
        let imagined = imagine(&record, &CATALOG, ON, &[change]).unwrap();
        // What was imagined is a record like any other.
        prop_assert_eq!(&Record::from_json(imagined.record.to_json().as_bytes()).unwrap(), &imagined.record);
        let (before, after) = (imagined.present(&record, &CATALOG, ON), imagined.status(&CATALOG, ON));
        let there = imagined.differences(&before, &after);
        let back = imagined.differences(&after, &before);
        prop_assert_eq!(there.len(), back.len());
        prop_assert!(words(Words::of(Language::English), &there, &CATALOG).iter().all(|text| text.ends_with(['.', ')'])));
    }
}
