//! The rules themselves in sentences: what a line asks, which credits a filter takes, what a condition wants.

use rung_catalog::{
    Ask, Catalog, Condition, Conversion, Credential, Deadline, Ends, Exception, Experience, Filter, Program,
    Requirement, RuleSet, Share, StartsOn, Term, Window, YearParity,
};
use rung_record::{Audience, CreditKind, Format};

/// What a line asks, without its name: `at least 20 h of continuing education accredited by ACPE`.
pub fn requirement(catalog: &Catalog, line: &Requirement) -> String {
    match &line.ask {
        Ask::Minimum { hours, counts, window, in_addition } => {
            let extra = if *in_addition { ", on top of the other hours" } else { "" };
            let which = format!("{}{}{extra}", of(catalog, counts), self::window(window));
            match hours {
                Some(hours) => format!("at least {hours} h{which}"),
                None => format!("hours{which}; how many, no source tells"),
            }
        }
        Ask::Maximum { most, counts, per_day } => {
            let most = match most {
                Share::Hours(hours) => format!("at most {hours} h"),
                Share::Of { numerator, denominator, of } => {
                    format!("at most {numerator}/{denominator} of the hours of \"{of}\"")
                }
            };
            let day = if *per_day { " on one day" } else { "" };
            format!("{most}{day}{}", of(catalog, counts))
        }
        Ask::Course { counts, window } => {
            format!("one is enough, whatever its hours: {}{}", filter(catalog, counts), self::window(window))
        }
        Ask::AcademicCredits { credits, counts, window } => {
            format!("{credits} academic credits{}{}", of(catalog, counts), self::window(window))
        }
        Ask::Condition(condition) => self::condition(catalog, condition),
        Ask::AllOf(_) => "all of the following".to_owned(),
        Ask::Unknown(question) => format!("no source says. {question}"),
    }
}

/// For whom a line is asked, when not for everybody: `asked only if it is the first period`.
pub fn applies(catalog: &Catalog, line: &Requirement) -> Option<String> {
    line.applies_if.as_ref().map(|applies| format!("asked only if {}", condition(catalog, applies)))
}

/// ` of …`, or nothing when every credit passes.
fn of(catalog: &Catalog, counts: &Filter) -> String {
    if counts.is_everything() { String::new() } else { format!(" of {}", filter(catalog, counts)) }
}

fn window(window: &Window) -> String {
    match window {
        Window::Period => String::new(),
        Window::EachCalendarYear => " in each calendar year".to_owned(),
        Window::Ever => ", once in a career".to_owned(),
        Window::BeforeEnd(span) => format!(" in the {span} before the end"),
    }
}

/// Which credits pass: `continuing education accredited by ACPE, live, about law`.
pub fn filter(catalog: &Catalog, filter: &Filter) -> String {
    let mut parts = Vec::new();
    let kinds = either(filter.kinds.iter().map(|kind| kind_of_credit(*kind).to_owned()));
    let accredited = (!filter.accreditation.is_empty()).then(|| {
        let bodies = either(filter.accreditation.iter().map(|body| accreditor(catalog, body)));
        format!("accredited by {bodies}")
    });
    match (filter.kinds.is_empty(), accredited) {
        (true, None) => {}
        (true, Some(accredited)) => parts.push(accredited),
        (false, None) => parts.push(kinds),
        (false, Some(accredited)) => parts.push(format!("{kinds} {accredited}")),
    }
    if !filter.any.is_empty() {
        let any: Vec<String> = filter.any.iter().map(|inner| self::filter(catalog, inner)).collect();
        parts.push(any.join("; or "));
    }
    if !filter.formats.is_empty() {
        parts.push(either(filter.formats.iter().map(|format| format_of_credit(*format).to_owned())));
    }
    if !filter.audience.is_empty() {
        let audience = |audience: &Audience| match audience {
            Audience::Technician => "technicians".to_owned(),
            Audience::Pharmacist => "pharmacists only".to_owned(),
            Audience::Both => "both technicians and pharmacists".to_owned(),
        };
        parts.push(format!("made for {}", either(filter.audience.iter().map(audience))));
    }
    let topics = either(filter.topics.iter().map(|topic| catalog.say(topic.as_str())));
    let law_of = filter.law_of.as_ref().map(|state| state_name(catalog, state.as_str()));
    match (filter.topics.is_empty(), law_of) {
        (true, None) => {}
        (true, Some(state)) => parts.push(format!("about the law of {state}")),
        (false, None) => parts.push(format!("about {topics}")),
        (false, Some(state)) => parts.push(format!("about {topics}, that of {state}")),
    }
    if let Some(day) = filter.completed_from {
        parts.push(format!("completed from {day}"));
    }
    if let Some(day) = filter.completed_before {
        parts.push(format!("completed before {day}"));
    }
    if let Some(credits) = filter.academic_credits_at_least {
        parts.push(format!("{credits} academic credits or more"));
    }
    if let Some(grade) = filter.grade_at_least {
        parts.push(format!("grade {grade} or better"));
    }
    if let Some(not) = &filter.not {
        parts.push(format!("but no {}", self::filter(catalog, not)));
    }
    if parts.is_empty() {
        return "any credit".to_owned();
    }
    let of_some_kind = filter.kinds.is_empty() && filter.any.is_empty();
    if of_some_kind { format!("credit {}", parts.join(", ")) } else { parts.join(", ") }
}

