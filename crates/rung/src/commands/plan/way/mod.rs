//! `rung plan way`: from the record to a role, a credential, a setting; dated, costed, proven.

mod sheet;
mod what_if;
mod wishes;

use crate::{
    commands::gap::SeenArg,
    failure::{End, Failure},
    input::JsonArg,
    output::{self, Page, english},
    term::Terminal,
};
use clap::Args;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use rung_career::Limits;
use rung_formats::icalendar::{Calendar, write};
use rung_way::{
    Viewpoint,
    plan::{
        Outcome, Solved, WayResult,
        answer::{Beside, answer},
        calendar::events,
        paper::paper,
        plan,
    },
    why::why_not,
    words::plan as say,
};
use sheet::Sheet;
use std::{
    path::{Path, PathBuf},
    time::{Duration, Instant},
};
use what_if::WhatIf;
use wishes::WishArgs;

/// Arguments of `rung plan way`.
#[derive(Args, Debug)]
#[command(after_help = "\
Goals: a role, credential, setting or action by its id; or role:…, credential:…, setting:…, action:…, earn:25/hour,
earn:60000/year. What no source tells is assumed, and shown as assumed: change it with --assume.

Examples:
  rung plan way --to ptcb-cpht-adv --hours-per-week 5 --hold-off exams:12-01..12-31
  rung plan way --to lead-technician --first cost,arrival --budget 500 --why
  rung plan way --to ptcb-cpht-adv --what-if hours-per-week=8 --what-if budget=600

The end is 0 for a proven plan, 1 when there is none, 4 when nothing is proven in time.")]
pub struct WayArgs {
    #[command(flatten)]
    wishes: WishArgs,
    /// A second plan beside the first, with this wish otherwise: hours-per-week=8, budget=none; may be given several times
    #[arg(long, value_name = "WISH=VALUE")]
    what_if: Vec<String>,
    /// Also solve what would be without each step
    #[arg(long)]
    why: bool,
    /// Stop after so many seconds with the best plan found and how good a better one could be
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    seconds: u64,
    /// With --json: also the problem of numbers and the certificate that proves the plan
    #[arg(long, requires = "json")]
    proofs: bool,
    /// Write the steps as a calendar
    #[arg(long, value_name = "FILE")]
    ics: Option<PathBuf>,
    /// Write the plan as a PDF: dated steps, totals, what it stands on, sources
    #[arg(long, value_name = "FILE")]
    pdf: Option<PathBuf>,
    #[command(flatten)]
    from: SeenArg,
    #[command(flatten)]
    json: JsonArg,
}

/// Plans.
///
/// # Errors
/// The record or the catalogue cannot be read, a goal is not known, or a date makes no sense.
pub fn run(args: &WayArgs, terminal: Terminal) -> Result<End, Failure> {
    let read = args.from.read()?;
    let seen = args.from.viewpoint(&read)?;
    // Both plans are asked for before either is solved: a fault in the second costs no waiting.
    let then = match args.what_if.is_empty() {
        true => None,
        false => Some(args.wishes.with(&args.what_if)?),
    };
    let outcome = args.solved(&args.wishes, &seen)?;
    let beside = args.beside(&outcome);
    if let (Some(path), WayResult::Plan(solved)) = (&args.ics, &outcome.result) {
        write_calendar(path, solved, &seen, args.from.on.named())?;
    }
    if let (Some(path), WayResult::Plan(solved)) = (&args.pdf, &outcome.result) {
        let paper = paper(&solved.plan, &outcome.draft, seen.record.person.name.as_deref(), english());
        let bytes = rung_formats::paper::write(&paper);
        std::fs::write(path, bytes).map_err(|error| Failure::io("write", path, &error))?;
    }
    let mut value = answer(&outcome, &beside, english(), args.proofs);
    let mut page = Page::new(terminal);
    match then {
        None => Sheet { page: &mut page, outcome: &outcome, beside: &beside }.show(&seen),
        Some(wishes) => {
            let then = args.solved(&wishes, &seen)?;
            let other = args.beside(&then);
            let what_if =
                WhatIf { changes: &args.what_if, first: (&outcome, &beside), second: (&then, &other) };
            what_if.add_to(&mut value, args.proofs);
            what_if.show(&seen, &mut page);
        }
    }
    if args.json.json {
        output::print_json(&value)?;
    } else {
        page.print()?;
    }
    Ok(end(&outcome))
}

fn end(outcome: &Outcome) -> End {
    match &outcome.result {
        WayResult::Plan(solved) if solved.plan.proven => End::Done,
        WayResult::Nothing(refuted) if refuted.proven => End::No,
        WayResult::Blocked(_) => End::No,
        _ => End::Open,
    }
}

impl WayArgs {
    /// Works within the seconds that are given.
    fn in_time<T>(&self, work: impl FnOnce(&Limits<'_>) -> T) -> T {
        let (start, most) = (Instant::now(), Duration::from_secs(self.seconds));
        let out_of_time = || start.elapsed() >= most;
        work(&Limits { conflicts: u64::MAX, should_stop: &out_of_time })
    }

    fn solved(&self, wishes: &WishArgs, seen: &Viewpoint<'_>) -> Result<Outcome, Failure> {
        let aims = wishes.aims(seen)?;
        self.in_time(|limits| plan(seen, &aims, &wishes.wishes(), limits))
            .map_err(|fault| Failure::usage(say::fault(english(), &fault)))
    }

    fn beside(&self, outcome: &Outcome) -> Beside {
        let mut beside = Beside::default();
        self.in_time(|limits| match &outcome.result {
            WayResult::Plan(solved) if self.why => {
                beside.without = solved.without_each(&outcome.draft, limits);
            }
            WayResult::Nothing(_) => beside.why_not = Some(why_not(&outcome.draft, limits)),
            _ => {}
        });
        beside
    }
}

fn write_calendar(
    path: &Path,
    solved: &Solved,
    seen: &Viewpoint<'_>,
    named: Option<Date>,
) -> Result<(), Failure> {
    let written_at = match named {
        // With a day that was named the same record gives the same bytes.
        Some(day) => {
            day.to_zoned(TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |midnight| midnight.timestamp())
        }
        None => Timestamp::now(),
    };
    let name = seen.record.person.name.as_deref().map_or("Rung".to_owned(), |name| format!("Rung: {name}"));
    let mut deadlines = events(&solved.plan, english());
    deadlines.iter_mut().for_each(|own| own.last_modified = written_at);
    let text = write(&Calendar { name, written_at, refresh_hours: 24, deadlines })
        .map_err(|problems| Failure::faults(Path::new("the calendar"), "a calendar", &problems))?;
    std::fs::write(path, text).map_err(|error| Failure::io("write", path, &error))
}
