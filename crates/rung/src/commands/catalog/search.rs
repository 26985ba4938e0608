//! `rung catalog search`: find by words.

use super::short;
use crate::{
    failure::{End, Failure},
    input::{CatalogArg, JsonArg},
    output::{self, Page, english},
    term::{Style, Terminal, Text, cut, wrap},
};
use clap::Args;
use rung_atlas::{Found, Index, answer, marked};
use serde_json::json;

/// Arguments of `rung catalog search`.
#[derive(Args, Debug)]
#[command(
    after_help = "Every word must be there; the last may be a beginning.\n\nExamples:\n  rung catalog search Ohio law\n  \
                  rung catalog search opioid\n  rung catalog search Texas fee --most 5"
)]
pub struct SearchArgs {
    /// The words
    #[arg(value_name = "WORDS", required = true)]
    words: Vec<String>,
    /// Show at most so many
    #[arg(long, value_name = "N", default_value_t = 12)]
    most: usize,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
}

/// Searches: the end is `No` when nothing is found.
///
/// # Errors
/// The catalogue cannot be read.
pub fn run(args: &SearchArgs, terminal: Terminal) -> Result<End, Failure> {
    let catalog = args.catalog.load()?;
    let index = Index::of(english(), &catalog);
    let query = args.words.join(" ");
    let found = index.search(&query);
    let shown = &found[..found.len().min(args.most)];
    if args.json.json {
        let results: Vec<_> = shown.iter().map(answer::found).collect();
        output::print_json(&json!({"query": query, "found": found.len(), "results": results}))?;
    } else {
        let mut page = Page::new(terminal);
        for (n, one) in shown.iter().enumerate() {
            if n > 0 {
                page.gap();
            }
            show(&mut page, &query, one);
        }
        if found.is_empty() {
            page.line(&Text::plain("Nothing in the catalogue has all of these words."));
        } else if shown.len() < found.len() {
            page.gap();
            let more = format!("{} of the {} best; --most shows more.", shown.len(), found.len());
            page.line(&Text::new().with(Style::Dim, &more));
        }
        page.print()?;
    }
    Ok(if found.is_empty() { End::No } else { End::Done })
}

/// Long texts are cut after so many lines; `rung catalog show` has them whole.
const LINES: usize = 3;

fn show(page: &mut Page, query: &str, found: &Found<'_>) {
    let width = page.terminal.width;
    let mut first = with_marks(query, &cut(found.name, width), Style::Bold);
    if !found.context.is_empty() && first.width() + 3 < width {
        let room = width - first.width() - 3;
        first.push(Style::Dim, " · ");
        first.append(with_marks(query, &cut(found.context, room), Style::Dim));
    }
    page.line(&first);
    let lines = wrap(found.text, width - 2);
    for (n, line) in lines.iter().take(LINES).enumerate() {
        let line = if n + 1 == LINES && lines.len() > LINES { format!("{line} …") } else { line.clone() };
        let mut row = Text::plain("  ");
        row.append(with_marks(query, &line, Style::Plain));
        page.line(&row);
    }
    page.line(&Text::plain("  ").with(Style::Dim, &short(found.address)));
}

/// The words that were asked for, marked.
fn with_marks(query: &str, text: &str, style: Style) -> Text {
    let mut line = Text::new();
    for (is_marked, part) in marked(query, text) {
        line.push(if is_marked { Style::Mark } else { style }, part);
    }
    line
}
