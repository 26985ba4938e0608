//! A credit from a pasted activity number, or from pasted text in which one stands: what it tells is filled in, and what
//! is missing is listed to be asked.
//!
//! ```
//! use rung_formats::{TopicNames, prefill::{Missing, credit_from_uan}};
//! let prefill = credit_from_uan("UAN 0107-0000-26-021-H05-T, 1.5 contact hours", &TopicNames::default())?;
//! assert_eq!(prefill.hours.map(|hours| hours.to_string()).as_deref(), Some("1.5"));
//! assert_eq!(prefill.missing, [Missing::Title, Missing::Provider, Missing::Completed]);
//! # Ok::<(), rung_formats::prefill::NoActivity>(())
//! ```

use crate::{
    CreditDraft, Doubt, TopicNames,
    csv_import::{DateOrder, read_date},
    said::{hours_in, one_activity, uans_in},
    text::cut,
    uan::{Explanation, explain},
};
use rung_record::{Audience, Date, Format, Hours, Topic, Uan, UanError, UanFormat};
use std::fmt;

/// What a number and the text around it tell of a credit.
#[derive(Clone, Debug, PartialEq)]
pub struct Prefill {
    /// The number.
    pub uan: Uan,
    /// What each part of it means.
    pub explanation: Explanation,
    /// The provider's number, as long as nobody tells its name.
    pub provider_number: String,
    /// The year in which the activity was released; it was completed no earlier.
    pub released: i16,
    /// Live or home study; none when the letter is not explained anywhere.
    pub format: Option<Format>,
    /// The subjects of its topic designator.
    pub topics: Vec<Topic>,
    /// For whom it was made.
    pub audience: Audience,
    /// What it is called, when the text says so.
    pub title: Option<String>,
    /// Contact hours, when the text says one amount.
    pub hours: Option<Hours>,
    /// The day of completion, when the text says one.
    pub completed: Option<Date>,
    /// What is to be asked, in the order of the form.
    pub missing: Vec<Missing>,
    /// What could be meant otherwise.
    pub doubts: Vec<Doubt>,
}

/// Why a text tells no credit.
#[derive(Clone, Debug, PartialEq)]
pub enum NoActivity {
    /// It is short, as a number is, and is none.
    NotANumber(UanError),
    /// No number stands in it.
    NoNumber,
    /// It has the numbers of several activities.
    Several(Vec<Uan>),
}

/// As a sentence.
impl fmt::Display for NoActivity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotANumber(error) => error.fmt(f),
            Self::NoNumber => {
                f.write_str("there is no activity number in this text (shape: 0107-0000-26-021-L03-T)")
            }
            Self::Several(uans) => {
                let all: Vec<String> = uans.iter().take(10).map(ToString::to_string).collect();
                let all = all.join(", ");
                write!(f, "this text has the numbers of several activities: paste one of them ({all})")
            }
        }
    }
}

impl std::error::Error for NoActivity {}

/// Something that neither the number nor the text tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Missing {
    /// What it is called.
    Title,
    /// Who gave it.
    Provider,
    /// How many contact hours it gave.
    Hours,
    /// When it was completed.
    Completed,
    /// Live or home study.
    Format,
    /// Whose law it is about.
    LawOf,
}

impl Missing {
    /// The credit's field.
    pub fn field(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Provider => "provider",
            Self::Hours => "hours",
            Self::Completed => "completed",
            Self::Format => "format",
            Self::LawOf => "law_of",
        }
    }

    /// The question.
    pub fn question(self) -> &'static str {
        match self {
            Self::Title => "What is it called on the certificate?",
            Self::Provider => "Who gave it?",
            Self::Hours => "How many contact hours did it give?",
            Self::Completed => "On which day did you complete it?",
            Self::Format => "Was it live or home study?",
            Self::LawOf => "Whose law is it about: a state's, or federal law?",
        }
    }
}

