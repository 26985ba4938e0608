//! Days, counts and names as a person reads them.

use rung_catalog::{Catalog, Credential, Tier};
use rung_record::Date;
use rung_words::{Words, say};

pub use rung_rules::words::confidence;
pub use rung_words::capital;

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

/// Who wrote a source.
pub fn tier(words: &Words, tier: Tier) -> String {
    match tier {
        Tier::Statute => say!(words, "shell-tier-statute"),
        Tier::Board => say!(words, "shell-tier-board"),
        Tier::Body => say!(words, "shell-tier-body"),
        Tier::Association => say!(words, "shell-tier-association"),
        Tier::Vendor => say!(words, "shell-tier-vendor"),
        Tier::Agency => say!(words, "shell-tier-agency"),
        Tier::Study => say!(words, "shell-tier-study"),
        Tier::Employer => say!(words, "shell-tier-employer"),
        Tier::Press => say!(words, "shell-tier-press"),
        Tier::Other => say!(words, "shell-tier-other"),
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
    use super::{beginning, capital};

    #[test]
    fn a_capital_opens_a_title() {
        assert_eq!((capital("état"), capital("")), ("État".to_owned(), String::new()));
    }

    #[test]
    fn a_link_has_the_first_words_of_a_text() {
        assert_eq!(beginning("One two"), "One two");
        assert_eq!(beginning("1 2 3 4 5 6 7 8 9 10"), "1 2 3 4 5 6 7 8 9 …");
    }
}
