//! How the hours of the credits are used.
//!
//! Without caps that bind and without lines that come "in addition", every hour counts for every line it passes, and
//! there is nothing to choose. Otherwise hours compete: of seven pharmacist-specific hours only five may count, and the
//! one hour of law among them should be one of the five. The choice is, in this order: the most lines met; the
//! smallest shortfall; the earliest credits. That makes the answer unique and stable.
//!
//! Hours are divisible, so this is a linear program; it is solved exactly (`exact_lp`). Credits that pass the same
//! lines and caps are one class, and within a class the earliest hours are used first, so the program stays as small
//! as the number of classes.
//!
//! The best use of an hour may be half of it. Credits come in hundredths of an hour or in minutes, which are multiples
//! of twelve seconds, so that halves, thirds and quarters are whole seconds.

use crate::exact_lp::{AtMost, Fraction, maximize};
use std::collections::HashMap;

/// Lines beyond this many are taken into the "most lines met" search one by one instead of in every combination.
const MOST_COMBINED: usize = 12;

/// What competes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Competition {
    /// Credits, earliest first.
    pub items: Vec<Item>,
    /// Lines that ask hours.
    pub lines: Vec<AskedLine>,
    /// Caps, in seconds.
    pub caps: Vec<u64>,
}

/// A credit's hours, and what they pass. Bits are indices into the competition's lines and caps.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    pub seconds: u64,
    pub lines: u64,
    pub caps: u64,
}

/// A line that asks hours.
#[derive(Clone, Copy, Debug)]
pub(crate) struct AskedLine {
    pub seconds: u64,
    /// Its hours come on top: an hour used here serves no other line.
    pub in_addition: bool,
}

/// How one credit's hours are used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Use {
    /// Seconds that count for every ordinary line that the credit passes.
    pub shared: u64,
    /// Seconds that count for one additional line each.
    pub in_addition: Vec<(usize, u64)>,
}

impl Use {
    fn seconds(&self) -> u64 {
        self.shared + self.in_addition.iter().map(|(_, part)| part).sum::<u64>()
    }
}

impl Competition {
    fn additional(&self) -> u64 {
        self.lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.in_addition)
            .fold(0, |bits, (n, _)| bits | 1 << n)
    }

    /// The best use of every item, in the order of `items`.
    pub fn assign(&self) -> Vec<Use> {
        let additional = self.additional();
        let binding = self.binding_caps();
        let contested = |item: &Item| {
            item.caps & binding != 0
                || (item.lines & additional != 0 && item.lines != additional & item.lines)
                || (item.lines & additional).count_ones() > 1
        };
        if !self.items.iter().any(contested) {
            return self.items.iter().map(|item| uncontested(item, additional)).collect();
        }
        let classes = Classes::of(self, binding, additional);
        let totals = classes.best(self);
        classes.hand_out(self, totals)
    }

    /// Caps that the credits exceed; the others change nothing.
    fn binding_caps(&self) -> u64 {
        let mut bits = 0;
        for (n, most) in self.caps.iter().enumerate() {
            let all: u64 =
                self.items.iter().filter(|item| item.caps & 1 << n != 0).map(|item| item.seconds).sum();
            bits |= u64::from(all > *most) << n;
        }
        bits
    }
}

/// Everything counts, for the one additional line if that is all it passes.
fn uncontested(item: &Item, additional: u64) -> Use {
    match item.lines & additional {
        0 => Use { shared: item.seconds, in_addition: Vec::new() },
        line => Use { shared: 0, in_addition: vec![(line.trailing_zeros() as usize, item.seconds)] },
    }
}

/// Credits with the same signature, and the variables of the program: seconds of a class used in a place, where a
/// place is "shared" or one additional line.
struct Classes {
    /// Lines, binding caps and seconds of each class.
    classes: Vec<Item>,
    class_of: Vec<usize>,
    /// Class and place (none: shared) of each variable.
    variables: Vec<(usize, Option<usize>)>,
}

