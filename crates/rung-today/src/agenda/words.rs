//! Todos in words: what, why, and what to do.

use super::{AskedChange, Kind, ShortLine, Todo, Urgency, changes::Amount};
use crate::{Planned, Stand};
use rung_catalog::{Catalog, Fee, Path};
use rung_record::{Date, Hours, Record, Usd};
use rung_rules::{
    Question, Verdict,
    words::{self as rules, capital},
};
use rung_words::{Iso, Words, say};

/// So many lines or credits are named one by one.
const MOST_NAMED: usize = 3;

/// A heading for the todos of an urgency.
pub fn urgency(words: &Words, urgency: Urgency) -> String {
    match urgency {
        Urgency::Now => say!(words, "today-urgency-now"),
        Urgency::Soon => say!(words, "today-urgency-soon"),
        Urgency::Later => say!(words, "today-urgency-later"),
        Urgency::Someday => say!(words, "today-urgency-someday"),
    }
}

/// What to do, in a few words.
pub fn title(words: &Words, todo: &Todo<'_>, catalog: &Catalog) -> String {
    let name = || whose(words, todo, catalog);
    match &todo.kind {
        Kind::Reinstate { .. } => say!(words, "today-title-reinstate", name = name()),
        Kind::SendAgain { .. } => say!(words, "today-title-send-again", name = name()),
        Kind::Renew { .. } => say!(words, "today-title-renew", name = name()),
        Kind::Earn { lines, least, .. } => earn_title(words, lines, *least, name()),
        Kind::Do(activity) => activity_title(words, activity),
        Kind::Answer { question: Question::Ask(_), .. } => match todo.about {
            Some(about) => say!(words, "today-title-ask", body = &catalog.authority_of(about).body),
            None => say!(words, "today-title-ask-the-board"),
        },
        Kind::Answer { settles, .. } => say!(words, "today-title-answer", count = *settles),
        Kind::Await { .. } => say!(words, "today-title-await", name = name()),
        Kind::RulesChange { from, .. } => {
            say!(words, "today-title-rules-change", day = Iso(*from), name = name())
        }
        Kind::Coming { .. } => match todo.about {
            Some(_) => say!(words, "today-title-coming", name = name()),
            None => say!(words, "today-title-coming-rule"),
        },
        Kind::StartOver { .. } => say!(words, "today-title-start-over", name = name()),
        Kind::Document { credits } => {
            say!(words, "today-title-document", count = credits.len(), name = name())
        }
        Kind::Apply { .. } => say!(words, "today-title-apply", name = name()),
    }
}

