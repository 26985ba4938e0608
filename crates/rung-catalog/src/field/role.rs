//! Roles: what a technician can be at work, what each asks, and what comes before it.

use super::{
    Sheet,
    words::{Cites, DutyId, Month, OccupationCode, RoleId, SettingId},
};
use crate::{Condition, Confidence, Source, Span};
use rung_record::{CredentialId, Date, Hours, Usd};
use serde::{Deserialize, Deserializer, de};
use std::fmt;

/// The file of roles.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Roles {
    /// The day somebody last looked at the sources.
    #[serde(deserialize_with = "crate::file::day")]
    #[cfg_attr(feature = "schema", schemars(with = "crate::schema::words::Day"))]
    pub checked: Date,
    /// How sure the file is as a whole.
    pub confidence: Confidence,
    /// What to bear in mind with all of it; shown to the reader.
    #[serde(default)]
    pub cautions: Vec<String>,
    /// What no source has settled.
    #[serde(default)]
    pub open_questions: Vec<String>,
    /// Where it was read.
    #[serde(default, rename = "source")]
    pub sources: Vec<Source>,
    /// Each role: the ladder that most employers have, then the kinds of advanced work.
    #[serde(default, rename = "role")]
    pub roles: Vec<Role>,
    /// How employers order their own rungs.
    pub ladders: Ladders,
}

/// A role.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// Its id everywhere in Rung.
    pub id: RoleId,
    /// As employers call it.
    pub title: String,
    /// How far up.
    pub rung: Rung,
    /// What sets its work apart: Rung's reading of the duties.
    pub work: WorkKind,
    /// Whether whoever holds the credentials that it requires is taken to be in it.
    #[serde(default)]
    pub shown_by_credentials: bool,
    /// Where it is found.
    pub settings: Places,
    /// Credentials that it asks for.
    #[serde(default)]
    pub credentials: RoleCredentials,
    /// Schooling.
    pub education: Option<RoleEducation>,
    /// Work before it, one line for each source's wording.
    #[serde(default)]
    pub experience: Vec<RoleExperience>,
    /// Duties for which the state must allow technicians: the words of the boards' duties.
    #[serde(default)]
    pub state_authority_for: Vec<DutyId>,
    /// What one does in it.
    #[serde(default)]
    pub does: Vec<String>,
    /// What one must be good at.
    #[serde(default)]
    pub competencies: Vec<String>,
    /// What it pays.
    pub pay: Option<RolePay>,
    /// What a nearby occupation of the wage statistics pays: never the pay of the role.
    pub nearby_pay: Option<NearbyPay>,
    /// What comes before it.
    pub preceded_by: Option<PrecededBy>,
    /// What a source says may follow, beside the roles that name this one in `preceded_by`.
    pub leads_to: Option<LeadsTo>,
    /// What studies measured.
    #[serde(default)]
    pub results: Vec<String>,
    /// What else the reader should know.
    #[serde(default)]
    pub notes: Vec<String>,
    /// What no source has settled.
    #[serde(default)]
    pub open_questions: Vec<String>,
    /// How well the sources support the role.
    pub confidence: Confidence,
    /// Where it was read.
    pub cite: Cites,
}

/// How far up the ladder, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Rung {
    /// In training.
    Trainee,
    /// The first role after it.
    Entry,
    /// A second or third level of the same work.
    Experienced,
    /// One kind of advanced work.
    Specialist,
    /// Leads a shift, a project or those who learn.
    Lead,
    /// Answers for people.
    Supervisor,
    /// Answers for a team and its money.
    Manager,
    /// Outside a technician's work: teaching, industry.
    Beyond,
}

impl Rung {
    /// All of them, the lowest first.
    pub const ALL: [Self; 8] = [
        Self::Trainee,
        Self::Entry,
        Self::Experienced,
        Self::Specialist,
        Self::Lead,
        Self::Supervisor,
        Self::Manager,
        Self::Beyond,
    ];
}

