//! Questions about the technician, answered in three values.

use crate::{
    status::{Question, Untold, Unwritten},
    verdict::Verdict,
};
use jiff::{ToSpan, Unit, civil::Date};
use rung_catalog::{Catalog, Condition, Experience, Program};
use rung_record::{CredentialId, Hours, Period, Record, Work};

/// What a condition may look at.
#[derive(Clone, Copy)]
pub(crate) struct Circumstances<'a> {
    pub record: &'a Record,
    pub catalog: &'a Catalog,
    pub on: Date,
    /// The credential whose rules are asked, when it is held.
    pub held: Option<&'a rung_record::Credential>,
    /// Its period.
    pub period: Option<Period>,
    pub is_first_period: Option<bool>,
}

/// A verdict, and what would settle it when it is unknown.
#[derive(Clone, Debug)]
pub struct Answer<'a> {
    /// Whether it holds.
    pub verdict: Verdict,
    /// What would settle an unknown; empty otherwise.
    pub questions: Vec<Question<'a>>,
}

impl<'a> Answer<'a> {
    fn sure(holds: bool) -> Self {
        Self { verdict: Verdict::of(holds), questions: Vec::new() }
    }

    fn tell(what: Untold<'a>) -> Self {
        Self { verdict: Verdict::Unknown, questions: vec![Question::Tell(what)] }
    }

    fn and(self, other: Self) -> Self {
        let verdict = self.verdict.and(other.verdict);
        Self::settled(verdict, self, other)
    }

    fn or(self, other: Self) -> Self {
        let verdict = self.verdict.or(other.verdict);
        Self::settled(verdict, self, other)
    }

    /// Only an unknown still asks questions.
    fn settled(verdict: Verdict, one: Self, two: Self) -> Self {
        let mut questions = one.questions;
        questions.extend(two.questions);
        if verdict != Verdict::Unknown {
            questions.clear();
        }
        Self { verdict, questions }
    }
}

impl<'a> Circumstances<'a> {
    /// Whether everything that the condition gives holds.
    pub fn answer(&self, condition: &'a Condition) -> Answer<'a> {
        let answer = self.answer_each(condition);
        if condition.silent_is_no && answer.verdict == Verdict::Unknown {
            Answer::sure(false)
        } else {
            answer
        }
    }

    fn answer_each(&self, condition: &'a Condition) -> Answer<'a> {
        let mut all = Answer::sure(true);
        let mut and = |answer: Answer<'a>| all = std::mem::replace(&mut all, Answer::sure(true)).and(answer);
        if let Some(wanted) = condition.first_period {
            and(self.first_period(wanted));
        }
        if let Some(issued) = &condition.issued {
            and(self.issued(|day| {
                issued.from.is_none_or(|from| from <= day) && issued.before.is_none_or(|before| day < before)
            }));
        }
        if let Some(held) = &condition.held_at_end {
            and(self.issued_and_end(|issued, end| {
                held.at_least.is_none_or(|span| span.after(issued) <= end)
                    && held.at_most.is_none_or(|span| span.after(issued) >= end)
                    && held.less_than.is_none_or(|span| span.after(issued) > end)
            }));
        }
        if let Some(years) = condition.calendar_years_held {
            and(self.issued_and_end(|issued, end| {
                end.saturating_sub(1.day()).year() - issued.year() == i16::from(years)
            }));
        }
        if !condition.duty.is_empty() {
            and(self.duty(&condition.duty));
        }
        if !condition.setting.is_empty() {
            and(self.at_work(
                &condition.setting,
                |work| work.setting.as_slice(),
                "setting:",
                Untold::Settings,
            ));
        }
        if !condition.holds.is_empty() {
            and(self.holds_one_of(&condition.holds));
        }
        if let Some(some) = &condition.holds_at_least {
            and(self.holds_at_least(some.count, &some.of));
        }
        if let Some(experience) = &condition.experience {
            and(self.experience(experience));
        }
        if let Some(years) = condition.age_at_least {
            and(self.age_at_least(years));
        }
        if !condition.education.is_empty() {
            and(self.education(&condition.education));
        }
        if let Some(program) = &condition.program {
            and(self.program(program));
        }
        if let Some(key) = &condition.attest {
            and(self.attested(key));
        }
        if let Some(question) = &condition.unknown {
            and(Answer {
                verdict: Verdict::Unknown,
                questions: vec![Question::Ask(Unwritten::Asked(question))],
            });
        }
        for inner in &condition.all {
            and(self.answer(inner));
        }
        if let Some((first, rest)) = condition.any.split_first() {
            and(rest.iter().fold(self.answer(first), |any, inner| any.or(self.answer(inner))));
        }
        if let Some(inner) = &condition.not {
            let answer = self.answer(inner);
            and(Answer { verdict: answer.verdict.negated(), questions: answer.questions });
        }
        all
    }

    fn first_period(&self, wanted: bool) -> Answer<'a> {
        match self.is_first_period {
            Some(is_first) => Answer::sure(is_first == wanted),
            None => Answer::tell(Untold::FirstIssued),
        }
    }

    fn issued(&self, holds: impl Fn(Date) -> bool) -> Answer<'a> {
        match self.held.and_then(|held| held.issued) {
            Some(day) => Answer::sure(holds(day)),
            None => Answer::tell(Untold::FirstIssued),
        }
    }

