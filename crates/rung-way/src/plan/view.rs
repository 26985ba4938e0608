//! A solution as people see it.

use super::{
    AimDraft, Blocked, Draft, Outcome, Solved, WayResult,
    draft::{applications, can_be_met},
    is_accepted,
    tidy::{Tidy, User, tidy},
    time::hours as hours_of,
    wish_of,
};
use crate::{
    figure::{Basis, Figure},
    goals::{Aim, Wish, Wishes},
    remedy::{Need, Never, Node, Reason, Supposed},
    steps::{Deed, Step, StepKey},
};
use jiff::{ToSpan, civil::Date};
use rung_career::{Plan, Starts, Week};
use rung_record::{Hours, Usd};
use serde::{Deserialize, Serialize};

/// A plan for people: dated, costed, with what it stands on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WayPlan {
    /// The day on which it begins.
    pub on: Date,
    /// The last day that was looked at.
    pub through: Date,
    /// What was wished.
    pub wishes: Wishes,
    /// The aims, and when each is reached.
    pub aims: Vec<AimReached>,
    /// The steps, first things first.
    pub steps: Vec<PlannedStep>,
    /// The day on which the last aim is reached; none when all are reached already.
    pub arrival: Option<Date>,
    /// What all steps cost.
    pub cost: Usd,
    /// As much of it as is an assumption.
    pub cost_assumed: Usd,
    /// Hours of own time in all steps.
    pub hours: Hours,
    /// As many of them as are an assumption.
    pub hours_assumed: Hours,
    /// What was made small, most important first.
    pub objectives: Vec<ObjectiveValue>,
    /// Whether all of it is proven, and the independent checker accepts the proof.
    pub proven: bool,
    /// Hours week by week.
    pub weeks: Vec<WeekLoad>,
    /// What is paid, by day.
    pub money: Vec<Payment>,
    /// Every figure that nobody told, each once.
    pub assumptions: Vec<Assumption>,
    /// What the plan supposes.
    pub supposes: Vec<Supposed>,
    /// Ways that are closed, and why.
    pub closed: Vec<Closed>,
}

/// An aim, and when it is reached.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AimReached {
    /// The aim.
    pub aim: Aim,
    /// As the catalogue calls it.
    pub name: String,
    /// When; none when it is reached already.
    pub reached: Option<Date>,
}

/// A step with its days.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlannedStep {
    /// The step.
    pub step: Step,
    /// Its first day.
    pub begins: Date,
    /// Its last day.
    pub ends: Date,
    /// How many weeks it runs.
    pub weeks: u32,
    /// Hours a week while it runs.
    pub hours_per_week: Hours,
    /// What it is for.
    pub purposes: Vec<Purpose>,
    /// For so many weeks more it could wait, all else staying where it is.
    pub slack_weeks: u32,
    /// Whether the arrival hangs on it: were it a week later, the arrival would be.
    pub critical: bool,
    /// What keeps it from beginning a week earlier.
    pub held_by: HeldBy,
    /// An exam: the last day on which it may be sat, by the application before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorized_until: Option<Date>,
}

/// What a step is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Purpose {
    /// The step that needs it; none where it is an aim by itself, or due in any case.
    pub step: Option<StepKey>,
    /// The aim that needs it.
    pub aim: Option<usize>,
    /// The condition that it helps to meet.
    pub reason: Option<Reason>,
}

/// What keeps a step from beginning a week earlier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum HeldBy {
    /// The plan begins here.
    Start,
    /// These steps must be done first.
    Steps {
        /// Which.
        steps: Vec<StepKey>,
    },
    /// These steps take the hours of the week before.
    Hours {
        /// Which.
        steps: Vec<StepKey>,
    },
    /// A date before which it cannot begin, or a stretch in which it may not run.
    Date,
    /// Nothing: it could begin earlier, and an objective would get worse or no better.
    Nothing,
}

/// What an objective comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ObjectiveValue {
    /// Which; none for the steps moved after a change.
    pub wish: Option<Wish>,
    /// Weeks, cents or half-hours, as the solver counts.
    pub value: i64,
    /// No plan has less.
    pub bound: i64,
    /// Whether it is the least possible.
    pub proven: bool,
}

/// A week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekLoad {
    /// Its first day.
    pub from: Date,
    /// Hours given to steps.
    pub hours: Hours,
    /// Hours that there are.
    pub room: Hours,
}

/// Something to be paid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Payment {
    /// When: the first day of its step.
    pub on: Date,
    /// For what.
    pub what: String,
    /// How much.
    pub usd: Figure<Usd>,
    /// With which step.
    pub step: StepKey,
    /// All that is paid up to and with this.
    pub total: Usd,
}