/// Kinds of work within the occupation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum WorkKind {
    /// Taking in, filling and handing out prescriptions and orders.
    Dispensing,
    /// Making medicines.
    Compounding,
    /// With patients: histories, vaccines, going home.
    PatientCare,
    /// Buying and keeping stock.
    Supply,
    /// Checking, auditing, keeping people from harm.
    Safety,
    /// Insurance, prior authorization, billing.
    Access,
    /// Machines and information systems.
    Technology,
    /// Teaching and bringing in new people.
    Teaching,
    /// Leading people.
    Leading,
    /// Outside a pharmacy.
    Outside,
}

impl WorkKind {
    /// All of them, from the counter outward.
    pub const ALL: [Self; 10] = [
        Self::Dispensing,
        Self::Compounding,
        Self::PatientCare,
        Self::Supply,
        Self::Safety,
        Self::Access,
        Self::Technology,
        Self::Teaching,
        Self::Leading,
        Self::Outside,
    ];
}

/// Where a role is found.
#[derive(Clone, Debug, PartialEq)]
pub enum Places {
    /// `"all"`: in every setting.
    All,
    /// `"other"`: in none that the catalogue describes.
    Other,
    /// In these.
    These(Vec<SettingId>),
}

impl Places {
    /// Whether the role is found in this setting.
    pub fn includes(&self, setting: &SettingId) -> bool {
        match self {
            Self::All => true,
            Self::Other => false,
            Self::These(ids) => ids.contains(setting),
        }
    }

    /// The settings that are named.
    pub fn named(&self) -> &[SettingId] {
        if let Self::These(ids) = self { ids } else { &[] }
    }
}

impl<'de> Deserialize<'de> for Places {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> de::Visitor<'de> for Written {
            type Value = Places;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of settings, \"all\" or \"other\"")
            }

            fn visit_str<E: de::Error>(self, text: &str) -> Result<Places, E> {
                match text {
                    "all" => Ok(Places::All),
                    "other" => Ok(Places::Other),
                    _ => Err(E::invalid_value(de::Unexpected::Str(text), &self)),
                }
            }

            fn visit_seq<A: de::SeqAccess<'de>>(self, mut list: A) -> Result<Places, A::Error> {
                let mut ids = Vec::new();
                while let Some(id) = list.next_element()? {
                    ids.push(id);
                }
                Ok(Places::These(ids))
            }
        }
        deserializer.deserialize_any(Written)
    }
}

/// Credentials that a role asks for.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RoleCredentials {
    /// All of these.
    pub required: Vec<RequiredCredential>,
    /// Tells more about the state's licence: whose trainee permit is enough, for example.
    pub licence_note: Option<String>,
    /// One of these.
    pub any_of: Vec<CredentialId>,
    /// One of `any_of` is asked only in this case.
    pub any_of_when: Option<String>,
    /// Not asked, but covers the work or is welcome. A body's certificate here means that it covers the work, not that an
    /// employer named it, unless the experience lines say so.
    pub preferred: Vec<CredentialId>,
}

/// A credential that a role cannot do without.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(from = "String")]
pub enum RequiredCredential {
    /// `"state-licence"`: the licence, registration or certification of the state's board, whatever it is called there.
    StateLicence,
    /// A credential of the catalogue.
    Credential(CredentialId),
}

impl From<String> for RequiredCredential {
    fn from(text: String) -> Self {
        if text == "state-licence" { Self::StateLicence } else { Self::Credential(CredentialId(text)) }
    }
}

/// Schooling that a role asks for.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoleEducation {
    /// In plain words.
    pub what: String,
    /// The test that Rung reads from the words.
    #[serde(rename = "if")]
    pub test: Option<Condition>,
    /// How much of the words the test covers.
    #[serde(default)]
    pub reading: Reading,
}

