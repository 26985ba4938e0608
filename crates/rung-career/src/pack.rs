//! Plans that leave few hours unused: weeks are filled one after another, and of many half-made plans those are gone on
//! with that have wasted least and have the easiest steps left (a beam search). It is told which steps to take, and when to be done.
//!
//! As in `construct`, nothing here is believed.

use crate::random::Random;

/// A step that is taken.
#[derive(Clone)]
pub(crate) struct Piece {
    pub(crate) weeks: i64,
    /// What it takes of each resource.
    pub(crate) amounts: Vec<i64>,
    /// The first and the last week in which it may start.
    pub(crate) first: i64,
    pub(crate) last: i64,
    /// Pieces that it comes after, and for how many weeks it waits then.
    pub(crate) before: Vec<(usize, i64)>,
    /// Weeks in which it may not run.
    pub(crate) hold_offs: Vec<(i64, i64)>,
}

/// Pieces to be put into so many weeks.
#[derive(Clone)]
pub(crate) struct Packing {
    pub(crate) weeks: i64,
    /// What there is of each resource in each week.
    pub(crate) capacity: Vec<Vec<i64>>,
    pub(crate) pieces: Vec<Piece>,
}

const UNPLACED: i64 = i64::MIN;
/// Ways to go on that are tried from each half-made plan, each week.
const BRANCHES: usize = 6;
/// No more numbers than this are looked at, about: some hundredths of a second.
const MOST_WORK: usize = 40_000_000;
/// Beyond this, more hours a week make a step no harder.
const WIDEST: i64 = 1_000;

impl Packing {
    /// Narrows when pieces may start, as those before and after them must have room; `false` when there is none.
    pub(crate) fn narrow(&mut self) -> bool {
        for _ in 0..=self.pieces.len() {
            let mut changed = false;
            for i in 0..self.pieces.len() {
                for k in 0..self.pieces[i].before.len() {
                    let (j, wait) = self.pieces[i].before[k];
                    let gap = self.pieces[j].weeks + wait;
                    let (first, last) = (self.pieces[j].first + gap, self.pieces[i].last - gap);
                    changed |= self.pieces[i].first < first || self.pieces[j].last > last;
                    self.pieces[i].first = self.pieces[i].first.max(first);
                    self.pieces[j].last = self.pieces[j].last.min(last);
                }
            }
            if !changed {
                break;
            }
        }
        self.spare() >= 0 && self.pieces.iter().all(|piece| piece.first <= piece.last)
    }

    /// Hours that are left over when all pieces are in.
    fn spare(&self) -> i64 {
        let there: i64 = self.capacity[0].iter().sum();
        there - self.pieces.iter().map(|piece| piece.weeks * piece.amounts[0]).sum::<i64>()
    }

    /// The same, seen from the end.
    pub(crate) fn reversed(&self) -> Packing {
        let mut pieces: Vec<Piece> = self
            .pieces
            .iter()
            .map(|piece| Piece {
                first: self.weeks - piece.last - piece.weeks,
                last: self.weeks - piece.first - piece.weeks,
                before: Vec::new(),
                hold_offs: piece.hold_offs.iter().map(|&(a, b)| (self.weeks - b, self.weeks - a)).collect(),
                ..piece.clone()
            })
            .collect();
        for (i, piece) in self.pieces.iter().enumerate() {
            for &(j, wait) in &piece.before {
                pieces[j].before.push((i, wait));
            }
        }
        let capacity = self.capacity.iter().map(|weekly| weekly.iter().rev().copied().collect()).collect();
        Packing { weeks: self.weeks, capacity, pieces }
    }

    /// When each piece starts, if they can all be put in. `width` half-made plans are kept, fewer if that would take long.
    pub(crate) fn pack(
        &self,
        width: usize,
        random: &mut Random,
        should_stop: &dyn Fn() -> bool,
    ) -> Option<Vec<i64>> {
        let each = self.weeks as usize * self.capacity.len() + self.pieces.len();
        let width = width.min(MOST_WORK / (self.weeks as usize * BRANCHES * each).max(1));
        let taste = Taste::new(self, random);
        let mut beam = vec![Partial::new(self)];
        for week in 0..self.weeks {
            if should_stop() {
                return None;
            }
            let mut candidates = Vec::new();
            for (parent, partial) in beam.iter().enumerate() {
                self.extend(partial, parent, week, &taste, random, &mut candidates);
            }
            beam = self.best_of(&mut candidates, &beam, week, width);
            if beam.is_empty() {
                return None;
            }
            if let Some(whole) = beam.iter().find(|partial| partial.left == 0) {
                return Some(whole.starts.clone());
            }
        }
        None
    }

