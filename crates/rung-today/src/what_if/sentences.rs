//! Differences in words.

use super::difference::{Ask, Day, Difference, Whose};
use crate::agenda::words::asked_change;
use rung_catalog::Catalog;
use rung_record::{Date, Usd};
use rung_rules::{Route, Verdict, words::titled};

/// So many lines of an obligation are named.
const MOST_NAMED: usize = 4;

/// A sentence for each difference.
pub fn words(differences: &[Difference<'_>], catalog: &Catalog) -> Vec<String> {
    differences.iter().map(|difference| sentence(difference, catalog)).collect()
}

/// A difference in a sentence: `Texas … asks 20 h of continuing education by 2027-05-31, which nothing asked before.`
pub fn sentence(difference: &Difference<'_>, catalog: &Catalog) -> String {
    let title = |whose: &Whose<'_>| titled(whose.credential, whose.duty, catalog);
    match difference {
        Difference::AskedNew(ask) => {
            format!("{} asks {}, which is not asked now.", title(&ask.whose), asked(ask))
        }
        Difference::AskedNoMore(ask) => {
            format!("{} no longer asks anything ({}).", title(&ask.whose), asked_in_short(ask))
        }
        Difference::AskedOtherwise { whose, change } => {
            format!("{}: {}.", title(whose), asked_change(change))
        }
        Difference::Route { whose, before, after } => {
            format!("{} {} (now it {}).", title(whose), route(*after), route(*before))
        }
        Difference::Day { whose, day, before, after } => {
            let what = match day {
                Day::Opens => "opens for renewal",
                Day::FileBy => "is to be renewed by",
                Day::Expires => "expires",
                Day::ReinstateBy => "can be brought back until",
            };
            match (before, after) {
                (Some(before), Some(after)) => {
                    format!("{} {what} {after} instead of {before}.", title(whose))
                }
                (None, Some(after)) => format!("{} {what} {after}.", title(whose)),
                (_, None) => format!("It is not known when {} {what}.", title(whose)),
            }
        }
        Difference::Verdict { whose, what, after: Verdict::Met, .. } => {
            format!("Now met: {what} ({}).", title(whose))
        }
        Difference::Verdict { whose, what, before: Verdict::Met, after: Verdict::NotMet, short } => {
            let short = if short.is_zero() { String::new() } else { format!(", {} short", short.in_words()) };
            format!("No longer met: {what} ({}){short}.", title(whose))
        }
        Difference::Verdict { whose, what, after: Verdict::NotMet, .. } => {
            format!("Not met: {what} ({}).", title(whose))
        }
        Difference::Verdict { whose, what, after: Verdict::Unknown, .. } => {
            format!("No longer known: {what} ({}).", title(whose))
        }
        Difference::Short { whose, what, before, after } => {
            let (more, by) = match after > before {
                true => ("more", after.saturating_sub(*before)),
                false => ("less", before.saturating_sub(*after)),
            };
            format!("{} {more} are missing of {what} ({}).", by.in_words(), title(whose))
        }
        Difference::Fees { whose, before, after } => {
            format!("{} in fees of {} (${after} instead of ${before}).", money(*before, *after), title(whose))
        }
        Difference::Eligible { credential, after, .. } => {
            let name = titled(credential, "", catalog);
            match after {
                Verdict::Met => format!("You may apply for {name}."),
                Verdict::NotMet => format!("You may no longer apply for {name}."),
                Verdict::Unknown => format!("Whether you may apply for {name} is not known."),
            }
        }
        Difference::Cost { before, after } => {
            format!("{} for the plan (${after} instead of ${before}).", money(*before, *after))
        }
        Difference::PlanHours { before, after } => {
            format!("The plan takes {} instead of {}.", after.in_words(), before.in_words())
        }
        Difference::Finish { before, after } => {
            let day = |day: &Option<Date>| day.map_or_else(|| "at once".to_owned(), |day| day.to_string());
            format!("The plan is done {} instead of {}.", day(after), day(before))
        }
        Difference::Plan { there_is: true, .. } => {
            "There is a plan that does it, where there is none now.".to_owned()
        }
        Difference::Plan { there_is: false, because } if because.is_empty() => "No plan does it.".to_owned(),
        Difference::Plan { there_is: false, because } => {
            format!("No plan does it: {} cannot be had together.", because.join(", "))
        }
    }
}

fn money(before: Usd, after: Usd) -> String {
    let apart = Usd::from_cents(before.in_cents().abs_diff(after.in_cents()));
    format!("${apart} {}", if after > before { "more" } else { "less" })
}

fn route(route: Route) -> &'static str {
    match route {
        Route::Renew => "can be renewed",
        Route::Reinstate => "is expired and can be brought back",
        Route::StartOver => "is gone and must be earned anew",
        Route::None => "asks nothing",
    }
}

/// `20 h of continuing education, 1 h of law and 2 more by 2027-05-31`.
fn asked(ask: &Ask<'_>) -> String {
    let mut named: Vec<String> = ask
        .lines
        .iter()
        .take(MOST_NAMED)
        .map(|(what, hours)| match hours {
            Some(hours) => format!("{} of {what}", hours.in_words()),
            None => (*what).to_owned(),
        })
        .collect();
    if ask.lines.len() > MOST_NAMED {
        named.push(format!("{} more", ask.lines.len() - MOST_NAMED));
    }
    let what = match named.as_slice() {
        [] => "to be renewed".to_owned(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    };
    match ask.by {
        Some(by) => format!("{what} by {by}"),
        None => what,
    }
}

/// `20 h by 2027-05-31`: the most hours of a line.
fn asked_in_short(ask: &Ask<'_>) -> String {
    let most = ask.lines.iter().filter_map(|(_, hours)| *hours).max();
    let what = match (most, ask.lines.len()) {
        (Some(hours), _) => hours.in_words(),
        (None, 0) => "a renewal".to_owned(),
        (None, 1) => "1 requirement".to_owned(),
        (None, count) => format!("{count} requirements"),
    };
    match ask.by {
        Some(by) => format!("{what} by {by}"),
        None => what,
    }
}
