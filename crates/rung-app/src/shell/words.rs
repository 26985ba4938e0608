//! Days, counts and names as a person reads them.

use maud::{Markup, html};
use rung_catalog::{Catalog, Confidence, Credential, Tier, When};
use rung_record::Date;
use rung_words::{Language, Words};

pub use rung_words::capital;

/// The words of the pages that speak English only.
pub fn english() -> &'static Words {
    Words::of(Language::English)
}

/// `Nov 23, 2026`, with the day in a form that programs read.
pub fn day(day: Date) -> Markup {
    html! { time datetime=(day) { (plain_day(day)) } }
}

/// `Nov 23, 2026`.
pub fn plain_day(day: Date) -> String {
    day.strftime("%b %-d, %Y").to_string()
}

/// A sentence in which each day written `2026-11-23` is shown as people write it.
pub fn sentence(text: &str) -> Markup {
    let mut rest = text;
    html! {
        @while let Some((before, date, after)) = next_day(rest) {
            (before) (day(date)) ({ rest = after; "" })
        }
        (rest)
    }
}

/// The first day in a text, with what stands before and after it.
pub(super) fn next_day(text: &str) -> Option<(&str, Date, &str)> {
    const LENGTH: usize = "2026-11-23".len();
    let is_part = |c: u8| c.is_ascii_alphanumeric() || c == b'-';
    let bytes = text.as_bytes();
    // Cheap first: a page asks this of every place of every sentence.
    let may_be =
        |start: usize| bytes[start].is_ascii_digit() && bytes[start + 4] == b'-' && bytes[start + 7] == b'-';
    (0..text.len().saturating_sub(LENGTH - 1)).filter(|start| may_be(*start)).find_map(|start| {
        let end = start + LENGTH;
        let date = rung_record::parse_date(text.get(start..end)?).ok()?;
        let stands_alone = !text[..start].bytes().next_back().is_some_and(is_part)
            && !text[end..].bytes().next().is_some_and(is_part);
        stands_alone.then(|| (&text[..start], date, &text[end..]))
    })
}

/// `1 credit`, `3 credits`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

/// A date as far as it is known: `Nov 23, 2026`, `November 2026`, `2026`.
pub fn when(when: When) -> Markup {
    let text = when.to_string();
    html! {
        @match text.len() {
            4 => time datetime=(text) { (text) },
            7 => time datetime=(text) { (when.first_day().strftime("%B %Y").to_string()) },
            _ => (day(when.first_day())),
        }
    }
}

/// How sure a fact is.
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => "high confidence",
        Confidence::Medium => "medium confidence",
        Confidence::Low => "low confidence",
    }
}

/// Who wrote a source.
pub fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Statute => "statute or rule",
        Tier::Board => "the board",
        Tier::Body => "the body itself",
        Tier::Association => "an association",
        Tier::Vendor => "a seller of courses",
        Tier::Agency => "a government agency",
        Tier::Study => "a study",
        Tier::Employer => "an employer",
        Tier::Press => "the trade press",
        Tier::Other => "another page",
    }
}

/// The first words of a text, for a link.
pub fn beginning(text: &str) -> String {
    const WORDS: usize = 9;
    let mut words = text.split_whitespace();
    let first: Vec<&str> = words.by_ref().take(WORDS).collect();
    let more = if words.next().is_some() { " …" } else { "" };
    format!("{}{more}", first.join(" "))
}

/// `Texas · Registered Pharmacy Technician`.
pub fn full_name(catalog: &Catalog, credential: &Credential) -> String {
    format!("{} · {}", catalog.authority_of(credential).name, credential.title)
}

#[cfg(test)]
mod tests {
    use super::{capital, sentence};

    #[test]
    fn days_within_a_sentence_are_shown_as_people_write_them() {
        insta::assert_snapshot!(sentence("Good until 2027-05-31 (189 days); apply by 2027-05-01.").into_string(), @r#"Good until <time datetime="2027-05-31">May 31, 2027</time> (189 days); apply by <time datetime="2027-05-01">May 1, 2027</time>."#);
        insta::assert_snapshot!(sentence("été & 2027-13-31, no-2027-01-01").into_string(), @"été &amp; 2027-13-31, no-2027-01-01");
    }

    #[test]
    fn a_capital_opens_a_title() {
        assert_eq!((capital("état"), capital("")), ("État".to_owned(), String::new()));
    }
}
