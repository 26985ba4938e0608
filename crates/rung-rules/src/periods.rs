//! Which renewal period a day falls in, and what is open after expiry.

use crate::status::{Question, Route, Untold, Unwritten};
use jiff::{ToSpan, civil::Date};
use rung_catalog::{Credential, Ends, Span, Stage, StartsOn, Term, YearParity};
use rung_record::{Period, Person};

/// How a credential stands on a day.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// The days in which credit is earned; longer than the term while reinstatement is open.
    pub period: Option<Period>,
    /// The last day on which the credential is good.
    pub expires: Option<Date>,
    /// What can be done.
    pub route: Route,
    /// Whether the credential was first issued in this period; none when the record does not tell.
    pub is_first: Option<bool>,
    /// While something is open after expiry: which stage of it.
    pub stage: Option<&'a Stage>,
    /// The last day of that stage.
    pub reinstate_by: Option<Date>,
    /// What would settle an unknown.
    pub question: Option<Question<'static>>,
}

/// Credits completed this long before a printed period began may still belong to a first period: the printed end is
/// often moved to the end of a month.
const PRINTED_SLACK: Span = Span::Days(31);
/// How far from the reckoned start an approval may lie and still be the one that started the period.
const APPROVAL_BEFORE: Span = Span::Days(120);
const APPROVAL_AFTER: Span = Span::Days(366);

/// How `held` stands on `on`, by the dates on it and the term of its rules.
pub fn standing<'a>(
    credential: &'a Credential,
    held: &rung_record::Credential,
    person: &Person,
    on: Date,
) -> Standing<'a> {
    let Some(term) = &credential.term else {
        // Nothing to renew, or rules whose clock no source tells.
        let route = if credential.renewals.is_empty() { Route::None } else { Route::Renew };
        return Standing {
            period: None,
            expires: held.expires,
            route,
            is_first: None,
            stage: None,
            reinstate_by: None,
            question: None,
        };
    };
    match period_of(term, held, person, on) {
        Ok(current) if current.expires < on => expired(credential, &current, on),
        Ok(current) => Standing {
            period: Some(current.period),
            expires: Some(current.expires),
            route: if credential.renewable { Route::Renew } else { Route::None },
            is_first: current.is_first,
            stage: None,
            reinstate_by: None,
            question: None,
        },
        Err(question) => Standing {
            period: None,
            expires: None,
            route: if credential.renewable { Route::Renew } else { Route::None },
            is_first: None,
            stage: None,
            reinstate_by: None,
            question: Some(question),
        },
    }
}

fn expired<'a>(credential: &'a Credential, last: &Current, on: Date) -> Standing<'a> {
    let ends = |stage: &Stage| stage.within.map(|within| within.after(last.expires));
    let stages = credential.reinstatement.as_ref().map_or(&[][..], |open| &open.stages);
    let stage = stages.iter().find(|stage| ends(stage).is_none_or(|day| on <= day));
    let route = match stage {
        _ if !credential.renewable => Route::StartOver,
        None if !stages.is_empty() => Route::StartOver,
        _ => Route::Reinstate,
    };
    let stage = stage.filter(|_| route == Route::Reinstate);
    let reinstate_by = stage.and_then(ends);
    let question = (route == Route::Reinstate && reinstate_by.is_none())
        .then_some(Question::Ask(Unwritten::Reinstatement));
    let is_earned_on = route == Route::Reinstate && !stage.is_some_and(|stage| stage.hours_by_expiry);
    let until = if is_earned_on { reinstate_by.unwrap_or(on.max(last.expires)) } else { last.expires };
    Standing {
        period: Some(Period::inclusive(last.period.from, until)),
        expires: Some(last.expires),
        route,
        is_first: last.is_first,
        stage,
        reinstate_by,
        question,
    }
}

/// A period, and the last day on which the credential is good in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Current {
    pub period: Period,
    pub expires: Date,
    pub is_first: Option<bool>,
}

