//! Every obligation of a record: its period, the version of its rules, and its verdict.

use crate::{
    case::{Case, Days},
    conditions::Circumstances,
    does_it_count::CreditFacts,
    periods::{self, Current, Standing, standing},
    status::{Line, Obligation, Question, Route, Status, Unwritten},
    verdict::Verdict,
};
use jiff::{ToSpan, civil::Date};
use rung_catalog::{Ask, Catalog, Confidence, Credential, Deadline, RuleSet, SelectedBy, Stage};
use rung_record::{Hours, Period, Record};

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

/// What is prepared once for a record and a day.
pub(crate) struct Judge<'a> {
    pub record: &'a Record,
    pub catalog: &'a Catalog,
    pub on: Date,
    /// By index in the record.
    pub facts: Vec<CreditFacts<'a>>,
    /// Indices of the credits, the earliest first.
    pub order: Vec<usize>,
    /// For each credit its twins (the same activity) and itself, the preferred one first; empty when it has none.
    pub twins: Vec<Vec<usize>>,
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

    /// Every obligation, and the periods to come that end on `horizon` or earlier.
    pub fn status(&self, horizon: Date) -> Status<'a> {
        let mut obligations = Vec::with_capacity(self.record.credentials.len());
        let mut not_in_catalogue = Vec::new();
        for held in &self.record.credentials {
            match self.catalog.credential(held.credential.as_str()) {
                Some(credential) => self.add_obligations(credential, held, horizon, &mut obligations),
                None => not_in_catalogue.push(&held.credential),
            }
        }
        Status { on: self.on, record: self.record, catalog: self.catalog, obligations, not_in_catalogue }
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
                Some((clocked, dates)) => owned(standing(clocked, dates, &self.record.person, self.on)),
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
                    stage: None,
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
            stage: now.stage,
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
            answer.questions.push(Question::Ask(Unwritten::Rules(&authority.body)));
            return answer;
        };
        if let Some(last) = now.expires {
            answer.opens = rules.opens.as_ref().map(|deadline| deadline_day(deadline, last));
            answer.file_by =
                Some(rules.file_by.as_ref().map_or(last, |deadline| deadline_day(deadline, last)));
        }
        // Without a period everything ever earned is looked at: what is short even so is short.
        let period = now.period.unwrap_or(Period { from: Date::MIN, end: Date::MAX });
        let days = self.days(period, now.expires, now.stage);
        let case = self.case(credential, held, rules, days, now.is_first, MOST_CARRIED);
        answer.lines = case.lines();
        answer.elsewhere = case.elsewhere();
        if now.period.is_none() {
            answer.lines.iter_mut().for_each(doubt_hours);
        }
        answer.verdict = answer.lines.iter().map(|line| line.verdict).fold(Verdict::Met, Verdict::and);
        // What brings an expired credential back is not told: the renewal's lines settle it neither way.
        if now.route == Route::Reinstate && now.stage.is_none() {
            answer.verdict = Verdict::Unknown;
        }
        let of_lines = answer
            .lines
            .iter()
            .filter(|line| line.applies != Verdict::NotMet)
            .map(|line| line.requirement.cite.confidence);
        answer.confidence = of_lines.fold(answer.confidence, Confidence::min);
        answer
    }

    /// The days of a period: with the stage that is open after its end, if one is.
    pub fn days(&self, period: Period, expires: Option<Date>, stage: Option<&Stage>) -> Days {
        match (expires, stage) {
            (Some(expires), Some(stage)) => Days::after_expiry(period, expires, stage, self.on),
            _ => Days::of_term(period),
        }
    }

    pub fn case(
        &self,
        credential: &'a Credential,
        held: &'a rung_record::Credential,
        rules: &'a RuleSet,
        days: Days,
        is_first: Option<bool>,
        carry_depth: u8,
    ) -> Case<'a, '_> {
        let dead_zones =
            credential.term.as_ref().map(|term| periods::dead_zones(term, held)).unwrap_or_default();
        let carried = if rules.carry_over_periods > 0 && is_first != Some(true) && carry_depth > 0 {
            self.carried_into(credential, held, days.term, carry_depth)
        } else {
            Vec::new()
        };
        let circumstances = Circumstances {
            record: self.record,
            catalog: self.catalog,
            on: self.on,
            held: Some(held),
            period: Some(days.term),
            is_first_period: is_first,
        };
        Case { judge: self, rules, days, dead_zones, circumstances, carried }
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
            stage: None,
            reinstate_by: None,
            question: None,
        };
        let Some(rules) = self.rules_in_force(credential, held, "", &standing) else { return Vec::new() };
        let days = Days::of_term(before.period);
        let lines = self.case(credential, held, rules, days, before.is_first, depth - 1).lines();
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
        now: &Standing<'a>,
    ) -> Option<&'a RuleSet> {
        if now.route == Route::Reinstate
            && let Some(stage) = now.stage.filter(|stage| !stage.rules.is_empty())
        {
            return stage.rules.iter().rev().find(|rules| rules.in_force_on(self.on));
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

/// A standing that no longer borrows from the clock that was made up for it.
fn owned<'a>(standing: Standing<'_>) -> Standing<'a> {
    Standing {
        period: standing.period,
        expires: standing.expires,
        route: standing.route,
        is_first: standing.is_first,
        // A clock of its own has no stages after expiry.
        stage: None,
        reinstate_by: standing.reinstate_by,
        question: standing.question,
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
