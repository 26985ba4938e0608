//! What every handler can see.

use crate::{rules::Library, samples::Sample, shell::Fault};
use axum::response::Response;
use rung_catalog::Catalog;
use rung_record::Date;
use std::sync::{Arc, OnceLock};
use tokio::sync::Semaphore;

/// So many records are judged at the same time; the rest wait for their turn.
const DESKS: usize = 4;

/// The catalogue, the samples and the clock, shared by all requests. There is nothing else: no session, no store.
#[derive(Clone)]
pub struct Site {
    inner: Arc<Inner>,
}

struct Inner {
    catalog: Catalog,
    samples: Vec<Sample>,
    today: Box<dyn Fn() -> Date + Send + Sync>,
    desks: Arc<Semaphore>,
    library: OnceLock<Library>,
}

impl Site {
    /// A site that judges by `catalog` and asks `today` which day it is.
    pub fn new(catalog: Catalog, today: impl Fn() -> Date + Send + Sync + 'static) -> Self {
        let inner = Inner {
            catalog,
            samples: Sample::shipped(),
            today: Box::new(today),
            desks: Arc::new(Semaphore::new(DESKS)),
            library: OnceLock::new(),
        };
        Self { inner: Arc::new(inner) }
    }

    pub(crate) fn catalog(&self) -> &Catalog {
        &self.inner.catalog
    }

    pub(crate) fn today(&self) -> Date {
        (self.inner.today)()
    }

    /// The index of the search and the list of changes; made when somebody first asks.
    pub(crate) fn library(&self) -> &Library {
        self.inner.library.get_or_init(|| Library::of(self.catalog()))
    }

    pub(crate) fn samples(&self) -> &[Sample] {
        &self.inner.samples
    }

    pub(crate) fn sample(&self, name: &str) -> Option<&Sample> {
        self.samples().iter().find(|sample| sample.name == name)
    }

    /// Does work that may take a while on a thread of its own, so that other requests go on.
    pub(crate) async fn work(
        &self,
        work: impl FnOnce(&Self) -> Response + Send + 'static,
    ) -> Result<Response, Fault> {
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
