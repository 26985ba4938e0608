//! `rung calendar`: every deadline as an iCalendar file.

use crate::{
    failure::{End, Failure},
    input::{CatalogArg, OnArg, RecordArg},
    output,
};
use clap::Args;
use jiff::{Timestamp, ToSpan as _, tz::TimeZone};
use rung_catalog::Catalog;
use rung_formats::icalendar::{Calendar, Deadline, write};
use rung_record::{Date, Period, parse_date};
use rung_rules::{Obligation, Route, Status, Verdict, evaluate_through, words};
use std::path::{Path, PathBuf};

/// Arguments of `rung calendar`.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  rung calendar --record me.json --out rung.ics")]
pub struct CalendarArgs {
    #[command(flatten)]
    record: RecordArg,
    #[command(flatten)]
    on: OnArg,
    /// Also the periods to come that end on this day or earlier; two years ahead when left out
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    through: Option<Date>,
    /// Write it here instead of printing it
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    catalog: CatalogArg,
}

/// Writes it.
///
/// # Errors
/// The record or the catalogue cannot be read, or the file cannot be written.
pub fn run(args: &CalendarArgs) -> Result<End, Failure> {
    let record = args.record.read()?;
    let catalog = args.catalog.load()?;
    let on = args.on.day();
    let horizon = args.through.unwrap_or_else(|| on.saturating_add(2.years()));
    let status = evaluate_through(&record, &catalog, on, horizon);
    let written_at = match args.on.named() {
        // With a day that was named the same record gives the same bytes.
        Some(day) => {
            day.to_zoned(TimeZone::UTC).map_or(Timestamp::UNIX_EPOCH, |midnight| midnight.timestamp())
        }
        None => Timestamp::now(),
    };
    let name = record.person.name.as_deref().map_or("Rung".to_owned(), |name| format!("Rung: {name}"));
    let deadlines = deadlines(&status, written_at);
    let text = write(&Calendar { name, written_at, refresh_hours: 24, deadlines })
        .map_err(|problems| Failure::faults(Path::new("the calendar"), "a calendar", &problems))?;
    match &args.out {
        Some(path) => std::fs::write(path, text).map_err(|error| Failure::io("write", path, &error))?,
        None => output::print(&text)?,
    }
    Ok(End::Done)
}

/// Days to remind before something is due.
const BEFORE_DUE: [u16; 3] = [90, 30, 7];
/// Days to remind before something becomes possible.
const BEFORE_OPEN: [u16; 1] = [7];

fn deadlines(status: &Status<'_>, written_at: Timestamp) -> Vec<Deadline> {
    let mut all: Vec<Deadline> = Vec::new();
    for obligation in &status.obligations {
        for event in events(obligation, status.catalog) {
            let key = format!("{}.{}.{}", obligation_key(obligation), event.what, event.of);
            if all.iter().any(|earlier| earlier.uid_key == key) {
                continue;
            }
            all.push(Deadline {
                uid_key: key,
                days: Period::inclusive(event.day, event.day),
                title: event.title,
                description: Some(description(obligation, status)),
                url: obligation.cite().and_then(|cite| status.catalog.source(cite).1.url.clone()),
                alarms_days_before: event.alarms.to_vec(),
                sequence: 0,
                last_modified: written_at,
            });
        }
    }
    all.sort_by(|a, b| (a.days.from, &a.uid_key).cmp(&(b.days.from, &b.uid_key)));
    all
}

struct Event {
    what: &'static str,
    /// The end of the period that it belongs to: with `what` it says which deadline this is, whatever its day.
    of: Date,
    day: Date,
    title: String,
    alarms: &'static [u16],
}

fn events(obligation: &Obligation<'_>, catalog: &Catalog) -> Vec<Event> {
    let title = title(obligation, catalog);
    let Some(expires) = obligation.expires else { return Vec::new() };
    let event = |what, day: Option<Date>, says: &str, alarms| {
        let day = day?;
        Some(Event { what, of: expires, day, title: says.replace("{}", &title), alarms })
    };
    let is_duty = obligation.rules.is_some_and(|rules| !rules.duty.is_empty());
    let events = match obligation.route {
        Route::Renew if is_duty => vec![event("due", Some(expires), "Last day for {}", &BEFORE_DUE[..])],
        Route::Renew => {
            let file_by = obligation.file_by.filter(|day| *day != expires);
            let ends = if file_by.is_none() { "Renew {}: last day" } else { "{} expires" };
            vec![
                event("opens", obligation.opens, "{} can be renewed from today", &BEFORE_OPEN[..]),
                event("file-by", file_by, "Apply to renew {}: last day on time", &BEFORE_DUE[..]),
                event("expires", Some(expires), ends, &BEFORE_DUE[..]),
            ]
        }
        Route::Reinstate => {
            vec![event("reinstate-by", obligation.reinstate_by, "Reinstate {}: last day", &BEFORE_DUE[..])]
        }
        Route::None => vec![event("expires", Some(expires), "{} ends", &BEFORE_DUE[..])],
        Route::StartOver => Vec::new(),
    };
    events.into_iter().flatten().collect()
}

fn obligation_key(obligation: &Obligation<'_>) -> String {
    match obligation.rules.map(|rules| rules.duty.as_str()).filter(|duty| !duty.is_empty()) {
        Some(duty) => format!("{}.{duty}", obligation.credential.id),
        None => obligation.credential.id.to_string(),
    }
}

fn title(obligation: &Obligation<'_>, catalog: &Catalog) -> String {
    let authority = catalog.authority_of(obligation.credential);
    let title = if authority.is_jurisdiction && !obligation.credential.title.starts_with(&authority.name) {
        format!("{} {}", authority.name, obligation.credential.title)
    } else {
        obligation.credential.title.clone()
    };
    match obligation.rules.map(|rules| rules.duty.as_str()).filter(|duty| !duty.is_empty()) {
        Some("ce") => format!("{title} (continuing education)"),
        Some(duty) => format!("{title} ({duty})"),
        None => title,
    }
}

/// What is still to be done, as of the day that the calendar was written.
fn description(obligation: &Obligation<'_>, status: &Status<'_>) -> String {
    let mut text = format!("As of {}:", status.on);
    let open: Vec<String> = obligation
        .lines
        .iter()
        .filter(|line| line.verdict != Verdict::Met)
        .map(|line| {
            let amounts = words::amounts(line);
            let amounts = if amounts.is_empty() { line.verdict.to_string() } else { amounts };
            format!("\n- {}: {amounts}", line.requirement.what)
        })
        .collect();
    if open.is_empty() {
        text.push_str(" nothing is missing.");
    } else {
        text.extend(open);
    }
    if let Some(cite) = obligation.cite() {
        text.push_str(&format!("\nSource: {}", words::cite(status.catalog, cite)));
    }
    text
}
