//! The rules themselves in sentences, in a language: what a line asks, which credits a filter takes, what a condition
//! wants.
//!
//! A phrase grows from the inside: each message takes what was said so far and adds to it, so that a language can put it
//! where it belongs. What the catalogue says in its own words stays English, marked by [`Words::english`].

use crate::words::span;
use rung_catalog::{
    Ask, Catalog, Condition, Conversion, Credential, Deadline, Ends, Exception, Experience, Filter, HeldFor,
    Issued, Program, Requirement, RuleSet, Share, Span, StartsOn, Term, Window, YearParity,
};
use rung_record::{Audience, CreditKind, Date, Format};
use rung_words::{Decimal, Iso, Words, say};

/// What a line asks, without its name: `at least 20 h of continuing education accredited by ACPE`.
pub fn requirement(words: &Words, catalog: &Catalog, line: &Requirement) -> String {
    match &line.ask {
        Ask::Minimum { hours, counts, window, in_addition } => {
            let asked = match hours {
                Some(hours) => say!(words, "asked-minimum", hours = Decimal(*hours)),
                None => say!(words, "asked-hours"),
            };
            let asked = within(words, of(words, catalog, asked, counts), window);
            let asked = if *in_addition { say!(words, "asked-in-addition", asked = asked) } else { asked };
            match hours {
                Some(_) => asked,
                None => say!(words, "asked-how-many-unknown", asked = asked),
            }
        }
        Ask::Maximum { most, counts, per_day } => {
            let most = most_of(words, most);
            let most = if *per_day { say!(words, "asked-per-day", asked = most) } else { most };
            of(words, catalog, most, counts)
        }
        Ask::Course { counts, window } => {
            let credits = within(words, filter(words, catalog, counts), window);
            say!(words, "asked-course", credits = credits)
        }
        Ask::AcademicCredits { credits, counts, window } => {
            let asked = say!(words, "asked-academic-credits", credits = Decimal(*credits));
            within(words, of(words, catalog, asked, counts), window)
        }
        Ask::Condition(condition) => self::condition(words, catalog, condition),
        Ask::AllOf(_) => say!(words, "asked-all-of"),
        Ask::Unknown(question) => say!(words, "asked-unknown", question = words.english(question)),
    }
}

fn most_of(words: &Words, most: &Share) -> String {
    match most {
        Share::Hours(hours) => say!(words, "asked-maximum", hours = Decimal(*hours)),
        Share::Of { numerator, denominator, of } => say!(
            words,
            "asked-maximum-share",
            numerator = *numerator,
            denominator = *denominator,
            of = words.english(of.as_str())
        ),
    }
}

/// For whom a line is asked, when not for everybody: `asked only if it is the first period`.
pub fn applies(words: &Words, catalog: &Catalog, line: &Requirement) -> Option<String> {
    let applies = line.applies_if.as_ref()?;
    Some(say!(words, "asked-applies", condition = condition(words, catalog, applies)))
}

/// `asked of …`, or as it was when every credit passes.
fn of(words: &Words, catalog: &Catalog, asked: String, counts: &Filter) -> String {
    if counts.is_everything() {
        return asked;
    }
    say!(words, "asked-of", asked = asked, credits = filter(words, catalog, counts))
}

fn within(words: &Words, asked: String, window: &Window) -> String {
    match window {
        Window::Period => asked,
        Window::EachCalendarYear => say!(words, "asked-each-calendar-year", asked = asked),
        Window::Ever => say!(words, "asked-once-ever", asked = asked),
        Window::BeforeEnd(length) => {
            say!(words, "asked-before-end", asked = asked, span = span(words, *length))
        }
    }
}

