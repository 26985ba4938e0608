//! Does this credit count?
//!
//! [`does_it_count`] is the one place that decides whether a credit passes a filter. What the filter needs of a credit
//! is gathered once, in [`CreditFacts`]: what was typed in, and what the activity number tells by itself.

use crate::status::{Missing, Reason};
use rung_catalog::{Catalog, Conversion, Filter};
use std::hash::{DefaultHasher, Hash, Hasher};

use rung_record::{Audience, Credit, CreditKind, Date, Format, Hours, Topic, Uan, UanFormat};

/// Whether a credit passes a filter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Passes {
    Yes,
    No(Reason),
    /// The record does not say enough.
    Perhaps(Missing),
}

/// What is known of a credit.
#[derive(Clone, Debug)]
pub(crate) struct CreditFacts<'a> {
    pub credit: &'a Credit,
    pub uan: Option<Uan>,
    accredited_by_number: bool,
    format: Option<Format>,
    audience: Option<Audience>,
    designated: &'a [Topic],
    /// Topics that were typed in although the number designates another one.
    contradicted: Vec<&'a Topic>,
}

impl<'a> CreditFacts<'a> {
    /// Gathers them. Where what was typed in and the activity number disagree on format or audience the number is
    /// believed: it is what the certifying bodies look at.
    pub fn gather(credit: &'a Credit, catalog: &'a Catalog) -> Self {
        let uan: Option<Uan> = credit.uan.as_deref().and_then(|text| text.parse().ok());
        let designated = uan
            .as_ref()
            .and_then(|uan| catalog.designated_topic(uan.topic()))
            .map_or(&[][..], |topic| &topic.topics);
        let format = match uan.as_ref().map(Uan::format) {
            Some(UanFormat::Home) => Some(Format::Home),
            Some(UanFormat::Live) => {
                credit.format.filter(|typed| *typed != Format::Home).or(Some(Format::Live))
            }
            _ => credit.format,
        };
        let audience = match &uan {
            Some(uan) if uan.is_for_technicians() => {
                credit.audience.filter(|typed| *typed == Audience::Both).or(Some(Audience::Technician))
            }
            Some(_) => Some(Audience::Pharmacist),
            None => credit.audience,
        };
        let contradicted = match &uan {
            None => Vec::new(),
            Some(_) => credit
                .topics
                .iter()
                .filter(|typed| !designated.contains(typed) && is_designated(catalog, typed))
                .collect(),
        };
        Self { credit, accredited_by_number: uan.is_some(), uan, format, audience, designated, contradicted }
    }

    /// The hours that it gives: its own, or what the rules convert it to.
    pub fn hours(&self, conversions: &[Conversion]) -> Option<Hours> {
        self.credit.hours.or_else(|| {
            let conversion = conversions.iter().find(|conversion| conversion.kind == self.credit.kind)?;
            let for_credits = || {
                let rate = conversion.hours_per_academic_credit?;
                let credits = self.credit.academic_credits?;
                Some(Hours::from_seconds(rate.in_seconds().saturating_mul(credits.in_seconds()) / 3600))
            };
            conversion.hours_each.or_else(for_credits)
        })
    }

    /// Equal for credits that are the same activity.
    pub fn activity_hash(&self) -> u64 {
        if let Some(uan) = &self.uan {
            return uan.activity_hash();
        }
        let mut hasher = DefaultHasher::new();
        (&self.credit.title, self.credit.completed).hash(&mut hasher);
        hasher.finish()
    }

    /// Whether both credits are the same activity: by number (the numbers for technicians and for pharmacists are one
    /// activity), else by title, provider, day and hours.
    pub fn is_same_activity(&self, other: &Self) -> bool {
        match (&self.uan, &other.uan) {
            (Some(one), Some(two)) => one.is_same_activity(two),
            (None, None) => {
                let key = |facts: &Self| (facts.credit.completed, facts.credit.hours, facts.credit.kind);
                self.credit.title.is_some()
                    && self.credit.title == other.credit.title
                    && self.credit.provider == other.credit.provider
                    && key(self) == key(other)
            }
            _ => false,
        }
    }
}

