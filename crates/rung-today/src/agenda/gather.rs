//! What asks something of the technician, one source after another.

use super::{AHEAD_OF_OPENING_DAYS, Around, Kind, Pace, ShortLine, Todo};
use crate::{
    Planned,
    ladder::{Holding, Ladder, Level, Step},
};
use jiff::ToSpan as _;
use rung_catalog::{Ask, Catalog, StartsOn};
use rung_record::{Date, Hours, Record};
use rung_rules::{Line, Obligation, Question, Route, Status, Verdict, eligibility};
use std::collections::BTreeMap;

/// What was not yet so this long ago is new.
const NEW_FOR_DAYS: i32 = 90;

/// The obligations as they stand today, without the periods to come.
pub(super) fn current<'s, 'a>(status: &'s Status<'a>) -> impl Iterator<Item = &'s Obligation<'a>> {
    status.obligations.iter().enumerate().filter_map(|(n, obligation)| {
        let same = |other: &Obligation<'_>| is_same(other, obligation);
        (!status.obligations[..n].iter().any(same)).then_some(obligation)
    })
}

/// Whether both are periods of the same thing that is held.
pub(super) fn is_same(one: &Obligation<'_>, two: &Obligation<'_>) -> bool {
    std::ptr::eq(one.held, two.held) && one.duty() == two.duty()
}

pub(super) fn of_obligations<'a>(status: &Status<'a>, around: &Around<'_, 'a>, into: &mut Vec<Todo<'a>>) {
    for obligation in current(status).filter(|obligation| obligation.held.status.is_active()) {
        let mut add = |todo: Option<Todo<'a>>| {
            into.extend(
                todo.map(|todo| todo.about(obligation.credential, obligation.duty(), obligation.cite())),
            );
        };
        match obligation.pending(status.on) {
            Some(renewal) => add(Some(filed(obligation, renewal, status.on))),
            None => {
                add(expired(obligation, status.on));
                add(renew(obligation, status.on));
                if matches!(obligation.route, Route::Renew | Route::Reinstate) {
                    short(obligation, status.on).into_iter().for_each(|todo| {
                        let cite = match &todo.kind {
                            Kind::Earn { lines, .. } => lines.first().map(|line| &line.requirement.cite),
                            _ => None,
                        };
                        into.push(todo.about(obligation.credential, obligation.duty(), cite));
                    });
                }
            }
        }
        let mut add = |todo: Option<Todo<'a>>| {
            into.extend(
                todo.map(|todo| todo.about(obligation.credential, obligation.duty(), obligation.cite())),
            );
        };
        add(undocumented(obligation, status, around));
    }
}

/// A renewal that was sent and is not approved: it waits, or it came back.
fn filed<'a>(obligation: &Obligation<'a>, renewal: &'a rung_record::Renewal, on: Date) -> Todo<'a> {
    let filed = renewal.filed;
    if let Some(returned) = renewal.returned.filter(|returned| *returned <= on) {
        return Todo::new(Kind::SendAgain { filed, returned }, on, obligation.earn_by(on));
    }
    let dead_zone = obligation.credential.term.as_ref().is_some_and(|term| term.starts == StartsOn::Approval);
    Todo::new(Kind::Await { filed, dead_zone }, on, obligation.expires)
}

fn expired<'a>(obligation: &Obligation<'a>, on: Date) -> Option<Todo<'a>> {
    match obligation.route {
        Route::Reinstate => {
            let kind = Kind::Reinstate {
                expired: obligation.expires,
                stage: obligation.stage,
                by: obligation.reinstate_by,
                ready: obligation.verdict,
                fees: obligation.fees(on),
            };
            // Without a last day that is known it presses from the day on which it expired.
            Some(Todo::new(kind, on, obligation.reinstate_by.or(obligation.expires)))
        }
        Route::StartOver => Some(Todo::new(Kind::StartOver { expired: obligation.expires }, on, None)),
        _ => None,
    }
}

