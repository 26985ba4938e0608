//! `rung calendar`: every deadline as an iCalendar file.

use crate::{
    failure::{End, Failure},
    input::{CatalogArg, OnArg, RecordArg},
    output::{self, english},
};
use clap::Args;
use jiff::{Timestamp, ToSpan as _, tz::TimeZone};
use rung_formats::icalendar::{Calendar, write};
use rung_record::{Date, parse_date};
use rung_rules::evaluate_through;
use rung_today::{agenda, agenda::Around, calendar::events};
use std::path::{Path, PathBuf};

/// Arguments of `rung calendar`.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  rung calendar --out rung.ics")]
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
    let coming = rung_atlas::coming_changes(english(), &catalog, on);
    let around = Around { coming: &coming, ..Around::default() };
    let todos = agenda(&record, &catalog, on, &around);
    let mut deadlines = events(english(), &status, &[], &todos);
    deadlines.iter_mut().for_each(|own| own.last_modified = written_at);
    let text = write(&Calendar { name, written_at, refresh_hours: 24, deadlines })
        .map_err(|problems| Failure::faults(Path::new("the calendar"), "a calendar", &problems))?;
    match &args.out {
        Some(path) => std::fs::write(path, text).map_err(|error| Failure::io("write", path, &error))?,
        None => output::print(&text)?,
    }
    Ok(End::Done)
}
