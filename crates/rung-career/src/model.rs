//! The problem as numbers between bounds and rules over them.
//!
//! Each step has one number, its start. The value after the last possible start, [`Task::absent`], says that the step
//! is not taken, so "taken" is a bound like any other and needs no number of its own.

use crate::literal::{Lit, Literals, Var};
use crate::problem::{Objective, Problem};

/// A step.
pub(crate) struct Task {
    pub(crate) var: Var,
    pub(crate) weeks: i32,
    /// What it takes of each resource; the hours are the first.
    pub(crate) uses: Vec<i64>,
    /// The last week in which it could start.
    pub(crate) last: i32,
    pub(crate) taken: Lit,
    pub(crate) is_goal: bool,
    /// The list whose least number the energy arguments count this step under.
    pub(crate) group: Option<usize>,
}

impl Task {
    pub(crate) fn absent(&self) -> i32 {
        self.last + 1
    }
}

/// A condition that has to be kept.
pub(crate) enum Rule {
    /// `step` starts at least `gap` weeks after the start of `before`.
    After { step: usize, before: usize, gap: i32 },
    /// If both are taken, `step` starts at most `gap` weeks after the start of `before`.
    Within { step: usize, before: usize, gap: i32 },
    /// One of these, at least, is finished before the step starts.
    OneOf { step: usize, list: usize, of: Vec<usize> },
    /// How many of these are taken.
    Choose { list: usize, of: Vec<usize>, least: usize, most: usize },
    /// The arrival is not before the finish of this step.
    Finish { step: usize },
    /// The first start is not after the start of this step.
    Lead { step: usize },
    /// The sum of weights is within its limit.
    Total { total: usize },
    /// A resource suffices in every stretch of weeks.
    Energy { resource: usize },
    /// Not too many hours in a load's weeks.
    LoadMost { load: usize },
    /// Not too few hours in a load's weeks.
    LoadLeast { load: usize },
}

/// The weights of what is true, summed.
pub(crate) struct Total {
    pub(crate) objective: Objective,
    /// For each step: what is true, and its weight.
    pub(crate) terms: Vec<(Lit, i64)>,
    /// Are the terms the steps taken? Then the least numbers of the lists help.
    pub(crate) by_step: bool,
    pub(crate) limit: i64,
}

/// Hours between two weeks.
pub(crate) struct Window {
    pub(crate) from: i32,
    pub(crate) to: i32,
    pub(crate) least: i64,
    pub(crate) most: Option<i64>,
}

/// A clause that the problem itself gives.
pub(crate) enum Given {
    /// A hold-off of a step.
    HoldOff(usize, usize),
    /// Starting earlier, or later, than agreed is a move.
    Moved(usize, bool),
}

pub(crate) struct Model {
    pub(crate) weeks: i32,
    pub(crate) tasks: Vec<Task>,
    /// What there is of each resource in each week.
    pub(crate) capacity: Vec<Vec<i64>>,
    pub(crate) groups: Vec<(Vec<usize>, usize)>,
    pub(crate) windows: Vec<Window>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) totals: Vec<Total>,
    pub(crate) given: Vec<(Given, Vec<Lit>)>,
    /// Arrival, weeks from the first start, fullest week: where they matter.
    pub(crate) finish: Option<Var>,
    pub(crate) lead: Option<Var>,
    pub(crate) peak: Option<Var>,
    /// For each step: was it moved?
    pub(crate) moved: Vec<Var>,
    /// What is true from the beginning.
    pub(crate) facts: Vec<Lit>,
}

/// Builds the model, and the table of its literals.
pub(crate) fn build(problem: &Problem) -> (Model, Literals) {
    let (mut model, literals) = numbers_and_rules(problem);
    add_hold_offs(problem, &mut model, &literals);
    (model, literals)
}

fn numbers_and_rules(problem: &Problem) -> (Model, Literals) {
    let mut literals = Literals::new();
    let weeks = problem.weeks as i32;
    let lists = problem.all_lists();
    let mut model = Model {
        weeks,
        tasks: tasks(problem, &mut literals),
        capacity: capacity(problem),
        groups: lists.iter().map(|list| (list.of.clone(), list.at_least as usize)).collect(),
        windows: windows(problem),
        rules: Vec::new(),
        totals: Vec::new(),
        given: Vec::new(),
        finish: None,
        lead: None,
        peak: None,
        moved: Vec::new(),
        facts: Vec::new(),
    };
    for (g, (members, least)) in model.groups.iter().enumerate().filter(|(_, group)| group.1 > 0) {
        debug_assert!(*least > 0);
        for &member in members {
            model.tasks[member].group.get_or_insert(g);
        }
    }
    let wants = |objective| problem.objectives.contains(&objective);
    if wants(Objective::Finish) || problem.by.is_some() {
        let most = problem.by.unwrap_or(problem.weeks).min(problem.weeks) as i32;
        model.finish = Some(literals.add(0, most));
    }
    if wants(Objective::Lead) {
        model.lead = Some(literals.add(0, weeks));
    }
    if wants(Objective::Peak) {
        let most = model.capacity[0].iter().max().copied().unwrap_or(0);
        let sum: i64 = model.tasks.iter().map(|task| task.uses[0]).sum();
        model.peak = Some(literals.add(0, most.min(sum) as i32));
    }
    add_step_rules(problem, &mut model);
    for (list, l) in lists.iter().enumerate() {
        let most = l.at_most.map_or(l.of.len(), |most| (most as usize).min(l.of.len()));
        model.rules.push(Rule::Choose { list, of: l.of.clone(), least: l.at_least as usize, most });
    }
    add_totals(problem, &mut model, &mut literals);
    add_scarcity(&mut model);
    (model, literals)
}

