//! The answers of the first run: what was typed, with the faults in it, and the change that they make.

use crate::shell::{PostedFiles, Visit, Wanted, goal_name};
use rung_catalog::{Authority, Catalog};
use rung_record::{
    Credential, CredentialStatus, Date, Work,
    edit::{Edit, apply},
};
use rung_store::{Basis, Change};
use rung_way::goals::Goal;
use rung_words::say;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// So many states and so many credentials are asked for; more are added in their own rooms.
pub const STATES: usize = 3;
pub const HELD: usize = 3;

/// The setting that says that somebody wants to begin with an empty record.
pub const BEGUN: &str = "begun";

/// What was typed into the form, and what is wrong with it, by field.
#[derive(Default)]
pub struct Typed {
    values: HashMap<String, String>,
    faults: HashMap<String, String>,
}

impl Typed {
    /// From the form that was sent.
    pub fn of(form: &PostedFiles) -> Self {
        let names = fields().chain(["text".to_owned()]);
        let values = names.map(|name| (form.text(&name).to_owned(), name)).map(|(value, name)| (name, value));
        Self { values: values.collect(), faults: HashMap::new() }
    }

    /// What was typed into a field; empty when nothing was.
    pub fn value(&self, field: &str) -> &str {
        self.values.get(field).map_or("", String::as_str)
    }

    /// What is wrong with it.
    pub fn fault(&self, field: &str) -> Option<&str> {
        self.faults.get(field).map(String::as_str)
    }

    /// How many fields have a fault.
    pub fn faults(&self) -> usize {
        self.faults.len()
    }

    fn refuse(&mut self, field: &str, why: String) {
        self.faults.entry(field.to_owned()).or_insert(why);
    }
}

/// The names of the form's questions.
fn fields() -> impl Iterator<Item = String> {
    let held = (1..=HELD).flat_map(|n| ["holds", "issued", "expires"].map(|what| format!("{what}-{n}")));
    let states = (1..=STATES).map(|n| format!("state-{n}"));
    states.chain(held).chain(["setting", "since", "goal"].map(ToOwned::to_owned))
}

/// What was told, ready to be kept.
pub struct Told {
    /// All of it, in one batch.
    pub change: Change,
    /// In a few words each, for the history.
    pub what: Vec<String>,
}

/// Reads the answers. What was left open stays unknown.
///
/// # Errors
/// Nothing is told when a field has a fault; the faults are in `typed` then.
pub fn read(typed: &mut Typed, visit: &Visit) -> Option<Told> {
    let states = states(typed, visit);
    let held = held(typed, visit);
    let work = work(typed, visit, states.first().copied());
    let goal = goal(typed, visit);
    let edits = held.iter().map(|(_, held)| Edit::add(held.clone())).chain(work.clone().map(Edit::add));
    if let Err(problems) = apply(visit.record(), &Edit::All(edits.collect())) {
        refuse_as_the_reader_does(typed, visit.record().credentials.len(), &held, &problems);
    }
    (typed.faults() == 0).then(|| {
        let mut told = Told { change: Change::new(), what: Vec::new() };
        told.states(visit, &states, work.is_some());
        for (_, held) in &held {
            told.what.push(visit.catalog().short_name(held.credential.as_str()));
            told.change = std::mem::take(&mut told.change).add(held);
        }
        told.work(visit, typed.value("setting"), work);
        told.goal(visit, goal);
        told
    })
}

impl Told {
    fn put_fact(&mut self, key: &str, answer: &str) {
        let change = std::mem::take(&mut self.change);
        self.change = change.put_fact(key, answer.into(), Basis::Whatever);
    }

    fn states(&mut self, visit: &Visit, states: &[&Authority], told_with_work: bool) {
        self.what.extend(states.iter().map(|state| state.name.clone()));
        let ids: Vec<String> = states.iter().map(|state| state.id.to_ascii_uppercase()).collect();
        let known = visit.record().facts.get("state").and_then(Value::as_str);
        if ids.len() > usize::from(told_with_work) && known != Some(ids.join(" ").as_str()) {
            self.put_fact("state", &ids.join(" "));
        }
    }

    fn work(&mut self, visit: &Visit, setting: &str, work: Option<Work>) {
        let title = visit.catalog().field().setting(setting).map(|known| known.title.clone());
        match work {
            Some(work) => {
                self.what.push(title.unwrap_or_else(|| say!(visit.frame.words, "today-history-told-work")));
                self.change = std::mem::take(&mut self.change).add(&work);
            }
            None => {
                if let Some(title) = title {
                    self.what.push(title);
                    self.put_fact("setting", setting);
                }
            }
        }
    }

    fn goal(&mut self, visit: &Visit, goal: Option<Goal>) {
        if let Some(goal) = goal {
            let title = goal_name(visit.frame.words, &visit.viewpoint(), &goal);
            self.what.push(say!(visit.frame.words, "today-history-told-goal", goal = title));
            let wanted = Wanted::of(visit.kept()).with_first(goal);
            self.change = wanted.keep(std::mem::take(&mut self.change));
        }
    }
}

