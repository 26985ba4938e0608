//! The answer, with its proof: a value that borrows from the record and the catalogue.

use crate::Verdict;
use rung_catalog::{Catalog, Cite, Confidence, Credential, Exception, Requirement, RuleSet, Stage};
use rung_record::{CredentialId, Date, Hours, Period, Record};
use std::borrow::Cow;

/// Where a technician stands on a day.
#[derive(Clone, Debug)]
pub struct Status<'a> {
    /// The day.
    pub on: Date,
    /// The record that was judged; credits are named by their index in it.
    pub record: &'a Record,
    /// The catalogue it was judged by.
    pub catalog: &'a Catalog,
    /// What is due, in the order of the record's credentials.
    pub obligations: Vec<Obligation<'a>>,
    /// Credentials of the record that the catalogue does not know.
    pub not_in_catalogue: Vec<&'a CredentialId>,
}

/// One renewal that is due, or one duty with a clock of its own.
#[derive(Clone, Debug)]
pub struct Obligation<'a> {
    /// The credential's rules.
    pub credential: &'a Credential,
    /// What the record says of it.
    pub held: &'a rung_record::Credential,
    /// The version of the rules in force; none when nothing is asked or nothing is known.
    pub rules: Option<&'a RuleSet>,
    /// The days in which credit is earned for it.
    pub period: Option<Period>,
    /// Whether the credential was first issued in this period; none when the record does not tell.
    pub is_first: Option<bool>,
    /// All lines together.
    pub verdict: Verdict,
    /// What can be done.
    pub route: Route,
    /// From this day one may apply.
    pub opens: Option<Date>,
    /// Up to this day the application is on time.
    pub file_by: Option<Date>,
    /// The last day on which the credential is good.
    pub expires: Option<Date>,
    /// The stage of the days after expiry, while the route is a reinstatement.
    pub stage: Option<&'a Stage>,
    /// The last day of that stage.
    pub reinstate_by: Option<Date>,
    /// What is asked, line by line.
    pub lines: Vec<Line<'a>>,
    /// Credits that lie outside the period, after the day asked about, or between a filing and its approval: they
    /// count for no line of the period, and are told once.
    pub elsewhere: Vec<NotCounted>,
    /// What would settle an unknown.
    pub questions: Vec<Question<'a>>,
    /// The lowest confidence that the verdict stands on.
    pub confidence: Confidence,
}

/// What can be done about a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// It is good, and can be renewed.
    Renew,
    /// It has expired, and can be brought back.
    Reinstate,
    /// It is gone and must be earned anew.
    StartOver,
    /// Nothing is asked.
    None,
}

impl Route {
    /// `renew`, `reinstate`, `start-over`, `none`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Renew => "renew",
            Self::Reinstate => "reinstate",
            Self::StartOver => "start-over",
            Self::None => "none",
        }
    }
}

/// One line of an obligation, judged.
#[derive(Clone, Debug)]
pub struct Line<'a> {
    /// The rule.
    pub requirement: &'a Requirement,
    /// The rule's id, with the year added where the rule asks for each year.
    pub id: Cow<'a, str>,
    /// Whether it holds.
    pub verdict: Verdict,
    /// Hours asked (for a cap: the most that counts); none when the line asks no hours, or nobody knows how many.
    pub asked: Option<Hours>,
    /// Hours counted: the sum over `credits`.
    pub counted: Hours,
    /// Hours missing.
    pub short: Hours,
    /// The days in which a credit must be completed to serve it.
    pub window: Option<Period>,
    /// What was counted.
    pub credits: Vec<Counted>,
    /// What was not counted, each with the one reason that a person would give first.
    pub not_counted: Vec<NotCounted>,
    /// The case that changed what is asked.
    pub exception: Option<&'a Exception>,
    /// Whether the line applies to this technician at all.
    pub applies: Verdict,
    /// Lines any of which would meet this one too.
    pub or: Vec<Line<'a>>,
    /// Lines that make up this one.
    pub all_of: Vec<Line<'a>>,
    /// What would settle an unknown.
    pub questions: Vec<Question<'a>>,
}

