//! `rung backup`: everything in one file, checked.

use crate::{
    data::{DataArg, counted, refused, time, wait},
    failure::{End, Failure},
    input::JsonArg,
    output::{self, Page},
    term::{Style, Terminal, Text},
};
use clap::Args;
use rung_store::{BackupReport, verify_backup};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Arguments of `rung backup`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  rung backup\n  rung backup /media/stick/rung.zip\n  \
                        rung backup --check /media/stick/rung.zip")]
pub struct BackupArgs {
    /// The new file; into the data folder's backups/ when left out
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// Do what the schedule says: one a day, of which 7 days, 4 weeks and 12 months stay
    #[arg(long, conflicts_with_all = ["file", "check"])]
    scheduled: bool,
    /// Only check that this backup is whole
    #[arg(long, value_name = "FILE", conflicts_with = "file")]
    check: Option<PathBuf>,
    #[command(flatten)]
    data: DataArg,
    #[command(flatten)]
    json: JsonArg,
}

/// Makes or checks a backup.
///
/// # Errors
/// It cannot be made, or is not whole.
pub fn run(args: &BackupArgs, terminal: Terminal) -> Result<End, Failure> {
    let now = jiff::Timestamp::now();
    let report = if let Some(file) = &args.check {
        Some(wait(verify_backup(file))?.map_err(refused)?)
    } else if args.scheduled {
        args.data.with_store(async |store| store.scheduled_backup(now).await)?
    } else {
        Some(args.data.with_store(async |store| store.backup(args.file.as_deref(), now).await)?)
    };
    if args.json.json {
        output::print_json(&report.as_ref().map_or(Value::Null, as_json))?;
        return Ok(End::Done);
    }
    let mut page = Page::new(terminal);
    match &report {
        Some(report) => show(&mut page, report),
        None => page.line(&Text::plain("Nothing to do: today's backup is made already.")),
    }
    page.print()?;
    Ok(End::Done)
}

/// What a backup holds, for a person.
pub fn show(page: &mut Page, report: &BackupReport) {
    page.line(&Text::new().with(Style::Bold, &report.file.display().to_string()));
    page.line(&Text::plain(&format!(
        "made {} by Rung {}; {} kB; whole: every count and hash is as it should be",
        time(report.made),
        report.program,
        report.size.div_ceil(1000)
    )));
    page.line(&Text::plain(&holds(report)));
}

/// `12 credits, 2 credentials; 3 documents; 40 changes in the history`.
pub fn holds(report: &BackupReport) -> String {
    let count = |kind: &str| report.entries.get(kind).copied().unwrap_or(0);
    format!(
        "holds {}, {}, {}, {} in the history",
        counted(count("credit"), "credit"),
        counted(count("credential"), "credential"),
        counted(report.documents, "document"),
        counted(report.history, "change"),
    )
}

/// The same for a program.
pub fn as_json(report: &BackupReport) -> Value {
    json!({
        "file": report.file, "size": report.size, "made": report.made.to_string(), "program": report.program,
        "data_version": report.data_version, "entries": report.entries, "documents": report.documents,
        "history": report.history,
    })
}
