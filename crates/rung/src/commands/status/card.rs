//! One obligation on the page.

use super::{
    full_title,
    lines::{BAR, Columns, amount, in_brief, is_exempt, label, outcome, short, some_hours},
    told::{Told, goes_without_saying},
};
use crate::{
    output::{Page, english},
    term::{Style, Text, cut, wrap},
};
use rung_catalog::{Cite, Confidence, Fee};
use rung_record::Hours;
use rung_rules::{Line, NotCounted, Obligation, Reason, Route, Status, Verdict, words};

/// One obligation, framed on its left.
pub(super) struct Card<'p, 's, 'a> {
    page: &'p mut Page,
    status: &'s Status<'a>,
    obligation: &'s Obligation<'a>,
    proof: bool,
    columns: Columns,
    /// The sources named so far; a proof refers to them by number.
    sources: Vec<&'a Cite>,
}

impl<'p, 's, 'a> Card<'p, 's, 'a> {
    pub(super) fn new(
        page: &'p mut Page,
        status: &'s Status<'a>,
        obligation: &'s Obligation<'a>,
        proof: bool,
    ) -> Self {
        let columns = Columns::of(&obligation.lines);
        Self { page, status, obligation, proof, columns, sources: Vec::new() }
    }

    pub(super) fn show(&mut self) {
        self.top();
        self.paragraph(Style::Plain, &words::summary(english(), self.obligation, self.status));
        self.days();
        self.elsewhere();
        if !self.obligation.lines.is_empty() {
            self.row(Text::new());
        }
        let obligation = self.obligation;
        let mut told = Told::before(&obligation.lines);
        for line in &obligation.lines {
            self.line(line, 0, &mut told);
        }
        self.footer();
        self.bottom();
    }

    fn width(&self) -> usize {
        self.page.terminal.width
    }

    /// `╭─ Texas Registered Pharmacy Technician · tx-pharmacy-technician ─── ○ not met`
    fn top(&mut self) {
        let terminal = self.page.terminal;
        let verdict = self.obligation.verdict;
        let chip = format!(" {} {verdict} ", terminal.sign(verdict));
        let title =
            match self.obligation.rules.map(|rules| rules.duty.as_str()).filter(|duty| !duty.is_empty()) {
                Some("ce") => format!("{}: continuing education", full_title(self.obligation, self.status)),
                Some(duty) => format!("{}: {duty}", full_title(self.obligation, self.status)),
                None => full_title(self.obligation, self.status),
            };
        let room = self.width() - Text::plain(&chip).width() - 6;
        let mut top = Text::new()
            .with(Style::Is(verdict), terminal.pick("╭─ ", "+- "))
            .with(Style::Bold, &cut(&title, room));
        let id = format!(" · {}", self.obligation.credential.id);
        if top.width() + Text::plain(&id).width() <= room {
            top.push(Style::Dim, &id);
        }
        top.push(Style::Plain, " ");
        let line = self.width().saturating_sub(top.width() + Text::plain(&chip).width());
        top.push(Style::Is(verdict), &terminal.pick("─", "-").repeat(line));
        top.push(Style::Chip(verdict), &chip);
        self.page.line(&top);
    }

    fn bottom(&mut self) {
        let terminal = self.page.terminal;
        let style = Style::Is(self.obligation.verdict);
        self.page.line(&Text::new().with(style, terminal.pick("╰─", "+-")));
    }

    /// A row inside the frame.
    fn row(&mut self, text: Text) {
        let terminal = self.page.terminal;
        let mut row = Text::new().with(Style::Is(self.obligation.verdict), terminal.pick("│  ", "|  "));
        row.append(text);
        self.page.line(&row);
    }

    fn paragraph(&mut self, style: Style, text: &str) {
        for line in wrap(text, self.width() - 3) {
            self.row(Text::new().with(style, &line));
        }
    }

    fn days(&mut self) {
        let obligation = self.obligation;
        if let Some(period) = obligation.period {
            self.paragraph(Style::Dim, &format!("Credit counts from {} to {}.", period.from, period.last()));
        }
        if obligation.route != Route::Renew {
            return;
        }
        if let Some(opens) = obligation.opens {
            let verb = if opens <= self.status.on { "have been open since" } else { "open on" };
            self.paragraph(Style::Dim, &format!("Applications {verb} {opens}."));
        }
    }

    /// Credits that lie outside the period, for all lines together.
    fn elsewhere(&mut self) {
        let obligation = self.obligation;
        if self.proof {
            self.refused(&obligation.elsewhere, 0);
        } else if let Some(brief) = self.in_brief(obligation.elsewhere.iter().copied()) {
            self.paragraph(Style::Dim, &format!("Not counted: {brief}."));
        }
    }