impl Classes {
    fn of(competition: &Competition, binding: u64, additional: u64) -> Self {
        let mut known: HashMap<(u64, u64), usize> = HashMap::new();
        let mut classes: Vec<Item> = Vec::new();
        let mut class_of = Vec::with_capacity(competition.items.len());
        for item in &competition.items {
            let class = *known.entry((item.lines, item.caps & binding)).or_insert_with(|| {
                classes.push(Item { seconds: 0, lines: item.lines, caps: item.caps & binding });
                classes.len() - 1
            });
            classes[class].seconds += item.seconds;
            class_of.push(class);
        }
        let mut variables = Vec::new();
        for (n, class) in classes.iter().enumerate() {
            // An hour that passes nothing but an additional line needs no shared place.
            if class.lines & additional == 0 || class.lines & !additional != 0 {
                variables.push((n, None));
            }
            variables.extend(
                (0..competition.lines.len())
                    .filter(|line| class.lines & additional & 1 << line != 0)
                    .map(|line| (n, Some(line))),
            );
        }
        Self { classes, class_of, variables }
    }

    /// Rows that hold whatever is wanted: a class has only so many hours, a cap lets only so many through.
    fn limits(&self, competition: &Competition) -> Vec<AtMost> {
        let mut rows: Vec<AtMost> = (self.classes.iter().enumerate())
            .map(|(n, class)| self.sum(|(of, _)| of == n, Fraction::ONE, Fraction::whole(class.seconds)))
            .collect();
        for (n, most) in competition.caps.iter().enumerate() {
            let capped = |(class, place): (usize, Option<usize>)| {
                place.is_none() && self.classes[class].caps & 1 << n != 0
            };
            rows.push(self.sum(capped, Fraction::ONE, Fraction::whole(*most)));
        }
        rows
    }

    fn sum(
        &self,
        of: impl Fn((usize, Option<usize>)) -> bool,
        coefficient: Fraction,
        most: Fraction,
    ) -> AtMost {
        let terms = self
            .variables
            .iter()
            .enumerate()
            .filter(|(_, variable)| of(**variable))
            .map(|(n, _)| (n, coefficient))
            .collect();
        AtMost { terms, most }
    }

    /// `the line's hours + its shortfall ≥ what it asks`, written the other way round. The shortfall is the variable
    /// after those of the classes; leaving it out demands that the line is met.
    fn demand(&self, competition: &Competition, line: usize, with_shortfall: bool) -> AtMost {
        let asked = competition.lines[line];
        let serves = |(class, place): (usize, Option<usize>)| {
            self.classes[class].lines & 1 << line != 0 && place == asked.in_addition.then_some(line)
        };
        let mut row = self.sum(serves, -Fraction::ONE, -Fraction::whole(asked.seconds));
        if with_shortfall {
            row.terms.push((self.variables.len() + line, -Fraction::ONE));
        }
        row
    }

    /// Seconds of each variable in the best assignment.
    fn best(&self, competition: &Competition) -> Vec<u64> {
        let count = competition.lines.len();
        let limits = self.limits(competition);
        let rows_for = |met: u64| {
            let demands = (0..count).map(|line| self.demand(competition, line, met & 1 << line == 0));
            limits.iter().cloned().chain(demands).collect::<Vec<_>>()
        };
        let all = self.variables.len() + count;
        let shortfalls: Vec<(usize, Fraction)> =
            (0..count).map(|line| (self.variables.len() + line, -Fraction::ONE)).collect();
        let (best_sets, least) = self.most_lines_met(competition, &rows_for, &shortfalls);
        // The shortfall may not grow while the earliest credits are preferred.
        let no_shorter = AtMost {
            terms: shortfalls.iter().map(|(variable, _)| (*variable, Fraction::ONE)).collect(),
            most: -least,
        };
        let assignments = best_sets.into_iter().map(|met| {
            let rows = rows_for(met).into_iter().chain([no_shorter.clone()]).collect();
            self.earliest_first(competition, rows, all)
        });
        let used = |totals: &Vec<u64>| -> Vec<u64> {
            self.hand_out(competition, totals.clone()).iter().map(Use::seconds).collect()
        };
        assignments.max_by_key(used).unwrap_or_default()
    }

