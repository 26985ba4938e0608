//! Activities that can be taken: `rung-offerings/1`, as JSON or as CSV with the same names.
//!
//! Both are read strictly and alike: all faults at once, each with its place. In CSV a cell of several topics or
//! accrediting bodies separates them with `;` or `|`.
//!
//! ```
//! use rung_formats::offerings::{Availability, read_csv, read_json};
//! let json = br#"{"format": "rung-offerings/1", "offerings": [
//!     {"id": "law", "title": "Law", "provider": "Sample University", "hours": "1.5", "price": "19.95",
//!      "topics": ["law"], "law_of": "TX", "available_until": "2027-06-30"}]}"#;
//! let csv = b"id,title,provider,hours,price,topics,law_of,available_until\n\
//!     law,Law,Sample University,1.5,19.95,law,TX,2027-06-30\n";
//! assert_eq!(read_json(json)?, read_csv(csv)?);
//! assert!(matches!(read_csv(csv)?[0].availability, Availability::AnyTime { from: None, until: Some(_) }));
//! # Ok::<(), rung_record::Problems>(())
//! ```

pub mod page;

use crate::{
    Sheet,
    text::{is_json, plain_name},
};
use jiff::civil::Time;
use rung_record::{
    Audience, Credit, CreditId, CreditKind, Date, Format, Hours, Problems, Topic, Uan, Usd, parse_date,
    reading::{AUDIENCES, At, FORMATS, KINDS, Reader, parse_json},
};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::HashSet;

/// The name and version of the file format.
pub const FORMAT: &str = "rung-offerings/1";

/// An activity that can be taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Offering {
    /// Names it within its file.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Who gives it.
    pub provider: Option<String>,
    /// Contact hours.
    pub hours: Hours,
    /// What it costs.
    pub price: Usd,
    /// Subjects beside the one that the activity number tells.
    pub topics: Vec<Topic>,
    /// The jurisdiction that a law topic is about: two letters, or `US`.
    pub law_of: Option<String>,
    /// Live or home study; none when nobody has told.
    pub format: Option<Format>,
    /// For whom it is made; none when nobody has told.
    pub audience: Option<Audience>,
    /// Who accredits it, as in [`Credit::accreditation`].
    pub accreditation: Option<Vec<String>>,
    /// Its activity number.
    pub uan: Option<Uan>,
    /// What kind of activity it is.
    pub kind: CreditKind,
    /// When it can be taken.
    pub availability: Availability,
    /// Where it can be taken.
    pub url: Option<String>,
}

/// When an activity can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Availability {
    /// On any day of a stretch; either end may be open.
    AnyTime {
        /// The first day.
        from: Option<Date>,
        /// The last day.
        until: Option<Date>,
    },
    /// On one day only.
    On {
        /// The day.
        day: Date,
        /// When it begins, in the time of its place.
        at: Option<Time>,
    },
}

impl Availability {
    /// Whether it can be completed on this day.
    pub fn allows(self, day: Date) -> bool {
        match self {
            Self::AnyTime { from, until } => {
                from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until)
            }
            Self::On { day: only, .. } => day == only,
        }
    }
}

impl Offering {
    /// The credit that taking it would earn.
    pub fn credit(&self, id: CreditId, completed: Date) -> Credit {
        Credit {
            id,
            completed,
            title: Some(self.title.clone()),
            provider: self.provider.clone(),
            hours: Some(self.hours),
            uan: self.uan.as_ref().map(ToString::to_string),
            kind: self.kind,
            accreditation: self.accreditation.clone(),
            format: self.format,
            topics: self.topics.clone(),
            law_of: self.law_of.clone(),
            audience: self.audience,
            academic_credits: None,
            grade: None,
            extra: Map::new(),
        }
    }
}