/// A figure that nobody told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assumption {
    /// Under which key it is changed.
    pub key: String,
    /// What it is.
    pub what: String,
    /// Why this much.
    pub why: String,
    /// Hours.
    pub hours: Option<Hours>,
    /// Weeks.
    pub weeks: Option<u32>,
    /// Dollars.
    pub usd: Option<Usd>,
}

/// A way that is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// What asks for it, when something does.
    pub reason: Option<Reason>,
    /// Why no step helps.
    pub never: Never,
}

/// The outcome of a solved draft.
pub fn outcome(draft: Draft, solved: Plan) -> Outcome {
    let plan = view(&draft, &solved);
    let starts = plan.1;
    let solved = Solved { plan: plan.0, starts, certificate: solved.certificate };
    Outcome { draft, result: WayResult::Plan(Box::new(solved)) }
}

/// The plan for people, and the tidied starts.
pub fn view(draft: &Draft, solved: &Plan) -> (WayPlan, Starts) {
    let tidied = tidy(draft, &solved.starts);
    let proven = solved.is_proven() && is_accepted(&draft.numbers, &solved.certificate);
    let objectives = solved.objectives.iter().zip(&draft.numbers.problem.objectives);
    let objectives = objectives
        .map(|(standing, objective)| ObjectiveValue {
            wish: wish_of(*objective),
            value: draft.numbers.problem.value(*objective, &tidied.starts),
            bound: standing.bound,
            proven: standing.proven,
        })
        .collect();
    let plan = View { draft, tidied: &tidied }.plan(objectives, proven);
    (plan, tidied.starts)
}

struct View<'d> {
    draft: &'d Draft,
    tidied: &'d Tidy,
}

