//! Where the technician stands: trainee, technician, certified, advanced.
//!
//! Which rung a credential belongs to follows from the catalogue ([`Level::of`]): whether it is for trainees, whether a
//! state or a body gives it, and what every path to it asks to be held already. The rungs of a state are shown when the
//! record has to do with it ([`states_of`]).

use rung_catalog::{Authority, Catalog, Condition, Credential, CredentialKind, Path};
use rung_record::{Date, Record};
use rung_rules::{Eligibility, Verdict, eligibility};
use rung_words::{Words, say};
use serde_json::Value;

/// A rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// A state's credential for people in training.
    Trainee,
    /// A state's ordinary credential.
    Technician,
    /// Nationally certified, or a state's credential that asks it beside the ordinary one.
    Certified,
    /// What asks a certification first: specialties, the advanced certification, a state's advanced credentials.
    Advanced,
}

impl Level {
    /// All of them, the lowest first.
    pub const ALL: [Self; 4] = [Self::Trainee, Self::Technician, Self::Certified, Self::Advanced];

    /// A word for it.
    pub fn name(self, words: &Words) -> String {
        match self {
            Self::Trainee => say!(words, "today-level-trainee"),
            Self::Technician => say!(words, "today-level-technician"),
            Self::Certified => say!(words, "today-level-certified"),
            Self::Advanced => say!(words, "today-level-advanced"),
        }
    }

    /// The rung that a credential stands on; none for certificates that ask no certification first.
    pub fn of(catalog: &Catalog, credential: &Credential) -> Option<Self> {
        let authority = catalog.authority_of(credential);
        if !authority.is_jurisdiction {
            let is_certification = credential.kind == CredentialKind::Certification;
            let is_other = |id: &str| credential.id != *id && is_certification_of_body(catalog, id);
            return match open_paths(credential).any(|path| path_asks(path, &is_other)) {
                true => Some(Self::Advanced),
                false => is_certification.then_some(Self::Certified),
            };
        }
        if credential.trainee {
            return Some(Self::Trainee);
        }
        let siblings =
            || catalog.credentials_of(authority).filter(|other| other.id != credential.id && !other.trainee);
        let is_sibling = |id: &str| siblings().any(|other| other.id == *id);
        let asks_certification = |of: &Credential| asks_for(of, &|id| is_certification_of_body(catalog, id));
        let asks_sibling = asks_for(credential, &is_sibling);
        Some(if asks_sibling && !asks_certification(credential) {
            Self::Advanced
        } else if asks_sibling
            || (asks_certification(credential) && siblings().any(|other| !asks_certification(other)))
        {
            Self::Certified
        } else {
            Self::Technician
        })
    }
}

fn is_certification_of_body(catalog: &Catalog, id: &str) -> bool {
    catalog.credential(id).is_some_and(|known| {
        known.kind == CredentialKind::Certification && !catalog.authority_of(known).is_jurisdiction
    })
}

fn open_paths(credential: &Credential) -> impl Iterator<Item = &Path> {
    credential.paths.iter().filter(|path| !path.superseded && path.until.is_none())
}

/// Whether every path to a credential asks that something be held of which `is_it` is true.
fn asks_for(credential: &Credential, is_it: &dyn Fn(&str) -> bool) -> bool {
    open_paths(credential).next().is_some() && open_paths(credential).all(|path| path_asks(path, is_it))
}

fn path_asks(path: &Path, is_it: &dyn Fn(&str) -> bool) -> bool {
    fn asks(condition: &Condition, is_it: &dyn Fn(&str) -> bool) -> bool {
        let named =
            |ids: &[rung_record::CredentialId]| !ids.is_empty() && ids.iter().all(|id| is_it(id.as_str()));
        named(&condition.holds)
            || condition.holds_at_least.as_ref().is_some_and(|some| some.count > 0 && named(&some.of))
            || condition.all.iter().any(|inner| asks(inner, is_it))
            || (!condition.any.is_empty() && condition.any.iter().all(|inner| asks(inner, is_it)))
    }
    path.conditions.iter().any(|own| asks(&own.condition, is_it))
}

