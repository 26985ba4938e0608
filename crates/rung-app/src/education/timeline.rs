//! Periods and deadlines as a picture, with the same days as a table beneath.

use super::{obligation, view::View};
use crate::shell::{
    Share, TimeScale,
    components::{self, State},
    words,
};
use jiff::ToSpan;
use maud::{Markup, html};
use rung_record::{Date, Period};
use rung_rules::{Obligation, Status};
use rung_words::say;

/// Days further away than this from the day asked about are left out of the picture.
const FURTHEST_YEARS: i64 = 5;
const TOP: usize = 30;
const ROW: usize = 54;
const LONGEST_LABEL: usize = 46;

/// The picture and the table; nothing when no period is known.
pub fn figure(view: View<'_, '_>) -> Markup {
    let (status, words) = (view.status, view.words());
    let rows: Vec<(&Obligation<'_>, Period)> =
        (status.obligations.iter()).filter_map(|obligation| Some((obligation, obligation.period?))).collect();
    let Some(scale) = shown(status.on, &rows) else { return html! {} };
    let height = TOP + rows.len() * ROW;
    html! {
        figure.timeline {
            svg.timeline width="100%" height=(height) role="img" aria-labelledby="timeline-title timeline-text" {
                title #timeline-title { (say!(words, "education-timeline")) }
                desc #timeline-text { (in_words(view, &rows)) }
                (axis(scale, status.on, height))
                (today(view, scale, height))
                @for (n, (obligation, period)) in rows.iter().enumerate() {
                    (bar(obligation, *period, view, scale, TOP + n * ROW))
                }
            }
            figcaption {
                span.key.period { (say!(words, "education-key-period")) }
                @if rows.iter().any(|(obligation, _)| obligation.opens.is_some()) {
                    span.key.window { (say!(words, "education-key-window")) }
                }
                @if rows.iter().any(|(obligation, _)| has_deadline(obligation)) { span.key.deadline { (say!(words, "education-key-deadline")) } }
                span.key.end { (say!(words, "education-key-end")) }
            }
            details.refused {
                summary { (say!(words, "education-timeline-as-table")) }
                (table(view, &rows))
            }
        }
    }
}

/// The days around today in which something is due.
fn shown(on: Date, rows: &[(&Obligation<'_>, Period)]) -> Option<TimeScale> {
    let first = rows.iter().map(|(_, period)| period.from).min()?.min(on);
    let last = rows
        .iter()
        .map(|(obligation, period)| obligation.reinstate_by.map_or(period.last(), |by| by.max(period.last())))
        .max()?
        .max(on);
    let (earliest, latest) =
        (on.saturating_sub(FURTHEST_YEARS.years()), on.saturating_add(FURTHEST_YEARS.years()));
    Some(TimeScale(Period::inclusive(
        first.clamp(earliest, on).saturating_sub(20.days()),
        last.clamp(on, latest).saturating_add(40.days()),
    )))
}

fn axis(scale: TimeScale, on: Date, height: usize) -> Markup {
    // On a phone the day asked about takes this much room around it.
    let day_label = scale.at(on).0 - 1_700..scale.at(on).0 + 1_000;
    let years = scale.0.from.year()..=scale.0.last().year();
    let ticks = years.flat_map(|year| [1, 4, 7, 10].map(|month| (year, month)));
    html! {
        g.axis {
            @for (year, month) in ticks {
                @if let Some(day) = Date::new(year, month, 1).ok().filter(|day| scale.0.contains(*day)) {
                    @let x = scale.at(day);
                    line.year[month == 1] x1=(x) x2=(x) y1=(TOP - 8) y2=(height) {}
                    @if month == 1 && x < Share(9_000) && !day_label.contains(&x.0) { text x=(x) dx="4" y="14" { (year) } }
                }
            }
        }
    }
}

fn bar(
    obligation: &Obligation<'_>,
    period: Period,
    view: View<'_, '_>,
    scale: TimeScale,
    y: usize,
) -> Markup {
    let status = view.status;
    let state = obligation::state(obligation);
    let start = scale.at(period.from);
    let bar_y = y + 24;
    let done = status.on.clamp(period.from, period.end);
    html! {
        g.(state.class()) {
            text.name x="0" y=(y + 15) lang=[view.frame.lang_of_english()] { (label(&name(obligation, status))) }
            rect.period x=(start) y=(bar_y) width=(scale.width(period.from, period.end)) height="12" rx="3" {}
            rect.elapsed x=(start) y=(bar_y) width=(scale.width(period.from, done)) height="12" rx="3" {}
            @if let (Some(opens), Some(by)) = (obligation.opens, obligation.file_by) {
                rect.window x=(scale.at(opens)) y=(bar_y + 15) width=(scale.width(opens, by)) height="3" {}
            }
            @if let Some(by) = obligation.reinstate_by {
                rect.grace x=(scale.at(period.end)) y=(bar_y + 3) width=(scale.width(period.end, by)) height="6" {}
            }
            @if let Some(by) = obligation.file_by.filter(|_| has_deadline(obligation)) {
                svg.deadline x=(scale.at(by)) y=(bar_y + 6) overflow="visible" { path d="M0-7L7 0 0 7-7 0z" {} }
            }
            @if let Some(expires) = obligation.expires {
                svg.end x=(scale.at(expires)) y=(bar_y) overflow="visible" { path d="M0-4V16" {} }
            }
        }
    }
}

/// Whether one must apply before the last day.
fn has_deadline(obligation: &Obligation<'_>) -> bool {
    obligation.file_by.is_some() && obligation.file_by != obligation.expires
}

fn today(view: View<'_, '_>, scale: TimeScale, height: usize) -> Markup {
    let x = scale.at(view.status.on);
    html! {
        g.today {
            line x1=(x) x2=(x) y1="20" y2=(height) {}
            svg x=(x) y="0" overflow="visible" {
                text y="14" text-anchor=(x.anchor()) { (view.words().day(view.status.on)) }
            }
        }
    }
}

/// The obligation's name in one line; a duty with a clock of its own is named by its short word.
fn name(obligation: &Obligation<'_>, status: &Status<'_>) -> String {
    let name = words::full_name(status.catalog, obligation.credential);
    match obligation.duty() {
        "" => name,
        "ce" => format!("{name}: CE"),
        duty => format!("{name}: {}", duty.replace('-', " ")),
    }
}

/// A name that fits a phone's width; the table has it whole.
fn label(name: &str) -> String {
    if name.chars().count() <= LONGEST_LABEL {
        return name.to_owned();
    }
    let cut: String = name.chars().take(LONGEST_LABEL - 1).collect();
    format!("{}…", cut.trim_end())
}

fn in_words(view: View<'_, '_>, rows: &[(&Obligation<'_>, Period)]) -> String {
    let words = view.words();
    let mut text = say!(words, "education-timeline-on", day = view.status.on);
    for (obligation, period) in rows {
        text.push(' ');
        text.push_str(&say!(
            words,
            "education-timeline-row",
            name = name(obligation, view.status),
            from = period.from,
            until = period.last(),
            verdict = obligation::verdict_word(words, obligation)
        ));
    }
    text
}

fn table(view: View<'_, '_>, rows: &[(&Obligation<'_>, Period)]) -> Markup {
    let words = view.words();
    let day = |day: Option<Date>| day.map_or_else(|| html! { "–" }, |day| view.frame.day(day));
    let rows: Vec<Vec<Markup>> = rows
        .iter()
        .map(|(obligation, period)| {
            vec![
                view.title(obligation),
                view.frame.period(*period),
                day(obligation.opens),
                day(obligation.file_by),
                day(obligation.expires),
                components::chip(obligation::state(obligation), &obligation::verdict_word(words, obligation)),
            ]
        })
        .collect();
    let columns = [
        say!(words, "education-column-credential"),
        say!(words, "education-period"),
        say!(words, "education-opens"),
        say!(words, "education-apply-by"),
        say!(words, "education-expires"),
        say!(words, "education-column-verdict"),
    ];
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    components::table(&say!(words, "education-timeline"), &columns, &rows)
}

/// What the whole status comes to, for the colour of a headline.
pub fn worst(status: &Status<'_>) -> State {
    let rank = |state: State| match state {
        State::Expired => 0,
        State::NotMet => 1,
        State::Unknown => 2,
        State::Met => 3,
        State::Quiet => 4,
    };
    status.obligations.iter().map(obligation::state).min_by_key(|state| rank(*state)).unwrap_or(State::Quiet)
}
