//! The ladder as a picture: four rungs, what is held on each, where one stands and what is next.

use crate::shell::{Visit, components::State};
use maud::{Markup, html};
use rung_rules::Verdict;
use rung_today::ladder::{self, Holding, Ladder, Rung, Step};
use rung_words::say;

/// Names of so many letters fit beside a rung.
const LONGEST: usize = 24;
const LINES: usize = 2;
/// Lists beneath the picture are no longer than this.
const MOST_STEPS: usize = 8;

/// The picture and the same in words.
pub fn figure(visit: &Visit, ladder: &Ladder<'_>) -> Markup {
    let told = ladder::in_words(visit.frame.words, ladder);
    html! {
        figure.climb {
            (picture(visit, ladder))
            figcaption {
                p { (visit.frame.sentence(&told)) }
                details.refused {
                    summary { (say!(visit.frame.words, "today-ladder-all")) }
                    (in_words(visit, ladder))
                }
            }
        }
    }
}

/// Between two rungs, and from the top to the first.
const RUNG: i32 = 66;
const TOP: i32 = 40;
const HEIGHT: i32 = 282;

/// Two rails that come together upwards, four rungs, a name beside each, and somebody who climbs.
fn picture(visit: &Visit, ladder: &Ladder<'_>) -> Markup {
    let label =
        say!(visit.frame.words, "today-ladder-label", where = ladder::in_words(visit.frame.words, ladder));
    html! {
        svg.climb viewBox={ "0 0 330 " (HEIGHT) } role="img" aria-label=(label) {
            path.rail d={ "M26 " (HEIGHT - 6) "L48 8M142 " (HEIGHT - 6) "L120 8" } {}
            @for (n, rung) in (0..).zip(ladder.rungs.iter().rev()) {
                @let y = TOP + n * RUNG;
                @let inset = (HEIGHT - y) * 22 / HEIGHT;
                g.rung.(class(ladder, rung)) {
                    path d={ "M" (28 + inset) " " (y) "H" (140 - inset) } {}
                    text.level x="158" y=(y - 2) { (rung.level.name(visit.frame.words)) }
                    @for (line, text) in (0..).zip(short_lines(&beside(visit, ladder, rung))) {
                        text.holds x="158" y=(y + 15 + line * 15) { (text) }
                    }
                }
                @if ladder.stands_on == Some(rung.level) { (climber(y)) }
            }
            @if ladder.stands_on.is_none() { (climber(HEIGHT - 8)) }
        }
    }
}

/// Somebody who stands at this height.
fn climber(y: i32) -> Markup {
    html! {
        g.climber transform={ "translate(84 " (y - 4) ")" } {
            circle cy="-40" r="7" {}
            path d="M0-32V-14M0-14L-6-1M0-14L7-1M0-28L-11-34M0-28L12-38" {}
        }
    }
}

fn class(ladder: &Ladder<'_>, rung: &Rung<'_>) -> &'static str {
    match rung.verdict {
        Verdict::Met => State::Met.class(),
        Verdict::Unknown => State::Unknown.class(),
        Verdict::NotMet if ladder.next == Some(rung.level) => "next",
        Verdict::NotMet => State::Quiet.class(),
    }
}

/// What is held there, or what there is to be had.
fn beside(visit: &Visit, ladder: &Ladder<'_>, rung: &Rung<'_>) -> String {
    let words = visit.frame.words;
    let name =
        |step: &&Step<'_>| step.credential.initials.clone().unwrap_or_else(|| step.credential.title.clone());
    let held: Vec<String> = rung.steps.iter().filter(|step| is_held(step)).map(|step| name(&step)).collect();
    match held.as_slice() {
        [] if ladder.next == Some(rung.level) => say!(words, "today-ladder-next"),
        [] if rung.steps.is_empty() => say!(words, "today-ladder-nothing-known"),
        [] => String::new(),
        held => held.join(", "),
    }
}

/// A text in two lines at most, as wide as there is room for beside the picture.
fn short_lines(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= LONGEST => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let is_cut = lines.len() > LINES;
    lines.truncate(LINES);
    for line in &mut lines {
        if line.chars().count() > LONGEST {
            *line = line.chars().take(LONGEST - 1).chain(['…']).collect();
        }
    }
    if is_cut && let Some(last) = lines.last_mut() {
        *last = last.trim_end_matches(',').chars().take(LONGEST - 1).chain(['…']).collect();
    }
    lines
}

fn is_held(step: &Step<'_>) -> bool {
    matches!(step.held, Holding::Active(_) | Holding::NotKnown)
}

/// Rung by rung, the highest first.
fn in_words(visit: &Visit, ladder: &Ladder<'_>) -> Markup {
    let words = visit.frame.words;
    html! {
        ol.rungs reversed {
            @for rung in ladder.rungs.iter().rev() {
                li {
                    strong { (rung.level.name(visit.frame.words)) }
                    ul {
                        @for step in rung.steps.iter().take(MOST_STEPS) {
                            li {
                                a href={ "/credentials/" (step.credential.id) } lang=[visit.frame.lang_of_english()] {
                                    (visit.catalog().short_name(step.credential.id.as_str()))
                                }
                                ": " (standing(visit, step))
                            }
                        }
                        @if rung.steps.len() > MOST_STEPS {
                            li { (say!(words, "today-more", count = rung.steps.len() - MOST_STEPS)) }
                        }
                        @if rung.steps.is_empty() { li { (say!(words, "today-ladder-nothing-known")) } }
                    }
                }
            }
        }
    }
}

fn standing(visit: &Visit, step: &Step<'_>) -> String {
    let words = visit.frame.words;
    match (step.held, step.eligibility.as_ref().map(|answer| answer.verdict)) {
        (Holding::Active(Some(until)), _) => say!(words, "today-step-good-until", day = until),
        (Holding::Active(None), _) => say!(words, "today-step-held"),
        (Holding::NotKnown, _) => say!(words, "today-step-not-known"),
        (Holding::NotActive, _) => say!(words, "today-step-lapsed"),
        (Holding::Not, Some(Verdict::Met)) => say!(words, "today-step-open"),
        (Holding::Not, Some(Verdict::Unknown)) => say!(words, "today-step-unknown"),
        (Holding::Not, _) => say!(words, "today-step-not-yet"),
    }
}
