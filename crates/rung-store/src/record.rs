//! A record from its entries, and the entries of a record.

use crate::{
    Basis, Change, Done, Entry, Kind, Note, Part, PersonId, Stale, Store, StoreError, Version,
    change::{Step, Target, entry_of, no_such_person, write},
    engine::*,
    limits::MAX_STALE,
};
use rung_record::{MAX_RECORD_BYTES, Problems, Record};
use serde_json::{Map, Value};
use std::{
    collections::{HashMap, VecDeque},
    sync::Arc,
};

/// The record's parts that are lists, and the fields that hold them.
const LISTS: &[(Kind, &str)] = &[
    (Kind::Credential, "credentials"),
    (Kind::Credit, "credits"),
    (Kind::Work, "work"),
    (Kind::Education, "education"),
];

/// A record as it was kept at one version.
#[derive(Clone, Debug)]
pub struct HeldRecord {
    /// The record, shared: it is read once for each stamp.
    pub record: Arc<Record>,
    /// Which generation of the data and which version of the person's: for ETags and the like.
    pub stamp: Stamp,
}

/// Tells states of what is kept of one person apart. Two equal stamps mean equal data.
///
/// The generation grows when a backup is restored or somebody's data is removed, the version with every batch of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    /// How often the data was replaced by a backup, or somebody's removed.
    pub generation: i64,
    /// The last batch of changes.
    pub version: Version,
}

/// As an ETag carries it: `0-17`.
impl std::fmt::Display for Stamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.generation, self.version)
    }
}

impl Store {
    /// Tells whether anything that is kept of the person has changed.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn stamp(&self, person: PersonId) -> Result<Stamp, StoreError> {
        stamp_of(self.pool().row(STAMP, args![person.0]).await?)
    }

    /// The record, and the version at which it is that.
    ///
    /// # Errors
    /// As [`Store::snapshot`].
    pub async fn record(&self, person: PersonId) -> Result<HeldRecord, StoreError> {
        let snapshot = self.snapshot(person).await?;
        Ok(HeldRecord { record: snapshot.record.clone(), stamp: snapshot.stamp })
    }

    /// Makes the record what `record` is: what differs is put, what is not in it is removed, in one batch.
    ///
    /// `read_at` is the stamp with which the record was read that `record` was made from; none replaces whatever is
    /// there.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when the record was changed since, [`StoreError::Replaced`] when a backup took its place;
    /// [`StoreError::Refused`] when it is too large to be
    /// read back.
    pub async fn replace_record(
        &self,
        person: PersonId,
        record: &Record,
        read_at: Option<Stamp>,
        note: &Note,
    ) -> Result<Done, StoreError> {
        refuse_too_large(record)?;
        let mut tx = self.turn(person).await?;
        if let Some(read_at) = read_at {
            refuse_changed_since(&mut tx, person, read_at).await?;
        }
        let now = record_entries(&mut tx, person).await?;
        let done = write(&mut tx, person, note, difference(&now, entries_of(record))).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// The entries of one kind, in their order.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn entries(&self, person: PersonId, kind: Kind) -> Result<Vec<Entry>, StoreError> {
        let mut tx = self.pool().reading().await?;
        let sql = "select kind, id, position, version, body from entry where person = $1 and kind = $2 \
                   order by position";
        tx.rows(sql, args![person.0, kind.word()]).await?.iter().map(entry_of).collect()
    }

    /// One entry; none when it is not there.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn entry(&self, person: PersonId, kind: Kind, id: &str) -> Result<Option<Entry>, StoreError> {
        let mut tx = self.pool().reading().await?;
        let sql =
            "select kind, id, position, version, body from entry where person = $1 and kind = $2 and id = $3";
        tx.row(sql, args![person.0, kind.word(), id]).await?.as_ref().map(entry_of).transpose()
    }

    /// All parts of one type, with what is needed to change them: `store.parts::<Work>(person)`.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn parts<P: Part>(&self, person: PersonId) -> Result<Vec<crate::Kept<P>>, StoreError> {
        self.entries(person, P::KIND).await?.into_iter().map(kept).collect()
    }

    /// One part; none when it is not there.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn part<P: Part>(
        &self,
        person: PersonId,
        id: &str,
    ) -> Result<Option<crate::Kept<P>>, StoreError> {
        self.entry(person, P::KIND, id).await?.map(kept).transpose()
    }
}

