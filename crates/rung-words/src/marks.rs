//! Marks around what stays English within a sentence of another language.
//!
//! The catalogue's texts (what a rule asks, the names of its sources) are in English, as the law is. Where one stands
//! within a Spanish sentence a page must say so (WCAG 2.2, 3.1.2 Language of Parts), and cannot know it from a plain text.
//! The marks are those that Unicode has for isolating a run of foreign text; they are not seen where they stay.

/// FIRST STRONG ISOLATE.
const OPENS: char = '\u{2068}';
/// POP DIRECTIONAL ISOLATE.
const CLOSES: char = '\u{2069}';

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part<'a> {
    /// In the language of the whole.
    Own(&'a str),
    /// In English.
    English(&'a str),
}

/// The text between the marks.
pub(crate) fn marked(text: &str) -> String {
    // A mark within would end the part too early.
    format!("{OPENS}{}{CLOSES}", text.replace([OPENS, CLOSES], ""))
}

/// The parts of a text in its order, without their marks and without empty ones.
///
/// ```
/// use rung_words::{Language, Part, Words, parts};
/// let words = Words::of(Language::Spanish);
/// let text = format!("Ley: {}.", words.english("22 TAC 297.8"));
/// let parts: Vec<Part<'_>> = parts(&text).collect();
/// assert_eq!(parts, [Part::Own("Ley: "), Part::English("22 TAC 297.8"), Part::Own(".")]);
/// ```
pub fn parts(text: &str) -> impl Iterator<Item = Part<'_>> {
    let mut rest = text;
    let mut is_english = false;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let ends = rest.find(if is_english { CLOSES } else { OPENS });
            let own = &rest[..ends.unwrap_or(rest.len())];
            rest = ends.map_or("", |end| &rest[end + OPENS.len_utf8()..]);
            let part = if is_english { Part::English(own) } else { Part::Own(own) };
            is_english = !is_english;
            if !own.is_empty() {
                return Some(part);
            }
        }
        None
    })
}

/// The text with its English parts in quotation marks, for where a language cannot be told: a calendar, a terminal.
pub fn quoted(text: &str) -> String {
    text.replace(OPENS, "“").replace(CLOSES, "”")
}

/// The text with a capital first letter.
pub fn capital(text: &str) -> String {
    let (mark, rest) = text.strip_prefix(OPENS).map_or(("", text), |rest| (&text[..OPENS.len_utf8()], rest));
    let mut letters = rest.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    mark.chars().chain(first).chain(letters.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_capital_opens_a_sentence() {
        let english = marked("law");
        assert_eq!(
            (capital("état"), capital(""), capital(&english)),
            ("État".into(), String::new(), marked("Law"))
        );
    }

    #[test]
    fn what_is_english_is_quoted_where_nothing_else_can_tell() {
        assert_eq!(quoted(&format!("Falta {}.", marked("law"))), "Falta “law”.");
    }

    proptest! {
        #[test]
        fn parts_lose_nothing_but_the_marks(text in "[a-c\u{2068}\u{2069}é]{0,12}") {
            let joined: String = parts(&text).map(|part| match part { Part::Own(own) | Part::English(own) => own }).collect();
            prop_assert_eq!(joined.replace([OPENS, CLOSES], ""), text.replace([OPENS, CLOSES], ""));
            let _ = capital(&text);
        }
    }
}
