//! Facts on a page: sections, groups, one sentence each with its place and source, and the sources by number below.

use crate::{
    output::{Page, english},
    term::{Style, Terminal, Text, wrap},
};
use rung_atlas::{Fact, Section};
use rung_catalog::{Authority, Catalog, Cite, Tier};
use rung_rules::{Verdict, words};

/// A page of facts. It numbers the sources as they are named.
pub(super) struct Sheet<'a> {
    pub(super) page: Page,
    catalog: &'a Catalog,
    /// Authority and source, by their places in the catalogue.
    sources: Vec<(usize, usize)>,
}

impl<'a> Sheet<'a> {
    pub(super) fn new(catalog: &'a Catalog, terminal: Terminal) -> Self {
        Self { page: Page::new(terminal), catalog, sources: Vec::new() }
    }

    /// Who decides, when somebody last looked, and how sure that is.
    pub(super) fn authority(&mut self, authority: &Authority) {
        authority_line(&mut self.page, authority);
    }

    pub(super) fn heading(&mut self, what: &str) {
        self.page.gap();
        self.page.line(&Text::new().with(Style::Bold, what));
    }

    pub(super) fn text(&mut self, indent: usize, style: Style, text: &str) {
        let lines = wrap(text, self.page.terminal.width.saturating_sub(indent));
        for line in lines.iter().filter(|line| !line.is_empty()) {
            self.page.line(&Text::plain(&" ".repeat(indent)).with(style, line));
        }
    }

    /// A label and what belongs to it, the text behind the label in its own column, or below it where that leaves no room.
    pub(super) fn labelled(&mut self, column: usize, label: Text, style: Style, text: &str) {
        const LEAST: usize = 18;
        let column = if column + LEAST > self.page.terminal.width { 6 } else { column };
        let mut label = Some(label);
        for line in wrap(text, self.page.terminal.width.saturating_sub(column)) {
            let mut row = label.take().unwrap_or_default();
            if row.width() + 1 > column {
                self.page.line(&row);
                row = Text::new();
            }
            row.pad_to(column);
            row.push(style, &line);
            self.page.line(&row);
        }
    }

