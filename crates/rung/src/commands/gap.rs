//! `rung gap`: what lies between the record and a role, ask by ask, and what would meet it.

use crate::{
    failure::{End, Failure},
    input::{CatalogArg, JsonArg, OnArg, RecordArg, jurisdiction, role_or_similar},
    output::{self, Page, english},
    term::{Style, Terminal, Text, cut},
};
use clap::Args;
use rung_catalog::{Catalog, field::Strength};
use rung_record::Record;
use rung_rules::{Verdict, words::disclaimer};
use rung_way::{
    Line, Prospect, Prospects, Viewpoint,
    answer::{self, Telling},
    compare::asked,
    prospects_of,
    remedy::{Effort, Need},
    words,
};

/// Arguments of `rung gap`.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  rung gap lead-technician")]
pub struct GapArgs {
    /// The role's id or title, as `rung catalog list roles` shows it
    #[arg(value_name = "ROLE")]
    role: String,
    #[command(flatten)]
    from: SeenArg,
    #[command(flatten)]
    json: JsonArg,
}

/// From where the way up is looked at.
#[derive(Args, Clone, Debug)]
pub struct SeenArg {
    #[command(flatten)]
    pub record: RecordArg,
    /// The state where you would work; what the record tells when left out
    #[arg(long, value_name = "STATE")]
    state: Option<String>,
    #[command(flatten)]
    pub on: OnArg,
    #[command(flatten)]
    catalog: CatalogArg,
}

/// What is looked at: the record, which may be empty, and the catalogue.
pub struct Seen {
    pub record: Record,
    pub catalog: Catalog,
}

impl SeenArg {
    /// Reads both.
    ///
    /// # Errors
    /// The record or the catalogue cannot be read.
    pub fn read(&self) -> Result<Seen, Failure> {
        let catalog = self.catalog.load()?;
        Ok(Seen { record: self.record.read_if_any()?.unwrap_or_default(), catalog })
    }

    /// The viewpoint.
    ///
    /// # Errors
    /// There is no such state.
    pub fn viewpoint<'a>(&self, seen: &'a Seen) -> Result<Viewpoint<'a>, Failure> {
        let viewpoint = Viewpoint::new(&seen.record, &seen.catalog, self.on.day());
        Ok(match &self.state {
            Some(state) => viewpoint.in_state(jurisdiction(&seen.catalog, state)?),
            None => viewpoint,
        })
    }
}

/// Answers: the end is `No` when something required is missing, `Open` when that is unknown.
///
/// # Errors
/// The record or the catalogue cannot be read, or there is no such role.
pub fn run(args: &GapArgs, terminal: Terminal) -> Result<End, Failure> {
    let seen = args.from.read()?;
    let viewpoint = args.from.viewpoint(&seen)?;
    let role = role_or_similar(&seen.catalog, &args.role)?;
    let Prospects { all, nodes } = prospects_of(&viewpoint, &rung_way::figure::OwnFigures::new(), &[role]);
    let telling = Telling { seen: &viewpoint, words: english(), nodes: &nodes };
    let Some(prospect) = all.first() else { return Ok(End::Open) };
    if args.json.json {
        output::print_json(&answer::prospect(telling, prospect))?;
    } else {
        let mut page = Page::new(terminal);
        show(&mut page, telling, prospect);
        page.print()?;
    }
    Ok(match prospect.gap.verdict {
        Verdict::Met => End::Done,
        Verdict::NotMet => End::No,
        Verdict::Unknown => End::Open,
    })
}

fn show(page: &mut Page, telling: Telling<'_, '_>, prospect: &Prospect<'_>) {
    let gap = &prospect.gap;
    let says = match gap.verdict {
        Verdict::Met => "you meet what it requires",
        Verdict::NotMet => "not yet",
        Verdict::Unknown => "unknown",
    };
    let chip = format!(" {} {says} ", page.terminal.sign(gap.verdict));
    let room = page.terminal.width.saturating_sub(chip.len() + 2);
    let mut top = Text::new().with(Style::Bold, &cut(&gap.role.title, room));
    top.end_at(page.terminal.width, Text::new().with(Style::Chip(gap.verdict), &chip));
    page.line(&top);
    let states: Vec<&str> = telling.seen.states.iter().map(|state| state.name.as_str()).collect();
    let place = if states.is_empty() { "no state told".to_owned() } else { states.join(", ") };
    let (rung, work) = (words::rung(telling.words, gap.role.rung), words::work(telling.words, gap.role.work));
    page.text(0, Style::Dim, &format!("{rung} · {work} · seen from {place} on {}", telling.seen.on));
    page.gap();
    page.labelled(0, COLUMN, "what is left", Style::Bold, &words::left(telling.words, &prospect.left));
    for (title, strengths) in SECTIONS {
        section(page, telling, prospect, title, strengths);
    }
    sources(page, telling, prospect);
    page.gap();
    page.text(0, Style::Dim, &disclaimer(english()));
}