/// What a credit tells of itself: what was typed in, and what its activity number says.
#[derive(Clone, Debug, PartialEq)]
pub struct Told<'a> {
    /// Its activity number, when it is one.
    pub uan: Option<Uan>,
    /// Live or home study.
    pub format: Option<Format>,
    /// For whom it was made.
    pub audience: Option<Audience>,
    /// Its subjects: the one that the number designates, then those typed in that the number does not deny.
    pub topics: Vec<&'a Topic>,
}

/// What the rules know of a credit.
pub fn told<'a>(credit: &'a Credit, catalog: &'a Catalog) -> Told<'a> {
    let facts = CreditFacts::gather(credit, catalog);
    let mut topics: Vec<&Topic> = facts.designated.iter().collect();
    for topic in &credit.topics {
        if !topics.contains(&topic) && !facts.contradicted.contains(&topic) {
            topics.push(topic);
        }
    }
    Told { uan: facts.uan, format: facts.format, audience: facts.audience, topics }
}

/// Whether the topic is one that activity numbers designate. An office of its own ("pharmacy administration") is too
/// wide to contradict anything.
fn is_designated(catalog: &Catalog, topic: &Topic) -> bool {
    catalog.designated_topics.iter().any(|known| known.code != "04" && known.topics.contains(topic))
}

/// Whether the credit passes the filter; if not, the one reason that a person would give first.
pub(crate) fn does_it_count(filter: &Filter, facts: &CreditFacts<'_>) -> Passes {
    let credit = facts.credit;
    let mut missing = None;
    if !filter.kinds.is_empty() && !filter.kinds.contains(&credit.kind) {
        return Passes::No(Reason::NotAccepted);
    }
    if !is_completed_within(filter.completed_from, filter.completed_before, credit.completed) {
        return Passes::No(Reason::NotAccepted);
    }
    let mut note = |step: Passes| match step {
        Passes::Yes => None,
        Passes::Perhaps(what) => {
            missing = missing.or(Some(what));
            None
        }
        Passes::No(reason) => Some(reason),
    };
    let refused = note(accreditation(filter, facts))
        .or_else(|| note(college(filter, credit)))
        .or_else(|| note(audience(filter, facts)))
        .or_else(|| note(format(filter, facts)))
        .or_else(|| note(topics(filter, facts)))
        .or_else(|| note(law_of(filter, credit)));
    if let Some(reason) = refused {
        return Passes::No(reason);
    }
    if !filter.any.is_empty() {
        match any_of(&filter.any, facts) {
            Passes::Yes => {}
            Passes::Perhaps(what) => missing = missing.or(Some(what)),
            Passes::No(reason) => return Passes::No(reason),
        }
    }
    if let Some(refused) = &filter.not {
        match does_it_count(refused, facts) {
            Passes::Yes => return Passes::No(what_is_refused(refused)),
            Passes::Perhaps(what) => missing = missing.or(Some(what)),
            Passes::No(_) => {}
        }
    }
    missing.map_or(Passes::Yes, Passes::Perhaps)
}

fn is_completed_within(from: Option<Date>, before: Option<Date>, completed: Date) -> bool {
    from.is_none_or(|from| from <= completed) && before.is_none_or(|before| completed < before)
}

fn accreditation(filter: &Filter, facts: &CreditFacts<'_>) -> Passes {
    let accepted = &filter.accreditation;
    if accepted.is_empty() || (facts.accredited_by_number && accepted.iter().any(|body| body == "acpe")) {
        return Passes::Yes;
    }
    match &facts.credit.accreditation {
        Some(bodies) if bodies.iter().any(|body| accepted.contains(body)) => Passes::Yes,
        Some(_) => Passes::No(Reason::NotAccredited),
        // A number says that ACPE accredits it; that is an answer, though not the one that the rule wants.
        None if facts.accredited_by_number => Passes::No(Reason::NotAccredited),
        None => Passes::Perhaps(Missing::Accreditation),
    }
}

