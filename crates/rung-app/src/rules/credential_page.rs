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
use rung_words::{Iso, Words, say};

/// `GET /credentials/{id}`
pub async fn page(State(site): State<Site>, Path(id): Path<String>, frame: Frame) -> Result<Response, Fault> {
    let address = Address::credential(&id);
    let sheet = parts::sheet(&frame, &site, &address)?;
    let credential =
        site.catalog().credential(&id).ok_or_else(|| serve::not_found(&frame, &site, &address))?;
    Ok(serve::answer(&frame, show(&frame, &site, credential, &sheet)))
}

/// The sections of the page, each with the word that links to it.
fn sections_of_page(words: &Words) -> [(Section, &'static str, String); 6] {
    [
        (Section::About, "about", say!(words, "rulebook-section-about")),
        (Section::Getting, "getting", say!(words, "rulebook-section-getting")),
        (Section::Exam, "exam", say!(words, "rulebook-section-exam")),
        (Section::Fees, "fees", say!(words, "rulebook-section-fees")),
        (Section::Keeping, "keeping", say!(words, "rulebook-section-keeping")),
        (Section::AfterExpiry, "after", say!(words, "rulebook-section-after")),
    ]
}

fn show(frame: &Frame, site: &Site, credential: &Credential, sheet: &Sheet<'_>) -> Page {
    let catalog = site.catalog();
    let authority = catalog.authority_of(credential);
    let references = References::of(catalog, &sheet.facts);
    let on = site.today();
    let reader =
        Reader { credential, entries: Entries { frame, references: &references, on, told: (None, None) } };
    let sections: Vec<_> = sections_of_page(frame.words)
        .into_iter()
        .map(|(section, id, name)| {
            let facts: Vec<&Fact<'_>> = sheet.facts.iter().filter(|fact| fact.section == section).collect();
            (section, id, name, facts)
        })
        .filter(|(_, _, _, facts)| !facts.is_empty())
        .collect();
    let ahead: Vec<_> = (site.library(frame.language).changes())
        .filter(|change| change.is_ahead_of(on) && change.address.page() == sheet.address)
        .collect();
    let body = html! {
        (parts::crumbs(frame, &[parts::crumb(authority)]))
        header.title {
            (parts::on_paper(frame, &authority.name, &sheet.address, on))
            h1 { (frame.english(&credential.title)) @if let Some(initials) = credential.initials.as_ref().filter(|initials| !credential.title.contains(*initials)) { " " span.initials { (initials) } } }
            (parts::checked(frame, authority))
            nav.toc aria-label=(say!(frame.words, "rulebook-on-this-page")) {
                @for (_, id, name, _) in &sections { a href={ "#" (id) } { (name) } }
                a href="#sources" { (say!(frame.words, "rulebook-sources")) }
            }
        }
        @if !ahead.is_empty() {
            section.ahead aria-labelledby="ahead" {
                h2 #ahead { (say!(frame.words, "rulebook-ahead")) }
                (parts::changes(frame, catalog, ahead, false, on))
            }
        }
        @for (section, id, _, facts) in &sections {
            section.sheet.in-columns[*section != Section::Getting] aria-labelledby=(id) {
                h2 id=(id) { (section.title(frame.words)) }
                (reader.section(*section, facts))
            }
        }
        @if credential.renewals.is_empty() && credential.renewable {
            section.sheet aria-labelledby="keeping" {
                h2 #keeping { (say!(frame.words, "rulebook-section-keeping")) }
                p { (frame.sentence(&say!(frame.words, "rulebook-keeping-unknown", body = frame.words.english(&authority.body)))) }
            }
        }
        (references.list(frame))
        (parts::compare_with(frame, "credentials", credential.id.as_str(), parts::credentials(frame, catalog, "", credential.id.as_str())))
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
        let frame = self.entries.frame;
        let paths = by_key(facts.iter().copied(), |fact| fact.address.place().get(1).cloned());
        let (open, over): (Vec<_>, Vec<_>) = paths.into_iter().partition(|(_, facts)| self.has_force(facts));
        html! {
            @if open.len() > 1 { p.count { (say!(frame.words, "rulebook-ways", count = open.len())) } }
            @for (_, facts) in &open {
                @let dates = (facts[0].from, facts[0].until);
                div.group {
                    h3 { (frame.sentence(&words::capital(&facts[0].group))) (days(frame, dates, self.entries.on)) }
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
        let (frame, told) = (self.entries.frame, (facts[0].from, facts[0].until));
        html! {
            @for (part, facts) in by_key(facts.iter().copied(), |fact| fact.address.place().get(2).cloned()) {
                @match part.as_deref() {
                    Some("condition") => h4 { (say!(frame.words, "rulebook-conditions")) },
                    Some("step") => h4 { (say!(frame.words, "rulebook-steps")) },
                    _ => {}
                }
                (self.under(told, facts))
            }
        }
    }

    fn exams(&self, facts: &[&Fact<'a>]) -> Markup {
        let frame = self.entries.frame;
        let exams = by_key(facts.iter().copied(), |fact| fact.address.place().get(1).cloned());
        html! {
            @for (id, facts) in &exams {
                @let told = (facts[0].from, facts[0].until);
                @let exam = self.credential.exams.iter().find(|exam| Some(&exam.id) == id.as_ref());
                @if self.has_force(facts) {
                    div.group {
                        @if let Some(exam) = exam { h3 { (frame.english(&exam.title)) (days(frame, told, self.entries.on)) } }
                        (self.under(told, facts.iter().copied()))
                        @if let Some(exam) = exam { (outline(frame, exam)) }
                    }
                } @else {
                    (self.folded(&facts[0].group, facts, html! {
                        (self.under(told, facts.iter().copied()))
                        @if let Some(exam) = exam { (outline(frame, exam)) }
                    }))
                }
            }
        }
    }

    fn fees(&self, facts: &[&Fact<'a>]) -> Markup {
        let frame = self.entries.frame;
        let (asked, over): (Vec<&Fact<'a>>, Vec<&Fact<'a>>) =
            facts.iter().copied().partition(|fact| !self.is_over(fact));
        html! {
            @if !asked.is_empty() { (self.entries.list(asked)) }
            @if !over.is_empty() {
                details.version {
                    summary { span.what { (say!(frame.words, "rulebook-fees-over")) } span.quiet { (over.len()) } }
                    (self.entries.list(over))
                }
            }
        }
    }

    fn versions(&self, facts: &[&Fact<'a>]) -> Markup {
        let frame = self.entries.frame;
        let versions = by_key(facts.iter().copied(), |fact| fact.address.place().first().cloned());
        html! {
            @for (_, facts) in &versions {
                @let told = (facts[0].from, facts[0].until);
                @let heading = frame.sentence(&words::capital(&facts[0].group));
                @let list = self.under(told, facts.iter().copied());
                @if self.has_force(facts) {
                    div.group {
                        h3 { (heading) " " (components::chip(Standing::Met, &say!(frame.words, "rulebook-in-force"))) }
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
        let (frame, days_of) = (self.entries.frame, (facts[0].from, facts[0].until));
        let told = [days_of.0, days_of.1].into_iter().flatten().all(|day| name.contains(&day.to_string()));
        let ahead = facts[0].from.is_some_and(|from| self.entries.on < from);
        let state = if ahead {
            say!(frame.words, "rulebook-not-yet")
        } else {
            say!(frame.words, "rulebook-no-longer")
        };
        html! {
            details.version open[ahead] {
                summary {
                    span.what { (frame.sentence(&words::capital(name))) }
                    span.quiet { (state) @if !told { (days(frame, days_of, self.entries.on)) } }
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
fn outline(frame: &Frame, exam: &Exam) -> Markup {
    let has_shares = exam.domains.iter().any(|domain| domain.percent.is_some());
    html! {
        @if has_shares {
            figure.outline {
                ul {
                    @for domain in &exam.domains {
                        li {
                            span { (frame.english(&domain.name)) }
                            @if let Some(percent) = domain.percent {
                                svg aria-hidden="true" focusable="false" { rect width={ (percent) "%" } height="100%" rx="2" {} }
                                span.share { (percent) " %" }
                            }
                        }
                    }
                }
                figcaption { (frame.sentence(&shares(frame.words, exam))) }
            }
        }
    }
}

/// What the bars of an outline are.
fn shares(words: &Words, exam: &Exam) -> String {
    let title = words.english(&exam.title);
    match exam.from {
        Some(from) => say!(words, "rulebook-shares-from", exam = title, day = Iso(from)),
        None => say!(words, "rulebook-shares", exam = title),
    }
}
