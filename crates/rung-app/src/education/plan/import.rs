//! Activities from a file: looked at first, then taken in as one batch.
//!
//! A file of offerings (JSON, or CSV with the same names) is whole or has faults. A saved web page may leave hours or
//! price untold: these are asked, each beside its activity.

use super::{
    super::rooms,
    offering,
    wishes::{self, Typed},
};
use crate::shell::{Fault, Page, Parked, PostedFiles, Room, Visit, components};
use axum::{http::StatusCode, response::Response};
use maud::{Markup, html};
use rung_formats::offerings::{
    self, Offering,
    page::{OfferingDraft, read_page},
};
use rung_record::{Hours, Problem, Problems, Usd};
use rung_store::Change;
use rung_words::say;

/// A page shows no more activities than this, and says how many more will be taken in.
const MOST_SHOWN: usize = 200;

/// What a file gave.
struct Reading {
    whole: Vec<Offering>,
    drafts: Vec<OfferingDraft>,
    faults: Problems,
    skipped: Vec<Problem>,
}

impl Reading {
    fn of(file: &[u8]) -> Self {
        let nothing =
            Self { whole: Vec::new(), drafts: Vec::new(), faults: Problems::default(), skipped: Vec::new() };
        if !file.trim_ascii_start().starts_with(b"<") {
            return match offerings::read(file) {
                Ok(whole) => Self { whole, ..nothing },
                Err(faults) => Self { faults, ..nothing },
            };
        }
        match read_page(file) {
            Ok(page) => Self { drafts: page.drafts, faults: page.faults, skipped: page.skipped, ..nothing },
            Err(faults) => Self { faults, ..nothing },
        }
    }

    /// Whether anything can be taken in.
    fn is_empty(&self) -> bool {
        self.whole.is_empty() && self.drafts.is_empty()
    }
}

/// `GET /education/offerings/new`
pub async fn page(visit: Visit) -> Result<Response, Fault> {
    visit.answer(|visit| Ok(choose(visit, None))).await
}

/// `POST /education/offerings/new`: shows what the file holds. Nothing is kept yet.
pub async fn preview(visit: Visit, posted: PostedFiles) -> Result<Response, Fault> {
    let Some(file) = Parked::of(posted.file("file"), posted.text("text")) else {
        let fault = say!(visit.frame.words, "ceplan-import-nothing");
        return Ok(visit.show(choose(&visit, Some(&fault)).with_status(StatusCode::UNPROCESSABLE_ENTITY)));
    };
    let bytes = file.bytes.clone();
    let ticket = visit.site.parking().park(&visit.frame, file, visit.site.now()).to_string();
    let site = visit.site.clone();
    site.work(move |_| {
        let reading = Reading::of(&bytes);
        visit.show(show(&visit, &reading, &ticket, |_, _| ""))
    })
    .await
}

/// `POST /education/offerings/keep`: takes in what was looked at.
pub async fn keep(visit: Visit, posted: PostedFiles) -> Result<Response, Fault> {
    let words = visit.frame.words;
    let ticket = posted.text("ticket").to_owned();
    let Some(file) = visit.site.parking().find(&visit.frame, &ticket, visit.site.now()) else {
        let fault = say!(words, "ceplan-import-waited");
        return Ok(visit.show(choose(&visit, Some(&fault)).with_status(StatusCode::UNPROCESSABLE_ENTITY)));
    };
    let reading = Reading::of(&file.bytes);
    let typed = |field: &str, n: usize| posted.text(&format!("{field}-{n}"));
    let Some(taken) = take(&visit, &reading, typed) else {
        let page = show(&visit, &reading, &ticket, typed).with_status(StatusCode::UNPROCESSABLE_ENTITY);
        return Ok(visit.show(page));
    };
    if taken.is_empty() {
        let fault = say!(words, "ceplan-import-nothing");
        return Ok(visit.show(choose(&visit, Some(&fault)).with_status(StatusCode::UNPROCESSABLE_ENTITY)));
    }
    let title = say!(words, "ceplan-history-imported", count = taken.len() as u64);
    let change = Change::new().import_offerings(taken, &visit.kept().offerings);
    let done = visit.change(title, change).await?;
    visit.site.parking().clear(&visit.frame, &ticket);
    Ok(visit.done(done.version, "/education/offerings"))
}

/// The activities with what was typed for them; none when something that was typed is faulty. A draft whose hours or
/// price are still not told is left out.
fn take<'t>(
    visit: &Visit,
    reading: &Reading,
    typed: impl Fn(&str, usize) -> &'t str,
) -> Option<Vec<Offering>> {
    let mut all = reading.whole.clone();
    for (n, draft) in reading.drafts.iter().enumerate() {
        let (hours, price) = told(visit, draft, n, &typed);
        let filled = OfferingDraft {
            hours: draft.hours.or(*hours.value()?),
            price: draft.price.or(*price.value()?),
            ..draft.clone()
        };
        all.extend(filled.offering());
    }
    Some(all)
}

fn told<'t>(
    visit: &Visit,
    draft: &OfferingDraft,
    n: usize,
    typed: impl Fn(&str, usize) -> &'t str,
) -> (Typed<Option<Hours>>, Typed<Option<Usd>>) {
    let text = |field: &str, known: bool| if known { "" } else { typed(field, n) };
    (
        wishes::hours_a_week(&visit.frame, text("hours", draft.hours.is_some())),
        wishes::money(&visit.frame, text("price", draft.price.is_some())),
    )
}

