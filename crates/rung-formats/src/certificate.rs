//! What the text of a certificate of completion tells, to fill a form in that a person then confirms.
//!
//! Certificates have no common form, so this looks for what they all say in some words: an activity number, a day, hours, a
//! title, a provider. What is not found is left open, and what could be meant otherwise is said as a doubt.
//!
//! ```
//! use rung_formats::certificate::certificate_fields;
//! let text = "Certificate of Completion\nSam Sample\nhas successfully completed\nA New Law\non February 11, 2026\n\
//!             1.5 contact hours (0.15 CEU)\nUAN 0107-0000-26-021-L03-T\n";
//! let fields = certificate_fields(text);
//! assert_eq!(fields.title.as_deref(), Some("A New Law"));
//! assert_eq!(fields.completed.unwrap().to_string(), "2026-02-11");
//! assert_eq!(fields.hours.unwrap().to_string(), "1.5");
//! assert_eq!(fields.uan.unwrap().to_string(), "0107-0000-26-021-L03-T");
//! ```

use crate::{
    CreditDraft, Doubt, TopicNames,
    csv_import::{DateOrder, HoursUnit, read_date, read_hours},
    text::join_wrapped,
};
use rung_record::{Date, Hours, Uan};
use serde::Serialize;

/// More text than this is no certificate; the rest is not looked at.
const MAX_CHARS: usize = 20_000;
const MAX_TITLE_CHARS: usize = 200;

/// What a certificate seems to say.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CertificateFields {
    /// What the activity is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// The day on which it was completed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completed: Option<Date>,
    /// Contact hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// The activity number.
    #[serde(serialize_with = "as_text", skip_serializing_if = "Option::is_none")]
    pub uan: Option<Uan>,
    /// What could be meant otherwise.
    pub doubts: Vec<Doubt>,
}

fn as_text<S: serde::Serializer>(uan: &Option<Uan>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&uan.as_ref().map(ToString::to_string).unwrap_or_default())
}

impl CertificateFields {
    /// A credit with what was found, and with what the activity number tells; `completed` where no day was found.
    pub fn draft(&self, completed: Date, topic_names: &TopicNames) -> CreditDraft {
        let mut draft = CreditDraft::new(1, self.completed.unwrap_or(completed));
        draft.credit.title.clone_from(&self.title);
        draft.credit.provider.clone_from(&self.provider);
        draft.credit.hours = self.hours;
        if let Some(uan) = &self.uan {
            draft.take_number(&uan.to_string(), topic_names);
        }
        draft
    }
}

/// Looks through the text of a certificate.
pub fn certificate_fields(text: &str) -> CertificateFields {
    let text: String = text.chars().take(MAX_CHARS).map(plain_char).collect();
    let lines: Vec<String> =
        text.lines().map(|line| join_wrapped([line])).filter(|line| !line.is_empty()).collect();
    let mut doubts = Vec::new();
    CertificateFields {
        uan: number(&lines, &mut doubts),
        completed: day(&lines, &mut doubts),
        hours: hours(&lines, &mut doubts),
        title: title(&lines),
        provider: provider(&lines),
        doubts,
    }
}

/// The many hyphens and spaces of typesetters are one each here.
fn plain_char(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{00ad}' => '-',
        '\u{00a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\t' => ' ',
        '\u{2018}' | '\u{2019}' => '\'',
        other => other,
    }
}

/// The activity number: of a technician's where the other audience's is there too, none where several differ.
fn number(lines: &[String], doubts: &mut Vec<Doubt>) -> Option<Uan> {
    let mut found: Vec<Uan> = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        // A number may be broken at a hyphen.
        let next = lines.get(n + 1).map_or("", String::as_str);
        let joined = if line.ends_with('-') { format!("{line}{next}") } else { line.clone() };
        for uan in numbers_in(&joined) {
            if !found.contains(&uan) {
                found.push(uan);
            }
        }
    }
    if let Some(technicians) = found.iter().find(|uan| uan.is_for_technicians())
        && found.iter().all(|uan| uan == technicians || *uan == technicians.sibling())
    {
        return Some(technicians.clone());
    }
    if found.len() > 1 {
        doubts.push(Doubt::SeveralNumbers(found));
        return None;
    }
    found.pop()
}

