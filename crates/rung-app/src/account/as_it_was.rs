//! The record as a batch left it, to be looked at, taken away, or put back.

use super::parts;
use crate::shell::{Fault, Nothing, Page, Posted, Room, Visit, components};
use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use rung_formats::whole;
use rung_record::Record;
use rung_store::{Batch, Version};
use rung_words::say;

/// So many credits are listed.
const MOST: usize = 50;

async fn found(visit: &Visit, version: &str) -> Result<(Batch, Record), Fault> {
    let version: Version = version.parse()?;
    let store = visit.site.store();
    let batch = store.history(visit.person, Some(version.next()), 1).await?.pop();
    let batch = batch.filter(|batch| batch.version == version).ok_or_else(Fault::not_found)?;
    Ok((batch, store.record_at(visit.person, version).await?))
}

/// `GET /record/at/{version}`
pub async fn page(visit: Visit, Path(version): Path<String>) -> Result<Response, Fault> {
    let (batch, record) = found(&visit, &version).await?;
    visit.answer(move |visit| Ok(shown(visit, &batch, &record))).await
}

fn shown(visit: &Visit, batch: &Batch, record: &Record) -> Page {
    let words = visit.frame.words;
    let compared = whole::compare(visit.record(), record);
    let title = say!(words, "account-as-it-was-title");
    let address = format!("/record/at/{}", batch.version);
    let body = html! {
        (parts::crumbs(words, &[("/record/history", say!(words, "account-history-title"))]))
        h1 { (title) }
        p.lead { (say!(words, "account-as-it-was-after", what = &batch.title)) " (" (visit.moment(batch.at)) ")" }
        section.card {
            (parts::comparison(words, &say!(words, "account-as-it-was-parts"), &compared))
            div.actions {
                @if compared.iter().all(whole::PartChange::is_same) {
                    p { (say!(words, "account-as-it-was-same")) }
                } @else {
                    (visit.frame.form(&address, html! { button.button { (say!(words, "account-as-it-was-restore")) } }))
                }
                a.button.quiet href={ "/record/export?at=" (batch.version) } download { (say!(words, "account-export-file")) }
            }
            p.quiet { (say!(words, "account-as-it-was-text")) }
        }
        (credentials(visit, record))
        (credits(visit, record))
    };
    Page::new(title, body).within(Room::Record)
}

fn credentials(visit: &Visit, record: &Record) -> Markup {
    let words = visit.frame.words;
    html! {
        @if !record.credentials.is_empty() {
            h2 { (say!(words, "account-kind-credentials")) }
            ul {
                @for held in record.credentials.iter().take(MOST) {
                    li {
                        (visit.frame.english(&visit.catalog().short_name(held.credential.as_str())))
                        @if let Some(until) = held.expires { ": " (say!(words, "today-good-until", day = until)) }
                    }
                }
            }
        }
    }
}

fn credits(visit: &Visit, record: &Record) -> Markup {
    let words = visit.frame.words;
    let columns = [
        say!(words, "account-column-credit"),
        say!(words, "account-column-day"),
        say!(words, "account-column-hours"),
    ];
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let row = |credit: &rung_record::Credit| {
        vec![
            html! { (credit.title.as_deref().unwrap_or(credit.id.as_str())) },
            html! { (visit.frame.day(credit.completed)) },
            html! { (credit.hours.map_or_else(|| "–".to_owned(), |hours| words.hours(hours))) },
        ]
    };
    let rows: Vec<Vec<Markup>> = record.credits.iter().take(MOST).map(row).collect();
    html! {
        @if !rows.is_empty() { (components::table(&say!(words, "account-kind-credits"), &columns, &rows)) }
        @if record.credits.len() > MOST { p.quiet { (say!(words, "today-more", count = record.credits.len() - MOST)) } }
    }
}

/// `POST /record/at/{version}`: makes the record what it was, as a batch of its own.
pub async fn restore(
    visit: Visit,
    Path(version): Path<String>,
    _: Posted<Nothing>,
) -> Result<Response, Fault> {
    let (batch, _) = found(&visit, &version).await?;
    let note = visit.note(say!(visit.frame.words, "account-history-restored", what = batch.title));
    let done = visit.site.store().restore_record(visit.person, batch.version, &note).await?;
    Ok(visit.done(done.version, "/record"))
}
