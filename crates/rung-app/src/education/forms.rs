//! What a request brings: a day.

use crate::shell::{Frame, components};
use maud::{Markup, html};
use rung_record::{Date, parse_date};
use rung_words::say;
use serde::Deserialize;

/// `?on=2026-11-23`
#[derive(Deserialize)]
pub struct DayQuery {
    pub on: Option<String>,
}

/// The day that is asked about.
pub struct Day {
    /// The day that is answered: the one that was asked for, or today.
    pub on: Date,
    /// Whether that is today.
    pub is_today: bool,
    /// As it was typed.
    pub typed: String,
    /// Why what was typed is no day.
    pub fault: Option<String>,
}

impl Day {
    /// Reads what was typed; nothing means today, and so does, with its fault, what is no day.
    pub fn read(typed: Option<&str>, today: Date) -> Self {
        match typed.map(str::trim).filter(|typed| !typed.is_empty()) {
            None => Self { on: today, is_today: true, typed: today.to_string(), fault: None },
            Some(typed) => match parse_date(typed) {
                Ok(on) => Self { on, is_today: on == today, typed: typed.to_owned(), fault: None },
                Err(fault) => Self { on: today, is_today: true, typed: typed.to_owned(), fault: Some(fault) },
            },
        }
    }

    /// Its field in a form.
    pub fn field(&self, frame: &Frame) -> Markup {
        let fault =
            self.fault.as_ref().map(|_| say!(frame.words, "education-fault-day", typed = &self.typed));
        components::field("on", &say!(frame.words, "education-day"), "", fault.as_deref(), |described| {
            html! {
                input #on type="date" name="on" value=(self.typed) min="1900-01-01" max="2200-12-31" required
                    aria-invalid=[fault.is_some().then_some("true")] aria-describedby=[(!described.is_empty()).then_some(described)];
            }
        })
    }
}
