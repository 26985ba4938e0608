//! The ledger: filters and totals against a naive oracle, and where one credit counts.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use rung_catalog::Catalog;
use rung_record::{CreditId, CreditKind, Date, Format, Hours, Record};
use rung_rules::{Line, evaluate, told};
use rung_today::ledger::{FormatIs, Ledger, Query, Tally, use_in_words, uses_of};
use rung_words::{Language, Words};
use std::{collections::BTreeMap, sync::LazyLock};

static CATALOG: LazyLock<Catalog> = LazyLock::new(Catalog::shipped);

const TITLES: [&str; 3] = ["Law update", "Safety", "Update on safety"];

fn record(credits: &serde_json::Value) -> Record {
    let file = serde_json::json!({"format": "rung-record/1", "credentials": [
        {"credential": "tx-pharmacy-technician", "issued": "2021-06-01", "expires": "2027-05-31"},
        {"credential": "ptcb-cpht", "issued": "2021-03-14", "expires": "2027-03-31",
         "renewals": [{"filed": "2025-02-10", "approved": "2025-03-20"}]}], "credits": credits});
    Record::from_json(file.to_string().as_bytes()).unwrap()
}

#[test]
fn a_credit_is_told_where_it_counts_and_where_not() {
    let record = record(&serde_json::json!([
        {"id": "c1", "completed": "2026-02-11", "title": "Texas law", "hours": 1, "uan": "0107-0000-26-021-H03-T",
         "law_of": "TX"},
        {"id": "c2", "completed": "2024-02-11", "title": "Old", "hours": 2, "uan": "0107-0000-24-021-H05-T"},
        {"id": "c3", "completed": "2026-03-11", "title": "In-service", "hours": 7, "kind": "in-service"},
        {"id": "c4", "completed": "2026-03-12", "title": "For pharmacists", "hours": 7,
         "uan": "0107-0000-26-021-H01-P"}]));
    let status = evaluate(&record, &CATALOG, "2026-11-23".parse().unwrap());
    let mut told = Vec::new();
    for credit in 0..4 {
        for own in uses_of(&status, credit) {
            for sentence in use_in_words(Words::of(Language::English), &status, &own) {
                told.push(format!(
                    "{} / {}: {sentence}",
                    record.credits[credit].id, own.obligation.credential.id
                ));
            }
        }
    }
    insta::assert_snapshot!(told.join("\n"), @r"
    c1 / tx-pharmacy-technician: Counts 1 h for continuing education.
    c1 / tx-pharmacy-technician: Counts 1 h for Texas pharmacy law or rules.
    c1 / tx-pharmacy-technician: Does not count for a human-trafficking prevention course approved by Texas HHSC: about another topic.
    c1 / ptcb-cpht: Counts 1 h for continuing education on topics of the PTCE outline.
    c1 / ptcb-cpht: Counts 1 h for pharmacy law (topic 03).
    c1 / ptcb-cpht: Does not count for patient safety (topic 05): about another topic.
    c1 / ptcb-cpht: Counts 1 h for technician-specific hours (numbers that end in T).
    c2 / tx-pharmacy-technician: Counts for nothing here: completed outside the period.
    c2 / ptcb-cpht: Counts for nothing here: completed outside the period.
    c3 / tx-pharmacy-technician: Counts 5 h for continuing education; 2 h not: over the most that such credit may contribute.
    c3 / tx-pharmacy-technician: Does not count for Texas pharmacy law or rules: about another topic.
    c3 / tx-pharmacy-technician: Does not count for a human-trafficking prevention course approved by Texas HHSC: about another topic.
    c3 / tx-pharmacy-technician: Counts 5 h for in-service education at work under a pharmacist; 2 h not: over the most that such credit may contribute.
    c3 / ptcb-cpht: Does not count for continuing education on topics of the PTCE outline: this kind of activity is not accepted here.
    c3 / ptcb-cpht: Does not count for pharmacy law (topic 03): this kind of activity is not accepted here.
    c3 / ptcb-cpht: Does not count for patient safety (topic 05): this kind of activity is not accepted here.
    c3 / ptcb-cpht: Does not count for technician-specific hours (numbers that end in T): this kind of activity is not accepted here.
    c4 / tx-pharmacy-technician: Counts 7 h for continuing education.
    c4 / tx-pharmacy-technician: Does not count for Texas pharmacy law or rules: about another topic.
    c4 / tx-pharmacy-technician: Does not count for a human-trafficking prevention course approved by Texas HHSC: about another topic.
    c4 / ptcb-cpht: Counts 5 h for continuing education on topics of the PTCE outline; 2 h not: over the most that such credit may contribute.
    c4 / ptcb-cpht: Does not count for pharmacy law (topic 03): about another topic.
    c4 / ptcb-cpht: Does not count for patient safety (topic 05): about another topic.
    c4 / ptcb-cpht: Does not count for technician-specific hours (numbers that end in T): made for another audience.
    c4 / ptcb-cpht: Counts 5 h for hours for pharmacists only (numbers that end in P); 2 h not: over the most that such credit may contribute.
    ");
}

#[test]
fn words_are_found_in_any_case_and_pages_end_with_the_last() {
    let credits: Vec<_> = (0..25)
        .map(|n| {
            serde_json::json!({"id": format!("c{n}"), "completed": format!("2026-01-{:02}", n + 1),
            "title": format!("Éthique {n}"), "provider": "Sample UNIVERSITY", "hours": "0.1"})
        })
        .collect();
    let record = record(&serde_json::json!(credits));
    let ledger = Ledger::new(&record, &CATALOG, None);
    let query = Query { text: "université".into(), ..Query::default() };
    assert_eq!(ledger.page(&query, 1, 10).totals.all, Tally::default());
    let query = Query { text: "UNIVERSITY éthique".into(), ..Query::default() };
    let page = ledger.page(&query, 9, 10);
    assert_eq!((page.number, page.of, page.credits), (3, 3, vec![4, 3, 2, 1, 0]));
    assert_eq!(page.totals.all, Tally { credits: 25, without_hours: 0, hours: "2.5".parse().unwrap() });
}

#[test]
fn credits_with_and_without_a_certificate_are_told_apart() {
    let record = record(&serde_json::json!([
        {"id": "a", "completed": "2026-01-01"}, {"id": "b", "completed": "2026-02-01"}
    ]));
    let ledger = Ledger::new(&record, &CATALOG, None).with_documents(&[CreditId::from("a")].into());
    let found = |documented| ledger.page(&Query { documented, ..Query::default() }, 1, 10).credits;
    assert_eq!((found(Some(true)), found(Some(false)), found(None)), (vec![0], vec![1], vec![1, 0]));
}

fn some_credits() -> impl Strategy<Value = Record> {
    let uan =
        prop::sample::select(vec![None, Some("0107-0000-26-021-L03-T"), Some("0107-0000-26-022-H05-P")]);
    let format = prop::sample::select(vec![None, Some("live"), Some("live-online"), Some("home")]);
    let topics = prop::sample::subsequence(vec!["law", "patient-safety", "opioids"], 0..3);
    let credit = (0_i32..900, prop::option::of(1_u64..900), uan, format, topics, 0_usize..3);
    prop::collection::vec(credit, 0..30).prop_map(|credits| {
        let base = Date::constant(2025, 1, 1);
        let credits: Vec<_> = credits
            .into_iter()
            .enumerate()
            .map(|(n, (days, hundredths, uan, format, topics, title))| {
                let day = base.saturating_add(jiff::ToSpan::days(days));
                let hours = hundredths.map(|n| Hours::from_seconds(n * 36));
                serde_json::json!({"id": format!("c{n}"), "completed": day, "hours": hours, "uan": uan, "format": format,
                    "topics": topics, "title": TITLES[title],
                    "kind": if n % 5 == 0 { "in-service" } else { "ce" }, "accreditation": ["acpe"]})
            })
            .collect();
        record(&serde_json::json!(credits))
    })
}

fn some_query() -> impl Strategy<Value = Query> {
    let format = prop::sample::select(vec![
        None,
        Some(FormatIs::NotTold),
        Some(FormatIs::Told(Format::Live)),
        Some(FormatIs::Told(Format::Home)),
    ]);
    let topic = prop::sample::select(vec![None, Some("law"), Some("opioids"), Some("no-such")]);
    let kind = prop::sample::select(vec![None, Some(CreditKind::Ce), Some(CreditKind::InService)]);
    let text = prop::sample::select(vec!["", "SAFETY", "update law", "0107-0000-26-022"]);
    let counts =
        prop::sample::select(vec![None, Some("tx-pharmacy-technician"), Some("ptcb-cpht"), Some("other")]);
    (prop::option::of(2025_i16..2028), topic, format, kind, text, counts).prop_map(
        |(year, topic, format, kind, text, counts)| Query {
            year,
            topic: topic.map(Into::into),
            format,
            kind,
            text: text.into(),
            counts_for: counts.map(Into::into),
            documented: None,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn filters_and_totals_are_those_of_a_naive_walk(
        record in some_credits(), query in some_query(), number in 1_usize..4, per_page in 1_usize..12,
    ) {
        let status = evaluate(&record, &CATALOG, Date::constant(2026, 11, 23));
        let ledger = Ledger::new(&record, &CATALOG, Some(&status));
        let page = ledger.page(&query, number, per_page);

        let counts_for = |credit: usize, id: &str| status.obligations.iter().any(|own| {
            own.credential.id == *id && own.lines.iter().flat_map(Line::walk).any(|line| {
                line.requirement.kind() != "maximum" && line.credits.iter().any(|counted| counted.credit == credit)
            })
        });
        let mut found: Vec<usize> = (0..record.credits.len()).filter(|n| {
            let credit = &record.credits[*n];
            let known = told(credit, &CATALOG);
            let text = format!("{}\n{}", credit.title.clone().unwrap_or_default(), credit.uan.clone().unwrap_or_default());
            let text = text.to_lowercase();
            query.year.is_none_or(|year| credit.completed.year() == year)
                && query.topic.as_ref().is_none_or(|topic| known.topics.contains(&topic))
                && query.format.is_none_or(|format| FormatIs::of(known.format) == format)
                && query.kind.is_none_or(|kind| credit.kind == kind)
                && query.text.to_lowercase().split(' ').all(|word| text.contains(word))
                && query.counts_for.as_ref().is_none_or(|id| counts_for(*n, id.as_str()))
        }).collect();
        found.sort_by_key(|n| (std::cmp::Reverse(record.credits[*n].completed), *n));
        let mut years: BTreeMap<i16, u64> = BTreeMap::new();
        let mut topics: BTreeMap<&str, u64> = BTreeMap::new();
        let mut seconds = 0;
        for n in &found {
            let own = record.credits[*n].hours.unwrap_or_default().in_seconds();
            seconds += own;
            *years.entry(record.credits[*n].completed.year()).or_default() += own;
            for topic in told(&record.credits[*n], &CATALOG).topics {
                *topics.entry(topic.as_str()).or_default() += own;
            }
        }
        let of = found.len().div_ceil(per_page).max(1);
        let start = (number.min(of) - 1) * per_page;
        prop_assert_eq!(&page.credits, &found.iter().copied().skip(start).take(per_page).collect::<Vec<_>>());
        prop_assert_eq!((page.of, page.totals.all.credits), (of, found.len()));
        prop_assert_eq!(page.totals.all.hours.in_seconds(), seconds);
        let by_year: BTreeMap<i16, u64> = page.totals.by_year.iter().map(|(y, t)| (*y, t.hours.in_seconds())).collect();
        prop_assert_eq!(by_year.len(), page.totals.by_year.len());
        prop_assert_eq!(by_year, years);
        let by_topic: BTreeMap<&str, u64> =
            page.totals.by_topic.iter().map(|(topic, tally)| (topic.as_str(), tally.hours.in_seconds())).collect();
        prop_assert_eq!(by_topic, topics);
        let by_format: u64 = page.totals.by_format.iter().map(|(_, tally)| tally.hours.in_seconds()).sum();
        prop_assert_eq!(by_format, seconds);
    }
}