pub(crate) fn refuse_too_large(record: &Record) -> Result<(), StoreError> {
    if record.to_json().len() <= MAX_RECORD_BYTES {
        return Ok(());
    }
    Err(StoreError::refused(format!(
        "the record is larger than {} MB, the most that can be read back",
        MAX_RECORD_BYTES / 1024 / 1024
    )))
}

/// The part that an entry holds.
pub(crate) fn kept<P: Part>(entry: Entry) -> Result<crate::Kept<P>, StoreError> {
    let value = P::from_body(&entry.id, entry.body).map_err(|problems| unreadable(&entry.id, &problems))?;
    Ok(crate::Kept { id: entry.id, version: entry.version, value })
}

fn unreadable(id: &str, problems: &Problems) -> StoreError {
    StoreError::damaged(format!("the entry \"{id}\" cannot be read: {problems}"))
}

/// Asks for a [`Stamp`].
pub(crate) const STAMP: &str =
    "select version, (select value from meta where key = 'generation') from person where id = $1";

/// What [`STAMP`] answers.
pub(crate) fn stamp_of(row: Option<Row>) -> Result<Stamp, StoreError> {
    let row = row.ok_or_else(no_such_person)?;
    let generation = row.maybe_text(1)?.and_then(|text| text.parse().ok()).unwrap_or(0);
    Ok(Stamp { generation, version: Version(row.int(0)?) })
}

pub(crate) async fn record_entries(tx: &mut Tx, person: PersonId) -> Result<Vec<Entry>, StoreError> {
    let sql = "select kind, id, position, version, body from entry where person = $1 \
               and kind not in ('setting', 'offering', 'document') order by kind, position";
    tx.rows(sql, args![person.0]).await?.iter().map(entry_of).collect()
}

/// The record that entries make, which come in the order of their kinds and positions.
pub(crate) fn assemble(entries: Vec<Entry>) -> Result<Record, StoreError> {
    let mut lists: HashMap<Kind, Vec<Value>> = HashMap::new();
    let (mut facts, mut extra, mut file) = (Map::new(), Map::new(), Map::new());
    file.insert("format".to_owned(), Value::from(Record::FORMAT));
    for entry in entries {
        match entry.kind {
            Kind::Person => drop(file.insert("person".to_owned(), entry.body)),
            Kind::Fact => drop(facts.insert(entry.id, entry.body)),
            Kind::Extra => drop(extra.insert(entry.id, entry.body)),
            kind => lists.entry(kind).or_default().push(entry.body),
        }
    }
    for (kind, field) in LISTS {
        file.insert((*field).to_owned(), Value::Array(lists.remove(kind).unwrap_or_default()));
    }
    file.insert("facts".to_owned(), Value::Object(facts));
    file.extend(extra);
    Record::from_value(Value::Object(file))
        .map_err(|problems| StoreError::damaged(format!("what is kept is no record: {problems}")))
}

/// A part as it should be kept; `id` is none where the part has none of its own.
pub(crate) struct Wanted {
    kind: Kind,
    id: Option<String>,
    body: Value,
}

/// What the entries of `record` are, in their order.
pub(crate) fn entries_of(record: &Record) -> Vec<Wanted> {
    fn list<P: Part>(parts: &[P]) -> impl Iterator<Item = Wanted> {
        let wanted = |part: &P| Wanted {
            kind: P::KIND,
            id: part.own_id().map(ToOwned::to_owned),
            body: part.to_body(),
        };
        parts.iter().map(wanted)
    }
    fn map(kind: Kind, fields: &Map<String, Value>) -> impl Iterator<Item = Wanted> {
        fields.iter().map(move |(key, body)| Wanted { kind, id: Some(key.clone()), body: body.clone() })
    }
    list(std::slice::from_ref(&record.person))
        .chain(list(&record.credentials))
        .chain(list(&record.credits))
        .chain(list(&record.work))
        .chain(list(&record.education))
        .chain(map(Kind::Fact, &record.facts))
        .chain(map(Kind::Extra, &record.extra))
        .collect()
}

/// Entries as they were, to be as they were again.
pub(crate) fn wanted_again(entries: &[Entry]) -> Vec<Wanted> {
    entries
        .iter()
        .map(|entry| Wanted { kind: entry.kind, id: Some(entry.id.clone()), body: entry.body.clone() })
        .collect()
}

