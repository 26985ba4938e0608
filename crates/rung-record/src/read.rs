//! Reading a record strictly: every fault is named with its place, and all of them at once.

use crate::{
    Credential, CredentialStatus, Credit, CreditId, CreditKind, Date, Education, FeePaid, HeldPeriod, Hours,
    Person, Record, Renewal, Topic, Work,
};
use serde_json::{Map, Value};
use std::{collections::HashSet, fmt, str::FromStr};

/// A larger file is refused before it is parsed.
pub const MAX_RECORD_BYTES: usize = 32 * 1024 * 1024;
/// More credits than this are refused; a career has a few hundred.
pub const MAX_CREDITS: usize = 100_000;
/// After this many faults the rest are counted only.
const MAX_PROBLEMS: usize = 100;
/// Days outside are slips of the pen, and reckoning with them could leave the calendar.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

/// One fault of a file, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// For example `credits[3].completed`; empty when the whole file is meant.
    pub place: String,
    /// What is wrong, and what would be right.
    pub what: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.place.is_empty() {
            f.write_str(&self.what)
        } else {
            write!(f, "{}: {}", self.place, self.what)
        }
    }
}

/// All faults of a file, in the order of their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems {
    /// The first of them.
    pub listed: Vec<Problem>,
    /// How many more there are.
    pub more: usize,
}

impl Problems {
    /// A single fault of the file as a whole.
    pub fn one(what: impl Into<String>) -> Self {
        Self { listed: vec![Problem { place: String::new(), what: what.into() }], more: 0 }
    }

    /// Lists one more fault; past the hundredth they are only counted.
    pub fn add(&mut self, place: &At<'_>, what: impl Into<String>) {
        if self.listed.len() < MAX_PROBLEMS {
            self.listed.push(Problem { place: place.to_string(), what: what.into() });
        } else {
            self.more += 1;
        }
    }
}

/// A line for each fault.
impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, problem) in self.listed.iter().enumerate() {
            write!(f, "{}{problem}", if n == 0 { "" } else { "\n" })?;
        }
        if self.more > 0 { write!(f, "\nand {} more", self.more) } else { Ok(()) }
    }
}

impl std::error::Error for Problems {}

/// Reads a day written `YYYY-MM-DD`, of the years that a record may speak of.
///
/// # Errors
/// Says, in words, what is wrong with the text.
pub fn parse_date(text: &str) -> Result<Date, String> {
    let shown: String = text.chars().take(40).collect();
    let plain = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(n, c)| if n == 4 || n == 7 { c == b'-' } else { c.is_ascii_digit() });
    if !plain {
        return Err(format!("\"{shown}\" is not a date (write YYYY-MM-DD)"));
    }
    match text.parse::<Date>() {
        Ok(date) if YEARS.contains(&date.year()) => Ok(date),
        Ok(date) => Err(format!(
            "\"{shown}\" is out of range: the year {} is not within {} and {}",
            date.year(),
            YEARS.start(),
            YEARS.end()
        )),
        Err(_) => Err(format!("\"{shown}\" is not a date: there is no such day")),
    }
}

impl Record {
    /// Reads a record file.
    ///
    /// ```
    /// use rung_record::Record;
    /// let faulty = r#"{"format": "rung-record/1", "credits": [{"id": "c1", "completed": "2026-13-02", "hours": -1}]}"#;
    /// assert_eq!(
    ///     Record::from_json(faulty.as_bytes()).unwrap_err().to_string(),
    ///     "credits[0].completed: \"2026-13-02\" is not a date: there is no such day\n\
    ///      credits[0].hours: -1 hours is below zero"
    /// );
    /// ```
    ///
    /// # Errors
    /// All faults of the file, each with its place.
    pub fn from_json(file: &[u8]) -> Result<Self, Problems> {
        Self::from_value(parse_json(file, "a record")?)
    }

    /// Reads a record file that is parsed already.
    ///
    /// # Errors
    /// All faults of the file, each with its place.
    pub fn from_value(value: Value) -> Result<Self, Problems> {
        let mut reader = Reader::default();
        let record = reader.record(value);
        reader.finish(record)
    }
}

