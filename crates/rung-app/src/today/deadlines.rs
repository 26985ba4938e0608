//! The next deadlines on a line, and the same as a list.

use super::todo;
use crate::shell::Visit;
use jiff::{ToSpan as _, Unit, civil::Date};
use maud::{Markup, html};
use rung_today::agenda::{Todo, Urgency};
use rung_words::say;

/// So many are shown.
const MOST: usize = 6;
/// The line is at least a year long, and reaches no further than this.
const LEAST_DAYS: i32 = 365;
const FURTHEST_DAYS: i32 = 3 * 365;
/// The line from end to end, and where it begins.
const LENGTH: i32 = 920;
const LEFT: i32 = 40;

/// What bites next, the earliest first; nothing where nothing has a day to come.
pub fn figure(visit: &Visit, todos: &[Todo<'_>]) -> Markup {
    let on = visit.on();
    let mut next: Vec<(Date, &Todo<'_>)> = (todos.iter())
        .filter_map(|todo| Some((todo.bites?, todo)))
        .filter(|(day, _)| *day >= on && days(on, *day) <= FURTHEST_DAYS)
        .collect();
    next.sort_by_key(|(day, _)| *day);
    next.truncate(MOST);
    let Some((last, _)) = next.last() else { return html! {} };
    let span = (days(on, *last) + 20).max(LEAST_DAYS);
    let words = visit.frame.words;
    html! {
        section.card.deadlines aria-labelledby="deadlines" {
            h2 #deadlines { (say!(words, "today-deadlines")) }
            svg.line viewBox="0 0 1000 64" aria-hidden="true" focusable="false" {
                path.axis d={ "M" (LEFT) " 34H" (LEFT + LENGTH) } {}
                @for (month, x) in months(on, span) {
                    path.tick d={ "M" (x) " 28V40" } {}
                    text.month x=(x) y="60" text-anchor="middle" { (words.month_name(month).chars().take(3).collect::<String>()) }
                }
                circle.now cx=(LEFT) cy="34" r="7" {}
                @for (n, (day, of)) in next.iter().enumerate() {
                    @let x = LEFT + LENGTH * days(on, *day) / span;
                    g.mark.(if of.urgency == Urgency::Now { "not-met" } else { "met" }) {
                        circle cx=(x) cy="34" r="13" {}
                        text x=(x) y="39" text-anchor="middle" { (n + 1) }
                    }
                }
            }
            ol.next {
                @for (day, of) in &next {
                    li {
                        a href=(todo::address(of)) { (visit.frame.sentence(&todo::title(visit, of))) }
                        (todo::when(visit, *day, of.urgency))
                    }
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