/// A credit that serves a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// Index of the credit in the record.
    pub credit: usize,
    /// How many of its hours.
    pub hours: Hours,
    /// Earned in an earlier period and carried over.
    pub carried: bool,
}

/// A credit, or a part of it, that does not serve a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCounted {
    /// Index of the credit in the record.
    pub credit: usize,
    /// How many of its hours.
    pub hours: Hours,
    /// Why.
    pub reason: Reason,
}

/// Why a credit does not serve a line, in the order in which a person would say so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Completed later than the day asked about.
    AfterToday,
    /// Completed outside the renewal period.
    OutsidePeriod,
    /// Completed after a renewal was filed and before it was approved.
    DeadZone,
    /// Completed in the period, but outside the days that this line looks at.
    OutsideWindow,
    /// The same activity as another credit, by its index.
    DuplicateOf(usize),
    /// This kind of activity is not accepted.
    NotAccepted,
    /// Not accredited by a body that the rule names.
    NotAccredited,
    /// Made for somebody else.
    WrongAudience,
    /// Not taken in the way that the rule asks.
    WrongFormat,
    /// About something else.
    WrongTopic,
    /// About another jurisdiction's law.
    WrongJurisdiction,
    /// A college course with too few credits, or too low a grade.
    CourseTooSmall,
    /// The record does not say how many hours it gave.
    NoHours,
    /// Over what such credits may contribute.
    CapReached,
    /// Its hours serve a line that comes on top of the others.
    UsedInAddition,
    /// Its hours served an earlier period.
    UsedEarlier,
}

impl Reason {
    /// A stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::AfterToday => "after-today",
            Self::OutsidePeriod => "outside-period",
            Self::DeadZone => "dead-zone",
            Self::OutsideWindow => "outside-window",
            Self::DuplicateOf(_) => "duplicate",
            Self::NotAccepted => "not-accepted",
            Self::NotAccredited => "not-accredited",
            Self::WrongAudience => "wrong-audience",
            Self::WrongFormat => "wrong-format",
            Self::WrongTopic => "wrong-topic",
            Self::WrongJurisdiction => "wrong-jurisdiction",
            Self::CourseTooSmall => "course-too-small",
            Self::NoHours => "no-hours",
            Self::CapReached => "cap-reached",
            Self::UsedInAddition => "used-in-addition",
            Self::UsedEarlier => "used-earlier",
        }
    }
}

