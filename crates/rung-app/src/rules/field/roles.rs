//! What a technician can be at work: the list by rungs, and a page for each role.

use super::{credential, crumbs, list, missing, month, questions, row, sources};
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
    field::{OrderBasis, PayBasis, Places, Relation, RequiredCredential, Role, RoleId, Rung, Strength},
};
use rung_rules::words::span;
use rung_words::{Decimal, say};

/// `GET /roles`
pub async fn all(State(site): State<Site>, frame: Frame) -> Response {
    let frame = &frame;
    let roles = &site.catalog().field().roles;
    let rungs = [
        (Rung::Trainee, say!(frame.words, "field-rung-trainee")),
        (Rung::Entry, say!(frame.words, "field-rung-entry")),
        (Rung::Experienced, say!(frame.words, "field-rung-experienced")),
        (Rung::Specialist, say!(frame.words, "field-rung-specialist")),
        (Rung::Lead, say!(frame.words, "field-rung-lead")),
        (Rung::Supervisor, say!(frame.words, "field-rung-supervisor")),
        (Rung::Manager, say!(frame.words, "field-rung-manager")),
        (Rung::Beyond, say!(frame.words, "field-rung-beyond")),
    ];
    let body = html! {
        (crumbs(frame, None))
        header.title {
            h1 { (say!(frame.words, "field-roles")) }
            p.lead { (say!(frame.words, "field-roles-lead", count = roles.roles.len())) }
            (super::checked(frame, roles.checked, roles.confidence))
        }
        @for (rung, title) in rungs {
            @let here: Vec<&Role> = roles.roles.iter().filter(|role| role.rung == rung).collect();
            @if !here.is_empty() {
                section.sheet aria-label=(title) {
                    h2 { (title) }
                    ul.shelf.two {
                        @for role in here {
                            li {
                                a href={ "/roles/" (role.id) } { (frame.english(&role.title)) }
                                @if let Some(does) = role.does.first() { span.quiet { (frame.quote(does)) } }
                            }
                        }
                    }
                }
            }
        }
        (list(frame, "ladders", &say!(frame.words, "field-ladders"), &roles.ladders.examples))
        (list(frame, "cautions", &say!(frame.words, "field-cautions"), &roles.cautions))
        (questions(frame, &roles.open_questions))
        (sources(frame, roles, [&roles.ladders.cite]))
    };
    serve::answer(frame, Page::new(say!(frame.words, "field-roles"), body).within(Room::Rules))
}

/// `GET /roles/{id}`
pub async fn one(State(site): State<Site>, Path(id): Path<String>, frame: Frame) -> Result<Response, Fault> {
    let role = site.catalog().field().role(&id).ok_or_else(|| missing(&frame, &site, "roles", &id))?;
    Ok(serve::answer(&frame, show(&frame, site.catalog(), role)))
}

fn show(frame: &Frame, catalog: &Catalog, role: &Role) -> Page {
    let roles = &catalog.field().roles;
    let body = html! {
        (crumbs(frame, Some(("/roles", say!(frame.words, "field-roles")))))
        header.title {
            h1 { (frame.english(&role.title)) }
            (super::checked(frame, roles.checked, role.confidence))
        }
        (list(frame, "does", &say!(frame.words, "field-does"), &role.does))
        (asks(frame, catalog, role))
        (list(frame, "competencies", &say!(frame.words, "field-good-at"), &role.competencies))
        (pay(frame, catalog, role))
        (order(frame, catalog, role))
        (places(frame, catalog, role))
        (list(frame, "results", &say!(frame.words, "field-results"), &role.results))
        (list(frame, "notes", &say!(frame.words, "field-good-to-know"), &role.notes))
        (questions(frame, &role.open_questions))
        (sources(frame, roles, std::iter::once(&role.cite).chain(role.pay.iter().map(|pay| &pay.cite))))
    };
    Page::new(&role.title, body).within(Room::Rules)
}

