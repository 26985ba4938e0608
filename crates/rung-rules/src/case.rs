//! One set of rules on one period: what is asked, which credits serve it, and how their hours compete.

use crate::{
    assign::{AskedLine, Competition, Item, Use},
    conditions::{Answer, Circumstances},
    does_it_count::{CreditFacts, Passes, does_it_count},
    evaluate::Judge,
    lines::Printer,
    status::{Line, NotCounted, Question, Reason},
    verdict::Verdict,
};
use jiff::{ToSpan, civil::Date};
use rung_catalog::{Ask, Condition, Exception, Filter, Requirement, RuleSet, Share, Stage, Window};
use rung_record::{Hours, Period};

/// A rule set may have so many lines and caps that compete for hours; the bits of an [`Item`] hold no more.
const MOST_COMPETING: usize = 60;
/// The longest period, in years, whose calendar years are looked at one by one.
const MOST_YEARS: i16 = 10;

/// One set of rules on one period.
pub(crate) struct Case<'a, 'j> {
    pub judge: &'j Judge<'a>,
    pub rules: &'a RuleSet,
    pub days: Days,
    pub dead_zones: Vec<Period>,
    pub circumstances: Circumstances<'a>,
    /// Hours carried over from earlier periods, by credit.
    pub carried: Vec<(usize, Hours)>,
}

/// The days that a case is about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Days {
    /// In which credit is earned: the term, and the stage after expiry that is open.
    pub period: Period,
    /// The term alone: what is reckoned from the end of the credential is reckoned from its end.
    pub term: Period,
    /// The day after the one from which "in the year before" is counted back: the end of the term or, for rules of a stage's own, the day
    /// of the application.
    pub counted_back_from: Date,
}

impl Days {
    /// A term with nothing after it.
    pub fn of_term(term: Period) -> Self {
        Self { period: term, term, counted_back_from: term.end }
    }

    /// A term that ended on `expires`, with the stage that is open on `on`.
    pub fn after_expiry(period: Period, expires: Date, stage: &Stage, on: Date) -> Self {
        let term = Period { end: period.end.min(expires.saturating_add(1.day())), ..period };
        let is_own = !stage.rules.is_empty();
        Self { period, term, counted_back_from: if is_own { on.saturating_add(1.day()) } else { term.end } }
    }
}

/// A line that asks hours, ready to compete.
pub(crate) struct Slot<'a> {
    pub requirement: &'a Requirement,
    pub window: Period,
    pub year: Option<i16>,
    pub asked: Asked<'a>,
    /// For each candidate, whether it serves the line.
    pub passes: Vec<Passes>,
    pub in_addition: bool,
}

/// A cap, ready to compete.
pub(crate) struct Cap<'a> {
    pub requirement: &'a Requirement,
    pub most: Hours,
    pub passes: Vec<Passes>,
    pub per_day: bool,
}

/// What a line asks of this technician.
pub(crate) struct Asked<'a> {
    pub hours: Option<Hours>,
    pub applies: Verdict,
    pub exception: Option<&'a Exception>,
    /// An exception may or may not hold; until that is settled the full hours are asked.
    pub in_doubt: bool,
    pub questions: Vec<Question<'a>>,
}

/// A credit, or what is left of one carried over.
#[derive(Clone, Copy)]
pub(crate) struct Candidate {
    pub credit: usize,
    pub hours: Option<Hours>,
    pub carried: bool,
    /// Whether it is accepted at all.
    pub accepted: Passes,
    /// Why its day, or its being a twin, keeps it from lines that look at the whole period.
    pub misplaced: Option<Reason>,
}

/// The uses of all candidates when every doubt goes against the technician, and when it goes for them.
pub(crate) struct Uses {
    pub sure: Vec<Use>,
    pub hopeful: Option<Vec<Use>>,
}

