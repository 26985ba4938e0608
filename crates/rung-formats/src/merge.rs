//! Drafts into a record, without doubling what is there.
//!
//! ```
//! use rung_formats::{TopicNames, csv_import::{Mapping, read_credits, read_sheet}, merge};
//! use rung_record::Record;
//! let sheet = read_sheet(b"Date,Title,Hours\n2026-02-11,Law,1\n")?;
//! let drafts = read_credits(&sheet, &Mapping::guess(&sheet, &[""; 0])?, &TopicNames::default())?.drafts;
//! let record = merge::apply(Record::default(), &merge::preview(&Record::default(), drafts.clone()))?;
//! assert_eq!(record.credits[0].id.as_str(), "c1");
//! assert_eq!(merge::preview(&record, drafts).to_string(), "0 to add, 1 already there, 0 in conflict");
//! # Ok::<(), rung_record::Problems>(())
//! ```

use crate::{CreditDraft, text::plain_name};
use rung_record::{
    Credit, CreditId, Date, Hours, MAX_CREDITS, Problems, Record, Uan,
    edit::Edit,
    reading::{At, Reader},
};
use serde::Serialize;
use std::{collections::HashMap, fmt, hash::Hash};

/// What an import would do, draft by draft. It is shown, changed where the user decides otherwise, and applied to the
/// record that it was made for.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Preview {
    /// The drafts in their order.
    pub entries: Vec<Entry>,
}

/// One draft, how it stands to the record, and what is to be done.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entry {
    /// The draft.
    pub draft: CreditDraft,
    /// How it stands to what is there.
    pub finding: Finding,
    /// What is to be done: at first, only what is new is added.
    pub decision: Decision,
}

/// How a draft stands to the credits of the record and to the drafts before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "is")]
pub enum Finding {
    /// Nothing like it is there.
    New,
    /// The same activity on the same day with the same hours, or the same title, day and hours.
    AlreadyThere {
        /// The credit that is the same.
        credit: Known,
    },
    /// The same activity, but something else differs.
    Conflicts {
        /// The credit that it may be.
        credit: Known,
        /// What differs, a sentence each.
        differences: Vec<Difference>,
    },
}

/// A credit that a draft is compared with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known {
    /// One of the record.
    Id(CreditId),
    /// A draft of the same file, by its line.
    Line(u64),
}

impl fmt::Display for Known {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Id(id) => write!(f, "credit {id}"),
            Self::Line(line) => write!(f, "line {line}"),
        }
    }
}

/// What is to be done with a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// Add it as a new credit.
    Add,
    /// Leave the record as it is.
    Leave,
    /// Put it in the place of this credit, which keeps its id and whatever the draft does not say.
    Replace(CreditId),
}

impl Preview {
    /// How many drafts would be added.
    pub fn added(&self) -> usize {
        self.entries.iter().filter(|entry| entry.decision == Decision::Add).count()
    }
}

/// A sentence on the whole, then a line for each conflict.
impl fmt::Display for Preview {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |is: fn(&Finding) -> bool| self.entries.iter().filter(|entry| is(&entry.finding)).count();
        write!(
            f,
            "{} to add, {} already there, {} in conflict",
            self.added(),
            count(|finding| matches!(finding, Finding::AlreadyThere { .. })),
            count(|finding| matches!(finding, Finding::Conflicts { .. }))
        )?;
        for Entry { draft, finding, .. } in &self.entries {
            if let Finding::Conflicts { credit, differences } = finding {
                write!(f, "\nline {}: like {credit}, but {}", draft.line, sentences(differences))?;
            }
        }
        Ok(())
    }
}

/// What is not the same of two credits that are alike: here in the file, there in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// The day of completion.
    Day {
        /// In the file.
        here: Date,
        /// In the record.
        there: Date,
    },
    /// The hours.
    Hours {
        /// In the file.
        here: Hours,
        /// In the record.
        there: Hours,
    },
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day { here, there } => write!(f, "the day is {here}, there {there}"),
            Self::Hours { here, there } => write!(f, "the hours are {here}, there {there}"),
        }
    }
}

