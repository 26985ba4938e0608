//! Changes of a record as values: forms, imports and undo share one path.
//!
//! [`apply`] checks a change as the reader of the file would, so that a record that was edited can always be read back,
//! and gives the change that takes it back. `rung_words::edit` says it in words, for the history and for an undo.
//!
//! ```
//! use rung_record::{Record, edit::{Edit, apply}};
//! let record = Record::from_json(br#"{"format": "rung-record/1", "credits": [
//!     {"id": "c1", "completed": "2026-02-11", "title": "Immunization update", "hours": 2}]}"#)?;
//! let removed = apply(&record, &Edit::remove_credit("c1"))?;
//! assert!(removed.record.credits.is_empty());
//! assert_eq!(apply(&removed.record, &removed.undo)?.record, record);
//! # Ok::<(), rung_record::Problems>(())
//! ```

use crate::{
    Credential, CredentialId, Credit, CreditId, Date, Education, MAX_CREDITS, Person, Problems, Record,
    Renewal, Work,
    reading::{At, Reader},
};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// A change of a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// A new entry; at the end of its list, or before the entry that is at this place. A credit with an empty id gets a
    /// free one at the end of the list.
    Add {
        /// What.
        item: Item,
        /// Where; the end when none.
        at: Option<usize>,
    },
    /// Another entry in the place of one; a credit with an empty id keeps the id that was there.
    Replace {
        /// Which.
        place: Place,
        /// What stands there then; of the same list.
        item: Item,
    },
    /// An entry less.
    Remove(Place),
    /// Something happened to a renewal.
    Renewal {
        /// Index of the credential in the record.
        credential: usize,
        /// What.
        step: RenewalStep,
    },
    /// An answer among the record's facts, or none any more.
    Fact {
        /// Under this key.
        key: String,
        /// Yes, no, a number or a text.
        answer: Option<Value>,
        /// Where a new one stands among the others; the end when none.
        at: Option<usize>,
    },
    /// Who it is.
    Person(Person),
    /// All of these in this order, or none.
    All(Vec<Edit>),
}

/// An entry of one of the record's lists.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// Something that is held.
    Credential(Credential),
    /// A completed activity.
    Credit(Credit),
    /// A job.
    Work(Work),
    /// A school or programme.
    Education(Education),
}

/// Where an entry stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// By its index.
    Credential(usize),
    /// By its id.
    Credit(CreditId),
    /// By its index.
    Work(usize),
    /// By its index.
    Education(usize),
}

/// What happens to a renewal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RenewalStep {
    /// The application was sent.
    Filed(Date),
    /// It was approved.
    Approved {
        /// The day on which it was sent.
        filed: Date,
        /// The day of the approval.
        approved: Date,
        /// The last day of the new period, as it is printed.
        expires: Option<Date>,
    },
    /// It was sent back.
    Returned {
        /// The day on which it was sent.
        filed: Date,
        /// The day on which it came back.
        returned: Date,
    },
}

/// What came of an edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Applied {
    /// The record with it.
    pub record: Record,
    /// Takes it back, to the byte.
    pub undo: Edit,
}

impl Edit {
    /// A new entry at the end of its list.
    pub fn add(item: impl Into<Item>) -> Self {
        Self::Add { item: item.into(), at: None }
    }

    /// Another credit in the place of the one that has its id.
    pub fn replace_credit(credit: Credit) -> Self {
        Self::Replace { place: Place::Credit(credit.id.clone()), item: Item::Credit(credit) }
    }

    /// A credit less.
    pub fn remove_credit(id: &str) -> Self {
        Self::Remove(Place::Credit(id.into()))
    }

    /// An answer to a question of the rules.
    pub fn answer(key: impl Into<String>, answer: impl Into<Value>) -> Self {
        Self::Fact { key: key.into(), answer: Some(answer.into()), at: None }
    }
}

macro_rules! items {
    ($($name:ident),*) => {$(
        impl From<$name> for Item {
            fn from(item: $name) -> Self {
                Self::$name(item)
            }
        }
    )*};
}
items!(Credential, Credit, Work, Education);

