use crate::{code, run, stdout};
use insta::assert_snapshot;

#[test]
fn part_by_part() {
    let output = run(&["uan", "0107-0000-26-021-L03-T"]);
    assert_eq!(code(&output), 0);
    assert_snapshot!(stdout(&output), @"
    0107-0000-26-021-L03-T
      0107   provider        the provider's number
      0000   joint provider  none
      26     year            released in 2026
      021    sequence        number 21 of the provider's activities of 2026
      L      format          live
      03     topic           Law
      T      audience        pharmacy technicians
      If the activity is open to the other audience too, its number there is
      0107-0000-26-021-L03-P.
    ");
}

#[test]
fn where_the_record_says_otherwise() {
    let output = run(&["uan", "9999-0000-26-046-H03-T", "--record", "examples/unknowns/record.json"]);
    assert_snapshot!(stdout(&output), @"
    9999-0000-26-046-H03-T
      9999   provider        the provider's number
      0000   joint provider  none
      26     year            released in 2026
      046    sequence        number 46 of the provider's activities of 2026
      H      format          home study
      03     topic           Law
      T      audience        pharmacy technicians
      If the activity is open to the other audience too, its number there is
      9999-0000-26-046-H03-P.
      ○ In the record as c2, completed on 2026-02-02; it says otherwise:
          The credit says patient-safety (designator 05), its number says 03, Law.
    ");
}

#[test]
fn what_is_no_number() {
    let output = run(&["uan", "0107-0000-26-021", "0107-0000-26-021-L03-T", "--json"]);
    assert_eq!(code(&output), 3);
    assert_snapshot!(stdout(&output), @r#"
    [
      {
        "number": "0107-0000-26-021",
        "fault": "\"0107-0000-26-021\" is not a universal activity number: it needs six parts (shape: 0107-0000-26-021-L03-T)"
      },
      {
        "number": "0107-0000-26-021-L03-T",
        "parts": [
          {
            "text": "0107",
            "name": "provider",
            "meaning": "the provider's number"
          },
          {
            "text": "0000",
            "name": "joint provider",
            "meaning": "none"
          },
          {
            "text": "26",
            "name": "year",
            "meaning": "released in 2026"
          },
          {
            "text": "021",
            "name": "sequence",
            "meaning": "number 21 of the provider's activities of 2026"
          },
          {
            "text": "L",
            "name": "format",
            "meaning": "live"
          },
          {
            "text": "03",
            "name": "topic",
            "meaning": "Law"
          },
          {
            "text": "T",
            "name": "audience",
            "meaning": "pharmacy technicians"
          }
        ],
        "sibling": "0107-0000-26-021-L03-P",
        "in_record": []
      }
    ]
    "#);
}
