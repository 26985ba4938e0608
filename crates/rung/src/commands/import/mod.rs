//! `rung import`: a whole record, or credits from a transcript or a spreadsheet line by line in full view.

mod whole;

use crate::{
    failure::{End, Failure, shown},
    input::{CatalogArg, JsonArg, RecordArg, read_limited},
    output::{self, Page},
    record_home::RecordHome,
    term::{Style, Terminal, Text, cut, wrap},
};
use clap::{Args, ValueEnum};
use rung_catalog::Catalog;
use rung_formats::{
    MAX_FILE_BYTES, Outcome, TopicNames,
    credit_file::{CreditFile, CreditFormat, says_it_is_a_record},
    merge::{self, Decision, Entry, Finding, Known, Preview},
    transcript,
};
use rung_record::{Problems, Record, edit::apply};
use rung_rules::Verdict;
use rung_today::topic_names;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Arguments of `rung import`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  rung import transcript.csv --dry-run
  rung import my-credits.csv --map completed=Date --map 'hours=Credit Hours'
  pdftotext -layout transcript.pdf - | rung import - --format cpe-text
  rung import me.json
  rung import transcript.csv --record me.json

Without --record, the record is kept in your data folder; `rung history` tells what was imported, `rung undo` takes it back.
A file of the format rung-record/1, such as `rung export` prints, is taken as the whole record.

Mappings: completed, uan, title, provider, hours, live_hours, home_hours, format, topics, law_of, audience,
accreditation, kind = a column's name (nothing: no such column); dates = m/d or d/m; hours_in = hours, ceu or minutes.

The end is 3 when some lines were not understood; the others are imported.")]
pub struct ImportArgs {
    /// The file with the credits, or a whole record; `-` reads standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    record: RecordArg,
    /// What the file is: auto, cpe-csv and cpe-text (a CPE Monitor transcript as CSV or as the text of its PDF), csv (any
    /// spreadsheet), record (a whole record)
    #[arg(long, value_name = "FORMAT", default_value = "auto", hide_possible_values = true)]
    format: ImportFormat,
    /// Which column is which: completed=Date, hours=, dates=d/m, …; may be given several times
    #[arg(long, value_name = "FIELD=COLUMN")]
    map: Vec<String>,
    /// What to do with a credit that is there with another day or other hours: leave, replace or add
    #[arg(long, value_name = "WHAT", default_value = "leave", hide_possible_values = true)]
    on_conflict: OnConflict,
    /// With a whole record: put it in the place of the one that is there
    #[arg(long)]
    replace: bool,
    /// With --record: begin a new record if the file is not there
    #[arg(long)]
    create: bool,
    /// Only show what would be done
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
}