impl<'a> Case<'a, '_> {
    pub fn lines(&self) -> Vec<Line<'a>> {
        let candidates = self.candidates();
        let mut slots = Vec::new();
        let mut caps = Vec::new();
        for requirement in &self.rules.requirements {
            self.gather(requirement, &candidates, &mut slots, &mut caps);
        }
        let uses = compete(&candidates, &slots, &caps, &self.judge.facts);
        let printer =
            Printer { case: self, candidates: &candidates, slots: &slots, caps: &caps, uses: &uses };
        printer.lines_of(&self.rules.requirements)
    }

    /// The credits that some line may look at, the earliest first; what was carried over comes before all.
    pub fn candidates(&self) -> Vec<Candidate> {
        let beyond = self.rules.looks_beyond_period();
        let own = self.judge.order.iter().filter(|n| !self.is_carried(**n)).filter_map(|&credit| {
            let misplaced = self.misplaced(credit, self.days.period);
            (beyond || !misplaced.is_some_and(is_elsewhere)).then(|| Candidate {
                credit,
                hours: self.judge.facts[credit].hours(&self.rules.conversions),
                carried: false,
                accepted: does_it_count(&self.rules.accepts, &self.judge.facts[credit]),
                misplaced,
            })
        });
        let carried = self.carried.iter().map(|&(credit, hours)| Candidate {
            credit,
            hours: Some(hours),
            carried: true,
            accepted: does_it_count(&self.rules.accepts, &self.judge.facts[credit]),
            misplaced: None,
        });
        carried.chain(own).collect()
    }

    fn is_carried(&self, credit: usize) -> bool {
        self.carried.iter().any(|(other, _)| *other == credit)
    }

    /// The credits that lie outside the period, for all of its lines together.
    pub fn elsewhere(&self) -> Vec<NotCounted> {
        let own = self.judge.order.iter().filter(|n| !self.is_carried(**n));
        own.filter_map(|&credit| {
            let reason = self.misdated(credit, self.days.period).filter(|reason| is_elsewhere(*reason))?;
            let hours = self.judge.facts[credit].hours(&self.rules.conversions).unwrap_or_default();
            Some(NotCounted { credit, hours, reason })
        })
        .collect()
    }

    /// The hour lines and caps of a requirement and of everything inside it, in reading order.
    pub fn gather(
        &self,
        requirement: &'a Requirement,
        candidates: &[Candidate],
        slots: &mut Vec<Slot<'a>>,
        caps: &mut Vec<Cap<'a>>,
    ) {
        match &requirement.ask {
            Ask::Minimum { hours, counts, window, in_addition } => {
                for (window, year) in self.windows(window) {
                    let passes = candidates
                        .iter()
                        .map(|candidate| self.serves(candidate, window, Some(counts), true))
                        .collect();
                    let asked = self.asked(requirement, *hours);
                    slots.push(Slot { requirement, window, year, asked, passes, in_addition: *in_addition });
                }
            }
            Ask::Maximum { most, counts, per_day } => {
                let most = self.share(most);
                let passes = candidates
                    .iter()
                    .map(|candidate| self.serves(candidate, self.days.period, Some(counts), true))
                    .collect();
                caps.push(Cap { requirement, most, passes, per_day: *per_day });
            }
            Ask::AllOf(lines) => lines.iter().for_each(|line| self.gather(line, candidates, slots, caps)),
            _ => {}
        }
        requirement.or.iter().for_each(|line| self.gather(line, candidates, slots, caps));
    }

    /// The days that a window means here, all years together.
    pub fn whole_window(&self, window: &Window) -> Period {
        let Days { period, term, counted_back_from } = self.days;
        match window {
            Window::Period => period,
            Window::EachCalendarYear => term,
            Window::Ever => Period { from: Date::MIN, end: period.end },
            Window::BeforeEnd(span) => Period { from: span.before(counted_back_from), end: period.end },
        }
    }

    /// The stretches of days that a window means here, with the year where there is one for each.
    pub fn windows(&self, window: &Window) -> Vec<(Period, Option<i16>)> {
        let term = self.days.term;
        match window {
            Window::Period | Window::Ever | Window::BeforeEnd(_) => vec![(self.whole_window(window), None)],
            // Nobody knows the period, or it is no period of a credential.
            Window::EachCalendarYear if term.last().year() - term.from.year() > MOST_YEARS => {
                vec![(term, None)]
            }
            Window::EachCalendarYear => {
                let year = |year: i16| {
                    let days =
                        Period { from: Date::new(year, 1, 1).ok()?, end: Date::new(year + 1, 1, 1).ok()? };
                    (term.from <= days.from && days.end <= term.end).then_some((days, Some(year)))
                };
                (term.from.year()..=term.last().year()).filter_map(year).collect()
            }
        }
    }

    fn share(&self, most: &Share) -> Hours {
        match most {
            Share::Hours(hours) => *hours,
            Share::Of { numerator, denominator, of } => {
                let line =
                    self.rules.requirements.iter().flat_map(Requirement::walk).find(|line| line.id == *of);
                let asked = line.and_then(|line| match &line.ask {
                    Ask::Minimum { hours, .. } => self.asked(line, *hours).hours,
                    _ => None,
                });
                asked.unwrap_or_default() * *numerator / *denominator
            }
        }
    }

    /// What the line asks of this technician, exceptions included.
    pub fn asked(&self, requirement: &'a Requirement, full: Option<Hours>) -> Asked<'a> {
        let answer = |condition: &'a Condition| self.circumstances.answer(condition);
        let applies = requirement.applies_if.as_ref().map(answer);
        let mut asked = Asked {
            hours: full,
            applies: applies.as_ref().map_or(Verdict::Met, |answer| answer.verdict),
            exception: None,
            in_doubt: false,
            questions: applies.map(|answer| answer.questions).unwrap_or_default(),
        };
        for exception in &requirement.except {
            let Answer { verdict, questions } = answer(&exception.when);
            match verdict {
                Verdict::Met => {
                    asked.exception = Some(exception);
                    asked.hours = Some(self.excepted_hours(exception, full));
                    break;
                }
                Verdict::Unknown => {
                    asked.in_doubt = true;
                    asked.questions.extend(questions);
                }
                Verdict::NotMet => {}
            }
        }
        if asked.applies == Verdict::NotMet {
            asked.hours = full.map(|_| Hours::ZERO);
        }
        asked
    }

    fn excepted_hours(&self, exception: &Exception, full: Option<Hours>) -> Hours {
        let held = || months_begun(self.days.term);
        match exception.per_month_held {
            Some(rate) => (rate * held()).min(full.unwrap_or(Hours::MOST)),
            None if exception.prorated => {
                let term = self
                    .judge
                    .catalog
                    .credential(self.circumstances.held.map_or("", |held| held.credential.as_str()));
                let months =
                    match term.and_then(|credential| credential.term.as_ref()).map(|term| term.length) {
                        Some(length) => length.in_months().unwrap_or(12),
                        None => 12,
                    };
                full.unwrap_or_default() * held().min(months) / months
            }
            None => exception.hours,
        }
    }

    /// Whether a credit serves a line: completed in its days, nobody's twin, accepted at all, and passing the filter.
    pub fn serves(
        &self,
        candidate: &Candidate,
        window: Period,
        counts: Option<&Filter>,
        needs_hours: bool,
    ) -> Passes {
        let misplaced = match candidate.misplaced {
            own if candidate.carried || window == self.days.period => own,
            _ => self.misplaced(candidate.credit, window),
        };
        if let Some(reason) = misplaced {
            return Passes::No(reason);
        }
        let facts = &self.judge.facts[candidate.credit];
        let accepted = if needs_hours { candidate.accepted } else { Passes::Yes };
        both(accepted, || counted(facts, candidate.hours, counts, needs_hours))
    }

    /// Whether a credit is accepted at all and passes the filter, whatever its day.
    pub fn passes(
        &self,
        facts: &CreditFacts<'_>,
        hours: Option<Hours>,
        counts: Option<&Filter>,
        needs_hours: bool,
    ) -> Passes {
        let accepted = if needs_hours { does_it_count(&self.rules.accepts, facts) } else { Passes::Yes };
        both(accepted, || counted(facts, hours, counts, needs_hours))
    }

    /// Why the day of a credit, or its being a twin, keeps it from a line.
    fn misplaced(&self, credit: usize, window: Period) -> Option<Reason> {
        self.misdated(credit, window).or_else(|| {
            let group = &self.judge.twins[credit];
            // A line that looks at each year on its own still counts an activity once in the whole period.
            let days =
                if window.intersection(self.days.period) == window { self.days.period } else { window };
            let first = group.iter().copied().find(|twin| self.misdated(*twin, days).is_none())?;
            (first != credit).then_some(Reason::DuplicateOf(first))
        })
    }

    fn misdated(&self, credit: usize, window: Period) -> Option<Reason> {
        let completed = self.judge.facts[credit].credit.completed;
        if completed > self.judge.on { Some(Reason::AfterToday) } else { self.outside(completed, window) }
    }

    /// Why a day does not lie in the days that a line looks at.
    pub(crate) fn outside(&self, day: Date, window: Period) -> Option<Reason> {
        if self.dead_zones.iter().any(|zone| zone.contains(day)) {
            Some(Reason::DeadZone)
        } else if window.contains(day) {
            None
        } else if self.days.period.contains(day) {
            Some(Reason::OutsideWindow)
        } else {
            Some(Reason::OutsidePeriod)
        }
    }
}

