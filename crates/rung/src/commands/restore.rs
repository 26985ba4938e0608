//! `rung restore`: a backup in the place of what is kept now.

use crate::{
    commands::backup::{as_json, holds},
    data::{DataArg, counted, refused, time, wait},
    failure::{End, Failure},
    input::JsonArg,
    output::{self, Page},
    term::{Style, Terminal, Text},
};
use clap::Args;
use rung_store::{Note, RestorePreview, preview_restore};
use serde_json::{Value, json};
use std::path::PathBuf;

/// Arguments of `rung restore`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  rung restore /media/stick/rung.zip\n  \
                        rung restore /media/stick/rung.zip --yes")]
pub struct RestoreArgs {
    /// The backup
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Do it; without it, only what would change is shown
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    data: DataArg,
    #[command(flatten)]
    json: JsonArg,
}

/// Shows what would change, and with `--yes` does it.
///
/// # Errors
/// The backup is not whole, or the data cannot be written; nothing was changed.
pub fn run(args: &RestoreArgs, terminal: Terminal) -> Result<End, Failure> {
    let now = jiff::Timestamp::now();
    if !args.yes {
        let preview =
            args.data.with_existing_store(async |store| preview_restore(store, &args.file).await)?;
        let preview = preview
            .map_or_else(|| wait(RestorePreview::where_nothing_is(&args.file))?.map_err(refused), Ok)?;
        return print(args, &preview, None, terminal);
    }
    let (preview, before) = args.data.with_new_store(async |store| {
        let preview = preview_restore(store, &args.file).await?;
        let note = Note::new(format!("Restored the backup of {}", time(preview.backup.made)), now);
        let report = store.restore(&args.file, &note).await?;
        Ok((preview, report.before.file))
    })?;
    print(args, &preview, Some(before), terminal)
}

fn print(
    args: &RestoreArgs,
    preview: &RestorePreview,
    before: Option<PathBuf>,
    terminal: Terminal,
) -> Result<End, Failure> {
    if args.json.json {
        let answer = json!({
            "restored": args.yes, "backup": as_json(&preview.backup), "now": now_as_json(preview),
            "before": before,
        });
        output::print_json(&answer)?;
        return Ok(End::Done);
    }
    let mut page = Page::new(terminal);
    show(&mut page, preview);
    match before {
        Some(before) => {
            page.line(&Text::new().with(Style::Bold, "Restored."));
            page.line(&Text::plain(&format!("What was there before is in {}", before.display())));
        }
        None => page
            .line(&Text::plain("Nothing was changed. To do it, add --yes; what is there now is kept first.")),
    }
    page.print()?;
    Ok(End::Done)
}

fn show(page: &mut Page, preview: &RestorePreview) {
    let now = |kind: &str| preview.entries_now.get(kind).copied().unwrap_or(0);
    page.line(&Text::plain(&format!(
        "The backup of {} {}.",
        time(preview.backup.made),
        holds(&preview.backup)
    )));
    page.line(&Text::plain(&format!(
        "Now there are {}, {}, {}; {} made after the backup would be gone.",
        counted(now("credit"), "credit"),
        counted(now("credential"), "credential"),
        counted(now("document"), "document"),
        counted(preview.changes_since, "change"),
    )));
}

fn now_as_json(preview: &RestorePreview) -> Value {
    json!({
        "entries": preview.entries_now, "history": preview.history_now, "changes_since": preview.changes_since,
    })
}
