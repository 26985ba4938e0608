//! An obligation, line by line.

use crate::{
    assign::{AskedLine, Competition, Item, Use},
    conditions::{Answer, Circumstances},
    does_it_count::{CreditFacts, Passes, does_it_count},
    periods::{self, Current, Standing, standing},
    status::{Counted, Line, Missing, NotCounted, Obligation, Question, Reason, Route, Status},
    verdict::Verdict,
};
use jiff::{ToSpan, civil::Date};
use rung_catalog::{
    Ask, Catalog, Condition, Confidence, Credential, Deadline, Exception, Filter, Requirement, RuleSet,
    SelectedBy, Share, Window,
};
use rung_record::{Hours, Period, Record};
use std::borrow::Cow;

/// A rule set may have so many lines and caps that compete for hours; the bits of an [`Item`] hold no more.
const MOST_COMPETING: usize = 60;
/// The longest period, in years, whose calendar years are looked at one by one.
const MOST_YEARS: i16 = 10;
/// Surplus hours are followed back through so many periods.
pub(crate) const MOST_CARRIED: u8 = 12;

/// Where the technician stands on `on`: every obligation of every credential in the record, with proof.
///
/// Pure: the same record, catalogue and day give the same answer, whoever asks.
pub fn evaluate<'a>(record: &'a Record, catalog: &'a Catalog, on: Date) -> Status<'a> {
    evaluate_through(record, catalog, on, on)
}

/// As [`evaluate`], and also the periods to come that end on `horizon` or earlier, as far as they can be known today.
pub fn evaluate_through<'a>(record: &'a Record, catalog: &'a Catalog, on: Date, horizon: Date) -> Status<'a> {
    Judge::new(record, catalog, on).status(horizon)
}

impl<'a> Judge<'a> {
    /// Every obligation, and the periods to come that end on `horizon` or earlier.
    pub fn status(&self, horizon: Date) -> Status<'a> {
        let (record, catalog, on, judge) = (self.record, self.catalog, self.on, self);
        let mut obligations = Vec::with_capacity(record.credentials.len());
        let mut not_in_catalogue = Vec::new();
        for held in &record.credentials {
            match catalog.credential(held.credential.as_str()) {
                Some(credential) => judge.add_obligations(credential, held, horizon, &mut obligations),
                None => not_in_catalogue.push(&held.credential),
            }
        }
        Status { on, record, catalog, obligations, not_in_catalogue }
    }
}

/// What is prepared once for a record and a day.
pub(crate) struct Judge<'a> {
    pub record: &'a Record,
    pub catalog: &'a Catalog,
    pub on: Date,
    /// By index in the record.
    pub facts: Vec<CreditFacts<'a>>,
    /// Indices of the credits, the earliest first.
    order: Vec<usize>,
    /// For each credit its twins (the same activity) and itself, the preferred one first; empty when it has none.
    twins: Vec<Vec<usize>>,
}

/// One set of rules on one period.
pub(crate) struct Case<'a, 'j> {
    pub judge: &'j Judge<'a>,
    pub rules: &'a RuleSet,
    pub period: Period,
    dead_zones: Vec<Period>,
    pub circumstances: Circumstances<'a>,
    /// Hours carried over from earlier periods, by credit.
    carried: Vec<(usize, Hours)>,
}

impl<'a> Judge<'a> {
    pub fn new(record: &'a Record, catalog: &'a Catalog, on: Date) -> Self {
        let facts: Vec<CreditFacts<'a>> =
            record.credits.iter().map(|credit| CreditFacts::gather(credit, catalog)).collect();
        let mut order: Vec<usize> = (0..facts.len()).collect();
        order.sort_by_key(|n| facts[*n].credit.completed);
        let twins = find_twins(&facts);
        Self { record, catalog, on, facts, order, twins }
    }

