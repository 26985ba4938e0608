//! Roles in an order: by closeness, by pay for the effort, by interest; each with its gap in a line.

use super::{
    rooms::{self, Here},
    told,
};
use crate::shell::{Fault, Page, Room, Visit, path_part, with_query};
use axum::{extract::Query, response::Response};
use maud::{Markup, html};
use rung_catalog::field::Setting;
use rung_way::{
    CareerGraph, Ranking, Ranks,
    figure::OwnFigures,
    interests::{Score, scores},
    pay::BasePay,
    prospects, words,
};
use rung_words::{Words, say};
use serde::Deserialize;

/// Three answers for a role and three against it say enough.
const MOST_SAID: usize = 3;

/// `?by=pay&setting=hospital-inpatient`
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    by: String,
    setting: String,
}

/// An order of roles.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Closeness,
    Pay,
    Interest,
}

impl By {
    const ALL: [Self; 3] = [Self::Closeness, Self::Pay, Self::Interest];

    fn of(code: &str) -> Self {
        Self::ALL.into_iter().find(|by| by.code() == code).unwrap_or(Self::Closeness)
    }

    fn code(self) -> &'static str {
        match self {
            Self::Closeness => "closeness",
            Self::Pay => "pay",
            Self::Interest => "interest",
        }
    }

    fn name(self, words: &Words) -> String {
        match self {
            Self::Closeness => say!(words, "practice-by-closeness"),
            Self::Pay => say!(words, "practice-by-pay"),
            Self::Interest => say!(words, "practice-by-interest"),
        }
    }
}

/// `GET /explore`
pub async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    visit.answer(move |visit| Ok(show(visit, &asked))).await
}

fn show(visit: &Visit, asked: &Asked) -> Page {
    let words = visit.frame.words;
    let (seen, field) = (told::seen(visit), visit.catalog().field());
    let (by, setting) = (By::of(&asked.by), field.setting(&asked.setting));
    let (all, graph) = (prospects(&seen, &OwnFigures::new()), CareerGraph::of(visit.catalog()));
    let place = graph.place(&seen);
    let ranks = Ranks::new(&all, &graph, &place, BasePay::of(&seen));
    let answers = told::answers(visit);
    let scores = scores(field, &answers);
    let mut ranking = match by {
        By::Closeness => ranks.by_closeness(),
        By::Pay => ranks.by_pay(),
        By::Interest => ranks.by_interest(&scores),
    };
    if let Some(setting) = setting {
        let Ranking { order, not_judged, here, behind } = &mut ranking;
        for list in [order, not_judged, here, behind] {
            list.retain(|n| graph.roles[*n].settings.includes(&setting.id));
        }
    }
    let list = List { visit, graph: &graph, ranks: &ranks, scores: &scores, by };
    let title = say!(words, "practice-roles-title");
    let body = html! {
        (rooms::headline(&visit.frame, &title, &say!(words, "practice-roles-lead", place = told::place(words, &seen)), Here::Roles))
        (choice(visit, by, setting))
        (list.about(answers.0.is_empty()))
        (list.apart(&say!(words, "practice-here"), &ranking.here))
        ol.ways { @for role in &ranking.order { li { (list.card(*role)) } } }
        @if ranking.order.is_empty() { p { (say!(words, "practice-none-ranked")) } }
        @match by {
            By::Closeness => {},
            By::Pay => (list.apart(&say!(words, "practice-not-by-pay"), &ranking.not_judged)),
            By::Interest => (list.apart(&say!(words, "practice-not-by-interest"), &ranking.not_judged)),
        }
        (list.apart(&say!(words, "practice-behind"), &ranking.behind))
    };
    Page::new(title, body).within(Room::Explore)
}

