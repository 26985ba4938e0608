//! The way on paper: what it comes to and how sure that is, the steps month by month, and what it stands on.

use super::{Draft, PlannedStep, WayPlan};
use crate::{
    figure::{Basis, Reference},
    words::{plan as say, step as title},
};
use jiff::civil::Date;
use rung_formats::paper::{Block, Paper};
use rung_record::Usd;
use rung_rules::words::{confidence, disclaimer};
use rung_words::{Words, capital, say};

/// The plan as a document; `name` is whose it is.
pub fn paper(plan: &WayPlan, draft: &Draft, name: Option<&str>, words: &Words) -> Paper {
    let heading = match name {
        Some(name) => say!(words, "plan-paper-of", name = name),
        None => say!(words, "plan-title"),
    };
    let mut own = Sheet { draft, words, blocks: vec![Block::Title(heading.clone())], sources: Vec::new() };
    own.text(&say!(words, "plan-paper-made", day = plan.on));
    own.totals(plan);
    own.steps(plan);
    own.stands_on(plan);
    own.cited();
    own.quiet(&disclaimer(words));
    Paper { title: heading, language: words.language().code().to_owned(), blocks: own.blocks }
}

struct Sheet<'p> {
    draft: &'p Draft,
    words: &'p Words,
    blocks: Vec<Block>,
    sources: Vec<Reference>,
}

impl Sheet<'_> {
    fn heading(&mut self, text: &str) {
        self.blocks.push(Block::Heading(capital(text)));
    }

    fn text(&mut self, text: &str) {
        self.blocks.push(Block::Text(text.to_owned()));
    }

    fn quiet(&mut self, text: &str) {
        self.blocks.push(Block::Quiet(text.to_owned()));
    }

    /// Goals with their days, and what it all comes to.
    fn totals(&mut self, plan: &WayPlan) {
        let words = self.words;
        for aim in &plan.aims {
            let name = say::goal(words, &aim.aim.goal, &aim.name);
            let day = aim.reached.map_or_else(|| say!(words, "plan-reached-already"), |day| words.day(day));
            self.text(&format!("{name}: {day}"));
        }
        say::headline(words, plan).iter().for_each(|line| self.text(line));
        if plan.proven && plan.arrival.is_some() {
            self.quiet(&say!(words, "plan-paper-proof"));
        }
    }

    fn steps(&mut self, plan: &WayPlan) {
        let mut month = String::new();
        for own in plan.steps.iter().filter(|own| !own.step.is_moment()) {
            let now = self.words.month(own.begins);
            if now != month {
                self.heading(&now);
                month = now;
            }
            self.step(own);
        }
    }

    fn step(&mut self, own: &PlannedStep) {
        let (words, draft) = (self.words, self.draft);
        let mut beneath: Vec<String> = Vec::new();
        let told: Vec<String> =
            say::load(words, own).into_iter().chain(say::window(words, &own.step)).collect();
        if !told.is_empty() {
            beneath.push(told.join(" · "));
        }
        for purpose in &own.purposes {
            let number =
                purpose.reason.as_ref().and_then(|reason| reason.source.as_ref()).map(|own| self.number(own));
            beneath.push(capital(&say::purpose(words, draft, purpose)) + &number.unwrap_or_default());
        }
        for price in own.step.prices.iter().filter(|price| price.usd.value > Usd::ZERO) {
            let (stands_on, assumed) = match &price.usd.basis {
                Basis::Told(source) => (self.number(source), ""),
                Basis::Assumed { what, .. } => (format!(" ({})", say!(words, "plan-assumed")), what.as_str()),
                Basis::Chosen { .. } | Basis::Reckoned => (String::new(), ""),
            };
            let what = if price.what.is_empty() { assumed } else { &price.what };
            let what = capital(&words.english(what));
            beneath.push(format!("{what}: {}{stands_on}", words.usd(price.usd.value)));
        }
        if let Some(source) = &own.step.source {
            let number = self.number(source);
            beneath.push(format!("{}{number}", say!(words, "shell-source")));
        }
        let cost = own.step.cost();
        self.blocks.push(Block::Entry {
            when: days(words, own.begins, own.ends),
            what: title(words, &own.step),
            amount: if cost > Usd::ZERO { words.usd(cost) } else { String::new() },
            beneath,
        });
    }

    /// Where a source stands in the list at the end: ` [3]`.
    fn number(&mut self, source: &Reference) -> String {
        let known = self.sources.iter().position(|own| own == source);
        let at = known.unwrap_or_else(|| {
            self.sources.push(source.clone());
            self.sources.len() - 1
        });
        format!(" [{}]", at + 1)
    }

    /// What is supposed, assumed and closed.
    fn stands_on(&mut self, plan: &WayPlan) {
        let words = self.words;
        if !plan.supposes.is_empty() {
            self.heading(&say!(words, "plan-supposed"));
            plan.supposes.iter().for_each(|own| self.text(&say::supposed(words, own)));
        }
        if !plan.assumptions.is_empty() {
            self.heading(&say!(words, "plan-assumptions"));
            // How to change them stays away: on paper nothing can be changed.
            for (own, _) in say::assumptions(words, &plan.assumptions) {
                self.text(&own.join(" "));
            }
        }
    }

    fn cited(&mut self) {
        if self.sources.is_empty() {
            return;
        }
        let words = self.words;
        self.heading(&say!(words, "plan-paper-sources"));
        for (n, own) in std::mem::take(&mut self.sources).iter().enumerate() {
            let place = if own.place.is_empty() { String::new() } else { format!(", {}", own.place) };
            let url = own.url.as_ref().map(|url| format!(" {url}.")).unwrap_or_default();
            let checked = say!(words, "shell-source-checked", day = own.checked);
            let sure = confidence(words, own.confidence);
            self.quiet(&format!("[{}] {}{place}.{url} {checked} {sure}.", n + 1, own.title));
        }
    }
}

/// The days of a step.
fn days(words: &Words, begins: Date, ends: Date) -> String {
    if begins == ends { words.day(begins) } else { format!("{} – {}", words.day(begins), words.day(ends)) }
}
