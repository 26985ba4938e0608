//! What to do now and why, across everything, with pictures of where one stands.

use super::{answers::BEGUN, deadlines, ladder, start, todo};
use crate::shell::{
    Fault, Page, Room, Visit, Wanted, arc,
    components::{self, State},
    goal_name, obligation_state,
};
use axum::response::Response;
use maud::{Markup, html};
use rung_record::Record;
use rung_rules::{Obligation, words as told};
use rung_today::agenda::{self, Todo, Urgency};
use rung_words::say;

/// So many of a group are shown at once; the others stand behind one line.
const AT_FIRST: usize = 5;
/// Of what no day asks, so many.
const AT_LEISURE: usize = 2;
/// A group has no more than this.
const MOST: usize = 40;

/// `GET /`
pub async fn page(visit: Visit) -> Result<Response, Fault> {
    visit.answer(|visit| Ok(if has_begun(visit) { today(visit) } else { start::first_page(visit) })).await
}

/// Whether anything was told, or somebody wants to begin without.
fn has_begun(visit: &Visit) -> bool {
    let settings = &visit.kept().settings;
    *visit.record() != Record::default()
        || settings.contains_key(BEGUN)
        || !Wanted::of(visit.kept()).aims.is_empty()
}

fn today(visit: &Visit) -> Page {
    let words = visit.frame.words;
    let outlook = visit.outlook();
    let (changes, todos): (Vec<_>, Vec<_>) = outlook.todos.iter().partition(|of| todo::is_change(of));
    let body = html! {
        header.today {
            p.eyebrow { (words.weekday(visit.on())) ", " (words.long_day(visit.on())) }
            h1 { (say!(words, "today-title")) }
            p.lead { (summary(visit, &todos)) }
            (goals(visit))
        }
        div.day {
            div.todos {
                @if visit.record().credentials.is_empty() { (tell_what_is_held(visit)) }
                @if todos.is_empty() && !visit.record().credentials.is_empty() { (all_done(visit)) }
                @for urgency in [Urgency::Now, Urgency::Soon, Urgency::Later, Urgency::Someday] {
                    (group(visit, urgency, &todos))
                }
            }
            aside.standing aria-label=(say!(words, "today-standing")) {
                section.card aria-labelledby="ladder" {
                    h2 #ladder { (say!(words, "today-ladder-title")) }
                    (ladder::figure(visit, &outlook.ladder))
                }
                (obligations(visit))
            }
        }
        (deadlines::figure(visit, &outlook.todos))
        @if !changes.is_empty() { (what_changes(visit, &changes)) }
    };
    Page::new(say!(words, "today-title"), body).within(Room::Today)
}

