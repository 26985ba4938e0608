//! Days, sentences and texts of the catalogue as a page says them in the reader's language.

use super::{Frame, components, words::next_day};
use maud::{Markup, html};
use rung_catalog::When;
use rung_record::{Date, Period};
use rung_words::{Language, Part, capital, parts};

impl Frame {
    /// `Nov 23, 2026`, with the day in a form that programs read.
    pub fn day(&self, day: Date) -> Markup {
        html! { time datetime=(day) { (self.words.day(day)) } }
    }

    /// `Jun 1, 2025 – May 31, 2027`, both within.
    pub fn period(&self, period: Period) -> Markup {
        html! { (self.day(period.from)) " – " (self.day(period.last())) }
    }

    /// A sentence in which each day written `2026-11-23` is shown as people write it, and what stays English
    /// ([`rung_words::Words::english`]) says so.
    pub fn sentence(&self, text: &str) -> Markup {
        html! {
            @for part in parts(text) {
                @match part {
                    Part::Own(own) => (self.with_days(own)),
                    Part::English(own) => span lang="en" { (self.with_days(own)) },
                }
            }
        }
    }

    fn with_days(&self, text: &str) -> Markup {
        let mut rest = text;
        html! {
            @while let Some((before, date, after)) = next_day(rest) {
                (before) (self.day(date)) ({ rest = after; "" })
            }
            (rest)
        }
    }

    /// A text of the catalogue, which is in English whatever the page's language is.
    pub fn english(&self, text: &str) -> Markup {
        html! { @match self.lang_of_english() { Some(lang) => span lang=(lang) { (text) }, None => (text) } }
    }

    /// A sentence of the catalogue, with a capital, and with its days as people write them.
    pub fn quote(&self, text: &str) -> Markup {
        self.sentence(&capital(&self.words.english(text)))
    }

    /// A link to a page elsewhere, by its English title; the title alone where no browser should follow it.
    pub fn link_out(&self, url: Option<&str>, title: &str) -> Markup {
        let link = components::link_out(url, title);
        html! { @match self.lang_of_english() { Some(lang) => span lang=(lang) { (link) }, None => (link) } }
    }

    /// A date as far as it is known: `Nov 23, 2026`, `November 2026`, `2026`.
    pub fn when(&self, when: When) -> Markup {
        let text = when.to_string();
        html! {
            @match text.len() {
                4 => time datetime=(text) { (text) },
                7 => time datetime=(text) { (self.words.month(when.first_day())) },
                _ => (self.day(when.first_day())),
            }
        }
    }

    /// The `lang` of an element whose text is English: none where the page is.
    pub fn lang_of_english(&self) -> Option<&'static str> {
        (self.language != Language::English).then(|| Language::English.code())
    }
}
