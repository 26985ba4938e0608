//! Whose transcript it is, of which days, with how many hours.

use crate::csv_import::{DateOrder, read_date};
use rung_record::{Hours, Period};

/// What the lines above the table say. Extractors print labels and values on one line or on two, in any order; so the
/// labels are taken away and the values are known by their shapes.
#[derive(Debug, Default)]
pub(super) struct Heading {
    pub(super) participant: Option<String>,
    pub(super) profile_id: Option<String>,
    pub(super) range: Option<Period>,
    pub(super) total: Option<Hours>,
}

const LABELS: [&str; 7] = [
    "cpe monitor activity transcript",
    "participant name",
    "nabp e-profile id",
    "e-profile id",
    "cpe activity date range",
    "total cpe hours earned",
    "total",
];
/// What a line that is no name has.
const NO_NAMES: [&str; 12] = [
    "activity",
    "transcript",
    "monitor",
    "hours",
    "recorded",
    "page",
    "credit",
    "date",
    "nabp",
    "cpe",
    "report",
    "if",
];

impl Heading {
    /// Takes from one line what it says.
    pub(super) fn take(&mut self, line: &str) {
        if line.len() > 1000 {
            return;
        }
        let lower = line.to_ascii_lowercase();
        let is_total = lower.contains("total");
        let values = without_labels(line, &lower);
        let words: Vec<&str> = values.split_whitespace().collect();
        let range = words.windows(3).position(|three| range_of(three).is_some());
        if let Some(at) = range {
            self.range = self.range.or_else(|| range_of(&words[at..at + 3]));
        }
        let other_words =
            words.iter().enumerate().filter(|(n, _)| range.is_none_or(|at| !(at..at + 3).contains(n)));
        let mut name = Vec::new();
        for (_, word) in other_words {
            if is_profile_id(word) {
                self.profile_id.get_or_insert_with(|| (*word).to_owned());
            } else if let Some(hours) = hours_of(word, is_total) {
                self.total.get_or_insert(hours);
            } else {
                name.push(*word);
            }
        }
        if self.participant.is_none() && is_name(&name) {
            self.participant = Some(name.join(" "));
        }
    }
}

fn without_labels(line: &str, lower: &str) -> String {
    let mut kept = line.to_owned();
    let mut lower = lower.to_owned();
    for label in LABELS {
        while let Some(at) = lower.find(label) {
            kept.replace_range(at..at + label.len(), " ");
            lower.replace_range(at..at + label.len(), " ");
        }
    }
    kept.replace(':', " ")
}

/// `1/1/2025 to 12/31/2026`.
fn range_of(words: &[&str]) -> Option<Period> {
    let [from, "to", to] = words else { return None };
    let day = |text: &str| read_date(text, DateOrder::MonthFirst).ok();
    Some(Period::inclusive(day(from)?, day(to)?)).filter(|range| !range.is_empty())
}

fn is_profile_id(word: &str) -> bool {
    (6..=10).contains(&word.len()) && word.bytes().all(|c| c.is_ascii_digit())
}

/// A number of hours has decimals, unless the line says that it is the total.
fn hours_of(word: &str, is_total: bool) -> Option<Hours> {
    (is_total || word.contains('.')).then(|| word.parse().ok()).flatten()
}

fn is_name(words: &[&str]) -> bool {
    let letters =
        |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '\'' | '-' | ','));
    let plain = |word: &&str| !NO_NAMES.contains(&word.to_lowercase().trim_end_matches(','));
    (2..=5).contains(&words.len()) && words.iter().all(|word| letters(word) && plain(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_and_values_may_stand_on_one_line_or_on_two() {
        for lines in [
            vec![
                "CPE Monitor Activity Transcript",
                "Participant Name: Sam Q. Sample",
                "NABP e-Profile ID: 123456",
                "CPE activity date range: 1/1/2025 to 12/31/2026",
                "Total CPE hours earned: 12",
                "Recorded CPE activity may take 60 days to appear.",
            ],
            vec![
                "CPE Monitor Activity Transcript",
                "Participant Name NABP e-Profile ID CPE activity date range Total CPE hours earned",
                "Sam Q. Sample 123456 1/1/2025 to 12/31/2026 12.00",
            ],
            vec!["Participant Name", "Sam Q. Sample", "123456", "1/1/2025 to 12/31/2026", "12.0"],
        ] {
            let mut heading = Heading::default();
            lines.iter().for_each(|line| heading.take(line));
            assert_eq!(heading.participant.as_deref(), Some("Sam Q. Sample"));
            assert_eq!(heading.profile_id.as_deref(), Some("123456"));
            assert_eq!(heading.range.unwrap().to_string(), "2025-01-01 to 2026-12-31");
            assert_eq!(heading.total, Some(Hours::from_whole(12)));
        }
    }
}
