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
        let attest = own.attest.iter().cloned();
        let duties = own.duty.iter().map(|word| format!("duty:{word}"));
        let settings = own.setting.iter().map(|word| format!("setting:{word}"));
        for key in attest.chain(duties).chain(settings) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn condition(toml: &str) -> Condition {
        toml::from_str(toml).unwrap()
    }

    /// What is blank, a word each.
    fn blank(toml: &str, record: &str) -> Vec<String> {
        let record =
            Record::from_json(format!(r#"{{"format": "rung-record/1"{record}}}"#).as_bytes()).unwrap();
        let (condition, catalog) = (condition(toml), Catalog::shipped());
        let blanks = blanks(&condition, &record, &catalog);
        blanks
            .iter()
            .map(|blank| match blank {
                Blank::Fact(key) => key.clone(),
                Blank::Expires(id) => format!("expires {id}"),
                Blank::BirthDate => "birth date".to_owned(),
                Blank::School(kinds) => format!("school {}", kinds.join("|")),
                Blank::Program(_) => "program".to_owned(),
                Blank::Work(_) => "work".to_owned(),
            })
            .collect()
    }

    const NOTHING: [&str; 0] = [];

    #[test]
    fn what_is_asked_for_in_the_record_is_blank_until_it_is_told() {
        let cases = [
            ("age_at_least = 18", "birth date", r#", "person": {"birth_date": "2000-01-01"}"#),
            (
                r#"education = ["high-school"]"#,
                "school high-school",
                r#", "education": [{"kind": "high-school"}]"#,
            ),
            (r#"attest = "attest:enrolled""#, "attest:enrolled", r#", "facts": {"attest:enrolled": false}"#),
            (
                "[experience]\nhours = 500",
                "work",
                r#", "work": [{"from": "2024-01-01", "hours_per_week": 40}]"#,
            ),
        ];
        for (toml, name, told) in cases {
            assert_eq!(blank(toml, ""), [name], "{toml}");
            assert_eq!(blank(toml, told), NOTHING, "{toml}");
        }
    }

    #[test]
    fn a_job_without_its_hours_leaves_experience_blank() {
        assert_eq!(blank("[experience]\nhours = 500", r#", "work": [{"from": "2024-01-01"}]"#), ["work"]);
    }

    #[test]
    fn duties_and_settings_are_asked_only_of_who_has_told_no_job_and_none_of_them() {
        let vaccinates = r#"duty = ["immunization", "point-of-care-testing"]"#;
        assert_eq!(blank(vaccinates, ""), ["duty:immunization", "duty:point-of-care-testing"]);
        assert_eq!(blank(vaccinates, r#", "facts": {"duty:immunization": true}"#), NOTHING);
        assert_eq!(blank(vaccinates, r#", "work": [{"from": "2024-01-01"}]"#), NOTHING);
        assert_eq!(blank(r#"setting = ["hospital-inpatient"]"#, ""), ["setting:hospital-inpatient"]);
    }

    #[test]
    fn the_last_day_of_what_is_held_is_blank_also_where_it_implies_what_is_named() {
        let holds = r#"holds = ["ptcb-cpht"]"#;
        let held = |credential: &str| format!(r#", "credentials": [{credential}]"#);
        assert_eq!(blank(holds, ""), NOTHING, "what is not held has no last day");
        assert_eq!(blank(holds, &held(r#"{"credential": "ptcb-cpht"}"#)), ["expires ptcb-cpht"]);
        assert_eq!(blank(holds, &held(r#"{"credential": "ptcb-cpht", "expires": "2027-05-31"}"#)), NOTHING);
        let implied: Vec<_> = (Catalog::shipped().credentials.iter())
            .filter(|known| known.term.is_some() && known.implies.iter().any(|id| *id == *"ptcb-cpht"))
            .map(|known| known.id.clone())
            .collect();
        for id in implied {
            assert_eq!(
                blank(holds, &held(&format!(r#"{{"credential": "{id}"}}"#))),
                [format!("expires {id}")]
            );
        }
    }

    #[test]
    fn conditions_within_others_are_looked_into_and_nothing_is_asked_twice() {
        let toml = r#"
            any = [{ attest = "attest:a" }, { all = [{ attest = "attest:b" }, { not = { attest = "attest:a" } }] }]
            unknown = "Ask the board."
        "#;
        assert_eq!(blank(toml, ""), ["attest:a", "attest:b"]);
        assert_eq!(fact_keys(&condition(toml)), ["attest:a", "attest:b"]);
    }

    #[test]
    fn a_program_is_always_asked_since_another_one_may_have_been_completed() {
        assert_eq!(blank("[program]\nsubject = \"sterile-compounding\"", ""), ["program"]);
    }
}
