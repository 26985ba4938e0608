//! The one way in which anything is written.

use crate::{
    Entry, Kind, Part, PersonId, Store, StoreError, Version,
    documents::refuse_links,
    engine::*,
    limits::{MAX_STEPS, refuse_too_much},
};
use jiff::{Timestamp, civil::Date};
use serde_json::Value;
use std::{
    borrow::Cow,
    collections::{BTreeMap, HashSet},
};

/// Limits on one entry: PostgreSQL indexes ids of a few thousand bytes, and no part of a record is larger than a page.
const MAX_ID_BYTES: usize = 500;
const MAX_BODY_BYTES: usize = 1024 * 1024;
const MAX_TITLE_CHARS: usize = 200;

/// What the history says of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What was done, for the person who looks for it later: `Added 3 credits from a transcript`.
    pub title: String,
    /// Who did it.
    pub actor: String,
    /// When.
    pub at: Timestamp,
}

impl Note {
    /// Done by the person at home.
    pub fn new(title: impl Into<String>, at: Timestamp) -> Self {
        Self { title: title.into(), actor: "you".to_owned(), at }
    }
}

/// As what an entry was known to whoever changes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// It is not there yet.
    New,
    /// It was read at this version.
    At(Version),
    /// Whatever is there is replaced; for settings, where the last word is meant.
    Whatever,
}

/// Entries to put and to remove, all of them or none.
#[derive(Clone, Debug, Default)]
pub struct Change {
    pub(crate) steps: Vec<Step>,
    pub(crate) undoes: Option<Version>,
}

#[derive(Clone, Debug)]
pub(crate) struct Step {
    pub kind: Kind,
    /// None: the store names it.
    pub id: Option<String>,
    pub basis: Basis,
    /// None: it is removed.
    pub to: Option<Target>,
}

#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub body: Value,
    /// None: where it is, or else behind the last of its kind.
    pub position: Option<i64>,
}

/// An entry that is not as it was when it was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Stale {
    /// What it is.
    pub kind: Kind,
    /// Which.
    pub id: String,
    /// What is there now; none when it is gone.
    pub now: Option<Entry>,
}

/// What a batch came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// The version of what is kept of the person from now on.
    pub version: Version,
    /// The ids of the changed entries, in the order of the batch.
    pub ids: Vec<String>,
}

impl Change {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A new part, behind the others of its kind. If it carries no id, the store gives it one.
    #[must_use]
    #[allow(clippy::should_implement_trait, reason = "nothing is summed up")]
    pub fn add<P: Part>(self, part: &P) -> Self {
        let id = part.own_id().map(ToOwned::to_owned);
        self.step(P::KIND, id, Basis::New, Some(part.to_body()))
    }

    /// Replaces the part with this id.
    #[must_use]
    pub fn put<P: Part>(self, id: &str, part: &P, basis: Basis) -> Self {
        self.step(P::KIND, Some(id.to_owned()), basis, Some(part.to_body()))
    }

    /// Answers a question of the record: true, false, a number or a text.
    #[must_use]
    pub fn put_fact(self, key: &str, answer: Value, basis: Basis) -> Self {
        self.step(Kind::Fact, Some(key.to_owned()), basis, Some(answer))
    }

    /// Sets a setting of the pages.
    #[must_use]
    pub fn put_setting(self, name: &str, value: Value) -> Self {
        self.step(Kind::Setting, Some(name.to_owned()), Basis::Whatever, Some(value))
    }

    /// Removes the entry; its history stays.
    #[must_use]
    pub fn remove(self, kind: Kind, id: &str, basis: Basis) -> Self {
        self.step(kind, Some(id.to_owned()), basis, None)
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    fn step(mut self, kind: Kind, id: Option<String>, basis: Basis, body: Option<Value>) -> Self {
        let to = body.map(|body| Target { body, position: None });
        self.steps.push(Step { kind, id, basis, to });
        self
    }
}

/// A row to write, with what was there before.
struct Written<'a> {
    kind: Kind,
    id: &'a str,
    before: Option<Entry>,
    after: Option<(i64, String, Option<String>)>,
}

