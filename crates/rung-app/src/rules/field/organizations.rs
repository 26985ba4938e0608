//! Organizations, and the events, publications and forums through which they are met.

use super::{crumbs, list, missing, questions, row, sources, usd};
use crate::{
    Site,
    rules::serve,
    shell::{Fault, Frame, Page, Room, words},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use maud::{Markup, html};
use rung_catalog::{
    Catalog,
    field::{Event, Organization, OrganizationKind, Organizations},
};
use rung_rules::rule_words;

/// `GET /organizations`
pub async fn all(State(site): State<Site>, frame: Frame) -> Response {
    let all = &site.catalog().field().organizations;
    let cites = all.events.iter().map(|event| &event.cite);
    let cites = cites.chain(all.publications.iter().map(|print| &print.cite));
    let cites = cites.chain(all.forums.iter().map(|forum| &forum.cite));
    let cites = cites.chain(all.membership_notes.iter().map(|note| &note.cite));
    let body = html! {
        (crumbs(None))
        header.title {
            h1 { "Organizations" }
            p.lead { "Where technicians meet, learn and are heard." }
            (super::checked(all.checked, all.confidence))
        }
        section.sheet aria-label="Organizations" {
            ul.shelf.two {
                @for body in &all.organizations {
                    li {
                        a href={ "/organizations/" (body.id) } { (body.name) }
                        span.quiet { (kind(body.kind)) ". " (words::capital(&body.for_whom)) }
                    }
                }
            }
        }
        (meetings(all))
        (list("membership", "On membership", &all.membership_notes.iter().map(|note| note.text.clone()).collect::<Vec<_>>()))
        (list("cautions", "Bear in mind", &all.cautions))
        (questions(&all.open_questions))
        (sources(all, cites))
    };
    serve::answer(&frame, Page::new("Organizations", body).within(Room::Rules))
}

fn meetings(all: &Organizations) -> Markup {
    html! {
        section.sheet.described aria-labelledby="events" {
            h2 #events { "Days and meetings" }
            dl { @for event in &all.events { (row(&event.name, said(event))) } }
        }
        section.sheet.described aria-labelledby="publications" {
            h2 #publications { "To read, and to talk" }
            dl {
                @for print in &all.publications {
                    (row(&print.name, html! {
                        @if let Some(publisher) = &print.publisher { (publisher) }
                        @if let Some(every) = &print.every { span.quiet { " every " (every) } }
                    }))
                }
                @for forum in &all.forums {
                    (row(&forum.name, html! {
                        (words::capital(&forum.place))
                        @if let Some(members) = forum.members { span.quiet { ", " (super::grouped(&members.to_string())) " members when it was seen" } }
                    }))
                }
            }
        }
    }
}

fn said(event: &Event) -> Markup {
    let month = event.month.and_then(|month| i8::try_from(month.number()).ok()).map(rule_words::month_name);
    html! {
        @if let Some(month) = month { (month) ". " }
        @if let Some(rule) = &event.rule { (words::sentence(&words::capital(rule))) ". " }
        @if let Some(seen) = &event.last_seen { span.quiet { "Last seen: " (words::sentence(seen)) } }
    }
}

/// `GET /organizations/{id}`
pub async fn one(State(site): State<Site>, Path(id): Path<String>, frame: Frame) -> Result<Response, Fault> {
    let body =
        site.catalog().field().organization(&id).ok_or_else(|| missing(&site, "organizations", &id))?;
    Ok(serve::answer(&frame, show(site.catalog(), body)))
}

fn show(catalog: &Catalog, body: &Organization) -> Page {
    let all = &catalog.field().organizations;
    let page = html! {
        (crumbs(Some(("/organizations", "Organizations"))))
        header.title {
            h1 { (body.name) }
            (super::checked(all.checked, body.confidence.unwrap_or(all.confidence)))
        }
        section.sheet.described aria-label="About it" {
            dl {
                (row("Kind", html! { (kind(body.kind)) }))
                (row("For", html! { (words::capital(&body.for_whom)) }))
                @if let Some(made_by) = &body.made_by { (row("Founded by", html! { (made_by) })) }
                @if let Some(launched) = body.launched { (row("Since", words::when(launched))) }
                @if let Some(governance) = &body.governance { (row("Run by", html! { (words::capital(governance)) })) }
                @if let Some(panel) = &body.panel { (row("Panel", html! { (words::capital(panel)) })) }
                @for price in &body.prices {
                    (row(&words::capital(&price.what), html! {
                        strong { (usd(price.member)) } " for members, " (usd(price.other)) " for others " span.quiet { "(" (price.when) ")" }
                    }))
                }
                @if let Some(known) = catalog.authority(body.id.as_str()) {
                    (row("Rules", html! { a href={ "/" (rung_atlas::Address::authority(known)) } { "Its credentials" } }))
                }
            }
        }
        (list("membership", "How one belongs", &body.membership))
        (list("benefits", "What it offers", &body.benefits))
        (list("publications", "Publications", &body.publications))
        (list("forums", "Forums", &body.forums))
        (list("history", "What it has been and done", &body.history))
        (questions(&body.open_questions))
        (sources(all, [&body.cite]))
    };
    Page::new(&body.name, page).within(Room::Rules)
}

fn kind(kind: OrganizationKind) -> &'static str {
    match kind {
        OrganizationKind::TechnicianSociety => "Technicians, under the roof of another society",
        OrganizationKind::TechnicianAssociation => "An association of technicians",
        OrganizationKind::ProfessionalSociety => "Pharmacists and technicians",
        OrganizationKind::StateSociety => "A state's society",
        OrganizationKind::EducatorsAssociation => "Those who teach technicians",
        OrganizationKind::Certifier => "Certifies people",
        OrganizationKind::Accreditor => "Accredits programs",
        OrganizationKind::SafetyInstitute => "Keeps medicines safe",
        OrganizationKind::TradeAssociation => "A trade association",
        OrganizationKind::ProgramVendor => "Runs a government program's business side",
    }
}
