//! A board or a body taken apart into facts: duties, changes, questions. Its credentials have facts of their own.

use crate::{
    Address, Fact, Section,
    fact::{sentence, sentences},
    facts_of_credential::{free_address, slug},
};
use rung_catalog::{Allowed, Authority, Catalog, Duty, MonthEnds};
use rung_rules::rule_words;

/// What the catalogue says of `authority` itself.
pub fn facts_of_authority<'a>(catalog: &'a Catalog, authority: &'a Authority) -> Vec<Fact<'a>> {
    let page = Address::authority(authority);
    let duties = authority.duties.iter().map(|duty| of_duty(catalog, &page, duty));
    let changes = authority.changes.iter().map(|change| Fact {
        address: page.at(["changes".to_owned(), change.date.to_string(), slug(&change.what)]),
        section: Section::Changes,
        group: String::new(),
        name: change.date.to_string(),
        says: sentence(&change.what),
        cite: Some(&change.cite),
        ..blank(&page)
    });
    let questions = authority.open_questions.iter().map(|question| Fact {
        address: page.at(["open".to_owned(), slug(&question.ask)]),
        section: Section::OpenQuestions,
        name: "Not settled yet".to_owned(),
        says: question.ask.clone(),
        is_unknown: true,
        cite: question.cite.as_ref(),
        ..blank(&page)
    });
    let notes = authority.notes.iter().map(|note| Fact {
        address: page.at(["note".to_owned(), slug(note)]),
        name: "Note".to_owned(),
        says: sentence(note),
        ..blank(&page)
    });
    let no_credential = authority.no_credential.as_ref().map(|cite| Fact {
        address: page.at(["no-credential"]),
        name: "No credential".to_owned(),
        says: "The board gives technicians no licence, registration or certificate, so it asks nothing to keep one."
            .to_owned(),
        cite: Some(cite),
        ..blank(&page)
    });
    let months = authority.counts_in_months.then(|| month_ends(authority, &page));
    let mut facts: Vec<Fact<'a>> = no_credential
        .into_iter()
        .chain(notes)
        .chain(months)
        .chain(duties)
        .chain(changes)
        .chain(questions)
        .collect();
    // Two duties of one kind have one name; the later ones are numbered.
    for n in 1..facts.len() {
        facts[n].address = free_address(&facts[..n], facts[n].address.clone());
    }
    facts
}

/// The page of the accreditor of continuing education, whose activity numbers tell the topic.
pub const DESIGNATORS: (&str, &str) = ("bodies", "acpe");

/// What the two digits of an activity number's topic mean, as facts of [`DESIGNATORS`]' page.
pub fn facts_of_designators(catalog: &Catalog) -> Vec<Fact<'_>> {
    let page = Address::on(DESIGNATORS.0, DESIGNATORS.1);
    let fact = |topic: &rung_catalog::DesignatedTopic| {
        let topics: Vec<String> = topic.topics.iter().map(|topic| topic.as_str().replace('-', " ")).collect();
        // One that stands for no single subject says so in its note.
        let about =
            if topics.is_empty() { String::new() } else { format!("credit about {}", topics.join(", ")) };
        Fact {
            address: page.at([topic.code.clone()]),
            name: format!("{} {}", topic.code, topic.name),
            says: sentences([about].into_iter().chain(topic.note.clone())),
            ..blank(&page)
        }
    };
    catalog.designated_topics.iter().map(fact).collect()
}

fn blank<'a>(page: &Address) -> Fact<'a> {
    Fact {
        address: page.clone(),
        section: Section::About,
        group: String::new(),
        name: String::new(),
        says: String::new(),
        from: None,
        until: None,
        superseded: false,
        is_unknown: false,
        cite: None,
    }
}

fn of_duty<'a>(catalog: &'a Catalog, page: &Address, duty: &'a Duty) -> Fact<'a> {
    let kind = catalog.duty_kinds.iter().find(|kind| kind.id == duty.kind);
    Fact {
        address: page.at(["duties", duty.kind.as_str()]),
        section: Section::Duties,
        name: kind.map_or_else(|| duty.kind.clone(), |kind| kind.name.clone()),
        says: duty_in_words(catalog, duty),
        from: duty.from,
        until: duty.until,
        is_unknown: duty.allowed == Allowed::Unknown,
        cite: duty.cite.as_ref(),
        ..blank(page)
    }
}

fn duty_in_words(catalog: &Catalog, duty: &Duty) -> String {
    let mut parts = vec![duty.allowed.in_words().to_owned()];
    if !duty.who.is_empty() {
        let names = duty.who.iter().map(|id| catalog.short_name(id.as_str())).collect::<Vec<_>>();
        parts.push(format!("only: {}", names.join("; ")));
    }
    if !duty.terms.is_empty() {
        let terms = duty.terms.join("; ");
        let on_terms = matches!(duty.allowed, Allowed::Yes | Allowed::Conditions);
        parts.push(if on_terms { format!("on these terms: {terms}") } else { terms });
    } else if let Some(condition) = &duty.condition {
        parts.push(format!("if {}", rule_words::condition(catalog, condition)));
    }
    parts.extend(duty.question.clone());
    parts.extend(duty.note.clone());
    sentences(parts)
}

fn month_ends<'a>(authority: &'a Authority, page: &Address) -> Fact<'a> {
    let how = match authority.month_ends {
        Some(MonthEnds::LastDay) => "a month from 31 January ends on the last day of February",
        Some(MonthEnds::NextFirst) => "a month from 31 January ends on 1 March",
        None => "how a month from 31 January ends is not stated",
    };
    let reading =
        if authority.month_ends_cite.is_none() { "that is Rung's reading; no text says it" } else { "" };
    Fact {
        address: page.at(["month-ends"]),
        name: "Lengths in months".to_owned(),
        says: sentences([how.to_owned(), reading.to_owned()]),
        cite: authority.month_ends_cite.as_ref(),
        ..blank(page)
    }
}
