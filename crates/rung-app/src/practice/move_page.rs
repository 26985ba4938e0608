//! What a move to another state changes: duties allowed, the credential to get, what is owed, fees, roles.

use super::{
    rooms::{self, Here},
    told,
};
use crate::shell::{Fault, Frame, MoveAsked, Page, Room, Visit, components, components::State};
use axum::{extract::Query, http::StatusCode, response::Response};
use maud::{Markup, html};
use rung_atlas::{Amount, Glance, Need};
use rung_catalog::{Allowed, Authority};
use rung_record::{Date, parse_date};
use rung_rules::Verdict;
use rung_today::ladder::Holding;
use rung_way::{
    Viewpoint,
    figure::OwnFigures,
    moves::{CredentialThere, DutyThere, Move, move_to, owed, record_there},
    words,
};
use rung_words::{Words, say};
use serde::Deserialize;

/// `?state=CA&day=2027-03-01`
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    state: String,
    day: String,
}

/// `GET /explore/move`
pub async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    visit.answer(move |visit| Ok(show(visit, &asked))).await
}

fn show(visit: &Visit, asked: &Asked) -> Page {
    let (frame, words, seen) = (&visit.frame, visit.frame.words, told::seen(visit));
    let states = || visit.catalog().authorities.iter().filter(|own| own.is_jurisdiction);
    let called = |own: &&Authority| {
        own.id.eq_ignore_ascii_case(&asked.state) || own.name.eq_ignore_ascii_case(&asked.state)
    };
    let to = states().find(called);
    let typed = asked.day.trim();
    let day = if typed.is_empty() { Ok(visit.on()) } else { parse_date(typed) };
    let no_state = (to.is_none() && !asked.state.is_empty())
        .then(|| say!(words, "practice-move-no-state", state = &asked.state));
    let no_day = day.is_err().then(|| say!(words, "practice-move-no-day", typed = typed));
    let title = say!(words, "practice-move-title");
    let is_faulty = no_state.is_some() || no_day.is_some();
    let body = html! {
        (rooms::headline(frame, &title, &say!(words, "practice-move-lead", place = told::place(words, &seen)), Here::Move))
        form.wishes.card method="get" action="/explore/move" {
            (components::field("state", &say!(words, "practice-move-to"), "", no_state.as_deref(), |_| html! {
                select #state name="state" required {
                    option value="" { (say!(words, "practice-move-choose")) }
                    @for state in states() { option value=(state.id.to_uppercase()) selected[to.is_some_and(|to| to.id == state.id)] { (state.name) } }
                }
            }))
            (components::field("day", &say!(words, "practice-move-day"), "", no_day.as_deref(), |_| html! {
                input #day type="date" name="day" value=(if typed.is_empty() { visit.on().to_string() } else { typed.to_owned() }) min="1900-01-01" max="2200-12-31";
            }))
            button.button type="submit" { (say!(words, "practice-move-show")) }
        }
        @if let (Some(to), Ok(when)) = (to, day) { (moved(visit, &seen, to, when)) }
    };
    let page = Page::new(title, body).within(Room::Explore);
    if is_faulty { page.with_status(StatusCode::UNPROCESSABLE_ENTITY) } else { page }
}

