//! What every handler can see.

use crate::{
    plan,
    rules::Library,
    samples::Sample,
    shell::{ComingChanges, Fault, Parking, Standing},
};
use jiff::tz::TimeZone;
use rung_catalog::Catalog;
use rung_record::Date;
use rung_store::{PersonId, Store};
use rung_words::{Language, Words};
use std::{
    collections::HashMap,
    hash::{BuildHasher, RandomState},
    sync::{Arc, Mutex, OnceLock, PoisonError},
};
use tokio::sync::Semaphore;

/// So many pages are made at the same time; the rest wait for their turn.
const DESKS: usize = 4;

/// So many people's judgements are remembered.
const REMEMBERED: usize = 64;

/// Which day it is, which moment, and where: the pages ask no other clock.
pub struct Clock {
    today: Box<dyn Fn() -> Date + Send + Sync>,
    now: Box<dyn Fn() -> jiff::Timestamp + Send + Sync>,
    zone: TimeZone,
}

impl Clock {
    /// A clock that asks `today` for the day that is judged, and `now` for the moment that the history tells; moments
    /// are shown as of UTC.
    pub fn new(
        today: impl Fn() -> Date + Send + Sync + 'static,
        now: impl Fn() -> jiff::Timestamp + Send + Sync + 'static,
    ) -> Self {
        Self { today: Box::new(today), now: Box::new(now), zone: TimeZone::UTC }
    }

    /// The same clock for a reader in this time zone.
    #[must_use]
    pub fn within(self, zone: TimeZone) -> Self {
        Self { zone, ..self }
    }

    /// This moment.
    pub fn now(&self) -> jiff::Timestamp {
        (self.now)()
    }

    /// A clock that stands at this day, and counts moments from its noon on: each question is a second later.
    pub fn standing_at(day: Date) -> Self {
        let noon = day.at(12, 0, 0, 0).to_zoned(TimeZone::UTC);
        let noon = noon.map_or(jiff::Timestamp::UNIX_EPOCH, |noon| noon.timestamp());
        let asked = std::sync::atomic::AtomicI64::new(0);
        let later =
            move || jiff::SignedDuration::from_secs(asked.fetch_add(1, std::sync::atomic::Ordering::Relaxed));
        Self::new(move || day, move || noon.checked_add(later()).unwrap_or(noon))
    }
}

/// The catalogue, the store, the samples and the clock, shared by all requests.
#[derive(Clone)]
pub struct Site {
    inner: Arc<Inner>,
}

/// What changes soon, as of a day.
type ComingOn = (Date, Arc<ComingChanges>);

struct Inner {
    catalog: Arc<Catalog>,
    store: Store,
    samples: Vec<Sample>,
    clock: Clock,
    desks: Arc<Semaphore>,
    /// By language.
    library: [OnceLock<Library>; Language::ALL.len()],
    standings: Mutex<HashMap<PersonId, Arc<Standing>>>,
    /// By language.
    coming: Mutex<[Option<ComingOn>; Language::ALL.len()]>,
    parking: Parking,
    ways: plan::Memory,
    /// Tells this run of the program from others, whose pages may look otherwise.
    run: u64,
}

impl Site {
    /// A site that judges by `catalog` what `store` keeps.
    pub fn new(catalog: Catalog, store: Store, clock: Clock) -> Self {
        let inner = Inner {
            catalog: Arc::new(catalog),
            store,
            samples: Sample::shipped(),
            clock,
            desks: Arc::new(Semaphore::new(DESKS)),
            library: Default::default(),
            standings: Mutex::default(),
            coming: Mutex::default(),
            parking: Parking::default(),
            ways: plan::Memory::default(),
            run: RandomState::new().hash_one(0),
        };
        Self { inner: Arc::new(inner) }
    }

    pub(crate) fn catalog(&self) -> &Catalog {
        &self.inner.catalog
    }

    pub(crate) fn store(&self) -> &Store {
        &self.inner.store
    }

    pub(crate) fn today(&self) -> Date {
        (self.inner.clock.today)()
    }

    pub(crate) fn now(&self) -> jiff::Timestamp {
        self.inner.clock.now()
    }

    /// The time zone in which moments are shown.
    pub(crate) fn zone(&self) -> &TimeZone {
        &self.inner.clock.zone
    }

    pub(crate) fn run(&self) -> u64 {
        self.inner.run
    }

    /// The index of the search and the list of changes, in a language; made when somebody first asks.
    pub(crate) fn library(&self, language: Language) -> &Library {
        let library = &self.inner.library[language as usize];
        library.get_or_init(|| Library::of(Words::of(language), self.catalog()))
    }

    /// What changes in the catalogue after a day, in a language; made once a day.
    pub(crate) fn coming(&self, language: Language, on: Date) -> Arc<ComingChanges> {
        let mut coming = self.inner.coming.lock().unwrap_or_else(PoisonError::into_inner);
        let coming = &mut coming[language as usize];
        if let Some((_, known)) = coming.as_ref().filter(|(day, _)| *day == on) {
            return known.clone();
        }
        let made = Arc::new(ComingChanges::after(Words::of(language), on, self.inner.catalog.clone()));
        *coming = Some((on, made.clone()));
        made
    }

    /// Where files wait for their confirmation.
    pub(crate) fn parking(&self) -> &Parking {
        &self.inner.parking
    }

    /// What is known of the way up.
    pub(crate) fn ways(&self) -> &plan::Memory {
        &self.inner.ways
    }

    pub(crate) fn samples(&self) -> &[Sample] {
        &self.inner.samples
    }

    pub(crate) fn sample(&self, name: &str) -> Option<&Sample> {
        self.samples().iter().find(|sample| sample.name == name)
    }

    /// What is kept of the person, as it is now: judged anew when it was changed, or when another day has begun.
    pub(crate) async fn standing(&self, person: PersonId) -> Result<Arc<Standing>, Fault> {
        let (kept, on) = (self.store().snapshot(person).await?, self.today());
        let mut standings = self.inner.standings.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = standings.get(&person)
            && known.on == on
            && Arc::ptr_eq(&known.kept, &kept)
        {
            return Ok(known.clone());
        }
        let standing = Arc::new(Standing::new(kept, self.inner.catalog.clone(), on));
        if standings.len() >= REMEMBERED {
            standings.clear();
        }
        standings.insert(person, standing.clone());
        Ok(standing)
    }

    /// Does work that may take a while on a thread of its own, so that other requests go on.
    pub(crate) async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Self) -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let desk = self.inner.desks.clone().acquire_owned().await.map_err(|_| Fault::broken())?;
        let site = self.clone();
        let done = tokio::task::spawn_blocking(move || {
            // Held until the work is done, even when the request that asked for it has gone away.
            let _desk = desk;
            work(&site)
        });
        done.await.map_err(|_| Fault::broken())
    }
}
