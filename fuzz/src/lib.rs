//! What the targets share.

use rung_formats::{CreditDraft, TopicName, TopicNames, merge};
use rung_record::Record;

/// A few topic designators.
pub fn topic_names() -> TopicNames {
    let topic = |code: &str, name: &str, topic: &str| TopicName {
        code: code.to_owned(),
        name: name.to_owned(),
        other_names: Vec::new(),
        topics: vec![topic.into()],
    };
    [
        topic("03", "Law Related to Pharmacy Practice", "law"),
        topic("05", "Patient Safety", "patient-safety"),
        topic("08", "Opioids/Pain Management/Substance Use Disorder", "opioids"),
    ]
    .into_iter()
    .collect()
}

/// Imports the drafts into an empty record, keeps it as a file, and imports them again: nothing may be added.
pub fn import_twice(drafts: Vec<CreditDraft>) {
    let empty = Record::default();
    let record =
        merge::apply(empty.clone(), &merge::preview(&empty, drafts.clone())).expect("it is not too long");
    let kept = Record::from_json(record.to_json().as_bytes()).expect("what was written is read");
    assert_eq!(kept, record);
    let telling = drafts.into_iter().filter(|draft| {
        let has_name =
            |text: &Option<String>| text.as_ref().is_some_and(|text| text.chars().any(char::is_alphanumeric));
        has_name(&draft.credit().title) || has_name(&draft.credit().uan)
    });
    assert_eq!(merge::preview(&record, telling.collect()).added(), 0);
}