fn numbers_in(line: &str) -> Vec<Uan> {
    let glued: Vec<char> = without_spaces_at_hyphens(line);
    let mut found = Vec::new();
    for start in 0..glued.len() {
        let begins = glued[start].is_ascii_alphanumeric()
            && start
                .checked_sub(1)
                .is_none_or(|before| !glued[before].is_alphanumeric() && glued[before] != '-');
        if !begins {
            continue;
        }
        let word: String =
            glued[start..].iter().take(40).take_while(|c| c.is_ascii_alphanumeric() || **c == '-').collect();
        if word.matches('-').count() >= 5 {
            found.extend(word.trim_end_matches('-').parse::<Uan>().ok());
        }
    }
    found
}

fn without_spaces_at_hyphens(line: &str) -> Vec<char> {
    let chars: Vec<char> = line.chars().collect();
    let is_hyphen = |n: Option<usize>| n.and_then(|n| chars.get(n)) == Some(&'-');
    (0..chars.len())
        .filter(|n| chars[*n] != ' ' || !(is_hyphen(n.checked_sub(1)) || is_hyphen(Some(n + 1))))
        .map(|n| chars[n])
        .collect()
}

/// Words before a day that say what day it is.
const OF_COMPLETION: &[&str] =
    &["complet", "particip", "attend", "activity date", "date of activity", "earned", "took"];
const OF_ANYTHING_ELSE: &[&str] = &[
    "expir",
    "valid",
    "through",
    "release",
    "until",
    "birth",
    "dob",
    "print",
    "accredited",
    "enduring",
    "initial",
    "review",
    "generated",
    "updated",
];

fn day(lines: &[String], doubts: &mut Vec<Doubt>) -> Option<Date> {
    let mut found: Vec<(i32, Date)> = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let lower = line.to_lowercase();
        for (start, date) in days_in(line) {
            let same_line = lower.get(..start).unwrap_or_default();
            // A day on a line of its own has its label above it, or below it under a rule for writing on.
            let alone = same_line.trim_matches(|c: char| !c.is_alphanumeric()).is_empty();
            let above = n.checked_sub(1).and_then(|n| lines.get(n)).map(|line| line.to_lowercase());
            let below = lines.get(n + 1).map(|line| line.to_lowercase());
            let mut score = label_score(same_line);
            if alone || score == 0 {
                score += above.as_deref().map_or(0, label_score);
            }
            if alone && score == 0 {
                score += below.as_deref().map_or(0, label_score);
            }
            found.push((score, date));
        }
    }
    let best = found.iter().map(|(score, _)| *score).max().filter(|score| *score >= 0)?;
    let mut days: Vec<Date> = found.iter().filter(|(score, _)| *score == best).map(|(_, day)| *day).collect();
    days.dedup();
    if days.iter().any(|day| *day != days[0]) {
        let first = days.first().copied();
        doubts.push(Doubt::SeveralDays(days));
        return first;
    }
    days.first().copied()
}

fn label_score(text: &str) -> i32 {
    let last = |words: &[&str]| words.iter().filter_map(|word| text.rfind(word)).max();
    match (last(OF_COMPLETION), last(OF_ANYTHING_ELSE)) {
        (Some(good), Some(bad)) if good < bad => -1,
        (Some(_), _) => 2,
        (None, Some(_)) => -1,
        (None, None) => i32::from(text.contains("date") || text.ends_with(" on ")),
    }
}

/// The days of a line and where they begin, in bytes.
fn days_in(line: &str) -> Vec<(usize, Date)> {
    let mut days = Vec::new();
    let mut next = 0;
    let starts = line.char_indices().filter(|(n, c)| {
        c.is_ascii_alphanumeric()
            && !line[..*n].ends_with(|before: char| before.is_alphanumeric() || before == '-')
    });
    for (start, _) in starts {
        if start < next {
            continue;
        }
        if let Some((length, date)) = day_at(&line[start..]) {
            days.push((start, date));
            next = start + length;
        }
    }
    days
}

/// A day at the beginning of a text, and its length: one word with two separators, or three words.
fn day_at(text: &str) -> Option<(usize, Date)> {
    let ends: Vec<usize> =
        text.char_indices().filter(|(_, c)| *c == ' ').map(|(n, _)| n).chain([text.len()]).take(3).collect();
    for end in [ends.first(), ends.get(2)].into_iter().flatten() {
        let words = text[..*end].trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
        let digits = words.bytes().filter(u8::is_ascii_digit).count();
        // Numbers without a year of four digits are too often something else.
        if words.len() <= 25
            && digits >= 5
            && has_year(words)
            && let Ok(date) = read_date(words, DateOrder::MonthFirst)
        {
            return Some((*end, date));
        }
    }
    None
}

