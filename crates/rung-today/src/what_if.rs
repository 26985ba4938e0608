//! What if: a changed record or setting beside the present one.
//!
//! 1. [`imagine`] applies [`Change`]s to a record and gives an [`Imagined`]: the record as it would be, the day on which
//!    it is looked at, and what the technician would allow a plan;
//! 2. the caller evaluates both with the one evaluator ([`Imagined::status`]) and, when offerings are given, plans both;
//! 3. [`Imagined::differences`] and [`plan_differences`] say what is not the same, as values; [`words`] says these in sentences.
//!
//! ```
//! use rung_catalog::Catalog;
//! use rung_record::{Date, Record};
//! use rung_today::what_if::{Change, imagine, words};
//! use rung_words::{Language, Words};
//! let record = Record::from_json(br#"{"format": "rung-record/1", "credentials": [
//!     {"credential": "tx-pharmacy-technician", "issued": "2021-06-01", "expires": "2027-05-31"}]}"#)?;
//! let (catalog, on): (_, Date) = (Catalog::shipped(), "2026-11-23".parse()?);
//! let changes = [Change::Drop { credential: "tx-pharmacy-technician".into() }];
//! let imagined = imagine(&record, &catalog, on, &changes)?;
//! let (before, after) = (imagined.present(&record, &catalog, on), imagined.status(&catalog, on));
//! let told = words(Words::of(Language::English), &imagined.differences(&before, &after), &catalog);
//! assert_eq!(told[0], "Texas Registered Pharmacy Technician no longer asks anything (20 h by 2027-05-31).");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod difference;
mod sentences;

pub use difference::{Ask, Day, Difference, Whose, differences, eligibility_differences, plan_differences};
pub use sentences::{sentence, words};

use crate::ladder::{Level, ordinary_credential};
use jiff::ToSpan as _;
use rung_catalog::{Catalog, Credential};
use rung_planner::ce::Wishes;
use rung_record::{
    CredentialId, CredentialStatus, CreditId, Date, Hours, Problems, Record, Usd,
    edit::{Edit, Item, Place, apply},
    reading::At,
};
use rung_rules::{Status, evaluate_through, standing};
use serde_json::Map;

/// Something that might be otherwise.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Life goes on in another state from this day: the work that goes on moves there, and its ordinary credential is
    /// held from that day.
    MoveTo {
        /// Two letters.
        state: String,
        /// The first day there.
        on: Date,
        /// Whether the credentials of the states that were worked in are given up.
        give_up_others: bool,
    },
    /// A renewal is missed: looked at on the day after the last.
    MissRenewal {
        /// Of which credential.
        credential: CredentialId,
    },
    /// Another credential is held from this day.
    Hold {
        /// Which.
        credential: CredentialId,
        /// First issued on.
        issued: Date,
        /// The last day, when it is known.
        expires: Option<Date>,
    },
    /// A credential is not held any more.
    Drop {
        /// Which.
        credential: CredentialId,
    },
    /// A credit is not there, or does not count.
    WithoutCredit(CreditId),
    /// A credit was completed on another day.
    MoveCredit {
        /// Which.
        credit: CreditId,
        /// The other day.
        to: Date,
    },
    /// A credential has another last day.
    MoveExpiry {
        /// Which.
        credential: CredentialId,
        /// The other day.
        to: Date,
    },
    /// Anything that an edit can do: a form that is filled in and not saved.
    Edit(Box<Edit>),
    /// No more study than this in a week; no limit when none.
    HoursPerWeek(Option<Hours>),
    /// No more money than this; no limit when none.
    Budget(Option<Usd>),
}

