//! Rules in words: what a line asks, and which credits it takes.

use crate::shell::words;
use rung_catalog::{Ask, Filter, Share, Window};
use rung_record::{Audience, CreditKind, Format, Hours};
use rung_rules::Line;

/// What a line asks, as a sentence or two.
pub fn rule(line: &Line<'_>) -> String {
    let what = &line.requirement.what;
    match &line.requirement.ask {
        Ask::Minimum { hours: Some(hours), counts, window, in_addition } => {
            let asked = line.asked.unwrap_or(*hours);
            let top = if *in_addition { ", on top of the other hours" } else { "" };
            let usual =
                if asked == *hours { String::new() } else { format!(" Usually {hours} h are asked.") };
            if asked.is_zero() {
                return format!("No hours are asked this time.{usual}");
            }
            format!("At least {asked} h of {what}, completed {}{top}.{usual}{}", when(window), taken(counts))
        }
        Ask::Minimum { hours: None, counts, window, .. } => {
            format!("Hours of {what}, completed {}; no source says how many.{}", when(window), taken(counts))
        }
        Ask::Maximum { most, counts, per_day } => {
            let most = match (line.asked, most) {
                (Some(hours), Share::Hours(_)) | (Some(hours), Share::Of { .. }) => format!("{hours} h"),
                (None, Share::Hours(hours)) => format!("{hours} h"),
                (None, Share::Of { numerator, denominator, of }) => {
                    format!("{numerator}/{denominator} of the hours of \u{201c}{of}\u{201d}")
                }
            };
            let each = if *per_day { " a day" } else { "" };
            format!("At most {most}{each} of {what} count.{}", taken(counts))
        }
        Ask::Course { counts, window } => {
            format!("One course or activity: {what}, completed {}.{}", when(window), taken(counts))
        }
        Ask::AcademicCredits { credits, counts, window } => {
            format!(
                "At least {credits} academic credits: {what}, completed {}.{}",
                when(window),
                taken(counts)
            )
        }
        Ask::Condition(condition) if condition.attest.is_some() => {
            format!("You state that this is so: {what}.")
        }
        Ask::Condition(_) => format!("This must be so: {what}."),
        Ask::AllOf(_) => format!("Everything below: {what}."),
        Ask::Unknown(question) => format!("No source settles what is asked. {question}"),
    }
}

fn when(window: &Window) -> String {
    match window {
        Window::Period => "in the period".into(),
        Window::EachCalendarYear => "in each calendar year of the period".into(),
        Window::Ever => "at any time".into(),
        Window::BeforeEnd(span) => format!("in the last {span} of the period"),
    }
}

/// Which credits pass, as a sentence; nothing when all do.
fn taken(filter: &Filter) -> String {
    let parts = clauses(filter);
    if parts.is_empty() { String::new() } else { format!(" Counts: {}.", parts.join("; ")) }
}

/// Each thing that a filter asks of a credit.
pub fn clauses(filter: &Filter) -> Vec<String> {
    let mut parts = Vec::new();
    if !filter.kinds.is_empty() {
        parts.push(either(filter.kinds.iter().map(|kind| kind_name(*kind).to_owned())));
    }
    if !filter.accreditation.is_empty() {
        let names = filter.accreditation.iter().map(|body| match body.as_str() {
            "acpe" => "ACPE".to_owned(),
            "cme-1" => "CME category 1".to_owned(),
            "board" => "the board".to_owned(),
            other => other
                .strip_prefix("board:")
                .map_or_else(|| other.to_owned(), |state| format!("the board of {}", state.to_uppercase())),
        });
        parts.push(format!("accredited by {}", either(names)));
    }
    if !filter.formats.is_empty() {
        parts.push(format!(
            "taken {}",
            either(filter.formats.iter().map(|format| format_name(*format).to_owned()))
        ));
    }
    match filter.audience.as_slice() {
        [] => {}
        [Audience::Technician] => parts.push("made for technicians (or for both)".into()),
        many => {
            parts.push(format!("made for {}", either(many.iter().map(|who| audience_name(*who).to_owned()))))
        }
    }
    if !filter.topics.is_empty() {
        parts.push(format!("about {}", either(filter.topics.iter().map(|topic| spaced(topic.as_str())))));
    }
    if let Some(state) = &filter.law_of {
        parts.push(format!("on the law of {state}"));
    }
    if let Some(from) = filter.completed_from {
        parts.push(format!("completed on {} or later", words::plain_day(from)));
    }
    if let Some(before) = filter.completed_before {
        parts.push(format!("completed before {}", words::plain_day(before)));
    }
    if let Some(least) = filter.academic_credits_at_least.filter(|least: &Hours| !least.is_zero()) {
        parts.push(format!("of {least} academic credits or more"));
    }
    if let Some(grade) = filter.grade_at_least {
        parts.push(format!("passed with {grade} or better"));
    }
    if !filter.any.is_empty() {
        parts.push(either(filter.any.iter().map(|inner| clauses(inner).join(", "))));
    }
    if let Some(not) = &filter.not {
        parts.push(format!("not {}", clauses(not).join(", ")));
    }
    parts
}

/// `a, b or c`
fn either(words: impl Iterator<Item = String>) -> String {
    let mut words: Vec<String> = words.collect();
    let last = words.pop().unwrap_or_default();
    if words.is_empty() { last } else { format!("{} or {last}", words.join(", ")) }
}

/// `patient-safety` as `patient safety`.
pub fn spaced(word: &str) -> String {
    word.replace('-', " ")
}

/// A kind of activity in words.
pub fn kind_name(kind: CreditKind) -> &'static str {
    match kind {
        CreditKind::Ce => "continuing-education activity",
        CreditKind::CollegeCourse => "college course",
        CreditKind::InService => "in-service training",
        CreditKind::Presentation => "presentation given",
        CreditKind::Volunteer => "volunteer service",
        CreditKind::BoardMeeting => "board meeting",
        CreditKind::Exam => "examination passed",
        CreditKind::LifeSupport => "life-support course",
        CreditKind::Course => "named course",
    }
}

fn format_name(format: Format) -> &'static str {
    match format {
        Format::Live => "live",
        Format::LiveOnline => "live online",
        Format::Home => "as home study",
    }
}

fn audience_name(audience: Audience) -> &'static str {
    match audience {
        Audience::Technician => "technicians",
        Audience::Pharmacist => "pharmacists only",
        Audience::Both => "technicians and pharmacists",
    }
}
