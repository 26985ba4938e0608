//! One requirement: a row that opens to its proof.

use super::view::{View, title_of};
use crate::shell::{
    components::{self, State},
    words::capital,
};
use maud::{Markup, html};
use rung_catalog::Ask;
use rung_record::Hours;
use rung_rules::{Line, NotCounted, Obligation, Question, Reason, Verdict, rule_words, words as spoken};
use rung_words::say;

/// A page lists no more credits than this at one place, and says how many more there are. The API lists all.
const LONGEST_LIST: usize = 50;

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

impl View<'_, '_> {
    fn word_of_line(self, line: &Line<'_>) -> String {
        let words = self.words();
        match state(line) {
            State::Met => say!(words, "education-line-met"),
            State::NotMet | State::Expired => say!(words, "education-line-not-met"),
            State::Unknown => say!(words, "education-line-unknown"),
            State::Quiet if line.applies == Verdict::NotMet => say!(words, "education-line-does-not-apply"),
            State::Quiet if is_cap(line) => say!(words, "education-line-limit"),
            State::Quiet => say!(words, "education-line-nothing-asked"),
        }
    }

    /// The line's amounts in words, and the amount that its bar is measured by.
    fn amounts(self, line: &Line<'_>) -> (String, Option<Hours>) {
        let state = state(line);
        let is_daily = matches!(line.requirement.ask, Ask::Maximum { per_day: true, .. });
        let amounts = match state {
            // What counts in all says nothing about a limit for each day.
            _ if is_daily => line.asked.map_or_else(String::new, |most| {
                say!(self.words(), "education-line-at-most-daily", hours = most)
            }),
            State::Quiet if !is_cap(line) => String::new(),
            State::Met if line.met_otherwise().is_some() => say!(self.words(), "education-line-another-way"),
            _ => spoken::amounts(self.words(), line),
        };
        let bar = line.asked.filter(|asked| {
            !asked.is_zero() && !amounts.is_empty() && !is_daily && line.met_otherwise().is_none()
        });
        (amounts, bar)
    }

    /// The row, and what it opens to.
    pub fn row(self, line: &Line<'_>) -> Markup {
        let state = state(line);
        let year = line.id.strip_prefix(line.requirement.id.as_str()).and_then(|rest| rest.strip_prefix('-'));
        let (amounts, bar) = self.amounts(line);
        html! {
            details.requirement.(state.class()) {
                summary {
                    span.mark { (components::icon(state)) }
                    span.what {
                        (self.frame.english(&capital(&line.requirement.what)))
                        @if let Some(year) = year { " (" (year) ")" }
                    }
                    span.amounts { (self.frame.sentence(&amounts)) }
                    span.word { (self.word_of_line(line)) }
                    @if let Some(asked) = bar {
                        (components::progress(state, line.counted.in_seconds(), asked.in_seconds()))
                    }
                }
                div.proof { (self.proof(line)) }
            }
        }
    }

    fn proof(self, line: &Line<'_>) -> Markup {
        let (words, frame) = (self.words(), self.frame);
        let window = line.window.filter(|window| window.from.year() > 1900);
        let english = frame.lang_of_english();
        html! {
            p.rule { (frame.quote(&line.requirement.what)) ": " (frame.sentence(&rule_words::requirement(frame.words, self.status.catalog, line.requirement))) "." }
            @if let Some(exception) = line.exception {
                p { (say!(words, "education-special-case")) " " (frame.english(&exception.why)) "." }
            }
            @if line.applies == Verdict::NotMet { p { (say!(words, "education-applies-not")) } }
            (self.settle_box(line.questions.iter()))
            @if let Some(window) = window {
                p.quiet { (say!(words, "education-window", from = window.from, until = window.last())) }
            }
            @if !line.credits.is_empty() { (self.counted(line)) }
            @else if line.window.is_some() && state(line) != State::Quiet { p { (say!(words, "education-nothing-counts")) } }
            (self.not_counted(&line.not_counted))
            @if !line.all_of.is_empty() {
                h3 { (say!(words, "education-its-parts")) }
                @for inner in &line.all_of { (self.row(inner)) }
            }
            @if !line.or.is_empty() {
                h3 { (say!(words, "education-instead")) }
                @for inner in &line.or { (self.row(inner)) }
            }
            @if let Some(note) = &line.requirement.note { p.note lang=[english] { (frame.sentence(note)) } }
            (self.source(&line.requirement.cite))
        }
    }