fn moved(visit: &Visit, seen: &Viewpoint<'_>, to: &Authority, when: Date) -> Markup {
    let (frame, words) = (&visit.frame, visit.frame.words);
    let there = record_there(seen, to, when);
    let owed = visit.owed_after(&MoveAsked { to: to.id.clone(), when, language: frame.language }, || {
        owed(seen, to, when, words).map_err(|problems| problems.to_string())
    });
    let owed = match owed {
        Ok(owed) => owed,
        Err(why) => return html! { p.note { (say!(words, "practice-move-not-imagined", why = why)) } },
    };
    let moved = move_to(seen, &there, &OwnFigures::new(), to, when, owed);
    html! {
        (glances(frame, &moved))
        (duties(frame, seen, &moved))
        @if let Some(credential) = &moved.credential { (credential_there(frame, seen, &moved, credential)) }
        section.card {
            h2 { (say!(words, "practice-move-owed")) }
            @if moved.owed.is_empty() { p { (say!(words, "practice-move-owed-nothing")) } }
            ul.plain { @for sentence in &moved.owed { li { (frame.sentence(sentence)) } } }
        }
        (roles(frame, &moved))
        @if !moved.open.is_empty() {
            section.card.settle {
                h2 { (say!(words, "practice-move-open")) }
                ul { @for open in moved.open { li { (frame.english(&open.ask)) } } }
            }
        }
        p { a href={ "/rules/" (to.id) } { (say!(words, "practice-move-rules", state = &to.name)) } }
    }
}

fn glances(frame: &Frame, moved: &Move<'_>) -> Markup {
    let words = frame.words;
    let names = moved.from.iter().map(|own| own.authority.name.as_str());
    let all: Vec<&Glance<'_>> = moved.from.iter().chain([&moved.to]).collect();
    let about = say!(words, "practice-column-about");
    let columns: Vec<&str> =
        [about.as_str()].into_iter().chain(names).chain([moved.to.authority.name.as_str()]).collect();
    let row = |name: String, says: &dyn Fn(&Glance<'_>) -> Markup| -> Vec<Markup> {
        [html! { (name) }].into_iter().chain(all.iter().map(|own| says(own))).collect()
    };
    let rows = [
        row(say!(words, "practice-glance-credential"), &|own| match own.credential {
            Some(credential) => frame.english(&credential.title),
            None => html! { (say!(words, "practice-glance-no-credential")) },
        }),
        row(say!(words, "practice-glance-hours"), &|own| html! { (amount(words, own.hours)) }),
        row(say!(words, "practice-glance-live"), &|own| html! { (amount(words, own.live)) }),
        row(say!(words, "practice-glance-to-get"), &|own| html! { (need(words, own.certification_to_get)) }),
        row(
            say!(words, "practice-glance-to-keep"),
            &|own| html! { (need(words, own.certification_to_keep)) },
        ),
        row(say!(words, "practice-glance-vaccines"), &|own| html! { (allowed(words, own.vaccines)) }),
    ];
    components::table(&say!(words, "practice-glance"), &columns, &rows)
}

fn amount(words: &Words, amount: Amount) -> String {
    match amount {
        Amount::Hours { in_period, a_year: Some(a_year) } if in_period != a_year => {
            say!(words, "practice-glance-period-year", hours = in_period, yearly = a_year)
        }
        Amount::Hours { in_period, a_year: Some(_) } => {
            say!(words, "practice-glance-a-year", hours = in_period)
        }
        Amount::Hours { in_period, a_year: None } => say!(words, "practice-glance-period", hours = in_period),
        Amount::Nothing => say!(words, "practice-glance-none"),
        Amount::Unknown => say!(words, "practice-unknown"),
    }
}

fn need(words: &Words, need: Need) -> String {
    match need {
        Need::Required => say!(words, "practice-glance-required"),
        Need::OneWay => say!(words, "practice-glance-one-way"),
        Need::NotRequired => say!(words, "practice-glance-not-required"),
        Need::Unknown => say!(words, "practice-unknown"),
    }
}

fn allowed(words: &Words, allowed: Allowed) -> String {
    match allowed {
        Allowed::Yes => say!(words, "practice-glance-allowed"),
        Allowed::Conditions => say!(words, "practice-glance-on-terms"),
        Allowed::No => say!(words, "practice-glance-forbidden"),
        Allowed::Unknown => say!(words, "practice-unknown"),
    }
}

fn may(words: &Words, verdict: Verdict) -> String {
    match verdict {
        Verdict::Met => say!(words, "practice-you-may"),
        Verdict::NotMet => say!(words, "practice-you-may-not"),
        Verdict::Unknown => say!(words, "practice-unknown"),
    }
}