/// Parses a file that holds `what` ("a record"), unless it is too large; a byte order mark is passed over.
///
/// # Errors
/// Says why the file cannot be parsed.
pub fn parse_json(file: &[u8], what: &str) -> Result<Value, Problems> {
    if file.len() > MAX_RECORD_BYTES {
        return Err(Problems::one(format!(
            "the file is {} bytes long; {what} has at most {MAX_RECORD_BYTES}",
            file.len()
        )));
    }
    let file = file.strip_prefix(b"\xef\xbb\xbf").unwrap_or(file);
    serde_json::from_slice(file).map_err(|error| Problems::one(format!("this is not JSON: {error}")))
}

/// Where in the file the reader is, kept on the stack and written out only for a fault.
#[derive(Clone, Copy, Debug)]
pub enum At<'a> {
    /// The file itself.
    Top,
    /// A field of what is there, by its name.
    Field(&'a At<'a>, &'a str),
    /// An entry of the list that is there, counted from 0.
    Item(&'a At<'a>, usize),
    /// A line of a table, counted from 1 as editors do.
    Line(u64),
}

impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Top => Ok(()),
            Self::Field(Self::Top, name) => f.write_str(name),
            Self::Field(line @ Self::Line(_), name) => write!(f, "{line}, {name}"),
            Self::Field(parent, name) => write!(f, "{parent}.{name}"),
            Self::Item(parent, n) => write!(f, "{parent}[{n}]"),
            Self::Line(n) => write!(f, "line {n}"),
        }
    }
}

/// What an entry says of itself in an error message, cut short.
pub fn shown(value: &Value) -> String {
    let text = match value {
        Value::Array(_) => return "a list".to_owned(),
        Value::Object(_) => return "an object".to_owned(),
        other => other.to_string(),
    };
    if text.chars().count() > 42 {
        format!("{}…\"", text.chars().take(40).collect::<String>())
    } else {
        text
    }
}

/// Takes fields out of JSON objects and gathers what is wrong with them, so that all faults are named at once.
///
/// What is left in an object after its known fields were taken is what this version does not know.
#[derive(Debug, Default)]
pub struct Reader {
    /// What was wrong so far.
    pub problems: Problems,
}

impl Reader {
    fn record(&mut self, value: Value) -> Record {
        let top = At::Top;
        let Some(mut fields) = self.object(value, &top) else { return Record::default() };
        self.expect_format(&mut fields, Record::FORMAT);
        let person = match fields.shift_remove("person") {
            Some(value) => self.person(value, &At::Field(&top, "person")),
            None => Person::default(),
        };
        let credentials = self.list(&mut fields, &top, "credentials", Self::credential);
        let credits = self.list(&mut fields, &top, "credits", Self::credit);
        let work = self.list(&mut fields, &top, "work", Self::work);
        let education = self.list(&mut fields, &top, "education", Self::education);
        let facts = self.facts(&mut fields, &top);
        self.refuse_shared_ids(&credits);
        Record { person, credentials, credits: credits.into(), work, education, facts, extra: fields }
    }

    pub(crate) fn person(&mut self, value: Value, at: &At<'_>) -> Person {
        let Some(mut fields) = self.object(value, at) else { return Person::default() };
        Person {
            name: self.text(&mut fields, at, "name"),
            birth_date: self.date(&mut fields, at, "birth_date"),
            extra: fields,
        }
    }

    pub(crate) fn credential(&mut self, value: Value, at: &At<'_>) -> Option<Credential> {
        let mut fields = self.object(value, at)?;
        let credential = self.required_text(&mut fields, at, "credential");
        let issued = self.date(&mut fields, at, "issued");
        let expires = self.date(&mut fields, at, "expires");
        if let (Some(issued), Some(expires)) = (issued, expires)
            && expires < issued
        {
            self.problems.add(&At::Field(at, "expires"), format!("{expires} is before issued, {issued}"));
        }
        Some(Credential {
            credential: credential?.as_str().into(),
            number: self.text(&mut fields, at, "number"),
            issued,
            expires,
            status: self.choice(&mut fields, at, "status", STATUSES).unwrap_or_default(),
            periods: self.list(&mut fields, at, "periods", Self::held_period),
            renewals: self.renewals(&mut fields, at),
            fees_paid: self.list(&mut fields, at, "fees_paid", Self::fee_paid),
            extra: fields,
        })
    }

    fn held_period(&mut self, value: Value, at: &At<'_>) -> Option<HeldPeriod> {
        let mut fields = self.object(value, at)?;
        let from = self.required_date(&mut fields, at, "from");
        let to = self.required_date(&mut fields, at, "to");
        let (from, to) = (from?, to?);
        if to < from {
            self.problems.add(&At::Field(at, "to"), format!("{to} is before from, {from}"));
        }
        Some(HeldPeriod { from, to, extra: fields })
    }

