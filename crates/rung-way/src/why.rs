//! Why, and why not: what would break without a step, why wishes leave no way, and what would do.

use crate::{
    plan::{Draft, Place, Solved, WayPlan, hours_of, usd_of, view},
    steps::StepKey,
};
use jiff::civil::Date;
use rung_career::{Answer, Demand, Limits, Problem, Starts, WayOut, Week, minimal_reasons, solve, ways_out};
use rung_record::{Hours, Usd};
use serde::{Deserialize, Serialize};

/// What would be without a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Without {
    /// It is due in any case.
    Due,
    /// No way leads to the goals.
    NoWay,
    /// There would be no way within the time, hours and money that were wished.
    NotWithinWishes,
    /// There would be this plan instead.
    Instead {
        /// When the goals would be reached.
        arrival: Option<Date>,
        /// Weeks later than with it; below zero where earlier.
        weeks_later: i64,
        /// What it would cost.
        cost: Usd,
        /// Hours it would take.
        hours: Hours,
        /// Steps that would come in.
        steps: Vec<StepKey>,
        /// Whether that plan is proven to be the best one without the step.
        proven: bool,
    },
    /// Not settled in time.
    NotKnown,
}

/// What would be without a step of a plan: by what needs it where that settles it, by solving again where not.
pub fn without(draft: &Draft, plan: &WayPlan, key: &StepKey, limits: &Limits<'_>) -> Without {
    let Some(node) = draft.node(key.as_str()) else { return Without::NotKnown };
    if draft.must.contains(&node) {
        return Without::Due;
    }
    if !draft.can_do_without(node) {
        return Without::NoWay;
    }
    // A plan without it may take longer than the one that shortened the time.
    let weeks = longer(draft);
    let Ok((numbers, _)) = draft.laid_out(weeks, Some(node)) else { return Without::NotKnown };
    let other = Draft { numbers, ..draft.clone() };
    match solve(&other.numbers.problem, limits) {
        Answer::Unknown => Without::NotKnown,
        Answer::Impossible(_) => Without::NotWithinWishes,
        Answer::Plan(solved) => {
            let (instead, _) = view(&other, &solved);
            let known = |own: &StepKey| plan.steps.iter().any(|planned| planned.step.key == *own);
            let steps = instead.steps.iter().map(|planned| planned.step.key.clone());
            Without::Instead {
                weeks_later: weeks_between(plan.arrival, instead.arrival),
                arrival: instead.arrival,
                cost: instead.cost,
                hours: instead.hours,
                steps: steps.filter(|key| !known(key)).collect(),
                proven: instead.proven,
            }
        }
    }
}

/// More weeks than a plan looked at, unless dates were wished.
pub(crate) fn longer(draft: &Draft) -> Week {
    let weeks = draft.numbers.problem.weeks;
    let dated = draft.aims.iter().map(|own| own.aim.by).chain([draft.wishes.through]).flatten().max();
    let most = dated.map_or(rung_career::MOST_WEEKS, |day| draft.time().by(day).max(1));
    (weeks * 2 + 26).min(most).max(weeks.min(rung_career::MOST_WEEKS))
}

fn weeks_between(first: Option<Date>, then: Option<Date>) -> i64 {
    let (Some(first), Some(then)) = (first, then) else { return 0 };
    first.until((jiff::Unit::Day, then)).map_or(0, |span| i64::from(span.get_days()) / 7)
}

/// Why there is no plan, and what would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WhyNot {
    /// Demands that cannot all be met.
    pub reasons: Vec<Asked>,
    /// Whether without any one of them (and of what the steps ask of each other) there is a plan: each was solved.
    pub minimal: bool,
    /// What would do, each found by solving.
    pub ways: Vec<Way>,
}

/// Something that is asked of a plan.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Asked {
    /// An aim is reached.
    Aim {
        /// Its name.
        name: String,
    },
    /// An aim is reached by a day.
    By {
        /// Its name.
        name: String,
        /// The day.
        by: Date,
    },
    /// All ends by the last day that is looked at.
    Through {
        /// The day.
        day: Date,
    },
    /// A week has only so many hours.
    Hours {
        /// In a usual week.
        usual: Hours,
    },
    /// There is only so much money.
    Budget {
        /// How much.
        usd: Usd,
    },
    /// A step may not run in some weeks.
    HeldOff {
        /// Which.
        step: StepKey,
    },
    /// A step is done by a day, as a rule or an offer has it.
    Until {
        /// Which.
        step: StepKey,
        /// The day.
        day: Date,
    },
    /// A step begins on a day or later.
    From {
        /// Which.
        step: StepKey,
        /// The day.
        day: Date,
    },
    /// A renewal is filed, or its hours are earned.
    Due {
        /// Which.
        step: StepKey,
    },
    /// An exam lies in the days for which its application is good.
    Authorized {
        /// Which exam.
        step: StepKey,
        /// So many days from the application's decision on.
        days: u32,
    },
    /// A step comes after another.
    Order {
        /// Which.
        step: StepKey,
        /// After which.
        after: StepKey,
    },
}