/// The record with the change, and what takes it back.
///
/// # Errors
/// Every fault with its place; nothing is changed then.
pub fn apply(record: &Record, edit: &Edit) -> Result<Applied, Problems> {
    let mut bench =
        Bench { record: record.clone(), reader: Reader::default(), ids: None, last_id: record.credits.len() };
    let undo = bench.apply(edit);
    let Bench { record, reader, .. } = bench;
    reader.finish(Applied { record, undo })
}

/// The record that is being worked on.
struct Bench {
    record: Record,
    reader: Reader,
    /// Where each credit stands; made when it is first needed.
    ids: Option<HashMap<CreditId, usize>>,
    last_id: usize,
}

/// Undoes nothing: what a faulty edit gives, which nobody sees.
const NOTHING: Edit = Edit::All(Vec::new());

impl Bench {
    fn apply(&mut self, edit: &Edit) -> Edit {
        match edit {
            Edit::Add { item, at } => self.add(item, *at).unwrap_or(NOTHING),
            Edit::Replace { place, item } => self.replace(place, item).unwrap_or(NOTHING),
            Edit::Remove(place) => self.remove(place).unwrap_or(NOTHING),
            Edit::Renewal { credential, step } => self.renew(*credential, *step).unwrap_or(NOTHING),
            Edit::Fact { key, answer, at } => self.fact(key, answer.as_ref(), *at),
            Edit::Person(person) => self.person(person).unwrap_or(NOTHING),
            Edit::All(edits) => {
                let mut undo: Vec<Edit> = edits.iter().map(|edit| self.apply(edit)).collect();
                undo.reverse();
                Edit::All(undo)
            }
        }
    }

    fn add(&mut self, item: &Item, at: Option<usize>) -> Option<Edit> {
        let list = list_name(item);
        let length = self.length(item);
        let n = at.unwrap_or(length);
        let list_at = At::Field(&At::Top, list);
        if n > length {
            self.reader.problems.add(&list_at, format!("has {length} entries: there is no place {n}"));
            return None;
        }
        if length >= MAX_CREDITS {
            self.reader
                .problems
                .add(&list_at, format!("has {length} entries; at most {MAX_CREDITS} are kept"));
            return None;
        }
        match item {
            Item::Credit(credit) => {
                let mut credit = credit.clone();
                if credit.id.as_str().is_empty() && at.is_none() {
                    credit.id = self.free_id();
                }
                if self.position(&credit.id).is_some() {
                    let what = format!("\"{}\" is the id of another credit too", credit.id);
                    self.reader.problems.add(&At::Field(&At::Item(&list_at, n), "id"), what);
                    return None;
                }
                let credit = self.checked(&credit, &At::Item(&list_at, n), Reader::credit)?;
                let id = credit.id.clone();
                self.record.credits.insert(n, credit);
                self.note_place(&id, n);
                Some(Edit::Remove(Place::Credit(id)))
            }
            Item::Credential(credential) => {
                let own = self.checked(credential, &At::Item(&list_at, n), Reader::credential)?;
                self.record.credentials.insert(n, own);
                Some(Edit::Remove(Place::Credential(n)))
            }
            Item::Work(work) => {
                let own = self.checked(work, &At::Item(&list_at, n), Reader::work)?;
                self.record.work.insert(n, own);
                Some(Edit::Remove(Place::Work(n)))
            }
            Item::Education(education) => {
                let own = self.checked(education, &At::Item(&list_at, n), Reader::education)?;
                self.record.education.insert(n, own);
                Some(Edit::Remove(Place::Education(n)))
            }
        }
    }

