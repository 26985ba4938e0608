//! Plans for whole records: what they choose, that the rules agree, that the proofs hold, and what they say when
//! nothing fits.

#![allow(clippy::unwrap_used, clippy::panic, clippy::float_arithmetic)]

use proptest::prelude::*;
use rung_catalog::Catalog;
use rung_formats::offerings::{Offering, read_json};
use rung_planner::{
    ce::{Outcome, Plan, PlanResult, Way, Wishes, answer, plan, words},
    exact::Limits,
};
use rung_record::{CreditId, Date, Hours, Record, Usd};
use rung_rules::{Verdict, evaluate_through};
use rung_words::{Language, Words, quoted};
use std::sync::LazyLock;

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::shipped);

const RIVERA: &str = r#"{"format": "rung-record/1",
 "credentials": [
   {"credential": "ptcb-cpht", "issued": "2021-03-14", "expires": "2027-03-31",
    "renewals": [{"filed": "2025-02-10", "approved": "2025-03-20"}]},
   {"credential": "tx-pharmacy-technician", "issued": "2021-06-01", "expires": "2027-05-31"}],
 "credits": [
   {"id": "c1", "completed": "2026-02-11", "title": "Safety", "hours": "12", "kind": "ce", "accreditation": ["acpe"],
    "format": "home", "topics": ["patient-safety"], "audience": "technician"}]}"#;

const OFFERINGS: &str = r#"{"format": "rung-offerings/1", "offerings": [
  {"id": "law-tx", "title": "Texas law", "hours": "1", "price": "25", "topics": ["law"], "law_of": "TX", "kind": "ce",
   "accreditation": ["acpe"], "format": "home", "audience": "technician"},
  {"id": "law-us", "title": "Federal law", "hours": "1", "price": "5", "topics": ["law"], "law_of": "US", "kind": "ce",
   "accreditation": ["acpe"], "format": "home", "audience": "technician"},
  {"id": "p-cheap", "title": "For pharmacists", "hours": "7", "price": "7", "kind": "ce", "accreditation": ["acpe"],
   "format": "home", "audience": "pharmacist"},
  {"id": "t-4", "title": "Four hours", "hours": "4", "price": "40", "kind": "ce", "accreditation": ["acpe"],
   "format": "home", "audience": "technician"},
  {"id": "t-2", "title": "Two hours", "hours": "2", "price": "22", "kind": "ce", "accreditation": ["acpe"],
   "format": "home", "audience": "technician"},
  {"id": "traffic", "title": "Human trafficking prevention", "hours": "1", "price": "0", "kind": "ce",
   "accreditation": ["acpe"], "format": "home", "audience": "technician", "topics": ["human-trafficking"]}]}"#;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn offerings() -> Vec<Offering> {
    read_json(OFFERINGS.as_bytes()).unwrap()
}

fn wishes() -> Wishes {
    Wishes { horizon: day("2027-12-31"), budget: None, hours_per_week: None }
}

fn planned<'a>(record: &'a Record, offerings: &[Offering], wishes: Wishes) -> Outcome<'a> {
    plan(record, &CATALOG, day("2026-11-23"), offerings, wishes, &Limits::none()).unwrap()
}

fn the_plan<'o>(outcome: &'o Outcome<'_>) -> &'o Plan {
    match &outcome.result {
        PlanResult::Plan(plan) => plan,
        other => panic!("no plan: {other:?}"),
    }
}

fn chosen(plan: &Plan, offerings: &[Offering]) -> Vec<String> {
    let mut ids: Vec<String> = plan.picks.iter().map(|pick| offerings[pick.item].id.clone()).collect();
    ids.sort();
    ids
}

/// Each proof is accepted by the checker, which shares no code with the planner.
fn assert_proven(plan: &Plan) {
    assert!(plan.proven);
    for proof in &plan.proofs {
        let certificate = serde_json::to_string(&proof.certificate).unwrap();
        rung_certificate::check_model(&proof.model.to_string(), &certificate).unwrap_or_else(|refusal| {
            panic!("{}: {refusal}", words::claim(Words::of(Language::English), proof.claim))
        });
    }
}

