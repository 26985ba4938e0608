//! The top of each page of this strategy, and the way between them.

use crate::shell::Frame;
use maud::{Markup, html};
use rung_words::{Words, say};

/// The pages of the strategy.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Here {
    /// Roles in an order.
    Roles,
    /// The career graph.
    Graph,
    /// Roles side by side.
    Compare,
    /// What a move changes.
    Move,
    /// The questionnaire.
    Interests,
}

impl Here {
    const ALL: [Self; 5] = [Self::Roles, Self::Graph, Self::Compare, Self::Move, Self::Interests];

    fn name(self, words: &Words) -> String {
        match self {
            Self::Roles => say!(words, "practice-room-roles"),
            Self::Graph => say!(words, "practice-room-graph"),
            Self::Compare => say!(words, "practice-room-compare"),
            Self::Move => say!(words, "practice-room-move"),
            Self::Interests => say!(words, "practice-room-interests"),
        }
    }

    fn address(self) -> &'static str {
        match self {
            Self::Roles => "/explore",
            Self::Graph => "/explore/graph",
            Self::Compare => "/explore/compare",
            Self::Move => "/explore/move",
            Self::Interests => "/explore/interests",
        }
    }
}

/// Title, what the page is for, and the other pages.
pub fn headline(frame: &Frame, title: &str, lead: &str, here: Here) -> Markup {
    html! {
        div.headline { h1 { (title) } }
        @if !lead.is_empty() { p.lead { (lead) } }
        nav.rooms.many aria-label=(say!(frame.words, "practice-rooms")) {
            @for room in Here::ALL {
                a href=(room.address()) aria-current=[(room == here).then_some("page")] { (room.name(frame.words)) }
            }
        }
    }
}
