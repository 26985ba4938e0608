//! The search: bounds that are narrowed by rules, and clauses learned from every contradiction.
//!
//! This is lazy clause generation: each narrowing can be explained by bounds that held before; a contradiction is
//! traced back to a clause that forbids it for ever. The clause and the rules used on the way are logged, and that log is
//! the proof.

mod learn;
mod search;

use crate::literal::{Lit, Literals, Var};
use crate::model::{Given, Model, Rule};
use crate::proof::{Hint, Lemma, Log};

pub(crate) use search::Found;

/// Why a bound was narrowed.
#[derive(Clone, Copy)]
pub(crate) enum Reason {
    Decision,
    Clause(u32),
    /// `Rule::After`: explained when asked.
    After(u32),
    /// Explained at once: a stretch of `Engine::premises`.
    Premises(u32, u32, Hint),
}

#[derive(Clone, Copy)]
pub(crate) struct Event {
    pub(crate) var: u32,
    pub(crate) upper: bool,
    old: i32,
    new: i32,
    level: u32,
    previous: u32,
    reason: Reason,
}

struct Clause {
    lits: Vec<Lit>,
    /// Of how many levels the clause spoke when it was learned; 0 keeps it for ever.
    levels: u32,
    hint: Hint,
    dropped: bool,
}

#[derive(Clone, Copy)]
struct Watch {
    clause: u32,
    /// Another literal of the clause: if it is true, the clause need not be looked at.
    other: Lit,
}

const NONE: u32 = u32::MAX;

pub(crate) struct Engine<'m> {
    pub(crate) model: &'m Model,
    pub(crate) literals: &'m Literals,
    pub(crate) lo: Vec<i32>,
    pub(crate) hi: Vec<i32>,
    pub(crate) limits: Vec<i64>,
    trail: Vec<Event>,
    last_event: Vec<[u32; 2]>,
    levels: Vec<usize>,
    premises: Vec<Lit>,
    clauses: Vec<Clause>,
    watches: Vec<Vec<Watch>>,
    clauses_seen: usize,
    rules_seen: usize,
    rules_of: Vec<Vec<u32>>,
    queued: Vec<bool>,
    queues: [std::collections::VecDeque<u32>; 2],
    /// What holds, and contradicts itself.
    conflict: Vec<Lit>,
    conflict_hint: Hint,
    pub(crate) log: Log,
    unit_of_event: Vec<u32>,
    activity: Vec<u64>,
    bump: u64,
    heap: crate::heap::Heap,
    phase: Vec<bool>,
    /// The best plan's values: the search prefers to stay near it.
    pub(crate) target: Option<Vec<i32>>,
    pub(crate) conflicts: u64,
    restarts: u32,
    /// There is nothing to be found: the log ends with the proof.
    pub(crate) is_dead: bool,
    need: Vec<i32>,
    learned_alive: usize,
    pub(crate) worth: crate::energy::Worth,
    pub(crate) scratch: crate::energy::Scratch,
}

const NOT_NEEDED: i32 = i32::MIN;

impl<'m> Engine<'m> {
    pub(crate) fn new(model: &'m Model, literals: &'m Literals) -> Self {
        let vars = literals.least.len();
        let rows = literals.rows();
        let mut engine = Engine {
            model,
            literals,
            lo: literals.least.clone(),
            hi: literals.most.clone(),
            limits: model.totals.iter().map(|total| total.limit).collect(),
            trail: Vec::new(),
            last_event: vec![[NONE; 2]; vars],
            levels: Vec::new(),
            premises: Vec::new(),
            clauses: Vec::new(),
            watches: vec![Vec::new(); rows * 2],
            clauses_seen: 0,
            rules_seen: 0,
            rules_of: vec![Vec::new(); vars],
            queued: vec![false; model.rules.len()],
            queues: Default::default(),
            conflict: Vec::new(),
            conflict_hint: Hint::None,
            log: Log::default(),
            unit_of_event: Vec::new(),
            activity: vec![0; rows],
            bump: 1 << 20,
            heap: crate::heap::Heap::new(rows),
            phase: vec![false; rows],
            target: None,
            conflicts: 0,
            restarts: 0,
            is_dead: false,
            need: Vec::new(),
            learned_alive: 0,
            worth: crate::energy::Worth::default(),
            scratch: crate::energy::Scratch::default(),
        };
        engine.lo[0] = 1;
        for row in 1..rows {
            engine.heap.insert(row as u32, &engine.activity);
        }
        engine.wire();
        engine
    }