/// The picture's data.
#[derive(Clone, Debug)]
pub struct Ladder<'a> {
    /// The states whose rungs are shown.
    pub states: Vec<&'a Authority>,
    /// The four rungs, the lowest first.
    pub rungs: Vec<Rung<'a>>,
    /// The highest rung on which something is held; none below the first.
    pub stands_on: Option<Level>,
    /// The rung to reach for: the lowest one above that has something to be held.
    pub next: Option<Level>,
}

/// A rung, and what can be held there.
#[derive(Clone, Debug)]
pub struct Rung<'a> {
    /// Which.
    pub level: Level,
    /// Whether something of it is held; unknown when the record does not tell whether it is still good.
    pub verdict: Verdict,
    /// The credentials of it, as in the catalogue.
    pub steps: Vec<Step<'a>>,
}

/// A credential on a rung.
#[derive(Clone, Debug)]
pub struct Step<'a> {
    /// Which.
    pub credential: &'a Credential,
    /// Whether it is held.
    pub held: Holding,
    /// Whether it can be applied for, path by path; only where it is not held.
    pub eligibility: Option<Eligibility<'a>>,
}

/// Whether a credential is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    /// It is good, to the last day that is known.
    Active(Option<Date>),
    /// It is in the record, but nobody has told whether it is still good.
    NotKnown,
    /// It was held: expired, given back, taken away or not begun.
    NotActive,
    /// The record does not have it.
    Not,
}

impl Holding {
    fn verdict(self) -> Verdict {
        match self {
            Self::Active(_) => Verdict::Met,
            Self::NotKnown => Verdict::Unknown,
            Self::NotActive | Self::Not => Verdict::NotMet,
        }
    }
}

/// Whether the record has a credential, and whether it is good on `on`. What implies it counts as it.
pub fn holding(record: &Record, catalog: &Catalog, credential: &Credential, on: Date) -> Holding {
    let of_entry = |held: &rung_record::Credential| {
        let known = catalog.credential(held.credential.as_str());
        let is_it = held.credential == credential.id
            || known.is_some_and(|known| known.implies.contains(&credential.id));
        is_it.then(|| match held.expires {
            _ if !held.status.is_active() || held.issued.is_some_and(|issued| on < issued) => {
                Holding::NotActive
            }
            Some(expires) if expires < on => Holding::NotActive,
            Some(expires) => Holding::Active(Some(expires)),
            None => match known.filter(|known| known.term.is_some()) {
                None => Holding::Active(None),
                Some(known) => match rung_rules::standing(known, held, &record.person, on).expires {
                    Some(expires) if expires < on => Holding::NotActive,
                    Some(expires) => Holding::Active(Some(expires)),
                    None => Holding::NotKnown,
                },
            },
        })
    };
    let rank = |holding: &Holding| match holding {
        Holding::Active(_) => 3,
        Holding::NotKnown => 2,
        Holding::NotActive => 1,
        Holding::Not => 0,
    };
    record.credentials.iter().filter_map(of_entry).max_by_key(rank).unwrap_or(Holding::Not)
}

/// The states that a record has to do with: those of its credentials, of the work that goes on, and those told as the
/// fact `state` (`TX`, or several: `TX OK`). In the order of the catalogue.
pub fn states_of<'a>(record: &Record, catalog: &'a Catalog, on: Date) -> Vec<&'a Authority> {
    let works_in = |state: &str| {
        record.work.iter().any(|work| {
            work.until.is_none_or(|until| on <= until)
                && work.state.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(state))
        })
    };
    let told = record.facts.get("state").and_then(Value::as_str).unwrap_or_default();
    let held: Vec<&Authority> = record
        .credentials
        .iter()
        .filter_map(|held| catalog.credential(held.credential.as_str()))
        .map(|known| catalog.authority_of(known))
        .collect();
    let concerns = |authority: &&Authority| {
        authority.is_jurisdiction
            && (held.iter().any(|own| own.id == authority.id)
                || works_in(&authority.id)
                || told.split_whitespace().any(|told| told.eq_ignore_ascii_case(&authority.id)))
    };
    catalog.authorities.iter().filter(concerns).collect()
}