/// Reads a pasted number, or pasted text in which one stands.
///
/// # Errors
/// There is no activity number in the text, or there are those of several activities.
pub fn credit_from_uan(text: &str, topic_names: &TopicNames) -> Result<Prefill, NoActivity> {
    let uans = uans_in(text);
    let (uan, doubts) = match text.trim().parse::<Uan>() {
        Ok(uan) => (uan, Vec::new()),
        Err(error) => match one_activity(&uans) {
            Some(uan) => (uan.clone(), both_audiences(&uans)),
            None if uans.is_empty() && text.trim().len() <= 80 => {
                return Err(NoActivity::NotANumber(error));
            }
            None if uans.is_empty() => return Err(NoActivity::NoNumber),
            None => return Err(NoActivity::Several(uans)),
        },
    };
    Ok(filled(uan, text, topic_names, doubts))
}

fn filled(uan: Uan, text: &str, topic_names: &TopicNames, mut doubts: Vec<Doubt>) -> Prefill {
    let format = match uan.format() {
        UanFormat::Live => Some(Format::Live),
        UanFormat::Home => Some(Format::Home),
        UanFormat::Other(_) => None,
    };
    let topics: Vec<Topic> = topic_names.of(&uan).map(|topic| topic.topics.clone()).unwrap_or_default();
    let hours = one_of(hours_in(text), Doubt::SeveralHours, &mut doubts);
    let completed = one_of(days_of_completion(text), Doubt::SeveralDays, &mut doubts);
    let title = title_in(text);
    let is_law = topics.iter().any(|topic| topic.as_str() == "law");
    let missing = [
        title.is_none().then_some(Missing::Title),
        Some(Missing::Provider),
        hours.is_none().then_some(Missing::Hours),
        completed.is_none().then_some(Missing::Completed),
        format.is_none().then_some(Missing::Format),
        is_law.then_some(Missing::LawOf),
    ];
    Prefill {
        explanation: explain(&uan, topic_names),
        provider_number: uan.provider().to_owned(),
        released: uan.year(),
        format,
        topics,
        audience: if uan.is_for_technicians() { Audience::Technician } else { Audience::Pharmacist },
        title,
        hours,
        completed,
        missing: missing.into_iter().flatten().collect(),
        doubts,
        uan,
    }
}

impl Prefill {
    /// The credit as far as it is known, completed on a day that the user has confirmed.
    pub fn draft(&self, completed: Date, topic_names: &TopicNames) -> CreditDraft {
        let mut draft = CreditDraft::new(1, completed);
        draft.take_number(&self.uan.to_string(), topic_names);
        draft.credit.title = self.title.clone();
        draft.credit.hours = self.hours;
        draft
    }
}

fn both_audiences(uans: &[Uan]) -> Vec<Doubt> {
    if uans.len() > 1 { vec![Doubt::BothAudiences] } else { Vec::new() }
}

/// The only one; of several none is taken, and that is a doubt.
fn one_of<T: Copy>(found: Vec<T>, several: fn(Vec<T>) -> Doubt, doubts: &mut Vec<Doubt>) -> Option<T> {
    match found[..] {
        [] => None,
        [only] => Some(only),
        _ => {
            doubts.push(several(found));
            None
        }
    }
}

/// Days that follow a word for completion on the same line, or stand on the next.
fn days_of_completion(text: &str) -> Vec<Date> {
    let mut found: Vec<Date> = Vec::new();
    let lines: Vec<&str> = text.lines().take(2_000).collect();
    for (n, line) in lines.iter().enumerate() {
        let lower = line.to_ascii_lowercase();
        let Some(start) = lower.find("complet") else { continue };
        let after = line.get(start..).unwrap_or_default();
        let day = first_day(after).or_else(|| lines.get(n + 1).and_then(|next| first_day(next)));
        if let Some(day) = day.filter(|day| !found.contains(day)) {
            found.push(day);
        }
    }
    found
}

/// The first day among the words of a line: `2/11/2026`, `Feb 11, 2026`.
fn first_day(line: &str) -> Option<Date> {
    let words: Vec<&str> =
        line.split([' ', '\t', ':', '(', ')']).filter(|word| !word.is_empty()).take(40).collect();
    (0..words.len()).find_map(|start| {
        [1, 3].into_iter().find_map(|count| {
            let some = words.get(start..start + count)?.join(" ");
            read_date(some.trim_end_matches(['.', ',', ';']), DateOrder::MonthFirst).ok()
        })
    })
}

