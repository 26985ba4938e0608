//! Faults of a catalogue that loads: what a careful reader would stumble over.

use crate::{Ask, Authority, Catalog, Change, Condition, Credential, Duty, Filter, Requirement, RuleSet};
use jiff::ToSpan;
use rung_record::{CredentialId, Date};
use std::{
    collections::{BTreeMap, HashSet},
    fmt,
};

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
    /// Everything to mend, as of `on`: versions that overlap, leave gaps or can never be chosen, two rules for one
    /// thing, ids and topics that lead nowhere, sources that nothing cites, months whose end is not stated, facts not
    /// looked at for twelve months.
    pub fn lint(&self, on: Date) -> Vec<Lint> {
        let of_authorities = self.authorities.iter().flat_map(|authority| {
            let found = checked_faults(authority, on)
                .into_iter()
                .chain(source_faults(authority))
                .chain(self.duty_faults(authority))
                .chain(self.change_faults(authority));
            found.map(|(place, what)| Lint { file: authority.file.clone(), place, what })
        });
        let of_credentials = self.credentials.iter().flat_map(|credential| {
            let found = self
                .dangling_ids(credential)
                .into_iter()
                .chain(self.unknown_topics(credential))
                .chain(version_faults(credential))
                .chain(credential.rule_sets().flat_map(rule_faults));
            found.map(|what| Lint {
                file: self.authority_of(credential).file.clone(),
                place: credential.id.to_string(),
                what,
            })
        });
        of_authorities.chain(of_credentials).chain(crate::field::lint(self, on)).collect()
    }

    fn dangling_ids(&self, credential: &Credential) -> Vec<String> {
        let of_lines =
            credential.rule_sets().flat_map(|rules| &rules.requirements).flat_map(Requirement::walk);
        let conditions = of_lines.flat_map(|line| {
            let asked = if let Ask::Condition(condition) = &line.ask { Some(condition) } else { None };
            line.applies_if.iter().chain(line.except.iter().map(|case| &case.when)).chain(asked)
        });
        let of_paths = credential.paths.iter().flat_map(|path| &path.conditions).map(|line| &line.condition);
        let named = conditions.chain(of_paths).flat_map(ids_in).chain(&credential.implies);
        self.unknown_ids(named)
    }

    fn unknown_ids<'a>(&self, named: impl Iterator<Item = &'a CredentialId>) -> Vec<String> {
        named
            .filter(|id| self.credential(id.as_str()).is_none())
            .map(|id| format!("names \"{id}\", which is not in the catalogue"))
            .collect()
    }

    fn unknown_topics(&self, credential: &Credential) -> Vec<String> {
        let known: HashSet<&str> = self.known_topics.iter().map(|topic| topic.as_str()).collect();
        let of_lines = |rules: &'_ RuleSet| {
            let lines = rules.requirements.iter().flat_map(Requirement::walk);
            let filters = std::iter::once(&rules.accepts).chain(lines.filter_map(Requirement::counts));
            filters.flat_map(Filter::all_topics).cloned().collect::<Vec<_>>()
        };
        let of_exams =
            credential.exams.iter().flat_map(|exam| &exam.domains).flat_map(|domain| &domain.topics);
        let named = credential.rule_sets().flat_map(of_lines).chain(of_exams.cloned());
        named
            .filter(|topic| !known.contains(topic.as_str()))
            .map(|topic| format!("filters by \"{topic}\", a topic that acpe.toml does not list"))
            .collect()
    }

    fn duty_faults(&self, authority: &Authority) -> Vec<(String, String)> {
        let mut faults = Vec::new();
        for (n, duty) in authority.duties.iter().enumerate() {
            let mut add = |what: String| faults.push((format!("duty {}", duty.kind), what));
            if !self.duty_kinds.iter().any(|kind| kind.id == duty.kind) {
                add("is a word that duties.toml does not list".into());
            }
            let in_condition = duty.condition.iter().flat_map(ids_in);
            self.unknown_ids(duty.who.iter().chain(in_condition)).into_iter().for_each(&mut add);
            let same = |other: &Duty| other.kind == duty.kind && other.who == duty.who;
            let overlap =
                |other: &&Duty| same(other) && overlap((other.from, other.until), (duty.from, duty.until));
            if authority.duties[..n].iter().any(|other| overlap(&other)) {
                add("is told twice for the same days".into());
            }
        }
        faults
    }

    fn change_faults(&self, authority: &Authority) -> Vec<(String, String)> {
        let of_change = |change: &Change| {
            let place = format!("change {}", change.date);
            let unknown = self.unknown_ids(change.credentials.iter());
            unknown.into_iter().map(move |what| (place.clone(), what)).collect::<Vec<_>>()
        };
        authority.changes.iter().flat_map(of_change).collect()
    }
}

/// Every credential that a condition names, at any depth.
fn ids_in(condition: &Condition) -> Vec<&CredentialId> {
    condition.walk().into_iter().flat_map(Condition::named_ids).collect()
}