impl Serialize for Difference {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The differences in one English sentence.
pub fn sentences(differences: &[Difference]) -> String {
    differences.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// Compares drafts with a record, and with each other.
pub fn preview(record: &Record, drafts: Vec<CreditDraft>) -> Preview {
    let mut index = Index::default();
    for credit in &record.credits {
        index.add(credit, Known::Id(credit.id.clone()));
    }
    let entries = drafts.into_iter().map(|draft| {
        let finding = index.find(draft.credit());
        if finding == Finding::New {
            index.add(draft.credit(), Known::Line(draft.line));
        }
        let decision = if finding == Finding::New { Decision::Add } else { Decision::Leave };
        Entry { draft, finding, decision }
    });
    Preview { entries: entries.collect() }
}

/// What the preview decides, as one edit: shown in the history, and taken back like any other.
///
/// # Errors
/// A credit to be replaced is not in the record, or the record would become too long to be read back.
pub fn edit(record: &Record, preview: &Preview) -> Result<Edit, Problems> {
    let mut reader = Reader::default();
    let mut edits = Vec::new();
    if record.credits.len() + preview.added() > MAX_CREDITS {
        reader.problems.add(&At::Top, format!("the record would have more than {MAX_CREDITS} credits"));
        return reader.finish(Edit::All(edits));
    }
    let by_id: HashMap<&CreditId, &Credit> =
        record.credits.iter().map(|credit| (&credit.id, credit)).collect();
    for Entry { draft, decision, .. } in &preview.entries {
        match decision {
            Decision::Leave => {}
            Decision::Add => edits.push(Edit::add(draft.credit().clone())),
            Decision::Replace(id) => match by_id.get(id) {
                Some(credit) => edits.push(Edit::replace_credit(replacement(credit, draft))),
                None => reader.problems.add(
                    &At::Line(draft.line),
                    format!("credit {id}, which it was to replace, is not in the record: compare again"),
                ),
            },
        }
    }
    reader.finish(Edit::All(edits))
}

/// Does what the preview decides. New credits are called `c1`, `c2`, … past those that are there.
///
/// # Errors
/// As [`edit`]; nothing is done then.
pub fn apply(record: Record, preview: &Preview) -> Result<Record, Problems> {
    Ok(rung_record::edit::apply(&record, &edit(&record, preview)?)?.record)
}

/// The credit with what the draft says; what the draft does not say stays.
fn replacement(old: &Credit, draft: &CreditDraft) -> Credit {
    let old = old.clone();
    let new = draft.with_id(old.id);
    let mut extra = old.extra;
    extra.extend(new.extra);
    Credit {
        title: new.title.or(old.title),
        provider: new.provider.or(old.provider),
        hours: new.hours.or(old.hours),
        uan: new.uan.or(old.uan),
        accreditation: new.accreditation.or(old.accreditation),
        format: new.format.or(old.format),
        topics: if new.topics.is_empty() { old.topics } else { new.topics },
        law_of: new.law_of.or(old.law_of),
        audience: new.audience.or(old.audience),
        academic_credits: new.academic_credits.or(old.academic_credits),
        grade: new.grade.or(old.grade),
        extra,
        id: new.id,
        completed: new.completed,
        kind: new.kind,
    }
}

/// The same for both audiences of an activity; a number that cannot be read stands for itself.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Activity {
    Number(Uan),
    Unread(String),
}

impl Activity {
    fn of(credit: &Credit) -> Option<Self> {
        let written = credit.uan.as_ref().filter(|written| !plain_name(written).is_empty())?;
        Some(match written.parse::<Uan>() {
            Ok(uan) if uan.is_for_technicians() => Self::Number(uan),
            Ok(uan) => Self::Number(uan.sibling()),
            Err(_) => Self::Unread(plain_name(written)),
        })
    }
}

/// A credit as far as it is compared.
#[derive(Clone)]
struct Facts {
    known: Known,
    completed: Date,
    hours: Option<Hours>,
}

/// Credits found by what makes them the same.
#[derive(Default)]
struct Index {
    by_activity: Shelf<Activity>,
    /// Only credits that have a title.
    by_title: Shelf<String>,
    /// Those of them that have no number.
    by_title_numberless: Shelf<String>,
}

impl Index {
    fn add(&mut self, credit: &Credit, known: Known) {
        let facts = Facts { known, completed: credit.completed, hours: credit.hours };
        let activity = Activity::of(credit);
        if let Some(title) = title_of(credit) {
            if activity.is_none() {
                self.by_title_numberless.add(title.clone(), &facts);
            }
            self.by_title.add(title, &facts);
        }
        if let Some(activity) = activity {
            self.by_activity.add(activity, &facts);
        }
    }

