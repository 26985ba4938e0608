//! What to do, and what would differ, in Spanish: one of each kind. What stays English is in quotation marks here; a page
//! marks it as English.

#![allow(clippy::unwrap_used)] // The helpers of tests are tests too.

use jiff::civil::time;
use rung_atlas::Address;
use rung_catalog::{Catalog, Credential, Requirement};
use rung_planner::ce::NamedDemand;
use rung_record::{Date, Hours, Record, Usd};
use rung_rules::{Question, Route, Untold, Unwritten, Verdict, evaluate};
use rung_today::{
    Planned, Stand,
    agenda::{Amount, AskedChange, Kind, Pace, ShortLine, Todo, Urgency, words},
    calendar::events,
    ladder::{Level, in_words},
    ledger::{use_in_words, uses_of},
    what_if::{Ask, Day, Difference, Whose, sentence},
};
use rung_words::{Language, Words, quoted};
use std::sync::LazyLock;

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::shipped);

fn spanish() -> &'static Words {
    Words::of(Language::Spanish)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn texas() -> &'static Credential {
    CATALOG.credential("tx-pharmacy-technician").unwrap()
}

fn requirement(n: usize) -> &'static Requirement {
    &texas().renewals.last().unwrap().requirements[n]
}

fn record() -> Record {
    Record::from_json(
        br#"{"format": "rung-record/1", "credentials": [
            {"credential": "tx-pharmacy-technician", "issued": "2021-06-01", "expires": "2027-05-31"}],
            "credits": [
                {"id": "c1", "completed": "2026-02-11", "title": "Safety", "hours": 8, "accreditation": ["acpe"]},
                {"id": "c2", "completed": "2024-02-11", "title": "Old", "hours": 2},
                {"id": "c3", "completed": "2026-03-11", "title": "Talk", "hours": 2, "kind": "presentation"}]}"#,
    )
    .unwrap()
}

fn activity(stand: Stand, on: &str, at: Option<i8>, hours: Option<u64>) -> Planned {
    Planned {
        id: "a1".into(),
        title: "Sterile Compounding".into(),
        on: day(on),
        at: at.map(|hour| time(hour, 30, 0, 0)),
        hours: hours.map(Hours::from_whole),
        url: None,
        stand,
    }
}

fn short_line(n: usize, short: u64, asked: Option<u64>) -> ShortLine<'static> {
    ShortLine {
        requirement: requirement(n),
        id: requirement(n).id.as_str().into(),
        short: Hours::from_whole(short),
        asked: asked.map(Hours::from_whole),
    }
}

fn change(n: usize, before: Option<Amount>, after: Option<Amount>) -> AskedChange<'static> {
    AskedChange { requirement: requirement(n), id: requirement(n).id.as_str().into(), before, after }
}

fn hours(count: u64) -> Option<Amount> {
    Some(Amount::Hours(Hours::from_whole(count)))
}