    /// One line of what is asked, and the lines inside it.
    fn line(&mut self, line: &Line<'a>, depth: usize, told: &mut Told) {
        if line.applies == Verdict::NotMet && !self.proof {
            return;
        }
        let is_cap = line.requirement.kind() == "maximum";
        let binds = line.not_counted.iter().any(|refused| refused.reason == Reason::CapReached);
        let is_used = self.proof && !line.credits.is_empty();
        if is_cap && !binds && !is_used {
            return;
        }
        self.measure(line, depth);
        if line.applies == Verdict::NotMet {
            self.note(depth, "does not apply to you");
        }
        if let Some(exception) = line.exception
            && (self.proof || told.exceptions.insert(exception.why.clone()))
        {
            self.note(depth, &exception.why);
        }
        if self.proof {
            self.credits(line, depth);
            self.reference(line, depth);
        } else if !is_cap && !is_exempt(line) {
            self.counted_in_brief(line, depth, told);
        }
        for inner in &line.all_of {
            self.line(inner, depth + 1, told);
        }
        self.alternatives(line, depth, told);
    }

    /// Other ways to meet a line: all of them in a proof, else the one that did or those that would.
    fn alternatives(&mut self, line: &Line<'a>, depth: usize, told: &mut Told) {
        if self.proof {
            for other in &line.or {
                self.note(depth, "or instead:");
                self.line(other, depth + 1, told);
            }
        } else if let Some(other) = line.met_otherwise() {
            self.note(depth, &format!("by {}", other.requirement.what));
            for inner in &other.all_of {
                self.line(inner, depth + 1, told);
            }
        } else if line.verdict != Verdict::Met && !line.or.is_empty() {
            let others: Vec<&str> = line.or.iter().map(|other| other.requirement.what.as_str()).collect();
            self.note(depth, &format!("or instead: {}", others.join("; or ")));
        }
    }

    /// `○ continuing education   ███▌░░░░   6.5 of 20 h   13.5 h short`
    fn measure(&mut self, line: &Line<'_>, depth: usize) {
        let terminal = self.page.terminal;
        let is_cap = line.requirement.kind() == "maximum";
        let sign = if is_cap { terminal.pick("·", "-") } else { terminal.sign(line.verdict) };
        let style = if is_cap { Style::Dim } else { Style::Is(line.verdict) };
        let start = Text::plain(&" ".repeat(depth * 2)).with(style, sign).with(Style::Plain, " ");
        let Some(amount) = amount(line) else {
            let style = if is_cap || line.verdict == Verdict::Met { Style::Dim } else { style };
            self.plain_line(start, &label(line), style, &outcome(line));
            return;
        };
        let short = short(line);
        let asked = line.asked.unwrap_or_default();
        let (full, empty) = terminal.bar(line.counted.in_seconds(), asked.in_seconds(), BAR);
        let mut tail = Text::new().with(Style::Is(line.verdict), &full).with(Style::Dim, &empty);
        let Columns { amount: amount_width, short: short_width } = self.columns;
        tail.push(Style::Plain, &format!("  {amount:>amount_width$}  "));
        tail.push(Style::Is(line.verdict), &format!("{short:>short_width$}"));
        self.measured_line(start, &label(line), tail);
    }

    /// The label in a column of its own beside the bar; above it where that column would be too narrow.
    fn measured_line(&mut self, start: Text, what: &str, tail: Text) {
        let (indent, room, tail_width) = (start.width(), self.width() - 3, self.columns.width());
        let beside = room.saturating_sub(tail_width + indent + 2);
        let is_narrow = beside < 16;
        let labels = wrap(what, if is_narrow { room - indent } else { beside });
        let mut row = start;
        let mut tail = Some(tail);
        for part in &labels {
            row.push(Style::Plain, part);
            if let Some(tail) = tail.take_if(|_| !is_narrow) {
                row.pad_to(room - tail_width);
                row.append(tail);
            }
            self.row(std::mem::replace(&mut row, Text::plain(&" ".repeat(indent))));
        }
        if let Some(tail) = tail {
            row.append(tail);
            self.row(row);
        }
    }

    /// A line without hours: what, and how it came out at the right edge.
    fn plain_line(&mut self, start: Text, what: &str, style: Style, outcome: &str) {
        let indent = start.width();
        let room = self.width() - 3;
        let beside = room.saturating_sub(indent + outcome.len() + 2);
        let is_narrow = beside < 16;
        let labels = wrap(what, if is_narrow { room - indent } else { beside });
        let mut outcome = Some(Text::new().with(style, outcome));
        let mut row = start;
        for part in &labels {
            row.push(Style::Plain, part);
            if let Some(outcome) = outcome.take_if(|_| !is_narrow) {
                row.end_at(room, outcome);
            }
            self.row(std::mem::replace(&mut row, Text::plain(&" ".repeat(indent))));
        }
        if let Some(outcome) = outcome {
            row.append(outcome);
            self.row(row);
        }
    }

