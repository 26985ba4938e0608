//! The form of one credential: added, changed, removed, and put back to what it was.

use super::{
    form::{self, Faults, Typed},
    held_page,
    lines::{self, Line},
    rooms,
};
use crate::shell::{
    Fault, Page, Posted, Room, Visit,
    conflict::{self, Meanwhile},
    held_address,
};
use axum::{
    extract::{Path, Query},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};
use rung_record::Credential;
use rung_store::{Basis, Change, EntryVersion, Kept, Kind, Part, Version};
use rung_words::say;
use serde::Deserialize;

/// So many earlier versions are shown.
const MOST_VERSIONS: u32 = 50;

/// What a link to the empty form may say.
#[derive(Deserialize)]
pub struct NewQuery {
    #[serde(default)]
    credential: String,
}

/// `GET /certifications/new?credential=ID`
pub async fn new(visit: Visit, Query(query): Query<NewQuery>) -> Response {
    let typed = Typed::new(visit.catalog(), &query.credential);
    visit.show(new_page(&visit, &typed, &Faults::default()))
}

/// `POST /certifications/new`
pub async fn add(visit: Visit, Posted(typed): Posted<Typed>) -> Result<Response, Fault> {
    let held = match typed.read(&visit.frame, visit.catalog(), None) {
        Ok(held) => held,
        Err(faults) => {
            let page = new_page(&visit, &typed, &faults).with_status(StatusCode::UNPROCESSABLE_ENTITY);
            return Ok(visit.show(page));
        }
    };
    let title =
        say!(visit.frame.words, "certifications-history-added", what = lines::name(visit.catalog(), &held));
    let done = visit.change(title, Change::new().add(&held)).await?;
    let place = done.ids.first().map_or_else(String::new, |id| format!("#held-{id}"));
    Ok(visit.done(done.version, &format!("/certifications{place}")))
}

/// `GET /certifications/held/{id}`; a credential's own id leads to the first that is held of it.
pub async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Fault> {
    let parts = visit.site.store().parts::<Credential>(visit.person).await?;
    if let Some(held) = parts.iter().find(|held| held.id == id) {
        let typed = Typed::of(visit.catalog(), &held.value, held.version.to_string());
        let entry = Entry::of(&visit, &id, Some(held.clone())).await?;
        return Ok(visit.show(entry.page(&typed, &Faults::default(), None)));
    }
    if let Some(held) = parts.iter().find(|held| held.value.credential.as_str() == id) {
        return Ok(Redirect::to(&format!("/certifications/held/{}", held.id)).into_response());
    }
    let entry = Entry::of(&visit, &id, None).await?;
    if entry.versions.is_empty() {
        return Err(Fault::not_found());
    }
    Ok(visit.show(entry.removed_page()))
}

/// `POST /certifications/held/{id}`
pub async fn save(
    visit: Visit,
    Path(id): Path<String>,
    Posted(typed): Posted<Typed>,
) -> Result<Response, Fault> {
    let kept = visit.site.store().part::<Credential>(visit.person, &id).await?;
    let entry = Entry::of(&visit, &id, kept).await?;
    let before = entry.kept.as_ref().map(|kept| &kept.value);
    let held = match typed.read(&visit.frame, visit.catalog(), before) {
        Ok(held) => held,
        Err(faults) => {
            let page = entry.page(&typed, &faults, None).with_status(StatusCode::UNPROCESSABLE_ENTITY);
            return Ok(visit.show(page));
        }
    };
    let title =
        say!(visit.frame.words, "certifications-history-changed", what = lines::name(visit.catalog(), &held));
    // Without a version the entry was removed, and is put where it was.
    let change = Change::new().put(&id, &held, conflict::basis_of(Some(&typed.version))?);
    match visit.change_unless_stale(title, change).await? {
        Ok(done) => Ok(visit.done(done.version, &format!("/certifications#held-{id}"))),
        Err(_) => {
            let kept = visit.site.store().part::<Credential>(visit.person, &id).await?;
            let entry = Entry::of(&visit, &id, kept).await?;
            Ok(visit.show(entry.conflict_page(typed, &held)))
        }
    }
}

/// The version that a button was shown for.
#[derive(Deserialize)]
pub struct At {
    version: String,
}

