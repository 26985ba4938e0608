//! What a move to another state changes.

use crate::{
    commands::gap::{SeenArg, show_remedy},
    failure::{End, Failure},
    input::{JsonArg, jurisdiction},
    output::{self, Page, english},
    term::{Style, Terminal, Text},
};
use clap::Args;
use rung_record::{Date, parse_date};
use rung_rules::{Verdict, words::disclaimer};
use rung_today::ladder::Holding;
use rung_way::{
    answer::{self, Telling},
    figure::OwnFigures,
    moves::{CredentialThere, Move, move_to, owed, record_there},
    words,
};

/// Arguments of `rung explore move`.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  rung explore move Ohio --day 2027-03-01")]
pub struct MoveArgs {
    /// The state to move to: its two letters or its name
    #[arg(value_name = "STATE")]
    to: String,
    /// The first day there, YYYY-MM-DD; the day asked about when left out
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    day: Option<Date>,
    #[command(flatten)]
    from: SeenArg,
    #[command(flatten)]
    json: JsonArg,
}

pub fn run(args: &MoveArgs, terminal: Terminal) -> Result<End, Failure> {
    let seen = args.from.read()?;
    let viewpoint = args.from.viewpoint(&seen)?;
    let to = jurisdiction(&seen.catalog, &args.to)?;
    let when = args.day.unwrap_or(viewpoint.on);
    let there = record_there(&viewpoint, to, when);
    let owed = owed(&viewpoint, to, when, english())
        .map_err(|problems| Failure::input(format!("the move cannot be imagined: {problems}")))?;
    let moved = move_to(&viewpoint, &there, &OwnFigures::new(), to, when, owed);
    let telling = Telling { seen: &viewpoint, words: english(), nodes: &moved.nodes };
    if args.json.json {
        output::print_json(&answer::moved(telling, &moved))?;
        return Ok(End::Done);
    }
    let mut page = Page::new(terminal);
    let from: Vec<&str> = moved.from.iter().map(|glance| glance.authority.name.as_str()).collect();
    let from = if from.is_empty() { "no state told".to_owned() } else { from.join(", ") };
    page.text(0, Style::Bold, &format!("From {from} to {} on {when}", to.name));
    glances(&mut page, &moved);
    duties(&mut page, telling, &moved);
    if let Some(credential) = &moved.credential {
        credential_there(&mut page, telling, credential);
    }
    rest(&mut page, &moved);
    page.gap();
    page.text(0, Style::Dim, &disclaimer(english()));
    page.print()?;
    Ok(End::Done)
}

fn heading(page: &mut Page, title: &str) {
    page.gap();
    page.line(&Text::new().with(Style::Bold, title));
}

fn glances(page: &mut Page, moved: &Move<'_>) {
    heading(page, "At a glance");
    let there = moved.to.in_words(english());
    for (n, (name, says, _)) in there.iter().enumerate() {
        page.text(2, Style::Accent, name);
        for glance in &moved.from {
            page.labelled(4, 22, &glance.authority.name, Style::Plain, &glance.in_words(english())[n].1);
        }
        page.labelled(4, 22, &moved.to.authority.name, Style::Plain, says);
    }
}

fn duties(page: &mut Page, telling: Telling<'_, '_>, moved: &Move<'_>) {
    heading(page, "Duties that the move changes, once you hold the credential there");
    let changed: Vec<_> = moved.duties.iter().filter(|duty| duty.changes()).collect();
    if changed.is_empty() {
        page.text(2, Style::Plain, "None, as far as the catalogue knows.");
    }
    let may = |verdict: Verdict| match verdict {
        Verdict::Met => "you may",
        Verdict::NotMet => "you may not",
        Verdict::Unknown => "not known",
    };
    for duty in changed {
        page.judged(
            2,
            duty.there.0,
            &format!("{}: here {}, there {}", duty.kind.name, may(duty.here.0), may(duty.there.0)),
        );
        for because in &duty.there.1 {
            page.text(4, Style::Dim, &words::because(telling.words, because, telling.seen));
        }
    }
    let open = moved.duties.iter().filter(|duty| duty.there.0 == Verdict::Unknown && !duty.changes());
    let open: Vec<&str> = open.map(|duty| duty.kind.name.as_str()).collect();
    if !open.is_empty() {
        page.labelled(2, 18, "not known", Style::Is(Verdict::Unknown), &open.join(", "));
    }
}

fn credential_there(page: &mut Page, telling: Telling<'_, '_>, there: &CredentialThere<'_>) {
    heading(page, "The credential there");
    page.text(2, Style::Plain, &telling.seen.catalog.short_name(there.credential.id.as_str()));
    match there.holding {
        Holding::Active(_) => return page.text(4, Style::Is(Verdict::Met), "You hold it."),
        Holding::NotKnown | Holding::NotActive | Holding::Not => {}
    }
    for path in there.eligibility.iter().flat_map(|answer| &answer.paths) {
        page.judged(4, path.verdict, &path.path.title);
        for condition in path.conditions.iter().filter(|own| own.verdict != Verdict::Met) {
            page.judged(6, condition.verdict, &condition.condition.what);
        }
    }
    show_remedy(page, telling, &there.need, there.effort.as_ref());
    for fee in &there.fees {
        let when = fee.when.as_ref().map(|when| format!(", {when}")).unwrap_or_default();
        page.labelled(
            4,
            18,
            "fee",
            Style::Plain,
            &format!("{} for {}{when}", english().usd(fee.usd), fee.what),
        );
    }
}

fn rest(page: &mut Page, moved: &Move<'_>) {
    heading(page, "What is asked to keep it, and what you hold");
    if moved.owed.is_empty() {
        page.text(2, Style::Plain, "Nothing else than now, as far as the catalogue knows.");
    }
    for sentence in &moved.owed {
        page.text(2, Style::Plain, sentence);
    }
    if !moved.roles.is_empty() {
        heading(page, "Roles that it changes for you, once you hold the credential there");
    }
    for (role, before, after) in &moved.roles {
        page.judged(2, *after, &format!("{}: {before} here, {after} there", role.title));
    }
    if !moved.open.is_empty() {
        heading(page, "Not settled yet");
    }
    for open in moved.open {
        page.judged(2, Verdict::Unknown, &open.ask);
    }
}
