//! One obligation: a card with its verdict, its days, its fees and its requirements.

use super::{requirement, view::View};
use crate::shell::{
    components::{self, Arc, State},
    obligation_place,
    words::capital,
};
use maud::{Markup, html};
use rung_record::Date;
use rung_rules::{Line, Obligation, Route, words as spoken};
use rung_words::{Words, say};

pub use crate::shell::obligation_state as state;

/// The verdict in a word or two.
pub fn verdict_word(words: &Words, obligation: &Obligation<'_>) -> String {
    match (obligation.route, state(obligation)) {
        (Route::Reinstate, _) => say!(words, "education-obligation-reinstate"),
        (Route::StartOver, _) => say!(words, "education-obligation-expired"),
        (Route::None, _) => say!(words, "education-obligation-nothing-asked"),
        (_, State::Met) => say!(words, "education-obligation-met"),
        (_, State::NotMet) => say!(words, "education-obligation-not-met"),
        _ => say!(words, "education-obligation-unknown"),
    }
}

/// The place of the obligation on its page.
pub fn anchor(obligation: &Obligation<'_>) -> String {
    obligation_place(&obligation.credential.id, obligation.duty())
}

/// The arcs of the obligation's ring.
pub fn arcs(obligation: &Obligation<'_>) -> Vec<Arc> {
    obligation.lines.iter().filter_map(requirement::arc).collect()
}

impl View<'_, '_> {
    /// The duty with a clock of its own that the obligation is about, in words; none for the renewal itself.
    fn duty(self, obligation: &Obligation<'_>) -> Option<Markup> {
        match obligation.duty() {
            "" => None,
            "ce" => Some(html! { (say!(self.words(), "education-duty-ce")) }),
            other => Some(self.frame.english(&other.replace('-', " "))),
        }
    }

    /// Names the obligation within its page.
    pub fn title(self, obligation: &Obligation<'_>) -> Markup {
        html! {
            (self.full_name(obligation.credential))
            @if let Some(duty) = self.duty(obligation) { ": " (duty) }
        }
    }

    /// As [`View::title`], without whose it is.
    pub fn title_alone(self, obligation: &Obligation<'_>) -> Markup {
        html! {
            (self.frame.english(&obligation.credential.title))
            @if let Some(duty) = self.duty(obligation) { ": " (duty) }
        }
    }

    /// The card; `id` is its place on the page.
    pub fn card(self, obligation: &Obligation<'_>, id: &str) -> Markup {
        let authority = self.status.catalog.authority_of(obligation.credential);
        let arcs = arcs(obligation);
        html! {
            section.card.obligation id=(id) aria-labelledby={ (id) "-title" } {
                header {
                    @if !arcs.is_empty() { (components::ring(self.words(), &arcs)) }
                    div {
                        p.eyebrow { (authority.name) }
                        h2 id={ (id) "-title" } { (self.title_alone(obligation)) }
                        p { (self.frame.sentence(&spoken::summary(self.words(), obligation, self.status))) }
                    }
                    (components::chip(state(obligation), &verdict_word(self.words(), obligation)))
                }
                (self.facts(obligation))
                (self.all_to_settle(obligation))
                @if !obligation.lines.is_empty() { (self.requirements(obligation)) }
                @if !obligation.elsewhere.is_empty() {
                    div.requirements.elsewhere { (self.not_counted(&obligation.elsewhere)) }
                }
                (self.footer(obligation))
            }
        }
    }

    /// What is asked first; what asks nothing now is kept together behind one line.
    fn requirements(self, obligation: &Obligation<'_>) -> Markup {
        let (quiet, asked): (Vec<&Line<'_>>, Vec<&Line<'_>>) =
            obligation.lines.iter().partition(|line| requirement::is_quiet(line));
        html! {
            div.requirements {
                @for line in &asked { (self.row(line)) }
                @if asked.is_empty() || quiet.len() == 1 {
                    @for line in &quiet { (self.row(line)) }
                } @else if !quiet.is_empty() {
                    details.more {
                        summary { (say!(self.words(), "education-quiet-lines", count = quiet.len())) }
                        @for line in &quiet { (self.row(line)) }
                    }
                }
            }
        }
    }

    fn facts(self, obligation: &Obligation<'_>) -> Markup {
        let words = self.words();
        let while_good = |day: Option<Date>| day.filter(|_| obligation.route == Route::Renew);
        let days = [
            (say!(words, "education-opens"), while_good(obligation.opens)),
            (say!(words, "education-apply-by"), while_good(obligation.file_by)),
            (say!(words, "education-expires"), obligation.expires),
            (say!(words, "education-reinstate-by"), obligation.reinstate_by),
        ];
        html! {
            dl.facts {
                @if let Some(period) = obligation.period {
                    div { dt { (say!(words, "education-period")) } dd { (self.frame.period(period)) } }
                }
                @for (name, day) in &days {
                    @if let Some(day) = day { div { dt { (name) } dd { (self.frame.day(*day)) } } }
                }
                @for fee in obligation.fees(self.status.on) {
                    div lang=[self.frame.lang_of_english()] {
                        dt { (capital(&fee.what)) }
                        dd { (words.usd(fee.usd)) @if let Some(when) = &fee.when { " " span.quiet { "(" (when) ")" } } }
                    }
                }
            }
        }
    }

    fn footer(self, obligation: &Obligation<'_>) -> Markup {
        let words = self.words();
        let english = self.frame.lang_of_english();
        let notes = obligation.rules.map_or(&[][..], |rules| &rules.notes);
        let credential_notes = &obligation.credential.notes;
        let sure = crate::shell::words::confidence(words, obligation.confidence);
        html! {
            @if let Some(rules) = obligation.rules {
                footer {
                    @if !(notes.is_empty() && credential_notes.is_empty()) {
                        details.refused {
                            summary { (say!(words, "education-good-to-know")) }
                            ul lang=[english] { @for note in notes.iter().chain(credential_notes) { li { (self.frame.sentence(note)) } } }
                        }
                    }
                    p.source {
                        span { (say!(words, "education-rules-in-force")) } " "
                        (say!(words, "education-rules-version", id = &rules.id))
                        @if let Some(from) = rules.from { ", " (say!(words, "education-from", day = from)) }
                        @if let Some(until) = rules.until { ", " (say!(words, "education-until", day = until)) }
                        "; " (say!(words, "education-verdict-stands-on", sure = sure))
                    }
                    (self.source(&rules.cite))
                }
            }
        }
    }
}
