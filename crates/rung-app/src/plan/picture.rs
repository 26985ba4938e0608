//! The way as a picture: each step over its weeks, hours week by week, money as it adds up. Beneath it the same as a
//! table; narrow screens have the list of months instead.

use crate::shell::{Frame, Share, TimeScale, components, days_between};
use jiff::ToSpan;
use maud::{Markup, html};
use rung_record::{Date, Period};
use rung_way::{
    plan::{PlannedStep, WayPlan},
    words,
};
use rung_words::say;

const TOP: usize = 30;
const ROW: usize = 42;
const LOAD: usize = 64;
const MONEY: usize = 56;
const TITLE: usize = 24;
const LONGEST_LABEL: usize = 60;
/// Months between lines of the axis: so many for a picture of so many months.
const TICKS: [(i64, usize); 3] = [(14, 1), (40, 3), (i64::MAX, 12)];

/// The steps that a person takes, by their days; those without a week of their own are moments.
pub fn shown(plan: &WayPlan) -> Vec<&PlannedStep> {
    plan.steps.iter().filter(|own| !own.step.is_moment()).collect()
}

/// Where a step is told on the page.
pub fn anchor(own: &PlannedStep) -> String {
    format!("step-{}", own.step.key.as_str().replace(|c: char| !c.is_ascii_alphanumeric(), "-"))
}

/// The picture and its table; nothing for a plan without steps.
pub fn figure(frame: &Frame, plan: &WayPlan, today: Date) -> Markup {
    let steps = shown(plan);
    let Some(last) = steps.iter().map(|own| own.ends).chain(plan.arrival).max() else { return html! {} };
    let scale = TimeScale(Period::inclusive(plan.on.min(today), last.saturating_add(7.days())));
    let rows = TOP + steps.len() * ROW;
    let load = rows + TITLE;
    let money = load + LOAD + TITLE;
    let height = money + MONEY + 4;
    let words = frame.words;
    html! {
        figure.timeline.way-picture {
            svg.timeline width="100%" height=(height) role="group" aria-label=(say!(words, "plan-picture")) {
                (axis(frame, scale, height))
                @for aim in &plan.aims {
                    @if let Some(by) = aim.aim.by { line.by-day x1=(scale.at(by)) x2=(scale.at(by)) y1="18" y2=(rows) {} }
                }
                line.now x1=(scale.at(today)) x2=(scale.at(today)) y1="18" y2=(height) {}
                @for (n, own) in steps.iter().enumerate() { (row(frame, own, scale, TOP + n * ROW)) }
                (loads(frame, plan, scale, load))
                (sums(frame, plan, scale, money))
            }
            figcaption {
                span.graph-key.critical { (say!(words, "plan-key-critical")) }
                span.graph-key.free { (say!(words, "plan-key-free")) }
                span.graph-key.slack { (say!(words, "plan-key-slack")) }
                span.key.deadline { (say!(words, "plan-key-until")) }
            }
        }
        details.refused { summary { (say!(words, "plan-as-table")) } (table(frame, &steps)) (weeks(frame, plan)) }
    }
}

fn axis(frame: &Frame, scale: TimeScale, height: usize) -> Markup {
    let months = days_between(scale.0.from, scale.0.end) / 30;
    let every = TICKS.iter().find(|(most, _)| months <= *most).map_or(12, |(_, every)| *every);
    let years = scale.0.from.year()..=scale.0.last().year();
    let ticks = years
        .flat_map(|year| (1..=12).step_by(every).filter_map(move |month| Date::new(year, month, 1).ok()));
    html! {
        g.axis {
            @for day in ticks.filter(|day| scale.0.contains(*day)) {
                @let x = scale.at(day);
                line.year[day.month() == 1] x1=(x) x2=(x) y1="20" y2=(height) {}
                @if x < Share(9_200) {
                    text x=(x) dx="3" y="14" { @if day.month() == 1 || every == 12 { (day.year()) } @else { (short(frame.words.month_name(day.month()))) } }
                }
            }
        }
    }
}

/// The first three letters of a month.
fn short(month: &str) -> String {
    month.chars().take(3).collect()
}

fn row(frame: &Frame, own: &PlannedStep, scale: TimeScale, y: usize) -> Markup {
    let title = words::step(frame.words, &own.step);
    let end = own.ends.saturating_add(1.day());
    let start = scale.at(own.begins);
    let slack = own.ends.saturating_add((i64::from(own.slack_weeks) * 7 + 1).days());
    // A step late in the picture has its name end where its bar ends.
    let late = start > Share(6_000);
    html! {
        a.way-row href={ "#" (anchor(own)) } aria-label={ (title) ", " (frame.words.day(own.begins)) " – " (frame.words.day(own.ends)) } {
            rect.hit x="0" y=(y) width="100%" height=(ROW - 4) {}
            text.name x=(if late { scale.at(end.min(scale.0.end)) } else { start }) y=(y + 13) text-anchor=(if late { "end" } else { "start" }) { (label(&title)) }
            rect.slack x=(start) y=(y + 22) width=(scale.width(own.begins, slack)) height="6" rx="3" {}
            rect.bar.critical[own.critical] x=(start) y=(y + 19) width=(scale.width(own.begins, end).max(Share(40))) height="12" rx="3" {}
            @if let Some(until) = own.step.until.filter(|until| scale.0.contains(*until)) {
                svg.deadline x=(scale.at(until)) y=(y + 25) overflow="visible" { path d="M0-6L6 0 0 6-6 0z" {} }
            }
        }
    }
}

