//! The agenda and the ladder of a few technicians, on the rules as shipped.
#![allow(clippy::unwrap_used)]

use jiff::ToSpan as _;
use proptest::prelude::*;
use rung_atlas::coming_changes;
use rung_catalog::Catalog;
use rung_record::{CreditId, Date, Hours, Record};
use rung_today::{
    Planned, Stand, agenda,
    agenda::{Around, Kind, Pace, Todo, words},
    ladder,
    ladder::{Level, in_words},
};
use rung_words::{Language, Words};
use std::{collections::HashSet, sync::LazyLock};

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::shipped);

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn record(rest: &str) -> Record {
    Record::from_json(format!(r#"{{"format": "rung-record/1", {rest}}}"#).as_bytes()).unwrap()
}

fn told(record: &Record, todos: &[Todo<'_>], on: Date) -> String {
    let english = Words::of(Language::English);
    let line = |todo: &Todo<'_>| {
        format!(
            "[{}{}] {}\n    {}\n    {}\n    {:?}",
            words::urgency(english, todo.urgency),
            todo.bites.map(|day| format!(", {day}")).unwrap_or_default(),
            words::title(english, todo, &CATALOG),
            words::why(english, todo, record, on),
            words::what_to_do(english, todo, record, on),
            todo.target(),
        )
    };
    todos.iter().map(line).collect::<Vec<_>>().join("\n")
}

const TEXAS: &str = r#""credentials": [
  {"credential": "tx-pharmacy-technician", "issued": "2021-06-01", "expires": "2027-05-31"}],
  "credits": [{"id": "c1", "completed": "2026-02-11", "title": "Safety", "hours": 8, "accreditation": ["acpe"]}],
  "work": [{"employer": "Sample Hospital", "state": "TX", "setting": "hospital-inpatient", "from": "2021-06-01",
    "hours_per_week": 36}]"#;

#[test]
fn a_renewal_comes_near_with_hours_missing() {
    let record = record(TEXAS);
    let on = day("2027-04-20");
    let planned = [Planned {
        id: "law".into(),
        title: "Texas law, live".into(),
        on: day("2027-05-05"),
        at: Some(jiff::civil::time(18, 30, 0, 0)),
        hours: "1".parse().ok(),
        url: None,
        stand: Stand::Registered,
    }];
    let documented = HashSet::new();
    let around = Around { planned: &planned, documented: Some(&documented), ..Around::default() };
    let todos = agenda(&record, &CATALOG, on, &around);
    insta::assert_snapshot!(told(&record, &todos, on), @r#"
    [Soon, 2027-05-05] Attend: Texas law, live
        It is planned for 2027-05-05 at 18:30 (15 days left), 1 h.
        Take it, and keep the certificate.
        Activity("law")
    [Soon, 2027-05-31] Earn 12 h for Texas Registered Pharmacy Technician
        12 h of 20 h short: continuing education; 1 h of 1 h short: Texas pharmacy law or rules; a human-trafficking prevention course approved by Texas HHSC. The last day is 2027-05-31 (41 days left). That is 6 h a month.
        Choose activities that count, or let a plan choose them.
        Obligation { credential: CredentialId("tx-pharmacy-technician"), duty: "", line: None }
    [Soon, 2027-05-31] Renew Texas Registered Pharmacy Technician
        It is good until 2027-05-31 (41 days left).
        Meet what is missing first, then apply now, and enter the day on which you filed.
        Held(CredentialId("tx-pharmacy-technician"))
    [Soon, 2027-05-31] Keep the certificate of a credit for Texas Registered Pharmacy Technician
        They count here and no certificate is kept, which an audit may ask for: Safety.
        Add the certificate to each credit.
        Obligation { credential: CredentialId("tx-pharmacy-technician"), duty: "", line: None }
    [When you like] You may apply for Certified Pharmacy Technician (CPhT)
        Every condition is met (Work experience).
        The application asks: attest the hours and each knowledge area; no supervisor signs, PTCB may audit; disclose a criminal record and board actions, judged case by case within about four weeks; agree to PTCB's certification policies; pass the PTCE within 90 days of authorization.
        Eligibility(CredentialId("ptcb-cpht"))
    "#);
}

#[test]
fn while_a_renewal_waits_credit_counts_for_nothing() {
    let record = record(
        r#""credentials": [{"credential": "ptcb-cpht", "issued": "2021-03-14", "expires": "2027-03-31",
        "renewals": [{"filed": "2025-02-10", "approved": "2025-03-20"}, {"filed": "2027-02-10"}]}]"#,
    );
    let on = day("2027-02-20");
    insta::assert_snapshot!(told(&record, &agenda(&record, &CATALOG, on, &Around::default())[..1], on), @r#"
    [Soon, 2027-03-31] Wait for the approval of Certified Pharmacy Technician (CPhT)
        It was filed on 2027-02-10 and is not approved yet. Credit completed since then counts for neither period until it is approved.
        Enter the day of the approval when it comes. Take no courses until then.
        Held(CredentialId("ptcb-cpht"))
    "#);
}

#[test]
fn an_expired_credential_is_brought_back_and_a_returned_application_sent_again() {
    let record = record(
        r#""credentials": [
        {"credential": "ptcb-cpht", "issued": "2021-03-14", "expires": "2026-03-31"},
        {"credential": "tx-pharmacy-technician", "issued": "2021-06-01", "expires": "2027-05-31",
         "renewals": [{"filed": "2027-04-01", "returned": "2027-04-10"}]}]"#,
    );
    let (one, two) = (day("2026-08-01"), day("2027-04-20"));
    let at_first = told(&record, &agenda(&record, &CATALOG, one, &Around::default())[..2], one);
    let later = told(&record, &agenda(&record, &CATALOG, two, &Around::default())[..2], two);
    insta::assert_snapshot!(format!("{at_first}\n---\n{later}"), @r#"
    [Soon, 2027-03-31] Bring back Certified Pharmacy Technician (CPhT)
        It expired on 2026-03-31; reinstatement is open until 2027-03-31 (242 days left).
        Meet what is asked, then apply. It costs $95 for reinstatement, with or without the CSPT, $40 for reinstatement after a returned recertification, with hours from outside the cycle (instead of the full fee, when PTCB sent a recertification back), $10 for sending in a returned application again (PTCB sent the application back).
        Held(CredentialId("ptcb-cpht"))
    [Later, 2027-03-31] Earn 20 h for Certified Pharmacy Technician (CPhT)
        20 h of 20 h short: continuing education on topics of the PTCE outline; 2 h of 2 h short: pharmacy law (topic 03); 1 h of 1 h short: patient safety (topic 05); and 1 more. The last day is 2027-03-31 (242 days left). That is 2 h 30 min a month.
        Choose activities that count, or let a plan choose them.
        Obligation { credential: CredentialId("ptcb-cpht"), duty: "", line: None }
    ---
    [Soon, 2027-05-31] Send in the renewal of Texas Registered Pharmacy Technician again
        It was filed on 2027-04-01 and sent back on 2027-04-10; it is not renewed.
        Correct what they ask, send it in again, and enter the day.
        Held(CredentialId("tx-pharmacy-technician"))
    [When you like] Answer a question that settles 2 verdicts
        2 verdicts are unknown without it.
        Tell us which schools you have finished.
        Person
    "#);
}

#[test]
fn rules_that_change_are_told_before_they_bite() {
    let changes = |file: &str, on: &str| {
        let (record, on) = (record(file), day(on));
        let coming = coming_changes(Words::of(Language::English), &CATALOG, on);
        let mut todos = agenda(&record, &CATALOG, on, &Around { coming: &coming, ..Around::default() });
        todos.retain(|todo| matches!(todo.kind, Kind::RulesChange { .. } | Kind::Coming { .. }));
        told(&record, &todos, on)
    };
    let filing = changes(
        r#""credentials": [{"credential": "ptcb-cpht", "issued": "2014-10-01", "expires": "2020-10-15"}]"#,
        "2020-08-20",
    );
    let next_period = changes(
        r#""credentials": [{"credential": "vt-pharmacy-technician", "issued": "2019-03-14", "expires": "2027-07-31"}]"#,
        "2026-11-23",
    );
    insta::assert_snapshot!(format!("{filing}\n---\n{next_period}"), @r#"
    [Now, 2020-09-01] From 2020-09-01 other rules hold for Certified Pharmacy Technician (CPhT)
        An application from 2020-09-01 on falls under them. New, 15 h: technician-specific hours (numbers that end in T); new, at most 5 h: hours for pharmacists only (numbers that end in P).
        Read what they ask, and plan for it.
        Obligation { credential: CredentialId("ptcb-cpht"), duty: "", line: None }
    ---
    [Later, 2027-08-01] From 2027-08-01 other rules hold for Vermont Registered Pharmacy Technician
        They hold for the period that begins on 2027-08-01. New, 6 h: continuing education; no longer: continuing education at the first renewal under the rules of 2026.
        Read what they ask, and plan for it.
        Obligation { credential: CredentialId("vt-pharmacy-technician"), duty: "", line: None }
    "#);
}

#[test]
fn one_answer_may_settle_many_verdicts() {
    let record = record(
        r#""credentials": [{"credential": "ut-pharmacy-technician", "issued": "2023-01-10", "expires": "2027-09-30"},
        {"credential": "fl-registered-pharmacy-technician", "issued": "2021-06-01", "expires": "2026-12-31"}],
        "credits": [{"id": "c1", "completed": "2026-02-11", "title": "Safety", "hours": 8}]"#,
    );
    let on = day("2026-11-23");
    let todos = agenda(&record, &CATALOG, on, &Around::default());
    let asked: Vec<Todo<'_>> =
        todos.into_iter().filter(|todo| matches!(todo.kind, Kind::Answer { .. })).collect();
    insta::assert_snapshot!(told(&record, &asked, on), @r#"
    [Soon, 2026-12-31] Answer a question that settles 2 verdicts
        2 verdicts are unknown without it.
        Tell us what you do at work. It matters here whether that includes immunization.
        Person
    [Soon, 2026-12-31] Answer a question
        A verdict is unknown without it.
        Tell us who accredits c1.
        Credit(0)
    [Soon, 2026-12-31] Ask the Florida Board of Pharmacy
        A verdict is unknown without it.
        Do technicians owe the one-time human-trafficking hour? The state association says yes, the board's list is silent: look in CE Broker, or ask the Florida board.
        Obligation { credential: CredentialId("fl-registered-pharmacy-technician"), duty: "", line: None }
    [Later, 2027-09-30] Answer a question
        A verdict is unknown without it.
        Tell us whether c1 was live or home study.
        Credit(0)
    [Later, 2027-09-30] Ask the Utah Board of Pharmacy, Division of Professional Licensing
        A verdict is unknown without it.
        Do the six live hours shrink with the total in a first period? Ask the Utah Division of Professional Licensing.
        Obligation { credential: CredentialId("ut-pharmacy-technician"), duty: "", line: None }
    [When you like] Answer a question that settles 2 verdicts
        2 verdicts are unknown without it.
        Tell us which schools you have finished.
        Person
    [When you like] Answer a question that settles 2 verdicts
        2 verdicts are unknown without it.
        Tell us which training programmes you have completed, when, and who recognises them.
        Person
    [When you like] Answer a question that settles 2 verdicts
        2 verdicts are unknown without it.
        Tell us where you have worked, since when and how many hours a week.
        Person
    [When you like] Answer a question
        A verdict is unknown without it.
        Tell us whether this is so: a high school diploma or equivalent comes within 60 days.
        Person
    [When you like] Answer a question
        A verdict is unknown without it.
        Tell us whether this is so: the program closed on or before 2020-01-01, or lies outside the US.
        Person
    "#);
}

#[test]
fn the_ladder_shows_what_is_held_and_what_is_next() {
    let record = record(TEXAS);
    let ladder = ladder(&record, &CATALOG, day("2026-11-23"));
    let rungs: Vec<String> = ladder
        .rungs
        .iter()
        .map(|rung| {
            let steps: Vec<String> = rung
                .steps
                .iter()
                .map(|step| {
                    let may = step.eligibility.as_ref().map_or("-", |own| own.verdict.as_str());
                    format!("{} {:?} may apply: {may}", step.credential.id, step.held)
                })
                .collect();
            format!(
                "{} {}\n  {}",
                rung.level.name(Words::of(Language::English)),
                rung.verdict,
                steps.join("\n  ")
            )
        })
        .collect();
    insta::assert_snapshot!(format!("{}\n{}", in_words(Words::of(Language::English), &ladder), rungs.join("\n")), @r#"
    You stand on the rung "Technician". Next is "Certified": you may apply for one of its credentials.
    Trainee not met
      tx-pharmacy-technician-trainee Not may apply: not met
    Technician met
      tx-pharmacy-technician Active(Some(2027-05-31)) may apply: -
    Certified not met
      nha-excpt Not may apply: unknown
      ptcb-cpht Not may apply: met
    Advanced not met
      ptcb-cpht-adv Not may apply: not met
      ptcb-cspt Not may apply: not met
      ptcb-cpted Not may apply: not met
      ptcb-tpv Not may apply: not met
      ptcb-medication-history Not may apply: not met
      ptcb-billing-reimbursement Not may apply: not met
      ptcb-hazardous-drug-management Not may apply: not met
      ptcb-controlled-substances-diversion-prevention Not may apply: not met
      ptcb-immunization-administration Not may apply: not met
      ptcb-point-of-care-testing Not may apply: not met
      ptcb-medication-therapy-management Not may apply: not met
      ptcb-regulatory-compliance Not may apply: not met
      ptcb-supply-chain Not may apply: not met
      ptcb-nonsterile-compounding Not may apply: not met
    "#);
}

#[test]
fn every_credential_of_a_state_has_a_rung() {
    let mut by_level: Vec<String> = Vec::new();
    for credential in &CATALOG.credentials {
        let authority = CATALOG.authority_of(credential);
        let level = Level::of(&CATALOG, credential);
        assert!(level.is_some() || !authority.is_jurisdiction);
        let is_usual = level == Some(if credential.trainee { Level::Trainee } else { Level::Technician });
        if !authority.is_jurisdiction || !is_usual {
            by_level.push(format!(
                "{} {}",
                level.map_or("-".to_owned(), |level| level.name(Words::of(Language::English))),
                credential.id
            ));
        }
    }
    by_level.sort();
    insta::assert_snapshot!(by_level.join("\n"), @r"
    - aha-bls
    - apexus-340b-ace
    - ashp-acpe-advanced-level
    - ashp-acpe-entry-level
    - ashp-compounding-sterile-preparations
    - ashp-diversion-microcredential
    - npta-medication-history-essentials
    - npta-sterile-products
    - rxce-nonsterile-compounding
    Advanced ct-advanced-pharmacy-technician
    Advanced ok-pharmacy-technician-immunization-permit
    Advanced ptcb-billing-reimbursement
    Advanced ptcb-controlled-substances-diversion-prevention
    Advanced ptcb-cpht-adv
    Advanced ptcb-cpted
    Advanced ptcb-cspt
    Advanced ptcb-hazardous-drug-management
    Advanced ptcb-immunization-administration
    Advanced ptcb-medication-history
    Advanced ptcb-medication-therapy-management
    Advanced ptcb-nonsterile-compounding
    Advanced ptcb-point-of-care-testing
    Advanced ptcb-regulatory-compliance
    Advanced ptcb-supply-chain
    Advanced ptcb-tpv
    Certified il-registered-certified-pharmacy-technician
    Certified nc-certified-pharmacy-technician
    Certified nh-certified-pharmacy-technician
    Certified nh-licensed-advanced-pharmacy-technician
    Certified nha-excpt
    Certified oh-certified-pharmacy-technician
    Certified or-certified-oregon-pharmacy-technician
    Certified ptcb-cpht
    Certified sc-state-certified-pharmacy-technician
    ");
    let states = CATALOG.authorities.iter().filter(|own| own.is_jurisdiction);
    let without: Vec<&str> = states
        .filter(|state| ladder::ordinary_credential(&CATALOG, &state.id).is_none())
        .map(|state| state.id.as_str())
        .collect();
    assert_eq!(without, ["de"]);
}

fn some_record() -> impl Strategy<Value = Record> {
    let ids = prop::sample::select(vec![
        "ptcb-cpht",
        "tx-pharmacy-technician",
        "ut-pharmacy-technician",
        "oh-certified-pharmacy-technician",
        "fl-registered-pharmacy-technician",
        "mn-pharmacy-technician",
        "nobody-knows",
    ]);
    let held = (ids, prop::option::of(-900_i32..900), prop::option::of(-400_i32..0)).prop_map(
        |(id, expires, filed)| {
            let base = Date::constant(2026, 11, 23);
            let mut held = serde_json::json!({"credential": id, "issued": "2020-01-01"});
            if let Some(days) = expires {
                held["expires"] = base.saturating_add(days.days()).to_string().into();
            }
            if let Some(days) = filed {
                held["renewals"] =
                    serde_json::json!([{"filed": base.saturating_add(days.days()).to_string()}]);
            }
            held
        },
    );
    let credits = prop::collection::vec((0_i32..1200, 1_u8..9), 0..6);
    (prop::collection::vec(held, 0..4), credits).prop_map(|(held, credits)| {
        let base = Date::constant(2024, 1, 1);
        let credits: Vec<_> = credits
            .iter()
            .enumerate()
            .map(|(n, (days, hours))| {
                serde_json::json!({
            "id": format!("c{n}"), "completed": base.saturating_add(days.days()).to_string(), "hours": hours,
            "title": format!("Course {n}"), "accreditation": ["acpe"]})
            })
            .collect();
        let file = serde_json::json!({"format": "rung-record/1", "credentials": held, "credits": credits});
        Record::from_json(file.to_string().as_bytes()).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_agenda_is_a_function_of_its_input_in_a_stable_order(record in some_record(), days in -200_i32..400) {
        let on = Date::constant(2026, 11, 23).saturating_add(days.days());
        let documented: HashSet<CreditId> = HashSet::from(["c0".into()]);
        let around = Around { documented: Some(&documented), ..Around::default() };
        let one = agenda(&record, &CATALOG, on, &around);
        // A copy of the record lies elsewhere in memory; nothing may depend on that.
        let copy = record.clone();
        let two = agenda(&copy, &CATALOG, on, &around);
        prop_assert_eq!(told(&record, &one, on), told(&copy, &two, on));
        for pair in one.windows(2) {
            prop_assert!((pair[0].urgency, pair[0].bites.unwrap_or(Date::MAX)) <= (pair[1].urgency, pair[1].bites.unwrap_or(Date::MAX)));
        }
        let answer = rung_today::agenda::answer(&one, &record, &CATALOG, on);
        prop_assert_eq!(answer["todos"].as_array().unwrap().len(), one.len());
    }

    #[test]
    fn the_pace_reaches_what_is_short_and_not_a_minute_a_month_less_does(
        seconds in 1_u64..400_000, ahead in 0_i32..900,
    ) {
        let on = Date::constant(2026, 11, 23);
        let by = on.saturating_add(ahead.days());
        let short = Hours::from_seconds(seconds);
        let pace = Pace::of(short, on, by);
        prop_assert!(pace.per_month() * pace.months >= short);
        let less = Hours::from_seconds(pace.per_month().in_seconds() - 60);
        prop_assert!(less * pace.months < short);
        // Counted naively: the first days of months from `on` that are not past `by`.
        let naive = (0..).take_while(|n: &i32| on.saturating_add(n.months()) <= by).count();
        prop_assert_eq!(pace.months, naive as u64);
    }
}
