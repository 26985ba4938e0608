//! What would meet a condition.

use super::{Need, Never, Remedies, Supposed, Supposition};
use crate::{
    figure::{Figure, Reference},
    steps::{Deed, Gain, Price, Step},
};
use jiff::{ToSpan, Unit, civil::Date};
use rung_catalog::{Condition, Experience, Program, Span, field::TrainingProgram};
use rung_record::{CredentialId, Hours, Record, Work};
use rung_rules::{Verdict, answer_condition};

/// Experience further off than this is not waited for.
const MOST_YEARS: i32 = 15;

impl Remedies<'_> {
    /// What would meet a condition that the evaluator does not find met.
    pub fn condition(&mut self, condition: &Condition) -> Need {
        let seen = self.seen;
        let answer = answer_condition(seen.record, seen.catalog, condition, seen.on);
        match answer.verdict {
            Verdict::Met => Need::Nothing,
            _ if condition.silent_is_no && condition.attest.is_some() => Need::Never(Never::Past),
            Verdict::NotMet | Verdict::Unknown => {
                let parts = self.parts(condition);
                Need::all(parts)
            }
        }
    }

    /// What would lead to one of these credentials.
    pub(super) fn holds(&mut self, ids: &[CredentialId]) -> Need {
        let each: Vec<Need> = ids.iter().map(|id| self.credential(id.as_str())).collect();
        Need::any(each)
    }

    /// What would meet each of its parts.
    fn parts(&mut self, c: &Condition) -> Vec<Need> {
        let mut needs = Vec::new();
        if !c.holds.is_empty() {
            needs.push(self.holds(&c.holds));
        }
        if let Some(some) = &c.holds_at_least {
            let of: Vec<Need> = some.of.iter().map(|id| self.credential(id.as_str())).collect();
            needs.push(some_of(some.count, of));
        }
        if let Some(wanted) = &c.experience {
            needs.push(self.experience(wanted));
        }
        if let Some(years) = c.age_at_least {
            needs.push(self.age(years));
        }
        if !c.education.is_empty() {
            needs.push(self.schooling(&c.education));
        }
        if let Some(wanted) = &c.program {
            needs.push(self.program(wanted));
        }
        if let Some(key) = &c.attest {
            needs.push(self.attest(key));
        }
        if !c.duty.is_empty() {
            let own = Condition { duty: c.duty.clone(), ..Condition::default() };
            needs.push(if self.is_met(&own) { Need::Nothing } else { self.duty(&c.duty) });
        }
        if !c.setting.is_empty() {
            let own = Condition { setting: c.setting.clone(), ..Condition::default() };
            needs.push(if self.is_met(&own) { Need::Nothing } else { self.job(&[], &c.setting) });
        }
        if let Some(question) = &c.unknown {
            needs.push(Need::Never(Never::Unsettled { question: question.clone() }));
        }
        for inner in &c.all {
            needs.push(self.condition(inner));
        }
        if !c.any.is_empty() {
            let each: Vec<Need> = c.any.iter().map(|inner| self.condition(inner)).collect();
            needs.push(Need::any(each));
        }
        needs.extend(self.settled(c));
        needs
    }

    /// What no step changes: it holds, or it never will.
    fn settled(&self, c: &Condition) -> Option<Need> {
        let past = Condition {
            first_period: c.first_period,
            issued: c.issued.clone(),
            held_at_end: c.held_at_end.clone(),
            calendar_years_held: c.calendar_years_held,
            not: c.not.clone(),
            ..Condition::default()
        };
        (!past.is_always() && !self.is_met(&past)).then_some(Need::Never(Never::Past))
    }

    fn is_met(&self, condition: &Condition) -> bool {
        answer_condition(self.seen.record, self.seen.catalog, condition, self.seen.on).verdict == Verdict::Met
    }

    fn age(&mut self, years: u8) -> Need {
        let condition = Condition { age_at_least: Some(years), ..Condition::default() };
        if self.is_met(&condition) {
            return Need::Nothing;
        }
        let Some(born) = self.seen.record.person.birth_date else {
            let gains = vec![Gain::Age { years }];
            return Need::Suppose(Supposition { supposed: Supposed::Age { years }, gains });
        };
        let day = Span::Months(i32::from(years) * 12).after(born);
        let key = format!("age:{years}");
        self.step(&key, |own| {
            let step = own.moment(&key, Deed::Age { years }, years.to_string());
            (Step { from: Some(day), ..step }, Need::Nothing)
        })
    }

    fn schooling(&mut self, kinds: &[String]) -> Need {
        let condition = Condition { education: kinds.to_vec(), ..Condition::default() };
        if self.is_met(&condition) {
            return Need::Nothing;
        }
        let usual = kinds.iter().find(|kind| ["high-school", "ged"].contains(&kind.as_str()));
        if let (Some(level), true) = (usual.cloned(), self.seen.record.education.is_empty()) {
            let gain = Gain::Education { level, subject: None, recognised_by: Vec::new() };
            return Need::Suppose(Supposition { supposed: Supposed::School, gains: vec![gain] });
        }
        if usual.is_none() {
            return Need::Never(Never::Schooling { kinds: kinds.to_vec() });
        }
        self.step("education:ged", |own| {
            let level = "ged".to_owned();
            let step =
                own.plain("education:ged", Deed::School { level: level.clone() }, "GED", &["education:ged"]);
            let gain = Gain::Education { level, subject: None, recognised_by: Vec::new() };
            (Step { gains: vec![gain], ..step }, Need::Nothing)
        })
    }

    /// Programs that the catalogue knows to fit; one of the kind when it knows none.
    fn program(&mut self, wanted: &Program) -> Need {
        let condition = Condition { program: Some(wanted.clone()), ..Condition::default() };
        if self.is_met(&condition) {
            return Need::Nothing;
        }
        let programs = &self.seen.catalog.field().steps.programs;
        let fits = |known: &&TrainingProgram| {
            wanted.subject.as_ref().is_none_or(|subject| *subject == known.subject)
                && (wanted.recognised_by.is_empty()
                    || known.recognised_by.iter().any(|body| wanted.recognised_by.contains(body)))
                && known.until.is_none_or(|until| self.seen.on <= until)
        };
        let known: Vec<&TrainingProgram> = programs.iter().filter(fits).collect();
        let subject = wanted.subject.clone().unwrap_or_else(|| "pharmacy-technician".to_owned());
        if known.is_empty() || self.figures.own(&[&format!("program:{subject}")], |own| own.usd).is_some() {
            return self.some_program(&subject, &wanted.recognised_by);
        }
        let each: Vec<Need> = known.into_iter().map(|program| self.known_program(program)).collect();
        Need::any(each)
    }

    fn some_program(&mut self, subject: &str, recognised_by: &[String]) -> Need {
        let body = recognised_by.first().cloned();
        let key = format!("program:{subject}:{}", body.as_deref().unwrap_or("any"));
        let name = self.seen.catalog.say(subject);
        self.step(&key, |own| {
            let of_subject = format!("program:{subject}");
            let deed = Deed::Program { subject: subject.to_owned() };
            let step = own.plain(&key, deed, name, &[&of_subject, "program"]);
            let gain = Gain::Education {
                level: "program".to_owned(),
                subject: Some(subject.to_owned()),
                recognised_by: body.into_iter().collect(),
            };
            (Step { gains: vec![gain], ..step }, Need::Nothing)
        })
    }

    fn known_program(&mut self, program: &TrainingProgram) -> Need {
        let key = format!("program:{}", program.id);
        self.step(&key, |own| {
            let sheet = &own.seen.catalog.field().steps;
            let confidence = program.confidence.unwrap_or(sheet.confidence);
            let source = Reference::of_field(sheet, &program.cite, confidence);
            let of_subject = format!("program:{}", program.subject);
            let keys: [&str; 3] = [&key, &of_subject, "program"];
            let deed = Deed::Program { subject: program.subject.clone() };
            let mut step = own.plain(&key, deed, program.title.clone(), &keys);
            let told = |reference: &Option<Reference>| reference.clone().map(crate::figure::Basis::Told);
            if let (Some(hours), Some(basis), None) =
                (program.hours, told(&source), own.figures.own(&[&key], |own| own.hours))
            {
                step.hours = Figure { value: hours, basis };
            }
            if let (Some(usd), Some(basis), None) =
                (program.usd, told(&source), own.figures.own(&[&key], |own| own.usd))
            {
                step.prices = vec![Price { what: program.title.clone(), usd: Figure { value: usd, basis } }];
            }
            step.gains = vec![Gain::Education {
                level: "program".to_owned(),
                subject: Some(program.subject.clone()),
                recognised_by: program.recognised_by.clone(),
            }];
            step.provider = Some(program.provider.clone());
            (step.from, step.until) = (program.from, program.until);
            step.notes = program.price_note.iter().cloned().collect();
            step.source = source;
            (step, Need::Nothing)
        })
    }

    fn attest(&mut self, key: &str) -> Need {
        if self.seen.record.answer(key) == Some(true) {
            return Need::Nothing;
        }
        if self.seen.catalog.field().steps.no_step.iter().any(|own| own == key) {
            return Need::Never(Never::NoStep);
        }
        let plain = || key.trim_start_matches("attest:").replace(['-', ':'], " ");
        let what = self.seen.catalog.attested(key).map_or_else(plain, str::to_owned);
        self.step(key, |own| {
            let step = own.plain(key, Deed::Attest { key: key.to_owned() }, what, &[key, "attestation"]);
            (Step { gains: vec![Gain::Fact { key: key.to_owned() }], ..step }, Need::Nothing)
        })
    }

    /// A duty in the work that goes on.
    fn duty(&mut self, duties: &[String]) -> Need {
        let first = duties.first().cloned().unwrap_or_default();
        let key = format!("duty:{first}");
        let name =
            duties.iter().map(|duty| crate::words::duty_name(self.seen.catalog, duty)).collect::<Vec<_>>();
        let name = name.join(" / ");
        let hours_per_week = self.figures.hours(&["work-week"]).value;
        let now = self.job_now(None, &[]);
        self.step(&key, |own| {
            let step = own.plain(&key, Deed::Duty { duties: duties.to_vec() }, name, &[&key, "duty"]);
            let gain = Gain::Work {
                role: None,
                setting: now.as_ref().and_then(|work| work.setting.clone()),
                duties: vec![first],
                hours_per_week: now.and_then(|work| work.hours_per_week).unwrap_or(hours_per_week),
            };
            (Step { gains: vec![gain], ..step }, Need::Nothing)
        })
    }

    /// A position with a duty, in one of these settings.
    fn job(&mut self, duties: &[String], settings: &[String]) -> Need {
        let setting = settings.first().cloned();
        let duty = duties.first().cloned();
        let key =
            format!("position:{}:{}", setting.as_deref().unwrap_or("any"), duty.as_deref().unwrap_or("any"));
        let field = self.seen.catalog.field();
        let titles: Vec<&str> = (settings.iter())
            .map(|id| field.setting(id).map_or(id.as_str(), |known| known.title.as_str()))
            .collect();
        let mut name = titles.join(" / ");
        if let Some(duty) = &duty {
            let duty = crate::words::duty_name(self.seen.catalog, duty);
            name = if name.is_empty() { duty.to_owned() } else { format!("{name}: {duty}") };
        }
        let hours_per_week = self.figures.hours(&["work-week"]).value;
        self.step(&key, |own| {
            let deed = Deed::Position { role: None, setting: setting.clone() };
            let step = own.plain(&key, deed, name, &[&key, "position"]);
            let gain = Gain::Work { role: None, setting, duties: duty.into_iter().collect(), hours_per_week };
            (Step { gains: vec![gain], ..step }, Need::Nothing)
        })
    }

    /// The job that goes on and would count if it had the duty.
    fn job_now(&self, hours_at_least: Option<Hours>, settings: &[String]) -> Option<Work> {
        let on = self.seen.on;
        let goes_on = |work: &&Work| {
            work.from <= on
                && work.until.is_none_or(|until| until > on)
                && (settings.is_empty() || work.setting.as_ref().is_some_and(|own| settings.contains(own)))
                && hours_at_least.is_none_or(|least| work.hours_per_week.is_none_or(|own| own >= least))
        };
        self.seen.record.work.iter().find(goes_on).cloned()
    }

    /// Experience: it grows by itself in the work that goes on, or needs a duty or a position first.
    fn experience(&mut self, wanted: &Experience) -> Need {
        let condition = Condition { experience: Some(wanted.clone()), ..Condition::default() };
        if self.is_met(&condition) {
            return Need::Nothing;
        }
        let usual = self.figures.hours(&["work-week"]).value;
        let told = work_with_hours(self.seen.record, usual);
        if let Some(day) = self.first_day(&told, &condition, self.seen.on) {
            return self.accrued(wanted, day, told.work != self.seen.record.work);
        }
        let begin = if wanted.duty.is_empty()
            || self.job_now(wanted.hours_per_week_at_least, &wanted.setting).is_none()
        {
            self.job(&wanted.duty, &wanted.setting)
        } else {
            self.duty(&wanted.duty)
        };
        self.work(wanted, &condition, begin, &told)
    }

    fn accrued(&mut self, wanted: &Experience, day: Date, supposes_hours: bool) -> Need {
        let key = format!("accrue:{}", spelled(wanted));
        let name = self.in_words(wanted);
        let need = self.step(&key, |own| {
            let step = own.moment(&key, Deed::Accrue, name);
            (Step { from: Some(day), ..step }, Need::Nothing)
        });
        if !supposes_hours {
            return need;
        }
        let hours = self.figures.hours(&["work-week"]).value;
        Need::all([need, Supposed::WorkWeek { hours }.alone()])
    }

    /// Work that is to begin: as long as the evaluator would then take to find it enough.
    fn work(&mut self, wanted: &Experience, condition: &Condition, begin: Need, told: &Record) -> Need {
        let key = format!("work:{}", spelled(wanted));
        let usual = self.figures.hours(&["work-week"]).value;
        let hours_per_week = wanted.hours_per_week_at_least.map_or(usual, |least| usual.max(least));
        let start = Span::Days(7 * self.weeks_before(&begin)).after(self.seen.on);
        let mut then = told.clone();
        let gain = Gain::Work {
            role: None,
            setting: wanted.setting.first().cloned(),
            duties: wanted.duty.first().cloned().into_iter().collect(),
            hours_per_week,
        };
        gain.add_to(&mut then, start, start);
        let Some(day) = self.first_day(&then, condition, start) else { return Need::Never(Never::Nowhere) };
        let days = start.until((Unit::Day, day)).map_or(0, |span| span.get_days()) + 1;
        let weeks = u32::try_from(days).unwrap_or(0).div_ceil(7);
        let name = self.in_words(wanted);
        self.step(&key, |own| {
            let deed = Deed::Work { duties: wanted.duty.clone(), settings: wanted.setting.clone() };
            let step = own.moment(&key, deed, name);
            (Step { weeks: Figure::reckoned(weeks), gains: vec![gain], ..step }, begin)
        })
    }

    /// The fewest weeks before what comes after this need can begin.
    fn weeks_before(&self, need: &Need) -> i32 {
        let weeks = self.effort(need).map_or(0, |effort| effort.weeks);
        i32::try_from(weeks).unwrap_or(0)
    }

    /// The first day from `from` on at which a condition holds of a record as it stands. It is looked for in years, then
    /// months, weeks and days: experience that grows stays.
    fn first_day(&self, record: &Record, condition: &Condition, from: Date) -> Option<Date> {
        let holds =
            |day: Date| answer_condition(record, self.seen.catalog, condition, day).verdict == Verdict::Met;
        if holds(from) {
            return Some(from);
        }
        let mut not_yet = from;
        let mut met = (1..=MOST_YEARS).map(|n| from.saturating_add(n.years())).find(|day| holds(*day))?;
        loop {
            let days = not_yet.until((Unit::Day, met)).map_or(0, |span| span.get_days());
            if days <= 1 {
                return Some(met);
            }
            let middle = not_yet.saturating_add((days / 2).days());
            if holds(middle) { met = middle } else { not_yet = middle }
        }
    }

    /// `3 years`, `12 months, sterile compounding`: the amount and what must be done or where.
    fn in_words(&self, wanted: &Experience) -> String {
        let amount = match (wanted.length, wanted.hours) {
            (Some(length), _) => length.to_string(),
            (None, Some(hours)) => format!("{hours} h"),
            (None, None) => String::new(),
        };
        let catalog = self.seen.catalog;
        let duties = wanted.duty.iter().map(|duty| crate::words::duty_name(catalog, duty).to_owned());
        let settings = wanted.setting.iter().map(|id| {
            catalog.field().setting(id).map_or_else(|| catalog.say(id), |known| known.title.clone())
        });
        let mut places: Vec<String> = duties.chain(settings).collect();
        places.truncate(3);
        if places.is_empty() { amount } else { format!("{amount}, {}", places.join(" / ")) }
    }
}

