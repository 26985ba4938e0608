//! What a request brings: a day, a record, wishes for a plan.

use crate::shell::{Fault, components, components::field};
use axum::extract::{Multipart, multipart::MultipartError};
use maud::{Markup, html};
use rung_planner::ce::Wishes;
use rung_record::{Date, Hours, Usd, parse_date};
use serde::Deserialize;

/// A longer text is not shown again for correction: no one mends a megabyte by hand.
const LONGEST_SHOWN_AGAIN: usize = 1024 * 1024;

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
    pub fn field(&self) -> Markup {
        components::field("on", "Day", "", self.fault.as_deref(), |described| {
            html! {
                input #on type="date" name="on" value=(self.typed) min="1900-01-01" max="2200-12-31" required
                    aria-invalid=[self.fault.is_some().then_some("true")] aria-describedby=[(!described.is_empty()).then_some(described)];
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

/// A record that was sent with a form, not yet read.
#[derive(Default)]
pub struct Upload {
    /// The file, or the text that was pasted; empty when neither was given.
    pub record: Vec<u8>,
    /// The day that was asked for.
    pub on: Option<String>,
    /// What was wished of the plan.
    pub wishes: WishesQuery,
    /// Activities to plan with, as JSON or CSV; empty when none were given.
    pub offerings: Vec<u8>,
}

impl Upload {
    /// Takes the form apart. A chosen file goes before pasted text.
    pub async fn read(mut form: Multipart) -> Result<Self, Fault> {
        let mut upload = Self::default();
        let (mut pasted, mut carried_offerings) = (Vec::new(), Vec::new());
        while let Some(field) = form.next_field().await.map_err(broken_form)? {
            let name = field.name().unwrap_or_default().to_owned();
            let content = field.bytes().await.map_err(broken_form)?;
            let text = || Some(String::from_utf8_lossy(&content).into_owned());
            match name.as_str() {
                "file" => upload.record = content.into(),
                "text" => pasted = content.into(),
                "on" => upload.on = text(),
                "budget" => upload.wishes.budget = text(),
                "hours_per_week" => upload.wishes.hours_per_week = text(),
                "horizon" => upload.wishes.horizon = text(),
                "offerings" => upload.offerings = content.into(),
                "offerings_text" => carried_offerings = content.into(),
                _ => {}
            }
        }
        if upload.record.trim_ascii().is_empty() {
            upload.record = pasted;
        }
        if upload.offerings.trim_ascii().is_empty() {
            upload.offerings = carried_offerings;
        }
        Ok(upload)
    }

    /// Whether neither a file nor a text was given.
    pub fn is_empty(&self) -> bool {
        self.record.trim_ascii().is_empty()
    }

    /// The record's text, to be corrected on the page; none when it is no text, or too long for that.
    pub fn as_text(&self) -> Option<&str> {
        std::str::from_utf8(&self.record).ok().filter(|text| text.len() <= LONGEST_SHOWN_AGAIN)
    }
}

fn broken_form(error: MultipartError) -> Fault {
    match error.status() {
        axum::http::StatusCode::PAYLOAD_TOO_LARGE => Fault::too_large(),
        _ => Fault::unreadable("The form did not arrive whole. Go back and send it again."),
    }
}

/// The form that opens a record: a file, or text. The script adds dropping a file anywhere on the page.
pub fn open_record(text: Option<&str>, fault: Option<&str>) -> Markup {
    html! {
        form.open-record #open method="post" action="/status" enctype="multipart/form-data" data-drop {
            (components::field("file", "Open your record", "A .json file of the format rung-record/1, at most 32 MB.", fault, |described| html! {
                input #file type="file" name="file" accept=".json,application/json"
                    aria-invalid=[fault.map(|_| "true")] aria-describedby=(described);
            }))
            details open[text.is_some()] {
                summary { "Paste it instead" }
                (components::field("text", "Record as text", "", None, |_| html! {
                    textarea #text name="text" rows=(if text.is_some() { 16 } else { 6 }) spellcheck="false" autocapitalize="off"
                        autocomplete="off" placeholder="{\"format\": \"rung-record/1\", …}" {
                        // A browser drops the first line break of a text area.
                        "\n" (text.unwrap_or_default())
                    }
                }))
            }
            button.button type="submit" { "Show where I stand" }
        }
    }
}