    fn note(&mut self, depth: usize, text: &str) {
        let indent = " ".repeat(depth * 2 + 2);
        for line in wrap(text, self.width() - 3 - indent.len()) {
            self.row(Text::plain(&indent).with(Style::Dim, &line));
        }
    }

    /// What was carried over and, reason by reason, what did not count; without what a line above has said already.
    fn counted_in_brief(&mut self, line: &Line<'_>, depth: usize, told: &mut Told) {
        let carried: Hours =
            line.credits.iter().filter(|counted| counted.carried).map(|counted| counted.hours).sum();
        if !carried.is_zero() {
            self.note(depth, &format!("{} carried over from the period before", some_hours(carried)));
        }
        let worth_telling = |refused: &&NotCounted| {
            let first_time = told.refusals.insert((refused.credit, refused.reason.code()));
            let unsaid = told.counted.contains(&refused.credit) && goes_without_saying(refused.reason);
            first_time && !unsaid
        };
        if let Some(brief) = self.in_brief(line.not_counted.iter().filter(worth_telling).copied()) {
            self.note(depth, &format!("not counted: {brief}"));
        }
    }

    /// `2 outside the period, 1 duplicate of c1, 3 h over a cap`
    fn in_brief(&self, refused: impl Iterator<Item = NotCounted>) -> Option<String> {
        let mut reasons: Vec<(Reason, usize, Hours)> = Vec::new();
        for refused in refused {
            match reasons.iter_mut().find(|(reason, ..)| *reason == refused.reason) {
                Some((_, count, hours)) => (*count, *hours) = (*count + 1, *hours + refused.hours),
                None => reasons.push((refused.reason, 1, refused.hours)),
            }
        }
        reasons.sort();
        let brief = reasons.iter().map(|(reason, count, hours)| match reason {
            Reason::CapReached => format!("{} over a cap", some_hours(*hours)),
            reason => format!("{count} {}", in_brief(*reason, self.status)),
        });
        let brief: Vec<String> = brief.collect();
        (!brief.is_empty()).then(|| brief.join(", "))
    }

    /// Every credit with the hours it gave, and every other one with its reason.
    fn credits(&mut self, line: &Line<'_>, depth: usize) {
        for counted in &line.credits {
            let carried = if counted.carried { ", carried over" } else { "" };
            let hours = format!("{}{carried}", some_hours(counted.hours));
            self.credit(depth, "+", Style::Is(Verdict::Met), counted.credit, &hours);
        }
        self.refused(&line.not_counted, depth);
    }

    /// Every credit that did not count, reason by reason.
    fn refused(&mut self, all: &[NotCounted], depth: usize) {
        let mut reasons: Vec<Reason> = all.iter().map(|refused| refused.reason).collect();
        reasons.sort();
        reasons.dedup();
        for reason in reasons {
            let refused: Vec<&NotCounted> = all.iter().filter(|refused| refused.reason == reason).collect();
            let why = words::reason(english(), reason, self.status.record);
            if let [only] = refused[..] {
                self.credit(
                    depth,
                    "-",
                    Style::Dim,
                    only.credit,
                    &format!("{}: {why}", some_hours(only.hours)),
                );
            } else {
                self.refused_together(depth, &refused, &why);
            }
        }
    }

    /// `- c1 (10 h), c2 (7 h): about another topic`
    fn refused_together(&mut self, depth: usize, refused: &[&NotCounted], why: &str) {
        let name = |refused: &&NotCounted| {
            let credit = self.status.record.credits.get(refused.credit)?;
            Some(format!("{} ({})", credit.id, some_hours(refused.hours)))
        };
        let names: Vec<String> = refused.iter().filter_map(name).collect();
        self.bullet(depth, "-", Style::Dim, &format!("{}: {why}", names.join(", ")));
    }

    fn credit(&mut self, depth: usize, sign: &str, style: Style, index: usize, says: &str) {
        let Some(credit) = self.status.record.credits.get(index) else { return };
        let title = credit.title.as_deref().unwrap_or("untitled");
        self.bullet(depth, sign, style, &format!("{} {} {title}, {says}", credit.id, credit.completed));
    }

    fn bullet(&mut self, depth: usize, sign: &str, style: Style, text: &str) {
        let indent = " ".repeat(depth * 2 + 2);
        for (n, part) in wrap(text, self.width() - 5 - indent.len()).iter().enumerate() {
            let lead = if n == 0 { format!("{sign} ") } else { "  ".to_owned() };
            self.row(Text::plain(&indent).with(style, &lead).with(Style::Dim, part));
        }
    }