/// What a credit without hours of its own is worth: `college courses count 15 h for each academic credit`.
pub fn conversion(conversion: &Conversion) -> String {
    let kind = kind_of_credit(conversion.kind);
    let rates = [
        conversion.hours_per_academic_credit.map(|hours| format!("{hours} h for each academic credit")),
        conversion.hours_each.map(|hours| format!("{hours} h each")),
    ];
    let rates: Vec<String> = rates.into_iter().flatten().collect();
    format!("{kind} count {}", rates.join(", or "))
}

fn kind_of_credit(kind: CreditKind) -> &'static str {
    match kind {
        CreditKind::Ce => "continuing education",
        CreditKind::CollegeCourse => "college courses",
        CreditKind::InService => "in-service training",
        CreditKind::Presentation => "presentations",
        CreditKind::Volunteer => "volunteer service",
        CreditKind::BoardMeeting => "board meetings",
        CreditKind::Exam => "examinations passed",
        CreditKind::LifeSupport => "life-support courses",
        CreditKind::Course => "courses",
    }
}

fn format_of_credit(format: Format) -> &'static str {
    match format {
        Format::Live => "live",
        Format::LiveOnline => "live online",
        Format::Home => "home study",
    }
}

/// A body that accredits or recognises: `ACPE`, `the Texas board`.
fn accreditor(catalog: &Catalog, body: &str) -> String {
    match body.strip_prefix("board:") {
        Some(state) => format!("the {} board", state_name(catalog, state)),
        None => catalog.say(body),
    }
}

fn state_name(catalog: &Catalog, state: &str) -> String {
    let known = catalog.authority(&state.to_lowercase());
    known.map_or_else(|| state.to_uppercase(), |authority| authority.name.clone())
}