    fn replace(&mut self, place: &Place, item: &Item) -> Option<Edit> {
        let n = self.find(place)?;
        let list = At::Field(&At::Top, list_name(item));
        let at = At::Item(&list, n);
        match (place, item) {
            (Place::Credit(id), Item::Credit(credit)) => {
                if credit.id != *id && !credit.id.as_str().is_empty() && self.position(&credit.id).is_some() {
                    let what = format!("\"{}\" is the id of another credit too", credit.id);
                    self.reader.problems.add(&At::Field(&at, "id"), what);
                    return None;
                }
                let mut new = self.checked(credit, &at, Reader::credit)?;
                if new.id.as_str().is_empty() {
                    new.id = id.clone();
                }
                if let Some(ids) = self.ids.as_mut() {
                    ids.remove(id.as_str());
                    ids.insert(new.id.clone(), n);
                }
                let now = Place::Credit(new.id.clone());
                let old = std::mem::replace(&mut self.record.credits[n], new);
                Some(Edit::Replace { place: now, item: Item::Credit(old) })
            }
            (Place::Credential(_), Item::Credential(credential)) => {
                let new = self.checked(credential, &at, Reader::credential)?;
                let old = std::mem::replace(&mut self.record.credentials[n], new);
                Some(Edit::Replace { place: place.clone(), item: old.into() })
            }
            (Place::Work(_), Item::Work(work)) => {
                let new = self.checked(work, &at, Reader::work)?;
                let old = std::mem::replace(&mut self.record.work[n], new);
                Some(Edit::Replace { place: place.clone(), item: old.into() })
            }
            (Place::Education(_), Item::Education(education)) => {
                let new = self.checked(education, &at, Reader::education)?;
                let old = std::mem::replace(&mut self.record.education[n], new);
                Some(Edit::Replace { place: place.clone(), item: old.into() })
            }
            _ => {
                let what = format!("an entry of {} cannot stand in another list", list_name(item));
                self.reader.problems.add(&list, what);
                None
            }
        }
    }

    fn remove(&mut self, place: &Place) -> Option<Edit> {
        let n = self.find(place)?;
        let item = match place {
            Place::Credit(id) => {
                let is_last = n + 1 == self.record.credits.len();
                match self.ids.as_mut().filter(|_| is_last) {
                    Some(ids) => drop(ids.remove(id.as_str())),
                    None => self.ids = None,
                }
                Item::Credit(self.record.credits.remove(n))
            }
            Place::Credential(_) => self.record.credentials.remove(n).into(),
            Place::Work(_) => self.record.work.remove(n).into(),
            Place::Education(_) => self.record.education.remove(n).into(),
        };
        Some(Edit::Add { item, at: Some(n) })
    }

    fn renew(&mut self, n: usize, step: RenewalStep) -> Option<Edit> {
        self.find(&Place::Credential(n))?;
        let mut held = self.record.credentials[n].clone();
        let credentials = At::Field(&At::Top, "credentials");
        let renewals = At::Item(&credentials, n);
        let renewals = At::Field(&renewals, "renewals");
        let filed = match step {
            RenewalStep::Filed(filed)
            | RenewalStep::Approved { filed, .. }
            | RenewalStep::Returned { filed, .. } => filed,
        };
        let known = held.renewals.iter_mut().find(|renewal| renewal.filed == filed);
        match (step, known) {
            (RenewalStep::Filed(_), Some(_)) => {
                self.reader
                    .problems
                    .add(&renewals, format!("one that was filed on {filed} is there already"));
                return None;
            }
            (RenewalStep::Filed(_), None) => {
                held.renewals.push(Renewal { filed, approved: None, returned: None, extra: Map::new() });
            }
            (_, None) => {
                let what = format!("none was filed on {filed}: enter the day of filing first");
                self.reader.problems.add(&renewals, what);
                return None;
            }
            (RenewalStep::Approved { approved, expires, .. }, Some(renewal)) => {
                renewal.approved = Some(approved);
                held.expires = expires.or(held.expires);
            }
            (RenewalStep::Returned { returned, .. }, Some(_)) if returned < filed => {
                self.reader.problems.add(&renewals, format!("{returned} is before it was filed, {filed}"));
                return None;
            }
            (RenewalStep::Returned { returned, .. }, Some(renewal)) => renewal.returned = Some(returned),
        }
        self.replace(&Place::Credential(n), &Item::Credential(held))
    }

    fn fact(&mut self, key: &str, answer: Option<&Value>, at: Option<usize>) -> Edit {
        let facts = At::Field(&At::Top, "facts");
        if key.is_empty() {
            self.reader.problems.add(&facts, "the name of a fact is empty");
        }
        if let Some(Value::Array(_) | Value::Object(_)) = answer {
            let what = "is not a plain answer (write true, false, a number or a text)";
            self.reader.problems.add(&At::Field(&facts, key), what);
        }
        let facts = &mut self.record.facts;
        let place = facts.keys().position(|known| known == key);
        let old = match (answer, place) {
            (Some(answer), Some(_)) => facts.insert(key.to_owned(), answer.clone()),
            (Some(answer), None) => {
                let end = facts.len();
                facts.shift_insert(at.unwrap_or(end).min(end), key.to_owned(), answer.clone())
            }
            (None, _) => facts.shift_remove(key),
        };
        Edit::Fact { key: key.to_owned(), answer: old, at: place }
    }

