//! Organizations, and the events, publications and forums through which they are met.

use super::{
    Sheet,
    words::{Cites, EventId, OrganizationId},
};
use crate::{Confidence, Percent, Source, When};
use rung_record::{Date, Usd};
use serde::Deserialize;

/// The file of organizations. Every entry's confidence is the file's where it gives none.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Organizations {
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
    /// Each organization.
    #[serde(default, rename = "organization")]
    pub organizations: Vec<Organization>,
    /// Days and meetings that come back every year.
    #[serde(default, rename = "event")]
    pub events: Vec<Event>,
    /// Magazines, journals, newsletters.
    #[serde(default, rename = "publication")]
    pub publications: Vec<Publication>,
    /// Places to talk with colleagues.
    #[serde(default, rename = "forum")]
    pub forums: Vec<Forum>,
    /// What is known of membership in general.
    #[serde(default, rename = "membership_note")]
    pub membership_notes: Vec<MembershipNote>,
}

/// An organization.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Organization {
    /// Names it.
    pub id: OrganizationId,
    /// Its own name.
    pub name: String,
    /// What kind it is.
    pub kind: OrganizationKind,
    /// Who founded it.
    pub made_by: Option<String>,
    /// Since when there is one.
    pub launched: Option<When>,
    /// Whom it is for.
    pub for_whom: String,
    /// How one belongs.
    #[serde(default)]
    pub membership: Vec<String>,
    /// What it offers.
    #[serde(default)]
    pub benefits: Vec<String>,
    /// Prices that were seen.
    #[serde(default, rename = "price")]
    pub prices: Vec<Price>,
    /// Who runs it.
    pub governance: Option<String>,
    /// What it has been and done.
    #[serde(default)]
    pub history: Vec<String>,
    /// Its publications, by name.
    #[serde(default)]
    pub publications: Vec<String>,
    /// Its forums, by name.
    #[serde(default)]
    pub forums: Vec<String>,
    /// A panel of technicians that it runs.
    pub panel: Option<String>,
    /// The part of the small panel "Our Voice" that belonged to it.
    pub panel_share: Option<Percent>,
    /// What no source has settled.
    #[serde(default)]
    pub open_questions: Vec<String>,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

/// Kinds of organization.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OrganizationKind {
    /// Technicians, under the roof of another society.
    TechnicianSociety,
    /// Technicians, on their own.
    TechnicianAssociation,
    /// Pharmacists and technicians.
    ProfessionalSociety,
    /// Those of one state.
    StateSociety,
    /// Those who teach technicians.
    EducatorsAssociation,
    /// Certifies people.
    Certifier,
    /// Accredits programs.
    Accreditor,
    /// Keeps medicines safe.
    SafetyInstitute,
    /// Firms or a line of work.
    TradeAssociation,
    /// Runs a government program's business side.
    ProgramVendor,
}

/// A price that was seen.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// For what.
    pub what: String,
    /// For members.
    pub member: Usd,
    /// For others.
    pub other: Usd,
    /// When it was asked.
    pub when: String,
}

/// A day or meeting that comes back every year.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Names it.
    pub id: EventId,
    /// Its own name.
    pub name: String,
    /// The usual month, 1 to 12.
    pub month: Option<MonthOfYear>,
    /// The usual seasons, where there is more than one.
    #[serde(default)]
    pub seasons: Vec<Season>,
    /// How its day is found.
    pub rule: Option<String>,
    /// The last time that a source tells of.
    pub last_seen: Option<String>,
    /// When the first was.
    pub first: Option<When>,
    /// Who supports it.
    #[serde(default)]
    pub endorsed_by: Vec<String>,
    /// What no source has settled.
    #[serde(default)]
    pub open_questions: Vec<String>,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

/// A month of any year, 1 to 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(extend("minimum" = 1, "maximum" = 12))
)]
#[serde(try_from = "u8")]
pub struct MonthOfYear(u8);

impl MonthOfYear {
    /// 1 to 12.
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl TryFrom<u8> for MonthOfYear {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, String> {
        if (1..=12).contains(&number) {
            Ok(Self(number))
        } else {
            Err(format!("{number} is not a month (1 to 12)"))
        }
    }
}

/// A season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Fall,
    /// December to February.
    Winter,
}

/// Something to read regularly.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Publication {
    /// Its title.
    pub name: String,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// What kind it is.
    pub kind: PublicationKind,
    /// How often: `two months`.
    pub every: Option<String>,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

/// Kinds of publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum PublicationKind {
    /// Articles for the profession.
    Magazine,
    /// Reviewed studies.
    Journal,
    /// Short news.
    Newsletter,
}

/// A place to talk with colleagues.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Forum {
    /// Its name.
    pub name: String,
    /// On which site or of which organization.
    #[serde(rename = "where")]
    pub place: String,
    /// How many belonged when it was seen.
    pub members: Option<u32>,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

/// What is known of membership in general.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MembershipNote {
    /// In plain words.
    pub text: String,
    /// When it differs from the file's.
    pub confidence: Option<Confidence>,
    /// Where it was read.
    pub cite: Cites,
}

impl Sheet for Organizations {
    fn checked(&self) -> Date {
        self.checked
    }

    fn sources(&self) -> &[Source] {
        &self.sources
    }

    fn entries(&self) -> Vec<(String, &Cites)> {
        let organizations =
            self.organizations.iter().map(|body| (format!("organization {}", body.id), &body.cite));
        let events = self.events.iter().map(|event| (format!("event {}", event.id), &event.cite));
        let publications =
            self.publications.iter().map(|print| (format!("publication {}", print.name), &print.cite));
        let forums = self.forums.iter().map(|forum| (format!("forum {}", forum.name), &forum.cite));
        let notes = self
            .membership_notes
            .iter()
            .map(|note| (format!("membership_note \"{}\"", note.text), &note.cite));
        organizations.chain(events).chain(publications).chain(forums).chain(notes).collect()
    }
}