impl View<'_> {
    fn plan(&self, objectives: Vec<ObjectiveValue>, proven: bool) -> WayPlan {
        let steps = self.steps();
        let aims = self.aims();
        let money = money(&steps);
        let sum = |counts: &dyn Fn(&Payment) -> bool| -> Usd {
            money.iter().filter(|own| counts(own)).map(|own| own.usd.value).sum()
        };
        let hours = |counts: &dyn Fn(&PlannedStep) -> bool| -> Hours {
            steps.iter().filter(|own| counts(own)).map(|own| own.step.hours.value).sum()
        };
        WayPlan {
            on: self.draft.on,
            through: self.draft.through(),
            wishes: self.draft.wishes.clone(),
            arrival: aims.iter().filter_map(|aim| aim.reached).max(),
            cost: sum(&|_| true),
            cost_assumed: sum(&|own| own.usd.is_assumed()),
            hours: hours(&|_| true),
            hours_assumed: hours(&|own| own.step.hours.is_assumed()),
            objectives,
            proven,
            weeks: self.weeks(),
            assumptions: assumptions(&steps, &self.draft.usual),
            supposes: self.tidied.supposes.clone(),
            closed: closed(
                &self.draft.nodes,
                &self.tidied.uses.iter().map(|own| own.node).collect::<Vec<_>>(),
            ),
            aims,
            steps,
            money,
        }
    }

    fn aims(&self) -> Vec<AimReached> {
        let reached = |goal: &Option<usize>| {
            let problem = &self.draft.numbers.problem;
            super::draft::day_reached(self.draft.time(), problem, &self.tidied.starts, (*goal)?)
        };
        let aims = self.draft.aims.iter().zip(&self.draft.numbers.goals);
        aims.map(|(own, goal)| AimReached {
            aim: own.aim.clone(),
            name: own.name.clone(),
            reached: reached(goal),
        })
        .collect()
    }

    fn steps(&self) -> Vec<PlannedStep> {
        let critical = self.critical();
        let mut taken: Vec<(Week, usize, PlannedStep)> = Vec::new();
        for (step, place) in self.draft.numbers.places.iter().enumerate() {
            let (Some(node), Some(start)) = (place.node(), self.tidied.starts[step]) else { continue };
            taken.push((start, node, self.planned(step, node, start, critical.contains(&step))));
        }
        for own in &self.draft.numbers.beside {
            taken.push((own.start, own.node, self.beside(own)));
        }
        taken.sort_by_key(|own| (own.2.begins, own.2.step.is_moment(), own.2.ends, own.0, own.1));
        taken.into_iter().map(|(_, _, planned)| planned).collect()
    }

    fn beside(&self, own: &super::draft::Beside) -> PlannedStep {
        let time = self.draft.time();
        PlannedStep {
            step: self.draft.nodes[own.node].step.clone(),
            begins: time.first_day(own.start),
            ends: time.last_day(own.start + own.weeks),
            weeks: own.weeks,
            hours_per_week: hours_of(i64::from(own.half_hours)),
            purposes: Vec::new(),
            slack_weeks: 0,
            critical: false,
            held_by: HeldBy::Date,
            authorized_until: None,
        }
    }

    fn planned(&self, step: usize, node: usize, start: Week, critical: bool) -> PlannedStep {
        let own = &self.draft.numbers.problem.steps[step];
        let time = self.draft.time();
        let begins = time.first_day(start);
        let end = start + own.weeks;
        let ends = if end == 0 { time.on } else { time.last_day(end) };
        let begins = if own.weeks == 0 { ends } else { begins };
        PlannedStep {
            step: self.draft.nodes[node].step.clone(),
            begins,
            ends,
            weeks: own.weeks,
            hours_per_week: hours_of(i64::from(own.hours)),
            purposes: self.purposes(node),
            slack_weeks: self.slack(step, start),
            critical,
            held_by: self.held_by(step, start),
            authorized_until: self.authorized_until(node),
        }
    }

    /// The last day of an exam's authorization, which begins when its application is decided.
    fn authorized_until(&self, node: usize) -> Option<Date> {
        let days = self.draft.nodes[node].step.authorized_days?;
        let end = applications(&self.draft.nodes, node).into_iter().find_map(|apply| {
            let done = self.draft.numbers.done[apply]?;
            Some(self.tidied.starts[done]? + self.draft.numbers.problem.steps[done].weeks)
        })?;
        Some(self.draft.time().last_day(end).saturating_add(i64::from(days).days()))
    }

    fn purposes(&self, node: usize) -> Vec<Purpose> {
        let mut all: Vec<Purpose> = Vec::new();
        for used in self.tidied.uses.iter().filter(|used| used.node == node) {
            let purpose = match used.by {
                User::Itself => continue,
                User::Aim(aim) => Purpose { step: None, aim: Some(aim), reason: used.reason.clone() },
                User::Node(by) => Purpose {
                    step: Some(self.draft.nodes[by].step.key.clone()),
                    aim: None,
                    reason: used.reason.clone(),
                },
            };
            if !all.contains(&purpose) {
                all.push(purpose);
            }
        }
        all
    }

    /// Weeks for which it can wait with all else where it is, and no aim later.
    fn slack(&self, step: usize, start: Week) -> u32 {
        let problem = &self.draft.numbers.problem;
        let finish = problem.value(rung_career::Objective::Finish, &self.tidied.starts);
        let can_wait = |weeks: Week| {
            let mut later = self.tidied.starts.clone();
            later[step] = Some(start + weeks);
            if let Some(moment) = self.moment_of(step) {
                later[moment] = later[moment].map(|own| own.max(start + weeks + problem.steps[step].weeks));
            }
            problem.broken_demand(&later).is_none()
                && problem.value(rung_career::Objective::Finish, &later) <= finish
        };
        let most = problem.weeks.saturating_sub(start);
        (1..=most).take_while(|weeks| can_wait(*weeks)).last().unwrap_or(0)
    }

    /// The moment at which a step with several paces is done.
    fn moment_of(&self, step: usize) -> Option<usize> {
        let node = self.draft.numbers.places[step].node()?;
        self.draft.numbers.done[node].filter(|done| *done != step)
    }

    /// Steps on which the arrival hangs: from the last aim backwards along what holds each of them.
    fn critical(&self) -> Vec<usize> {
        let numbers = &self.draft.numbers;
        let end =
            |step: usize| self.tidied.starts[step].map(|start| start + numbers.problem.steps[step].weeks);
        let last = numbers.goals.iter().flatten().filter_map(|goal| end(*goal)).max();
        let mut open: Vec<usize> = numbers
            .goals
            .iter()
            .flatten()
            .copied()
            .filter(|goal| last.is_some() && end(*goal) == last)
            .collect();
        let mut seen = Vec::new();
        while let Some(step) = open.pop() {
            if seen.contains(&step) {
                continue;
            }
            seen.push(step);
            let Some(start) = self.tidied.starts[step] else { continue };
            open.extend(self.holders(step, start));
        }
        seen
    }

    /// Steps of the problem that keep this one from starting a week earlier.
    fn holders(&self, step: usize, start: Week) -> Vec<usize> {
        let before = self.prerequisites_at(step, start);
        if !before.is_empty() || start == 0 {
            return before;
        }
        if self.draft.numbers.problem.steps[step].from >= start {
            return Vec::new();
        }
        self.takers_of_hours(step, start)
    }

    /// Prerequisites that end just when it starts.
    fn prerequisites_at(&self, step: usize, start: Week) -> Vec<usize> {
        let problem = &self.draft.numbers.problem;
        let own = &problem.steps[step];
        let end = |other: usize| self.tidied.starts[other].map(|start| start + problem.steps[other].weeks);
        let mut holding: Vec<usize> =
            own.after.iter().copied().filter(|other| end(*other) == Some(start)).collect();
        for list in &own.one_of {
            let first = list.iter().filter_map(|other| Some((end(*other)?, *other))).min();
            holding.extend(first.filter(|(week, _)| *week == start).map(|(_, other)| other));
        }
        holding
    }

    /// Steps that run in the week before and leave too few hours.
    fn takers_of_hours(&self, step: usize, start: Week) -> Vec<usize> {
        let problem = &self.draft.numbers.problem;
        let own = &problem.steps[step];
        let (first, load) = (start - 1, problem.hours_by_week(&self.tidied.starts));
        let full = (first..first + own.weeks.max(1)).find(|week| {
            let is_own = (start..start + own.weeks).contains(week);
            let others = load.get(*week as usize).copied().unwrap_or(0)
                - if is_own { i64::from(own.hours) } else { 0 };
            others + i64::from(own.hours) > i64::from(problem.capacity.in_week(*week))
        });
        let Some(week) = full else { return Vec::new() };
        let runs = |other: &usize| {
            self.tidied.starts[*other].is_some_and(|begun| {
                begun <= week && week < begun + problem.steps[*other].weeks && problem.steps[*other].hours > 0
            })
        };
        (0..problem.steps.len()).filter(|other| *other != step).filter(runs).collect()
    }

    fn held_by(&self, step: usize, start: Week) -> HeldBy {
        if start == 0 {
            return HeldBy::Start;
        }
        let keys = |steps: Vec<usize>| self.keys(&steps);
        let before = self.prerequisites_at(step, start);
        if !before.is_empty() {
            return HeldBy::Steps { steps: keys(before) };
        }
        let own = &self.draft.numbers.problem.steps[step];
        let in_hold_off =
            own.hold_offs.iter().any(|(from, to)| *from < start - 1 + own.weeks && start - 1 < *to);
        if own.from >= start || in_hold_off {
            return HeldBy::Date;
        }
        let takers = self.takers_of_hours(step, start);
        if takers.is_empty() { HeldBy::Nothing } else { HeldBy::Hours { steps: keys(takers) } }
    }

    /// The keys of the nodes behind steps of the problem; moments are looked through.
    fn keys(&self, steps: &[usize]) -> Vec<StepKey> {
        let mut keys: Vec<StepKey> = Vec::new();
        let mut open: Vec<usize> = steps.to_vec();
        let mut seen: Vec<usize> = Vec::new();
        while let Some(step) = open.pop() {
            if seen.contains(&step) {
                continue;
            }
            seen.push(step);
            match self.draft.numbers.places[step].node() {
                Some(node) => keys.push(self.draft.nodes[node].step.key.clone()),
                None => {
                    let start = self.tidied.starts[step].unwrap_or(0);
                    open.extend(self.prerequisites_at(step, start));
                }
            }
        }
        keys.sort();
        keys.dedup();
        keys
    }

    fn weeks(&self) -> Vec<WeekLoad> {
        let problem = &self.draft.numbers.problem;
        let load = problem.hours_by_week(&self.tidied.starts);
        let taken = self.tidied.starts.iter().zip(&problem.steps);
        let last = taken.filter_map(|(start, step)| Some((*start)? + step.weeks)).max().unwrap_or(0);
        let beside = |week: Week| -> i64 {
            let runs = self
                .draft
                .numbers
                .beside
                .iter()
                .filter(|own| own.start <= week && week < own.start + own.weeks);
            runs.map(|own| i64::from(own.half_hours)).sum()
        };
        (0..last)
            .map(|week| WeekLoad {
                from: self.draft.time().first_day(week),
                hours: hours_of(load.get(week as usize).copied().unwrap_or(0) + beside(week)),
                room: hours_of(i64::from(problem.capacity.in_week(week)) + beside(week)),
            })
            .collect()
    }
}

