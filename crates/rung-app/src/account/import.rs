//! Bringing a file in: it waits in the parking while its preview is looked at, and is taken in as one batch.

use super::{columns, parts, preview};
use crate::shell::{
    Fault, Page, Parked, Posted, PostedFiles, Room, Visit,
    components::{self, State},
};
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};
use rung_formats::{
    credit_file::{CreditFile, CreditFormat, says_it_is_a_record},
    merge::{self, Decision, Finding, Known},
    offerings::{self, Offering},
};
use rung_record::{MAX_RECORD_BYTES, Problems, Record, edit::apply};
use rung_store::{Change, StoreError};
use rung_words::say;
use serde::Deserialize;
use std::collections::HashMap;

/// What a file turned out to be.
pub enum Brought {
    /// A whole record.
    Whole(Box<Record>),
    /// Credits.
    Credits(Box<CreditFile>),
    /// Activities that can be taken.
    Offerings(Vec<Offering>),
}

/// A file that waits, and what the reader says of its columns.
pub struct Waiting {
    /// Its ticket.
    pub ticket: String,
    /// The file.
    pub file: Parked,
    /// As [`columns::said`].
    pub said: Vec<String>,
}

/// What is to be done with a credit that is there otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnConflict {
    /// The record's stays.
    #[default]
    Leave,
    /// The file's takes its place.
    Replace,
    /// Both are kept.
    Add,
}

impl OnConflict {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Leave, Self::Replace, Self::Add];

    /// The word in the form.
    pub fn code(self) -> &'static str {
        match self {
            Self::Leave => "leave",
            Self::Replace => "replace",
            Self::Add => "add",
        }
    }

    fn of(code: &str) -> Self {
        Self::ALL.into_iter().find(|choice| choice.code() == code).unwrap_or_default()
    }
}

/// What was shown when it was confirmed, and what is to be done with credits that are there otherwise.
#[derive(Deserialize)]
pub struct Seen {
    #[serde(default)]
    stamp: String,
    #[serde(default, rename = "on-conflict")]
    on_conflict: String,
    #[serde(default)]
    said: Vec<String>,
}

/// `GET /record/import`: the form by itself.
pub async fn page(visit: Visit) -> Result<Response, Fault> {
    visit.answer(|visit| Ok(form_page(visit, None, StatusCode::OK))).await
}

/// `POST /record/import`: keeps the file until it was looked at.
pub async fn bring(visit: Visit, sent: PostedFiles) -> Result<Response, Fault> {
    let Some(file) = Parked::of(sent.file("file"), sent.text("text")) else {
        let told = say!(visit.frame.words, "account-import-nothing");
        return Ok(visit.show(form_page(&visit, Some(&told), StatusCode::UNPROCESSABLE_ENTITY)));
    };
    let ticket = visit.site.parking().park(&visit.frame, file, visit.site.now());
    Ok(Redirect::to(&format!("/record/import/{ticket}")).into_response())
}

