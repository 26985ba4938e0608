//! From needs to a problem of numbers: what can be reached, what each step becomes, and what comes before what.

use super::time::{Weeks, cents, half_hours};
use crate::{
    goals::{Aim, HeldOff, Wish, Wishes},
    remedy::{Need, Node},
    steps::{Deed, Gain},
};
use jiff::civil::Date;
use rung_career::{Capacity, Kind, List, MOST_STEPS, Objective, Problem, Step, Week};
use rung_record::Hours;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Hours a week above which nobody is assumed to study for a renewal.
const CE_PACE: Hours = Hours::from_whole(2);

/// A problem of numbers with what its numbers mean. Owned and complete, so that an agreed plan can be kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    /// The problem.
    pub problem: Problem,
    /// What each step of the problem stands for.
    pub places: Vec<Place>,
    /// For each node the step of the problem that is taken when it is done; none for a node that is not used.
    pub done: Vec<Option<usize>>,
    /// For each aim the step of the problem at which it is reached; none where it is reached already.
    pub goals: Vec<Option<usize>>,
    /// What is spread over its weeks beside the problem: renewals, where a late start is wished. They are due whenever the way
    /// begins, and would be its first step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beside: Vec<Beside>,
}

/// A step that is spread evenly over weeks of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Beside {
    /// Which node.
    pub node: usize,
    /// Its first week.
    pub start: Week,
    /// How many weeks.
    pub weeks: Week,
    /// Half-hours a week.
    pub half_hours: u32,
}

impl Default for Numbers {
    /// A problem without steps.
    fn default() -> Self {
        let problem = Problem {
            weeks: 0,
            capacity: Capacity::Every(0),
            resources: Vec::new(),
            steps: Vec::new(),
            certificates: Vec::new(),
            choose: 0,
            routes: Vec::new(),
            lists: Vec::new(),
            goals: Vec::new(),
            loads: Vec::new(),
            by: None,
            budget: None,
            most_hours: None,
            objectives: Vec::new(),
            agreed: Vec::new(),
        };
        Self { problem, places: Vec::new(), done: Vec::new(), goals: Vec::new(), beside: Vec::new() }
    }
}

/// What a step of the problem stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// The node, as it is.
    Node(usize),
    /// The node at one of the paces at which it can be done.
    Pace(usize),
    /// The moment at which the node is done, at whatever pace.
    Done(usize),
    /// A moment at which several things are done: it has no meaning of its own.
    Join,
}

impl Place {
    /// The node whose time it is; none for a moment.
    pub fn node(self) -> Option<usize> {
        match self {
            Self::Node(node) | Self::Pace(node) => Some(node),
            Self::Done(_) | Self::Join => None,
        }
    }
}

/// Which nodes can be done at all: the least set that holds together, so that steps which only need each other are not
/// in it. `without` is looked at as if it could not be done.
pub fn reachable(nodes: &[Node], without: Option<usize>, avoid: &[String]) -> Vec<bool> {
    let mut can = vec![false; nodes.len()];
    loop {
        let mut grown = false;
        for (n, node) in nodes.iter().enumerate() {
            let refused = without == Some(n) || avoid.iter().any(|word| is_called(node, word));
            if !can[n] && !refused && can_be_met(&node.needs, &can) {
                can[n] = true;
                grown = true;
            }
        }
        if !grown {
            return can;
        }
    }
}

/// Whether a need can be met when these nodes can be done.
pub fn can_be_met(need: &Need, can: &[bool]) -> bool {
    match need {
        Need::Nothing | Need::Suppose(_) => true,
        Need::Never(_) => false,
        Need::Step(n) => can[*n],
        Need::All(parts) => parts.iter().all(|part| can_be_met(part, can)),
        Need::Any(parts) => parts.iter().any(|part| can_be_met(part, can)),
        Need::Some { count, of } => of.iter().filter(|part| can_be_met(part, can)).count() >= *count,
        Need::For { need, .. } => can_be_met(need, can),
    }
}