fn label(name: &str) -> String {
    if name.chars().count() <= LONGEST_LABEL {
        return name.to_owned();
    }
    let cut: String = name.chars().take(LONGEST_LABEL - 1).collect();
    format!("{}…", cut.trim_end())
}

/// Hours week by week, in the room that there is.
fn loads(frame: &Frame, plan: &WayPlan, scale: TimeScale, y: usize) -> Markup {
    let most = plan.weeks.iter().map(|week| week.hours.max(week.room).in_seconds()).max().unwrap_or(0).max(1);
    let fullest = plan.weeks.iter().map(|week| week.hours).max().unwrap_or_default();
    let tall = |seconds: u64| usize::try_from(seconds * (LOAD as u64) / most).unwrap_or(LOAD);
    html! {
        g.loads {
            text.name x="0" y=(y - 7) { (say!(frame.words, "plan-picture-load", hours = fullest)) }
            @for week in plan.weeks.iter().filter(|week| scale.0.contains(week.from)) {
                @let (x, width) = (scale.at(week.from), scale.width(week.from, week.from.saturating_add(7.days())));
                @let (room, hours) = (tall(week.room.in_seconds()), tall(week.hours.in_seconds()));
                rect.room x=(x) y=(y + LOAD - room) width=(width) height=(room) {}
                @if hours > 0 { rect.hours x=(x) y=(y + LOAD - hours) width=(width) height=(hours) {} }
            }
        }
    }
}

/// What is paid in all, day by day.
fn sums(frame: &Frame, plan: &WayPlan, scale: TimeScale, y: usize) -> Markup {
    let all = plan.cost.in_cents();
    let until = |n: usize| plan.money.get(n + 1).map_or(scale.0.end, |next| next.on);
    let tall = |cents: u64| {
        usize::try_from(u128::from(cents) * (MONEY as u128) / u128::from(all.max(1))).unwrap_or(MONEY)
    };
    html! {
        g.sums {
            text.name x="0" y=(y - 7) { (say!(frame.words, "plan-picture-money", cost = plan.cost)) }
            @for (n, paid) in plan.money.iter().enumerate() {
                @let height = tall(paid.total.in_cents());
                rect.sum x=(scale.at(paid.on)) y=(y + MONEY - height) width=(scale.width(paid.on, until(n))) height=(height) {}
            }
        }
    }
}

fn table(frame: &Frame, steps: &[&PlannedStep]) -> Markup {
    let words = frame.words;
    let rows: Vec<Vec<Markup>> = steps
        .iter()
        .map(|own| {
            vec![
                html! { a href={ "#" (anchor(own)) } { (words::step(words, &own.step)) } },
                frame.day(own.begins),
                frame.day(own.ends),
                html! { (words.hours(own.step.hours.value)) },
                html! { (words.usd(own.step.cost())) },
                html! { @if own.critical { (say!(words, "plan-key-critical")) } @else { (say!(words, "plan-route-weeks", weeks = own.slack_weeks)) } },
            ]
        })
        .collect();
    let columns = [
        say!(words, "plan-column-step"),
        say!(words, "plan-column-begins"),
        say!(words, "plan-column-ends"),
        say!(words, "plan-column-hours"),
        say!(words, "plan-column-cost"),
        say!(words, "plan-column-slack"),
    ];
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    components::table(&say!(words, "plan-picture"), &columns, &rows)
}

/// The weeks in which something is done.
fn weeks(frame: &Frame, plan: &WayPlan) -> Markup {
    let words = frame.words;
    let paid = |week: Date| {
        plan.money.iter().rfind(|own| own.on < week.saturating_add(7.days())).map(|own| own.total)
    };
    let rows: Vec<Vec<Markup>> = (plan.weeks.iter().filter(|week| !week.hours.is_zero()))
        .map(|week| {
            vec![
                frame.day(week.from),
                html! { (words.hours(week.hours)) },
                html! { (words.hours(week.room)) },
                html! { (words.usd(paid(week.from).unwrap_or_default())) },
            ]
        })
        .collect();
    let columns = [
        say!(words, "plan-column-week"),
        say!(words, "plan-column-hours"),
        say!(words, "plan-column-room"),
        say!(words, "plan-column-paid"),
    ];
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    components::table(&say!(words, "plan-weeks-table"), &columns, &rows)
}
