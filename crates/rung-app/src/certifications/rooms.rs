//! The way between the pages of this strategy.

use crate::shell::Frame;
use maud::{Markup, html};
use rung_words::say;

/// The two ends of it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Here {
    /// What is held.
    Held,
    /// What could be.
    Eligibility,
}

/// Links to both, with the one that the reader is in marked.
pub fn rooms(frame: &Frame, here: Here) -> Markup {
    let rooms = [
        (Here::Held, "/certifications", say!(frame.words, "certifications-room-held")),
        (
            Here::Eligibility,
            "/certifications/eligibility",
            say!(frame.words, "certifications-room-eligibility"),
        ),
    ];
    html! {
        nav.rooms aria-label=(say!(frame.words, "shell-room-certifications")) {
            @for (room, address, name) in rooms {
                a href=(address) aria-current=[(room == here).then_some("page")] { (name) }
            }
        }
    }
}

/// Links up from a page below these.
pub fn crumbs(frame: &Frame, above: &[(String, String)]) -> Markup {
    html! {
        nav.crumbs aria-label=(say!(frame.words, "certifications-crumbs")) {
            ol { @for (address, name) in above { li { a href=(address) { (name) } } } }
        }
    }
}