    /// A credit by its index in the record: its title, which leads to its own page.
    fn credit(self, index: usize) -> Markup {
        let credit = &self.status.record.credits[index];
        html! { a href=(super::credit_page::address(credit.id.as_str())) { (title_of(credit)) } }
    }

    fn counted(self, line: &Line<'_>) -> Markup {
        let words = self.words();
        let has_hours = line.asked.is_some();
        let row = |counted: &rung_rules::Counted| {
            let mut cells = vec![
                html! {
                    (self.credit(counted.credit))
                    @if counted.carried { " " span.quiet { (say!(words, "education-carried")) } }
                },
                self.frame.day(self.status.record.credits[counted.credit].completed),
            ];
            if has_hours {
                cells.push(html! { (words.hours(counted.hours)) });
            }
            cells
        };
        let rows: Vec<Vec<Markup>> = line.credits.iter().take(LONGEST_LIST).map(row).collect();
        let columns = [
            say!(words, "education-column-credit"),
            say!(words, "education-column-completed"),
            say!(words, "education-column-hours"),
        ];
        let columns: Vec<&str> =
            columns.iter().map(String::as_str).take(if has_hours { 3 } else { 2 }).collect();
        let count = line.credits.len();
        let caption = if has_hours {
            say!(words, "education-counted-hours", hours = line.counted, count = count)
        } else {
            say!(words, "education-counted", count = count)
        };
        html! {
            (components::table(&caption, &columns, &rows))
            (self.and_more(count))
        }
    }

    fn and_more(self, count: usize) -> Markup {
        html! {
            @if count > LONGEST_LIST { p.quiet { (say!(self.words(), "education-and-more", count = count - LONGEST_LIST)) } }
        }
    }

    /// Credits that do not count, gathered by the one reason that a person would give first.
    pub fn not_counted(self, refused: &[NotCounted]) -> Markup {
        let words = self.words();
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
                        (say!(words, "education-not-counted", count = group.len())) ": "
                        (self.frame.sentence(&spoken::reason(words, *reason, self.status.record)))
                    }
                    ul {
                        @for refused in group.iter().take(LONGEST_LIST) {
                            li {
                                (self.credit(refused.credit)) ", "
                                (self.frame.day(self.status.record.credits[refused.credit].completed))
                                @if !refused.hours.is_zero() { ", " (words.hours(refused.hours)) }
                            }
                        }
                    }
                    (self.and_more(group.len()))
                }
            }
        }
    }

    /// What would settle the unknowns of a whole obligation: its own questions, and those of its lines.
    pub fn all_to_settle(self, obligation: &Obligation<'_>) -> Markup {
        fn gather<'l, 'a>(lines: &'l [Line<'a>], into: &mut Vec<&'l Question<'a>>) {
            for line in lines.iter().filter(|line| line.verdict == Verdict::Unknown) {
                into.extend(&line.questions);
                gather(&line.all_of, into);
                gather(&line.or, into);
            }
        }
        let mut questions: Vec<&Question<'_>> = obligation.questions.iter().collect();
        gather(&obligation.lines, &mut questions);
        self.settle_box(questions.into_iter())
    }

    /// What would settle an unknown. What is asked about a credit leads to the form where it can be told.
    fn settle_box<'q, 'q2: 'q>(self, questions: impl Iterator<Item = &'q Question<'q2>>) -> Markup {
        let mut told: Vec<(String, Option<usize>)> = Vec::new();
        for question in questions {
            let credit = if let Question::AboutCredit(credit, _) = question { Some(*credit) } else { None };
            let said = spoken::question(self.words(), question, self.status.record);
            if !told.iter().any(|(known, _)| *known == said) {
                told.push((said, credit));
            }
        }
        html! {
            @if !told.is_empty() {
                div.settle {
                    p { (components::icon(State::Unknown)) (say!(self.words(), "education-to-settle")) }
                    ul {
                        @for (question, credit) in told.iter().take(LONGEST_LIST) {
                            li {
                                (self.frame.sentence(question))
                                @if let Some(credit) = credit.and_then(|credit| self.status.record.credits.get(credit)) {
                                    " " a href=(super::credit_page::edit_address(credit.id.as_str())) { (say!(self.words(), "education-tell-it")) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
