//! The plan in sentences of a language. Days are written `2027-05-31`; the words of rules stay English.

use super::{Aside, Claim, Demanded, NamedDemand, Need, Outcome, Way, WhyAside};
use rung_record::Format;
use rung_rules::words::capital;
use rung_words::{Iso, Words, say};

/// What no activity settles, and what to do about it.
pub fn aside(words: &Words, outcome: &Outcome<'_>, aside: &Aside) -> String {
    let demand = &outcome.demands.list[aside.demand];
    let what = capital(&words.english(&demand.wanted[aside.wanted].requirement.what));
    let credential = &demand.obligation.credential.title;
    match aside.why {
        WhyAside::NotByCourses => {
            say!(words, "plan-aside-not-by-courses", what = what, credential = credential)
        }
        WhyAside::TooLate => say!(words, "plan-aside-too-late", what = what, credential = credential),
    }
}

/// What is proven: a part of a sentence.
pub fn claim(words: &Words, claim: Claim) -> String {
    match claim {
        Claim::FewestNeeds => say!(words, "plan-claim-fewest-needs"),
        Claim::Cheapest => say!(words, "plan-claim-cheapest"),
        Claim::Earliest { not_by } => say!(words, "plan-claim-earliest", day = Iso(not_by)),
        Claim::Contradiction => say!(words, "plan-claim-contradiction"),
    }
}

/// Whose condition a reason is: `20 h of continuing education for Registered Pharmacy Technician by 2027-05-31`.
pub fn demanded(words: &Words, outcome: &Outcome<'_>, demanded: &Demanded) -> String {
    named(words, &outcome.named(demanded))
}

/// As [`demanded`], of a demand with what it is about.
pub fn named(words: &Words, demand: &NamedDemand<'_>) -> String {
    match *demand {
        NamedDemand::Budget(Some(budget)) => say!(words, "plan-demand-budget-of", budget = budget),
        NamedDemand::Budget(None) => say!(words, "plan-demand-budget"),
        NamedDemand::HoursPerWeek(Some(hours)) => say!(words, "plan-demand-hours-per-week-of", hours = hours),
        NamedDemand::HoursPerWeek(None) => say!(words, "plan-demand-hours-per-week"),
        NamedDemand::Requirement { hours, what, credential, by } => {
            let (what, by) = (words.english(what), Iso(by));
            match hours {
                Some(hours) => say!(
                    words,
                    "plan-demand-hours-of",
                    hours = hours,
                    what = what,
                    credential = credential,
                    by = by
                ),
                None => say!(words, "plan-demand", what = what, credential = credential, by = by),
            }
        }
        NamedDemand::Cap { most, what, credential } => {
            say!(words, "plan-demand-cap", most = most, what = words.english(what), credential = credential)
        }
    }
}

/// What would make a plan possible.
pub fn way(words: &Words, outcome: &Outcome<'_>, way: &Way) -> String {
    match way {
        Way::Budget { total, more } => say!(words, "plan-way-budget", more = *more, total = *total),
        Way::HoursPerWeek { total, more } => {
            say!(words, "plan-way-hours-per-week", more = *more, total = *total)
        }
        Way::FileLate { demand, by } => {
            let credential = &outcome.demands.list[*demand].obligation.credential.title;
            say!(words, "plan-way-file-late", credential = credential, by = Iso(*by))
        }
        Way::Both { budget } => say!(words, "plan-way-both", budget = *budget),
    }
}

/// What a need must be like: `law, about TX law, live`.
pub fn need(words: &Words, need: &Need) -> String {
    let what = match &need.what {
        Some(what) => words.english(what).into_owned(),
        None => say!(words, "plan-need-any"),
    };
    match need.format {
        Some(Format::Live | Format::LiveOnline) => say!(words, "plan-need-live", what = what),
        Some(Format::Home) => say!(words, "plan-need-home", what = what),
        None => what,
    }
}