fn tasks(problem: &Problem, literals: &mut Literals) -> Vec<Task> {
    let mut tasks = Vec::new();
    for (i, step) in problem.steps.iter().enumerate() {
        let end = step.deadline.map_or(problem.weeks, |deadline| deadline.min(problem.weeks)) as i32;
        let first = step.from as i32;
        // A step for which there is no time has the one value "not taken".
        let last = (end - step.weeks as i32).max(first - 1);
        let var = literals.add(first, last + 1);
        let mut uses = vec![i64::from(step.hours)];
        uses.extend((0..problem.resources.len()).map(|r| i64::from(step.uses.get(r).copied().unwrap_or(0))));
        let taken = literals.le(var, last);
        let is_goal = problem.is_goal(i);
        tasks.push(Task { var, weeks: step.weeks as i32, uses, last, taken, is_goal, group: None });
    }
    tasks
}

fn capacity(problem: &Problem) -> Vec<Vec<i64>> {
    let of = |capacity: &crate::problem::Capacity| -> Vec<i64> {
        (0..problem.weeks).map(|week| i64::from(capacity.in_week(week))).collect()
    };
    std::iter::once(of(&problem.capacity)).chain(problem.resources.iter().map(|r| of(&r.capacity))).collect()
}

fn windows(problem: &Problem) -> Vec<Window> {
    let window = |load: &crate::problem::Load| Window {
        from: load.from as i32,
        to: load.to as i32,
        least: i64::from(load.at_least),
        most: load.at_most.map(i64::from),
    };
    problem.loads.iter().map(window).collect()
}

fn add_step_rules(problem: &Problem, model: &mut Model) {
    for (i, step) in problem.steps.iter().enumerate() {
        if problem.must_take(i) {
            model.facts.push(model.tasks[i].taken);
        }
        for (before, wait) in step.prerequisites() {
            let gap = problem.steps[before].weeks as i32 + wait as i32;
            model.rules.push(Rule::After { step: i, before, gap });
        }
        for &(before, most) in &step.within {
            let gap = problem.steps[before].weeks as i32 + most as i32;
            model.rules.push(Rule::Within { step: i, before, gap });
        }
        for (list, of) in step.one_of.iter().enumerate() {
            model.rules.push(Rule::OneOf { step: i, list, of: of.clone() });
        }
        if model.finish.is_some() && model.tasks[i].is_goal {
            model.rules.push(Rule::Finish { step: i });
        }
        if model.lead.is_some() {
            model.rules.push(Rule::Lead { step: i });
        }
    }
}

fn add_totals(problem: &Problem, model: &mut Model, literals: &mut Literals) {
    let limits =
        [(Objective::Cost, problem.budget), (Objective::Hours, problem.most_hours), (Objective::Moved, None)];
    for (objective, limit) in limits {
        if limit.is_none() && !problem.objectives.contains(&objective) {
            continue;
        }
        let terms = match objective {
            Objective::Moved => moves(problem, model, literals),
            _ => {
                let weight = |i: usize| match objective {
                    Objective::Cost => i64::from(problem.steps[i].cost),
                    _ => i64::from(problem.steps[i].weeks) * i64::from(problem.steps[i].hours),
                };
                (0..model.tasks.len()).map(|i| (model.tasks[i].taken, weight(i))).collect()
            }
        };
        let limit = limit.map_or(i64::MAX / 4, i64::from);
        let by_step = objective != Objective::Moved;
        model.rules.push(Rule::Total { total: model.totals.len() });
        model.totals.push(Total { objective, terms, by_step, limit });
    }
}

/// One choice for each step: it was moved.
fn moves(problem: &Problem, model: &mut Model, literals: &mut Literals) -> Vec<(Lit, i64)> {
    let mut terms = Vec::new();
    for (i, agreed) in problem.agreed.iter().enumerate() {
        let var = literals.add(0, 1);
        model.moved.push(var);
        let moved = literals.ge(var, 1);
        let task = &model.tasks[i];
        let week = match agreed {
            Some(week) if (*week as i32) <= task.last => *week as i32,
            // It cannot start then: staying out is a move as well.
            Some(_) => task.absent() + 1,
            None => task.absent(),
        };
        model.given.push((Given::Moved(i, false), vec![literals.ge(task.var, week), moved]));
        model.given.push((Given::Moved(i, true), vec![literals.le(task.var, week), moved]));
        terms.push((moved, 1));
    }
    terms
}

fn add_scarcity(model: &mut Model) {
    for resource in 0..model.capacity.len() {
        model.rules.push(Rule::Energy { resource });
    }
    for (load, window) in model.windows.iter().enumerate() {
        if window.most.is_some() {
            model.rules.push(Rule::LoadMost { load });
        }
        if window.least > 0 {
            model.rules.push(Rule::LoadLeast { load });
        }
    }
}

/// The hold-offs as clauses: the step ends before, or starts after.
fn add_hold_offs(problem: &Problem, model: &mut Model, literals: &Literals) {
    for (i, step) in problem.steps.iter().enumerate().filter(|(_, step)| step.weeks > 0) {
        let task = &model.tasks[i];
        for (k, &(from, to)) in step.hold_offs.iter().enumerate().filter(|(_, h)| h.0 < h.1) {
            let before = literals.le(task.var, from as i32 - task.weeks);
            let after = literals.ge(task.var, (to as i32).min(task.absent()));
            model.given.push((Given::HoldOff(i, k), vec![before, after]));
        }
    }
}
