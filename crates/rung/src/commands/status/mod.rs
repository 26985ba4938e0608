//! `rung status`: what holds, what is short and by when, with proof.

mod card;
mod lines;
mod told;

use crate::{
    failure::{End, Failure},
    input::{CatalogArg, JsonArg, OnArg, RecordArg},
    output::{self, Page, english},
    term::{Style, Terminal, Text, cut, wrap},
};
use card::Card;
use clap::Args;
use rung_record::Date;
use rung_rules::{Obligation, Route, Status, Verdict, answer, evaluate, words};

/// Arguments of `rung status`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  rung status\n  rung status --on 2027-01-15 --proof\n  \
                        rung status --record me.json --json | jq '.obligations[].verdict'")]
pub struct StatusArgs {
    #[command(flatten)]
    record: RecordArg,
    #[command(flatten)]
    on: OnArg,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
    /// Show every credit that counted, every one that did not and why, and the source of each line
    #[arg(long)]
    proof: bool,
    /// Let the exit code tell the verdict: 0 all met, 1 something is not met, 4 something is unknown
    #[arg(long)]
    check: bool,
}

/// Answers.
///
/// # Errors
/// The record or the catalogue cannot be read.
pub fn run(args: &StatusArgs, terminal: Terminal) -> Result<End, Failure> {
    let record = args.record.read()?;
    let catalog = args.catalog.load()?;
    let status = evaluate(&record, &catalog, args.on.day());
    if args.json.json {
        output::print_json(&answer::status(&status))?;
    } else {
        let mut page = Page::new(terminal);
        show(&mut page, &status, args.proof);
        page.print()?;
    }
    Ok(if args.check { end_of(&status) } else { End::Done })
}

/// What a script wants to know: is anything the matter?
fn end_of(status: &Status<'_>) -> End {
    let unknown = if status.not_in_catalogue.is_empty() { Verdict::Met } else { Verdict::Unknown };
    let all = status.obligations.iter().map(|obligation| obligation.verdict).fold(unknown, Verdict::and);
    match all {
        Verdict::Met => End::Done,
        Verdict::NotMet => End::No,
        Verdict::Unknown => End::Open,
    }
}

fn show(page: &mut Page, status: &Status<'_>, proof: bool) {
    heading(page, status);
    for obligation in &status.obligations {
        page.gap();
        Card::new(page, status, obligation, proof).show();
    }
    for id in &status.not_in_catalogue {
        page.gap();
        let sign = page.terminal.sign(Verdict::Unknown);
        let near: Vec<&str> =
            status.catalog.similar_ids(id.as_str()).into_iter().map(|id| id.as_str()).collect();
        let near =
            if near.is_empty() { String::new() } else { format!(" Did you mean {}?", near.join(" or ")) };
        let text = format!("{id} is not in the catalogue: Rung cannot say what it asks.{near}");
        let indent = Text::plain(sign).width() + 1;
        for (n, line) in wrap(&text, page.terminal.width - indent).iter().enumerate() {
            let mut row = Text::new().with(Style::Is(Verdict::Unknown), if n == 0 { sign } else { "" });
            row.pad_to(indent);
            row.push(Style::Plain, line);
            page.line(&row);
        }
    }
    page.gap();
    for line in wrap(&words::disclaimer(english()), page.terminal.width) {
        page.line(&Text::new().with(Style::Dim, &line));
    }
}

/// Who, when, and the one thing to mind next.
fn heading(page: &mut Page, status: &Status<'_>) {
    let name = status.record.person.name.as_deref().unwrap_or("Your record");
    let day = status.on.to_string();
    let mut first =
        Text::new().with(Style::Bold, &cut(name, page.terminal.width.saturating_sub(day.len() + 2)));
    first.end_at(page.terminal.width, Text::new().with(Style::Dim, &day));
    page.line(&first);
    if status.obligations.is_empty() {
        page.line(&Text::plain("The record holds no credential that the catalogue knows."));
        return;
    }
    let all = status.obligations.len();
    let met = status.obligations.iter().filter(|obligation| obligation.verdict == Verdict::Met).count();
    let mut sentence = format!("{met} of {all} in order.");
    if let Some((day, what)) = next_day(status) {
        sentence.push_str(&format!(" Next: {what} {day}, {}.", days_away(status.on, day)));
    }
    for line in wrap(&sentence, page.terminal.width) {
        page.line(&Text::plain(&line));
    }
}

/// The first deadline that is still to come, and what it is for.
fn next_day(status: &Status<'_>) -> Option<(Date, String)> {
    let deadline = |obligation: &Obligation<'_>| {
        let title = full_title(obligation, status);
        match obligation.route {
            Route::Renew if obligation.file_by.is_some_and(|day| day < status.on) => {
                Some((obligation.expires?, format!("{title} ends on")))
            }
            Route::Renew => Some((obligation.file_by?, format!("renew {title} by"))),
            Route::Reinstate => Some((obligation.reinstate_by?, format!("reinstate {title} by"))),
            Route::StartOver | Route::None => None,
        }
    };
    status
        .obligations
        .iter()
        .filter_map(deadline)
        .filter(|(day, _)| *day >= status.on)
        .min_by_key(|(day, _)| *day)
}

fn days_away(on: Date, day: Date) -> String {
    match on.until((jiff::Unit::Day, day)).map_or(0, |span| span.get_days()) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => format!("in {days} days"),
    }
}

/// `Texas Registered Pharmacy Technician`; a certification's own title names its body well enough.
fn full_title(obligation: &Obligation<'_>, status: &Status<'_>) -> String {
    let authority = status.catalog.authority_of(obligation.credential);
    let title = &obligation.credential.title;
    if authority.is_jurisdiction && !title.starts_with(&authority.name) {
        format!("{} {title}", authority.name)
    } else {
        title.clone()
    }
}
