//! The next deadlines on a line, and the same as a list.

use super::todo;
use crate::shell::Visit;
use jiff::{ToSpan as _, Unit, civil::Date};
use maud::{Markup, html};
use rung_today::agenda::{Todo, Urgency};
use rung_words::say;
use std::collections::BTreeMap;

/// So many are shown.
const MOST: usize = 6;
/// The line is at least a year long, and reaches no further than this.
const LEAST_DAYS: i32 = 365;
const FURTHEST_DAYS: i32 = 3 * 365;
/// The line from end to end, and where it begins.
const LENGTH: i32 = 920;
const LEFT: i32 = 40;

/// What bites next, the earliest first, what bites on one day together; nothing where nothing has a day to come.
pub fn figure(visit: &Visit, todos: &[Todo<'_>]) -> Markup {
    let on = visit.on();
    let mut by_day: BTreeMap<Date, Vec<&Todo<'_>>> = BTreeMap::new();
    for todo in todos {
        if let Some(day) = todo.bites.filter(|day| *day >= on && days(on, *day) <= FURTHEST_DAYS) {
            by_day.entry(day).or_default().push(todo);
        }
    }
    let next: Vec<(Date, Vec<&Todo<'_>>)> = by_day.into_iter().take(MOST).collect();
    let Some((last, _)) = next.last() else { return html! {} };
    let span = (days(on, *last) + 20).max(LEAST_DAYS);
    let words = visit.frame.words;
    html! {
        section.card.deadlines aria-labelledby="deadlines" {
            h2 #deadlines { (say!(words, "today-deadlines")) }
            (line(visit, &next, span))
            ol.next {
                @for (day, todos) in &next {
                    li {
                        (todo::when(visit, *day, most_urgent(todos)))
                        ul { @for of in todos { li { a href=(todo::address(visit, of)) { (visit.frame.sentence(&todo::title(visit, of))) } } } }
                    }
                }
            }
        }
    }
}

fn most_urgent(todos: &[&Todo<'_>]) -> Urgency {
    todos.iter().map(|of| of.urgency).min().unwrap_or(Urgency::Someday)
}

/// From today on, a number for each day of the list.
fn line(visit: &Visit, next: &[(Date, Vec<&Todo<'_>>)], span: i32) -> Markup {
    let on = visit.on();
    let month_of = |month| visit.frame.words.month_name(month).chars().take(3).collect::<String>();
    html! {
        svg.line viewBox="0 0 1000 64" aria-hidden="true" focusable="false" {
            path.axis d={ "M" (LEFT) " 34H" (LEFT + LENGTH) } {}
            @for (month, x) in months(on, span) {
                path.tick d={ "M" (x) " 28V40" } {}
                text.month x=(x) y="62" text-anchor="middle" { (month_of(month)) }
            }
            circle.now cx=(LEFT) cy="34" r="7" {}
            @for (n, (day, todos)) in next.iter().enumerate() {
                @let x = LEFT + LENGTH * days(on, *day) / span;
                g.mark.(if most_urgent(todos) == Urgency::Now { "not-met" } else { "met" }) {
                    circle cx=(x) cy="34" r="13" {}
                    text x=(x) y="39" text-anchor="middle" { (n + 1) }
                }
            }
        }
    }
}

fn days(from: Date, to: Date) -> i32 {
    from.until((Unit::Day, to)).map_or(i32::MAX, |span| span.get_days())
}

/// First days of months on the line, few enough to be read.
fn months(on: Date, span: i32) -> Vec<(i8, i32)> {
    let step = if span > 500 { 6 } else { 3 };
    let mut first = on.first_of_month();
    let mut months = Vec::new();
    while let Ok(next) = first.checked_add(1.month()) {
        first = next;
        let far = days(on, first);
        if far > span {
            break;
        }
        if (i32::from(first.month()) - 1) % step == 0 {
            months.push((first.month(), LEFT + LENGTH * far / span));
        }
    }
    months
}
