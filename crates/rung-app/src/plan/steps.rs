//! The steps of a plan, month by month: what each is for, when, what it takes and on what that stands; and what happened.

use super::picture::{anchor, shown};
use crate::shell::{
    Visit,
    components::{self, State},
};
use maud::{Markup, html};
use rung_record::Usd;
use rung_way::{
    figure::{Basis, Reference},
    live::{Agreed, Happened},
    plan::{Draft, PlannedStep, Purpose, WayPlan, answer::Beside},
    steps::Deed,
    words::{self, plan as told},
};
use rung_words::say;

/// What a list of steps knows beside the plan.
#[derive(Clone, Copy)]
pub struct Steps<'s> {
    pub visit: &'s Visit,
    pub plan: &'s WayPlan,
    pub draft: &'s Draft,
    pub beside: Option<&'s Beside>,
    /// The plan that they are steps of, when it is lived: then what happens can be told.
    pub agreed: Option<&'s Agreed>,
}

impl Steps<'_> {
    /// The list.
    pub fn list(self) -> Markup {
        let words = self.visit.frame.words;
        let mut months: Vec<(String, Vec<&PlannedStep>)> = Vec::new();
        for own in shown(self.plan) {
            let month = words.month(own.begins);
            match months.last_mut().filter(|(last, _)| *last == month) {
                Some((_, steps)) => steps.push(own),
                None => months.push((month, vec![own])),
            }
        }
        html! {
            section.card {
                h2 { (say!(words, "plan-steps-title")) }
                @for (month, steps) in months {
                    h3.way-month { (rung_words::capital(&month)) }
                    ol.steps { @for own in steps { (self.step(own)) } }
                }
            }
        }
    }

    fn step(self, own: &PlannedStep) -> Markup {
        let (frame, words) = (&self.visit.frame, self.visit.frame.words);
        let purposes: Vec<&Purpose> = own.purposes.iter().collect();
        html! {
            li id=(anchor(own)) {
                p.when { (frame.day(own.begins)) @if own.ends != own.begins { " – " (frame.day(own.ends)) } @if self.is_done(own) { " " (components::chip(State::Met, &say!(words, "plan-done"))) } }
                h4 { (frame.sentence(&words::step(words, &own.step))) }
                @let load = told::load(words, own);
                @let window = told::window(words, &own.step);
                @if !load.is_empty() || !window.is_empty() || own.critical {
                    p.tags {
                        @for (n, text) in load.iter().chain(&window).enumerate() { @if n > 0 { " · " } (frame.sentence(text)) }
                    }
                }
                (self.prices(own))
                ul.serves {
                    @for purpose in purposes {
                        li {
                            (frame.sentence(&rung_words::capital(&told::purpose(words, self.draft, purpose))))
                            @if let Some(source) = purpose.reason.as_ref().and_then(|reason| reason.source.as_ref()) { " " (self.reference(source)) }
                        }
                    }
                }
                details.refused {
                    summary { (say!(words, "plan-more-of-step")) }
                    p { (frame.sentence(&told::held_by(words, self.draft, &own.held_by))) }
                    @if let Some(others) = told::as_good(words, self.draft, &own.step.key) { p { (frame.sentence(&others)) } }
                    @if let Some(without) = self.without(own) { p { (frame.sentence(&without)) } }
                    @if !own.step.tasks.is_empty() {
                        ul.plain { @for task in &own.step.tasks { li { (frame.english(&task.what)) " " (self.reference(&task.source)) } } }
                    }
                    @for note in &own.step.notes { p.quiet { (frame.english(note)) } }
                    @if let Some(source) = &own.step.source { p { (self.reference(source)) } }
                }
                @if self.agreed.is_some() && !self.is_done(own) { (self.what_happened(own)) }
            }
        }
    }

    fn without(self, own: &PlannedStep) -> Option<String> {
        let (_, without) = self.beside?.without.iter().find(|(key, _)| *key == own.step.key)?;
        Some(told::without(self.visit.frame.words, without))
    }

    fn is_done(self, own: &PlannedStep) -> bool {
        let told = self.agreed.and_then(|agreed| agreed.told.iter().rfind(|told| told.step == own.step.key));
        told.is_some_and(|told| matches!(told.what, Happened::Done { .. }))
    }

    /// What is paid and how long it takes, each with what it stands on.
    fn prices(self, own: &PlannedStep) -> Markup {
        let (frame, words) = (&self.visit.frame, self.visit.frame.words);
        let hours = &own.step.hours;
        html! {
            ul.stands-on {
                @if !hours.value.is_zero() {
                    li { strong { (words.hours(hours.value)) } " " (say!(words, "plan-of-your-time")) " " (self.basis(&hours.basis)) }
                }
                @for price in own.step.prices.iter().filter(|price| price.usd.value > Usd::ZERO) {
                    li { strong { (words.usd(price.usd.value)) } " " (frame.english(&price.what)) " " (self.basis(&price.usd.basis)) }
                }
                @if own.step.weeks.value > 0 && own.step.weeks.is_assumed() {
                    li { strong { (say!(words, "plan-route-weeks", weeks = own.step.weeks.value)) } " " (say!(words, "plan-at-least-to-wait")) " " (self.basis(&own.step.weeks.basis)) }
                }
            }
        }
    }

    fn basis(self, basis: &Basis) -> Markup {
        let words = self.visit.frame.words;
        html! {
            @match basis {
                Basis::Told(reference) => (self.reference(reference)),
                Basis::Assumed { .. } => span.assumed { (say!(words, "plan-assumed")) },
                Basis::Chosen { .. } => span.source { (say!(words, "plan-your-figure")) },
                Basis::Reckoned => {},
            }
        }
    }

    fn reference(self, own: &Reference) -> Markup {
        let frame = &self.visit.frame;
        html! {
            span.source {
                span { (say!(frame.words, "shell-source")) } " "
                span lang=[frame.lang_of_english()] { (components::link_out(own.url.as_deref(), &own.title)) @if !own.place.is_empty() { ", " (own.place) } }
                ". " (say!(frame.words, "shell-source-checked", day = own.checked)) " " (frame.sure(own.confidence))
            }
        }
    }

    fn what_happened(self, own: &PlannedStep) -> Markup {
        let (frame, words) = (&self.visit.frame, self.visit.frame.words);
        let day = format!("{}-day", anchor(own));
        let weeks = format!("{}-weeks", anchor(own));
        let is_exam = matches!(own.step.deed, Deed::Exam { .. });
        html! {
            details.refused.happened {
                summary { (say!(words, "plan-what-happened")) }
                (frame.form("/plan/tell", html! {
                    input type="hidden" name="step" value=(own.step.key);
                    div.told-by {
                        (components::field(&day, &say!(words, "plan-field-day"), "", None, |_| html! {
                            input type="date" id=(day) name="day" value=(self.visit.on()) required min="1900-01-01" max="2200-12-31";
                        }))
                        div.actions {
                            button.button name="what" value="done" { (say!(words, "plan-tell-done")) }
                            button.button.quiet name="what" value="begun" { (say!(words, "plan-tell-begun")) }
                            @if is_exam { button.button.quiet name="what" value="failed" { (say!(words, "plan-tell-failed")) } }
                            button.button.quiet name="what" value="slipped" { (say!(words, "plan-tell-slipped")) }
                        }
                    }
                    div.told-by {
                        (components::field(&weeks, &say!(words, "plan-field-weeks"), "", None, |_| html! {
                            input id=(weeks) name="weeks" inputmode="numeric" maxlength="3" autocomplete="off";
                        }))
                        div.actions { button.button.quiet name="what" value="takes" { (say!(words, "plan-tell-takes")) } }
                    }
                }))
            }
        }
    }
}