    fn issued_and_end(&self, holds: impl Fn(Date, Date) -> bool) -> Answer<'a> {
        match self.period {
            Some(period) => self.issued(|issued| holds(issued, period.end)),
            None => Answer::tell(Untold::Expires),
        }
    }

    fn duty(&self, duties: &'a [String]) -> Answer<'a> {
        self.at_work(duties, |work| &work.duties, "duty:", Untold::Duties)
    }

    /// Whether a job in the period names one of the words. A record without any job says nothing.
    fn at_work(
        &self,
        words: &'a [String],
        of: impl Fn(&Work) -> &[String],
        fact: &str,
        ask: fn(&'a [String]) -> Untold<'a>,
    ) -> Answer<'a> {
        for word in words {
            if let Some(said) = self.record.answer(&format!("{fact}{word}")) {
                return Answer::sure(said);
            }
        }
        let days = self.period.unwrap_or(Period::inclusive(self.on, self.on));
        let in_period = |work: &&Work| {
            let employed = Period::inclusive(work.from, work.until.unwrap_or(self.on.max(work.from)));
            !employed.intersection(days).is_empty()
        };
        if self
            .record
            .work
            .iter()
            .filter(in_period)
            .any(|work| of(work).iter().any(|word| words.contains(word)))
        {
            Answer::sure(true)
        } else if self.record.work.is_empty() {
            Answer::tell(ask(words))
        } else {
            Answer::sure(false)
        }
    }

    fn holds_one_of(&self, wanted: &[CredentialId]) -> Answer<'a> {
        wanted.iter().map(|id| self.holds(id)).reduce(Answer::or).unwrap_or_else(|| Answer::sure(false))
    }

    fn holds_at_least(&self, count: usize, of: &[CredentialId]) -> Answer<'a> {
        let answers: Vec<Answer<'a>> = of.iter().map(|id| self.holds(id)).collect();
        let held = answers.iter().filter(|answer| answer.verdict == Verdict::Met).count();
        let possible = answers.iter().filter(|answer| answer.verdict != Verdict::NotMet).count();
        if held >= count || possible < count {
            return Answer::sure(held >= count);
        }
        Answer {
            verdict: Verdict::Unknown,
            questions: answers.into_iter().flat_map(|answer| answer.questions).collect(),
        }
    }

    /// Whether the credential, or one that implies it, is active.
    fn holds(&self, id: &CredentialId) -> Answer<'a> {
        let implies = |held: &rung_record::Credential| {
            held.credential == *id
                || self
                    .catalog
                    .credential(held.credential.as_str())
                    .is_some_and(|known| known.implies.contains(id))
        };
        let held = self.record.credentials.iter().filter(|held| implies(held));
        held.map(|held| self.is_active(held)).reduce(Answer::or).unwrap_or_else(|| Answer::sure(false))
    }

    fn is_active(&self, held: &'a rung_record::Credential) -> Answer<'a> {
        if !held.status.is_active() || held.issued.is_some_and(|issued| self.on < issued) {
            return Answer::sure(false);
        }
        match held.expires {
            Some(expires) => Answer::sure(self.on <= expires),
            None if self
                .catalog
                .credential(held.credential.as_str())
                .is_some_and(|known| known.term.is_none()) =>
            {
                Answer::sure(true)
            }
            None => Answer::tell(Untold::PrintedExpiry(held.credential.clone())),
        }
    }

    fn age_at_least(&self, years: u8) -> Answer<'a> {
        match self.record.person.birth_date {
            Some(born) => Answer::sure(born.saturating_add(i32::from(years).years()) <= self.on),
            None => Answer::tell(Untold::BirthDate),
        }
    }

    fn education(&self, kinds: &[String]) -> Answer<'a> {
        let done = |completed: Option<Date>| completed.is_none_or(|day| day <= self.on);
        let found =
            self.record.education.iter().any(|entry| kinds.contains(&entry.kind) && done(entry.completed));
        if found || !self.record.education.is_empty() {
            Answer::sure(found)
        } else {
            Answer::tell(Untold::Schools)
        }
    }

    fn program(&self, wanted: &Program) -> Answer<'a> {
        let of_entry = |entry: &rung_record::Education| {
            if !entry.kind.contains("program") {
                return Verdict::NotMet;
            }
            let subject = match (&wanted.subject, &entry.subject) {
                (None, _) => Verdict::Met,
                (Some(wanted), Some(said)) => Verdict::of(wanted == said),
                (Some(wanted), None) => {
                    Verdict::of(entry.kind.contains(wanted.as_str())).or(Verdict::Unknown)
                }
            };
            let recognised = match (wanted.recognised_by.as_slice(), entry.recognised_by.as_slice()) {
                ([], _) => Verdict::Met,
                (_, []) => Verdict::Unknown,
                (wanted, said) => Verdict::of(said.iter().any(|body| wanted.contains(body))),
            };
            let done = match entry.completed {
                None => Verdict::Unknown,
                Some(day) if day > self.on => {
                    Verdict::of(wanted.or_ends_within.is_some_and(|span| day <= span.after(self.on)))
                }
                Some(day) => Verdict::of(wanted.within.is_none_or(|span| span.before(self.on) <= day)),
            };
            subject.and(recognised).and(done)
        };
        match self.record.education.iter().map(of_entry).reduce(Verdict::or) {
            Some(Verdict::Met) => Answer::sure(true),
            Some(Verdict::NotMet) => Answer::sure(false),
            _ => Answer::tell(Untold::Programmes),
        }
    }

    fn attested(&self, key: &'a str) -> Answer<'a> {
        match self.record.answer(key) {
            Some(said) => Answer::sure(said),
            None => Answer::tell(Untold::Confirmed { key, what: self.catalog.attested(key) }),
        }
    }

    fn experience(&self, wanted: &Experience) -> Answer<'a> {
        let worked = Worked::of(self.record, wanted, self.on);
        let mut answer = Answer::sure(true);
        if let Some(hours) = wanted.hours {
            answer = answer.and(if worked.hours >= hours || worked.hours_are_whole {
                Answer::sure(worked.hours >= hours)
            } else {
                Answer::tell(Untold::HoursAWeek)
            });
        }
        if let Some(needed) = worked.days_needed {
            answer = answer.and(Answer::sure(worked.days >= needed));
        }
        match (answer.verdict, self.record.work.is_empty()) {
            (Verdict::NotMet, true) => Answer::tell(Untold::Jobs),
            _ => answer,
        }
    }
}

