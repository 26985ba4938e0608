//! What is kept of one person, as it was at one moment: what pages are made from.

use rung_catalog::Catalog;
use rung_record::{Date, Record};
use rung_rules::{Status, evaluate};
use rung_store::{Kept, PersonId, PlanSettings, PlannedOffering, Stamp, Store, StoreError};
use serde_json::{Map, Value};
use std::sync::{Arc, OnceLock};

/// The record and what is kept beside it. Whoever asks for the judgement first has it made; it is remembered.
pub struct Snapshot {
    /// Equal stamps mean equal data.
    pub stamp: Stamp,
    /// The day it is judged on.
    pub on: Date,
    /// The record.
    pub record: Arc<Record>,
    /// What the pages remember, by name.
    pub settings: Map<String, Value>,
    /// Budget and hours a week.
    pub plan: PlanSettings,
    /// Activities that can be taken, and what is planned with each.
    pub offerings: Vec<Kept<PlannedOffering>>,
    catalog: Arc<Catalog>,
    judged: OnceLock<Judged>,
}

/// What a judgement refers to.
struct Judgeable {
    record: Arc<Record>,
    catalog: Arc<Catalog>,
}

self_cell::self_cell!(
    struct Judged {
        owner: Judgeable,
        #[covariant]
        dependent: Status,
    }
);

impl Snapshot {
    /// Reads it from the store.
    ///
    /// # Errors
    /// The store cannot be read.
    pub async fn read(
        store: &Store,
        person: PersonId,
        catalog: Arc<Catalog>,
        on: Date,
    ) -> Result<Self, StoreError> {
        // The record first: what is read after it may only be newer, and then the next question's stamp differs.
        let held = store.record(person).await?;
        Ok(Self {
            stamp: held.stamp,
            on,
            record: held.record,
            settings: store.settings(person).await?,
            plan: store.plan_settings(person).await?,
            offerings: store.parts::<PlannedOffering>(person).await?,
            catalog,
            judged: OnceLock::new(),
        })
    }

    /// Where the technician stands on the day.
    pub fn status(&self) -> &Status<'_> {
        let judged = self.judged.get_or_init(|| {
            let judgeable = Judgeable { record: self.record.clone(), catalog: self.catalog.clone() };
            Judged::new(judgeable, |of| evaluate(&of.record, &of.catalog, self.on))
        });
        judged.borrow_dependent()
    }

    /// Whether nothing was ever told.
    pub fn is_empty(&self) -> bool {
        *self.record == Record::default()
    }
}