/// Where text behind a label begins.
const COLUMN: usize = 18;

const SECTIONS: [(&str, &[Strength]); 4] = [
    ("Required", &[Strength::Required, Strength::Alternative]),
    ("Described, how strictly is not said", &[Strength::Described]),
    ("Welcome", &[Strength::Preferred]),
    ("Asked for a credential, not for the role", &[Strength::Credential]),
];

fn section(
    page: &mut Page,
    telling: Telling<'_, '_>,
    prospect: &Prospect<'_>,
    title: &str,
    strengths: &[Strength],
) {
    let own: Vec<_> = (prospect.gap.lines.iter().zip(&prospect.remedies))
        .filter(|(line, _)| strengths.contains(&line.ask.strength))
        .collect();
    if own.is_empty() && title == SECTIONS[0].0 {
        page.gap();
        page.text(0, Style::Plain, "No source tells of anything that is required.");
    }
    if own.is_empty() {
        return;
    }
    page.gap();
    page.line(&Text::new().with(Style::Bold, title));
    for (line, remedy) in own {
        show_line(page, telling, prospect, line);
        if let Some(remedy) = remedy {
            show_remedy(page, telling, &remedy.need, remedy.effort.as_ref());
        }
    }
}

fn show_line(page: &mut Page, telling: Telling<'_, '_>, prospect: &Prospect<'_>, line: &Line<'_>) {
    let instead = if line.ask.strength == Strength::Alternative { "or instead: " } else { "" };
    let what = asked(telling.seen, prospect.gap.role, line, telling.words);
    page.judged(2, line.verdict, &format!("{instead}{what}"));
    for (n, because) in line.because.iter().enumerate() {
        let says = words::because(telling.words, because, telling.seen);
        page.labelled(4, COLUMN, if n == 0 { "why" } else { "" }, Style::Plain, &says);
    }
    for (n, open) in line.questions.iter().enumerate() {
        let says = words::open_in_file(telling.words, open, telling.seen);
        page.labelled(4, COLUMN, if n == 0 { "to settle" } else { "" }, Style::Is(Verdict::Unknown), &says);
    }
}

/// What would meet a line: its steps and what they take, or why nothing helps.
pub fn show_remedy(page: &mut Page, telling: Telling<'_, '_>, need: &Need, effort: Option<&Effort>) {
    let Some(effort) = effort else {
        let why = need.walk().into_iter().find_map(|part| match part {
            Need::Never(why) => Some(words::never(telling.words, why)),
            _ => None,
        });
        return page.labelled(4, COLUMN, "nothing helps", Style::Plain, &why.unwrap_or_default());
    };
    let steps = words::steps(telling.words, telling.nodes, effort);
    for (n, step) in steps.iter().enumerate() {
        page.labelled(4, COLUMN, if n == 0 { "to meet it" } else { "then" }, Style::Plain, step);
    }
    if !effort.steps.is_empty() {
        page.labelled(4, COLUMN, "takes", Style::Plain, &words::effort(telling.words, effort));
    }
}

fn sources(page: &mut Page, telling: Telling<'_, '_>, prospect: &Prospect<'_>) {
    let roles = &telling.seen.field().roles;
    let role = prospect.gap.role;
    page.gap();
    page.line(&Text::new().with(Style::Bold, "Sources"));
    let checked = format!("Checked {}, confidence {}.", roles.checked, role.confidence.as_str());
    page.text(2, Style::Dim, &checked);
    for cite in role.cite.iter() {
        if let Some(source) = rung_catalog::field::Sheet::source(roles, cite) {
            page.text(2, Style::Plain, &source.title);
            if let Some(url) = &source.url {
                page.line(&Text::plain("  ").with(Style::Accent, url));
            }
        }
    }
}
