//! Where technicians work: the list, and a page for each setting.

use super::{crumbs, list, missing, month, percent, questions, roles, row, sources, usd};
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
use rung_catalog::{Catalog, field::Setting};

/// `GET /settings`
pub async fn all(State(site): State<Site>, frame: Frame) -> Response {
    let settings = &site.catalog().field().settings;
    let body = html! {
        (crumbs(None))
        header.title {
            h1 { "Practice settings" }
            p.lead { "Where technicians work, and what work there is like." }
            (super::checked(settings.checked, settings.confidence))
        }
        section.sheet aria-label="Settings" {
            ul.shelf.two {
                @for setting in &settings.settings {
                    li {
                        a href={ "/settings/" (setting.id) } { (setting.title) }
                        @if let Some(does) = setting.does.first() { span.quiet { (words::capital(does)) } }
                    }
                }
            }
        }
        (list("cautions", "Bear in mind", &settings.cautions))
        (questions(&settings.open_questions))
    };
    serve::answer(&frame, Page::new("Practice settings", body).within(Room::Rules))
}

/// `GET /settings/{id}`
pub async fn one(State(site): State<Site>, Path(id): Path<String>, frame: Frame) -> Result<Response, Fault> {
    let setting = site.catalog().field().setting(&id).ok_or_else(|| missing(&site, "settings", &id))?;
    Ok(serve::answer(&frame, show(site.catalog(), setting)))
}

fn show(catalog: &Catalog, setting: &Setting) -> Page {
    let settings = &catalog.field().settings;
    let found = catalog.field().roles.roles.iter().filter(|role| role.settings.named().contains(&setting.id));
    let found: Vec<_> = found.collect();
    let body = html! {
        (crumbs(Some(("/settings", "Settings"))))
        header.title {
            h1 { (setting.title) }
            (super::checked(settings.checked, setting.confidence))
        }
        (list("does", "What technicians do there", &setting.does))
        (list("requirements", "What is asked", &setting.requirements))
        (list("preferred", "What is welcome", &setting.preferred))
        (list("skills", "What one must be good at", &setting.skills))
        (conditions(catalog, setting))
        @if !found.is_empty() {
            section.sheet aria-labelledby="roles" {
                h2 #roles { "Roles found there" }
                ul.plain { @for role in found { li { a href={ "/roles/" (role.id) } { (role.title) } } } }
            }
        }
        @if !setting.prepares_for.is_empty() {
            section.sheet aria-labelledby="prepares-for" {
                h2 #prepares-for { "What the work prepares for" }
                p.count { strong { "Inferred" } " by Rung from the duties; no source says it." }
                ul.plain { @for id in &setting.prepares_for { li { (roles::link(catalog, id)) } } }
            }
        }
        (list("notes", "Good to know", &setting.notes))
        (questions(&setting.open_questions))
        (sources(settings, [&setting.cite]))
    };
    Page::new(&setting.title, body).within(Room::Rules)
}

/// Hours, pay and chapters of the pharmacopeia.
fn conditions(catalog: &Catalog, setting: &Setting) -> Markup {
    let wages = &catalog.field().wages;
    html! {
        section.sheet.described aria-labelledby="conditions" {
            h2 #conditions { "Hours and pay" }
            dl {
                @if let Some(schedule) = &setting.schedule { (row("Hours", html! { (words::capital(schedule)) })) }
                @for pay in &setting.pay {
                    @if let Some(industry) = wages.industry(&pay.industry) {
                        (row("Pay", html! {
                            (industry.title) ": half earn less than " strong { (usd(industry.annual_median)) } " a year "
                            span.quiet { "(government statistics, " (month(industry.period)) "; " (percent(industry.versus_all_technicians)) " against all technicians)" }
                            @if let Some(note) = &pay.note { p.quiet { (words::capital(note)) } }
                        }))
                    }
                }
                @if setting.pay.is_empty() { (row("Pay", html! { "No statistics of this setting were seen." })) }
                @if let Some(note) = &setting.pay_note { (row("More on pay", html! { (words::capital(note)) })) }
                @if !setting.usp.is_empty() {
                    (row("USP chapters", html! {
                        (setting.usp.join(", ")) @if let Some(basis) = &setting.usp_basis { span.quiet { " " (basis) } }
                    }))
                }
            }
            p.quiet { a href="/occupation" { "What technicians earn as a whole" } ", with the sources of these figures." }
        }
    }
}
