//! One obligation: a card with its verdict, its days, its fees and its requirements.

use super::requirement;
use crate::shell::{
    components::{self, Arc, State},
    words,
};
use maud::{Markup, html};
use rung_record::Date;
use rung_rules::{Line, Obligation, Route, Status, words as say};

pub use crate::shell::obligation_state as state;

/// The verdict in a word or two.
pub fn verdict_word(obligation: &Obligation<'_>) -> &'static str {
    match (obligation.route, state(obligation)) {
        (Route::Reinstate, _) => "Expired, can be reinstated",
        (Route::StartOver, _) => "Expired",
        (Route::None, _) => "Nothing asked",
        (_, State::Met) => "Met",
        (_, State::NotMet) => "Not met yet",
        _ => "Unknown",
    }
}

/// Names the obligation within its page.
pub fn title(obligation: &Obligation<'_>, status: &Status<'_>) -> String {
    let name = words::full_name(status.catalog, obligation.credential);
    duty(obligation).map_or(name.clone(), |duty| format!("{name}: {duty}"))
}

/// The duty with a clock of its own that the obligation is about, in words; none for the renewal itself.
fn duty(obligation: &Obligation<'_>) -> Option<String> {
    match obligation.rules?.duty.as_str() {
        "" => None,
        "ce" => Some("continuing education".into()),
        other => Some(other.replace('-', " ")),
    }
}

/// The card.
pub fn card(obligation: &Obligation<'_>, status: &Status<'_>, number: usize) -> Markup {
    let authority = status.catalog.authority_of(obligation.credential);
    let arcs: Vec<Arc> = obligation.lines.iter().filter_map(requirement::arc).collect();
    html! {
        section.card.obligation aria-labelledby={ "o" (number) } {
            header {
                @if !arcs.is_empty() { (components::ring(&arcs)) }
                div {
                    p.eyebrow { (authority.name) }
                    h2 id={ "o" (number) } {
                        (obligation.credential.title)
                        @if let Some(duty) = duty(obligation) { ": " (duty) }
                    }
                    p { (words::sentence(&say::summary(words::english(), obligation, status))) }
                }
                (components::chip(state(obligation), verdict_word(obligation)))
            }
            (facts(obligation, status.on))
            (requirement::all_to_settle(obligation, status))
            @if !obligation.lines.is_empty() {
                (requirements(obligation, status))
            }
            @if !obligation.elsewhere.is_empty() {
                div.requirements.elsewhere { (requirement::not_counted(&obligation.elsewhere, status)) }
            }
            (footer(obligation, status))
        }
    }
}

/// What is asked first; what asks nothing now is kept together behind one line.
fn requirements(obligation: &Obligation<'_>, status: &Status<'_>) -> Markup {
    let (quiet, asked): (Vec<&Line<'_>>, Vec<&Line<'_>>) =
        obligation.lines.iter().partition(|line| requirement::is_quiet(line));
    html! {
        div.requirements {
            @for line in &asked { (requirement::row(line, status)) }
            @if asked.is_empty() || quiet.len() == 1 {
                @for line in &quiet { (requirement::row(line, status)) }
            } @else if !quiet.is_empty() {
                details.more {
                    summary { (quiet.len()) " more rules that ask nothing of you now" }
                    @for line in &quiet { (requirement::row(line, status)) }
                }
            }
        }
    }
}

fn facts(obligation: &Obligation<'_>, on: Date) -> Markup {
    let while_good = |day: Option<Date>| day.filter(|_| obligation.route == Route::Renew);
    let days = [
        ("Opens", while_good(obligation.opens)),
        ("Apply by", while_good(obligation.file_by)),
        ("Expires", obligation.expires),
        ("Reinstate by", obligation.reinstate_by),
    ];
    html! {
        dl.facts {
            @if let Some(period) = obligation.period {
                div { dt { "Period" } dd { (words::period(period)) } }
            }
            @for (name, day) in days {
                @if let Some(day) = day { div { dt { (name) } dd { (words::day(day)) } } }
            }
            @for fee in obligation.fees(on) {
                div {
                    dt { (words::capital(&fee.what)) }
                    dd { "$" (fee.usd) @if let Some(when) = &fee.when { " " span.quiet { "(" (when) ")" } } }
                }
            }
        }
    }
}

fn footer(obligation: &Obligation<'_>, status: &Status<'_>) -> Markup {
    let notes = obligation.rules.map_or(&[][..], |rules| &rules.notes);
    let credential_notes = &obligation.credential.notes;
    html! {
        @if let Some(rules) = obligation.rules {
            footer {
                @if !(notes.is_empty() && credential_notes.is_empty()) {
                    details.refused {
                        summary { "Good to know" }
                        ul { @for note in notes.iter().chain(credential_notes) { li { (words::sentence(note)) } } }
                    }
                }
                p.source {
                    span { "Rules in force" } " version " (rules.id)
                    @if let Some(from) = rules.from { ", from " (words::day(from)) }
                    @if let Some(until) = rules.until { ", until " (words::day(until)) }
                    "; this verdict stands on " (words::confidence(obligation.confidence)) "."
                }
                (requirement::source(&rules.cite, status))
            }
        }
    }
}
