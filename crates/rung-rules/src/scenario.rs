//! Scenario files: a situation, a day, and what the rules say of it. One runner runs them all.

use crate::{
    answer, eligibility, evaluate,
    status::{Obligation, Status},
};
use rung_catalog::Catalog;
use rung_record::{Date, Hours, Record, parse_date};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[cfg(feature = "schema")]
mod forms;
#[cfg(feature = "schema")]
pub use forms::schema as scenario_schema;
#[cfg(feature = "schema")]
use rung_catalog::schema::words;

/// A file of scenarios.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct ScenarioFile {
    /// One situation each: `[[scenario]]`.
    #[serde(default, rename = "scenario")]
    scenarios: Vec<Scenario>,
}

/// A situation, a day, and what the rules say of it.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct Scenario {
    /// What it shows, in a sentence: `In-service training counts for five hours at most`.
    name: String,
    /// The day asked about: `2026-11-23`, without quotes.
    #[cfg_attr(feature = "schema", schemars(with = "words::Day"))]
    on: toml::Value,
    /// The source that says so, when one does: `297.8 (b)`.
    cite: Option<String>,
    /// The credential asked about: `tx-pharmacy-technician`.
    #[cfg_attr(feature = "schema", schemars(with = "words::Id"))]
    credential: String,
    /// The duty asked about, only when the credential has one with its own clock: `ce`.
    #[serde(default)]
    duty: String,
    /// Of the whole obligation.
    #[cfg_attr(feature = "schema", schemars(with = "Option<forms::VerdictWord>"))]
    verdict: Option<String>,
    /// What is open on that day.
    #[cfg_attr(feature = "schema", schemars(with = "Option<forms::RouteWord>"))]
    route: Option<String>,
    /// Its period, both days within: `2025-06-01 to 2027-05-31`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<forms::PeriodText>"))]
    period: Option<String>,
    /// Line by line, as many as matter: `{ total = "not met 16/20" }`, the verdict and then counted/asked.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, forms::LineText>"))]
    requirements: BTreeMap<String, String>,
    /// Credits that do not count, and the code of the reason: `{ c2 = "cap-reached" }`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, forms::ReasonCode>"))]
    not_counted: BTreeMap<String, String>,
    /// Whether one may apply, instead of `verdict` and `requirements`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<forms::VerdictWord>"))]
    eligibility: Option<String>,
    /// The same path by path: `{ work = "met", program = "not met" }`.
    #[serde(default)]
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, forms::PathText>"))]
    paths: BTreeMap<String, String>,
    /// The technician's record, without `format`.
    #[cfg_attr(feature = "schema", schemars(with = "Record"))]
    record: toml::Table,
}

/// What came of all scenarios.
#[derive(Clone, Debug, Default)]
pub struct ScenarioReport {
    /// How many were run.
    pub run: usize,
    /// Each that the rules answer otherwise than it says: file, name, and the differences.
    pub failures: Vec<String>,
    /// Requirements that no scenario shows met, or none shows not met.
    pub uncovered: Vec<String>,
    /// Verdicts seen, by credential and requirement.
    seen: BTreeMap<(String, String), BTreeSet<&'static str>>,
}

/// Runs every scenario of the catalogue.
pub fn run_scenarios(catalog: &Catalog) -> ScenarioReport {
    let mut report = ScenarioReport::default();
    for (path, text) in &catalog.scenario_files {
        match toml::from_str::<ScenarioFile>(text) {
            Ok(file) => file.scenarios.iter().for_each(|scenario| report.run_one(catalog, path, scenario)),
            Err(error) => report.failures.push(format!("{path}: {error}")),
        }
    }
    report.find_uncovered(catalog);
    report
}

impl ScenarioReport {
    fn run_one(&mut self, catalog: &Catalog, path: &str, scenario: &Scenario) {
        self.run += 1;
        let differences = match situation(scenario) {
            Err(fault) => vec![fault],
            Ok((record, on)) => {
                let mut differences = cite_fault(catalog, scenario);
                if scenario.eligibility.is_some() || !scenario.paths.is_empty() {
                    differences.extend(self.compare_eligibility(catalog, scenario, &record, on));
                } else {
                    differences.extend(self.compare_status(catalog, scenario, &record, on));
                }
                differences
            }
        };
        if !differences.is_empty() {
            self.failures.push(format!("{path}: \"{}\": {}", scenario.name, differences.join("; ")));
        }
    }