/// Of the nodes that can be done, those that can be a part of a way of so many weeks: not the ones that are done too late
/// for what comes after them.
pub fn in_time(nodes: &[Node], can: &[bool], roots: &[Need], time: Weeks, weeks: Week) -> Vec<bool> {
    let mut done: Vec<Option<Week>> = vec![None; nodes.len()];
    loop {
        let mut changed = false;
        for (n, node) in nodes.iter().enumerate().filter(|(n, _)| can[*n]) {
            let Some(before) = first_met(&node.needs, &done) else { continue };
            let step = &node.step;
            let least = if step.hours.value.is_zero() { step.weeks.value } else { step.weeks.value.max(1) };
            let end = before.max(step.from.map_or(0, |day| time.from(day))) + least;
            if done[n].is_none_or(|known| end < known) {
                done[n] = Some(end);
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    let mut left: Vec<Option<Week>> = vec![None; nodes.len()];
    let mut open: Vec<usize> = roots.iter().flat_map(Need::steps).collect();
    open.iter().for_each(|n| left[*n] = Some(0));
    while let Some(n) = open.pop() {
        let after = left[n].unwrap_or(0) + nodes[n].step.weeks.value;
        for before in nodes[n].needs.steps() {
            if left[before].is_none_or(|known| after < known) {
                left[before] = Some(after);
                open.push(before);
            }
        }
    }
    let fits = |n: usize| {
        can[n] && done[n].zip(left[n]).is_none_or(|(done, left)| done + left <= weeks) && done[n].is_some()
    };
    (0..nodes.len()).map(fits).collect()
}

/// The first week by which a need can be met.
fn first_met(need: &Need, done: &[Option<Week>]) -> Option<Week> {
    match need {
        Need::Nothing | Need::Suppose(_) => Some(0),
        Need::Never(_) => None,
        Need::Step(n) => done[*n],
        Need::All(parts) => {
            parts.iter().try_fold(0, |week: Week, part| Some(week.max(first_met(part, done)?)))
        }
        Need::Any(parts) => parts.iter().filter_map(|part| first_met(part, done)).min(),
        Need::Some { count, of } => {
            let mut weeks: Vec<Week> = of.iter().filter_map(|part| first_met(part, done)).collect();
            weeks.sort_unstable();
            count.checked_sub(1).and_then(|last| weeks.get(last).copied())
        }
        Need::For { need, .. } => first_met(need, done),
    }
}

/// Whether a wish's word names it: its provider, its setting, or a part of its key (a path, a program).
fn is_called(node: &Node, word: &str) -> bool {
    let step = &node.step;
    step.provider.as_ref().is_some_and(|provider| provider.eq_ignore_ascii_case(word))
        || step.key.as_str().split(':').any(|part| part.eq_ignore_ascii_case(word))
        || step.gains.iter().any(|gain| {
            matches!(gain, Gain::Work { setting: Some(setting), .. } if setting.eq_ignore_ascii_case(word))
        })
}

/// What cannot be made into a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TooLarge {
    /// More steps than the solver takes.
    Steps(usize),
}

/// What a problem is laid out of.
pub struct Parts<'n> {
    /// Every step with its needs.
    pub nodes: &'n [Node],
    /// Which of them can be done in time.
    pub can: Vec<bool>,
    /// The aims with their needs.
    pub needs: &'n [(Aim, Need)],
    /// Nodes that are done in any case.
    pub must: &'n [usize],
    /// Nodes that are alike, in the order in which they are held.
    pub rows: &'n [Vec<usize>],
    /// What was wished.
    pub wishes: &'n Wishes,
    /// Hours a week where no season says otherwise.
    pub usual: Hours,
    /// When week 0 is.
    pub time: Weeks,
    /// How many weeks.
    pub weeks: Week,
}

/// Lays out the problem.
pub fn lay_out(parts: Parts<'_>) -> Result<Numbers, TooLarge> {
    let Parts { nodes, can, needs, must, rows, wishes, usual, time, weeks } = parts;
    let mut room = time.room(wishes, usual, weeks);
    let spread = wishes.first.contains(&Wish::LateStart);
    let (beside, must): (Vec<Beside>, &[usize]) =
        if spread { (beside(nodes, must, time, weeks, &mut room), &[]) } else { (Vec::new(), must) };
    let paid: u32 = beside.iter().map(|own| cents(nodes[own.node].step.cost())).sum();
    let mut own = Layout {
        nodes,
        can,
        wishes,
        time,
        weeks,
        levels: levels(&room),
        steps: Vec::new(),
        places: Vec::new(),
        done: vec![None; nodes.len()],
        lists: Vec::new(),
        counters: BTreeMap::new(),
    };
    own.place_all(needs, must);
    let goals: Vec<Option<usize>> = needs.iter().map(|(aim, need)| own.goal(aim, need)).collect();
    own.order_all();
    own.count_what_is_sure(needs);
    for row in rows {
        for two in row.windows(2) {
            if let (Some(first), Some(then)) = (own.done[two[0]], own.done[two[1]])
                && own.steps[then].weeks == 0
            {
                own.steps[then].after.push(first);
            }
        }
    }
    for node in must {
        if let Some(step) = own.done[*node] {
            own.steps[step].kind = Kind::Must;
        }
    }
    if own.steps.len() > MOST_STEPS {
        return Err(TooLarge::Steps(own.steps.len()));
    }
    let problem = Problem {
        weeks,
        capacity: Capacity::Weekly(room),
        resources: Vec::new(),
        steps: own.steps,
        certificates: Vec::new(),
        choose: 0,
        routes: Vec::new(),
        lists: own.lists,
        loads: Vec::new(),
        // Nothing is taken that no goal needs, so that the last step taken is the arrival. Said like this, the solver knows that
        // every step ends before it.
        goals: Vec::new(),
        by: None,
        budget: wishes.budget.map(|most| cents(most).saturating_sub(paid)),
        most_hours: None,
        objectives: objectives(&wishes.first),
        agreed: Vec::new(),
    };
    debug_assert_eq!(problem.validate(), Ok(()));
    Ok(Numbers { problem, places: own.places, done: own.done, goals, beside })
}

/// Renewals spread over the weeks in which they can be done, which have the fewer hours for everything else.
fn beside(nodes: &[Node], must: &[usize], time: Weeks, weeks: Week, room: &mut [u32]) -> Vec<Beside> {
    let mut all = Vec::new();
    for &node in must {
        let step = &nodes[node].step;
        let start = step.from.map_or(0, |day| time.from(day)).min(weeks.saturating_sub(1));
        let end = step.until.map_or(weeks, |day| time.by(day)).clamp(start + 1, weeks.max(start + 1));
        let is_spread = matches!(step.deed, Deed::Learn { .. });
        let start = if is_spread { start } else { end - 1 };
        let half_hours = half_hours(step.hours.value).div_ceil(end - start);
        for week in start..end {
            if let Some(own) = room.get_mut(week as usize) {
                *own = own.saturating_sub(half_hours);
            }
        }
        all.push(Beside { node, start, weeks: end - start, half_hours });
    }
    all
}

/// The applications that an exam stands on.
pub fn applications(nodes: &[Node], exam: usize) -> BTreeSet<usize> {
    let is_application = |n: &usize| matches!(nodes[*n].step.deed, Deed::Apply { .. });
    nodes[exam].needs.steps().into_iter().filter(is_application).collect()
}

/// What is made small, in order: what is wished, then whatever of arrival, cost and hours is not named.
pub fn objectives(first: &[Wish]) -> Vec<Objective> {
    let of = |wish: &Wish| match wish {
        Wish::Arrival => Objective::Finish,
        Wish::Cost => Objective::Cost,
        Wish::Hours => Objective::Hours,
        Wish::LateStart => Objective::Lead,
        Wish::Smooth => Objective::Peak,
    };
    let mut all: Vec<Objective> = Vec::new();
    for objective in first.iter().map(of).chain([Objective::Finish, Objective::Cost, Objective::Hours]) {
        if !all.contains(&objective) {
            all.push(objective);
        }
    }
    all
}

/// The amounts of hours that weeks have, most first.
fn levels(room: &[u32]) -> Vec<u32> {
    let mut levels: Vec<u32> = room.iter().copied().filter(|half_hours| *half_hours > 0).collect();
    levels.sort_unstable_by(|a, b| b.cmp(a));
    levels.dedup();
    levels
}

struct Layout<'n> {
    nodes: &'n [Node],
    can: Vec<bool>,
    wishes: &'n Wishes,
    time: Weeks,
    weeks: Week,
    levels: Vec<u32>,
    steps: Vec<Step>,
    places: Vec<Place>,
    done: Vec<Option<usize>>,
    lists: Vec<List>,
    /// Moments at which so many of these steps are done.
    counters: BTreeMap<(Vec<usize>, usize), usize>,
}