/// What stands after `Title:` on a line of its own.
fn title_in(text: &str) -> Option<String> {
    const LABELS: [&str; 5] = ["title", "activity title", "course title", "activity", "course"];
    text.lines().take(2_000).find_map(|line| {
        let (label, rest) = line.split_once(':')?;
        let label = label.trim().to_ascii_lowercase();
        let rest = rest.trim();
        let is_title = LABELS.contains(&label.as_str())
            && rest.chars().any(char::is_alphabetic)
            && uans_in(rest).is_empty();
        is_title.then(|| cut(rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TopicName;
    use proptest::prelude::*;

    fn names() -> TopicNames {
        let law = TopicName {
            code: "03".into(),
            name: "Law".into(),
            other_names: Vec::new(),
            topics: vec!["law".into()],
        };
        [law].into_iter().collect()
    }

    #[test]
    fn a_pasted_certificate_fills_the_form() {
        let text = "Statement of Credit\nActivity title: Texas pharmacy law update\nACPE UAN: 0107-0000-26-021-L03-T / \
                    0107-0000-26-021-L03-P\nCompleted on: Feb 11, 2026\nContact hours: 1.5 hours (0.15 CEUs)";
        let prefill = credit_from_uan(text, &names()).unwrap();
        let credit = prefill.draft(prefill.completed.unwrap(), &names()).with_id("c1".into());
        insta::assert_snapshot!(serde_json::to_string_pretty(&credit).unwrap(), @r#"
        {
          "id": "c1",
          "completed": "2026-02-11",
          "title": "Texas pharmacy law update",
          "hours": "1.5",
          "uan": "0107-0000-26-021-L03-T",
          "kind": "ce",
          "accreditation": [
            "acpe"
          ],
          "format": "live",
          "topics": [
            "law"
          ],
          "audience": "technician"
        }
        "#);
        let asked: Vec<&str> = prefill.missing.iter().map(|missing| missing.question()).collect();
        insta::assert_snapshot!(format!("{}\n{}", asked.join(" "), prefill.doubts[0]), @r"
        Who gave it? Whose law is it about: a state's, or federal law?
        the text has a number for each audience: the technicians' is taken
        ");
    }

    #[test]
    fn a_number_alone_tells_what_it_can() {
        let prefill = credit_from_uan(" 0107-0000-26-021-q01-p", &names()).unwrap();
        assert_eq!((prefill.provider_number.as_str(), prefill.released), ("0107", 2026));
        assert_eq!((prefill.audience, prefill.format), (Audience::Pharmacist, None));
        let fields: Vec<&str> = prefill.missing.iter().map(|missing| missing.field()).collect();
        assert_eq!(fields, ["title", "provider", "hours", "completed", "format"]);
    }

    #[test]
    fn what_is_not_there_or_there_twice_is_said() {
        let error = |text: &str| credit_from_uan(text, &names()).unwrap_err().to_string();
        let long = "no number here ".repeat(10);
        let told =
            [error("0107-0000"), error(&long), error("0107-0000-26-021-L03-T and 0107-0000-26-022-L03-T")];
        insta::assert_snapshot!(told.join("\n"), @r#"
        "0107-0000" is not a universal activity number: it needs six parts (shape: 0107-0000-26-021-L03-T)
        there is no activity number in this text (shape: 0107-0000-26-021-L03-T)
        this text has the numbers of several activities: paste one of them (0107-0000-26-021-L03-T, 0107-0000-26-022-L03-T)
        "#);
        let two = "0107-0000-26-021-H01-T\n1 hour, or 2 hours\ncompleted 2026-02-11\ncompleted 2/12/2026";
        assert_eq!(credit_from_uan(two, &names()).unwrap().doubts.len(), 2);
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "(?s).{0,200}", tail in "[ :a-z0-9/,\n-]{0,80}") {
            let _ = credit_from_uan(&text, &names());
            let with_number = format!("0107-0000-26-021-H01-T\n{tail}\n{text}");
            if let Ok(prefill) = credit_from_uan(&with_number, &names()) {
                prop_assert_eq!(prefill.uan.to_string(), "0107-0000-26-021-H01-T");
            }
        }
    }
}