/// Whether a condition that stands outside a credential's own rules (what a role asks) holds of a technician on a day,
/// and what would settle an unknown.
pub fn answer_condition<'a>(
    record: &'a Record,
    catalog: &'a Catalog,
    condition: &'a Condition,
    on: Date,
) -> Answer<'a> {
    let circumstances =
        Circumstances { record, catalog, on, held: None, period: None, is_first_period: None };
    circumstances.answer(condition)
}

/// Whether one of these credentials, or one that implies it, is held and good on a day.
pub fn holds_one_of<'a>(
    record: &'a Record,
    catalog: &'a Catalog,
    wanted: &[CredentialId],
    on: Date,
) -> Answer<'a> {
    let circumstances =
        Circumstances { record, catalog, on, held: None, period: None, is_first_period: None };
    circumstances.holds_one_of(wanted)
}

/// How much of the work that a condition asks for a record shows on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Worked {
    /// The jobs that count, by their index in the record.
    pub jobs: Vec<usize>,
    /// Days employed in them up to the day; stretches at the same time count once.
    pub days: u64,
    /// Days that the condition asks, when it asks a length.
    pub days_needed: Option<u64>,
    /// Hours worked in them, as far as the hours a week are known.
    pub hours: Hours,
    /// Whether the hours a week of every job that counts are known.
    pub hours_are_whole: bool,
}