/// Steps of one kind of which at least so many are taken, whatever is chosen.
type Sure = BTreeMap<&'static str, (BTreeSet<usize>, u32)>;

/// What comes before a step: all of these, and one of each of those lists.
#[derive(Default)]
struct Before {
    after: Vec<usize>,
    one_of: Vec<Vec<usize>>,
}

impl Layout<'_> {
    fn push(&mut self, step: Step, place: Place) -> usize {
        self.steps.push(step);
        self.places.push(place);
        self.steps.len() - 1
    }

    /// A step of the problem for every node that the aims can use.
    fn place_all(&mut self, needs: &[(Aim, Need)], must: &[usize]) {
        let mut open: Vec<usize> = must.to_vec();
        for (_, need) in needs {
            open.extend(self.used(need));
        }
        while let Some(n) = open.pop() {
            if self.done[n].is_some() || !self.can[n] {
                continue;
            }
            self.done[n] = Some(self.place(n));
            let before = self.used(&self.nodes[n].needs);
            open.extend(before);
        }
    }

    /// The nodes that a need can use.
    fn used(&self, need: &Need) -> Vec<usize> {
        match need {
            Need::Step(n) if self.can[*n] => vec![*n],
            Need::All(parts) => parts.iter().flat_map(|part| self.used(part)).collect(),
            Need::Any(parts) => self.open_parts(parts).into_iter().flat_map(|part| self.used(part)).collect(),
            Need::Some { of, .. } => of
                .iter()
                .filter(|part| can_be_met(part, &self.can))
                .flat_map(|part| self.used(part))
                .collect(),
            Need::For { need, .. } => self.used(need),
            Need::Nothing | Need::Suppose(_) | Need::Never(_) | Need::Step(_) => Vec::new(),
        }
    }

    /// The alternatives that can be met; only those that are preferred where some are.
    fn open_parts<'p>(&self, parts: &'p [Need]) -> Vec<&'p Need> {
        let open: Vec<&Need> = parts.iter().filter(|part| can_be_met(part, &self.can)).collect();
        let is_preferred = |part: &&&Need| {
            let named = |n: &usize| self.wishes.prefer.iter().any(|word| is_called(&self.nodes[*n], word));
            part.steps().iter().any(named)
        };
        let preferred: Vec<&Need> = open.iter().filter(is_preferred).copied().collect();
        if preferred.is_empty() { open } else { preferred }
    }

    /// One node: as it is, or at one of several paces.
    fn place(&mut self, n: usize) -> usize {
        let paces = self.paces(n);
        if let [(weeks, hours)] = paces[..] {
            let step = self.step(n, weeks, hours);
            return self.push(step, Place::Node(n));
        }
        let each: Vec<usize> = paces
            .into_iter()
            .map(|(weeks, hours)| {
                let step = self.step(n, weeks, hours);
                self.push(step, Place::Pace(n))
            })
            .collect();
        self.lists.push(List { of: each.clone(), at_least: 0, at_most: Some(1) });
        let name = self.nodes[n].step.key.to_string();
        self.push(Step { name, one_of: vec![each], ..Step::default() }, Place::Done(n))
    }

    fn step(&self, n: usize, weeks: Week, hours: u32) -> Step {
        let own = &self.nodes[n].step;
        let exam = matches!(own.deed, Deed::Exam { .. });
        let held =
            if exam { self.time.held_off(self.wishes, HeldOff::Exams, self.weeks) } else { Vec::new() };
        Step {
            name: own.key.to_string(),
            kind: Kind::Optional,
            weeks,
            hours,
            cost: cents(own.cost()),
            from: own.from.map_or(0, |day| self.time.from(day)).min(rung_career::MOST_WEEKS),
            deadline: own.until.map(|day| self.time.by(day)).filter(|week| *week < self.weeks),
            hold_offs: held,
            ..Step::default()
        }
    }

    /// Weeks and half-hours a week, one pair for each pace: study, programs and responsibilities can be done as fast as a
    /// week allows or more slowly, everything else takes what it takes.
    fn paces(&self, n: usize) -> Vec<(Week, u32)> {
        let own = &self.nodes[n].step;
        let (all, least) = (half_hours(own.hours.value), own.weeks.value);
        if all == 0 {
            return vec![(least, 0)];
        }
        let at = |pace: u32| {
            let weeks = least.max(all.div_ceil(pace.max(1))).max(1);
            (weeks, all.div_ceil(weeks))
        };
        let is_free = matches!(
            own.deed,
            Deed::Study { .. } | Deed::Program { .. } | Deed::School { .. } | Deed::Action { .. }
        );
        let top = self.levels.first().copied().unwrap_or(1);
        if matches!(own.deed, Deed::Learn { .. }) {
            return vec![at(half_hours(CE_PACE).min(top))];
        }
        if !is_free || all <= 2 * self.levels.last().copied().unwrap_or(1) {
            return vec![at(all.div_ceil(least.max(1)).min(top))];
        }
        let scant = self.levels.last().copied().unwrap_or(top);
        let mut paces: Vec<(Week, u32)> = [top, scant, top / 2, scant / 2].into_iter().map(at).collect();
        paces.sort_unstable();
        paces.dedup();
        paces
    }

    fn goal(&mut self, aim: &Aim, need: &Need) -> Option<usize> {
        if !can_be_met(need, &self.can) {
            return None;
        }
        let goal = self.one(need)?;
        let by = aim.by.map(|day| self.time.by(day));
        let step = &mut self.steps[goal];
        step.kind = Kind::Must;
        step.deadline = [step.deadline, by].into_iter().flatten().min();
        Some(goal)
    }

    /// What comes before what.
    fn order_all(&mut self) {
        for n in 0..self.nodes.len() {
            if self.done[n].is_none() {
                continue;
            }
            let needs = &self.nodes[n].needs;
            let before = self.before(needs);
            let of_node = |place: &Place| place.node() == Some(n);
            let own: Vec<usize> =
                (0..self.places.len()).filter(|step| of_node(&self.places[*step])).collect();
            for step in own {
                self.steps[step].within = self.authorized(n, self.steps[step].weeks);
                self.steps[step].after.extend(&before.after);
                self.steps[step].one_of.extend(before.one_of.iter().cloned());
            }
        }
    }

    /// How long after its application an exam of so many weeks may begin, so that it ends on a day for which it is authorized.
    fn authorized(&self, n: usize, weeks: Week) -> Vec<(usize, Week)> {
        let Some(days) = self.nodes[n].step.authorized_days else { return Vec::new() };
        let most = (days / 7).saturating_sub(weeks).min(rung_career::MOST_WEEKS);
        applications(self.nodes, n).into_iter().filter_map(|apply| Some((self.done[apply]?, most))).collect()
    }

    fn before(&mut self, need: &Need) -> Before {
        let mut before = Before::default();
        self.gather(need, &mut before);
        before.after.sort_unstable();
        before.after.dedup();
        before
    }

    fn gather(&mut self, need: &Need, into: &mut Before) {
        match need {
            Need::Nothing | Need::Suppose(_) | Need::Never(_) => {}
            Need::Step(n) => into.after.extend(self.done[*n]),
            Need::All(parts) => parts.iter().for_each(|part| self.gather(part, into)),
            Need::For { need, .. } => self.gather(need, into),
            Need::Any(parts) => {
                let open: Vec<Need> = self.open_parts(parts).into_iter().cloned().collect();
                let each: Vec<Option<usize>> = open.iter().map(|part| self.one(part)).collect();
                let Some(mut each) = each.into_iter().collect::<Option<Vec<usize>>>() else { return };
                each.sort_unstable();
                each.dedup();
                match each[..] {
                    [one] => into.after.push(one),
                    _ => into.one_of.push(each),
                }
            }
            Need::Some { count, of } => {
                let open: Vec<&Need> = of.iter().filter(|part| can_be_met(part, &self.can)).collect();
                let each: Vec<Option<usize>> = open.into_iter().map(|part| self.one(part)).collect();
                let free = each.iter().filter(|one| one.is_none()).count();
                let each: Vec<usize> = each.into_iter().flatten().collect();
                let count = count.saturating_sub(free);
                if count > 0 {
                    let counted = self.so_many(&each, count);
                    into.after.push(counted);
                }
            }
        }
    }

    /// The step at which a need is met; none when nothing has to be done for it.
    fn one(&mut self, need: &Need) -> Option<usize> {
        if let Need::For { need, .. } = need {
            return self.one(need);
        }
        let before = self.before(need);
        match (before.after.as_slice(), before.one_of.is_empty()) {
            ([], true) => None,
            ([one], true) => Some(*one),
            _ => Some(self.join(before)),
        }
    }

    fn join(&mut self, mut before: Before) -> usize {
        for list in std::iter::once(&mut before.after).chain(&mut before.one_of) {
            list.sort_unstable();
            list.dedup();
        }
        self.push(Step { after: before.after, one_of: before.one_of, ..Step::default() }, Place::Join)
    }

    /// The moment at which so many of the steps are done: either that many of them without the last one, or one fewer
    /// of them and the last one.
    fn so_many(&mut self, of: &[usize], count: usize) -> usize {
        if let Some(known) = self.counters.get(&(of.to_vec(), count)) {
            return *known;
        }
        let made = match (of, count) {
            (_, 1) => self.join(Before { after: Vec::new(), one_of: vec![of.to_vec()] }),
            _ if of.len() <= count => self.join(Before { after: of.to_vec(), one_of: Vec::new() }),
            _ => {
                let (last, rest) = (of[of.len() - 1], &of[..of.len() - 1]);
                let without = self.so_many(rest, count);
                let fewer = self.so_many(rest, count - 1);
                let with = self.join(Before { after: vec![fewer, last], one_of: Vec::new() });
                self.join(Before { after: Vec::new(), one_of: vec![vec![without, with]] })
            }
        };
        self.counters.insert((of.to_vec(), count), made);
        made
    }

    /// Tells the solver outright what follows from the choices: that four applications will be sent and four exams sat,
    /// whichever certificates are chosen. It would find out by itself, slowly; its bounds on hours and dollars stand on it.
    fn count_what_is_sure(&mut self, needs: &[(Aim, Need)]) {
        for (_, need) in needs {
            for (of, at_least) in self.sure(need, &mut Vec::new()).into_values() {
                let of: Vec<usize> = of.into_iter().collect();
                if of.len() > 1 {
                    self.lists.push(List { of, at_least, at_most: None });
                }
            }
        }
    }

    fn sure(&self, need: &Need, on_the_way: &mut Vec<usize>) -> Sure {
        match need {
            Need::Nothing | Need::Suppose(_) | Need::Never(_) => Sure::new(),
            Need::For { need, .. } => self.sure(need, on_the_way),
            Need::Step(n) if self.done[*n].is_none() || on_the_way.contains(n) => Sure::new(),
            Need::Step(n) => {
                on_the_way.push(*n);
                let mut sure = self.sure(&self.nodes[*n].needs, on_the_way);
                on_the_way.pop();
                let own = &self.nodes[*n].step;
                if !own.is_moment() {
                    let of_node = |step: &usize| self.places[*step].node() == Some(*n);
                    let steps: BTreeSet<usize> = (0..self.places.len()).filter(of_node).collect();
                    add(&mut sure, sort_of(&own.deed), steps, 1);
                }
                sure
            }
            Need::All(parts) => {
                let mut all = Sure::new();
                for part in parts {
                    for (kind, (of, count)) in self.sure(part, on_the_way) {
                        add(&mut all, kind, of, count);
                    }
                }
                all
            }
            Need::Any(parts) => {
                let each = self.open_parts(parts).into_iter().map(|part| self.sure(part, on_the_way));
                in_all(each.collect(), |counts| counts.into_iter().min().unwrap_or(0), false)
            }
            Need::Some { count, of } => {
                let open = of.iter().filter(|part| can_be_met(part, &self.can));
                let each: Vec<Sure> = open.map(|part| self.sure(part, on_the_way)).collect();
                let least = |mut counts: Vec<u32>| {
                    counts.sort_unstable();
                    counts.into_iter().take(*count).sum()
                };
                in_all(each, least, true)
            }
        }
    }
}

