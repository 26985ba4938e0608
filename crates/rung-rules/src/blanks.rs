//! What a record leaves blank that a condition looks at: what could be told to settle it.

use rung_catalog::{Catalog, Condition, Experience, Program};
use rung_record::{CredentialId, Record};

/// A fact that a condition looks at and the record does not hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Blank<'a> {
    /// Yes or no, kept among the record's facts under this key: `attest:…`, `duty:…`, `setting:…`.
    Fact(String),
    /// The last day of this credential, which is held.
    Expires(&'a CredentialId),
    /// The date of birth.
    BirthDate,
    /// Whether one of these kinds of school was finished.
    School(&'a [String]),
    /// Whether such a training programme was completed.
    Program(&'a Program),
    /// Jobs, with the hours a week.
    Work(&'a Experience),
}

/// What could be told so that `condition` is answered; empty where nothing is blank. In the order of the condition.
///
/// What no source says is not among them: the technician cannot know it.
pub fn blanks<'a>(condition: &'a Condition, record: &'a Record, catalog: &Catalog) -> Vec<Blank<'a>> {
    let mut found: Vec<Blank<'a>> = Vec::new();
    for own in condition.walk() {
        for blank in of_one(own, record, catalog) {
            if !found.contains(&blank) {
                found.push(blank);
            }
        }
    }
    found
}

/// The keys under which `condition` looks for a yes or no, whether the record answers them or not.
pub fn fact_keys(condition: &Condition) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for own in condition.walk() {
        keys.extend(own.attest.clone());
        keys.extend(own.duty.iter().map(|word| format!("duty:{word}")));
        keys.extend(own.setting.iter().map(|word| format!("setting:{word}")));
    }
    keys.dedup();
    keys
}

/// Of one condition, without those inside it.
fn of_one<'a>(own: &'a Condition, record: &'a Record, catalog: &Catalog) -> Vec<Blank<'a>> {
    let mut blanks = Vec::new();
    let asked_at_work =
        |words: &[String], fact: &str| record.work.is_empty() && !told_any(record, words, fact);
    if asked_at_work(&own.duty, "duty:") {
        blanks.extend(own.duty.iter().map(|word| Blank::Fact(format!("duty:{word}"))));
    }
    if asked_at_work(&own.setting, "setting:") {
        blanks.extend(own.setting.iter().map(|word| Blank::Fact(format!("setting:{word}"))));
    }
    let undated = |held: &&rung_record::Credential| {
        let known = catalog.credential(held.credential.as_str());
        held.expires.is_none() && held.status.is_active() && known.is_none_or(|known| known.term.is_some())
    };
    let named = |held: &&rung_record::Credential| {
        let implied = catalog.credential(held.credential.as_str()).map_or(&[][..], |known| &known.implies);
        own.named_ids().any(|id| held.credential == *id || implied.contains(id))
    };
    blanks.extend(
        record.credentials.iter().filter(undated).filter(named).map(|held| Blank::Expires(&held.credential)),
    );
    if let Some(experience) = &own.experience
        && (record.work.is_empty() || record.work.iter().any(|work| work.hours_per_week.is_none()))
    {
        blanks.push(Blank::Work(experience));
    }
    if own.age_at_least.is_some() && record.person.birth_date.is_none() {
        blanks.push(Blank::BirthDate);
    }
    if !own.education.is_empty() && record.education.is_empty() {
        blanks.push(Blank::School(&own.education));
    }
    if let Some(program) = &own.program {
        blanks.push(Blank::Program(program));
    }
    if let Some(key) = own.attest.as_ref().filter(|key| record.answer(key).is_none()) {
        blanks.push(Blank::Fact(key.clone()));
    }
    blanks
}

fn told_any(record: &Record, words: &[String], fact: &str) -> bool {
    words.iter().any(|word| record.answer(&format!("{fact}{word}")).is_some())
}