fn has_year(text: &str) -> bool {
    text.split(|c: char| !c.is_ascii_digit()).any(|part| part.len() == 4)
}

fn hours(lines: &[String], doubts: &mut Vec<Doubt>) -> Option<Hours> {
    let mut found: Vec<(u8, Hours)> = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        let words: Vec<&str> = line.split(' ').collect();
        for (at, word) in words.iter().enumerate() {
            let Some(number) = plain_number(word) else { continue };
            let alone = words.len() == 1;
            // A number on a line of its own has its label above it, or below it.
            let before = match n.checked_sub(1).and_then(|n| lines.get(n)).filter(|_| alone) {
                Some(above) => above.clone(),
                None => words[at.saturating_sub(4)..at].join(" "),
            };
            let after = match lines.get(n + 1).filter(|_| alone) {
                Some(below) => below.clone(),
                None => words[at + 1..].iter().take(3).copied().collect::<Vec<_>>().join(" "),
            };
            let Some((weight, unit)) = unit_around(&before.to_lowercase(), &after.to_lowercase()) else {
                continue;
            };
            let read =
                read_hours(number, unit).ok().filter(|it| !it.is_zero() && *it <= Hours::from_whole(200));
            found.extend(read.map(|hours| (weight, hours)));
        }
    }
    let best = found.iter().map(|(weight, _)| *weight).max()?;
    let (_, hours) = *found.iter().find(|(weight, _)| *weight == best)?;
    if found.iter().any(|(_, other)| *other != hours) {
        let mut all: Vec<Hours> = found.iter().map(|(_, hours)| *hours).collect();
        all.dedup();
        doubts.push(Doubt::SeveralHours(all));
    }
    Some(hours)
}

/// A number such as hours have: `1`, `1.5`, `0.15`.
fn plain_number(word: &str) -> Option<&str> {
    let word = word
        .trim_matches(|c: char| matches!(c, '(' | ')' | ',' | ':' | ';' | '[' | ']'))
        .trim_end_matches('.');
    let plain = word.bytes().all(|c| c.is_ascii_digit() || c == b'.') && word.len() <= 6;
    (plain && word.bytes().any(|c| c.is_ascii_digit())).then_some(word)
}

/// The unit that stands behind a number, or else before it, and how sure that is.
fn unit_around(before: &str, after: &str) -> Option<(u8, HoursUnit)> {
    let behind = after.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    let first = |words: &[&str]| words.iter().any(|word| behind.starts_with(word));
    if first(&["contact hour", "contact-hour", "contact hr"]) {
        return Some((4, HoursUnit::Hours));
    }
    if first(&["ceu", "continuing education unit"]) {
        return Some((3, HoursUnit::Ceu));
    }
    if first(&["hour", "hr", "credit hour", "ce hour", "live hour", "home hour"]) {
        return Some((3, HoursUnit::Hours));
    }
    let label = before.trim_end_matches(|c: char| !c.is_ascii_alphanumeric() && c != ')');
    let ends = |words: &[&str]| words.iter().any(|word| label.ends_with(word));
    if ends(&[
        "contact hours",
        "contact hour",
        "contact hour(s)",
        "contact hours awarded",
        "contact hours earned",
    ]) {
        return Some((4, HoursUnit::Hours));
    }
    if ends(&["ceu", "ceus", "ceu(s)", "ceus awarded", "continuing education units"]) {
        return Some((3, HoursUnit::Ceu));
    }
    if ends(&[
        "hours",
        "hour(s)",
        "credit hours",
        "hours awarded",
        "hours earned",
        "credit(s)",
        "credits",
        "credit",
    ]) {
        return Some((2, HoursUnit::Hours));
    }
    first(&["credit", "ce credit", "acpe credit"]).then_some((1, HoursUnit::Hours))
}