/// A record is replaced as a whole, so any change to it since it was read is one that would be overwritten. Versions
/// tell that within a generation only.
async fn refuse_changed_since(tx: &mut Tx, person: PersonId, read_at: Stamp) -> Result<(), StoreError> {
    let now = stamp_of(tx.row(STAMP, args![person.0]).await?)?;
    if now.generation != read_at.generation {
        return Err(StoreError::Replaced);
    }
    let sql = "select distinct kind, id from history_entry where person = $1 and version > $2 \
               and kind not in ('setting', 'offering', 'document') limit $3";
    let mut stale = Vec::new();
    for row in tx.rows(sql, args![person.0, read_at.version.0, MAX_STALE]).await? {
        let (kind, id) = (Kind::named(&row.text(0)?)?, row.text(1)?);
        let sql =
            "select kind, id, position, version, body from entry where person = $1 and kind = $2 and id = $3";
        let now = tx.row(sql, args![person.0, kind.word(), &id]).await?.as_ref().map(entry_of).transpose()?;
        stale.push(Stale { kind, id, now });
    }
    if stale.is_empty() { Ok(()) } else { Err(StoreError::Conflict(stale)) }
}

/// The fewest steps from `now` to `wanted`, in its order.
pub(crate) fn difference(now: &[Entry], wanted: Vec<Wanted>) -> Change {
    let basis = |entry: &Entry| Basis::At(entry.version);
    let mut left = Left::new(now);
    let mut last: HashMap<Kind, i64> = HashMap::new();
    let mut change = Change::new();
    for (wanted, found) in matched(wanted, &mut left) {
        let last = last.entry(wanted.kind).or_default();
        let position = found.map(|entry| entry.position).filter(|position| position > last);
        let position = position.unwrap_or(*last + 1);
        *last = position;
        if found.is_some_and(|entry| entry.position == position && entry.body == wanted.body) {
            continue;
        }
        change.steps.push(Step {
            kind: wanted.kind,
            id: found.map(|entry| entry.id.clone()).or(wanted.id),
            basis: found.map_or(Basis::New, basis),
            to: Some(Target { body: wanted.body, position: Some(position) }),
        });
    }
    for entry in left.rest() {
        change.steps.push(Step {
            kind: entry.kind,
            id: Some(entry.id.clone()),
            basis: basis(entry),
            to: None,
        });
    }
    change
}

/// Finds for every part the entry that it was: by its id, else by its content, else the next of its kind.
fn matched<'a>(wanted: Vec<Wanted>, left: &mut Left<'a>) -> Vec<(Wanted, Option<&'a Entry>)> {
    let firm: Vec<_> = wanted
        .into_iter()
        .map(|wanted| {
            let found = match &wanted.id {
                Some(id) => left.take_id(wanted.kind, id),
                None => left.take_equal(wanted.kind, &wanted.body),
            };
            (wanted, found)
        })
        .collect();
    firm.into_iter()
        .map(|(wanted, found)| {
            let found = found.or_else(|| wanted.id.is_none().then(|| left.take_next(wanted.kind)).flatten());
            (wanted, found)
        })
        .collect()
}

/// Entries that no part was found for yet.
struct Left<'a> {
    entries: Vec<Option<&'a Entry>>,
    by_id: HashMap<(Kind, &'a str), usize>,
    by_body: HashMap<(Kind, String), VecDeque<usize>>,
    by_kind: HashMap<Kind, VecDeque<usize>>,
}

impl<'a> Left<'a> {
    fn new(now: &'a [Entry]) -> Self {
        let mut left = Self {
            entries: now.iter().map(Some).collect(),
            by_id: HashMap::new(),
            by_body: HashMap::new(),
            by_kind: HashMap::new(),
        };
        for (n, entry) in now.iter().enumerate() {
            left.by_id.insert((entry.kind, &entry.id), n);
            left.by_kind.entry(entry.kind).or_default().push_back(n);
            if entry.kind != Kind::Credit {
                left.by_body.entry((entry.kind, entry.body.to_string())).or_default().push_back(n);
            }
        }
        left
    }

    fn take_id(&mut self, kind: Kind, id: &str) -> Option<&'a Entry> {
        let n = *self.by_id.get(&(kind, id))?;
        self.entries[n].take()
    }

    fn take_equal(&mut self, kind: Kind, body: &Value) -> Option<&'a Entry> {
        let n = self.by_body.get_mut(&(kind, body.to_string()))?.pop_front()?;
        self.entries[n].take()
    }

    fn take_next(&mut self, kind: Kind) -> Option<&'a Entry> {
        let queue = self.by_kind.get_mut(&kind)?;
        while let Some(n) = queue.pop_front() {
            if let Some(entry) = self.entries[n].take() {
                return Some(entry);
            }
        }
        None
    }

    fn rest(self) -> impl Iterator<Item = &'a Entry> {
        self.entries.into_iter().flatten()
    }
}