/// Which credits pass: `continuing education accredited by ACPE, live, about law`.
pub fn filter(words: &Words, catalog: &Catalog, filter: &Filter) -> String {
    let mut parts = Vec::new();
    parts.extend(kinds_and_accreditors(words, catalog, filter));
    let any = filter.any.iter().map(|inner| self::filter(words, catalog, inner));
    parts.extend(any.reduce(|one, other| say!(words, "asked-credits-or", one = one, other = other)));
    if !filter.formats.is_empty() {
        parts.push(either(words, filter.formats.iter().map(|format| format_of_credit(words, *format))));
    }
    if !filter.audience.is_empty() {
        let audience = either(words, filter.audience.iter().map(|audience| made_for(words, *audience)));
        parts.push(say!(words, "asked-credits-made-for", audience = audience));
    }
    parts.extend(about(words, catalog, filter));
    parts.extend(filter.completed_from.map(|day| say!(words, "asked-credits-from", day = Iso(day))));
    parts.extend(filter.completed_before.map(|day| say!(words, "asked-credits-before", day = Iso(day))));
    let academic = filter.academic_credits_at_least;
    parts.extend(academic.map(|credits| say!(words, "asked-credits-academic", credits = Decimal(credits))));
    parts.extend(filter.grade_at_least.map(|grade| say!(words, "asked-credits-grade", grade = grade)));
    if let Some(not) = &filter.not {
        parts.push(say!(words, "asked-credits-not", credits = self::filter(words, catalog, not)));
    }
    if parts.is_empty() {
        return say!(words, "asked-credits-any");
    }
    let which = parts.join(", ");
    let of_some_kind = filter.kinds.is_empty() && filter.any.is_empty();
    if of_some_kind { say!(words, "asked-credits", which = which) } else { which }
}

fn kinds_and_accreditors(words: &Words, catalog: &Catalog, filter: &Filter) -> Option<String> {
    let kinds = either(words, filter.kinds.iter().map(|kind| kind_of_credit(words, *kind)));
    let bodies = either(words, filter.accreditation.iter().map(|body| accreditor(words, catalog, body)));
    match (filter.kinds.is_empty(), filter.accreditation.is_empty()) {
        (true, true) => None,
        (true, false) => Some(say!(words, "asked-credits-accredited", bodies = bodies)),
        (false, true) => Some(kinds),
        (false, false) => Some(say!(words, "asked-credits-kind-accredited", kinds = kinds, bodies = bodies)),
    }
}

fn about(words: &Words, catalog: &Catalog, filter: &Filter) -> Option<String> {
    let topics = filter.topics.iter().map(|topic| words.english(catalog.say(topic.as_str())).into_owned());
    let topics = either(words, topics);
    let law_of = filter.law_of.as_ref().map(|state| state_name(catalog, state.as_str()));
    match (filter.topics.is_empty(), law_of) {
        (true, None) => None,
        (true, Some(state)) => Some(say!(words, "asked-credits-law-of", state = state)),
        (false, None) => Some(say!(words, "asked-credits-about", topics = topics)),
        (false, Some(state)) => Some(say!(words, "asked-credits-about-of", topics = topics, state = state)),
    }
}

/// What a credit without hours of its own is worth: `college courses count 15 h for each academic credit`.
pub fn conversion(words: &Words, conversion: &Conversion) -> String {
    let academic = conversion.hours_per_academic_credit;
    let rates = [
        academic.map(|hours| say!(words, "asked-worth-academic", hours = Decimal(hours))),
        conversion.hours_each.map(|hours| say!(words, "asked-worth-each", hours = Decimal(hours))),
    ];
    let rates = rates.into_iter().flatten();
    let rates = rates.reduce(|one, other| say!(words, "asked-worth-or", one = one, other = other));
    say!(
        words,
        "asked-worth",
        kind = kind_of_credit(words, conversion.kind),
        rates = rates.unwrap_or_default()
    )
}

fn kind_of_credit(words: &Words, kind: CreditKind) -> String {
    match kind {
        CreditKind::Ce => say!(words, "asked-kind-ce"),
        CreditKind::CollegeCourse => say!(words, "asked-kind-college-course"),
        CreditKind::InService => say!(words, "asked-kind-in-service"),
        CreditKind::Presentation => say!(words, "asked-kind-presentation"),
        CreditKind::Volunteer => say!(words, "asked-kind-volunteer"),
        CreditKind::BoardMeeting => say!(words, "asked-kind-board-meeting"),
        CreditKind::Exam => say!(words, "asked-kind-exam"),
        CreditKind::LifeSupport => say!(words, "asked-kind-life-support"),
        CreditKind::Course => say!(words, "asked-kind-course"),
    }
}

fn format_of_credit(words: &Words, format: Format) -> String {
    match format {
        Format::Live => say!(words, "asked-format-live"),
        Format::LiveOnline => say!(words, "asked-format-live-online"),
        Format::Home => say!(words, "asked-format-home"),
    }
}

