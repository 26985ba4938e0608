//! What was done, by whom, and the way back.

use super::parts;
use crate::shell::{
    Fault, Page, Room, Visit,
    components::{self, Turn},
};
use axum::{
    extract::{Path, Query},
    response::Response,
};
use maud::{Markup, html};
use rung_record::Date;
use rung_store::{Batch, EntryChange, Kind, Version};
use rung_words::say;
use serde::Deserialize;
use serde_json::Value;

/// So many batches are on a page.
const PAGE: u32 = 20;
/// So many entries of a batch are shown, and so many fields of each.
const MOST_ENTRIES: usize = 50;
const MOST_FIELDS: usize = 20;
/// Longer values are cut.
const LONGEST: usize = 160;

/// From where on the page goes back.
#[derive(Deserialize)]
pub struct Before {
    before: Option<String>,
}

/// `GET /record/history`: the newest first, `?before=` a batch.
pub async fn page(visit: Visit, Query(query): Query<Before>) -> Result<Response, Fault> {
    let before: Option<Version> = query.before.map(|text| text.parse()).transpose()?;
    // One more than is shown tells whether there are older ones.
    let mut batches = visit.site.store().history(visit.person, before, PAGE + 1).await?;
    let has_older = batches.len() > PAGE as usize;
    batches.truncate(PAGE as usize);
    let is_first = before.is_none();
    visit
        .answer(move |visit| {
            let words = visit.frame.words;
            let newer =
                (!is_first).then(|| Turn::to("/record/history", say!(words, "account-history-newest")));
            let older = batches.last().filter(|_| has_older).map(|last| {
                Turn::to(
                    format!("/record/history?before={}", last.version),
                    say!(words, "account-history-older"),
                )
            });
            let body = html! {
                (parts::crumbs(words, &[]))
                h1 { (say!(words, "account-history-title")) }
                p.lead { (say!(words, "account-history-text")) }
                @if batches.is_empty() { p { (say!(words, "account-history-empty")) } }
                ol.batches.card { @for batch in &batches { (line(visit, batch)) } }
                (components::page_turn(words, newer.as_ref(), None, older.as_ref()))
            };
            Ok(Page::new(say!(words, "account-history-title"), body).within(Room::Record))
        })
        .await
}

/// One batch: what, when, by whom, and its undo.
pub fn line(visit: &Visit, batch: &Batch) -> Markup {
    let words = visit.frame.words;
    html! {
        li.undone[batch.undone_by.is_some()] {
            div {
                p.what { a href={ "/record/history/" (batch.version) } { (batch.title) } }
                p.quiet {
                    (visit.moment(batch.at)) " · " (actor(visit, &batch.actor))
                    " · " (say!(words, "account-history-entries", count = batch.entries))
                    @if let Some(by) = batch.undone_by {
                        " · " a href={ "/record/history/" (by) } { (say!(words, "account-history-undone")) }
                    }
                }
            }
            @if batch.entries > 0 && batch.undone_by.is_none() { (undo(visit, batch)) }
        }
    }
}

fn undo(visit: &Visit, batch: &Batch) -> Markup {
    visit.frame.form("/undo", html! {
        input type="hidden" name="version" value=(batch.version);
        input type="hidden" name="back" value="/record/history";
        button.button.quiet.small aria-label=(say!(visit.frame.words, "account-history-undo-this", what = &batch.title)) { (say!(visit.frame.words, "shell-undo")) }
    })
}

fn actor(visit: &Visit, actor: &str) -> String {
    match actor {
        "you" => say!(visit.frame.words, "account-actor-you"),
        "command line" => say!(visit.frame.words, "account-actor-command-line"),
        other => other.to_owned(),
    }
}