fn asks(frame: &Frame, catalog: &Catalog, role: &Role) -> Markup {
    let asked = &role.credentials;
    html! {
        section.sheet.described aria-labelledby="asks" {
            h2 #asks { (say!(frame.words, "field-asks")) }
            dl {
                @for required in &asked.required {
                    @match required {
                        RequiredCredential::StateLicence => (row(&say!(frame.words, "field-required"), html! {
                            @match &asked.licence_note { Some(note) => (frame.quote(note)), None => (say!(frame.words, "field-state-licence")) }
                            ". " a href="/rules" { (say!(frame.words, "field-each-state")) }
                        })),
                        RequiredCredential::Credential(id) => (row(&say!(frame.words, "field-required"), credential(frame, catalog, id))),
                    }
                }
                @if !asked.any_of.is_empty() {
                    (row(&say!(frame.words, "field-one-of-these"), html! {
                        ul { @for id in &asked.any_of { li { (credential(frame, catalog, id)) } } }
                        @if let Some(when) = &asked.any_of_when { p.quiet { (frame.sentence(&say!(frame.words, "field-asked-when", when = frame.words.english(when)))) } }
                    }))
                }
                @if !asked.preferred.is_empty() {
                    (row(&say!(frame.words, "field-welcome"), html! { ul { @for id in &asked.preferred { li { (credential(frame, catalog, id)) } } } }))
                }
                @for duty in &role.state_authority_for {
                    @let name = catalog.duty_kinds.iter().find(|kind| kind.id == duty.as_str()).map_or(duty.as_str(), |kind| &kind.name);
                    (row(&say!(frame.words, "field-state-must-allow"), html! { (frame.english(name)) @if name == "Giving vaccines" { ". " a href="/rules?by=vaccines" { (say!(frame.words, "field-where-allowed")) } } }))
                }
                @if let Some(school) = &role.education { (row(&say!(frame.words, "field-schooling"), html! { (frame.quote(&school.what)) })) }
                @for work in &role.experience {
                    (row(&say!(frame.words, "field-work-before"), html! {
                        (frame.quote(&work.what))
                        @if let Some(hours) = work.hours_at_least { ", " (say!(frame.words, "field-hours-or-more", hours = Decimal(hours))) }
                        @if let Some(length) = work.length_at_least { ", " (say!(frame.words, "field-length-or-more", length = span(frame.words, length))) }
                        span.quiet { " (" (strength(frame, work.strength)) @if let Some(who) = &work.asked_by { ": " (frame.english(who)) } ")" }
                    }))
                }
            }
        }
    }
}

fn strength(frame: &Frame, strength: Strength) -> String {
    match strength {
        Strength::Required => say!(frame.words, "field-strength-required"),
        Strength::Alternative => say!(frame.words, "field-strength-alternative"),
        Strength::Preferred => say!(frame.words, "field-strength-preferred"),
        Strength::Credential => say!(frame.words, "field-strength-credential"),
        Strength::Described => say!(frame.words, "field-strength-described"),
    }
}

fn pay(frame: &Frame, catalog: &Catalog, role: &Role) -> Markup {
    let nearby = role.nearby_pay.as_ref();
    let beside = nearby.and_then(|near| Some((near, catalog.field().wages.adjacent(&near.occupation)?)));
    html! {
        @if role.pay.is_some() || beside.is_some() {
            section.sheet.described aria-labelledby="pay" {
                h2 #pay { (say!(frame.words, "field-pays")) }
                dl {
                    @if let Some(pay) = &role.pay {
                        @let figures = [
                            (say!(frame.words, "field-half-a-year"), pay.annual_median), (say!(frame.words, "field-tenth-a-year"), pay.annual_p10),
                            (say!(frame.words, "field-nine-tenths-a-year"), pay.annual_p90), (say!(frame.words, "field-from-a-year"), pay.annual_low),
                            (say!(frame.words, "field-to-a-year"), pay.annual_high), (say!(frame.words, "field-half-an-hour"), pay.hourly_median),
                        ];
                        @for (name, figure) in figures { @if let Some(figure) = figure { (row(&name, html! { strong { (frame.words.usd(figure)) } })) } }
                        (row(&say!(frame.words, "field-pay-measures"), html! {
                            (frame.quote(&pay.what)) ". "
                            span.quiet { (basis(frame, pay.basis)) @if let Some(period) = pay.period { ", " (month(frame, period)) } }
                        }))
                    }
                    @if let Some((near, beside)) = beside {
                        (row(&if near.relation == Relation::Nearby { say!(frame.words, "field-occupation-like") } else { say!(frame.words, "field-may-come-after") }, html! {
                            (frame.english(&beside.title)) ": " (say!(frame.words, "field-half-earn-less-than")) " "
                            strong { (say!(frame.words, "field-usd-a-year", usd = beside.annual_median)) } " "
                            span.quiet { (say!(frame.words, "field-statistics-not-role", month = month(frame, beside.period))) }
                            @if let Some(note) = &near.note { p.quiet { (frame.quote(note)) } }
                        }))
                    }
                }
                p.quiet { a href="/occupation" { (say!(frame.words, "field-earn-as-a-whole")) } }
            }
        }
    }
}

