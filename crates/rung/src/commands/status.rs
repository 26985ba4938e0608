//! `rung status`: what holds, what is short and by when, with proof.

use crate::{
    failure::{End, Failure},
    input::{CatalogArg, JsonArg, OnArg, RecordArg},
    output::{self, Page},
    term::{Style, Terminal, Text, cut, wrap},
};
use clap::Args;
use rung_catalog::{Ask, Cite, Confidence, Fee};
use rung_record::{Date, Hours};
use rung_rules::{Line, NotCounted, Obligation, Reason, Route, Status, Verdict, answer, evaluate, words};
use std::collections::HashSet;

/// Arguments of `rung status`.
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  rung status --record me.json\n  rung status --record me.json --on 2027-01-15 --proof\n  \
                        rung status --record me.json --json | jq '.obligations[].verdict'"
)]
pub struct StatusArgs {
    #[command(flatten)]
    record: RecordArg,
    #[command(flatten)]
    on: OnArg,
    #[command(flatten)]
    catalog: CatalogArg,
    #[command(flatten)]
    json: JsonArg,
    /// Show every credit that counted, every one that did not and why, and the source of each line
    #[arg(long)]
    proof: bool,
    /// Let the exit code tell the verdict: 0 all met, 1 something is not met, 4 something is unknown
    #[arg(long)]
    check: bool,
}

/// Answers.
///
/// # Errors
/// The record or the catalogue cannot be read.
pub fn run(args: &StatusArgs, terminal: Terminal) -> Result<End, Failure> {
    let record = args.record.read()?;
    let catalog = args.catalog.load()?;
    let status = evaluate(&record, &catalog, args.on.day());
    if args.json.json {
        output::print_json(&answer::status(&status))?;
    } else {
        let mut page = Page::new(terminal);
        show(&mut page, &status, args.proof);
        page.print()?;
    }
    Ok(if args.check { end_of(&status) } else { End::Done })
}

/// What a script wants to know: is anything the matter?
fn end_of(status: &Status<'_>) -> End {
    let unknown = if status.not_in_catalogue.is_empty() { Verdict::Met } else { Verdict::Unknown };
    let all = status.obligations.iter().map(|obligation| obligation.verdict).fold(unknown, Verdict::and);
    match all {
        Verdict::Met => End::Done,
        Verdict::NotMet => End::No,
        Verdict::Unknown => End::Open,
    }
}

fn show(page: &mut Page, status: &Status<'_>, proof: bool) {
    heading(page, status);
    for obligation in &status.obligations {
        page.gap();
        let columns = Columns::of(&obligation.lines);
        Card { page, status, obligation, proof, columns, sources: Vec::new() }.show();
    }
    for id in &status.not_in_catalogue {
        page.gap();
        let sign = page.terminal.sign(Verdict::Unknown);
        let near: Vec<&str> =
            status.catalog.similar_ids(id.as_str()).into_iter().map(|id| id.as_str()).collect();
        let near =
            if near.is_empty() { String::new() } else { format!(" Did you mean {}?", near.join(" or ")) };
        let text = format!("{id} is not in the catalogue: Rung cannot say what it asks.{near}");
        let indent = Text::plain(sign).width() + 1;
        for (n, line) in wrap(&text, page.terminal.width - indent).iter().enumerate() {
            let mut row = Text::new().with(Style::Is(Verdict::Unknown), if n == 0 { sign } else { "" });
            row.pad_to(indent);
            row.push(Style::Plain, line);
            page.line(&row);
        }
    }
    page.gap();
    for line in wrap(words::DISCLAIMER, page.terminal.width) {
        page.line(&Text::new().with(Style::Dim, &line));
    }
}

/// Who, when, and the one thing to mind next.
fn heading(page: &mut Page, status: &Status<'_>) {
    let name = status.record.person.name.as_deref().unwrap_or("Your record");
    let day = status.on.to_string();
    let mut first =
        Text::new().with(Style::Bold, &cut(name, page.terminal.width.saturating_sub(day.len() + 2)));
    first.end_at(page.terminal.width, Text::new().with(Style::Dim, &day));
    page.line(&first);
    if status.obligations.is_empty() {
        page.line(&Text::plain("The record holds no credential that the catalogue knows."));
        return;
    }
    let all = status.obligations.len();
    let met = status.obligations.iter().filter(|obligation| obligation.verdict == Verdict::Met).count();
    let mut sentence = format!("{met} of {all} in order.");
    if let Some((day, what)) = next_day(status) {
        sentence.push_str(&format!(" Next: {what} {day}, {}.", days_away(status.on, day)));
    }
    for line in wrap(&sentence, page.terminal.width) {
        page.line(&Text::plain(&line));
    }
}