    fn renewals(&mut self, fields: &mut Map<String, Value>, at: &At<'_>) -> Vec<Renewal> {
        let mut renewals = self.list(fields, at, "renewals", Self::renewal);
        renewals.sort_by_key(|renewal| renewal.filed);
        renewals
    }

    fn renewal(&mut self, value: Value, at: &At<'_>) -> Option<Renewal> {
        let mut fields = self.object(value, at)?;
        let approved = self.date(&mut fields, at, "approved");
        let returned = self.date(&mut fields, at, "returned");
        let filed = self.date(&mut fields, at, "filed").or(approved);
        let Some(filed) = filed else {
            self.problems.add(&At::Field(at, "filed"), "is missing");
            return None;
        };
        if let Some(approved) = approved.filter(|approved| *approved < filed) {
            self.problems.add(&At::Field(at, "approved"), format!("{approved} is before filed, {filed}"));
        }
        Some(Renewal { filed, approved, returned, extra: fields })
    }

    fn fee_paid(&mut self, value: Value, at: &At<'_>) -> Option<FeePaid> {
        let mut fields = self.object(value, at)?;
        if fields.get("usd").is_none_or(Value::is_null) {
            self.problems.add(&At::Field(at, "usd"), "is missing (write 55 or \"62.40\")");
        }
        let usd = self.parsed(&mut fields, at, "usd", "an amount in dollars (write 55 or \"62.40\")");
        let paid = self.date(&mut fields, at, "paid");
        let what = self.text(&mut fields, at, "what");
        Some(FeePaid { usd: usd?, paid, what, extra: fields })
    }

    pub(crate) fn credit(&mut self, value: Value, at: &At<'_>) -> Option<Credit> {
        let mut fields = self.object(value, at)?;
        let number = if let At::Item(_, n) = at { n + 1 } else { 0 };
        let id = self.text(&mut fields, at, "id").unwrap_or_else(|| format!("credit-{number}"));
        let completed = self.required_date(&mut fields, at, "completed");
        let hours = self.hours(&mut fields, at, "hours");
        let kind = self.choice(&mut fields, at, "kind", KINDS).unwrap_or_default();
        let accreditation =
            fields.contains_key("accreditation").then(|| self.texts(&mut fields, at, "accreditation"));
        let format = self.choice(&mut fields, at, "format", FORMATS);
        let audience = self.choice(&mut fields, at, "audience", AUDIENCES);
        Some(Credit {
            id: CreditId(id),
            completed: completed?,
            title: self.text(&mut fields, at, "title"),
            provider: self.text(&mut fields, at, "provider"),
            hours,
            uan: self.text(&mut fields, at, "uan"),
            kind,
            accreditation: accreditation
                .map(|all| all.into_iter().map(|name| name.to_ascii_lowercase()).collect()),
            format,
            topics: self.texts(&mut fields, at, "topics").into_iter().map(Topic).collect(),
            law_of: self.text(&mut fields, at, "law_of").map(|state| state.to_ascii_uppercase()),
            audience,
            academic_credits: self.hours(&mut fields, at, "academic_credits"),
            grade: self.text(&mut fields, at, "grade"),
            extra: fields,
        })
    }