    /// The half-made plans to go on with.
    fn best_of(
        &self,
        candidates: &mut Vec<Candidate>,
        beam: &[Partial],
        week: i64,
        width: usize,
    ) -> Vec<Partial> {
        candidates.sort_by_key(|candidate| (candidate.score, candidate.mark));
        candidates.dedup_by_key(|candidate| candidate.mark);
        let mut best = Vec::with_capacity(width);
        for candidate in candidates {
            if best.len() == width {
                break;
            }
            let partial = beam[candidate.parent].with(self, candidate, week);
            if self.has_room(&partial, week + 1) {
                best.push(partial);
            }
        }
        best
    }

    /// Ways to go on from a half-made plan: what starts in this week.
    fn extend(
        &self,
        partial: &Partial,
        parent: usize,
        week: i64,
        taste: &Taste,
        random: &mut Random,
        candidates: &mut Vec<Candidate>,
    ) {
        let open: Vec<usize> = (0..self.pieces.len()).filter(|&i| self.can_start(partial, i, week)).collect();
        let spare = self.spare();
        let mut free = partial.free.clone();
        for turn in 0..BRANCHES {
            let noise = if turn == 0 { 1 } else { taste.noise };
            let (chosen, unused) = self.choose(&open, &mut free, week, taste, noise, random);
            let wasted = partial.wasted + unused;
            if wasted > spare {
                continue;
            }
            let hardness = partial.hardness - chosen.iter().map(|&i| taste.hardness[i]).sum::<i64>();
            let mark =
                chosen.iter().fold(partial.mark, |mark, &i| mark ^ taste.marks[i].rotate_left(week as u32));
            let score = wasted * taste.waste + hardness;
            candidates.push(Candidate { parent, chosen, wasted, hardness, score, mark });
        }
    }

    /// Which of the open pieces start in this week, and how many of its hours are unused then: what cannot wait, and then
    /// the hardest, with some chance.
    fn choose(
        &self,
        open: &[usize],
        free: &mut [Vec<i64>],
        week: i64,
        taste: &Taste,
        noise: usize,
        random: &mut Random,
    ) -> (Vec<usize>, i64) {
        let mut order: Vec<(bool, i64, usize)> = open
            .iter()
            .map(|&i| (self.pieces[i].last > week, -taste.by_hour[i] - random.below(noise) as i64, i))
            .collect();
        order.sort_unstable();
        let mut chosen = Vec::new();
        for &(_, _, i) in &order {
            if self.fits(free, i, week) {
                self.take(free, i, week);
                chosen.push(i);
            }
        }
        self.fill_up(free, &mut chosen, open, week);
        let unused = free[0][week as usize];
        chosen.iter().for_each(|&i| self.give_back(free, i, week));
        (chosen, unused)
    }

    /// Exchanges a chosen piece for one that leaves fewer hours of the week unused.
    fn fill_up(&self, free: &mut [Vec<i64>], chosen: &mut [usize], open: &[usize], week: i64) {
        let left = free[0][week as usize];
        if left == 0 {
            return;
        }
        let mut best: Option<(i64, usize, usize)> = None;
        for k in 0..chosen.len() {
            let out = chosen[k];
            if self.pieces[out].last <= week {
                continue;
            }
            self.give_back(free, out, week);
            for &i in open {
                let more = self.pieces[i].amounts[0] - self.pieces[out].amounts[0];
                if more > 0
                    && more <= left
                    && !chosen.contains(&i)
                    && best.is_none_or(|b| more > b.0)
                    && self.fits(free, i, week)
                {
                    best = Some((more, k, i));
                }
            }
            self.take(free, out, week);
        }
        if let Some((_, k, i)) = best {
            self.give_back(free, chosen[k], week);
            self.take(free, i, week);
            chosen[k] = i;
        }
    }

    fn can_start(&self, partial: &Partial, i: usize, week: i64) -> bool {
        let piece = &self.pieces[i];
        partial.starts[i] == UNPLACED
            && piece.first <= week
            && piece.last >= week
            && piece.before.iter().all(|&(j, wait)| {
                partial.starts[j] != UNPLACED && partial.starts[j] + self.pieces[j].weeks + wait <= week
            })
            && piece.hold_offs.iter().all(|&(a, b)| week >= b || week + piece.weeks <= a)
            && self.fits(&partial.free, i, week)
    }

    fn fits(&self, free: &[Vec<i64>], i: usize, week: i64) -> bool {
        let piece = &self.pieces[i];
        let run = week as usize..(week + piece.weeks) as usize;
        piece.amounts.iter().zip(free).all(|(amount, there)| there[run.clone()].iter().all(|t| t >= amount))
    }

    fn take(&self, free: &mut [Vec<i64>], i: usize, week: i64) {
        self.change(free, i, week, -1);
    }

    fn give_back(&self, free: &mut [Vec<i64>], i: usize, week: i64) {
        self.change(free, i, week, 1);
    }

    fn change(&self, free: &mut [Vec<i64>], i: usize, week: i64, times: i64) {
        let piece = &self.pieces[i];
        for (amount, there) in piece.amounts.iter().zip(free) {
            there[week as usize..(week + piece.weeks) as usize].iter_mut().for_each(|t| *t += times * amount);
        }
    }