fn duties(frame: &Frame, seen: &Viewpoint<'_>, moved: &Move<'_>) -> Markup {
    let words = frame.words;
    let (changed, same): (Vec<&DutyThere<'_>>, Vec<&DutyThere<'_>>) =
        moved.duties.iter().partition(|duty| duty.changes());
    let open: Vec<&str> = same
        .iter()
        .filter(|duty| duty.there.0 == Verdict::Unknown)
        .map(|duty| duty.kind.name.as_str())
        .collect();
    html! {
        section.card {
            h2 { (say!(words, "practice-move-duties")) }
            @if changed.is_empty() { p { (say!(words, "practice-move-duties-none")) } }
            ul.conditions {
                @for duty in changed {
                    @let state = State::of(duty.there.0);
                    li.condition.(state.class()) {
                        p.what { (components::icon(state)) (frame.english(&duty.kind.name)) span.word { (may(words, duty.there.0)) } }
                        p.quiet { (say!(words, "practice-here-there", here = may(words, duty.here.0), there = may(words, duty.there.0))) }
                        @for because in &duty.there.1 { p { (frame.sentence(&words::because(words, because, seen))) } }
                    }
                }
            }
            @if !open.is_empty() {
                p.quiet { (say!(words, "practice-move-duties-open")) " " (frame.english(&open.join("; "))) }
            }
        }
    }
}

fn credential_there(
    frame: &Frame,
    seen: &Viewpoint<'_>,
    moved: &Move<'_>,
    there: &CredentialThere<'_>,
) -> Markup {
    let words = frame.words;
    html! {
        section.card {
            h2 { (say!(words, "practice-move-credential")) }
            p { strong { (frame.english(&seen.catalog.short_name(there.credential.id.as_str()))) } }
            @if matches!(there.holding, Holding::Active(_)) {
                p { (components::chip(State::Met, &say!(words, "practice-move-held"))) }
            } @else {
                @for path in there.eligibility.iter().flat_map(|answer| &answer.paths) {
                    details.refused {
                        summary { (components::icon(State::of(path.verdict))) " " (frame.english(&path.path.title)) " · " (told::verdict(words, path.verdict)) }
                        ul.conditions { @for condition in &path.conditions {
                            @let state = State::of(condition.verdict);
                            li.condition.(state.class()) { p.what { (components::icon(state)) (frame.english(&condition.condition.what)) span.word { (told::verdict(words, condition.verdict)) } } }
                        } }
                    }
                }
                (told::remedy(frame, &moved.nodes, &there.need, there.effort.as_ref()))
                @if !there.fees.is_empty() {
                    p { strong { (say!(words, "practice-move-fees")) } }
                    ul.fees { @for fee in &there.fees {
                        li {
                            p { span.amount { (words.usd(fee.usd)) } " " (frame.english(&fee.what)) @if let Some(when) = &fee.when { ", " (frame.english(when)) } }
                            (frame.source(seen.catalog, &fee.cite))
                        }
                    } }
                }
            }
        }
    }
}

fn roles(frame: &Frame, moved: &Move<'_>) -> Markup {
    let words = frame.words;
    html! {
        @if !moved.roles.is_empty() {
            section.card {
                h2 { (say!(words, "practice-move-roles")) }
                ul.conditions {
                    @for (role, before, after) in &moved.roles {
                        @let state = State::of(*after);
                        li.condition.(state.class()) {
                            p.what { (components::icon(state)) a href=(told::address(role)) lang=[frame.lang_of_english()] { (role.title) } span.word { (told::verdict(words, *after)) } }
                            p.quiet { (say!(words, "practice-here-there", here = told::verdict(words, *before), there = told::verdict(words, *after))) }
                        }
                    }
                }
            }
        }
    }
}
