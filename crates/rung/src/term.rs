//! The terminal: how wide it is, whether it shows colour and more than ASCII, and text that knows its own width.

use clap::ValueEnum;
use rung_rules::Verdict;
use std::{fmt::Write as _, io::IsTerminal as _};
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless NO_COLOR or CLICOLOR=0 is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// What the output may look like.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// Columns.
    pub width: usize,
    color: bool,
    unicode: bool,
}

/// Wider lines are hard to read.
const WIDEST: usize = 100;
const NARROWEST: usize = 40;

impl Terminal {
    /// Looks at the environment and at standard output.
    pub fn detect(choice: ColorChoice) -> Self {
        Self { width: width(), color: wants_color(choice), unicode: speaks_unicode() }
    }

    /// The sign of a verdict: told by its shape, not only by its colour.
    pub fn sign(self, verdict: Verdict) -> &'static str {
        match (verdict, self.unicode) {
            (Verdict::Met, true) => "●",
            (Verdict::NotMet, true) => "○",
            (Verdict::Unknown, true) => "◐",
            (Verdict::Met, false) => "[x]",
            (Verdict::NotMet, false) => "[ ]",
            (Verdict::Unknown, false) => "[?]",
        }
    }

    /// `fancy` where more than ASCII can be shown, else `plain`.
    pub fn pick(self, fancy: &'static str, plain: &'static str) -> &'static str {
        if self.unicode { fancy } else { plain }
    }

    /// A bar of `cells` columns that shows `done` of `all`. Full only when all is done, empty only when nothing is.
    pub fn bar(self, done: u64, all: u64, cells: usize) -> (String, String) {
        const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
        let parts = u64::try_from(cells).unwrap_or(0) * 8;
        let mut filled = parts.saturating_mul(done.min(all)).checked_div(all).unwrap_or(parts);
        if done > 0 && filled == 0 {
            filled = 1;
        }
        let whole = usize::try_from(filled / 8).unwrap_or(cells).min(cells);
        if !self.unicode {
            let whole = if filled > 0 { whole.max(1) } else { 0 };
            return ("#".repeat(whole), "-".repeat(cells - whole));
        }
        let rest = EIGHTHS[usize::try_from(filled % 8).unwrap_or(0)];
        let full = format!("{}{rest}", "█".repeat(whole));
        let empty = "░".repeat(cells - full.width());
        (full, empty)
    }

    /// Writes `text` with or without its styles, and with ASCII only where nothing else can be shown.
    pub fn line(self, text: &Text) -> String {
        let mut line = String::new();
        for (style, part) in &text.0 {
            let code = if self.color { style.code() } else { "" };
            if code.is_empty() {
                line.push_str(part);
            } else {
                // Writing to a string cannot fail.
                let _ = write!(line, "\x1b[{code}m{part}\x1b[0m");
            }
        }
        let line = line.trim_end();
        if self.unicode { line.to_owned() } else { in_ascii(line) }
    }
}

fn width() -> usize {
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse::<usize>().ok());
    let asked = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    told.or_else(asked).unwrap_or(80).clamp(NARROWEST, WIDEST)
}

fn wants_color(choice: ColorChoice) -> bool {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => {
            if set("NO_COLOR").is_some() || set("CLICOLOR").is_some_and(|value| value == "0") {
                return false;
            }
            if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") {
                return true;
            }
            std::io::stdout().is_terminal() && set("TERM").is_none_or(|term| term != "dumb")
        }
    }
}

/// A locale that is set decides; where none is, today's terminals speak UTF-8.
fn speaks_unicode() -> bool {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    set("LC_ALL").or_else(|| set("LC_CTYPE")).or_else(|| set("LANG")).is_none_or(|locale| {
        let locale = locale.to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}

fn in_ascii(line: &str) -> String {
    let mut ascii = String::with_capacity(line.len());
    for letter in line.chars() {
        match letter {
            '·' | '•' => ascii.push('-'),
            '…' => ascii.push_str("..."),
            '–' | '—' | '−' => ascii.push('-'),
            '’' | '‘' => ascii.push('\''),
            '“' | '”' => ascii.push('"'),
            '→' => ascii.push_str("->"),
            '≠' => ascii.push_str("!="),
            '½' => ascii.push_str("1/2"),
            '⅓' => ascii.push_str("1/3"),
            '§' => ascii.push_str("Sec."),
            letter if letter.is_ascii() => ascii.push(letter),
            _ => ascii.push('?'),
        }
    }
    ascii
}

/// How a part of a line looks in colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As it is.
    Plain,
    /// What a line is about.
    Bold,
    /// What may be passed over.
    Dim,
    /// The colour of a verdict.
    Is(Verdict),
    /// A verdict on its own ground.
    Chip(Verdict),
    /// Something that was added, or that is worth a look.
    Accent,
    /// A word that was searched for.
    Mark,
}

impl Style {
    fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Bold => "1",
            Self::Dim => "2",
            Self::Is(Verdict::Met) => "32",
            Self::Is(Verdict::NotMet) => "31",
            Self::Is(Verdict::Unknown) => "33",
            Self::Chip(Verdict::Met) => "1;30;42",
            Self::Chip(Verdict::NotMet) => "1;97;41",
            Self::Chip(Verdict::Unknown) => "1;30;43",
            Self::Accent => "36",
            Self::Mark => "1;4;36",
        }
    }
}