/// Whether a credit passes a line's filter and, where that matters, gives hours.
fn counted(
    facts: &CreditFacts<'_>,
    hours: Option<Hours>,
    counts: Option<&Filter>,
    needs_hours: bool,
) -> Passes {
    let passes = counts.map_or(Passes::Yes, |filter| does_it_count(filter, facts));
    if needs_hours && hours.is_none_or(Hours::is_zero) {
        return both(passes, || Passes::No(Reason::NoHours));
    }
    passes
}

/// Both must hold; a refusal is final, and the first one is told.
fn both(one: Passes, two: impl FnOnce() -> Passes) -> Passes {
    match one {
        Passes::No(_) => one,
        Passes::Yes => two(),
        Passes::Perhaps(_) => match two() {
            Passes::No(reason) => Passes::No(reason),
            _ => one,
        },
    }
}

/// Reasons that keep a credit from every line of a period alike; they are told once.
pub(crate) fn is_elsewhere(reason: Reason) -> bool {
    matches!(reason, Reason::OutsidePeriod | Reason::AfterToday | Reason::DeadZone)
}

/// Months in a period, a begun month counting whole.
fn months_begun(period: Period) -> u64 {
    let mut months = 0;
    while period.from.saturating_add(i32::try_from(months).unwrap_or(i32::MAX).months()) < period.end
        && months < 1200
    {
        months += 1;
    }
    months
}

