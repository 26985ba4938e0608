//! Todos in words: what, why, and what to do.

use super::{AskedChange, Kind, Todo, changes::Amount, gather};
use crate::Stand;
use rung_catalog::{Catalog, Fee};
use rung_record::{Date, Record, Usd};
use rung_rules::{
    Question, Verdict,
    words::{self, capital},
};

/// So many lines or credits are named one by one.
const MOST_NAMED: usize = 3;

/// What to do, in a few words.
pub fn title(todo: &Todo<'_>, catalog: &Catalog) -> String {
    let name = || whose(todo, catalog);
    match &todo.kind {
        Kind::Reinstate { .. } => format!("Bring back {}", name()),
        Kind::SendAgain { .. } => format!("Send in the renewal of {} again", name()),
        Kind::Renew { .. } => format!("Renew {}", name()),
        Kind::Earn { lines, least, .. } => match lines.as_slice() {
            [only] if only.short.is_zero() => {
                format!("{} is missing for {}", capital(&only.requirement.what), name())
            }
            _ if least.is_zero() => format!("Meet {} requirements of {}", lines.len(), name()),
            _ => format!("Earn {} for {}", least.in_words(), name()),
        },
        Kind::Do(activity) if activity.stand == Stand::Registered => format!("Attend: {}", activity.title),
        Kind::Do(activity) => format!("Take: {}", activity.title),
        Kind::Answer { question: Question::Ask(_), .. } => match todo.about {
            Some(about) => format!("Ask the {}", catalog.authority_of(about).body),
            None => "Ask the board".to_owned(),
        },
        Kind::Answer { settles: 1, .. } => "Answer a question".to_owned(),
        Kind::Answer { settles, .. } => format!("Answer a question that settles {settles} verdicts"),
        Kind::Await { .. } => format!("Wait for the approval of {}", name()),
        Kind::RulesChange { from, .. } => format!("From {from} other rules hold for {}", name()),
        Kind::Coming { .. } => match todo.about {
            Some(_) => format!("{} changes", name()),
            None => "A rule changes".to_owned(),
        },
        Kind::StartOver { .. } => format!("{} is gone", name()),
        Kind::Document { credits } => match credits.len() {
            1 => format!("Keep the certificate of a credit for {}", name()),
            count => format!("Keep the certificates of {count} credits for {}", name()),
        },
        Kind::Apply { .. } => format!("You may apply for {}", name()),
    }
}