/// The ladder on a day.
pub fn ladder<'a>(record: &'a Record, catalog: &'a Catalog, on: Date) -> Ladder<'a> {
    let states = states_of(record, catalog, on);
    let mut rungs: Vec<Rung<'a>> =
        Level::ALL.map(|level| Rung { level, verdict: Verdict::NotMet, steps: Vec::new() }).into();
    for (level, credential) in credentials_of_ladder(catalog, &states) {
        let held = holding(record, catalog, credential, on);
        let rung = &mut rungs[level as usize];
        rung.verdict = rung.verdict.or(held.verdict());
        let eligibility = match held {
            Holding::Active(_) => None,
            _ => eligibility(record, catalog, credential.id.as_str(), on),
        };
        rung.steps.push(Step { credential, held, eligibility });
    }
    let stands_on = rungs.iter().rev().find(|rung| rung.verdict == Verdict::Met).map(|rung| rung.level);
    let above = |rung: &&Rung<'_>| {
        stands_on.is_none_or(|level| rung.level > level)
            && !rung.steps.is_empty()
            && rung.verdict != Verdict::Met
    };
    let next = rungs.iter().find(above).map(|rung| rung.level);
    Ladder { states, rungs, stands_on, next }
}

/// What stands on a rung: everything of the certifying bodies, and the credentials of these states.
pub(crate) fn credentials_of_ladder<'a>(
    catalog: &'a Catalog,
    states: &[&'a Authority],
) -> Vec<(Level, &'a Credential)> {
    let shown = |credential: &&Credential| {
        let authority = catalog.authority_of(credential);
        !authority.is_jurisdiction || states.iter().any(|state| state.id == authority.id)
    };
    catalog
        .credentials
        .iter()
        .filter(shown)
        .filter_map(|credential| Some((Level::of(catalog, credential)?, credential)))
        .collect()
}

/// A state's ordinary credential: the one that a technician who moves there needs. None when the state has none.
pub fn ordinary_credential<'a>(catalog: &'a Catalog, state: &str) -> Option<&'a Credential> {
    let authority =
        catalog.authorities.iter().find(|own| own.is_jurisdiction && own.id.eq_ignore_ascii_case(state))?;
    let mut own = catalog.credentials_of(authority);
    own.find(|credential| Level::of(catalog, credential) == Some(Level::Technician))
}

/// Where one stands and what is next, in a sentence or two.
pub fn in_words(words: &Words, ladder: &Ladder<'_>) -> String {
    let stands = match ladder.stands_on {
        Some(level) => say!(words, "today-ladder-stands", level = level.name(words)),
        None => say!(words, "today-ladder-empty"),
    };
    let Some(next) = ladder.next else { return stands };
    let with = |verdict: Verdict| {
        let is_so = |step: &&Step<'_>| step.eligibility.as_ref().is_some_and(|own| own.verdict == verdict);
        ladder.rungs[next as usize].steps.iter().filter(is_so).count()
    };
    let level = next.name(words);
    let next = match (with(Verdict::Met), with(Verdict::Unknown)) {
        (0, 0) => say!(words, "today-ladder-next-not-yet", level = level),
        (0, _) => say!(words, "today-ladder-next-unknown", level = level),
        (open, _) => say!(words, "today-ladder-next-open", level = level, count = open),
    };
    match ladder.states.is_empty() {
        true => format!("{stands} {next} {}", say!(words, "today-ladder-tell-state")),
        false => format!("{stands} {next}"),
    }
}
