//! The sources that a page stands on: numbered, named beside each rule, and listed in full at the end, so that a printed
//! page reads like a reference sheet.

use crate::shell::{Frame, words};
use maud::{Markup, html};
use rung_atlas::Fact;
use rung_catalog::{Authority, Catalog, Cite, Confidence, Source};
use rung_words::say;

/// The sources of one page, in the order in which they are first cited.
pub struct References<'a> {
    catalog: &'a Catalog,
    /// Authority and source by their places in the catalogue.
    used: Vec<(usize, usize)>,
}

impl<'a> References<'a> {
    /// Numbers what `facts` cite.
    pub fn of<'f>(catalog: &'a Catalog, facts: impl IntoIterator<Item = &'f Fact<'a>>) -> Self
    where
        'a: 'f,
    {
        let mut used: Vec<(usize, usize)> = Vec::new();
        for cite in facts.into_iter().filter_map(|fact| fact.cite) {
            for source in std::iter::once(cite.source).chain(cite.also.iter().map(|place| place.source)) {
                if !used.contains(&(cite.authority, source)) {
                    used.push((cite.authority, source));
                }
            }
        }
        Self { catalog, used }
    }

    /// Adds the sources of an authority that no fact of the page cites.
    pub fn and_the_rest_of(mut self, authority: &Authority) -> Self {
        let Some(index) = self.catalog.authorities.iter().position(|known| known.id == authority.id) else {
            return self;
        };
        for source in 0..authority.sources.len() {
            if !self.used.contains(&(index, source)) {
                self.used.push((index, source));
            }
        }
        self
    }

    /// The number of a source in the list.
    fn number(&self, authority: usize, source: usize) -> Markup {
        let number = self.used.iter().position(|known| *known == (authority, source)).map_or(0, |n| n + 1);
        html! { span.number { "[" (number) "]" } }
    }

    /// Where a fact is written and how sure that is: a line or two beside it. What the fact `above` cites too is not told
    /// again.
    pub fn beside(&self, frame: &Frame, cite: &Cite, above: Option<&Cite>) -> Markup {
        let source = &self.catalog.authorities[cite.authority].sources[cite.source];
        html! {
            p.cited {
                @if above == Some(cite) { (say!(frame.words, "rulebook-as-above")) }
                @else {
                    (frame.link_out(source.url.as_deref(), &source.title))
                    @if !cite.place.is_empty() { ", " (frame.english(&cite.place)) }
                }
                " " (self.number(cite.authority, cite.source))
                @for (n, place) in cite.also.iter().enumerate() {
                    @if n == 0 { " " (say!(frame.words, "rulebook-also")) }
                    " " (self.number(cite.authority, place.source))
                    @if !place.place.is_empty() && above != Some(cite) { " " (frame.english(&place.place)) }
                }
            }
            (sure(frame, cite.confidence))
        }
    }

    /// The list at the end of the page.
    pub fn list(&self, frame: &Frame) -> Markup {
        if self.used.is_empty() {
            return html! {};
        }
        html! {
            section.references aria-labelledby="sources" {
                h2 #sources { (say!(frame.words, "rulebook-sources")) }
                ol {
                    @for (authority, source) in &self.used {
                        li { (described(frame, &self.catalog.authorities[*authority].sources[*source])) }
                    }
                }
            }
        }
    }
}

/// Less than sure: said so that it is seen.
pub fn sure(frame: &Frame, confidence: Confidence) -> Markup {
    html! { p.sure.doubted[confidence != Confidence::High] { (words::confidence(frame.words, confidence)) } }
}

/// A source in full: title, who wrote it, its own date, its address.
pub fn described(frame: &Frame, source: &Source) -> Markup {
    html! {
        (frame.link_out(source.url.as_deref(), &source.title))
        " " span.quiet { (dated(frame, source)) }
        @if let Some(url) = &source.url { span.url { (url) } }
    }
}

/// Who wrote a source, and its own date: `the board, of 2025`.
pub fn dated(frame: &Frame, source: &Source) -> Markup {
    let tier = words::tier(frame.words, source.tier);
    let said = match &source.dated {
        Some(dated) => say!(frame.words, "rulebook-tier-of", tier = tier, dated = frame.words.english(dated)),
        None => tier,
    };
    html! { (frame.sentence(&said)) }
}