/// So many of them; those that hold already are counted.
fn some_of(count: usize, of: Vec<Need>) -> Need {
    let held = of.iter().filter(|need| **need == Need::Nothing).count();
    let open: Vec<Need> = of.into_iter().filter(|need| *need != Need::Nothing).collect();
    let count = count.saturating_sub(held);
    match count {
        0 => Need::Nothing,
        1 => Need::any(open),
        count if count == open.len() => Need::all(open),
        count => Need::Some { count, of: open },
    }
}

/// The work of a record, which alone makes experience: jobs that go on have hours a week, the usual ones where none are
/// told. Credits, which may be thousands, stay behind.
fn work_with_hours(record: &Record, usual: Hours) -> Record {
    let mut told = Record { work: record.work.clone(), ..Record::default() };
    for work in told.work.iter_mut().filter(|work| work.until.is_none()) {
        work.hours_per_week.get_or_insert(usual);
    }
    told
}

/// Names an amount of experience: `36-months:sterile-compounding`.
fn spelled(wanted: &Experience) -> String {
    let mut parts = Vec::new();
    parts.extend(wanted.length.map(|length| length.to_string().replace(' ', "-")));
    parts.extend(wanted.hours.map(|hours| format!("{hours}-h")));
    parts.extend(wanted.within.map(|within| format!("within-{}", within.to_string().replace(' ', "-"))));
    parts.extend(wanted.hours_per_week_at_least.map(|hours| format!("{hours}-a-week")));
    parts.extend(wanted.duty.first().cloned());
    parts.extend(wanted.setting.first().cloned());
    parts.join(":")
}
