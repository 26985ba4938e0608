//! May I apply? Path by path, condition by condition.

use crate::{
    conditions::Circumstances,
    status::{Question, Unwritten},
    verdict::Verdict,
};
use rung_catalog::{Catalog, Credential, Path, PathCondition};
use rung_record::{Date, Record};

/// Whether a credential can be applied for.
#[derive(Clone, Debug)]
pub struct Eligibility<'a> {
    /// Which one.
    pub credential: &'a Credential,
    /// The catalogue, for sources.
    pub catalog: &'a Catalog,
    /// Any path.
    pub verdict: Verdict,
    /// Every path that is open on the day.
    pub paths: Vec<PathAnswer<'a>>,
    /// What would settle an unknown.
    pub questions: Vec<Question<'a>>,
}

/// One way to get it.
#[derive(Clone, Debug)]
pub struct PathAnswer<'a> {
    /// The path.
    pub path: &'a Path,
    /// All of its conditions.
    pub verdict: Verdict,
    /// Each condition.
    pub conditions: Vec<ConditionAnswer<'a>>,
}

/// One condition of a path.
#[derive(Clone, Debug)]
pub struct ConditionAnswer<'a> {
    /// The condition.
    pub condition: &'a PathCondition,
    /// Whether it holds.
    pub verdict: Verdict,
    /// What would settle an unknown.
    pub questions: Vec<Question<'a>>,
}

/// Whether the technician may apply for `credential` on `on`; none when the catalogue does not have it.
///
/// What the application itself asks (an examination, forms, fees) is not a condition; it is in [`Path::steps`].
pub fn eligibility<'a>(
    record: &'a Record,
    catalog: &'a Catalog,
    credential: &str,
    on: Date,
) -> Option<Eligibility<'a>> {
    let credential = catalog.credential(credential)?;
    let held = record.credentials.iter().find(|held| held.credential == credential.id);
    let circumstances = Circumstances { record, catalog, on, held, period: None, is_first_period: None };
    let paths: Vec<PathAnswer<'a>> = credential
        .paths
        .iter()
        .filter(|path| path.in_force_on(on))
        .map(|path| answer_path(&circumstances, path))
        .collect();
    let mut verdict = paths.iter().map(|path| path.verdict).fold(Verdict::NotMet, Verdict::or);
    let mut questions = Vec::new();
    if paths.is_empty() {
        verdict = Verdict::Unknown;
        let body = &catalog.authority_of(credential).body;
        questions.push(Question::Ask(Unwritten::Paths(body)));
    }
    Some(Eligibility { credential, catalog, verdict, paths, questions })
}

fn answer_path<'a>(circumstances: &Circumstances<'a>, path: &'a Path) -> PathAnswer<'a> {
    let answer = |condition: &'a PathCondition| {
        let answer = circumstances.answer(&condition.condition);
        ConditionAnswer { condition, verdict: answer.verdict, questions: answer.questions }
    };
    let conditions: Vec<ConditionAnswer<'a>> = path.conditions.iter().map(answer).collect();
    let verdict = conditions.iter().map(|condition| condition.verdict).fold(Verdict::Met, Verdict::and);
    PathAnswer { path, verdict, conditions }
}
