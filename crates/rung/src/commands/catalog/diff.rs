//! `rung catalog diff`: what changed between two catalogues, in words, and whose answers that changes.

use super::{sheet::title, short};
use crate::{
    data::DataArg,
    failure::{End, Failure},
    input::{self, JsonArg, OnArg},
    output::{self, Page},
    term::{Style, Terminal, Text, wrap},
};
use clap::Args;
use rung_atlas::{Difference, Effect, Turn, answer, differences, effects};
use rung_record::Record;
use rung_rules::Verdict;
use serde_json::{Value, json};
use std::path::PathBuf;

/// Arguments of `rung catalog diff`.
#[derive(Args, Debug)]
#[command(
    after_help = "A directory with acpe.toml in it is a whole catalogue; another one is laid over the shipped one.\nEnds with 1 \
                  when anything differs, with 0 when nothing does.\n\nExamples:\n  rung catalog diff shipped my-rules\n  \
                  rung catalog diff old/catalog catalog --records examples"
)]
pub struct DiffArgs {
    /// The older catalogue: its directory, or `shipped`
    #[arg(value_name = "A")]
    old: PathBuf,
    /// The newer one
    #[arg(value_name = "B")]
    new: PathBuf,
    /// Tell which of these records answer otherwise, and how; a directory stands for every record in it, nothing for the
    /// kept record
    #[arg(long, value_name = "FILE|DIR", num_args = 0..)]
    records: Option<Vec<PathBuf>>,
    #[command(flatten)]
    data: DataArg,
    #[command(flatten)]
    on: OnArg,
    #[command(flatten)]
    json: JsonArg,
}

/// A record, and what the change does to its answer.
struct Touched {
    file: PathBuf,
    record: Record,
    effects: Vec<Effect>,
}

/// Compares: the end is `No` when anything differs.
///
/// # Errors
/// A catalogue or a record cannot be read, or has a fault.
pub fn run(args: &DiffArgs, terminal: Terminal) -> Result<End, Failure> {
    let (old, new) = (input::whole_catalogue(&args.old)?, input::whole_catalogue(&args.new)?);
    let on = args.on.day();
    let found = differences(&old, &new);
    let records = match args.records.as_deref() {
        None => Vec::new(),
        Some([]) => vec![(PathBuf::from("the kept record"), args.data.read()?)],
        Some(files) => input::read_records(files)?,
    };
    let judge = |(file, record): (PathBuf, Record)| {
        let effects = effects(&old, &new, &record, on);
        Touched { file, record, effects }
    };
    let looked_at: Vec<Touched> = records.into_iter().map(judge).collect();
    if args.json.json {
        output::print_json(&json!({
            "on": on,
            "differences": found.iter().map(answer::difference).collect::<Vec<_>>(),
            "records": looked_at.iter().map(as_json).collect::<Vec<_>>(),
        }))?;
    } else {
        let mut page = Page::new(terminal);
        show_differences(&mut page, &found);
        if args.records.is_some() {
            show_records(&mut page, &looked_at, on);
        }
        page.print()?;
    }
    let same = found.is_empty() && looked_at.iter().all(|record| record.effects.is_empty());
    Ok(if same { End::Done } else { End::No })
}

fn as_json(touched: &Touched) -> Value {
    json!({"file": touched.file.display().to_string(), "name": touched.record.person.name,
           "touched": !touched.effects.is_empty(), "effects": touched.effects})
}

fn show_differences(page: &mut Page, found: &[Difference]) {
    let count = match found {
        [] => "The two say the same.".to_owned(),
        [_] => "One difference.".to_owned(),
        more => format!("{} differences.", more.len()),
    };
    page.line(&Text::new().with(Style::Bold, &count));
    let mut whose = None;
    let mut pages = found.iter().peekable();
    while let Some(one) = pages.next() {
        if whose != Some(&one.whose) {
            page.gap();
            title(page, &one.whose, &one.address.page().to_string());
            whose = Some(&one.whose);
        }
        // A page that is new or gone as a whole is told in one line.
        let whole = !one.address.is_place() && (one.before.is_none() || one.after.is_none());
        if whole {
            let on_page = one.address.page();
            let mut facts = 0;
            while pages.next_if(|next| next.address.page() == on_page).is_some() {
                facts += 1;
            }
            let what = if one.before.is_none() { "new" } else { "gone" };
            let (sign, style) = if one.before.is_none() {
                ("+", Style::Is(Verdict::Met))
            } else {
                ("-", Style::Is(Verdict::NotMet))
            };
            let line = format!(
                " {what}, with {facts} facts; `rung catalog show {}` shows them",
                short(&one.address)
            );
            page.line(&Text::plain("  ").with(style, sign).with(Style::Plain, &line));
            continue;
        }
        show_difference(page, one);
    }
}

fn show_difference(page: &mut Page, one: &Difference) {
    let what = match (&one.before, &one.after) {
        (None, _) => "new",
        (_, None) => "gone",
        _ => "changed",
    };
    let anchor = one.address.anchor().replace('.', "/");
    let mut line = Text::plain("  ").with(Style::Bold, &one.name).with(Style::Dim, &format!(" · {what}"));
    if !anchor.is_empty() {
        line.push(Style::Dim, &format!(" · {anchor}"));
    }
    page.line(&line);
    before_after(page, 4, one.before.as_deref(), one.after.as_deref());
}

fn before_after(page: &mut Page, indent: usize, before: Option<&str>, after: Option<&str>) {
    for (sign, style, text) in
        [("-", Style::Is(Verdict::NotMet), before), ("+", Style::Is(Verdict::Met), after)]
    {
        let Some(text) = text else { continue };
        for (n, line) in wrap(text, page.terminal.width.saturating_sub(indent + 2)).iter().enumerate() {
            let mut row = Text::plain(&" ".repeat(indent)).with(style, if n == 0 { sign } else { " " });
            row.push(Style::Plain, " ");
            row.push(Style::Plain, line);
            page.line(&row);
        }
    }
}

fn show_records(page: &mut Page, looked_at: &[Touched], on: rung_record::Date) {
    page.gap();
    let touched = looked_at.iter().filter(|record| !record.effects.is_empty()).count();
    let heading = format!("{touched} of {} records answer otherwise", looked_at.len());
    title(page, &heading, &on.to_string());
    for one in looked_at.iter().filter(|record| !record.effects.is_empty()) {
        page.gap();
        let name = one.record.person.name.as_deref().unwrap_or("A record");
        title(page, name, &one.file.display().to_string());
        one.effects.iter().for_each(|effect| show_effect(page, effect));
    }
}

fn show_effect(page: &mut Page, effect: &Effect) {
    let mut line = Text::plain("  ").with(Style::Plain, &effect.title);
    line.push(Style::Dim, &format!(" · {}", effect.credential));
    if !effect.duty.is_empty() {
        line.push(Style::Dim, &format!(" ({})", effect.duty));
    }
    page.line(&line);
    let verdict =
        |verdict: Option<Verdict>| verdict.map_or("not asked".to_owned(), |verdict| verdict.to_string());
    if effect.before == effect.after {
        page.line(&Text::plain("    ").with(Style::Dim, &format!("still {}", verdict(effect.after))));
    } else {
        let style = effect.after.map_or(Style::Plain, Style::Is);
        let turn = format!("{} → ", verdict(effect.before));
        page.line(&Text::plain("    ").with(Style::Plain, &turn).with(style, &verdict(effect.after)));
    }
    for Turn { what, before, after } in &effect.turns {
        page.line(&Text::plain("    ").with(Style::Bold, what));
        before_after(page, 6, before.as_deref(), after.as_deref());
    }
}