    /// The largest sets of lines that can be met together and, among these, those that leave the smallest shortfall;
    /// with (minus) that shortfall.
    fn most_lines_met(
        &self,
        competition: &Competition,
        rows_for: &dyn Fn(u64) -> Vec<AtMost>,
        shortfalls: &[(usize, Fraction)],
    ) -> (Vec<u64>, Fraction) {
        let all = self.variables.len() + competition.lines.len();
        let attempt = |met: u64| maximize(all, shortfalls, &rows_for(met)).map(|(least, _)| least);
        let reachable: Vec<usize> =
            (0..competition.lines.len()).filter(|line| attempt(1 << line).is_some()).collect();
        let bits = |set: u64| {
            reachable
                .iter()
                .enumerate()
                .filter(|(n, _)| set & 1 << n != 0)
                .fold(0, |bits, (_, line)| bits | 1 << line)
        };
        if reachable.len() <= MOST_COMBINED {
            let mut sets: Vec<u64> = (0..1_u64 << reachable.len()).collect();
            sets.sort_by_key(|set| std::cmp::Reverse(set.count_ones()));
            let mut best: Option<(u32, Fraction, Vec<u64>)> = None;
            for set in sets {
                if best.as_ref().is_some_and(|(size, ..)| set.count_ones() < *size) {
                    break;
                }
                let Some(least) = attempt(bits(set)) else { continue };
                match &mut best {
                    Some((_, so_far, sets)) if least == *so_far => sets.push(bits(set)),
                    Some((_, so_far, _)) if least < *so_far => {}
                    _ => best = Some((set.count_ones(), least, vec![bits(set)])),
                }
            }
            return best.map_or((vec![0], Fraction::ZERO), |(_, least, sets)| (sets, least));
        }
        let mut met = 0;
        for line in reachable {
            if attempt(met | 1 << line).is_some() {
                met |= 1 << line;
            }
        }
        (vec![met], attempt(met).unwrap_or(Fraction::ZERO))
    }

    /// Gives each credit in turn, the earliest first, as many hours as can still be had; returns the seconds of each
    /// variable.
    fn earliest_first(&self, competition: &Competition, mut rows: Vec<AtMost>, all: usize) -> Vec<u64> {
        let of_class = |class: usize| -> Vec<(usize, Fraction)> {
            self.variables
                .iter()
                .enumerate()
                .filter(|(_, variable)| variable.0 == class)
                .map(|(n, _)| (n, Fraction::ONE))
                .collect()
        };
        let mut used = vec![Fraction::ZERO; self.classes.len()];
        let mut is_full = vec![false; self.classes.len()];
        let mut floor_row: Vec<Option<usize>> = vec![None; self.classes.len()];
        for (item, &class) in competition.items.iter().zip(&self.class_of) {
            if is_full[class] {
                continue;
            }
            let terms = of_class(class);
            let Some((most, _)) = maximize(all, &terms, &rows) else { break };
            let wanted = used[class] + Fraction::whole(item.seconds);
            is_full[class] = most <= wanted;
            used[class] = most.min(wanted);
            let floor = AtMost {
                terms: terms.iter().map(|(variable, one)| (*variable, -*one)).collect(),
                most: -used[class],
            };
            match floor_row[class] {
                Some(row) => rows[row] = floor,
                None => {
                    floor_row[class] = Some(rows.len());
                    rows.push(floor);
                }
            }
        }
        // All class totals are fixed now; prefer the shared place, so that the answer is unique.
        let shared: Vec<(usize, Fraction)> = self
            .variables
            .iter()
            .enumerate()
            .filter(|(_, variable)| variable.1.is_none())
            .map(|(n, _)| (n, Fraction::ONE))
            .collect();
        let values = maximize(all, &shared, &rows).map(|(_, values)| values).unwrap_or_default();
        values.iter().take(self.variables.len()).map(|value| value.floor()).collect()
    }