impl Worked {
    /// What `record` shows of `wanted` on `on`.
    pub fn of(record: &Record, wanted: &Experience, on: Date) -> Self {
        let window = Period {
            from: wanted.within.map_or(Date::MIN, |span| span.before(on)),
            end: on.saturating_add(1.day()),
        };
        let any =
            |words: &[String], of: &[String]| words.is_empty() || of.iter().any(|word| words.contains(word));
        let counts = |work: &Work| {
            any(&wanted.duty, &work.duties)
                && any(&wanted.setting, work.setting.as_slice())
                && wanted
                    .hours_per_week_at_least
                    .is_none_or(|least| work.hours_per_week.is_some_and(|hours| hours >= least))
        };
        let days_of =
            |work: &Work| Period::inclusive(work.from, work.until.unwrap_or(on)).intersection(window);
        let counted: Vec<(usize, Period, Option<Hours>)> = (record.work.iter().enumerate())
            .filter(|(_, work)| counts(work))
            .map(|(n, work)| (n, days_of(work), work.hours_per_week))
            .filter(|(_, days, _)| !days.is_empty())
            .collect();
        let hours_of = |(_, days, per_week): &(_, Period, Option<Hours>)| {
            per_week.unwrap_or_default() * days_in(*days) / 7
        };
        Self {
            days: days_covered(counted.iter().map(|(_, days, _)| *days)),
            days_needed: wanted.length.map(|length| days_in(Period { from: length.before(on), end: on })),
            hours: counted.iter().map(hours_of).sum(),
            hours_are_whole: counted.iter().all(|(_, _, per_week)| per_week.is_some()),
            jobs: counted.into_iter().map(|(n, _, _)| n).collect(),
        }
    }
}

fn days_in(period: Period) -> u64 {
    let span = period.from.until((Unit::Day, period.end)).map_or(0, |span| span.get_days());
    u64::try_from(span).unwrap_or(0)
}

/// Days in at least one of the stretches.
fn days_covered(stretches: impl Iterator<Item = Period>) -> u64 {
    let mut sorted: Vec<Period> = stretches.collect();
    sorted.sort_by_key(|days| days.from);
    let mut covered = 0;
    let mut reached = Date::MIN;
    for days in sorted {
        let fresh = Period { from: days.from.max(reached), end: days.end };
        covered += if fresh.is_empty() { 0 } else { days_in(fresh) };
        reached = reached.max(days.end);
    }
    covered
}