/// The period that `on` falls in; the last one when all have ended.
pub(crate) fn period_of<'a>(
    term: &Term,
    held: &rung_record::Credential,
    person: &Person,
    on: Date,
) -> Result<Current, Question<'a>> {
    if let Some(own) = held.periods.iter().find(|period| period.days().contains(on)) {
        let is_first = held.issued.map(|issued| own.days().contains(issued));
        return Ok(Current { period: own.days(), expires: own.to, is_first });
    }
    let newest = match held.expires {
        Some(expires) => expires,
        None => reckoned_end(term, held, person, on)?,
    };
    let mut current = ending(term, held, newest);
    // Looking back: step to the period that the day fell in. A day before the first issue stays in the first period.
    while on < current.period.from && current.is_first != Some(true) && current.period.from.year() > 1900 {
        let before = ending(term, held, previous_end(term, current.expires));
        // A renewal that was approved early cuts the tail off the period before it.
        let period = Period { end: before.period.end.min(current.period.from), ..before.period };
        current = Current { period, ..before };
    }
    Ok(current)
}

/// The period that follows, as far as anybody can know it today.
pub(crate) fn following(term: &Term, current: &Current) -> Current {
    let expires = match &term.ends {
        Ends::FixedDay { .. }
        | Ends::BirthMonthEnd { .. }
        | Ends::Birthday { .. }
        | Ends::Printed
        | Ends::IssueMonthEnd
        | Ends::Anniversary => month_end_kept(current.expires, term.length.after(current.expires)),
    };
    Current {
        period: Period::inclusive(current.expires.saturating_add(1.day()), expires),
        expires,
        is_first: Some(false),
    }
}

/// The period that ends on `expires`.
fn ending(term: &Term, held: &rung_record::Credential, expires: Date) -> Current {
    let reckoned = previous_end(term, expires).saturating_add(1.day());
    if let (StartsOn::Approval, Some(approved)) = (term.starts, approval_that_started(held, reckoned)) {
        return Current { period: Period::inclusive(approved, expires), expires, is_first: Some(false) };
    }
    let Some(issued) = held.issued else {
        let renewed =
            held.renewals.iter().any(|renewal| renewal.approved.is_some_and(|approved| approved < expires));
        return Current {
            period: Period::inclusive(reckoned, expires),
            expires,
            is_first: renewed.then_some(false),
        };
    };
    let slack = match (&term.ends, term.first_runs_on_if_issued_within) {
        (_, Some(runs_on)) => runs_on,
        (Ends::Printed | Ends::Anniversary | Ends::IssueMonthEnd, None) => PRINTED_SLACK,
        _ => Span::Days(0),
    };
    let is_first = slack.before(reckoned) <= issued && issued <= expires;
    let from = if is_first { issued } else { reckoned };
    Current {
        period: Period::inclusive(from, expires),
        expires,
        is_first: Some(is_first || issued > expires),
    }
}

/// The approval of the renewal that opened the period which, by arithmetic, starts on `reckoned`.
fn approval_that_started(held: &rung_record::Credential, reckoned: Date) -> Option<Date> {
    let near =
        |day: &Date| APPROVAL_BEFORE.before(reckoned) <= *day && *day <= APPROVAL_AFTER.after(reckoned);
    held.renewals.iter().rev().filter_map(|renewal| renewal.approved).find(near)
}

fn previous_end(term: &Term, expires: Date) -> Date {
    month_end_kept(expires, term.length.before(expires))
}

/// A period that ends with a month began after the end of a month: 28 February 2027 less a year is 28 February, but
/// 28 February 2029 less a year is 29 February.
fn month_end_kept(of: Date, reckoned: Date) -> Date {
    if of.day() == of.days_in_month() { reckoned.last_of_month() } else { reckoned }
}

