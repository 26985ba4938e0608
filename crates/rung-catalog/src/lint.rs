//! Faults of a catalogue that loads: what a careful reader would stumble over.

use crate::{Catalog, Credential, RuleSet};
use jiff::ToSpan;
use rung_record::Date;
use std::{collections::HashSet, fmt};

/// One thing to mend in the catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lint {
    /// The file.
    pub file: String,
    /// Which part of it.
    pub place: String,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Lint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}: {}", self.file, self.place, self.what)
    }
}

impl Catalog {
    /// Everything to mend, as of `on`: overlapping versions and gaps between them, ids that lead nowhere, topics that
    /// nobody knows, facts not looked at for twelve months.
    pub fn lint(&self, on: Date) -> Vec<Lint> {
        let mut lints = Vec::new();
        for authority in &self.authorities {
            let mut add = |place: &str, what: String| {
                lints.push(Lint { file: authority.file.clone(), place: place.to_owned(), what });
            };
            if authority.checked.saturating_add(12.months()) < on {
                add(
                    "checked",
                    format!("nobody has looked since {}; look again and set the day", authority.checked),
                );
            }
            if authority.checked > on {
                add("checked", format!("{} lies in the future", authority.checked));
            }
        }
        for credential in &self.credentials {
            let file = &self.authority_of(credential).file;
            let found = self
                .dangling_ids(credential)
                .into_iter()
                .chain(self.unknown_topics(credential))
                .chain(version_faults(credential));
            lints.extend(found.map(|what| Lint {
                file: file.clone(),
                place: credential.id.to_string(),
                what,
            }));
        }
        lints.extend(crate::field::lint(self, on));
        lints
    }

    fn dangling_ids(&self, credential: &Credential) -> Vec<String> {
        let conditions = rule_sets(credential)
            .flat_map(|rules| &rules.requirements)
            .flat_map(crate::Requirement::walk)
            .flat_map(|line| {
                let asked =
                    if let crate::Ask::Condition(condition) = &line.ask { Some(condition) } else { None };
                line.applies_if.iter().chain(line.except.iter().map(|case| &case.when)).chain(asked)
            })
            .chain(
                credential.paths.iter().flat_map(|path| path.conditions.iter().map(|line| &line.condition)),
            )
            .flat_map(crate::Condition::walk);
        let named = conditions
            .flat_map(|condition| {
                condition.holds.iter().chain(condition.holds_at_least.iter().flat_map(|some| &some.of))
            })
            .chain(&credential.implies);
        named
            .filter(|id| self.credential(id.as_str()).is_none())
            .map(|id| format!("names \"{id}\", which is not in the catalogue"))
            .collect()
    }

    fn unknown_topics(&self, credential: &Credential) -> Vec<String> {
        let known: HashSet<&str> = self.known_topics.iter().map(|topic| topic.as_str()).collect();
        rule_sets(credential)
            .flat_map(|rules| {
                let lines = rules.requirements.iter().flat_map(crate::Requirement::walk);
                let of_lines = lines.filter_map(|line| match &line.ask {
                    crate::Ask::Minimum { counts, .. }
                    | crate::Ask::Maximum { counts, .. }
                    | crate::Ask::Course { counts, .. }
                    | crate::Ask::AcademicCredits { counts, .. } => Some(counts),
                    _ => None,
                });
                std::iter::once(&rules.accepts)
                    .chain(of_lines)
                    .flat_map(crate::Filter::all_topics)
                    .collect::<Vec<_>>()
            })
            .filter(|topic| !known.contains(topic.as_str()))
            .map(|topic| format!("filters by \"{topic}\", a topic that acpe.toml does not list"))
            .collect()
    }
}

fn rule_sets(credential: &Credential) -> impl Iterator<Item = &RuleSet> {
    credential.renewals.iter().chain(credential.reinstatement.iter().flat_map(|open| &open.rules))
}

/// Versions of one duty that overlap, or leave days between them without a rule.
fn version_faults(credential: &Credential) -> Vec<String> {
    let mut faults = Vec::new();
    let mut duties: Vec<&str> = credential.renewals.iter().map(|rules| rules.duty.as_str()).collect();
    duties.sort_unstable();
    duties.dedup();
    for duty in duties {
        let mut versions: Vec<&RuleSet> =
            credential.renewals.iter().filter(|rules| rules.duty == duty).collect();
        versions.sort_by_key(|rules| rules.from);
        for pair in versions.windows(2) {
            let [earlier, later] = pair else { continue };
            match (earlier.until, later.from) {
                (Some(until), Some(from)) if until.saturating_add(1.day()) < from => {
                    faults.push(format!(
                        "no version is in force between {} ({until}) and {} ({from})",
                        earlier.id, later.id
                    ));
                }
                (Some(until), Some(from)) if until < from => {}
                _ => faults.push(format!("versions {} and {} overlap", earlier.id, later.id)),
            }
        }
    }
    faults
}
