//! A new credit: from a pasted activity number, from a certificate, or typed.

use super::{
    credit_form::{Faults, Reading, Typed, label},
    credit_page, rooms,
    view::title_of,
};
use crate::shell::{Fault, Page, PostedFiles, Room, Visit, components, upload};
use axum::{extract::Query, http::StatusCode, response::Response};
use maud::{Markup, html};
use rung_formats::{
    Doubt, TopicName, TopicNames,
    certificate::certificate_fields,
    prefill::{Missing, NoActivity, credit_from_uan},
};
use rung_record::{Credit, CreditId, Uan};
use rung_store::{Change, Document, Kept, Kind};
use rung_words::{Words, say};
use serde::Deserialize;

const ADDRESS: &str = "/education/credits/new";
/// The text of a certificate is shorter.
const MOST_PASTED: usize = 10_000;
/// Ids are tried so often before giving up: only another tab at the same moment takes one away.
const TRIES: usize = 5;

/// `?uan=0107-…` fills in from a number, `?document=…` from a document that is kept.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Wish {
    uan: String,
    document: String,
}

/// The form as it stands.
#[derive(Default)]
struct Draft {
    typed: Typed,
    pasted: String,
    /// A certificate that is kept already, and will belong to the credit.
    document: Option<Kept<Document>>,
    faults: Faults,
    /// What is still to be told: each field with its question.
    asked: Faults,
    /// What was understood, and what could be meant otherwise.
    told: Vec<String>,
    /// A credit that is the same activity.
    same: Option<CreditId>,
}

/// `GET /education/credits/new`
pub async fn page(visit: Visit, Query(wish): Query<Wish>) -> Result<Response, Fault> {
    let mut draft = Draft { pasted: wish.uan.chars().take(MOST_PASTED).collect(), ..Draft::default() };
    draft.document = document(&visit, &wish.document).await?;
    if !draft.pasted.is_empty() || draft.document.is_some() {
        draft.fill(&visit).await?;
    }
    Ok(visit.show(draft.page(&visit, StatusCode::OK)))
}

/// `POST /education/credits/new`: fills in (`do=fill`), or saves. A file is kept at once, so that it is never to be
/// chosen twice.
pub async fn send(visit: Visit, posted: PostedFiles) -> Result<Response, Fault> {
    let mut draft = Draft {
        typed: Typed::of_form(|name| posted.text(name), visit.catalog()),
        pasted: posted.text("paste").chars().take(MOST_PASTED).collect(),
        document: document(&visit, posted.text("document")).await?,
        ..Draft::default()
    };
    if let Some(file) = posted.file("file") {
        match upload::keep(&visit, file, &[]).await? {
            Ok(kept) => draft.document = Some(kept),
            Err(fault) => drop(draft.faults.insert("file", fault)),
        }
    }
    if posted.text("do") == "fill" {
        draft.fill(&visit).await?;
        let code = if draft.faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        return Ok(visit.show(draft.page(&visit, code)));
    }
    draft.save(visit, !posted.text("again").is_empty()).await
}

async fn document(visit: &Visit, id: &str) -> Result<Option<Kept<Document>>, Fault> {
    if id.is_empty() {
        return Ok(None);
    }
    Ok(visit.site.store().part::<Document>(visit.person, id).await?)
}

impl Draft {
    /// Fills in what the certificate and the pasted text tell; the text is believed over the certificate.
    async fn fill(&mut self, visit: &Visit) -> Result<(), Fault> {
        let words = visit.frame.words;
        let names = topic_names(visit);
        if let Some(document) = &self.document {
            match visit.site.store().document_text(visit.person, &document.id).await? {
                Some(text) => {
                    let fields = certificate_fields(&text);
                    let draft = fields.draft(visit.on(), &names);
                    self.typed.take(draft.credit(), fields.completed);
                    self.told.push(say!(
                        words,
                        "education-filled-from-document",
                        name = &document.value.name
                    ));
                    self.told.extend(fields.doubts.iter().map(|doubt| doubt_in_words(words, doubt)));
                }
                None => self.told.push(say!(words, "education-document-without-text")),
            }
        }
        if !self.pasted.trim().is_empty() {
            match credit_from_uan(&self.pasted, &names) {
                Ok(prefill) => {
                    let draft = prefill.draft(visit.on(), &names);
                    self.typed.take(draft.credit(), prefill.completed);
                    self.told.push(say!(
                        words,
                        "education-filled-from-number",
                        year = prefill.released.to_string(),
                        provider = &prefill.provider_number
                    ));
                    self.told.extend(prefill.doubts.iter().map(|doubt| doubt_in_words(words, doubt)));
                    self.asked = (prefill.missing.iter())
                        .filter(|missing| self.typed.get(missing.field()).is_empty())
                        .map(|missing| (missing.field(), question(words, *missing)))
                        .collect();
                }
                Err(why) => drop(self.faults.insert("paste", no_activity_in_words(words, &why))),
            }
        } else if self.document.is_none() && !self.faults.contains_key("file") {
            self.faults.insert("paste", say!(words, "education-fault-nothing-pasted"));
        }
        self.same = same_activity(visit, self.typed.get("uan"), None);
        Ok(())
    }