/// More steps of a kind; where some are counted already, whichever says more.
fn add(sure: &mut Sure, kind: &'static str, of: BTreeSet<usize>, count: u32) {
    match sure.get_mut(kind) {
        None => drop(sure.insert(kind, (of, count))),
        Some((known, more)) if known.is_disjoint(&of) => {
            known.extend(of);
            *more += count;
        }
        Some(known) if known.1 < count => *known = (of, count),
        Some(_) => {}
    }
}

/// Kinds that every one of the options has, with all steps of theirs, counted by `count`.
fn in_all(each: Vec<Sure>, count: impl Fn(Vec<u32>) -> u32, disjoint: bool) -> Sure {
    let mut all = Sure::new();
    let Some(first) = each.first() else { return all };
    for kind in first.keys() {
        let Some(own) = each.iter().map(|sure| sure.get(kind)).collect::<Option<Vec<_>>>() else { continue };
        let of: BTreeSet<usize> = own.iter().flat_map(|(of, _)| of.iter().copied()).collect();
        let apart = own.iter().map(|(of, _)| of.len()).sum::<usize>() == of.len();
        if apart || !disjoint {
            all.insert(kind, (of, count(own.iter().map(|(_, count)| *count).collect())));
        }
    }
    all
}

/// Kinds of steps that are counted together: of one kind they take about as much.
fn sort_of(deed: &Deed) -> &'static str {
    match deed {
        Deed::Study { .. } => "study",
        Deed::Apply { .. } => "apply",
        Deed::Exam { .. } => "exam",
        Deed::Program { .. } => "program",
        Deed::Work { .. } => "work",
        Deed::Duty { .. } => "duty",
        Deed::Position { .. } => "position",
        _ => "other",
    }
}

