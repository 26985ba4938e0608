//! The gap between a record and a role: everything that the role asks, whether it is met, why, and what would meet it.
//!
//! Every ask of [`Role::asks`] becomes a [`Line`]. A condition is answered by the one evaluator
//! ([`rung_rules::answer_condition`]); the licence and the duties that a state must allow are answered from the state's
//! file, state by state; what only words say is unknown until a person tells.
//!
//! How the lines make the verdict of the whole ([`Gap::verdict`]), in three values:
//!
//! * what is *required* must be met, or one of the alternatives that follow it;
//! * what is only *described* (the source does not say how strictly) can leave the whole open, never refuse it;
//! * what is *preferred*, and what is asked for a credential's own path, decides nothing;
//! * a role of which no source tells what it asks is unknown, not open to all.
//!
//! ```
//! use rung_catalog::Catalog;
//! use rung_record::{Date, Record};
//! use rung_rules::Verdict;
//! use rung_way::Viewpoint;
//! let record = Record::from_json(br#"{"format": "rung-record/1", "credentials": [
//!     {"credential": "tx-pharmacy-technician", "issued": "2021-06-01", "expires": "2027-05-31"}]}"#)?;
//! let (catalog, on): (_, Date) = (Catalog::shipped(), "2026-11-23".parse()?);
//! let seen = Viewpoint::new(&record, &catalog, on);
//! let role = catalog.field().role("certified-pharmacy-technician").expect("it is shipped");
//! let gap = rung_way::gap(&seen, role);
//! assert_eq!(gap.verdict, Verdict::NotMet);
//! assert_eq!(gap.lines[0].verdict, Verdict::Met); // the licence
//! assert_eq!(gap.lines[1].verdict, Verdict::NotMet); // the CPhT or the ExCPT
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod because;
mod open;
mod state;

use crate::viewpoint::Viewpoint;
use rung_catalog::field::{Reading, Role, RoleAsk, RoleTest, Rung, Strength};
use rung_rules::{Verdict, answer_condition, holds_one_of};

pub use because::{Because, Holding};
pub use open::{Id, Open};
pub use state::states_allow;

/// What lies between a record and a role.
#[derive(Clone, Debug)]
pub struct Gap<'a> {
    /// The role.
    pub role: &'a Role,
    /// Whether the record meets what it requires.
    pub verdict: Verdict,
    /// Everything that it asks, in the order of [`Role::asks`].
    pub lines: Vec<Line<'a>>,
}

/// One thing that a role asks, answered.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// Its place among the asks of the role.
    pub index: usize,
    /// What is asked, how strictly, and how much of the words is tested.
    pub ask: RoleAsk<'a>,
    /// Whether it is met.
    pub verdict: Verdict,
    /// Why: the parts of the record, or the texts, on which the verdict stands.
    pub because: Vec<Because<'a>>,
    /// What would settle an unknown.
    pub questions: Vec<Open<'a>>,
}

/// The gaps to every role, in the order of the catalogue.
pub fn gaps<'a>(seen: &Viewpoint<'a>) -> Vec<Gap<'a>> {
    seen.field().roles.roles.iter().map(|role| gap(seen, role)).collect()
}

/// The gap to one role.
pub fn gap<'a>(seen: &Viewpoint<'a>, role: &'a Role) -> Gap<'a> {
    let asks = role.asks().into_iter().enumerate();
    let lines: Vec<Line<'a>> = asks.map(|(index, ask)| line(seen, role, index, ask)).collect();
    Gap { role, verdict: verdict_of(&lines), lines }
}

fn line<'a>(seen: &Viewpoint<'a>, role: &'a Role, index: usize, ask: RoleAsk<'a>) -> Line<'a> {
    let told = match &ask.test {
        RoleTest::StateLicence => state::licence(seen, role),
        RoleTest::StateAuthority(duty) => state::authority(seen, duty),
        RoleTest::Holds(ids) => {
            let answer = holds_one_of(seen.record, seen.catalog, ids, seen.on);
            Told {
                verdict: answer.verdict,
                because: because::of_credentials(seen, ids),
                questions: Open::rules(answer.questions),
            }
        }
        RoleTest::Condition(condition) => {
            let answer = answer_condition(seen.record, seen.catalog, condition, seen.on);
            Told {
                verdict: answer.verdict,
                because: because::of_condition(seen, condition),
                questions: Open::rules(answer.questions),
            }
        }
        RoleTest::Words => Told::open(Open::Meet(ask.what.clone().into())),
    };
    let told = whole_words(told, &ask);
    Line { index, verdict: told.verdict, because: told.because, questions: told.questions, ask }
}