fn earn_title(words: &Words, lines: &[ShortLine<'_>], least: Hours, name: String) -> String {
    match lines {
        [only] if only.short.is_zero() => {
            let what = words.english(&only.requirement.what);
            say!(words, "today-title-missing", what = capital(&what), name = name)
        }
        _ if least.is_zero() => say!(words, "today-title-meet", count = lines.len(), name = name),
        _ => say!(words, "today-title-earn", hours = least, name = name),
    }
}

/// `Take: …`, `Attend: …`.
pub(crate) fn activity_title(words: &Words, activity: &Planned) -> String {
    match activity.stand {
        Stand::Registered => say!(words, "today-title-attend", title = &activity.title),
        Stand::Planned => say!(words, "today-title-take", title = &activity.title),
    }
}

/// Why, in a sentence or more.
pub fn why(words: &Words, todo: &Todo<'_>, record: &Record, on: Date) -> String {
    match &todo.kind {
        Kind::Reinstate { expired, stage, by, .. } => {
            let expired = match expired {
                Some(day) => say!(words, "today-why-expired", day = Iso(*day)),
                None => say!(words, "today-why-expired-someday"),
            };
            let stage = match stage {
                Some(stage) => words.english(stage.title.to_lowercase()).into_owned(),
                None => say!(words, "today-bringing-it-back"),
            };
            match by {
                Some(by) => say!(
                    words,
                    "today-why-reinstate",
                    expired = expired,
                    stage = stage,
                    day = Iso(*by),
                    left = words.days_left(on, *by)
                ),
                None => say!(words, "today-why-reinstate-someday", expired = expired, stage = stage),
            }
        }
        Kind::SendAgain { filed, returned } => {
            say!(words, "today-why-send-again", filed = Iso(*filed), returned = Iso(*returned))
        }
        Kind::Renew { opens, file_by, expires, .. } => renewal(words, *opens, *file_by, *expires, on),
        Kind::Earn { .. } => why_earn(words, &todo.kind, on),
        Kind::Do(activity) => why_do(words, activity, on),
        Kind::Answer { settles, .. } => say!(words, "today-why-answer", count = *settles),
        Kind::Await { filed, dead_zone: true } => say!(words, "today-why-await-dead-zone", day = Iso(*filed)),
        Kind::Await { filed, .. } => say!(words, "today-why-await", day = Iso(*filed)),
        Kind::RulesChange { from, in_this_period, changes, .. } => {
            let changes = told_changes(words, changes);
            match in_this_period {
                true => say!(words, "today-why-rules-change", day = Iso(*from), changes = changes),
                false => say!(words, "today-why-rules-change-next", day = Iso(*from), changes = changes),
            }
        }
        Kind::Coming { what, .. } => match todo.bites {
            Some(day) => say!(words, "today-why-coming", day = Iso(day), what = what),
            None => what.clone(),
        },
        Kind::StartOver { expired } => why_start_over(words, todo, *expired),
        Kind::Document { credits } => why_document(words, credits, record),
        Kind::Apply { path, is_new: true, .. } => {
            say!(words, "today-why-apply-since-lately", path = words.english(&path.title))
        }
        Kind::Apply { path, .. } => say!(words, "today-why-apply", path = words.english(&path.title)),
    }
}

fn why_earn(words: &Words, kind: &Kind<'_>, on: Date) -> String {
    let Kind::Earn { lines, pace, by, .. } = kind else { return String::new() };
    let mut named: Vec<String> = lines.iter().take(MOST_NAMED).map(|line| short_line(words, line)).collect();
    if lines.len() > MOST_NAMED {
        named.push(say!(words, "today-and-more", count = lines.len() - MOST_NAMED));
    }
    let what = capital(&named.join("; "));
    if *by < on {
        return say!(words, "today-why-earn-too-late", what = what, day = Iso(*by));
    }
    let left = words.days_left(on, *by);
    match pace.filter(|pace| pace.months > 1) {
        Some(pace) => {
            let hours = pace.per_month();
            say!(words, "today-why-earn-at-a-pace", what = what, day = Iso(*by), left = left, hours = hours)
        }
        None => say!(words, "today-why-earn", what = what, day = Iso(*by), left = left),
    }
}

/// `4 h of 20 h short: continuing education`.
fn short_line(words: &Words, line: &ShortLine<'_>) -> String {
    let what = words.english(&line.requirement.what);
    match (line.short.is_zero(), line.asked) {
        (false, Some(asked)) => {
            say!(words, "today-short-of", short = line.short, asked = asked, what = what)
        }
        (false, None) => say!(words, "today-short", short = line.short, what = what),
        _ => what.into_owned(),
    }
}

fn why_do(words: &Words, activity: &Planned, on: Date) -> String {
    if activity.on < on {
        return say!(words, "today-why-planned-before", day = Iso(activity.on));
    }
    let left = words.days_left(on, activity.on);
    let day = Iso(activity.on);
    let hours = activity.hours.map(|hours| words.hours(hours));
    match (activity.at.map(|at| at.strftime("%H:%M").to_string()), hours) {
        (Some(time), Some(hours)) => {
            say!(words, "today-why-planned-at-for", day = day, time = time, left = left, hours = hours)
        }
        (Some(time), None) => say!(words, "today-why-planned-at", day = day, time = time, left = left),
        (None, Some(hours)) => say!(words, "today-why-planned-for", day = day, left = left, hours = hours),
        (None, None) => say!(words, "today-why-planned", day = day, left = left),
    }
}

fn why_start_over(words: &Words, todo: &Todo<'_>, expired: Option<Date>) -> String {
    let afterwards = todo.about.and_then(|about| about.reinstatement.as_ref());
    let what = afterwards.and_then(|open| open.afterwards.as_deref()).map(|what| words.english(what));
    let expired = match expired {
        Some(day) => say!(words, "today-why-expired", day = Iso(day)),
        None => say!(words, "today-why-expired-someday"),
    };
    match what {
        Some(what) => say!(words, "today-why-start-over-so", expired = expired, what = what),
        None => say!(words, "today-why-start-over", expired = expired),
    }
}

fn why_document(words: &Words, credits: &[usize], record: &Record) -> String {
    let titles: Vec<&str> = credits
        .iter()
        .take(MOST_NAMED)
        .filter_map(|n| record.credits.get(*n))
        .map(|credit| credit.title.as_deref().unwrap_or(credit.id.as_str()))
        .collect();
    let titles = titles.join("; ");
    match credits.len().saturating_sub(MOST_NAMED) {
        0 => say!(words, "today-why-document", titles = titles),
        more => say!(words, "today-why-document-more", titles = titles, count = more),
    }
}

/// What to do about it, in a sentence.
pub fn what_to_do(words: &Words, todo: &Todo<'_>, record: &Record, on: Date) -> String {
    match &todo.kind {
        Kind::Reinstate { ready: Verdict::Met, fees, .. } => {
            with_fees(words, say!(words, "today-do-reinstate-now"), fees)
        }
        Kind::Reinstate { fees, .. } => with_fees(words, say!(words, "today-do-reinstate"), fees),
        Kind::SendAgain { .. } => say!(words, "today-do-send-again"),
        Kind::Renew { opens, ready, fees, .. } => {
            let opens = opens.filter(|opens| *opens > on).map(Iso);
            with_fees(words, renew(words, *ready, opens), fees)
        }
        Kind::Earn { by, .. } if *by < on => say!(words, "today-do-earn-too-late"),
        Kind::Earn { least, .. } if least.is_zero() => say!(words, "today-do-meet"),
        Kind::Earn { .. } => say!(words, "today-do-earn"),
        Kind::Do(activity) if activity.on < on => say!(words, "today-do-enter"),
        Kind::Do(activity) if activity.stand == Stand::Registered => say!(words, "today-do-attend"),
        Kind::Do(_) => say!(words, "today-do-take"),
        Kind::Answer { question, .. } => rules::question(words, question, record),
        Kind::Await { dead_zone: true, .. } => say!(words, "today-do-await-dead-zone"),
        Kind::Await { .. } => say!(words, "today-do-await"),
        Kind::RulesChange { .. } => say!(words, "today-do-rules-change"),
        Kind::Coming { .. } => say!(words, "today-do-coming"),
        Kind::StartOver { .. } => say!(words, "today-do-start-over"),
        Kind::Document { .. } => say!(words, "today-do-document"),
        Kind::Apply { path, .. } => apply(words, path),
    }
}

fn renew(words: &Words, ready: Verdict, opens: Option<Iso>) -> String {
    match (ready, opens) {
        (Verdict::Met, Some(day)) => say!(words, "today-do-renew-ready-from", day = day),
        (Verdict::Met, None) => say!(words, "today-do-renew-ready"),
        (Verdict::NotMet, Some(day)) => say!(words, "today-do-renew-missing-from", day = day),
        (Verdict::NotMet, None) => say!(words, "today-do-renew-missing"),
        (Verdict::Unknown, Some(day)) => say!(words, "today-do-renew-unknown-from", day = day),
        (Verdict::Unknown, None) => say!(words, "today-do-renew-unknown"),
    }
}

fn apply(words: &Words, path: &Path) -> String {
    let steps: Vec<&str> = path.steps.iter().map(|step| step.what.as_str()).collect();
    let cost: Usd = path.steps.iter().filter_map(|step| step.usd).sum();
    let asked = words.english(steps.join("; "));
    match steps.is_empty() {
        true => say!(words, "today-do-apply"),
        false if cost == Usd::ZERO => say!(words, "today-do-apply-so", steps = asked),
        false => say!(words, "today-do-apply-so-for", steps = asked, cost = cost),
    }
}

fn whose(words: &Words, todo: &Todo<'_>, catalog: &Catalog) -> String {
    match todo.about {
        Some(about) => rules::titled(words, about, todo.duty, catalog),
        None => say!(words, "today-your-record"),
    }
}

fn renewal(words: &Words, opens: Option<Date>, file_by: Option<Date>, expires: Date, on: Date) -> String {
    let left = |day| words.days_left(on, day);
    let good = match file_by {
        Some(by) if by < on => {
            let left = left(expires);
            say!(words, "today-why-renew-late", by = Iso(by), expires = Iso(expires), left = left)
        }
        Some(by) if by != expires => {
            say!(words, "today-why-renew-by", by = Iso(by), left = left(by), expires = Iso(expires))
        }
        _ => say!(words, "today-why-renew", expires = Iso(expires), left = left(expires)),
    };
    let opens = match opens {
        Some(opens) if opens > on => say!(words, "today-why-opens", day = Iso(opens)),
        Some(opens) => say!(words, "today-why-open-since", day = Iso(opens)),
        None => return good,
    };
    format!("{opens} {good}")
}

fn told_changes(words: &Words, changes: &[AskedChange<'_>]) -> String {
    if changes.is_empty() {
        return say!(words, "today-changes-none");
    }
    let mut told: Vec<String> =
        changes.iter().take(MOST_NAMED).map(|change| asked_change(words, change)).collect();
    if changes.len() > MOST_NAMED {
        told.push(say!(words, "today-changes-more", count = changes.len() - MOST_NAMED));
    }
    format!("{}.", capital(&told.join("; ")))
}

/// `20 h instead of 10 h: continuing education`.
pub fn asked_change(words: &Words, change: &AskedChange<'_>) -> String {
    let what = words.english(&change.requirement.what);
    let is_most = change.requirement.kind() == "maximum";
    match (change.before, change.after) {
        (Some(Amount::Hours(before)), Some(Amount::Hours(after))) if is_most => {
            say!(words, "today-change-most", after = after, before = before, what = what)
        }
        (Some(Amount::Hours(before)), Some(Amount::Hours(after))) => {
            say!(words, "today-change-hours", after = after, before = before, what = what)
        }
        (_, Some(Amount::Hours(after))) if is_most => {
            say!(words, "today-change-new-most", after = after, what = what)
        }
        (_, Some(Amount::Hours(after))) => say!(words, "today-change-new-hours", after = after, what = what),
        (None, Some(Amount::Plain)) => say!(words, "today-change-new", what = what),
        (_, Some(Amount::Plain)) => say!(words, "today-change-otherwise", what = what),
        (_, None) => say!(words, "today-change-no-longer", what = what),
    }
}

/// The sentence, and what it costs.
fn with_fees(words: &Words, sentence: String, fees: &[&Fee]) -> String {
    let told: Vec<String> = fees
        .iter()
        .map(|fee| {
            let when = fee.when.as_ref().map(|when| format!(" ({when})")).unwrap_or_default();
            say!(words, "today-fee", amount = fee.usd, what = words.english(format!("{}{when}", fee.what)))
        })
        .collect();
    match told.is_empty() {
        true => sentence,
        false => format!("{sentence} {}", say!(words, "today-fees", fees = told.join(", "))),
    }
}
