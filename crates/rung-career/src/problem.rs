//! The career problem: what a file says, and whether it makes sense.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

/// No more weeks than this (twenty years).
pub const MOST_WEEKS: u32 = 1_040;
/// No more steps than this.
pub const MOST_STEPS: usize = 400;
/// No more entries than this in any list, and no more lists.
pub const MOST_ENTRIES: usize = 2_000;
/// No more resources beside the hours than this.
pub const MOST_RESOURCES: usize = 8;
/// Hours, costs and limits are at most this.
pub const LARGEST_NUMBER: u32 = 10_000_000;

/// A week, counted from 0.
pub type Week = u32;

/// Steps, what they ask of each other, and what may not be exceeded. This is the file format too; see
/// `docs/guides/career-format.md`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Weeks looked at: 0 to `weeks − 1`.
    #[serde(rename = "T")]
    pub weeks: Week,
    /// Hours that can be given to steps.
    #[serde(rename = "cap")]
    pub capacity: Capacity,
    /// Whatever else is scarce.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resources: Vec<Resource>,
    /// What can be done.
    pub steps: Vec<Step>,
    /// Exactly `choose` of these are taken.
    #[serde(default, rename = "cert", skip_serializing_if = "Vec::is_empty")]
    pub certificates: Vec<usize>,
    /// How many of `certificates`.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub choose: u32,
    /// At least one of each of these is taken.
    #[serde(default, rename = "groups", skip_serializing_if = "Vec::is_empty")]
    pub routes: Vec<Vec<usize>>,
    /// How many of a list are taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lists: Vec<List>,
    /// Hours between two weeks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub loads: Vec<Load>,
    /// Steps that must be taken, and whose finish is the arrival. None: the arrival is the finish of every step taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<usize>,
    /// The arrival is no later than the end of week `by − 1`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Week>,
    /// Most that the steps may cost together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub budget: Option<u32>,
    /// Most hours that the steps may take together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_hours: Option<u32>,
    /// What matters, most important first.
    #[serde(default = "usual_objectives")]
    pub objectives: Vec<Objective>,
    /// The plan agreed before: for each step the week it was to start, or none. Only [`Objective::Moved`] looks at it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreed: Vec<Option<Week>>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
fn is_zero(number: &u32) -> bool {
    *number == 0
}

fn usual_objectives() -> Vec<Objective> {
    vec![Objective::Finish, Objective::Cost]
}

/// How much there is of something in each week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Capacity {
    /// The same every week.
    Every(u32),
    /// One number a week.
    Weekly(Vec<u32>),
}

impl Capacity {
    /// How much there is in this week.
    #[must_use]
    pub fn in_week(&self, week: Week) -> u32 {
        match self {
            Self::Every(amount) => *amount,
            Self::Weekly(amounts) => amounts.get(week as usize).copied().unwrap_or(0),
        }
    }
}

/// Something scarce beside the hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resource {
    /// What it is called.
    #[serde(default)]
    pub name: String,
    /// How much there is.
    #[serde(rename = "cap")]
    pub capacity: Capacity,
}

/// Does a step have to be taken?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Kind {
    /// Yes.
    #[serde(rename = "man")]
    Must,
    /// One of `certificates`: when the list asks for it.
    #[serde(rename = "cert")]
    Certificate,
    /// One of `routes`: when a list asks for it.
    #[serde(rename = "route")]
    Route,
    /// When something else asks for it.
    #[default]
    #[serde(rename = "optional")]
    Optional,
}

