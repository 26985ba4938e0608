//! A step of a way: what is done, what it takes, what it gives, and when it can be done.
//!
//! Everything here is owned, so that an agreed plan can be kept and read again after the catalogue has changed. What a
//! person reads of it is in [`crate::words`].

use crate::figure::{Figure, Reference};
use jiff::civil::Date;
use rung_catalog::Catalog;
use rung_record::{Credential, CredentialId, Education, Hours, Record, Usd, Work};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Names a step for good: `exam:ptcb-cspt:three-years`. A plan made anew knows the step of the plan before by it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StepKey(pub String);

impl StepKey {
    /// As it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for StepKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// One step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// Its name for good.
    pub key: StepKey,
    /// What is done.
    pub deed: Deed,
    /// What it is about, as the catalogue calls it: `CSPT (PTCB)`, a program's or a role's title.
    pub name: String,
    /// Hours of the technician's own time, in all.
    pub hours: Figure<Hours>,
    /// The fewest weeks from beginning to end.
    pub weeks: Figure<u32>,
    /// What is paid, each amount with what it is for.
    pub prices: Vec<Price>,
    /// What belongs to it, in the words of the catalogue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
    /// What the record has more when it is done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gains: Vec<Gain>,
    /// The first day on which it can begin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last day on which it must be done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// When again, after an exam was failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub retake: Option<RetakeRule>,
    /// An exam: days for which one may sit it, once the application is decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub authorized_days: Option<u32>,
    /// Who gives it, for preferences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// What the reader should know of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Where the step itself is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Reference>,
}

/// What is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Deed {
    /// Study before an exam.
    Study {
        /// For which credential.
        credential: CredentialId,
    },
    /// Send an application and wait for the decision.
    Apply {
        /// For which credential.
        credential: CredentialId,
        /// By which of its paths.
        path: String,
        /// The path's title.
        title: String,
    },
    /// Sit an exam.
    Exam {
        /// For which credential.
        credential: CredentialId,
        /// As its body calls it.
        title: String,
    },
    /// A credential is in hand. Takes no time of its own.
    Hold {
        /// Which.
        credential: CredentialId,
    },
    /// Finish a training program.
    Program {
        /// What it is about.
        subject: String,
    },
    /// Finish school.
    School {
        /// `ged`.
        level: String,
    },
    /// Find a position and start in it.
    Position {
        /// The role, when it is a certain one.
        role: Option<String>,
        /// The setting, when it is a certain one.
        setting: Option<String>,
    },
    /// Take a duty on at work, under supervision first.
    Duty {
        /// Any of these.
        duties: Vec<String>,
    },
    /// Work, so that experience grows.
    Work {
        /// With any of these duties.
        duties: Vec<String>,
        /// In any of these settings.
        settings: Vec<String>,
    },
    /// Experience that grows in the work that goes on, until it is enough on [`Step::from`].
    Accrue,
    /// An age is reached on [`Step::from`].
    Age {
        /// Full years.
        years: u8,
    },
    /// Do something that no other part of the record shows, and state it.
    Attest {
        /// The record's fact.
        key: String,
    },
    /// Continuing education for a renewal.
    Learn {
        /// For which credential; the first of several.
        credential: CredentialId,
    },
    /// File a renewal.
    Renew {
        /// Of which credential.
        credential: CredentialId,
    },
    /// Bring an expired credential back.
    Reinstate {
        /// Which.
        credential: CredentialId,
    },
    /// Take a responsibility on.
    Action {
        /// Which action of the catalogue.
        action: String,
    },
}

/// An amount to be paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    /// For what.
    pub what: String,
    /// How much.
    pub usd: Figure<Usd>,
}

/// Something that belongs to a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// In the words of the catalogue.
    pub what: String,
    /// Where it is written.
    pub source: Reference,
}

/// When an exam may be tried again, and for how much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RetakeRule {
    /// Days to wait before the second attempt, the third, …; the last holds for all later ones. None: no source tells.
    pub wait_days: Vec<u32>,
    /// No more attempts than this.
    pub most_attempts: Option<u8>,
    /// What each further attempt costs.
    pub fee: Option<Price>,
    /// Where it is written; none where no source tells.
    pub source: Option<Reference>,
}