/// `POST /certifications/held/{id}/remove`
pub async fn remove(visit: Visit, Path(id): Path<String>, Posted(at): Posted<At>) -> Result<Response, Fault> {
    let kept =
        visit.site.store().part::<Credential>(visit.person, &id).await?.ok_or_else(Fault::not_found)?;
    let name = lines::name(visit.catalog(), &kept.value);
    let title = say!(visit.frame.words, "certifications-history-removed", what = name);
    let change = Change::new().remove(Kind::Credential, &id, Basis::At(at.version.parse()?));
    let done = visit.change(title, change).await?;
    Ok(visit.done(done.version, "/certifications"))
}

/// Which version is put back, and which is there now; empty when it was removed.
#[derive(Deserialize)]
pub struct Back {
    to: String,
    version: String,
}

/// `POST /certifications/held/{id}/restore`
pub async fn restore(
    visit: Visit,
    Path(id): Path<String>,
    Posted(back): Posted<Back>,
) -> Result<Response, Fault> {
    let to: Version = back.to.parse()?;
    let basis = conflict::basis_of(Some(&back.version))?;
    let store = visit.site.store();
    let versions = store.entry_history(visit.person, Kind::Credential, &id, Some(to.next()), 1).await?;
    let then = versions.iter().find(|own| own.batch.version == to).and_then(|own| own.body.clone());
    let then = then.and_then(|body| Credential::from_body(&id, body).ok()).ok_or_else(Fault::not_found)?;
    let name = lines::name(visit.catalog(), &then);
    let note = visit.note(say!(visit.frame.words, "certifications-history-restored", what = name));
    let done = store.restore_entry(visit.person, Kind::Credential, &id, to, basis, &note).await?;
    Ok(visit.done(done.version, &format!("/certifications/held/{id}")))
}

fn new_page(visit: &Visit, typed: &Typed, faults: &Faults) -> Page {
    let (frame, words) = (&visit.frame, visit.frame.words);
    let title = say!(words, "certifications-add-title");
    let body = html! {
        (rooms::crumbs(frame, &[("/certifications".to_owned(), say!(words, "certifications-title"))]))
        h1 { (title) }
        section.card.entry-form {
            (frame.form("/certifications/new", html! {
                (form::fields(frame, visit.catalog(), typed, faults))
                div.actions {
                    button.button { (say!(words, "certifications-add")) }
                    a.button.quiet href="/certifications" { (say!(words, "certifications-cancel")) }
                }
            }))
        }
    };
    Page::new(title, body).within(Room::Certifications)
}

/// One entry, and all that it was.
struct Entry<'v> {
    visit: &'v Visit,
    id: String,
    kept: Option<Kept<Credential>>,
    versions: Vec<EntryVersion>,
}

impl<'v> Entry<'v> {
    async fn of(visit: &'v Visit, id: &str, kept: Option<Kept<Credential>>) -> Result<Self, Fault> {
        let versions =
            visit.site.store().entry_history(visit.person, Kind::Credential, id, None, MOST_VERSIONS).await?;
        Ok(Self { visit, id: id.to_owned(), kept, versions })
    }

    fn address(&self) -> String {
        held_address(&self.id)
    }

    /// The version that is there now, as forms carry it.
    fn version(&self) -> String {
        self.kept.as_ref().map_or_else(String::new, |kept| kept.version.to_string())
    }

    fn page(&self, typed: &Typed, faults: &Faults, notice: Option<Markup>) -> Page {
        let (frame, words, catalog) = (&self.visit.frame, self.visit.frame.words, self.visit.catalog());
        let name = self.kept.as_ref().map(|kept| lines::name(catalog, &kept.value)).unwrap_or_default();
        let in_conflict = notice.is_some();
        let known = self.kept.as_ref().and_then(|kept| catalog.credential(kept.value.credential.as_str()));
        let body = html! {
            (rooms::crumbs(frame, &[("/certifications".to_owned(), say!(words, "certifications-title"))]))
            h1 { (frame.english(&name)) }
            @if let Some(notice) = notice { (notice) }
            @if let Some(kept) = &self.kept { (held_page::dead_zone(frame, known, &kept.value, self.visit.on())) }
            section.card.entry-form {
                (frame.form(&self.address(), html! {
                    (form::fields(frame, catalog, typed, faults))
                    (self.kept_as_it_came())
                    div.actions {
                        button.button { @if in_conflict { (conflict::save_mine(frame)) } @else { (say!(words, "certifications-save")) } }
                        a.button.quiet href="/certifications" { (say!(words, "certifications-cancel")) }
                    }
                }))
            }
            @if self.kept.is_some() {
                section.card { (held_page::papers(self.visit, &self.id, html! { h2 { (say!(words, "certifications-documents")) } })) }
            }
            (self.history())
            @if self.kept.is_some() { (self.remove_form()) }
        };
        Page::new(if name.is_empty() { say!(words, "certifications-title") } else { name }, body)
            .within(Room::Certifications)
    }