    /// Hands the seconds of each class to its credits, the earliest first.
    fn hand_out(&self, competition: &Competition, mut totals: Vec<u64>) -> Vec<Use> {
        let hand = |(item, &class): (&Item, &usize)| {
            let mut left = item.seconds;
            let mut own = Use::default();
            for (n, (of, place)) in self.variables.iter().enumerate() {
                let part = if *of == class { totals.get(n).copied().unwrap_or(0).min(left) } else { 0 };
                if part == 0 {
                    continue;
                }
                totals[n] -= part;
                left -= part;
                match place {
                    None => own.shared += part,
                    Some(line) => own.in_addition.push((*line, part)),
                }
            }
            own
        };
        competition.items.iter().zip(&self.class_of).map(hand).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Every way to use whole hours, judged by the same three wishes: a slow oracle for small cases.
    fn brute_force(competition: &Competition) -> (usize, u64, Vec<u64>) {
        fn places(competition: &Competition, item: &Item) -> Vec<Option<usize>> {
            let additional = competition.additional();
            let mut places = Vec::new();
            if item.lines & additional == 0 || item.lines & !additional != 0 {
                places.push(None);
            }
            places.extend(
                (0..competition.lines.len())
                    .filter(|line| item.lines & additional & 1 << line != 0)
                    .map(Some),
            );
            places
        }
        fn all_uses(places: &[Option<usize>], left: u64) -> Vec<Vec<(Option<usize>, u64)>> {
            let Some((place, rest)) = places.split_first() else { return vec![vec![]] };
            (0..=left)
                .flat_map(|part| {
                    all_uses(rest, left - part).into_iter().map(move |mut uses| {
                        uses.push((*place, part));
                        uses
                    })
                })
                .collect()
        }
        fn search(
            competition: &Competition,
            uses: &mut Vec<Vec<(Option<usize>, u64)>>,
            best: &mut Option<(usize, u64, Vec<u64>)>,
        ) {
            if uses.len() < competition.items.len() {
                let item = &competition.items[uses.len()];
                for choice in all_uses(&places(competition, item), item.seconds) {
                    uses.push(choice);
                    search(competition, uses, best);
                    uses.pop();
                }
                return;
            }
            let shared = |n: usize| {
                uses[n].iter().filter(|(place, _)| place.is_none()).map(|(_, part)| *part).sum::<u64>()
            };
            for (cap, most) in competition.caps.iter().enumerate() {
                if (0..uses.len())
                    .filter(|n| competition.items[*n].caps & 1 << cap != 0)
                    .map(shared)
                    .sum::<u64>()
                    > *most
                {
                    return;
                }
            }
            let mut met = 0;
            let mut short = 0;
            for (n, line) in competition.lines.iter().enumerate() {
                let place = line.in_addition.then_some(n);
                let counted: u64 = (0..uses.len())
                    .filter(|item| competition.items[*item].lines & 1 << n != 0)
                    .flat_map(|item| &uses[item])
                    .filter(|(at, _)| *at == place)
                    .map(|(_, part)| *part)
                    .sum();
                met += usize::from(counted >= line.seconds);
                short += line.seconds.saturating_sub(counted);
            }
            let used: Vec<u64> = uses.iter().map(|parts| parts.iter().map(|(_, part)| *part).sum()).collect();
            let rank =
                |(met, short, used): &(usize, u64, Vec<u64>)| (*met, std::cmp::Reverse(*short), used.clone());
            let candidate = (met, short, used);
            if best.as_ref().is_none_or(|so_far| rank(&candidate) > rank(so_far)) {
                *best = Some(candidate);
            }
        }
        let mut best = None;
        search(competition, &mut Vec::new(), &mut best);
        best.unwrap()
    }

    fn judged(competition: &Competition, uses: &[Use]) -> (usize, u64, Vec<u64>) {
        let mut met = 0;
        let mut short = 0;
        for (n, line) in competition.lines.iter().enumerate() {
            let of = |own: &Use| {
                if line.in_addition {
                    own.in_addition.iter().filter(|(at, _)| *at == n).map(|(_, part)| *part).sum()
                } else {
                    own.shared
                }
            };
            let counted: u64 = competition
                .items
                .iter()
                .zip(uses)
                .filter(|(item, _)| item.lines & 1 << n != 0)
                .map(|(_, own)| of(own))
                .sum();
            met += usize::from(counted >= line.seconds);
            short += line.seconds.saturating_sub(counted);
        }
        (
            met,
            short,
            uses.iter()
                .map(|own| own.shared + own.in_addition.iter().map(|(_, part)| part).sum::<u64>())
                .collect(),
        )
    }

    #[test]
    fn the_law_hour_is_among_those_that_the_cap_lets_through() {
        // Seven pharmacist-specific hours of which five may count: six general ones first, then one of law.
        let competition = Competition {
            items: vec![Item { seconds: 6, lines: 0b01, caps: 1 }, Item { seconds: 1, lines: 0b11, caps: 1 }],
            lines: vec![
                AskedLine { seconds: 20, in_addition: false },
                AskedLine { seconds: 1, in_addition: false },
            ],
            caps: vec![5],
        };
        let uses = competition.assign();
        assert_eq!(uses.iter().map(|own| own.shared).collect::<Vec<_>>(), [4, 1]);
    }

    #[test]
    fn a_line_in_addition_takes_its_hours_for_itself() {
        let competition = Competition {
            items: vec![Item { seconds: 3, lines: 0b11, caps: 0 }, Item { seconds: 4, lines: 0b01, caps: 0 }],
            lines: vec![
                AskedLine { seconds: 5, in_addition: false },
                AskedLine { seconds: 2, in_addition: true },
            ],
            caps: vec![],
        };
        assert_eq!(competition.assign()[0], Use { shared: 1, in_addition: vec![(1, 2)] });
    }

    fn competitions() -> impl Strategy<Value = Competition> {
        let item =
            (1..5_u64, 0..8_u64, 0..4_u64).prop_map(|(seconds, lines, caps)| Item { seconds, lines, caps });
        let line = (0..6_u64, any::<bool>())
            .prop_map(|(half, in_addition)| AskedLine { seconds: 2 * half, in_addition });
        (
            proptest::collection::vec(item, 1..5),
            proptest::collection::vec(line, 3),
            proptest::collection::vec((0..5_u64).prop_map(|half| 2 * half), 2),
        )
            .prop_map(|(items, mut lines, caps)| {
                // At most one additional line keeps the oracle small.
                let first = lines.iter().position(|line| line.in_addition);
                lines.iter_mut().enumerate().for_each(|(n, line)| line.in_addition = Some(n) == first);
                Competition { items, lines, caps }
            })
    }

    /// What the assignment's arithmetic stands on: credits come in multiples of twelve seconds.
    const GRAIN: u64 = 12;

    /// The same competition with every amount twelve times as large.
    fn in_grains(competition: &Competition) -> Competition {
        let items = competition.items.iter().map(|item| Item { seconds: item.seconds * GRAIN, ..*item });
        let lines = competition.lines.iter().map(|line| AskedLine { seconds: line.seconds * GRAIN, ..*line });
        let caps = competition.caps.iter().map(|most| most * GRAIN);
        Competition { items: items.collect(), lines: lines.collect(), caps: caps.collect() }
    }

    /// No credit is used for more than it has, and no cap lets more through than it may.
    fn is_allowed(competition: &Competition, uses: &[Use]) -> bool {
        let within = competition.items.iter().zip(uses).all(|(item, own)| own.seconds() <= item.seconds);
        let under = |(cap, most): (usize, &u64)| {
            let capped = competition.items.iter().zip(uses).filter(|(item, _)| item.caps & 1 << cap != 0);
            capped.map(|(_, own)| own.shared).sum::<u64>() <= *most
        };
        within && competition.caps.iter().enumerate().all(under)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

        /// Whole grains are what the oracle tries. Where the best use parts a grain, it must be better than any that
        /// does not; else it is the oracle's.
        #[test]
        fn agrees_with_brute_force(competition in competitions()) {
            let fine = in_grains(&competition);
            let uses = fine.assign();
            prop_assert!(is_allowed(&fine, &uses));
            let (met, short, used) = judged(&fine, &uses);
            let (oracle_met, oracle_short, oracle_used) = brute_force(&competition);
            let oracle_used: Vec<u64> = oracle_used.iter().map(|grains| grains * GRAIN).collect();
            let rank = |met, short, used| (met, std::cmp::Reverse(short), used);
            let (own, oracle) = (rank(met, short, &used), rank(oracle_met, oracle_short * GRAIN, &oracle_used));
            if used.iter().all(|seconds| seconds % GRAIN == 0) && short % GRAIN == 0 {
                prop_assert_eq!(own, oracle);
            } else {
                prop_assert!(own > oracle, "{:?} is no better than {:?}", own, oracle);
            }
        }
    }
}