    async fn save(mut self, visit: Visit, again: bool) -> Result<Response, Fault> {
        let words = visit.frame.words;
        let reading = Reading { words, on: visit.on(), id: CreditId(String::new()), before: None };
        let credit = match self.typed.read(&reading) {
            Ok(credit) if self.faults.is_empty() => credit,
            Ok(_) => return Ok(visit.show(self.page(&visit, StatusCode::UNPROCESSABLE_ENTITY))),
            Err(faults) => {
                self.faults.extend(faults);
                return Ok(visit.show(self.page(&visit, StatusCode::UNPROCESSABLE_ENTITY)));
            }
        };
        self.same = same_activity(&visit, self.typed.get("uan"), Some(&credit)).filter(|_| !again);
        if self.same.is_some() {
            return Ok(visit.show(self.page(&visit, StatusCode::UNPROCESSABLE_ENTITY)));
        }
        let title = say!(words, "education-history-added", title = title_of(&credit));
        for attempt in 0..TRIES {
            let id = free_id(&visit, attempt);
            let added = Credit { id: id.as_str().into(), ..credit.clone() };
            let mut change = Change::new().add(&added);
            if let Some(document) = &self.document {
                let mut linked = document.value.clone();
                linked.links.push((Kind::Credit, id.clone()));
                change = change.put(&document.id, &linked, rung_store::Basis::At(document.version));
            }
            match visit.change_unless_stale(title.clone(), change).await? {
                Ok(done) => return Ok(visit.done(done.version, &credit_page::address(&id))),
                // The document was changed meanwhile: it is read again, what was linked to it stays.
                Err(stale) if stale.iter().any(|entry| entry.kind == Kind::Document) => {
                    let known = self.document.as_ref().map_or("", |document| document.id.as_str());
                    self.document = document(&visit, known).await?;
                }
                Err(_) => {}
            }
        }
        Err(Fault::broken())
    }

    fn page(&self, visit: &Visit, code: StatusCode) -> Page {
        let frame = &visit.frame;
        let title = say!(frame.words, "education-new-title");
        let body = html! {
            (rooms::headline_with(frame, &title, html! {}, rooms::Here::Ledger))
            div #credit-form { (frame.form_with_files(ADDRESS, self.form(visit))) }
        };
        Page::new(title, body).within(Room::Education).with_status(code)
    }

    fn form(&self, visit: &Visit) -> Markup {
        let (frame, words) = (&visit.frame, visit.frame.words);
        html! {
            // The first button is what the enter key presses.
            button.sr name="do" value="save" tabindex="-1" aria-hidden="true" { (say!(words, "education-save")) }
            section.card.paste {
                (components::field("paste", &say!(words, "education-paste"), &say!(words, "education-paste-hint"), self.faults.get("paste").map(String::as_str), |described| html! {
                    textarea #paste name="paste" rows="2" maxlength=(MOST_PASTED) autocomplete="off" spellcheck="false" data-fill
                        aria-invalid=[self.faults.contains_key("paste").then_some("true")] aria-describedby=[(!described.is_empty()).then_some(described)] { (self.pasted) }
                }))
                button.button.quiet name="do" value="fill" formnovalidate { (say!(words, "education-fill")) }
                (self.told(words))
            }
            (self.same_as(visit))
            section.card.credit-fields {
                h2 { (say!(words, "education-the-credit")) }
                (self.typed.fields(frame, visit.catalog(), &self.faults, &self.asked))
            }
            section.card.certificate {
                h2 { (say!(words, "education-certificate")) }
                @if let Some(document) = &self.document {
                    input type="hidden" name="document" value=(document.id);
                    p { (say!(words, "education-certificate-kept", name = &document.value.name, size = upload::size(words, document.value.size))) }
                } @else {
                    (upload::field(frame, &say!(words, "education-certificate-file"), self.faults.get("file").map(String::as_str), false))
                }
            }
            div.actions {
                button.button name="do" value="save" { (say!(words, "education-save")) }
                a.button.quiet href="/education/credits" { (say!(words, "education-cancel")) }
            }
        }
    }

