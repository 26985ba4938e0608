//! Organizations, and the events, publications and forums through which they are met.

use super::{crumbs, list, missing, questions, row, sources};
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
use rung_words::say;

/// `GET /organizations`
pub async fn all(State(site): State<Site>, frame: Frame) -> Response {
    let frame = &frame;
    let all = &site.catalog().field().organizations;
    let cites = all.events.iter().map(|event| &event.cite);
    let cites = cites.chain(all.publications.iter().map(|print| &print.cite));
    let cites = cites.chain(all.forums.iter().map(|forum| &forum.cite));
    let cites = cites.chain(all.membership_notes.iter().map(|note| &note.cite));
    let body = html! {
        (crumbs(frame, None))
        header.title {
            h1 { (say!(frame.words, "field-organizations")) }
            p.lead { (say!(frame.words, "field-organizations-lead")) }
            (super::checked(frame, all.checked, all.confidence))
        }
        section.sheet aria-label=(say!(frame.words, "field-organizations")) {
            ul.shelf.two {
                @for body in &all.organizations {
                    li {
                        a href={ "/organizations/" (body.id) } { (frame.english(&body.name)) }
                        span.quiet { (kind(frame, body.kind)) ". " (frame.quote(&body.for_whom)) }
                    }
                }
            }
        }
        (meetings(frame, all))
        (list(frame, "membership", &say!(frame.words, "field-on-membership"), &all.membership_notes.iter().map(|note| note.text.clone()).collect::<Vec<_>>()))
        (list(frame, "cautions", &say!(frame.words, "field-cautions"), &all.cautions))
        (questions(frame, &all.open_questions))
        (sources(frame, all, cites))
    };
    serve::answer(frame, Page::new(say!(frame.words, "field-organizations"), body).within(Room::Rules))
}

fn meetings(frame: &Frame, all: &Organizations) -> Markup {
    html! {
        section.sheet.described aria-labelledby="events" {
            h2 #events { (say!(frame.words, "field-events")) }
            dl { @for event in &all.events { (named(frame, &event.name, said(frame, event))) } }
        }
        section.sheet.described aria-labelledby="publications" {
            h2 #publications { (say!(frame.words, "field-to-read")) }
            dl {
                @for print in &all.publications {
                    (named(frame, &print.name, html! {
                        @if let Some(publisher) = &print.publisher { (frame.english(publisher)) }
                        @if let Some(every) = &print.every { span.quiet { " " (frame.sentence(&say!(frame.words, "field-every", often = frame.words.english(every)))) } }
                    }))
                }
                @for forum in &all.forums {
                    (named(frame, &forum.name, html! {
                        (frame.quote(&forum.place))
                        @if let Some(members) = forum.members { span.quiet { ", " (say!(frame.words, "field-members-seen", count = members)) } }
                    }))
                }
            }
        }
    }
}

fn said(frame: &Frame, event: &Event) -> Markup {
    let month = event
        .month
        .and_then(|month| i8::try_from(month.number()).ok())
        .map(|month| words::capital(frame.words.month_name(month)));
    html! {
        @if let Some(month) = month { (month) ". " }
        @if let Some(rule) = &event.rule { (frame.quote(rule)) ". " }
        @if let Some(seen) = &event.last_seen { span.quiet { (frame.sentence(&say!(frame.words, "field-last-seen", when = frame.words.english(seen)))) } }
    }
}

/// `GET /organizations/{id}`
pub async fn one(State(site): State<Site>, Path(id): Path<String>, frame: Frame) -> Result<Response, Fault> {
    let body = site
        .catalog()
        .field()
        .organization(&id)
        .ok_or_else(|| missing(&frame, &site, "organizations", &id))?;
    Ok(serve::answer(&frame, show(&frame, site.catalog(), body)))
}

fn show(frame: &Frame, catalog: &Catalog, body: &Organization) -> Page {
    let all = &catalog.field().organizations;
    let page = html! {
        (crumbs(frame, Some(("/organizations", say!(frame.words, "field-organizations")))))
        header.title {
            h1 { (frame.english(&body.name)) }
            (super::checked(frame, all.checked, body.confidence.unwrap_or(all.confidence)))
        }
        section.sheet.described aria-label=(say!(frame.words, "field-about-it")) {
            dl {
                (row(&say!(frame.words, "field-kind"), html! { (kind(frame, body.kind)) }))
                (row(&say!(frame.words, "field-for-whom"), html! { (frame.quote(&body.for_whom)) }))
                @if let Some(made_by) = &body.made_by { (row(&say!(frame.words, "field-founded-by"), html! { (frame.english(made_by)) })) }
                @if let Some(launched) = body.launched { (row(&say!(frame.words, "field-since"), frame.when(launched))) }
                @if let Some(governance) = &body.governance { (row(&say!(frame.words, "field-run-by"), html! { (frame.quote(governance)) })) }
                @if let Some(panel) = &body.panel { (row(&say!(frame.words, "field-panel"), html! { (frame.quote(panel)) })) }
                @for price in &body.prices {
                    (named(frame, &words::capital(&price.what), html! {
                        strong { (frame.words.usd(price.member)) } " " (say!(frame.words, "field-for-members")) ", "
                        (frame.words.usd(price.other)) " " (say!(frame.words, "field-for-others")) " "
                        span.quiet { "(" (frame.english(&price.when.to_string())) ")" }
                    }))
                }
                @if let Some(known) = catalog.authority(body.id.as_str()) {
                    (row(&say!(frame.words, "field-rules"), html! { a href={ "/" (rung_atlas::Address::authority(known)) } { (say!(frame.words, "field-its-credentials")) } }))
                }
            }
        }
        (list(frame, "membership", &say!(frame.words, "field-how-one-belongs"), &body.membership))
        (list(frame, "benefits", &say!(frame.words, "field-offers"), &body.benefits))
        (list(frame, "publications", &say!(frame.words, "field-publications"), &body.publications))
        (list(frame, "forums", &say!(frame.words, "field-forums"), &body.forums))
        (list(frame, "history", &say!(frame.words, "field-history"), &body.history))
        (questions(frame, &body.open_questions))
        (sources(frame, all, [&body.cite]))
    };
    Page::new(&body.name, page).within(Room::Rules)
}

/// A row whose name is the catalogue's.
fn named(frame: &Frame, name: &str, says: Markup) -> Markup {
    html! { div { dt { (frame.english(name)) } dd { (says) } } }
}

fn kind(frame: &Frame, kind: OrganizationKind) -> String {
    match kind {
        OrganizationKind::TechnicianSociety => say!(frame.words, "field-org-technician-society"),
        OrganizationKind::TechnicianAssociation => say!(frame.words, "field-org-technician-association"),
        OrganizationKind::ProfessionalSociety => say!(frame.words, "field-org-professional-society"),
        OrganizationKind::StateSociety => say!(frame.words, "field-org-state-society"),
        OrganizationKind::EducatorsAssociation => say!(frame.words, "field-org-educators"),
        OrganizationKind::Certifier => say!(frame.words, "field-org-certifier"),
        OrganizationKind::Accreditor => say!(frame.words, "field-org-accreditor"),
        OrganizationKind::SafetyInstitute => say!(frame.words, "field-org-safety"),
        OrganizationKind::TradeAssociation => say!(frame.words, "field-org-trade"),
        OrganizationKind::ProgramVendor => say!(frame.words, "field-org-vendor"),
    }
}