/// The end of the period that `on` falls in, for a credential whose date nobody typed in.
fn reckoned_end<'a>(
    term: &Term,
    held: &rung_record::Credential,
    person: &Person,
    on: Date,
) -> Result<Date, Question<'a>> {
    let ask = || Question::Tell(Untold::PrintedExpiry(held.credential.clone()));
    match &term.ends {
        Ends::Printed => Err(ask()),
        Ends::Anniversary => {
            let issued = held.issued.ok_or_else(ask)?;
            let mut end = term.length.after(issued).saturating_sub(1.day());
            while end < on {
                end = term.length.after(end.saturating_add(1.day())).saturating_sub(1.day());
            }
            Ok(end)
        }
        Ends::IssueMonthEnd => {
            let mut end = term.length.after(held.issued.ok_or_else(ask)?).last_of_month();
            while end < on {
                end = term.length.after(end).last_of_month();
            }
            Ok(end)
        }
        Ends::FixedDay { month, day, years } => {
            let years = by_birth(*years, person)?;
            let end = next_fixed_day(*month, *day, years, on).ok_or_else(ask)?;
            let carried_on = match (term.first_runs_on_if_issued_within, held.issued) {
                (Some(within), Some(issued)) => within.before(end) < issued && issued <= end,
                _ => false,
            };
            Ok(if carried_on { term.length.after(end) } else { end })
        }
        Ends::BirthMonthEnd { years } => {
            let born = birth_date(person)?;
            next_fixed_day(born.month(), 31, by_birth(*years, person)?, on).ok_or_else(ask)
        }
        Ends::Birthday { years } => {
            let born = birth_date(person)?;
            next_fixed_day(born.month(), born.day(), by_birth(*years, person)?, on).ok_or_else(ask)
        }
    }
}

fn birth_date<'a>(person: &Person) -> Result<Date, Question<'a>> {
    person.birth_date.ok_or(Question::Tell(Untold::BirthDate))
}

/// The years of a rule that goes by the year of birth.
fn by_birth<'a>(years: YearParity, person: &Person) -> Result<YearParity, Question<'a>> {
    match years {
        YearParity::BirthYear if birth_date(person)?.year() % 2 == 0 => Ok(YearParity::Even),
        YearParity::BirthYear => Ok(YearParity::Odd),
        known => Ok(known),
    }
}

/// The first such day on `on` or later; a day that the month lacks is its last.
fn next_fixed_day(month: i8, day: i8, years: YearParity, on: Date) -> Option<Date> {
    let fits = |year: i16| match years {
        YearParity::Even => year % 2 == 0,
        YearParity::Odd => year % 2 != 0,
        YearParity::Every => true,
        YearParity::Staggered | YearParity::BirthYear => false,
    };
    (on.year()..=on.year().saturating_add(4)).filter(|year| fits(*year)).find_map(|year| {
        let first = Date::new(year, month, 1).ok()?;
        let end = Date::new(year, month, day.min(first.days_in_month())).ok()?;
        (on <= end).then_some(end)
    })
}

