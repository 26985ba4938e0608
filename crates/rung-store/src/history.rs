//! What was done, and taking it back.

use crate::{
    Basis, Change, Done, Entry, Kind, MAX_PAGE, Note, PersonId, Store, StoreError, Version,
    change::{Step, Target, parse_body, parse_time, write},
    engine::*,
    record::{assemble, difference, record_entries, wanted_again},
};
use jiff::Timestamp;
use rung_record::Record;
use serde_json::Value;
use std::collections::BTreeMap;

/// One batch of changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Its number; also the version that it made.
    pub version: Version,
    /// When it was done.
    pub at: Timestamp,
    /// By whom.
    pub actor: String,
    /// What was done.
    pub title: String,
    /// How many entries it changed.
    pub entries: usize,
    /// The batch that it took back, if it did.
    pub undoes: Option<Version>,
    /// The batch that took it back, if one did.
    pub undone_by: Option<Version>,
}

/// What a batch did to one entry.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryChange {
    /// What it is.
    pub kind: Kind,
    /// Which.
    pub id: String,
    /// As it was before; none when it was not there.
    pub before: Option<Value>,
    /// As it was after; none when it was removed.
    pub after: Option<Value>,
}

/// An entry as one batch left it.
#[derive(Clone, Debug, PartialEq)]
pub struct EntryVersion {
    /// The batch.
    pub batch: Batch,
    /// As it was from then on; none when it was removed.
    pub body: Option<Value>,
}

const BATCH: &str = "h.version, h.at, h.actor, h.title, h.undoes, \
     (select count(*) from history_entry e where e.person = h.person and e.version = h.version), \
     (select max(u.version) from history u where u.person = h.person and u.undoes = h.version)";

impl Store {
    /// The batches, the newest first: at most `limit` and at most [`MAX_PAGE`](crate::MAX_PAGE), only those before
    /// `before`.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn history(
        &self,
        person: PersonId,
        before: Option<Version>,
        limit: u32,
    ) -> Result<Vec<Batch>, StoreError> {
        let mut tx = self.pool().reading().await?;
        let sql = format!(
            "select {BATCH} from history h where h.person = $1 and h.version < $2 order by h.version desc limit $3"
        );
        let before = before.map_or(i64::MAX, |version| version.0);
        let rows = tx.rows(sql, args![person.0, before, page(limit)]).await?;
        rows.iter().map(batch_of).collect()
    }

    /// What undoing a batch takes back, or does again when the batch is an undo itself: the change beneath all undos of
    /// undos, and whether it is there afterwards.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn beneath_undos(
        &self,
        person: PersonId,
        mut batch: Batch,
    ) -> Result<(Batch, bool), StoreError> {
        let mut is_there = false;
        while let Some(undoes) = batch.undoes {
            let before = self.history(person, Some(undoes.next()), 1).await?.pop();
            let Some(before) = before.filter(|before| before.version == undoes) else { break };
            (batch, is_there) = (before, !is_there);
        }
        Ok((batch, is_there))
    }

    /// What a batch did, entry by entry.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn batch(&self, person: PersonId, version: Version) -> Result<Vec<EntryChange>, StoreError> {
        let mut tx = self.pool().reading().await?;
        let lines = lines(&mut tx, person, version).await?;
        Ok(lines
            .into_iter()
            .map(|line| EntryChange {
                kind: line.kind,
                id: line.id,
                before: line.before.map(|(_, body)| body),
                after: line.after.map(|(_, body)| body),
            })
            .collect())
    }

    /// The versions of one entry, the newest first: paged as [`Store::history`].
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn entry_history(
        &self,
        person: PersonId,
        kind: Kind,
        id: &str,
        before: Option<Version>,
        limit: u32,
    ) -> Result<Vec<EntryVersion>, StoreError> {
        let mut tx = self.pool().reading().await?;
        let sql = format!(
            "select {BATCH}, l.after_body from history_entry l \
             join history h on h.person = l.person and h.version = l.version \
             where l.person = $1 and l.kind = $2 and l.id = $3 and l.version < $4 \
             order by l.version desc limit $5"
        );
        let before = before.map_or(i64::MAX, |version| version.0);
        let rows = tx.rows(sql, args![person.0, kind.word(), id, before, page(limit)]).await?;
        rows.iter()
            .map(|row| {
                let body = row.maybe_text(7)?.map(|text| parse_body(&text)).transpose()?;
                Ok(EntryVersion { batch: batch_of(row)?, body })
            })
            .collect()
    }

    /// Takes a batch back, as a batch of its own: what it added is removed, what it changed or removed is as before.
    ///
    /// Undoing an undo does it again.
    ///
    /// # Errors
    /// [`StoreError::ChangedSince`] when an entry of it is not as it left it.
    pub async fn undo(&self, person: PersonId, version: Version, note: &Note) -> Result<Done, StoreError> {
        let mut tx = self.turn(person).await?;
        let later = changed_since(&mut tx, person, version).await?;
        let lines = lines(&mut tx, person, version).await?;
        if !later.is_empty() {
            return Err(StoreError::ChangedSince(later));
        }
        if lines.is_empty() {
            return Err(StoreError::Missing("there is nothing to undo in it".to_owned()));
        }
        let mut change = Change { steps: Vec::new(), undoes: Some(version) };
        for line in lines {
            // That it is as the batch left it was looked at within this turn; its version may be a later one.
            let basis = if line.after.is_some() { Basis::Whatever } else { Basis::New };
            let to = line.before.map(|(position, body)| Target { body, position: Some(position) });
            change.steps.push(Step { kind: line.kind, id: Some(line.id), basis, to });
        }
        let done = write(&mut tx, person, note, change).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// Puts one entry back to what batch `to` left, as a batch of its own.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the entry is not as `basis` says.
    pub async fn restore_entry(
        &self,
        person: PersonId,
        kind: Kind,
        id: &str,
        to: Version,
        basis: Basis,
        note: &Note,
    ) -> Result<Done, StoreError> {
        let mut tx = self.turn(person).await?;
        let lines = lines(&mut tx, person, to).await?;
        let line = lines.into_iter().find(|line| line.kind == kind && line.id == id);
        let line = line.ok_or_else(|| StoreError::Missing("there is no such version of it".to_owned()))?;
        let to = line.after.map(|(_, body)| Target { body, position: None });
        let steps = vec![Step { kind, id: Some(id.to_owned()), basis, to }];
        let done = write(&mut tx, person, note, Change { steps, undoes: None }).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// The record as batch `at` left it.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn record_at(&self, person: PersonId, at: Version) -> Result<Record, StoreError> {
        let mut tx = self.pool().reading().await?;
        let now = record_entries(&mut tx, person).await?;
        assemble(entries_at(&mut tx, person, now, at).await?)
    }

    /// Makes the record what it was after batch `to`, as a batch of its own. Settings, offerings and documents stay.
    ///
    /// # Errors
    /// The database cannot be read or written.
    pub async fn restore_record(
        &self,
        person: PersonId,
        to: Version,
        note: &Note,
    ) -> Result<Done, StoreError> {
        let mut tx = self.turn(person).await?;
        let now = record_entries(&mut tx, person).await?;
        let then = entries_at(&mut tx, person, now.clone(), to).await?;
        let done = write(&mut tx, person, note, difference(&now, wanted_again(&then))).await?;
        tx.commit().await?;
        Ok(done)
    }
}

