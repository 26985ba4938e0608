//! Scarcity: in every stretch of weeks the steps must find room.
//!
//! One argument serves all. In the weeks from `a` to `b` a step must run at least
//! `min(weeks, b − a, start + weeks − a, b − start)` weeks, wherever in its bounds it starts; of a list from which more
//! steps must be taken, at least the smallest count. If that is more than there is, there is a contradiction. If it is too much
//! only while some step runs longer than `q` weeks in the stretch, that step starts at `a + q − weeks` or before, or at
//! `b − q` or after. For a stretch of one week this is the usual timetable.

use crate::engine::Engine;
use crate::literal::Lit;
use crate::proof::Hint;

/// Room for the propagation, kept between calls.
#[derive(Default)]
pub(crate) struct Scratch {
    profile: Vec<i64>,
    entries: Vec<Entry>,
    optional: Vec<Entry>,
    prefix: Vec<i64>,
    slope: Vec<i64>,
}

/// How often looking at all stretches helped, by the depth of the search: where it seldom does, it is seldom done.
/// Plans are right without it, as single weeks are always looked at.
#[derive(Default)]
pub(crate) struct Worth {
    depths: Vec<Depth>,
}

#[derive(Default, Clone)]
struct Depth {
    asked: u32,
    looked: u32,
    helped: u32,
}

impl Worth {
    /// Decisions that are counted together.
    const TOGETHER: u32 = 4;

    fn is_due(&mut self, level: u32) -> bool {
        let at = (level / Self::TOGETHER) as usize;
        if self.depths.len() <= at {
            self.depths.resize(at + 1, Depth::default());
        }
        let depth = &mut self.depths[at];
        depth.asked = depth.asked.wrapping_add(1);
        level == 0 || depth.looked < 32 || depth.helped * 12 >= depth.looked || depth.asked.is_multiple_of(8)
    }

    fn count(&mut self, level: u32, helped: bool) {
        let depth = &mut self.depths[(level / Self::TOGETHER) as usize];
        depth.looked += 1;
        depth.helped += u32::from(helped);
        if depth.looked >= 512 {
            (depth.looked, depth.helped) = (depth.looked / 2, depth.helped / 2);
        }
    }
}

/// A step on one resource.
#[derive(Clone, Copy)]
struct Entry {
    step: usize,
    weeks: i32,
    amount: i64,
    lo: i32,
    hi: i32,
    group: usize,
}

impl Entry {
    /// Weeks that it must run between two weeks.
    fn within(&self, a: i32, b: i32) -> i32 {
        self.weeks.min(b - a).min(self.lo + self.weeks - a).min(b - self.hi).max(0)
    }
}

/// A stretch of weeks, of a resource, and what there is in it.
#[derive(Clone, Copy)]
struct Stretch {
    resource: usize,
    a: i32,
    b: i32,
    limit: i64,
    /// For a load: which.
    load: Option<usize>,
}

const NO_GROUP: usize = usize::MAX;