    fn compare_status(
        &mut self,
        catalog: &Catalog,
        scenario: &Scenario,
        record: &Record,
        on: Date,
    ) -> Vec<String> {
        let status = evaluate(record, catalog, on);
        let mine = |obligation: &&Obligation<'_>| {
            obligation.credential.id == *scenario.credential.as_str()
                && obligation.rules.map_or("", |rules| rules.duty.as_str()) == scenario.duty
        };
        let Some(obligation) = status.obligations.iter().find(mine) else {
            return vec![format!("there is no obligation for {}", scenario.credential)];
        };
        self.note_coverage(scenario, obligation);
        let mut differences = Vec::new();
        let mut compare = |what: &str, said: Option<&str>, is: String| {
            if let Some(said) = said.filter(|said| *said != is) {
                differences.push(format!("{what} should be \"{said}\" and is \"{is}\""));
            }
        };
        compare("verdict", scenario.verdict.as_deref(), obligation.verdict.to_string());
        compare("route", scenario.route.as_deref(), obligation.route.as_str().to_owned());
        compare(
            "period",
            scenario.period.as_deref(),
            obligation.period.map(|period| period.to_string()).unwrap_or_default(),
        );
        for (id, said) in &scenario.requirements {
            compare(id, Some(said), said_of(obligation, id, said));
        }
        for (credit, said) in &scenario.not_counted {
            let reasons = reasons_for(&status, obligation, credit);
            if !reasons.contains(said.as_str()) {
                let is = reasons.into_iter().collect::<Vec<_>>().join(", ");
                differences
                    .push(format!("{credit} should not count because of \"{said}\"; reasons given: {is}"));
            }
        }
        differences
    }

    fn compare_eligibility(
        &self,
        catalog: &Catalog,
        scenario: &Scenario,
        record: &Record,
        on: Date,
    ) -> Vec<String> {
        let Some(answer) = eligibility(record, catalog, &scenario.credential, on) else {
            return vec![format!("{} is not in the catalogue", scenario.credential)];
        };
        let mut differences = Vec::new();
        if let Some(said) = scenario.eligibility.as_deref().filter(|said| *said != answer.verdict.as_str()) {
            differences.push(format!("eligibility should be \"{said}\" and is \"{}\"", answer.verdict));
        }
        for (id, said) in &scenario.paths {
            let is = answer
                .paths
                .iter()
                .find(|path| path.path.id == *id)
                .map_or("absent", |path| path.verdict.as_str());
            if is != said {
                let lines = answer::eligibility(&answer, record)["paths"].to_string();
                differences.push(format!(
                    "path {id} should be \"{said}\" and is \"{is}\" ({})",
                    lines.chars().take(300).collect::<String>()
                ));
            }
        }
        differences
    }

    fn note_coverage(&mut self, scenario: &Scenario, obligation: &Obligation<'_>) {
        // A line is covered when the scenario names it, or names the line that it is a part of.
        let said = |line: &crate::Line<'_>| {
            let names = &scenario.requirements;
            names.contains_key(line.id.as_ref()) || names.contains_key(&line.requirement.id)
        };
        let mut pending: Vec<(&crate::Line<'_>, bool)> =
            obligation.lines.iter().map(|line| (line, said(line))).collect();
        while let Some((line, is_said)) = pending.pop() {
            pending.extend(line.all_of.iter().chain(&line.or).map(|inner| (inner, is_said || said(inner))));
            if !is_said {
                continue;
            }
            let bites = line.not_counted.iter().any(|refused| refused.reason == crate::Reason::CapReached);
            let seen = match (line.requirement.kind(), line.verdict) {
                ("maximum", _) if bites => "not met",
                (_, verdict) => verdict.as_str(),
            };
            self.seen
                .entry((scenario.credential.clone(), line.requirement.id.clone()))
                .or_default()
                .insert(seen);
        }
    }

    fn find_uncovered(&mut self, catalog: &Catalog) {
        for credential in &catalog.credentials {
            let mut by_id: BTreeMap<&str, &rung_catalog::Requirement> = BTreeMap::new();
            let lines = credential.rule_sets().flat_map(|rules| &rules.requirements);
            for line in lines.flat_map(rung_catalog::Requirement::walk) {
                by_id.insert(&line.id, line);
            }
            for (id, line) in by_id {
                let seen = self.seen.get(&(credential.id.to_string(), id.to_owned()));
                let has = |verdict: &str| seen.is_some_and(|seen| seen.contains(verdict));
                // Where no source settles a part of the line, unknown stands for what it cannot become.
                let lacks: Vec<&str> = match is_partly_unknown(line) {
                    true if has("unknown") => Vec::new(),
                    true => vec!["unknown"],
                    false => ["met", "not met"].into_iter().filter(|verdict| !has(verdict)).collect(),
                };
                let lacks = lacks.join(", ");
                if !lacks.is_empty() {
                    self.uncovered.push(format!("{}, {id}: no scenario shows it {lacks}", credential.id));
                }
            }
        }
    }
}

