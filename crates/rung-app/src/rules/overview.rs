//! The first page of the rules: search, the map, what changes next, every jurisdiction in a table, the bodies.

use super::{
    map::{self, Question},
    parts, serve,
    table::{self, Column},
};
use crate::{
    Site,
    shell::{Frame, Page, Room, words},
};
use axum::{
    extract::{Query, State},
    response::Response,
};
use jiff::ToSpan as _;
use maud::{Markup, html};
use rung_atlas::{Address, Glance};
use rung_catalog::Catalog;
use serde::Deserialize;

/// What colours the map and orders the table.
#[derive(Default, Deserialize)]
pub struct Asked {
    #[serde(default)]
    by: String,
    #[serde(default)]
    sort: String,
    #[serde(default)]
    order: String,
}

impl Asked {
    /// What the map is coloured by.
    pub fn question(&self) -> Question {
        Question::of(&self.by)
    }

    /// What the table is sorted by.
    pub fn column(&self) -> Column {
        Column::of(&self.sort)
    }

    /// Whether the most comes first. Where nothing is said, amounts begin with the most and names with A.
    pub fn is_down(&self) -> bool {
        match self.order.as_str() {
            "down" => true,
            "up" => false,
            _ => self.column() != Column::Name,
        }
    }

    /// This page with other colours.
    pub fn with_question(&self, question: Question) -> String {
        let order = if self.sort.is_empty() {
            String::new()
        } else {
            format!("&sort={}&order={}", self.column().id(), if self.is_down() { "down" } else { "up" })
        };
        format!("/rules?by={}{order}", question.id())
    }

    /// This page with another order.
    pub fn with_order(&self, column: Column, down: bool) -> String {
        let order = if down { "down" } else { "up" };
        format!("/rules?by={}&sort={}&order={order}#table", self.question().id(), column.id())
    }
}

/// `GET /rules?by=&sort=&order=`
pub async fn page(State(site): State<Site>, Query(asked): Query<Asked>, frame: Frame) -> Response {
    serve::answer(&frame, show(&site, &asked))
}

fn show(site: &Site, asked: &Asked) -> Page {
    let catalog = site.catalog();
    let glances = Glance::of_all(catalog, site.today());
    let bodies = catalog.authorities.iter().filter(|authority| !authority.is_jurisdiction).count();
    let body = html! {
        header.title {
            h1 { "The rules" }
            p.lead {
                "What " (words::count(glances.len(), "jurisdiction", "jurisdictions")) " and "
                (words::count(bodies, "certifying body", "certifying bodies"))
                " ask of pharmacy technicians: in plain words, each line with its source, its dates and how sure it is."
            }
        }
        (parts::search_field(""))
        (parts::search_place(html! {}))
        (map::map(catalog, &glances, asked))
        (changes(site))
        (table::table(&glances, asked))
        (self::bodies(catalog))
        section.sheet aria-labelledby="more" {
            h2 #more { "More" }
            ul.shelf.two {
                li { a href="/roles" { "Roles" } span.quiet { "What each asks, pays and leads to" } }
                li { a href="/settings" { "Practice settings" } span.quiet { "What work there is like" } }
                li { a href="/occupation" { "The occupation" } span.quiet { "Pay, outlook, and what O*NET says of the work" } }
                li { a href="/organizations" { "Organizations" } span.quiet { "Societies, meetings, what to read" } }
                li { a href="/actions" { "Actions" } span.quiet { "What moves a career, with numbers that show it" } }
                li { a href="/feeds" { "Feeds" } span.quiet { "What regulators and boards publish as it happens" } }
                li { a href="/compare/jurisdictions" { "Two jurisdictions side by side" } }
                li { a href="/compare/credentials" { "Two credentials side by side" } }
                li { a href="/about" { "Every source that was read, and what is not settled" } }
            }
        }
    };
    Page::new("The rules of 51 jurisdictions", body).within(Room::Rules)
}

/// What is ahead, and what changed in the year that has gone by.
fn changes(site: &Site) -> Markup {
    let (catalog, on) = (site.catalog(), site.today());
    let a_year_ago = on.saturating_sub(1.year());
    let (ahead, past): (Vec<_>, Vec<_>) = (site.library().changes())
        .filter(|change| a_year_ago < change.date.first_day())
        .partition(|change| change.is_ahead_of(on));
    html! {
        section.sheet aria-labelledby="ahead" {
            h2 #ahead { "What changes next" }
            @if ahead.is_empty() { p.quiet { "No dated change is known." } }
            @else { (parts::changes(catalog, ahead, true, on)) }
            @if !past.is_empty() {
                details.version {
                    summary { span.what { "Changed in the last year" } span.quiet { (past.len()) } }
                    (parts::changes(catalog, past.into_iter().rev(), true, on))
                }
            }
        }
    }
}

fn bodies(catalog: &Catalog) -> Markup {
    html! {
        section.sheet #bodies aria-labelledby="credentials" {
            h2 #credentials { "National credentials" }
            ul.bodies {
                @for authority in catalog.authorities.iter().filter(|authority| !authority.is_jurisdiction) {
                    li {
                        h3 { a href={ "/" (Address::authority(authority)) } { (authority.name) } }
                        @if authority.body != authority.name { p.quiet { (authority.body) } }
                        ul {
                            @for credential in catalog.credentials_of(authority) {
                                li { a href={ "/" (Address::credential(credential.id.as_str())) } {
                                    (credential.title)
                                    @if let Some(initials) = credential.initials.as_ref().filter(|initials| !credential.title.contains(*initials)) { " (" (initials) ")" }
                                } }
                            }
                        }
                    }
                }
                @if !catalog.designated_topics.is_empty() {
                    li {
                        h3 { a href="/bodies/acpe" { "ACPE topic designators" } }
                        p.quiet { "What the digits of an activity number tell." }
                    }
                }
            }
        }
    }
}
