//! The way from a record to its goals: the best dated plan with its proof, or why there is none.
//!
//! How a plan is made, in the order of the modules:
//! 1. [`Remedies`](crate::remedy::Remedies) walks back from the goals to steps with needs;
//! 2. `draft` lays them out as a problem of numbers over weeks: paces, moments, what comes before what;
//! 3. `renewals` adds what falls due before the goals are reached;
//! 4. `rung_career` solves, `rung_certificate` checks;
//! 5. `tidy` drops what nothing needs and moves each step as early (an application as late) as it can be;
//! 6. `view` says what came of it: days, loads, money, what each step is for, slack, what holds it up.

mod alike;
pub mod answer;
pub mod calendar;
mod draft;
#[cfg(test)]
mod oracle;
pub mod paper;
mod renewals;
mod tidy;
mod time;
mod view;

use crate::{
    figure::Figure,
    goals::{Aim, Goal, Per, Wish, Wishes},
    remedy::{Need, Node, Remedies},
    steps::{Deed, Step},
    viewpoint::Viewpoint,
};
use draft::{Numbers, Parts, TooLarge, can_be_met, lay_out, reachable};
use jiff::civil::Date;
use renewals::Earned;
use rung_career::{Answer, Certificate, Limits, Objective, Starts, Week, solve_from};
use rung_catalog::field::{Role, SettingId};
use rung_record::{Hours, Usd};
use serde::{Deserialize, Serialize};
use time::Weeks;

pub use alike::AsGood;
pub use renewals::is_of_renewal;
pub(crate) use view::view;
pub use view::{
    AimReached, Assumption, Closed, HeldBy, ObjectiveValue, Payment, PlannedStep, Purpose, WayPlan, WeekLoad,
};
pub(crate) use {
    draft::{Place, carried},
    time::{hours as hours_of, usd as usd_of},
};

/// How often a plan is made anew because other renewals fall before its arrival.
const MOST_ROUNDS: u32 = 4;
/// Contradictions for a first plan.
const QUICK: u64 = 300;
/// The shortest stretch that is looked at when no goal has a date.
const LEAST_WEEKS: Week = 52;

/// Everything that a plan was made of. Owned and complete: an agreed plan keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The day from which weeks are counted.
    pub on: Date,
    /// What is to be reached, each with its name and what it needs.
    pub aims: Vec<AimDraft>,
    /// What was wished.
    pub wishes: Wishes,
    /// Hours a week where no season says otherwise.
    pub usual: Figure<Hours>,
    /// Every step with its needs.
    pub nodes: Vec<Node>,
    /// For a node, those that would do as well and are not among the steps looked at.
    pub as_good: alike::AsGood,
    /// Nodes that are done in any case: renewals.
    pub must: Vec<usize>,
    /// The problem of numbers.
    pub numbers: Numbers,
}

/// A goal with what it needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AimDraft {
    /// The goal.
    pub aim: Aim,
    /// As the catalogue calls it.
    pub name: String,
    /// What it needs.
    pub need: Need,
}

/// What came of planning.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What it was made of.
    pub draft: Draft,
    /// The plan, or why there is none.
    pub result: WayResult,
}

/// A plan, or none.
#[derive(Clone, Debug)]
pub enum WayResult {
    /// A plan.
    Plan(Box<Solved>),
    /// Wishes and dates leave no way; [`crate::why`] tells why and what would do.
    Nothing(Box<Refuted>),
    /// Some goals cannot be reached by any steps that the catalogue knows.
    Blocked(Vec<Blocked>),
    /// Stopped before anything was known.
    NotKnown,
}

/// A solved problem.
#[derive(Clone, Debug)]
pub struct Solved {
    /// The plan for people.
    pub plan: WayPlan,
    /// When each step of the problem starts.
    pub starts: Starts,
    /// The proof of its objectives.
    pub certificate: Certificate,
}

/// A problem without a plan.
#[derive(Clone, Debug)]
pub struct Refuted {
    /// The proof.
    pub certificate: Certificate,
    /// Whether the independent checker accepts it.
    pub proven: bool,
}

/// A goal that no steps reach, and what stands in the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Blocked {
    /// Which of the aims.
    pub aim: usize,
    /// As the catalogue calls it.
    pub name: String,
    /// What no step helps with, with what asks for it.
    pub because: Vec<Closed>,
    /// Names that ask for each other, the first again at the end; empty when that is not the reason.
    pub circle: Vec<String>,
}

/// Why nothing was planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanFault {
    /// A date lies before the day of planning.
    Past {
        /// The date.
        date: Date,
        /// The day of planning.
        on: Date,
    },
    /// No goal was given.
    NoGoal,
    /// A goal that the catalogue does not have, as it would be written.
    NotInCatalogue(String),
    /// More steps than can be planned at once.
    TooLarge(usize),
    /// Later than plans look.
    TooFar {
        /// The date.
        date: Date,
        /// The last possible day.
        last: Date,
    },
    /// No hours in any week.
    NoTime,
}