/// Why, in a sentence or more.
pub fn why(todo: &Todo<'_>, record: &Record, on: Date) -> String {
    match &todo.kind {
        Kind::Reinstate { expired, stage, by, .. } => {
            let expired =
                expired.map_or_else(|| "It expired".to_owned(), |day| format!("It expired on {day}"));
            let stage = stage.map_or("bringing it back", |stage| stage.title.as_str()).to_lowercase();
            match by {
                Some(by) => format!("{expired}; {stage} is open until {by} ({}).", days_left(on, *by)),
                None => format!("{expired}. No source tells how long {stage} is open."),
            }
        }
        Kind::SendAgain { filed, returned } => {
            format!("It was filed on {filed} and sent back on {returned}; it is not renewed.")
        }
        Kind::Renew { opens, file_by, expires, .. } => renewal(*opens, *file_by, *expires, on),
        Kind::Earn { lines, pace, by, .. } => {
            let mut named: Vec<String> = lines
                .iter()
                .take(MOST_NAMED)
                .map(|line| match (line.short.is_zero(), line.asked) {
                    (false, Some(asked)) => format!(
                        "{} of {} short: {}",
                        line.short.in_words(),
                        asked.in_words(),
                        line.requirement.what
                    ),
                    (false, None) => format!("{} short: {}", line.short.in_words(), line.requirement.what),
                    _ => line.requirement.what.clone(),
                })
                .collect();
            if lines.len() > MOST_NAMED {
                named.push(format!("and {} more", lines.len() - MOST_NAMED));
            }
            let what = capital(&named.join("; "));
            let pace = match pace {
                Some(pace) if pace.months > 1 => {
                    format!(" That is {} a month.", pace.per_month().in_words())
                }
                _ => String::new(),
            };
            match *by < on {
                true => format!("{what}. The days for it went by on {by}."),
                false => format!("{what}. The last day is {by} ({}).{pace}", days_left(on, *by)),
            }
        }
        Kind::Do(activity) if activity.on < on => format!("It was planned for {}.", activity.on),
        Kind::Do(activity) => {
            let hours = activity.hours.map(|hours| format!(", {}", hours.in_words())).unwrap_or_default();
            let at = activity.at.map(|at| format!(" at {}", at.strftime("%H:%M"))).unwrap_or_default();
            format!("It is planned for {}{at} ({}){hours}.", activity.on, days_left(on, activity.on))
        }
        Kind::Answer { settles, .. } => match settles {
            1 => "A verdict is unknown without it.".to_owned(),
            settles => format!("{settles} verdicts are unknown without it."),
        },
        Kind::Await { filed, dead_zone } => {
            let zone = if *dead_zone {
                " Credit completed since then counts for neither period until it is approved."
            } else {
                ""
            };
            format!("It was filed on {filed} and is not approved yet.{zone}")
        }
        Kind::RulesChange { from, in_this_period, changes, .. } => {
            let since = if *in_this_period {
                format!("An application from {from} on falls under them.")
            } else {
                format!("They hold for the period that begins on {from}.")
            };
            format!("{since} {}", told_changes(changes))
        }
        Kind::Coming { what, .. } => match todo.bites {
            Some(day) => format!("From {day}: {what}"),
            None => what.clone(),
        },
        Kind::StartOver { expired } => {
            let afterwards = todo.about.and_then(|about| about.reinstatement.as_ref());
            let afterwards = afterwards.and_then(|open| open.afterwards.as_deref());
            let expired = expired.map(|day| format!(" on {day}")).unwrap_or_default();
            let what = afterwards.map(|what| format!(": {what}")).unwrap_or_default();
            format!("It expired{expired} and must be earned anew{what}.")
        }
        Kind::Document { credits } => {
            let titles: Vec<&str> = credits
                .iter()
                .take(MOST_NAMED)
                .filter_map(|n| record.credits.get(*n))
                .map(|credit| credit.title.as_deref().unwrap_or(credit.id.as_str()))
                .collect();
            let more = credits.len().saturating_sub(MOST_NAMED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!(
                "They count here and no certificate is kept, which an audit may ask for: {}{more}.",
                titles.join("; ")
            )
        }
        Kind::Apply { path, is_new, .. } => {
            let new = if *is_new { "Since a short while e" } else { "E" };
            format!("{new}very condition is met ({}).", path.title)
        }
    }
}

/// What to do about it, in a sentence.
pub fn what_to_do(todo: &Todo<'_>, record: &Record, on: Date) -> String {
    match &todo.kind {
        Kind::Reinstate { ready, fees, .. } => match ready {
            Verdict::Met => format!("Everything that is asked is there: apply now.{}", fees_in_words(fees)),
            _ => format!("Meet what is asked, then apply.{}", fees_in_words(fees)),
        },
        Kind::SendAgain { .. } => "Correct what they ask, send it in again, and enter the day.".to_owned(),
        Kind::Renew { opens, ready, fees, .. } => {
            let apply = match opens.filter(|opens| *opens > on) {
                Some(opens) => format!("apply from {opens} on"),
                None => "apply now".to_owned(),
            };
            let first = match ready {
                Verdict::Met => "Everything that is asked is there: ",
                Verdict::NotMet => "Meet what is missing first, then ",
                Verdict::Unknown => "Settle what is unknown first, then ",
            };
            format!("{first}{apply}, and enter the day on which you filed.{}", fees_in_words(fees))
        }
        Kind::Earn { by, .. } if *by < on => "Ask the board what can be done.".to_owned(),
        Kind::Earn { least, .. } if least.is_zero() => "See what would meet it.".to_owned(),
        Kind::Earn { .. } => "Choose activities that count, or let a plan choose them.".to_owned(),
        Kind::Do(activity) if activity.on < on => {
            "Enter it as a credit if you took it; move or drop it if you did not.".to_owned()
        }
        Kind::Do(activity) if activity.stand == Stand::Registered => {
            "Take it, and keep the certificate.".to_owned()
        }
        Kind::Do(_) => "Register, or take it.".to_owned(),
        Kind::Answer { question, .. } => gather::question_in_words(question, record),
        Kind::Await { dead_zone, .. } => {
            let zone = if *dead_zone { " Take no courses until then." } else { "" };
            format!("Enter the day of the approval when it comes.{zone}")
        }
        Kind::RulesChange { .. } => "Read what they ask, and plan for it.".to_owned(),
        Kind::Coming { .. } => "Read what changes.".to_owned(),
        Kind::StartOver { .. } => "See what it takes to get it again.".to_owned(),
        Kind::Document { .. } => "Add the certificate to each credit.".to_owned(),
        Kind::Apply { path, .. } => {
            let steps: Vec<&str> = path.steps.iter().map(|step| step.what.as_str()).collect();
            let cost: Usd = path.steps.iter().filter_map(|step| step.usd).sum();
            match steps.is_empty() {
                true => "See what the application asks.".to_owned(),
                false if cost == Usd::ZERO => format!("The application asks: {}.", steps.join("; ")),
                false => format!(
                    "The application asks: {}. It costs ${cost} as far as is known.",
                    steps.join("; ")
                ),
            }
        }
    }
}

fn whose(todo: &Todo<'_>, catalog: &Catalog) -> String {
    todo.about.map_or_else(|| "your record".to_owned(), |about| words::titled(about, todo.duty, catalog))
}

fn renewal(opens: Option<Date>, file_by: Option<Date>, expires: Date, on: Date) -> String {
    let opens = match opens {
        Some(opens) if opens > on => format!("It opens on {opens}. "),
        Some(opens) => format!("It is open since {opens}. "),
        None => String::new(),
    };
    let left = days_left(on, expires);
    match file_by {
        Some(by) if by < on => {
            format!(
                "{opens}The day to apply on time, {by}, has gone by; it is good until {expires} ({left})."
            )
        }
        Some(by) if by != expires => {
            format!("{opens}Apply by {by} ({}); it is good until {expires}.", days_left(on, by))
        }
        _ => format!("{opens}It is good until {expires} ({left})."),
    }
}

fn told_changes(changes: &[AskedChange<'_>]) -> String {
    if changes.is_empty() {
        return "The lines that concern you ask the same.".to_owned();
    }
    let mut told: Vec<String> = changes.iter().take(MOST_NAMED).map(asked_change).collect();
    if changes.len() > MOST_NAMED {
        told.push(format!("{} more changes", changes.len() - MOST_NAMED));
    }
    format!("{}.", capital(&told.join("; ")))
}

/// `20 h instead of 10 h: continuing education`.
pub fn asked_change(change: &AskedChange<'_>) -> String {
    let what = &change.requirement.what;
    let most = if change.requirement.kind() == "maximum" { "at most " } else { "" };
    match (change.before, change.after) {
        (Some(Amount::Hours(before)), Some(Amount::Hours(after))) => {
            format!("{most}{} instead of {}: {what}", after.in_words(), before.in_words())
        }
        (_, Some(Amount::Hours(after))) => format!("new, {most}{}: {what}", after.in_words()),
        (None, Some(Amount::Plain)) => format!("new: {what}"),
        (_, Some(Amount::Plain)) => format!("asked otherwise: {what}"),
        (_, None) => format!("no longer: {what}"),
    }
}

fn fees_in_words(fees: &[&Fee]) -> String {
    let told: Vec<String> = fees
        .iter()
        .map(|fee| {
            let when = fee.when.as_ref().map(|when| format!(" ({when})")).unwrap_or_default();
            format!("${} for {}{when}", fee.usd, fee.what)
        })
        .collect();
    if told.is_empty() { String::new() } else { format!(" It costs {}.", told.join(", ")) }
}

/// `today`, `1 day left`, `12 days left`.
pub fn days_left(on: Date, day: Date) -> String {
    let days = on.until((jiff::Unit::Day, day)).map_or(0, |span| span.get_days());
    match days {
        ..=-2 => format!("{} days ago", -days),
        -1 => "yesterday".to_owned(),
        0 => "today".to_owned(),
        1 => "1 day left".to_owned(),
        days => format!("{days} days left"),
    }
}
