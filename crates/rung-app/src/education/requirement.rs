//! One requirement: a row that opens to its proof.

use crate::shell::{
    components::{self, State},
    words,
};
use maud::{Markup, html};
use rung_catalog::{Ask, Cite, Confidence};
use rung_record::Credit;
use rung_rules::{Line, NotCounted, Obligation, Question, Reason, Status, Verdict, rule_words, words as say};

/// A page lists no more credits than this at one place, and says how many more there are. The API lists all.
const LONGEST_LIST: usize = 200;

pub use crate::shell::{arc, line_state as state};

/// Whether the line only limits what others may count.
fn is_cap(line: &Line<'_>) -> bool {
    matches!(line.requirement.ask, Ask::Maximum { .. })
}

/// Whether a reader may pass over the line: nothing is asked, and no credit is lost by it.
pub fn is_quiet(line: &Line<'_>) -> bool {
    let loses_credit = line.not_counted.iter().any(|refused| refused.reason == Reason::CapReached);
    state(line) == State::Quiet && !loses_credit
}

fn verdict_word(line: &Line<'_>) -> &'static str {
    match state(line) {
        State::Met => "Met",
        State::NotMet | State::Expired => "Not met",
        State::Unknown => "Unknown",
        State::Quiet if line.applies == Verdict::NotMet => "Does not apply",
        State::Quiet if is_cap(line) => "Limit",
        State::Quiet => "Nothing asked",
    }
}

/// The row, and what it opens to.
pub fn row(line: &Line<'_>, status: &Status<'_>) -> Markup {
    let state = state(line);
    let year = line.id.strip_prefix(line.requirement.id.as_str()).and_then(|rest| rest.strip_prefix('-'));
    let is_daily = matches!(line.requirement.ask, Ask::Maximum { per_day: true, .. });
    let amounts = match state {
        // What counts in all says nothing about a limit for each day.
        _ if is_daily => line.asked.map_or_else(String::new, |most| format!("at most {most} h a day")),
        State::Quiet if !is_cap(line) => String::new(),
        State::Met if !line.short.is_zero() => "in another way".into(),
        _ => say::amounts(words::english(), line),
    };
    let bar = line.asked.filter(|asked| {
        !asked.is_zero() && !amounts.is_empty() && !is_daily && (state != State::Met || line.short.is_zero())
    });
    html! {
        details.requirement.(state.class()) {
            summary {
                span.mark { (components::icon(state)) }
                span.what {
                    (words::capital(&line.requirement.what))
                    @if let Some(year) = year { " (" (year) ")" }
                }
                span.amounts { (amounts) }
                span.word { (verdict_word(line)) }
                @if let Some(asked) = bar {
                    (components::progress(state, line.counted.in_seconds(), asked.in_seconds()))
                }
            }
            div.proof { (proof(line, status)) }
        }
    }
}

fn proof(line: &Line<'_>, status: &Status<'_>) -> Markup {
    let window = line.window.filter(|window| window.from.year() > 1900);
    html! {
        p.rule { (words::capital(&line.requirement.what)) ": " (words::sentence(&rule_words::requirement(status.catalog, line.requirement))) "." }
        @if let Some(exception) = line.exception {
            p { "A special case applies: " (exception.why) "." }
        }
        @if line.applies == Verdict::NotMet {
            p { "What this rule depends on is not so for you, so nothing is asked." }
        }
        (to_settle(&line.questions, status))
        @if let Some(window) = window {
            p.quiet { "Credits completed " (words::period(window)) " can count." }
        }
        @if !line.credits.is_empty() { (counted(line, status)) }
        @else if line.window.is_some() && state(line) != State::Quiet { p { "No credit of the record counts here yet." } }
        (not_counted(&line.not_counted, status))
        @if !line.all_of.is_empty() {
            h3 { "Its parts" }
            @for inner in &line.all_of { (row(inner, status)) }
        }
        @if !line.or.is_empty() {
            h3 { "Any of these would do instead" }
            @for inner in &line.or { (row(inner, status)) }
        }
        @if let Some(note) = &line.requirement.note {
            p.note { (words::sentence(note)) }
        }
        (source(&line.requirement.cite, status))
    }
}

fn counted(line: &Line<'_>, status: &Status<'_>) -> Markup {
    let has_hours = line.asked.is_some();
    let rows: Vec<Vec<Markup>> = (line.credits.iter().take(LONGEST_LIST))
        .map(|counted| {
            let credit = &status.record.credits[counted.credit];
            let mut cells = vec![
                html! { (title(credit)) @if counted.carried { " " span.quiet { "(carried over)" } } },
                words::day(credit.completed),
            ];
            if has_hours {
                cells.push(html! { (counted.hours) " h" });
            }
            cells
        })
        .collect();
    let columns = ["Credit", "Completed", "Hours"];
    let columns = if has_hours { &columns[..] } else { &columns[..2] };
    let caption = match (has_hours, line.credits.len()) {
        (true, many) => {
            format!("Counted: {} h from {}", line.counted, words::count(many, "credit", "credits"))
        }
        (false, many) => format!("Counted: {}", words::count(many, "credit", "credits")),
    };
    html! {
        (components::table(&caption, columns, &rows))
        (and_more(line.credits.len()))
    }
}

fn and_more(count: usize) -> Markup {
    html! { @if count > LONGEST_LIST { p.quiet { "And " (count - LONGEST_LIST) " more." } } }
}

/// The credits that did not count, by the one reason that a person would give first.
/// Credits that do not count, gathered by the one reason of each.
pub fn not_counted(refused: &[NotCounted], status: &Status<'_>) -> Markup {
    let mut groups: Vec<(Reason, Vec<&NotCounted>)> = Vec::new();
    for refused in refused {
        match groups.iter_mut().find(|(reason, _)| *reason == refused.reason) {
            Some((_, group)) => group.push(refused),
            None => groups.push((refused.reason, vec![refused])),
        }
    }
    groups.sort_by_key(|(reason, _)| *reason);
    html! {
        @for (reason, group) in &groups {
            details.refused {
                summary {
                    (words::count(group.len(), "credit", "credits")) " not counted: "
                    (words::sentence(&say::reason(words::english(), *reason, status.record)))
                }
                ul {
                    @for refused in group.iter().take(LONGEST_LIST) {
                        @let credit = &status.record.credits[refused.credit];
                        li {
                            (title(credit)) ", " (words::day(credit.completed))
                            @if !refused.hours.is_zero() { ", " (refused.hours) " h" }
                        }
                    }
                }
                (and_more(group.len()))
            }
        }
    }
}

/// A credit's title, or the best that stands for one.
fn title(credit: &Credit) -> &str {
    let told = credit.title.as_deref().filter(|title| !title.trim().is_empty());
    told.or(credit.uan.as_deref()).unwrap_or(credit.id.as_str())
}

/// What would settle the unknowns of a whole obligation: its own questions, and those of its lines.
pub fn all_to_settle(obligation: &Obligation<'_>, status: &Status<'_>) -> Markup {
    fn gather<'l, 'a>(lines: &'l [Line<'a>], into: &mut Vec<&'l Question<'a>>) {
        for line in lines.iter().filter(|line| line.verdict == Verdict::Unknown) {
            into.extend(&line.questions);
            gather(&line.all_of, into);
            gather(&line.or, into);
        }
    }
    let mut questions: Vec<&Question<'_>> = obligation.questions.iter().collect();
    gather(&obligation.lines, &mut questions);
    settle_box(questions.into_iter(), status)
}