/// Work that a role asks for.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoleExperience {
    /// In plain words.
    pub what: String,
    /// The fewest hours.
    pub hours_at_least: Option<Hours>,
    /// The most hours: a limit, not a goal.
    pub hours_at_most: Option<Hours>,
    /// The shortest time.
    pub length_at_least: Option<Span>,
    /// The upper end of a range of times.
    pub length_at_most: Option<Span>,
    /// How strictly it is asked.
    #[serde(default)]
    pub strength: Strength,
    /// Who asks, or what else is said about how strictly.
    pub asked_by: Option<String>,
    /// The test that Rung reads from the words.
    #[serde(rename = "if")]
    pub test: Option<Condition>,
    /// How much of the words the test covers.
    #[serde(default)]
    pub reading: Reading,
}

/// How strictly something is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// A source asks for it.
    Required,
    /// It does instead of the required line before it.
    Alternative,
    /// A source would like it.
    Preferred,
    /// A credential's own path asks for it, not the role.
    Credential,
    /// The source describes; how strictly it asks is not said.
    #[default]
    Described,
}

/// How much of its words a test covers. Every test on a role is Rung's reading of words that somebody else wrote.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Reading {
    /// It says what the words say.
    #[default]
    Whole,
    /// It says a part of them: who fails it does not meet the words; whether one who passes does, only a person can tell.
    Part,
}

/// What a role pays, by a source that speaks of the role itself.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RolePay {
    /// Whose pay this is and who measured it.
    pub what: String,
    /// Where the figure comes from.
    pub basis: PayBasis,
    /// The month it is of, when known.
    pub period: Option<Month>,
    /// Half earn less, a year.
    pub annual_median: Option<Usd>,
    /// One in ten earns less, a year.
    pub annual_p10: Option<Usd>,
    /// Nine in ten earn less, a year.
    pub annual_p90: Option<Usd>,
    /// The lower end of a range, a year.
    pub annual_low: Option<Usd>,
    /// The upper end of a range, a year.
    pub annual_high: Option<Usd>,
    /// Half earn less, an hour.
    pub hourly_median: Option<Usd>,
    /// Where it was read.
    pub cite: Cites,
}

/// Where a figure of pay comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PayBasis {
    /// Government statistics.
    Official,
    /// A body's or a magazine's survey.
    Survey,
    /// A site that collects salaries; nobody official confirms it.
    SalarySite,
    /// A template of a job description.
    Template,
}

/// What an occupation near a role pays.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NearbyPay {
    /// The occupation, of the file of wages.
    pub occupation: OccupationCode,
    /// How it relates to the role.
    pub relation: Relation,
    /// What else is to be said.
    pub note: Option<String>,
}

/// How an occupation relates to a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// Like work.
    Nearby,
    /// Work that may come after the role.
    Onward,
}

/// What comes before a role.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PrecededBy {
    /// Any of these roles.
    #[serde(default)]
    pub roles: Vec<RoleId>,
    /// What is no role of the catalogue, in plain words.
    #[serde(default)]
    pub outside: Vec<String>,
    /// Whether a source says so.
    pub basis: OrderBasis,
    /// Why, in plain words.
    pub why: Option<String>,
}

/// Whether a source gives the order of two roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum OrderBasis {
    /// A source says it.
    Stated,
    /// Rung infers it from what the roles ask or do.
    Inferred,
}

/// What may follow a role.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LeadsTo {
    /// Roles of the catalogue.
    #[serde(default)]
    pub roles: Vec<RoleId>,
    /// Other titles that the source names.
    #[serde(default)]
    pub titles: Vec<String>,
}

/// How employers order their own rungs.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ladders {
    /// One line each.
    pub examples: Vec<String>,
    /// Where they, and more of the kind, were read.
    pub cite: Cites,
}

/// One thing that a role asks, ready to be compared with a record.
#[derive(Clone, Debug, PartialEq)]
pub struct RoleAsk<'a> {
    /// In plain words; a title for the credentials, the source's words for the rest.
    pub what: String,
    /// What to look for.
    pub test: RoleTest<'a>,
    /// How strictly it is asked.
    pub strength: Strength,
    /// How much of the words the test covers.
    pub reading: Reading,
    /// Asked only in this case.
    pub when: Option<&'a str>,
}