/// Something that is done from one week to another without a break.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Step {
    /// What it is called.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Must it be taken?
    #[serde(default)]
    pub kind: Kind,
    /// Weeks.
    #[serde(rename = "d")]
    pub weeks: Week,
    /// Hours a week while it runs.
    #[serde(rename = "w", default)]
    pub hours: u32,
    /// What it costs.
    #[serde(default)]
    pub cost: u32,
    /// What it takes of each of the problem's `resources`, in their order, while it runs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uses: Vec<u32>,
    /// All of these are taken, and finished before it starts.
    #[serde(rename = "and_", default)]
    pub after: Vec<usize>,
    /// Of each of these lists at least one is taken, and finished before it starts.
    #[serde(rename = "or_", default)]
    pub one_of: Vec<Vec<usize>>,
    /// Steps that it waits for, and for how many weeks after their finish; they are prerequisites like those in `after`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub waits: Vec<(usize, Week)>,
    /// If these are taken too, it starts no later than so many weeks after their finish: what they give runs out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub within: Vec<(usize, Week)>,
    /// It starts in this week or later.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub from: Week,
    /// It is finished by the end of week `deadline − 1`.
    #[serde(rename = "dl", default)]
    pub deadline: Option<Week>,
    /// Weeks `a` to `b − 1` in which it may not run.
    #[serde(rename = "not", default, skip_serializing_if = "Vec::is_empty")]
    pub hold_offs: Vec<(Week, Week)>,
}

impl Step {
    /// All its prerequisites with the least weeks between their finish and its start.
    #[must_use]
    pub fn prerequisites(&self) -> Vec<(usize, Week)> {
        let mut all: Vec<(usize, Week)> = Vec::new();
        let plain = self.after.iter().map(|&before| (before, 0));
        for (before, wait) in plain.chain(self.waits.iter().copied()) {
            match all.iter_mut().find(|known| known.0 == before) {
                Some(known) => known.1 = known.1.max(wait),
                None => all.push((before, wait)),
            }
        }
        all
    }
}

/// How many of some steps are taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct List {
    /// The steps.
    pub of: Vec<usize>,
    /// No fewer than this.
    #[serde(default)]
    pub at_least: u32,
    /// No more than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u32>,
}

/// Hours between two weeks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Load {
    /// From the beginning of this week
    pub from: Week,
    /// to the beginning of this one.
    pub to: Week,
    /// No fewer hours than this.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub at_least: u32,
    /// No more hours than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<u32>,
}

/// What can matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Objective {
    /// Arrive early: the week before whose beginning the goals are finished.
    Finish,
    /// Spend little.
    Cost,
    /// Work little: the hours of all steps taken.
    Hours,
    /// Start late: the weeks from the first start to the end of the last week.
    Lead,
    /// Smooth weeks: the hours of the fullest week.
    Peak,
    /// Little disturbance: the steps that start in another week than was agreed, or are taken or left against it.
    Moved,
}

impl Objective {
    /// As in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Finish => "finish",
            Self::Cost => "cost",
            Self::Hours => "hours",
            Self::Lead => "lead",
            Self::Peak => "peak",
            Self::Moved => "moved",
        }
    }
}

/// When each step starts; none for a step that is not taken.
pub type Starts = Vec<Option<Week>>;

/// What is wrong with a problem, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where, as in `steps[3].and_[0]`.
    pub path: String,
    /// What was found and what is allowed.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() { f.write_str(&self.what) } else { write!(f, "{}: {}", self.path, self.what) }
    }
}

impl std::error::Error for Fault {}

/// Reads a problem and sees whether it makes sense.
///
/// # Errors
/// What is wrong, and where.
pub fn parse(text: &[u8]) -> Result<Problem, Vec<Fault>> {
    let problem: Problem = serde_json::from_slice(text)
        .map_err(|error| vec![Fault { path: String::new(), what: error.to_string() }])?;
    problem.validate()?;
    Ok(problem)
}

impl Problem {
    /// Does it make sense? Impossible problems do; numbers out of range, unknown steps, and prerequisites that go round
    /// in a circle do not.
    ///
    /// # Errors
    /// Everything that is wrong, and where.
    pub fn validate(&self) -> Result<(), Vec<Fault>> {
        let mut check = Check { problem: self, faults: Vec::new() };
        check.sizes();
        if check.faults.is_empty() {
            check.resources();
            check.steps();
            check.lists();
            check.rest();
        }
        if check.faults.is_empty() {
            check.circle();
        }
        if check.faults.is_empty() { Ok(()) } else { Err(check.faults) }
    }

