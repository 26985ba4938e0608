//! Why a verdict: the parts of a record, or the texts, on which it stands.

use crate::viewpoint::Viewpoint;
use rung_catalog::{Authority, Condition, Credential, Duty};
use rung_record::{CredentialId, Date};
use rung_rules::Worked;

/// One part of a record, or one text, on which a verdict stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Because<'a> {
    /// A credential of the record: its index, the one of the catalogue that it counts as, and whether it is good.
    Credential {
        /// Index in the record.
        held: usize,
        /// What was asked for; the record's own may be another that implies it.
        counts_as: &'a Credential,
        /// Whether it is good on the day.
        holding: Holding,
    },
    /// The record does not have any of these.
    NoCredential(Vec<&'a Credential>),
    /// Work of the record, against what is asked.
    Work(Worked),
    /// Schooling of the record, by its index, and whether it is finished.
    Schooling {
        /// Index in the record.
        entry: usize,
        /// Whether it is finished on the day.
        is_finished: bool,
    },
    /// What a state's board says of a duty.
    Duty(&'a Authority, &'a Duty),
    /// A state's board gives technicians no credential.
    NoneGiven(&'a Authority),
}

/// Whether a credential of the record is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    /// Good, until this day where one is written.
    Good(Option<Date>),
    /// The record does not tell until when.
    NotKnown,
    /// Issued on a later day.
    Coming(Date),
    /// Expired on this day.
    Expired(Date),
    /// Inactive, suspended, revoked or surrendered.
    NotActive,
}

impl Holding {
    /// What the record's entry says on a day.
    pub fn of(held: &rung_record::Credential, known: Option<&Credential>, on: Date) -> Self {
        match (held.issued, held.expires) {
            _ if !held.status.is_active() => Self::NotActive,
            (Some(issued), _) if on < issued => Self::Coming(issued),
            (_, Some(expires)) if expires < on => Self::Expired(expires),
            (_, Some(expires)) => Self::Good(Some(expires)),
            (_, None) if known.is_some_and(|known| known.term.is_none()) => Self::Good(None),
            (_, None) => Self::NotKnown,
        }
    }
}

/// The credentials of the record that are, or imply, one of these; that there are none when there are none.
pub fn of_credentials<'a>(seen: &Viewpoint<'a>, wanted: &[CredentialId]) -> Vec<Because<'a>> {
    let mut found = Vec::new();
    for (held, entry) in seen.record.credentials.iter().enumerate() {
        let known = seen.catalog.credential(entry.credential.as_str());
        let counts = |id: &&CredentialId| {
            entry.credential == **id || known.is_some_and(|known| known.implies.contains(id))
        };
        let counts_as = wanted.iter().find(counts).and_then(|id| seen.catalog.credential(id.as_str()));
        found.extend(counts_as.map(|counts_as| Because::Credential {
            held,
            counts_as,
            holding: Holding::of(entry, known, seen.on),
        }));
    }
    if found.is_empty() {
        let none = wanted.iter().filter_map(|id| seen.catalog.credential(id.as_str())).collect();
        found.push(Because::NoCredential(none));
    }
    found
}

/// What a condition looks at.
pub fn of_condition<'a>(seen: &Viewpoint<'a>, condition: &Condition) -> Vec<Because<'a>> {
    let mut found = Vec::new();
    for part in condition.walk() {
        let named: Vec<CredentialId> = part.named_ids().cloned().collect();
        if !named.is_empty() {
            found.extend(of_credentials(seen, &named));
        }
        if let Some(wanted) = &part.experience {
            found.push(Because::Work(Worked::of(seen.record, wanted, seen.on)));
        }
        let schooling = seen.record.education.iter().enumerate().filter(|(_, entry)| {
            part.education.contains(&entry.kind) || (part.program.is_some() && entry.kind.contains("program"))
        });
        found.extend(schooling.map(|(n, entry)| Because::Schooling {
            entry: n,
            is_finished: match entry.completed {
                Some(day) => day <= seen.on,
                None => part.program.is_none(),
            },
        }));
    }
    found
}