    /// By number first; by title where one of the two has no number.
    fn find(&self, credit: &Credit) -> Finding {
        let activity = Activity::of(credit);
        let by_number = activity.as_ref().and_then(|activity| self.by_activity.find(activity, credit, true));
        let by_title = || {
            let shelf = if activity.is_some() { &self.by_title_numberless } else { &self.by_title };
            shelf.find(&title_of(credit)?, credit, false)
        };
        by_number.or_else(by_title).unwrap_or(Finding::New)
    }
}

fn title_of(credit: &Credit) -> Option<String> {
    credit.title.as_deref().map(plain_name).filter(|title| !title.is_empty())
}

/// Credits under a key, found at once however many share it.
struct Shelf<K> {
    any: HashMap<K, Facts>,
    by_day: HashMap<(K, Date), Facts>,
    by_hours: HashMap<(K, Date, Option<Hours>), Facts>,
}

impl<K> Default for Shelf<K> {
    fn default() -> Self {
        Self { any: HashMap::new(), by_day: HashMap::new(), by_hours: HashMap::new() }
    }
}

impl<K: Clone + Eq + Hash> Shelf<K> {
    fn add(&mut self, key: K, facts: &Facts) {
        self.by_hours.entry((key.clone(), facts.completed, facts.hours)).or_insert_with(|| facts.clone());
        self.by_day.entry((key.clone(), facts.completed)).or_insert_with(|| facts.clone());
        self.any.entry(key).or_insert_with(|| facts.clone());
    }

