//! Backups: everything in one file each. They are made, looked into, taken away, and put back; only files of the data's
//! own folder are named.

use super::parts;
use crate::shell::{
    Fault, Nothing, Page, Posted, Room, Visit,
    components::{self, State},
    path_part, upload, with_query,
};
use axum::{
    body::Body,
    extract::{Path, Query},
    http::{StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};
use rung_store::{BackupReport, RestorePreview, preview_restore};
use rung_words::say;
use serde::Deserialize;
use std::path::PathBuf;
use tokio_util::io::ReaderStream;

const ENDING: &str = ".rung.zip";
/// So many are listed.
const MOST: usize = 100;

/// A file of the folder.
struct OnDisk {
    name: String,
    path: PathBuf,
    size: u64,
    changed: Option<jiff::Timestamp>,
}

/// The backups in the data's folder, the newest first.
fn on_disk(visit: &Visit) -> Vec<OnDisk> {
    let folder = visit.site.store().place().backups();
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<OnDisk> = entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok().filter(|name| name.ends_with(ENDING))?;
            let metadata = entry.metadata().ok().filter(std::fs::Metadata::is_file)?;
            let changed = metadata.modified().ok().and_then(|at| jiff::Timestamp::try_from(at).ok());
            Some(OnDisk { name, path: entry.path(), size: metadata.len(), changed })
        })
        .collect();
    found.sort_by(|a, b| b.changed.cmp(&a.changed).then_with(|| b.name.cmp(&a.name)));
    found
}

/// The page of a backup.
fn address(name: &str) -> String {
    format!("/record/backups/{}", path_part(name))
}

/// The backup with this name: one of those that are listed, and nothing else on the disk.
fn named(visit: &Visit, name: &str) -> Result<OnDisk, Fault> {
    on_disk(visit).into_iter().find(|file| file.name == name).ok_or_else(Fault::not_found)
}

/// What was done just now.
#[derive(Deserialize)]
pub struct Told {
    made: Option<String>,
    restored: Option<String>,
}

/// `GET /record/backups`
pub async fn page(visit: Visit, Query(told): Query<Told>) -> Result<Response, Fault> {
    let seen = visit.clone();
    let files = visit.site.work(move |_| on_disk(&seen)).await?;
    let words = visit.frame.words;
    let is_there =
        |name: &Option<String>| name.as_ref().is_some_and(|name| files.iter().any(|file| file.name == *name));
    let body = html! {
        (parts::crumbs(words, &[]))
        h1 { (say!(words, "account-backups-title")) }
        p.lead { (say!(words, "account-backups-text")) }
        @if is_there(&told.made) { (good(&say!(words, "account-backup-made"))) }
        @if is_there(&told.restored) { (good(&say!(words, "account-backup-restored"))) }
        (visit.frame.form("/record/backups", html! { button.button { (say!(words, "account-backup-make")) } }))
        @if files.is_empty() { p { (say!(words, "account-backups-none")) } } @else { (list(&visit, &files)) }
    };
    Ok(visit.show(Page::new(say!(words, "account-backups-title"), body).within(Room::Record)))
}

fn good(told: &str) -> Markup {
    html! { p.kept role="status" { (components::icon(State::Met)) span { (told) } } }
}

fn list(visit: &Visit, files: &[OnDisk]) -> Markup {
    let words = visit.frame.words;
    let columns = [
        say!(words, "account-backup-file"),
        say!(words, "account-backup-kind"),
        say!(words, "account-backup-when"),
        say!(words, "account-backup-size"),
    ];
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let rows: Vec<Vec<Markup>> = files
        .iter()
        .take(MOST)
        .map(|file| {
            vec![
                html! { a href=(address(&file.name)) { (file.name) } },
                html! { (kind(visit, &file.name)) },
                html! { @if let Some(at) = file.changed { (visit.moment(at)) } },
                html! { (upload::size(words, file.size)) },
            ]
        })
        .collect();
    components::table(&say!(words, "account-backups-list"), &columns, &rows)
}

/// Who made it.
fn kind(visit: &Visit, name: &str) -> String {
    let words = visit.frame.words;
    if name.starts_with("scheduled-") {
        say!(words, "account-backup-scheduled")
    } else if name.contains("before-restore-") {
        say!(words, "account-backup-before-restore")
    } else {
        say!(words, "account-backup-by-hand")
    }
}

/// `POST /record/backups`: makes one now.
pub async fn make(visit: Visit, _: Posted<Nothing>) -> Result<Response, Fault> {
    let made = visit.site.store().backup(None, visit.site.now()).await?;
    let name = made.file.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    Ok(Redirect::to(&with_query("/record/backups", &[("made", &name)])).into_response())
}