impl Engine<'_> {
    fn entry(&self, step: usize, resource: usize) -> Entry {
        let task = &self.model.tasks[step];
        let mut hi = self.hi[task.var].min(task.last);
        if hi == task.last
            && task.is_goal
            && let Some(finish) = self.model.finish
        {
            hi = hi.min(self.hi[finish] - task.weeks);
        }
        let group = task.group.unwrap_or(NO_GROUP);
        Entry { step, weeks: task.weeks, amount: task.uses[resource], lo: self.lo[task.var], hi, group }
    }

    fn capacity_in(&self, resource: usize, week: i32) -> i64 {
        let there = self.model.capacity[resource].get(week as usize).copied().unwrap_or(0);
        match self.model.peak {
            Some(peak) if resource == 0 => there.min(i64::from(self.hi[peak])),
            _ => there,
        }
    }

    pub(crate) fn propagate_energy(&mut self, resource: usize) -> bool {
        let mut scratch = std::mem::take(&mut self.scratch);
        let mut fine = self.timetable(resource, &mut scratch);
        let depth = self.level();
        if fine && self.worth.is_due(depth) {
            let before = self.narrowed();
            fine = self.stretches(resource, &mut scratch);
            let helped = !fine || self.narrowed() > before;
            self.worth.count(depth, helped);
        }
        self.scratch = scratch;
        fine
    }

    // ---- single weeks ----------------------------------------------------------------------------------------

    fn timetable(&mut self, resource: usize, scratch: &mut Scratch) -> bool {
        let weeks = self.model.weeks;
        scratch.profile.clear();
        scratch.profile.resize(weeks as usize, 0);
        scratch.entries.clear();
        scratch.optional.clear();
        for step in 0..self.model.tasks.len() {
            let entry = self.entry(step, resource);
            if entry.amount == 0 || entry.weeks == 0 || self.is_left(step) {
                continue;
            }
            if !self.is_taken(step) {
                scratch.optional.push(entry);
                continue;
            }
            for week in entry.hi..entry.lo + entry.weeks {
                scratch.profile[week as usize] += entry.amount;
            }
            scratch.entries.push(entry);
        }
        scratch.prefix.clear();
        scratch.prefix.push(0);
        for week in 0..weeks {
            let there = self.capacity_in(resource, week);
            scratch.prefix.push(scratch.prefix[week as usize] + there);
            if scratch.profile[week as usize] > there {
                let stretch = Stretch { resource, a: week, b: week + 1, limit: there, load: None };
                return self.overfull(stretch);
            }
        }
        for k in 0..scratch.entries.len() + scratch.optional.len() {
            let optional = k >= scratch.entries.len();
            let entry =
                if optional { scratch.optional[k - scratch.entries.len()] } else { scratch.entries[k] };
            if !self.fit_early(resource, entry, optional, scratch) {
                return false;
            }
            if !optional && entry.lo < entry.hi && !self.fit_late(resource, entry, scratch) {
                return false;
            }
        }
        true
    }

    /// Moves the first start past the weeks that are full.
    fn fit_early(&mut self, resource: usize, entry: Entry, optional: bool, scratch: &Scratch) -> bool {
        let task = &self.model.tasks[entry.step];
        let (own_from, own_to) = if optional { (0, 0) } else { (entry.hi, entry.lo + entry.weeks) };
        let mut start = entry.lo;
        let mut week = start;
        while week < start + entry.weeks {
            if start > task.last || week >= self.model.weeks {
                break;
            }
            let own = if (own_from..own_to).contains(&week) { entry.amount } else { 0 };
            let there = scratch.prefix[week as usize + 1] - scratch.prefix[week as usize];
            if scratch.profile[week as usize] - own + entry.amount > there {
                let stretch = Stretch { resource, a: week, b: week + 1, limit: there, load: None };
                if !self.push_early(stretch, entry.step) {
                    return false;
                }
                start = week + 1;
                if start > entry.hi {
                    break;
                }
            }
            week += 1;
        }
        true
    }

    fn fit_late(&mut self, resource: usize, entry: Entry, scratch: &Scratch) -> bool {
        let task = &self.model.tasks[entry.step];
        let (own_from, own_to) = (entry.hi, entry.lo + entry.weeks);
        let mut end = self.hi[task.var] + entry.weeks;
        let mut week = end - 1;
        while week >= end - entry.weeks && week >= 0 {
            let own = if (own_from..own_to).contains(&week) { entry.amount } else { 0 };
            let there = scratch.prefix[week as usize + 1] - scratch.prefix[week as usize];
            if scratch.profile[week as usize] - own + entry.amount > there {
                let stretch = Stretch { resource, a: week, b: week + 1, limit: there, load: None };
                if !self.push_late(stretch, entry.step) {
                    return false;
                }
                end = week;
                if end - entry.weeks < entry.lo {
                    break;
                }
            }
            week -= 1;
        }
        true
    }

    // ---- stretches of weeks ----------------------------------------------------------------------------------

    fn stretches(&mut self, resource: usize, scratch: &mut Scratch) -> bool {
        let entries: &mut [Entry] = &mut scratch.entries;
        for entry in entries.iter_mut() {
            *entry = self.entry(entry.step, resource);
        }
        for entry in &mut scratch.optional {
            *entry = self.entry(entry.step, resource);
        }
        let optional = &scratch.optional;
        let largest_optional = optional.iter().map(|e| i64::from(e.weeks) * e.amount).max().unwrap_or(0);
        let mut begins: Vec<i32> = entries.iter().map(|e| e.lo).collect();
        let mut ends: Vec<i32> = entries.iter().map(|e| e.hi + e.weeks).collect();
        for list in [&mut begins, &mut ends] {
            list.sort_unstable();
            list.dedup();
        }
        let mut groups = self.open_groups(resource);
        // No stretch can ask more of a list than all the weeks together.
        let most_of_groups: i64 = groups.iter_mut().map(|g| g.least(0, 0, true)).sum();
        let horizon = ends.last().copied().unwrap_or(0).min(self.model.weeks);
        let largest =
            entries.iter().filter(|e| e.lo < e.hi).map(|e| i64::from(e.weeks) * e.amount).max().unwrap_or(0);
        for &a in &begins {
            least_by_end(entries, a, horizon, &mut scratch.slope);
            let (mut slope, mut used, mut next) = (0, 0, 0);
            for b in a + 1..=horizon {
                slope += scratch.slope[(b - 1 - a) as usize];
                used += slope;
                while ends.get(next).is_some_and(|&end| end < b) {
                    next += 1;
                }
                if b == a + 1 || ends.get(next) != Some(&b) {
                    continue;
                }
                let limit = scratch.prefix[b as usize] - scratch.prefix[a as usize];
                if limit - used >= most_of_groups + largest.max(largest_optional) {
                    continue;
                }
                let sum = used + groups.iter_mut().map(|group| group.least(a, b, false)).sum::<i64>();
                let stretch = Stretch { resource, a, b, limit, load: None };
                if sum > limit {
                    return self.overfull(stretch);
                }
                if limit - sum < largest && !self.push_from(stretch, limit - sum, entries) {
                    return false;
                }
                if limit - sum < largest_optional && !self.leave_out(stretch, limit - sum, optional, &groups)
                {
                    return false;
                }
            }
        }
        true
    }

    /// Moves the steps that would run too long in the stretch.
    fn push_from(&mut self, s: Stretch, spare: i64, entries: &[Entry]) -> bool {
        for entry in entries {
            let within = entry.within(s.a, s.b);
            let more = i64::from(entry.weeks.min(s.b - s.a) - within) * entry.amount;
            if more <= spare || entry.lo == entry.hi {
                continue;
            }
            let var = self.model.tasks[entry.step].var;
            let q = spare / entry.amount + i64::from(within);
            let early = (entry.lo + entry.weeks).min(s.b) - entry.lo.max(s.a);
            if i64::from(early) > q && self.lo[var] < s.b - q as i32 && !self.push_early(s, entry.step) {
                return false;
            }
            let late = (entry.hi + entry.weeks).min(s.b) - entry.hi.max(s.a);
            if i64::from(late) > q
                && self.hi[var] > s.a + q as i32 - entry.weeks
                && !self.push_late(s, entry.step)
            {
                return false;
            }
        }
        true
    }

    /// Leaves out the steps that there is no room for in the stretch.
    fn leave_out(&mut self, s: Stretch, spare: i64, optional: &[Entry], groups: &[OpenGroup]) -> bool {
        for entry in optional {
            let share = entry.share(s.a, s.b);
            if share <= spare {
                continue;
            }
            // With it taken, its list needs one fewer of the others.
            let own = groups.iter().find(|group| group.group == entry.group);
            let spared = own.and_then(|group| group.smallest.iter().max()).copied().unwrap_or(0);
            if share - spared.min(share) > spare
                && !self.is_left(entry.step)
                && !self.push_early(s, entry.step)
            {
                return false;
            }
        }
        true
    }

    /// The lists that still need members, with what these would use.
    fn open_groups(&self, resource: usize) -> Vec<OpenGroup> {
        let mut open = Vec::new();
        for (g, (members, least)) in self.model.groups.iter().enumerate() {
            let taken = members.iter().filter(|&&i| self.is_taken(i)).count();
            if taken >= *least {
                continue;
            }
            let entries = members
                .iter()
                .filter(|&&i| !self.is_taken(i) && !self.is_left(i))
                .map(|&i| {
                    let mut entry = self.entry(i, resource);
                    if entry.group != g {
                        entry.amount = 0;
                    }
                    entry
                })
                .collect();
            open.push(OpenGroup { group: g, needs: least - taken, entries, smallest: Vec::new() });
        }
        open
    }

    // ---- what follows, and why -------------------------------------------------------------------------------

    fn hint(&self, s: Stretch, target: Option<usize>) -> Hint {
        let target = target.map(|step| step as u32);
        match s.load {
            Some(load) => Hint::LoadMost(load as u32, target),
            None => Hint::Energy(s.resource as u32, s.a, s.b, target),
        }
    }

    fn overfull(&mut self, s: Stretch) -> bool {
        let sum = self.sum_within(s, None);
        debug_assert!(sum > s.limit);
        let premises = self.explain_within(s, None, sum - s.limit - 1);
        let hint = self.hint(s, None);
        self.contradict(&premises, hint)
    }

    /// How many weeks the step can run in the stretch, at most.
    fn room(&self, s: Stretch, step: usize) -> (i64, i64) {
        let rest = self.sum_within(s, Some(step));
        let amount = self.model.tasks[step].uses[s.resource];
        ((s.limit - rest).div_euclid(amount), rest)
    }

    fn push_early(&mut self, s: Stretch, step: usize) -> bool {
        let task = &self.model.tasks[step];
        let (q, rest) = self.room(s, step);
        let longest = i64::from(task.weeks.min(s.b - s.a));
        if q >= longest {
            return true;
        }
        let slack = rest - (s.limit - task.uses[s.resource] * (q.max(-1) + 1) + 1);
        let mut premises = self.explain_within(s, Some(step), slack);
        let hint = self.hint(s, Some(step));
        if q < 0 {
            return self.set(!task.taken, &premises, hint);
        }
        let q = q as i32;
        let (before, after) = (s.a + q - task.weeks, (s.b - q).min(task.absent()));
        if self.lo[task.var] <= before || self.lo[task.var] >= after {
            return true;
        }
        premises.push(self.literals.ge(task.var, before + 1));
        self.set(self.literals.ge(task.var, after), &premises, hint)
    }

    fn push_late(&mut self, s: Stretch, step: usize) -> bool {
        let task = &self.model.tasks[step];
        let (q, rest) = self.room(s, step);
        let longest = i64::from(task.weeks.min(s.b - s.a));
        if q >= longest {
            return true;
        }
        let slack = rest - (s.limit - task.uses[s.resource] * (q.max(-1) + 1) + 1);
        let mut premises = self.explain_within(s, Some(step), slack);
        let hint = self.hint(s, Some(step));
        if q < 0 {
            return self.set(!task.taken, &premises, hint);
        }
        let q = q as i32;
        let (before, after) = (s.a + q - task.weeks, s.b - q);
        if self.hi[task.var] > task.last || self.hi[task.var] >= after || self.hi[task.var] <= before {
            return true;
        }
        premises.push(self.literals.le(task.var, (after - 1).min(task.last)));
        self.set(self.literals.le(task.var, before), &premises, hint)
    }

    /// What is used in the stretch at least, without one step; its list then counts it as taken.
    fn sum_within(&self, s: Stretch, without: Option<usize>) -> i64 {
        let mut sum = 0;
        for step in 0..self.model.tasks.len() {
            if Some(step) != without && self.is_taken(step) {
                let entry = self.entry(step, s.resource);
                sum += i64::from(entry.within(s.a, s.b)) * entry.amount;
            }
        }
        sum + self.groups_without(s, without).iter_mut().map(|g| g.least(s.a, s.b, false)).sum::<i64>()
    }

    fn groups_without(&self, s: Stretch, without: Option<usize>) -> Vec<OpenGroup> {
        let mut groups = self.open_groups(s.resource);
        if let Some(step) = without.filter(|&step| !self.is_taken(step)) {
            for group in &mut groups {
                let before = group.entries.len();
                group.entries.retain(|e| e.step != step);
                group.needs -= before - group.entries.len();
            }
        }
        groups
    }

    /// Bounds that make the sum what it is, with some slack given away.
    fn explain_within(&self, s: Stretch, without: Option<usize>, mut slack: i64) -> Vec<Lit> {
        let mut premises = Vec::new();
        self.explain_limit(s, &mut premises);
        let mut counted: Vec<(Entry, i32)> = (0..self.model.tasks.len())
            .filter(|&step| Some(step) != without && self.is_taken(step))
            .map(|step| self.entry(step, s.resource))
            .map(|entry| (entry, entry.within(s.a, s.b)))
            .filter(|(entry, weeks)| *weeks > 0 && entry.amount > 0)
            .collect();
        counted.sort_by_key(|(entry, weeks)| entry.amount * i64::from(*weeks));
        for (entry, weeks) in &mut counted {
            let spared = (slack / entry.amount).min(i64::from(*weeks));
            // Half a step's share explains no less than the whole: only take what helps.
            slack -= spared * entry.amount;
            *weeks -= spared as i32;
        }
        for (entry, weeks) in counted.iter().filter(|(_, weeks)| *weeks > 0) {
            self.explain_share(s, *entry, *weeks, true, &mut premises);
        }
        for mut group in self.groups_without(s, without) {
            let least = group.least(s.a, s.b, false);
            if least == 0 {
                continue;
            }
            if least <= slack {
                slack -= least;
                continue;
            }
            self.explain_group(s, &group, &mut premises);
        }
        premises
    }

    fn explain_limit(&self, s: Stretch, premises: &mut Vec<Lit>) {
        if let (Some(peak), 0, None) = (self.model.peak, s.resource, s.load) {
            let most = i64::from(self.hi[peak]);
            let matters = (s.a..s.b)
                .any(|week| self.model.capacity[0].get(week as usize).is_some_and(|&there| there > most));
            if matters {
                premises.push(self.literals.le(peak, self.hi[peak]));
            }
        }
    }

    /// The step runs at least so many weeks of the stretch.
    fn explain_share(&self, s: Stretch, entry: Entry, weeks: i32, taken: bool, premises: &mut Vec<Lit>) {
        let task = &self.model.tasks[entry.step];
        premises.push(self.literals.ge(task.var, s.a + weeks - task.weeks));
        let last = s.b - weeks;
        if taken && self.hi[task.var] <= last {
            premises.push(self.literals.le(task.var, last.min(task.last)));
            return;
        }
        if taken {
            premises.push(task.taken);
        }
        if task.last > last
            && let Some(finish) = self.model.finish
        {
            premises.push(self.literals.le(finish, last + task.weeks));
        }
    }

    fn explain_group(&self, s: Stretch, group: &OpenGroup, premises: &mut Vec<Lit>) {
        let mut shares: Vec<i64> = group.entries.iter().map(|e| e.share(s.a, s.b)).collect();
        shares.sort_unstable();
        shares.truncate(group.needs);
        let largest = shares.last().copied().unwrap_or(0);
        for entry in &group.entries {
            let share = entry.share(s.a, s.b).min(largest);
            if share > 0 {
                let weeks = ((share + entry.amount - 1) / entry.amount) as i32;
                self.explain_share(s, *entry, weeks, false, premises);
            }
        }
        for &member in &self.model.groups[group.group].0 {
            if self.is_left(member) {
                self.explain_absence(s, group.group, member, largest, premises);
            }
        }
    }

    /// The step is not among those that use least: it starts so late that it would use as much, or is not taken.
    fn explain_absence(&self, s: Stretch, group: usize, member: usize, share: i64, premises: &mut Vec<Lit>) {
        let task = &self.model.tasks[member];
        let amount = task.uses[s.resource];
        let weeks = if amount > 0 {
            ((share + amount - 1) / amount).min(i64::from(i32::MAX)) as i32
        } else {
            i32::MAX
        };
        if task.group == Some(group) && weeks <= task.weeks.min(s.b - s.a) {
            let last = s.b - weeks;
            let arrives = self.model.finish.filter(|&f| task.is_goal && self.hi[f] <= last + task.weeks);
            if task.last <= last || arrives.is_some() {
                premises.push(self.literals.ge(task.var, (s.a + weeks - task.weeks).min(task.absent())));
                if let (true, Some(finish)) = (task.last > last, arrives) {
                    premises.push(self.literals.le(finish, last + task.weeks));
                }
                return;
            }
        }
        premises.push(!task.taken);
    }

    // ---- loads -----------------------------------------------------------------------------------------------

    pub(crate) fn propagate_load_most(&mut self, load: usize) -> bool {
        let window = &self.model.windows[load];
        let s = Stretch {
            resource: 0,
            a: window.from,
            b: window.to,
            limit: window.most.unwrap_or(i64::MAX / 4),
            load: Some(load),
        };
        if s.b <= s.a {
            return true;
        }
        if self.sum_within(s, None) > s.limit {
            return self.overfull(s);
        }
        for step in 0..self.model.tasks.len() {
            let task = &self.model.tasks[step];
            if task.uses[0] == 0
                || task.weeks == 0
                || self.is_left(step)
                || self.lo[task.var] == self.hi[task.var]
            {
                continue;
            }
            if !self.push_early(s, step) || (self.is_taken(step) && !self.push_late(s, step)) {
                return false;
            }
        }
        true
    }

    pub(crate) fn propagate_load_least(&mut self, load: usize) -> bool {
        let window = &self.model.windows[load];
        let (a, b, least) = (window.from, window.to, window.least);
        let most_of = |engine: &Self, step: usize| engine.most_within(step, a, b);
        let amount = |step: usize| self.model.tasks[step].uses[0];
        let can: i64 = (0..self.model.tasks.len()).map(|i| most_of(self, i) * amount(i)).sum();
        if can < least {
            let premises = self.explain_most(a, b, None);
            return self.contradict(&premises, Hint::LoadLeast(load as u32, None));
        }
        for step in 0..self.model.tasks.len() {
            let task = &self.model.tasks[step];
            let most = most_of(self, step);
            if task.uses[0] == 0 || most == 0 {
                continue;
            }
            let lacks = least - (can - most * task.uses[0]);
            if lacks <= 0 {
                continue;
            }
            let needs = ((lacks + task.uses[0] - 1) / task.uses[0]) as i32;
            let premises = self.explain_most(a, b, Some(step));
            let hint = Hint::LoadLeast(load as u32, Some(step as u32));
            let early = self.literals.ge(task.var, a + needs - task.weeks);
            let late = self.literals.le(task.var, (b - needs).min(task.last));
            if !self.set(late, &premises, hint) || !self.set(early, &premises, hint) {
                return false;
            }
        }
        true
    }

    /// Weeks that a step can run between two weeks at most.
    fn most_within(&self, step: usize, a: i32, b: i32) -> i64 {
        let task = &self.model.tasks[step];
        if self.is_left(step) || a >= b {
            return 0;
        }
        let (lo, hi) = (self.lo[task.var], self.hi[task.var].min(task.last));
        i64::from(task.weeks.min(b - a).min(b - lo).min(hi + task.weeks - a).max(0))
    }

    /// Why the steps cannot run longer.
    fn explain_most(&self, a: i32, b: i32, without: Option<usize>) -> Vec<Lit> {
        let mut premises = Vec::new();
        for (step, task) in self.model.tasks.iter().enumerate() {
            if Some(step) == without || task.uses[0] == 0 {
                continue;
            }
            let most = self.most_within(step, a, b) as i32;
            if most == task.weeks.min(b - a) {
                continue;
            }
            if self.lo[task.var] >= (b - most).min(task.absent()) {
                premises.push(self.literals.ge(task.var, (b - most).min(task.absent())));
            } else if task.last > a + most - task.weeks {
                premises.push(self.literals.le(task.var, a + most - task.weeks));
            }
        }
        premises
    }
}