/// The record as it will be when the plan has been carried out.
fn carried_out(record: &Record, plan: &Plan, offerings: &[Offering]) -> Record {
    let mut record = record.clone();
    for (n, pick) in plan.picks.iter().enumerate() {
        record.credits.push(offerings[pick.item].credit(CreditId(format!("plan-{n}")), pick.on));
    }
    record
}

#[test]
fn one_law_course_serves_the_board_and_the_certifying_body() {
    let record = Record::from_json(RIVERA.as_bytes()).unwrap();
    let offerings = offerings();
    let outcome = planned(&record, &offerings, wishes());
    let plan = the_plan(&outcome);
    // Twelve hours are there. Eight more are asked of both, of which five at most for pharmacists: the Texas law hour
    // ($25) and the free hour on trafficking, five hours of the seven-hour course, and one more hour.
    assert_eq!(chosen(plan, &offerings), ["law-tx", "law-us", "p-cheap", "traffic"]);
    assert_eq!((plan.cost, plan.needs.len()), (Usd::from_dollars(37), 0));
    assert_proven(plan);
    let after = carried_out(&record, plan, &offerings);
    let status = evaluate_through(&after, &CATALOG, plan.finish.unwrap(), plan.finish.unwrap());
    assert!(status.obligations.iter().all(|obligation| obligation.verdict == Verdict::Met));
}

#[test]
fn what_nobody_offers_is_a_need() {
    let record = Record::from_json(RIVERA.as_bytes()).unwrap();
    let offerings: Vec<Offering> =
        offerings().into_iter().filter(|offering| offering.id != "law-tx").collect();
    let outcome = planned(&record, &offerings, wishes());
    let plan = the_plan(&outcome);
    let needs: Vec<String> = plan
        .needs
        .iter()
        .map(|need| {
            format!(
                "{} of {} by {}",
                need.hours,
                words::need(Words::of(Language::English), &need.item),
                need.by
            )
        })
        .collect();
    assert_eq!(needs, ["1 of Texas pharmacy law or rules by 2027-03-01"]);
    assert_proven(plan);
}