/// What must be true of the technician: `you hold CPhT (PTCB) or CPhT (NHA)`.
pub fn condition(catalog: &Catalog, condition: &Condition) -> String {
    let mut parts = Vec::new();
    match condition.first_period {
        Some(true) => parts.push("it is the first period".to_owned()),
        Some(false) => parts.push("it is not the first period".to_owned()),
        None => {}
    }
    if let Some(issued) = &condition.issued {
        match (issued.from, issued.before) {
            (Some(from), Some(before)) => {
                parts.push(format!("it was first issued from {from} on and before {before}"));
            }
            (Some(from), None) => parts.push(format!("it was first issued on {from} or later")),
            (None, Some(before)) => parts.push(format!("it was first issued before {before}")),
            (None, None) => {}
        }
    }
    if let Some(held) = &condition.held_at_end {
        let bounds = [
            held.at_least.map(|span| format!("{span} or longer")),
            held.at_most.map(|span| format!("{span} or shorter")),
            held.less_than.map(|span| format!("less than {span}")),
        ];
        let bounds: Vec<String> = bounds.into_iter().flatten().collect();
        parts.push(format!("you will have held it for {} when the period ends", bounds.join(" and ")));
    }
    match condition.calendar_years_held {
        Some(0) => parts.push("the period ends in the year of the first issue".to_owned()),
        Some(years) => parts.push(format!(
            "the period ends in the {} calendar year after that of the first issue",
            ordinal(years)
        )),
        None => {}
    }
    if !condition.duty.is_empty() {
        parts.push(format!(
            "your work includes {}",
            either(condition.duty.iter().map(|duty| duty_name(catalog, duty)))
        ));
    }
    if !condition.setting.is_empty() {
        let settings = either(condition.setting.iter().map(|setting| catalog.say(setting)));
        parts.push(format!("you work in {settings}"));
    }
    if !condition.holds.is_empty() {
        parts.push(format!("you hold {}", credentials(catalog, condition)));
    }
    if let Some(some) = &condition.holds_at_least {
        let of: Vec<String> = some.of.iter().map(|id| catalog.short_name(id.as_str())).collect();
        parts.push(format!("you hold at least {} of {}", some.count, of.join(", ")));
    }
    if let Some(experience) = &condition.experience {
        parts.push(self::experience(catalog, experience));
    }
    if let Some(years) = condition.age_at_least {
        parts.push(format!("you are {years} or older"));
    }
    if !condition.education.is_empty() {
        parts.push(format!("you have {}", either(condition.education.iter().map(|kind| catalog.say(kind)))));
    }
    if let Some(program) = &condition.program {
        parts.push(self::program(catalog, program));
    }
    if condition.attest.is_some() {
        parts.push("you confirm it".to_owned());
    }
    if let Some(question) = &condition.unknown {
        parts.push(format!("(no source says) {question}"));
    }
    if !condition.any.is_empty() {
        let any: Vec<String> = condition.any.iter().map(|inner| self::condition(catalog, inner)).collect();
        parts.push(any.join(", or "));
    }
    parts.extend(condition.all.iter().map(|inner| self::condition(catalog, inner)));
    if let Some(not) = &condition.not {
        parts.push(negated(catalog, not));
    }
    if parts.is_empty() { "always".to_owned() } else { parts.join(", and ") }
}

/// `it is not the first period`, `you hold none of …`.
fn negated(catalog: &Catalog, not: &Condition) -> String {
    let alone = |part: Condition| {
        let silent_is_no = not.silent_is_no;
        *not == Condition { silent_is_no, ..part }
    };
    if alone(Condition { first_period: Some(true), ..Condition::default() }) {
        "it is not the first period".to_owned()
    } else if alone(Condition { attest: not.attest.clone(), ..Condition::default() }) {
        "you do not say otherwise".to_owned()
    } else if alone(Condition { holds: not.holds.clone(), ..Condition::default() }) {
        format!("you do not hold {}", credentials(catalog, not))
    } else {
        format!("it is not so that {}", condition(catalog, not))
    }
}

fn credentials(catalog: &Catalog, condition: &Condition) -> String {
    either(condition.holds.iter().map(|id| catalog.short_name(id.as_str())))
}

/// `giving vaccines`: a duty by its name, or its word said in plain.
fn duty_name(catalog: &Catalog, duty: &str) -> String {
    let known = catalog.duty_kinds.iter().find(|kind| kind.id == duty);
    known.map_or_else(|| catalog.say(duty), |kind| lower_first(&kind.name))
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    format!("{first}{}", letters.as_str())
}

fn program(catalog: &Catalog, program: &Program) -> String {
    let subject = program.subject.as_deref().map(|subject| format!(" in {}", catalog.say(subject)));
    let bodies = if program.recognised_by.is_empty() {
        String::new()
    } else {
        let bodies = either(program.recognised_by.iter().map(|body| accreditor(catalog, body)));
        format!(" recognised by {bodies}")
    };
    let within = program.within.map(|span| format!(" in the last {span}"));
    let soon = program.or_ends_within.map(|span| format!(", or will within {span}"));
    format!(
        "you have completed a training programme{}{bodies}{}{}",
        subject.unwrap_or_default(),
        within.unwrap_or_default(),
        soon.unwrap_or_default()
    )
}

fn experience(catalog: &Catalog, experience: &Experience) -> String {
    let amount = match (experience.hours, experience.length) {
        (Some(hours), Some(length)) => format!("{hours} h and {length} of work"),
        (Some(hours), None) => format!("{hours} h of work"),
        (None, Some(length)) => format!("{length} of work"),
        (None, None) => "work".to_owned(),
    };
    let mut text = format!("you have {amount}");
    if !experience.duty.is_empty() {
        let duties = either(experience.duty.iter().map(|duty| duty_name(catalog, duty)));
        text.push_str(&format!(" with {duties}"));
    }
    if !experience.setting.is_empty() {
        text.push_str(&format!(
            " in {}",
            either(experience.setting.iter().map(|setting| catalog.say(setting)))
        ));
    }
    if let Some(hours) = experience.hours_per_week_at_least {
        text.push_str(&format!(" at {hours} h a week or more"));
    }
    if let Some(within) = experience.within {
        text.push_str(&format!(" in the last {within}"));
    }
    text
}

