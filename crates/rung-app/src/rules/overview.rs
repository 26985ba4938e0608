//! The first page of the rules: search, the map, what changes next, every jurisdiction in a table, the bodies.

use super::{
    map::{self, Question},
    parts, serve,
    table::{self, Column},
};
use crate::{
    Site,
    shell::{Frame, Page, Room},
};
use axum::{
    extract::{Query, State},
    response::Response,
};
use jiff::ToSpan as _;
use maud::{Markup, html};
use rung_atlas::{Address, Glance};
use rung_catalog::Catalog;
use rung_words::say;
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
    serve::answer(&frame, show(&frame, &site, &asked))
}

fn show(frame: &Frame, site: &Site, asked: &Asked) -> Page {
    let catalog = site.catalog();
    let glances = Glance::of_all(catalog, site.today());
    let bodies = catalog.authorities.iter().filter(|authority| !authority.is_jurisdiction).count();
    let body = html! {
        header.title {
            h1 { (say!(frame.words, "rulebook-title")) }
            p.lead {
                (say!(frame.words, "rulebook-lead", jurisdictions = glances.len(), bodies = bodies))
            }
        }
        (parts::search_field(frame, ""))
        (parts::search_place(html! {}))
        (map::map(frame, catalog, &glances, asked))
        (changes(frame, site))
        (table::table(frame, &glances, asked))
        (self::bodies(frame, catalog))
        section.sheet aria-labelledby="more" {
            h2 #more { (say!(frame.words, "rulebook-more")) }
            ul.shelf.two {
                li { a href="/roles" { (say!(frame.words, "rulebook-more-roles")) } span.quiet { (say!(frame.words, "rulebook-more-roles-text")) } }
                li { a href="/settings" { (say!(frame.words, "rulebook-more-settings")) } span.quiet { (say!(frame.words, "rulebook-more-settings-text")) } }
                li { a href="/occupation" { (say!(frame.words, "rulebook-more-occupation")) } span.quiet { (say!(frame.words, "rulebook-more-occupation-text")) } }
                li { a href="/organizations" { (say!(frame.words, "rulebook-more-organizations")) } span.quiet { (say!(frame.words, "rulebook-more-organizations-text")) } }
                li { a href="/actions" { (say!(frame.words, "rulebook-more-actions")) } span.quiet { (say!(frame.words, "rulebook-more-actions-text")) } }
                li { a href="/feeds" { (say!(frame.words, "rulebook-more-feeds")) } span.quiet { (say!(frame.words, "rulebook-more-feeds-text")) } }
                li { a href="/compare/jurisdictions" { (say!(frame.words, "rulebook-more-jurisdictions")) } }
                li { a href="/compare/credentials" { (say!(frame.words, "rulebook-more-credentials")) } }
                li { a href="/about" { (say!(frame.words, "rulebook-more-sources")) } }
            }
        }
    };
    Page::new(say!(frame.words, "rulebook-page-title", jurisdictions = glances.len()), body)
        .within(Room::Rules)
}

/// What is ahead, and what changed in the year that has gone by.
fn changes(frame: &Frame, site: &Site) -> Markup {
    let (catalog, on) = (site.catalog(), site.today());
    let a_year_ago = on.saturating_sub(1.year());
    let (ahead, past): (Vec<_>, Vec<_>) = (site.library(frame.language).changes())
        .filter(|change| a_year_ago < change.date.first_day())
        .partition(|change| change.is_ahead_of(on));
    html! {
        section.sheet aria-labelledby="ahead" {
            h2 #ahead { (say!(frame.words, "rulebook-ahead")) }
            @if ahead.is_empty() { p.quiet { (say!(frame.words, "rulebook-changes-none")) } }
            @else { (parts::changes(frame, catalog, ahead, true, on)) }
            @if !past.is_empty() {
                details.version {
                    summary { span.what { (say!(frame.words, "rulebook-changes-past")) } span.quiet { (past.len()) } }
                    (parts::changes(frame, catalog, past.into_iter().rev(), true, on))
                }
            }
        }
    }
}

fn bodies(frame: &Frame, catalog: &Catalog) -> Markup {
    html! {
        section.sheet #bodies aria-labelledby="credentials" {
            h2 #credentials { (say!(frame.words, "rulebook-national")) }
            ul.bodies {
                @for authority in catalog.authorities.iter().filter(|authority| !authority.is_jurisdiction) {
                    li {
                        h3 { a href={ "/" (Address::authority(authority)) } { (authority.name) } }
                        @if authority.body != authority.name { p.quiet { (frame.english(&authority.body)) } }
                        ul {
                            @for credential in catalog.credentials_of(authority) {
                                li { a href={ "/" (Address::credential(credential.id.as_str())) } {
                                    (frame.english(&credential.title))
                                    @if let Some(initials) = credential.initials.as_ref().filter(|initials| !credential.title.contains(*initials)) { " (" (initials) ")" }
                                } }
                            }
                        }
                    }
                }
                @if !catalog.designated_topics.is_empty() {
                    li {
                        h3 { a href="/bodies/acpe" { (say!(frame.words, "rulebook-designators")) } }
                        p.quiet { (say!(frame.words, "rulebook-designators-text")) }
                    }
                }
            }
        }
    }
}