    /// The renewal of a credential and its duties with a clock of their own.
    fn add_obligations(
        &self,
        credential: &'a Credential,
        held: &'a rung_record::Credential,
        horizon: Date,
        into: &mut Vec<Obligation<'a>>,
    ) {
        let mut duties: Vec<&str> = Vec::new();
        for rules in &credential.renewals {
            if !duties.contains(&rules.duty.as_str()) {
                duties.push(&rules.duty);
            }
        }
        if duties.is_empty() {
            duties.push("");
        }
        for duty in duties {
            let clock = credential
                .renewals
                .iter()
                .find(|rules| rules.duty == duty)
                .and_then(|rules| rules.clock.as_ref());
            let own_dates = clock.map(|clock| {
                let mut dates = held.clone();
                (dates.expires, dates.periods) = (None, Vec::new());
                (Credential { term: Some(clock.clone()), reinstatement: None, ..credential.clone() }, dates)
            });
            let now = match &own_dates {
                Some((clocked, dates)) => {
                    owned_question(standing(clocked, dates, &self.record.person, self.on))
                }
                None => standing(credential, held, &self.record.person, self.on),
            };
            let current = (now.route == Route::Renew)
                .then(|| {
                    now.period.zip(now.expires).map(|(period, expires)| Current {
                        period,
                        expires,
                        is_first: now.is_first,
                    })
                })
                .flatten();
            into.push(self.obligation(credential, held, duty, now));
            let (Some(mut current), Some(term)) = (current, clock.or(credential.term.as_ref())) else {
                continue;
            };
            loop {
                current = periods::following(term, &current);
                if current.expires > horizon {
                    break;
                }
                let to_come = Standing {
                    period: Some(current.period),
                    expires: Some(current.expires),
                    route: Route::Renew,
                    is_first: Some(false),
                    reinstate_by: None,
                    question: None,
                };
                into.push(self.obligation(credential, held, duty, to_come));
            }
        }
    }