/// Something that would settle an unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question<'a> {
    /// The record lacks a fact about the technician.
    Tell(Untold<'a>),
    /// The record lacks a fact about a credit: its index, and what.
    AboutCredit(usize, Missing),
    /// No source says; somebody else is to be asked.
    Ask(Unwritten<'a>),
}

/// What a record does not tell of the technician.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Untold<'a> {
    /// The day on which the credential was first issued.
    FirstIssued,
    /// The day on which the credential expires.
    Expires,
    /// The expiry date printed on this credential.
    PrintedExpiry(CredentialId),
    /// The date of birth.
    BirthDate,
    /// What the technician does at work; it matters whether these duties are among it.
    Duties(&'a [String]),
    /// Where the technician works; it matters whether these settings are among it.
    Settings(&'a [String]),
    /// Schools that were finished.
    Schools,
    /// Training programmes that were completed.
    Programmes,
    /// Jobs, since when, how many hours a week.
    Jobs,
    /// How many hours a week each job had.
    HoursAWeek,
    /// Whether something is so that only the technician can confirm.
    Confirmed {
        /// The name of the fact in the record.
        key: &'a str,
        /// What is to be confirmed, in the words of the rule; the key says it when there are none.
        what: Option<&'a str>,
    },
}

/// What no source says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwritten<'a> {
    /// A question that the catalogue itself asks.
    Asked(&'a str),
    /// How many hours of this are asked.
    HoursOf(&'a str),
    /// How to get the credential; this body knows.
    Paths(&'a str),
    /// The rules of this period; this body knows.
    Rules(&'a str),
    /// How long after expiry it can be brought back.
    Reinstatement,
}

/// What a credit does not tell of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Who accredits it.
    Accreditation,
    /// Live or home study.
    Format,
    /// For whom it was made.
    Audience,
    /// Whose law it is about.
    LawOf,
    /// The topic that was typed in is not the one that its activity number tells.
    Topic,
    /// The grade of a college course.
    Grade,
    /// The academic credits of a college course.
    AcademicCredits,
}

impl<'a> Obligation<'a> {
    /// The fees that are asked on `day`: those of the stage after expiry, and those of the rules in force.
    pub fn fees(&self, day: Date) -> Vec<&'a rung_catalog::Fee> {
        let of_stage = self.stage.iter().flat_map(|stage| &stage.fees);
        let of_rules = self.rules.iter().flat_map(|rules| &rules.fees);
        of_stage.chain(of_rules).filter(|fee| fee.in_force_on(day)).collect()
    }

    /// The last day to earn credit for it: before the application is due or, when that day has gone by, before the end.
    pub fn earn_by(&self, on: Date) -> Option<Date> {
        let last = self.period?.last();
        Some(self.file_by.filter(|by| *by >= on && self.route == Route::Renew).unwrap_or(last).min(last))
    }

    /// The application to renew that was sent in this period by `on` and is not approved; the last one.
    pub fn pending(&self, on: Date) -> Option<&'a rung_record::Renewal> {
        let period = self.period?;
        let last = self.held.renewals.iter().rfind(|renewal| renewal.filed <= on)?;
        (period.contains(last.filed) && last.approved.is_none()).then_some(last)
    }

    /// The duty with a clock of its own that it is; empty for the renewal itself.
    pub fn duty(&self) -> &'a str {
        self.rules.map_or("", |rules| rules.duty.as_str())
    }

    /// Where the obligation as a whole is written.
    pub fn cite(&self) -> Option<&'a Cite> {
        self.rules.map(|rules| &rules.cite)
    }

    /// Every credit that does not serve a line of this obligation, with the reason: those of the period first, then
    /// those that lie elsewhere.
    pub fn not_counted<'l>(&'l self, line: &'l Line<'a>) -> impl Iterator<Item = &'l NotCounted> {
        let looks_at_credits = line.window.is_some() && line.requirement.kind() != "maximum";
        let is_told = |credit: usize| {
            line.credits.iter().any(|counted| counted.credit == credit)
                || line.not_counted.iter().any(|refused| refused.credit == credit)
        };
        let elsewhere =
            self.elsewhere.iter().filter(move |refused| looks_at_credits && !is_told(refused.credit));
        line.not_counted.iter().chain(elsewhere)
    }

    /// The line with this id, at any depth.
    pub fn line(&self, id: &str) -> Option<&Line<'a>> {
        self.lines.iter().find_map(|line| line.find(id))
    }
}

impl<'a> Line<'a> {
    /// This line and every line inside it, in reading order.
    pub fn walk(&self) -> Vec<&Self> {
        std::iter::once(self).chain(self.all_of.iter().chain(&self.or).flat_map(Self::walk)).collect()
    }

    /// The alternative that met the line, where its own hours did not.
    pub fn met_otherwise(&self) -> Option<&Self> {
        let by_itself = match self.requirement.kind() {
            "minimum" => self.asked.is_some_and(|asked| self.counted >= asked),
            _ => !self.credits.is_empty(),
        };
        if self.verdict != Verdict::Met || by_itself {
            return None;
        }
        self.or.iter().find(|other| other.verdict == Verdict::Met)
    }

    fn find(&self, id: &str) -> Option<&Self> {
        if self.id == id {
            return Some(self);
        }
        self.all_of.iter().chain(&self.or).find_map(|line| line.find(id))
    }
}
