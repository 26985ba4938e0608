//! One credit: where it counts and why not, its certificates, its history; edited, removed, restored.

use super::{
    credit_form::{Faults, Reading, Typed, audience_name, kind_name},
    ledger_page::format_name,
    rooms,
    view::{View, title_of, topic_name},
};
use crate::shell::{
    Fault, Page, Posted, PostedFiles, Room, Visit, components,
    conflict::{self, Meanwhile},
    upload, with_query,
};
use axum::{extract::Path, http::StatusCode, response::Response};
use maud::{Markup, html};
use rung_formats::uan::{Disagreement, disagreements};
use rung_record::Credit;
use rung_rules::told;
use rung_store::{Basis, Change, Document, EntryVersion, Kept, Kind, Part as _, Stale, Version};
use rung_today::ledger::FormatIs;
use rung_words::{Words, say};
use serde::Deserialize;

/// So many versions are listed.
const MOST_VERSIONS: u32 = 50;

pub use crate::shell::credit_address as address;

/// Where its form is.
pub fn edit_address(id: &str) -> String {
    format!("{}/edit", address(id))
}

/// The version that something was read at.
#[derive(Deserialize)]
pub struct At {
    version: String,
}

/// To which version it is put back, and the one that it was read at; none when it is gone.
#[derive(Deserialize)]
pub struct Back {
    to: String,
    #[serde(default)]
    version: String,
}

/// `GET /education/credits/{id}`
pub async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Fault> {
    shown(&visit, &id, None).await
}

/// The page, with a notice above it where something was not done.
async fn shown(visit: &Visit, id: &str, notice: Option<Markup>) -> Result<Response, Fault> {
    let store = visit.site.store();
    let kept = store.part::<Credit>(visit.person, id).await?;
    let history = store.entry_history(visit.person, Kind::Credit, id, None, MOST_VERSIONS).await?;
    if kept.is_none() && history.is_empty() {
        return Err(Fault::not_found());
    }
    let code = if notice.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    let page = Shown { visit, id, kept: kept.as_ref(), history: &history };
    Ok(visit.show(page.page(notice).with_status(code)))
}

/// `GET /education/credits/{id}/edit`
pub async fn edit(visit: Visit, Path(id): Path<String>) -> Result<Response, Fault> {
    let kept = visit.site.store().part::<Credit>(visit.person, &id).await?.ok_or_else(Fault::not_found)?;
    let form = Form {
        id: &id,
        typed: Typed::of_credit(&kept.value),
        version: Some(kept.version),
        faults: Faults::new(),
        notice: None,
    };
    Ok(visit.show(form.page(&visit)))
}

/// `POST /education/credits/{id}/edit`
pub async fn save(visit: Visit, Path(id): Path<String>, posted: PostedFiles) -> Result<Response, Fault> {
    let words = visit.frame.words;
    let store = visit.site.store();
    let basis = conflict::basis_of(Some(posted.text("version")))?;
    let typed = Typed::of_form(|name| posted.text(name), visit.catalog());
    let before = store.part::<Credit>(visit.person, &id).await?;
    let reading = Reading {
        words,
        on: visit.on(),
        id: id.as_str().into(),
        before: before.as_ref().map(|kept| &kept.value),
    };
    let version = if let Basis::At(version) = basis { Some(version) } else { None };
    let credit = match typed.read(&reading) {
        Ok(credit) => credit,
        Err(faults) => {
            let form = Form { id: &id, typed, version, faults, notice: None };
            return Ok(visit.show(form.page(&visit).with_status(StatusCode::UNPROCESSABLE_ENTITY)));
        }
    };
    let title = say!(words, "education-history-changed", title = title_of(&credit));
    let change = Change::new().put(&id, &credit, basis);
    match visit.change_unless_stale(title, change).await? {
        Ok(done) => Ok(visit.done(done.version, &address(&id))),
        Err(stale) => Ok(overtaken(&visit, &credit, typed, &stale)),
    }
}

