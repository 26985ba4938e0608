//! What a need takes, roughly: for lists and comparisons. A plan reckons it exactly.

use super::{Need, Remedies, Supposed};
use crate::figure::Basis;
use rung_catalog::Confidence;
use rung_record::{Hours, Usd};
use std::collections::BTreeSet;

/// What it takes: the least of the alternatives, each step once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effort {
    /// Hours of own time.
    pub hours: Hours,
    /// Weeks from beginning to end, with the usual hours a week for it.
    pub weeks: u32,
    /// Dollars.
    pub usd: Usd,
    /// Whether any of it is an assumption.
    pub assumed: bool,
    /// The lowest confidence of what sources tell of it; none when none does.
    pub confidence: Option<Confidence>,
    /// The steps, by their index, first things first.
    pub steps: Vec<usize>,
    /// What it supposes.
    pub supposes: Vec<Supposed>,
}

impl Remedies<'_> {
    /// What a need takes by its quickest way, the cheapest of equally quick ones; none when nothing helps.
    pub fn effort(&self, need: &Need) -> Option<Effort> {
        let mut way = self.quickest(need, &mut Vec::new())?;
        let mut effort =
            Effort { weeks: way.weeks, supposes: std::mem::take(&mut way.supposes), ..Effort::default() };
        for index in &way.order {
            let step = &self.nodes[*index].step;
            effort.hours += step.hours.value;
            effort.usd = effort.usd + step.cost();
            effort.assumed |= step.is_assumed();
            let bases = step
                .prices
                .iter()
                .map(|price| &price.usd.basis)
                .chain([&step.hours.basis, &step.weeks.basis]);
            for basis in bases {
                if let Basis::Told(reference) = basis {
                    effort.confidence = Some(
                        effort.confidence.map_or(reference.confidence, |own| own.min(reference.confidence)),
                    );
                }
            }
        }
        effort.weeks = effort.weeks.max(self.weeks_of(effort.hours));
        effort.steps = way.order;
        effort.supposes.sort();
        effort.supposes.dedup();
        Some(effort)
    }

    /// The quickest way to meet a need, not through steps that are being looked at already.
    fn quickest(&self, need: &Need, open: &mut Vec<usize>) -> Option<Way> {
        match need {
            Need::Nothing => Some(Way::default()),
            Need::Suppose(supposition) => {
                Some(Way { supposes: vec![supposition.supposed.clone()], ..Way::default() })
            }
            Need::Never(_) => None,
            Need::For { need, .. } => self.quickest(need, open),
            Need::All(parts) => {
                parts.iter().try_fold(Way::default(), |all, part| Some(all.and(self.quickest(part, open)?)))
            }
            Need::Any(parts) => {
                parts.iter().filter_map(|part| self.quickest(part, open)).min_by_key(|way| self.rank(way))
            }
            Need::Some { count, of } => {
                let mut ways: Vec<Way> = of.iter().filter_map(|part| self.quickest(part, open)).collect();
                ways.sort_by_key(|way| self.rank(way));
                (ways.len() >= *count).then(|| ways.into_iter().take(*count).fold(Way::default(), Way::and))
            }
            Need::Step(index) => {
                if open.contains(index) {
                    return None;
                }
                open.push(*index);
                let before = self.quickest(&self.nodes[*index].needs, open);
                open.pop();
                before.map(|before| before.then(*index, self.weeks_from(*index)))
            }
        }
    }

    fn rank(&self, way: &Way) -> (u32, Usd, usize) {
        (way.weeks, way.order.iter().map(|index| self.nodes[*index].step.cost()).sum(), way.order.len())
    }

    /// The first week in which a step can begin, and the weeks that it takes.
    fn weeks_from(&self, index: usize) -> (u32, u32) {
        let step = &self.nodes[index].step;
        let days = step
            .from
            .map_or(0, |from| self.seen.on.until((jiff::Unit::Day, from)).map_or(0, |span| span.get_days()));
        let from = u32::try_from(days).unwrap_or(0).div_ceil(7);
        (from, step.weeks.value.max(self.weeks_of(step.hours.value)))
    }

    /// Weeks that so many hours fill.
    fn weeks_of(&self, hours: Hours) -> u32 {
        let spare = self.figures.hours(&["spare-time"]).value.in_seconds().max(1);
        u32::try_from(hours.in_seconds().div_ceil(spare)).unwrap_or(u32::MAX)
    }
}

/// Steps in an order in which they can be done.
#[derive(Clone, Debug, Default)]
struct Way {
    order: Vec<usize>,
    known: BTreeSet<usize>,
    weeks: u32,
    supposes: Vec<Supposed>,
}

impl Way {
    fn and(mut self, other: Self) -> Self {
        for index in other.order {
            if self.known.insert(index) {
                self.order.push(index);
            }
        }
        self.weeks = self.weeks.max(other.weeks);
        self.supposes.extend(other.supposes);
        self
    }

    fn then(mut self, index: usize, (from, weeks): (u32, u32)) -> Self {
        self.weeks = self.weeks.max(from) + weeks;
        if self.known.insert(index) {
            self.order.push(index);
        }
        self
    }
}
