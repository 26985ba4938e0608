//! A plan that is lived: agreed, checked off, slipped, failed; made anew with the least disturbance.
//!
//! An [`Agreed`] is a value that can be kept as JSON and read again after the catalogue has changed. It holds all that the
//! plan was made of, so that what happened can be told to the same problem.

use crate::{
    plan::{Draft, Place, WayPlan, carried, view},
    steps::StepKey,
    why::{Differences, differences, longer},
};
use jiff::{ToSpan, civil::Date};
use rung_career::{Answer, Change, Keep, Limits, Starts, Week, resolve};
use rung_record::Usd;
use serde::{Deserialize, Serialize};

/// The form in which agreed plans are kept.
pub const FORMAT: &str = "rung-way/1";

/// A plan that was agreed, and what has happened since.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Agreed {
    /// [`FORMAT`].
    pub format: String,
    /// When it was agreed.
    pub agreed_on: Date,
    /// What it was made of.
    pub draft: Draft,
    /// When each step of its problem starts.
    pub starts: Starts,
    /// The plan as it was agreed.
    pub plan: WayPlan,
    /// What has happened, in the order in which it was told.
    #[serde(default)]
    pub told: Vec<Told>,
}

/// Something that happened to a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// To which.
    pub step: StepKey,
    /// What.
    pub what: Happened,
}

/// What can happen to a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Happened {
    /// It is done.
    Done {
        /// Its last day.
        on: Date,
    },
    /// It has begun.
    Begun {
        /// Its first day.
        on: Date,
    },
    /// It cannot begin before a day.
    Slipped {
        /// The day.
        to: Date,
    },
    /// It takes so many weeks, more or fewer than was thought.
    Takes {
        /// Weeks.
        weeks: u32,
    },
    /// It was tried and failed: an exam.
    Failed {
        /// The day.
        on: Date,
    },
}

/// Where an agreed plan stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The plan from now on, what is done included.
    pub plan: WayPlan,
    /// How it differs from what was agreed.
    pub moved: Differences,
    /// When each step of the problem starts now.
    pub starts: Starts,
    /// The numbers that these starts are of.
    pub draft: Draft,
    /// Steps that were to be done by now and of which nothing was told: they are taken to be done as agreed.
    pub not_told: Vec<StepKey>,
}

/// Why an agreed plan cannot go on.
#[derive(Clone, Debug, PartialEq)]
pub enum Stuck {
    /// The plan has no such step.
    NoStep(StepKey),
    /// Such an exam may not be tried again.
    NoMoreAttempts(StepKey),
    /// What happened leaves no way within the wishes; the draft has what was asked.
    NoWay(Box<Draft>),
    /// Not settled in time.
    NotKnown,
    /// It was kept by a later Rung, or is none at all.
    NotReadable(String),
}

impl Agreed {
    /// A plan that is agreed on a day.
    pub fn new(draft: Draft, starts: Starts, plan: WayPlan, on: Date) -> Self {
        Self { format: FORMAT.to_owned(), agreed_on: on, draft, starts, plan, told: Vec::new() }
    }

    /// As it is kept.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads one that was kept.
    ///
    /// # Errors
    /// It is none, or of another form; nothing is lost, the text is as it was.
    pub fn from_json(text: &str) -> Result<Self, Stuck> {
        let agreed: Self =
            serde_json::from_str(text).map_err(|error| Stuck::NotReadable(error.to_string()))?;
        if agreed.format != FORMAT {
            return Err(Stuck::NotReadable(agreed.format));
        }
        agreed.draft.numbers.problem.validate().map_err(|faults| {
            Stuck::NotReadable(faults.first().map(ToString::to_string).unwrap_or_default())
        })?;
        if !agreed.fits_together() {
            return Err(Stuck::NotReadable("its parts do not fit together".to_owned()));
        }
        Ok(agreed)
    }

    /// Whether every index leads somewhere: a file may have been written by anybody.
    fn fits_together(&self) -> bool {
        let numbers = &self.draft.numbers;
        let (steps, nodes) = (numbers.problem.steps.len(), self.draft.nodes.len());
        let place = |place: &Place| match place {
            Place::Node(node) | Place::Pace(node) | Place::Done(node) => *node < nodes,
            Place::Join => true,
        };
        let needs = self
            .draft
            .nodes
            .iter()
            .map(|node| &node.needs)
            .chain(self.draft.aims.iter().map(|own| &own.need));
        numbers.places.len() == steps
            && self.starts.len() == steps
            && numbers.done.len() == nodes
            && numbers.goals.len() == self.draft.aims.len()
            && numbers.places.iter().all(place)
            && numbers.done.iter().chain(&numbers.goals).flatten().all(|step| *step < steps)
            && self.draft.must.iter().all(|node| *node < nodes)
            && needs.flat_map(crate::remedy::Need::steps).all(|node| node < nodes)
    }

