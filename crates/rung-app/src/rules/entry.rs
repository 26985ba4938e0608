//! A fact on its page: what holds, and in the margin where it is written, since when, and how sure that is.

use super::references::References;
use crate::shell::{Frame, words};
use maud::{Markup, html};
use rung_atlas::{Fact, FactKind, Section, part_of_application};
use rung_catalog::Cite;
use rung_record::Date;
use rung_words::say;

/// Facts beneath a heading that tells their days.
pub struct Entries<'p, 'a> {
    /// Who reads.
    pub frame: &'p Frame,
    /// Numbers the sources.
    pub references: &'p References<'a>,
    /// The day of reading.
    pub on: Date,
    /// Days that the heading tells already.
    pub told: (Option<Date>, Option<Date>),
}

impl<'a> Entries<'_, 'a> {
    /// The list.
    pub fn list<'f>(&self, facts: impl IntoIterator<Item = &'f Fact<'a>>) -> Markup
    where
        'a: 'f,
    {
        let mut above = None;
        html! {
            ul.entries {
                @for fact in facts {
                    (self.entry(fact, above))
                    ({ above = fact.cite; "" })
                }
            }
        }
    }

    fn entry(&self, fact: &Fact<'a>, above: Option<&Cite>) -> Markup {
        let frame = self.frame;
        let first = part_of_application(frame.words);
        let says = fact.says.strip_prefix(&first).unwrap_or(&fact.says).trim_start();
        let is_note = fact.kind == FactKind::Note;
        self.framed(
            fact,
            above,
            html! {
                p.name.quiet[is_note] { a href={ "/" (fact.address) } { (frame.sentence(&words::capital(&fact.name))) } }
                @if !says.is_empty() { p { (frame.sentence(says)) } }
            },
        )
    }

    /// An entry whose first words, `verdict`, are shown as a sign instead.
    pub fn signed(&self, fact: &Fact<'a>, sign: Markup, verdict: &str) -> Markup {
        let frame = self.frame;
        let says = words::capital(verdict) + ".";
        let says = fact.says.strip_prefix(&says).unwrap_or(&fact.says).trim_start();
        self.framed(
            fact,
            None,
            html! {
                p.name { a href={ "/" (fact.address) } { (frame.sentence(&fact.name)) } " " (sign) }
                @if !says.is_empty() { p { (frame.sentence(says)) } }
            },
        )
    }

    /// A question: it is its own name.
    pub fn question(&self, fact: &Fact<'a>) -> Markup {
        self.framed(
            fact,
            None,
            html! { p { a href={ "/" (fact.address) } { (self.frame.sentence(&fact.says)) } } },
        )
    }

    fn framed(&self, fact: &Fact<'a>, above: Option<&Cite>, says: Markup) -> Markup {
        let frame = self.frame;
        let dates = (fact.from, fact.until);
        let is_question = fact.section == Section::OpenQuestions;
        html! {
            li.entry.unknown[fact.is_unknown].over[!fact.in_force_on(self.on)] #(fact.address.anchor()) {
                div.says { (says) }
                div.margin {
                    @if fact.is_unknown && fact.cite.is_none() && !is_question { p.sure { (say!(frame.words, "rulebook-no-source")) } }
                    @if let Some(cite) = fact.cite { (self.references.beside(frame, cite, above)) }
                    @if fact.superseded { p.days { (say!(frame.words, "rulebook-no-longer")) } }
                    @else if dates != self.told { (days(frame, dates, self.on)) }
                }
            }
        }
    }
}

/// `Since Jan 6, 2026`, `Until Dec 31, 2019`, `From Aug 1, 2027`.
pub fn days(frame: &Frame, (from, until): (Option<Date>, Option<Date>), on: Date) -> Markup {
    let has_begun = from.is_none_or(|from| from <= on);
    html! {
        @match (from, until) {
            (None, None) => {}
            (Some(from), None) => p.days { @if has_begun { (say!(frame.words, "rulebook-since")) } @else { (say!(frame.words, "rulebook-from")) } " " (frame.day(from)) },
            (None, Some(until)) => p.days { (say!(frame.words, "rulebook-until")) " " (frame.day(until)) },
            (Some(from), Some(until)) => p.days { (frame.day(from)) " – " (frame.day(until)) },
        }
    }
}
