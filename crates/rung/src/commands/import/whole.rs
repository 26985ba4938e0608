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
use rung_formats::whole::{PartChange, compare};
use rung_record::Record;
use serde_json::{Value, json};

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
    let parts = compare(home.record(), &record);
    if writes {
        home.replace(&record, &title(args, home.record(), &record))?;
    }
    if args.json.json {
        output::print_json(&json!({
            "file": shown(&args.file), "format": "record", "parts": parts.iter().map(as_json).collect::<Vec<_>>(),
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

/// What a part is called.
fn name(part: &PartChange) -> &'static str {
    match part.field {
        "person" => "personal data",
        "facts" => "answers",
        "extra" => "other fields",
        field => field,
    }
}

fn as_json(part: &PartChange) -> Value {
    json!({"name": name(part), "before": part.before, "after": part.after, "new": part.new, "gone": part.gone,
           "changed": part.changed})
}

/// `2 new, 1 gone`.
fn says(part: &PartChange) -> String {
    let counts = [(part.new, "new"), (part.gone, "gone"), (part.changed, "changed")];
    let told: Vec<String> = counts
        .iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, what)| format!("{count} {what}"))
        .collect();
    if told.is_empty() { "as it is there".to_owned() } else { told.join(", ") }
}

fn show(page: &mut Page, args: &ImportArgs, parts: &[PartChange]) {
    page.line(
        &Text::new().with(Style::Bold, &shown(&args.file)).with(Style::Dim, ", read as a whole record"),
    );
    page.gap();
    let arrow = page.terminal.pick("→", "->");
    for part in parts {
        let mut line = Text::plain("  ").with(Style::Plain, name(part));
        line.pad_to(18);
        line.push(Style::Plain, &format!("{} {arrow} {}", part.before, part.after));
        line.pad_to(30);
        line.push(Style::Dim, &says(part));
        page.line(&line);
    }
    page.gap();
}
