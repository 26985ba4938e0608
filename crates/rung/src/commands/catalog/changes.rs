//! `rung catalog changes`: what changes next, and when.

use super::{
    jurisdiction,
    sheet::{self, Sheet},
    short,
};
use crate::{
    failure::{End, Failure},
    input::{CatalogArg, JsonArg, OnArg},
    output::{self, english},
    term::{Style, Terminal, Text},
};
use clap::Args;
use rung_atlas::{Coming, answer, coming_changes, past_changes};
use serde_json::json;

/// Arguments of `rung catalog changes`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  rung catalog changes\n  rung catalog changes --state tx --past")]
pub struct ChangesArgs {
    /// Only this jurisdiction, two letters or its name
    #[arg(long, value_name = "XX")]
    state: Option<String>,
    /// What changed up to the day instead, the latest first
    #[arg(long)]
    past: bool,
    #[command(flatten)]
    on: OnArg,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
}

/// Tells.
///
/// # Errors
/// The catalogue cannot be read, or has no such jurisdiction.
pub fn run(args: &ChangesArgs, terminal: Terminal) -> Result<End, Failure> {
    let catalog = args.catalog.load()?;
    let on = args.on.day();
    let state = args.state.as_ref().map(|state| jurisdiction(&catalog, state)).transpose()?;
    let mut changes = if args.past {
        past_changes(english(), &catalog, on)
    } else {
        coming_changes(english(), &catalog, on)
    };
    changes.retain(|change| state.is_none_or(|state| change.authority.id == state.id));
    if args.json.json {
        let all: Vec<_> = changes.iter().map(|change| answer::coming(&catalog, change)).collect();
        output::print_json(&json!({"on": on, "past": args.past, "changes": all}))?;
        return Ok(End::Done);
    }
    let mut sheet = Sheet::new(&catalog, terminal);
    let title = if args.past { "What changed" } else { "What changes next" };
    sheet::title(&mut sheet.page, title, &on.to_string());
    for change in &changes {
        show(&mut sheet, change);
    }
    if changes.is_empty() {
        sheet.text(0, Style::Plain, "Nothing that the catalogue knows.");
    }
    sheet.sources();
    sheet.disclaimer();
    sheet.page.print()?;
    Ok(End::Done)
}

fn show(sheet: &mut Sheet<'_>, change: &Coming<'_>) {
    sheet.page.gap();
    let label = Text::new().with(Style::Bold, &change.date.to_string());
    sheet.labelled(12, label, Style::Bold, &change.authority.name);
    sheet.text(12, Style::Plain, &change.what);
    let cite = change.cite.map(|cite| format!("{} · ", sheet.cite(cite))).unwrap_or_default();
    sheet.text(12, Style::Dim, &format!("{cite}{}", short(&change.address)));
}