/// How an ask of a role can be answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RoleTest<'a> {
    /// An active licence, registration or certification of the board of the state where one would work.
    StateLicence,
    /// The board of that state lets technicians do this.
    StateAuthority(&'a DutyId),
    /// One of these credentials.
    Holds(&'a [CredentialId]),
    /// A condition on the record.
    Condition(&'a Condition),
    /// Only the words: a person must tell.
    Words,
}

impl Role {
    /// Everything that the role asks, in the order of credentials, authority, schooling and work.
    ///
    /// What is only preferred is listed too, with that strength. A line of [`Strength::Credential`] is for a credential's
    /// own path; whoever holds the credential need not meet it.
    pub fn asks(&self) -> Vec<RoleAsk<'_>> {
        let mut asks = self.credentials.asks();
        asks.extend(self.state_authority_for.iter().map(|duty| RoleAsk {
            what: format!("a state that lets technicians do this: {duty}"),
            test: RoleTest::StateAuthority(duty),
            strength: Strength::Required,
            reading: Reading::Whole,
            when: None,
        }));
        asks.extend(self.education.iter().map(|school| RoleAsk {
            what: school.what.clone(),
            test: RoleTest::of(school.test.as_ref()),
            strength: Strength::Described,
            reading: school.reading,
            when: None,
        }));
        asks.extend(self.experience.iter().map(|work| RoleAsk {
            what: work.what.clone(),
            test: RoleTest::of(work.test.as_ref()),
            strength: work.strength,
            reading: work.reading,
            when: None,
        }));
        asks
    }
}

impl<'a> RoleTest<'a> {
    fn of(test: Option<&'a Condition>) -> Self {
        test.map_or(Self::Words, Self::Condition)
    }
}

impl RoleCredentials {
    fn asks(&self) -> Vec<RoleAsk<'_>> {
        let holds = |ids, what: String, strength, when| RoleAsk {
            what,
            test: RoleTest::Holds(ids),
            strength,
            reading: Reading::Whole,
            when,
        };
        let required = self.required.iter().map(|asked| match asked {
            RequiredCredential::StateLicence => RoleAsk {
                what: self.licence_in_words(),
                test: RoleTest::StateLicence,
                strength: Strength::Required,
                reading: Reading::Whole,
                when: None,
            },
            RequiredCredential::Credential(id) => {
                holds(std::slice::from_ref(id), id.to_string(), Strength::Required, None)
            }
        });
        let any_of = (!self.any_of.is_empty()).then(|| {
            let names: Vec<&str> = self.any_of.iter().map(CredentialId::as_str).collect();
            holds(&self.any_of, names.join(" or "), Strength::Required, self.any_of_when.as_deref())
        });
        let preferred = self
            .preferred
            .iter()
            .map(|id| holds(std::slice::from_ref(id), id.to_string(), Strength::Preferred, None));
        required.chain(any_of).chain(preferred).collect()
    }

    fn licence_in_words(&self) -> String {
        let usual = "the licence, registration or certification that the state's board asks";
        self.licence_note.clone().unwrap_or_else(|| usual.to_owned())
    }

    /// Every credential of the catalogue that is named.
    pub fn named(&self) -> impl Iterator<Item = &CredentialId> {
        let required = self.required.iter().filter_map(|asked| match asked {
            RequiredCredential::StateLicence => None,
            RequiredCredential::Credential(id) => Some(id),
        });
        required.chain(&self.any_of).chain(&self.preferred)
    }
}

impl Sheet for Roles {
    fn checked(&self) -> Date {
        self.checked
    }

    fn sources(&self) -> &[Source] {
        &self.sources
    }

    fn entries(&self) -> Vec<(String, &Cites)> {
        let mut entries = vec![("ladders".to_owned(), &self.ladders.cite)];
        for role in &self.roles {
            entries.push((format!("role {}", role.id), &role.cite));
            entries.extend(role.pay.iter().map(|pay| (format!("role {}, pay", role.id), &pay.cite)));
        }
        entries
    }
}
