//! What is not the same between two statuses, or two plans.

use crate::agenda::AskedChange;
use rung_catalog::Credential;
use rung_planner::ce::{NamedDemand, Outcome, PlanResult};
use rung_record::{CredentialId, Date, Hours, Usd};
use rung_rules::{Eligibility, Line, Obligation, Route, Status, Verdict};

/// One thing that is not the same.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference<'a> {
    /// Something is asked that was not: a credential more, or a period more.
    AskedNew(Ask<'a>),
    /// Something is not asked any more.
    AskedNoMore(Ask<'a>),
    /// A line is asked otherwise.
    AskedOtherwise {
        /// Whose.
        whose: Whose<'a>,
        /// What.
        change: AskedChange<'a>,
    },
    /// What can be done is not the same.
    Route {
        /// Whose.
        whose: Whose<'a>,
        /// As it is.
        before: Route,
        /// As it would be.
        after: Route,
    },
    /// A day is not the same.
    Day {
        /// Whose.
        whose: Whose<'a>,
        /// Which day.
        day: Day,
        /// As it is.
        before: Option<Date>,
        /// As it would be.
        after: Option<Date>,
    },
    /// A line is met that was not, or the other way round, or becomes unknown.
    Verdict {
        /// Whose.
        whose: Whose<'a>,
        /// The line, in the words of its rule.
        what: &'a str,
        /// As it is.
        before: Verdict,
        /// As it would be.
        after: Verdict,
        /// Hours short then.
        short: Hours,
    },
    /// The hours short of a line that is met neither way.
    Short {
        /// Whose.
        whose: Whose<'a>,
        /// The line, in the words of its rule.
        what: &'a str,
        /// As it is.
        before: Hours,
        /// As it would be.
        after: Hours,
    },
    /// The fees that are asked without a condition.
    Fees {
        /// Whose.
        whose: Whose<'a>,
        /// As it is.
        before: Usd,
        /// As it would be.
        after: Usd,
    },
    /// Whether a credential can be applied for.
    Eligible {
        /// Which.
        credential: &'a Credential,
        /// As it is.
        before: Verdict,
        /// As it would be.
        after: Verdict,
    },
    /// What the plan costs.
    Cost {
        /// As it is.
        before: Usd,
        /// As it would be.
        after: Usd,
    },
    /// The hours of the plan.
    PlanHours {
        /// As it is.
        before: Hours,
        /// As it would be.
        after: Hours,
    },
    /// The day on which the plan is done.
    Finish {
        /// As it is.
        before: Option<Date>,
        /// As it would be.
        after: Option<Date>,
    },
    /// Whether there is a plan; and if there is none, why, in words.
    Plan {
        /// Whether there is one then.
        there_is: bool,
        /// What cannot be met together.
        because: Vec<NamedDemand<'a>>,
    },
}

/// What a difference is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Whose<'a> {
    /// The credential.
    pub credential: &'a Credential,
    /// Its duty with a clock of its own; empty for the renewal.
    pub duty: &'a str,
}

/// What an obligation asks, in short.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask<'a> {
    /// Whose.
    pub whose: Whose<'a>,
    /// The lines with their hours, in reading order; caps are left out.
    pub lines: Vec<(&'a str, Option<Hours>)>,
    /// By this day.
    pub by: Option<Date>,
}

/// A day of an obligation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// From it one may apply.
    Opens,
    /// Up to it the application is on time.
    FileBy,
    /// The last on which it is good.
    Expires,
    /// The last to bring it back.
    ReinstateBy,
}

/// What is not the same, obligation by obligation: those of both in the order of `before`, then the new ones.
///
/// Obligations are the same when they are about the same credential and duty and are, counted from the present, the same
/// period of it.
pub fn differences<'a>(before: &Status<'a>, after: &Status<'a>) -> Vec<Difference<'a>> {
    let (before, after) = (numbered(before), numbered(after));
    let mut all = Vec::new();
    for (key, was) in &before {
        match after.iter().find(|(other, _)| other == key) {
            Some((_, is)) => compare(was, is, &mut all),
            None => all.extend(ask(was).map(Difference::AskedNoMore)),
        }
    }
    for (key, is) in &after {
        if !before.iter().any(|(other, _)| other == key) {
            all.extend(ask(is).map(Difference::AskedNew));
        }
    }
    all
}

type Key<'a> = (&'a CredentialId, &'a str, usize);

/// Each obligation with which of those of its credential and duty it is.
fn numbered<'s, 'a>(status: &'s Status<'a>) -> Vec<(Key<'a>, &'s Obligation<'a>)> {
    let mut numbered: Vec<(Key<'a>, &Obligation<'a>)> = Vec::new();
    for own in &status.obligations {
        let (id, duty) = (&own.credential.id, own.duty());
        let n = numbered.iter().filter(|((other, of, _), _)| *other == id && *of == duty).count();
        numbered.push(((id, duty, n), own));
    }
    numbered
}

fn whose<'a>(of: &Obligation<'a>) -> Whose<'a> {
    Whose { credential: of.credential, duty: of.duty() }
}

/// What it asks; nothing when it asks nothing.
fn ask<'a>(of: &Obligation<'a>) -> Option<Ask<'a>> {
    let is_asked = |line: &&Line<'a>| {
        line.requirement.kind() != "maximum"
            && line.applies != Verdict::NotMet
            && line.asked.is_none_or(|hours| !hours.is_zero())
    };
    let lines: Vec<(&'a str, Option<Hours>)> =
        of.lines.iter().filter(is_asked).map(|line| (line.requirement.what.as_str(), line.asked)).collect();
    let by = of.expires.or(of.reinstate_by);
    (!lines.is_empty() || by.is_some()).then(|| Ask { whose: whose(of), lines, by })
}

