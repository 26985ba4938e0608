//! What a request brings: a day, wishes for a plan.

use crate::shell::{Frame, components, components::field};
use maud::{Markup, html};
use rung_planner::ce::Wishes;
use rung_record::{Date, Hours, Usd, parse_date};
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

/// `?budget=100&hours_per_week=2&horizon=2027-05-31`; what is left empty is not limited.
#[derive(Default, Deserialize)]
pub struct WishesQuery {
    pub budget: Option<String>,
    pub hours_per_week: Option<String>,
    pub horizon: Option<String>,
}

/// What the technician allows, as read, and as typed where it could not be.
pub struct WishesForm {
    pub budget: Typed<Option<Usd>>,
    pub hours_per_week: Typed<Option<Hours>>,
    pub horizon: Typed<Date>,
}

/// What was typed into a field, and what it means or why it means nothing.
pub struct Typed<T> {
    typed: String,
    read: Result<T, String>,
}

impl<T> Typed<T> {
    fn read(typed: Option<String>, parse: impl FnOnce(&str) -> Result<T, String>) -> Self {
        let typed = typed.unwrap_or_default().trim().to_owned();
        let read = parse(&typed);
        Self { typed, read }
    }

    fn fault(&self) -> Option<&str> {
        self.read.as_ref().err().map(String::as_str)
    }
}

impl WishesForm {
    /// Reads what was typed. An empty budget or week is no limit; an empty horizon is `latest`.
    pub fn read(query: WishesQuery, on: Date, latest: Date) -> Self {
        fn unless_empty<T, E: ToString>(
            text: &str,
            parse: impl FnOnce(&str) -> Result<T, E>,
        ) -> Result<Option<T>, String> {
            if text.is_empty() { Ok(None) } else { parse(text).map(Some).map_err(|fault| fault.to_string()) }
        }
        let mut horizon = Typed::read(query.horizon, |text| match unless_empty(text, parse_date)? {
            None => Ok(latest),
            Some(day) if day < on => Err(format!("choose {on} or a later day")),
            Some(day) => Ok(day),
        });
        if horizon.typed.is_empty() {
            horizon.typed = latest.to_string();
        }
        Self {
            budget: Typed::read(query.budget, |text| {
                unless_empty(text, |text| text.trim_start_matches('$').replace(',', "").parse::<Usd>())
            }),
            hours_per_week: Typed::read(query.hours_per_week, |text| {
                match unless_empty(text, str::parse::<Hours>)? {
                    Some(hours) if hours > Hours::from_whole(168) => Err("a week has 168 hours".into()),
                    hours => Ok(hours),
                }
            }),
            horizon,
        }
    }

    /// The wishes, when every field could be read.
    pub fn wishes(&self) -> Option<Wishes> {
        match (&self.budget.read, &self.hours_per_week.read, &self.horizon.read) {
            (Ok(budget), Ok(hours_per_week), Ok(horizon)) => {
                Some(Wishes { horizon: *horizon, budget: *budget, hours_per_week: *hours_per_week })
            }
            _ => None,
        }
    }

    /// The fields.
    pub fn fields(&self) -> Markup {
        let decimal = |id: &'static str, label: &str, placeholder: &str, typed: &str, fault: Option<&str>| {
            field(id, label, "", fault, |described| {
                html! {
                    input id=(id) name=(id) value=(typed) placeholder=(placeholder) inputmode="decimal" autocomplete="off" size="8"
                        aria-invalid=[fault.map(|_| "true")] aria-describedby=[(!described.is_empty()).then_some(described)];
                }
            })
        };
        let fault = self.horizon.fault();
        html! {
            (decimal("budget", "Budget in $", "no limit", &self.budget.typed, self.budget.fault()))
            (decimal("hours_per_week", "Hours a week", "no limit", &self.hours_per_week.typed, self.hours_per_week.fault()))
            (field("horizon", "Plan for what ends by", "", fault, |described| html! {
                input #horizon type="date" name="horizon" value=(self.horizon.typed) min="1900-01-01" max="2200-12-31"
                    aria-invalid=[fault.map(|_| "true")] aria-describedby=[(!described.is_empty()).then_some(described)];
            }))
        }
    }
}
