//! What a technician can be at work: the list by rungs, and a page for each role.

use super::{credential, crumbs, list, missing, month, questions, row, sources, usd};
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

/// `GET /roles`
pub async fn all(State(site): State<Site>, frame: Frame) -> Response {
    let roles = &site.catalog().field().roles;
    let rungs = [
        (Rung::Trainee, "In training"),
        (Rung::Entry, "First roles"),
        (Rung::Experienced, "Experienced"),
        (Rung::Specialist, "Specialists"),
        (Rung::Lead, "Leads"),
        (Rung::Supervisor, "Supervisors"),
        (Rung::Manager, "Managers"),
        (Rung::Beyond, "Beyond the pharmacy"),
    ];
    let body = html! {
        (crumbs(None))
        header.title {
            h1 { "Roles" }
            p.lead { (roles.roles.len()) " roles, from the first rung up: what each asks, what it pays and what leads there." }
            (super::checked(roles.checked, roles.confidence))
        }
        @for (rung, title) in rungs {
            @let here: Vec<&Role> = roles.roles.iter().filter(|role| role.rung == rung).collect();
            @if !here.is_empty() {
                section.sheet aria-label=(title) {
                    h2 { (title) }
                    ul.shelf.two {
                        @for role in here {
                            li {
                                a href={ "/roles/" (role.id) } { (role.title) }
                                @if let Some(does) = role.does.first() { span.quiet { (words::capital(does)) } }
                            }
                        }
                    }
                }
            }
        }
        (list("ladders", "How employers order their own rungs", &roles.ladders.examples))
        (list("cautions", "Bear in mind", &roles.cautions))
        (questions(&roles.open_questions))
        (sources(roles, [&roles.ladders.cite]))
    };
    serve::answer(&frame, Page::new("Roles", body).within(Room::Rules))
}

/// `GET /roles/{id}`
pub async fn one(State(site): State<Site>, Path(id): Path<String>, frame: Frame) -> Result<Response, Fault> {
    let role = site.catalog().field().role(&id).ok_or_else(|| missing(&site, "roles", &id))?;
    Ok(serve::answer(&frame, show(site.catalog(), role)))
}

fn show(catalog: &Catalog, role: &Role) -> Page {
    let roles = &catalog.field().roles;
    let body = html! {
        (crumbs(Some(("/roles", "Roles"))))
        header.title {
            h1 { (role.title) }
            (super::checked(roles.checked, role.confidence))
        }
        (list("does", "What one does", &role.does))
        (asks(catalog, role))
        (list("competencies", "What one must be good at", &role.competencies))
        (pay(catalog, role))
        (order(catalog, role))
        (places(catalog, role))
        (list("results", "What studies measured", &role.results))
        (list("notes", "Good to know", &role.notes))
        (questions(&role.open_questions))
        (sources(roles, std::iter::once(&role.cite).chain(role.pay.iter().map(|pay| &pay.cite))))
    };
    Page::new(&role.title, body).within(Room::Rules)
}

fn asks(catalog: &Catalog, role: &Role) -> Markup {
    let asked = &role.credentials;
    html! {
        section.sheet.described aria-labelledby="asks" {
            h2 #asks { "What it asks" }
            dl {
                @for required in &asked.required {
                    @match required {
                        RequiredCredential::StateLicence => (row("Required", html! {
                            (asked.licence_note.as_deref().map_or_else(
                                || "The licence, registration or certification that the state's board asks".to_owned(), words::capital))
                            ". " a href="/rules" { "What each state asks" }
                        })),
                        RequiredCredential::Credential(id) => (row("Required", credential(catalog, id))),
                    }
                }
                @if !asked.any_of.is_empty() {
                    (row("One of these", html! {
                        ul { @for id in &asked.any_of { li { (credential(catalog, id)) } } }
                        @if let Some(when) = &asked.any_of_when { p.quiet { "Asked when: " (when) } }
                    }))
                }
                @if !asked.preferred.is_empty() {
                    (row("Welcome", html! { ul { @for id in &asked.preferred { li { (credential(catalog, id)) } } } }))
                }
                @for duty in &role.state_authority_for {
                    @let name = catalog.duty_kinds.iter().find(|kind| kind.id == duty.as_str()).map_or(duty.as_str(), |kind| &kind.name);
                    (row("The state must allow", html! { (name) @if name == "Giving vaccines" { ". " a href="/rules?by=vaccines" { "Where it is allowed" } } }))
                }
                @if let Some(school) = &role.education { (row("Schooling", html! { (words::capital(&school.what)) })) }
                @for work in &role.experience {
                    (row("Work before it", html! {
                        (words::capital(&work.what))
                        @if let Some(hours) = work.hours_at_least { ", " (hours) " h or more" }
                        @if let Some(length) = work.length_at_least { ", " (length) " or more" }
                        span.quiet { " (" (strength(work.strength)) @if let Some(who) = &work.asked_by { ": " (who) } ")" }
                    }))
                }
            }
        }
    }
}