/// Lets the lines compete for the hours: once with every doubt against the technician and, if there is any, once with
/// every doubt in their favour.
fn compete(
    candidates: &[Candidate],
    slots: &[Slot<'_>],
    caps: &[Cap<'_>],
    facts: &[CreditFacts<'_>],
) -> Uses {
    let seconds = |candidate: &Candidate| candidate.hours.unwrap_or_default().in_seconds();
    let competition = |in_favour: bool| {
        let serves =
            |passes: Passes| passes == Passes::Yes || (in_favour && matches!(passes, Passes::Perhaps(_)));
        let capped =
            |passes: Passes| passes == Passes::Yes || (!in_favour && matches!(passes, Passes::Perhaps(_)));
        let mut items: Vec<Item> = (candidates.iter().enumerate())
            .map(|(n, candidate)| {
                let bit = |line: usize, slot: &Slot<'_>| u64::from(serves(slot.passes[n])) << line;
                let lines = slots
                    .iter()
                    .take(MOST_COMPETING)
                    .enumerate()
                    .fold(0, |bits, (line, slot)| bits | bit(line, slot));
                Item { seconds: seconds(candidate), lines, caps: 0 }
            })
            .collect();
        let mut mosts = Vec::new();
        for cap in caps {
            add_cap(cap, &capped, candidates, facts, &mut items, &mut mosts);
        }
        let lines = slots.iter().take(MOST_COMPETING).map(|slot| AskedLine {
            seconds: slot.asked.hours.unwrap_or_default().in_seconds(),
            in_addition: slot.in_addition,
        });
        Competition { items, lines: lines.collect(), caps: mosts }.assign()
    };
    let doubtful = |passes: &[Passes]| passes.iter().any(|pass| matches!(pass, Passes::Perhaps(_)));
    let any_doubt =
        slots.iter().any(|slot| doubtful(&slot.passes)) || caps.iter().any(|cap| doubtful(&cap.passes));
    Uses { sure: competition(false), hopeful: any_doubt.then(|| competition(true)) }
}

/// Adds a cap, or one for each day on which it binds.
fn add_cap(
    cap: &Cap<'_>,
    capped: &dyn Fn(Passes) -> bool,
    candidates: &[Candidate],
    facts: &[CreditFacts<'_>],
    items: &mut [Item],
    mosts: &mut Vec<u64>,
) {
    let most = cap.most.in_seconds();
    let under: Vec<usize> =
        (0..candidates.len()).filter(|n| items[*n].lines != 0 && capped(cap.passes[*n])).collect();
    let day = |n: usize| facts[candidates[n].credit].credit.completed;
    let groups: Vec<&[usize]> =
        if cap.per_day { under.chunk_by(|one, two| day(*one) == day(*two)).collect() } else { vec![&under] };
    for group in groups {
        let all: u64 = group.iter().map(|n| items[*n].seconds).sum();
        if all <= most {
            continue;
        }
        if mosts.len() < MOST_COMPETING {
            group.iter().for_each(|n| items[*n].caps |= 1 << mosts.len());
            mosts.push(most);
            continue;
        }
        // Beyond what the bits can hold the earliest credits are taken; no shipped rule comes near.
        let mut left = most;
        for n in group {
            items[*n].seconds = items[*n].seconds.min(left);
            left -= items[*n].seconds;
        }
    }
}