fn renew<'a>(obligation: &Obligation<'a>, on: Date) -> Option<Todo<'a>> {
    let expires =
        obligation.expires.filter(|_| obligation.route == Route::Renew && obligation.duty().is_empty())?;
    let bites = obligation.file_by.filter(|by| *by >= on).unwrap_or(expires);
    let first = obligation.opens.filter(|opens| *opens < bites).unwrap_or(bites);
    if on < first.saturating_sub(AHEAD_OF_OPENING_DAYS.days()) {
        return None;
    }
    let kind = Kind::Renew {
        opens: obligation.opens,
        file_by: obligation.file_by,
        expires,
        ready: obligation.verdict,
        fees: obligation.fees(on),
    };
    Some(Todo::new(kind, on, Some(bites)))
}

/// The lines that are not met, those of one last day together.
fn short<'a>(obligation: &Obligation<'a>, on: Date) -> Vec<Todo<'a>> {
    let Some(earn_by) = obligation.earn_by(on) else { return Vec::new() };
    let mut by_day: BTreeMap<Date, Vec<&Line<'a>>> = BTreeMap::new();
    for line in obligation.lines.iter().filter(|line| line.verdict == Verdict::NotMet) {
        let by = line.window.map_or(earn_by, |window| window.last().min(earn_by));
        by_day.entry(by).or_default().push(line);
    }
    let todo = |(by, lines): (Date, Vec<&Line<'a>>)| {
        let least = least_hours(&lines);
        let pace = (!least.is_zero() && on <= by).then(|| Pace::of(least, on, by));
        let lines = lines.into_iter().map(short_line).collect();
        Todo::new(Kind::Earn { lines, least, pace, by }, on, Some(by))
    };
    by_day.into_iter().map(todo).collect()
}

fn short_line<'a>(line: &Line<'a>) -> ShortLine<'a> {
    ShortLine { requirement: line.requirement, id: line.id.clone(), short: line.short, asked: line.asked }
}

/// One hour may serve several lines, except those that come on top: no fewer hours than this do.
fn least_hours(lines: &[&Line<'_>]) -> Hours {
    let is_on_top =
        |line: &&&Line<'_>| matches!(line.requirement.ask, Ask::Minimum { in_addition: true, .. });
    let on_top: Hours = lines.iter().filter(is_on_top).map(|line| line.short).sum();
    let others = lines.iter().filter(|line| !is_on_top(line)).map(|line| line.short);
    on_top + others.max().unwrap_or_default()
}

fn undocumented<'a>(
    obligation: &Obligation<'a>,
    status: &Status<'a>,
    around: &Around<'_, 'a>,
) -> Option<Todo<'a>> {
    let documented = around.documented?;
    let mut credits: Vec<usize> = obligation
        .lines
        .iter()
        .flat_map(Line::walk)
        .filter(|line| line.requirement.kind() != "maximum")
        .flat_map(|line| &line.credits)
        .map(|counted| counted.credit)
        .filter(|credit| !documented.contains(&status.record.credits[*credit].id))
        .collect();
    credits.sort_unstable();
    credits.dedup();
    (!credits.is_empty())
        .then(|| Todo::new(Kind::Document { credits }, status.on, obligation.earn_by(status.on)))
}

/// What is asked, with the number of verdicts that an answer can settle and the day by which it matters.
struct Asked<'a> {
    question: Question<'a>,
    settles: usize,
    bites: Option<Date>,
    about: Vec<(&'a rung_catalog::Credential, &'a str)>,
}

