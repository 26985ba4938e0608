//! One activity: in a line, with how far it has come, and as the planner sees it.

use crate::shell::{
    Frame,
    components::{self, State},
};
use maud::{Markup, html};
use rung_formats::offerings::{Availability, Offering};
use rung_record::{Date, Format, Usd};
use rung_store::{Kept, OfferingState, PlannedOffering};
use rung_words::say;

/// Its title, who gives it, how long it is, what it costs, when it can be taken.
pub fn line(frame: &Frame, offering: &Offering) -> Markup {
    let words = frame.words;
    html! {
        h3 { (components::link_out(offering.url.as_deref(), &offering.title)) }
        p.quiet {
            @if let Some(provider) = &offering.provider { (provider) " · " }
            (words.hours(offering.hours))
            @if let Some(format) = offering.format { " · " (format_name(frame, format)) }
            " · " (price(frame, offering.price))
            (when(frame, offering.availability))
        }
    }
}

/// `free`, `$19.95`.
pub fn price(frame: &Frame, price: Usd) -> String {
    if price == Usd::ZERO { say!(frame.words, "ceplan-free") } else { frame.words.usd(price) }
}

fn when(frame: &Frame, availability: Availability) -> Markup {
    let words = frame.words;
    html! {
        @match availability {
            Availability::On { day, at } => {
                " · " (frame.sentence(&say!(words, "ceplan-only-on", day = day)))
                @if let Some(at) = at { ", " (words.time(at)) }
            }
            Availability::AnyTime { until: Some(until), .. } => { " · " (say!(words, "ceplan-until", day = until)) }
            Availability::AnyTime { from: Some(from), until: None } => { " · " (say!(words, "ceplan-from", day = from)) }
            Availability::AnyTime { from: None, until: None } => {}
        }
    }
}

fn format_name(frame: &Frame, format: Format) -> String {
    match format {
        Format::Live => say!(frame.words, "ceplan-live"),
        Format::LiveOnline => say!(frame.words, "ceplan-live-online"),
        Format::Home => say!(frame.words, "ceplan-home-study"),
    }
}

/// How far it has come.
pub fn chip(frame: &Frame, state: &OfferingState) -> Markup {
    let words = frame.words;
    match state {
        OfferingState::Open => components::chip(State::Quiet, &say!(words, "ceplan-state-open")),
        OfferingState::Planned(None) => components::chip(State::NotMet, &say!(words, "ceplan-state-planned")),
        OfferingState::Planned(Some(day)) => {
            components::chip(State::NotMet, &say!(words, "ceplan-state-planned-on", day = *day))
        }
        OfferingState::Registered(None) => {
            components::chip(State::Unknown, &say!(words, "ceplan-state-registered"))
        }
        OfferingState::Registered(Some(day)) => {
            components::chip(State::Unknown, &say!(words, "ceplan-state-registered-on", day = *day))
        }
        OfferingState::Done(_) => components::chip(State::Met, &say!(words, "ceplan-state-done")),
    }
}

/// What can be done with it: plan it, register, have done it, let it be. One form, which works without script.
pub fn actions(frame: &Frame, kept: &Kept<PlannedOffering>, on: Date, suggested: Option<Date>) -> Markup {
    let words = frame.words;
    if let OfferingState::Done(credit) = &kept.value.state {
        return html! { p { a href={ "/education/credits/" (credit) } { (say!(words, "ceplan-see-credit")) } } };
    }
    let day = match kept.value.state {
        OfferingState::Planned(day) | OfferingState::Registered(day) => day,
        _ => None,
    };
    let only = match kept.value.offering.availability {
        Availability::On { day, .. } => Some(day),
        Availability::AnyTime { .. } => None,
    };
    let shown = day.or(only).or(suggested).unwrap_or(on);
    let id = format!("on-{}", kept.id);
    html! {
        details.more {
            summary { (say!(words, "ceplan-change-state")) }
            (frame.form("/education/offerings/settle", html! {
                input type="hidden" name="id" value=(kept.id);
                input type="hidden" name="version" value=(kept.version);
                input type="hidden" name="back" value=(frame.address_without_done());
                div.in-a-row {
                    div.field {
                        label for=(id) { (say!(words, "ceplan-day")) }
                        input id=(id) type="date" name="on" value=(shown) min="1900-01-01" max="2200-12-31";
                    }
                    button.button.quiet.small name="do" value="planned" { (say!(words, "ceplan-do-plan")) }
                    button.button.quiet.small name="do" value="registered" { (say!(words, "ceplan-do-register")) }
                    button.button.small name="do" value="done" { (say!(words, "ceplan-do-done")) }
                    @if kept.value.state != OfferingState::Open {
                        button.button.quiet.small name="do" value="open" { (say!(words, "ceplan-do-open")) }
                    }
                    button.button.quiet.small name="do" value="remove" { (say!(words, "ceplan-do-remove")) }
                }
            }))
        }
    }
}

/// The activity as the plan may choose it; none when it is done. A day that is set is the only one, and what is
/// registered costs nothing more.
pub fn for_plan(kept: &PlannedOffering) -> Option<Offering> {
    let mut offering = kept.offering.clone();
    let at = match offering.availability {
        Availability::On { at, .. } => at,
        Availability::AnyTime { .. } => None,
    };
    match kept.state {
        OfferingState::Open | OfferingState::Planned(None) => {}
        OfferingState::Planned(Some(day)) => offering.availability = Availability::On { day, at },
        OfferingState::Registered(day) => {
            offering.price = Usd::ZERO;
            if let Some(day) = day {
                offering.availability = Availability::On { day, at };
            }
        }
        OfferingState::Done(_) => return None,
    }
    Some(offering)
}
