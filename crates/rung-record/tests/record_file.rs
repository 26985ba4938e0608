//! The record's file format, as a whole.

use proptest::prelude::*;
use rung_record::{MAX_RECORD_BYTES, Record};

const RIVERA: &str = r#"{
  "format": "rung-record/1",
  "person": {"name": "A. Rivera", "birth_date": "1994-05-17", "pronouns": "they"},
  "future": {"z": 1, "a": [true]},
  "credentials": [
    {"credential": "ptcb-cpht", "issued": "2021-03-14", "expires": "2027-03-31",
     "renewals": [{"filed": "2025-02-10", "approved": "2025-03-20"}],
     "fees_paid": [{"usd": 55, "paid": "2025-02-10", "what": "Renewal", "receipt": "17"}, {"usd": "129.00"}], "badge": "x", "colour": "blue"}],
  "credits": [
    {"id": "c1", "completed": "2026-02-11", "title": "Law", "hours": 1.5, "uan": "0107-0000-26-021-L03-T", "kind": "ce",
     "accreditation": ["ACPE"], "format": "live", "topics": ["law"], "law_of": "tx", "audience": "technician"}],
  "work": [{"employer": "Sample Hospital", "from": "2021-06-01", "until": null, "hours_per_week": 36, "duties": ["immunization"]}],
  "facts": {"attest:x": true, "note": "hello"}
}"#;

#[test]
fn a_record_is_written_in_one_form_and_unknown_fields_are_kept() {
    let record = Record::from_json(RIVERA.as_bytes()).unwrap();
    let written = record.to_json();
    insta::assert_snapshot!(written, @r#"
    {
      "format": "rung-record/1",
      "person": {
        "name": "A. Rivera",
        "birth_date": "1994-05-17",
        "pronouns": "they"
      },
      "credentials": [
        {
          "credential": "ptcb-cpht",
          "issued": "2021-03-14",
          "expires": "2027-03-31",
          "renewals": [
            {
              "filed": "2025-02-10",
              "approved": "2025-03-20"
            }
          ],
          "fees_paid": [
            {
              "usd": "55",
              "paid": "2025-02-10",
              "what": "Renewal",
              "receipt": "17"
            },
            {
              "usd": "129"
            }
          ],
          "badge": "x",
          "colour": "blue"
        }
      ],
      "credits": [
        {
          "id": "c1",
          "completed": "2026-02-11",
          "title": "Law",
          "hours": "1.5",
          "uan": "0107-0000-26-021-L03-T",
          "kind": "ce",
          "accreditation": [
            "acpe"
          ],
          "format": "live",
          "topics": [
            "law"
          ],
          "law_of": "TX",
          "audience": "technician"
        }
      ],
      "work": [
        {
          "employer": "Sample Hospital",
          "from": "2021-06-01",
          "until": null,
          "hours_per_week": "36",
          "duties": [
            "immunization"
          ]
        }
      ],
      "facts": {
        "attest:x": true,
        "note": "hello"
      },
      "future": {
        "z": 1,
        "a": [
          true
        ]
      }
    }
    "#);
    let again = Record::from_json(written.as_bytes()).unwrap();
    assert_eq!(again, record);
    assert_eq!(again.to_json(), written);
}

#[test]
fn all_faults_are_named_at_once_with_their_places() {
    let faulty = r#"{
      "format": "rung-record/2",
      "person": {"birth_date": "17 May 1994"},
      "credentials": [{"issued": "2021-03-14"}, {"credential": "ptcb-cpht", "issued": "2027-01-01", "expires": "2026-01-01",
                       "status": "retired"}],
      "credits": [{"id": "c1", "completed": "2026-02-11", "hours": "-2"}, {"id": "c1", "completed": "9999-01-01", "kind": "webinar"},
                  {"completed": 20260211}, "c4"],
      "work": [{"until": "2020-01-01", "hours_per_week": 200}],
      "education": {},
      "facts": {"list": []}
    }"#;
    insta::assert_snapshot!(Record::from_json(faulty.as_bytes()).unwrap_err(), @r#"
    format: "rung-record/2" is not a format that this version reads (it reads "rung-record/1")
    person.birth_date: "17 May 1994" is not a date (write YYYY-MM-DD)
    credentials[0].credential: is missing
    credentials[1].expires: 2026-01-01 is before issued, 2027-01-01
    credentials[1].status: "retired" is not one of active, inactive, suspended, revoked, surrendered
    credits[0].hours: -2 hours is below zero
    credits[1].completed: "9999-01-01" is out of range: the year 9999 is not within 1900 and 2200
    credits[1].kind: "webinar" is not one of ce, college-course, in-service, presentation, volunteer, board-meeting, exam, life-support, course
    credits[2].completed: 20260211 is not a date (write "YYYY-MM-DD")
    credits[3]: "c4" is not an object
    work[0].from: is missing
    work[0].hours_per_week: 200 is more than the 168 hours of a week
    education: an object is not a list
    facts.list: a list is not a plain answer (write true, false, a number or a text)
    "#);
}

#[test]
fn hostile_files_get_an_error() {
    let error = |file: &[u8]| Record::from_json(file).unwrap_err().to_string();
    assert!(error(b"").starts_with("this is not JSON"));
    assert!(error(br#"{"format": "rung-record/1", "credits": [{"id""#).starts_with("this is not JSON"));
    assert!(error("[".repeat(100_000).as_bytes()).contains("recursion limit"));
    assert!(error(&vec![b','; MAX_RECORD_BYTES + 1]).contains("a record has at most"));
    assert!(error(b"[]").contains("is not an object"));
    let many = format!(r#"{{"format": "rung-record/1", "credits": [{}0]}}"#, "0,".repeat(1_000_000));
    assert_eq!(error(many.as_bytes()), "credits: has 1000001 entries; at most 100000 are read");
    let faults = format!(r#"{{"format": "rung-record/1", "credits": [{}0]}}"#, "0,".repeat(999));
    assert!(error(faults.as_bytes()).ends_with("and 900 more"));
}

proptest! {
    #[test]
    fn reading_bytes_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = Record::from_json(&bytes);
    }

    #[test]
    fn reading_a_cut_or_bent_record_never_panics(cut in 0..RIVERA.len(), at in 0..RIVERA.len(), byte in any::<u8>()) {
        let _ = Record::from_json(&RIVERA.as_bytes()[..cut]);
        let mut bent = RIVERA.as_bytes().to_vec();
        bent[at] = byte;
        if let Ok(record) = Record::from_json(&bent) {
            let written = record.to_json();
            prop_assert_eq!(Record::from_json(written.as_bytes()).unwrap().to_json(), written);
        }
    }
}