fn money(steps: &[PlannedStep]) -> Vec<Payment> {
    let mut total = Usd::ZERO;
    let mut money = Vec::new();
    for planned in steps {
        for price in &planned.step.prices {
            total = total + price.usd.value;
            money.push(Payment {
                on: planned.begins,
                what: price.what.clone(),
                usd: price.usd.clone(),
                step: planned.step.key.clone(),
                total,
            });
        }
    }
    money
}

/// Every figure that nobody told, each once, by key.
fn assumptions(steps: &[PlannedStep], usual: &Figure<Hours>) -> Vec<Assumption> {
    let mut all: Vec<Assumption> = Vec::new();
    let mut add = |basis: &Basis, hours: Option<Hours>, weeks: Option<u32>, usd: Option<Usd>| {
        let Basis::Assumed { key, what, why } = basis else { return };
        if hours.is_none_or(Hours::is_zero)
            && weeks.is_none_or(|weeks| weeks == 0)
            && usd.is_none_or(|usd| usd == Usd::ZERO)
        {
            return;
        }
        if let Some(known) = all.iter_mut().find(|own| own.key == *key) {
            known.hours = known.hours.or(hours);
            known.weeks = known.weeks.or(weeks);
            known.usd = known.usd.or(usd);
        } else {
            let (key, what, why) = (key.clone(), what.clone(), why.clone());
            all.push(Assumption { key, what, why, hours, weeks, usd });
        }
    };
    add(&usual.basis, Some(usual.value), None, None);
    for planned in steps {
        let step = &planned.step;
        add(&step.hours.basis, Some(step.hours.value), None, None);
        add(&step.weeks.basis, None, Some(step.weeks.value), None);
        for price in &step.prices {
            // An hour's price is told as such, not multiplied.
            let learns = matches!(step.deed, Deed::Learn { .. });
            add(&price.usd.basis, None, None, (!learns).then_some(price.usd.value));
        }
    }
    all.sort_by(|a, b| a.key.cmp(&b.key));
    all
}

