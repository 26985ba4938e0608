//! The period of one credential as a picture: how far it has gone, when it can be renewed, when it ends.

use crate::shell::{Frame, TimeScale, components::State, days_between};
use jiff::ToSpan;
use maud::{Markup, html};
use rung_record::{Date, Period};
use rung_rules::{Obligation, Route, dead_zones};
use rung_words::say;

/// The days that the picture shows: what is far outside the period would make it a dot.
fn shown(period: Period, obligation: &Obligation<'_>, on: Date) -> TimeScale {
    let margin = days_between(period.from, period.end).clamp(30, 3650) / 3;
    let margin = i32::try_from(margin).unwrap_or(1000).days();
    let first = period.from.min(on).max(period.from.saturating_sub(margin));
    let last = obligation.reinstate_by.unwrap_or(period.last()).max(on).max(period.last());
    let last = last.min(period.last().saturating_add(margin).saturating_add(1.year()));
    TimeScale(Period::inclusive(first.saturating_sub(10.days()), last.saturating_add(10.days())))
}

/// The picture; nothing where the period is not known. Its days are told beside it in words.
pub fn figure(frame: &Frame, obligation: &Obligation<'_>, state: State, on: Date) -> Markup {
    let Some(period) = obligation.period else { return html! {} };
    let scale = shown(period, obligation, on);
    let term = obligation.credential.term.as_ref();
    let zones = term.map_or_else(Vec::new, |term| dead_zones(term, obligation.held));
    let zones: Vec<Period> = zones.into_iter().map(|zone| zone.intersection(scale.0)).collect();
    let (today, done) = (scale.at(on), on.clamp(period.from, period.end));
    html! {
        figure.lifeline {
            svg.timeline width="100%" height="46" role="img" aria-label=(in_words(frame, period, on)) {
                g.(state.class()) {
                    rect.period x=(scale.at(period.from)) y="22" width=(scale.width(period.from, period.end)) height="12" rx="3" {}
                    rect.elapsed x=(scale.at(period.from)) y="22" width=(scale.width(period.from, done)) height="12" rx="3" {}
                    @for zone in zones.iter().filter(|zone| !zone.is_empty()) {
                        rect.dead x=(scale.at(zone.from)) y="19" width=(scale.width(zone.from, zone.end)) height="18" {}
                    }
                    @if let (Some(opens), Some(by), Route::Renew) = (obligation.opens, obligation.file_by.or(obligation.expires), obligation.route) {
                        rect.window x=(scale.at(opens)) y="38" width=(scale.width(opens, by)) height="3" {}
                    }
                    @if let Some(by) = obligation.reinstate_by {
                        rect.grace x=(scale.at(period.end)) y="25" width=(scale.width(period.end, by)) height="6" {}
                    }
                    @if let Some(expires) = obligation.expires {
                        svg.end x=(scale.at(expires)) y="22" overflow="visible" { path d="M0-4V16" {} }
                    }
                }
                g.today {
                    line x1=(today) x2=(today) y1="17" y2="42" {}
                    svg x=(today) y="0" overflow="visible" { text y="12" text-anchor=(today.anchor()) { (say!(frame.words, "shell-today")) } }
                }
            }
        }
    }
}

fn in_words(frame: &Frame, period: Period, on: Date) -> String {
    let passed = days_between(period.from, on.clamp(period.from, period.end));
    let percent = passed * 100 / days_between(period.from, period.end).max(1);
    say!(frame.words, "certifications-picture", from = period.from, to = period.last(), percent = percent)
}