/// Whether the line, or something inside it, is a question that no source settles.
fn is_partly_unknown(line: &rung_catalog::Requirement) -> bool {
    use rung_catalog::{Ask, Condition};
    let open = |condition: &Condition| condition.walk().iter().any(|inner| inner.unknown.is_some());
    line.walk().iter().any(|inner| match &inner.ask {
        Ask::Unknown(_) | Ask::Minimum { hours: None, .. } => true,
        Ask::Condition(condition) => open(condition),
        _ => false,
    })
}

/// The record and the day of a scenario.
fn situation(scenario: &Scenario) -> Result<(Record, Date), String> {
    let day = match &scenario.on {
        toml::Value::Datetime(day) => day.to_string(),
        toml::Value::String(day) => day.clone(),
        other => format!("{other:?}"),
    };
    let on = parse_date(&day).map_err(|what| format!("on: {what}"))?;
    let mut record = scenario.record.clone();
    record.insert("format".into(), Record::FORMAT.into());
    let json = serde_json::to_string(&with_dates_as_text(toml::Value::Table(record)))
        .map_err(|error| error.to_string())?;
    let record = Record::from_json(json.as_bytes())
        .map_err(|problems| format!("record: {}", problems.to_string().replace('\n', ", ")))?;
    Ok((record, on))
}

fn with_dates_as_text(value: toml::Value) -> toml::Value {
    match value {
        toml::Value::Datetime(day) => toml::Value::String(day.to_string()),
        toml::Value::Array(items) => toml::Value::Array(items.into_iter().map(with_dates_as_text).collect()),
        toml::Value::Table(fields) => toml::Value::Table(
            fields.into_iter().map(|(key, value)| (key, with_dates_as_text(value))).collect(),
        ),
        other => other,
    }
}

/// A scenario cites a source that its file has.
fn cite_fault(catalog: &Catalog, scenario: &Scenario) -> Vec<String> {
    let (Some(cite), Some(credential)) = (&scenario.cite, catalog.credential(&scenario.credential)) else {
        return Vec::new();
    };
    let id = cite.split_once(' ').map_or(cite.as_str(), |(id, _)| id);
    let known = catalog.authority_of(credential).sources.iter().any(|source| source.id == id);
    if known {
        Vec::new()
    } else {
        vec![format!("cites \"{id}\", which is not a source of its catalogue file")]
    }
}

/// What the answer says of a requirement. One that asks so much in each year is named with the year or, for all of its
/// years together, without.
fn said_of(obligation: &Obligation<'_>, id: &str, said: &str) -> String {
    if let Some(line) = obligation.line(id) {
        return short_form(line, said);
    }
    let years = obligation.lines.iter().filter(|line| line.requirement.id == id).map(|line| line.verdict);
    years.reduce(crate::Verdict::and).map_or_else(|| "absent".to_owned(), |verdict| verdict.to_string())
}

/// `not met 16/20`, or only the verdict when the scenario says no more.
fn short_form(line: &crate::Line<'_>, said: &str) -> String {
    let verdict = line.verdict.as_str();
    if !said.contains('/') {
        return verdict.to_owned();
    }
    if line.asked == Some(Hours::ZERO) {
        return format!("{verdict} 0/0");
    }
    format!(
        "{verdict} {}/{}",
        line.counted,
        line.asked.map_or_else(|| "?".to_owned(), |asked| asked.to_string())
    )
}

/// Every reason given for a credit, on any line.
fn reasons_for(status: &Status<'_>, obligation: &Obligation<'_>, credit: &str) -> BTreeSet<&'static str> {
    let mut reasons = BTreeSet::new();
    let mut pending: Vec<&crate::Line<'_>> = obligation.lines.iter().collect();
    while let Some(line) = pending.pop() {
        pending.extend(line.all_of.iter().chain(&line.or));
        let own = obligation
            .not_counted(line)
            .filter(|refused| status.record.credits[refused.credit].id == *credit);
        reasons.extend(own.map(|refused| refused.reason.code()));
    }
    reasons
}