    /// The same day and hours are the same credit, also where one of the two does not say its hours. Under `any_day`,
    /// another day is a conflict.
    fn find(&self, key: &K, credit: &Credit, any_day: bool) -> Option<Finding> {
        let day = (key.clone(), credit.completed);
        let with_hours = |hours| self.by_hours.get(&(key.clone(), credit.completed, hours));
        let exact = with_hours(credit.hours).or_else(|| with_hours(None));
        let unsaid = || self.by_day.get(&day).filter(|_| credit.hours.is_none());
        if let Some(same) = exact.or_else(unsaid) {
            return Some(Finding::AlreadyThere { credit: same.known.clone() });
        }
        let near = self.by_day.get(&day).or_else(|| self.any.get(key).filter(|_| any_day))?;
        Some(Finding::Conflicts { credit: near.known.clone(), differences: differences(near, credit) })
    }
}

fn differences(there: &Facts, draft: &Credit) -> Vec<Difference> {
    let mut differences = Vec::new();
    if there.completed != draft.completed {
        differences.push(Difference::Day { here: draft.completed, there: there.completed });
    }
    if let (Some(here), Some(there)) = (draft.hours, there.hours)
        && here != there
    {
        differences.push(Difference::Hours { here, there });
    }
    differences
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashSet;

    fn draft(line: u64, day: &str, title: &str, uan: &str, hours: &str) -> CreditDraft {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let mut draft = CreditDraft::new(line, day.parse().unwrap());
        draft.credit.title = some(title);
        draft.credit.uan = some(uan);
        draft.credit.hours = hours.parse().ok();
        draft
    }

    fn record(drafts: &[CreditDraft]) -> Record {
        apply(Record::default(), &preview(&Record::default(), drafts.to_vec())).unwrap()
    }

    const LAW: &str = "0107-0000-26-021-L03-T";
    const LAW_FOR_PHARMACISTS: &str = "0107-0000-26-021-L03-P";

    #[test]
    fn each_draft_is_new_there_or_in_conflict() {
        let record = record(&[
            draft(2, "2026-02-11", "Law", LAW, "1.5"),
            draft(3, "2026-03-01", "In-service: the new hood", "", "1"),
        ]);
        let preview = preview(
            &record,
            vec![
                draft(2, "2026-02-11", "Law update", LAW, "1.5"),
                draft(3, "2026-02-11", "", LAW_FOR_PHARMACISTS, ""),
                draft(4, "2026-02-12", "Law", LAW, "2"),
                draft(5, "2026-02-11", "Law", LAW, "1"),
                draft(6, "2026-03-01", "In-Service – the new hood", "", "1.0"),
                draft(7, "2026-03-01", "In-service: the new hood", "", "2"),
                draft(8, "2026-03-08", "In-service: the new hood", "", "1"),
                draft(9, "2026-03-08", "In-service: the new hood", "", "1"),
                draft(10, "2026-02-11", "Law", "0107-0000-26-022-L03-T", "1.5"),
            ],
        );
        insta::assert_snapshot!(preview, @"
        2 to add, 4 already there, 3 in conflict
        line 4: like credit c1, but the day is 2026-02-12, there 2026-02-11; the hours are 2, there 1.5
        line 5: like credit c1, but the hours are 1, there 1.5
        line 7: like credit c2, but the hours are 2, there 1
        ");
        let findings: Vec<_> =
            preview.entries.iter().map(|entry| (entry.draft.line, &entry.finding)).collect();
        insta::assert_snapshot!(serde_json::to_string_pretty(&findings).unwrap(), @r#"
        [
          [
            2,
            {
              "is": "already-there",
              "credit": {
                "id": "c1"
              }
            }
          ],
          [
            3,
            {
              "is": "already-there",
              "credit": {
                "id": "c1"
              }
            }
          ],
          [
            4,
            {
              "is": "conflicts",
              "credit": {
                "id": "c1"
              },
              "differences": [
                "the day is 2026-02-12, there 2026-02-11",
                "the hours are 2, there 1.5"
              ]
            }
          ],
          [
            5,
            {
              "is": "conflicts",
              "credit": {
                "id": "c1"
              },
              "differences": [
                "the hours are 1, there 1.5"
              ]
            }
          ],
          [
            6,
            {
              "is": "already-there",
              "credit": {
                "id": "c2"
              }
            }
          ],
          [
            7,
            {
              "is": "conflicts",
              "credit": {
                "id": "c2"
              },
              "differences": [
                "the hours are 2, there 1"
              ]
            }
          ],
          [
            8,
            {
              "is": "new"
            }
          ],
          [
            9,
            {
              "is": "already-there",
              "credit": {
                "line": 8
              }
            }
          ],
          [
            10,
            {
              "is": "new"
            }
          ]
        ]
        "#);
    }

    #[test]
    fn new_credits_get_ids_that_are_free() {
        let mut there = record(&[draft(2, "2026-02-11", "Law", LAW, "1.5")]);
        there.credits[0].id = "c2".into();
        let more = (1..=2).map(|n| draft(n, "2026-05-01", &format!("Course {n}"), "", "1")).collect();
        let after = apply(there.clone(), &preview(&there, more)).unwrap();
        let ids: Vec<&str> = after.credits.iter().map(|credit| credit.id.as_str()).collect();
        assert_eq!(ids, ["c2", "c3", "c4"]);
    }

    #[test]
    fn a_replaced_credit_keeps_its_id_and_what_the_draft_does_not_say() {
        let there = record(&[draft(2, "2026-02-11", "Law", LAW, "1.5")]);
        let mut preview = preview(&there, vec![draft(2, "2026-02-12", "", LAW, "2")]);
        preview.entries[0].decision = Decision::Replace("c1".into());
        let after = apply(there, &preview).unwrap();
        let credit = &after.credits[0];
        assert_eq!(after.credits.len(), 1);
        assert_eq!((credit.id.as_str(), credit.title.as_deref()), ("c1", Some("Law")));
        assert_eq!((credit.completed.to_string().as_str(), credit.hours), ("2026-02-12", "2".parse().ok()));
        assert_eq!(
            apply(Record::default(), &preview).unwrap_err().to_string(),
            "line 2: credit c1, which it was to replace, is not in the record: compare again"
        );
    }

    fn some_draft() -> impl Strategy<Value = CreditDraft> {
        let title = prop::sample::select(vec!["", "Law", "Safety"]);
        let uan =
            prop::sample::select(vec!["", LAW, LAW_FOR_PHARMACISTS, "0107-1", "0107-0000-26-022-L03-T"]);
        let hours = prop::sample::select(vec!["", "1", "2"]);
        (1_u64..9, 1_i8..4, title, uan, hours).prop_map(|(line, day, title, uan, hours)| {
            draft(line, &format!("2026-01-{day:02}"), title, uan, hours)
        })
    }

    proptest! {
        #[test]
        fn importing_twice_adds_nothing(
            first in prop::collection::vec(some_draft(), 0..12),
            second in prop::collection::vec(some_draft(), 0..12),
        ) {
            let before = record(&first);
            let after = apply(before.clone(), &preview(&before, second.clone())).unwrap();
            prop_assert_eq!(&after.credits[..before.credits.len()], &before.credits[..]);
            let ids: HashSet<_> = after.credits.iter().map(|credit| &credit.id).collect();
            prop_assert_eq!(ids.len(), after.credits.len());
            // A draft with nothing but its day is like no other: it is let through each time.
            let telling: Vec<_> = second
                .into_iter()
                .filter(|draft| draft.credit.title.is_some() || draft.credit.uan.is_some())
                .collect();
            prop_assert_eq!(preview(&after, telling).added(), 0);
        }
    }
}