fn college(filter: &Filter, credit: &Credit) -> Passes {
    if credit.kind != CreditKind::CollegeCourse {
        return Passes::Yes;
    }
    let credits = match (filter.academic_credits_at_least, credit.academic_credits) {
        (Some(least), Some(credits)) if credits < least => return Passes::No(Reason::CourseTooSmall),
        (Some(_), None) => Passes::Perhaps(Missing::AcademicCredits),
        _ => Passes::Yes,
    };
    match (filter.grade_at_least, credit.grade.as_deref().and_then(|grade| grade.trim().chars().next())) {
        // Letters go down the alphabet: A is better than C. A plus or minus does not change the letter.
        (Some(least), Some(grade)) if grade.to_ascii_uppercase() > least => {
            Passes::No(Reason::CourseTooSmall)
        }
        (Some(_), None) => Passes::Perhaps(Missing::Grade),
        _ => credits,
    }
}

fn audience(filter: &Filter, facts: &CreditFacts<'_>) -> Passes {
    if filter.audience.is_empty() {
        return Passes::Yes;
    }
    let wants = |audience| filter.audience.contains(&audience);
    match facts.audience {
        Some(Audience::Both) if wants(Audience::Technician) || wants(Audience::Both) => Passes::Yes,
        Some(said) if wants(said) => Passes::Yes,
        Some(_) => Passes::No(Reason::WrongAudience),
        // Only what says so is made for pharmacists.
        None if filter.audience == [Audience::Pharmacist] => Passes::No(Reason::WrongAudience),
        None => Passes::Perhaps(Missing::Audience),
    }
}

fn format(filter: &Filter, facts: &CreditFacts<'_>) -> Passes {
    match facts.format {
        _ if filter.formats.is_empty() => Passes::Yes,
        Some(said) if filter.formats.contains(&said) => Passes::Yes,
        Some(_) => Passes::No(Reason::WrongFormat),
        None => Passes::Perhaps(Missing::Format),
    }
}

fn topics(filter: &Filter, facts: &CreditFacts<'_>) -> Passes {
    if filter.topics.is_empty() {
        return Passes::Yes;
    }
    let wanted = |topic: &Topic| filter.topics.contains(topic);
    let typed = || facts.credit.topics.iter().filter(|topic| wanted(topic));
    if facts.designated.iter().any(wanted) || typed().any(|topic| !facts.contradicted.contains(&topic)) {
        Passes::Yes
    } else if typed().next().is_some() {
        Passes::Perhaps(Missing::Topic)
    } else {
        Passes::No(Reason::WrongTopic)
    }
}

fn law_of(filter: &Filter, credit: &Credit) -> Passes {
    match (&filter.law_of, &credit.law_of) {
        (None, _) => Passes::Yes,
        (Some(wanted), Some(said)) if wanted == said => Passes::Yes,
        (Some(_), Some(_)) => Passes::No(Reason::WrongJurisdiction),
        (Some(_), None) => Passes::Perhaps(Missing::LawOf),
    }
}

/// One alternative is enough; of the refusals the one that got furthest is told.
fn any_of(alternatives: &[Filter], facts: &CreditFacts<'_>) -> Passes {
    let mut answer = Passes::No(Reason::AfterToday);
    for alternative in alternatives {
        answer = match (answer, does_it_count(alternative, facts)) {
            (_, Passes::Yes) => return Passes::Yes,
            (Passes::Perhaps(what), _) | (_, Passes::Perhaps(what)) => Passes::Perhaps(what),
            (Passes::No(one), Passes::No(two)) => Passes::No(one.max(two)),
            (Passes::Yes, _) => Passes::Yes,
        };
    }
    answer
}

/// The reason that stands behind a `not`.
fn what_is_refused(filter: &Filter) -> Reason {
    if !filter.audience.is_empty() {
        Reason::WrongAudience
    } else if !filter.formats.is_empty() {
        Reason::WrongFormat
    } else if !filter.topics.is_empty() {
        Reason::WrongTopic
    } else if !filter.accreditation.is_empty() {
        Reason::NotAccredited
    } else {
        Reason::NotAccepted
    }
}