    /// Notes what happened.
    ///
    /// # Errors
    /// The plan has no such step.
    pub fn tell(&mut self, step: &StepKey, what: Happened) -> Result<(), Stuck> {
        if self.draft.node(step.as_str()).is_none() {
            return Err(Stuck::NoStep(step.clone()));
        }
        self.told.push(Told { step: step.clone(), what });
        Ok(())
    }

    /// Where it stands on a day: made anew with the least disturbance.
    ///
    /// # Errors
    /// What happened leaves no way, or an exam may not be tried again.
    pub fn standing(&self, today: Date, keep: Keep, limits: &Limits<'_>) -> Result<Standing, Stuck> {
        let weeks = longer(&self.draft);
        let (numbers, _) = self.draft.laid_out(weeks, None).map_err(|_| Stuck::NotKnown)?;
        let agreed = carried(&self.draft.numbers, &self.starts, &numbers);
        let mut draft = Draft { numbers, ..self.draft.clone() };
        let now = draft.time().of(today).min(draft.numbers.problem.weeks);
        let changes = self.changes(&draft, &agreed, now)?;
        // An application that is sent cannot wait any more. If its days run out before the exam, the plan says so there; it is no
        // reason to go another way.
        for step in &mut draft.numbers.problem.steps {
            step.within.retain(|(apply, _)| !is_begun(*apply, &changes, &agreed, now));
        }
        let resolved = resolve(&draft.numbers.problem, &agreed, now, &changes, keep, limits, &mut |_| {});
        let (problem, answer) = resolved.map_err(|_| Stuck::NotKnown)?;
        draft.numbers.problem = problem;
        self.add_attempts(&mut draft);
        match answer {
            Answer::Unknown => Err(Stuck::NotKnown),
            Answer::Impossible(_) => Err(Stuck::NoWay(Box::new(draft))),
            Answer::Plan(solved) => {
                let (plan, starts) = view(&draft, &solved);
                let moved = differences(&self.plan, &plan);
                let not_told = self.not_told(today);
                Ok(Standing { plan, moved, starts, draft, not_told })
            }
        }
    }

    /// What was told, as changes of the problem.
    fn changes(&self, draft: &Draft, agreed: &Starts, now: Week) -> Result<Vec<Change>, Stuck> {
        let time = draft.time();
        let mut changes = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for told in self.last_told() {
            let node = draft.node(told.step.as_str()).ok_or_else(|| Stuck::NoStep(told.step.clone()))?;
            let Some(step) = taken(draft, agreed, node) else { continue };
            let own = &draft.numbers.problem.steps[step];
            let begun = agreed[step].unwrap_or(now);
            match told.what {
                Happened::Done { on } => {
                    let end = time.of(on) + 1;
                    let start = if own.weeks == 0 { end } else { begun.min(end.saturating_sub(1)) };
                    changes.push(Change::Done { step, start, end });
                }
                Happened::Begun { on } => changes.push(Change::Begun { step, start: time.of(on) }),
                Happened::Slipped { to } => {
                    changes.push(Change::Slipped { step, from: time.from(to).max(now) });
                    open.push(step);
                }
                Happened::Takes { weeks } => changes.push(Change::Takes { step, weeks }),
                Happened::Failed { on } => {
                    let (again, cost) = self.again(draft, node, &told.step, on)?;
                    changes.push(Change::Failed { step, again_from: time.from(again).max(now), cost });
                    open.push(step);
                }
            }
        }
        // Moments that were to be over by now, and that stand on something that is still to be done, are not.
        loop {
            let problem = &draft.numbers.problem;
            let is_open = |step: usize| {
                let own = &problem.steps[step];
                let is_moment =
                    draft.numbers.places[step].node().is_none_or(|node| draft.step(node).is_moment());
                let stands_on = own.after.iter().any(|before| open.contains(before))
                    || own.one_of.iter().any(|list| {
                        list.iter().all(|before| agreed[*before].is_none() || open.contains(before))
                    });
                is_moment && agreed[step].is_some() && !open.contains(&step) && stands_on
            };
            let Some(step) = (0..problem.steps.len()).find(|step| is_open(*step)) else { break };
            open.push(step);
            changes.push(Change::Slipped { step, from: now });
        }
        Ok(changes)
    }

    /// The last thing told of each step.
    fn last_told(&self) -> Vec<&Told> {
        let is_last = |n: usize, told: &Told| !self.told[n + 1..].iter().any(|later| later.step == told.step);
        self.told.iter().enumerate().filter(|(n, told)| is_last(*n, told)).map(|(_, told)| told).collect()
    }