    /// Which rules to look at when a number changes.
    fn wire(&mut self) {
        let model = self.model;
        for (r, rule) in model.rules.iter().enumerate() {
            let mut vars: Vec<Var> = Vec::new();
            let of_step = |i: usize| model.tasks[i].var;
            match rule {
                Rule::After { step, before, .. } | Rule::Within { step, before, .. } => {
                    vars.extend([of_step(*step), of_step(*before)])
                }
                Rule::OneOf { step, of, .. } => {
                    vars.push(of_step(*step));
                    vars.extend(of.iter().map(|&i| of_step(i)));
                }
                Rule::Choose { of, .. } => vars.extend(of.iter().map(|&i| of_step(i))),
                Rule::Finish { step } => {
                    vars.extend([Some(of_step(*step)), model.finish].into_iter().flatten())
                }
                Rule::Lead { step } => vars.extend([Some(of_step(*step)), model.lead].into_iter().flatten()),
                Rule::Total { total } => {
                    vars.extend(model.totals[*total].terms.iter().map(|t| self.literals.var(t.0)));
                }
                Rule::Energy { resource } => {
                    vars.extend(model.tasks.iter().filter(|t| t.uses[*resource] > 0).map(|t| t.var));
                    vars.extend(model.finish);
                    vars.extend(model.peak.filter(|_| *resource == 0));
                }
                Rule::LoadMost { .. } | Rule::LoadLeast { .. } => {
                    vars.extend(model.tasks.iter().filter(|t| t.uses[0] > 0).map(|t| t.var));
                    vars.extend(model.finish);
                }
            }
            vars.sort_unstable();
            vars.dedup();
            for var in vars {
                self.rules_of[var].push(r as u32);
            }
            self.enqueue(r as u32);
        }
    }

    fn enqueue(&mut self, rule: u32) {
        if !std::mem::replace(&mut self.queued[rule as usize], true) {
            let slow = matches!(
                self.model.rules[rule as usize],
                Rule::Energy { .. } | Rule::LoadMost { .. } | Rule::LoadLeast { .. }
            );
            self.queues[usize::from(slow)].push_back(rule);
        }
    }

    pub(crate) fn enqueue_totals(&mut self) {
        for r in 0..self.model.rules.len() {
            if matches!(self.model.rules[r], Rule::Total { .. }) {
                self.enqueue(r as u32);
            }
        }
    }

    pub(crate) fn is_true(&self, lit: Lit) -> bool {
        let (var, bound) = (self.literals.var(lit), self.literals.bound(lit));
        if lit.is_at_most() { self.hi[var] <= bound } else { self.lo[var] >= bound }
    }

    pub(crate) fn is_false(&self, lit: Lit) -> bool {
        self.is_true(!lit)
    }

    /// Takes facts as given, adds the problem's own clauses and those learned before.
    pub(crate) fn begin(&mut self, axioms: &[Lit], carried: &[(Vec<Lit>, u32)]) {
        let model = self.model;
        for &fact in model.facts.iter().chain(axioms) {
            self.axiom(fact);
        }
        if (0..self.lo.len()).any(|var| self.lo[var] > self.hi[var]) {
            self.log.push(Lemma { clause: Vec::new(), hints: Vec::new(), units: Vec::new() });
            self.is_dead = true;
            return;
        }
        let given = model.given.iter().map(|(given, clause)| match *given {
            Given::HoldOff(step, k) => (clause, Hint::HoldOff(step as u32, k as u32)),
            Given::Moved(step, later) => (clause, Hint::Moved(step as u32, later)),
        });
        let carried = carried.iter().map(|(clause, id)| (clause, Hint::Lemma(*id)));
        for (clause, hint) in given.chain(carried) {
            let levels = if matches!(hint, Hint::Lemma(_)) { 3 } else { 0 };
            if !self.add_clause(clause.clone(), hint, levels) {
                self.learn();
                return;
            }
        }
    }