/// The first deadline that is still to come, and what it is for.
fn next_day(status: &Status<'_>) -> Option<(Date, String)> {
    let deadline = |obligation: &Obligation<'_>| {
        let title = full_title(obligation, status);
        match obligation.route {
            Route::Renew if obligation.file_by.is_some_and(|day| day < status.on) => {
                Some((obligation.expires?, format!("{title} ends on")))
            }
            Route::Renew => Some((obligation.file_by?, format!("renew {title} by"))),
            Route::Reinstate => Some((obligation.reinstate_by?, format!("reinstate {title} by"))),
            Route::StartOver | Route::None => None,
        }
    };
    status
        .obligations
        .iter()
        .filter_map(deadline)
        .filter(|(day, _)| *day >= status.on)
        .min_by_key(|(day, _)| *day)
}

fn days_away(on: Date, day: Date) -> String {
    match on.until((jiff::Unit::Day, day)).map_or(0, |span| span.get_days()) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => format!("in {days} days"),
    }
}

/// `Texas Registered Pharmacy Technician`; a certification's own title names its body well enough.
fn full_title(obligation: &Obligation<'_>, status: &Status<'_>) -> String {
    let authority = status.catalog.authority_of(obligation.credential);
    let title = &obligation.credential.title;
    if authority.is_jurisdiction && !title.starts_with(&authority.name) {
        format!("{} {title}", authority.name)
    } else {
        title.clone()
    }
}

/// One obligation, framed on its left.
struct Card<'p, 's, 'a> {
    page: &'p mut Page,
    status: &'s Status<'a>,
    obligation: &'s Obligation<'a>,
    proof: bool,
    columns: Columns,
    /// The sources named so far; a proof refers to them by number.
    sources: Vec<&'a Cite>,
}

/// Columns of a progress bar.
const BAR: usize = 20;