/// The record and the settings as they would be.
#[derive(Clone, Debug, PartialEq)]
pub struct Imagined {
    /// The record.
    pub record: Record,
    /// The day on which it is to be looked at: the present one, that of a move, or the day after a renewal that is missed.
    pub on: Date,
    /// The day on which the record as it is is to be looked at beside it: the present one, or that of a move.
    pub before_on: Date,
    /// A limit of study a week, when a change is about it.
    pub hours_per_week: Option<Option<Hours>>,
    /// A limit of money, when a change is about it.
    pub budget: Option<Option<Usd>>,
    /// The only credential that the changes are about, when the day moves with it: others differ by the day alone.
    pub only: Option<CredentialId>,
}

impl Imagined {
    /// Where the technician stands without the changes, to be compared with [`Imagined::status`].
    pub fn present<'a>(&self, record: &'a Record, catalog: &'a Catalog, horizon: Date) -> Status<'a> {
        evaluate_through(record, catalog, self.before_on, horizon)
    }

    /// What is not the same between the two, for the credentials that the changes are about.
    pub fn differences<'a>(&self, present: &Status<'a>, then: &Status<'a>) -> Vec<Difference<'a>> {
        let mut all = differences(present, then);
        all.retain(|difference| {
            self.only.as_ref().is_none_or(|only| difference.credential().is_none_or(|own| own.id == *only))
        });
        all
    }

    /// Where the technician would stand, with the periods to come that end on `horizon` or earlier.
    pub fn status<'a>(&'a self, catalog: &'a Catalog, horizon: Date) -> Status<'a> {
        evaluate_through(&self.record, catalog, self.on, horizon)
    }

    /// The present wishes with what the changes say otherwise.
    pub fn wishes(&self, present: Wishes) -> Wishes {
        Wishes {
            horizon: present.horizon.max(self.on),
            budget: self.budget.unwrap_or(present.budget),
            hours_per_week: self.hours_per_week.unwrap_or(present.hours_per_week),
        }
    }
}

/// The record with these changes, in their order.
///
/// # Errors
/// A change speaks of what is not there, or would make a record that cannot be read; each with its place.
pub fn imagine(
    record: &Record,
    catalog: &Catalog,
    on: Date,
    changes: &[Change],
) -> Result<Imagined, Problems> {
    let mut imagined = Imagined {
        record: record.clone(),
        on,
        before_on: on,
        hours_per_week: None,
        budget: None,
        only: None,
    };
    let mut problems = Problems::default();
    for (n, change) in changes.iter().enumerate() {
        let place = At::Item(&At::Field(&At::Top, "changes"), n);
        if let Err(what) = imagined.make(change, catalog) {
            problems.add(&place, what);
        }
    }
    if problems.listed.is_empty() { Ok(imagined) } else { Err(problems) }
}

impl Imagined {
    fn make(&mut self, change: &Change, catalog: &Catalog) -> Result<(), String> {
        match change {
            Change::MoveTo { state, on, give_up_others } => {
                self.move_to(state, *on, *give_up_others, catalog)
            }
            Change::MissRenewal { credential } => self.miss(credential, catalog),
            Change::Hold { credential, issued, expires } => {
                known(catalog, credential)?;
                let held = held_from(credential, *issued, *expires);
                self.edit(&Edit::add(held))
            }
            Change::Drop { credential } => {
                let n = self.held(credential)?;
                self.edit(&Edit::Remove(Place::Credential(n)))
            }
            Change::WithoutCredit(id) => self.edit(&Edit::Remove(Place::Credit(id.clone()))),
            Change::MoveCredit { credit, to } => {
                let own = self.record.credits.iter().find(|own| own.id == *credit);
                let own = own.ok_or_else(|| format!("there is no credit \"{credit}\""))?;
                let moved = rung_record::Credit { completed: *to, ..own.clone() };
                self.edit(&Edit::replace_credit(moved))
            }
            Change::MoveExpiry { credential, to } => {
                let n = self.held(credential)?;
                let moved =
                    rung_record::Credential { expires: Some(*to), ..self.record.credentials[n].clone() };
                self.edit(&Edit::Replace { place: Place::Credential(n), item: Item::Credential(moved) })
            }
            Change::Edit(edit) => self.edit(edit),
            Change::HoursPerWeek(hours) => {
                self.hours_per_week = Some(*hours);
                Ok(())
            }
            Change::Budget(budget) => {
                self.budget = Some(*budget);
                Ok(())
            }
        }
    }

