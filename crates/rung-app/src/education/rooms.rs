//! The top of each page of this strategy, and the way between them.

use super::forms::Day;
use crate::shell::Frame;
use maud::{Markup, html};
use rung_words::{Words, say};

/// The pages of the strategy.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Here {
    /// Where the technician stands.
    Status,
    /// The credits.
    Ledger,
    /// What to take.
    Plan,
}

impl Here {
    const ALL: [Self; 3] = [Self::Status, Self::Ledger, Self::Plan];

    fn name(self, words: &Words) -> String {
        match self {
            Self::Status => say!(words, "education-room-status"),
            Self::Ledger => say!(words, "education-room-ledger"),
            Self::Plan => say!(words, "education-room-plan"),
        }
    }

    fn address(self) -> &'static str {
        match self {
            Self::Status => "/education",
            Self::Ledger => "/education/credits",
            Self::Plan => "/education/plan",
        }
    }
}

/// Title, day, and the other pages.
pub fn headline(frame: &Frame, title: &str, day: &Day, here: Here) -> Markup {
    let on = if day.is_today { String::new() } else { format!("?on={}", day.on) };
    html! {
        div.headline {
            h1 { (title) }
            form.day method="get" { (day.field(frame)) button.button.quiet type="submit" { (say!(frame.words, "education-show-day")) } }
        }
        (rooms(frame, here, &on))
    }
}

/// Title, what to do there, and the other pages.
pub fn headline_with(frame: &Frame, title: &str, actions: Markup, here: Here) -> Markup {
    html! {
        div.headline { h1 { (title) } div.actions { (actions) } }
        (rooms(frame, here, ""))
    }
}

fn rooms(frame: &Frame, here: Here, on: &str) -> Markup {
    html! {
        nav.rooms aria-label=(say!(frame.words, "education-rooms")) {
            @for room in Here::ALL {
                // The ledger is the same on every day.
                @let on = if room == Here::Ledger { "" } else { on };
                a href={ (room.address()) (on) } aria-current=[(room == here).then_some("page")] { (room.name(frame.words)) }
            }
        }
    }
}
