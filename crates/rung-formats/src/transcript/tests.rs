use super::*;
use crate::{Outcome, topic_names::of_the_field};
use proptest::prelude::*;
use rung_record::{Date, Format};

const CSV: &str = "\u{feff}Activity Date,ACPE UAN,CreditType,Source,Title,Provider,Topic Designators,Live Hours,Home Hours\r\n\
    2/11/2026,0107-0000-26-021-L03-T,ACPE,ACPE,\"Texas Pharmacy Law, 2026\",Sample University,Law Related to Pharmacy Practice,1.50,0.00\r\n\
    3/1/2026,JA0002895-0000-24-072- H05-P,IPCE,IPCE,\"Safe \"\"Handling\"\"\",Example Health,Patient Safety,0.00,1.00\r\n\
    3/2/2026,0384-9999-21-104-H07-T,ACPE,ACPE,Compounding Review,Example Association,Compounding,1.00,2.00\r\n\
    13/2/2026,0384-9999-21-105-H07-T,ACPE,ACPE,Compounding Again,Example Association,Compounding,0.00,2.00\r\n\
    Total,,,,,,,2.50,5.00\r\n";

#[test]
fn a_transcript_as_csv() {
    let transcript = read_csv(CSV.as_bytes(), &of_the_field()).unwrap();
    insta::assert_snapshot!(transcript, @r#"
    3 credits of 5.5 hours; 1 skipped; 1 not understood
    line 4: 1 h live and 2 h home study on one line: read as one credit of 3 h; say yourself whether it is live or home study
    line 5: not understood: "13/2/2026" is not a date: there is no such day within 1900 and 2200 (correct the date in the table): 13/2/2026 0384-9999-21-105-H07-T ACPE ACPE Compounding Again…
    the credits that were read add up to 5.5 hours, but the transcript says 7.5: compare it line by line before you import it
    "#);
    insta::assert_snapshot!(serde_json::to_string_pretty(&transcript.reading.drafts[1]).unwrap(), @r#"
    {
      "line": 3,
      "completed": "2026-03-01",
      "title": "Safe \"Handling\"",
      "provider": "Example Health",
      "hours": "1",
      "uan": "JA0002895-0000-24-072-H05-P",
      "kind": "ce",
      "accreditation": [
        "acpe"
      ],
      "format": "home",
      "topics": [
        "patient-safety"
      ],
      "audience": "pharmacist"
    }
    "#);
    assert!(matches!(transcript.reading.lines[4].outcome, Outcome::Skipped { .. }));
}

#[test]
fn order_spelling_and_delimiter_of_the_columns_do_not_matter() {
    let other = "home_hours;Live hours;TITLE;Activity Number (UAN);Credit Type;activity date\n\
                 0;1.5;Law;0107-0000-26-021-L03-T;ACPE;2/11/2026\n";
    let transcript = read_csv(other.as_bytes(), &of_the_field()).unwrap();
    let credit = transcript.reading.drafts[0].credit();
    assert_eq!((credit.title.as_deref(), credit.hours), (Some("Law"), Some(Hours::from_minutes(90))));
    assert_eq!((credit.format, credit.topics.clone()), (Some(Format::Live), vec!["law".into()]));
}

#[test]
fn another_spreadsheet_is_sent_to_the_other_door() {
    insta::assert_snapshot!(read_csv(b"Date,Course\n2/11/2026,Law\n", &of_the_field()).unwrap_err(), @"this is not a CPE Monitor transcript: it has no column ACPE UAN (it has Date, Course); import it as a spreadsheet of your own instead");
}

const TEXT: &str = "\
CPE Monitor Activity Transcript
Participant Name Sam Sample
NABP e-Profile ID 123456
CPE activity date range 1/1/2025 to 12/31/2026
Total CPE hours earned 8.50
Activity Date Activity # Credit Type Source Title Topic Provider Live Hours Home Hours
2/11/2026 0107-0000-26-021- L03-T ACPE ACPE Texas Pharmacy Law
Update 2025 2026
Law Related to Pharmacy Practice Sample University
1.50 0.00
3/1/2026 JA0002895-0000-24-
072-H05-P IPCE IPCE Patient Safety on
3/1/2026: a day Patient Safety Example Health 0.00 1.00
Report Generated @ 11/23/2026 3:04:05 PM Page 1 Of 2
CPE Monitor Activity Transcript
3/2/2026 0384-9999-21-104-H08-T ACPE ACPE Opioids Today Opioids/Pain
Management/Substan
ce Use Disorder Example Association 1.00 2.00
4/1/2026 0384-21-104-CP ACPE ACPE A Certificate Compounding Example Association 0.00 2.00
5/1/2026 0384-9999-21-107-H77-T ACPE ACPE A New Topic Example Association 0.00 1
Page 2 Of 2
Disclaimer: 2.00 Sample Hours
Nobody here is real.
";

#[test]
fn a_transcript_as_the_text_of_its_pdf() {
    let transcript = read_text(TEXT, &of_the_field()).unwrap();
    insta::assert_snapshot!(transcript, @"
    4 credits of 6.5 hours; 11 skipped; 1 not understood
    line 16: 1 h live and 2 h home study on one line: read as one credit of 3 h; say yourself whether it is live or home study
    line 19: not understood: no activity number follows its date (add the credit by hand): 4/1/2026 0384-21-104-CP ACPE ACPE A Certificate Compounding …
    line 20: title, topic and provider could not be told apart: correct the title
    the credits that were read add up to 6.5 hours, but the transcript says 8.5: compare it line by line before you import it
    ");
    insta::assert_snapshot!(serde_json::to_string_pretty(&transcript.reading.drafts[2]).unwrap(), @r#"
    {
      "line": 16,
      "completed": "2026-03-02",
      "title": "Opioids Today",
      "provider": "Example Association",
      "hours": "3",
      "uan": "0384-9999-21-104-H08-T",
      "kind": "ce",
      "accreditation": [
        "acpe"
      ],
      "topics": [
        "opioids",
        "pain"
      ],
      "audience": "technician",
      "live_hours": "1",
      "home_hours": "2"
    }
    "#);
    let titles: Vec<_> =
        transcript.reading.drafts.iter().map(|draft| draft.credit().title.as_deref()).collect();
    insta::assert_debug_snapshot!(titles, @r#"
    [
        Some(
            "Texas Pharmacy Law Update 2025 2026",
        ),
        Some(
            "Patient Safety on 3/1/2026: a day",
        ),
        Some(
            "Opioids Today",
        ),
        Some(
            "A New Topic Example Association",
        ),
    ]
    "#);
    assert_eq!(transcript.participant.as_deref(), Some("Sam Sample"));
    assert_eq!(transcript.stated_total, Some(Hours::from_minutes(510)));
}

#[test]
fn a_cell_a_line_is_read_too() {
    let text =
        "2/11/2026\n0107-0000-26-021-L03-T\nACPE\nACPE\nLaw Update\nLaw\nSample University\n1.0\n0.0\n";
    let transcript = read_text(text, &of_the_field()).unwrap();
    let credit = transcript.reading.drafts[0].credit();
    assert_eq!(
        (credit.title.as_deref(), credit.provider.as_deref()),
        (Some("Law Update"), Some("Sample University"))
    );
}

#[test]
fn a_text_without_rows_says_what_a_row_is() {
    let error = read_text("Dear Sam,\nhow are you?", &of_the_field()).unwrap_err();
    assert!(error.to_string().starts_with("no row of a transcript was found"));
}

fn sample_row() -> impl Strategy<Value = SampleRow> {
    let number = "(JA[0-9]{7}|[0-9]{4})-[0-9]{4}-[0-9]{2}-[0-9]{3}-[LH]0[1-8]-[PT]";
    let words = "[A-Z][a-z]{1,9}( [a-z]{1,9}){0,6}";
    (0_i32..10_000, number, words, words, 0_u64..40, 0_u64..40).prop_map(
        |(days, number, title, provider, live, home)| {
            let topics = of_the_field();
            let topic = topics.by_code(number.parse::<rung_record::Uan>().unwrap().topic()).unwrap();
            SampleRow {
                completed: Date::constant(2000, 1, 1).saturating_add(jiff::ToSpan::days(i64::from(days))),
                number,
                title,
                topic: topic.other_names.first().unwrap_or(&topic.name).clone(),
                provider,
                live: Hours::from_minutes(live * 15),
                home: Hours::from_minutes(home * 15),
            }
        },
    )
}

fn solid(text: &str) -> String {
    text.split_whitespace().collect()
}

proptest! {
    #[test]
    fn what_is_printed_is_read(rows in proptest::collection::vec(sample_row(), 1..30), width in 12_usize..200) {
        let range = Period::inclusive(Date::constant(2000, 1, 1), Date::constant(2030, 1, 1));
        let sample = SampleTranscript { participant: "Sam Sample".into(), profile_id: "123456".into(), range, rows };
        let transcript = read_text(&sample_text(&sample, width), &of_the_field()).unwrap();
        prop_assert_eq!(transcript.participant.as_deref(), Some("Sam Sample"));
        prop_assert_eq!(transcript.range, Some(range));
        prop_assert!(matches!(transcript.total_check(), TotalCheck::Agrees(_)), "{}", transcript);
        prop_assert_eq!(transcript.reading.drafts.len(), sample.rows.len());
        for (draft, row) in transcript.reading.drafts.iter().zip(&sample.rows) {
            let credit = draft.credit();
            prop_assert_eq!(credit.completed, row.completed);
            prop_assert_eq!(credit.uan.as_deref(), Some(row.number.as_str()));
            prop_assert_eq!(credit.hours, Some(row.live + row.home));
            prop_assert_eq!(solid(credit.title.as_deref().unwrap_or_default()), solid(&row.title));
            prop_assert_eq!(solid(credit.provider.as_deref().unwrap_or_default()), solid(&row.provider));
        }
    }

    #[test]
    fn reading_never_panics(text in "\\PC{0,300}", cut in 0..TEXT.len(), letter in "\\PC|[0-9/\n]") {
        let _ = read_text(&text, &of_the_field());
        let _ = read_csv(text.as_bytes(), &of_the_field());
        let bent = format!("{}{letter}{}", &TEXT[..cut], &TEXT[cut..]);
        let _ = read_text(&bent, &of_the_field());
    }

    #[test]
    fn reading_bytes_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..300), cut in 0..CSV.len(), byte in any::<u8>()) {
        let _ = read_csv(&bytes, &of_the_field());
        let mut bent = CSV.as_bytes().to_vec();
        bent[cut] = byte;
        let _ = read_csv(&bent, &of_the_field());
    }
}