/// What the lines above have said already.
#[derive(Debug, Default)]
struct Told {
    refusals: HashSet<(usize, &'static str)>,
    exceptions: HashSet<String>,
    /// Credits that count on some line.
    counted: HashSet<usize>,
}

impl Told {
    fn before(lines: &[Line<'_>]) -> Self {
        let mut told = Self::default();
        let mut pending: Vec<&Line<'_>> = lines.iter().collect();
        while let Some(line) = pending.pop() {
            told.counted.extend(line.credits.iter().map(|counted| counted.credit));
            pending.extend(line.or.iter().chain(&line.all_of));
        }
        told
    }
}

/// A credit that counts elsewhere and is about vaccines is no credit on law: nobody wonders why.
fn goes_without_saying(reason: Reason) -> bool {
    matches!(
        reason,
        Reason::WrongTopic
            | Reason::WrongFormat
            | Reason::WrongAudience
            | Reason::OutsideWindow
            | Reason::NotAccepted
            | Reason::NotAccredited
    )
}

/// Whether an exception took away all that the line asks.
fn is_exempt(line: &Line<'_>) -> bool {
    line.exception.is_some() && line.asked.is_some_and(Hours::is_zero)
}

/// The alternative that met a line which its own hours did not meet.
fn met_otherwise<'l, 'a>(line: &'l Line<'a>) -> Option<&'l Line<'a>> {
    let by_itself = match line.requirement.kind() {
        "minimum" => line.asked.is_some_and(|asked| line.counted >= asked),
        _ => !line.credits.is_empty(),
    };
    if line.verdict != Verdict::Met || by_itself {
        return None;
    }
    line.or.iter().find(|other| other.verdict == Verdict::Met)
}

/// Columns that the amounts of a card need.
#[derive(Clone, Copy, Debug, Default)]
struct Columns {
    /// Of `12.75 of 20 h`.
    amount: usize,
    /// Of `7.25 h short`.
    short: usize,
}

impl Columns {
    fn of(lines: &[Line<'_>]) -> Self {
        let mut columns = Self::default();
        let mut pending: Vec<&Line<'_>> = lines.iter().collect();
        while let Some(line) = pending.pop() {
            columns.amount = columns.amount.max(amount(line).map_or(0, |amount| amount.len()));
            columns.short = columns.short.max(short(line).len());
            pending.extend(line.or.iter().chain(&line.all_of));
        }
        columns
    }

    fn width(self) -> usize {
        BAR + 2 + self.amount + if self.short > 0 { 2 + self.short } else { 0 }
    }
}

/// `12.75 of 20 h`, where hours are asked.
fn amount(line: &Line<'_>) -> Option<String> {
    if met_otherwise(line).is_some() {
        return None;
    }
    let asked = line.asked.filter(|asked| !asked.is_zero() && line.requirement.kind() == "minimum")?;
    Some(of_hours(line.counted, "of", asked))
}

/// `16 of 20 h`; in minutes where decimals would have to round.
fn of_hours(counted: Hours, of: &str, asked: Hours) -> String {
    if is_decimal(counted) && is_decimal(asked) {
        format!("{counted} {of} {asked} h")
    } else {
        format!("{} {of} {}", counted.in_words(), asked.in_words())
    }
}

/// `2.5 h`; in minutes where decimals would have to round.
fn some_hours(hours: Hours) -> String {
    if is_decimal(hours) { format!("{hours} h") } else { hours.in_words() }
}

fn is_decimal(hours: Hours) -> bool {
    hours.in_seconds().is_multiple_of(36)
}

/// `7.25 h short`, or nothing.
fn short(line: &Line<'_>) -> String {
    if line.short.is_zero() || line.verdict == Verdict::Met || amount(line).is_none() {
        String::new()
    } else {
        format!("{} short", some_hours(line.short))
    }
}

impl<'a> Card<'_, '_, 'a> {
    fn show(&mut self) {
        self.top();
        self.paragraph(Style::Plain, &words::summary(self.obligation, self.status));
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
        } else if let Some(other) = met_otherwise(line) {
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
            let why = words::reason(reason, self.status.record);
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
        let fees = obligation.fees().iter().filter(|fee| self.proof || fee.when.is_none());
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
            self.field("Source", Style::Plain, &words::cite(self.status.catalog, &cite));
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

/// The rule's own words, with the year where it asks for each.
fn label(line: &Line<'_>) -> String {
    let what = &line.requirement.what;
    match line
        .id
        .strip_prefix(line.requirement.id.as_str())
        .map(|year| year.trim_matches(['-', ' ', '.', ':']))
    {
        Some(year) if !year.is_empty() => format!("{what}, {year}"),
        _ => what.clone(),
    }
}

/// How a line that asks no hours came out.
fn outcome(line: &Line<'_>) -> String {
    if line.asked.is_some_and(|asked| asked.is_zero()) {
        return "nothing asked".to_owned();
    }
    match (line.requirement.kind(), line.verdict) {
        ("maximum", _) => cap(line),
        ("minimum", Verdict::Unknown) => format!("{} of ? h", line.counted),
        (_, Verdict::Met) if met_otherwise(line).is_some() => "met otherwise".to_owned(),
        (_, Verdict::Met) => "done".to_owned(),
        (_, Verdict::NotMet) => "missing".to_owned(),
        (_, Verdict::Unknown) => "unknown".to_owned(),
    }
}

/// `5 of at most 5 h`
fn cap(line: &Line<'_>) -> String {
    let most = line.asked.unwrap_or_default();
    match &line.requirement.ask {
        Ask::Maximum { per_day: true, .. } => format!("at most {} a day", some_hours(most)),
        _ => of_hours(line.counted, "of at most", most),
    }
}

/// `2 outside the period`, without the number.
fn in_brief(reason: Reason, status: &Status<'_>) -> String {
    match reason {
        Reason::AfterToday => "completed later".into(),
        Reason::OutsidePeriod => "outside the period".into(),
        Reason::DeadZone => "between filing and approval".into(),
        Reason::OutsideWindow => "outside its days".into(),
        Reason::DuplicateOf(other) => {
            let id = status.record.credits.get(other).map_or("another", |credit| credit.id.as_str());
            format!("duplicate of {id}")
        }
        Reason::NotAccepted => "of a kind that is not accepted".into(),
        Reason::NotAccredited => "not accredited".into(),
        Reason::WrongAudience => "made for another audience".into(),
        Reason::WrongFormat => "not in the format asked".into(),
        Reason::WrongTopic => "about another topic".into(),
        Reason::WrongJurisdiction => "about another jurisdiction's law".into(),
        Reason::CourseTooSmall => "with too few credits or too low a grade".into(),
        Reason::NoHours => "without hours".into(),
        Reason::CapReached => "over a cap".into(),
        Reason::UsedInAddition => "used for an extra line".into(),
        Reason::UsedEarlier => "used in an earlier period".into(),
    }
}

/// Every question of the obligation and of its lines, each once.
fn open_questions(obligation: &Obligation<'_>, status: &Status<'_>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut add = |questions: &[rung_rules::Question<'_>]| {
        for question in questions {
            let question = words::question(question, status.record);
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
