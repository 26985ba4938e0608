//! Finds where Rust sources say messages.

use std::{collections::BTreeSet, path::Path};

/// One place that says a message.
#[derive(Debug, PartialEq)]
pub struct Said {
    /// File and line.
    pub place: String,
    /// Which message; none when the id is not a literal.
    pub id: Option<String>,
    /// The names of the values it is given.
    pub values: BTreeSet<String>,
}

/// Adds each `say!(words, "id", name = value, …)` of a source.
pub fn said(file: &Path, source: &str, into: &mut Vec<Said>) {
    let code = without_comments(source);
    let (mut before, mut rest) = ("", code.as_str());
    while let Some(token) = token(rest) {
        let part_of_a_name = before.ends_with(|c: char| c.is_alphanumeric() || c == '_');
        let found = rest.strip_prefix("say!(").filter(|_| !part_of_a_name);
        (before, rest) = (token, &rest[token.len()..]);
        let Some(after) = found else { continue };
        let arguments = arguments(after);
        let id = arguments.get(1).and_then(|id| id.trim().strip_prefix('"')?.strip_suffix('"'));
        let name = |argument: &String| {
            let (name, value) = argument.split_once('=')?;
            (!value.starts_with('=')).then(|| name.trim().to_owned())
        };
        let line = code[..code.len() - after.len()].matches('\n').count() + 1;
        into.push(Said {
            place: format!("{}:{line}", file.display()),
            id: id.map(str::to_owned),
            values: arguments.iter().skip(2).filter_map(name).collect(),
        });
    }
}

/// The arguments up to the closing bracket, split at the commas that are in no bracket and in no text.
fn arguments(code: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut depth = 0;
    let mut rest = code;
    while let Some(token) = token(rest) {
        rest = &rest[token.len()..];
        match token {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" if depth == 0 => break,
            ")" | "]" | "}" => depth -= 1,
            "," if depth == 0 => {
                all.push(String::new());
                continue;
            }
            _ => {}
        }
        all.last_mut().unwrap().push_str(token);
    }
    all.retain(|argument| !argument.trim().is_empty());
    all
}

/// The source with its comments blanked out, lines kept.
fn without_comments(source: &str) -> String {
    let mut code = String::with_capacity(source.len());
    let mut rest = source;
    while let Some(token) = token(rest) {
        rest = &rest[token.len()..];
        if token.starts_with("//") || token.starts_with("/*") {
            code.extend(token.chars().filter(|c| *c == '\n'));
        } else {
            code.push_str(token);
        }
    }
    code
}

/// The next comment, text, letter in quotes or character.
fn token(code: &str) -> Option<&str> {
    let first = code.chars().next()?;
    let end = |found: Option<usize>| found.unwrap_or(code.len());
    let length = match first {
        '/' if code.starts_with("//") => end(code.find('\n')),
        '/' if code.starts_with("/*") => end(code.find("*/").map(|n| n + 2)),
        'r' if code[1..].trim_start_matches('#').starts_with('"') => {
            let hashes = code[1..].len() - code[1..].trim_start_matches('#').len();
            let close = format!("\"{}", "#".repeat(hashes));
            end(code[hashes + 2..].find(&close).map(|n| hashes + 2 + n + close.len()))
        }
        '"' => end(closing_quote(code)),
        // A letter such as '"' or '\''; 'a in a type is a lifetime.
        '\'' => {
            let letter = if code.starts_with("'\\") { 2 } else { 1 };
            let width = code[letter..].chars().next().map_or(0, char::len_utf8);
            if code[letter + width..].starts_with('\'') { letter + width + 1 } else { 1 }
        }
        other => other.len_utf8(),
    };
    Some(&code[..length])
}

/// Just after the quote that ends a text.
fn closing_quote(code: &str) -> Option<usize> {
    let mut escaped = false;
    code.char_indices().skip(1).find_map(|(n, letter)| {
        let ends = letter == '"' && !escaped;
        escaped = letter == '\\' && !escaped;
        ends.then_some(n + 1)
    })
}

#[test]
fn the_scanner_sees_what_the_compiler_sees() {
    let source = r##"
        // say!(words, "in-a-comment")
        let a = "say!(" ; hearsay!(words, "other");
        let b = say!(words, "one");
        let c = say!(Words::of(Language::Spanish), "two", count = f(1, ")"), name = if a == b { "x, y" } else { 'c' });
        let d = rung_words::say!(
            words, // by the page
            "three",
            place = r#"a " b"#, last = '"',
        );
        say!(words, id)
        fn e<'a>(text: &'a str) { say!(words, "four", a = '\'') }
    "##;
    let mut all = Vec::new();
    said(Path::new("a.rs"), source, &mut all);
    let told: Vec<String> =
        all.iter().map(|said| format!("{} {:?} {:?}", said.place, said.id.as_deref(), said.values)).collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    a.rs:4 Some("one") {}
    a.rs:5 Some("two") {"count", "name"}
    a.rs:6 Some("three") {"last", "place"}
    a.rs:11 None {}
    a.rs:12 Some("four") {"a"}
    "#);
}
