//! A gap in words: why, what is open, how strictly something is asked.

use super::duty_name;
use crate::gap::{Because, Holding, Open};
use crate::viewpoint::Viewpoint;
use rung_catalog::{Allowed, field::Strength};
use rung_rules::Worked;
use rung_words::{Words, say};

/// What would settle an unknown of a gap.
pub fn open(words: &Words, open: &Open<'_>, seen: &Viewpoint<'_>) -> String {
    match open {
        Open::Rule(question) => rung_rules::words::question(words, question, seen.record),
        Open::Meet(what) => say!(words, "practice-open-meet", what = words.english(what.as_ref())),
        Open::Applies(when) => say!(words, "practice-open-applies", when = words.english(*when)),
        Open::WhichState => say!(words, "practice-open-state"),
        Open::WhichCredential(state) => {
            say!(words, "practice-open-credential", state = &state.name, body = &state.body)
        }
        Open::TraineeCredential(state) => {
            say!(words, "practice-open-trainee", state = &state.name, body = &state.body)
        }
        Open::MayTechnicians(state, duty) => {
            let duty = duty_name(seen.catalog, duty);
            say!(words, "practice-open-duty", state = &state.name, duty = duty, body = &state.body)
        }
        Open::NothingKnown => say!(words, "practice-open-nothing-known"),
    }
}

/// As [`open`], to one who writes the record's file: a fact's key is said too.
pub fn open_in_file(words: &Words, asked: &Open<'_>, seen: &Viewpoint<'_>) -> String {
    match asked {
        Open::Rule(question) => rung_rules::words::question_in_file(words, question, seen.record),
        _ => open(words, asked, seen),
    }
}

/// How strictly something is asked.
pub fn strength(words: &Words, strength: Strength) -> String {
    match strength {
        Strength::Required => say!(words, "practice-strength-required"),
        Strength::Alternative => say!(words, "practice-strength-alternative"),
        Strength::Preferred => say!(words, "practice-strength-preferred"),
        Strength::Credential => say!(words, "practice-strength-credential"),
        Strength::Described => say!(words, "practice-strength-described"),
    }
}

/// On what a verdict stands.
pub fn because(words: &Words, because: &Because<'_>, seen: &Viewpoint<'_>) -> String {
    match because {
        Because::Credential { counts_as, holding, .. } => {
            let name = seen.catalog.short_name(counts_as.id.as_str());
            self::holding(words, &name, *holding)
        }
        Because::NoCredential(none) => {
            let names: Vec<String> =
                none.iter().map(|own| seen.catalog.short_name(own.id.as_str())).collect();
            say!(words, "practice-because-not-held", names = words.either(&names))
        }
        Because::Work(worked) => self::worked(words, worked),
        Because::Schooling { entry, is_finished } => {
            let own = seen.record.education.get(*entry);
            let name = own.map_or("", |own| own.title.as_deref().unwrap_or(&own.kind)).replace('-', " ");
            if *is_finished {
                say!(words, "practice-because-school", name = name)
            } else {
                say!(words, "practice-because-school-open", name = name)
            }
        }
        Because::Duty(state, duty) => {
            let name = duty_name(seen.catalog, &duty.kind);
            let state = &state.name;
            match duty.allowed {
                Allowed::Yes => say!(words, "practice-because-allowed", state = state, duty = name),
                Allowed::Conditions => {
                    let terms = duty.terms.join("; ");
                    say!(words, "practice-because-terms", state = state, duty = name, terms = terms)
                }
                Allowed::No => say!(words, "practice-because-forbidden", state = state, duty = name),
                Allowed::Unknown => say!(words, "practice-because-duty-unknown", state = state, duty = name),
            }
        }
        Because::NoneGiven(state) => say!(words, "practice-because-none-given", state = &state.name),
    }
}

fn holding(words: &Words, name: &str, holding: Holding) -> String {
    match holding {
        Holding::Good(Some(until)) => say!(words, "practice-because-held-until", name = name, day = until),
        Holding::Good(None) => say!(words, "practice-because-held", name = name),
        Holding::NotKnown => say!(words, "practice-because-held-unknown", name = name),
        Holding::Coming(day) => say!(words, "practice-because-coming", name = name, day = day),
        Holding::Expired(day) => say!(words, "practice-because-expired", name = name, day = day),
        Holding::NotActive => say!(words, "practice-because-not-active", name = name),
    }
}

/// Months are those of a year with 365 days, whole ones.
fn worked(words: &Words, worked: &Worked) -> String {
    let months = |days: u64| days * 12 / 365;
    match worked.days_needed {
        Some(needed) => say!(
            words,
            "practice-because-months",
            months = months(worked.days),
            needed = months(needed + 1),
            jobs = worked.jobs.len()
        ),
        None => say!(words, "practice-because-hours", hours = worked.hours, jobs = worked.jobs.len()),
    }
}