impl Entry {
    fn share(&self, a: i32, b: i32) -> i64 {
        i64::from(self.within(a, b)) * self.amount
    }
}

/// For the stretches that begin in week `a`: by how much the least use grows faster with every week of their end.
fn least_by_end(entries: &[Entry], a: i32, horizon: i32, slope: &mut Vec<i64>) {
    slope.clear();
    slope.resize((horizon - a).max(0) as usize + 1, 0);
    for entry in entries {
        let begin = entry.hi.max(a);
        let end = begin + entry.weeks.min(entry.lo + entry.weeks - a);
        if begin < end && begin < horizon {
            slope[(begin - a) as usize] += entry.amount;
            slope[(end.min(horizon) - a) as usize] -= entry.amount;
        }
    }
}

/// A list that still needs members.
struct OpenGroup {
    group: usize,
    needs: usize,
    entries: Vec<Entry>,
    smallest: Vec<i64>,
}

impl OpenGroup {
    /// What these members use between two weeks at least; `whole` counts all their weeks.
    fn least(&mut self, a: i32, b: i32, whole: bool) -> i64 {
        self.smallest.clear();
        for entry in &self.entries {
            let share = if whole { i64::from(entry.weeks) * entry.amount } else { entry.share(a, b) };
            if self.smallest.len() < self.needs {
                self.smallest.push(share);
            } else {
                match self.smallest.iter_mut().max() {
                    Some(largest) if share < *largest => *largest = share,
                    _ => {}
                }
            }
        }
        self.smallest.iter().sum()
    }
}
