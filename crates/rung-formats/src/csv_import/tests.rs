use super::*;
use crate::{Reading, merge, topic_names::of_the_field};
use proptest::prelude::*;
use rung_record::Record;

fn read(file: &str, said: &[&str]) -> (Mapping, Reading) {
    let sheet = read_sheet(file.as_bytes()).unwrap();
    let mapping = Mapping::guess(&sheet, said).unwrap();
    let reading = read_credits(&sheet, &mapping, &of_the_field()).unwrap();
    (mapping, reading)
}

const OWN_TABLE: &str = "\
My CE 2025/26;;;;;;
Date Completed;Course;Sponsor;CEUs;ACPE #;Type of credit;Delivery;Subject;State;Remarks
13/02/2026;Law update;Sample University;0.15;0107-0000-26-021-L03-T;ACPE;Webinar;Law;tx;good
1/3/2026;New hood;Sample Hospital;90 min;;none;in person;sterile compounding;;
2/3/2026;Calculations;Sample Hospital;a lot;;none;;;;
;Someday;;1;;;;;;
3/3/2026;;;;;;;;;
Total;;;0.30;;;;;;
";

#[test]
fn a_table_of_ones_own_is_guessed_and_read() {
    let (mapping, reading) = read(OWN_TABLE, &["accreditation=Type of credit"]);
    insta::assert_snapshot!(mapping, @r#"
    accreditation  <- "Type of credit" (you said so)
    completed      <- "Date Completed" (by its name)
    uan            <- "ACPE #" (by its name)
    title          <- "Course" (by its name)
    provider       <- "Sponsor" (by its name)
    hours          <- "CEUs" (by its name)
    format         <- "Delivery" (by its name)
    topics         <- "Subject" (by its name)
    law_of         <- "State" (by its name)
    dates are read d/m: 1 can only be read so
    hours are in ceu: by the column's name
    not read: Remarks
    "#);
    insta::assert_snapshot!(reading, @r#"
    2 credits of 3 hours; 2 skipped; 3 not understood
    line 5: not understood: "a lot" is not a number of hours (write 1.5, 0.15 CEU or 90 min) (correct the hours in the table): 2/3/2026 Calculations Sample Hospital a lot none
    line 6: not understood: it has no date of completion (write the date into the table): Someday 1
    line 7: not understood: it has a date but no title, number or hours (add the credit by hand): 3/3/2026
    "#);
    insta::assert_snapshot!(serde_json::to_string_pretty(&reading.drafts).unwrap(), @r#"
    [
      {
        "line": 3,
        "completed": "2026-02-13",
        "title": "Law update",
        "provider": "Sample University",
        "hours": "1.5",
        "uan": "0107-0000-26-021-L03-T",
        "kind": "ce",
        "accreditation": [
          "acpe"
        ],
        "format": "live-online",
        "topics": [
          "law"
        ],
        "law_of": "TX",
        "audience": "technician"
      },
      {
        "line": 4,
        "completed": "2026-03-01",
        "title": "New hood",
        "provider": "Sample Hospital",
        "hours": "1.5",
        "kind": "ce",
        "accreditation": [],
        "format": "live",
        "topics": [
          "sterile-compounding"
        ]
      }
    ]
    "#);
}

#[test]
fn what_the_user_says_goes_first() {
    let file = "Date,Filed,Hours,Length\n2/1/2026,3/1/2026,1,90\n";
    let (mapping, reading) =
        read(file, &["completed=filed", "hours = Length", "hours_in=minutes", "dates=d/m"]);
    insta::assert_snapshot!(mapping, @r#"
    completed      <- "Filed" (you said so)
    hours          <- "Length" (you said so)
    dates are read d/m: you said so
    hours are in minutes: you said so
    not read: Date, Hours
    "#);
    let credit = reading.drafts[0].credit();
    assert_eq!(
        (credit.completed.to_string().as_str(), credit.hours.unwrap().in_minutes()),
        ("2026-01-03", 90)
    );
    let (_, reading) = read(file, &["hours="]);
    assert_eq!(reading.drafts.len(), 0);
}

#[test]
fn columns_without_telling_names_are_known_by_what_is_in_them() {
    let (mapping, _) = read("A,B,C,D\nLaw,0107-0000-26-021-L03-T,Feb 11 2026,1.5\n", &[]);
    insta::assert_snapshot!(mapping, @r#"
    uan            <- "B" (by what is in it)
    completed      <- "C" (by what is in it)
    hours          <- "D" (by what is in it)
    dates are read m/d: no date in it needs an order
    hours are in hours: no unit is named
    not read: A
    "#);
}

#[test]
fn words_that_name_nothing_are_refused_all_at_once() {
    let sheet = read_sheet(b"Date,Hours\n2026-02-11,1\n").unwrap();
    let said = ["completed=Day", "colour=Date", "dates=y", "hours_in=weeks", "Date"];
    insta::assert_snapshot!(Mapping::guess(&sheet, &said).unwrap_err(), @r#"
    "Day" is no column of the table; it has Date, Hours
    "colour" is not one of completed, uan, title, provider, hours, live_hours, home_hours, format, topics, law_of, audience, accreditation, kind, dates, hours_in
    "dates=y": dates are m/d or d/m
    "hours_in=weeks": hours are in hours, ceu or minutes
    "Date" is not a mapping (write completed=Date)
    "#);
}

#[test]
fn a_mapping_can_be_kept_for_the_next_file() {
    let sheet = read_sheet(OWN_TABLE.as_bytes()).unwrap();
    let mapping = Mapping::guess(&sheet, &["hours=CEUs"]).unwrap();
    let kept = serde_json::to_string(&mapping).unwrap();
    assert_eq!(serde_json::from_str::<Mapping>(&kept).unwrap(), mapping);
    let other = read_sheet(b"Date,Title\n2026-02-11,Law\n").unwrap();
    insta::assert_snapshot!(read_credits(&other, &mapping, &of_the_field()).unwrap_err(), @r#"
    hours: "CEUs" is no column of the table; it has Date, Title
    completed: "Date Completed" is no column of the table; it has Date, Title
    uan: "ACPE #" is no column of the table; it has Date, Title
    title: "Course" is no column of the table; it has Date, Title
    provider: "Sponsor" is no column of the table; it has Date, Title
    format: "Delivery" is no column of the table; it has Date, Title
    topics: "Subject" is no column of the table; it has Date, Title
    law_of: "State" is no column of the table; it has Date, Title
    "#);
    let none = Mapping::guess(&other, &["completed="]).unwrap();
    insta::assert_snapshot!(read_credits(&other, &none, &of_the_field()).unwrap_err(), @"no column looks like the day of completion: say which one it is; the table has Date, Title");
}

#[test]
fn importing_a_table_twice_adds_nothing() {
    let (_, reading) = read(OWN_TABLE, &[]);
    let empty = Record::default();
    let record = merge::apply(empty.clone(), &merge::preview(&empty, reading.drafts.clone())).unwrap();
    assert_eq!(record.credits.len(), 2);
    let again = merge::preview(&record, reading.drafts);
    assert_eq!(again.added(), 0);
    assert_eq!(merge::apply(record.clone(), &again).unwrap(), record);
    assert_eq!(Record::from_json(record.to_json().as_bytes()).unwrap(), record);
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(
        bytes in proptest::collection::vec(any::<u8>(), 0..300),
        cut in 0..OWN_TABLE.len(),
        byte in any::<u8>(),
    ) {
        let mut bent = OWN_TABLE.as_bytes().to_vec();
        bent[cut] = byte;
        for file in [bytes, bent] {
            let Ok(sheet) = read_sheet(&file) else { continue };
            let mapping = Mapping::guess(&sheet, &[] as &[&str]).unwrap();
            let _ = read_credits(&sheet, &mapping, &of_the_field());
        }
    }
}