    pub(crate) fn work(&mut self, value: Value, at: &At<'_>) -> Option<Work> {
        let mut fields = self.object(value, at)?;
        let from = self.required_date(&mut fields, at, "from");
        let until = self.date(&mut fields, at, "until");
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            self.problems.add(&At::Field(at, "until"), format!("{until} is before from, {from}"));
        }
        let hours_per_week = self.hours(&mut fields, at, "hours_per_week");
        if let Some(hours) = hours_per_week.filter(|hours| *hours > Hours::from_whole(168)) {
            self.problems.add(
                &At::Field(at, "hours_per_week"),
                format!("{hours} is more than the 168 hours of a week"),
            );
        }
        Some(Work {
            employer: self.text(&mut fields, at, "employer"),
            setting: self.text(&mut fields, at, "setting"),
            role: self.text(&mut fields, at, "role"),
            state: self.text(&mut fields, at, "state").map(|state| state.to_ascii_uppercase()),
            from: from?,
            until,
            hours_per_week,
            duties: self.texts(&mut fields, at, "duties"),
            extra: fields,
        })
    }

    pub(crate) fn education(&mut self, value: Value, at: &At<'_>) -> Option<Education> {
        let mut fields = self.object(value, at)?;
        let kind = self.required_text(&mut fields, at, "kind");
        Some(Education {
            title: self.text(&mut fields, at, "title"),
            provider: self.text(&mut fields, at, "provider"),
            subject: self.text(&mut fields, at, "subject"),
            recognised_by: self.texts(&mut fields, at, "recognised_by"),
            completed: self.date(&mut fields, at, "completed"),
            kind: kind?,
            extra: fields,
        })
    }

    fn facts(&mut self, fields: &mut Map<String, Value>, at: &At<'_>) -> Map<String, Value> {
        let at = At::Field(at, "facts");
        let Some(facts) = fields.shift_remove("facts").and_then(|value| self.object(value, &at)) else {
            return Map::new();
        };
        for (key, value) in &facts {
            if matches!(value, Value::Array(_) | Value::Object(_)) {
                self.problems.add(
                    &At::Field(&at, key),
                    format!("{} is not a plain answer (write true, false, a number or a text)", shown(value)),
                );
            }
        }
        facts
    }

    fn refuse_shared_ids(&mut self, credits: &[Credit]) {
        let mut seen = HashSet::with_capacity(credits.len());
        for (n, credit) in credits.iter().enumerate() {
            if !seen.insert(credit.id.as_str()) {
                let (list, item) = (At::Field(&At::Top, "credits"), n);
                let place = At::Item(&list, item);
                self.problems.add(
                    &At::Field(&place, "id"),
                    format!("\"{}\" is the id of an earlier credit too", credit.id),
                );
            }
        }
    }

    /// What was read, unless something was wrong.
    ///
    /// # Errors
    /// All that was wrong.
    pub fn finish<T>(self, read: T) -> Result<T, Problems> {
        if self.problems.listed.is_empty() { Ok(read) } else { Err(self.problems) }
    }

    /// Takes the file's own `format`, which must be `expected`.
    pub fn expect_format(&mut self, fields: &mut Map<String, Value>, expected: &str) {
        let at = At::Field(&At::Top, "format");
        match fields.shift_remove("format") {
            Some(Value::String(format)) if format == expected => {}
            Some(other) => self.problems.add(
                &at,
                format!(
                    "{} is not a format that this version reads (it reads \"{expected}\")",
                    shown(&other)
                ),
            ),
            None => self.problems.add(&at, format!("is missing (write \"{expected}\")")),
        }
    }

    /// The fields of an object.
    pub fn object(&mut self, value: Value, at: &At<'_>) -> Option<Map<String, Value>> {
        match value {
            Value::Object(fields) => Some(fields),
            other => {
                self.problems.add(at, format!("{} is not an object", shown(&other)));
                None
            }
        }
    }

    /// A list whose entries are read by `read`; none when it is absent.
    pub fn list<T>(
        &mut self,
        fields: &mut Map<String, Value>,
        at: &At<'_>,
        name: &str,
        read: fn(&mut Self, Value, &At<'_>) -> Option<T>,
    ) -> Vec<T> {
        let at = At::Field(at, name);
        match fields.shift_remove(name) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(items)) if items.len() > MAX_CREDITS => {
                self.problems
                    .add(&at, format!("has {} entries; at most {MAX_CREDITS} are read", items.len()));
                Vec::new()
            }
            Some(Value::Array(items)) => items
                .into_iter()
                .enumerate()
                .filter_map(|(n, item)| read(self, item, &At::Item(&at, n)))
                .collect(),
            Some(other) => {
                self.problems.add(&at, format!("{} is not a list", shown(&other)));
                Vec::new()
            }
        }
    }

    /// A text, if it is there.
    pub fn text(&mut self, fields: &mut Map<String, Value>, at: &At<'_>, name: &str) -> Option<String> {
        match fields.shift_remove(name)? {
            Value::Null => None,
            Value::String(text) => Some(text),
            other => {
                self.problems.add(&At::Field(at, name), format!("{} is not a text", shown(&other)));
                None
            }
        }
    }

    /// A text that must be there and not be empty.
    pub fn required_text(
        &mut self,
        fields: &mut Map<String, Value>,
        at: &At<'_>,
        name: &str,
    ) -> Option<String> {
        let given = fields.get(name).is_some_and(|value| !value.is_null());
        let text = self.text(fields, at, name);
        if !given {
            self.problems.add(&At::Field(at, name), "is missing");
        } else if text.as_deref() == Some("") {
            self.problems.add(&At::Field(at, name), "is empty");
        }
        text
    }

    /// A list of texts.
    pub fn texts(&mut self, fields: &mut Map<String, Value>, at: &At<'_>, name: &str) -> Vec<String> {
        self.list(fields, at, name, |reader, value, at| match value {
            Value::String(text) => Some(text),
            other => {
                reader.problems.add(at, format!("{} is not a text", shown(&other)));
                None
            }
        })
    }

    /// A day, if it is there.
    pub fn date(&mut self, fields: &mut Map<String, Value>, at: &At<'_>, name: &str) -> Option<Date> {
        let parsed = match fields.shift_remove(name)? {
            Value::Null => return None,
            Value::String(text) => parse_date(&text),
            other => Err(format!("{} is not a date (write \"YYYY-MM-DD\")", shown(&other))),
        };
        parsed.map_err(|what| self.problems.add(&At::Field(at, name), what)).ok()
    }

    /// A day that must be there.
    pub fn required_date(
        &mut self,
        fields: &mut Map<String, Value>,
        at: &At<'_>,
        name: &str,
    ) -> Option<Date> {
        if fields.get(name).is_none_or(Value::is_null) {
            self.problems.add(&At::Field(at, name), "is missing");
        }
        self.date(fields, at, name)
    }

    /// A number of hours, if it is there.
    pub fn hours(&mut self, fields: &mut Map<String, Value>, at: &At<'_>, name: &str) -> Option<Hours> {
        self.parsed(fields, at, name, "a number of hours (write 1 or \"0.75\")")
    }

    /// A text or number that a type reads by itself, if it is there; `what` says what it should be.
    pub fn parsed<T: FromStr<Err: fmt::Display>>(
        &mut self,
        fields: &mut Map<String, Value>,
        at: &At<'_>,
        name: &str,
        what: &str,
    ) -> Option<T> {
        let parse = |text: &str| text.parse().map_err(|error: T::Err| error.to_string());
        let parsed = match fields.shift_remove(name)? {
            Value::Null => return None,
            Value::String(text) => parse(&text),
            // A JSON number is read from its decimal text, never through a float's value.
            Value::Number(number) => parse(&number.to_string()),
            other => Err(format!("{} is not {what}", shown(&other))),
        };
        parsed.map_err(|what| self.problems.add(&At::Field(at, name), what)).ok()
    }

    /// One of the words of `all`, if it is there.
    pub fn choice<T: Copy>(
        &mut self,
        fields: &mut Map<String, Value>,
        at: &At<'_>,
        name: &str,
        all: &[(&str, T)],
    ) -> Option<T> {
        let text = self.text(fields, at, name)?;
        let found = all.iter().find(|(word, _)| *word == text).map(|(_, choice)| *choice);
        if found.is_none() {
            let words: Vec<&str> = all.iter().map(|(word, _)| *word).collect();
            let seen = shown(&Value::String(text));
            self.problems.add(&At::Field(at, name), format!("{seen} is not one of {}", words.join(", ")));
        }
        found
    }
}