    fn edit(&mut self, edit: &Edit) -> Result<(), String> {
        let applied = apply(&self.record, edit).map_err(|problems| problems.to_string())?;
        self.record = applied.record;
        Ok(())
    }

    fn held(&self, credential: &CredentialId) -> Result<usize, String> {
        let held = self.record.credentials.iter().position(|held| held.credential == *credential);
        held.ok_or_else(|| format!("{credential} is not among the credentials of the record"))
    }

    /// The work that goes on moves, the new state's ordinary credential is there, and the old ones may be given up.
    fn move_to(&mut self, state: &str, on: Date, give_up: bool, catalog: &Catalog) -> Result<(), String> {
        let state = state.to_ascii_uppercase();
        let Some(ordinary) = ordinary_credential(catalog, &state) else {
            return Err(format!("the catalogue has no ordinary credential of {state}"));
        };
        let day_before = on.saturating_sub(1.day());
        let mut there = Vec::new();
        for work in self.record.work.iter_mut().filter(|work| {
            work.until.is_none_or(|until| on <= until) && work.state.as_deref() != Some(state.as_str())
        }) {
            there.push(rung_record::Work {
                state: Some(state.clone()),
                from: on.max(work.from),
                employer: None,
                extra: Map::new(),
                ..work.clone()
            });
            work.until = Some(day_before.max(work.from));
        }
        self.record.work.extend(there);
        if give_up {
            self.record.credentials.retain(|held| {
                let known = catalog.credential(held.credential.as_str());
                !known.is_some_and(|known| is_of_another_state(catalog, known, ordinary))
            });
        }
        self.on = self.on.max(on);
        self.before_on = self.before_on.max(on);
        if self.record.credentials.iter().any(|held| held.credential == ordinary.id) {
            return Ok(());
        }
        self.edit(&Edit::add(held_from(&ordinary.id, on, None)))
    }

    /// Nothing is filed any more; the day after the last is looked at.
    fn miss(&mut self, credential: &CredentialId, catalog: &Catalog) -> Result<(), String> {
        let n = self.held(credential)?;
        let known = known(catalog, credential)?;
        let held = &mut self.record.credentials[n];
        let last = standing(known, held, &self.record.person, self.on).expires;
        let last = last.ok_or_else(|| format!("the day on which {credential} expires is not known"))?;
        held.renewals.retain(|renewal| renewal.approved.is_some());
        // Written down, so that no later period is reckoned from the rules.
        held.expires = Some(last);
        self.on = self.on.max(last.saturating_add(1.day()));
        self.only = Some(credential.clone());
        Ok(())
    }
}

fn is_of_another_state(catalog: &Catalog, held: &Credential, ordinary: &Credential) -> bool {
    catalog.authority_of(held).is_jurisdiction
        && held.authority != ordinary.authority
        && Level::of(catalog, held).is_some()
}

fn known<'a>(catalog: &'a Catalog, id: &CredentialId) -> Result<&'a Credential, String> {
    catalog.credential(id.as_str()).ok_or_else(|| {
        let near: Vec<&str> =
            catalog.similar_ids(id.as_str()).into_iter().map(CredentialId::as_str).collect();
        let near = if near.is_empty() { String::new() } else { format!(" (is it {}?)", near.join(" or ")) };
        format!("{id} is not in the catalogue{near}")
    })
}

fn held_from(id: &CredentialId, issued: Date, expires: Option<Date>) -> rung_record::Credential {
    rung_record::Credential {
        credential: id.clone(),
        number: None,
        issued: Some(issued),
        expires,
        status: CredentialStatus::Active,
        periods: Vec::new(),
        renewals: Vec::new(),
        fees_paid: Vec::new(),
        extra: Map::new(),
    }
}