impl From<TooLarge> for PlanFault {
    fn from(TooLarge::Steps(steps): TooLarge) -> Self {
        Self::TooLarge(steps)
    }
}

/// The best way to the aims.
///
/// # Errors
/// A date that makes no sense, a goal that the catalogue lacks, or more steps than can be planned.
pub fn plan(
    seen: &Viewpoint<'_>,
    aims: &[Aim],
    wishes: &Wishes,
    limits: &Limits<'_>,
) -> Result<Outcome, PlanFault> {
    let mut remedies = Remedies::new(seen, &wishes.figures);
    let mut drafts = Vec::new();
    for aim in aims {
        let (name, need) = of_goal(&mut remedies, &aim.goal)?;
        drafts.push(AimDraft { aim: aim.clone(), name, need });
    }
    check_dates(seen.on, aims, wishes)?;
    let usual = usual_hours(&remedies, wishes);
    if usual.value.is_zero() && wishes.seasons.iter().all(|season| season.hours_per_week.is_zero()) {
        return Err(PlanFault::NoTime);
    }
    let can = reachable(remedies.nodes(), None, &wishes.avoid);
    let blocked: Vec<Blocked> = (drafts.iter().enumerate())
        .filter(|(_, draft)| !can_be_met(&draft.need, &can))
        .map(|(n, draft)| view::blocked(remedies.nodes(), &can, n, draft))
        .collect();
    let mut making = Making { seen, aims: drafts, wishes, usual, remedies, limits };
    if !blocked.is_empty() {
        let draft = making.draft(LEAST_WEEKS, Vec::new())?;
        return Ok(Outcome { draft, result: WayResult::Blocked(blocked) });
    }
    making.best()
}

fn check_dates(on: Date, aims: &[Aim], wishes: &Wishes) -> Result<(), PlanFault> {
    if aims.is_empty() {
        return Err(PlanFault::NoGoal);
    }
    let last = Weeks { on }.last_day(rung_career::MOST_WEEKS);
    for date in aims.iter().filter_map(|aim| aim.by).chain(wishes.through) {
        if date < on {
            return Err(PlanFault::Past { date, on });
        }
        if date > last {
            return Err(PlanFault::TooFar { date, last });
        }
    }
    Ok(())
}

fn usual_hours(remedies: &Remedies<'_>, wishes: &Wishes) -> Figure<Hours> {
    match wishes.hours_per_week {
        Some(value) => Figure { value, basis: crate::figure::Basis::Chosen { key: "spare-time".to_owned() } },
        None => remedies.figures.hours(&["spare-time"]),
    }
}

/// What a goal is called, and what it needs.
fn of_goal(remedies: &mut Remedies<'_>, goal: &Goal) -> Result<(String, Need), PlanFault> {
    let catalog = remedies.seen.catalog;
    let field = catalog.field();
    let lacking = || PlanFault::NotInCatalogue(goal.to_string());
    Ok(match goal {
        Goal::Role { id } => {
            let role = field.role(id).ok_or_else(lacking)?;
            (role.title.clone(), remedies.role(role))
        }
        Goal::Credential { id } => {
            catalog.credential(id.as_str()).ok_or_else(lacking)?;
            (catalog.short_name(id.as_str()), remedies.credential(id.as_str()))
        }
        Goal::Setting { id } => {
            let setting = field.setting(id).ok_or_else(lacking)?;
            let id: SettingId = setting.id.clone();
            (setting.title.clone(), remedies.setting(&id))
        }
        Goal::Action { id } => {
            let action = field.action(id).ok_or_else(lacking)?;
            (action.title.clone(), remedies.action(action))
        }
        Goal::Earn { usd, per } => {
            let pays = |role: &&Role| pay_of(role, *per).is_some_and(|pay| pay >= *usd);
            let roles: Vec<&Role> = field.roles.roles.iter().filter(pays).collect();
            let each: Vec<Need> = roles.into_iter().map(|role| remedies.role(role)).collect();
            (goal.to_string(), Need::any(each))
        }
    })
}

/// What a role pays by a source that speaks of it, a year or an hour of full-time work.
pub fn pay_of(role: &Role, per: Per) -> Option<Usd> {
    let annual = crate::pay::Pay::of(role)?.annual;
    Some(match per {
        Per::Hour => Usd::from_cents(annual.in_cents() / crate::pay::HOURS_A_YEAR),
        Per::Year => annual,
    })
}

/// A plan in the making.
struct Making<'m, 'a> {
    seen: &'m Viewpoint<'a>,
    aims: Vec<AimDraft>,
    wishes: &'m Wishes,
    usual: Figure<Hours>,
    remedies: Remedies<'a>,
    limits: &'m Limits<'m>,
}

