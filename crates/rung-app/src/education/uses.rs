//! Where a credit counts, where it does not, and why.

use super::{obligation, view::View};
use crate::shell::components::{self, State};
use maud::{Markup, html};
use rung_record::Hours;
use rung_rules::{Reason, words as spoken};
use rung_today::ledger::{CreditUse, use_in_words, uses_of};
use rung_words::say;

/// The hours that serve something; none where it serves nothing. A course serves without hours.
fn served(credit: &CreditUse<'_, '_>) -> Option<Hours> {
    let serving = credit.lines.iter().filter(|line| line.serves && line.line.requirement.kind() != "maximum");
    serving.map(|line| line.counted).max()
}

/// The reason that a person would give first for a credit that serves nothing here.
fn first_reason(credit: &CreditUse<'_, '_>) -> Option<Reason> {
    let refused = credit.lines.iter().flat_map(|line| &line.refused).map(|(_, reason)| *reason);
    credit.elsewhere.or_else(|| refused.min())
}

impl View<'_, '_> {
    /// In a few words, for a row of the ledger: whose renewals it counts for, or the first reason why for none.
    pub fn counts(self, credit: usize) -> Markup {
        let uses = uses_of(self.status, credit);
        let serving: Vec<_> = uses.iter().filter_map(|own| Some((own, served(own)?))).collect();
        let name =
            |own: &CreditUse<'_, '_>| &self.status.catalog.authority_of(own.obligation.credential).name;
        html! {
            @if serving.is_empty() {
                @match uses.iter().filter_map(first_reason).min() {
                    Some(reason) => span.quiet { (say!(self.words(), "education-counts-nowhere")) ": " (self.frame.sentence(&spoken::reason(self.words(), reason, self.status.record))) },
                    None => span.quiet { "–" },
                }
            } @else {
                span.counts-for {
                    @for (own, hours) in &serving {
                        span.counts-one {
                            (components::icon(State::Met))
                            span { (name(own)) @if !hours.is_zero() { " " (self.words().hours(*hours)) } }
                        }
                    }
                }
            }
        }
    }

    /// Obligation by obligation, a sentence for each line.
    pub fn uses(self, credit: usize) -> Markup {
        let uses = uses_of(self.status, credit);
        html! {
            @if uses.is_empty() { p { (say!(self.words(), "education-no-renewal-looks")) } }
            ul.uses {
                @for own in &uses {
                    @let state = if served(own).is_some() { State::Met } else { State::Quiet };
                    li {
                        (components::icon(state))
                        div {
                            p { a href={ "/education#" (obligation::anchor(own.obligation)) } { strong { (self.title(own.obligation)) } } }
                            ul { @for sentence in use_in_words(self.words(), self.status, own) { li { (self.frame.sentence(&sentence)) } } }
                        }
                    }
                }
            }
        }
    }
}
