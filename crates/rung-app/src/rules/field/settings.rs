//! Where technicians work: the list, and a page for each setting.

use super::{crumbs, list, missing, month, percent, questions, roles, row, sources};
use crate::{
    Site,
    rules::serve,
    shell::{Fault, Frame, Page, Room},
};
use axum::{
    extract::{Path, State},
    response::Response,
};
use maud::{Markup, html};
use rung_catalog::{Catalog, field::Setting};
use rung_words::say;

/// `GET /settings`
pub async fn all(State(site): State<Site>, frame: Frame) -> Response {
    let frame = &frame;
    let settings = &site.catalog().field().settings;
    let body = html! {
        (crumbs(frame, None))
        header.title {
            h1 { (say!(frame.words, "field-settings")) }
            p.lead { (say!(frame.words, "field-settings-lead")) }
            (super::checked(frame, settings.checked, settings.confidence))
        }
        section.sheet aria-label=(say!(frame.words, "field-settings-short")) {
            ul.shelf.two {
                @for setting in &settings.settings {
                    li {
                        a href={ "/settings/" (setting.id) } { (frame.english(&setting.title)) }
                        @if let Some(does) = setting.does.first() { span.quiet { (frame.quote(does)) } }
                    }
                }
            }
        }
        (list(frame, "cautions", &say!(frame.words, "field-cautions"), &settings.cautions))
        (questions(frame, &settings.open_questions))
    };
    serve::answer(frame, Page::new(say!(frame.words, "field-settings"), body).within(Room::Rules))
}

/// `GET /settings/{id}`
pub async fn one(State(site): State<Site>, Path(id): Path<String>, frame: Frame) -> Result<Response, Fault> {
    let setting =
        site.catalog().field().setting(&id).ok_or_else(|| missing(&frame, &site, "settings", &id))?;
    Ok(serve::answer(&frame, show(&frame, site.catalog(), setting)))
}

fn show(frame: &Frame, catalog: &Catalog, setting: &Setting) -> Page {
    let settings = &catalog.field().settings;
    let found = catalog.field().roles.roles.iter().filter(|role| role.settings.named().contains(&setting.id));
    let found: Vec<_> = found.collect();
    let body = html! {
        (crumbs(frame, Some(("/settings", say!(frame.words, "field-settings-short")))))
        header.title {
            h1 { (frame.english(&setting.title)) }
            (super::checked(frame, settings.checked, setting.confidence))
        }
        (list(frame, "does", &say!(frame.words, "field-setting-does"), &setting.does))
        (list(frame, "requirements", &say!(frame.words, "field-setting-asked"), &setting.requirements))
        (list(frame, "preferred", &say!(frame.words, "field-setting-welcome"), &setting.preferred))
        (list(frame, "skills", &say!(frame.words, "field-good-at"), &setting.skills))
        (conditions(frame, catalog, setting))
        @if !found.is_empty() {
            section.sheet aria-labelledby="roles" {
                h2 #roles { (say!(frame.words, "field-setting-roles")) }
                ul.plain { @for role in found { li { a href={ "/roles/" (role.id) } { (frame.english(&role.title)) } } } }
            }
        }
        @if !setting.prepares_for.is_empty() {
            section.sheet aria-labelledby="prepares-for" {
                h2 #prepares-for { (say!(frame.words, "field-prepares-for")) }
                p.count { strong { (say!(frame.words, "field-inferred")) } " " (say!(frame.words, "field-inferred-from-duties")) }
                ul.plain { @for id in &setting.prepares_for { li { (roles::link(frame, catalog, id)) } } }
            }
        }
        (list(frame, "notes", &say!(frame.words, "field-good-to-know"), &setting.notes))
        (questions(frame, &setting.open_questions))
        (sources(frame, settings, [&setting.cite]))
    };
    Page::new(&setting.title, body).within(Room::Rules)
}

/// Hours, pay and chapters of the pharmacopeia.
fn conditions(frame: &Frame, catalog: &Catalog, setting: &Setting) -> Markup {
    let wages = &catalog.field().wages;
    html! {
        section.sheet.described aria-labelledby="conditions" {
            h2 #conditions { (say!(frame.words, "field-hours-and-pay")) }
            dl {
                @if let Some(schedule) = &setting.schedule { (row(&say!(frame.words, "field-hours"), html! { (frame.quote(schedule)) })) }
                @for pay in &setting.pay {
                    @if let Some(industry) = wages.industry(&pay.industry) {
                        (row(&say!(frame.words, "field-pay"), html! {
                            (frame.english(&industry.title)) ": " (say!(frame.words, "field-half-earn-less-than")) " "
                            strong { (say!(frame.words, "field-usd-a-year", usd = industry.annual_median)) } " "
                            span.quiet { (say!(frame.words, "field-statistics-against", month = month(frame, industry.period), percent = percent(industry.versus_all_technicians))) }
                            @if let Some(note) = &pay.note { p.quiet { (frame.quote(note)) } }
                        }))
                    }
                }
                @if setting.pay.is_empty() { (row(&say!(frame.words, "field-pay"), html! { (say!(frame.words, "field-pay-unseen")) })) }
                @if let Some(note) = &setting.pay_note { (row(&say!(frame.words, "field-more-on-pay"), html! { (frame.quote(note)) })) }
                @if !setting.usp.is_empty() {
                    (row(&say!(frame.words, "field-usp"), html! {
                        (setting.usp.join(", ")) @if let Some(basis) = &setting.usp_basis { span.quiet { " " (frame.english(basis)) } }
                    }))
                }
            }
            p.quiet { a href="/occupation" { (say!(frame.words, "field-earn")) } (say!(frame.words, "field-earn-sources")) }
        }
    }
}