/// The form again, with what was typed, beside what is there now.
fn overtaken(visit: &Visit, mine: &Credit, typed: Typed, stale: &[Stale]) -> Response {
    let id = mine.id.as_str();
    let now = stale.iter().find_map(|stale| stale.now.as_ref());
    let now = now.and_then(|entry| Some((entry.version, Credit::from_body(id, entry.body.clone()).ok()?)));
    let (version, notice) = match &now {
        Some((version, credit)) => {
            // As it was read, so that `1,5` is no other number than 1.5.
            let differs = Typed::of_credit(mine).differs(&Typed::of_credit(credit), visit.frame.words);
            (Some(*version), conflict::notice(&visit.frame, Meanwhile::Changed(&differs), &address(id)))
        }
        None => (None, conflict::notice(&visit.frame, Meanwhile::Removed, "/education/credits")),
    };
    let form = Form { id, typed, version, faults: Faults::new(), notice: Some(notice) };
    visit.show(form.page(visit).with_status(StatusCode::CONFLICT))
}

/// `POST /education/credits/{id}/remove`: its certificates stay, and no longer belong to it. One undo brings all back.
pub async fn remove(visit: Visit, Path(id): Path<String>, Posted(at): Posted<At>) -> Result<Response, Fault> {
    let basis = conflict::basis_of(Some(&at.version))?;
    let known = visit.record().credits.iter().find(|credit| credit.id.as_str() == id);
    let title =
        say!(visit.frame.words, "education-history-removed", title = known.map_or(id.as_str(), title_of));
    let mut change = Change::new().remove(Kind::Credit, &id, basis);
    for document in documents_of(&visit, &id) {
        let mut free = document.value.clone();
        free.links.retain(|(kind, other)| !(*kind == Kind::Credit && *other == id));
        change = change.put(&document.id, &free, Basis::At(document.version));
    }
    match visit.change_unless_stale(title, change).await? {
        Ok(done) => Ok(visit.done(done.version, "/education/credits")),
        Err(_) => shown(&visit, &id, Some(conflict::look_again(&visit.frame))).await,
    }
}

/// `POST /education/credits/{id}/restore`
pub async fn restore(
    visit: Visit,
    Path(id): Path<String>,
    Posted(back): Posted<Back>,
) -> Result<Response, Fault> {
    let (to, basis): (Version, Basis) = (back.to.parse()?, conflict::basis_of(Some(&back.version))?);
    let store = visit.site.store();
    let history = store.entry_history(visit.person, Kind::Credit, &id, Some(to.next()), 1).await?;
    let then = history.iter().find(|version| version.batch.version == to);
    let then = then.and_then(|version| Credit::from_body(&id, version.body.clone()?).ok());
    let then = then.ok_or_else(Fault::not_found)?;
    let title = say!(visit.frame.words, "education-history-restored", title = title_of(&then));
    match visit.change_unless_stale(title, Change::new().put(&id, &then, basis)).await? {
        Ok(done) => Ok(visit.done(done.version, &address(&id))),
        Err(_) => shown(&visit, &id, Some(conflict::look_again(&visit.frame))).await,
    }
}

fn documents_of<'v>(visit: &'v Visit, id: &str) -> Vec<&'v Kept<Document>> {
    let belongs = |document: &&Kept<Document>| {
        document.value.links.iter().any(|(kind, other)| *kind == Kind::Credit && other == id)
    };
    visit.kept().documents.iter().filter(belongs).collect()
}

/// The form of a credit that is there, or was.
struct Form<'f> {
    id: &'f str,
    typed: Typed,
    /// None when it is gone.
    version: Option<Version>,
    faults: Faults,
    notice: Option<Markup>,
}

