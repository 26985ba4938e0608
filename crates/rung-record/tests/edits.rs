//! Edits: what they do, what they refuse, and that each can be taken back to the byte.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use rung_record::{
    Credential, Credit, CreditId, Date, Person, Record,
    edit::{Edit, Item, Place, RenewalStep, apply},
};
use serde_json::{Value, json};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn record() -> Record {
    Record::from_json(
        br#"{"format": "rung-record/1",
        "person": {"name": "A. Rivera"},
        "credentials": [{"credential": "ptcb-cpht", "issued": "2021-03-14", "expires": "2027-03-31"}],
        "credits": [
            {"id": "c1", "completed": "2026-02-11", "title": "Texas law", "hours": 1},
            {"id": "c2", "completed": "2026-03-11", "title": "Safety", "hours": "1.5"}],
        "work": [{"employer": "Sample Hospital", "from": "2021-06-01"}],
        "facts": {"attest:fitness": true, "duty:immunization": false}}"#,
    )
    .unwrap()
}

fn credit(id: &str, title: &str, hours: &str) -> Credit {
    let mut credit = record().credits[0].clone();
    (credit.id, credit.title, credit.hours) = (CreditId(id.into()), Some(title.into()), hours.parse().ok());
    credit
}

#[test]
fn a_new_credit_gets_a_free_id_and_goes_again() {
    let edit = Edit::add(credit("", "Immunization update", "2"));
    let applied = apply(&record(), &edit).unwrap();
    assert_eq!(applied.record.credits[2].id.as_str(), "c3");
    assert_eq!(apply(&applied.record, &applied.undo).unwrap().record.to_json(), record().to_json());
}

#[test]
fn a_renewal_is_filed_then_approved_and_the_period_moves_on() {
    let filed = Edit::Renewal { credential: 0, step: RenewalStep::Filed(day("2027-02-10")) };
    let record = apply(&record(), &filed).unwrap().record;
    let step = RenewalStep::Approved {
        filed: day("2027-02-10"),
        approved: day("2027-03-01"),
        expires: Some(day("2029-03-31")),
    };
    let approved = Edit::Renewal { credential: 0, step };
    let held = &apply(&record, &approved).unwrap().record.credentials[0];
    assert_eq!(held.expires, Some(day("2029-03-31")));
    assert_eq!(held.renewals[0].approved, Some(day("2027-03-01")));
}

#[test]
fn what_cannot_be_says_where_and_why_and_changes_nothing() {
    let held: Credential = record().credentials[0].clone();
    let faults = |edit: Edit| apply(&record(), &edit).unwrap_err().to_string();
    let returned = RenewalStep::Returned { filed: day("2027-02-10"), returned: day("2027-03-01") };
    let told = [
        faults(Edit::add(credit("c1", "Again", "1"))),
        faults(Edit::remove_credit("c9")),
        faults(Edit::Remove(Place::Education(0))),
        faults(Edit::add(Credential { expires: Some(day("2020-01-01")), ..held })),
        faults(Edit::Renewal { credential: 0, step: returned }),
        faults(Edit::answer("attest:x", json!([1]))),
        faults(Edit::Replace { place: Place::Work(0), item: Item::Credit(credit("c1", "x", "1")) }),
        faults(Edit::All(vec![Edit::add(credit("c1", "Again", "1")), Edit::remove_credit("c9")])),
    ];
    insta::assert_snapshot!(told.join("\n"), @r#"
    credits[2].id: "c1" is the id of another credit too
    credits: there is no credit "c9": it was removed meanwhile
    education: has 0 entries: the one at 0 was removed meanwhile
    credentials[1].expires: 2020-01-01 is before issued, 2021-03-14
    credentials[0].renewals: none was filed on 2027-02-10: enter the day of filing first
    facts.attest:x: is not a plain answer (write true, false, a number or a text)
    credits: an entry of credits cannot stand in another list
    credits[2].id: "c1" is the id of another credit too
    credits: there is no credit "c9": it was removed meanwhile
    "#);
}

#[test]
fn ten_thousand_credits_come_and_go_at_once() {
    let adds = (0..10_000).map(|n| Edit::add(credit("", &format!("Course {n}"), "1"))).collect();
    let all = Edit::All(adds);
    let applied = apply(&record(), &all).unwrap();
    assert_eq!(applied.record.credits.len(), 10_002);
    assert_eq!(apply(&applied.record, &applied.undo).unwrap().record, record());
}

fn some_edit() -> impl Strategy<Value = Edit> {
    let id = prop::sample::select(vec!["", "c1", "c2", "c3", "c4"]);
    let key = prop::sample::select(vec!["attest:fitness", "duty:immunization", "new", "newer"]);
    let answer = prop::sample::select(vec![None, Some(Value::Bool(true)), Some(json!("text"))]);
    let at = prop::option::of(0_usize..4);
    prop_oneof![
        (id.clone(), at.clone())
            .prop_map(|(id, at)| Edit::Add { item: Item::Credit(credit(id, "New", "1")), at }),
        id.clone().prop_map(Edit::remove_credit),
        (id.clone(), id.clone()).prop_map(|(id, other)| Edit::Replace {
            place: Place::Credit(id.into()),
            item: Item::Credit(credit(other, "Other", "2")),
        }),
        (key, answer, at.clone()).prop_map(|(key, answer, at)| Edit::Fact { key: key.into(), answer, at }),
        (0_usize..2).prop_map(|n| Edit::Remove(Place::Work(n))),
        (0_usize..2, 1_i8..5).prop_map(|(credential, d)| Edit::Renewal {
            credential,
            step: RenewalStep::Filed(Date::constant(2027, 1, d)),
        }),
        Just(Edit::Person(Person::default())),
    ]
}

proptest! {
    #[test]
    fn every_edit_can_be_taken_back_and_gives_a_record_that_is_read_back(
        edits in prop::collection::vec(some_edit(), 1..8),
    ) {
        let before = record();
        let all = Edit::All(edits);
        if let Ok(applied) = apply(&before, &all) {
            let file = applied.record.to_json();
            prop_assert_eq!(Record::from_json(file.as_bytes()).unwrap().to_json(), file);
            let back = apply(&applied.record, &applied.undo).unwrap();
            prop_assert_eq!(back.record.to_json(), before.to_json());
            let again = apply(&back.record, &back.undo).unwrap();
            prop_assert_eq!(again.record.to_json(), applied.record.to_json());
        }
    }
}