fn made_for(words: &Words, audience: Audience) -> String {
    match audience {
        Audience::Technician => say!(words, "asked-audience-technician"),
        Audience::Pharmacist => say!(words, "asked-audience-pharmacist"),
        Audience::Both => say!(words, "asked-audience-both"),
    }
}

/// A body that accredits or recognises: `ACPE`, `the Texas board`.
fn accreditor(words: &Words, catalog: &Catalog, body: &str) -> String {
    match body.strip_prefix("board:") {
        Some(state) => say!(words, "asked-board-of", state = state_name(catalog, state)),
        None => words.english(catalog.say(body)).into_owned(),
    }
}

fn state_name(catalog: &Catalog, state: &str) -> String {
    let known = catalog.authority(&state.to_lowercase());
    known.map_or_else(|| state.to_uppercase(), |authority| authority.name.clone())
}

/// What must be true of the technician: `you hold CPhT (PTCB) or CPhT (NHA)`.
pub fn condition(words: &Words, catalog: &Catalog, condition: &Condition) -> String {
    let said = |word: &String| words.english(catalog.say(word)).into_owned();
    let mut parts = about_the_period(words, condition);
    if !condition.duty.is_empty() {
        let duties = duties(words, catalog, &condition.duty);
        parts.push(say!(words, "asked-if-duty", duties = duties));
    }
    if !condition.setting.is_empty() {
        let settings = either(words, condition.setting.iter().map(said));
        parts.push(say!(words, "asked-if-setting", settings = settings));
    }
    if !condition.holds.is_empty() {
        let credentials = credentials(words, catalog, condition);
        parts.push(say!(words, "asked-if-holds", credentials = credentials));
    }
    if let Some(some) = &condition.holds_at_least {
        let of: Vec<String> = some.of.iter().map(|id| catalog.short_name(id.as_str())).collect();
        let of = words.english(of.join(", "));
        parts.push(say!(words, "asked-if-holds-some", count = some.count, credentials = of));
    }
    parts.extend(condition.experience.as_ref().map(|work| experience(words, catalog, work)));
    parts.extend(condition.age_at_least.map(|years| say!(words, "asked-if-age", years = years)));
    if !condition.education.is_empty() {
        let schooling = either(words, condition.education.iter().map(said));
        parts.push(say!(words, "asked-if-schooling", schooling = schooling));
    }
    parts.extend(condition.program.as_ref().map(|own| program(words, catalog, own)));
    parts.extend(condition.attest.is_some().then(|| say!(words, "asked-if-confirmed")));
    let unknown = condition.unknown.as_ref();
    parts.extend(unknown.map(|question| say!(words, "asked-if-unknown", question = words.english(question))));
    let any = condition.any.iter().map(|inner| self::condition(words, catalog, inner));
    parts.extend(any.reduce(|one, other| say!(words, "asked-if-or", one = one, other = other)));
    parts.extend(condition.all.iter().map(|inner| self::condition(words, catalog, inner)));
    parts.extend(condition.not.as_deref().map(|not| negated(words, catalog, not)));
    let all = parts.into_iter();
    let all = all.reduce(|one, other| say!(words, "asked-if-and", one = one, other = other));
    all.unwrap_or_else(|| say!(words, "asked-if-always"))
}

/// What a condition wants of the period and of how long the credential has been held.
fn about_the_period(words: &Words, condition: &Condition) -> Vec<String> {
    let mut parts = Vec::new();
    parts.extend(condition.first_period.map(|first| match first {
        true => say!(words, "asked-if-first-period"),
        false => say!(words, "asked-if-not-first-period"),
    }));
    parts.extend(condition.issued.as_ref().and_then(|between| issued(words, between)));
    parts.extend(condition.held_at_end.as_ref().map(|bounds| held(words, bounds)));
    parts.extend(condition.calendar_years_held.map(|years| match years {
        0 => say!(words, "asked-if-year-of-issue"),
        years => say!(words, "asked-if-years-after-issue", years = years),
    }));
    parts
}

fn issued(words: &Words, between: &Issued) -> Option<String> {
    match (between.from, between.before) {
        (Some(from), Some(before)) => {
            Some(say!(words, "asked-if-issued-between", from = Iso(from), before = Iso(before)))
        }
        (Some(from), None) => Some(say!(words, "asked-if-issued-from", from = Iso(from))),
        (None, Some(before)) => Some(say!(words, "asked-if-issued-before", before = Iso(before))),
        (None, None) => None,
    }
}