/// One of every kind, and more where the words differ.
fn kinds() -> Vec<Kind<'static>> {
    let open = texas().reinstatement.as_ref().unwrap();
    let rules = texas().renewals.last().unwrap();
    let fees = || rules.fees.iter().take(1).collect::<Vec<_>>();
    let renew = |ready, opens, file_by: Option<&str>| Kind::Renew {
        opens: Some(day(opens)),
        file_by: file_by.map(day),
        expires: day("2027-05-31"),
        ready,
        fees: fees(),
    };
    let pace = Pace { short: Hours::from_whole(12), months: 6 };
    let earn = |lines: Vec<ShortLine<'static>>, least, pace, by| Kind::Earn {
        lines,
        least: Hours::from_whole(least),
        pace,
        by: day(by),
    };
    let changes = vec![
        change(0, hours(20), hours(10)),
        change(0, None, hours(1)),
        change(0, None, Some(Amount::Plain)),
        change(0, hours(1), None),
    ];
    let rules_change = |in_this_period, changes| Kind::RulesChange {
        from: day("2027-01-01"),
        rules,
        in_this_period,
        changes,
    };
    let path = &CATALOG.credential("ptcb-cpht").unwrap().paths[0];
    vec![
        Kind::Reinstate {
            expired: Some(day("2026-11-01")),
            stage: open.stages.first(),
            by: Some(day("2026-12-01")),
            ready: Verdict::Met,
            fees: fees(),
        },
        Kind::Reinstate { expired: None, stage: None, by: None, ready: Verdict::NotMet, fees: Vec::new() },
        Kind::SendAgain { filed: day("2026-11-01"), returned: day("2026-11-20") },
        renew(Verdict::Met, "2026-11-01", None),
        renew(Verdict::NotMet, "2026-12-01", Some("2027-05-01")),
        renew(Verdict::Unknown, "2026-11-01", Some("2026-11-20")),
        earn(vec![short_line(0, 12, Some(20))], 12, Some(pace), "2027-05-31"),
        earn(vec![short_line(0, 1, None); 5], 5, None, "2026-11-28"),
        earn(vec![short_line(1, 0, None)], 0, None, "2026-11-01"),
        earn(vec![short_line(1, 0, None); 2], 0, None, "2026-11-27"),
        Kind::Do(activity(Stand::Registered, "2026-12-04", Some(9), Some(2))),
        Kind::Do(activity(Stand::Planned, "2026-11-28", None, None)),
        Kind::Do(activity(Stand::Planned, "2026-11-01", None, None)),
        Kind::Answer { question: Question::Tell(Untold::BirthDate), settles: 1 },
        Kind::Answer { question: Question::Tell(Untold::Jobs), settles: 3 },
        Kind::Answer { question: Question::Ask(Unwritten::Reinstatement), settles: 1 },
        Kind::Await { filed: day("2026-11-01"), dead_zone: false },
        Kind::Await { filed: day("2026-11-01"), dead_zone: true },
        rules_change(true, changes),
        rules_change(false, Vec::new()),
        Kind::Coming { what: "a new fee".into(), address: Address::authority(&CATALOG.authorities[0]) },
        Kind::StartOver { expired: Some(day("2020-01-01")) },
        Kind::Document { credits: vec![0] },
        Kind::Document { credits: vec![0, 1, 2, 0] },
        Kind::Apply { level: Level::Certified, path, is_new: true },
        Kind::Apply { level: Level::Certified, path, is_new: false },
    ]
}

#[test]
fn every_kind_of_todo() {
    let (record, on) = (record(), day("2026-11-27"));
    let say = |kind: Kind<'static>| {
        let code = kind.code();
        let bites = Some(day("2027-01-01"));
        let todo = Todo { kind, about: Some(texas()), duty: "", bites, urgency: Urgency::Soon, cite: None };
        format!(
            "[{code}] {}\n    {}\n    {}",
            quoted(&words::title(spanish(), &todo, &CATALOG)),
            quoted(&words::why(spanish(), &todo, &record, on)),
            quoted(&words::what_to_do(spanish(), &todo, &record, on)),
        )
    };
    let said: Vec<String> = kinds().into_iter().map(say).collect();
    insta::assert_snapshot!(said.join("\n"), @"");
}

#[test]
fn every_urgency_and_rung() {
    let urgencies = [Urgency::Now, Urgency::Soon, Urgency::Later, Urgency::Someday];
    let said: Vec<String> = (urgencies.into_iter().map(|own| words::urgency(spanish(), own)))
        .chain(Level::ALL.into_iter().map(|level| level.name(spanish())))
        .chain([in_words(spanish(), &rung_today::ladder(&record(), &CATALOG, day("2026-11-27")))])
        .collect();
    insta::assert_snapshot!(said.join("\n"), @"");
}