    /// Facts under the headings of their sections and groups.
    pub(super) fn facts(&mut self, facts: &[Fact<'a>]) {
        let mut section = None;
        let mut group: Option<&str> = None;
        for fact in facts {
            if section != Some(fact.section) {
                self.heading(&fact.section.title(english()));
                section = Some(fact.section);
                group = None;
            }
            if group != Some(&fact.group) {
                if !fact.group.is_empty() {
                    self.text(2, Style::Plain, &fact.group);
                }
                group = Some(&fact.group);
            }
            self.fact(fact);
        }
    }

    /// A known fact has a point before it; an unknown one the sign of what is unknown, and says so.
    fn fact(&mut self, fact: &Fact<'a>) {
        let terminal = self.page.terminal;
        let (sign, style) = match fact.is_unknown {
            true => (terminal.sign(Verdict::Unknown), Style::Is(Verdict::Unknown)),
            false => (terminal.pick("•", "-"), Style::Accent),
        };
        if fact.section == Section::OpenQuestions {
            // The heading says already what it is.
            let label = Text::plain("  ").with(style, sign);
            self.labelled(3 + Text::plain(sign).width(), label, Style::Plain, &fact.says);
            if let Some(cite) = fact.cite {
                let cite = self.cite(cite);
                self.text(4, Style::Dim, &cite);
            }
            return;
        }
        let mut first =
            Text::plain("  ").with(style, sign).with(Style::Plain, " ").with(Style::Bold, &fact.name);
        let anchor = format!(" · {}", fact.address.anchor().replace('.', "/"));
        let anchor = anchor.trim_end_matches(" · ");
        if first.width() + Text::plain(anchor).width() <= terminal.width {
            first.push(Style::Dim, anchor);
            self.page.line(&first);
        } else if first.width() <= terminal.width {
            self.page.line(&first);
            self.text(4, Style::Dim, anchor.trim_start_matches(" · "));
        } else {
            self.labelled(4, Text::plain("  ").with(style, sign), Style::Bold, &fact.name);
            self.text(4, Style::Dim, anchor.trim_start_matches(" · "));
        }
        self.text(4, Style::Plain, &fact.says);
        let foot = self.foot(fact);
        self.text(4, Style::Dim, &foot);
    }

    /// `[1] (b), also [2] question 3 · confidence high · in force from 2020-09-01`.
    fn foot(&mut self, fact: &Fact<'a>) -> String {
        let mut parts = Vec::new();
        match fact.cite {
            Some(cite) => parts.push(self.cite(cite)),
            None if fact.is_unknown => parts.push("not known: no source".to_owned()),
            None => {}
        }
        if fact.superseded {
            parts.push("no longer in force".to_owned());
        }
        let is_told = |day: &rung_record::Date| fact.group.contains(&day.to_string());
        let days = [fact.from, fact.until];
        if days.iter().flatten().any(|day| !is_told(day)) {
            parts.extend(rung_rules::rule_words::in_force(english(), fact.from, fact.until));
        }
        parts.join(" · ")
    }

    /// `[1]`: the number of a source, which is listed below.
    pub(super) fn number(&mut self, authority: usize, source: usize) -> String {
        let named = (authority, source);
        let known = self.sources.iter().position(|known| *known == named);
        let number = known.unwrap_or_else(|| {
            self.sources.push(named);
            self.sources.len() - 1
        });
        format!("[{}]", number + 1)
    }

    /// `[1] (b), also [2] question 3 · confidence high`.
    pub(super) fn cite(&mut self, cite: &Cite) -> String {
        let mut numbered = |source: usize, place: &str| {
            format!("{} {place}", self.number(cite.authority, source)).trim_end().to_owned()
        };
        let mut text = numbered(cite.source, &cite.place);
        let also: Vec<String> = cite.also.iter().map(|other| numbered(other.source, &other.place)).collect();
        if !also.is_empty() {
            text.push_str(&format!(", also {}", also.join(", ")));
        }
        format!("{text} · confidence {}", cite.confidence.as_str())
    }

    /// The sources that were named, each with who wrote it, its own date, its address, and when somebody last looked.
    pub(super) fn sources(&mut self) {
        if self.sources.is_empty() {
            return;
        }
        self.heading("Sources");
        let catalog = self.catalog;
        for (number, (authority, source)) in std::mem::take(&mut self.sources).into_iter().enumerate() {
            let Some(authority) = catalog.authorities.get(authority) else { continue };
            let Some(source) = authority.sources.get(source) else { continue };
            let dated = source.dated.as_ref().map(|day| format!(", dated {day}")).unwrap_or_default();
            let about =
                format!("{} ({}{dated}). Checked {}.", source.title, tier(source.tier), authority.checked);
            let label = Text::plain("  ").with(Style::Dim, &format!("[{}]", number + 1));
            self.labelled(7, label, Style::Plain, &about);
            if let Some(url) = &source.url {
                self.page.line(&Text::plain("       ").with(Style::Accent, url));
            }
        }
    }

    /// Said once, below everything.
    pub(super) fn disclaimer(&mut self) {
        self.page.gap();
        self.text(0, Style::Dim, &words::disclaimer(english()));
    }
}

/// A title and what more there is to it, on one line where that fits.
pub(super) fn title(page: &mut Page, title: &str, more: &str) {
    let width = page.terminal.width;
    let line = Text::new().with(Style::Bold, title).with(Style::Dim, &format!(" · {more}"));
    if line.width() <= width {
        return page.line(&line);
    }
    for (style, text) in [(Style::Bold, title), (Style::Dim, more)] {
        for line in wrap(text, width) {
            page.line(&Text::new().with(style, &line));
        }
    }
}

pub(super) fn authority_line(page: &mut Page, authority: &Authority) {
    let checked = format!("checked {}, confidence {}", authority.checked, authority.confidence.as_str());
    let mut line = Text::new().with(Style::Bold, &authority.name);
    if authority.body != authority.name {
        line.push(Style::Dim, &format!(" · {}", authority.body));
    }
    if line.width() + 2 + checked.len() <= page.terminal.width {
        line.end_at(page.terminal.width, Text::new().with(Style::Dim, &checked));
        return page.line(&line);
    }
    title(page, &authority.name, &authority.body);
    for line in wrap(&checked, page.terminal.width - 2) {
        page.line(&Text::plain("  ").with(Style::Dim, &line));
    }
}

/// Who wrote a source.
fn tier(tier: Tier) -> String {
    serde_json::to_value(tier).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
}
