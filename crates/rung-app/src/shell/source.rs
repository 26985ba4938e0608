//! Where something is written, as every page tells it.

use super::{Frame, components, words};
use maud::{Markup, html};
use rung_catalog::{Catalog, Cite, Confidence};
use rung_words::say;

impl Frame {
    /// How sure a fact is, after the day on which its source was checked.
    pub fn sure(&self, confidence: Confidence) -> String {
        format!("{}.", words::confidence(self.words, confidence))
    }

    /// Where something is written, when somebody looked, and how sure that is.
    pub fn source(&self, catalog: &Catalog, cite: &Cite) -> Markup {
        let (authority, source) = catalog.source(cite);
        let sure = self.sure(cite.confidence);
        html! {
            p.source {
                span { (say!(self.words, "shell-source")) } " "
                span lang=[self.lang_of_english()] {
                    (components::link_out(source.url.as_deref(), &source.title))
                    @if !cite.place.is_empty() { ", " (cite.place) }
                }
                ". " (say!(self.words, "shell-source-checked", day = authority.checked)) " " (sure)
                @if cite.confidence != Confidence::High {
                    " " (say!(self.words, "shell-source-confirm", body = &authority.body))
                }
            }
        }
    }
}