#[test]
fn every_difference() {
    let whose = Whose { credential: texas(), duty: "" };
    let what = requirement(0).what.as_str();
    let ask = |lines| Ask { whose, lines, by: Some(day("2027-05-31")) };
    let lines = |count| vec![(what, Some(Hours::from_whole(2))); count];
    let moved = |of, before, after| Difference::Day { whose, day: of, before, after };
    let (one, two) = (Some(day("2027-05-31")), Some(day("2027-08-31")));
    let verdict = |before, after, short| Difference::Verdict {
        whose,
        what,
        before,
        after,
        short: Hours::from_whole(short),
    };
    let (ten, twelve) = (Hours::from_whole(10), Hours::from_whole(12));
    let (cheap, dear) = (Usd::from_dollars(50), Usd::from_cents(6250));
    let credential = texas();
    let eligible = |after| Difference::Eligible { credential, before: Verdict::NotMet, after };
    let because = vec![
        NamedDemand::Budget(Some(cheap)),
        NamedDemand::HoursPerWeek(Some(ten)),
        NamedDemand::Requirement {
            hours: Some(ten),
            what,
            credential: &credential.title,
            by: day("2027-05-31"),
        },
        NamedDemand::Cap { most: ten, what, credential: &credential.title },
    ];
    let all = [
        Difference::AskedNew(ask(lines(1))),
        Difference::AskedNew(ask(lines(6))),
        Difference::AskedNew(ask(Vec::new())),
        Difference::AskedNoMore(ask(lines(1))),
        Difference::AskedNoMore(ask(vec![(what, None); 2])),
        Difference::AskedOtherwise { whose, change: change(0, hours(20), hours(10)) },
        Difference::Route { whose, before: Route::Renew, after: Route::Reinstate },
        Difference::Route { whose, before: Route::None, after: Route::StartOver },
        moved(Day::Opens, one, two),
        moved(Day::FileBy, None, one),
        moved(Day::Expires, one, None),
        moved(Day::ReinstateBy, one, two),
        verdict(Verdict::NotMet, Verdict::Met, 0),
        verdict(Verdict::Met, Verdict::NotMet, 1),
        verdict(Verdict::Met, Verdict::NotMet, 0),
        verdict(Verdict::Unknown, Verdict::NotMet, 0),
        verdict(Verdict::Met, Verdict::Unknown, 0),
        Difference::Short { whose, what, before: ten, after: twelve },
        Difference::Short { whose, what, before: twelve, after: ten },
        Difference::Fees { whose, before: cheap, after: dear },
        Difference::Fees { whose, before: dear, after: cheap },
        eligible(Verdict::Met),
        eligible(Verdict::NotMet),
        eligible(Verdict::Unknown),
        Difference::Cost { before: cheap, after: dear },
        Difference::Cost { before: dear, after: cheap },
        Difference::PlanHours { before: ten, after: twelve },
        Difference::Finish { before: one, after: None },
        Difference::Plan { there_is: true, because: Vec::new() },
        Difference::Plan { there_is: false, because: Vec::new() },
        Difference::Plan { there_is: false, because },
    ];
    let said: Vec<String> =
        all.iter().map(|difference| quoted(&sentence(spanish(), difference, &CATALOG))).collect();
    insta::assert_snapshot!(said.join("\n"), @"");
}

#[test]
fn where_a_credit_counts() {
    let (record, on) = (record(), day("2026-11-27"));
    let status = evaluate(&record, &CATALOG, on);
    let said: Vec<String> = (0..record.credits.len())
        .flat_map(|credit| uses_of(&status, credit))
        .flat_map(|own| use_in_words(spanish(), &status, &own))
        .map(|text| quoted(&text))
        .collect();
    insta::assert_snapshot!(said.join("\n"), @"");
}

#[test]
fn a_calendar() {
    let (record, on) = (record(), day("2026-11-27"));
    let status = evaluate(&record, &CATALOG, on);
    let planned = [activity(Stand::Registered, "2026-12-04", Some(9), Some(2))];
    let said: Vec<String> = events(spanish(), &status, &planned, &[])
        .iter()
        .map(|event| {
            format!(
                "{} {}\n{}",
                event.days.from,
                event.title,
                event.description.as_deref().unwrap_or_default()
            )
        })
        .collect();
    insta::assert_snapshot!(said.join("\n\n"), @"");
}