    fn obligation(
        &self,
        credential: &'a Credential,
        held: &'a rung_record::Credential,
        duty: &str,
        now: Standing<'a>,
    ) -> Obligation<'a> {
        let authority = self.catalog.authority_of(credential);
        let chosen = self.rules_in_force(credential, held, duty, &now);
        let mut answer = Obligation {
            credential,
            held,
            rules: chosen,
            period: now.period,
            is_first: now.is_first,
            verdict: Verdict::Met,
            route: now.route,
            opens: None,
            file_by: None,
            expires: now.expires,
            reinstate_by: now.reinstate_by,
            lines: Vec::new(),
            elsewhere: Vec::new(),
            questions: now.question.clone().into_iter().collect(),
            confidence: chosen.map_or(authority.confidence, |rules| rules.cite.confidence),
        };
        if now.route == Route::StartOver {
            answer.verdict = Verdict::NotMet;
            return answer;
        }
        let Some(rules) = chosen else {
            if now.route == Route::None {
                return answer;
            }
            answer.verdict = Verdict::Unknown;
            let question = format!(
                "The catalogue has no rules of {} for this period. Ask them what they are.",
                authority.body
            );
            answer.questions.push(Question::Ask(question.into()));
            return answer;
        };
        if let Some(last) = now.expires {
            answer.opens = rules.opens.as_ref().map(|deadline| deadline_day(deadline, last));
            answer.file_by =
                Some(rules.file_by.as_ref().map_or(last, |deadline| deadline_day(deadline, last)));
        }
        // Without a period everything ever earned is looked at: what is short even so is short.
        let period = now.period.unwrap_or(Period { from: Date::MIN, end: Date::MAX });
        let case = self.case(credential, held, rules, period, now.is_first, MOST_CARRIED);
        answer.lines = case.lines();
        answer.elsewhere = case.elsewhere();
        if now.period.is_none() {
            answer.lines.iter_mut().for_each(doubt_hours);
        }
        answer.verdict = answer.lines.iter().map(|line| line.verdict).fold(Verdict::Met, Verdict::and);
        let of_lines = answer
            .lines
            .iter()
            .filter(|line| line.applies != Verdict::NotMet)
            .map(|line| line.requirement.cite.confidence);
        answer.confidence = of_lines.fold(answer.confidence, Confidence::min);
        answer
    }

    pub fn case(
        &self,
        credential: &'a Credential,
        held: &'a rung_record::Credential,
        rules: &'a RuleSet,
        period: Period,
        is_first: Option<bool>,
        carry_depth: u8,
    ) -> Case<'a, '_> {
        let dead_zones =
            credential.term.as_ref().map(|term| periods::dead_zones(term, held)).unwrap_or_default();
        let carried = if rules.carry_over_periods > 0 && is_first != Some(true) && carry_depth > 0 {
            self.carried_into(credential, held, period, carry_depth)
        } else {
            Vec::new()
        };
        let circumstances = Circumstances {
            record: self.record,
            catalog: self.catalog,
            on: self.on,
            held: Some(held),
            period: Some(period),
            is_first_period: is_first,
        };
        Case { judge: self, rules, period, dead_zones, circumstances, carried }
    }

    /// Hours of the period before that its total did not need. What had itself been carried is used first, so that as
    /// much as possible is left.
    fn carried_into(
        &self,
        credential: &'a Credential,
        held: &'a rung_record::Credential,
        period: Period,
        depth: u8,
    ) -> Vec<(usize, Hours)> {
        let has_earlier = self.order.first().is_some_and(|n| self.facts[*n].credit.completed < period.from);
        let Some(term) = credential.term.as_ref().filter(|_| has_earlier) else { return Vec::new() };
        let day = period.from.saturating_sub(1.day());
        let Ok(before) = periods::period_of(term, held, &self.record.person, day) else { return Vec::new() };
        if !before.period.contains(day) {
            return Vec::new();
        }
        let standing = Standing {
            period: Some(before.period),
            expires: Some(before.expires),
            route: Route::Renew,
            is_first: before.is_first,
            reinstate_by: None,
            question: None,
        };
        let Some(rules) = self.rules_in_force(credential, held, "", &standing) else { return Vec::new() };
        let lines = self.case(credential, held, rules, before.period, before.is_first, depth - 1).lines();
        let Some(total) =
            lines.iter().find(|line| matches!(line.requirement.ask, Ask::Minimum { in_addition: false, .. }))
        else {
            return Vec::new();
        };
        let mut needed = total.asked.unwrap_or(Hours::ZERO);
        let mut left = Vec::new();
        let mut used = total.credits.clone();
        used.sort_by_key(|counted| !counted.carried);
        for counted in used {
            let spent = counted.hours.min(needed);
            needed = needed.saturating_sub(spent);
            let surplus = counted.hours.saturating_sub(spent);
            if !surplus.is_zero() && !counted.carried {
                left.push((counted.credit, surplus));
            }
        }
        left
    }

    /// The version of the rules that applies to a standing, if any.
    fn rules_in_force(
        &self,
        credential: &'a Credential,
        held: &rung_record::Credential,
        duty: &str,
        now: &Standing<'_>,
    ) -> Option<&'a RuleSet> {
        if now.route == Route::Reinstate
            && let Some(open) = credential.reinstatement.as_ref().filter(|open| !open.rules.is_empty())
        {
            return open.rules.iter().rev().find(|rules| rules.in_force_on(self.on));
        }
        let versions = credential.renewals.iter().rev().filter(|rules| rules.duty == duty);
        let Some(period) = now.period else { return versions.clone().next_back() };
        let last = now.expires.unwrap_or_else(|| period.last());
        // The application that closes this period; the one whose approval opened it does not.
        let closes = |renewal: &&rung_record::Renewal| {
            let opened_it = renewal.approved.is_some_and(|approved| approved <= period.from);
            period.contains(renewal.filed) && renewal.filed <= self.on && !opened_it
        };
        let filed = held.renewals.iter().rfind(closes).map(|renewal| renewal.filed);
        let applies = |rules: &&'a RuleSet| {
            let day = match rules.selected_by {
                SelectedBy::PeriodEnd => last,
                SelectedBy::Filed => filed.unwrap_or_else(|| {
                    let opens =
                        rules.opens.as_ref().map_or(period.from, |deadline| deadline_day(deadline, last));
                    self.on.max(opens)
                }),
            };
            rules.in_force_on(day)
        };
        versions.clone().find(applies)
    }
}