    /// When a failed exam can be tried again, and what all further attempts cost.
    fn again(&self, draft: &Draft, node: usize, key: &StepKey, on: Date) -> Result<(Date, u32), Stuck> {
        let failed = |told: &&Told| told.step == *key && matches!(told.what, Happened::Failed { .. });
        let times = self.told.iter().filter(failed).count().max(1);
        let Some(rule) = &draft.step(node).retake else { return Ok((on, 0)) };
        if rule.most_attempts.is_some_and(|most| times >= usize::from(most)) {
            return Err(Stuck::NoMoreAttempts(key.clone()));
        }
        let wait = rule.wait_days.get(times - 1).or(rule.wait_days.last()).copied().unwrap_or(0);
        let fee = rule.fee.as_ref().map_or(Usd::ZERO, |price| price.usd.value);
        let cents = fee.in_cents().saturating_mul(times as u64);
        Ok((on.saturating_add(i64::from(wait).days()), u32::try_from(cents).unwrap_or(u32::MAX)))
    }

    /// Puts the fees of further attempts to the prices of the exams that failed, so that the plan tells them.
    fn add_attempts(&self, draft: &mut Draft) {
        for told in self.told.iter().filter(|told| matches!(told.what, Happened::Failed { .. })) {
            let Some(node) = draft.node(told.step.as_str()) else { continue };
            let step = &mut draft.nodes[node].step;
            let fee = step.retake.as_ref().and_then(|rule| rule.fee.clone());
            step.prices.extend(fee);
        }
    }

    /// Steps that were to be done by a day and of which nothing was told.
    fn not_told(&self, today: Date) -> Vec<StepKey> {
        let steps = self.plan.steps.iter().filter(|own| own.ends < today && !own.step.is_moment());
        let told = |key: &StepKey| self.told.iter().any(|told| told.step == *key);
        steps.map(|own| own.step.key.clone()).filter(|key| !told(key)).collect()
    }
}

/// Whether a step has begun by now: as was told, or as agreed where nothing was.
fn is_begun(step: usize, changes: &[Change], agreed: &Starts, now: Week) -> bool {
    let told = changes.iter().find_map(|change| match *change {
        Change::Done { step: other, .. } | Change::Begun { step: other, .. } if other == step => Some(true),
        Change::Slipped { step: other, .. } | Change::Failed { step: other, .. } if other == step => {
            Some(false)
        }
        _ => None,
    });
    told.unwrap_or_else(|| agreed[step].is_some_and(|start| start < now))
}

/// The step of the problem by which a node is done in the agreed plan; its first one where the plan does without.
fn taken(draft: &Draft, agreed: &Starts, node: usize) -> Option<usize> {
    let own = draft.steps_of(node);
    own.iter().copied().find(|step| agreed[*step].is_some()).or(own.first().copied())
}

/// What is otherwise in a draft made today than in an agreed one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Changed {
    /// It costs otherwise.
    Cost {
        /// Which step.
        step: StepKey,
        /// Then and now.
        usd: (Usd, Usd),
    },
    /// It takes other hours or weeks.
    Effort {
        /// Which step.
        step: StepKey,
    },
    /// The days in which it can be done.
    Days {
        /// Which step.
        step: StepKey,
        /// The last day, then and now.
        until: (Option<Date>, Option<Date>),
    },
    /// It is asked or known no longer, or is done.
    Gone {
        /// Which step.
        step: StepKey,
    },
    /// It asks for something else before.
    Asks {
        /// Which step.
        step: StepKey,
    },
}

/// What the catalogue of today changes in the steps of an agreed plan. `today` is a draft of the same aims made now.
pub fn changed(agreed: &Agreed, today: &Draft) -> Vec<Changed> {
    let mut all = Vec::new();
    for planned in agreed.plan.steps.iter().filter(|own| !own.step.is_moment()) {
        let key = &planned.step.key;
        let Some(node) = today.node(key.as_str()) else {
            all.push(Changed::Gone { step: key.clone() });
            continue;
        };
        let (then, now) = (&planned.step, today.step(node));
        if then.cost() != now.cost() {
            all.push(Changed::Cost { step: key.clone(), usd: (then.cost(), now.cost()) });
        }
        if then.hours.value != now.hours.value || then.weeks.value != now.weeks.value {
            all.push(Changed::Effort { step: key.clone() });
        }
        if then.until != now.until {
            all.push(Changed::Days { step: key.clone(), until: (then.until, now.until) });
        }
        let before = |draft: &Draft, node: usize| {
            let mut keys: Vec<&str> =
                draft.nodes[node].needs.steps().into_iter().map(|n| draft.step(n).key.as_str()).collect();
            keys.sort_unstable();
            keys.join(" ")
        };
        let old = agreed.draft.node(key.as_str()).map(|node| before(&agreed.draft, node));
        if old.is_some_and(|old| old != before(today, node)) {
            all.push(Changed::Asks { step: key.clone() });
        }
    }
    all
}