    /// The file that says this problem: what the checker reads beside a certificate.
    #[must_use]
    pub fn statement(&self) -> String {
        // Maps with other keys than strings are what serde_json refuses, and there are none.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The lists of all kinds, as lists.
    pub(crate) fn all_lists(&self) -> Vec<List> {
        let mut all = Vec::new();
        if !self.certificates.is_empty() || self.choose > 0 {
            let of = self.certificates.clone();
            all.push(List { of, at_least: self.choose, at_most: Some(self.choose) });
        }
        all.extend(self.routes.iter().map(|of| List { of: of.clone(), at_least: 1, at_most: None }));
        all.extend(self.lists.iter().cloned());
        all
    }

    /// Must this step be taken?
    pub(crate) fn must_take(&self, step: usize) -> bool {
        self.steps[step].kind == Kind::Must || self.goals.contains(&step)
    }

    /// Does the finish of this step count for the arrival?
    pub(crate) fn is_goal(&self, step: usize) -> bool {
        self.goals.is_empty() || self.goals.contains(&step)
    }
}

struct Check<'p> {
    problem: &'p Problem,
    faults: Vec<Fault>,
}

impl Check<'_> {
    fn fault(&mut self, path: impl Into<String>, what: impl Into<String>) {
        if self.faults.len() < 20 {
            self.faults.push(Fault { path: path.into(), what: what.into() });
        }
    }

    fn at_most(&mut self, path: impl Into<String>, found: u64, most: u64) {
        if found > most {
            self.fault(path, format!("{found} found; at most {most} is allowed"));
        }
    }

    fn sizes(&mut self) {
        let p = self.problem;
        self.at_most("T", u64::from(p.weeks), u64::from(MOST_WEEKS));
        let lists = [
            ("steps", p.steps.len(), MOST_STEPS),
            ("resources", p.resources.len(), MOST_RESOURCES),
            ("groups", p.routes.len(), MOST_ENTRIES),
            ("lists", p.lists.len(), MOST_ENTRIES),
            ("loads", p.loads.len(), MOST_ENTRIES),
        ];
        for (name, found, most) in lists {
            if found > most {
                self.fault(name, format!("{found} entries found; at most {most} are allowed"));
            }
        }
    }

    fn capacity(&mut self, path: &str, capacity: &Capacity) {
        match capacity {
            Capacity::Every(amount) => self.at_most(path, u64::from(*amount), u64::from(LARGEST_NUMBER)),
            Capacity::Weekly(amounts) => {
                let weeks = self.problem.weeks;
                if amounts.len() != weeks as usize {
                    self.fault(
                        path,
                        format!(
                            "{} numbers found; one for each of the {weeks} weeks is needed",
                            amounts.len()
                        ),
                    );
                }
                for (week, amount) in amounts.iter().enumerate() {
                    self.at_most(format!("{path}[{week}]"), u64::from(*amount), u64::from(LARGEST_NUMBER));
                }
            }
        }
    }

    fn resources(&mut self) {
        self.capacity("cap", &self.problem.capacity);
        for (k, resource) in self.problem.resources.iter().enumerate() {
            self.capacity(&format!("resources[{k}].cap"), &resource.capacity);
        }
    }

    /// Steps that are named in a list: each is known and named once.
    fn names(&mut self, path: &str, of: impl Iterator<Item = usize>) {
        let mut seen = BTreeSet::new();
        for (k, step) in of.enumerate() {
            let known = self.problem.steps.len();
            if step >= known {
                self.fault(
                    format!("{path}[{k}]"),
                    format!("there is no step {step}; the last one is {}", known.saturating_sub(1)),
                );
            } else if !seen.insert(step) {
                self.fault(format!("{path}[{k}]"), format!("step {step} is named twice"));
            }
        }
    }

    fn steps(&mut self) {
        let p = self.problem;
        let largest = u64::from(LARGEST_NUMBER);
        for (i, step) in p.steps.iter().enumerate() {
            let at = |field: &str| format!("steps[{i}].{field}");
            self.at_most(at("d"), u64::from(step.weeks), u64::from(MOST_WEEKS));
            self.at_most(at("w"), u64::from(step.hours), largest);
            self.at_most(at("cost"), u64::from(step.cost), largest);
            self.at_most(at("from"), u64::from(step.from), u64::from(MOST_WEEKS));
            if step.uses.len() > p.resources.len() {
                self.fault(
                    at("uses"),
                    format!("{} numbers found for {} resources", step.uses.len(), p.resources.len()),
                );
            }
            for (k, &amount) in step.uses.iter().enumerate() {
                self.at_most(format!("{}[{k}]", at("uses")), u64::from(amount), largest);
            }
            self.names(&at("and_"), step.after.iter().copied());
            self.names(&at("waits"), step.waits.iter().map(|wait| wait.0));
            self.names(&at("within"), step.within.iter().map(|limit| limit.0));
            for (field, pairs) in [("waits", &step.waits), ("within", &step.within)] {
                for (k, pair) in pairs.iter().enumerate() {
                    self.at_most(format!("{}[{k}][1]", at(field)), u64::from(pair.1), u64::from(MOST_WEEKS));
                }
            }
            for (k, list) in step.one_of.iter().enumerate() {
                self.names(&format!("{}[{k}]", at("or_")), list.iter().copied());
            }
            if step.one_of.len() > MOST_ENTRIES || step.hold_offs.len() > MOST_ENTRIES {
                self.fault(at("or_"), format!("at most {MOST_ENTRIES} entries are allowed"));
            }
            for (k, &(from, to)) in step.hold_offs.iter().enumerate() {
                if from > to || to > MOST_WEEKS {
                    self.fault(
                        format!("{}[{k}]", at("not")),
                        format!("from week {from} to week {to}: no such time"),
                    );
                }
            }
        }
    }

    fn lists(&mut self) {
        let p = self.problem;
        self.names("cert", p.certificates.iter().copied());
        for (k, of) in p.routes.iter().enumerate() {
            self.names(&format!("groups[{k}]"), of.iter().copied());
        }
        for (k, list) in p.lists.iter().enumerate() {
            self.names(&format!("lists[{k}].of"), list.of.iter().copied());
        }
        self.names("goals", p.goals.iter().copied());
    }

    fn rest(&mut self) {
        let p = self.problem;
        for (k, load) in p.loads.iter().enumerate() {
            if load.from > load.to || load.to > p.weeks {
                self.fault(
                    format!("loads[{k}]"),
                    format!("from week {} to week {}: no such time", load.from, load.to),
                );
            }
        }
        let mut seen = Vec::new();
        for (k, objective) in p.objectives.iter().enumerate() {
            if seen.contains(objective) {
                self.fault(format!("objectives[{k}]"), format!("{} is named twice", objective.name()));
            }
            seen.push(*objective);
        }
        if !p.agreed.is_empty() && p.agreed.len() != p.steps.len() {
            self.fault("agreed", format!("{} entries found for {} steps", p.agreed.len(), p.steps.len()));
        }
        if p.objectives.contains(&Objective::Moved) && p.agreed.len() != p.steps.len() {
            self.fault("agreed", "the objective \"moved\" needs the plan agreed before, one entry a step");
        }
    }

    /// Prerequisites that go round in a circle, as the path around it.
    fn circle(&mut self) {
        let steps = &self.problem.steps;
        // 0: not seen, 1: on the way, 2: done. The way is kept by hand: a chain may be as long as there are steps.
        let mut state = vec![0u8; steps.len()];
        for root in 0..steps.len() {
            let mut way: Vec<(usize, usize)> = if state[root] == 0 { vec![(root, 0)] } else { Vec::new() };
            while let Some((step, next)) = way.last_mut() {
                state[*step] = 1;
                let before = steps[*step].prerequisites().get(*next).map(|p| p.0);
                *next += 1;
                match before {
                    None => {
                        state[*step] = 2;
                        way.pop();
                    }
                    Some(before) if state[before] == 0 => way.push((before, 0)),
                    Some(before) if state[before] == 1 => {
                        let begin = way.iter().position(|w| w.0 == before).unwrap_or(0);
                        let around: Vec<String> = way[begin..].iter().map(|w| w.0.to_string()).collect();
                        let path = format!("steps[{}].and_", way[way.len() - 1].0);
                        self.fault(
                            path,
                            format!("prerequisites go round in a circle: {} → {before}", around.join(" → ")),
                        );
                        return;
                    }
                    Some(_) => {}
                }
            }
        }
    }
}
