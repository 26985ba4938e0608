//! What is kept of one person, and how it stands on a day: what pages are made from.

use rung_catalog::Catalog;
use rung_record::{CreditId, Date, Record};
use rung_rules::{Status, evaluate};
use rung_store::{Kind, Snapshot};
use rung_today::ledger::Ledger;
use std::{
    collections::HashSet,
    sync::{Arc, OnceLock},
};

/// What is kept, with its judgement. Whoever asks for the judgement first has it made; it is remembered.
pub struct Standing {
    /// What is kept.
    pub kept: Arc<Snapshot>,
    /// The day it is judged on.
    pub on: Date,
    catalog: Arc<Catalog>,
    judged: OnceLock<Arc<Judged>>,
    ledger: OnceLock<Ledgered>,
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

self_cell::self_cell!(
    struct Ledgered {
        owner: Arc<Judged>,
        #[covariant]
        dependent: Ledger,
    }
);

impl Standing {
    /// Not judged yet.
    pub fn new(kept: Arc<Snapshot>, catalog: Arc<Catalog>, on: Date) -> Self {
        Self { kept, on, catalog, judged: OnceLock::new(), ledger: OnceLock::new() }
    }

    /// Where the technician stands on the day.
    pub fn status(&self) -> &Status<'_> {
        self.judged().borrow_dependent()
    }

    /// The ledger of the credits, with where each counts and whether a certificate is kept of it. Made when it is first
    /// asked for, and remembered like the judgement.
    pub fn ledger(&self) -> &Ledger<'_> {
        let ledgered = self.ledger.get_or_init(|| {
            Ledgered::new(self.judged().clone(), |judged| {
                let of = judged.borrow_owner();
                let ledger = Ledger::new(&of.record, &of.catalog, Some(judged.borrow_dependent()));
                ledger.with_documents(&self.documented())
            })
        });
        ledgered.borrow_dependent()
    }

    /// The credits of which a certificate is kept.
    pub fn documented(&self) -> HashSet<CreditId> {
        let links = self.kept.documents.iter().flat_map(|document| &document.value.links);
        links.filter(|(kind, _)| *kind == Kind::Credit).map(|(_, id)| id.as_str().into()).collect()
    }

    fn judged(&self) -> &Arc<Judged> {
        self.judged.get_or_init(|| {
            let judgeable = Judgeable { record: self.kept.record.clone(), catalog: self.catalog.clone() };
            Arc::new(Judged::new(judgeable, |of| evaluate(&of.record, &of.catalog, self.on)))
        })
    }
}