fn basis(frame: &Frame, basis: PayBasis) -> String {
    words::capital(&match basis {
        PayBasis::Official => say!(frame.words, "field-basis-official"),
        PayBasis::Survey => say!(frame.words, "field-basis-survey"),
        PayBasis::SalarySite => say!(frame.words, "field-basis-salary-site"),
        PayBasis::Template => say!(frame.words, "field-basis-template"),
    })
}

/// A role by its title, leading to its page.
pub fn link(frame: &Frame, catalog: &Catalog, id: &RoleId) -> Markup {
    html! {
        @match catalog.field().role(id.as_str()) {
            Some(role) => a href={ "/roles/" (id) } { (frame.english(&role.title)) },
            None => (id),
        }
    }
}

fn order(frame: &Frame, catalog: &Catalog, role: &Role) -> Markup {
    let next = catalog.field().next_roles(&role.id);
    let titles = role.leads_to.as_ref().map_or(&[][..], |leads| &leads.titles);
    html! {
        section.sheet.described aria-labelledby="order" {
            h2 #order { (say!(frame.words, "field-order")) }
            dl {
                @match &role.preceded_by {
                    None => (row(&say!(frame.words, "field-before"), html! { (say!(frame.words, "field-no-source")) })),
                    Some(before) => (row(&say!(frame.words, "field-before"), html! {
                        ul {
                            @for id in &before.roles { li { (link(frame, catalog, id)) } }
                            @for other in &before.outside { li { (frame.quote(other)) } }
                        }
                        p.quiet {
                            @if before.basis == OrderBasis::Inferred { strong { (say!(frame.words, "field-inferred")) } " " (say!(frame.words, "field-inferred-from-roles")) }
                            @else { (say!(frame.words, "field-source-says-so")) }
                            @if let Some(why) = &before.why { ": " (frame.english(why)) } "."
                        }
                    })),
                }
                @if !next.is_empty() || !titles.is_empty() {
                    (row(&say!(frame.words, "field-after"), html! {
                        ul {
                            @for other in &next {
                                @let inferred = other.preceded_by.as_ref().is_some_and(|before| before.roles.contains(&role.id) && before.basis == OrderBasis::Inferred);
                                li { a href={ "/roles/" (other.id) } { (frame.english(&other.title)) } @if inferred { " " span.quiet { (say!(frame.words, "field-inferred-small")) } } }
                            }
                            @for title in titles { li { (frame.quote(title)) } }
                        }
                    }))
                }
            }
        }
    }
}

fn places(frame: &Frame, catalog: &Catalog, role: &Role) -> Markup {
    html! {
        section.sheet aria-labelledby="settings" {
            h2 #settings { (say!(frame.words, "field-where-found")) }
            @match &role.settings {
                Places::All => p { (say!(frame.words, "field-in-every-setting")) },
                Places::Other => p { (say!(frame.words, "field-outside-settings")) },
                Places::These(ids) => ul.plain {
                    @for id in ids {
                        li { @match catalog.field().setting(id.as_str()) {
                            Some(setting) => a href={ "/settings/" (id) } { (frame.english(&setting.title)) },
                            None => (id),
                        } }
                    }
                },
            }
        }
    }
}
