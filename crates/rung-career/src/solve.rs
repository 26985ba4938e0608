//! Objectives one after another, each proved before the next.

use std::mem;

use crate::certificate::{self, Certificate, Phase};
use crate::construct::Improver;
use crate::engine::{Engine, Found};
use crate::limits::{Limits, Standing};
use crate::literal::{Lit, Literals, Var};
use crate::model::{self, Model};
use crate::problem::{Objective, Problem, Starts, Week};
use crate::proof::{Hint, Lemma, Log};

/// Orders tried for a first plan.
const FIRST_TRIALS: usize = 1_500;
/// Contradictions to learn from before a bound is left for a while: at first, and then.
const FIRST_LOOK: u64 = 30;
const PATIENCE: u64 = 250;
/// Orders tried for each contradiction that the search may take, and 40 steps, as long as that helps.
const TRIALS: usize = 16;
/// Contradictions for which the weeks are filled once, as long as that helps: for an arrival, and for a cost.
const FILLING_FOR_NUMBERS: u64 = 8;
const FILLING_FOR_SUMS: u64 = 50;

/// A plan that keeps every demand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// When each step starts; none for a step that is not taken.
    pub starts: Starts,
    /// The objectives, most important first. What follows one that is not proven was not tried.
    pub objectives: Vec<Standing>,
    /// The proof of every bound, for `rung-certificate`.
    pub certificate: Certificate,
    /// Contradictions that were learned from.
    pub conflicts: u64,
}

impl Plan {
    /// Are all objectives proven?
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.objectives.iter().all(|standing| standing.proven)
    }
}

/// What solving ended with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// A plan.
    Plan(Box<Plan>),
    /// There is none, and this proves it.
    Impossible(Box<Certificate>),
    /// Stopped before anything was known.
    Unknown,
}

/// The best plan so far, while the search goes on.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    /// The objective that is being proved.
    pub objective: Objective,
    /// The best plan found, if any.
    pub best: Option<&'a Starts>,
    /// The objective's value in it.
    pub value: Option<i64>,
    /// No plan has less.
    pub bound: i64,
}

/// Finds the plan that is best in the problem's objectives, one after the other, or the proof that there is no plan. The
/// problem is one that [`Problem::validate`] accepts.
#[must_use]
pub fn solve(problem: &Problem, limits: &Limits) -> Answer {
    solve_from(problem, None, limits, &mut |_| {})
}

/// As [`solve`], beginning with a plan that may already be at hand, and telling of every better plan and bound.
///
/// `known` need not be a plan: it is held against the problem first.
pub fn solve_from(
    problem: &Problem,
    known: Option<&Starts>,
    limits: &Limits,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Answer {
    let (model, literals) = model::build(problem);
    let best = known.filter(|plan| problem.broken_demand(plan).is_none()).cloned();
    let mut improver = Improver::new(problem, known);
    let best = best.or_else(|| {
        improver.improve(FIRST_TRIALS, limits);
        improver.plan().cloned()
    });
    let mut run = Run {
        problem,
        model: &model,
        literals: &literals,
        limits,
        progress,
        best,
        improver,
        trials: TRIALS,
        near: known.cloned(),
        axioms: Vec::new(),
        sums: model.totals.iter().map(|total| total.limit).collect(),
        log: Log::default(),
        carried: Vec::new(),
        phases: Vec::new(),
        standings: Vec::new(),
        conflicts: 0,
    };
    run.all()
}

struct Run<'a, 'p> {
    problem: &'a Problem,
    model: &'a Model,
    literals: &'a Literals,
    limits: &'a Limits<'a>,
    progress: &'a mut (dyn FnMut(Progress<'_>) + 'p),
    best: Option<Starts>,
    improver: Improver<'a>,
    /// Orders to try for each contradiction that the search may take, and 40 steps.
    trials: usize,
    /// A plan, or what was one before a change: the search stays near it.
    near: Option<Starts>,
    /// The objectives that are proven, as bounds.
    axioms: Vec<Lit>,
    /// The same for sums.
    sums: Vec<i64>,
    log: Log,
    carried: Vec<(Vec<Lit>, u32)>,
    phases: Vec<Phase>,
    standings: Vec<Standing>,
    conflicts: u64,
}

