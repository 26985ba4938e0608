//! A whole record, part by part beside the one that is there.

use super::{ImportArgs, outcome};
use crate::{
    data::counted,
    failure::{End, Failure, shown},
    input::parse_record,
    output::{self, Page},
    record_home::RecordHome,
    term::{Style, Terminal, Text, wrap},
};
use rung_record::Record;
use serde_json::{Map, Value, json};
use std::collections::HashMap;

/// Shows what would become of each part and, unless that is all, does it. The end is `BadInput` when another record is
/// there and nobody said that it is to be replaced.
///
/// # Errors
/// The file is no record, or the record cannot be written.
pub fn run(
    args: &ImportArgs,
    home: &RecordHome<'_>,
    bytes: &[u8],
    terminal: Terminal,
) -> Result<End, Failure> {
    let record = parse_record(&args.file, bytes)?;
    let changes = *home.record() != record;
    let refused = changes && !args.replace && *home.record() != Record::default();
    let writes = changes && !refused && !args.dry_run;
    let parts = parts(home.record(), &record);
    if writes {
        home.replace(&record, &title(args, home.record(), &record))?;
    }
    if args.json.json {
        output::print_json(&json!({
            "file": shown(&args.file), "format": "record", "parts": parts.iter().map(Part::as_json).collect::<Vec<_>>(),
            "already_there": !changes, "written": writes,
        }))?;
    } else {
        let mut page = Page::new(terminal);
        show(&mut page, args, &parts);
        let last = if refused { ANOTHER_IS_THERE.to_owned() } else { outcome(args, home, changes) };
        for line in wrap(&last, terminal.width) {
            page.line(&Text::plain(&line));
        }
        page.print()?;
    }
    Ok(if refused { End::BadInput } else { End::Done })
}

const ANOTHER_IS_THERE: &str = "Nothing was written: there is another record. To put this one in its place, add \
                                --replace.";

fn title(args: &ImportArgs, before: &Record, record: &Record) -> String {
    let what = format!(
        "{}, {} (from {})",
        counted(count(record.credentials.len()), "credential"),
        counted(count(record.credits.len()), "credit"),
        args.file_name()
    );
    if *before == Record::default() {
        format!("Took over a record: {what}")
    } else {
        format!("Replaced the record: {what}")
    }
}

fn count(entries: usize) -> u64 {
    u64::try_from(entries).unwrap_or(u64::MAX)
}

/// A part of both records.
struct Part {
    name: &'static str,
    before: usize,
    after: usize,
    new: usize,
    gone: usize,
    changed: usize,
}

impl Part {
    /// Entries by what names them.
    fn between(name: &'static str, before: &[(String, Value)], after: &[(String, Value)]) -> Self {
        let then: HashMap<&str, &Value> = before.iter().map(|(key, value)| (key.as_str(), value)).collect();
        let now: HashMap<&str, &Value> = after.iter().map(|(key, value)| (key.as_str(), value)).collect();
        let is_changed = |(key, value): &(&&str, &&Value)| then.get(**key).is_some_and(|old| old != *value);
        Self {
            name,
            before: before.len(),
            after: after.len(),
            new: now.keys().filter(|key| !then.contains_key(**key)).count(),
            gone: then.keys().filter(|key| !now.contains_key(**key)).count(),
            changed: now.iter().filter(is_changed).count(),
        }
    }

    fn as_json(&self) -> Value {
        json!({"name": self.name, "before": self.before, "after": self.after, "new": self.new, "gone": self.gone,
               "changed": self.changed})
    }

    /// `2 new, 1 gone`.
    fn says(&self) -> String {
        let counts = [(self.new, "new"), (self.gone, "gone"), (self.changed, "changed")];
        let told: Vec<String> = counts
            .iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        if told.is_empty() { "as it is there".to_owned() } else { told.join(", ") }
    }
}

/// The record's parts: what they are called, and their field.
const PARTS: &[(&str, &str)] = &[
    ("personal data", "person"),
    ("credentials", "credentials"),
    ("credits", "credits"),
    ("work", "work"),
    ("education", "education"),
    ("answers", "facts"),
];

/// The parts that one of the two has.
fn parts(before: &Record, after: &Record) -> Vec<Part> {
    let json = |record: &Record| -> Value { serde_json::from_str(&record.to_json()).unwrap_or_default() };
    let (then, now) = (json(before), json(after));
    let known = PARTS
        .iter()
        .map(|(name, field)| Part::between(name, &entries(then.get(*field)), &entries(now.get(*field))));
    let extra = Part::between("other fields", &fields(&before.extra), &fields(&after.extra));
    known.chain([extra]).filter(|part| part.before + part.after > 0).collect()
}

/// The entries of a part, each with what names it: a field, an id, or else all that it says.
fn entries(part: Option<&Value>) -> Vec<(String, Value)> {
    let name = |entry: &Value| {
        let id = entry.get("id").and_then(Value::as_str);
        id.map_or_else(|| entry.to_string(), ToOwned::to_owned)
    };
    match part {
        Some(Value::Object(map)) => fields(map),
        Some(Value::Array(list)) => list.iter().map(|entry| (name(entry), entry.clone())).collect(),
        _ => Vec::new(),
    }
}

fn fields(of: &Map<String, Value>) -> Vec<(String, Value)> {
    of.iter().map(|(key, value)| (key.clone(), value.clone())).collect()
}

fn show(page: &mut Page, args: &ImportArgs, parts: &[Part]) {
    page.line(
        &Text::new().with(Style::Bold, &shown(&args.file)).with(Style::Dim, ", read as a whole record"),
    );
    page.gap();
    let arrow = page.terminal.pick("→", "->");
    for part in parts {
        let mut line = Text::plain("  ").with(Style::Plain, part.name);
        line.pad_to(18);
        line.push(Style::Plain, &format!("{} {arrow} {}", part.before, part.after));
        line.pad_to(30);
        line.push(Style::Dim, &part.says());
        page.line(&line);
    }
    page.gap();
}