/// A line, or a part of one, with its styles.
#[derive(Clone, Debug, Default)]
pub struct Text(Vec<(Style, String)>);

impl Text {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Unstyled text.
    pub fn plain(text: &str) -> Self {
        Self::new().with(Style::Plain, text)
    }

    /// Adds text in a style.
    #[must_use]
    pub fn with(mut self, style: Style, text: &str) -> Self {
        self.push(style, text);
        self
    }

    /// Adds text in a style. Control characters, which could take over a terminal, become `�`.
    pub fn push(&mut self, style: Style, text: &str) {
        if !text.is_empty() {
            self.0.push((style, harmless(text)));
        }
    }

    /// Adds another line's parts.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Columns.
    pub fn width(&self) -> usize {
        self.0.iter().map(|(_, part)| part.width()).sum()
    }

    /// Adds spaces up to a column.
    pub fn pad_to(&mut self, column: usize) {
        let missing = column.saturating_sub(self.width());
        self.push(Style::Plain, &" ".repeat(missing));
    }

    /// Adds `end` so that it ends at `column`, two columns away at least.
    pub fn end_at(&mut self, column: usize, end: Self) {
        let start = column.saturating_sub(end.width()).max(self.width() + 2);
        self.pad_to(start);
        self.append(end);
    }
}

/// The same text without characters that steer a terminal or turn the direction of writing around.
pub fn harmless(text: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}')
    };
    text.chars().map(|c| if steers(c) { '\u{fffd}' } else { c }).collect()
}

/// Breaks text between words into lines of at most `width` columns; a longer word gets a line of its own.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let Some(last) = lines.last_mut() else { break };
        let gap = usize::from(!last.is_empty());
        if last.is_empty() || last.width() + gap + word.width() <= width {
            if gap == 1 {
                last.push(' ');
            }
            last.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// The beginning of a text, with `…` where it was cut to fit `width` columns.
pub fn cut(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    let mut used = 1;
    for letter in text.chars() {
        used += letter.width().unwrap_or(0);
        if used > width {
            break;
        }
        short.push(letter);
    }
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    const FANCY: Terminal = Terminal { width: 80, color: false, unicode: true };
    const PLAIN: Terminal = Terminal { width: 80, color: false, unicode: false };

    fn bar(terminal: Terminal, done: u64, all: u64) -> String {
        let (full, empty) = terminal.bar(done, all, 4);
        full + &empty
    }

    #[test]
    fn a_bar_is_full_only_when_all_is_done_and_empty_only_when_nothing_is() {
        assert_eq!(bar(FANCY, 0, 10), "░░░░");
        assert_eq!(bar(FANCY, 1, 1000), "▏░░░");
        assert_eq!(bar(FANCY, 999, 1000), "███▉");
        assert_eq!(bar(FANCY, 1000, 1000), "████");
        assert_eq!(bar(FANCY, 2000, 1000), "████");
        assert_eq!(bar(PLAIN, 0, 10), "----");
        assert_eq!(bar(PLAIN, 1, 1000), "#---");
        assert_eq!(bar(PLAIN, 999, 1000), "###-");
    }

    #[test]
    fn text_cannot_steer_the_terminal() {
        let text = Text::plain("a\x1b[2Jb\u{202e}c");
        assert_eq!(FANCY.line(&text), "a\u{fffd}[2Jb\u{fffd}c");
    }

    #[test]
    fn words_wrap_and_long_ones_stand_alone() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(
            wrap("see https://example.com/very/long here", 10),
            ["see", "https://example.com/very/long", "here"]
        );
        assert_eq!(wrap("", 10), [""]);
        assert_eq!(cut("pharmacy", 5), "phar…");
    }
}
