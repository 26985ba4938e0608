//! Roles and settings in words.

use crate::compare::Aspect;
use rung_catalog::field::{AdjacentOccupation, RoleExperience};
use rung_words::{Words, say};

/// What a line of a comparison is about.
pub fn aspect(words: &Words, aspect: Aspect) -> String {
    match aspect {
        Aspect::Rung => say!(words, "practice-aspect-rung"),
        Aspect::Does => say!(words, "practice-aspect-does"),
        Aspect::Requires => say!(words, "practice-aspect-requires"),
        Aspect::Welcomes => say!(words, "practice-aspect-welcomes"),
        Aspect::Competencies => say!(words, "practice-aspect-competencies"),
        Aspect::Pay => say!(words, "practice-aspect-pay"),
        Aspect::Settings => say!(words, "practice-aspect-settings"),
        Aspect::Hours => say!(words, "practice-aspect-hours"),
        Aspect::Before => say!(words, "practice-aspect-before"),
        Aspect::After => say!(words, "practice-aspect-after"),
    }
}

/// A role that is found in every setting.
pub fn everywhere(words: &Words) -> String {
    say!(words, "practice-everywhere")
}

/// A role that is found in no setting that the catalogue describes.
pub fn elsewhere(words: &Words) -> String {
    say!(words, "practice-elsewhere")
}

/// No source tells the pay.
pub fn pay_not_known(words: &Words) -> String {
    say!(words, "practice-pay-not-known")
}

/// What an occupation near a role pays.
pub fn nearby_pay(words: &Words, beside: &AdjacentOccupation) -> String {
    let (amount, month) = (words.usd(beside.annual_median), beside.period.to_string());
    say!(words, "practice-pay-nearby", occupation = &beside.title, amount = amount, month = month)
}

/// A duty that a state must allow, as an ask.
pub fn asked_duty(words: &Words, duty: &str) -> String {
    say!(words, "practice-asked-duty", duty = duty)
}

/// The case in which something is asked, to stand behind it.
pub fn only_when(words: &Words, when: &str) -> String {
    say!(words, "practice-only-when", when = when)
}

/// How much work is asked and by whom, to stand behind it: `, at least 60 months (a hospital's posting)`.
pub fn amounts(words: &Words, work: &RoleExperience) -> String {
    let mut text = String::new();
    for part in [
        work.length_at_least.map(|span| say!(words, "practice-at-least", amount = span.to_string())),
        work.length_at_most.map(|span| say!(words, "practice-at-most", amount = span.to_string())),
        work.hours_at_least.map(|hours| say!(words, "practice-at-least", amount = words.hours(hours))),
        work.hours_at_most.map(|hours| say!(words, "practice-at-most", amount = words.hours(hours))),
    ]
    .into_iter()
    .flatten()
    {
        text.push_str(", ");
        text.push_str(&part);
    }
    if let Some(who) = &work.asked_by {
        text.push_str(&say!(words, "practice-asked-by", who = who));
    }
    text
}
