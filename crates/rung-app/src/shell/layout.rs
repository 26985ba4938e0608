//! The frame around every page.

use super::{assets, components};
use axum::response::Html;
use maud::{DOCTYPE, Markup, html};

/// Rooms that the menu opens.
const MENU: [(&str, &str); 2] = [("/", "Status"), ("/rules", "Rules")];

/// A page's head and frame.
pub struct Page<'a> {
    title: &'a str,
    here: &'a str,
}

impl<'a> Page<'a> {
    /// A page with this title.
    pub fn new(title: &'a str) -> Self {
        Self { title, here: "" }
    }

    /// Marks the menu's entry with this address as the room that the reader is in.
    pub fn within(self, here: &'a str) -> Self {
        Self { here, ..self }
    }

    /// The page around `body`.
    pub fn show(&self, body: &Markup) -> Html<String> {
        let page = html! {
            (DOCTYPE)
            html lang="en" {
                head {
                    meta charset="utf-8";
                    title { (self.title) " · Rung" }
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="theme-color" media="(prefers-color-scheme: light)" content="#faf9f5";
                    meta name="theme-color" media="(prefers-color-scheme: dark)" content="#101514";
                    link rel="icon" type="image/svg+xml" href=(assets::ICON.address());
                    link rel="stylesheet" href=(assets::STYLE.address());
                    script type="module" src=(assets::SCRIPT.address()) {}
                }
                body {
                    a.skip href="#main" { "Skip to the page" }
                    header.site {
                        div.frame {
                            a.brand href="/" aria-label="Rung, first page" { (components::ladder()) "Rung" }
                            nav aria-label="Site" {
                                @for (address, name) in MENU {
                                    a href=(address) aria-current=[(address == self.here).then_some("page")] { (name) }
                                }
                            }
                        }
                    }
                    main.frame #main { (body) }
                    footer.site {
                        div.frame {
                            p { (rung_rules::words::disclaimer(super::words::english())) }
                            p { "Runs on this machine. Nothing you open here is stored or sent anywhere." }
                        }
                    }
                }
            }
        };
        Html(page.into_string())
    }
}
