//! What is kept of one person, and how it stands on a day: what pages are made from.

use super::{StandingWay, agreed_way};
use rung_atlas::{Coming, coming_changes};
use rung_catalog::Catalog;
use rung_formats::offerings::Availability;
use rung_record::{CreditId, Date, Record};
use rung_rules::{Status, evaluate};
use rung_store::{Kind, OfferingState, PlannedOffering, Snapshot};
use rung_today::{
    Planned, Stand,
    agenda::{Around, Todo, agenda},
    ladder::Ladder,
    ledger::Ledger,
};
use rung_words::{Language, Words};
use std::{
    collections::HashSet,
    sync::{Arc, Mutex, OnceLock},
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
    way: OnceLock<Option<Arc<StandingWay>>>,
    /// The last moves that were looked at, and what would be owed after each.
    moves: Mutex<Vec<(MoveAsked, Owed)>>,
    /// By language: what changes in the catalogue is told in words.
    foreseen: [OnceLock<Foreseen>; Language::ALL.len()],
}

/// What a move asks otherwise, in sentences; why it cannot be imagined, where it cannot.
pub type Owed = Result<Vec<String>, String>;

/// A move that is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoveAsked {
    /// To which state: its id.
    pub to: String,
    /// The first day there.
    pub when: Date,
    /// In which language it is told.
    pub language: Language,
}

/// So many moves are remembered.
const MOST_MOVES: usize = 16;

/// What there is to do, and the ladder.
pub struct Outlook<'a> {
    /// The most urgent first.
    pub todos: Vec<Todo<'a>>,
    /// Where the technician stands, and what is next.
    pub ladder: Ladder<'a>,
}

/// What a judgement refers to.
struct Judgeable {
    record: Arc<Record>,
    catalog: Arc<Catalog>,
}

/// What an outlook refers to.
struct Foreseeable {
    record: Arc<Record>,
    catalog: Arc<Catalog>,
    coming: Arc<ComingChanges>,
}

type Comings<'a> = Vec<Coming<'a>>;

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

self_cell::self_cell!(
    struct Foreseen {
        owner: Foreseeable,
        #[covariant]
        dependent: Outlook,
    }
);

self_cell::self_cell!(
    /// What changes in the catalogue after a day, as it is said in a language: the same for everybody.
    pub struct ComingChanges {
        owner: Arc<Catalog>,
        #[covariant]
        dependent: Comings,
    }
);

impl ComingChanges {
    /// All that changes after `on`.
    pub fn after(words: &Words, on: Date, catalog: Arc<Catalog>) -> Self {
        Self::new(catalog, |catalog| coming_changes(words, catalog, on))
    }
}

impl Standing {
    /// Not judged yet.
    pub fn new(kept: Arc<Snapshot>, catalog: Arc<Catalog>, on: Date) -> Self {
        Self {
            kept,
            on,
            catalog,
            judged: OnceLock::new(),
            ledger: OnceLock::new(),
            way: OnceLock::new(),
            moves: Mutex::default(),
            foreseen: Default::default(),
        }
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

    /// The agreed plan of the way up, as it stands; none where none is agreed that can be read. Solved when it is first
    /// asked for, which can take seconds, and remembered like the judgement.
    pub fn way(&self) -> Option<Arc<StandingWay>> {
        let solve = || Some(Arc::new(StandingWay::of(agreed_way(&self.kept)?.ok()?, self.on)));
        self.way.get_or_init(solve).clone()
    }

    /// What would be owed after a move: `imagine` judges the record twice, so the last moves are remembered.
    pub fn owed_after(&self, asked: &MoveAsked, imagine: impl FnOnce() -> Owed) -> Owed {
        let known = |moves: &Vec<(MoveAsked, Owed)>| {
            moves.iter().find(|(own, _)| own == asked).map(|(_, owed)| owed.clone())
        };
        if let Some(owed) = self.moves.lock().ok().and_then(|moves| known(&moves)) {
            return owed;
        }
        let owed = imagine();
        if let Ok(mut moves) = self.moves.lock() {
            if moves.len() >= MOST_MOVES {
                drop(moves.remove(0));
            }
            moves.push((asked.clone(), owed.clone()));
        }
        owed
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

    /// What there is to do from the day on; `coming` is asked for what changes after it, in the same language.
    pub fn outlook(&self, language: Language, coming: impl FnOnce() -> Arc<ComingChanges>) -> &Outlook<'_> {
        let foreseen = self.foreseen[language as usize].get_or_init(|| {
            let owner = Foreseeable {
                record: self.kept.record.clone(),
                catalog: self.catalog.clone(),
                coming: coming(),
            };
            Foreseen::new(owner, |of| self.foresee(of))
        });
        foreseen.borrow_dependent()
    }

    /// The activities that are planned for a day.
    pub fn planned(&self) -> Vec<Planned> {
        self.kept.offerings.iter().filter_map(|kept| planned(&kept.value)).collect()
    }

    fn foresee<'a>(&self, of: &'a Foreseeable) -> Outlook<'a> {
        let (planned, documented) = (self.planned(), self.documented());
        let around =
            Around { coming: of.coming.borrow_dependent(), planned: &planned, documented: Some(&documented) };
        Outlook {
            todos: agenda(&of.record, &of.catalog, self.on, &around),
            ladder: rung_today::ladder(&of.record, &of.catalog, self.on),
        }
    }
}

/// The activity with its day, when it is planned for one: the last that serves where none was set.
fn planned(kept: &PlannedOffering) -> Option<Planned> {
    let (day, stand) = match kept.state {
        OfferingState::Planned(day) => (day, Stand::Planned),
        OfferingState::Registered(day) => (day, Stand::Registered),
        OfferingState::Open | OfferingState::Done(_) => return None,
    };
    let offering = &kept.offering;
    let (only, at) = match offering.availability {
        Availability::On { day, at } => (Some(day), at),
        Availability::AnyTime { until, .. } => (until, None),
    };
    Some(Planned {
        id: offering.id.clone(),
        title: offering.title.clone(),
        on: day.or(only)?,
        at,
        hours: Some(offering.hours),
        url: offering.url.clone(),
        stand,
    })
}