fn page(limit: u32) -> i64 {
    i64::from(limit.min(MAX_PAGE))
}

/// A line of `history_entry`: place and body before and after.
struct Line {
    kind: Kind,
    id: String,
    before: Option<(i64, Value)>,
    after: Option<(i64, Value)>,
}

async fn lines(tx: &mut Tx, person: PersonId, version: Version) -> Result<Vec<Line>, StoreError> {
    let sql = "select kind, id, before_position, before_body, after_position, after_body from history_entry \
               where person = $1 and version = $2";
    tx.rows(sql, args![person.0, version.0]).await?.iter().map(line_of).collect()
}

fn line_of(row: &Row) -> Result<Line, StoreError> {
    let state = |column: usize| -> Result<Option<(i64, Value)>, StoreError> {
        let (position, body) = (row.maybe_int(column)?, row.maybe_text(column + 1)?);
        position.zip(body).map(|(position, body)| Ok((position, parse_body(&body)?))).transpose()
    };
    Ok(Line { kind: Kind::named(&row.text(0)?)?, id: row.text(1)?, before: state(2)?, after: state(4)? })
}

/// What a batch changed that is not as it left it. What was changed since and changed back is.
async fn changed_since(
    tx: &mut Tx,
    person: PersonId,
    version: Version,
) -> Result<Vec<(Kind, String)>, StoreError> {
    let sql = "select h.kind, h.id from history_entry h left join entry e \
               on e.person = h.person and e.kind = h.kind and e.id = h.id \
               where h.person = $1 and h.version = $2 and (coalesce(h.after_body, '') <> coalesce(e.body, '') \
               or coalesce(h.after_position, 0) <> coalesce(e.position, 0))";
    let rows = tx.rows(sql, args![person.0, version.0]).await?;
    rows.iter().map(|row| Ok((Kind::named(&row.text(0)?)?, row.text(1)?))).collect()
}

/// Goes back from the entries of now: each is what the first batch after `at` that changed it found.
async fn entries_at(
    tx: &mut Tx,
    person: PersonId,
    now: Vec<Entry>,
    at: Version,
) -> Result<Vec<Entry>, StoreError> {
    let mut entries: BTreeMap<(Kind, String), Entry> =
        now.into_iter().map(|entry| ((entry.kind, entry.id.clone()), entry)).collect();
    let sql = "select kind, id, before_position, before_body, after_position, after_body from history_entry \
               h where person = $1 and kind not in ('setting', 'offering', 'document') and version = \
               (select min(version) from history_entry l where l.person = h.person and l.kind = h.kind \
               and l.id = h.id and l.version > $2)";
    for row in tx.rows(sql, args![person.0, at.0]).await? {
        let Line { kind, id, before, .. } = line_of(&row)?;
        let key = (kind, id);
        match before {
            Some((position, body)) => {
                let entry = Entry { kind, id: key.1.clone(), position, version: at, body };
                entries.insert(key, entry);
            }
            None => drop(entries.remove(&key)),
        }
    }
    let mut entries: Vec<Entry> = entries.into_values().collect();
    entries.sort_by_key(|entry| (entry.kind, entry.position));
    Ok(entries)
}

fn batch_of(row: &Row) -> Result<Batch, StoreError> {
    Ok(Batch {
        version: Version(row.int(0)?),
        at: parse_time(&row.text(1)?)?,
        actor: row.text(2)?,
        title: row.text(3)?,
        undoes: row.maybe_int(4)?.map(Version),
        entries: usize::try_from(row.int(5)?).unwrap_or_default(),
        undone_by: row.maybe_int(6)?.map(Version),
    })
}
