//! What is still to be earned, in the form that a planner needs.
//!
//! The planner must not decide anything about rules, so this module answers its questions with the same functions that
//! judge a record: which lines an obligation asks, what the credits already earned give to each, and which lines a
//! credit *would* serve if an offering were completed on a certain day.

use crate::{
    case::Case,
    does_it_count::{CreditFacts, Passes},
    evaluate::{Judge, MOST_CARRIED},
    status::{Obligation, Route, Status},
    verdict::Verdict,
};
use rung_catalog::{Ask, Filter, Requirement};
use rung_record::{Credit, Date, Hours, Period, Record};

/// Everything still to be earned by a technician up to a horizon.
pub struct Demands<'a> {
    judge: Judge<'a>,
    /// The obligations that can still be met with continuing education, and what they ask.
    pub list: Vec<Demand<'a>>,
    /// Where the technician stands, periods to come included.
    pub status: Status<'a>,
}

/// One obligation to be met.
pub struct Demand<'a> {
    /// Its standing today.
    pub obligation: Obligation<'a>,
    /// The days left to earn credit for it.
    pub days: Period,
    /// Lines of hours and courses, at any depth.
    pub lines: Vec<Line<'a>>,
    /// For each requirement, the ways to meet it; each is a set of lines (indices) all of which must hold.
    pub wanted: Vec<Wanted<'a>>,
    /// The most that some credits may contribute.
    pub caps: Vec<Cap<'a>>,
    /// What the credits already earned can give.
    pub earned: Vec<Hour>,
}

/// A line of hours, or a course without hours.
pub struct Line<'a> {
    /// The rule.
    pub requirement: &'a Requirement,
    /// The days in which a credit must be completed.
    pub window: Period,
    /// Hours asked; none for a course.
    pub asked: Option<Hours>,
    /// Whether its hours come on top of all others.
    pub in_addition: bool,
    /// For a course: whether one has been completed already.
    pub is_done: bool,
}

/// A requirement, and the ways to meet it.
pub struct Wanted<'a> {
    /// The rule.
    pub requirement: &'a Requirement,
    /// Each way is a set of lines that must all hold. Empty when education cannot meet it.
    pub ways: Vec<Vec<usize>>,
}

/// The most that some credits may contribute.
pub struct Cap<'a> {
    /// The rule.
    pub requirement: &'a Requirement,
    /// So much.
    pub most: Hours,
}

/// Hours with what they serve: bits are indices into the demand's lines and caps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hour {
    /// How many.
    pub hours: Hours,
    /// What they serve.
    pub service: Service,
}

/// What a credit serves in one demand. Bits are indices into its lines and caps.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Service {
    /// Lines of hours.
    pub lines: u64,
    /// Caps that it falls under.
    pub caps: u64,
    /// Courses.
    pub courses: u64,
}

/// Bits of a [`Service`].
const MOST_BITS: usize = 64;
/// So many ways to meet one requirement are planned for.
const MOST_WAYS: usize = 64;

impl Service {
    /// The bit of a line, course or cap; none for one beyond what the bits hold.
    pub fn bit(index: usize) -> u64 {
        u32::try_from(index).ok().and_then(|index| 1_u64.checked_shl(index)).unwrap_or(0)
    }
}

impl<'a> Demands<'a> {
    /// What `record` still asks on `on`, for obligations that end on `horizon` or earlier.
    pub fn new(record: &'a Record, catalog: &'a rung_catalog::Catalog, on: Date, horizon: Date) -> Self {
        Self::until(record, catalog, on, horizon, |obligation, on| obligation.earn_by(on))
    }

    /// The same when applications are filed late: on the last day on which they are accepted at all.
    pub fn filing_late(
        record: &'a Record,
        catalog: &'a rung_catalog::Catalog,
        on: Date,
        horizon: Date,
    ) -> Self {
        Self::until(record, catalog, on, horizon, |obligation, _| obligation.period.map(Period::last))
    }

    fn until(
        record: &'a Record,
        catalog: &'a rung_catalog::Catalog,
        on: Date,
        horizon: Date,
        deadline: fn(&Obligation<'_>, Date) -> Option<Date>,
    ) -> Self {
        let judge = Judge::new(record, catalog, on);
        let status = judge.status(horizon);
        let open = |obligation: &&Obligation<'a>| {
            matches!(obligation.route, Route::Renew | Route::Reinstate)
                && obligation.verdict != Verdict::Met
                && obligation.earn_by(on).is_some_and(|day| day <= horizon)
        };
        let list = status
            .obligations
            .iter()
            .filter(open)
            .filter_map(|obligation| demand(&judge, obligation, on, deadline(obligation, on)?))
            .collect();
        Self { judge, list, status }
    }

    /// What a credit would serve in demand `n` if it were earned on its day of completion. Nothing when the record has
    /// the same activity already.
    pub fn service(&self, n: usize, credit: &Credit) -> Service {
        let Some(demand) = self.list.get(n) else { return Service::default() };
        let Some(case) = case_of(&self.judge, &demand.obligation) else { return Service::default() };
        let facts = CreditFacts::gather(credit, self.judge.catalog);
        let hours = facts.hours(&case.rules.conversions);
        let counts_on_its_day = |filter: Option<&Filter>, window: Period, needs_hours: bool| {
            case.outside(credit.completed, window).is_none()
                && !self.judge.facts.iter().any(|earned| {
                    earned.is_same_activity(&facts) && case.outside(earned.credit.completed, window).is_none()
                })
                && case.passes(&facts, hours, filter, needs_hours) == Passes::Yes
        };
        let mut service = Service::default();
        for (bit, line) in demand.lines.iter().enumerate().take(MOST_BITS) {
            match &line.requirement.ask {
                Ask::Minimum { counts, .. } if counts_on_its_day(Some(counts), line.window, true) => {
                    service.lines |= Service::bit(bit)
                }
                Ask::Course { counts, .. } if counts_on_its_day(Some(counts), line.window, false) => {
                    service.courses |= Service::bit(bit)
                }
                _ => {}
            }
        }
        for (bit, cap) in demand.caps.iter().enumerate().take(MOST_BITS) {
            if let Ask::Maximum { counts, .. } = &cap.requirement.ask
                && !matches!(case.passes(&facts, hours, Some(counts), true), Passes::No(_))
            {
                service.caps |= Service::bit(bit);
            }
        }
        service
    }
}