impl Making<'_, '_> {
    fn time(&self) -> Weeks {
        Weeks { on: self.seen.on }
    }

    /// Solves, with the renewals that are due before the arrival, and over as many weeks as it takes.
    fn best(&mut self) -> Result<Outcome, PlanFault> {
        let (mut weeks, fixed) = self.weeks();
        let mut through = self.time().last_day(self.about().max(1));
        let mut earned: Vec<Earned> = Vec::new();
        let mut rounds = 0;
        loop {
            rounds += 1;
            let must = renewals::add(&mut self.remedies, &earned, through);
            let (draft, answer) = self.solved(weeks, must)?;
            match answer {
                Answer::Unknown => return Ok(Outcome { draft, result: WayResult::NotKnown }),
                Answer::Impossible(_) if !fixed && weeks < rung_career::MOST_WEEKS => {
                    weeks = (weeks * 2).min(rung_career::MOST_WEEKS);
                }
                Answer::Impossible(certificate) => {
                    let proven = is_accepted(&draft.numbers, &certificate);
                    let refuted = Refuted { certificate: *certificate, proven };
                    return Ok(Outcome { draft, result: WayResult::Nothing(Box::new(refuted)) });
                }
                Answer::Plan(solved) => {
                    let arrival = self.arrival(&draft.numbers, &solved.starts);
                    earned = earned_on_the_way(&draft, &solved.starts);
                    let due = renewals::add(&mut self.remedies, &earned, arrival);
                    let is_same = |node: &usize| draft.nodes.get(*node) == self.remedies.nodes().get(*node);
                    if (due == draft.must && due.iter().all(is_same)) || rounds > MOST_ROUNDS {
                        return Ok(view::outcome(draft, *solved));
                    }
                    through = arrival;
                }
            }
        }
    }

    /// Solves over so many weeks. When arriving early matters most, a plan that is at hand shortens the time: steps that
    /// take longer than it are no longer looked at, and what is left is proved much sooner.
    fn solved(&mut self, weeks: Week, must: Vec<usize>) -> Result<(Draft, Answer), PlanFault> {
        let mut draft = self.draft(weeks, must)?;
        let mut known: Option<Starts> = None;
        let mut fallback: Option<(Draft, Box<rung_career::Plan>)> = None;
        if draft.numbers.problem.objectives.first() == Some(&Objective::Finish) {
            for _ in 0..MOST_ROUNDS {
                let quick = Limits {
                    conflicts: QUICK.min(self.limits.conflicts),
                    should_stop: self.limits.should_stop,
                };
                let Answer::Plan(first) =
                    solve_from(&draft.numbers.problem, known.as_ref(), &quick, &mut |_| {})
                else {
                    break;
                };
                let finish = draft.numbers.problem.value(Objective::Finish, &first.starts);
                let finish = Week::try_from(finish).unwrap_or(weeks).max(1);
                if first.is_proven() || finish >= draft.numbers.problem.weeks {
                    known = Some(first.starts);
                    break;
                }
                let shorter = self.draft(finish, draft.must.clone())?;
                known = Some(draft::carried(&draft.numbers, &first.starts, &shorter.numbers));
                fallback = Some((std::mem::replace(&mut draft, shorter), first));
            }
        }
        let answer = solve_from(&draft.numbers.problem, known.as_ref(), self.limits, &mut |_| {});
        Ok(match (answer, fallback) {
            // The shorter time was too short to find a plan again before the limit: the longer one has one.
            (Answer::Unknown, Some((longer, first))) => (longer, Answer::Plan(first)),
            (answer, _) => (draft, answer),
        })
    }

    fn draft(&mut self, weeks: Week, must: Vec<usize>) -> Result<Draft, PlanFault> {
        let mut draft = Draft {
            on: self.seen.on,
            aims: self.aims.clone(),
            as_good: AsGood::new(),
            wishes: self.wishes.clone(),
            usual: self.usual.clone(),
            nodes: self.remedies.nodes().to_vec(),
            must,
            numbers: Numbers::default(),
        };
        draft.lay_out(weeks)?;
        Ok(draft)
    }

    /// About how many weeks the aims take.
    fn about(&self) -> Week {
        let about = |draft: &AimDraft| self.remedies.effort(&draft.need).map_or(0, |effort| effort.weeks);
        self.aims.iter().map(about).max().unwrap_or(0)
    }

    /// How many weeks are looked at, and whether that is wished.
    fn weeks(&self) -> (Week, bool) {
        let dates: Option<Vec<Date>> = self.aims.iter().map(|draft| draft.aim.by).collect();
        let last = self.wishes.through.or_else(|| dates.and_then(|dates| dates.into_iter().max()));
        match last {
            Some(day) => (self.time().by(day).max(1), true),
            None => ((self.about() * 2 + 26).clamp(LEAST_WEEKS, rung_career::MOST_WEEKS), false),
        }
    }