/// How much there is now, or else when it is time again.
fn summary(visit: &Visit, todos: &[&Todo<'_>]) -> Markup {
    let words = visit.frame.words;
    let of = |urgency| todos.iter().filter(|todo| todo.urgency == urgency).count();
    let (now, soon) = (of(Urgency::Now), of(Urgency::Soon));
    let next = todos.iter().filter_map(|todo| todo.bites).filter(|day| *day >= visit.on()).min();
    html! {
        @if now > 0 { (say!(words, "today-summary-now", count = now)) }
        @else if soon > 0 { (say!(words, "today-summary-soon", count = soon)) }
        @else { (say!(words, "today-summary-nothing")) }
        @if let Some(day) = next {
            " " (say!(words, "today-summary-next", day = day, left = words.days_left(visit.on(), day)))
        }
    }
}

/// Where the technician wants to go, with the way there.
fn goals(visit: &Visit) -> Markup {
    let words = visit.frame.words;
    let aims = Wanted::of(visit.kept()).aims;
    let names: Vec<String> = aims.iter().map(|aim| goal_name(words, &visit.viewpoint(), &aim.goal)).collect();
    html! {
        @if !names.is_empty() {
            p.goal {
                (components::ladder())
                span {
                    (say!(words, "today-goals", count = names.len())) " "
                    a href=(Room::Plan.address()) { (visit.frame.sentence(&words.list(&names))) }
                }
            }
        }
    }
}

fn group(visit: &Visit, urgency: Urgency, todos: &[&Todo<'_>]) -> Markup {
    let of_group: Vec<&&Todo<'_>> = todos.iter().filter(|todo| todo.urgency == urgency).collect();
    if of_group.is_empty() {
        return html! {};
    }
    let words = visit.frame.words;
    let id = match urgency {
        Urgency::Now => "now",
        Urgency::Soon => "soon",
        Urgency::Later => "later",
        Urgency::Someday => "someday",
    };
    let at_first = if urgency == Urgency::Someday { AT_LEISURE } else { AT_FIRST };
    let (first, more) = of_group.split_at(of_group.len().min(at_first));
    let more = &more[..more.len().min(MOST)];
    html! {
        section.group aria-labelledby=(id) {
            h2 id=(id) { (agenda::words::urgency(words, urgency)) " " span.count { (of_group.len()) } }
            ol.todos { @for of in first { (todo::card(visit, of)) } }
            @if !more.is_empty() {
                details.refused {
                    summary { (say!(words, "today-more", count = more.len())) }
                    ol.todos { @for of in more { (todo::card(visit, of)) } }
                }
            }
        }
    }
}

/// Without a credential there is no rule to be held against.
fn tell_what_is_held(visit: &Visit) -> Markup {
    let words = visit.frame.words;
    html! {
        section.card.first-step {
            h2 { (say!(words, "today-first-step-title")) }
            p { (say!(words, "today-first-step-text", credits = visit.record().credits.len())) }
            p.actions {
                a.button href="/start" { (say!(words, "today-first-step-tell")) }
                a.button.quiet href="/samples" { (say!(words, "today-first-step-sample")) }
            }
        }
    }
}

fn all_done(visit: &Visit) -> Markup {
    let words = visit.frame.words;
    html! {
        section.card.all-done {
            (components::icon(State::Met))
            div {
                h2 { (say!(words, "today-all-done-title")) }
                p { (say!(words, "today-all-done-text")) }
                p.actions { a.button.quiet href=(Room::Explore.address()) { (say!(words, "today-all-done-explore")) } }
            }
        }
    }
}

/// A ring for each obligation.
fn obligations(visit: &Visit) -> Markup {
    let words = visit.frame.words;
    let status = visit.status();
    if status.obligations.is_empty() {
        return html! {};
    }
    html! {
        section.card aria-labelledby="obligations" {
            h2 #obligations { a href="/education" { (say!(words, "today-obligations")) } }
            ul.rings {
                @for obligation in status.obligations.iter().take(MOST) { li { (ring(visit, obligation)) } }
            }
        }
    }
}

fn ring(visit: &Visit, obligation: &Obligation<'_>) -> Markup {
    let words = visit.frame.words;
    let state = obligation_state(obligation);
    let word = match state {
        State::Met => say!(words, "today-verdict-met"),
        State::NotMet => say!(words, "today-verdict-not-met"),
        State::Unknown => say!(words, "today-verdict-unknown"),
        State::Expired => say!(words, "today-verdict-expired"),
        State::Quiet => say!(words, "today-verdict-nothing"),
    };
    let arcs: Vec<components::Arc> = obligation.lines.iter().filter_map(arc).collect();
    html! {
        (components::ring(words, &arcs))
        div {
            p.name { (visit.frame.sentence(&told::title(words, obligation, visit.catalog()))) }
            p { (components::chip(state, &word)) }
            @if let Some(until) = obligation.expires { p.quiet { (say!(words, "today-good-until", day = until)) } }
        }
    }
}

fn what_changes(visit: &Visit, changes: &[&Todo<'_>]) -> Markup {
    let words = visit.frame.words;
    html! {
        section.card aria-labelledby="changes" {
            h2 #changes { (say!(words, "today-changes")) }
            ul.ahead {
                @for of in changes.iter().take(MOST) {
                    li {
                        a href=(todo::address(visit, of)) { (visit.frame.sentence(&todo::title(visit, of))) }
                        p { (visit.frame.sentence(&agenda::words::why(words, of, visit.record(), visit.on()))) }
                    }
                }
            }
        }
    }
}