/// Something that would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Way {
    /// So many more hours in every week.
    MoreHours {
        /// How many more.
        more: Hours,
        /// When the goals would be reached.
        arrival: Option<Date>,
    },
    /// Every date so many weeks later.
    Later {
        /// How many.
        weeks: u32,
        /// When the goals would be reached.
        arrival: Option<Date>,
    },
    /// A budget of this much.
    Budget {
        /// In all.
        usd: Usd,
        /// When the goals would be reached.
        arrival: Option<Date>,
    },
    /// Nothing held off.
    NothingHeldOff {
        /// When the goals would be reached.
        arrival: Option<Date>,
    },
    /// One goal less.
    WithoutAim {
        /// Its name.
        name: String,
        /// When the others would be reached.
        arrival: Option<Date>,
    },
}

/// Why a draft has no plan, and what would do.
pub fn why_not(draft: &Draft, limits: &Limits<'_>) -> WhyNot {
    let problem = &draft.numbers.problem;
    let found = minimal_reasons(problem, limits);
    let mut reasons: Vec<Asked> =
        (found.iter().flat_map(|own| &own.reasons)).filter_map(|(demand, _)| asked(draft, *demand)).collect();
    reasons.sort();
    reasons.dedup();
    let mut ways: Vec<Way> = ways_out(problem, limits).into_iter().map(|way| way_of(draft, way)).collect();
    ways.extend(without_hold_offs(draft, limits));
    ways.extend(without_aims(draft, limits));
    WhyNot { reasons, minimal: found.is_some_and(|own| own.minimal), ways }
}

/// A demand of the problem as what was asked; none for what is only bookkeeping.
fn asked(draft: &Draft, demand: Demand) -> Option<Asked> {
    let numbers = &draft.numbers;
    let aim_at = |step: usize| numbers.goals.iter().position(|goal| *goal == Some(step));
    let node_of = |step: usize| match numbers.places.get(step)? {
        Place::Node(node) | Place::Pace(node) | Place::Done(node) => Some(*node),
        Place::Join => None,
    };
    let key = |step: usize| node_of(step).map(|node| draft.nodes[node].step.key.clone());
    match demand {
        Demand::Weeks => Some(Asked::Through { day: draft.through() }),
        Demand::Capacity => Some(Asked::Hours { usual: draft.usual.value }),
        Demand::Budget => Some(Asked::Budget { usd: draft.wishes.budget? }),
        Demand::Must(step) => match aim_at(step) {
            Some(aim) => Some(Asked::Aim { name: draft.aims[aim].name.clone() }),
            None => Some(Asked::Due { step: key(step)? }),
        },
        Demand::Deadline(step) => match aim_at(step).map(|aim| &draft.aims[aim]) {
            Some(own) if own.aim.by.is_some() => Some(Asked::By { name: own.name.clone(), by: own.aim.by? }),
            _ => Some(Asked::Until { step: key(step)?, day: draft.nodes[node_of(step)?].step.until? }),
        },
        Demand::From(step) => {
            Some(Asked::From { step: key(step)?, day: draft.nodes[node_of(step)?].step.from? })
        }
        Demand::HoldOff(step, _) => Some(Asked::HeldOff { step: key(step)? }),
        Demand::Within(step, _) => {
            let days = draft.nodes[node_of(step)?].step.authorized_days?;
            Some(Asked::Authorized { step: key(step)?, days })
        }
        Demand::After(step, before) => {
            let (step, after) = (key(step)?, key(before)?);
            (step != after).then_some(Asked::Order { step, after })
        }
        _ => None,
    }
}

