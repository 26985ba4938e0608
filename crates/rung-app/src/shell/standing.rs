//! What is kept of one person, and how it stands on a day: what pages are made from.

use rung_catalog::Catalog;
use rung_record::{Date, Record};
use rung_rules::{Status, evaluate};
use rung_store::Snapshot;
use std::sync::{Arc, OnceLock};

/// What is kept, with its judgement. Whoever asks for the judgement first has it made; it is remembered.
pub struct Standing {
    /// What is kept.
    pub kept: Arc<Snapshot>,
    /// The day it is judged on.
    pub on: Date,
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

impl Standing {
    /// Not judged yet.
    pub fn new(kept: Arc<Snapshot>, catalog: Arc<Catalog>, on: Date) -> Self {
        Self { kept, on, catalog, judged: OnceLock::new() }
    }

    /// Where the technician stands on the day.
    pub fn status(&self) -> &Status<'_> {
        let judged = self.judged.get_or_init(|| {
            let judgeable = Judgeable { record: self.kept.record.clone(), catalog: self.catalog.clone() };
            Judged::new(judgeable, |of| evaluate(&of.record, &of.catalog, self.on))
        });
        judged.borrow_dependent()
    }
}
