//! `rung eligibility`: may I apply? Path by path, condition by condition.

use crate::{
    failure::{End, Failure},
    input::{CatalogArg, JsonArg, OnArg, RecordArg, credential_or_similar},
    output::{self, Page, english},
    term::{Style, Terminal, Text, cut, wrap},
};
use clap::Args;
use rung_record::Record;
use rung_rules::{ConditionAnswer, Eligibility, PathAnswer, Verdict, answer, eligibility, words};

/// Arguments of `rung eligibility`.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  rung eligibility ptcb-cpht")]
pub struct EligibilityArgs {
    /// The credential's id, as `rung catalog list` shows it
    #[arg(value_name = "CREDENTIAL")]
    credential: String,
    #[command(flatten)]
    record: RecordArg,
    #[command(flatten)]
    on: OnArg,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
}

/// Answers: the end is `No` when not eligible, `Open` when that is unknown.
///
/// # Errors
/// The record or the catalogue cannot be read, or there is no such credential.
pub fn run(args: &EligibilityArgs, terminal: Terminal) -> Result<End, Failure> {
    let catalog = args.catalog.load()?;
    let id = &credential_or_similar(&catalog, &args.credential)?.id;
    let record = args.record.read()?;
    let Some(eligible) = eligibility(&record, &catalog, id.as_str(), args.on.day()) else {
        return Err(Failure::usage(format!("there is no credential {id}")));
    };
    if args.json.json {
        output::print_json(&answer::eligibility(&eligible, &record))?;
    } else {
        let mut page = Page::new(terminal);
        show(&mut page, &eligible, &record);
        page.print()?;
    }
    Ok(match eligible.verdict {
        Verdict::Met => End::Done,
        Verdict::NotMet => End::No,
        Verdict::Unknown => End::Open,
    })
}

fn show(page: &mut Page, eligible: &Eligibility<'_>, record: &Record) {
    let verdict = eligible.verdict;
    let says = match verdict {
        Verdict::Met => "you can apply",
        Verdict::NotMet => "not yet",
        Verdict::Unknown => "unknown",
    };
    let chip = format!(" {} {says} ", page.terminal.sign(verdict));
    let title = &eligible.credential.title;
    let room = page.terminal.width.saturating_sub(chip.len() + 2);
    let mut top = Text::new().with(Style::Bold, &cut(title, room));
    top.end_at(page.terminal.width, Text::new().with(Style::Chip(verdict), &chip));
    page.line(&top);
    for question in &eligible.questions {
        page.line(&Text::plain(&words::question_in_file(english(), question, record)));
    }
    for path in &eligible.paths {
        page.gap();
        show_path(page, path, eligible, record);
    }
    page.gap();
    for line in wrap(&words::disclaimer(english()), page.terminal.width) {
        page.line(&Text::new().with(Style::Dim, &line));
    }
}

fn show_path(page: &mut Page, path: &PathAnswer<'_>, eligible: &Eligibility<'_>, record: &Record) {
    let heading = format!(" {}", path.path.title);
    page.line(
        &Text::new()
            .with(Style::Is(path.verdict), page.terminal.sign(path.verdict))
            .with(Style::Bold, &heading),
    );
    for condition in &path.conditions {
        show_condition(page, condition, record);
    }
    for (n, step) in path.path.steps.iter().enumerate() {
        let usd = step.usd.map(|usd| format!(", ${usd}")).unwrap_or_default();
        labelled(page, if n == 0 { "then" } else { "" }, Style::Plain, &format!("{}{usd}", step.what));
    }
    labelled(page, "source", Style::Dim, &words::cite(english(), eligible.catalog, &path.path.cite));
    if let Some(url) = &eligible.catalog.source(&path.path.cite).1.url {
        page.line(&Text::plain(&" ".repeat(COLUMN)).with(Style::Accent, url));
    }
}

fn show_condition(page: &mut Page, answer: &ConditionAnswer<'_>, record: &Record) {
    page.judged(4, answer.verdict, &answer.condition.what);
    if answer.verdict != Verdict::Met && !answer.condition.would_meet.is_empty() {
        labelled(page, "to meet it", Style::Dim, &answer.condition.would_meet);
    }
    if answer.verdict == Verdict::Unknown {
        for question in &answer.questions {
            labelled(
                page,
                "to settle",
                Style::Is(Verdict::Unknown),
                &words::question_in_file(english(), question, record),
            );
        }
    }
}

/// Where text behind a label begins.
const COLUMN: usize = 18;

fn labelled(page: &mut Page, label: &str, style: Style, text: &str) {
    page.labelled(6, COLUMN, label, style, text);
}
