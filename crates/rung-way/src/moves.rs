//! What a move to another state changes: duties allowed, the credential to get, what is owed, fees, roles.
//!
//! Duties and roles are compared with the new state's ordinary credential in hand ([`record_there`]): what it takes to
//! get it is told apart.

use crate::{
    figure::OwnFigures,
    gap::{Because, gap, states_allow},
    remedy::{Effort, Need, Node, Remedies},
    steps::{Gain, months_good},
    viewpoint::Viewpoint,
};
use jiff::ToSpan as _;
use rung_atlas::Glance;
use rung_catalog::{Authority, Credential, DutyKind, Fee, OpenQuestion, field::Role};
use rung_record::{Date, Problems, Record};
use rung_rules::{Eligibility, Verdict, eligibility};
use rung_today::{
    ladder::{Holding, holding, ordinary_credential},
    what_if::{self, Change},
};
use rung_words::Words;

/// What a move changes.
#[derive(Debug)]
pub struct Move<'a> {
    /// Where life goes on now; empty when the record tells no state.
    pub from: Vec<Glance<'a>>,
    /// Where it would go on.
    pub to: Glance<'a>,
    /// Every duty beyond the usual, here and there, whether it changes or not.
    pub duties: Vec<DutyThere<'a>>,
    /// The credential to get there; none where the state has none, or the catalogue knows none.
    pub credential: Option<CredentialThere<'a>>,
    /// What would be asked otherwise to keep what is held, as [`owed`] says it.
    pub owed: Vec<String>,
    /// Roles that the move opens, closes or leaves open: with the verdict here and there.
    pub roles: Vec<(&'a Role, Verdict, Verdict)>,
    /// What no source has settled about the state.
    pub open: &'a [OpenQuestion],
    /// The steps that the credential's need names.
    pub nodes: Vec<Node>,
}

/// A duty here and there.
#[derive(Clone, Debug)]
pub struct DutyThere<'a> {
    /// Which.
    pub kind: &'a DutyKind,
    /// Whether this technician may take it on in one of the present states, and by which texts.
    pub here: (Verdict, Vec<Because<'a>>),
    /// The same in the other.
    pub there: (Verdict, Vec<Because<'a>>),
}

impl DutyThere<'_> {
    /// Whether the move changes it.
    pub fn changes(&self) -> bool {
        self.here.0 != self.there.0
    }
}

/// The credential that life in a state asks.
#[derive(Debug)]
pub struct CredentialThere<'a> {
    /// Which.
    pub credential: &'a Credential,
    /// Whether it is held already.
    pub holding: Holding,
    /// Path by path, condition by condition.
    pub eligibility: Option<Eligibility<'a>>,
    /// The steps to it; nothing when it is held.
    pub need: Need,
    /// What they take by the quickest way; none where nothing known helps.
    pub effort: Option<Effort>,
    /// What is paid to get it, as far as it is told.
    pub fees: Vec<&'a Fee>,
}

/// How far ahead what is owed is compared.
const HORIZON_YEARS: i32 = 2;

/// The record as it would be there: with the ordinary credential of the state, good for its first term, where the state
/// has one and it is not held yet.
pub fn record_there(seen: &Viewpoint<'_>, to: &Authority, when: Date) -> Record {
    let mut record = seen.record.clone();
    let ordinary = ordinary_credential(seen.catalog, &to.id);
    let lacks =
        |own: &&Credential| !matches!(holding(seen.record, seen.catalog, own, when), Holding::Active(_));
    if let Some(ordinary) = ordinary.filter(lacks) {
        let months = months_good(seen.catalog, &ordinary.id);
        Gain::Credential { credential: ordinary.id.clone(), months }.add_to(&mut record, when, when);
    }
    record
}

/// What a move to `to` on `when`, or on the viewpoint's day when that is later, changes. `there` is [`record_there`],
/// `owed` is what [`owed`] says.
pub fn move_to<'a>(
    seen: &Viewpoint<'a>,
    there: &'a Record,
    own: &OwnFigures,
    to: &'a Authority,
    when: Date,
    owed: Vec<String>,
) -> Move<'a> {
    let on = when.max(seen.on);
    let lacking = Viewpoint { on, ..seen.clone() }.in_state(to);
    let there = Viewpoint { record: there, ..lacking.clone() };
    let roles = seen.field().roles.roles.iter().filter_map(|role| {
        let (before, after) = (gap(seen, role).verdict, gap(&there, role).verdict);
        (before != after).then_some((role, before, after))
    });
    let mut remedies = Remedies::new(&lacking, own);
    let ordinary = ordinary_credential(seen.catalog, &to.id);
    let credential = ordinary.map(|credential| credential_there(&lacking, &mut remedies, credential));
    Move {
        from: seen.states.iter().map(|state| Glance::of(seen.catalog, state, seen.on)).collect(),
        to: Glance::of(seen.catalog, to, on),
        duties: seen.catalog.duty_kinds.iter().map(|kind| duty(seen, &there, kind)).collect(),
        owed,
        roles: roles.collect(),
        open: &to.open_questions,
        credential,
        nodes: remedies.into_nodes(),
    }
}

fn credential_there<'a>(
    lacking: &Viewpoint<'a>,
    remedies: &mut Remedies<'_>,
    credential: &'a Credential,
) -> CredentialThere<'a> {
    let need = remedies.credential(credential.id.as_str());
    let (record, catalog, on) = (lacking.record, lacking.catalog, lacking.on);
    CredentialThere {
        credential,
        holding: holding(record, catalog, credential, on),
        eligibility: eligibility(record, catalog, credential.id.as_str(), on),
        effort: remedies.effort(&need),
        need,
        fees: credential.fees.iter().filter(|fee| fee.in_force_on(on)).collect(),
    }
}

fn duty<'a>(seen: &Viewpoint<'a>, there: &Viewpoint<'a>, kind: &'a DutyKind) -> DutyThere<'a> {
    let may = |seen: &Viewpoint<'a>| {
        let each = seen.states.iter().map(|state| states_allow(seen, &kind.id, state));
        each.reduce(|(a, mut because), (b, more)| {
            because.extend(more);
            (a.or(b), because)
        })
        .unwrap_or((Verdict::Unknown, Vec::new()))
    };
    DutyThere { kind, here: may(seen), there: may(there) }
}

/// What is asked otherwise to keep what is held, before a move and after it; the new state's credential is taken to be held
/// from the day. The record is judged twice for it, which is worth remembering where it has many credits.
///
/// # Errors
/// The record cannot be imagined there: what is wrong with it.
pub fn owed(
    seen: &Viewpoint<'_>,
    to: &Authority,
    when: Date,
    words: &Words,
) -> Result<Vec<String>, Problems> {
    let when = when.max(seen.on);
    if ordinary_credential(seen.catalog, &to.id).is_none() {
        return Ok(Vec::new());
    }
    let change = Change::MoveTo { state: to.id.clone(), on: when, give_up_others: false };
    let imagined = what_if::imagine(seen.record, seen.catalog, seen.on, &[change])?;
    let horizon = when.saturating_add(HORIZON_YEARS.years());
    let before = imagined.present(seen.record, seen.catalog, horizon);
    let after = imagined.status(seen.catalog, horizon);
    Ok(what_if::words(words, &imagined.differences(&before, &after), seen.catalog))
}
