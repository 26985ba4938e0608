//! What lies between the record and a role, ask by ask, and what would meet it.

use super::{
    rooms::{self, Here},
    told,
};
use crate::shell::{Fault, Page, Room, Visit, components, components::State, path_part};
use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use rung_catalog::field::Strength;
use rung_rules::Verdict;
use rung_way::{
    Line, Prospect, Prospects, Remedy, Viewpoint, compare::asked, figure::OwnFigures, prospects_of,
    remedy::Node, words,
};
use rung_words::{Words, say};

/// `GET /explore/roles/{id}`
pub async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Fault> {
    visit.answer(move |visit| show(visit, &id)).await
}

/// How strictly, in the order of the page.
const SECTIONS: [&[Strength]; 4] = [
    &[Strength::Required, Strength::Alternative],
    &[Strength::Described],
    &[Strength::Preferred],
    &[Strength::Credential],
];

fn section_title(words: &Words, section: usize) -> String {
    match section {
        0 => say!(words, "practice-asked-required"),
        1 => say!(words, "practice-asked-described"),
        2 => say!(words, "practice-asked-welcome"),
        _ => say!(words, "practice-asked-credential"),
    }
}

fn show(visit: &Visit, id: &str) -> Result<Page, Fault> {
    let (frame, words, seen) = (&visit.frame, visit.frame.words, told::seen(visit));
    let role = told::role(visit, id)?;
    let Prospects { all, nodes } = prospects_of(&seen, &OwnFigures::new(), &[role]);
    let Some(prospect) = all.first() else { return Err(Fault::not_found()) };
    let sheet = &visit.catalog().field().roles;
    let part = path_part(role.id.as_str());
    let says = match prospect.gap.verdict {
        Verdict::Met => say!(words, "practice-gap-met"),
        Verdict::NotMet => say!(words, "practice-gap-not-met"),
        Verdict::Unknown => say!(words, "practice-gap-unknown"),
    };
    let gap = GapView { visit, seen: &seen, nodes: &nodes, prospect };
    let body = html! {
        (rooms::headline(frame, &role.title, "", Here::Roles))
        p.eyebrow { (told::kind(words, role)) " · " (told::place(words, &seen)) }
        section.card {
            p { (components::chip(State::of(prospect.gap.verdict), &says)) }
            (told::gap_line(frame, &prospect.gap))
            p { strong { (say!(words, "practice-left")) } " " (frame.sentence(&words::left(words, &prospect.left))) }
            (told::pay(frame, sheet, role))
            div.actions {
                a.button href={ "/plan?to=role:" (part) } { (say!(words, "practice-plan-it")) }
                a.button.quiet href={ "/explore/compare?a=" (part) } { (say!(words, "practice-compare-it")) }
                a href={ "/roles/" (part) } { (say!(words, "practice-about-role")) }
            }
        }
        @for (n, strengths) in SECTIONS.into_iter().enumerate() { (gap.section(n, strengths)) }
        section.card {
            h2 { (say!(words, "practice-sources")) }
            p { (told::source_links(frame, sheet, &role.cite)) }
            p.quiet { (say!(words, "practice-sources-checked", day = sheet.checked)) }
        }
    };
    Ok(Page::new(&role.title, body).within(Room::Explore))
}

struct GapView<'g, 'a> {
    visit: &'g Visit,
    seen: &'g Viewpoint<'a>,
    nodes: &'g [Node],
    prospect: &'g Prospect<'a>,
}

impl GapView<'_, '_> {
    fn section(&self, number: usize, strengths: &[Strength]) -> Markup {
        let words = self.visit.frame.words;
        let lines = self.prospect.gap.lines.iter().zip(&self.prospect.remedies);
        let own: Vec<_> = lines.filter(|(line, _)| strengths.contains(&line.ask.strength)).collect();
        html! {
            @if !own.is_empty() || number == 0 {
                section.card {
                    h2 { (section_title(words, number)) }
                    @if own.is_empty() { p { (say!(words, "practice-nothing-required")) } }
                    ul.conditions { @for (line, remedy) in own { (self.line(line, remedy.as_ref())) } }
                }
            }
        }
    }

    fn line(&self, line: &Line<'_>, remedy: Option<&Remedy>) -> Markup {
        let (frame, words) = (&self.visit.frame, self.visit.frame.words);
        let state = State::of(line.verdict);
        html! {
            li.condition.(state.class()) {
                p.what {
                    (components::icon(state))
                    span {
                        @if line.ask.strength == Strength::Alternative { em { (words::strength(words, Strength::Alternative)) ": " } }
                        (frame.sentence(&words.english(asked(self.seen, self.prospect.gap.role, line, words))))
                    }
                    span.word { (told::verdict(words, line.verdict)) }
                }
                @for because in &line.because { p { (frame.sentence(&words::because(words, because, self.seen))) } }
                @if !line.questions.is_empty() {
                    div.settle {
                        p { (components::icon(State::Unknown)) (say!(words, "practice-to-settle")) }
                        ul { @for open in &line.questions { li { (frame.sentence(&words::open(words, open, self.seen))) } } }
                    }
                }
                @if let Some(remedy) = remedy { (told::remedy(frame, self.nodes, &remedy.need, remedy.effort.as_ref())) }
            }
        }
    }
}
