//! What reading a file of credits gives: drafts, and an account of every line.

use crate::{NotRead, Remedy, TopicNames};
use rung_record::{Audience, Credit, CreditId, CreditKind, Date, Format, Hours, Uan, UanFormat};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};
use std::{borrow::Cow, fmt};

/// A credit that was read from a file and is not yet in a record: it has no id of its own, but a line that it came
/// from.
#[derive(Clone, Debug, PartialEq)]
pub struct CreditDraft {
    /// Counted from 1, as editors do.
    pub line: u64,
    pub(crate) credit: Credit,
}

impl CreditDraft {
    /// A draft of which only the day of completion is known.
    pub fn new(line: u64, completed: Date) -> Self {
        let credit = Credit {
            id: CreditId(String::new()),
            completed,
            title: None,
            provider: None,
            hours: None,
            uan: None,
            kind: CreditKind::Ce,
            accreditation: None,
            format: None,
            topics: Vec::new(),
            law_of: None,
            audience: None,
            academic_credits: None,
            grade: None,
            extra: Map::new(),
        };
        Self { line, credit }
    }

    /// What is known of it. Its id is empty until [`CreditDraft::with_id`] gives it one.
    pub fn credit(&self) -> &Credit {
        &self.credit
    }

    /// The credit as it goes into a record.
    pub fn with_id(&self, id: CreditId) -> Credit {
        Credit { id, ..self.credit.clone() }
    }

    /// Its activity number, if it has one that can be read.
    pub fn uan(&self) -> Option<Uan> {
        self.credit.uan.as_deref()?.parse().ok()
    }

    /// Takes an activity number as it was written, and from it what was not told otherwise: accreditation, format,
    /// audience, topics. A text that is no such number is kept as it is.
    ///
    /// A number says "live" of a room and of a screen alike; [`Format::Live`] is taken for both.
    pub(crate) fn take_number(&mut self, written: &str, topic_names: &TopicNames) {
        let credit = &mut self.credit;
        let Ok(uan) = written.parse::<Uan>() else {
            credit.uan = Some(written.to_owned());
            return;
        };
        credit.uan = Some(uan.to_string());
        credit.accreditation.get_or_insert_with(|| vec!["acpe".to_owned()]);
        credit.format = credit.format.or(match uan.format() {
            UanFormat::Live => Some(Format::Live),
            UanFormat::Home => Some(Format::Home),
            UanFormat::Other(_) => None,
        });
        credit.audience = credit.audience.or(Some(if uan.is_for_technicians() {
            Audience::Technician
        } else {
            Audience::Pharmacist
        }));
        for topic in topic_names.of(&uan).into_iter().flat_map(|topic| &topic.topics) {
            if !credit.topics.contains(topic) {
                credit.topics.push(topic.clone());
            }
        }
    }

    /// Where it disagrees with its number, a sentence each.
    pub(crate) fn disagreements(&self, topic_names: &TopicNames) -> impl Iterator<Item = String> {
        crate::uan::disagreements(&self.credit, topic_names)
            .into_iter()
            .map(|disagreement| disagreement.sentence)
    }

    /// Takes the hours of a transcript's two columns, and the format from the one that has any.
    ///
    /// An activity with hours in both is still one activity with one number, and the same activity counts once; so it
    /// stays one draft with the sum. Its format is left open and the split is kept in the fields `live_hours` and
    /// `home_hours`; the note that is returned says so.
    pub(crate) fn take_columns(&mut self, live: Hours, home: Hours) -> Option<String> {
        self.credit.hours = Some(live + home);
        match (live.is_zero(), home.is_zero()) {
            (false, true) => self.credit.format = Some(Format::Live),
            (true, false) => self.credit.format = Some(Format::Home),
            (true, true) => {
                return Some("it has no hours: ask the provider whether that is right".to_owned());
            }
            (false, false) => {
                self.credit.format = None;
                for (name, hours) in [("live_hours", live), ("home_hours", home)] {
                    self.credit.extra.insert(name.to_owned(), Value::String(hours.to_string()));
                }
                return Some(format!(
                    "{live} h live and {home} h home study on one line: read as one credit of {} h; say yourself \
                     whether it is live or home study",
                    live + home
                ));
            }
        }
        None
    }
}

/// Like a credit, with `line` instead of `id`.
impl Serialize for CreditDraft {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::Error;
        let Value::Object(fields) = serde_json::to_value(&self.credit).map_err(S::Error::custom)? else {
            return Err(S::Error::custom("a credit is an object"));
        };
        let line = ("line".to_owned(), Value::from(self.line));
        serializer
            .collect_map(std::iter::once(line).chain(fields.into_iter().filter(|(name, _)| name != "id")))
    }
}

/// What a file of credits gave.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Reading {
    /// The credits, in the order of their lines.
    pub drafts: Vec<CreditDraft>,
    /// What became of every line that is not empty. An entry of several lines is told under its first.
    pub lines: Vec<Line>,
}

/// What became of one line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// Counted from 1.
    pub number: u64,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What became of a line.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "outcome")]
pub enum Outcome {
    /// It gave a draft.
    Read {
        /// What the reader should know about it, a sentence each.
        notes: Vec<String>,
    },
    /// It is no credit.
    Skipped {
        /// What it is instead.
        why: Cow<'static, str>,
    },
    /// It looks like a credit, but cannot be read.
    NotUnderstood {
        /// Its beginning.
        seen: String,
        /// What is wrong with it.
        why: NotRead,
        /// What the user can do.
        what_to_do: Remedy,
    },
}

impl Reading {
    pub(crate) fn read(&mut self, draft: CreditDraft, notes: Vec<String>) {
        self.lines.push(Line { number: draft.line, outcome: Outcome::Read { notes } });
        self.drafts.push(draft);
    }

    pub(crate) fn skip(&mut self, number: u64, why: &'static str) {
        self.lines.push(Line { number, outcome: Outcome::Skipped { why: why.into() } });
    }

    pub(crate) fn not_understood(&mut self, number: u64, seen: &str, why: NotRead) {
        let seen = crate::text::cut(seen);
        let what_to_do = why.remedy();
        self.lines.push(Line { number, outcome: Outcome::NotUnderstood { seen, why, what_to_do } });
    }

    /// The hours of all drafts together.
    pub fn hours(&self) -> Hours {
        self.drafts.iter().filter_map(|draft| draft.credit.hours).sum()
    }

    /// How many lines look like a credit but could not be read.
    pub fn not_understood_count(&self) -> usize {
        self.lines.iter().filter(|line| matches!(line.outcome, Outcome::NotUnderstood { .. })).count()
    }
}

/// A sentence on the whole, then a line for each note and for each line that was not understood.
impl fmt::Display for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let skipped =
            self.lines.iter().filter(|line| matches!(line.outcome, Outcome::Skipped { .. })).count();
        write!(
            f,
            "{} of {} hours; {skipped} skipped; {} not understood",
            counted(self.drafts.len(), "credit"),
            self.hours(),
            self.not_understood_count()
        )?;
        for Line { number, outcome } in &self.lines {
            match outcome {
                Outcome::Read { notes } => {
                    for note in notes {
                        write!(f, "\nline {number}: {note}")?;
                    }
                }
                Outcome::Skipped { .. } => {}
                Outcome::NotUnderstood { seen, why, what_to_do } => {
                    write!(f, "\nline {number}: not understood: {why} ({what_to_do}): {seen}")?;
                }
            }
        }
        Ok(())
    }
}

/// `1 credit`, `2 credits`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}