    /// Takes a literal as given, before any search.
    fn axiom(&mut self, lit: Lit) {
        debug_assert!(self.trail.is_empty());
        let (var, bound) = (self.literals.var(lit), self.literals.bound(lit));
        if lit == Lit::TRUE {
            return;
        }
        if lit.is_at_most() {
            self.hi[var] = self.hi[var].min(bound);
        } else {
            self.lo[var] = self.lo[var].max(bound);
        }
    }

    pub(crate) fn level(&self) -> u32 {
        self.levels.len() as u32
    }

    pub(crate) fn is_taken(&self, step: usize) -> bool {
        let task = &self.model.tasks[step];
        self.hi[task.var] <= task.last
    }

    pub(crate) fn is_left(&self, step: usize) -> bool {
        let task = &self.model.tasks[step];
        self.lo[task.var] > task.last
    }

    /// Narrowings so far.
    pub(crate) fn narrowed(&self) -> usize {
        self.trail.len()
    }

    // ---- narrowing -------------------------------------------------------------------------------------------

    fn assign(&mut self, lit: Lit, reason: Reason) {
        let (var, bound, upper) = (self.literals.var(lit), self.literals.bound(lit), lit.is_at_most());
        let side = usize::from(upper);
        let old = if upper { self.hi[var] } else { self.lo[var] };
        let event = Event {
            var: var as u32,
            upper,
            old,
            new: bound,
            level: self.level(),
            previous: self.last_event[var][side],
            reason,
        };
        self.last_event[var][side] = self.trail.len() as u32;
        self.trail.push(event);
        if upper {
            self.hi[var] = bound;
        } else {
            self.lo[var] = bound;
        }
    }

    /// Makes a literal true; `false` is a contradiction.
    pub(crate) fn set(&mut self, lit: Lit, premises: &[Lit], hint: Hint) -> bool {
        if self.is_true(lit) {
            return true;
        }
        if self.is_false(lit) {
            self.conflict.clear();
            self.conflict.extend_from_slice(premises);
            self.conflict.push(!lit);
            self.conflict_hint = hint;
            return false;
        }
        debug_assert!(premises.iter().all(|&premise| self.is_true(premise)), "{hint:?}");
        let start = self.premises.len() as u32;
        self.premises.extend_from_slice(premises);
        self.assign(lit, Reason::Premises(start, premises.len() as u32, hint));
        true
    }

    pub(crate) fn contradict(&mut self, premises: &[Lit], hint: Hint) -> bool {
        debug_assert!(premises.iter().all(|&premise| self.is_true(premise)), "{hint:?}");
        self.conflict.clear();
        self.conflict.extend_from_slice(premises);
        self.conflict_hint = hint;
        false
    }

    fn set_after(&mut self, lit: Lit, rule: u32) -> bool {
        if self.is_true(lit) {
            return true;
        }
        if self.is_false(lit) {
            let mut premises = Vec::new();
            self.explain_after(rule, lit, &mut premises);
            let hint = self.hint_of_after(rule);
            premises.push(!lit);
            return self.contradict(&premises, hint);
        }
        self.assign(lit, Reason::After(rule));
        true
    }

    fn hint_of_after(&self, rule: u32) -> Hint {
        match self.model.rules[rule as usize] {
            Rule::After { step, before, .. } => Hint::After(step as u32, before as u32),
            _ => Hint::None,
        }
    }

    /// What made this literal true by a prerequisite.
    fn explain_after(&self, rule: u32, lit: Lit, into: &mut Vec<Lit>) {
        let Rule::After { step, before, gap } = self.model.rules[rule as usize] else { return };
        let (later, earlier) = (&self.model.tasks[step], &self.model.tasks[before]);
        let k = self.literals.bound(lit);
        if lit.is_at_most() {
            let bound = if k == earlier.last { later.last } else { (k + gap).min(later.last) };
            into.push(self.literals.le(later.var, bound));
        } else {
            into.push(self.literals.ge(earlier.var, (k - gap).min(earlier.absent())));
        }
    }

