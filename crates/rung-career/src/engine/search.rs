//! Decisions, restarts, and when to stop.

use super::Engine;
use crate::literal::{Lit, Var};

/// What a search ended with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found {
    /// All numbers are fixed and every rule is kept.
    Plan,
    /// No plan under the assumptions.
    Nothing,
    /// Stopped.
    Stopped,
}

impl Engine<'_> {
    /// Looks for values that keep every rule and the assumption.
    pub(crate) fn search(
        &mut self,
        assume: &[Lit],
        most_conflicts: u64,
        should_stop: &dyn Fn() -> bool,
    ) -> Found {
        if self.is_dead {
            return Found::Nothing;
        }
        self.back_to(0);
        let end = self.conflicts.saturating_add(most_conflicts);
        let mut until_restart = 100u64;
        let mut since = 0u64;
        loop {
            if !self.propagate() {
                self.conflicts += 1;
                since += 1;
                if !self.learn() {
                    return Found::Nothing;
                }
                continue;
            }
            if self.levels.is_empty() {
                self.log_units();
            }
            if self.conflicts >= end || (self.conflicts.is_multiple_of(16) && should_stop()) {
                return Found::Stopped;
            }
            if since >= until_restart {
                since = 0;
                self.restarts += 1;
                until_restart += until_restart / 10;
                self.back_to(0);
                if self.learned_alive > 4_000 + self.conflicts as usize / 8 {
                    self.forget();
                }
                continue;
            }
            match self.next_decision(assume) {
                Next::Decide(lit) => self.decide(lit),
                Next::Complete => return Found::Plan,
                Next::Refuted => return Found::Nothing,
            }
        }
    }

    fn next_decision(&mut self, assume: &[Lit]) -> Next {
        for &lit in assume {
            if self.is_false(lit) {
                return Next::Refuted;
            }
            if !self.is_true(lit) {
                return Next::Decide(lit);
            }
        }
        if let Some(taken) = self.open_choice() {
            return Next::Decide(self.choose_side(taken));
        }
        while let Some(row) = self.heap.top() {
            if self.activity[row as usize] == 0 {
                break;
            }
            let lit = Lit(row << 1);
            if self.is_true(lit) || self.is_false(lit) {
                self.heap.pop(&self.activity);
                continue;
            }
            self.heap.pop(&self.activity);
            return Next::Decide(self.choose_side(lit));
        }
        self.by_start()
    }

    /// The most active of the steps of which it is open whether they are taken. What is chosen comes before when it is
    /// done: lemmas that speak of choices hold for many orders.
    fn open_choice(&self) -> Option<Lit> {
        let mut best: Option<(u64, Lit)> = None;
        for (i, task) in self.model.tasks.iter().enumerate() {
            let activity = self.activity[task.taken.row()];
            if !self.is_taken(i) && !self.is_left(i) && best.is_none_or(|b| activity > b.0) {
                best = Some((activity, task.taken));
            }
        }
        best.map(|(_, taken)| Lit(taken.0 & !1))
    }

    fn choose_side(&mut self, lit: Lit) -> Lit {
        let up = match &self.target {
            // Near the best plan are better ones; away from it, the proof that there are none.
            Some(target) if self.restarts.is_multiple_of(4) => {
                target[self.literals.var(lit)] >= self.literals.bound(lit)
            }
            _ => self.phase[lit.row()],
        };
        if up { lit } else { !lit }
    }

    /// Nothing is learned about what is still open: the step that can start first starts then.
    fn by_start(&self) -> Next {
        let mut best: Option<(i32, i32, Var)> = None;
        for (i, task) in self.model.tasks.iter().enumerate() {
            let (lo, hi) = (self.lo[task.var], self.hi[task.var]);
            if lo < hi && self.is_taken(i) && best.is_none_or(|b| (lo, hi) < (b.0, b.1)) {
                best = Some((lo, hi, task.var));
            }
        }
        if let Some((lo, _, var)) = best {
            return Next::Decide(self.literals.le(var, lo));
        }
        for task in &self.model.tasks {
            if self.lo[task.var] < self.hi[task.var] {
                return Next::Decide(!task.taken);
            }
        }
        match (0..self.lo.len()).find(|&var| self.lo[var] < self.hi[var]) {
            Some(var) => Next::Decide(self.literals.le(var, self.lo[var])),
            None => Next::Complete,
        }
    }
}

enum Next {
    Decide(Lit),
    Complete,
    Refuted,
}
