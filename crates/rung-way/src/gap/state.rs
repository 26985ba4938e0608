//! What depends on the state: its licence, and the duties that it lets technicians take on.

use super::{Because, Open, Told, because, open::Id};
use crate::viewpoint::Viewpoint;
use rung_catalog::{
    Allowed, Authority, Duty,
    field::{DutyId, Role, Rung},
};
use rung_record::CredentialId;
use rung_rules::{ConditionVerdict, Question, Unwritten, Verdict, answer_condition, holds_one_of};

/// Whether an active credential of the board of one of the states is held.
pub fn licence<'a>(seen: &Viewpoint<'a>, role: &Role) -> Told<'a> {
    in_any_state(seen, |state| licence_in(seen, role, state))
}

/// Whether one of the states lets this technician do it.
pub fn authority<'a>(seen: &Viewpoint<'a>, duty: &'a DutyId) -> Told<'a> {
    in_any_state(seen, |state| authority_in(seen, duty.as_str(), state))
}

/// Whether a state lets this technician take a duty on: the verdict, and the texts that say so.
pub fn states_allow<'a>(
    seen: &Viewpoint<'a>,
    duty: &'a str,
    state: &'a Authority,
) -> (Verdict, Vec<Because<'a>>) {
    let told = authority_in(seen, duty, state);
    (told.verdict, told.because)
}

fn in_any_state<'a>(seen: &Viewpoint<'a>, ask: impl Fn(&'a Authority) -> Told<'a>) -> Told<'a> {
    seen.states.iter().map(|state| ask(state)).reduce(either).unwrap_or_else(|| Told::open(Open::WhichState))
}

/// Either is enough. Only an unknown still asks, and what refuses is left out once something else grants.
fn either<'a>(one: Told<'a>, two: Told<'a>) -> Told<'a> {
    let verdict = one.verdict.or(two.verdict);
    let mut told = Told { verdict, because: Vec::new(), questions: Vec::new() };
    for side in [one, two] {
        if verdict != Verdict::Met || side.verdict == Verdict::Met {
            told.because.extend(side.because);
        }
        if verdict == Verdict::Unknown {
            told.questions.extend(side.questions);
        }
    }
    told
}

fn licence_in<'a>(seen: &Viewpoint<'a>, role: &Role, state: &'a Authority) -> Told<'a> {
    let is_trainee = role.rung == Rung::Trainee;
    let own = || seen.catalog.credentials_of(state);
    let fits: Vec<CredentialId> =
        own().filter(|known| is_trainee || !known.trainee).map(|known| known.id.clone()).collect();
    if fits.is_empty() {
        return match &state.no_credential {
            Some(_) => Told {
                verdict: Verdict::Met,
                because: vec![Because::NoneGiven(state)],
                questions: Vec::new(),
            },
            None => Told::open(Open::WhichCredential(Id(state))),
        };
    }
    let because = because::of_credentials(seen, &fits);
    let answer = holds_one_of(seen.record, seen.catalog, &fits, seen.on);
    let mut told = Told { verdict: answer.verdict, because, questions: Open::rules(answer.questions) };
    // A trainee's credential is asked where the state has one; whether it has one, the catalogue may not know.
    if is_trainee && told.verdict == Verdict::NotMet && !own().any(|known| known.trainee) {
        told.verdict = Verdict::Unknown;
        told.questions.push(Open::TraineeCredential(Id(state)));
    }
    told
}

fn authority_in<'a>(seen: &Viewpoint<'a>, duty: &'a str, state: &'a Authority) -> Told<'a> {
    let told = (state.duties.iter())
        .filter(|own| own.kind == duty && own.in_force_on(seen.on))
        .map(|own| duty_of(seen, state, own))
        .reduce(either);
    told.unwrap_or_else(|| Told::open(Open::MayTechnicians(Id(state), duty.into())))
}

/// One line of a board's duties, for this technician.
fn duty_of<'a>(seen: &Viewpoint<'a>, state: &'a Authority, duty: &'a Duty) -> Told<'a> {
    let text = Because::Duty(state, duty);
    match duty.allowed {
        Allowed::No => Told { verdict: Verdict::NotMet, because: vec![text], questions: Vec::new() },
        Allowed::Unknown => {
            let question = match &duty.question {
                Some(question) => Open::Rule(Question::Ask(Unwritten::Asked(question))),
                None => Open::MayTechnicians(Id(state), duty.kind.as_str().into()),
            };
            Told { because: vec![text], ..Told::open(question) }
        }
        Allowed::Yes | Allowed::Conditions => on_terms(seen, duty, text),
    }
}

/// Allowed: to those who hold what it names and meet what a record can answer; the other terms, a person must tell.
fn on_terms<'a>(seen: &Viewpoint<'a>, duty: &'a Duty, text: Because<'a>) -> Told<'a> {
    let mut told = Told { verdict: Verdict::Met, because: vec![text], questions: Vec::new() };
    let mut and = |answer: ConditionVerdict<'a>, because: Vec<Because<'a>>| {
        told.verdict = told.verdict.and(answer.verdict);
        told.questions.extend(Open::rules(answer.questions));
        told.because.extend(because);
    };
    if !duty.who.is_empty() {
        let answer = holds_one_of(seen.record, seen.catalog, &duty.who, seen.on);
        and(answer, because::of_credentials(seen, &duty.who));
    }
    if let Some(condition) = &duty.condition {
        let answer = answer_condition(seen.record, seen.catalog, condition, seen.on);
        and(answer, because::of_condition(seen, condition));
    }
    if told.verdict == Verdict::Met && !duty.terms.is_empty() {
        told.verdict = Verdict::Unknown;
        told.questions.push(Open::Meet(duty.terms.join("; ").into()));
    }
    if told.verdict != Verdict::Unknown {
        told.questions.clear();
    }
    told
}