/// `GET /record/backups/{name}`: opens it, compares every count and hash, and tells what restoring it would do.
pub async fn one(visit: Visit, Path(name): Path<String>) -> Result<Response, Fault> {
    let file = named(&visit, &name)?;
    let looked = preview_restore(visit.site.store(), &file.path).await;
    let words = visit.frame.words;
    let (status, inside) = match &looked {
        Ok(preview) => (StatusCode::OK, sound(&visit, &name, preview)),
        Err(error) => {
            let why = rung_words::capital(&error.to_string());
            let damaged = html! {
                section.card.faults role="alert" {
                    h2 { (say!(words, "account-backup-damaged")) }
                    p lang=[visit.frame.lang_of_english()] { (why) "." }
                }
            };
            (StatusCode::UNPROCESSABLE_ENTITY, damaged)
        }
    };
    let body = html! {
        (parts::crumbs(words, &[("/record/backups", say!(words, "account-backups-title"))]))
        h1.file-name { (name) }
        p.lead { (kind(&visit, &name)) ", " (upload::size(words, file.size)) }
        (inside)
    };
    Ok(visit.show(Page::new(name.clone(), body).within(Room::Record).with_status(status)))
}

fn sound(visit: &Visit, name: &str, preview: &RestorePreview) -> Markup {
    let words = visit.frame.words;
    html! {
        (good(&say!(words, "account-backup-sound")))
        section.card {
            (inside(visit, preview))
            p.actions { a.button.quiet href={ (address(name)) "/file" } download { (say!(words, "account-backup-download")) } }
        }
        section.card.danger aria-labelledby="restore" {
            h2 #restore { (say!(words, "account-restore-title")) }
            p {
                @if preview.changes_since > 0 { (say!(words, "account-restore-since", count = preview.changes_since)) " " }
                (say!(words, "account-restore-text"))
            }
            (visit.frame.form(&address(name), html! {
                label.check { input type="checkbox" name="sure" value="yes" required; span { (say!(words, "account-restore-sure")) } }
                p.actions { button.button { (say!(words, "account-restore-do")) } }
            }))
        }
    }
}

/// What it holds beside what there is.
fn inside(visit: &Visit, preview: &RestorePreview) -> Markup {
    let words = visit.frame.words;
    let backup: &BackupReport = &preview.backup;
    let columns =
        [say!(words, "account-part"), say!(words, "account-part-now"), say!(words, "account-part-backup")];
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let mut kinds: Vec<&String> = backup.entries.keys().chain(preview.entries_now.keys()).collect();
    kinds.sort();
    kinds.dedup();
    let count = |of: &std::collections::BTreeMap<String, u64>, kind: &str| of.get(kind).copied().unwrap_or(0);
    let mut rows: Vec<Vec<Markup>> = kinds
        .into_iter()
        .map(|kind| {
            vec![
                html! { (parts::name(words, kind)) },
                html! { (words.number(count(&preview.entries_now, kind))) },
                html! { (words.number(count(&backup.entries, kind))) },
            ]
        })
        .collect();
    rows.push(vec![
        html! { (say!(words, "account-kind-history")) },
        html! { (words.number(preview.history_now)) },
        html! { (words.number(backup.history)) },
    ]);
    let caption = say!(words, "account-backup-holds");
    html! {
        (components::table(&caption, &columns, &rows))
        p.quiet { (say!(words, "account-backup-made-by", program = &backup.program)) " · " (visit.moment(backup.made)) }
    }
}

/// `GET /record/backups/{name}/file`
pub async fn download(visit: Visit, Path(name): Path<String>) -> Result<Response, Fault> {
    let file = named(&visit, &name)?;
    let open = tokio::fs::File::open(&file.path).await.map_err(|_| Fault::not_found())?;
    let headers = [
        (header::CONTENT_TYPE, "application/zip".to_owned()),
        (header::CONTENT_LENGTH, file.size.to_string()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}\"", file.name.replace('"', ""))),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, Body::from_stream(ReaderStream::new(open))).into_response())
}

/// Whether somebody means it.
#[derive(Deserialize)]
pub struct Sure {
    #[serde(default)]
    sure: String,
}

/// `POST /record/backups/{name}`: puts it in the place of what is there, which is kept as a backup first.
pub async fn restore(
    visit: Visit,
    Path(name): Path<String>,
    Posted(sure): Posted<Sure>,
) -> Result<Response, Fault> {
    let file = named(&visit, &name)?;
    if sure.sure != "yes" {
        return Err(Fault::bad_value(say!(visit.frame.words, "account-restore-not-sure")));
    }
    let note = visit.note(say!(visit.frame.words, "account-history-restored-backup", file = &name));
    visit.site.store().restore(&file.path, &note).await?;
    Ok(Redirect::to(&with_query("/record/backups", &[("restored", &name)])).into_response())
}