    fn person(&mut self, person: &Person) -> Option<Edit> {
        let own = self.checked(person, &At::Field(&At::Top, "person"), |reader, value, at| {
            Some(reader.person(value, at))
        })?;
        Some(Edit::Person(std::mem::replace(&mut self.record.person, own)))
    }

    /// The entry as the reader of the file would read it; nothing when the reader finds a fault.
    fn checked<T: serde::Serialize>(
        &mut self,
        item: &T,
        at: &At<'_>,
        read: impl Fn(&mut Reader, Value, &At<'_>) -> Option<T>,
    ) -> Option<T> {
        let faults = |reader: &Reader| reader.problems.listed.len() + reader.problems.more;
        let before = faults(&self.reader);
        let value = match serde_json::to_value(item) {
            Ok(value) => value,
            Err(error) => {
                self.reader.problems.add(at, error.to_string());
                return None;
            }
        };
        let own = read(&mut self.reader, value, at)?;
        (faults(&self.reader) == before).then_some(own)
    }

    /// The index of the entry, or a fault.
    fn find(&mut self, place: &Place) -> Option<usize> {
        let (list, n, length) = match place {
            Place::Credit(id) => {
                let found = self.position(id);
                if found.is_none() {
                    let what = format!("there is no credit \"{id}\": it was removed meanwhile");
                    self.reader.problems.add(&At::Field(&At::Top, "credits"), what);
                }
                return found;
            }
            Place::Credential(n) => ("credentials", *n, self.record.credentials.len()),
            Place::Work(n) => ("work", *n, self.record.work.len()),
            Place::Education(n) => ("education", *n, self.record.education.len()),
        };
        if n >= length {
            let what = format!("has {length} entries: the one at {n} was removed meanwhile");
            self.reader.problems.add(&At::Field(&At::Top, list), what);
            return None;
        }
        Some(n)
    }

    fn length(&self, item: &Item) -> usize {
        match item {
            Item::Credential(_) => self.record.credentials.len(),
            Item::Credit(_) => self.record.credits.len(),
            Item::Work(_) => self.record.work.len(),
            Item::Education(_) => self.record.education.len(),
        }
    }

    fn position(&mut self, id: &CreditId) -> Option<usize> {
        let credits = &self.record.credits;
        let place = |(n, credit): (usize, &Credit)| (credit.id.clone(), n);
        let ids = self.ids.get_or_insert_with(|| credits.iter().enumerate().map(place).collect());
        ids.get(id.as_str()).copied()
    }

    /// Keeps the index right after a credit was put at `n`; only one at the end leaves the others where they were.
    fn note_place(&mut self, id: &CreditId, n: usize) {
        match self.ids.as_mut().filter(|_| n + 1 == self.record.credits.len()) {
            Some(ids) => drop(ids.insert(id.clone(), n)),
            None => self.ids = None,
        }
    }

    fn free_id(&mut self) -> CreditId {
        loop {
            self.last_id += 1;
            let id = CreditId(format!("c{}", self.last_id));
            if self.position(&id).is_none() {
                return id;
            }
        }
    }
}

fn list_name(item: &Item) -> &'static str {
    match item {
        Item::Credential(_) => "credentials",
        Item::Credit(_) => "credits",
        Item::Work(_) => "work",
        Item::Education(_) => "education",
    }
}

impl Place {
    /// The entry that stands there.
    pub fn entry(&self, record: &Record) -> Option<Item> {
        match self {
            Self::Credential(n) => record.credentials.get(*n).cloned().map(Item::Credential),
            Self::Credit(id) => {
                record.credits.iter().find(|credit| credit.id == *id).cloned().map(Item::Credit)
            }
            Self::Work(n) => record.work.get(*n).cloned().map(Item::Work),
            Self::Education(n) => record.education.get(*n).cloned().map(Item::Education),
        }
    }
}

/// What the words call a credential.
pub type NameOf<'n> = dyn Fn(&CredentialId) -> String + 'n;