#[test]
fn without_any_offering_the_plan_says_what_to_look_for() {
    let record = Record::from_json(RIVERA.as_bytes()).unwrap();
    let outcome = planned(&record, &[], wishes());
    let plan = the_plan(&outcome);
    let needs: Vec<String> = plan
        .needs
        .iter()
        .map(|need| format!("{} h {}", need.hours, words::need(Words::of(Language::English), &need.item)))
        .collect();
    insta::assert_debug_snapshot!(needs, @r#"
    [
        "7 h continuing education for technicians",
        "1 h Texas pharmacy law or rules",
        "0 h a human-trafficking prevention course approved by Texas HHSC",
    ]
    "#);
    assert_eq!(plan.hours, Hours::from_whole(8));
    assert_proven(plan);
}

#[test]
fn a_budget_that_is_too_small_is_named_with_the_way_out() {
    let record = Record::from_json(RIVERA.as_bytes()).unwrap();
    let wishes = Wishes { budget: Some(Usd::from_dollars(30)), ..wishes() };
    let outcome = planned(&record, &offerings(), wishes);
    let PlanResult::Nothing(nothing) = &outcome.result else { panic!("there is a plan") };
    assert!(nothing.minimal);
    assert_eq!(nothing.ways, [Way::Budget { total: Usd::from_dollars(37), more: Usd::from_dollars(7) }]);
    let because: Vec<String> = nothing
        .reasons
        .iter()
        .map(|reason| words::demanded(Words::of(Language::English), &outcome, reason))
        .collect();
    insta::assert_debug_snapshot!(because, @r#"
    [
        "20 h of continuing education on topics of the PTCE outline for Certified Pharmacy Technician (CPhT) by 2027-03-01",
        "1 h of Texas pharmacy law or rules for Registered Pharmacy Technician by 2027-05-31",
        "a budget of $30",
    ]
    "#);
    let spanish = Words::of(Language::Spanish);
    let said: Vec<String> = (nothing.reasons.iter().map(|reason| words::demanded(spanish, &outcome, reason)))
        .chain(nothing.ways.iter().map(|way| words::way(spanish, &outcome, way)))
        .chain(outcome.aside.iter().map(|aside| words::aside(spanish, &outcome, aside)))
        .collect();
    insta::assert_snapshot!(quoted(&said.join("\n")), @r"
    20 h de “continuing education on topics of the PTCE outline” para Certified Pharmacy Technician (CPhT) a más tardar el 2027-03-01
    1 h de “Texas pharmacy law or rules” para Registered Pharmacy Technician a más tardar el 2027-05-31
    un presupuesto de $30
    $7 más: con $37 en total alcanza, y con menos no.
    ");
    let proof = nothing.proof.as_ref().unwrap();
    let certificate = serde_json::to_string(&proof.certificate).unwrap();
    rung_certificate::check_model(&proof.model.to_string(), &certificate).unwrap();
}

#[test]
fn too_few_hours_a_week_are_named_with_the_least_that_do() {
    let record = Record::from_json(RIVERA.as_bytes()).unwrap();
    // Fifteen weeks to 1 March 2027, and ten hours in the cheapest plan.
    let quarter = Wishes { hours_per_week: Some(Hours::from_minutes(30)), ..wishes() };
    let outcome = planned(&record, &offerings(), quarter);
    let PlanResult::Nothing(nothing) = &outcome.result else { panic!("there is a plan") };
    insta::assert_debug_snapshot!(nothing.ways.iter().map(|way| words::way(Words::of(Language::English), &outcome, way)).collect::<Vec<_>>(), @r#"
    [
        "15 min a week more: 45 min a week is the least that does.",
        "Later: an application for Certified Pharmacy Technician (CPhT) is taken until 2027-03-31, at its late fee, and by then everything fits.",
    ]
    "#);
    let enough = Wishes { hours_per_week: Some(Hours::from_whole(1)), ..wishes() };
    let outcome = planned(&record, &offerings(), enough);
    let plan = the_plan(&outcome);
    assert_eq!(plan.cost, Usd::from_dollars(37));
    assert_proven(plan);
    insta::assert_snapshot!(plan.finish.unwrap(), @"2027-01-31");
}

#[test]
fn the_answer_as_json() {
    let record = Record::from_json(RIVERA.as_bytes()).unwrap();
    let offerings = offerings();
    let outcome = planned(&record, &offerings, wishes());
    insta::assert_snapshot!(serde_json::to_string_pretty(&answer(&outcome, &offerings, false)).unwrap(), @r#"
    {
      "on": "2026-11-23",
      "horizon": "2027-12-31",
      "budget": null,
      "hours_per_week": null,
      "obligations": [
        {
          "credential": "ptcb-cpht",
          "title": "Certified Pharmacy Technician (CPhT)",
          "period": {
            "from": "2025-03-20",
            "to": "2027-03-31"
          },
          "earn_by": "2027-03-01"
        },
        {
          "credential": "tx-pharmacy-technician",
          "title": "Registered Pharmacy Technician",
          "period": {
            "from": "2025-06-01",
            "to": "2027-05-31"
          },
          "earn_by": "2027-05-31"
        }
      ],
      "aside": [],
      "feasible": true,
      "proven": true,
      "cost": "37",
      "hours": "10",
      "finish": "2026-11-23",
      "take": [
        {
          "offering": "law-tx",
          "title": "Texas law",
          "provider": null,
          "price": "25",
          "url": null,
          "hours": "1",
          "on": "2026-11-23",
          "from": "2026-11-23",
          "by": "2027-03-01",
          "serves": [
            {
              "credential": "ptcb-cpht",
              "requirement": "total"
            },
            {
              "credential": "ptcb-cpht",
              "requirement": "law"
            },
            {
              "credential": "ptcb-cpht",
              "requirement": "technician"
            },
            {
              "credential": "tx-pharmacy-technician",
              "requirement": "total"
            },
            {
              "credential": "tx-pharmacy-technician",
              "requirement": "law"
            }
          ]
        },
        {
          "offering": "law-us",
          "title": "Federal law",
          "provider": null,
          "price": "5",
          "url": null,
          "hours": "1",
          "on": "2026-11-23",
          "from": "2026-11-23",
          "by": "2027-03-01",
          "serves": [
            {
              "credential": "ptcb-cpht",
              "requirement": "total"
            },
            {
              "credential": "ptcb-cpht",
              "requirement": "law"
            },
            {
              "credential": "ptcb-cpht",
              "requirement": "technician"
            },
            {
              "credential": "tx-pharmacy-technician",
              "requirement": "total"
            }
          ]
        },
        {
          "offering": "p-cheap",
          "title": "For pharmacists",
          "provider": null,
          "price": "7",
          "url": null,
          "hours": "7",
          "on": "2026-11-23",
          "from": "2026-11-23",
          "by": "2027-03-01",
          "serves": [
            {
              "credential": "ptcb-cpht",
              "requirement": "total"
            },
            {
              "credential": "tx-pharmacy-technician",
              "requirement": "total"
            }
          ]
        },
        {
          "offering": "traffic",
          "title": "Human trafficking prevention",
          "provider": null,
          "price": "0",
          "url": null,
          "hours": "1",
          "on": "2026-11-23",
          "from": "2026-11-23",
          "by": "2027-03-01",
          "serves": [
            {
              "credential": "ptcb-cpht",
              "requirement": "total"
            },
            {
              "credential": "ptcb-cpht",
              "requirement": "technician"
            },
            {
              "credential": "tx-pharmacy-technician",
              "requirement": "total"
            },
            {
              "credential": "tx-pharmacy-technician",
              "requirement": "human-trafficking"
            }
          ]
        }
      ],
      "needs": [],
      "objectives": [
        {
          "name": "cost",
          "value": 3700,
          "bound": 3700,
          "proven": true
        },
        {
          "name": "hours",
          "value": 10,
          "bound": 10,
          "proven": true
        }
      ]
    }
    "#);
}

fn some_offering() -> impl Strategy<Value = Offering> {
    let topics =
        prop_oneof![Just(""), Just("\"law\""), Just("\"patient-safety\""), Just("\"human-trafficking\"")];
    (1..9_u8, 0..60_u8, topics, any::<bool>(), any::<bool>(), 0..8_u16).prop_map(|(half, price, topic, technician, live, start)| {
        let json = format!(
            r#"{{"format": "rung-offerings/1", "offerings": [{{"id": "x", "title": "X", "hours": "{}", "price": "{price}",
               "topics": [{topic}], "law_of": "TX", "accreditation": ["acpe"], "audience": "{}", "format": "{}",
               "available_from": "2026-12-{:02}"}}]}}"#,
            f64::from(half) / 2.0,
            if technician { "technician" } else { "pharmacist" },
            if live { "live" } else { "home" },
            start * 3 + 1,
        );
        read_json(json.as_bytes()).unwrap().remove(0)
    })
}