    /// Fields that this version does not know: kept, and shown so that nobody thinks them lost.
    fn kept_as_it_came(&self) -> Markup {
        let extra = self.kept.as_ref().map(|kept| &kept.value.extra).filter(|extra| !extra.is_empty());
        html! {
            @if let Some(extra) = extra {
                div.kept-as-it-came {
                    p { (say!(self.visit.frame.words, "certifications-kept-as-it-came")) }
                    ul { @for (key, value) in extra { li { code { (key) ": " (value) } } } }
                }
            }
        }
    }

    fn remove_form(&self) -> Markup {
        let words = self.visit.frame.words;
        html! {
            details.refused {
                summary { (say!(words, "certifications-remove")) }
                p { (say!(words, "certifications-remove-text")) }
                (self.visit.frame.form(&format!("{}/remove", self.address()), html! {
                    input type="hidden" name="version" value=(self.version());
                    button.button.quiet { (say!(words, "certifications-remove-do")) }
                }))
            }
        }
    }

    /// What was typed is kept; what is there now stands beside it, and its version goes with the form from now on.
    fn conflict_page(&self, mut typed: Typed, held: &Credential) -> Page {
        let visit = self.visit;
        let say = |held: &Credential| -> Vec<Line> { lines::lines(&visit.frame, visit.catalog(), held) };
        let now = self.kept.as_ref().map(|kept| lines::differing(&say(held), &say(&kept.value)));
        let meanwhile = now.as_ref().map_or(Meanwhile::Removed, |differs| Meanwhile::Changed(differs));
        let take = if self.kept.is_some() { self.address() } else { "/certifications".to_owned() };
        let notice = conflict::notice(&visit.frame, meanwhile, &take);
        typed.version = self.version();
        self.page(&typed, &Faults::default(), Some(notice)).with_status(StatusCode::CONFLICT)
    }

    fn removed_page(&self) -> Page {
        let words = self.visit.frame.words;
        let title = say!(words, "certifications-removed-title");
        let body = html! {
            (rooms::crumbs(&self.visit.frame, &[("/certifications".to_owned(), say!(words, "certifications-title"))]))
            h1 { (title) }
            p { (say!(words, "certifications-removed-text")) }
            (self.history())
        };
        Page::new(title, body).within(Room::Certifications)
    }

    /// Every version, the newest first, with what it changed and the way back to it.
    fn history(&self) -> Markup {
        let words = self.visit.frame.words;
        let is_now = |n: usize| n == 0 && self.kept.is_some();
        html! {
            @if self.versions.len() > usize::from(self.kept.is_some()) {
                section.card aria-labelledby="history" {
                    h2 #history { (say!(words, "certifications-history")) }
                    ol.versions {
                        @for (n, own) in self.versions.iter().enumerate() {
                            li {
                                p.when { (self.visit.frame.day(self.visit.day_of(own.batch.at))) }
                                div {
                                    p { (own.batch.title) }
                                    (self.changes(n))
                                    @if own.body.is_some() && !is_now(n) { (self.restore_form(own.batch.version)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// What version `n` changed in the one before it.
    fn changes(&self, n: usize) -> Markup {
        let say = |n: usize| -> Vec<Line> {
            let body = self.versions.get(n).and_then(|own| own.body.clone());
            let held = body.and_then(|body| Credential::from_body(&self.id, body).ok());
            held.map(|held| lines::lines(&self.visit.frame, self.visit.catalog(), &held)).unwrap_or_default()
        };
        let (after, before) = (say(n), say(n + 1));
        html! {
            ul.changed {
                @for (name, value) in after.iter().filter(|line| !before.contains(line)) { li { (name) ": " (value) } }
                @if !after.is_empty() {
                    @for (name, value) in before.iter().filter(|line| !after.contains(line)) { li { del { (name) ": " (value) } } }
                }
            }
        }
    }

    fn restore_form(&self, to: Version) -> Markup {
        self.visit.frame.form(
            &format!("{}/restore", self.address()),
            html! {
                input type="hidden" name="version" value=(self.version());
                input type="hidden" name="to" value=(to);
                button.button.quiet.small { (say!(self.visit.frame.words, "certifications-restore")) }
            },
        )
    }
}
