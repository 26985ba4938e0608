//! What the two digits of a topic designator mean.

use rung_record::{Topic, Uan};
use serde::Serialize;

/// One topic designator, as the catalogue has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicName {
    /// Two digits, for example `03`.
    pub code: String,
    /// What it is called, for example `Law`.
    pub name: String,
    /// What else it is or was called, on transcripts and in older lists.
    pub other_names: Vec<String>,
    /// The topics of Rung's rules that it stands for.
    pub topics: Vec<Topic>,
}

/// All topic designators.
///
/// ```
/// use rung_formats::{TopicName, TopicNames};
/// let names: TopicNames = [TopicName {
///     code: "03".into(),
///     name: "Law".into(),
///     other_names: vec!["Law Related to Pharmacy Practice".into()],
///     topics: vec!["law".into()],
/// }]
/// .into_iter()
/// .collect();
/// assert_eq!(names.by_code("03").map(|topic| topic.name.as_str()), Some("Law"));
/// assert_eq!(names.by_name("law related to pharmacy practice"), names.by_code("03"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct TopicNames(Vec<TopicName>);

impl FromIterator<TopicName> for TopicNames {
    fn from_iter<I: IntoIterator<Item = TopicName>>(names: I) -> Self {
        Self(names.into_iter().collect())
    }
}

impl TopicName {
    /// Its name, then the others.
    pub(crate) fn all_names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.other_names).map(String::as_str)
    }
}

impl TopicNames {
    /// All of them, in the order given.
    pub fn iter(&self) -> impl Iterator<Item = &TopicName> {
        self.0.iter()
    }

    /// The designator with these two digits.
    pub fn by_code(&self, code: &str) -> Option<&TopicName> {
        self.0.iter().find(|topic| topic.code == code)
    }

    /// The designator of an activity number.
    pub fn of(&self, uan: &Uan) -> Option<&TopicName> {
        self.by_code(uan.topic())
    }

    /// The designator that is called so; case, spaces and punctuation do not matter.
    pub fn by_name(&self, name: &str) -> Option<&TopicName> {
        let name = crate::text::plain_name(name);
        self.0.iter().find(|topic| topic.all_names().any(|other| crate::text::plain_name(other) == name))
    }
}

#[cfg(test)]
pub(crate) fn of_the_field() -> TopicNames {
    let row = |code: &str, name: &str, other: &[&str], topics: &[&str]| TopicName {
        code: code.to_owned(),
        name: name.to_owned(),
        other_names: other.iter().map(|&name| name.to_owned()).collect(),
        topics: topics.iter().map(|&topic| topic.into()).collect(),
    };
    [
        row("01", "Disease State Management/Drug Therapy", &[], &["disease-therapy"]),
        row("02", "HIV/AIDS Therapy", &["HIV/AIDS"], &["hiv-aids"]),
        row("03", "Law", &["Law Related to Pharmacy Practice"], &["law"]),
        row("04", "Pharmacy Administration", &["General Pharmacy"], &["pharmacy-practice"]),
        row("05", "Patient Safety", &[], &["patient-safety"]),
        row("06", "Immunizations", &[], &["immunization"]),
        row("07", "Compounding", &[], &[]),
        row(
            "08",
            "Pain Management/Opioids",
            &["Opioids/Pain Management/Substance Use Disorder"],
            &["opioids", "pain"],
        ),
        row("99", "Additional Topic Areas", &[], &[]),
    ]
    .into_iter()
    .collect()
}