    pub(crate) fn propagate_after(&mut self, rule: u32) -> bool {
        let Rule::After { step, before, gap } = self.model.rules[rule as usize] else { return true };
        let (later, earlier) = (&self.model.tasks[step], &self.model.tasks[before]);
        let first = self.lo[earlier.var];
        let first = if first > earlier.last { later.absent() } else { (first + gap).min(later.absent()) };
        if self.lo[later.var] < first && !self.set_after(self.literals.ge(later.var, first), rule) {
            return false;
        }
        let last = self.hi[later.var];
        if last <= later.last {
            let last = (last - gap).min(earlier.last);
            if self.hi[earlier.var] > last && !self.set_after(self.literals.le(earlier.var, last), rule) {
                return false;
            }
        }
        true
    }

    /// Narrows until nothing more follows; `false` is a contradiction.
    pub(crate) fn propagate(&mut self) -> bool {
        loop {
            while self.clauses_seen < self.trail.len() {
                let event = self.trail[self.clauses_seen];
                self.clauses_seen += 1;
                if !self.propagate_clauses(event) {
                    return self.stop_propagating();
                }
            }
            while self.rules_seen < self.trail.len() {
                let var = self.trail[self.rules_seen].var as usize;
                self.rules_seen += 1;
                for k in 0..self.rules_of[var].len() {
                    self.enqueue(self.rules_of[var][k]);
                }
            }
            let Some(rule) = self.queues[0].pop_front().or_else(|| self.queues[1].pop_front()) else {
                return true;
            };
            self.queued[rule as usize] = false;
            if !self.propagate_rule(rule) {
                return self.stop_propagating();
            }
        }
    }

    fn stop_propagating(&mut self) -> bool {
        for queue in &mut self.queues {
            for rule in queue.drain(..) {
                self.queued[rule as usize] = false;
            }
        }
        false
    }

    fn propagate_clauses(&mut self, event: Event) -> bool {
        let var = event.var as usize;
        // The literals that this event made false, one after another.
        let (from, to) = if event.upper { (event.new + 1, event.old) } else { (event.old + 1, event.new) };
        for k in from..=to {
            let falsified = if event.upper { self.literals.ge(var, k) } else { self.literals.le(var, k - 1) };
            if !self.visit_watches(falsified) {
                return false;
            }
        }
        true
    }

    fn visit_watches(&mut self, falsified: Lit) -> bool {
        let mut list = std::mem::take(&mut self.watches[falsified.index()]);
        let (mut kept, mut fine) = (0, true);
        let mut k = 0;
        while k < list.len() {
            let watch = list[k];
            k += 1;
            if self.is_true(watch.other) {
                list[kept] = watch;
                kept += 1;
                continue;
            }
            let c = watch.clause as usize;
            if self.clauses[c].dropped {
                continue;
            }
            if self.clauses[c].lits[0] == falsified {
                self.clauses[c].lits.swap(0, 1);
            }
            let first = self.clauses[c].lits[0];
            let watch = Watch { clause: watch.clause, other: first };
            if self.is_true(first) {
                list[kept] = watch;
                kept += 1;
                continue;
            }
            let free = (2..self.clauses[c].lits.len()).find(|&m| !self.is_false(self.clauses[c].lits[m]));
            if let Some(m) = free {
                self.clauses[c].lits.swap(1, m);
                let now = self.clauses[c].lits[1];
                self.watches[now.index()].push(watch);
                continue;
            }
            list[kept] = watch;
            kept += 1;
            if self.is_false(first) {
                self.conflict = self.clauses[c].lits.iter().map(|&l| !l).collect();
                self.conflict_hint = self.clauses[c].hint;
                fine = false;
                break;
            }
            self.assign(first, Reason::Clause(watch.clause));
        }
        if k > kept {
            list.drain(kept..k);
        }
        // Nothing was added to this list meanwhile: a free literal is never the falsified one.
        self.watches[falsified.index()] = list;
        fine
    }

    // ---- clauses ---------------------------------------------------------------------------------------------

    /// Adds a clause that holds; `false` when it contradicts what is known without any decision.
    pub(crate) fn add_clause(&mut self, mut lits: Vec<Lit>, hint: Hint, levels: u32) -> bool {
        debug_assert!(self.levels.is_empty());
        if lits.iter().any(|&l| self.is_true(l)) {
            return true;
        }
        let free = lits.iter().filter(|&&l| !self.is_false(l)).count();
        if free < 2 {
            let unit = lits.iter().copied().find(|&l| !self.is_false(l)).unwrap_or(Lit::FALSE);
            let premises: Vec<Lit> = lits.iter().filter(|&&l| l != unit).map(|&l| !l).collect();
            return self.set(unit, &premises, hint);
        }
        lits.sort_by_key(|&l| self.is_false(l));
        self.attach(lits, hint, levels);
        self.learned_alive += usize::from(levels > 0);
        true
    }