    /// What was understood, and what is still to be told.
    fn told(&self, words: &Words) -> Markup {
        let asked: Vec<String> = self.asked.keys().map(|name| label(words, name)).collect();
        html! {
            div role="status" {
                @if !self.told.is_empty() {
                    ul.filled {
                        @for told in &self.told { li { (told) } }
                        @if !asked.is_empty() { li { strong { (say!(words, "education-still-to-tell", fields = words.list(&asked))) } } }
                    }
                }
            }
        }
    }

    fn same_as(&self, visit: &Visit) -> Markup {
        let words = visit.frame.words;
        let known = self.same.as_ref().and_then(|id| visit.record().credits.iter().find(|own| own.id == *id));
        html! {
            @if let Some(known) = known {
                section.card.conflict role="alert" {
                    p {
                        (say!(words, "education-same")) " "
                        a href=(credit_page::address(known.id.as_str())) { (title_of(known)) } ", " (visit.frame.day(known.completed)) "."
                    }
                    label.box { input type="checkbox" name="again" value="yes"; " " (say!(words, "education-same-again")) }
                }
            }
        }
    }
}

/// A name that no credit had before: versions never come back.
fn free_id(visit: &Visit, attempt: usize) -> String {
    let version = visit.kept().stamp.version.next();
    if attempt == 0 { format!("credit-{version}") } else { format!("credit-{version}-{attempt}") }
}

/// A credit of the record that is the same activity: by its number, or else by title, day and hours.
fn same_activity(visit: &Visit, uan: &str, credit: Option<&Credit>) -> Option<CreditId> {
    let number = uan.parse::<Uan>().ok();
    let is_same = |own: &&Credit| match &number {
        Some(number) => own
            .uan
            .as_deref()
            .and_then(|uan| uan.parse::<Uan>().ok())
            .is_some_and(|own| own.is_same_activity(number)),
        None => credit.is_some_and(|credit| {
            credit.title.is_some()
                && (&own.title, own.completed, own.hours) == (&credit.title, credit.completed, credit.hours)
        }),
    };
    visit.record().credits.iter().find(is_same).map(|own| own.id.clone())
}

/// What the designators of activity numbers mean, as the formats want to know it.
pub fn topic_names(visit: &Visit) -> TopicNames {
    let name = |topic: &rung_catalog::DesignatedTopic| TopicName {
        code: topic.code.clone(),
        name: topic.name.clone(),
        other_names: Vec::new(),
        topics: topic.topics.clone(),
    };
    visit.catalog().designated_topics.iter().map(name).collect()
}

fn question(words: &Words, missing: Missing) -> String {
    match missing {
        Missing::Title => say!(words, "education-ask-title"),
        Missing::Provider => say!(words, "education-ask-provider"),
        Missing::Hours => say!(words, "education-ask-hours"),
        Missing::Completed => say!(words, "education-ask-completed"),
        Missing::Format => say!(words, "education-ask-format"),
        Missing::LawOf => say!(words, "education-ask-law-of"),
    }
}

fn doubt_in_words(words: &Words, doubt: &Doubt) -> String {
    fn list<T: ToString>(all: &[T]) -> String {
        all.iter().take(5).map(ToString::to_string).collect::<Vec<_>>().join(", ")
    }
    match doubt {
        Doubt::BothAudiences => say!(words, "education-doubt-audiences"),
        Doubt::SeveralNumbers(uans) => say!(words, "education-doubt-numbers", numbers = list(uans)),
        Doubt::SeveralHours(hours) => {
            let hours: Vec<String> = hours.iter().take(5).map(|hours| words.hours(*hours)).collect();
            say!(words, "education-doubt-hours", hours = words.list(&hours))
        }
        Doubt::SeveralDays(days) => {
            let days: Vec<String> = days.iter().take(5).map(|day| words.day(*day)).collect();
            say!(words, "education-doubt-days", days = days.join("; "))
        }
    }
}

fn no_activity_in_words(words: &Words, why: &NoActivity) -> String {
    match why {
        NoActivity::NotANumber(_) => say!(words, "education-fault-no-number"),
        NoActivity::NoNumber => say!(words, "education-fault-no-number-in-text"),
        NoActivity::Several(uans) => {
            let all: Vec<String> = uans.iter().take(5).map(ToString::to_string).collect();
            say!(words, "education-fault-several-numbers", numbers = all.join(", "))
        }
    }
}