/// A verdict with what it stands on.
struct Told<'a> {
    verdict: Verdict,
    because: Vec<Because<'a>>,
    questions: Vec<Open<'a>>,
}

impl<'a> Told<'a> {
    /// Nothing but a question.
    fn open(question: Open<'a>) -> Self {
        Self { verdict: Verdict::Unknown, because: Vec::new(), questions: vec![question] }
    }
}

/// A test of a part of the words can refuse, not grant; what is asked only in some case refuses nobody for sure.
fn whole_words<'a>(mut told: Told<'a>, ask: &RoleAsk<'a>) -> Told<'a> {
    let question = match (told.verdict, ask.reading, ask.when) {
        (Verdict::Met, Reading::Part, _) => Open::Meet(ask.what.clone().into()),
        (Verdict::NotMet, _, Some(when)) => Open::Applies(when),
        _ => return told,
    };
    told.verdict = Verdict::Unknown;
    told.questions = vec![question];
    told
}

/// What the lines come to; see the module.
fn verdict_of(lines: &[Line<'_>]) -> Verdict {
    let mut groups: Vec<Verdict> = Vec::new();
    let mut described = Verdict::Met;
    for line in lines {
        match line.ask.strength {
            Strength::Required => groups.push(line.verdict),
            Strength::Alternative => match groups.last_mut() {
                Some(group) => *group = group.or(line.verdict),
                None => groups.push(line.verdict),
            },
            Strength::Described if line.verdict != Verdict::Met => described = Verdict::Unknown,
            Strength::Described | Strength::Preferred | Strength::Credential => {}
        }
    }
    let asks_nothing_known = groups.is_empty() && !lines.iter().any(Line::is_described);
    let required = groups.into_iter().fold(Verdict::Met, Verdict::and);
    if asks_nothing_known { Verdict::Unknown } else { required.and(described) }
}

impl<'a> Gap<'a> {
    /// The lines that bear on the verdict, in groups: any line of a group is enough.
    pub fn groups(&self) -> Vec<Vec<&Line<'a>>> {
        let mut groups: Vec<Vec<&Line<'a>>> = Vec::new();
        for line in &self.lines {
            match line.ask.strength {
                Strength::Required | Strength::Described => groups.push(vec![line]),
                Strength::Alternative => match groups.last_mut() {
                    Some(group) => group.push(line),
                    None => groups.push(vec![line]),
                },
                Strength::Preferred | Strength::Credential => {}
            }
        }
        groups
    }

    /// Whether a group is only described: no source says how strictly it is asked.
    pub fn is_only_described(&self, group: &[&Line<'a>]) -> bool {
        group.iter().all(|line| line.is_described())
    }

    /// Whether no source tells what it asks.
    pub fn asks_nothing_known(&self) -> bool {
        self.groups().is_empty()
    }

    /// Whether the credentials that it requires are there, and one of them is a trainee's where it is a trainee's role.
    pub fn is_shown_by_credentials(&self) -> bool {
        let is_credential = |line: &&Line<'a>| match &line.ask.test {
            RoleTest::StateLicence | RoleTest::Holds(_) => true,
            RoleTest::StateAuthority(_) | RoleTest::Condition(_) | RoleTest::Words => false,
        };
        let required = self.lines.iter().filter(|line| line.ask.strength == Strength::Required);
        let asked: Vec<&Line<'a>> = required.filter(is_credential).collect();
        let trainees = asked.iter().flat_map(|line| &line.because).any(|because| {
            matches!(because, Because::Credential { counts_as, holding: Holding::Good(_), .. } if counts_as.trainee)
        });
        asked.iter().all(|line| line.verdict == Verdict::Met) && (self.role.rung != Rung::Trainee || trainees)
    }

    /// Every question whose answer could change a verdict that bears on the whole, each once.
    pub fn questions(&self) -> Vec<&Open<'a>> {
        let mut all: Vec<&Open<'a>> =
            if self.asks_nothing_known() { vec![&Open::NothingKnown] } else { Vec::new() };
        let open = self.groups().into_iter().filter(|group| group_verdict(group) == Verdict::Unknown);
        for question in open.flatten().flat_map(|line| &line.questions) {
            if !all.contains(&question) {
                all.push(question);
            }
        }
        all
    }
}

/// What the lines of a group come to: any is enough.
pub fn group_verdict(group: &[&Line<'_>]) -> Verdict {
    group.iter().map(|line| line.verdict).fold(Verdict::NotMet, Verdict::or)
}

impl Line<'_> {
    fn is_described(&self) -> bool {
        self.ask.strength == Strength::Described
    }

    /// Whether it bears on the verdict of the whole.
    pub fn bears(&self) -> bool {
        matches!(self.ask.strength, Strength::Required | Strength::Alternative | Strength::Described)
    }
}