const TITLE_LABELS: &[&str] = &[
    "activity title",
    "course title",
    "program title",
    "title of activity",
    "name of activity",
    "activity name",
    "course name",
    "title",
    "activity",
    "course",
    "program",
];
/// Words after which the title follows, on the same line or on the next.
const BEFORE_TITLE: &[&str] = &[
    "entitled",
    "titled",
    "has successfully completed the activity",
    "has successfully completed the course",
    "has successfully completed the program",
    "has successfully completed",
    "has completed the continuing education activity",
    "has completed",
    "successful completion of",
    "for completing",
    "for the completion of",
    "participated in",
    "for participation in",
    "for successfully completing",
];
const PROVIDER_LABELS: &[&str] = &[
    "accredited provider",
    "provider name",
    "provider",
    "sponsored by",
    "provided by",
    "presented by",
    "offered by",
    "sponsor",
    "education provider",
];

fn title(lines: &[String]) -> Option<String> {
    labelled(lines, TITLE_LABELS).or_else(|| after_words(lines, BEFORE_TITLE))
}

fn provider(lines: &[String]) -> Option<String> {
    labelled(lines, PROVIDER_LABELS).or_else(|| {
        // The sentence that the accreditor prescribes.
        let line = lines.iter().find(|line| line.contains(" is accredited by "))?;
        let name = line.split(" is accredited by ").next()?.trim();
        let name = name.strip_prefix("The ").or(name.strip_prefix("the ")).unwrap_or(name);
        named(name)
    })
}

/// `Title: A New Law`, or `Title` with it on the next line.
fn labelled(lines: &[String], labels: &[&str]) -> Option<String> {
    for label in labels {
        for (n, line) in lines.iter().enumerate() {
            let Some(rest) = strip_words(line, label) else { continue };
            if let Some(value) = rest.trim_start().strip_prefix(':') {
                let value = if value.trim().is_empty() { lines.get(n + 1)?.as_str() } else { value };
                return named(value);
            }
            if label.ends_with(" by") && !rest.trim().is_empty() {
                return named(rest);
            }
        }
    }
    None
}

fn after_words(lines: &[String], words: &[&str]) -> Option<String> {
    for word in words {
        for (n, line) in lines.iter().enumerate() {
            let Some(at) = line.to_ascii_lowercase().find(word) else { continue };
            let rest = line[at + word.len()..]
                .trim_start_matches(|c: char| !c.is_alphanumeric() && c != '"' && c != '(');
            let rest = if rest.chars().any(char::is_alphanumeric) && !is_filler(rest) {
                rest
            } else {
                lines.get(n + 1)?
            };
            if let Some(value) = named(rest) {
                return Some(value);
            }
        }
    }
    None
}

/// What stands between "has completed" and the title.
fn is_filler(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let lower = lower.trim_end_matches(|c: char| !c.is_ascii_alphanumeric());
    const FILLERS: &[&str] = &[
        "the activity",
        "the course",
        "the program",
        "the following",
        "this activity",
        "the following activity",
        "the following continuing education activity",
        "the continuing education activity",
        "the continuing pharmacy education activity",
        "the following continuing pharmacy education activity",
        "the following program",
        "the following course",
    ];
    FILLERS.contains(&lower)
}

fn strip_words<'a>(line: &'a str, label: &str) -> Option<&'a str> {
    let start = line.get(..label.len())?;
    start.eq_ignore_ascii_case(label).then(|| &line[label.len()..])
}