impl Store {
    /// Does the whole batch or nothing, and keeps it in the history.
    ///
    /// What is already so is passed over; when everything is, no version is counted. When this returns `Ok`, it is
    /// on the disk.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when an entry is not as its basis says, with what is there now.
    pub async fn change(&self, person: PersonId, note: &Note, change: Change) -> Result<Done, StoreError> {
        let mut tx = self.turn(person).await?;
        let done = write(&mut tx, person, note, change).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// A transaction in which nobody else writes what is kept of the person.
    ///
    /// SQLite lets one writer in at a time anyway; PostgreSQL holds the person's row for the first who updates it.
    pub(crate) async fn turn(&self, person: PersonId) -> Result<Tx, StoreError> {
        let mut tx = self.pool().writing().await?;
        if tx.run("update person set version = version where id = $1", args![person.0]).await? == 0 {
            return Err(no_such_person());
        }
        Ok(tx)
    }
}

/// Writes a batch within a [`Store::turn`] that the caller commits.
pub(crate) async fn write(
    tx: &mut Tx,
    person: PersonId,
    note: &Note,
    change: Change,
) -> Result<Done, StoreError> {
    if change.steps.len() > MAX_STEPS {
        return Err(StoreError::refused(format!(
            "that is {} changes at once; at most {MAX_STEPS} are made. Import it in parts",
            change.steps.len()
        )));
    }
    let last = version_of(tx, person).await?;
    let version = Version(last.0 + 1);
    let steps = named(change.steps, version)?;
    let now = current(tx, person, &steps).await?;
    refuse_stale(&steps, &now)?;
    let written = with_positions(tx, person, &steps, now).await?;
    let ids = steps.iter().map(|(id, _)| id.clone()).collect();
    if written.is_empty() {
        return Ok(Done { version: last, ids });
    }
    refuse_unknown_bytes(tx, person, &written).await?;
    tx.run("update person set version = $2 where id = $1", args![person.0, version.0]).await?;
    add_history(tx, person, version, note, change.undoes, &written).await?;
    put_entries(tx, person, version, &written).await?;
    remove_entries(tx, person, &written).await?;
    if written.iter().any(|row| row.after.is_some()) {
        refuse_too_much(tx, person).await?;
    }
    Ok(Done { version, ids })
}

async fn version_of(tx: &mut Tx, person: PersonId) -> Result<Version, StoreError> {
    let row = tx.row("select version from person where id = $1", args![person.0]).await?;
    row.ok_or_else(no_such_person)?.int(0).map(Version)
}

pub(crate) fn no_such_person() -> StoreError {
    StoreError::Missing("there is no such person".to_owned())
}

/// Gives every step an id and checks what can be checked without looking.
fn named(steps: Vec<Step>, version: Version) -> Result<Vec<(String, Step)>, StoreError> {
    let mut seen = HashSet::with_capacity(steps.len());
    let mut named = Vec::with_capacity(steps.len());
    for (n, step) in steps.into_iter().enumerate() {
        // Versions never come back, so neither do these names.
        let id = step.id.clone().unwrap_or_else(|| format!("{}-{version}-{}", step.kind.word(), n + 1));
        if id.is_empty() || id.len() > MAX_ID_BYTES || id.contains('\0') {
            return Err(StoreError::refused(format!(
                "the id of {} is empty, longer than {MAX_ID_BYTES} bytes or holds a null character; give it another",
                step.kind.noun()
            )));
        }
        if let Some(target) = &step.to {
            refuse_body(step.kind, &id, &target.body)?;
        }
        if !seen.insert((step.kind, id.clone())) {
            return Err(StoreError::refused(format!(
                "{} \"{id}\" is changed twice at once",
                step.kind.noun()
            )));
        }
        named.push((id, step));
    }
    Ok(named)
}

fn refuse_body(kind: Kind, id: &str, body: &Value) -> Result<(), StoreError> {
    let own = (kind == Kind::Credit).then(|| body.get("id").and_then(Value::as_str)).flatten();
    if own.is_some_and(|own| own != id) {
        return Err(StoreError::refused("a credit keeps its id; add it anew under the other one"));
    }
    if kind == Kind::Document {
        refuse_links(body)?;
    }
    if kind == Kind::Fact && (body.is_array() || body.is_object()) {
        return Err(StoreError::refused(format!(
            "the answer \"{id}\" is not plain (true, false, a number or a text)"
        )));
    }
    Ok(())
}

/// What is there now, of what the batch names.
async fn current(
    tx: &mut Tx,
    person: PersonId,
    steps: &[(String, Step)],
) -> Result<BTreeMap<(Kind, String), Entry>, StoreError> {
    let mut now = BTreeMap::new();
    for (kind, ids) in by_kind(steps.iter().map(|(id, step)| (step.kind, id.as_str()))) {
        for ids in ids.chunks(CHUNK) {
            let sql = format!(
                "select kind, id, position, version, body from entry where person = $1 and kind = $2 and id in ({})",
                placeholders(ids.len(), 2)
            );
            let mut args = vec![Arg::from(person.0), Arg::from(kind.word())];
            args.extend(ids.iter().map(|id| Arg::from(*id)));
            for row in tx.rows(sql, &args).await? {
                let entry = entry_of(&row)?;
                now.insert((entry.kind, entry.id.clone()), entry);
            }
        }
    }
    Ok(now)
}

fn by_kind<'a>(names: impl Iterator<Item = (Kind, &'a str)>) -> BTreeMap<Kind, Vec<&'a str>> {
    let mut kinds: BTreeMap<Kind, Vec<&str>> = BTreeMap::new();
    for (kind, id) in names {
        kinds.entry(kind).or_default().push(id);
    }
    kinds
}

