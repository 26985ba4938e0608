//! The way on a page of the terminal.

use crate::{
    output::{Page, english},
    term::{Style, Text, wrap},
};
use jiff::{ToSpan, civil::Date};
use rung_record::Usd;
use rung_rules::{Verdict, words::disclaimer};
use rung_way::{
    Viewpoint,
    plan::{Outcome, PlannedStep, Solved, WayResult, answer::Beside},
    why::WhyNot,
    words::{self, plan as say},
};

/// Where the titles of steps begin.
pub const INDENT: usize = 23;

/// The outcome on a page.
pub struct Sheet<'p> {
    pub page: &'p mut Page,
    pub outcome: &'p Outcome,
    pub beside: &'p Beside,
}

/// Whose way it is, of which day, and where it leads.
pub fn heading(page: &mut Page, seen: &Viewpoint<'_>, outcome: &Outcome) {
    let name = seen.record.person.name.as_deref().unwrap_or("Your record");
    let mut first = Text::new().with(Style::Bold, name);
    first.end_at(page.terminal.width, Text::new().with(Style::Dim, &seen.on.to_string()));
    page.line(&first);
    for aim in &outcome.draft.aims {
        let name = say::goal(english(), &aim.aim.goal, &aim.name);
        page.text(0, Style::Dim, &say::reached(english(), &name));
    }
}

/// The days of a step beneath its month: `Nov 23 to Dec 6`; with the year where they reach beyond eleven months.
pub fn days(begins: Date, ends: Date) -> String {
    let day = |day: Date| day.strftime("%b %-d").to_string();
    match ends {
        same if same == begins => day(begins),
        far if begins.saturating_add(11.months()) < far => {
            format!("{} to {}", day(begins), far.strftime("%b %Y"))
        }
        near => format!("{} to {}", day(begins), day(near)),
    }
}

impl Sheet<'_> {
    /// Shows it whole.
    pub fn show(&mut self, seen: &Viewpoint<'_>) {
        heading(self.page, seen, self.outcome);
        match &self.outcome.result {
            WayResult::Plan(solved) => self.plan(solved),
            _ => self.none(),
        }
        self.page.gap();
        self.page.text(0, Style::Dim, &disclaimer(english()));
    }

    /// Why there is no plan; nothing where there is one.
    pub fn none(&mut self) {
        match &self.outcome.result {
            WayResult::Plan(_) => {}
            WayResult::Nothing(_) => self.nothing(),
            WayResult::Blocked(blocked) => {
                for own in blocked {
                    let mut lines = say::blocked(english(), own).into_iter();
                    self.page.judged(0, Verdict::NotMet, &lines.next().unwrap_or_default());
                    lines.for_each(|line| self.page.text(4, Style::Plain, &line));
                }
            }
            WayResult::NotKnown => self.page.judged(
                0,
                Verdict::Unknown,
                "Nothing was found in time. Give it more with --seconds.",
            ),
        }
    }

    fn plan(&mut self, solved: &Solved) {
        let plan = &solved.plan;
        let verdict = if plan.proven { Verdict::Met } else { Verdict::Unknown };
        let mut lines = say::headline(english(), plan).into_iter();
        self.page.judged(0, verdict, &lines.next().unwrap_or_default());
        lines.for_each(|line| self.page.text(4, Style::Plain, &line));
        let mut month = String::new();
        for own in &plan.steps {
            let now = english().month(own.begins);
            if now != month {
                self.page.gap();
                self.page.line(&Text::new().with(Style::Bold, &now));
                month = now;
            }
            self.step(own);
        }
        self.list("Supposed", plan.supposes.iter().map(|own| vec![say::supposed(english(), own)]).collect());
        let assumed = say::assumptions(english(), &plan.assumptions).into_iter();
        let assumed = assumed.map(|(lines, change)| lines.into_iter().chain([change]).collect());
        self.list("Assumed: no source tells these figures", assumed.collect());
        self.list("Closed", plan.closed.iter().map(|own| vec![say::closed(english(), own)]).collect());
    }

    fn step(&mut self, own: &PlannedStep) {
        let mark = if own.critical { self.page.terminal.pick("● ", "* ") } else { "  " };
        let days = days(own.begins, own.ends);
        let price = own.step.cost();
        let price = if price == Usd::ZERO { String::new() } else { english().usd(price) };
        let width = self.page.terminal.width;
        let title = words::step(english(), &own.step);
        let room = width.saturating_sub(INDENT + price.len() + 2);
        for (n, part) in wrap(&title, room).iter().enumerate() {
            let mut row = Text::new();
            if n == 0 {
                row.push(Style::Accent, mark);
                row.push(Style::Dim, &days);
            }
            row.pad_to(INDENT);
            row.push(Style::Bold, part);
            if n == 0 {
                row.end_at(width, Text::plain(&price));
            }
            self.page.line(&row);
        }
        if own.step.is_moment() {
            return;
        }
        let mut told = say::load(english(), own);
        told.extend(say::window(english(), &own.step));
        if !told.is_empty() {
            self.page.text(INDENT, Style::Dim, &told.join(" · "));
        }
        let draft = &self.outcome.draft;
        for purpose in own.purposes.iter().filter(|purpose| purpose.reason.is_some() || purpose.aim.is_some())
        {
            self.page.text(INDENT, Style::Plain, &say::purpose(english(), draft, purpose));
            let source = purpose.reason.as_ref().and_then(|reason| reason.source.as_ref());
            if let Some(source) = source {
                self.page.text(
                    INDENT,
                    Style::Dim,
                    &format!("{}, {} confidence", source.title, source.confidence.as_str()),
                );
            }
        }
        if let Some(others) = say::as_good(english(), draft, &own.step.key) {
            self.page.text(INDENT, Style::Plain, &others);
        }
        if let Some((_, without)) = self.beside.without.iter().find(|(key, _)| *key == own.step.key) {
            self.page.text(INDENT, Style::Plain, &say::without(english(), without));
            self.page.text(INDENT, Style::Plain, &say::held_by(english(), draft, &own.held_by));
        }
    }

    fn list(&mut self, heading: &str, items: Vec<Vec<String>>) {
        if items.is_empty() {
            return;
        }
        self.page.gap();
        self.page.line(&Text::new().with(Style::Bold, heading));
        for item in items {
            self.page.text(2, Style::Plain, &item.join(" "));
        }
    }

    fn nothing(&mut self) {
        self.page.judged(0, Verdict::NotMet, "Nothing fits: these cannot all be met together.");
        let Some(WhyNot { reasons, minimal, ways }) = &self.beside.why_not else { return };
        let draft = &self.outcome.draft;
        for reason in say::asked_together(english(), draft, reasons) {
            self.page.text(2, Style::Plain, &reason);
        }
        if *minimal {
            self.page.text(2, Style::Dim, "None of them can be spared: proven.");
        }
        self.list("What would do", ways.iter().map(|way| vec![say::way(english(), way)]).collect());
    }
}