fn choose(visit: &Visit, fault: Option<&str>) -> Page {
    let words = visit.frame.words;
    let title = say!(words, "ceplan-import-title");
    let body = html! {
        (rooms::headline_with(&visit.frame, &title, html! {}, rooms::Here::Plan))
        p.lead { (say!(words, "ceplan-import-lead")) }
        section.card {
            (visit.frame.form_with_files("/education/offerings/new", html! {
                div.stack {
                    (components::field("file", &say!(words, "ceplan-import-file"), &say!(words, "ceplan-import-file-hint"), fault, |described| html! {
                        input #file type="file" name="file" accept=".json,.csv,.html,.htm,application/json,text/csv,text/html"
                            aria-invalid=[fault.map(|_| "true")] aria-describedby=(described);
                    }))
                    details {
                        summary { (say!(words, "ceplan-import-paste")) }
                        (components::field("text", &say!(words, "ceplan-import-text"), "", None, |_| html! {
                            textarea #text name="text" rows="8" spellcheck="false" autocapitalize="off" autocomplete="off" {}
                        }))
                    }
                    p { button.button { (say!(words, "ceplan-import-look")) } }
                }
            }))
        }
        details.refused {
            summary { (say!(words, "ceplan-import-example")) }
            pre { "id,title,provider,hours,price,topics,law_of,format,available_until\nlaw,Texas pharmacy law,Sample University,1,19.95,law,TX,home,2027-06-30" }
        }
    };
    Page::new(title, body).within(Room::Education)
}

fn show<'t>(visit: &Visit, reading: &Reading, ticket: &str, typed: impl Fn(&str, usize) -> &'t str) -> Page {
    let words = visit.frame.words;
    let title = say!(words, "ceplan-import-preview");
    let code = if reading.is_empty() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let known = |id: &str| visit.kept().offerings.iter().any(|kept| kept.id == id);
    let new =
        reading.whole.iter().map(|offering| &offering.id).chain(reading.drafts.iter().map(|draft| &draft.id));
    let (again, new): (Vec<&String>, Vec<&String>) = new.partition(|id| known(id));
    let body = html! {
        (rooms::headline_with(&visit.frame, &title, html! {}, rooms::Here::Plan))
        (problems(visit, &reading.faults))
        @if reading.is_empty() {
            p.summary.expired { (say!(words, "ceplan-import-none")) }
            p { a.button.quiet href="/education/offerings/new" { (say!(words, "ceplan-import-another")) } }
        } @else {
            p.summary.met { (say!(words, "ceplan-import-count", new = new.len() as u64, again = again.len() as u64)) }
            (visit.frame.form_with_files("/education/offerings/keep", html! {
                input type="hidden" name="ticket" value=(ticket);
                ul.offerings {
                    @for kept in reading.whole.iter().take(MOST_SHOWN) { li.card { (offering::line(&visit.frame, kept)) } }
                    @for (n, draft) in reading.drafts.iter().enumerate().take(MOST_SHOWN) { li.card { (draft_line(visit, draft, n, &typed)) } }
                }
                @let more = (reading.whole.len() + reading.drafts.len()).saturating_sub(MOST_SHOWN);
                @if more > 0 { p.quiet { (say!(words, "ceplan-import-more", count = more as u64)) } }
                p.actions {
                    button.button { (say!(words, "ceplan-import-keep")) } " "
                    a.button.quiet href="/education/offerings" { (say!(words, "ceplan-import-leave")) }
                }
            }))
        }
        @if !reading.skipped.is_empty() {
            details.refused {
                summary { (say!(words, "ceplan-import-skipped", count = reading.skipped.len() as u64)) }
                ul { @for skipped in reading.skipped.iter().take(MOST_SHOWN) { li lang=[visit.frame.lang_of_english()] { code { (skipped.place) } " " (skipped.what) } } }
            }
        }
    };
    Page::new(title, body).within(Room::Education).with_status(code)
}

/// A draft of a page, with fields for what the page does not tell.
fn draft_line<'t>(
    visit: &Visit,
    draft: &OfferingDraft,
    n: usize,
    typed: impl Fn(&str, usize) -> &'t str,
) -> Markup {
    let words = visit.frame.words;
    let (hours, price) = told(visit, draft, n, typed);
    html! {
        h3 { (components::link_out(draft.url.as_deref(), &draft.title)) }
        p.quiet {
            @if let Some(provider) = &draft.provider { (provider) " · " }
            @if let Some(hours) = draft.hours { (words.hours(hours)) " · " }
            @if let Some(price) = draft.price { (offering::price(&visit.frame, price)) }
        }
        @if !draft.missing().is_empty() {
            div.in-a-row {
                @if draft.hours.is_none() { (hours.field(&format!("hours-{n}"), &say!(words, "ceplan-import-hours"), "", "text")) }
                @if draft.price.is_none() { (price.field(&format!("price-{n}"), &say!(words, "ceplan-import-price"), &say!(words, "ceplan-import-price-hint"), "text")) }
            }
            p.quiet { (say!(words, "ceplan-import-untold")) }
        }
        @for note in &draft.notes { p.quiet lang=[visit.frame.lang_of_english()] { (note) } }
    }
}

fn problems(visit: &Visit, problems: &Problems) -> Markup {
    html! {
        @if !problems.listed.is_empty() {
            section.card.faults aria-label=(say!(visit.frame.words, "ceplan-import-faults")) {
                (components::problems(&visit.frame, problems))
            }
        }
    }
}