/// An entry from `kind, id, position, version, body`.
pub(crate) fn entry_of(row: &Row) -> Result<Entry, StoreError> {
    Ok(Entry {
        kind: Kind::named(&row.text(0)?)?,
        id: row.text(1)?,
        position: row.int(2)?,
        version: Version(row.int(3)?),
        body: parse_body(&row.text(4)?)?,
    })
}

/// Reads a body that the store wrote.
pub(crate) fn parse_body(text: &str) -> Result<Value, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::damaged(format!("an entry is not JSON: {error}")))
}

fn refuse_stale(steps: &[(String, Step)], now: &BTreeMap<(Kind, String), Entry>) -> Result<(), StoreError> {
    let mut stale = Vec::new();
    for (id, step) in steps {
        let entry = now.get(&(step.kind, id.clone()));
        let fits = match step.basis {
            Basis::New => entry.is_none(),
            Basis::At(version) => entry.is_some_and(|entry| entry.version == version),
            Basis::Whatever => true,
        };
        if !fits {
            stale.push(Stale { kind: step.kind, id: id.clone(), now: entry.cloned() });
        }
    }
    if stale.is_empty() { Ok(()) } else { Err(StoreError::Conflict(stale)) }
}

/// The rows that really change, each with its place.
async fn with_positions<'a>(
    tx: &mut Tx,
    person: PersonId,
    steps: &'a [(String, Step)],
    mut now: BTreeMap<(Kind, String), Entry>,
) -> Result<Vec<Written<'a>>, StoreError> {
    let mut last: BTreeMap<Kind, i64> = BTreeMap::new();
    let mut written = Vec::with_capacity(steps.len());
    for (id, step) in steps {
        let before = now.remove(&(step.kind, id.clone()));
        let Some(target) = &step.to else {
            if before.is_some() {
                written.push(Written { kind: step.kind, id, before, after: None });
            }
            continue;
        };
        let position = match (target.position, &before) {
            (Some(position), _) => position,
            (None, Some(before)) => before.position,
            (None, None) => next_position(tx, person, step.kind, &mut last).await?,
        };
        if before.as_ref().is_some_and(|it| it.position == position && it.body == target.body) {
            continue;
        }
        let body = target.body.to_string();
        if body.len() > MAX_BODY_BYTES {
            return Err(StoreError::refused(format!(
                "{} \"{id}\" is {} bytes long; at most {MAX_BODY_BYTES} are kept",
                step.kind.noun(),
                body.len()
            )));
        }
        let after = Some((position, body, day_of(step.kind, &target.body)));
        written.push(Written { kind: step.kind, id, before, after });
    }
    Ok(written)
}

