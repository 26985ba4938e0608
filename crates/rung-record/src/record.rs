//! The record and its parts.

use crate::{Hours, Period, Usd};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value};
use std::{
    borrow::Borrow,
    fmt,
    ops::{Deref, DerefMut},
    sync::Arc,
};

macro_rules! text_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, text: &str) -> bool {
                self.0 == text
            }
        }
    )*};
}

text_ids! {
    /// A credential of the catalogue, for example `ptcb-cpht` or `tx-pharmacy-technician`.
    CredentialId;
    /// A credit within its record.
    CreditId;
    /// A subject that rules speak of, for example `law` or `patient-safety`. The list is open.
    Topic;
}

/// Everything that is known of one technician. The file format is `rung-record/1`.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Record {
    /// Who it is.
    pub person: Person,
    /// What is held or was held.
    pub credentials: Vec<Credential>,
    /// Continuing education that was completed.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<Credit>"))]
    pub credits: Credits,
    /// Where they worked. Empty says that nobody has told, not that there was none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub work: Vec<Work>,
    /// Schools, programmes and degrees. Empty says that nobody has told.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub education: Vec<Education>,
    /// Answers that no other part holds, by key: `attest:…` for what the technician attests.
    #[serde(skip_serializing_if = "Map::is_empty")]
    pub facts: Map<String, Value>,
    /// What this version does not know, kept as it was.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A list of credits, used as a `Vec`. Copies share it until one of them is changed: there may be ten thousand, and a record
/// that is imagined beside the one that is kept has the same.
#[derive(Clone, Default, PartialEq)]
pub struct Credits(Arc<Vec<Credit>>);

impl Deref for Credits {
    type Target = Vec<Credit>;

    fn deref(&self) -> &Vec<Credit> {
        &self.0
    }
}

impl DerefMut for Credits {
    fn deref_mut(&mut self) -> &mut Vec<Credit> {
        Arc::make_mut(&mut self.0)
    }
}

impl From<Vec<Credit>> for Credits {
    fn from(credits: Vec<Credit>) -> Self {
        Self(Arc::new(credits))
    }
}

impl<'a> IntoIterator for &'a Credits {
    type Item = &'a Credit;
    type IntoIter = std::slice::Iter<'a, Credit>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl fmt::Debug for Credits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Credits {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.as_slice().serialize(serializer)
    }
}

/// The technician.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// As it should be printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Some renewal dates follow the birthday.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub birth_date: Option<Date>,
    /// What this version does not know, kept as it was.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Something that is held: a licence, registration, certification or certificate.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Credential {
    /// Its id in the catalogue.
    pub credential: CredentialId,
    /// The number on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The day of the first issue ever.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub issued: Option<Date>,
    /// The last day of the current period.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub expires: Option<Date>,
    /// Anything but active, when that is so.
    #[serde(skip_serializing_if = "CredentialStatus::is_active")]
    pub status: CredentialStatus,
    /// Periods with dates of their own, where they do not follow from `expires` and the cycle.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub periods: Vec<HeldPeriod>,
    /// Renewals that were applied for, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub renewals: Vec<Renewal>,
    /// What was paid for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fees_paid: Vec<FeePaid>,
    /// What this version does not know, kept as it was.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Whether a credential may be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CredentialStatus {
    /// In good standing until it expires.
    #[default]
    Active,
    /// Kept without the right to practise.
    Inactive,
    /// Taken away for a time.
    Suspended,
    /// Taken away.
    Revoked,
    /// Given back.
    Surrendered,
}

impl CredentialStatus {
    /// Whether nothing stands against its use.
    pub fn is_active(&self) -> bool {
        *self == Self::Active
    }
}

/// One period of a credential, both days within.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HeldPeriod {
    /// The first day.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub from: Date,
    /// The last day.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub to: Date,
    /// What this version does not know, kept as it was.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl HeldPeriod {
    /// The same days as a value to reckon with.
    pub fn days(&self) -> Period {
        Period::inclusive(self.from, self.to)
    }
}