    /// Can what is left still be done in time, by the hours of every stretch that begins now?
    fn has_room(&self, partial: &Partial, week: i64) -> bool {
        let mut needs = vec![0; self.weeks as usize + 1];
        for (i, piece) in self.pieces.iter().enumerate() {
            if partial.starts[i] == UNPLACED {
                if piece.last < week {
                    return false;
                }
                needs[(piece.last + piece.weeks) as usize] += piece.weeks * piece.amounts[0];
            }
        }
        let (mut need, mut there) = (0, 0);
        (week..self.weeks).all(|w| {
            there += partial.free[0][w as usize];
            need += needs[w as usize + 1];
            need <= there
        })
    }
}

/// What is thought hard, by chance: steps that much comes after, long ones, and those with many hours a week.
struct Taste {
    by_hour: Vec<i64>,
    hardness: Vec<i64>,
    marks: Vec<u64>,
    /// How bad an unused hour is.
    waste: i64,
    noise: usize,
}

impl Taste {
    fn new(packing: &Packing, random: &mut Random) -> Self {
        let (late, long, wide) = (random.below(9) as i64, random.below(9) as i64, random.below(9) as i64);
        let by_hour = packing.pieces.iter().map(|piece| {
            let (urgent, hours) = (packing.weeks - piece.last, piece.amounts[0].min(WIDEST));
            2 * late * urgent + 8 * long * piece.weeks + 8 * wide * hours
        });
        let by_hour: Vec<i64> = by_hour.collect();
        let hours = packing.pieces.iter().map(|piece| piece.weeks * piece.amounts[0].min(WIDEST));
        Taste {
            hardness: hours.zip(&by_hour).map(|(hours, by_hour)| hours * by_hour).collect(),
            by_hour,
            marks: packing.pieces.iter().map(|_| random.next()).collect(),
            waste: 200 << random.below(6),
            noise: 100 << random.below(6),
        }
    }
}

/// A half-made plan.
#[derive(Clone)]
struct Partial {
    starts: Vec<i64>,
    free: Vec<Vec<i64>>,
    left: usize,
    wasted: i64,
    hardness: i64,
    mark: u64,
}

impl Partial {
    fn new(packing: &Packing) -> Self {
        Partial {
            starts: vec![UNPLACED; packing.pieces.len()],
            free: packing.capacity.clone(),
            left: packing.pieces.len(),
            wasted: 0,
            hardness: 0,
            mark: 0,
        }
    }

    /// As this one, with what the candidate starts in the week.
    fn with(&self, packing: &Packing, candidate: &Candidate, week: i64) -> Self {
        let mut next = Partial {
            wasted: candidate.wasted,
            hardness: candidate.hardness,
            mark: candidate.mark,
            left: self.left - candidate.chosen.len(),
            starts: self.starts.clone(),
            free: self.free.clone(),
        };
        for &i in &candidate.chosen {
            packing.take(&mut next.free, i, week);
            next.starts[i] = week;
        }
        next
    }
}

/// What a half-made plan could start in a week.
struct Candidate {
    parent: usize,
    chosen: Vec<usize>,
    wasted: i64,
    hardness: i64,
    score: i64,
    mark: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(weeks: i64, hours: i64, before: &[usize]) -> Piece {
        Piece {
            weeks,
            amounts: vec![hours],
            first: 0,
            last: 6 - weeks,
            before: before.iter().map(|&i| (i, 0)).collect(),
            hold_offs: Vec::new(),
        }
    }

    /// Six weeks of ten hours, all of them needed; the hardest piece has to wait.
    fn without_a_gap() -> Packing {
        let pieces =
            vec![piece(2, 4, &[]), piece(4, 6, &[]), piece(4, 4, &[0]), piece(2, 3, &[1]), piece(2, 3, &[1])];
        Packing { weeks: 6, capacity: vec![vec![10; 6]], pieces }
    }

    #[test]
    fn weeks_are_filled_without_a_gap_from_both_ends() {
        let mut packing = without_a_gap();
        assert!(packing.narrow());
        assert_eq!(packing.pack(4, &mut Random::new(), &|| false), Some(vec![0, 0, 2, 4, 4]));
        assert_eq!(packing.reversed().pack(4, &mut Random::new(), &|| false), Some(vec![4, 2, 0, 0, 0]));
    }

    #[test]
    fn a_week_too_few_is_seen_at_once() {
        let mut packing = without_a_gap();
        packing.pieces.push(piece(1, 1, &[]));
        assert!(!packing.narrow());
    }

    #[test]
    fn a_stretch_too_large_to_look_at_is_left() {
        let mut packing = without_a_gap();
        packing.weeks = 2_000;
        packing.capacity = vec![vec![10; 2_000]; 9];
        packing.pieces.iter_mut().for_each(|piece| piece.amounts.resize(9, 0));
        assert_eq!(packing.pack(4, &mut Random::new(), &|| false), None);
    }
}
