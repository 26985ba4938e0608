//! The log of a search, and what of it a proof needs.

use crate::literal::Lit;

/// A rule that the checker is told to apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Hint {
    None,
    Lemma(u32),
    HoldOff(u32, u32),
    Moved(u32, bool),
    After(u32, u32),
    Within(u32, u32),
    OneOf(u32, u32),
    Choose(u32),
    Finish(u32),
    Lead(u32),
    Total(u32),
    /// Resource, from, to, and the step that it moves.
    Energy(u32, i32, i32, Option<u32>),
    LoadMost(u32, Option<u32>),
    LoadLeast(u32, Option<u32>),
}

/// A clause that follows: with all its literals false, applying the hints one after another ends in a contradiction.
pub(crate) struct Lemma {
    pub(crate) clause: Vec<Lit>,
    pub(crate) hints: Vec<Hint>,
    /// Lemmas of one literal that it rests on beside those among the hints.
    pub(crate) units: Vec<u32>,
}

#[derive(Default)]
pub(crate) struct Log {
    lemmas: Vec<Lemma>,
}

impl Log {
    pub(crate) fn push(&mut self, lemma: Lemma) -> u32 {
        self.lemmas.push(lemma);
        self.lemmas.len() as u32 - 1
    }

    pub(crate) fn len(&self) -> usize {
        self.lemmas.len()
    }

    pub(crate) fn lemma(&self, id: u32) -> &Lemma {
        &self.lemmas[id as usize]
    }

    /// The lemmas that these rest on, and these, in order.
    pub(crate) fn needed_for(&self, last: &[u32]) -> Vec<u32> {
        let mut needed = vec![false; self.lemmas.len()];
        for &id in last {
            needed[id as usize] = true;
        }
        for id in (0..self.lemmas.len()).rev() {
            if !needed[id] {
                continue;
            }
            let lemma = &self.lemmas[id];
            let named = lemma.hints.iter().filter_map(|hint| match hint {
                Hint::Lemma(id) => Some(*id),
                _ => None,
            });
            for other in named.chain(lemma.units.iter().copied()) {
                needed[other as usize] = true;
            }
        }
        (0..self.lemmas.len() as u32).filter(|&id| needed[id as usize]).collect()
    }
}
