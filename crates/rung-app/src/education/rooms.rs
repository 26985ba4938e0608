//! The top of each page of this strategy, and the way between them.

use super::forms::Day;
use maud::{Markup, html};

/// The pages of the strategy.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Here {
    /// Where the technician stands.
    Status,
    /// What to take.
    Plan,
}

impl Here {
    const ALL: [Self; 2] = [Self::Status, Self::Plan];

    fn name(self) -> &'static str {
        match self {
            Self::Status => "Status",
            Self::Plan => "Plan",
        }
    }

    fn address(self) -> &'static str {
        match self {
            Self::Status => "/education",
            Self::Plan => "/education/plan",
        }
    }
}

/// Title, day, and the other pages.
pub fn headline(title: &str, day: &Day, here: Here) -> Markup {
    let on = if day.is_today { String::new() } else { format!("?on={}", day.on) };
    html! {
        div.headline {
            h1 { (title) }
            form.day method="get" { (day.field()) button.button.quiet type="submit" { "Show" } }
        }
        nav.rooms aria-label="Education" {
            @for room in Here::ALL {
                a href={ (room.address()) (on) } aria-current=[(room == here).then_some("page")] { (room.name()) }
            }
        }
    }
}
