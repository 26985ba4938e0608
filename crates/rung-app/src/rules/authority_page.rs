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
use rung_atlas::{Address, Amount, Fact, Glance, Need, Section, Sheet};
use rung_catalog::{Allowed, Authority, Catalog, Confidence, Credential};

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
    let sheet = parts::sheet(site, address)?;
    let authority = site.catalog().authority(address.id()).ok_or_else(|| serve::not_found(site, address))?;
    Ok(serve::answer(frame, show(site, authority, &sheet)))
}

fn show(site: &Site, authority: &Authority, sheet: &Sheet<'_>) -> Page {
    let (catalog, on) = (site.catalog(), site.today());
    let references = References::of(catalog, &sheet.facts).and_the_rest_of(authority);
    let entries = Entries { references: &references, on, told: (None, None) };
    let own = |section: Section| sheet.facts.iter().filter(move |fact| fact.section == section);
    let page = Address::authority(authority);
    let mine = |address: &Address| {
        address.page() == page
            || catalog
                .credential(address.id())
                .is_some_and(|known| catalog.authority_of(known).id == authority.id)
    };
    let (ahead, past): (Vec<_>, Vec<_>) = (site.library().changes())
        .filter(|change| mine(&change.address))
        .partition(|change| change.is_ahead_of(on));
    let questions: Vec<&Fact<'_>> = own(Section::OpenQuestions).collect();
    let notes: Vec<&Fact<'_>> = own(Section::About).collect();
    let body = html! {
        (parts::crumbs(&[]))
        header.title {
            (parts::on_paper("The rules of", &page, on))
            h1 { (authority.name) }
            @if authority.body != authority.name { p.lead { (authority.body) } }
            (parts::checked(authority))
        }
        @if authority.is_jurisdiction { (glance(catalog, &Glance::of(catalog, authority, on))) }
        section.sheet.ahead[!ahead.is_empty()] aria-labelledby="ahead" {
            h2 #ahead { "What changes next" }
            @if ahead.is_empty() { p.quiet { "Nothing with a date is known." } }
            @else { (parts::changes(catalog, ahead, false, on)) }
        }
        (credentials(catalog, authority))
        @if authority.is_jurisdiction { (duties(sheet, &entries, authority)) }
        @if !notes.is_empty() {
            section.sheet.in-columns aria-labelledby="notes" { h2 #notes { "Good to know" } (entries.list(notes)) }
        }
        @if !questions.is_empty() {
            section.sheet aria-labelledby="open-questions" {
                h2 #open-questions { "Not settled yet" }
                p.count { "What no source that was read has settled. Ask the " (authority.body) "." }
                (questions_list(&questions, &entries))
            }
        }
        @if !past.is_empty() {
            section.sheet aria-labelledby="past" {
                h2 #past { "What changed" }
                (parts::changes(catalog, past.into_iter().rev(), false, on))
                (anchors(own(Section::Changes)))
            }
        }
        (references.list())
        @if authority.is_jurisdiction {
            (parts::compare_with("jurisdictions", &authority.id, "Side by side with", parts::jurisdictions(catalog, "", &authority.id)))
        }
    };
    Page::new(&authority.name, body).within(Room::Rules)
}

/// Places of facts that the page tells in another form, so that their addresses lead somewhere.
fn anchors<'f, 'a: 'f>(facts: impl Iterator<Item = &'f Fact<'a>>) -> Markup {
    html! { @for fact in facts { span #(fact.address.anchor()) {} } }
}

fn glance(catalog: &Catalog, glance: &Glance<'_>) -> Markup {
    let to = |section: &str| {
        glance
            .credential
            .map(|credential| format!("/{}#{section}", Address::credential(credential.id.as_str())))
    };
    let needs = |need: Need| (need.in_words(), need == Need::Unknown);
    let cells = [
        (
            "Continuing education",
            hours(glance.hours, glance.confidence),
            glance.hours == Amount::Unknown,
            to("keeping"),
        ),
        ("Live hours", live(glance.live, glance.confidence), glance.live == Amount::Unknown, to("keeping")),
        cell("National certification, to get it", needs(glance.certification_to_get), to("getting")),
        cell("National certification, to keep it", needs(glance.certification_to_keep), to("keeping")),
        (
            "Vaccinating",
            html! { (parts::allowed(glance.vaccines)) },
            glance.vaccines == Allowed::Unknown,
            Some("#duties".to_owned()),
        ),
    ];
    html! {
        section.glance.card aria-labelledby="glance" {
            h2 #glance { "At a glance" }
            @match glance.credential {
                Some(credential) => p.quiet {
                    "What is asked of everybody who is a "
                    a href={ "/" (Address::credential(credential.id.as_str())) } { (credential.title) } "."
                },
                None if glance.authority.no_credential.is_some() => p.quiet {
                    a href="#no-credential" { "The board gives technicians no credential" } ", so it asks nothing to keep one."
                },
                None => p.quiet { "The catalogue knows no credential of " (glance.authority.name) "'s for technicians." },
            }
            dl {
                @for (name, says, unknown, to) in cells {
                    div.unknown[unknown] {
                        dt { @if let Some(to) = to { a href=(to) { (name) } } @else { (name) } }
                        dd { (says) @if unknown { span.quiet { "Ask the " (glance.authority.body) "." } } }
                    }
                }
            }
            @if catalog.credentials_of(glance.authority).filter(|known| !known.trainee).count() > 1 {
                p.quiet { "Other credentials of " (glance.authority.name) " ask other things: see below." }
            }
        }
    }
}

type Cell<'t> = (&'t str, Markup, bool, Option<String>);

fn cell<'t>(name: &'t str, (says, unknown): (&str, bool), to: Option<String>) -> Cell<'t> {
    (name, html! { (says) }, unknown, to)
}

