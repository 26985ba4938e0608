//! What the parts of a page print from.

use crate::shell::{Frame, words};
use maud::{Markup, html};
use rung_catalog::{Cite, Confidence, Credential};
use rung_record::{Credit, Topic};
use rung_rules::Status;
use rung_words::{Words, say};

/// A judgement, and the reader whom it is told to.
#[derive(Clone, Copy)]
pub struct View<'v, 'a> {
    /// Language, theme, seal.
    pub frame: &'v Frame,
    /// Where the technician stands.
    pub status: &'v Status<'a>,
}

impl<'v> View<'v, '_> {
    /// The reader's messages.
    pub fn words(self) -> &'static Words {
        self.frame.words
    }

    /// `Texas · Registered Pharmacy Technician`; titles are as their authority writes them.
    pub fn full_name(self, credential: &Credential) -> Markup {
        self.frame.english(&words::full_name(self.status.catalog, credential))
    }

    /// Where a rule is written, when somebody looked, and how sure that is.
    pub fn source(self, cite: &Cite) -> Markup {
        let words = self.words();
        let (authority, source) = self.status.catalog.source(cite);
        let sure = words::confidence(words, cite.confidence);
        html! {
            p.source {
                span { (say!(words, "education-source")) } " "
                span lang=[self.frame.lang_of_english()] {
                    (crate::shell::components::link_out(source.url.as_deref(), &source.title))
                    @if !cite.place.is_empty() { ", " (cite.place) }
                }
                ". " (say!(words, "education-source-checked", day = authority.checked, sure = sure))
                @if cite.confidence != Confidence::High {
                    " " (self.frame.sentence(&say!(words, "education-source-confirm", body = words.english(&authority.body))))
                }
            }
        }
    }
}

/// A credit's title, or the best that stands for one.
pub fn title_of(credit: &Credit) -> &str {
    let told = credit.title.as_deref().filter(|title| !title.trim().is_empty());
    told.or(credit.uan.as_deref()).unwrap_or(credit.id.as_str())
}

/// A subject as people say it: `patient safety`. The words are the catalogue's.
pub fn topic_name(frame: &Frame, catalog: &rung_catalog::Catalog, topic: &Topic) -> Markup {
    frame.english(&words::capital(&catalog.say(topic.as_str())))
}