/// As in the file, with the fields in their order and those left out that are not told.
impl Serialize for Offering {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (from, until, on) = match self.availability {
            Availability::AnyTime { from, until } => (from, until, None),
            Availability::On { day, at: None } => (None, None, Some(day.to_string())),
            Availability::On { day, at: Some(at) } => {
                (None, None, Some(format!("{day}T{:02}:{:02}", at.hour(), at.minute())))
            }
        };
        let fields = [
            ("id", json!(self.id)),
            ("title", json!(self.title)),
            ("provider", json!(self.provider)),
            ("hours", json!(self.hours)),
            ("price", json!(self.price)),
            ("topics", json!(self.topics)),
            ("law_of", json!(self.law_of)),
            ("format", json!(self.format)),
            ("audience", json!(self.audience)),
            ("accreditation", json!(self.accreditation)),
            ("uan", json!(self.uan.as_ref().map(ToString::to_string))),
            ("kind", json!(self.kind)),
            ("available_from", json!(from)),
            ("available_until", json!(until)),
            ("on", json!(on)),
            ("url", json!(self.url)),
        ];
        let is_said = |value: &Value| !value.is_null();
        serializer.collect_map(fields.into_iter().filter(|(_, value)| is_said(value)))
    }
}

/// Writes the file: what [`read_json`] reads.
pub fn to_json(offerings: &[Offering]) -> String {
    let file = json!({"format": FORMAT, "offerings": offerings});
    let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
    text.push('\n');
    text
}

/// Reads a file of offerings, JSON or CSV: JSON begins with `{`, or with `[` where its writer left out the format.
///
/// # Errors
/// All faults of the file, each with its place.
pub fn read(file: &[u8]) -> Result<Vec<Offering>, Problems> {
    if is_json(file) { read_json(file) } else { read_csv(file) }
}

/// Reads `{"format": "rung-offerings/1", "offerings": […]}`.
///
/// # Errors
/// All faults of the file, each with its place.
pub fn read_json(file: &[u8]) -> Result<Vec<Offering>, Problems> {
    let value = parse_json(file, "a file of offerings")?;
    let mut reader = Reader::default();
    let top = At::Top;
    if value.is_array() {
        let what = format!(
            "a list by itself says not of what: write {{\"format\": \"{FORMAT}\", \"offerings\": […]}}"
        );
        return Err(Problems::one(what));
    }
    let Some(mut fields) = reader.object(value, &top) else { return reader.finish(Vec::new()) };
    reader.expect_format(&mut fields, FORMAT);
    if !fields.contains_key("offerings") {
        reader.problems.add(&At::Field(&top, "offerings"), "is missing");
    }
    let offerings = reader.list(&mut fields, &top, "offerings", |reader, value, at| {
        let offering = read_offering(reader, value, at);
        // Entries that cannot be read keep their place in the list, so that what follows is counted right.
        Some(offering)
    });
    let list = At::Field(&top, "offerings");
    refuse_shared_ids(
        &mut reader,
        offerings.iter().enumerate().map(|(n, offering)| (At::Item(&list, n), offering)),
    );
    reader.finish(offerings.into_iter().flatten().collect())
}

/// Reads a table whose columns are called like the fields.
///
/// # Errors
/// All faults of the file, each with its place.
pub fn read_csv(file: &[u8]) -> Result<Vec<Offering>, Problems> {
    let sheet = Sheet::read(file, |header| field_named(header).is_some())?;
    let mut reader = Reader::default();
    let names: Vec<Option<&str>> = sheet.headers().iter().map(|header| field_named(header)).collect();
    for needed in NEEDED.iter().filter(|needed| !names.contains(&Some(needed))) {
        reader
            .problems
            .add(&At::Top, format!("the column {needed} is missing; the table has {}", sheet.column_list()));
    }
    for header in sheet.headers().iter().filter(|header| field_named(header).is_none()).take(10) {
        let what =
            format!("\"{}\" is not a column of offerings ({})", crate::text::cut(header), FIELDS.join(", "));
        reader.problems.add(&At::Top, what);
    }
    if !reader.problems.listed.is_empty() {
        return reader.finish(Vec::new());
    }
    let mut offerings = Vec::new();
    for row in sheet.rows() {
        let cells = names.iter().enumerate().filter_map(|(n, name)| Some(((*name)?, row.cell(n))));
        let fields: Map<String, Value> = cells
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(name, cell)| (name.to_owned(), value_of(name, cell)))
            .collect();
        let at = At::Line(row.line);
        offerings.push((at, read_offering(&mut reader, Value::Object(fields), &at)));
    }
    refuse_shared_ids(&mut reader, offerings.iter().map(|(at, offering)| (*at, offering)));
    reader.finish(offerings.into_iter().filter_map(|(_, offering)| offering).collect())
}