fn held(words: &Words, held: &HeldFor) -> String {
    let bounds = [
        held.at_least.map(|most| say!(words, "asked-if-held-longer", span = span(words, most))),
        held.at_most.map(|least| say!(words, "asked-if-held-shorter", span = span(words, least))),
        held.less_than.map(|least| say!(words, "asked-if-held-under", span = span(words, least))),
    ];
    let bounds: Vec<String> = bounds.into_iter().flatten().collect();
    say!(words, "asked-if-held", bounds = words.list(&bounds))
}

/// `it is not the first period`, `you hold none of …`.
fn negated(words: &Words, catalog: &Catalog, not: &Condition) -> String {
    let alone = |part: Condition| {
        let silent_is_no = not.silent_is_no;
        *not == Condition { silent_is_no, ..part }
    };
    if alone(Condition { first_period: Some(true), ..Condition::default() }) {
        say!(words, "asked-if-not-first-period")
    } else if alone(Condition { attest: not.attest.clone(), ..Condition::default() }) {
        say!(words, "asked-if-not-denied")
    } else if alone(Condition { holds: not.holds.clone(), ..Condition::default() }) {
        say!(words, "asked-if-holds-not", credentials = credentials(words, catalog, not))
    } else {
        say!(words, "asked-if-not", condition = condition(words, catalog, not))
    }
}

fn credentials(words: &Words, catalog: &Catalog, condition: &Condition) -> String {
    let name = |id: &rung_record::CredentialId| words.english(catalog.short_name(id.as_str())).into_owned();
    either(words, condition.holds.iter().map(name))
}

/// `giving vaccines`: duties by their names, or their words said in plain.
fn duties(words: &Words, catalog: &Catalog, duties: &[String]) -> String {
    let name = |duty: &String| {
        let known = catalog.duty_kinds.iter().find(|kind| kind.id == *duty);
        let name = known.map_or_else(|| catalog.say(duty), |kind| lower_first(&kind.name));
        words.english(name).into_owned()
    };
    either(words, duties.iter().map(name))
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    format!("{first}{}", letters.as_str())
}

fn program(words: &Words, catalog: &Catalog, program: &Program) -> String {
    let mut said = say!(words, "asked-if-programme");
    if let Some(subject) = &program.subject {
        let subject = words.english(catalog.say(subject));
        said = say!(words, "asked-programme-subject", programme = said, subject = subject);
    }
    if !program.recognised_by.is_empty() {
        let bodies = either(words, program.recognised_by.iter().map(|body| accreditor(words, catalog, body)));
        said = say!(words, "asked-programme-recognised", programme = said, bodies = bodies);
    }
    if let Some(within) = program.within {
        said = say!(words, "asked-programme-within", programme = said, last = last(words, within));
    }
    if let Some(soon) = program.or_ends_within {
        said = say!(words, "asked-programme-soon", programme = said, span = span(words, soon));
    }
    said
}

fn experience(words: &Words, catalog: &Catalog, experience: &Experience) -> String {
    let mut work = match (experience.hours, experience.length) {
        (Some(hours), Some(length)) => {
            say!(words, "asked-work-both", hours = Decimal(hours), length = span(words, length))
        }
        (Some(hours), None) => say!(words, "asked-work-hours", hours = Decimal(hours)),
        (None, Some(length)) => say!(words, "asked-work-length", length = span(words, length)),
        (None, None) => say!(words, "asked-work"),
    };
    if !experience.duty.is_empty() {
        let duties = duties(words, catalog, &experience.duty);
        work = say!(words, "asked-work-duty", work = work, duties = duties);
    }
    if !experience.setting.is_empty() {
        let settings = experience.setting.iter();
        let settings = settings.map(|setting| words.english(catalog.say(setting)).into_owned());
        work = say!(words, "asked-work-setting", work = work, settings = either(words, settings));
    }
    if let Some(hours) = experience.hours_per_week_at_least {
        work = say!(words, "asked-work-weekly", work = work, hours = Decimal(hours));
    }
    if let Some(within) = experience.within {
        work = say!(words, "asked-work-within", work = work, last = last(words, within));
    }
    say!(words, "asked-if-work", work = work)
}