    fn attach(&mut self, lits: Vec<Lit>, hint: Hint, levels: u32) -> u32 {
        let id = self.clauses.len() as u32;
        self.watches[lits[0].index()].push(Watch { clause: id, other: lits[1] });
        self.watches[lits[1].index()].push(Watch { clause: id, other: lits[0] });
        self.clauses.push(Clause { lits, levels, hint, dropped: false });
        id
    }

    /// What was learned and kept, with the lemmas that say so, the facts first.
    pub(crate) fn learned_clauses(&mut self) -> Vec<(Vec<Lit>, u32)> {
        self.back_to(0);
        self.log_units();
        let fact = |at: usize| {
            let event = &self.trail[at];
            let var = event.var as usize;
            if event.upper { self.literals.le(var, event.new) } else { self.literals.ge(var, event.new) }
        };
        let facts = (0..self.trail.len()).map(|at| (vec![fact(at)], self.unit_of_event[at]));
        let clauses = self.clauses.iter().filter(|c| !c.dropped).filter_map(|c| match c.hint {
            Hint::Lemma(id) => Some((c.lits.clone(), id)),
            _ => None,
        });
        facts.chain(clauses).collect()
    }

    /// The lemmas of all facts.
    pub(crate) fn facts_known(&mut self) -> Vec<u32> {
        self.back_to(0);
        self.log_units();
        self.unit_of_event.clone()
    }

    /// The lemma that says that a number is at least its present least; none if it always was.
    pub(crate) fn lemma_of_least(&mut self, var: Var) -> Option<u32> {
        self.back_to(0);
        self.log_units();
        let event = self.last_event[var][0];
        (event != NONE).then(|| self.unit_of_event[event as usize])
    }

    /// Forgets the less useful half of what was learned.
    fn forget(&mut self) {
        let mut candidates: Vec<u32> = (0..self.clauses.len() as u32)
            .filter(|&c| {
                let clause = &self.clauses[c as usize];
                !clause.dropped && clause.levels > 2 && clause.lits.len() > 2
            })
            .collect();
        // The later one first among equals: it is nearer to what is searched now.
        candidates.sort_by_key(|&c| (self.clauses[c as usize].levels, std::cmp::Reverse(c)));
        for &c in &candidates[candidates.len() / 2..] {
            self.clauses[c as usize].dropped = true;
            self.clauses[c as usize].lits = Vec::new();
            self.learned_alive -= 1;
        }
        for list in &mut self.watches {
            list.retain(|watch| !self.clauses[watch.clause as usize].dropped);
        }
    }

    // ---- going back ------------------------------------------------------------------------------------------

    pub(crate) fn back_to(&mut self, level: u32) {
        if self.level() <= level {
            return;
        }
        let keep = self.levels[level as usize];
        while self.trail.len() > keep {
            let Some(event) = self.trail.pop() else { break };
            let (var, side) = (event.var as usize, usize::from(event.upper));
            self.last_event[var][side] = event.previous;
            let (from, to) =
                if event.upper { (event.new + 1, event.old) } else { (event.old + 1, event.new) };
            for k in from..=to {
                let row = self.literals.ge(var, k).row();
                if row > 0 {
                    self.phase[row] = !event.upper;
                    self.heap.insert(row as u32, &self.activity);
                }
            }
            if event.upper {
                self.hi[var] = event.old;
            } else {
                self.lo[var] = event.old;
            }
            if let Reason::Premises(start, _, _) = event.reason {
                self.premises.truncate(start as usize);
            }
        }
        self.levels.truncate(level as usize);
        self.clauses_seen = self.clauses_seen.min(keep);
        self.rules_seen = self.rules_seen.min(keep);
    }

    fn decide(&mut self, lit: Lit) {
        self.levels.push(self.trail.len());
        self.assign(lit, Reason::Decision);
    }
}
