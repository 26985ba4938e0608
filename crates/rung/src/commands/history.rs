//! `rung history`: what was changed, when and by whom.

use crate::{
    data::{DataArg, time},
    failure::{End, Failure},
    input::JsonArg,
    output::{self, Page},
    term::{Style, Terminal, Text, wrap},
};
use clap::Args;
use rung_store::Batch;
use serde_json::{Value, json};

/// Arguments of `rung history`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  rung history\n  rung history --limit 200 --json")]
pub struct HistoryArgs {
    /// So many changes, the newest first
    #[arg(long, value_name = "COUNT", default_value_t = 50)]
    limit: u32,
    #[command(flatten)]
    data: DataArg,
    #[command(flatten)]
    json: JsonArg,
}

/// Lists it.
///
/// # Errors
/// Nothing is kept, or it cannot be read.
pub fn run(args: &HistoryArgs, terminal: Terminal) -> Result<End, Failure> {
    // One more than is shown tells whether there are more.
    let most = args.limit.saturating_add(1);
    let mut batches =
        args.data.with_store(async |store| store.history(store.person().await?, None, most).await)?;
    let limit = usize::try_from(args.limit).unwrap_or(usize::MAX);
    let more = batches.len() > limit;
    batches.truncate(limit);
    if args.json.json {
        output::print_json(
            &json!({"changes": batches.iter().map(as_json).collect::<Vec<_>>(), "more": more}),
        )?;
        return Ok(End::Done);
    }
    let mut page = Page::new(terminal);
    let width = batches.first().map_or(1, |newest| newest.version.to_string().len());
    for batch in &batches {
        show(&mut page, batch, width);
    }
    if batches.is_empty() && !more {
        page.line(&Text::plain("Nothing was changed yet."));
    }
    if more {
        page.gap();
        page.line(&Text::plain("There are older changes; --limit COUNT shows more of them."));
    }
    page.print()?;
    Ok(End::Done)
}

/// `2  2026-11-27 18:50 UTC  command line`, and below it what was done.
fn show(page: &mut Page, batch: &Batch, width: usize) {
    let number = batch.version.to_string();
    let mut head = Text::new().with(Style::Bold, &format!("{number:>width$}"));
    head.push(Style::Dim, &format!("  {}  {}", time(batch.at), batch.actor));
    if let Some(by) = batch.undone_by {
        head.push(Style::Dim, &format!("  (undone by {by})"));
    }
    page.line(&head);
    let indent = width + 2;
    for line in wrap(&batch.title, page.terminal.width.saturating_sub(indent)) {
        page.line(&Text::plain(&" ".repeat(indent)).with(Style::Plain, &line));
    }
}

/// The same for a program.
pub fn as_json(batch: &Batch) -> Value {
    let number = |version: rung_store::Version| version.to_string().parse::<i64>().ok();
    json!({
        "number": number(batch.version), "at": batch.at.to_string(), "actor": batch.actor, "title": batch.title,
        "entries": batch.entries, "undoes": batch.undoes.and_then(number), "undone_by": batch.undone_by.and_then(number),
    })
}