/// What is known of one objective.
enum Outcome {
    Known {
        value: i64,
        bound: i64,
        last: Option<u32>,
    },
    /// There is no plan.
    Impossible,
    /// Stopped before there was a plan.
    Unknown,
}

impl<'a> Run<'a, '_> {
    fn all(&mut self) -> Answer {
        let objectives = self.problem.objectives.clone();
        if objectives.is_empty() {
            return self.any_plan();
        }
        for (place, objective) in objectives.into_iter().enumerate() {
            let from = self.log.len();
            self.trials = TRIALS;
            if let Some(plan) = &self.best {
                self.improver.aim(place, plan);
            }
            let mut engine = self.engine();
            let outcome = match self.number_of(objective) {
                Some(var) => self.least_number(&mut engine, objective, var),
                None => self.least_sum(&mut engine, objective),
            };
            self.conflicts += engine.conflicts;
            self.log = mem::take(&mut engine.log);
            match outcome {
                Outcome::Impossible => return self.impossible(from),
                Outcome::Unknown => return Answer::Unknown,
                Outcome::Known { value, bound, last } => {
                    let to = self.log.len();
                    self.phases.push(Phase { objective: Some(objective), bound, from, to, last });
                    let proven = value == bound;
                    self.standings.push(Standing { name: objective.name(), value, bound, proven });
                    if !proven {
                        break;
                    }
                    self.fix(objective, value);
                }
            }
        }
        self.answer()
    }

    fn number_of(&self, objective: Objective) -> Option<Var> {
        match objective {
            Objective::Finish => self.model.finish,
            Objective::Lead => self.model.lead,
            Objective::Peak => self.model.peak,
            Objective::Cost | Objective::Hours | Objective::Moved => None,
        }
    }

    fn sum_of(&self, objective: Objective) -> usize {
        self.model.totals.iter().position(|total| total.objective == objective).unwrap_or(0)
    }

    /// From now on the objective is no worse than this.
    fn fix(&mut self, objective: Objective, value: i64) {
        match self.number_of(objective) {
            Some(var) => self.axioms.push(self.literals.le(var, value as i32)),
            None => {
                let sum = self.sum_of(objective);
                self.sums[sum] = value;
            }
        }
    }

    fn any_plan(&mut self) -> Answer {
        if self.best.is_none() {
            let mut engine = self.engine();
            let found = self.search(&mut engine, &[], self.limits.conflicts);
            self.conflicts += engine.conflicts;
            self.log = mem::take(&mut engine.log);
            match found {
                Found::Plan => {}
                Found::Nothing => return self.impossible(0),
                Found::Stopped => return Answer::Unknown,
            }
        }
        self.answer()
    }

    fn answer(&mut self) -> Answer {
        let Some(starts) = self.best.clone() else { return Answer::Unknown };
        let certificate =
            certificate::write(self.model, self.literals, &self.log, &self.phases, Some(&starts));
        Answer::Plan(Box::new(Plan {
            starts,
            objectives: mem::take(&mut self.standings),
            certificate,
            conflicts: self.conflicts,
        }))
    }

    /// The log ends with the contradiction.
    fn impossible(&mut self, from: usize) -> Answer {
        let to = self.log.len();
        let phase = Phase { objective: None, bound: 0, from, to, last: Some(to as u32 - 1) };
        let certificate = certificate::write(self.model, self.literals, &self.log, &[phase], None);
        Answer::Impossible(Box::new(certificate))
    }

    // ---- the engine ------------------------------------------------------------------------------------------

    fn engine(&mut self) -> Engine<'a> {
        let mut engine = Engine::new(self.model, self.literals);
        engine.limits = self.sums.clone();
        engine.log = mem::take(&mut self.log);
        engine.target = self.best.as_ref().or(self.near.as_ref()).map(|plan| self.target(plan));
        engine.begin(&self.axioms, &self.carried);
        engine
    }

    /// A plan as values of the numbers; what is not a step is wanted small.
    fn target(&self, plan: &Starts) -> Vec<i32> {
        let mut target = self.literals.least.clone();
        for (task, start) in self.model.tasks.iter().zip(plan) {
            target[task.var] = start.map_or(task.absent(), |week| (week as i32).min(task.absent()));
        }
        target
    }

    /// Searches, and keeps the plan that is found.
    fn search(&mut self, engine: &mut Engine<'a>, assume: &[Lit], most: u64) -> Found {
        let found = engine.search(assume, most, self.limits.should_stop);
        if found == Found::Plan {
            let starts: Starts = self
                .model
                .tasks
                .iter()
                .map(|task| {
                    Some(engine.lo[task.var]).filter(|&start| start <= task.last).map(|start| start as Week)
                })
                .collect();
            debug_assert_eq!(self.problem.broken_demand(&starts), None);
            engine.target = Some(engine.lo.clone());
            self.improver.learn(&starts);
            self.best = Some(starts);
        }
        // What holds without any decision is all that may be read from here on.
        engine.back_to(0);
        found
    }

    /// Tries orders near the best plan, and to fill the weeks down to the bound, as often as goes with so many contradictions.
    fn improve(&mut self, engine: &mut Engine<'a>, bound: i64, patience: u64, filling: u64) {
        let (patience, steps) = (patience as usize, self.problem.steps.len());
        // The more steps, the more likely is it a matter of patience that weeks get full.
        let tries = patience * self.trials.max((steps / 4).min(TRIALS)) / (TRIALS * filling as usize);
        let better = self.best.is_some()
            && (self.improver.fill(bound, tries, self.limits)
                || self.improver.improve(patience * self.trials * steps / 40, self.limits));
        if !better {
            self.trials = (self.trials / 2).max(self.problem.steps.len() / 40).max(1);
            return;
        }
        self.trials = TRIALS;
        self.best = self.improver.plan().cloned();
        engine.target = self.best.as_ref().map(|plan| self.target(plan));
    }

    fn value(&self, objective: Objective) -> Option<i64> {
        self.best.as_ref().map(|plan| self.problem.value(objective, plan))
    }

    fn tell(&mut self, objective: Objective, bound: i64) {
        let value = self.value(objective);
        (self.progress)(Progress { objective, best: self.best.as_ref(), value, bound });
    }

    fn stops(&self, engine: &Engine<'a>) -> bool {
        engine.conflicts >= self.limits.conflicts || (self.limits.should_stop)()
    }

    // ---- one objective ---------------------------------------------------------------------------------------

    /// The least of a number: a bound from below is tried and refuted again and again, and in between a better plan
    /// is looked for.
    fn least_number(&mut self, engine: &mut Engine<'a>, objective: Objective, var: Var) -> Outcome {
        let mut patience = FIRST_LOOK;
        let mut step = 1;
        if self.best.is_none() && self.search(engine, &[], patience) == Found::Nothing {
            return Outcome::Impossible;
        }
        loop {
            let bound = i64::from(engine.lo[var]);
            self.tell(objective, bound);
            let value = self.value(objective);
            if value.is_some_and(|value| value <= bound) || self.stops(engine) {
                break;
            }
            let least = self.literals.le(var, engine.lo[var]);
            match self.search(engine, &[least], patience) {
                Found::Nothing if engine.is_dead => return Outcome::Impossible,
                Found::Stopped if !self.stops(engine) => {}
                _ => continue,
            }
            patience = (patience + patience / 4).max(PATIENCE);
            self.improve(engine, bound, patience, FILLING_FOR_NUMBERS);
            let value = self.value(objective);
            let aim: Vec<Lit> =
                value.map(|v| self.literals.le(var, (v - step).max(bound) as i32)).into_iter().collect();
            match self.search(engine, &aim, patience) {
                Found::Nothing if engine.is_dead => return Outcome::Impossible,
                Found::Plan => step = (step * 2).min((self.value(objective).unwrap_or(0) - bound) / 2).max(1),
                _ => step = (step / 2).max(1),
            }
        }
        let bound = i64::from(engine.lo[var]);
        let Some(value) = self.value(objective) else { return Outcome::Unknown };
        let last = engine.lemma_of_least(var);
        self.carried = engine.learned_clauses();
        // A plan may have been found with a number that is not as small as it could be.
        Outcome::Known { value, bound: bound.min(value), last }
    }

    /// The least of a sum: every plan found is the limit for the next, until there is none. In between, a much smaller
    /// limit is refuted, which lifts the bound.
    fn least_sum(&mut self, engine: &mut Engine<'a>, objective: Objective) -> Outcome {
        let sum = self.sum_of(objective);
        if self.best.is_none() {
            match self.search(engine, &[], self.limits.conflicts) {
                Found::Nothing => return Outcome::Impossible,
                Found::Stopped => return Outcome::Unknown,
                Found::Plan => {}
            }
        }
        let mut low = match self.search(engine, &[], 0) {
            Found::Nothing => return Outcome::Impossible,
            _ => Low::at_root(engine, sum),
        };
        let mut patience = 1_000;
        loop {
            self.tell(objective, low.bound);
            let Some(value) = self.value(objective) else { return Outcome::Unknown };
            if value <= low.bound {
                return Outcome::Known { value, bound: low.bound, last: Some(low.last) };
            }
            engine.limits[sum] = value - 1;
            engine.enqueue_totals();
            match self.search(engine, &[], patience) {
                Found::Plan => continue,
                Found::Nothing => {
                    let last = Some(engine.log.len() as u32 - 1);
                    return Outcome::Known { value, bound: value, last };
                }
                Found::Stopped => {}
            }
            if self.stops(engine) {
                return Outcome::Known { value, bound: low.bound, last: Some(low.last) };
            }
            self.lift(engine, sum, value, &mut low, patience / 3);
            self.improve(engine, low.bound, patience, FILLING_FOR_SUMS);
            patience += patience / 4;
        }
    }

    /// Tries to refute that the sum is in the lower part of what is still open.
    fn lift(&mut self, engine: &mut Engine<'a>, sum: usize, value: i64, low: &mut Low<'a>, patience: u64) {
        let limit = match &low.probe {
            Some((limit, _)) => low.bound + (limit - low.bound) / 2,
            None => low.bound + (value - 1 - low.bound) / 2,
        };
        self.log = mem::take(&mut engine.log);
        let mut probe = match low.probe.take() {
            // A tighter limit leaves true what was learned under a wider one.
            Some((wider, mut probe)) if wider >= limit => {
                probe.log = mem::take(&mut self.log);
                probe
            }
            _ => self.engine(),
        };
        probe.limits[sum] = limit;
        probe.enqueue_totals();
        let before = probe.conflicts;
        let found = self.search(&mut probe, &[], patience);
        self.conflicts += probe.conflicts - before;
        engine.log = mem::take(&mut probe.log);
        match found {
            Found::Nothing => {
                low.bound = limit + 1;
                low.last = engine.log.len() as u32 - 1;
            }
            Found::Plan => engine.target = probe.target,
            Found::Stopped => low.probe = Some((limit, probe)),
        }
    }
}

/// What is known of a sum from below, and the attempt to know more.
struct Low<'a> {
    bound: i64,
    /// The lemma that proves the bound.
    last: u32,
    /// A limit that is neither refuted nor reached, and how far that has come.
    probe: Option<(i64, Engine<'a>)>,
}

impl Low<'_> {
    /// What holds without any decision.
    fn at_root(engine: &mut Engine<'_>, sum: usize) -> Self {
        let units = engine.facts_known();
        let hints = vec![Hint::Total(sum as u32)];
        let last = engine.log.push(Lemma { clause: Vec::new(), hints, units });
        Low { bound: engine.least_total(sum), last, probe: None }
    }
}