/// The days between filing and approval of each renewal, on which credit counts for neither period. One that is not
/// approved yet has no end.
pub fn dead_zones(term: &Term, held: &rung_record::Credential) -> Vec<Period> {
    if term.starts != StartsOn::Approval {
        return Vec::new();
    }
    let zone = |renewal: &rung_record::Renewal| {
        let from = renewal.filed.saturating_add(1.day());
        match (renewal.approved, renewal.returned) {
            (Some(approved), _) => Some(Period { from, end: approved }),
            (None, Some(_)) => None,
            (None, None) => Some(Period { from, end: Date::MAX }),
        }
    };
    held.renewals.iter().filter_map(zone).filter(|zone| !zone.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use rung_record::{CredentialId, CredentialStatus};

    fn term(ends: Ends) -> Term {
        Term {
            length: Span::Months(24),
            ends,
            starts: StartsOn::Expiry,
            first_runs_on_if_issued_within: None,
        }
    }

    fn held(issued: Option<Date>, expires: Option<Date>) -> rung_record::Credential {
        rung_record::Credential {
            credential: CredentialId::from("x"),
            number: None,
            issued,
            expires,
            status: CredentialStatus::Active,
            periods: vec![],
            renewals: vec![],
            fees_paid: vec![],
            extra: serde_json::Map::new(),
        }
    }

    fn period(term: &Term, held: &rung_record::Credential, on: Date) -> (String, Option<bool>) {
        let person = Person { birth_date: Some(date(1994, 2, 17)), ..Person::default() };
        let current = period_of(term, held, &person, on).unwrap();
        (current.period.to_string(), current.is_first)
    }

    #[test]
    fn a_printed_end_and_the_length_give_the_period() {
        let held = held(Some(date(2021, 6, 1)), Some(date(2027, 5, 31)));
        let term = term(Ends::Printed);
        assert_eq!(
            period(&term, &held, date(2026, 11, 23)),
            ("2025-06-01 to 2027-05-31".into(), Some(false))
        );
        assert_eq!(period(&term, &held, date(2024, 1, 1)), ("2023-06-01 to 2025-05-31".into(), Some(false)));
        assert_eq!(period(&term, &held, date(2022, 1, 1)), ("2021-06-01 to 2023-05-31".into(), Some(true)));
        assert_eq!(period(&term, &held, date(2001, 1, 1)), ("2021-06-01 to 2023-05-31".into(), Some(true)));
    }

    #[test]
    fn a_fixed_day_gives_the_end_when_none_is_printed() {
        let term = term(Ends::FixedDay { month: 12, day: 31, years: YearParity::Even });
        assert_eq!(
            period(&term, &held(Some(date(2020, 3, 1)), None), date(2026, 12, 31)).0,
            "2025-01-01 to 2026-12-31"
        );
        assert_eq!(
            period(&term, &held(Some(date(2020, 3, 1)), None), date(2027, 1, 1)).0,
            "2027-01-01 to 2028-12-31"
        );
        assert_eq!(
            period(&term, &held(Some(date(2026, 3, 1)), None), date(2026, 6, 1)),
            ("2026-03-01 to 2026-12-31".into(), Some(true))
        );
    }

    #[test]
    fn months_of_birth_end_with_leap_days() {
        let term = term(Ends::BirthMonthEnd { years: YearParity::Even });
        assert_eq!(
            period(&term, &held(Some(date(2020, 3, 1)), None), date(2028, 2, 29)).0,
            "2026-03-01 to 2028-02-29"
        );
    }

    #[test]
    fn the_month_of_the_issue_ends_years_later() {
        let term = term(Ends::IssueMonthEnd);
        let held = held(Some(date(2024, 2, 10)), None);
        assert_eq!(period(&term, &held, date(2026, 2, 1)), ("2024-02-10 to 2026-02-28".into(), Some(true)));
        assert_eq!(period(&term, &held, date(2026, 3, 1)), ("2026-03-01 to 2028-02-29".into(), Some(false)));
    }

    #[test]
    fn the_year_of_birth_tells_even_from_odd() {
        let term = term(Ends::BirthMonthEnd { years: YearParity::BirthYear });
        let end = |on| period(&term, &held(Some(date(2020, 3, 1)), None), on).0;
        assert_eq!(end(date(2027, 3, 1)), "2026-03-01 to 2028-02-29");
    }

    #[test]
    fn an_approval_starts_the_period_and_cuts_the_one_before() {
        let mut held = held(Some(date(2021, 3, 14)), Some(date(2027, 3, 31)));
        let renewal = |filed, approved| rung_record::Renewal {
            filed,
            approved,
            returned: None,
            extra: serde_json::Map::new(),
        };
        held.renewals = vec![
            renewal(date(2023, 2, 1), Some(date(2023, 2, 20))),
            renewal(date(2025, 2, 10), Some(date(2025, 3, 20))),
        ];
        let term = Term { starts: StartsOn::Approval, ..term(Ends::Printed) };
        assert_eq!(period(&term, &held, date(2026, 11, 23)).0, "2025-03-20 to 2027-03-31");
        assert_eq!(period(&term, &held, date(2025, 3, 1)).0, "2023-02-20 to 2025-03-19");
        assert_eq!(dead_zones(&term, &held).len(), 2);
    }
}