fn compare<'a>(was: &Obligation<'a>, is: &Obligation<'a>, into: &mut Vec<Difference<'a>>) {
    let whose = whose(is);
    if was.route != is.route {
        into.push(Difference::Route { whose, before: was.route, after: is.route });
    }
    let days = [
        (Day::Opens, was.opens, is.opens),
        (Day::FileBy, was.file_by, is.file_by),
        (Day::Expires, was.expires, is.expires),
        (Day::ReinstateBy, was.reinstate_by, is.reinstate_by),
    ];
    // Where the whole moves, or can be renewed no more, its last day says it.
    let moved = was.expires != is.expires || was.route != is.route;
    for (day, before, after) in days {
        if before != after && !(moved && matches!(day, Day::Opens | Day::FileBy)) {
            into.push(Difference::Day { whose, day, before, after });
        }
    }
    let otherwise = crate::agenda::asked_otherwise(&was.lines, &is.lines);
    let is_otherwise = |id: &str| otherwise.iter().any(|change| change.requirement.id == *id);
    for line in &is.lines {
        let Some(old) = was.lines.iter().find(|old| old.id == line.id) else { continue };
        if is_otherwise(&line.requirement.id) && old.verdict == line.verdict {
            continue;
        }
        let what = line.requirement.what.as_str();
        if old.verdict != line.verdict {
            into.push(Difference::Verdict {
                whose,
                what,
                before: old.verdict,
                after: line.verdict,
                short: line.short,
            });
        } else if old.short != line.short {
            into.push(Difference::Short { whose, what, before: old.short, after: line.short });
        }
    }
    into.extend(otherwise.into_iter().map(|change| Difference::AskedOtherwise { whose, change }));
    let (before, after) = (fees(was), fees(is));
    if before != after {
        into.push(Difference::Fees { whose, before, after });
    }
}

/// The fees that are asked whatever happens.
fn fees(of: &Obligation<'_>) -> Usd {
    let day = of.expires.unwrap_or(Date::MAX);
    of.fees(day).iter().filter(|fee| fee.when.is_none()).map(|fee| fee.usd).sum()
}

/// The credentials of `after` that can be applied for and could not, or the other way round.
pub fn eligibility_differences<'a>(
    before: &[Eligibility<'a>],
    after: &[Eligibility<'a>],
) -> Vec<Difference<'a>> {
    let difference = |is: &Eligibility<'a>| {
        let was = before.iter().find(|was| was.credential.id == is.credential.id)?;
        (was.verdict != is.verdict).then_some(Difference::Eligible {
            credential: is.credential,
            before: was.verdict,
            after: is.verdict,
        })
    };
    after.iter().filter_map(difference).collect()
}

/// What is not the same between two plans: whether there is one, its cost, its hours, the day on which it is done.
pub fn plan_differences<'a>(before: &Outcome<'a>, after: &Outcome<'a>) -> Vec<Difference<'a>> {
    let because = |outcome: &Outcome<'a>| match &outcome.result {
        PlanResult::Nothing(nothing) => nothing.reasons.iter().map(|reason| outcome.named(reason)).collect(),
        _ => Vec::new(),
    };
    let (was, is) = match (&before.result, &after.result) {
        (PlanResult::Plan(was), PlanResult::Plan(is)) => (was, is),
        (PlanResult::Plan(_), _) => {
            return vec![Difference::Plan { there_is: false, because: because(after) }];
        }
        (_, PlanResult::Plan(_)) => {
            return vec![Difference::Plan { there_is: true, because: because(before) }];
        }
        _ => return Vec::new(),
    };
    let mut all = Vec::new();
    if was.cost != is.cost {
        all.push(Difference::Cost { before: was.cost, after: is.cost });
    }
    if was.hours != is.hours {
        all.push(Difference::PlanHours { before: was.hours, after: is.hours });
    }
    if was.finish != is.finish {
        all.push(Difference::Finish { before: was.finish, after: is.finish });
    }
    all
}

impl<'a> Difference<'a> {
    /// The credential that it is about; none for a plan.
    pub fn credential(&self) -> Option<&'a Credential> {
        match self {
            Self::AskedNew(ask) | Self::AskedNoMore(ask) => Some(ask.whose.credential),
            Self::AskedOtherwise { whose, .. }
            | Self::Route { whose, .. }
            | Self::Day { whose, .. }
            | Self::Verdict { whose, .. }
            | Self::Short { whose, .. }
            | Self::Fees { whose, .. } => Some(whose.credential),
            Self::Eligible { credential, .. } => Some(credential),
            Self::Cost { .. } | Self::PlanHours { .. } | Self::Finish { .. } | Self::Plan { .. } => None,
        }
    }

    /// Whether it is for the worse: something more to do or to pay, or something lost. None when it is neither.
    pub fn is_worse(&self) -> Option<bool> {
        match self {
            Self::AskedNew(_) => Some(true),
            Self::AskedNoMore(_) => Some(false),
            Self::Verdict { before, after, .. } | Self::Eligible { before, after, .. } => {
                match (before, after) {
                    (_, Verdict::Met) => Some(false),
                    (Verdict::Met, _) | (_, Verdict::NotMet) => Some(true),
                    _ => None,
                }
            }
            Self::Short { before, after, .. } | Self::PlanHours { before, after } => Some(after > before),
            Self::Fees { before, after, .. } | Self::Cost { before, after } => Some(after > before),
            Self::Plan { there_is, .. } => Some(!there_is),
            Self::Route { after, .. } => Some(*after != Route::Renew),
            Self::AskedOtherwise { .. } | Self::Day { .. } | Self::Finish { .. } => None,
        }
    }
}
