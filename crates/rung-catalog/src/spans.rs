//! Every length of time in a file, so that all of its months end as the file says.

use crate::{
    Ask, Condition, Credential, Deadline, Duty, MonthEnds, Path, Requirement, RuleSet, Span, Term, Window,
};

/// Lets every length in months end as `ends` says, and tells whether there is any.
pub(crate) fn settle_month_ends(
    credentials: &mut [Credential],
    duties: &mut [Duty],
    ends: MonthEnds,
) -> bool {
    let mut any = false;
    let mut settle = |span: &mut Span| {
        any |= matches!(span, Span::Months(_));
        *span = span.ending(ends);
    };
    credentials.iter_mut().for_each(|credential| of_credential(credential, &mut settle));
    duties.iter_mut().filter_map(|duty| duty.condition.as_mut()).for_each(|it| of_condition(it, &mut settle));
    any
}

type Visit<'a> = &'a mut dyn FnMut(&mut Span);

fn of_credential(credential: &mut Credential, visit: Visit<'_>) {
    credential.term.iter_mut().for_each(|term| of_term(term, visit));
    credential.renewals.iter_mut().for_each(|rules| of_rules(rules, visit));
    for stage in credential.reinstatement.iter_mut().flat_map(|open| &mut open.stages) {
        stage.within.iter_mut().for_each(&mut *visit);
        stage.rules.iter_mut().for_each(|rules| of_rules(rules, visit));
    }
    credential.paths.iter_mut().for_each(|path| of_path(path, visit));
    credential.exams.iter_mut().filter_map(|exam| exam.authorization.as_mut()).for_each(&mut *visit);
    if let Some(retake) = &mut credential.retake {
        retake.waits.iter_mut().chain(&mut retake.then).chain(&mut retake.within).for_each(&mut *visit);
    }
}

fn of_term(term: &mut Term, visit: Visit<'_>) {
    visit(&mut term.length);
    term.first_runs_on_if_issued_within.iter_mut().for_each(visit);
}

fn of_rules(rules: &mut RuleSet, visit: Visit<'_>) {
    rules.clock.iter_mut().for_each(|clock| of_term(clock, visit));
    for deadline in rules.opens.iter_mut().chain(&mut rules.file_by) {
        if let Deadline::BeforeEnd(span) = deadline {
            visit(span);
        }
    }
    rules.requirements.iter_mut().for_each(|line| of_requirement(line, visit));
}

fn of_requirement(line: &mut Requirement, visit: Visit<'_>) {
    match &mut line.ask {
        Ask::Minimum { window, .. } | Ask::Course { window, .. } | Ask::AcademicCredits { window, .. } => {
            if let Window::BeforeEnd(span) = window {
                visit(span);
            }
        }
        Ask::Condition(condition) => of_condition(condition, visit),
        Ask::AllOf(lines) => lines.iter_mut().for_each(|line| of_requirement(line, visit)),
        Ask::Maximum { .. } | Ask::Unknown(_) => {}
    }
    line.applies_if.iter_mut().for_each(|condition| of_condition(condition, visit));
    line.except.iter_mut().for_each(|case| of_condition(&mut case.when, visit));
    line.or.iter_mut().for_each(|line| of_requirement(line, visit));
}

fn of_path(path: &mut Path, visit: Visit<'_>) {
    path.conditions.iter_mut().for_each(|line| of_condition(&mut line.condition, visit));
}

fn of_condition(condition: &mut Condition, visit: Visit<'_>) {
    if let Some(held) = &mut condition.held_at_end {
        held.at_least.iter_mut().chain(&mut held.at_most).chain(&mut held.less_than).for_each(&mut *visit);
    }
    if let Some(work) = &mut condition.experience {
        work.length.iter_mut().chain(&mut work.within).for_each(&mut *visit);
    }
    if let Some(program) = &mut condition.program {
        program.within.iter_mut().chain(&mut program.or_ends_within).for_each(&mut *visit);
    }
    let inner = condition.any.iter_mut().chain(&mut condition.all).chain(condition.not.as_deref_mut());
    inner.for_each(|inner| of_condition(inner, visit));
}