/// One application to renew.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Renewal {
    /// The day it was sent.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub filed: Date,
    /// The day it was approved; none while it is pending.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub approved: Option<Date>,
    /// The day it was sent back, if it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub returned: Option<Date>,
    /// What this version does not know, kept as it was.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Money that was paid for a credential: its application, an examination, a renewal.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FeePaid {
    /// How much.
    pub usd: Usd,
    /// The day it was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub paid: Option<Date>,
    /// For what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub what: Option<String>,
    /// What this version does not know, kept as it was.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// One completed activity of continuing education.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Credit {
    /// Names it within the record.
    pub id: CreditId,
    /// The day on which it was completed.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub completed: Date,
    /// As on the certificate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// Contact hours. A named course or an exam may have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
    /// The activity number as it was typed or imported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uan: Option<String>,
    /// What kind of activity it was.
    pub kind: CreditKind,
    /// Who accredits it (`acpe`, `cme-1`, `board:tx`, …). None says that nobody has told; an empty list says nobody does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accreditation: Option<Vec<String>>,
    /// Live or home study; none when nobody has told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<Format>,
    /// Subjects beside the one that the activity number tells.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<Topic>,
    /// The jurisdiction that a law topic is about: two letters, or `US`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law_of: Option<String>,
    /// For whom it was made; none when nobody has told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audience: Option<Audience>,
    /// Academic credits of a college course, in hours' notation (`3`, `1.5`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub academic_credits: Option<Hours>,
    /// Grade of a college course.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<String>,
    /// What this version does not know, kept as it was.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// What kind of activity a credit was earned with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CreditKind {
    /// A continuing-education activity.
    #[default]
    Ce,
    /// A course at a college.
    CollegeCourse,
    /// Training at work under a pharmacist.
    InService,
    /// A presentation that was given.
    Presentation,
    /// Volunteer health-care service.
    Volunteer,
    /// Attendance at a meeting of a board.
    BoardMeeting,
    /// An examination that was passed.
    Exam,
    /// ACLS, PALS and the like.
    LifeSupport,
    /// A named course without hours.
    Course,
}

/// How an activity was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// In the same room.
    Live,
    /// In real time, at a distance.
    LiveOnline,
    /// In one's own time.
    Home,
}

/// For whom an activity was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Pharmacy technicians.
    Technician,
    /// Pharmacists.
    Pharmacist,
    /// Both.
    Both,
}

/// One job.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Work {
    /// Who paid for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employer: Option<String>,
    /// The practice setting's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub setting: Option<String>,
    /// The role's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// The jurisdiction, two letters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
    /// The first day.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub from: Date,
    /// The last day; none while it lasts.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub until: Option<Date>,
    /// On average.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours_per_week: Option<Hours>,
    /// What was done there: `immunization`, `sterile-compounding`, …
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<String>,
    /// What this version does not know, kept as it was.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// A school, programme or degree that was finished or begun.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Education {
    /// `high-school`, `ged`, `technician-program`, `program`, `degree`, …
    pub kind: String,
    /// Its name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Who gave it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// What it was about, for example `sterile-compounding`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// Who recognises or accredits it: `ptcb`, `ashp-acpe`, `board:tx`, …
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub recognised_by: Vec<String>,
    /// The day it was, or will be, completed; none when it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub completed: Option<Date>,
    /// What this version does not know, kept as it was.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// An answer among a record's facts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fact<'a> {
    /// Yes or no.
    Is(bool),
    /// A text or a number, as written.
    Says(&'a Value),
}

impl Record {
    /// The name and version of the file format.
    pub const FORMAT: &'static str = "rung-record/1";

    /// The answer kept under `key`.
    pub fn fact(&self, key: &str) -> Option<Fact<'_>> {
        match self.facts.get(key)? {
            Value::Bool(yes) => Some(Fact::Is(*yes)),
            Value::Null => None,
            other => Some(Fact::Says(other)),
        }
    }

    /// The yes or no kept under `key`.
    pub fn answer(&self, key: &str) -> Option<bool> {
        match self.fact(key) {
            Some(Fact::Is(yes)) => Some(yes),
            _ => None,
        }
    }

    /// The canonical file: known fields in the order of their types, then the unknown ones as they came.
    ///
    /// Reading it gives the same record, and writing that gives the same bytes.
    pub fn to_json(&self) -> String {
        #[derive(Serialize)]
        struct File<'a> {
            format: &'static str,
            #[serde(flatten)]
            record: &'a Record,
        }
        let mut text =
            serde_json::to_string_pretty(&File { format: Self::FORMAT, record: self }).unwrap_or_default();
        text.push('\n');
        text
    }
}