fn checked_faults(authority: &Authority, on: Date) -> Vec<(String, String)> {
    let checked = authority.checked;
    let mut faults = Vec::new();
    if checked.saturating_add(12.months()) < on {
        faults.push(format!("nobody has looked since {checked}; look again and set the day"));
    }
    if checked > on {
        faults.push(format!("{checked} lies in the future"));
    }
    faults.into_iter().map(|what| ("checked".to_owned(), what)).collect()
}

fn source_faults(authority: &Authority) -> Vec<(String, String)> {
    let uncited = authority.uncited_sources.iter().map(|id| {
        let what = "is cited by nothing; cite it where it supports something, or leave it out";
        (format!("source {id}"), what.to_owned())
    });
    let months = (authority.counts_in_months && authority.month_ends.is_none()).then(|| {
        let what =
            "is missing: the file counts in months or years, and a month may lack the day it should end on";
        ("month_ends".to_owned(), what.to_owned())
    });
    uncited.chain(months).collect()
}

type Days = (Option<Date>, Option<Date>);

/// Whether two stretches of days, open where a bound is missing, have a day in common.
fn overlap(a: Days, b: Days) -> bool {
    let starts_by_end =
        |from: Option<Date>, until: Option<Date>| from.zip(until).is_none_or(|(from, until)| from <= until);
    starts_by_end(a.0, b.1) && starts_by_end(b.0, a.1)
}

/// Whether every day of `inner` lies in `outer`.
fn covers(outer: Days, inner: Days) -> bool {
    let starts_before = outer.0.is_none_or(|from| inner.0.is_some_and(|inner| from <= inner));
    let ends_after = outer.1.is_none_or(|until| inner.1.is_some_and(|inner| inner <= until));
    starts_before && ends_after
}

/// Versions of one thing that overlap, can never be chosen, or leave days between them without a rule.
fn faults_between(mut versions: Vec<(&str, Days)>) -> Vec<String> {
    versions.sort_by_key(|(_, days)| days.0);
    let mut faults = Vec::new();
    for pair in versions.windows(2) {
        let [(earlier, first), (later, second)] = pair else { continue };
        let gap = first.1.zip(second.0).filter(|(until, from)| until.saturating_add(1.day()) < *from);
        if covers(*first, *second) || covers(*second, *first) {
            faults.push(format!(
                "versions {earlier} and {later} are for the same days: one can never be chosen"
            ));
        } else if overlap(*first, *second) {
            faults.push(format!("versions {earlier} and {later} overlap"));
        } else if let Some((until, from)) = gap {
            faults.push(format!("no version is in force between {earlier} ({until}) and {later} ({from})"));
        }
    }
    faults
}

fn version_faults(credential: &Credential) -> Vec<String> {
    let renewals = credential.renewals.iter().map(|rules| (rules.duty.as_str(), rules));
    let mut faults = by_name(renewals, |rules| (rules.id.as_str(), (rules.from, rules.until)));
    for stage in credential.reinstatement.iter().flat_map(|open| &open.stages) {
        let rules = stage.rules.iter().map(|rules| (stage.title.as_str(), rules));
        faults.extend(by_name(rules, |rules| (rules.id.as_str(), (rules.from, rules.until))));
    }
    let exams = credential.exams.iter().map(|exam| (exam.title.as_str(), exam));
    faults.extend(by_name(exams, |exam| (exam.id.as_str(), (exam.from, exam.until))));
    faults
}

/// [`faults_between`] the versions of each name.
fn by_name<'a, T: 'a>(
    named: impl Iterator<Item = (&'a str, &'a T)>,
    version: impl Fn(&'a T) -> (&'a str, Days),
) -> Vec<String> {
    let mut groups: BTreeMap<&str, Vec<(&str, Days)>> = BTreeMap::new();
    for (name, item) in named {
        groups.entry(name).or_default().push(version(item));
    }
    groups.into_values().flat_map(faults_between).collect()
}

/// Two lines that ask the same, and exceptions that can never be reached.
fn rule_faults(rules: &RuleSet) -> Vec<String> {
    let mut faults = Vec::new();
    for (n, line) in rules.requirements.iter().enumerate() {
        let twin = rules.requirements[..n].iter().find(|other| {
            other.kind() == line.kind() && other.ask == line.ask && other.applies_if == line.applies_if
        });
        if let Some(twin) = twin {
            faults.push(format!("rules {}: {} and {} ask the same", rules.id, twin.id, line.id));
        }
    }
    for line in rules.requirements.iter().flat_map(Requirement::walk) {
        for (n, case) in line.except.iter().enumerate() {
            if line.except[..n].iter().any(|earlier| earlier.when.is_always() || earlier.when == case.when) {
                let why = &case.why;
                faults.push(format!(
                    "rules {}, {}: the exception \"{why}\" can never be reached",
                    rules.id, line.id
                ));
            }
        }
    }
    faults
}
