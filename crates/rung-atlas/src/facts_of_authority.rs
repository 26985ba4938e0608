//! A board or a body taken apart into facts: duties, changes, questions. Its credentials have facts of their own.

use crate::{
    Address, Fact, FactKind, Section,
    fact::{sentence, sentences},
    facts_of_credential::{free_address, slug},
    words::allowed,
};
use rung_catalog::{Allowed, Authority, Catalog, Duty, MonthEnds};
use rung_rules::rule_words;
use rung_words::{Words, say};

/// What the catalogue says of `authority` itself.
pub fn facts_of_authority<'a>(
    words: &Words,
    catalog: &'a Catalog,
    authority: &'a Authority,
) -> Vec<Fact<'a>> {
    let own = |text: &str| words.english(text).into_owned();
    let page = Address::authority(authority);
    let duties = authority.duties.iter().map(|duty| of_duty(words, catalog, &page, duty));
    let changes = authority.changes.iter().map(|change| Fact {
        address: page.at(["changes".to_owned(), change.date.to_string(), slug(&change.what)]),
        section: Section::Changes,
        group: String::new(),
        name: change.date.to_string(),
        says: own(&sentence(&change.what)),
        cite: Some(&change.cite),
        ..blank(&page)
    });
    let questions = authority.open_questions.iter().map(|question| Fact {
        address: page.at(["open".to_owned(), slug(&question.ask)]),
        section: Section::OpenQuestions,
        name: say!(words, "facts-name-open-question"),
        says: own(&question.ask),
        is_unknown: true,
        cite: question.cite.as_ref(),
        ..blank(&page)
    });
    let notes = authority.notes.iter().map(|note| Fact {
        address: page.at(["note".to_owned(), slug(note)]),
        kind: FactKind::Note,
        name: say!(words, "facts-name-note"),
        says: own(&sentence(note)),
        ..blank(&page)
    });
    let no_credential = authority.no_credential.as_ref().map(|cite| Fact {
        address: page.at(["no-credential"]),
        name: say!(words, "facts-name-no-credential"),
        says: say!(words, "facts-no-credential"),
        cite: Some(cite),
        ..blank(&page)
    });
    let months = authority.counts_in_months.then(|| month_ends(words, authority, &page));
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
pub fn facts_of_designators<'a>(words: &Words, catalog: &'a Catalog) -> Vec<Fact<'a>> {
    let page = Address::on(DESIGNATORS.0, DESIGNATORS.1);
    let fact = |topic: &rung_catalog::DesignatedTopic| {
        let topics: Vec<String> = topic.topics.iter().map(|topic| topic.as_str().replace('-', " ")).collect();
        // One that stands for no single subject says so in its note.
        let topics = words.english(topics.join(", "));
        let about =
            if topics.is_empty() { String::new() } else { say!(words, "facts-designates", topics = topics) };
        let note = topic.note.as_ref().map(|note| words.english(sentence(note)).into_owned());
        Fact {
            address: page.at([topic.code.clone()]),
            name: words.english(format!("{} {}", topic.code, topic.name)).into_owned(),
            says: sentences([about].into_iter().chain(note)),
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
        kind: FactKind::Plain,
        name: String::new(),
        says: String::new(),
        from: None,
        until: None,
        superseded: false,
        is_unknown: false,
        cite: None,
    }
}

fn of_duty<'a>(words: &Words, catalog: &'a Catalog, page: &Address, duty: &'a Duty) -> Fact<'a> {
    let kind = catalog.duty_kinds.iter().find(|kind| kind.id == duty.kind);
    Fact {
        address: page.at(["duties", duty.kind.as_str()]),
        section: Section::Duties,
        name: words.english(kind.map_or(&duty.kind, |kind| &kind.name)).into_owned(),
        says: duty_in_words(words, catalog, duty),
        from: duty.from,
        until: duty.until,
        is_unknown: duty.allowed == Allowed::Unknown,
        cite: duty.cite.as_ref(),
        ..blank(page)
    }
}

fn duty_in_words(words: &Words, catalog: &Catalog, duty: &Duty) -> String {
    let mut parts = vec![allowed(words, duty.allowed)];
    if !duty.who.is_empty() {
        let names = duty.who.iter().map(|id| catalog.short_name(id.as_str())).collect::<Vec<_>>();
        parts.push(say!(words, "facts-duty-only", who = words.english(names.join("; "))));
    }
    if !duty.terms.is_empty() {
        let terms = words.english(duty.terms.join("; "));
        let on_terms = matches!(duty.allowed, Allowed::Yes | Allowed::Conditions);
        let terms =
            if on_terms { say!(words, "facts-duty-terms", terms = terms) } else { terms.into_owned() };
        parts.push(terms);
    } else if let Some(condition) = &duty.condition {
        let condition = rule_words::condition(words, catalog, condition);
        parts.push(say!(words, "facts-duty-if", condition = condition));
    }
    let told = duty.question.iter().chain(&duty.note);
    parts.extend(told.map(|text| words.english(sentence(text)).into_owned()));
    sentences(parts)
}

fn month_ends<'a>(words: &Words, authority: &'a Authority, page: &Address) -> Fact<'a> {
    let how = match authority.month_ends {
        Some(MonthEnds::LastDay) => say!(words, "facts-months-last-day"),
        Some(MonthEnds::NextFirst) => say!(words, "facts-months-next-first"),
        None => say!(words, "facts-months-unknown"),
    };
    let reading = authority.month_ends_cite.is_none().then(|| say!(words, "facts-months-reading"));
    Fact {
        address: page.at(["month-ends"]),
        name: say!(words, "facts-name-months"),
        says: sentences(std::iter::once(how).chain(reading)),
        cite: authority.month_ends_cite.as_ref(),
        ..blank(page)
    }
}