/// For who brings a file that is not understood by itself.
const HOW_TO_SAY: &str =
    "--map completed=Date says which column is which, --format what the file is; see `rung import --help`";

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum ImportFormat {
    Auto,
    CpeCsv,
    CpeText,
    Csv,
    Record,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum OnConflict {
    Leave,
    Replace,
    Add,
}

impl ImportArgs {
    fn is_whole_record(&self, bytes: &[u8]) -> bool {
        match self.format {
            ImportFormat::Record => true,
            ImportFormat::Auto => self.map.is_empty() && says_it_is_a_record(bytes),
            _ => false,
        }
    }

    /// The file without its folder, for the history.
    fn file_name(&self) -> String {
        let name = self.file.file_name().map(|name| name.to_string_lossy().into_owned());
        name.filter(|name| name != "-").unwrap_or_else(|| shown(&self.file))
    }
}

/// Shows what would be done and, unless that is all, does it.
///
/// # Errors
/// A file cannot be read or written.
pub fn run(args: &ImportArgs, terminal: Terminal) -> Result<End, Failure> {
    let home = args.record.open(args.create)?;
    let bytes = read_limited(&args.file, MAX_FILE_BYTES)?;
    if args.is_whole_record(&bytes) {
        return whole::run(args, &home, &bytes, terminal);
    }
    if args.replace {
        return Err(Failure::usage(format!("{} is no whole record, so it replaces none", shown(&args.file)))
            .hint(
                "leave out --replace; for credits that are there otherwise, there is --on-conflict replace",
            ));
    }
    let catalog = args.catalog.load()?;
    let source = read(args, &bytes, &topic_names(&catalog))
        .map_err(|problems| Failure::faults(&args.file, "a list of credits", &problems).hint(HOW_TO_SAY))?;
    let mut preview = merge::preview(home.record(), source.reading().drafts.clone());
    decide(&mut preview, args.on_conflict);
    let (title, merged) = merged(args, home.record(), &preview, &catalog)
        .map_err(|problems| Failure::faults(&args.file, "an addition to the record", &problems))?;
    let changes = preview.entries.iter().any(|entry| entry.decision != Decision::Leave);
    let writes = changes && !args.dry_run;
    if writes {
        home.replace(&merged, &title)?;
    }
    if args.json.json {
        output::print_json(&report(args, &source, &preview, writes))?;
    } else {
        let mut page = Page::new(terminal);
        show(&mut page, args, &source, &preview);
        page.line(&Text::plain(&outcome(args, &home, changes)));
        page.print()?;
    }
    Ok(if source.reading().not_understood_count() == 0 { End::Done } else { End::BadInput })
}

/// The record with what the preview decides, and that in words for the history.
fn merged(
    args: &ImportArgs,
    record: &Record,
    preview: &Preview,
    catalog: &Catalog,
) -> Result<(String, Record), Problems> {
    let edit = merge::edit(record, preview)?;
    let done = rung_words::edit(output::english(), &edit, record, &|id| catalog.short_name(id.as_str()));
    Ok((format!("{done} (from {})", args.file_name()), apply(record, &edit)?.record))
}

/// The last line: what became of it.
fn outcome(args: &ImportArgs, home: &RecordHome<'_>, changes: bool) -> String {
    match (args.dry_run, changes) {
        (true, _) => "Nothing was written, as you asked.".to_owned(),
        (false, true) => home.written(),
        (false, false) => home.unchanged(),
    }
}

fn read(args: &ImportArgs, bytes: &[u8], names: &TopicNames) -> Result<CreditFile, Problems> {
    let format = match args.format {
        ImportFormat::Auto => None,
        ImportFormat::CpeCsv => Some(CreditFormat::CpeCsv),
        ImportFormat::CpeText => Some(CreditFormat::CpeText),
        // A whole record is not read here.
        ImportFormat::Csv | ImportFormat::Record => Some(CreditFormat::Csv),
    };
    CreditFile::read(bytes, format, &args.map, names)
}

fn decide(preview: &mut Preview, on_conflict: OnConflict) {
    for Entry { finding, decision, .. } in &mut preview.entries {
        if let Finding::Conflicts { credit, .. } = finding {
            *decision = match (on_conflict, credit) {
                (OnConflict::Add, _) => Decision::Add,
                (OnConflict::Replace, Known::Id(id)) => Decision::Replace(id.clone()),
                _ => Decision::Leave,
            };
        }
    }
}

fn report(args: &ImportArgs, source: &CreditFile, preview: &Preview, written: bool) -> Value {
    let count = |is: fn(&Finding) -> bool| preview.entries.iter().filter(|entry| is(&entry.finding)).count();
    let replaced = |entry: &&Entry| matches!(entry.decision, Decision::Replace(_));
    let mut report = json!({
        "file": shown(&args.file),
        "format": source.format().code(),
        "added": preview.added(),
        "replaced": preview.entries.iter().filter(replaced).count(),
        "already_there": count(|finding| matches!(finding, Finding::AlreadyThere { .. })),
        "in_conflict": count(|finding| matches!(finding, Finding::Conflicts { .. })),
        "not_understood": source.reading().not_understood_count(),
        "written": written,
        "entries": preview.entries,
        "lines": source.reading().lines,
    });
    if let Some(fields) = report.as_object_mut() {
        match source {
            CreditFile::Transcript(transcript, _) => {
                fields.insert("participant".into(), json!(transcript.participant));
                fields.insert("range".into(), json!(transcript.range));
                fields.insert("stated_total".into(), json!(transcript.stated_total));
                fields.insert("total_check".into(), json!(transcript.total_check().to_string()));
            }
            CreditFile::Sheet(_, mapping) => {
                fields.insert("mapping".into(), json!(mapping));
            }
        }
    }
    report
}

fn show(page: &mut Page, args: &ImportArgs, source: &CreditFile, preview: &Preview) {
    heading(page, args, source);
    let mut entries = preview.entries.iter().peekable();
    for line in &source.reading().lines {
        match &line.outcome {
            Outcome::Read { notes } => {
                while let Some(entry) = entries.next_if(|entry| entry.draft.line <= line.number) {
                    show_entry(page, entry);
                }
                for note in notes {
                    remark(page, Style::Is(Verdict::Unknown), note);
                }
            }
            Outcome::Skipped { why } => {
                page.line(&start(" ", Style::Dim, line.number).with(Style::Dim, &format!("skipped: {why}")));
            }
            Outcome::NotUnderstood { seen, why, what_to_do } => {
                let text = format!("not understood: {}", cut(seen, page.terminal.width.saturating_sub(28)));
                page.line(&start("?", Style::Is(Verdict::NotMet), line.number).with(Style::Plain, &text));
                remark(page, Style::Is(Verdict::NotMet), &format!("{why}; {what_to_do}"));
            }
        }
    }
    summary(page, source, preview);
}

fn heading(page: &mut Page, args: &ImportArgs, source: &CreditFile) {
    let what = match source.format() {
        CreditFormat::CpeCsv => "a CPE Monitor transcript",
        CreditFormat::CpeText => "the text of a CPE Monitor transcript",
        CreditFormat::Csv => "a table",
    };
    page.line(
        &Text::new().with(Style::Bold, &shown(&args.file)).with(Style::Dim, &format!(", read as {what}")),
    );
    if let CreditFile::Sheet(_, mapping) = source {
        for line in mapping.to_string().lines() {
            page.line(&Text::plain("  ").with(Style::Dim, line));
        }
    }
    page.gap();
}

/// `+ line 2   2026-02-11   1 h  Pharmacy law update`
fn show_entry(page: &mut Page, entry: &Entry) {
    let credit = entry.draft.credit();
    let (sign, style) = match (&entry.finding, &entry.decision) {
        (_, Decision::Add) => ("+", Style::Is(Verdict::Met)),
        (Finding::Conflicts { .. }, _) => ("!", Style::Is(Verdict::NotMet)),
        _ => ("=", Style::Dim),
    };
    let hours = credit.hours.map_or("? h".to_owned(), |hours| format!("{hours} h"));
    let mut line = start(sign, style, entry.draft.line);
    line.push(Style::Plain, &format!("{}  {hours:>7}  ", credit.completed));
    let title = credit.title.as_deref().or(credit.uan.as_deref()).unwrap_or("untitled");
    let says = match &entry.finding {
        Finding::New => String::new(),
        Finding::AlreadyThere { credit } => format!("  there as {credit}"),
        Finding::Conflicts { .. } => String::new(),
    };
    let room = page.terminal.width.saturating_sub(line.width() + says.len()).max(8);
    line.push(Style::Plain, &cut(title, room));
    line.push(Style::Dim, &says);
    page.line(&line);
    if let Finding::Conflicts { credit, differences } = &entry.finding {
        let outcome = match &entry.decision {
            Decision::Leave => "left as it is".to_owned(),
            Decision::Add => "added beside it".to_owned(),
            Decision::Replace(id) => format!("replaces {id}"),
        };
        remark(
            page,
            Style::Plain,
            &format!("like {credit}, but {}: {outcome}", merge::sentences(differences)),
        );
    }
}

fn start(sign: &str, style: Style, line: u64) -> Text {
    Text::new().with(style, sign).with(Style::Dim, &format!(" line {line:<5}"))
}

fn remark(page: &mut Page, style: Style, text: &str) {
    for line in wrap(text, page.terminal.width - 13) {
        page.line(&Text::plain(&" ".repeat(13)).with(style, &line));
    }
}

fn summary(page: &mut Page, source: &CreditFile, preview: &Preview) {
    page.gap();
    let summary = preview.to_string();
    let mut sentence = summary.lines().next().unwrap_or_default().to_owned();
    match source.reading().not_understood_count() {
        0 => {}
        count => sentence.push_str(&format!(", {count} not understood")),
    }
    page.line(&Text::new().with(Style::Bold, &format!("{sentence}.")));
    if let CreditFile::Transcript(transcript, _) = source {
        let check = transcript.total_check();
        let style = if matches!(check, transcript::TotalCheck::Differs { .. }) {
            Style::Is(Verdict::NotMet)
        } else {
            Style::Plain
        };
        let check = rung_rules::words::capital(&check.to_string());
        for line in wrap(&format!("{check}."), page.terminal.width) {
            page.line(&Text::new().with(style, &line));
        }
    }
}
