//! What is reckoned once from the whole catalogue, because it takes longer than a page may.

use rung_atlas::{Address, Index, changes_of};
use rung_catalog::{Authority, Catalog, Cite, When};
use rung_record::Date;
use rung_words::Words;

/// The index of the search, and every dated change, as they are said in a language.
pub struct Library {
    index: Index,
    changes: Vec<Change>,
}

/// A dated change, past or to come.
pub struct Change {
    /// When.
    pub date: When,
    /// What, in a sentence.
    pub what: String,
    /// Where the reader finds it.
    pub address: Address,
    /// Where it is written.
    pub cite: Option<Cite>,
    authority: usize,
}

impl Library {
    /// Reads everything that the catalogue says.
    pub fn of(words: &Words, catalog: &Catalog) -> Self {
        let mut changes: Vec<Change> = Vec::new();
        for (number, authority) in catalog.authorities.iter().enumerate() {
            changes.extend(changes_of(words, catalog, authority).into_iter().map(|change| Change {
                date: change.date,
                what: change.what,
                address: change.address,
                cite: change.cite.cloned(),
                authority: number,
            }));
        }
        changes.sort_by_key(|change| change.date.first_day());
        Self { index: Index::of(words, catalog), changes }
    }

    /// Finds by words.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Every change, the earliest first.
    pub fn changes(&self) -> impl DoubleEndedIterator<Item = &Change> {
        self.changes.iter()
    }
}

impl Change {
    /// Whose it is.
    pub fn authority<'a>(&self, catalog: &'a Catalog) -> &'a Authority {
        &catalog.authorities[self.authority]
    }

    /// Whether it is still to come on `day`.
    pub fn is_ahead_of(&self, day: Date) -> bool {
        day < self.date.first_day()
    }
}
