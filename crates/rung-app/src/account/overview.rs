//! Your record: what is kept, how to take it away, bring it in, look back, and where it lives.

use super::{import, parts};
use crate::shell::{Fault, Page, Room, Visit};
use axum::{
    extract::Query,
    http::header,
    response::{IntoResponse, Response},
};
use maud::{Markup, html};
use rung_record::Record;
use rung_store::Version;
use rung_words::say;
use serde::Deserialize;

/// So many of the last changes are shown.
const LAST: u32 = 5;

/// `GET /record`
pub async fn page(visit: Visit) -> Result<Response, Fault> {
    let last = visit.site.store().history(visit.person, None, LAST).await?;
    visit
        .answer(move |visit| {
            let words = visit.frame.words;
            let body = html! {
                h1 { (say!(words, "shell-room-record")) }
                p.lead { (say!(words, "account-lead")) }
                div.columns {
                    (kept(visit))
                    (export_card(visit))
                    section.card aria-labelledby="bring" {
                        h2 #bring { (say!(words, "account-import-title")) }
                        p.quiet { (say!(words, "account-import-text")) }
                        (import::form(visit, None))
                    }
                    section.card aria-labelledby="last" {
                        h2 #last { a href="/record/history" { (say!(words, "account-history-title")) } }
                        @if last.is_empty() { p { (say!(words, "account-history-empty")) } }
                        ol.batches { @for batch in &last { (super::history::line(visit, batch)) } }
                    }
                    (place(visit))
                    section.card.danger aria-labelledby="delete" {
                        h2 #delete { (say!(words, "account-delete-title")) }
                        p { (say!(words, "account-delete-short")) }
                        p.actions { a.button.quiet href="/record/delete" { (say!(words, "account-delete-go")) } }
                    }
                }
            };
            Ok(Page::new(say!(words, "shell-room-record"), body).within(Room::Record))
        })
        .await
}

/// Which version of the record.
#[derive(Deserialize)]
pub struct Which {
    at: Option<String>,
}

/// `GET /record/export`: the record in its one form, byte for byte as `rung export` prints it; `?at=` as a batch left it.
pub async fn export(visit: Visit, Query(which): Query<Which>) -> Result<Response, Fault> {
    let record = match which.at {
        None => visit.record().to_json(),
        Some(at) => {
            let at: Version = at.parse()?;
            visit.site.store().record_at(visit.person, at).await?.to_json()
        }
    };
    let headers = [
        (header::CONTENT_TYPE, "application/json".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"rung-record-{}.json\"", visit.on())),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, record).into_response())
}

fn kept(visit: &Visit) -> Markup {
    let words = visit.frame.words;
    let record: &Record = visit.record();
    let counts = [
        ("credentials", record.credentials.len()),
        ("credits", record.credits.len()),
        ("work", record.work.len()),
        ("education", record.education.len()),
        ("facts", record.facts.len()),
        ("document", visit.kept().documents.len()),
    ];
    html! {
        section.card aria-labelledby="kept" {
            h2 #kept { (say!(words, "account-kept-title")) }
            @if let Some(name) = &record.person.name { p { (name) } }
            dl.counts {
                @for (field, count) in counts { div { dt { (parts::name(words, field)) } dd { (words.number(count as u64)) } } }
            }
            p.quiet { a href="/about" { (say!(words, "account-about")) } }
        }
    }
}

fn export_card(visit: &Visit) -> Markup {
    let words = visit.frame.words;
    html! {
        section.card aria-labelledby="export" {
            h2 #export { (say!(words, "account-export-title")) }
            p { (say!(words, "account-export-text")) }
            p.actions { a.button href="/record/export" download { (say!(words, "account-export-file")) } }
            p { (say!(words, "account-backup-text")) }
            p.actions { a.button.quiet href="/record/backups" { (say!(words, "account-backups-title")) } }
        }
    }
}

/// Where the data is on this machine.
fn place(visit: &Visit) -> Markup {
    let words = visit.frame.words;
    let place = visit.site.store().place();
    html! {
        section.card aria-labelledby="place" {
            h2 #place { (say!(words, "account-place-title")) }
            p { (say!(words, "account-place-text")) }
            dl.places {
                div {
                    dt { (say!(words, "account-place-data")) }
                    dd {
                        @if place.postgres().is_some() { (say!(words, "account-place-postgres")) }
                        @else { code { (place.data_file().display()) } }
                    }
                }
                div { dt { (say!(words, "account-kind-documents")) } dd { code { (place.documents().display()) } } }
                div { dt { (say!(words, "account-backups-title")) } dd { code { (place.backups().display()) } } }
            }
        }
    }
}