/// Every question of an unknown verdict: the obligations of today, and the credentials of the next rung.
pub(super) fn questions<'a>(status: &Status<'a>, ladder: &Ladder<'a>, into: &mut Vec<Todo<'a>>) {
    let mut asked: Vec<Asked<'a>> = Vec::new();
    let mut note = |questions: &[Question<'a>], bites: Option<Date>, about| {
        let mut told: Vec<&Question<'a>> = Vec::new();
        for question in questions.iter().filter(|own| !matches!(own, Question::Ask(_)) || bites.is_some()) {
            // A verdict asks a question once, however many of its parts do.
            if told.contains(&question) {
                continue;
            }
            told.push(question);
            match asked.iter_mut().find(|known| known.question == *question) {
                Some(known) => {
                    known.settles += 1;
                    known.bites = known.bites.into_iter().chain(bites).min();
                    if !known.about.contains(&about) {
                        known.about.push(about);
                    }
                }
                None => {
                    asked.push(Asked { question: question.clone(), settles: 1, bites, about: vec![about] })
                }
            }
        }
    };
    for obligation in current(status).filter(|obligation| obligation.held.status.is_active()) {
        let about = (obligation.credential, obligation.duty());
        let bites = obligation.earn_by(status.on).filter(|by| *by < Date::MAX).or(obligation.expires);
        note(&obligation.questions, bites, about);
        for line in &obligation.lines {
            let unknown = |line: &&Line<'_>| line.verdict == Verdict::Unknown;
            let own: Vec<Question<'a>> = match unknown(&line) {
                true => {
                    line.walk().into_iter().filter(unknown).flat_map(|part| part.questions.clone()).collect()
                }
                false => Vec::new(),
            };
            note(&own, bites, about);
        }
    }
    // Where something of the next rung can be applied for already, questions about the rest of it can wait.
    let is_open = |step: &Step<'_>| step.eligibility.as_ref().is_some_and(|own| own.verdict == Verdict::Met);
    let next = ladder.next.map(|level| &ladder.rungs[level as usize].steps);
    let next = next.filter(|steps| !steps.iter().any(is_open));
    for step in next.into_iter().flatten() {
        let Some(answer) = step.eligibility.as_ref().filter(|own| own.verdict == Verdict::Unknown) else {
            continue;
        };
        let conditions = answer.paths.iter().filter(|path| path.verdict == Verdict::Unknown);
        let own: Vec<Question<'a>> = conditions
            .flat_map(|path| &path.conditions)
            .filter(|condition| condition.verdict == Verdict::Unknown)
            .flat_map(|condition| condition.questions.clone())
            .collect();
        note(&own, None, (step.credential, ""));
    }
    into.extend(asked.into_iter().map(|own| {
        let todo =
            Todo::new(Kind::Answer { question: own.question, settles: own.settles }, status.on, own.bites);
        match own.about.as_slice() {
            [(credential, duty)] => todo.about(credential, duty, None),
            _ => todo,
        }
    }));
}

pub(super) fn planned<'a>(on: Date, planned: &[Planned], into: &mut Vec<Todo<'a>>) {
    into.extend(planned.iter().map(|own| Todo::new(Kind::Do(own.clone()), on, Some(own.on))));
}

/// Credentials that are not held and whose conditions are all met, except those that stand no higher than what is held.
pub(super) fn to_apply_for<'a>(
    record: &'a Record,
    catalog: &'a Catalog,
    on: Date,
    ladder: &Ladder<'a>,
    into: &mut Vec<Todo<'a>>,
) {
    let held = |level: Level, authority: usize| {
        ladder.rungs.iter().filter(|rung| rung.level >= level).flat_map(|rung| &rung.steps).any(|step| {
            let is_there = matches!(step.held, Holding::Active(_) | Holding::NotKnown);
            is_there && step.credential.authority == authority
        })
    };
    for rung in &ladder.rungs {
        for step in rung.steps.iter().filter(|step| step.held == Holding::Not) {
            let is_body = !catalog.authority_of(step.credential).is_jurisdiction;
            let has_as_high = match rung.level {
                Level::Trainee | Level::Technician => held(rung.level, step.credential.authority),
                // One national certification is enough to stand there.
                Level::Certified => is_body && rung.verdict != Verdict::NotMet,
                Level::Advanced => false,
            };
            let Some(answer) =
                step.eligibility.as_ref().filter(|own| own.verdict == Verdict::Met && !has_as_high)
            else {
                continue;
            };
            let Some(open) = answer.paths.iter().find(|path| path.verdict == Verdict::Met) else { continue };
            let before = on.saturating_sub(NEW_FOR_DAYS.days());
            let was_met = eligibility(record, catalog, step.credential.id.as_str(), before)
                .is_some_and(|own| own.verdict == Verdict::Met);
            let kind = Kind::Apply { level: rung.level, path: open.path, is_new: !was_met };
            into.push(Todo::new(kind, on, None).about(step.credential, "", Some(&open.path.cite)));
        }
    }
}
