//! Deadlines and planned activities as events of a calendar, each with a key that stays the same for as long as it is
//! the same event.
//!
//! The texts do not say how many days are left, nor the day on which they were written: an event changes only when
//! something about it does, so that a subscription stays quiet.

use crate::{
    Planned,
    agenda::{Kind, Todo, words as todo_words},
};
use jiff::Timestamp;
use rung_catalog::Catalog;
use rung_formats::icalendar::Deadline;
use rung_record::{Date, Hours, Period};
use rung_rules::{Obligation, Route, Status, Verdict, words as rules};
use rung_words::{Words, quoted, say};

/// Days to remind before something is due.
const BEFORE_DUE: [u16; 3] = [90, 30, 7];
/// Days to remind before something becomes possible.
const BEFORE_OPEN: [u16; 1] = [7];
/// Days to remind before hours must be earned that are due before the end of a period.
const BEFORE_EARNED: [u16; 2] = [60, 14];
/// Days to remind before an activity that has a time, and before the last day of one that has none.
const BEFORE_ACTIVITY: [u16; 2] = [7, 1];
/// Days to remind before rules change.
const BEFORE_CHANGE: [u16; 1] = [30];
/// How long an activity takes whose hours nobody told.
const USUAL_LENGTH: Hours = Hours::from_whole(1);

/// Every event: the deadlines of a status (and of its periods to come), the planned activities, and what the agenda
/// adds to them: hours due before the end of a period, and rules that change. By day, then by key.
///
/// `rung_formats::icalendar::publish` gives them their sequence numbers.
pub fn events(words: &Words, status: &Status<'_>, planned: &[Planned], todos: &[Todo<'_>]) -> Vec<Deadline> {
    let mut all: Vec<Deadline> = Vec::new();
    for obligation in &status.obligations {
        for event in of_obligation(words, obligation, status.catalog) {
            let key = format!(
                "{}.{}.{}",
                key(obligation.credential.id.as_str(), obligation.duty()),
                event.what,
                event.of
            );
            all.push(Deadline {
                description: Some(description(words, obligation, status)),
                url: obligation.cite().and_then(|cite| status.catalog.source(cite).1.url.clone()),
                ..deadline(key, event.day, event.title, event.alarms)
            });
        }
    }
    all.extend(planned.iter().map(|activity| of_activity(words, activity)));
    all.extend(todos.iter().filter_map(|todo| of_todo(words, todo, status)));
    for own in &mut all {
        own.title = quoted(&own.title);
        own.description = own.description.take().map(|text| quoted(&text));
    }
    all.sort_by(|a, b| (a.days.from, &a.uid_key).cmp(&(b.days.from, &b.uid_key)));
    let mut keys = std::collections::HashSet::new();
    all.retain(|own| keys.insert(own.uid_key.clone()));
    all
}

fn deadline(uid_key: String, day: Date, title: String, alarms: &[u16]) -> Deadline {
    Deadline {
        uid_key,
        days: Period::inclusive(day, day),
        at: None,
        title,
        description: None,
        url: None,
        alarms_days_before: alarms.to_vec(),
        sequence: 0,
        last_modified: Timestamp::UNIX_EPOCH,
        cancelled: false,
    }
}

struct Event {
    what: &'static str,
    /// The end of the period that it belongs to: with `what` it says which deadline this is, whatever its day.
    of: Date,
    day: Date,
    title: String,
    alarms: &'static [u16],
}

