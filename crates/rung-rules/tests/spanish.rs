//! What the rules say in Spanish: every reason and question, and where a technician stands. What stays English is in
//! quotation marks here; a page marks it as English.

#![allow(clippy::unwrap_used)] // The helpers of tests are tests too.

use rung_catalog::Catalog;
use rung_record::{Date, Hours, Record};
use rung_rules::{Missing, Question, Reason, Untold, Unwritten, Verdict, evaluate, words};
use rung_words::{Language, Words, quoted};
use std::sync::LazyLock;

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::shipped);

fn spanish() -> &'static Words {
    Words::of(Language::Spanish)
}

fn record(rest: &str) -> Record {
    Record::from_json(format!(r#"{{"format": "rung-record/1", {rest}}}"#).as_bytes()).unwrap()
}

fn with_a_credit() -> Record {
    record(
        r#""credits": [{"id": "c1", "completed": "2026-02-11", "hours": 8, "uan": "0001-0000-26-001-H04-T"}]"#,
    )
}

fn lines(said: impl Iterator<Item = String>) -> String {
    said.map(|text| quoted(&text)).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_reason() {
    let reasons = [
        Reason::AfterToday,
        Reason::OutsidePeriod,
        Reason::DeadZone,
        Reason::OutsideWindow,
        Reason::DuplicateOf(0),
        Reason::DuplicateOf(9),
        Reason::NotAccepted,
        Reason::NotAccredited,
        Reason::WrongAudience,
        Reason::WrongFormat,
        Reason::WrongTopic,
        Reason::WrongJurisdiction,
        Reason::CourseTooSmall,
        Reason::NoHours,
        Reason::CapReached,
        Reason::UsedInAddition,
        Reason::UsedEarlier,
    ];
    let record = with_a_credit();
    let said = lines(reasons.into_iter().map(|reason| words::reason(spanish(), reason, &record)));
    insta::assert_snapshot!(said, @"");
}

#[test]
fn every_question() {
    let duties = ["sterile-compounding".to_owned(), "immunization".to_owned()];
    let told = [
        Untold::FirstIssued,
        Untold::Expires,
        Untold::PrintedExpiry("tx-pharmacy-technician".into()),
        Untold::BirthDate,
        Untold::Duties(&duties),
        Untold::Settings(&duties[..1]),
        Untold::Schools,
        Untold::Programmes,
        Untold::Jobs,
        Untold::HoursAWeek,
        Untold::Confirmed { key: "attest:no-felony", what: None },
        Untold::Confirmed { key: "attest:no-felony", what: Some("declare that there is no felony") },
    ];
    let missing = [
        Missing::Accreditation,
        Missing::Format,
        Missing::Audience,
        Missing::LawOf,
        Missing::Topic,
        Missing::Grade,
        Missing::AcademicCredits,
    ];
    let unwritten = [
        Unwritten::Asked("Ask whether a fee is due."),
        Unwritten::HoursOf("law"),
        Unwritten::Paths("Texas State Board of Pharmacy"),
        Unwritten::Rules("Texas State Board of Pharmacy"),
        Unwritten::Reinstatement,
    ];
    let questions = (told.into_iter().map(Question::Tell))
        .chain(missing.into_iter().map(|missing| Question::AboutCredit(0, missing)))
        .chain([Question::AboutCredit(9, Missing::Format)])
        .chain(unwritten.into_iter().map(Question::Ask));
    let record = with_a_credit();
    let said = lines(questions.map(|question| words::question(spanish(), &question, &record)));
    insta::assert_snapshot!(said, @"");
}

/// Where the record stands on some days: what each obligation comes to, its lines, and where that is written.
fn standing(rest: &str, days: &[&str]) -> String {
    let record = record(rest);
    let on_day = |day: &&str| {
        let on: Date = day.parse().unwrap();
        let status = evaluate(&record, &CATALOG, on);
        let told = status.obligations.iter().flat_map(|own| {
            let lines = own.lines.iter().map(|line| {
                format!(
                    "  {}: {}",
                    spanish().english(&line.requirement.what),
                    words::amounts(spanish(), line)
                )
            });
            let title = words::title(spanish(), own, &CATALOG);
            let verdict = words::verdict(spanish(), own.verdict);
            let first = format!("{day} {title}: {verdict}. {}", words::summary(spanish(), own, &status));
            let source = own.cite().map(|cite| format!("  {}", words::cite(spanish(), &CATALOG, cite)));
            std::iter::once(first).chain(lines).chain(source).collect::<Vec<_>>()
        });
        lines(told)
    };
    days.iter().map(on_day).collect::<Vec<_>>().join("\n")
}

#[test]
fn where_a_technician_stands() {
    let texas = r#""credentials": [
        {"credential": "tx-pharmacy-technician", "issued": "2021-06-01", "expires": "2027-05-31"}],
        "credits": [{"id": "c1", "completed": "2026-02-11", "hours": 8, "accreditation": ["acpe"]}]"#;
    insta::assert_snapshot!(standing(texas, &["2026-11-27", "2027-05-30", "2027-08-01", "2029-08-01"]), @"");
}

#[test]
fn verdicts_and_lengths_of_time() {
    let verdicts = [Verdict::Met, Verdict::NotMet, Verdict::Unknown];
    let spans =
        ["1 day", "60 days", "1 month", "18 months", "2 years"].iter().filter_map(|span| span.parse().ok());
    let said = (verdicts.into_iter().map(|verdict| words::verdict(spanish(), verdict)))
        .chain(spans.map(|span| words::span(spanish(), span)))
        .chain([words::disclaimer(spanish()), spanish().hours(Hours::from_minutes(90))]);
    insta::assert_snapshot!(lines(said), @"");
}