/// `in the last 2 years`.
fn last(words: &Words, length: Span) -> String {
    match length {
        Span::Days(days) => say!(words, "asked-last-days", count = days),
        Span::Months(months) | Span::MonthsIntoNext(months) if months % 12 == 0 && months > 12 => {
            say!(words, "asked-last-years", count = months / 12)
        }
        Span::Months(months) | Span::MonthsIntoNext(months) => {
            say!(words, "asked-last-months", count = months)
        }
    }
}

/// `nothing is asked if it is the first period (first renewal)`.
pub fn exception(words: &Words, catalog: &Catalog, exception: &Exception) -> String {
    let asked = match exception.per_month_held {
        Some(rate) => say!(words, "asked-except-per-month", hours = Decimal(rate)),
        None if exception.prorated => say!(words, "asked-except-prorated"),
        None if exception.hours.is_zero() => say!(words, "asked-except-nothing"),
        None => say!(words, "asked-except-hours", hours = Decimal(exception.hours)),
    };
    let (when, why) = (&exception.when, words.english(&exception.why));
    if when.attest.is_some() {
        return say!(words, "asked-except-confirmed", asked = asked, why = why);
    }
    let condition = condition(words, catalog, when);
    say!(words, "asked-except-if", asked = asked, condition = condition, why = why)
}

/// How long a period is and what ends it.
pub fn term(words: &Words, term: &Term) -> String {
    let ends = match &term.ends {
        Ends::Printed => say!(words, "asked-ends-printed"),
        Ends::Anniversary => say!(words, "asked-ends-anniversary"),
        Ends::IssueMonthEnd => say!(words, "asked-ends-issue-month"),
        Ends::FixedDay { month, day, years } => {
            let day = words.day_of_year(*month, *day);
            say!(words, "asked-ends-day", day = day, years = parity(words, *years))
        }
        Ends::BirthMonthEnd { years } => {
            say!(words, "asked-ends-birth-month", years = parity(words, *years))
        }
        Ends::Birthday { years } => say!(words, "asked-ends-birthday", years = parity(words, *years)),
    };
    let mut said = say!(words, "asked-term", length = span(words, term.length), ends = ends);
    if term.starts == StartsOn::Approval {
        said = say!(words, "asked-term-approval", term = said);
    }
    if let Some(within) = term.first_runs_on_if_issued_within {
        said = say!(words, "asked-term-carried", term = said, span = span(words, within));
    }
    said
}

fn parity(words: &Words, years: YearParity) -> String {
    match years {
        YearParity::Even => say!(words, "asked-years-even"),
        YearParity::Odd => say!(words, "asked-years-odd"),
        YearParity::Every => say!(words, "asked-years-every"),
        YearParity::Staggered => say!(words, "asked-years-staggered"),
        YearParity::BirthYear => say!(words, "asked-years-of-birth"),
    }
}

/// `60 days before the end`.
pub fn deadline(words: &Words, deadline: &Deadline) -> String {
    match deadline {
        Deadline::BeforeEnd(length) => say!(words, "asked-by-before-end", span = span(words, *length)),
        Deadline::FirstOfLastMonth => say!(words, "asked-by-last-month"),
        Deadline::Day { month, day } => words.day_of_year(*month, *day),
    }
}

/// `in force from 2020-09-01 until 2025-12-31`; none where no source dates it.
pub fn in_force(words: &Words, from: Option<Date>, until: Option<Date>) -> Option<String> {
    match (from, until) {
        (Some(from), Some(until)) => {
            Some(say!(words, "asked-in-force-between", from = Iso(from), until = Iso(until)))
        }
        (Some(from), None) => Some(say!(words, "asked-in-force-from", from = Iso(from))),
        (None, Some(until)) => Some(say!(words, "asked-in-force-until", until = Iso(until))),
        (None, None) => None,
    }
}

/// `Renewal` or the name of a duty with a clock of its own.
pub fn version_name(words: &Words, rules: &RuleSet, credential: &Credential) -> String {
    match (rules.duty.as_str(), credential.renewable) {
        ("", true) => say!(words, "asked-version-renewal"),
        ("", false) => say!(words, "asked-version-while-it-lasts"),
        (duty, _) => say!(words, "asked-version-duty", duty = words.english(duty)),
    }
}

/// `a`, `a or b`, `a, b or c`.
fn either(words: &Words, items: impl Iterator<Item = String>) -> String {
    words.either(&items.collect::<Vec<_>>())
}