/// `GET /record/history/{version}`: what a batch did, entry by entry.
pub async fn batch(visit: Visit, Path(version): Path<String>) -> Result<Response, Fault> {
    let version: Version = version.parse()?;
    let store = visit.site.store();
    let found = store.history(visit.person, Some(version.next()), 1).await?.pop();
    let batch = found.filter(|batch| batch.version == version).ok_or_else(Fault::not_found)?;
    let changes = store.batch(visit.person, version).await?;
    visit
        .answer(move |visit| {
            let words = visit.frame.words;
            let body = html! {
                (parts::crumbs(words, &[("/record/history", say!(words, "account-history-title"))]))
                h1 { (batch.title) }
                p.lead { (visit.moment(batch.at)) " · " (actor(visit, &batch.actor)) }
                div.actions {
                    @if batch.entries > 0 && batch.undone_by.is_none() { (undo(visit, &batch)) }
                    a.button.quiet.small href={ "/record/at/" (version) } { (say!(words, "account-history-as-it-was")) }
                }
                @for change in changes.iter().take(MOST_ENTRIES) { (entry(visit, change)) }
                @if changes.is_empty() { p { (say!(words, "account-history-no-entries")) } }
                @if changes.len() > MOST_ENTRIES { p { (say!(words, "today-more", count = changes.len() - MOST_ENTRIES)) } }
            };
            Ok(Page::new(batch.title.clone(), body).within(Room::Record))
        })
        .await
}

/// One entry: its fields before and after, where they differ.
fn entry(visit: &Visit, change: &EntryChange) -> Markup {
    let words = visit.frame.words;
    let what = match (&change.before, &change.after) {
        (None, _) => say!(words, "account-entry-added"),
        (_, None) => say!(words, "account-entry-removed"),
        _ => say!(words, "account-entry-changed"),
    };
    let columns = [
        say!(words, "account-entry-field"),
        say!(words, "account-entry-before"),
        say!(words, "account-entry-after"),
    ];
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let caption = format!("{}: {} · {}", what, parts::name(words, change.kind.word()), title(visit, change));
    html! { section.card.change { (components::table(&caption, &columns, &rows(visit, change))) } }
}

/// What the entry calls itself.
fn title(visit: &Visit, change: &EntryChange) -> String {
    let body = change.after.as_ref().or(change.before.as_ref());
    let field = |name: &str| body.and_then(|body| body.get(name)?.as_str());
    if let Some(credential) = field("credential") {
        return visit.catalog().short_name(credential);
    }
    match ["title", "employer", "name"].into_iter().find_map(field) {
        Some(name) => cut(name),
        None if change.kind == Kind::Document => cut(&change.id[..change.id.len().min(12)]),
        None => cut(&change.id),
    }
}

fn rows(visit: &Visit, change: &EntryChange) -> Vec<Vec<Markup>> {
    let empty = serde_json::Map::new();
    let (before, after) = (change.before.as_ref(), change.after.as_ref());
    if before.or(after).is_some_and(|body| !body.is_object()) {
        return vec![vec![html! { (change.id) }, value(visit, before), value(visit, after)]];
    }
    let fields = |of: Option<&Value>| of.and_then(Value::as_object).unwrap_or(&empty).clone();
    let (then, now) = (fields(before), fields(after));
    let names = then.keys().chain(now.keys().filter(|name| !then.contains_key(*name)));
    names
        .filter(|name| then.get(*name) != now.get(*name))
        .take(MOST_FIELDS)
        .map(|name| {
            vec![
                html! { (name.replace('_', " ")) },
                value(visit, then.get(name)),
                value(visit, now.get(name)),
            ]
        })
        .collect()
}

fn value(visit: &Visit, of: Option<&Value>) -> Markup {
    let mut texts = Vec::new();
    if let Some(value) = of {
        gather_texts(value, &mut texts);
    }
    if texts.is_empty() {
        return html! { "–" };
    }
    let text = texts.join(", ");
    match text.parse::<Date>() {
        Ok(day) => visit.frame.day(day),
        Err(_) => html! { span lang="en" { (cut(&text)) } },
    }
}

/// What a value says, without what holds it together.
fn gather_texts(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Null => {}
        Value::String(text) => texts.push(text.clone()),
        Value::Array(list) => list.iter().for_each(|own| gather_texts(own, texts)),
        Value::Object(fields) => fields.values().for_each(|own| gather_texts(own, texts)),
        Value::Bool(_) | Value::Number(_) => texts.push(value.to_string()),
    }
}

fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
