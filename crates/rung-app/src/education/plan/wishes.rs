//! What the technician allows a plan: money, hours a week, how far ahead.

use crate::shell::{Frame, components::field};
use jiff::ToSpan as _;
use maud::{Markup, html};
use rung_planner::ce::Wishes;
use rung_record::{Date, Hours, Usd, parse_date};
use rung_rules::Status;
use rung_store::PlanSettings;
use rung_words::say;

const HOURS_OF_A_WEEK: Hours = Hours::from_whole(168);

/// What was typed into a field, and what it means or why it means nothing.
pub struct Typed<T> {
    typed: String,
    read: Result<T, String>,
}

impl<T> Typed<T> {
    /// Reads it.
    pub fn read(typed: &str, parse: impl FnOnce(&str) -> Result<T, String>) -> Self {
        let typed: String = typed.trim().chars().take(40).collect();
        let read = parse(&typed);
        Self { typed, read }
    }

    /// What it means; none where it means nothing.
    pub fn value(&self) -> Option<&T> {
        self.read.as_ref().ok()
    }

    /// Its field.
    pub fn field(&self, id: &str, label: &str, hint: &str, kind: &str) -> Markup {
        let fault = self.read.as_ref().err().map(String::as_str);
        field(id, label, hint, fault, |described| {
            html! {
                input id=(id) name=(id) value=(self.typed) type=(kind) autocomplete="off" size="10" maxlength="40"
                    inputmode=[(kind == "text").then_some("decimal")] aria-invalid=[fault.map(|_| "true")]
                    aria-describedby=[(!described.is_empty()).then_some(described)];
            }
        })
    }
}

/// `$1,200` or nothing.
pub fn money(frame: &Frame, typed: &str) -> Typed<Option<Usd>> {
    Typed::read(typed, |text| {
        let plain = text.trim_start_matches('$').replace(',', "");
        if plain.is_empty() {
            return Ok(None);
        }
        plain.parse().map(Some).map_err(|_| say!(frame.words, "ceplan-fault-money", typed = text))
    })
}

/// Hours of a week, or nothing.
pub fn hours_a_week(frame: &Frame, typed: &str) -> Typed<Option<Hours>> {
    Typed::read(typed, |text| match text {
        "" => Ok(None),
        _ => match text.parse::<Hours>() {
            Ok(hours) if hours <= HOURS_OF_A_WEEK => Ok(Some(hours)),
            Ok(_) => Err(say!(frame.words, "ceplan-fault-week")),
            Err(_) => Err(say!(frame.words, "ceplan-fault-hours", typed = text)),
        },
    })
}

/// A day that is not before `earliest`, or nothing.
pub fn day(frame: &Frame, typed: &str, earliest: Option<Date>) -> Typed<Option<Date>> {
    Typed::read(typed, |text| match (parse_date(text), earliest) {
        _ if text.is_empty() => Ok(None),
        (Ok(day), Some(earliest)) if day < earliest => {
            Err(say!(frame.words, "ceplan-fault-early", day = earliest))
        }
        (Ok(day), _) => Ok(Some(day)),
        (Err(_), _) => Err(say!(frame.words, "ceplan-fault-day", typed = text)),
    })
}

/// The wishes that are kept, planned until `horizon`.
pub fn kept(settings: PlanSettings, horizon: Date) -> Wishes {
    Wishes { horizon, budget: settings.budget, hours_per_week: settings.hours_a_week }
}

/// The last day of the periods that run now; a year from now where none is known.
pub fn latest_end(status: &Status<'_>) -> Date {
    let ends =
        status.obligations.iter().filter_map(|obligation| obligation.reinstate_by.or(obligation.expires));
    ends.filter(|end| *end >= status.on).max().unwrap_or_else(|| status.on.saturating_add(1.year()))
}
