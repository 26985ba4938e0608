//! From a contradiction to a lemma.

use super::{Engine, NONE, NOT_NEEDED, Reason};
use crate::literal::Lit;
use crate::proof::{Hint, Lemma};

impl Engine<'_> {
    /// The event that made this literal true, before a place in the trail; none if it held from the beginning.
    pub(super) fn event_of(&self, lit: Lit, before: usize) -> Option<usize> {
        let (var, bound, upper) = (self.literals.var(lit), self.literals.bound(lit), lit.is_at_most());
        let mut at = self.last_event[var][usize::from(upper)];
        while at != NONE {
            let event = &self.trail[at as usize];
            let held_before = if upper { event.old <= bound } else { event.old >= bound };
            if (at as usize) < before && !held_before {
                return Some(at as usize);
            }
            at = event.previous;
        }
        None
    }

    pub(super) fn needed(&self, at: usize) -> Lit {
        let event = &self.trail[at];
        let (var, k) = (event.var as usize, self.need[at]);
        if event.upper { self.literals.le(var, k) } else { self.literals.ge(var, k) }
    }

    /// What explains the event, as far as it is needed.
    pub(super) fn explain(&self, at: usize, into: &mut Vec<Lit>) -> Hint {
        match self.trail[at].reason {
            Reason::Decision => Hint::None,
            Reason::Clause(c) => {
                let clause = &self.clauses[c as usize];
                into.extend(clause.lits[1..].iter().map(|&l| !l));
                clause.hint
            }
            Reason::After(rule) => {
                self.explain_after(rule, self.needed(at), into);
                self.hint_of_after(rule)
            }
            Reason::Premises(start, len, hint) => {
                into.extend_from_slice(&self.premises[start as usize..(start + len) as usize]);
                hint
            }
        }
    }

    /// Marks that a true literal is needed; gives the event when it was not needed before.
    pub(super) fn require(&mut self, lit: Lit, before: usize, uses: &mut Vec<u32>) -> Option<usize> {
        let at = self.event_of(lit, before)?;
        let event = self.trail[at];
        if event.level == 0 {
            uses.push(self.unit_of_event[at]);
            return None;
        }
        let bound = self.literals.bound(lit);
        let old = self.need[at];
        if old == NOT_NEEDED {
            self.need[at] = bound;
            return Some(at);
        }
        // The same event, needed further: the stronger bound implies the weaker.
        self.need[at] = if event.upper { old.min(bound) } else { old.max(bound) };
        None
    }

    /// Turns the contradiction into a lemma. `false`: it did not depend on any decision.
    pub(super) fn learn(&mut self) -> bool {
        self.need.clear();
        self.need.resize(self.trail.len(), NOT_NEEDED);
        let mut lemma_uses = Vec::new();
        let mut used: Vec<(usize, Hint)> = Vec::new();
        let mut lower: Vec<usize> = Vec::new();
        let mut open = 0usize;
        // A contradiction may lie below the current level: then that is the level to look at.
        let conflict = std::mem::take(&mut self.conflict);
        let top = conflict
            .iter()
            .filter_map(|&l| self.event_of(l, self.trail.len()))
            .map(|at| self.trail[at].level)
            .max()
            .unwrap_or(0);
        if top == 0 {
            self.back_to(0);
            self.log_units();
            self.log_conflict_at_root(&conflict);
            return false;
        }
        self.back_to(top);
        self.need.truncate(self.trail.len());
        let mut premises = conflict;
        let mut at = self.trail.len();
        let asserting = loop {
            for &premise in &premises {
                self.bump(premise);
                if let Some(event) = self.require(premise, at, &mut lemma_uses) {
                    if self.trail[event].level == top {
                        open += 1;
                    } else {
                        lower.push(event);
                    }
                }
            }
            at -= 1;
            while self.need[at] == NOT_NEEDED || self.trail[at].level != top {
                at -= 1;
            }
            if open == 1 {
                break at;
            }
            open -= 1;
            premises.clear();
            let hint = self.explain(at, &mut premises);
            used.push((at, hint));
        };
        let kept = self.shorten(&lower, &mut used, &mut lemma_uses);
        let mut lits: Vec<Lit> = vec![!self.needed(asserting)];
        let mut back = 0;
        let mut seen_levels: Vec<u32> = vec![top];
        for &event in &kept {
            // Of two bounds on the same side the stronger one says it all.
            let weaker = kept.iter().chain([&asserting]).any(|&other| {
                other > event
                    && self.trail[other].var == self.trail[event].var
                    && self.trail[other].upper == self.trail[event].upper
            });
            if weaker {
                continue;
            }
            lits.push(!self.needed(event));
            seen_levels.push(self.trail[event].level);
            back = back.max(self.trail[event].level);
        }
        seen_levels.sort_unstable();
        seen_levels.dedup();
        // The second literal is one of the level gone back to, so that the watches stay right.
        if let Some(second) = (1..lits.len())
            .max_by_key(|&k| self.event_of(!lits[k], self.trail.len()).map_or(0, |at| self.trail[at].level))
        {
            lits.swap(1, second);
        }
        used.sort_by_key(|u| u.0);
        let mut hints: Vec<Hint> = used.into_iter().map(|u| u.1).collect();
        hints.push(self.conflict_hint);
        let id = self.log.push(Lemma { clause: lits.clone(), hints, units: lemma_uses });
        self.decay();
        self.back_to(back);
        self.learned(&lits, id, seen_levels.len() as u32);
        true
    }

    pub(super) fn learned(&mut self, lits: &[Lit], id: u32, levels: u32) {
        if lits.len() == 1 {
            // Without any decision the bound is a fact, and the lemma its name.
            let start = self.premises.len() as u32;
            self.assign(lits[0], Reason::Premises(start, 0, Hint::Lemma(id)));
        } else {
            let clause = self.attach(lits.to_vec(), Hint::Lemma(id), levels.max(1));
            self.learned_alive += 1;
            self.assign(lits[0], Reason::Clause(clause));
        }
    }

    pub(super) fn log_conflict_at_root(&mut self, conflict: &[Lit]) {
        let mut units = Vec::new();
        for &lit in conflict {
            if let Some(at) = self.event_of(lit, self.trail.len()) {
                units.push(self.unit_of_event[at]);
            }
        }
        let hint = self.conflict_hint;
        self.log.push(Lemma { clause: Vec::new(), hints: vec![hint], units });
        self.is_dead = true;
    }

    /// Drops what the rest of the clause implies.
    pub(super) fn shorten(
        &mut self,
        lower: &[usize],
        used: &mut Vec<(usize, Hint)>,
        uses: &mut Vec<u32>,
    ) -> Vec<usize> {
        let mut order: Vec<usize> = lower.to_vec();
        order.sort_unstable();
        let mut kept = Vec::new();
        let mut dropped: Vec<usize> = Vec::new();
        for &event in order.iter().rev() {
            let mut premises = Vec::new();
            if matches!(self.trail[event].reason, Reason::Decision) {
                kept.push(event);
                continue;
            }
            let hint = self.explain(event, &mut premises);
            let implied = premises.iter().all(|&lit| match self.event_of(lit, event) {
                None => true,
                Some(at) => {
                    let bound = self.literals.bound(lit);
                    self.trail[at].level == 0
                        || (self.need[at] != NOT_NEEDED
                            && self.trail[at].level != self.level()
                            && if self.trail[at].upper {
                                self.need[at] <= bound
                            } else {
                                self.need[at] >= bound
                            })
                }
            });
            if implied {
                for &lit in &premises {
                    if let Some(at) = self.event_of(lit, event)
                        && self.trail[at].level == 0
                    {
                        uses.push(self.unit_of_event[at]);
                    }
                }
                used.push((event, hint));
                dropped.push(event);
            } else {
                kept.push(event);
            }
        }
        kept
    }

    /// At the root every narrowing becomes a lemma of its own, so that later ones can rest on it.
    pub(super) fn log_units(&mut self) {
        debug_assert!(self.levels.is_empty());
        while self.unit_of_event.len() < self.trail.len() {
            let at = self.unit_of_event.len();
            let event = self.trail[at];
            self.need.clear();
            self.need.resize(self.trail.len(), NOT_NEEDED);
            self.need[at] = event.new;
            let mut premises = Vec::new();
            let hint = self.explain(at, &mut premises);
            if let (Hint::Lemma(id), true) = (hint, premises.is_empty()) {
                self.unit_of_event.push(id);
                continue;
            }
            let units = premises
                .iter()
                .filter_map(|&l| self.event_of(l, at))
                .map(|p| self.unit_of_event[p])
                .collect();
            let clause = vec![self.needed(at)];
            let id = self.log.push(Lemma { clause, hints: vec![hint], units });
            self.unit_of_event.push(id);
        }
    }

    pub(super) fn bump(&mut self, lit: Lit) {
        let row = lit.row();
        self.activity[row] += self.bump;
        self.heap.raised(row as u32, &self.activity);
        if self.activity[row] > 1 << 60 {
            for activity in &mut self.activity {
                *activity >>= 30;
            }
            self.bump = (self.bump >> 30).max(1);
        }
    }

    pub(super) fn decay(&mut self) {
        self.bump += (self.bump >> 3).max(1);
    }
}
