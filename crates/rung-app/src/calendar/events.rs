//! The events of a person's calendar, and the file that they make.

use crate::{
    Site,
    shell::{Fault, Standing},
};
use jiff::{Timestamp, ToSpan as _};
use rung_formats::icalendar::{Calendar, Deadline, write};
use rung_rules::evaluate_through;
use rung_store::PersonId;
use rung_today::calendar::events;
use rung_way::plan::calendar::events as way_events;
use rung_words::{Language, Words, say};
use std::sync::Arc;

/// Periods to come are told so far ahead.
const YEARS_AHEAD: i32 = 2;
/// How often programs are asked to look.
const REFRESH_HOURS: u16 = 12;

/// Every event from the rules, the plan, the agenda and the way that was agreed.
pub fn of(site: &Site, standing: &Standing, words: &Words) -> Vec<Deadline> {
    let horizon = standing.on.saturating_add(YEARS_AHEAD.years());
    let status = evaluate_through(&standing.kept.record, site.catalog(), standing.on, horizon);
    let outlook = standing.outlook(words.language(), || site.coming(words.language(), standing.on));
    let mut all = events(words, &status, &standing.planned(), &outlook.todos);
    // The renewals of the way are among the deadlines of the rules, under their own days.
    let way = standing.way().map_or_else(Vec::new, |way| way_events(way.plan(), words));
    all.extend(way.into_iter().filter(|own| !own.uid_key.starts_with("way.renew.")));
    all
}

/// The calendar as a file, as of now. The same events give the same bytes, whenever it is asked for.
///
/// # Errors
/// The data cannot be reached.
pub async fn file(site: &Site, person: PersonId) -> Result<String, Fault> {
    let language = site.store().calendar_language(person).await?;
    let words = Words::of(Language::from_code(&language).unwrap_or_default());
    let standing: Arc<Standing> = site.standing(person).await?;
    let name = match &standing.kept.record.person.name {
        Some(name) => say!(words, "calendar-name-of", name = name),
        None => say!(words, "calendar-name"),
    };
    let (on, now) = (standing.on, site.now());
    let wanted = site.work(move |site| of(site, &standing, words)).await?;
    let deadlines = site.store().tell_calendar(person, wanted, now, on).await?;
    let written_at = deadlines.iter().map(|own| own.last_modified).max().unwrap_or(Timestamp::UNIX_EPOCH);
    let calendar = Calendar { name, written_at, refresh_hours: REFRESH_HOURS, deadlines };
    // Keys and days are ours: a fault in them is no user's.
    write(&calendar).map_err(|_| Fault::broken())
}
