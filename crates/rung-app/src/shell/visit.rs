//! A request about the person's own data: whose it is, what is kept, and how an answer travels.

use super::{Fault, Frame, MoveAsked, Outlook, Owed, Page, Standing, StandingWay, Toast, layout::Banner};
use crate::Site;
use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use rung_catalog::Catalog;
use rung_record::{CreditId, Date, Record};
use rung_rules::Status;
use rung_store::{Change, Done, Note, PersonId, Shown, Snapshot, Stale, StoreError, Version};
use rung_today::ledger::Ledger;
use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

/// What a page of the person's own knows.
#[derive(Clone)]
pub struct Visit {
    /// The catalogue, the store, the clock.
    pub site: Site,
    /// Language, theme, seal.
    pub frame: Frame,
    /// Whose data is shown and changed: the sample technician's while one is loaded.
    pub person: PersonId,
    /// The sample technician's name while one is loaded.
    pub sample: Option<String>,
    standing: Arc<Standing>,
    toast: Option<Toast>,
}

impl FromRequestParts<Site> for Visit {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Fault> {
        let frame = Frame::of(&parts.headers, &parts.uri);
        let Shown { person, sample } = site.store().shown().await?;
        let standing = site.standing(person).await?;
        let mut visit = Self { site: site.clone(), frame, person, sample, standing, toast: None };
        visit.toast = visit.just_done(parts.uri.query().unwrap_or_default()).await?;
        Ok(visit)
    }
}

impl Visit {
    /// What is kept of the person: record, settings, offerings, documents.
    pub fn kept(&self) -> &Snapshot {
        &self.standing.kept
    }

    /// The record.
    pub fn record(&self) -> &Record {
        &self.standing.kept.record
    }

    /// The day that is judged.
    pub fn on(&self) -> Date {
        self.standing.on
    }

    /// Where the person stands on that day: judged once for all pages until something changes.
    pub fn status(&self) -> &Status<'_> {
        self.standing.status()
    }

    /// The ledger of the credits, remembered in the same way.
    pub fn ledger(&self) -> &Ledger<'_> {
        self.standing.ledger()
    }

    /// The credits of which a certificate is kept.
    pub fn documented(&self) -> HashSet<CreditId> {
        self.standing.documented()
    }

    /// What would be owed after a move, imagined by the first who asks.
    pub fn owed_after(&self, asked: &MoveAsked, imagine: impl FnOnce() -> Owed) -> Owed {
        self.standing.owed_after(asked, imagine)
    }

    /// The agreed plan of the way up, as it stands: see [`Standing::way`].
    pub fn way(&self) -> Option<Arc<StandingWay>> {
        self.standing.way()
    }

    /// What there is to do from that day on, and the ladder: made once, as the judgement is.
    pub fn outlook(&self) -> &Outlook<'_> {
        let language = self.frame.language;
        self.standing.outlook(language, || self.site.coming(language, self.on()))
    }

    /// The catalogue.
    pub fn catalog(&self) -> &Catalog {
        self.site.catalog()
    }

    /// Answers with a page that follows from the address and from what is kept: a browser that has it is told so,
    /// and it is not made again.
    ///
    /// # Errors
    /// Those of `page`.
    pub async fn answer(
        self,
        page: impl FnOnce(&Self) -> Result<Page, Fault> + Send + 'static,
    ) -> Result<Response, Fault> {
        let tag = self.tag();
        let kept = [(header::CACHE_CONTROL, "private, no-cache".to_owned()), (header::ETAG, tag.clone())];
        if self.frame.knows(&tag) {
            return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
        }
        let site = self.site.clone();
        let answer = site.work(move |_| page(&self).map(|page| self.show(page))).await??;
        if answer.status() == StatusCode::OK { Ok((kept, answer).into_response()) } else { Ok(answer) }
    }

    /// As of when what is shown is: another text as soon as anything changes.
    pub fn stamp(&self) -> String {
        let stamp = self.kept().stamp;
        self.sample.as_ref().map_or_else(|| stamp.to_string(), |sample| format!("{stamp} {sample}"))
    }

    /// Answers with a page that is made anew each time.
    pub fn show(&self, page: Page) -> Response {
        let stamp = self.stamp();
        let banner =
            Banner { sample: self.sample.as_deref(), toast: self.toast.as_ref(), stamp: Some(&stamp) };
        page.render(&self.frame, &banner)
    }

    /// Writes a change; `title` is what the history says of it.
    ///
    /// # Errors
    /// It is refused, or was changed by somebody else in the meantime; nothing is written then.
    pub async fn change(&self, title: impl Into<String>, change: Change) -> Result<Done, Fault> {
        Ok(self.site.store().change(self.person, &self.note(title), change).await?)
    }

    /// Writes a change like [`Visit::change`]; where somebody else was first it gives what is there now, for
    /// [`super::conflict`].
    ///
    /// # Errors
    /// It is refused for another reason; nothing is written then.
    pub async fn change_unless_stale(
        &self,
        title: impl Into<String>,
        change: Change,
    ) -> Result<Result<Done, Vec<Stale>>, Fault> {
        match self.site.store().change(self.person, &self.note(title), change).await {
            Ok(done) => Ok(Ok(done)),
            Err(StoreError::Conflict(stale)) => Ok(Err(stale)),
            Err(error) => Err(error.into()),
        }
    }

    /// What the history says of something that is done now.
    pub fn note(&self, title: impl Into<String>) -> Note {
        Note::new(title, self.site.now())
    }

    /// After a change: on to `address`, where it is told and can be undone.
    pub fn done(&self, version: Version, address: &str) -> Response {
        let (page, place) = address.split_once('#').map_or((address, ""), |(page, place)| (page, place));
        let joint = if page.contains('?') { '&' } else { '?' };
        let place = if place.is_empty() { String::new() } else { format!("#{place}") };
        Redirect::to(&format!("{page}{joint}done={version}{place}")).into_response()
    }

    /// What was done just now, when the address says so and nothing was done since.
    async fn just_done(&self, query: &str) -> Result<Option<Toast>, Fault> {
        let named = query.split('&').find_map(|pair| pair.strip_prefix("done="));
        let Some(version) = named.and_then(|text| text.parse::<Version>().ok()) else { return Ok(None) };
        if version != self.kept().stamp.version {
            return Ok(None);
        }
        let last = self.site.store().history(self.person, None, 1).await?.pop();
        Ok(last.filter(|batch| batch.version == version).map(|batch| Toast { title: batch.title, version }))
    }

    /// A page is what it is by all of these and nothing else.
    fn tag(&self) -> String {
        let mut hasher = DefaultHasher::new();
        (self.site.run(), self.kept().stamp, self.on(), &self.sample).hash(&mut hasher);
        self.frame.looks().hash(&mut hasher);
        // Weak, because compression changes the bytes and not the page.
        format!("W/\"{:016x}\"", hasher.finish())
    }
}

/// Has the browser forget the copies of pages that it keeps to be read while Rung is not running.
pub fn without_copies(mut response: Response) -> Response {
    let all = HeaderValue::from_static("\"cache\", \"storage\"");
    response.headers_mut().insert("clear-site-data", all);
    response
}

/// Adds what the browser is to keep.
pub fn with_cookie(mut response: Response, cookie: Option<HeaderValue>) -> Response {
    if let Some(cookie) = cookie {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