const FIELDS: [&str; 16] = [
    "id",
    "title",
    "provider",
    "hours",
    "price",
    "topics",
    "law_of",
    "format",
    "audience",
    "accreditation",
    "uan",
    "kind",
    "available_from",
    "available_until",
    "on",
    "url",
];
const NEEDED: [&str; 4] = ["id", "title", "hours", "price"];

fn field_named(header: &str) -> Option<&'static str> {
    let header = plain_name(header);
    FIELDS.into_iter().find(|field| plain_name(field) == header)
}

/// A cell as JSON would have it.
fn value_of(field: &str, cell: &str) -> Value {
    match field {
        "topics" | "accreditation" => {
            let parts = cell.split([';', '|']).map(str::trim).filter(|part| !part.is_empty());
            // `none` says that nobody accredits it; an empty cell says nothing.
            parts.filter(|part| !part.eq_ignore_ascii_case("none")).map(Value::from).collect()
        }
        _ => Value::from(cell),
    }
}

fn read_offering(reader: &mut Reader, value: Value, at: &At<'_>) -> Option<Offering> {
    let mut fields = reader.object(value, at)?;
    let fields = &mut fields;
    let id = reader.required_text(fields, at, "id");
    let title = reader.required_text(fields, at, "title");
    let hours = required(reader, fields, at, "hours", "write 1 or \"0.75\"")
        .then(|| reader.hours(fields, at, "hours"))
        .flatten();
    let price = required(reader, fields, at, "price", "in dollars; write 0 if it is free")
        .then(|| reader.parsed(fields, at, "price", "an amount in dollars (write 55 or \"62.40\")"))
        .flatten();
    let accreditation =
        fields.contains_key("accreditation").then(|| reader.texts(fields, at, "accreditation"));
    let offering = Offering {
        provider: reader.text(fields, at, "provider"),
        topics: reader.texts(fields, at, "topics").into_iter().map(Topic).collect(),
        law_of: reader.text(fields, at, "law_of").map(|state| state.to_ascii_uppercase()),
        format: reader.choice(fields, at, "format", FORMATS),
        audience: reader.choice(fields, at, "audience", AUDIENCES),
        accreditation: accreditation
            .map(|all| all.into_iter().map(|name| name.to_ascii_lowercase()).collect()),
        uan: reader.parsed(fields, at, "uan", "an activity number (write \"0107-0000-26-021-L03-T\")"),
        kind: reader.choice(fields, at, "kind", KINDS).unwrap_or_default(),
        availability: availability(reader, fields, at),
        url: url(reader, fields, at),
        id: id.unwrap_or_default(),
        title: title.unwrap_or_default(),
        hours: hours.unwrap_or_default(),
        price: price.unwrap_or_default(),
    };
    for name in fields.keys() {
        let what = format!("is not a field of an offering ({})", FIELDS.join(", "));
        reader.problems.add(&At::Field(at, &crate::text::cut(name)), what);
    }
    Some(offering)
}

/// Whether a field that must be there is.
fn required(reader: &mut Reader, fields: &Map<String, Value>, at: &At<'_>, name: &str, what: &str) -> bool {
    let given = fields.get(name).is_some_and(|value| !value.is_null());
    if !given {
        reader.problems.add(&At::Field(at, name), format!("is missing ({what})"));
    }
    given
}

fn availability(reader: &mut Reader, fields: &mut Map<String, Value>, at: &At<'_>) -> Availability {
    let from = reader.date(fields, at, "available_from");
    let until = reader.date(fields, at, "available_until");
    let on = reader.text(fields, at, "on").map(|text| parse_day_and_time(&text));
    match (from, until, on) {
        (_, _, Some(Err(what))) => reader.problems.add(&At::Field(at, "on"), what),
        (None, None, Some(Ok((day, time)))) => return Availability::On { day, at: time },
        (_, _, Some(Ok(_))) => reader.problems.add(
            &At::Field(at, "on"),
            "stands beside available_from or available_until (an activity has a day of its own, or a stretch of days)",
        ),
        (Some(from), Some(until), None) if until < from => {
            let what = format!("{until} is before available_from, {from}");
            reader.problems.add(&At::Field(at, "available_until"), what);
        }
        _ => {}
    }
    Availability::AnyTime { from, until }
}