/// A name as it should be kept, unless it is something else.
fn named(text: &str) -> Option<String> {
    let text = text.trim().trim_matches(|c: char| matches!(c, '"' | '“' | '”' | '*' | '_' | ':')).trim();
    let text = text.strip_suffix(" on").unwrap_or(text).trim_end_matches([',', ';']);
    let is_name = text.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    let is_other =
        !numbers_in(text).is_empty() || days_in(text).first().is_some_and(|(start, _)| *start == 0);
    (is_name && !is_other).then(|| text.chars().take(MAX_TITLE_CHARS).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// All that was found, on one line.
    fn told(text: &str) -> String {
        let fields = certificate_fields(text);
        let mut told = [
            fields.title.clone(),
            fields.provider.clone(),
            fields.completed.map(|it| it.to_string()),
            fields.hours.map(|it| it.to_string()),
            fields.uan.as_ref().map(ToString::to_string),
        ]
        .map(|it| it.unwrap_or_else(|| "-".to_owned()))
        .join(" | ");
        for doubt in &fields.doubts {
            told.push_str(&format!(" | note: {doubt}"));
        }
        told
    }

    #[test]
    fn a_certificate_in_sentences() {
        let text = "Certificate of Completion\nThis certifies that\nSam Sample, CPhT\nhas successfully completed the \
            activity\nMedication Errors: What the Sample Pharmacy Learned\non February 11, 2026 and earned 1.5 contact \
            hours (0.15 CEUs)\nUniversal Activity Number 0107-0000-26-021-H05-T\nSample University is accredited by \
            the Accreditation Council for Pharmacy Education\nas a provider of continuing pharmacy education.\n\
            Initial release date: January 3, 2025   Expires: January 3, 2028";
        insta::assert_snapshot!(told(text), @"Medication Errors: What the Sample Pharmacy Learned | Sample University | 2026-02-11 | 1.5 | 0107-0000-26-021-H05-T");
    }

    #[test]
    fn a_certificate_of_labels() {
        let text = "STATEMENT OF CREDIT\nParticipant: Sam Sample\nActivity Title: Pharmacy Law Update 2026\nProvider: \
            Sample Board of Education, Inc.\nDate of Completion: 03/09/2026\nContact Hours: 2.0\nCEUs: 0.2\nACPE UAN: \
            0204 - 0000 - 26 - 114 - L03 - T\nPrinted: 11/23/2026";
        insta::assert_snapshot!(told(text), @"Pharmacy Law Update 2026 | Sample Board of Education, Inc. | 2026-03-09 | 2 | 0204-0000-26-114-L03-T");
    }

    #[test]
    fn a_certificate_with_labels_below_and_numbers_of_both_audiences() {
        let text = "Sample Pharmacists Association\nawards this certificate to\nSam Sample\nfor participation in\n\
            \u{201c}Sterile Compounding\u{2014}Garbing\u{201d}\n2026-06-30\nDate of participation\n1.25\nContact \
            hours\n0165\u{2011}0000\u{2011}26\u{2011}007\u{2011}L07\u{2011}P\n0165-0000-26-007-L07-T\nSponsored by \
            Sample Pharmacists Association";
        insta::assert_snapshot!(told(text), @"Sterile Compounding-Garbing | Sample Pharmacists Association | 2026-06-30 | 1.25 | 0165-0000-26-007-L07-T");
    }

    #[test]
    fn a_certificate_in_ceu_only() {
        let text = "Course:\nInsulin Storage\nPresented by Sample Learning LLC\nCompleted on 11 Feb 2026\nThis activity \
            is worth 0.1 CEU.";
        insta::assert_snapshot!(told(text), @"Insulin Storage | Sample Learning LLC | 2026-02-11 | 1 | -");
    }

    #[test]
    fn what_can_be_meant_otherwise_is_said() {
        let text = "Title: Two Days\n02/11/2026\n02/12/2026\n1 hour live and 2 hours at home\n0107-0000-26-021-H05-T \
            0107-0000-26-022-H05-T";
        insta::assert_snapshot!(told(text), @"Two Days | - | 2026-02-11 | 1 | - | note: several activity numbers are on it: 0107-0000-26-021-H05-T, 0107-0000-26-022-H05-T; choose yours | note: several days are on it: 2026-02-11, 2026-02-12; choose the one of completion | note: several numbers of hours can be read: 1, 2; choose the right one");
        assert_eq!(told("A letter that is no certificate at all."), "- | - | - | - | -");
    }

    #[test]
    fn it_makes_a_draft_with_what_the_number_tells() {
        let names: TopicNames = [crate::TopicName {
            code: "03".into(),
            name: "Law".into(),
            other_names: vec![],
            topics: vec!["law".into()],
        }]
        .into_iter()
        .collect();
        let fields = certificate_fields("Title: Law\n0107-0000-26-021-L03-T");
        let draft = fields.draft("2026-05-01".parse().unwrap(), &names);
        assert_eq!(draft.credit().topics[0].as_str(), "law");
        assert_eq!(draft.credit().completed.to_string(), "2026-05-01");
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "(\\PC|\n|-|[0-9]{1,4}|/| hours| CEU|title: |entitled |on ){0,80}") {
            let _ = certificate_fields(&text);
        }

        #[test]
        fn what_is_written_plainly_is_found(day in 1_i8..=28, month in 1_i8..=12, quarters in 1_u64..60) {
            let hours = Hours::from_minutes(quarters * 15);
            let fields = certificate_fields(&format!("Completed {month}/{day}/2026 for {hours} contact hours"));
            prop_assert_eq!(fields.completed, Date::new(2026, month, day).ok());
            prop_assert_eq!(fields.hours, Some(hours));
        }
    }
}