/// The least that a set of offerings can cost so that everything is met: by trying all sets and asking the rules.
fn brute_force(record: &Record, offerings: &[Offering]) -> Option<(Usd, Hours)> {
    let finish = day("2027-02-20");
    (0..1_u32 << offerings.len())
        .filter_map(|set| {
            let taken: Vec<&Offering> =
                offerings.iter().enumerate().filter(|(n, _)| set & 1 << n != 0).map(|(_, o)| o).collect();
            let mut after = record.clone();
            after.credits.extend(
                taken
                    .iter()
                    .enumerate()
                    .map(|(n, offering)| offering.credit(CreditId(format!("x{n}")), finish)),
            );
            let status = evaluate_through(&after, &CATALOG, finish, finish);
            let met = status.obligations.iter().all(|obligation| obligation.verdict == Verdict::Met);
            met.then(|| {
                (
                    taken.iter().map(|offering| offering.price).sum(),
                    taken.iter().map(|offering| offering.hours).sum(),
                )
            })
        })
        .min()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn the_rules_agree_that_the_plan_is_the_cheapest(mut offerings in proptest::collection::vec(some_offering(), 3..8)) {
        for (n, offering) in offerings.iter_mut().enumerate() {
            offering.id = format!("o{n}");
            offering.title = format!("Course {n}");
        }
        let record = Record::from_json(RIVERA.as_bytes()).unwrap();
        let outcome = planned(&record, &offerings, wishes());
        let plan = the_plan(&outcome);
        assert_proven(plan);
        match brute_force(&record, &offerings) {
            Some(best) => {
                prop_assert!(plan.needs.is_empty());
                prop_assert_eq!((plan.cost, plan.hours), best);
                let after = carried_out(&record, plan, &offerings);
                let done = plan.finish.unwrap();
                let status = evaluate_through(&after, &CATALOG, done, done);
                prop_assert!(status.obligations.iter().all(|obligation| obligation.verdict == Verdict::Met));
            }
            None => prop_assert!(!plan.needs.is_empty()),
        }
    }
}