fn case_of<'a, 'j>(judge: &'j Judge<'a>, obligation: &Obligation<'a>) -> Option<Case<'a, 'j>> {
    let (rules, period) = obligation.rules.zip(obligation.period)?;
    let days = judge.days(period, obligation.expires, obligation.stage);
    Some(judge.case(obligation.credential, obligation.held, rules, days, obligation.is_first, MOST_CARRIED))
}

fn demand<'a>(judge: &Judge<'a>, obligation: &Obligation<'a>, on: Date, last: Date) -> Option<Demand<'a>> {
    let case = case_of(judge, obligation)?;
    let days = Period::inclusive(on.max(case.days.period.from), last);
    let candidates = case.candidates();
    let mut slots = Vec::new();
    let mut caps = Vec::new();
    for requirement in &case.rules.requirements {
        case.gather(requirement, &candidates, &mut slots, &mut caps);
    }
    let mut lines: Vec<Line<'a>> = (slots.iter())
        .map(|slot| Line {
            requirement: slot.requirement,
            window: slot.window,
            asked: Some(
                slot.asked.hours.filter(|_| slot.asked.applies != Verdict::NotMet).unwrap_or_default(),
            ),
            in_addition: slot.in_addition,
            is_done: false,
        })
        .collect();
    let mut wanted = Vec::new();
    for requirement in &case.rules.requirements {
        let judged = obligation.lines.iter().filter(|line| std::ptr::eq(line.requirement, requirement));
        if judged.map(|line| line.verdict).fold(Verdict::Met, Verdict::and) != Verdict::Met {
            add_courses(&case, requirement, &candidates, &mut lines);
            wanted.push(Wanted { requirement, ways: ways_to_meet(&case, requirement, &lines) });
        }
    }
    // A cap for each single day binds nobody who can choose the day.
    let day_free: Vec<usize> = (0..caps.len()).filter(|n| !caps[*n].per_day).collect();
    let earned = (candidates.iter().enumerate())
        .map(|(n, candidate)| {
            let line_bits = slots.iter().take(MOST_BITS).enumerate();
            let cap_bits = day_free.iter().take(MOST_BITS).enumerate();
            Hour {
                hours: candidate.hours.unwrap_or_default(),
                service: Service {
                    lines: line_bits
                        .fold(0, |bits, (bit, slot)| bits | u64::from(slot.passes[n] == Passes::Yes) << bit),
                    caps: cap_bits.fold(0, |bits, (bit, cap)| {
                        bits | u64::from(!matches!(caps[*cap].passes[n], Passes::No(_))) << bit
                    }),
                    courses: 0,
                },
            }
        })
        .filter(|hour| hour.service.lines != 0 && !hour.hours.is_zero())
        .collect();
    let caps =
        day_free.iter().map(|n| Cap { requirement: caps[*n].requirement, most: caps[*n].most }).collect();
    Some(Demand { obligation: obligation.clone(), days, lines, wanted, caps, earned })
}

/// Adds a line for each course that a requirement asks, itself or inside.
fn add_courses<'a>(
    case: &Case<'a, '_>,
    requirement: &'a Requirement,
    candidates: &[crate::case::Candidate],
    lines: &mut Vec<Line<'a>>,
) {
    for inner in requirement.walk() {
        if let Ask::Course { counts, window } = &inner.ask {
            let window = case.whole_window(window);
            let is_done = candidates
                .iter()
                .any(|candidate| case.serves(candidate, window, Some(counts), false) == Passes::Yes);
            lines.push(Line { requirement: inner, window, asked: None, in_addition: false, is_done });
        }
    }
}

/// The sets of lines that meet a requirement. What education cannot change (a credential held, a statement) must hold
/// already, or its way is closed.
fn ways_to_meet<'a>(
    case: &Case<'a, '_>,
    requirement: &'a Requirement,
    lines: &[Line<'a>],
) -> Vec<Vec<usize>> {
    let own_lines =
        || (0..lines.len()).filter(|n| std::ptr::eq(lines[*n].requirement, requirement)).collect::<Vec<_>>();
    let mut ways = match &requirement.ask {
        Ask::Minimum { hours: Some(_), .. } | Ask::Course { .. } => vec![own_lines()],
        Ask::Condition(condition) if case.circumstances.answer(condition).verdict == Verdict::Met => {
            vec![Vec::new()]
        }
        Ask::AllOf(inner) => inner.iter().fold(vec![Vec::new()], |ways: Vec<Vec<usize>>, line| {
            let more = ways_to_meet(case, line, lines);
            ways.iter()
                .flat_map(|way| more.iter().map(move |other| [way.as_slice(), other].concat()))
                .take(MOST_WAYS)
                .collect()
        }),
        _ => Vec::new(),
    };
    // An alternative that is closed today (an examination to pass) is no continuing education to plan.
    let is_course = |line: &Requirement| matches!(line.ask, Ask::Course { .. } | Ask::AcademicCredits { .. });
    for other in requirement.or.iter().filter(|other| !is_course(other)) {
        ways.extend(ways_to_meet(case, other, lines));
    }
    ways.truncate(MOST_WAYS);
    ways
}