/// `nothing is asked if it is the first period (first renewal)`.
pub fn exception(catalog: &Catalog, exception: &Exception) -> String {
    let asked = match exception.per_month_held {
        Some(rate) => format!("{rate} h for each month held are asked"),
        None if exception.prorated => "hours in proportion to the months held are asked".to_owned(),
        None if exception.hours.is_zero() => "nothing is asked".to_owned(),
        None => format!("{} h are asked", exception.hours),
    };
    let when = &exception.when;
    if when.attest.is_some() {
        return format!("{asked} in this case, which you confirm: {}", exception.why);
    }
    format!("{asked} if {} ({})", condition(catalog, when), exception.why)
}

/// How long a period is and what ends it.
pub fn term(term: &Term) -> String {
    let ends = match &term.ends {
        Ends::Printed => "ends on the day printed on it".to_owned(),
        Ends::Anniversary => "ends the day before the anniversary of the issue".to_owned(),
        Ends::IssueMonthEnd => "ends on the last day of the month of the issue".to_owned(),
        Ends::FixedDay { month, day, years } => {
            format!("ends on {} {day} {}", month_name(*month), parity(*years))
        }
        Ends::BirthMonthEnd { years } => {
            format!("ends on the last day of the month of birth {}", parity(*years))
        }
        Ends::Birthday { years } => format!("ends on the birthday {}", parity(*years)),
    };
    let starts = match term.starts {
        StartsOn::Expiry => "",
        StartsOn::Approval => "; the next period starts on the day the renewal is approved",
    };
    let first = term
        .first_runs_on_if_issued_within
        .map(|span| format!("; one first issued within {span} of an end is carried to the end after it"));
    format!("{}, {ends}{starts}{}", term.length, first.unwrap_or_default())
}

fn parity(years: YearParity) -> &'static str {
    match years {
        YearParity::Even => "of even years",
        YearParity::Odd => "of odd years",
        YearParity::Every => "of every year",
        YearParity::Staggered => "of even or odd years, as printed on it",
        YearParity::BirthYear => "of even years for one born in an even year, of odd years for the others",
    }
}

/// `60 days before the end`.
pub fn deadline(deadline: &Deadline) -> String {
    match deadline {
        Deadline::BeforeEnd(span) => format!("{span} before the end"),
        Deadline::FirstOfLastMonth => "the first day of the month in which it ends".to_owned(),
        Deadline::Day { month, day } => format!("{} {day}", month_name(*month)),
    }
}

/// `in force from 2020-09-01 until 2025-12-31`.
pub fn in_force(from: Option<rung_record::Date>, until: Option<rung_record::Date>) -> String {
    match (from, until) {
        (Some(from), Some(until)) => format!("in force from {from} until {until}"),
        (Some(from), None) => format!("in force from {from}"),
        (None, Some(until)) => format!("in force until {until}"),
        (None, None) => "in force".to_owned(),
    }
}

/// `Renewal` or the name of a duty with a clock of its own.
pub fn version_name(rules: &RuleSet, credential: &Credential) -> String {
    match (rules.duty.as_str(), credential.renewable) {
        ("", true) => "Renewal".to_owned(),
        ("", false) => "While it lasts".to_owned(),
        (duty, _) => format!("Duty \"{duty}\""),
    }
}

/// `January` for 1; a question mark for what is no month.
pub fn month_name(month: i8) -> &'static str {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    usize::try_from(month - 1).ok().and_then(|n| MONTHS.get(n)).copied().unwrap_or("?")
}

fn ordinal(number: u8) -> String {
    match number {
        1 => "first".to_owned(),
        2 => "second".to_owned(),
        3 => "third".to_owned(),
        other => format!("{other}th"),
    }
}

/// `a`, `a or b`, `a, b or c`.
fn either(items: impl Iterator<Item = String>) -> String {
    let items: Vec<String> = items.collect();
    match items.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, first)) => format!("{} or {last}", first.join(", ")),
    }
}
