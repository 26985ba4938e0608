//! Where answers go: standard output, in one piece.

use crate::{
    failure::Failure,
    term::{Style, Terminal, Text, wrap},
};
use rung_rules::Verdict;
use rung_words::{Language, Words};
use serde_json::Value;
use std::{
    io::{ErrorKind, Write as _},
    path::Path,
};

/// The words of the command line: it speaks English.
pub fn english() -> &'static Words {
    Words::of(Language::English)
}

/// Lines for a person, gathered and then printed at once.
#[derive(Debug)]
pub struct Page {
    /// What it is shown on.
    pub terminal: Terminal,
    text: String,
}

impl Page {
    /// An empty page.
    pub fn new(terminal: Terminal) -> Self {
        Self { terminal, text: String::new() }
    }

    /// Adds a line.
    pub fn line(&mut self, line: &Text) {
        self.text.push_str(&self.terminal.line(line));
        self.text.push('\n');
    }

    /// Adds an empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// Adds text between margins, in as many lines as it needs.
    pub fn text(&mut self, indent: usize, style: Style, text: &str) {
        for line in wrap(text, self.terminal.width.saturating_sub(indent)) {
            self.line(&Text::plain(&" ".repeat(indent)).with(style, &line));
        }
    }

    /// Adds a label and what belongs to it, the text in its own column.
    pub fn labelled(&mut self, indent: usize, column: usize, label: &str, style: Style, text: &str) {
        for (n, line) in wrap(text, self.terminal.width.saturating_sub(column)).iter().enumerate() {
            let mut row = Text::plain(&" ".repeat(indent)).with(Style::Dim, if n == 0 { label } else { "" });
            row.pad_to(column);
            row.push(style, line);
            self.line(&row);
        }
    }

    /// Adds a text with the sign of its verdict before it.
    pub fn judged(&mut self, indent: usize, verdict: Verdict, text: &str) {
        let sign = self.terminal.sign(verdict);
        let column = indent + Text::plain(sign).width() + 1;
        for (n, line) in wrap(text, self.terminal.width.saturating_sub(column)).iter().enumerate() {
            let mut row =
                Text::plain(&" ".repeat(indent)).with(Style::Is(verdict), if n == 0 { sign } else { "" });
            row.pad_to(column);
            row.push(Style::Plain, line);
            self.line(&row);
        }
    }

    /// Prints it.
    ///
    /// # Errors
    /// Standard output cannot be written.
    pub fn print(self) -> Result<(), Failure> {
        print(&self.text)
    }
}

/// Prints JSON for a program.
///
/// # Errors
/// Standard output cannot be written.
pub fn print_json(value: &Value) -> Result<(), Failure> {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    print(&text)
}

/// Prints text as it is. A reader that has gone away (`rung status | head`) is no failure.
///
/// # Errors
/// Standard output cannot be written.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = std::io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::io("write", Path::new("standard output"), &error))
        }
        _ => Ok(()),
    }
}
