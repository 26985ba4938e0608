//! What running text says of an activity: activity numbers and hours.

use rung_record::{Hours, Uan};

/// No more of a text is looked at.
const MOST_LETTERS: usize = 200_000;
/// The words that make a number an amount of contact hours.
const HOUR_WORDS: [&str; 5] = ["hour", "hours", "hr", "hrs", "h"];
/// Words that may stand between the number and the word for hours.
const BETWEEN: [&str; 6] = ["contact", "credit", "ce", "cpe", "acpe", "clock"];

/// The activity numbers in a text, each once, in their order.
pub(crate) fn uans_in(text: &str) -> Vec<Uan> {
    let mut found: Vec<Uan> = Vec::new();
    let plain = text.get(..MOST_LETTERS).unwrap_or(text).replace(['–', '—', '‐', '‑'], "-");
    for token in plain.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-') {
        let token = token.trim_matches('-');
        let looks_like = token.matches('-').count() == 5 || (token.len() >= 17 && !token.contains('-'));
        if let Some(uan) = token.parse::<Uan>().ok().filter(|_| looks_like)
            && !found.contains(&uan)
        {
            found.push(uan);
        }
    }
    found
}

/// The number that stands for the activity: the technicians' where there is one for each audience. None when there is no
/// number, or there are several activities.
pub(crate) fn one_activity(uans: &[Uan]) -> Option<&Uan> {
    let first = uans.first()?;
    let is_one = uans.iter().all(|other| other.is_same_activity(first));
    is_one.then(|| uans.iter().find(|uan| uan.is_for_technicians()).unwrap_or(first))
}

/// The amounts of contact hours in a text (`1.5 contact hours`, `0.15 CEU`, `Contact hours: 1.5`), each once, in their
/// order.
pub(crate) fn hours_in(text: &str) -> Vec<Hours> {
    let mut found: Vec<Hours> = Vec::new();
    for line in text.get(..MOST_LETTERS).unwrap_or(text).lines() {
        for hours in hours_in_line(line) {
            if !hours.is_zero() && hours <= Hours::MOST && !found.contains(&hours) {
                found.push(hours);
            }
        }
    }
    found
}

fn hours_in_line(line: &str) -> Vec<Hours> {
    let is_mark = |letter: char| {
        letter.is_whitespace() || matches!(letter, '(' | ')' | ',' | ';' | ':' | '/' | '-' | '|')
    };
    let words: Vec<String> = line
        .split(is_mark)
        .map(|word| word.trim_matches('.').to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    let amount = |n: usize| {
        // `1.5h` is one word, `1.5 contact hours` are three.
        let letters = words[n].find(|letter: char| !letter.is_ascii_digit() && letter != '.');
        let (number, unit) = words[n].split_at(letters.unwrap_or(words[n].len()));
        let amount = number.parse::<Hours>().ok()?;
        let following = words[n + 1..].iter().map(String::as_str);
        let mut units = Some(unit).filter(|unit| !unit.is_empty()).into_iter().chain(following);
        let after = units
            .by_ref()
            .take(3)
            .find(|word| !BETWEEN.contains(word))
            .and_then(|unit| in_hours(amount, unit));
        // `Contact hours: 1.5`, but not `office hours: 9`.
        let label = |back: usize| n.checked_sub(back).map_or("", |before| words[before].as_str());
        let is_labelled = unit.is_empty() && (label(1).starts_with("ceu") || BETWEEN.contains(&label(2)));
        after.or_else(|| in_hours(amount, label(1)).filter(|_| is_labelled))
    };
    (0..words.len()).filter_map(amount).collect()
}

fn in_hours(amount: Hours, unit: &str) -> Option<Hours> {
    match unit {
        "ceu" | "ceus" => Some(amount * 10),
        unit => HOUR_WORDS.contains(&unit).then_some(amount),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_and_hours_stand_in_running_text() {
        let text =
            "ACPE UAN: 0107-0000-26-021-L03-T (also 0107–0000–26–021–L03–P). 1.5 contact hours (0.15 CEU).";
        let uans = uans_in(text);
        assert_eq!(uans.len(), 2);
        assert_eq!(one_activity(&uans).map(ToString::to_string).as_deref(), Some("0107-0000-26-021-L03-T"));
        assert_eq!(hours_in(text), [Hours::from_minutes(90)]);
        assert_eq!(
            hours_in("2h on 2026-02-11 at 10 Main Street, 3 ACPE credit hours."),
            [Hours::from_whole(2), Hours::from_whole(3)]
        );
        assert_eq!(hours_in("Completed 2026\nContact hours: 1.5\nCEUs: 0.15"), [Hours::from_minutes(90)]);
        assert!(hours_in("open 24 days, chapter 3, office hours: 9").is_empty());
        assert_eq!(one_activity(&uans_in("0107-0000-26-021-L03-T 0107-0000-26-022-L03-T")), None);
    }

    proptest! {
        #[test]
        fn any_text_is_looked_through(text in "\\PC{0,200}") {
            let _ = (uans_in(&text), hours_in(&text));
        }
    }
}