/// The orders as tabs, and the settings.
fn choice(visit: &Visit, by: By, setting: Option<&Setting>) -> Markup {
    let words = visit.frame.words;
    let here = setting.map_or("", |setting| setting.id.as_str());
    let english = visit.frame.lang_of_english();
    html! {
        nav.tabs aria-label=(say!(words, "practice-order")) {
            @for other in By::ALL {
                a href=(with_query("/explore", &[("by", other.code()), ("setting", here)])) aria-current=[(other == by).then_some("true")] { (other.name(words)) }
            }
        }
        form.day method="get" action="/explore" {
            input type="hidden" name="by" value=(by.code());
            div.field {
                label for="setting" { (say!(words, "practice-setting")) }
                select #setting name="setting" {
                    option value="" { (say!(words, "practice-all-settings")) }
                    @for own in &visit.catalog().field().settings.settings {
                        option value=(own.id) selected[own.id.as_str() == here] lang=[english] { (own.title) }
                    }
                }
            }
            button.button.quiet type="submit" { (say!(words, "practice-filter")) }
        }
        @if let Some(setting) = setting {
            p { a href={ "/settings/" (path_part(setting.id.as_str())) } { (say!(words, "practice-about-setting", name = words.english(&setting.title))) } }
        }
    }
}

struct List<'l, 'a> {
    visit: &'l Visit,
    graph: &'l CareerGraph<'a>,
    ranks: &'l Ranks<'a>,
    scores: &'l [Option<Score<'a>>],
    by: By,
}

impl List<'_, '_> {
    /// What the order stands on.
    fn about(&self, nothing_answered: bool) -> Markup {
        let frame = &self.visit.frame;
        let words = frame.words;
        html! {
            @match (self.by, &self.ranks.base) {
                (By::Pay, Some(base)) => p.quiet { (frame.sentence(&say!(words, "practice-measured-against", base = words::base_pay(words, base)))) },
                (By::Interest, _) => {
                    @if nothing_answered {
                        p.note { (say!(words, "practice-answer-first")) " " a href="/explore/interests" { (say!(words, "practice-room-interests")) } }
                    }
                    p.quiet { (self.visit.catalog().field().questionnaire.about.of(frame.language.code())) }
                },
                _ => {},
            }
        }
    }

    fn card(&self, role: usize) -> Markup {
        let frame = &self.visit.frame;
        let words = frame.words;
        let (own, prospect) = (self.graph.roles[role], &self.ranks.prospects.all[role]);
        html! {
            article.card.way {
                h2 { a href=(told::address(own)) lang=[frame.lang_of_english()] { (own.title) } }
                p.eyebrow { (told::kind(words, own)) }
                (told::gap_line(frame, &prospect.gap))
                p { (self.steps(role)) " " (frame.sentence(&rung_words::capital(&words::left(words, &prospect.left)))) "." }
                @if self.by == By::Interest { (self.score(role)) }
                (told::pay(frame, &self.visit.catalog().field().roles, own))
                p.leads {
                    a href={ "/roles/" (path_part(own.id.as_str())) } { (say!(words, "practice-about-role")) }
                    a href={ "/explore/compare?a=" (path_part(own.id.as_str())) } { (say!(words, "practice-compare-it")) }
                    a href={ "/plan?to=role:" (path_part(own.id.as_str())) } { (say!(words, "practice-plan-it")) }
                }
            }
        }
    }

    fn steps(&self, role: usize) -> String {
        let words = self.visit.frame.words;
        match self.ranks.closeness[role].steps {
            usize::MAX => say!(words, "practice-steps-no-way"),
            steps => say!(words, "practice-steps-away", steps = steps),
        }
    }

    fn score(&self, role: usize) -> Markup {
        let frame = &self.visit.frame;
        let Some(score) = &self.scores[role] else { return html! {} };
        let mut said: Vec<_> = score.because.iter().filter(|said| said.points != 0).collect();
        said.sort_by_key(|said| std::cmp::Reverse(said.points.abs()));
        html! {
            p { strong { (say!(frame.words, "practice-score", percent = score.percent(), answers = score.because.len())) } }
            ul.serves {
                @for said in said.into_iter().take(MOST_SAID) {
                    li { @if said.points > 0 { "+ " } @else { "− " } (words::said(frame.words, said)) }
                }
            }
        }
    }

    fn apart(&self, title: &str, roles: &[usize]) -> Markup {
        html! {
            @if !roles.is_empty() {
                section.card {
                    h2 { (title) }
                    ul.plain {
                        @for role in roles {
                            @let own = self.graph.roles[*role];
                            li { a href=(told::address(own)) lang=[self.visit.frame.lang_of_english()] { (own.title) } }
                        }
                    }
                }
            }
        }
    }
}
