//! Whose way it is, and from where it is looked at.

use rung_catalog::{
    Authority, Catalog,
    field::{Field, Role, RoleId},
};
use rung_record::{Date, Record};
use rung_today::ladder::states_of;
use serde_json::Value;

use crate::gap::{Gap, gap};

/// A record, the catalogue, a day, and the states in which the technician works or would work.
///
/// Everything that this crate says is seen from one of these. It is cheap to make and reads nothing by itself.
#[derive(Clone, Debug)]
pub struct Viewpoint<'a> {
    /// The technician.
    pub record: &'a Record,
    /// What the field asks.
    pub catalog: &'a Catalog,
    /// The day.
    pub on: Date,
    /// The states, in the order of the catalogue; empty when the record does not tell any.
    pub states: Vec<&'a Authority>,
}

/// How the record shows that the technician is, or was, in a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A job of the record that goes on names it: the job's index.
    Works(usize),
    /// They hold what it requires, and nothing else makes it.
    Holds,
    /// A job of the record that is over names it: the job's index.
    Worked(usize),
}

impl Standing {
    /// Whether that is so on the day.
    pub fn is_now(self) -> bool {
        !matches!(self, Self::Worked(_))
    }
}

impl<'a> Viewpoint<'a> {
    /// From the states that the record tells: the one told as the fact `state`, else those of the work that goes on,
    /// else those of the credentials.
    pub fn new(record: &'a Record, catalog: &'a Catalog, on: Date) -> Self {
        let mut states = states_of(record, catalog, on);
        let told = |state: &&Authority| {
            let fact = record.facts.get("state").and_then(Value::as_str);
            fact.is_some_and(|told| told.eq_ignore_ascii_case(&state.id))
        };
        let works_in = |state: &&Authority| {
            record.work.iter().any(|work| {
                work.until.is_none_or(|until| on <= until)
                    && work.state.as_deref().is_some_and(|own| own.eq_ignore_ascii_case(&state.id))
            })
        };
        if states.iter().any(told) {
            states.retain(told);
        } else if states.iter().any(works_in) {
            states.retain(works_in);
        }
        Self { record, catalog, on, states }
    }

    /// The same, as if life went on in this state.
    #[must_use]
    pub fn in_state(self, state: &'a Authority) -> Self {
        Self { states: vec![state], ..self }
    }

    /// The field's files.
    pub fn field(&self) -> &'a Field {
        self.catalog.field()
    }

    /// How the record shows this role, most telling first; none where it does not.
    pub fn standing(&self, role: &Role) -> Option<Standing> {
        let named = self
            .record
            .work
            .iter()
            .enumerate()
            .filter(|(_, work)| work.role.as_deref() == Some(role.id.as_str()) && work.from <= self.on);
        let of_job = |(n, work): (usize, &rung_record::Work)| match work.until {
            Some(until) if until < self.on => Standing::Worked(n),
            _ => Standing::Works(n),
        };
        let by_work = named.map(of_job).min();
        let holds = || role.shown_by_credentials && gap(self, role).is_shown_by_credentials();
        match by_work {
            Some(Standing::Works(n)) => Some(Standing::Works(n)),
            other => {
                if holds() {
                    Some(Standing::Holds)
                } else {
                    other
                }
            }
        }
    }

    /// Every role that the record shows, in the order of the catalogue.
    pub fn standings(&self) -> Vec<(&'a Role, Standing)> {
        let roles = self.field().roles.roles.iter();
        roles.filter_map(|role| Some((role, self.standing(role)?))).collect()
    }

    /// Everything between the record and a role; none when the catalogue does not have it.
    pub fn gap(&self, role: &RoleId) -> Option<Gap<'a>> {
        self.field().role(role.as_str()).map(|role| gap(self, role))
    }
}