/// An entry can speak only of a document whose bytes are kept.
async fn refuse_unknown_bytes(
    tx: &mut Tx,
    person: PersonId,
    written: &[Written<'_>],
) -> Result<(), StoreError> {
    for row in written.iter().filter(|row| row.kind == Kind::Document && row.after.is_some()) {
        let sql = "select 1 from document where person = $1 and sha256 = $2";
        if tx.row(sql, args![person.0, row.id]).await?.is_none() {
            return Err(StoreError::Missing("there is no such document; add its file first".to_owned()));
        }
    }
    Ok(())
}

async fn next_position(
    tx: &mut Tx,
    person: PersonId,
    kind: Kind,
    last: &mut BTreeMap<Kind, i64>,
) -> Result<i64, StoreError> {
    let known = match last.get(&kind) {
        Some(known) => *known,
        None => {
            let sql = "select max(position) from entry where person = $1 and kind = $2";
            let row = tx.row(sql, args![person.0, kind.word()]).await?;
            row.map(|row| row.maybe_int(0)).transpose()?.flatten().unwrap_or(0)
        }
    };
    last.insert(kind, known + 1);
    Ok(known + 1)
}

/// The day by which an entry is found.
fn day_of(kind: Kind, body: &Value) -> Option<String> {
    let day = (kind == Kind::Credit).then(|| body.get("completed")).flatten()?.as_str()?;
    day.parse::<Date>().ok().map(|day| day.to_string())
}

async fn add_history(
    tx: &mut Tx,
    person: PersonId,
    version: Version,
    note: &Note,
    undoes: Option<Version>,
    written: &[Written<'_>],
) -> Result<(), StoreError> {
    add_history_line(tx, person, version, note, undoes).await?;
    for rows in written.chunks(CHUNK) {
        let sql = format!(
            "insert into history_entry (person, version, kind, id, before_position, before_body, after_position, \
             after_body) values {}",
            value_rows(rows.len(), 8)
        );
        let before: Vec<_> =
            rows.iter().map(|row| row.before.as_ref().map(|it| it.body.to_string())).collect();
        let mut args = Vec::with_capacity(rows.len() * 8);
        for (row, before) in rows.iter().zip(&before) {
            let after = row.after.as_ref();
            args.extend_from_slice(args![person.0, version.0, row.kind.word(), row.id]);
            args.extend_from_slice(args![row.before.as_ref().map(|it| it.position), before.as_deref()]);
            args.extend_from_slice(args![after.map(|it| it.0), after.map(|it| it.1.as_str())]);
        }
        tx.run(sql, &args).await?;
    }
    Ok(())
}

/// The line of the history that stands over a batch's entries.
pub(crate) async fn add_history_line(
    tx: &mut Tx,
    person: PersonId,
    version: Version,
    note: &Note,
    undoes: Option<Version>,
) -> Result<(), StoreError> {
    let (title, actor) = (one_line(&note.title), one_line(&note.actor));
    let at = time_text(note.at);
    let sql =
        "insert into history (person, version, at, actor, title, undoes) values ($1, $2, $3, $4, $5, $6)";
    tx.run(sql, args![person.0, version.0, &at, &actor, &title, undoes.map(|it| it.0)]).await?;
    Ok(())
}

pub(crate) fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(MAX_TITLE_CHARS).collect()
}

async fn put_entries(
    tx: &mut Tx,
    person: PersonId,
    version: Version,
    written: &[Written<'_>],
) -> Result<(), StoreError> {
    let puts: Vec<_> = written.iter().filter_map(|row| Some((row, row.after.as_ref()?))).collect();
    for rows in puts.chunks(CHUNK) {
        let sql = format!(
            "insert into entry (person, kind, id, position, version, day, body) values {} \
             on conflict (person, kind, id) do update set position = excluded.position, version = excluded.version, \
             day = excluded.day, body = excluded.body",
            value_rows(rows.len(), 7)
        );
        let mut args = Vec::with_capacity(rows.len() * 7);
        for (row, (position, body, day)) in rows {
            args.extend_from_slice(args![person.0, row.kind.word(), row.id, *position]);
            args.extend_from_slice(args![version.0, day.as_deref(), body]);
        }
        tx.run(sql, &args).await?;
    }
    Ok(())
}

async fn remove_entries(tx: &mut Tx, person: PersonId, written: &[Written<'_>]) -> Result<(), StoreError> {
    let removed = written.iter().filter(|row| row.after.is_none()).map(|row| (row.kind, row.id));
    for (kind, ids) in by_kind(removed) {
        for ids in ids.chunks(CHUNK) {
            let sql: Cow<'static, str> = format!(
                "delete from entry where person = $1 and kind = $2 and id in ({})",
                placeholders(ids.len(), 2)
            )
            .into();
            let mut args = vec![Arg::from(person.0), Arg::from(kind.word())];
            args.extend(ids.iter().map(|id| Arg::from(*id)));
            tx.run(sql, &args).await?;
        }
    }
    Ok(())
}

/// A time as it is stored: whole seconds, in one form that sorts.
pub(crate) fn time_text(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Reads it back.
pub(crate) fn parse_time(text: &str) -> Result<Timestamp, StoreError> {
    text.parse().map_err(|_| StoreError::damaged(format!("\"{text}\" in the history is not a time")))
}