/// `2026-12-05` or `2026-12-05T18:30`.
fn parse_day_and_time(text: &str) -> Result<(Date, Option<Time>), String> {
    let Some((day, time)) = text.split_once(['T', ' ']) else { return Ok((parse_date(text)?, None)) };
    let error = || {
        format!(
            "\"{}\" is not a day and a time (write 2026-12-05 or 2026-12-05T18:30)",
            crate::text::cut(text)
        )
    };
    let (hour, minute) = time.split_once(':').ok_or_else(error)?;
    let number = |part: &str| Some(part).filter(|part| part.len() == 2)?.parse::<i8>().ok();
    let (hour, minute) = number(hour).zip(number(minute)).ok_or_else(error)?;
    Ok((parse_date(day)?, Some(Time::new(hour, minute, 0, 0).map_err(|_| error())?)))
}

fn url(reader: &mut Reader, fields: &mut Map<String, Value>, at: &At<'_>) -> Option<String> {
    let url = reader.text(fields, at, "url")?;
    if !url.starts_with("https://") && !url.starts_with("http://") {
        let what = format!("\"{}\" is not a web address (write https://…)", crate::text::cut(&url));
        reader.problems.add(&At::Field(at, "url"), what);
    }
    Some(url)
}

fn refuse_shared_ids<'a>(
    reader: &mut Reader,
    offerings: impl Iterator<Item = (At<'a>, &'a Option<Offering>)>,
) {
    let mut seen = HashSet::new();
    for (at, offering) in offerings {
        let Some(Offering { id, .. }) = offering else { continue };
        if !id.is_empty() && !seen.insert(id.as_str()) {
            let what = format!("\"{}\" is the id of an earlier offering too", crate::text::cut(id));
            reader.problems.add(&At::Field(&at, "id"), what);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_list_without_its_format_is_no_table() {
        assert_eq!(
            read(b" [{\"id\": \"law\"}]").unwrap_err().to_string(),
            "a list by itself says not of what: write {\"format\": \"rung-offerings/1\", \"offerings\": […]}"
        );
    }

    const CSV: &str = "\
id,title,provider,hours,price,topics,law_of,format,audience,accreditation,uan,kind,available_from,available_until,on,url
tx-law,Texas law,Sample University,1.5,19.95,law; patient-safety,tx,live-online,technician,acpe,0107-0000-26-021-L03-T,ce,,,2026-12-05T18:30,https://example.org/law
hood,The new hood,Sample Hospital,1,0,sterile-compounding,,live,both,none,,in-service,2026-01-01,2027-12-31,,
";

    #[test]
    fn json_and_csv_say_the_same() {
        let offerings = read_csv(CSV.as_bytes()).unwrap();
        let json = to_json(&offerings);
        assert_eq!(read(json.as_bytes()).unwrap(), offerings);
        insta::assert_snapshot!(json, @r#"
        {
          "format": "rung-offerings/1",
          "offerings": [
            {
              "id": "tx-law",
              "title": "Texas law",
              "provider": "Sample University",
              "hours": "1.5",
              "price": "19.95",
              "topics": [
                "law",
                "patient-safety"
              ],
              "law_of": "TX",
              "format": "live-online",
              "audience": "technician",
              "accreditation": [
                "acpe"
              ],
              "uan": "0107-0000-26-021-L03-T",
              "kind": "ce",
              "on": "2026-12-05T18:30",
              "url": "https://example.org/law"
            },
            {
              "id": "hood",
              "title": "The new hood",
              "provider": "Sample Hospital",
              "hours": "1",
              "price": "0",
              "topics": [
                "sterile-compounding"
              ],
              "format": "live",
              "audience": "both",
              "accreditation": [],
              "kind": "in-service",
              "available_from": "2026-01-01",
              "available_until": "2027-12-31"
            }
          ]
        }
        "#);
    }

    #[test]
    fn all_faults_are_named_at_once_with_their_places() {
        let faulty = r#"{"format": "rung-offerings/2", "offerings": [
            {"title": "", "hours": "x", "price": -1, "colour": "blue"},
            7,
            {"id": "a", "title": "A", "hours": 1, "price": 0, "on": "soon", "uan": "12", "kind": "party", "url": "example.org"},
            {"id": "a", "title": "A", "hours": 1, "price": 0, "on": "2026-12-05", "available_from": "2026-12-05"},
            {"id": "b", "title": "B", "hours": 1, "price": 0, "available_from": "2026-12-05", "available_until": "2026-12-04"}]}"#;
        insta::assert_snapshot!(read_json(faulty.as_bytes()).unwrap_err(), @r#"
        format: "rung-offerings/2" is not a format that this version reads (it reads "rung-offerings/1")
        offerings[0].id: is missing
        offerings[0].title: is empty
        offerings[0].hours: "x" is not a number of hours (write 1 or 0.75)
        offerings[0].price: "-1" is not an amount in dollars (write 55 or 62.40)
        offerings[0].colour: is not a field of an offering (id, title, provider, hours, price, topics, law_of, format, audience, accreditation, uan, kind, available_from, available_until, on, url)
        offerings[1]: 7 is not an object
        offerings[2].uan: "12" is not a universal activity number: it needs six parts (shape: 0107-0000-26-021-L03-T)
        offerings[2].kind: "party" is not one of ce, college-course, in-service, presentation, volunteer, board-meeting, exam, life-support, course
        offerings[2].on: "soon" is not a date (write YYYY-MM-DD)
        offerings[2].url: "example.org" is not a web address (write https://…)
        offerings[3].on: stands beside available_from or available_until (an activity has a day of its own, or a stretch of days)
        offerings[4].available_until: 2026-12-04 is before available_from, 2026-12-05
        offerings[3].id: "a" is the id of an earlier offering too
        "#);
        insta::assert_snapshot!(read_csv(b"id,title,hours,price,on\na,A,1,5 dollars,\n\na,,,0,2026-12-05T25:00\n").unwrap_err(), @r#"
        line 2, price: "5 dollars" is not an amount in dollars (write 55 or 62.40)
        line 4, title: is missing
        line 4, hours: is missing (write 1 or "0.75")
        line 4, on: "2026-12-05T25:00" is not a day and a time (write 2026-12-05 or 2026-12-05T18:30)
        line 4, id: "a" is the id of an earlier offering too
        "#);
        insta::assert_snapshot!(read_csv(b"id,title,length\na,A,1\n").unwrap_err(), @r#"
        the column hours is missing; the table has id, title, length
        the column price is missing; the table has id, title, length
        "length" is not a column of offerings (id, title, provider, hours, price, topics, law_of, format, audience, accreditation, uan, kind, available_from, available_until, on, url)
        "#);
        insta::assert_snapshot!(read(b"{}").unwrap_err(), @r#"
        format: is missing (write "rung-offerings/1")
        offerings: is missing
        "#);
    }

    #[test]
    fn an_activity_is_open_on_its_days_only() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let [law, hood] = &read_csv(CSV.as_bytes()).unwrap()[..] else { panic!("two offerings") };
        assert!(law.availability.allows(day("2026-12-05")) && !law.availability.allows(day("2026-12-06")));
        assert!(hood.availability.allows(day("2027-12-31")) && !hood.availability.allows(day("2028-01-01")));
        let credit = law.credit("c1".into(), day("2026-12-05"));
        assert_eq!((credit.hours, credit.law_of.as_deref()), (Some(Hours::from_minutes(90)), Some("TX")));
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(
            bytes in proptest::collection::vec(any::<u8>(), 0..200),
            cut in 0..CSV.len(),
            byte in any::<u8>(),
        ) {
            let mut bent = CSV.as_bytes().to_vec();
            bent[cut] = byte;
            for file in [bytes, bent] {
                if let Ok(offerings) = read(&file) {
                    prop_assert_eq!(read(to_json(&offerings).as_bytes()).unwrap(), offerings);
                }
            }
        }
    }
}
