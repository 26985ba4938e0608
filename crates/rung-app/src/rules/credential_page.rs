//! A credential's page: what it is, how to get it, its exam, its fees, how to keep it, and what is open after expiry.

use super::{
    entry::{Entries, days},
    parts::{self, by_key},
    references::References,
    serve,
};
use crate::{
    Site,
    shell::{Fault, Frame, Page, Room, components, components::State as Standing, words},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use maud::{Markup, html};
use rung_atlas::{Address, Fact, Section, Sheet};
use rung_catalog::{Credential, Exam};
use rung_record::Date;

/// `GET /credentials/{id}`
pub async fn page(State(site): State<Site>, Path(id): Path<String>, frame: Frame) -> Result<Response, Fault> {
    let address = Address::credential(&id);
    let sheet = parts::sheet(&site, &address)?;
    let credential = site.catalog().credential(&id).ok_or_else(|| serve::not_found(&site, &address))?;
    Ok(serve::answer(&frame, show(&site, credential, &sheet)))
}

/// The sections of the page, each with the word that links to it.
const SECTIONS: [(Section, &str, &str); 6] = [
    (Section::About, "about", "About"),
    (Section::Getting, "getting", "To get it"),
    (Section::Exam, "exam", "Exam"),
    (Section::Fees, "fees", "Fees"),
    (Section::Keeping, "keeping", "To keep it"),
    (Section::AfterExpiry, "after", "After expiry"),
];

fn show(site: &Site, credential: &Credential, sheet: &Sheet<'_>) -> Page {
    let catalog = site.catalog();
    let authority = catalog.authority_of(credential);
    let references = References::of(catalog, &sheet.facts);
    let on = site.today();
    let reader = Reader { credential, entries: Entries { references: &references, on, told: (None, None) } };
    let sections: Vec<_> = SECTIONS
        .into_iter()
        .map(|(section, id, name)| {
            let facts: Vec<&Fact<'_>> = sheet.facts.iter().filter(|fact| fact.section == section).collect();
            (section, id, name, facts)
        })
        .filter(|(_, _, _, facts)| !facts.is_empty())
        .collect();
    let ahead: Vec<_> = (site.library().changes())
        .filter(|change| change.is_ahead_of(on) && change.address.page() == sheet.address)
        .collect();
    let body = html! {
        (parts::crumbs(&[parts::crumb(authority)]))
        header.title {
            (parts::on_paper(&authority.name, &sheet.address, on))
            h1 { (credential.title) @if let Some(initials) = credential.initials.as_ref().filter(|initials| !credential.title.contains(*initials)) { " " span.initials { (initials) } } }
            (parts::checked(authority))
            nav.toc aria-label="On this page" {
                @for (_, id, name, _) in &sections { a href={ "#" (id) } { (name) } }
                a href="#sources" { "Sources" }
            }
        }
        @if !ahead.is_empty() {
            section.ahead aria-labelledby="ahead" {
                h2 #ahead { "What changes next" }
                (parts::changes(catalog, ahead, false, on))
            }
        }
        @for (section, id, _, facts) in &sections {
            section.sheet.in-columns[*section != Section::Getting] aria-labelledby=(id) {
                h2 id=(id) { (section.title()) }
                (reader.section(*section, facts))
            }
        }
        @if credential.renewals.is_empty() && credential.renewable {
            section.sheet aria-labelledby="keeping" {
                h2 #keeping { "To keep it" }
                p { "Not known: no source that was read tells. Ask the " (authority.body) "." }
            }
        }
        (references.list())
        (parts::compare_with("credentials", credential.id.as_str(), "Side by side with", parts::credentials(catalog, "", credential.id.as_str())))
    };
    Page::new(words::full_name(catalog, credential), body).within(Room::Rules)
}

struct Reader<'p, 'a> {
    credential: &'a Credential,
    entries: Entries<'p, 'a>,
}

impl<'a> Reader<'_, 'a> {
    fn section(&self, section: Section, facts: &[&Fact<'a>]) -> Markup {
        match section {
            Section::Getting => self.paths(facts),
            Section::Exam => self.exams(facts),
            Section::Fees => self.fees(facts),
            Section::Keeping => self.versions(facts),
            Section::AfterExpiry => self.stages(facts),
            _ => self.entries.list(facts.iter().copied()),
        }
    }

    /// Entries beneath a heading that tells `told`.
    fn under<'f>(
        &self,
        told: (Option<Date>, Option<Date>),
        facts: impl IntoIterator<Item = &'f Fact<'a>>,
    ) -> Markup
    where
        'a: 'f,
    {
        Entries { told, ..self.entries }.list(facts)
    }

    fn paths(&self, facts: &[&Fact<'a>]) -> Markup {
        let paths = by_key(facts.iter().copied(), |fact| fact.address.place().get(1).cloned());
        let (open, over): (Vec<_>, Vec<_>) = paths.into_iter().partition(|(_, facts)| self.has_force(facts));
        html! {
            @if open.len() > 1 { p.count { (words::count(open.len(), "way", "ways")) " to get it; one is enough." } }
            @for (_, facts) in &open {
                @let dates = (facts[0].from, facts[0].until);
                div.group {
                    h3 { (words::capital(&facts[0].group)) (days(dates, self.entries.on)) }
                    (self.path(facts))
                }
            }
            @for (_, facts) in &over {
                (self.folded(&facts[0].group, facts, self.path(facts)))
            }
        }
    }

    /// What must be true first, what the application asks, and what else is to be known.
    fn path(&self, facts: &[&Fact<'a>]) -> Markup {
        let told = (facts[0].from, facts[0].until);
        html! {
            @for (part, facts) in by_key(facts.iter().copied(), |fact| fact.address.place().get(2).cloned()) {
                @match part.as_deref() {
                    Some("condition") => h4 { "What must be true" },
                    Some("step") => h4 { "What the application asks" },
                    _ => {}
                }
                (self.under(told, facts))
            }
        }
    }

    fn exams(&self, facts: &[&Fact<'a>]) -> Markup {
        let exams = by_key(facts.iter().copied(), |fact| fact.address.place().get(1).cloned());
        html! {
            @for (id, facts) in &exams {
                @let told = (facts[0].from, facts[0].until);
                @let exam = self.credential.exams.iter().find(|exam| Some(&exam.id) == id.as_ref());
                @if self.has_force(facts) {
                    div.group {
                        @if let Some(exam) = exam { h3 { (exam.title) (days(told, self.entries.on)) } }
                        (self.under(told, facts.iter().copied()))
                        @if let Some(exam) = exam { (outline(exam)) }
                    }
                } @else {
                    (self.folded(&facts[0].group, facts, html! {
                        (self.under(told, facts.iter().copied()))
                        @if let Some(exam) = exam { (outline(exam)) }
                    }))
                }
            }
        }
    }

    fn fees(&self, facts: &[&Fact<'a>]) -> Markup {
        let (asked, over): (Vec<&Fact<'a>>, Vec<&Fact<'a>>) =
            facts.iter().copied().partition(|fact| !self.is_over(fact));
        html! {
            @if !asked.is_empty() { (self.entries.list(asked)) }
            @if !over.is_empty() {
                details.version {
                    summary { span.what { "Fees no longer asked" } span.quiet { (over.len()) } }
                    (self.entries.list(over))
                }
            }
        }
    }

    fn versions(&self, facts: &[&Fact<'a>]) -> Markup {
        let versions = by_key(facts.iter().copied(), |fact| fact.address.place().first().cloned());
        html! {
            @for (_, facts) in &versions {
                @let told = (facts[0].from, facts[0].until);
                @let heading = words::sentence(&words::capital(&facts[0].group));
                @let list = self.under(told, facts.iter().copied());
                @if self.has_force(facts) {
                    div.group {
                        h3 { (heading) " " (components::chip(Standing::Met, "In force")) }
                        (list)
                    }
                } @else {
                    (self.folded(&facts[0].group, facts, list))
                }
            }
        }
    }

    fn stages(&self, facts: &[&Fact<'a>]) -> Markup {
        html! {
            @for (_, facts) in by_key(facts.iter().copied(), |fact| fact.address.place().get(1).cloned()) {
                div.group { (self.entries.list(facts)) }
            }
        }
    }

    /// A version that holds no longer, or not yet, behind one line with its days.
    fn folded(&self, name: &str, facts: &[&Fact<'a>], list: Markup) -> Markup {
        let ahead = facts[0].from.is_some_and(|from| self.entries.on < from);
        let state = if ahead { "Not yet in force" } else { "No longer in force" };
        html! {
            details.version open[ahead] {
                summary {
                    span.what { (words::sentence(&words::capital(name))) }
                    span.quiet { (state) @if !name.contains(" from ") && !name.contains(" until ") { (days((facts[0].from, facts[0].until), self.entries.on)) } }
                }
                (list)
            }
        }
    }

    fn has_force(&self, facts: &[&Fact<'a>]) -> bool {
        facts.iter().any(|fact| fact.in_force_on(self.entries.on))
    }

    fn is_over(&self, fact: &Fact<'a>) -> bool {
        fact.superseded || fact.until.is_some_and(|until| until < self.entries.on)
    }
}

/// The shares of an outline as bars.
fn outline(exam: &Exam) -> Markup {
    let has_shares = exam.domains.iter().any(|domain| domain.percent.is_some());
    html! {
        @if has_shares {
            figure.outline {
                ul {
                    @for domain in &exam.domains {
                        li {
                            span { (domain.name) }
                            @if let Some(percent) = domain.percent {
                                svg aria-hidden="true" focusable="false" { rect width={ (percent) "%" } height="100%" rx="2" {} }
                                span.share { (percent) " %" }
                            }
                        }
                    }
                }
                figcaption { "Shares of the scored questions, " (exam.title) @if let Some(from) = exam.from { " from " (words::day(from)) } }
            }
        }
    }
}
