//! What several pages of this strategy tell: from where it is seen, what is met, what helps, what is paid.

use crate::shell::{
    Fault, Frame, Visit,
    components::{self, State},
    path_part,
};
use maud::{Markup, html};
use rung_catalog::field::{Cites, Role, Sheet};
use rung_rules::Verdict;
use rung_way::{
    Gap, Viewpoint,
    gap::group_verdict,
    interests::Answers,
    pay::Pay,
    remedy::{Effort, Need, Node},
    words,
};
use rung_words::{Words, say};

/// Under which name the answers to the questionnaire are kept.
pub const INTERESTS: &str = "interests";

/// From where the person looks.
pub fn seen(visit: &Visit) -> Viewpoint<'_> {
    Viewpoint::new(visit.record(), visit.catalog(), visit.on())
}

/// The answers that are kept; none where what is kept are no answers to these questions.
pub fn answers(visit: &Visit) -> Answers {
    let kept = visit.kept().settings.get(INTERESTS).map(ToString::to_string);
    let questionnaire = &visit.catalog().field().questionnaire;
    kept.and_then(|text| Answers::from_json(&text, questionnaire).ok()).unwrap_or_default()
}

/// Where the gap to a role is.
pub fn address(role: &Role) -> String {
    format!("/explore/roles/{}", path_part(role.id.as_str()))
}

/// The role that an address names.
pub fn role<'a>(visit: &'a Visit, id: &str) -> Result<&'a Role, Fault> {
    let field = visit.catalog().field();
    field.role(id).ok_or_else(|| {
        let near = |role: &&Role| strsim::jaro_winkler(role.id.as_str(), id) > 0.8;
        let near = field.roles.roles.iter().filter(near).take(3);
        Fault::not_found().suggest(near.map(|role| (address(role), role.title.clone())).collect())
    })
}

/// A verdict in a word.
pub fn verdict(words: &Words, verdict: Verdict) -> String {
    match verdict {
        Verdict::Met => say!(words, "practice-met"),
        Verdict::NotMet => say!(words, "practice-not-met"),
        Verdict::Unknown => say!(words, "practice-unknown"),
    }
}

/// How much of what a role asks is met: a bar and its counts.
pub fn gap_line(frame: &Frame, gap: &Gap<'_>) -> Markup {
    let groups = gap.groups();
    let count = |verdict| groups.iter().filter(|group| group_verdict(group) == verdict).count();
    let counts = [Verdict::Met, Verdict::NotMet, Verdict::Unknown].map(|verdict| (verdict, count(verdict)));
    let words = frame.words;
    html! {
        div.gap-line {
            @if groups.is_empty() {
                p.quiet { (say!(words, "practice-asks-not-known")) }
            } @else {
                (components::shares(&counts.map(|(verdict, count)| (State::of(verdict), count))))
                p {
                    @for (verdict, count) in counts {
                        @if count > 0 {
                            span.count-of { (components::icon(State::of(verdict))) (say_count(words, verdict, count)) } " "
                        }
                    }
                }
            }
        }
    }
}

fn say_count(words: &Words, verdict: Verdict, count: usize) -> String {
    match verdict {
        Verdict::Met => say!(words, "practice-count-met", count = count),
        Verdict::NotMet => say!(words, "practice-count-not-met", count = count),
        Verdict::Unknown => say!(words, "practice-count-unknown", count = count),
    }
}

/// What a role pays, with its source; that no source tells it, where none does.
pub fn pay(frame: &Frame, sheet: &dyn Sheet, role: &Role) -> Markup {
    match Pay::of(role) {
        Some(pay) => html! {
            p.pay { (frame.sentence(&words::pay(frame.words, &pay))) " " (source_links(frame, sheet, &pay.told.cite)) }
        },
        None => html! { p.pay.quiet { (words::pay_not_known(frame.words)) } },
    }
}

/// The titles of sources, as links.
pub fn source_links(frame: &Frame, sheet: &dyn Sheet, cites: &Cites) -> Markup {
    let found: Vec<_> = cites.iter().filter_map(|cite| Some((sheet.source(cite)?, &cite.place))).collect();
    html! {
        @if !found.is_empty() {
            span.source {
                span { (say!(frame.words, "shell-source")) } " "
                @for (n, (source, place)) in found.iter().enumerate() {
                    @if n > 0 { "; " }
                    span lang=[frame.lang_of_english()] {
                        (components::link_out(source.url.as_deref(), &source.title))
                        @if !place.is_empty() { ", " (place) }
                    }
                }
            }
        }
    }
}

/// What would meet something: its steps with what each takes, or why nothing helps.
pub fn remedy(frame: &Frame, nodes: &[Node], need: &Need, effort: Option<&Effort>) -> Markup {
    let words = frame.words;
    let Some(effort) = effort else {
        let why = need.walk().into_iter().find_map(|part| match part {
            Need::Never(why) => Some(words::never(words, why)),
            _ => None,
        });
        return html! {
            p.remedy { strong { (say!(words, "practice-nothing-helps")) } " " (frame.sentence(&why.unwrap_or_default())) }
        };
    };
    let steps: Vec<&Node> = effort.steps.iter().filter_map(|index| nodes.get(*index)).collect();
    let steps: Vec<&Node> = steps.into_iter().filter(|node| !node.step.is_moment()).collect();
    html! {
        @if !steps.is_empty() {
            div.remedy {
                p { strong { (say!(words, "practice-would-meet")) } }
                ol.way-steps {
                    @for node in steps {
                        li { (frame.sentence(&words::step(words, &node.step))) @let takes = takes(words, node); @if !takes.is_empty() { span.quiet { " · " (takes) } } }
                    }
                }
                p.quiet { (say!(words, "practice-takes", effort = words::effort(words, effort))) }
            }
        }
    }
}

/// `60 h, 3 weeks, $129, assumed`.
fn takes(words: &Words, node: &Node) -> String {
    let step = &node.step;
    let mut parts = Vec::new();
    if !step.hours.value.is_zero() {
        parts.push(words.hours(step.hours.value));
    }
    if step.weeks.value > 0 {
        parts.push(say!(words, "practice-weeks", weeks = step.weeks.value));
    }
    if step.cost().in_cents() > 0 {
        parts.push(words.usd(step.cost()));
    }
    if !parts.is_empty() && step.is_assumed() {
        parts.push(say!(words, "practice-effort-assumed"));
    }
    parts.join(", ")
}

/// Rung and kind of work.
pub fn kind(words: &Words, role: &Role) -> String {
    format!("{} · {}", words::rung(words, role.rung), words::work(words, role.work))
}

/// From which states it is seen.
pub fn place(words: &Words, seen: &Viewpoint<'_>) -> String {
    if seen.states.is_empty() {
        return say!(words, "practice-no-state");
    }
    let names: Vec<String> = seen.states.iter().map(|state| state.name.clone()).collect();
    say!(words, "practice-seen-from", states = words.list(&names))
}