impl Form<'_> {
    fn page(&self, visit: &Visit) -> Page {
        let (frame, words) = (&visit.frame, visit.frame.words);
        let title = say!(words, "education-edit-title");
        let save =
            if self.notice.is_some() { conflict::save_mine(frame) } else { say!(words, "education-save") };
        let fields = html! {
            (conflict::basis_field(self.version))
            section.card.credit-fields { (self.typed.fields(frame, visit.catalog(), &self.faults, &Faults::new())) }
            div.actions {
                button.button { (save) }
                a.button.quiet href=(address(self.id)) { (say!(words, "education-cancel")) }
            }
        };
        let body = html! {
            (rooms::headline_with(frame, &title, html! {}, rooms::Here::Ledger))
            @if let Some(notice) = &self.notice { (notice) }
            (frame.form_with_files(&edit_address(self.id), fields))
        };
        Page::new(title, body).within(Room::Education)
    }
}

/// What the page of a credit is made from.
struct Shown<'s> {
    visit: &'s Visit,
    id: &'s str,
    /// None when it was removed.
    kept: Option<&'s Kept<Credit>>,
    history: &'s [EntryVersion],
}

impl Shown<'_> {
    fn words(&self) -> &'static Words {
        self.visit.frame.words
    }

    fn page(&self, notice: Option<Markup>) -> Page {
        let words = self.words();
        let title = match self.kept {
            Some(kept) => title_of(&kept.value).to_owned(),
            None => say!(words, "education-removed-title"),
        };
        let body = html! {
            (rooms::headline_with(&self.visit.frame, &title, self.actions(), rooms::Here::Ledger))
            @if let Some(notice) = notice { (notice) }
            @match self.kept {
                Some(kept) => {
                    (self.facts(&kept.value))
                    (self.doubts(&kept.value))
                    (self.counts())
                    (self.certificates())
                }
                None => p.summary { (say!(words, "education-removed-text")) },
            }
            (self.versions())
        };
        Page::new(title, body).within(Room::Education)
    }

    fn actions(&self) -> Markup {
        let words = self.words();
        html! {
            @if let Some(kept) = self.kept {
                a.button href=(edit_address(self.id)) { (say!(words, "education-edit")) }
                (self.visit.frame.form(&format!("{}/remove", address(self.id)), html! {
                    (conflict::basis_field(Some(kept.version)))
                    button.button.quiet { (say!(words, "education-remove")) }
                }))
            }
        }
    }

    fn facts(&self, credit: &Credit) -> Markup {
        let (words, frame, catalog) = (self.words(), &self.visit.frame, self.visit.catalog());
        let told = told(credit, catalog);
        let accredited = credit.accreditation.as_ref().map(|bodies| {
            if bodies.is_empty() {
                html! { (say!(words, "education-accredited-by-nobody")) }
            } else {
                let names: Vec<String> = bodies.iter().map(|body| catalog.say(body)).collect();
                frame.english(&names.join(", "))
            }
        });
        let plain = |text: &Option<String>| text.as_ref().map(|text| html! { (text) });
        let rows: [(String, Option<Markup>); 12] = [
            (say!(words, "education-field-completed"), Some(frame.day(credit.completed))),
            (say!(words, "education-field-hours"), credit.hours.map(|hours| html! { (words.hours(hours)) })),
            (say!(words, "education-field-provider"), plain(&credit.provider)),
            (say!(words, "education-field-uan"), plain(&credit.uan)),
            (say!(words, "education-field-format"), Some(html! { (format_name(words, FormatIs::of(told.format))) })),
            (say!(words, "education-field-audience"), told.audience.map(|own| html! { (audience_name(words, own)) })),
            (say!(words, "education-field-topics"), (!told.topics.is_empty()).then(|| html! {
                @for (n, topic) in told.topics.iter().enumerate() { @if n > 0 { ", " } (topic_name(frame, catalog, topic)) }
            })),
            (say!(words, "education-field-law-of"), plain(&credit.law_of)),
            (say!(words, "education-field-kind"), Some(html! { (kind_name(words, credit.kind)) })),
            (say!(words, "education-field-accreditation"), accredited),
            (say!(words, "education-field-academic-credits"), credit.academic_credits.map(|credits| html! { (credits) })),
            (say!(words, "education-field-grade"), plain(&credit.grade)),
        ];
        html! {
            section.card.described aria-label=(say!(words, "education-the-credit")) {
                dl { @for (name, value) in &rows { @if let Some(value) = value { div { dt { (name) } dd { (value) } } } } }
            }
        }
    }

    /// Where what was typed and the activity number disagree.
    fn doubts(&self, credit: &Credit) -> Markup {
        let words = self.words();
        let found = disagreements(credit, &super::new_credit::topic_names(self.visit));
        html! {
            @if !found.is_empty() {
                section.settle {
                    p { (components::icon(components::State::Unknown)) (say!(words, "education-look-again")) }
                    ul { @for found in &found { li { (disagreement(words, found)) } } }
                }
            }
        }
    }

    fn counts(&self) -> Markup {
        let index = self.visit.record().credits.iter().position(|credit| credit.id.as_str() == self.id);
        let view = View { frame: &self.visit.frame, status: self.visit.status() };
        html! {
            section.card aria-labelledby="counts" {
                h2 #counts { (say!(self.words(), "education-where-it-counts")) }
                @if let Some(index) = index { (view.uses(index)) }
            }
        }
    }

    fn certificates(&self) -> Markup {
        let words = self.words();
        let documents = documents_of(self.visit, self.id);
        let link = format!("credit:{}", self.id);
        html! {
            section.card aria-labelledby="certificates" {
                h2 #certificates { (say!(words, "education-certificates")) }
                @if documents.is_empty() { p { (say!(words, "education-no-certificate")) } }
                @else {
                    ul.plain {
                        @for document in &documents {
                            li {
                                a href=(upload::address(&document.id)) { (document.value.name) } " "
                                span.quiet { (upload::size(words, document.value.size)) }
                            }
                        }
                    }
                }
                p { a.button.quiet href=(with_query("/documents/new", &[("for", &link)])) { (say!(words, "education-attach")) } }
            }
        }
    }

    /// The versions, the newest first; each earlier one can be put back.
    fn versions(&self) -> Markup {
        let words = self.words();
        let now = self.kept.map(|kept| kept.value.to_body());
        html! {
            section.card aria-labelledby="history" {
                h2 #history { (say!(words, "education-history")) }
                ol.history reversed {
                    @for version in self.history {
                        li {
                            p { strong { (version.batch.title) } " " span.quiet { (self.visit.frame.day(self.visit.day_of(version.batch.at))) } }
                            @if let Some(body) = version.body.as_ref().filter(|body| Some(*body) != now.as_ref()) {
                                (self.version(version, body))
                            }
                        }
                    }
                }
            }
        }
    }

    /// How a version differs from what is there now, and the way back to it.
    fn version(&self, version: &EntryVersion, body: &serde_json::Value) -> Markup {
        let words = self.words();
        let then = Credit::from_body(self.id, body.clone()).ok();
        let now = self.kept.map(|kept| Typed::of_credit(&kept.value)).unwrap_or_default();
        let differs = then.map(|then| Typed::of_credit(&then).differs(&now, words)).unwrap_or_default();
        html! {
            ul.quiet {
                @for differs in &differs {
                    li { (differs.field) ": " (if differs.typed.is_empty() { "–" } else { &differs.typed }) }
                }
            }
            (self.visit.frame.form(&format!("{}/restore", address(self.id)), html! {
                (conflict::basis_field(self.kept.map(|kept| kept.version)))
                input type="hidden" name="to" value=(version.batch.version);
                button.button.quiet.small { (say!(words, "education-restore")) }
            }))
        }
    }
}

fn disagreement(words: &Words, found: &Disagreement) -> String {
    match found.field {
        "format" => say!(words, "education-disagrees-format"),
        "audience" => say!(words, "education-disagrees-audience"),
        "completed" => say!(words, "education-disagrees-completed"),
        "accreditation" => say!(words, "education-disagrees-accreditation"),
        "law_of" => say!(words, "education-disagrees-law-of"),
        "topics" => say!(words, "education-disagrees-topics"),
        _ => say!(words, "education-disagrees-uan"),
    }
}