    fn arrival(&self, numbers: &Numbers, starts: &Starts) -> Date {
        let days = numbers.goals.iter().flatten();
        let reached =
            days.filter_map(|step| draft::day_reached(self.time(), &numbers.problem, starts, *step));
        reached.max().unwrap_or(self.seen.on)
    }
}

/// The credentials that a solution earns, and when.
fn earned_on_the_way(draft: &Draft, starts: &Starts) -> Vec<Earned> {
    let numbers = &draft.numbers;
    let starts = tidy::tidy(draft, starts).starts;
    let held = draft.nodes.iter().enumerate().filter_map(|(node, own)| {
        let Deed::Hold { credential } = &own.step.deed else { return None };
        let on = draft::day_reached(draft.time(), &numbers.problem, &starts, numbers.done[node]?)?;
        Some(Earned { credential: credential.clone(), on, node })
    });
    held.collect()
}

/// Whether the checker, which reads the problem by itself, accepts a proof.
pub(crate) fn is_accepted(numbers: &Numbers, certificate: &Certificate) -> bool {
    serde_json::to_string(certificate)
        .is_ok_and(|text| rung_certificate::check_career(&numbers.problem.statement(), &text).is_ok())
}

impl Draft {
    /// Lays its numbers out anew, over so many weeks.
    fn lay_out(&mut self, weeks: Week) -> Result<(), TooLarge> {
        (self.numbers, self.as_good) = self.laid_out(weeks, None)?;
        Ok(())
    }

    /// Its numbers over so many weeks, as if a node could not be done; and which nodes others stand in for.
    pub(crate) fn laid_out(
        &self,
        weeks: Week,
        without: Option<usize>,
    ) -> Result<(Numbers, AsGood), TooLarge> {
        let mut nodes = self.nodes.clone();
        let mut roots: Vec<Need> = self.aims.iter().map(|draft| draft.need.clone()).collect();
        let can = reachable(&nodes, without, &self.wishes.avoid);
        let in_time = draft::in_time(&nodes, &can, &roots, self.time(), weeks);
        // Where time is too short for some aim, everything stays: the solver tells why.
        let possible = can.clone();
        let mut can = if roots.iter().all(|root| can_be_met(root, &in_time)) { in_time } else { can };
        let must: Vec<usize> = self.must.iter().copied().filter(|node| possible[*node]).collect();
        must.iter().for_each(|node| can[*node] = true);
        let alike = alike::merge(&mut nodes, &mut roots, &can);
        let needs: Vec<(Aim, Need)> =
            self.aims.iter().zip(roots).map(|(draft, need)| (draft.aim.clone(), need)).collect();
        let numbers = lay_out(Parts {
            nodes: &nodes,
            can,
            needs: &needs,
            must: &must,
            rows: &alike.rows,
            wishes: &self.wishes,
            usual: self.usual.value,
            time: self.time(),
            weeks,
        })?;
        Ok((numbers, alike.as_good))
    }

    /// Whether every aim can be reached without a node, however long it takes.
    pub(crate) fn can_do_without(&self, node: usize) -> bool {
        let can = reachable(&self.nodes, Some(node), &self.wishes.avoid);
        self.aims.iter().all(|draft| can_be_met(&draft.need, &can))
    }

    /// Weeks as days.
    pub(crate) fn time(&self) -> Weeks {
        Weeks { on: self.on }
    }

    /// The last day that is looked at.
    pub fn through(&self) -> Date {
        self.time().last_day(self.numbers.problem.weeks)
    }

    /// The node with this key.
    pub fn node(&self, key: &str) -> Option<usize> {
        self.nodes.iter().position(|node| node.step.key.as_str() == key)
    }

    /// A step.
    pub fn step(&self, node: usize) -> &Step {
        &self.nodes[node].step
    }

    /// Steps of the problem that stand for a node.
    pub(crate) fn steps_of(&self, node: usize) -> Vec<usize> {
        let places = self.numbers.places.iter().enumerate();
        places.filter(|(_, place)| place.node() == Some(node)).map(|(step, _)| step).collect()
    }
}

/// What an objective is, as a wish; none for what only a changed plan has.
pub(crate) fn wish_of(objective: Objective) -> Option<Wish> {
    match objective {
        Objective::Finish => Some(Wish::Arrival),
        Objective::Cost => Some(Wish::Cost),
        Objective::Hours => Some(Wish::Hours),
        Objective::Lead => Some(Wish::LateStart),
        Objective::Peak => Some(Wish::Smooth),
        Objective::Moved => None,
    }
}