fn states<'a>(typed: &mut Typed, visit: &'a Visit) -> Vec<&'a Authority> {
    let mut states: Vec<&Authority> = Vec::new();
    for field in (1..=STATES).map(|n| format!("state-{n}")) {
        let id = typed.value(&field).to_ascii_lowercase();
        let known = jurisdictions(visit.catalog()).find(|state| state.id.eq_ignore_ascii_case(&id));
        match known {
            Some(state) if states.iter().all(|other| other.id != state.id) => states.push(state),
            None if !id.is_empty() => typed.refuse(&field, say!(visit.frame.words, "today-fault-choice")),
            _ => {}
        }
    }
    states
}

/// The jurisdictions of the catalogue.
pub fn jurisdictions(catalog: &Catalog) -> impl Iterator<Item = &Authority> {
    catalog.authorities.iter().filter(|authority| authority.is_jurisdiction)
}

/// The credentials that were chosen, with the number of their row.
fn held(typed: &mut Typed, visit: &Visit) -> Vec<(usize, Credential)> {
    let words = visit.frame.words;
    let mut held: Vec<(usize, Credential)> = Vec::new();
    for n in 1..=HELD {
        let [which, issued, expires] = ["holds", "issued", "expires"].map(|what| format!("{what}-{n}"));
        let (issued, expires) = (day(typed, &issued, visit), day(typed, &expires, visit));
        let id = typed.value(&which).to_owned();
        if id.is_empty() {
            if issued.is_some() || expires.is_some() {
                typed.refuse(&which, say!(words, "today-fault-which-credential"));
            }
            continue;
        }
        let is_known = visit.catalog().credential(&id).is_some();
        let is_there = visit.record().credentials.iter().chain(held.iter().map(|(_, held)| held));
        if !is_known {
            typed.refuse(&which, say!(words, "today-fault-choice"));
        } else if is_there.clone().any(|other| other.credential == *id.as_str()) {
            typed.refuse(&which, say!(words, "today-fault-held-twice"));
        } else {
            held.push((n, credential(&id, issued, expires)));
        }
    }
    held
}

fn credential(id: &str, issued: Option<Date>, expires: Option<Date>) -> Credential {
    Credential {
        credential: id.into(),
        number: None,
        issued,
        expires,
        status: CredentialStatus::Active,
        periods: Vec::new(),
        renewals: Vec::new(),
        fees_paid: Vec::new(),
        extra: Map::new(),
    }
}

fn day(typed: &mut Typed, field: &str, visit: &Visit) -> Option<Date> {
    let text = typed.value(field);
    if text.is_empty() {
        return None;
    }
    let day = rung_record::parse_date(text).ok();
    if day.is_none() {
        typed.refuse(field, say!(visit.frame.words, "today-fault-day"));
    }
    day
}

/// A job that goes on; it is kept as one only when its first day is known.
fn work(typed: &mut Typed, visit: &Visit, state: Option<&Authority>) -> Option<Work> {
    let words = visit.frame.words;
    let since = day(typed, "since", visit);
    let setting = Some(typed.value("setting").to_owned()).filter(|id| !id.is_empty());
    if setting.as_ref().is_some_and(|id| visit.catalog().field().setting(id).is_none()) {
        typed.refuse("setting", say!(words, "today-fault-choice"));
    }
    let from = since?;
    if from > visit.on() {
        typed.refuse("since", say!(words, "today-fault-day-to-come"));
    }
    Some(Work {
        employer: None,
        setting,
        role: None,
        state: state.map(|state| state.id.to_ascii_uppercase()),
        from,
        until: None,
        hours_per_week: None,
        duties: Vec::new(),
        extra: Map::new(),
    })
}

/// Where the technician wants to go.
fn goal(typed: &mut Typed, visit: &Visit) -> Option<Goal> {
    let text = typed.value("goal");
    if text.is_empty() {
        return None;
    }
    let goal = Goal::parse(text, &visit.viewpoint()).ok();
    if goal.is_none() {
        typed.refuse("goal", say!(visit.frame.words, "today-fault-choice"));
    }
    goal
}

/// What the reader of the record refuses, at the field that it comes from.
fn refuse_as_the_reader_does(
    typed: &mut Typed,
    before: usize,
    held: &[(usize, Credential)],
    problems: &rung_record::Problems,
) {
    for problem in &problems.listed {
        let place = problem.place.strip_prefix("credentials[").and_then(|rest| rest.split_once("]."));
        let row = place.and_then(|(n, field)| {
            let n = n.parse::<usize>().ok()?.checked_sub(before)?;
            Some((held.get(n)?.0, field))
        });
        match row {
            Some((row, field)) => typed.refuse(&format!("{field}-{row}"), problem.what.clone()),
            None => typed.refuse("since", problem.what.clone()),
        }
    }
}
