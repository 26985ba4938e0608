//! Whom a change of the catalogue touches, and what it does to their answer.

use rung_catalog::Catalog;
use rung_record::{Date, Record};
use rung_rules::{Line, Obligation, Status, Verdict, evaluate, words};
use rung_words::{Language, Words};
use serde::Serialize;
use std::collections::BTreeMap;

/// What a change of the catalogue does to one obligation of a record.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Effect {
    /// The credential's id.
    pub credential: String,
    /// Its title.
    pub title: String,
    /// The duty with a clock of its own; empty for the renewal itself.
    pub duty: String,
    /// The verdict under the older catalogue; none where it had no such obligation.
    pub before: Option<Verdict>,
    /// The verdict under the newer one.
    pub after: Option<Verdict>,
    /// What reads otherwise: days, fees, lines.
    pub turns: Vec<Turn>,
}

/// One thing that a technician reads otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Turn {
    /// What it is about: `Texas pharmacy law or rules`, `Last day to apply on time`.
    pub what: String,
    /// What was read; none for what is new.
    pub before: Option<String>,
    /// What is read now; none for what is gone.
    pub after: Option<String>,
}

/// What changes in the answer to `record` on a day, obligation by obligation; empty when nothing does.
///
/// What is compared is what the technician reads: verdicts, hours, days, fees, credits and what is still to be told. The
/// wording of a rule, its sources and notes are not part of it.
pub fn effects(old: &Catalog, new: &Catalog, record: &Record, on: Date) -> Vec<Effect> {
    let before = evaluate(record, old, on);
    let after = evaluate(record, new, on);
    let mut keys: Vec<Key<'_>> = Vec::new();
    for key in after.obligations.iter().chain(&before.obligations).map(key) {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.into_iter().filter_map(|key| effect(&key, &before, &after)).collect()
}

/// The records whose answer on a day is another one under the new catalogue, by their place in `records`.
pub fn touched_by(old: &Catalog, new: &Catalog, records: &[Record], on: Date) -> Vec<usize> {
    let touched = |record: &&Record| !effects(old, new, record, on).is_empty();
    (0..).zip(records).filter(|(_, record)| touched(record)).map(|(n, _)| n).collect()
}

/// An obligation by what does not change with the catalogue: the credential, which one of several, and the duty.
type Key<'a> = (&'a str, Option<Date>, &'a str);

fn key<'a>(obligation: &Obligation<'a>) -> Key<'a> {
    let duty = obligation.rules.map_or("", |rules| rules.duty.as_str());
    (obligation.held.credential.as_str(), obligation.held.issued, duty)
}

fn effect(wanted: &Key<'_>, before: &Status<'_>, after: &Status<'_>) -> Option<Effect> {
    let of = |status: &Status<'_>| {
        let found = status.obligations.iter().find(|obligation| key(obligation) == *wanted)?;
        Some((found.verdict, found.credential.title.clone(), readings(found, status)))
    };
    let (was, is) = (of(before), of(after));
    let title = is.as_ref().or(was.as_ref())?.1.clone();
    let verdict = |told: &Option<(Verdict, String, Readings)>| told.as_ref().map(|told| told.0);
    let (old, new) = (verdict(&was), verdict(&is));
    let turns = turns(was.map(|told| told.2).unwrap_or_default(), is.map(|told| told.2).unwrap_or_default());
    (old != new || !turns.is_empty()).then(|| Effect {
        credential: wanted.0.to_owned(),
        title,
        duty: wanted.2.to_owned(),
        before: old,
        after: new,
        turns,
    })
}

/// What is read, by a key that stands for what it is about: its name and its text. The keys sort as one reads.
type Readings = BTreeMap<(u16, String), (String, String)>;

fn turns(mut before: Readings, after: Readings) -> Vec<Turn> {
    let mut all: BTreeMap<(u16, String), Turn> = BTreeMap::new();
    for (key, (what, text)) in after {
        let was = before.remove(&key).map(|(_, text)| text);
        if was.as_ref() != Some(&text) {
            all.insert(key, Turn { what, before: was, after: Some(text) });
        }
    }
    for (key, (what, text)) in before {
        all.insert(key, Turn { what, before: Some(text), after: None });
    }
    all.into_values().collect()
}

fn readings(obligation: &Obligation<'_>, status: &Status<'_>) -> Readings {
    let mut readings = Readings::new();
    let mut order = 0;
    let mut put = |key: &str, what: &str, text: Option<String>| {
        order += 1;
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            readings.insert((order, key.to_owned()), (what.to_owned(), text));
        }
    };
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    put("summary", "Where it stands", Some(words::summary(Words::of(Language::English), obligation, status)));
    put("period", "Period", obligation.period.map(|period| period.to_string()));
    put("opens", "Applications open", day(obligation.opens));
    put("file-by", "Last day to apply on time", day(obligation.file_by));
    put("reinstate-by", "Last day of this stage", day(obligation.reinstate_by));
    let fee = |fee: &&rung_catalog::Fee| match &fee.when {
        Some(when) => format!("{} ${} ({when})", fee.what, fee.usd),
        None => format!("{} ${}", fee.what, fee.usd),
    };
    let fees: Vec<String> = obligation.fees(status.on).iter().map(fee).collect();
    put("fees", "Fees", Some(fees.join("; ")));
    for line in &obligation.lines {
        put_line(&mut readings, "", line, status);
    }
    let mut questions: Vec<String> = Vec::new();
    for question in &obligation.questions {
        let question = words::question(Words::of(Language::English), question, status.record);
        if !questions.contains(&question) {
            questions.push(question);
        }
    }
    if !questions.is_empty() {
        let text = questions.join(" ");
        readings.insert((AFTER_LINES, "questions".to_owned()), ("Would settle it".to_owned(), text));
    }
    readings
}

/// Lines are told in the order of their ids, so that two catalogues that order them otherwise say the same.
const LINES: u16 = 100;
const AFTER_LINES: u16 = 200;

fn put_line(readings: &mut Readings, above: &str, line: &Line<'_>, status: &Status<'_>) {
    let id = format!("{above}{}", line.id);
    readings.insert((LINES, id.clone()), (line.requirement.what.clone(), line_in_words(line, status)));
    for inner in line.all_of.iter().chain(&line.or) {
        put_line(readings, &format!("{id}/"), inner, status);
    }
}

/// `not met: 16 of 20 h, 4 h short (first renewal); by c1 10 h, c2 6 h`.
fn line_in_words(line: &Line<'_>, status: &Status<'_>) -> String {
    let mut text = line.verdict.to_string();
    let amounts = words::amounts(Words::of(Language::English), line);
    if !amounts.is_empty() {
        text.push_str(&format!(": {amounts}"));
    }
    if let Some(exception) = line.exception {
        text.push_str(&format!(" ({})", exception.why));
    }
    let counted: Vec<String> = (line.credits.iter())
        .map(|counted| format!("{} {} h", status.record.credits[counted.credit].id, counted.hours))
        .collect();
    if !counted.is_empty() {
        text.push_str(&format!("; by {}", counted.join(", ")));
    }
    text
}