    /// `[2] (b)(4)(A)`: the source by its number at the foot of the card, and the place in it.
    fn reference(&mut self, line: &Line<'a>, depth: usize) {
        let cite = &line.requirement.cite;
        let number = self.number_of(cite);
        let place = if cite.place.is_empty() { String::new() } else { format!(" {}", cite.place) };
        let sure = match cite.confidence {
            Confidence::High => "",
            Confidence::Medium => " (read in part)",
            Confidence::Low => " (weak source)",
        };
        self.bullet(depth, &format!("[{number}]"), Style::Accent, &format!("{place}{sure}"));
        if let Some(note) = &line.requirement.note {
            self.note(depth, note);
        }
    }

    fn number_of(&mut self, cite: &'a Cite) -> usize {
        let same = |other: &&Cite| (other.authority, other.source) == (cite.authority, cite.source);
        if let Some(known) = self.sources.iter().position(same) {
            return known + 1;
        }
        self.sources.push(cite);
        self.sources.len()
    }

    /// What is open, what it costs, and where it is written.
    fn footer(&mut self) {
        let obligation = self.obligation;
        let questions = open_questions(obligation, self.status);
        if !questions.is_empty() {
            self.row(Text::new());
            for (n, question) in questions.iter().enumerate() {
                self.field(if n == 0 { "To settle" } else { "" }, Style::Is(Verdict::Unknown), question);
            }
        }
        self.row(Text::new());
        let fees = obligation.fees(self.status.on).into_iter();
        let fees = fees.filter(|fee| self.proof || fee.when.is_none());
        let fees: Vec<String> = fees.map(fee).collect();
        if !fees.is_empty() {
            self.field("Fees", Style::Plain, &fees.join("; "));
        }
        if self.proof {
            for note in
                obligation.rules.iter().flat_map(|rules| &rules.notes).chain(&obligation.credential.notes)
            {
                self.field("Note", Style::Plain, note);
            }
        }
        let Some(cite) = obligation.cite() else { return };
        if self.proof {
            self.number_of(cite);
            self.numbered_sources();
            self.field("Confidence", Style::Plain, obligation.confidence.as_str());
        } else {
            // The card speaks for all of its lines: it is as sure as the least sure of them.
            let confidence = obligation.confidence.min(cite.confidence);
            let cite = Cite { confidence, ..cite.clone() };
            self.field("Source", Style::Plain, &words::cite(english(), self.status.catalog, &cite));
            self.link(&cite);
        }
    }

    fn numbered_sources(&mut self) {
        for (n, cite) in std::mem::take(&mut self.sources).into_iter().enumerate() {
            let (authority, source) = self.status.catalog.source(cite);
            let dated = source.dated.as_ref().map(|dated| format!(", of {dated}")).unwrap_or_default();
            let says = format!("[{}] {}{dated}. Checked {}.", n + 1, source.title, authority.checked);
            self.field(if n == 0 { "Sources" } else { "" }, Style::Plain, &says);
            self.link(cite);
        }
    }

    fn link(&mut self, cite: &Cite) {
        if let Some(url) = &self.status.catalog.source(cite).1.url {
            self.row(Text::plain(&" ".repeat(FIELD)).with(Style::Accent, url));
        }
    }

    fn field(&mut self, name: &str, style: Style, text: &str) {
        for (n, line) in wrap(text, self.width() - 3 - FIELD).iter().enumerate() {
            let mut row = Text::new().with(Style::Dim, if n == 0 { name } else { "" });
            row.pad_to(FIELD);
            row.push(style, line);
            self.row(row);
        }
    }
}

/// Columns of a field's name.
const FIELD: usize = 12;

/// Every question of the obligation and of its lines, each once.
fn open_questions(obligation: &Obligation<'_>, status: &Status<'_>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut add = |questions: &[rung_rules::Question<'_>]| {
        for question in questions {
            let question = words::question_in_file(english(), question, status.record);
            if !all.contains(&question) {
                all.push(question);
            }
        }
    };
    add(&obligation.questions);
    let mut pending: Vec<&Line<'_>> = obligation.lines.iter().rev().collect();
    while let Some(line) = pending.pop() {
        // Only an unknown line has anything to settle; a way around a line that is met is nobody's question.
        if line.verdict == Verdict::Unknown {
            add(&line.questions);
            pending.extend(line.or.iter().chain(&line.all_of).rev());
        }
    }
    all
}

fn fee(fee: &Fee) -> String {
    match &fee.when {
        Some(when) => format!("{} ${} ({when})", fee.what, fee.usd),
        None => format!("{} ${}", fee.what, fee.usd),
    }
}