fn way_of(draft: &Draft, way: WayOut) -> Way {
    match way {
        WayOut::MoreHours(more, starts) => {
            Way::MoreHours { more: hours_of(i64::from(more)), arrival: arrival(draft, &starts) }
        }
        WayOut::Later(weeks, starts) => Way::Later { weeks, arrival: arrival(draft, &starts) },
        WayOut::Budget(cents, starts) => {
            Way::Budget { usd: usd_of(i64::from(cents)), arrival: arrival(draft, &starts) }
        }
    }
}

/// When the goals are reached by these starts.
fn arrival(draft: &Draft, starts: &Starts) -> Option<Date> {
    let problem = &draft.numbers.problem;
    let ends = draft
        .numbers
        .goals
        .iter()
        .flatten()
        .filter_map(|goal| Some((*starts.get(*goal)?)? + problem.steps.get(*goal)?.weeks));
    ends.max().map(|end| draft.time().last_day(end))
}

fn some_plan(problem: &Problem, limits: &Limits<'_>) -> Option<Starts> {
    match solve(problem, limits) {
        Answer::Plan(plan) => Some(plan.starts),
        _ => None,
    }
}

fn without_hold_offs(draft: &Draft, limits: &Limits<'_>) -> Option<Way> {
    if draft.wishes.hold_offs.is_empty() {
        return None;
    }
    let mut free = draft.clone();
    free.wishes.hold_offs.clear();
    free.numbers = free.laid_out(draft.numbers.problem.weeks, None).ok()?.0;
    let starts = some_plan(&free.numbers.problem, limits)?;
    Some(Way::NothingHeldOff { arrival: arrival(&free, &starts) })
}

fn without_aims(draft: &Draft, limits: &Limits<'_>) -> Vec<Way> {
    if draft.aims.len() < 2 {
        return Vec::new();
    }
    let fewer = |n: usize| {
        let mut fewer = draft.clone();
        let gone = fewer.aims.remove(n);
        fewer.numbers = fewer.laid_out(draft.numbers.problem.weeks, None).ok()?.0;
        let starts = some_plan(&fewer.numbers.problem, limits)?;
        Some(Way::WithoutAim { name: gone.name, arrival: arrival(&fewer, &starts) })
    };
    (0..draft.aims.len()).filter_map(fewer).collect()
}

/// How two plans differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Differences {
    /// When each arrives.
    pub arrival: (Option<Date>, Option<Date>),
    /// What each costs.
    pub cost: (Usd, Usd),
    /// Hours of each.
    pub hours: (Hours, Hours),
    /// Steps that only the first has.
    pub only_first: Vec<StepKey>,
    /// Steps that only the second has.
    pub only_second: Vec<StepKey>,
    /// Steps whose days differ.
    pub moved: Vec<MovedStep>,
}

/// A step that two plans have on other days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedStep {
    /// Which.
    pub step: StepKey,
    /// Its first and last day in the first plan.
    pub first: (Date, Date),
    /// In the second.
    pub second: (Date, Date),
}

/// How the second plan differs from the first.
pub fn differences(first: &WayPlan, second: &WayPlan) -> Differences {
    let find = |plan: &WayPlan, key: &StepKey| plan.steps.iter().find(|own| own.step.key == *key).cloned();
    let only = |of: &WayPlan, other: &WayPlan| -> Vec<StepKey> {
        let keys = of.steps.iter().map(|own| own.step.key.clone());
        keys.filter(|key| find(other, key).is_none()).collect()
    };
    let moved = first.steps.iter().filter_map(|own| {
        let other = find(second, &own.step.key)?;
        let (before, after) = ((own.begins, own.ends), (other.begins, other.ends));
        (before != after).then(|| MovedStep { step: own.step.key.clone(), first: before, second: after })
    });
    Differences {
        arrival: (first.arrival, second.arrival),
        cost: (first.cost, second.cost),
        hours: (first.hours, second.hours),
        only_first: only(first, second),
        only_second: only(second, first),
        moved: moved.collect(),
    }
}

impl Differences {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.arrival.0 == self.arrival.1
            && self.cost.0 == self.cost.1
            && self.hours.0 == self.hours.1
            && self.only_first.is_empty()
            && self.only_second.is_empty()
            && self.moved.is_empty()
    }
}

impl Solved {
    /// What would be without each step that asks something of the technician, in the order of the plan.
    pub fn without_each(&self, draft: &Draft, limits: &Limits<'_>) -> Vec<(StepKey, Without)> {
        let steps = self.plan.steps.iter().filter(|own| !own.step.is_moment());
        steps.map(|own| (own.step.key.clone(), without(draft, &self.plan, &own.step.key, limits))).collect()
    }
}
