//! What a request brings: a day, a record.

use crate::shell::{Fault, components};
use axum::extract::{Multipart, multipart::MultipartError};
use maud::{Markup, html};
use rung_record::{Date, parse_date};
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
    /// As it was typed.
    pub typed: String,
    /// Why what was typed is no day.
    pub fault: Option<String>,
}

impl Day {
    /// Reads what was typed; nothing means today, and so does, with its fault, what is no day.
    pub fn read(typed: Option<&str>, today: Date) -> Self {
        match typed.map(str::trim).filter(|typed| !typed.is_empty()) {
            None => Self { on: today, typed: today.to_string(), fault: None },
            Some(typed) => match parse_date(typed) {
                Ok(on) => Self { on, typed: typed.to_owned(), fault: None },
                Err(fault) => Self { on: today, typed: typed.to_owned(), fault: Some(fault) },
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

/// A record that was sent with a form, not yet read.
#[derive(Default)]
pub struct Upload {
    /// The file, or the text that was pasted; empty when neither was given.
    pub record: Vec<u8>,
    /// The day that was asked for.
    pub on: Option<String>,
}

impl Upload {
    /// Takes the form apart. A chosen file goes before pasted text.
    pub async fn read(mut form: Multipart) -> Result<Self, Fault> {
        let mut upload = Self::default();
        let mut pasted = Vec::new();
        while let Some(field) = form.next_field().await.map_err(broken_form)? {
            let name = field.name().unwrap_or_default().to_owned();
            let content = field.bytes().await.map_err(broken_form)?;
            match name.as_str() {
                "file" => upload.record = content.into(),
                "text" => pasted = content.into(),
                "on" => upload.on = Some(String::from_utf8_lossy(&content).into_owned()),
                _ => {}
            }
        }
        if upload.record.trim_ascii().is_empty() {
            upload.record = pasted;
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