fn strength(strength: Strength) -> &'static str {
    match strength {
        Strength::Required => "required",
        Strength::Alternative => "does instead of the line before",
        Strength::Preferred => "preferred",
        Strength::Credential => "asked by a credential's own path",
        Strength::Described => "described; how strictly is not said",
    }
}

fn pay(catalog: &Catalog, role: &Role) -> Markup {
    let nearby = role.nearby_pay.as_ref();
    let beside = nearby.and_then(|near| Some((near, catalog.field().wages.adjacent(&near.occupation)?)));
    html! {
        @if role.pay.is_some() || beside.is_some() {
            section.sheet.described aria-labelledby="pay" {
                h2 #pay { "What it pays" }
                dl {
                    @if let Some(pay) = &role.pay {
                        @let figures = [
                            ("Half earn less, a year", pay.annual_median), ("One in ten earns less, a year", pay.annual_p10),
                            ("Nine in ten earn less, a year", pay.annual_p90), ("From, a year", pay.annual_low),
                            ("To, a year", pay.annual_high), ("Half earn less, an hour", pay.hourly_median),
                        ];
                        @for (name, figure) in figures { @if let Some(figure) = figure { (row(name, html! { strong { (usd(figure)) } })) } }
                        (row("What it measures", html! {
                            (words::capital(&pay.what)) ". "
                            span.quiet { (basis(pay.basis)) @if let Some(period) = pay.period { ", " (month(period)) } }
                        }))
                    }
                    @if let Some((near, beside)) = beside {
                        (row(if near.relation == Relation::Nearby { "An occupation like it" } else { "What may come after" }, html! {
                            (beside.title) ": half earn less than " strong { (usd(beside.annual_median)) } " a year "
                            span.quiet { "(government statistics, " (month(beside.period)) "; not the pay of this role)" }
                            @if let Some(note) = &near.note { p.quiet { (words::capital(note)) } }
                        }))
                    }
                }
                p.quiet { a href="/occupation" { "What technicians earn as a whole, by setting and state" } }
            }
        }
    }
}

fn basis(basis: PayBasis) -> &'static str {
    match basis {
        PayBasis::Official => "Government statistics",
        PayBasis::Survey => "A survey",
        PayBasis::SalarySite => "A site that collects salaries; nobody official confirms it",
        PayBasis::Template => "A template of a job description",
    }
}

/// A role by its title, leading to its page.
pub fn link(catalog: &Catalog, id: &RoleId) -> Markup {
    html! {
        @match catalog.field().role(id.as_str()) {
            Some(role) => a href={ "/roles/" (id) } { (role.title) },
            None => (id),
        }
    }
}

fn order(catalog: &Catalog, role: &Role) -> Markup {
    let next = catalog.field().next_roles(&role.id);
    let titles = role.leads_to.as_ref().map_or(&[][..], |leads| &leads.titles);
    html! {
        section.sheet.described aria-labelledby="order" {
            h2 #order { "What leads there, and what may follow" }
            dl {
                @match &role.preceded_by {
                    None => (row("Before it", html! { "No source says." })),
                    Some(before) => (row("Before it", html! {
                        ul {
                            @for id in &before.roles { li { (link(catalog, id)) } }
                            @for other in &before.outside { li { (words::capital(other)) } }
                        }
                        p.quiet {
                            @if before.basis == OrderBasis::Inferred { strong { "Inferred" } " by Rung from what the roles ask or do" }
                            @else { "A source says so" }
                            @if let Some(why) = &before.why { ": " (why) } "."
                        }
                    })),
                }
                @if !next.is_empty() || !titles.is_empty() {
                    (row("After it", html! {
                        ul {
                            @for other in &next {
                                @let inferred = other.preceded_by.as_ref().is_some_and(|before| before.roles.contains(&role.id) && before.basis == OrderBasis::Inferred);
                                li { a href={ "/roles/" (other.id) } { (other.title) } @if inferred { " " span.quiet { "(inferred)" } } }
                            }
                            @for title in titles { li { (words::capital(title)) } }
                        }
                    }))
                }
            }
        }
    }
}

fn places(catalog: &Catalog, role: &Role) -> Markup {
    html! {
        section.sheet aria-labelledby="settings" {
            h2 #settings { "Where it is found" }
            @match &role.settings {
                Places::All => p { "In every setting." },
                Places::Other => p { "Outside the settings that the catalogue describes." },
                Places::These(ids) => ul.plain {
                    @for id in ids {
                        li { @match catalog.field().setting(id.as_str()) {
                            Some(setting) => a href={ "/settings/" (id) } { (setting.title) },
                            None => (id),
                        } }
                    }
                },
            }
        }
    }
}
