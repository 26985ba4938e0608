//! The entries that a record is kept as, and the parts they hold.

use crate::StoreError;
use rung_record::{Credential, Credit, Education, Person, Problems, Record, Work};
use serde_json::{Map, Value, json};
use std::{fmt, str::FromStr};

/// Whose rows are meant. Only the store gives it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PersonId(pub(crate) i64);

/// Counts the batches of changes to what is kept of one person. An entry's version is the batch that wrote it last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version(pub(crate) i64);

impl Version {
    /// Before anything was kept.
    pub const START: Self = Self(0);
    /// After everything that was ever kept.
    pub const MAX: Self = Self(i64::MAX);

    /// The version after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// As a form carries it.
impl FromStr for Version {
    type Err = StoreError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse()
            .ok()
            .filter(|number| *number >= 0)
            .map(Self)
            .ok_or_else(|| StoreError::refused("this is not a version; load the page again"))
    }
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident $word:literal $noun:literal $plural:literal;)*) => {
        /// What an entry is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind {
            $($(#[$doc])* $kind,)*
        }

        impl Kind {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$kind),*];

            /// The word that the database holds.
            pub fn word(self) -> &'static str {
                match self { $(Self::$kind => $word),* }
            }

            pub(crate) fn noun(self) -> &'static str {
                match self { $(Self::$kind => $noun),* }
            }

            pub(crate) fn plural(self) -> &'static str {
                match self { $(Self::$kind => $plural),* }
            }
        }
    };
}

kinds! {
    /// The technician: one entry, its id is `person`.
    Person "person" "the person" "people";
    /// Something that is held.
    Credential "credential" "the credential" "credentials";
    /// A completed activity; its id is the credit's own.
    Credit "credit" "the credit" "credits";
    /// A job.
    Work "work" "the job" "jobs";
    /// A school, programme or degree.
    Education "education" "the education" "schools and programs";
    /// An answer; its id is the fact's key.
    Fact "fact" "the answer" "answers";
    /// A part of the record that this version does not know; its id is the field's name.
    Extra "extra" "the field" "fields";
    /// A setting of the pages; its id is the setting's name.
    Setting "setting" "the setting" "settings";
    /// An activity that can be taken, and whether it is planned.
    Offering "offering" "the offering" "offerings";
    /// A kept document: its name and what it belongs to; its id is its SHA-256.
    Document "document" "the document" "documents";
}

impl Kind {
    pub(crate) fn named(word: &str) -> Result<Self, StoreError> {
        let found = Self::ALL.iter().copied().find(|kind| kind.word() == word);
        found.ok_or_else(|| {
            StoreError::damaged(format!("the data holds an entry of the unknown kind \"{word}\""))
        })
    }

    /// Whether it is part of the record, which is exported and can be put back as it was.
    pub fn is_of_record(self) -> bool {
        !matches!(self, Self::Setting | Self::Offering | Self::Document)
    }
}

/// One entry as it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// Names it among its kind.
    pub id: String,
    /// Its place among its kind; gaps mean nothing.
    pub position: i64,
    /// The batch that wrote it last.
    pub version: Version,
    /// Its part's own JSON.
    pub body: Value,
}

/// A part of the record with what is needed to change it.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept<T> {
    /// Names it among its kind.
    pub id: String,
    /// To hand back with a change: [`Basis::At`](crate::Basis::At).
    pub version: Version,
    /// The part.
    pub value: T,
}

/// What can be kept as an entry.
pub trait Part: Sized {
    /// What its entries are.
    const KIND: Kind;

    /// The id that it carries itself, if it does.
    fn own_id(&self) -> Option<&str> {
        None
    }

    /// Its canonical JSON.
    fn to_body(&self) -> Value;

    /// Reads that JSON strictly.
    ///
    /// # Errors
    /// All that is wrong with it.
    fn from_body(id: &str, body: Value) -> Result<Self, Problems>;
}

/// Reads one part through the record's own reader, so that there is only one.
fn of_record<T>(field: &str, body: Value, take: impl FnOnce(Record) -> Option<T>) -> Result<T, Problems> {
    let mut file = Map::new();
    file.insert("format".to_owned(), Value::from(Record::FORMAT));
    file.insert(field.to_owned(), body);
    let record = Record::from_value(Value::Object(file))?;
    take(record).ok_or_else(|| Problems::one("the entry is empty"))
}

fn json_of(part: &impl serde::Serialize) -> Value {
    // The types of the record have text keys and whole numbers only: nothing in them can fail.
    serde_json::to_value(part).unwrap_or_default()
}

impl Part for Person {
    const KIND: Kind = Kind::Person;

    fn own_id(&self) -> Option<&str> {
        Some("person")
    }

    fn to_body(&self) -> Value {
        json_of(self)
    }

    fn from_body(_id: &str, body: Value) -> Result<Self, Problems> {
        of_record("person", body, |record| Some(record.person))
    }
}

impl Part for Credit {
    const KIND: Kind = Kind::Credit;

    fn own_id(&self) -> Option<&str> {
        Some(self.id.as_str())
    }

    fn to_body(&self) -> Value {
        json_of(self)
    }

    fn from_body(_id: &str, body: Value) -> Result<Self, Problems> {
        of_record("credits", json!([body]), |mut record| record.credits.pop())
    }
}

macro_rules! parts_without_id {
    ($($part:ident $field:literal $list:ident;)*) => {$(
        impl Part for $part {
            const KIND: Kind = Kind::$part;

            fn to_body(&self) -> Value {
                json_of(self)
            }

            fn from_body(_id: &str, body: Value) -> Result<Self, Problems> {
                of_record($field, json!([body]), |mut record| record.$list.pop())
            }
        }
    )*};
}

parts_without_id! {
    Credential "credentials" credentials;
    Work "work" work;
    Education "education" education;
}