/// Hours, where a cited none is told from one that nobody knows.
fn hours(amount: Amount, confidence: Confidence) -> Markup {
    html! {
        @match amount {
            Amount::Nothing => { "None" span.quiet { "The text asks for none" (unless_sure(confidence)) "." } },
            Amount::Unknown => "Not known",
            Amount::Hours { in_period, a_year: Some(a_year) } => {
                (a_year) " h a year"
                span.quiet { @if in_period != a_year { (in_period) " h in each period" } (unless_sure(confidence)) }
            },
            Amount::Hours { in_period, a_year: None } => {
                (in_period) " h in each period" span.quiet { (unless_sure(confidence)) }
            },
        }
    }
}

fn unless_sure(confidence: Confidence) -> Markup {
    html! { @if confidence != Confidence::High { " (" (words::confidence(confidence)) ")" } }
}

fn live(amount: Amount, confidence: Confidence) -> Markup {
    if amount == Amount::Nothing {
        return html! { "None" span.quiet { "No hour must be live" (unless_sure(confidence)) "." } };
    }
    hours(amount, confidence)
}

fn credentials(catalog: &Catalog, authority: &Authority) -> Markup {
    let all: Vec<&Credential> = catalog.credentials_of(authority).collect();
    html! {
        section.sheet aria-labelledby="credentials" {
            h2 #credentials { "Credentials" }
            @if all.is_empty() {
                p { @if authority.no_credential.is_some() { "The board gives technicians none." } @else { "None for technicians is known." } }
            }
            ul.shelf {
                @for credential in all {
                    li {
                        a href={ "/" (Address::credential(credential.id.as_str())) } { (credential.title) }
                        span.quiet {
                            (words::capital(credential.kind.as_str()))
                            @if let Some(initials) = &credential.initials { ", " (initials) }
                            @if credential.trainee { ", for people in training" }
                            @match &credential.term {
                                Some(term) => { ". " (words::sentence(&words::capital(&rung_rules::rule_words::term(term)))) "." },
                                None => ". No end of it is known.",
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The duties, each with its sign.
fn duties(sheet: &Sheet<'_>, entries: &Entries<'_, '_>, authority: &Authority) -> Markup {
    let facts = sheet.facts.iter().filter(|fact| fact.section == Section::Duties);
    html! {
        section.sheet aria-labelledby="duties" {
            h2 #duties { "What technicians may do" }
            p.count { "Duties beyond the usual ones. What is not listed is not known." }
            ul.entries.duties {
                @for (fact, duty) in facts.zip(&authority.duties) {
                    (entries.signed(fact, parts::allowed(duty.allowed), duty.allowed.in_words()))
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