fn of_obligation(words: &Words, obligation: &Obligation<'_>, catalog: &Catalog) -> Vec<Event> {
    let title = rules::title(words, obligation, catalog);
    let Some(of) = obligation.expires else { return Vec::new() };
    let event = |what, day, title, alarms| Event { what, of, day, title, alarms };
    let due = &BEFORE_DUE[..];
    match obligation.route {
        Route::Renew if !obligation.duty().is_empty() => {
            vec![event("due", of, say!(words, "calendar-due", title = title), due)]
        }
        Route::Renew => {
            let file_by = obligation.file_by.filter(|day| *day != of);
            let opens = obligation.opens.map(|day| {
                event("opens", day, say!(words, "calendar-opens", title = &title), &BEFORE_OPEN[..])
            });
            let on_time = file_by
                .map(|day| event("file-by", day, say!(words, "calendar-file-by", title = &title), due));
            let ends = match file_by {
                None => say!(words, "calendar-renew", title = &title),
                Some(_) => say!(words, "calendar-expires", title = &title),
            };
            opens.into_iter().chain(on_time).chain([event("expires", of, ends, due)]).collect()
        }
        Route::Reinstate => obligation
            .reinstate_by
            .map(|day| event("reinstate-by", day, say!(words, "calendar-reinstate", title = title), due))
            .into_iter()
            .collect(),
        Route::None => vec![event("expires", of, say!(words, "calendar-ends", title = title), due)],
        Route::StartOver => Vec::new(),
    }
}

fn key(credential: &str, duty: &str) -> String {
    if duty.is_empty() { credential.to_owned() } else { format!("{credential}.{duty}") }
}

fn of_activity(words: &Words, activity: &Planned) -> Deadline {
    let hours = activity.hours.map(|hours| say!(words, "calendar-hours", hours = hours));
    Deadline {
        at: activity.at.map(|at| (at, activity.hours.unwrap_or(USUAL_LENGTH))),
        description: hours,
        url: activity.url.clone(),
        ..deadline(
            format!("activity.{}", activity.id),
            activity.on,
            todo_words::activity_title(words, activity),
            &BEFORE_ACTIVITY,
        )
    }
}

/// What the agenda knows and the status has no deadline for.
fn of_todo(words: &Words, todo: &Todo<'_>, status: &Status<'_>) -> Option<Deadline> {
    let title = || todo_words::title(words, todo, status.catalog);
    let credential = todo.about.map(|about| key(about.id.as_str(), todo.duty));
    match &todo.kind {
        Kind::Earn { by, lines, .. } if *by >= status.on && !is_deadline(todo, *by, status) => {
            let what: Vec<&str> = lines.iter().map(|line| line.requirement.what.as_str()).collect();
            Some(Deadline {
                description: Some(words.english(what.join("; ")).into_owned()),
                ..deadline(format!("{}.earn.{by}", credential?), *by, title(), &BEFORE_EARNED)
            })
        }
        Kind::RulesChange { from, .. } => Some(Deadline {
            description: Some(todo_words::why(words, todo, status.record, status.on)),
            ..deadline(format!("{}.rules.{from}", credential?), *from, title(), &BEFORE_CHANGE)
        }),
        Kind::Coming { what, address } => {
            let day = todo.bites?;
            let place = address.to_string().replace('/', ".");
            Some(Deadline {
                description: Some(what.clone()),
                ..deadline(format!("{place}.changes.{day}"), day, title(), &BEFORE_CHANGE)
            })
        }
        _ => None,
    }
}

/// Whether the status has a deadline on that day for the same credential.
fn is_deadline(todo: &Todo<'_>, day: Date, status: &Status<'_>) -> bool {
    status.obligations.iter().any(|own| {
        todo.about.is_some_and(|about| about.id == own.credential.id)
            && [own.file_by, own.expires, own.reinstate_by].contains(&Some(day))
    })
}

/// What is still to be done.
fn description(words: &Words, obligation: &Obligation<'_>, status: &Status<'_>) -> String {
    let open = obligation.lines.iter().filter(|line| line.verdict != Verdict::Met);
    let open: String = open
        .map(|line| {
            let amounts = rules::amounts(words, line);
            let amounts = if amounts.is_empty() { rules::verdict(words, line.verdict) } else { amounts };
            format!("\n- {}: {amounts}", words.english(&line.requirement.what))
        })
        .collect();
    let mut text = match open.is_empty() {
        true => say!(words, "calendar-nothing-missing"),
        false => format!("{}{open}", say!(words, "calendar-still-to-do")),
    };
    if let Some(cite) = obligation.cite() {
        let source = rules::cite(words, status.catalog, cite);
        text.push_str(&format!("\n{}", say!(words, "calendar-source", source = source)));
    }
    text
}