const STATUSES: &[(&str, CredentialStatus)] = &[
    ("active", CredentialStatus::Active),
    ("inactive", CredentialStatus::Inactive),
    ("suspended", CredentialStatus::Suspended),
    ("revoked", CredentialStatus::Revoked),
    ("surrendered", CredentialStatus::Surrendered),
];

/// The words for the kinds of credit.
pub const KINDS: &[(&str, CreditKind)] = &[
    ("ce", CreditKind::Ce),
    ("college-course", CreditKind::CollegeCourse),
    ("in-service", CreditKind::InService),
    ("presentation", CreditKind::Presentation),
    ("volunteer", CreditKind::Volunteer),
    ("board-meeting", CreditKind::BoardMeeting),
    ("exam", CreditKind::Exam),
    ("life-support", CreditKind::LifeSupport),
    ("course", CreditKind::Course),
];

/// The words for the formats.
pub const FORMATS: &[(&str, crate::Format)] = &[
    ("live", crate::Format::Live),
    ("live-online", crate::Format::LiveOnline),
    ("home", crate::Format::Home),
];

/// The words for the audiences.
pub const AUDIENCES: &[(&str, crate::Audience)] = &[
    ("technician", crate::Audience::Technician),
    ("pharmacist", crate::Audience::Pharmacist),
    ("both", crate::Audience::Both),
];