/// What the record has more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Gain {
    /// A credential, good for so many months; for ever where none.
    Credential {
        /// Which.
        credential: CredentialId,
        /// How long.
        months: Option<u32>,
    },
    /// A held credential is good again until this day.
    Renewed {
        /// Which.
        credential: CredentialId,
        /// Until when.
        until: Date,
    },
    /// Schooling or a program.
    Education {
        /// `program`, `ged`.
        level: String,
        /// What it was about.
        subject: Option<String>,
        /// Who recognises it.
        recognised_by: Vec<String>,
    },
    /// A job, from the day on which the step began.
    Work {
        /// The role.
        role: Option<String>,
        /// The setting.
        setting: Option<String>,
        /// What is done there.
        duties: Vec<String>,
        /// Hours a week.
        hours_per_week: Hours,
    },
    /// A statement.
    Fact {
        /// Under which key.
        key: String,
    },
    /// The day of birth is taken to be far enough back.
    Age {
        /// Full years.
        years: u8,
    },
}

impl Step {
    /// What is paid, in all.
    pub fn cost(&self) -> Usd {
        self.prices.iter().map(|price| price.usd.value).sum()
    }

    /// Whether anything that it takes is an assumption.
    pub fn is_assumed(&self) -> bool {
        self.hours.is_assumed()
            || self.weeks.is_assumed()
            || self.prices.iter().any(|price| price.usd.is_assumed())
    }

    /// Whether it asks nothing of the technician: a day comes, a credential is in hand.
    pub fn is_moment(&self) -> bool {
        matches!(self.deed, Deed::Hold { .. } | Deed::Accrue | Deed::Age { .. })
    }

    /// The credential that it is about.
    pub fn credential(&self) -> Option<&CredentialId> {
        match &self.deed {
            Deed::Study { credential }
            | Deed::Apply { credential, .. }
            | Deed::Exam { credential, .. }
            | Deed::Hold { credential }
            | Deed::Learn { credential }
            | Deed::Renew { credential }
            | Deed::Reinstate { credential } => Some(credential),
            _ => None,
        }
    }
}

impl Gain {
    /// Puts it into a record: what was begun on `began` and done on `done`.
    pub fn add_to(&self, record: &mut Record, began: Date, done: Date) {
        match self {
            Self::Credential { credential, months } => {
                record.credentials.retain(|held| held.credential != *credential);
                let expires =
                    months.map(|n| rung_catalog::Span::Months(i32::try_from(n).unwrap_or(12)).after(done));
                record.credentials.push(held(credential, done, expires));
            }
            Self::Renewed { credential, until } => {
                let own = record.credentials.iter_mut().filter(|held| held.credential == *credential);
                own.for_each(|held| held.expires = Some(*until));
            }
            Self::Education { level, subject, recognised_by } => record.education.push(Education {
                kind: level.clone(),
                title: None,
                provider: None,
                subject: subject.clone(),
                recognised_by: recognised_by.clone(),
                completed: Some(done),
                extra: serde_json::Map::new(),
            }),
            Self::Work { role, setting, duties, hours_per_week } => record.work.push(Work {
                employer: None,
                setting: setting.clone(),
                role: role.clone(),
                state: None,
                from: began,
                until: None,
                hours_per_week: Some(*hours_per_week),
                duties: duties.clone(),
                extra: serde_json::Map::new(),
            }),
            Self::Fact { key } => drop(record.facts.insert(key.clone(), true.into())),
            Self::Age { years } => {
                let span = rung_catalog::Span::Months(i32::from(*years) * 12);
                record.person.birth_date.get_or_insert(span.before(began));
            }
        }
    }
}

fn held(id: &CredentialId, issued: Date, expires: Option<Date>) -> Credential {
    Credential {
        credential: id.clone(),
        number: None,
        issued: Some(issued),
        expires,
        status: rung_record::CredentialStatus::Active,
        periods: Vec::new(),
        renewals: Vec::new(),
        fees_paid: Vec::new(),
        extra: serde_json::Map::new(),
    }
}

/// How long a credential is good when it is first given, in months; none where it does not run out.
pub(crate) fn months_good(catalog: &Catalog, id: &CredentialId) -> Option<u32> {
    months_of(catalog.credential(id.as_str())?)
}

/// How long a credential is good when it is first given, in months; none where it does not run out.
pub(crate) fn months_of(known: &rung_catalog::Credential) -> Option<u32> {
    match known.term.as_ref()?.length {
        rung_catalog::Span::Days(days) => Some((u32::try_from(days).unwrap_or(0) / 30).max(1)),
        span => span.in_months().and_then(|months| u32::try_from(months).ok()),
    }
}
