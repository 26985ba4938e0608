//! All that a page needs to know, read at once and remembered until something changes.

use crate::{
    Document, Entry, Kept, Kind, PersonId, PlanSettings, PlannedOffering, Store, StoreError,
    change::entry_of,
    engine::*,
    plan::PLAN,
    record::{STAMP, Stamp, assemble, kept, stamp_of},
};
use rung_record::Record;
use serde_json::{Map, Value};
use std::sync::Arc;

/// What is kept of one person, as of one moment.
#[derive(Debug)]
pub struct Snapshot {
    /// Which generation of the data and which version of the person's: for ETags and the like.
    pub stamp: Stamp,
    /// The record.
    pub record: Arc<Record>,
    /// The ids of its credentials' entries, in the record's order.
    pub credentials: Vec<String>,
    /// The settings of the pages, by name.
    pub settings: Map<String, Value>,
    /// The activities that can be taken, in their order.
    pub offerings: Vec<Kept<PlannedOffering>>,
    /// The documents, in the order in which they were added.
    pub documents: Vec<Kept<Document>>,
}

impl Snapshot {
    /// The plan's budget and hours.
    pub fn plan(&self) -> PlanSettings {
        self.settings.get(PLAN).map_or_else(PlanSettings::default, PlanSettings::of)
    }

    /// From entries, which come in the order of their kinds and positions.
    fn of(stamp: Stamp, entries: Vec<Entry>) -> Result<Self, StoreError> {
        let (mut of_record, mut settings) = (Vec::with_capacity(entries.len()), Map::new());
        let (mut credentials, mut offerings, mut documents) = (Vec::new(), Vec::new(), Vec::new());
        for entry in entries {
            match entry.kind {
                Kind::Setting => drop(settings.insert(entry.id, entry.body)),
                Kind::Offering => offerings.push(kept(entry)?),
                Kind::Document => documents.push(kept(entry)?),
                kind => {
                    if kind == Kind::Credential {
                        credentials.push(entry.id.clone());
                    }
                    of_record.push(entry);
                }
            }
        }
        let record = Arc::new(assemble(of_record)?);
        Ok(Self { stamp, record, credentials, settings, offerings, documents })
    }
}

impl Store {
    /// Everything that is kept of the person but its history and the bytes of documents.
    ///
    /// While nothing changes, the same snapshot is handed out again: asking costs one small query. Whoever changes
    /// something, in this process or in another, changes the stamp.
    ///
    /// # Errors
    /// The database cannot be read, or holds what is no record.
    pub async fn snapshot(&self, person: PersonId) -> Result<Arc<Snapshot>, StoreError> {
        let stamp = self.stamp(person).await?;
        if let Some(snapshot) = self.remembered(person, stamp) {
            return Ok(snapshot);
        }
        let mut tx = self.pool().reading().await?;
        let stamp = stamp_of(tx.row(STAMP, args![person.0]).await?)?;
        let sql =
            "select kind, id, position, version, body from entry where person = $1 order by kind, position";
        let rows = tx.rows(sql, args![person.0]).await?;
        let entries = rows.iter().map(entry_of).collect::<Result<_, _>>()?;
        let snapshot = Arc::new(Snapshot::of(stamp, entries)?);
        self.remember(person, &snapshot);
        Ok(snapshot)
    }
}