/// What would settle an unknown.
fn to_settle(questions: &[Question<'_>], status: &Status<'_>) -> Markup {
    settle_box(questions.iter(), status)
}

fn settle_box<'q, 'a: 'q>(questions: impl Iterator<Item = &'q Question<'a>>, status: &Status<'_>) -> Markup {
    let mut told: Vec<String> = Vec::new();
    for question in questions.map(|question| say::question(words::english(), question, status.record)) {
        if !told.contains(&question) {
            told.push(question);
        }
    }
    html! {
        @if !told.is_empty() {
            div.settle {
                p { (components::icon(State::Unknown)) "To settle this" }
                ul { @for question in told.iter().take(LONGEST_LIST) { li { (words::sentence(question)) } } }
            }
        }
    }
}

/// Where a rule is written, when somebody looked, and how sure that is.
pub fn source(cite: &Cite, status: &Status<'_>) -> Markup {
    let (authority, source) = status.catalog.source(cite);
    html! {
        p.source {
            span { "Source" } " "
            (components::link_out(source.url.as_deref(), &source.title))
            @if !cite.place.is_empty() { ", " (cite.place) }
            ". Checked " (words::day(authority.checked)) "; "
            (words::confidence(cite.confidence)) "."
            @if cite.confidence != Confidence::High { " Confirm with the " (authority.body) "." }
        }
    }
}
