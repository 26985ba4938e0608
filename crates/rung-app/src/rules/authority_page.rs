//! The page of a jurisdiction or of a certifying body.

use super::{entry::Entries, parts, references::References, serve};
use crate::{
    Site,
    shell::{Fault, Frame, Page, Room, words},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use maud::{Markup, html};
use rung_atlas::{
    Address, Amount, Fact, Glance, Need, Section, Sheet,
    words::{allowed, kind},
};
use rung_catalog::{Allowed, Authority, Catalog, Confidence, Credential};
use rung_record::Hours;
use rung_words::{Decimal, say};

/// `GET /jurisdictions/{id}`
pub async fn jurisdiction(
    State(site): State<Site>,
    Path(id): Path<String>,
    frame: Frame,
) -> Result<Response, Fault> {
    page(&site, &Address::on("jurisdictions", &id), &frame)
}

/// `GET /bodies/{id}`
pub async fn body(State(site): State<Site>, Path(id): Path<String>, frame: Frame) -> Result<Response, Fault> {
    page(&site, &Address::on("bodies", &id), &frame)
}

fn page(site: &Site, address: &Address, frame: &Frame) -> Result<Response, Fault> {
    let sheet = parts::sheet(frame, site, address)?;
    let authority =
        site.catalog().authority(address.id()).ok_or_else(|| serve::not_found(frame, site, address))?;
    Ok(serve::answer(frame, show(frame, site, authority, &sheet)))
}

fn show(frame: &Frame, site: &Site, authority: &Authority, sheet: &Sheet<'_>) -> Page {
    let (catalog, on) = (site.catalog(), site.today());
    let references = References::of(catalog, &sheet.facts).and_the_rest_of(authority);
    let entries = Entries { frame, references: &references, on, told: (None, None) };
    let own = |section: Section| sheet.facts.iter().filter(move |fact| fact.section == section);
    let page = Address::authority(authority);
    let mine = |address: &Address| {
        address.page() == page
            || catalog
                .credential(address.id())
                .is_some_and(|known| catalog.authority_of(known).id == authority.id)
    };
    let (ahead, past): (Vec<_>, Vec<_>) = (site.library(frame.language).changes())
        .filter(|change| mine(&change.address))
        .partition(|change| change.is_ahead_of(on));
    let questions: Vec<&Fact<'_>> = own(Section::OpenQuestions).collect();
    let notes: Vec<&Fact<'_>> = own(Section::About).collect();
    let body = html! {
        (parts::crumbs(frame, &[]))
        header.title {
            (parts::on_paper(frame, &say!(frame.words, "rulebook-whose"), &page, on))
            h1 { (authority.name) }
            @if authority.body != authority.name { p.lead { (frame.english(&authority.body)) } }
            (parts::checked(frame, authority))
        }
        @if authority.is_jurisdiction { (glance(frame, catalog, &Glance::of(catalog, authority, on))) }
        section.sheet.ahead[!ahead.is_empty()] aria-labelledby="ahead" {
            h2 #ahead { (say!(frame.words, "rulebook-ahead")) }
            @if ahead.is_empty() { p.quiet { (say!(frame.words, "rulebook-ahead-nothing")) } }
            @else { (parts::changes(frame, catalog, ahead, false, on)) }
        }
        (credentials(frame, catalog, authority))
        @if authority.is_jurisdiction { (duties(frame, sheet, &entries, authority)) }
        @if !notes.is_empty() {
            section.sheet.in-columns aria-labelledby="notes" { h2 #notes { (say!(frame.words, "rulebook-good-to-know")) } (entries.list(notes)) }
        }
        @if !questions.is_empty() {
            section.sheet aria-labelledby="open-questions" {
                h2 #open-questions { (say!(frame.words, "rulebook-open-questions")) }
                p.count { (frame.sentence(&say!(frame.words, "rulebook-open-questions-ask", body = frame.words.english(&authority.body)))) }
                (questions_list(&questions, &entries))
            }
        }
        @if !past.is_empty() {
            section.sheet aria-labelledby="past" {
                h2 #past { (say!(frame.words, "rulebook-past")) }
                (parts::changes(frame, catalog, past.into_iter().rev(), false, on))
                (anchors(own(Section::Changes)))
            }
        }
        (references.list(frame))
        @if authority.is_jurisdiction {
            (parts::compare_with(frame, "jurisdictions", &authority.id, parts::jurisdictions(frame, catalog, "", &authority.id)))
        }
    };
    Page::new(&authority.name, body).within(Room::Rules)
}

/// Places of facts that the page tells in another form, so that their addresses lead somewhere.
fn anchors<'f, 'a: 'f>(facts: impl Iterator<Item = &'f Fact<'a>>) -> Markup {
    html! { @for fact in facts { span #(fact.address.anchor()) {} } }
}

fn glance(frame: &Frame, catalog: &Catalog, glance: &Glance<'_>) -> Markup {
    let to = |section: &str| {
        glance
            .credential
            .map(|credential| format!("/{}#{section}", Address::credential(credential.id.as_str())))
    };
    let words = frame.words;
    let needs = |need: Need| (need.in_words(words), need == Need::Unknown);
    let cells = [
        (
            say!(words, "rulebook-glance-hours"),
            hours(frame, glance.hours, glance.confidence),
            glance.hours == Amount::Unknown,
            to("keeping"),
        ),
        (
            say!(words, "rulebook-glance-live"),
            live(frame, glance.live, glance.confidence),
            glance.live == Amount::Unknown,
            to("keeping"),
        ),
        cell(say!(words, "rulebook-glance-to-get"), needs(glance.certification_to_get), to("getting")),
        cell(say!(words, "rulebook-glance-to-keep"), needs(glance.certification_to_keep), to("keeping")),
        (
            say!(words, "rulebook-glance-vaccines"),
            html! { (parts::allowed(frame, glance.vaccines)) },
            glance.vaccines == Allowed::Unknown,
            Some("#duties".to_owned()),
        ),
    ];
    html! {
        section.glance.card aria-labelledby="glance" {
            h2 #glance { (say!(frame.words, "rulebook-glance")) }
            @match glance.credential {
                Some(credential) => p.quiet {
                    (say!(words, "rulebook-glance-of")) " "
                    a href={ "/" (Address::credential(credential.id.as_str())) } { (frame.english(&credential.title)) } "."
                },
                None if glance.authority.no_credential.is_some() => p.quiet {
                    a href="#no-credential" { (say!(words, "rulebook-glance-no-credential")) } (say!(words, "rulebook-glance-asks-nothing"))
                },
                None => p.quiet { (say!(words, "rulebook-glance-knows-none", name = &glance.authority.name)) },
            }
            dl {
                @for (name, says, unknown, to) in cells {
                    div.unknown[unknown] {
                        dt { @if let Some(to) = to { a href=(to) { (name) } } @else { (name) } }
                        dd { (says) @if unknown { span.quiet { (frame.sentence(&say!(words, "rulebook-ask", body = words.english(&glance.authority.body)))) } } }
                    }
                }
            }
            @if catalog.credentials_of(glance.authority).filter(|known| !known.trainee).count() > 1 {
                p.quiet { (say!(words, "rulebook-glance-others", name = &glance.authority.name)) }
            }
        }
    }
}

type Cell = (String, Markup, bool, Option<String>);

fn cell(name: String, (says, unknown): (String, bool), to: Option<String>) -> Cell {
    (name, html! { (says) }, unknown, to)
}

/// Hours, where a cited none is told from one that nobody knows.
fn hours(frame: &Frame, amount: Amount, confidence: Confidence) -> Markup {
    html! {
        @match amount {
            Amount::Nothing => { (say!(frame.words, "rulebook-none")) span.quiet { (say!(frame.words, "rulebook-asks-none")) (unless_sure(frame, confidence)) "." } },
            Amount::Unknown => (say!(frame.words, "rulebook-not-known")),
            Amount::Hours { in_period, a_year: Some(a_year) } => {
                (say!(frame.words, "rulebook-hours-a-year", hours = Decimal(a_year)))
                span.quiet { @if in_period != a_year { (each_period(frame, in_period)) } (unless_sure(frame, confidence)) }
            },
            Amount::Hours { in_period, a_year: None } => {
                (each_period(frame, in_period)) span.quiet { (unless_sure(frame, confidence)) }
            },
        }
    }
}

fn each_period(frame: &Frame, hours: Hours) -> String {
    say!(frame.words, "rulebook-hours-each-period", hours = Decimal(hours))
}

fn unless_sure(frame: &Frame, confidence: Confidence) -> Markup {
    html! { @if confidence != Confidence::High { " (" (words::confidence(frame.words, confidence)) ")" } }
}

fn live(frame: &Frame, amount: Amount, confidence: Confidence) -> Markup {
    if amount == Amount::Nothing {
        return html! { (say!(frame.words, "rulebook-none")) span.quiet { (say!(frame.words, "rulebook-none-live")) (unless_sure(frame, confidence)) "." } };
    }
    hours(frame, amount, confidence)
}

fn credentials(frame: &Frame, catalog: &Catalog, authority: &Authority) -> Markup {
    let all: Vec<&Credential> = catalog.credentials_of(authority).collect();
    html! {
        section.sheet aria-labelledby="credentials" {
            h2 #credentials { (say!(frame.words, "rulebook-credentials")) }
            @if all.is_empty() {
                p { @if authority.no_credential.is_some() { (say!(frame.words, "rulebook-gives-none")) } @else { (say!(frame.words, "rulebook-none-known")) } }
            }
            ul.shelf {
                @for credential in all {
                    li {
                        a href={ "/" (Address::credential(credential.id.as_str())) } { (frame.english(&credential.title)) }
                        span.quiet {
                            (words::capital(&kind(frame.words, credential.kind)))
                            @if let Some(initials) = &credential.initials { ", " (initials) }
                            @if credential.trainee { (say!(frame.words, "rulebook-in-training")) }
                            ". "
                            @match &credential.term {
                                Some(term) => { (frame.sentence(&words::capital(&rung_rules::rule_words::term(frame.words, term)))) "." },
                                None => (say!(frame.words, "facts-no-end-known")),
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The duties, each with its sign.
fn duties(frame: &Frame, sheet: &Sheet<'_>, entries: &Entries<'_, '_>, authority: &Authority) -> Markup {
    let facts = sheet.facts.iter().filter(|fact| fact.section == Section::Duties);
    html! {
        section.sheet aria-labelledby="duties" {
            h2 #duties { (say!(frame.words, "rulebook-duties")) }
            p.count { (say!(frame.words, "rulebook-duties-text")) }
            ul.entries.duties {
                @for (fact, duty) in facts.zip(&authority.duties) {
                    (entries.signed(fact, parts::allowed(frame, duty.allowed), &allowed(frame.words, duty.allowed)))
                }
            }
        }
    }
}

fn questions_list(questions: &[&Fact<'_>], entries: &Entries<'_, '_>) -> Markup {
    html! {
        ul.entries.questions {
            @for fact in questions { (entries.question(fact)) }
        }
    }
}
