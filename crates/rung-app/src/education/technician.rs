//! What the pages about one technician share: whose record it is, the day asked about, and the way between the pages.

use super::forms::{Day, Upload, open_record};
use crate::{
    samples::Sample,
    shell::{Fault, Page, components, components::State, words},
};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use rung_catalog::Catalog;
use rung_record::{Problem, Problems, Record};

/// Where the record of a page came from.
#[derive(Clone, Copy)]
pub enum Origin<'a> {
    /// It is shipped.
    Sample(&'a Sample),
    /// The user sent it; it is kept nowhere and travels along in the page.
    Upload,
}

/// The pages about one technician.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Room {
    /// Where they stand.
    Status,
    /// What to take.
    Plan,
}

impl Room {
    const ALL: [Self; 2] = [Self::Status, Self::Plan];

    fn name(self) -> &'static str {
        match self {
            Self::Status => "Status",
            Self::Plan => "Plan",
        }
    }

    /// Where a record is sent to.
    fn post_address(self) -> &'static str {
        match self {
            Self::Status => "/status",
            Self::Plan => "/plan",
        }
    }

    fn address_of(self, sample: &Sample, day: &Day) -> String {
        let room = if self == Self::Plan { "/plan" } else { "" };
        let on = if day.is_today { String::new() } else { format!("?on={}", day.on) };
        format!("/samples/{}{room}{on}", sample.name)
    }
}

/// The name to call a record by.
pub fn name<'a>(record: &'a Record, origin: Origin<'a>) -> &'a str {
    match origin {
        Origin::Sample(sample) => sample.title(),
        Origin::Upload => {
            record.person.name.as_deref().filter(|name| !name.trim().is_empty()).unwrap_or("Your record")
        }
    }
}

/// The top of the page. For a record that was sent, its form is the one that carries the record to the other pages.
pub fn headline(record: &Record, origin: Origin<'_>, catalog: &Catalog, day: &Day, here: Room) -> Markup {
    html! {
        div.headline {
            div {
                p.eyebrow {
                    @match origin {
                        Origin::Sample(sample) => {
                            "A sample technician" @if let Some(shows) = sample.shows(catalog) { ": " (shows) }
                        }
                        Origin::Upload => "From your file, not stored",
                    }
                }
                h1 { (name(record, origin)) }
            }
            (day_form(record, origin, day, here))
        }
        (rooms(origin, day, here))
    }
}

fn day_form(record: &Record, origin: Origin<'_>, day: &Day, here: Room) -> Markup {
    let inner = html! {
        (day.field())
        button.button.quiet type="submit" { "Show" }
    };
    match origin {
        Origin::Sample(_) => html! { form.day method="get" { (inner) } },
        Origin::Upload => html! {
            form.day #carry method="post" action=(here.post_address()) enctype="multipart/form-data" {
                input type="hidden" name="text" value=(record.to_json());
                (inner)
            }
        },
    }
}

fn rooms(origin: Origin<'_>, day: &Day, here: Room) -> Markup {
    html! {
        nav.rooms aria-label="This technician" {
            @for room in Room::ALL {
                @let current = (room == here).then_some("page");
                @match origin {
                    Origin::Sample(sample) => a href=(room.address_of(sample, day)) aria-current=[current] { (room.name()) },
                    Origin::Upload => button type="submit" form="carry" formaction=(room.post_address()) aria-current=[current] { (room.name()) },
                }
            }
        }
    }
}

/// All faults of a record with their places, and its text to mend them in.
pub fn faulty(upload: &Upload, problems: Problems) -> Response {
    if upload.is_empty() {
        let nothing = "Choose a file, or paste the record's text.";
        let body = html! {
            div.headline { h1 { "Open your record" } }
            section.card { (open_record(None, Some(nothing))) }
        };
        let fault = Fault::bad_value(nothing);
        return with_fault(fault, Page::new("Open your record").within("/").show(&body));
    }
    let count = problems.listed.len() + problems.more;
    let body = html! {
        div.headline {
            div {
                p.eyebrow { "Nothing was judged yet" }
                h1 { "This record has " (words::count(count, "fault", "faults")) }
            }
        }
        p.summary.expired { "Mend what is listed, here or in the file, and open it again. Nothing is guessed." }
        section.card aria-label="Faults" { (list_of(&problems)) }
        section.card aria-label="The record" {
            @if upload.as_text().is_none() {
                p.note { "The file is not shown here, because it is no text or is too long. Mend it where it is." }
            }
            (open_record(upload.as_text(), None))
        }
    };
    with_fault(Fault::faulty_record(problems), Page::new("Faults in the record").within("/").show(&body))
}

/// Faults with their places.
pub fn list_of(problems: &Problems) -> Markup {
    html! {
        ol.faults { @for problem in &problems.listed { (fault(problem)) } }
        @if problems.more > 0 { p { "And " (problems.more) " more." } }
    }
}

fn fault(problem: &Problem) -> Markup {
    html! {
        li {
            (components::icon(State::Expired))
            div {
                @if !problem.place.is_empty() { code { (problem.place) } }
                p { (words::capital(&problem.what)) @if !problem.what.ends_with(['.', ')']) { "." } }
            }
        }
    }
}

/// The page for a person, with the fault beside it for a program.
pub fn with_fault(fault: Fault, page: impl IntoResponse) -> Response {
    let mut response = (fault.status(), page).into_response();
    response.extensions_mut().insert(fault);
    response
}
