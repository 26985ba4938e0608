//! Deadlines and planned activities as events of a calendar, each with a key that stays the same for as long as it is
//! the same event.
//!
//! The texts do not say how many days are left, nor the day on which they were written: an event changes only when
//! something about it does, so that a subscription stays quiet.

use crate::{
    Planned, Stand,
    agenda::{Kind, Todo, words as todo_words},
};
use jiff::Timestamp;
use rung_catalog::Catalog;
use rung_formats::icalendar::Deadline;
use rung_record::{Date, Hours, Period};
use rung_rules::{Obligation, Route, Status, Verdict, words};

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
pub fn events(status: &Status<'_>, planned: &[Planned], todos: &[Todo<'_>]) -> Vec<Deadline> {
    let mut all: Vec<Deadline> = Vec::new();
    for obligation in &status.obligations {
        for event in of_obligation(obligation, status.catalog) {
            let key = format!(
                "{}.{}.{}",
                key(obligation.credential.id.as_str(), obligation.duty()),
                event.what,
                event.of
            );
            all.push(Deadline {
                description: Some(description(obligation, status)),
                url: obligation.cite().and_then(|cite| status.catalog.source(cite).1.url.clone()),
                ..deadline(key, event.day, event.title, event.alarms)
            });
        }
    }
    all.extend(planned.iter().map(of_activity));
    all.extend(todos.iter().filter_map(|todo| of_todo(todo, status)));
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

fn of_obligation(obligation: &Obligation<'_>, catalog: &Catalog) -> Vec<Event> {
    let title = words::title(obligation, catalog);
    let Some(expires) = obligation.expires else { return Vec::new() };
    let event = |what, day: Option<Date>, says: &str, alarms| {
        let day = day?;
        Some(Event { what, of: expires, day, title: says.replace("{}", &title), alarms })
    };
    let events = match obligation.route {
        Route::Renew if !obligation.duty().is_empty() => {
            vec![event("due", Some(expires), "Last day for {}", &BEFORE_DUE[..])]
        }
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

fn key(credential: &str, duty: &str) -> String {
    if duty.is_empty() { credential.to_owned() } else { format!("{credential}.{duty}") }
}

fn of_activity(activity: &Planned) -> Deadline {
    let verb = match activity.stand {
        Stand::Registered => "Attend",
        Stand::Planned => "Take",
    };
    let hours = activity.hours.map(|hours| format!("{} of continuing education.", hours.in_words()));
    Deadline {
        at: activity.at.map(|at| (at, activity.hours.unwrap_or(USUAL_LENGTH))),
        description: hours,
        url: activity.url.clone(),
        ..deadline(
            format!("activity.{}", activity.id),
            activity.on,
            format!("{verb}: {}", activity.title),
            &BEFORE_ACTIVITY,
        )
    }
}

/// What the agenda knows and the status has no deadline for.
fn of_todo(todo: &Todo<'_>, status: &Status<'_>) -> Option<Deadline> {
    let title = || todo_words::title(todo, status.catalog);
    let credential = todo.about.map(|about| key(about.id.as_str(), todo.duty));
    match &todo.kind {
        Kind::Earn { by, lines, .. } if *by >= status.on && !is_deadline(todo, *by, status) => {
            let what: Vec<&str> = lines.iter().map(|line| line.requirement.what.as_str()).collect();
            Some(Deadline {
                description: Some(what.join("; ")),
                ..deadline(format!("{}.earn.{by}", credential?), *by, title(), &BEFORE_EARNED)
            })
        }
        Kind::RulesChange { from, .. } => Some(Deadline {
            description: Some(todo_words::why(todo, status.record, status.on)),
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
fn description(obligation: &Obligation<'_>, status: &Status<'_>) -> String {
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
    let mut text = match open.is_empty() {
        true => "Nothing is missing.".to_owned(),
        false => format!("Still to do:{}", open.concat()),
    };
    if let Some(cite) = obligation.cite() {
        text.push_str(&format!("\nSource: {}", words::cite(status.catalog, cite)));
    }
    text
}