/// What no step helps with, among the ways of the used nodes.
fn closed(nodes: &[Node], used: &[usize]) -> Vec<Closed> {
    let mut all: Vec<Closed> = Vec::new();
    for (n, node) in nodes.iter().enumerate() {
        if used.contains(&n) {
            gather_closed(&node.needs, None, &mut all);
        }
    }
    all
}

fn gather_closed(need: &Need, reason: Option<&Reason>, into: &mut Vec<Closed>) {
    match need {
        Need::Never(never) => {
            let closed = Closed { reason: reason.cloned(), never: never.clone() };
            if !into.contains(&closed) && *never != Never::Nowhere {
                into.push(closed);
            }
        }
        Need::For { reason, need } => gather_closed(need, Some(reason), into),
        Need::All(parts) | Need::Any(parts) | Need::Some { of: parts, .. } => {
            parts.iter().for_each(|part| gather_closed(part, reason, into));
        }
        Need::Nothing | Need::Step(_) | Need::Suppose(_) => {}
    }
}

/// Why an aim cannot be reached: what no step helps with, however deep, or names that ask for each other.
pub fn blocked(nodes: &[Node], can: &[bool], aim: usize, draft: &AimDraft) -> Blocked {
    let mut because = Vec::new();
    let mut open = vec![(&draft.need, None::<&Reason>)];
    let mut seen: Vec<usize> = Vec::new();
    while let Some((need, reason)) = open.pop() {
        match need {
            Need::Step(n) if !can[*n] && !seen.contains(n) => {
                seen.push(*n);
                open.push((&nodes[*n].needs, None));
            }
            Need::For { reason, need } if !can_be_met(need, can) => open.push((need, Some(reason))),
            Need::All(parts) | Need::Any(parts) | Need::Some { of: parts, .. } => {
                open.extend(parts.iter().filter(|part| !can_be_met(part, can)).map(|part| (part, reason)));
            }
            Need::Never(never) => {
                let closed = Closed { reason: reason.cloned(), never: never.clone() };
                if !because.contains(&closed) {
                    because.push(closed);
                }
            }
            _ => {}
        }
    }
    let circle = if because.is_empty() { circle(nodes, can, &draft.need) } else { Vec::new() };
    Blocked { aim, name: draft.name.clone(), because, circle }
}

/// Names around the circle that a need runs into.
fn circle(nodes: &[Node], can: &[bool], need: &Need) -> Vec<String> {
    let next = |need: &Need| need.steps().into_iter().find(|n| !can[*n]);
    let mut way: Vec<usize> = Vec::new();
    let mut at = next(need);
    while let Some(n) = at {
        if let Some(begin) = way.iter().position(|own| *own == n) {
            let mut names: Vec<String> = Vec::new();
            for own in way[begin..].iter().chain([&n]) {
                let name = &nodes[*own].step.name;
                if names.last() != Some(name) {
                    names.push(name.clone());
                }
            }
            return names;
        }
        way.push(n);
        at = next(&nodes[n].needs);
    }
    Vec::new()
}