/// The day on which a goal is reached when its step ends by this week.
pub fn day_reached(time: Weeks, problem: &Problem, starts: &[Option<Week>], step: usize) -> Option<Date> {
    let end = starts.get(step).copied().flatten()? + problem.steps.get(step)?.weeks;
    Some(if end == 0 { time.on } else { time.last_day(end) })
}

/// The starts of an older layout's solution in a newer layout: steps by their node and weeks, moments as soon as what they
/// stand on is done. It need not be a solution of the newer one.
pub fn carried(old: &Numbers, starts: &[Option<Week>], new: &Numbers) -> Vec<Option<Week>> {
    let steps = &new.problem.steps;
    let mut carried: Vec<Option<Week>> = vec![None; steps.len()];
    for (step, place) in new.places.iter().enumerate() {
        let Some(node) = place.node() else { continue };
        let same = (0..old.places.len()).find(|other| {
            old.places[*other].node() == Some(node)
                && old.problem.steps[*other].weeks == steps[step].weeks
                && starts[*other].is_some()
        });
        carried[step] = same.and_then(|other| starts[other]);
    }
    loop {
        let end =
            |step: usize, carried: &[Option<Week>]| carried[step].map(|start| start + steps[step].weeks);
        let met = |step: usize, carried: &[Option<Week>]| -> Option<Week> {
            let own = &steps[step];
            let all = own.after.iter().map(|before| end(*before, carried));
            let lists =
                own.one_of.iter().map(|list| list.iter().filter_map(|before| end(*before, carried)).min());
            all.chain(lists).try_fold(own.from, |week, next| Some(week.max(next?)))
        };
        let next = (0..steps.len()).find_map(|step| {
            let is_moment = new.places[step].node().is_none();
            (is_moment && carried[step].is_none()).then(|| met(step, &carried).map(|week| (step, week)))?
        });
        match next {
            Some((step, week)) => carried[step] = Some(week),
            None => return carried,
        }
    }
}