/// `GET /record/import/{ticket}?completed=Date`: what would be done, with these columns of a spreadsheet.
pub async fn preview(
    visit: Visit,
    Path(ticket): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Fault> {
    let Some(file) = visit.site.parking().find(&visit.frame, &ticket, visit.site.now()) else {
        return Ok(gone(&visit));
    };
    shown(visit, Waiting { ticket, file, said: columns::said(&query) }, None).await
}

/// `POST /record/import/{ticket}`: does it, if it is still what was shown.
pub async fn confirm(
    visit: Visit,
    Path(ticket): Path<String>,
    Posted(seen): Posted<Seen>,
) -> Result<Response, Fault> {
    let Some(file) = visit.site.parking().find(&visit.frame, &ticket, visit.site.now()) else {
        return Ok(gone(&visit));
    };
    if seen.stamp != visit.stamp() {
        let told = say!(visit.frame.words, "account-import-changed");
        return shown(visit, Waiting { ticket, file, said: seen.said }, Some(told)).await;
    }
    let (by, on_conflict) = (visit.clone(), OnConflict::of(&seen.on_conflict));
    let waiting = Waiting { ticket: ticket.clone(), file, said: seen.said };
    let ready = visit
        .site
        .work(move |_| {
            prepare(&by, &waiting, on_conflict).map_err(|problems| faulty(&by, &waiting, &problems))
        })
        .await?;
    let ready = match ready {
        Ok(ready) => ready,
        Err(page) => return Ok(visit.show(page)),
    };
    match keep(&visit, ready).await {
        Ok(version) => {
            visit.site.parking().clear(&visit.frame, &ticket);
            Ok(visit.done(version, "/"))
        }
        // Somebody was quicker between the look and the writing.
        Err(StoreError::Conflict(_)) => Ok(Redirect::to(&format!("/record/import/{ticket}")).into_response()),
        Err(error) => Err(error.into()),
    }
}

/// What is to be written, and what the history says of it.
enum Ready {
    Record(Box<Record>, String),
    Change(Change, String),
}

fn prepare(visit: &Visit, waiting: &Waiting, on_conflict: OnConflict) -> Result<Ready, Problems> {
    let words = visit.frame.words;
    let from = file_name(visit, &waiting.file);
    match read(visit, waiting)? {
        Brought::Whole(record) => {
            let title = say!(
                words,
                "account-history-whole",
                credentials = record.credentials.len(),
                credits = record.credits.len(),
                file = from
            );
            Ok(Ready::Record(record, title))
        }
        Brought::Offerings(offerings) => {
            let title = say!(words, "account-history-offerings", count = offerings.len(), file = from);
            Ok(Ready::Change(Change::new().import_offerings(offerings, &visit.kept().offerings), title))
        }
        Brought::Credits(credits) => {
            let mut preview = merge::preview(visit.record(), credits.reading().drafts.clone());
            decide(&mut preview, on_conflict);
            let edit = merge::edit(visit.record(), &preview)?;
            let record = apply(visit.record(), &edit)?.record;
            let name = |id: &rung_record::CredentialId| visit.catalog().short_name(id.as_str());
            let what = rung_words::edit(words, &edit, visit.record(), &name);
            Ok(Ready::Record(
                Box::new(record),
                say!(words, "account-history-imported", what = what, file = from),
            ))
        }
    }
}

async fn keep(visit: &Visit, ready: Ready) -> Result<rung_store::Version, StoreError> {
    let store = visit.site.store();
    Ok(match ready {
        Ready::Record(record, title) => {
            let read_at = visit.kept().stamp;
            store.replace_record(visit.person, &record, Some(read_at), &visit.note(title)).await?.version
        }
        Ready::Change(change, title) => store.change(visit.person, &visit.note(title), change).await?.version,
    })
}

/// Decides on the credits that are there otherwise.
pub fn decide(preview: &mut merge::Preview, on_conflict: OnConflict) {
    for entry in &mut preview.entries {
        if let Finding::Conflicts { credit, .. } = &entry.finding {
            entry.decision = match (on_conflict, credit) {
                (OnConflict::Add, _) => Decision::Add,
                (OnConflict::Replace, Known::Id(id)) => Decision::Replace(id.clone()),
                _ => Decision::Leave,
            };
        }
    }
}

/// Finds out what a file is, and reads it.
///
/// # Errors
/// All that is wrong with it, with places.
fn read(visit: &Visit, Waiting { file, said, .. }: &Waiting) -> Result<Brought, Problems> {
    if file.bytes.len() > MAX_RECORD_BYTES {
        return Err(Problems::one(say!(visit.frame.words, "shell-drop-large")));
    }
    if says_it_is_a_record(&file.bytes) {
        return Record::from_json(&file.bytes).map(|record| Brought::Whole(Box::new(record)));
    }
    if says_it_is_offerings(&file.bytes) {
        return offerings::read_json(&file.bytes).map(Brought::Offerings);
    }
    let names = rung_today::topic_names(visit.catalog());
    let text = file.bytes.starts_with(b"%PDF").then(|| rung_store::pdf_text(file.bytes.to_vec()));
    let credits = match text {
        None => CreditFile::read(&file.bytes, None, said, &names),
        Some(Some(text)) => {
            CreditFile::read(text.as_bytes(), Some(CreditFormat::CpeText), &[] as &[&str], &names)
        }
        Some(None) => return Err(Problems::one(say!(visit.frame.words, "account-import-pdf-without-text"))),
    };
    credits.map(|credits| Brought::Credits(Box::new(credits)))
}

fn says_it_is_offerings(bytes: &[u8]) -> bool {
    let json: Option<serde_json::Value> = serde_json::from_slice(bytes).ok();
    json.as_ref().and_then(|json| json.get("format")?.as_str()) == Some(offerings::FORMAT)
}

/// The file's name, or what is said of a text that was pasted.
pub fn file_name(visit: &Visit, file: &Parked) -> String {
    if file.name.is_empty() { say!(visit.frame.words, "account-import-pasted") } else { file.name.clone() }
}

/// Shows the preview; `told`: why it is shown again.
async fn shown(visit: Visit, waiting: Waiting, told: Option<String>) -> Result<Response, Fault> {
    let seen = visit.clone();
    let page = visit
        .site
        .work(move |_| match read(&seen, &waiting) {
            Ok(brought) => preview::page(&seen, &waiting, &brought, told.as_deref()),
            Err(problems) => faulty(&seen, &waiting, &problems),
        })
        .await?;
    Ok(visit.show(page))
}

/// The file no longer waits.
fn gone(visit: &Visit) -> Response {
    let told = say!(visit.frame.words, "account-import-gone");
    visit.show(form_page(visit, Some(&told), StatusCode::GONE))
}

/// What is wrong with the file, place by place, and the form to bring another.
fn faulty(visit: &Visit, waiting: &Waiting, problems: &Problems) -> Page {
    let words = visit.frame.words;
    let name = file_name(visit, &waiting.file);
    let body = html! {
        (parts::crumbs(words, &[("/record/import", say!(words, "account-import-title"))]))
        h1 { (say!(words, "account-import-faulty-title")) }
        section.card.faults role="alert" aria-labelledby="faults" {
            h2 #faults { (name) }
            p { (say!(words, "account-import-faulty", count = problems.listed.len() + problems.more)) }
            (components::problems(&visit.frame, problems))
        }
        (columns::form(visit, &waiting.ticket, &waiting.file, &waiting.said, true))
        section.card { (form(visit, None)) }
    };
    Page::new(say!(words, "account-import-faulty-title"), body)
        .within(Room::Record)
        .with_status(StatusCode::UNPROCESSABLE_ENTITY)
}

fn form_page(visit: &Visit, told: Option<&str>, status: StatusCode) -> Page {
    let words = visit.frame.words;
    let body = html! {
        (parts::crumbs(words, &[]))
        h1 { (say!(words, "account-import-title")) }
        p.lead { (say!(words, "account-import-text")) }
        section.card { (form(visit, told)) }
    };
    Page::new(say!(words, "account-import-title"), body).within(Room::Record).with_status(status)
}

/// The form that a file is brought with.
pub fn form(visit: &Visit, told: Option<&str>) -> Markup {
    let words = visit.frame.words;
    visit.frame.drop_form("/record/import", "bring-form", html! {
        @if let Some(told) = told { p.told role="alert" { (components::icon(State::Expired)) span { (told) } } }
        (components::bring(words, ""))
        p.actions { button.button { (say!(words, "account-import-look")) } }
    })
}
