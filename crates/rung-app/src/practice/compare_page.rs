//! Two or three roles side by side, line by line.

use super::{
    rooms::{self, Here},
    told,
};
use crate::shell::{Fault, Frame, Page, Room, Visit, components, components::State};
use axum::{extract::Query, response::Response};
use maud::{Markup, html};
use rung_way::{
    CareerGraph,
    compare::{Item, Row, compare_roles},
    words,
};
use rung_words::say;
use serde::Deserialize;

/// `?a=lead-technician&b=pharmacy-buyer&c=`
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    a: String,
    b: String,
    c: String,
}

/// `GET /explore/compare`
pub async fn page(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    visit.answer(move |visit| show(visit, &asked)).await
}

fn show(visit: &Visit, asked: &Asked) -> Result<Page, Fault> {
    let (frame, words) = (&visit.frame, visit.frame.words);
    let graph = CareerGraph::of(visit.catalog());
    let mut roles: Vec<usize> = Vec::new();
    for id in [&asked.a, &asked.b, &asked.c].into_iter().filter(|id| !id.is_empty()) {
        let role = told::role(visit, id)?;
        roles.extend(graph.index(role.id.as_str()).filter(|role| !roles.contains(role)));
    }
    let title = say!(words, "practice-compare-title");
    let seen = told::seen(visit);
    let rows = if roles.len() > 1 { compare_roles(&seen, &graph, &roles, words) } else { Vec::new() };
    let titles: Vec<&str> = roles.iter().map(|role| graph.roles[*role].title.as_str()).collect();
    let body = html! {
        (rooms::headline(frame, &title, &say!(words, "practice-compare-lead"), Here::Compare))
        form.wishes.card method="get" action="/explore/compare" {
            @for (name, chosen) in [("a", &asked.a), ("b", &asked.b), ("c", &asked.c)] { (choice(visit, name, chosen)) }
            button.button type="submit" { (say!(words, "practice-compare-show")) }
        }
        @if roles.len() == 1 { p.note { (say!(words, "practice-compare-more")) } }
        @if !rows.is_empty() { (table(frame, &titles, &rows)) }
    };
    Ok(Page::new(title, body).within(Room::Explore))
}

fn choice(visit: &Visit, name: &str, chosen: &str) -> Markup {
    let words = visit.frame.words;
    let label = match name {
        "a" => say!(words, "practice-compare-first"),
        "b" => say!(words, "practice-compare-second"),
        _ => say!(words, "practice-compare-third"),
    };
    components::field(name, &label, "", None, |_| {
        html! {
            select id=(name) name=(name) {
                option value="" { (say!(words, "practice-choose-role")) }
                @for role in &visit.catalog().field().roles.roles {
                    option value=(role.id) selected[role.id.as_str() == chosen] lang=[visit.frame.lang_of_english()] { (role.title) }
                }
            }
        }
    })
}

fn table(frame: &Frame, titles: &[&str], rows: &[Row]) -> Markup {
    let words = frame.words;
    let english = frame.lang_of_english();
    html! {
        table.side-by-side.roles-beside {
            caption { (say!(words, "practice-compare-title")) }
            thead { tr {
                th scope="col" { (say!(words, "practice-column-about")) }
                @for title in titles { th scope="col" lang=[english] { (title) } }
            } }
            tbody {
                @for row in rows {
                    tr {
                        th scope="row" {
                            (words::aspect(words, row.aspect))
                            @if row.differs() { span.differs { (say!(words, "practice-differs")) } } @else { span.alike { (say!(words, "practice-alike")) } }
                        }
                        @for (cell, title) in row.cells.iter().zip(titles) {
                            td data-column=(title) {
                                @if cell.is_empty() { span.quiet { (say!(words, "practice-nothing-told")) } }
                                @else { ul.beside { @for item in cell { (self::item(frame, item)) } } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn item(frame: &Frame, item: &Item) -> Markup {
    html! {
        li {
            @if let Some(verdict) = item.verdict { (components::icon(State::of(verdict))) span.sr { (told::verdict(frame.words, verdict)) ": " } }
            span.quiet[item.is_shared] { (frame.sentence(&item.says)) }
        }
    }
}