#[test]
fn filing_late_is_a_way_out_when_the_days_after_the_deadline_are_enough() {
    let record = Record::from_json(RIVERA.as_bytes()).unwrap();
    // The only course on patient safety and law for technicians is held after PTCB's day to apply on time.
    let late = r#"{"format": "rung-offerings/1", "offerings": [
      {"id": "evening", "title": "Texas law", "hours": "8", "price": "0", "topics": ["law", "human-trafficking"],
       "law_of": "TX", "kind": "ce", "accreditation": ["acpe"], "format": "live", "audience": "technician",
       "on": "2027-03-20"},
      {"id": "dear", "title": "Texas law, at any time", "hours": "8", "price": "300", "topics": ["law", "human-trafficking"],
       "law_of": "TX", "kind": "ce", "accreditation": ["acpe"], "format": "home", "audience": "technician"}]}"#;
    let offerings = read_json(late.as_bytes()).unwrap();
    let wishes = Wishes { budget: Some(Usd::from_dollars(50)), ..wishes() };
    let outcome = planned(&record, &offerings, wishes);
    let PlanResult::Nothing(nothing) = &outcome.result else { panic!("there is a plan") };
    let ways: Vec<String> =
        nothing.ways.iter().map(|way| words::way(Words::of(Language::English), &outcome, way)).collect();
    insta::assert_debug_snapshot!(ways, @r#"
    [
        "$250 more: $300 in all is the least that does.",
        "Later: an application for Certified Pharmacy Technician (CPhT) is taken until 2027-03-31, at its late fee, and by then everything fits.",
    ]
    "#);
}

#[test]
fn no_run_of_weeks_holds_more_study_than_the_hours_a_week() {
    let record = Record::from_json(RIVERA.as_bytes()).unwrap();
    // Two four-hour courses in the same three weeks do not fit two hours a week; the dearer one at another time does.
    let course = |id: &str, price: u8, until: &str| {
        format!(
            r#"{{"id": "{id}", "title": "{id}", "hours": "4", "price": "{price}", "kind": "ce", "accreditation": ["acpe"],
                "topics": ["law"], "law_of": "TX", "format": "home", "audience": "technician",
                "available_until": "{until}"}}"#
        )
    };
    // A live hour in a week of its own, so that the first run of weeks that is looked at is not the overfull one.
    let live = r#"{"id": "live", "title": "live", "hours": "1", "price": "0", "kind": "ce", "accreditation": ["acpe"],
        "topics": ["human-trafficking"], "format": "live", "audience": "technician", "on": "2027-02-03"}"#;
    let (a, b, c) =
        (course("a", 1, "2026-12-13"), course("b", 1, "2026-12-13"), course("c", 9, "2027-02-20"));
    let list = [live.to_owned(), a, b, c].join(",");
    let offerings =
        read_json(format!(r#"{{"format": "rung-offerings/1", "offerings": [{list}]}}"#).as_bytes()).unwrap();
    let week = Hours::from_whole(2);
    let outcome = planned(&record, &offerings, Wishes { hours_per_week: Some(week), ..wishes() });
    let plan = the_plan(&outcome);
    assert_proven(plan);
    assert_eq!(plan.cost, Usd::from_dollars(10));
    let unlimited = planned(&record, &offerings, wishes());
    assert_eq!(the_plan(&unlimited).cost, Usd::from_dollars(2));
}
