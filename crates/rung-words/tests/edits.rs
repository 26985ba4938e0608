//! Edits of a record in words, in both languages.
#![allow(clippy::unwrap_used)]

use rung_record::{
    Credit, CreditId, Date, Person, Record,
    edit::{Edit, Place, RenewalStep},
};
use rung_words::{Language, Words};

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
    let mut credit = record().credits[1].clone();
    (credit.id, credit.title, credit.hours) = (CreditId(id.into()), Some(title.into()), hours.parse().ok());
    credit
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn edits() -> Vec<Edit> {
    let (filed, approved, until) = (day("2027-02-10"), day("2027-03-01"), day("2029-03-31"));
    let renewal = |step| Edit::Renewal { credential: 0, step };
    let untitled = Credit { title: None, hours: None, ..credit("c2", "", "") };
    vec![
        Edit::add(credit("", "Immunization update", "2")),
        Edit::replace_credit(credit("c2", "Safety", "1")),
        Edit::replace_credit(record().credits[1].clone()),
        Edit::replace_credit(untitled),
        Edit::remove_credit("c1"),
        Edit::remove_credit("c9"),
        Edit::Remove(Place::Work(0)),
        Edit::Remove(Place::Work(9)),
        Edit::answer("attest:clean-record", true),
        Edit::answer("years", 3),
        Edit::Fact { key: "attest:fitness".into(), answer: None, at: None },
        Edit::Person(Person { birth_date: Some(day("1994-02-17")), ..record().person }),
        renewal(RenewalStep::Filed(filed)),
        renewal(RenewalStep::Approved { filed, approved, expires: Some(until) }),
        renewal(RenewalStep::Returned { filed, returned: approved }),
        Edit::All(vec![Edit::add(credit("", "One", "1")), Edit::add(credit("", "Two", "0.5"))]),
        Edit::All(vec![Edit::add(credit("", "One", "1")), Edit::remove_credit("c1")]),
        Edit::All(vec![]),
    ]
}

fn told(language: Language) -> String {
    let (words, record) = (Words::of(language), record());
    let tell = |edit| rung_words::edit(words, edit, &record, &|id| id.to_string().to_uppercase());
    edits().iter().map(tell).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_was_done_is_said_in_english() {
    insta::assert_snapshot!(told(Language::English), @r"
    Added 2 h: Immunization update
    Changed Safety: hours 1.5 → 1
    Kept Safety as it was
    Changed the credit of Mar 11, 2026: no title any more, no hours any more
    Removed 1 h: Texas law
    Removed a credit
    Removed work at Sample Hospital
    Removed a job
    Answered yes: clean record
    Answered 3: years
    Took back the answer: fitness
    Changed your data: birth date Feb 17, 1994
    Renewal of PTCB-CPHT filed on Feb 10, 2027
    Renewal of PTCB-CPHT approved on Mar 1, 2027, good until Mar 31, 2029
    Renewal of PTCB-CPHT sent back on Mar 1, 2027
    Added 2 credits, 1 h 30 min
    Added 1 h: One, and one more
    Changed nothing
    ");
}

#[test]
fn what_was_done_is_said_in_spanish() {
    insta::assert_snapshot!(told(Language::Spanish), @r"
    Agregaste 2 h: Immunization update
    Cambiaste Safety: horas 1.5 → 1
    Safety quedó como estaba
    Cambiaste el crédito del 11 mar 2026: ya sin título, ya sin horas
    Quitaste 1 h: Texas law
    Quitaste un crédito
    Quitaste trabajo en Sample Hospital
    Quitaste un trabajo
    Respondiste que sí: clean record
    Respondiste 3: years
    Quitaste la respuesta: fitness
    Cambiaste tus datos: fecha de nacimiento 17 feb 1994
    Renovación de PTCB-CPHT presentada el 10 feb 2027
    Renovación de PTCB-CPHT aprobada el 1 mar 2027, válida hasta el 31 mar 2029
    Renovación de PTCB-CPHT devuelta el 1 mar 2027
    Agregaste 2 créditos, 1 h 30 min
    Agregaste 1 h: One, y uno más
    No cambiaste nada
    ");
}