/// Hours that would do if they were all earned in the period, when nobody knows the period.
fn doubt_hours(line: &mut Line<'_>) {
    line.all_of.iter_mut().chain(&mut line.or).for_each(doubt_hours);
    let asks_hours = line.window.take().is_some() && line.asked.is_none_or(|asked| !asked.is_zero());
    if asks_hours && line.verdict == Verdict::Met && line.requirement.kind() != "maximum" {
        line.verdict = Verdict::Unknown;
    }
}

/// A standing whose question no longer borrows from the clock that was made up for it.
fn owned_question<'a>(standing: Standing<'_>) -> Standing<'a> {
    let question = standing.question.map(|question| match question {
        Question::Tell(text) => Question::Tell(Cow::Owned(text.into_owned())),
        Question::Ask(text) => Question::Ask(Cow::Owned(text.into_owned())),
        Question::AboutCredit(credit, missing) => Question::AboutCredit(credit, missing),
    });
    Standing {
        period: standing.period,
        expires: standing.expires,
        route: standing.route,
        is_first: standing.is_first,
        reinstate_by: standing.reinstate_by,
        question,
    }
}

fn deadline_day(deadline: &Deadline, last: Date) -> Date {
    match deadline {
        Deadline::BeforeEnd(span) => span.before(last),
        Deadline::FirstOfLastMonth => last.first_of_month(),
        Deadline::Day { month, day } => {
            let in_year = |year: i16| Date::new(year, *month, *day).ok().filter(|day| *day <= last);
            in_year(last.year()).or_else(|| in_year(last.year() - 1)).unwrap_or(last)
        }
    }
}

