//! Differences in words.

use super::difference::{Ask, Day, Difference, Whose};
use crate::agenda::words::asked_change;
use rung_catalog::{Catalog, Credential};
use rung_planner::ce::words::named;
use rung_record::{Date, Hours, Usd};
use rung_rules::{Route, Verdict, words::titled};
use rung_words::{Iso, Words, say};

/// So many lines of an obligation are named.
const MOST_NAMED: usize = 4;

/// A sentence for each difference.
pub fn words(words: &Words, differences: &[Difference<'_>], catalog: &Catalog) -> Vec<String> {
    differences.iter().map(|difference| sentence(words, difference, catalog)).collect()
}

/// A difference in a sentence: `Texas … asks 20 h of continuing education by 2027-05-31, which nothing asked before.`
pub fn sentence(words: &Words, difference: &Difference<'_>, catalog: &Catalog) -> String {
    let title = |whose: &Whose<'_>| titled(words, whose.credential, whose.duty, catalog);
    match difference {
        Difference::AskedNew(ask) => {
            say!(words, "today-diff-asked-new", title = title(&ask.whose), asked = asked(words, ask))
        }
        Difference::AskedNoMore(ask) => {
            let asked = asked_in_short(words, ask);
            say!(words, "today-diff-asked-no-more", title = title(&ask.whose), asked = asked)
        }
        Difference::AskedOtherwise { whose, change } => {
            format!("{}: {}.", title(whose), asked_change(words, change))
        }
        Difference::Route { whose, before, after } => {
            let (before, after) = (route(words, *before), route(words, *after));
            say!(words, "today-diff-route", title = title(whose), before = before, after = after)
        }
        Difference::Day { whose, day, before, after } => {
            day_moved(words, title(whose), *day, *before, *after)
        }
        Difference::Verdict { whose, what, before, after, short } => {
            verdict(words, title(whose), what, (*before, *after), *short)
        }
        Difference::Short { whose, what, before, after } => {
            let (title, what) = (title(whose), words.english(*what));
            let (more, fewer) = (after.saturating_sub(*before), before.saturating_sub(*after));
            match after > before {
                true => say!(words, "today-diff-short-more", hours = more, what = what, title = title),
                false => say!(words, "today-diff-short-less", hours = fewer, what = what, title = title),
            }
        }
        Difference::Fees { whose, before, after } => fees(words, title(whose), *before, *after),
        Difference::Eligible { credential, after, .. } => eligible(words, credential, *after, catalog),
        Difference::Cost { before, after } if after > before => {
            say!(
                words,
                "today-diff-cost-more",
                apart = apart(*before, *after),
                before = *before,
                after = *after
            )
        }
        Difference::Cost { before, after } => {
            say!(
                words,
                "today-diff-cost-less",
                apart = apart(*before, *after),
                before = *before,
                after = *after
            )
        }
        Difference::PlanHours { before, after } => {
            say!(words, "today-diff-plan-hours", before = *before, after = *after)
        }
        Difference::Finish { before, after } => {
            let day = |day: &Option<Date>| match day {
                Some(day) => day.to_string(),
                None => say!(words, "today-at-once"),
            };
            say!(words, "today-diff-finish", before = day(before), after = day(after))
        }
        Difference::Plan { there_is: true, .. } => say!(words, "today-diff-plan"),
        Difference::Plan { there_is: false, because } if because.is_empty() => {
            say!(words, "today-diff-no-plan")
        }
        Difference::Plan { there_is: false, because } => {
            let because: Vec<String> = because.iter().map(|demand| named(words, demand)).collect();
            say!(words, "today-diff-no-plan-because", because = because.join(", "))
        }
    }
}

fn day_moved(words: &Words, title: String, day: Day, before: Option<Date>, after: Option<Date>) -> String {
    let what = match day {
        Day::Opens => say!(words, "today-day-opens"),
        Day::FileBy => say!(words, "today-day-file-by"),
        Day::Expires => say!(words, "today-day-expires"),
        Day::ReinstateBy => say!(words, "today-day-reinstate-by"),
    };
    match (before.map(Iso), after.map(Iso)) {
        (Some(before), Some(after)) => {
            say!(words, "today-diff-day", title = title, what = what, after = after, before = before)
        }
        (None, Some(after)) => say!(words, "today-diff-day-known", title = title, what = what, after = after),
        (_, None) => say!(words, "today-diff-day-unknown", title = title, what = what),
    }
}

fn verdict(
    words: &Words,
    title: String,
    what: &str,
    (before, after): (Verdict, Verdict),
    short: Hours,
) -> String {
    let what = words.english(what);
    match (before, after) {
        (_, Verdict::Met) => say!(words, "today-diff-met", what = what, title = title),
        (Verdict::Met, Verdict::NotMet) if short.is_zero() => {
            say!(words, "today-diff-no-longer-met", what = what, title = title)
        }
        (Verdict::Met, Verdict::NotMet) => {
            say!(words, "today-diff-no-longer-met-short", what = what, title = title, short = short)
        }
        (_, Verdict::NotMet) => say!(words, "today-diff-not-met", what = what, title = title),
        (_, Verdict::Unknown) => say!(words, "today-diff-no-longer-known", what = what, title = title),
    }
}

fn fees(words: &Words, title: String, before: Usd, after: Usd) -> String {
    let apart = apart(before, after);
    match after > before {
        true => {
            say!(words, "today-diff-fees-more", apart = apart, title = title, before = before, after = after)
        }
        false => {
            say!(words, "today-diff-fees-less", apart = apart, title = title, before = before, after = after)
        }
    }
}

fn apart(before: Usd, after: Usd) -> Usd {
    Usd::from_cents(before.in_cents().abs_diff(after.in_cents()))
}

fn eligible(words: &Words, credential: &Credential, after: Verdict, catalog: &Catalog) -> String {
    let name = titled(words, credential, "", catalog);
    match after {
        Verdict::Met => say!(words, "today-diff-eligible", name = name),
        Verdict::NotMet => say!(words, "today-diff-eligible-no-longer", name = name),
        Verdict::Unknown => say!(words, "today-diff-eligible-unknown", name = name),
    }
}

fn route(words: &Words, route: Route) -> String {
    match route {
        Route::Renew => say!(words, "today-route-renew"),
        Route::Reinstate => say!(words, "today-route-reinstate"),
        Route::StartOver => say!(words, "today-route-start-over"),
        Route::None => say!(words, "today-route-none"),
    }
}

/// `20 h of continuing education, 1 h of law and 2 more by 2027-05-31`.
fn asked(words: &Words, ask: &Ask<'_>) -> String {
    let mut named: Vec<String> = ask
        .lines
        .iter()
        .take(MOST_NAMED)
        .map(|(what, hours)| match hours {
            Some(hours) => say!(words, "today-hours-of", hours = *hours, what = words.english(*what)),
            None => words.english(*what).into_owned(),
        })
        .collect();
    if ask.lines.len() > MOST_NAMED {
        named.push(say!(words, "today-more", count = ask.lines.len() - MOST_NAMED));
    }
    let what = match named.is_empty() {
        true => say!(words, "today-to-be-renewed"),
        false => words.list(&named),
    };
    by(words, what, ask.by)
}

/// `20 h by 2027-05-31`: the most hours of a line.
fn asked_in_short(words: &Words, ask: &Ask<'_>) -> String {
    let most = ask.lines.iter().filter_map(|(_, hours)| *hours).max();
    let what = match (most, ask.lines.len()) {
        (Some(hours), _) => words.hours(hours),
        (None, 0) => say!(words, "today-a-renewal"),
        (None, count) => say!(words, "today-requirements", count = count),
    };
    by(words, what, ask.by)
}

fn by(words: &Words, what: String, day: Option<Date>) -> String {
    match day {
        Some(day) => say!(words, "today-by", what = what, day = Iso(day)),
        None => what,
    }
}
