//! What changes in the rules, and what that asks of this record.

use super::{Kind, Todo, gather};
use jiff::ToSpan as _;
use rung_atlas::{Address, Coming};
use rung_catalog::{Requirement, RuleSet, SelectedBy};
use rung_record::{Date, Hours};
use rung_rules::{Line, Obligation, Route, Status, evaluate};
use std::borrow::Cow;

/// Changes that the catalogue tells are spoken of so long before.
const COMING_AHEAD_DAYS: i32 = 365;

/// A line that new rules ask otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedChange<'a> {
    /// The rule: the new one where there is one.
    pub requirement: &'a Requirement,
    /// The line's id.
    pub id: Cow<'a, str>,
    /// What was asked; none when the line is new.
    pub before: Option<Amount>,
    /// What is asked then; none when the line falls away.
    pub after: Option<Amount>,
}

/// What a line asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So many hours.
    Hours(Hours),
    /// Something without hours, or nobody knows how many.
    Plain,
}

impl Amount {
    /// Of a line that is judged.
    pub fn of(line: &Line<'_>) -> Self {
        line.asked.map_or(Self::Plain, Self::Hours)
    }
}

/// The lines that are asked otherwise, in the order of the new rules, then those that fall away.
pub fn asked_otherwise<'a>(before: &[Line<'a>], after: &[Line<'a>]) -> Vec<AskedChange<'a>> {
    let find = |lines: &[Line<'a>], like: &Line<'a>| {
        lines.iter().find(|line| line.requirement.id == like.requirement.id).map(Amount::of)
    };
    // A line that asks something of each year is one rule.
    let mut told: Vec<&str> = Vec::new();
    let mut changes = Vec::new();
    for (line, is_new_rules) in
        after.iter().map(|line| (line, true)).chain(before.iter().map(|line| (line, false)))
    {
        if told.contains(&line.requirement.id.as_str()) {
            continue;
        }
        told.push(&line.requirement.id);
        let (was, is) = (find(before, line), find(after, line));
        if was != is {
            debug_assert!(is_new_rules == is.is_some());
            let id = Cow::Borrowed(line.requirement.id.as_str());
            changes.push(AskedChange { requirement: line.requirement, id, before: was, after: is });
        }
    }
    changes
}

/// New versions of the rules of what is held: those that an application later in this period falls under, and those of
/// the periods to come.
pub(super) fn of_rules<'a>(status: &Status<'a>, into: &mut Vec<Todo<'a>>) {
    for now in gather::current(status).filter(|now| now.route == Route::Renew && now.held.status.is_active())
    {
        let Some(mut rules) = now.rules else { continue };
        if let Some(from) = changes_before_filing(now, rules, status.on) {
            let then = evaluate(status.record, status.catalog, from);
            let of_then = then.obligations.into_iter().find(|other| gather::is_same(other, now));
            if let Some((then, own)) =
                of_then.and_then(|then| Some((then.rules?, change(now, &then, from, true, status.on))))
            {
                rules = then;
                into.extend(own);
            }
        }
        let periods: Vec<_> = status.obligations.iter().filter(|other| gather::is_same(other, now)).collect();
        for pair in periods.windows(2) {
            let (Some(period), Some(next)) = (pair[1].period, pair[1].rules) else { continue };
            // Rules that were told with this period are not told again with the next.
            if !std::ptr::eq(next, rules) {
                rules = next;
                into.extend(change(pair[0], pair[1], period.from, false, status.on));
            }
        }
    }
}

/// The day on which rules that go by the day of filing change, if one could still file before and after it.
fn changes_before_filing(now: &Obligation<'_>, rules: &RuleSet, on: Date) -> Option<Date> {
    let last = now.expires?;
    let mut days: Vec<Date> = now
        .credential
        .renewals
        .iter()
        .filter(|other| other.duty == rules.duty && other.selected_by == SelectedBy::Filed)
        .filter_map(|other| other.from)
        .filter(|from| now.opens.unwrap_or(on).max(on) < *from && *from <= last)
        .collect();
    days.sort();
    days.first().copied()
}

fn change<'a>(
    before: &Obligation<'a>,
    after: &Obligation<'a>,
    from: Date,
    in_this_period: bool,
    on: Date,
) -> Option<Todo<'a>> {
    let rules = after.rules?;
    if before.rules.is_some_and(|old| std::ptr::eq(old, rules)) {
        return None;
    }
    let changes = asked_otherwise(&before.lines, &after.lines);
    let kind = Kind::RulesChange { from, rules, in_this_period, changes };
    Some(Todo::new(kind, on, Some(from)).about(after.credential, after.duty(), Some(&rules.cite)))
}

/// What the catalogue tells of the credentials held, and of those who give them.
pub(super) fn of_catalogue<'a>(status: &Status<'a>, coming: &[Coming<'a>], into: &mut Vec<Todo<'a>>) {
    let until = status.on.saturating_add(COMING_AHEAD_DAYS.days());
    let held: Vec<_> = gather::current(status)
        .filter(|own| own.held.status.is_active() && own.route != Route::StartOver)
        .collect();
    for change in coming {
        let day = change.date.first_day();
        if day <= status.on || until < day {
            continue;
        }
        let page = change.address.page();
        let own = held.iter().find(|own| page == Address::credential(own.credential.id.as_str()));
        let of_authority = || {
            held.iter().any(|own| {
                page == Address::authority(change.authority)
                    && status.catalog.authority_of(own.credential).id == change.authority.id
            })
        };
        if own.is_none() && !of_authority() {
            continue;
        }
        let told = |todo: &Todo<'_>| {
            matches!(todo.kind, Kind::RulesChange { from, .. } if from == day)
                && own.is_some_and(|own| todo.about.is_some_and(|about| about.id == own.credential.id))
        };
        if into.iter().any(told) {
            continue;
        }
        let kind = Kind::Coming { what: change.what.clone(), address: change.address.clone() };
        let todo = Todo::new(kind, status.on, Some(day));
        into.push(match own {
            Some(own) => todo.about(own.credential, "", change.cite),
            None => Todo { cite: change.cite, ..todo },
        });
    }
}