/// For each credit, the group of credits that are the same activity; empty when it is alone. In a group one made for
/// technicians comes first, then the earliest.
fn find_twins(facts: &[CreditFacts<'_>]) -> Vec<Vec<usize>> {
    let mut twins = vec![Vec::new(); facts.len()];
    let mut hashed: Vec<(u64, usize)> =
        facts.iter().enumerate().map(|(n, of)| (of.activity_hash(), n)).collect();
    hashed.sort_unstable();
    for alike in hashed.chunk_by(|one, two| one.0 == two.0).filter(|alike| alike.len() > 1) {
        let mut group: Vec<usize> = alike.iter().map(|(_, n)| *n).collect();
        group.sort_by_key(|n| {
            (
                facts[*n].uan.as_ref().is_some_and(|uan| !uan.is_for_technicians()),
                facts[*n].credit.completed,
                *n,
            )
        });
        for &n in &group {
            let own: Vec<usize> =
                group.iter().copied().filter(|other| facts[n].is_same_activity(&facts[*other])).collect();
            if own.len() > 1 {
                twins[n] = own;
            }
        }
    }
    twins
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
    exception: Option<&'a Exception>,
    /// An exception may or may not hold; until that is settled the full hours are asked.
    in_doubt: bool,
    questions: Vec<Question<'a>>,
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
struct Uses {
    sure: Vec<Use>,
    hopeful: Option<Vec<Use>>,
}

impl<'a> Case<'a, '_> {
    fn lines(&self) -> Vec<Line<'a>> {
        let candidates = self.candidates();
        let mut slots = Vec::new();
        let mut caps = Vec::new();
        for requirement in &self.rules.requirements {
            self.gather(requirement, &candidates, &mut slots, &mut caps);
        }
        let uses = compete(&candidates, &slots, &caps, &self.judge.facts);
        let printer =
            Printer { case: self, candidates: &candidates, slots: &slots, caps: &caps, uses: &uses };
        self.rules.requirements.iter().flat_map(|requirement| printer.lines_of(requirement)).collect()
    }

    /// The credits that some line may look at, the earliest first; what was carried over comes before all.
    pub fn candidates(&self) -> Vec<Candidate> {
        let beyond = self.rules.looks_beyond_period();
        let own = self.judge.order.iter().filter(|n| !self.is_carried(**n)).filter_map(|&credit| {
            let misplaced = self.misplaced(credit, self.period);
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
    fn elsewhere(&self) -> Vec<NotCounted> {
        let own = self.judge.order.iter().filter(|n| !self.is_carried(**n));
        own.filter_map(|&credit| {
            let reason = self.misdated(credit, self.period).filter(|reason| is_elsewhere(*reason))?;
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
                    .map(|candidate| self.serves(candidate, self.period, Some(counts), true))
                    .collect();
                caps.push(Cap { requirement, most, passes, per_day: *per_day });
            }
            Ask::AllOf(lines) => lines.iter().for_each(|line| self.gather(line, candidates, slots, caps)),
            _ => {}
        }
        requirement.or.iter().for_each(|line| self.gather(line, candidates, slots, caps));
    }

    /// The stretches of days that a window means here, with the year where there is one for each.
    pub fn windows(&self, window: &Window) -> Vec<(Period, Option<i16>)> {
        let end = self.period.end;
        match window {
            Window::Period => vec![(self.period, None)],
            Window::Ever => vec![(Period { from: Date::MIN, end }, None)],
            Window::BeforeEnd(span) => vec![(Period { from: span.before(end), end }, None)],
            // Nobody knows the period, or it is no period of a credential.
            Window::EachCalendarYear if self.period.last().year() - self.period.from.year() > MOST_YEARS => {
                vec![(self.period, None)]
            }
            Window::EachCalendarYear => {
                let year = |year: i16| {
                    let days =
                        Period { from: Date::new(year, 1, 1).ok()?, end: Date::new(year + 1, 1, 1).ok()? };
                    (self.period.from <= days.from && days.end <= end).then_some((days, Some(year)))
                };
                (self.period.from.year()..=self.period.last().year()).filter_map(year).collect()
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
        let held = || months_begun(self.period);
        match exception.per_month_held {
            Some(rate) => (rate * held()).min(full.unwrap_or(Hours::MOST)),
            None if exception.prorated => {
                let term = self
                    .judge
                    .catalog
                    .credential(self.circumstances.held.map_or("", |held| held.credential.as_str()));
                let months =
                    match term.and_then(|credential| credential.term.as_ref()).map(|term| term.length) {
                        Some(rung_catalog::Span::Months(months)) => u64::try_from(months).unwrap_or(1).max(1),
                        _ => 12,
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
            own if candidate.carried || window == self.period => own,
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
            let days = if window.intersection(self.period) == window { self.period } else { window };
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
        } else if self.period.contains(day) {
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
fn is_elsewhere(reason: Reason) -> bool {
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

/// Turns the uses into lines, in reading order.
struct Printer<'a, 'c, 'j> {
    case: &'c Case<'a, 'j>,
    candidates: &'c [Candidate],
    slots: &'c [Slot<'a>],
    caps: &'c [Cap<'a>],
    uses: &'c Uses,
}

impl<'a> Printer<'a, '_, '_> {
    fn lines_of(&self, requirement: &'a Requirement) -> Vec<Line<'a>> {
        let mut lines = match &requirement.ask {
            Ask::Minimum { .. } => self.minimum(requirement),
            Ask::Maximum { .. } => self.maximum(requirement),
            Ask::Course { counts, window } => vec![self.course(requirement, counts, window)],
            Ask::AcademicCredits { credits, counts, window } => {
                vec![self.academic(requirement, *credits, counts, window)]
            }
            Ask::Condition(condition) => {
                let mut answer = self.case.circumstances.answer(condition);
                if let (Verdict::Unknown, Some(key)) = (answer.verdict, &condition.attest) {
                    // The rule's own words say better than the key what is to be attested.
                    let question = format!(
                        "Tell us whether this is so: {} (\"{key}\" among the record's facts, true or false).",
                        requirement.what
                    );
                    answer.questions = vec![Question::Tell(question.into())];
                }
                vec![self.plain(requirement, answer.verdict, answer.questions)]
            }
            Ask::Unknown(question) => {
                vec![self.plain(requirement, Verdict::Unknown, vec![Question::Ask(question.as_str().into())])]
            }
            Ask::AllOf(inner) => {
                let all_of: Vec<Line<'a>> = inner.iter().flat_map(|line| self.lines_of(line)).collect();
                let verdict = all_of.iter().map(|line| line.verdict).fold(Verdict::Met, Verdict::and);
                let questions = all_of.iter().flat_map(|line| line.questions.clone()).collect();
                vec![Line { all_of, ..self.plain(requirement, verdict, questions) }]
            }
        };
        for line in &mut lines {
            self.consider_alternatives(requirement, line);
        }
        lines
    }

    /// A line that is not met by itself may be met by one of its alternatives.
    fn consider_alternatives(&self, requirement: &'a Requirement, line: &mut Line<'a>) {
        if requirement.or.is_empty() {
            return;
        }
        line.or = requirement.or.iter().flat_map(|other| self.lines_of(other)).collect();
        let alone = line.verdict;
        line.verdict = line.or.iter().map(|other| other.verdict).fold(alone, Verdict::or);
        match line.verdict {
            Verdict::Met => {
                line.questions.clear();
                line.short = Hours::ZERO;
            }
            Verdict::Unknown => {
                line.questions.extend(line.or.iter().flat_map(|other| other.questions.clone()))
            }
            Verdict::NotMet => {}
        }
    }

    fn empty(&self, requirement: &'a Requirement) -> Line<'a> {
        Line {
            requirement,
            id: Cow::Borrowed(&requirement.id),
            verdict: Verdict::Unknown,
            asked: None,
            counted: Hours::ZERO,
            short: Hours::ZERO,
            window: None,
            credits: Vec::new(),
            not_counted: Vec::new(),
            exception: None,
            applies: Verdict::Met,
            or: Vec::new(),
            all_of: Vec::new(),
            questions: Vec::new(),
        }
    }

    /// A line without hours, in the light of whether it applies and of its exceptions.
    fn plain(
        &self,
        requirement: &'a Requirement,
        verdict: Verdict,
        questions: Vec<Question<'a>>,
    ) -> Line<'a> {
        let asked = self.case.asked(requirement, None);
        let exempt = asked.exception.is_some_and(|exception| exception.hours.is_zero());
        let mut line = Line { applies: asked.applies, exception: asked.exception, ..self.empty(requirement) };
        let verdict = if exempt { Verdict::Met } else { verdict };
        line.verdict = asked.applies.negated().or(verdict);
        if asked.in_doubt && line.verdict == Verdict::NotMet {
            line.verdict = Verdict::Unknown;
        }
        if line.verdict == Verdict::Unknown {
            line.questions = asked.questions.into_iter().chain(questions).collect();
        }
        line
    }

    fn minimum(&self, requirement: &'a Requirement) -> Vec<Line<'a>> {
        let own =
            self.slots.iter().enumerate().filter(|(_, slot)| std::ptr::eq(slot.requirement, requirement));
        own.map(|(n, slot)| self.slot(n, slot)).collect()
    }

    fn slot(&self, n: usize, slot: &Slot<'a>) -> Line<'a> {
        let requirement = slot.requirement;
        let id = match slot.year {
            Some(year) => Cow::Owned(format!("{}-{year}", requirement.id)),
            None => Cow::Borrowed(requirement.id.as_str()),
        };
        let (credits, not_counted) = self.counted(n, slot);
        let counted: Hours = credits.iter().map(|credit| credit.hours).sum();
        let asked = &slot.asked;
        let short = asked.hours.unwrap_or_default().saturating_sub(counted);
        let verdict = self.verdict_of_hours(n, slot, counted);
        let mut questions = Vec::new();
        if verdict == Verdict::Unknown {
            questions.extend(asked.questions.iter().cloned());
            if asked.hours.is_none() {
                questions.push(Question::Ask(
                    format!(
                        "No source tells how many hours of {} are asked. Ask the board.",
                        requirement.what
                    )
                    .into(),
                ));
            }
            questions.extend(self.doubts(&slot.passes));
        }
        Line {
            id,
            verdict,
            asked: asked.hours,
            counted,
            short,
            window: Some(slot.window),
            credits,
            not_counted,
            exception: asked.exception,
            applies: asked.applies,
            questions,
            ..self.empty(requirement)
        }
    }

    fn verdict_of_hours(&self, n: usize, slot: &Slot<'a>, counted: Hours) -> Verdict {
        let Some(hours) = slot.asked.hours else { return slot.asked.applies.negated().or(Verdict::Unknown) };
        let hopeful = || self.uses.hopeful.as_ref().map(|uses| self.total(n, slot, uses)).unwrap_or_default();
        if counted >= hours {
            Verdict::Met
        } else if slot.asked.in_doubt || slot.asked.applies == Verdict::Unknown || hopeful() >= hours {
            Verdict::Unknown
        } else {
            Verdict::NotMet
        }
    }

    /// Hours that serve the line when every doubt is settled in the technician's favour.
    fn total(&self, n: usize, slot: &Slot<'a>, uses: &[Use]) -> Hours {
        let serves = |(candidate, _): &(usize, &Use)| !matches!(slot.passes[*candidate], Passes::No(_));
        uses.iter().enumerate().filter(serves).map(|(_, own)| part(own, n, slot.in_addition)).sum()
    }

    fn counted(&self, n: usize, slot: &Slot<'a>) -> (Vec<Counted>, Vec<NotCounted>) {
        let mut credits = Vec::new();
        let mut not_counted = Vec::with_capacity(self.candidates.len());
        for ((candidate, own), pass) in self.candidates.iter().zip(&self.uses.sure).zip(&slot.passes) {
            let all = candidate.hours.unwrap_or_default();
            let mut refuse = |hours: Hours, reason: Reason| {
                not_counted.push(NotCounted { credit: candidate.credit, hours, reason })
            };
            match pass {
                Passes::No(reason) if is_elsewhere(*reason) => {}
                Passes::No(reason) => refuse(all, *reason),
                Passes::Perhaps(missing) => refuse(all, doubt_as_reason(*missing)),
                Passes::Yes => {
                    let hours = part(own, n, slot.in_addition);
                    if !hours.is_zero() {
                        credits.push(Counted { credit: candidate.credit, hours, carried: candidate.carried });
                    }
                    let added: Hours =
                        own.in_addition.iter().map(|(_, seconds)| Hours::from_seconds(*seconds)).sum();
                    let left = all.saturating_sub(hours);
                    if !slot.in_addition && !left.is_zero() {
                        if !added.is_zero() {
                            refuse(added, Reason::UsedInAddition);
                        }
                        let capped = left.saturating_sub(added);
                        if !capped.is_zero() {
                            refuse(capped, Reason::CapReached);
                        }
                    }
                }
            }
        }
        (credits, not_counted)
    }

    fn maximum(&self, requirement: &'a Requirement) -> Vec<Line<'a>> {
        let Some(cap) = self.caps.iter().find(|cap| std::ptr::eq(cap.requirement, requirement)) else {
            return Vec::new();
        };
        let mut line = Line {
            verdict: Verdict::Met,
            asked: Some(cap.most),
            window: Some(self.case.period),
            ..self.empty(requirement)
        };
        for ((candidate, own), pass) in self.candidates.iter().zip(&self.uses.sure).zip(&cap.passes) {
            if matches!(pass, Passes::No(_)) {
                continue;
            }
            let hours = Hours::from_seconds(own.shared);
            if !hours.is_zero() {
                line.credits.push(Counted { credit: candidate.credit, hours, carried: candidate.carried });
            }
            let added: Hours = own.in_addition.iter().map(|(_, seconds)| Hours::from_seconds(*seconds)).sum();
            let left = candidate.hours.unwrap_or_default().saturating_sub(hours + added);
            if !left.is_zero() && self.serves_any_line(candidate) {
                line.not_counted.push(NotCounted {
                    credit: candidate.credit,
                    hours: left,
                    reason: Reason::CapReached,
                });
            }
        }
        line.counted = line.credits.iter().map(|credit| credit.hours).sum();
        vec![line]
    }

    fn serves_any_line(&self, candidate: &Candidate) -> bool {
        let Some(n) = self.candidates.iter().position(|other| std::ptr::eq(other, candidate)) else {
            return false;
        };
        self.slots.iter().any(|slot| slot.passes[n] == Passes::Yes)
    }

    /// The credits that pass a filter in a window whatever their hours, and the others with their reasons.
    fn sift(
        &self,
        requirement: &'a Requirement,
        counts: &Filter,
        window: &Window,
    ) -> (Line<'a>, Vec<Passes>) {
        let window = self.case.windows(window).first().map_or(self.case.period, |(days, _)| *days);
        let passes: Vec<Passes> = self
            .candidates
            .iter()
            .map(|candidate| self.case.serves(candidate, window, Some(counts), false))
            .collect();
        let mut line = Line { window: Some(window), ..self.empty(requirement) };
        for (candidate, pass) in self.candidates.iter().zip(&passes) {
            let hours = candidate.hours.unwrap_or_default();
            match pass {
                Passes::Yes => {
                    line.credits.push(Counted { credit: candidate.credit, hours, carried: candidate.carried })
                }
                Passes::No(reason) if is_elsewhere(*reason) => {}
                Passes::No(reason) => {
                    line.not_counted.push(NotCounted { credit: candidate.credit, hours, reason: *reason })
                }
                Passes::Perhaps(missing) => {
                    line.not_counted.push(NotCounted {
                        credit: candidate.credit,
                        hours,
                        reason: doubt_as_reason(*missing),
                    });
                }
            }
        }
        (line, passes)
    }

    fn course(&self, requirement: &'a Requirement, counts: &Filter, window: &Window) -> Line<'a> {
        let (sifted, passes) = self.sift(requirement, counts, window);
        let verdict = passes.iter().map(verdict_of).fold(Verdict::NotMet, Verdict::or);
        let counted = sifted.credits.iter().map(|credit| credit.hours).sum();
        let judged = self.plain(requirement, verdict, self.doubts(&passes));
        Line {
            window: sifted.window,
            credits: sifted.credits,
            not_counted: sifted.not_counted,
            counted,
            ..judged
        }
    }

    fn academic(
        &self,
        requirement: &'a Requirement,
        asked: Hours,
        counts: &Filter,
        window: &Window,
    ) -> Line<'a> {
        let (sifted, passes) = self.sift(requirement, counts, window);
        let sum = |passes_too: fn(&Passes) -> bool| -> Hours {
            let credits = |(candidate, _): (&Candidate, &Passes)| {
                self.case.judge.facts[candidate.credit].credit.academic_credits.unwrap_or_default()
            };
            self.candidates.iter().zip(&passes).filter(|(_, pass)| passes_too(pass)).map(credits).sum()
        };
        let verdict = if sum(|pass| *pass == Passes::Yes) >= asked {
            Verdict::Met
        } else if sum(|pass| !matches!(pass, Passes::No(_))) >= asked {
            Verdict::Unknown
        } else {
            Verdict::NotMet
        };
        let counted = sifted.credits.iter().map(|credit| credit.hours).sum();
        let judged = self.plain(requirement, verdict, self.doubts(&passes));
        Line {
            window: sifted.window,
            credits: sifted.credits,
            not_counted: sifted.not_counted,
            counted,
            ..judged
        }
    }

    fn doubts(&self, passes: &[Passes]) -> Vec<Question<'a>> {
        let doubt = |(candidate, pass): (&Candidate, &Passes)| match pass {
            Passes::Perhaps(missing) => Some(Question::AboutCredit(candidate.credit, *missing)),
            _ => None,
        };
        self.candidates.iter().zip(passes).filter_map(doubt).collect()
    }
}

fn part(own: &Use, line: usize, in_addition: bool) -> Hours {
    let seconds = if in_addition {
        own.in_addition.iter().filter(|(at, _)| *at == line).map(|(_, part)| *part).sum()
    } else {
        own.shared
    };
    Hours::from_seconds(seconds)
}

fn verdict_of(pass: &Passes) -> Verdict {
    match pass {
        Passes::Yes => Verdict::Met,
        Passes::No(_) => Verdict::NotMet,
        Passes::Perhaps(_) => Verdict::Unknown,
    }
}

/// Until the doubt is settled the credit is left out for the reason that would hold if it were settled badly.
fn doubt_as_reason(missing: Missing) -> Reason {
    match missing {
        Missing::Accreditation => Reason::NotAccredited,
        Missing::Format => Reason::WrongFormat,
        Missing::Audience => Reason::WrongAudience,
        Missing::LawOf => Reason::WrongJurisdiction,
        Missing::Topic => Reason::WrongTopic,
        Missing::Grade | Missing::AcademicCredits => Reason::CourseTooSmall,
    }
}
