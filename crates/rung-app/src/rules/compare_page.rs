//! Two jurisdictions, or two credentials, side by side.

use super::{parts, serve};
use crate::{
    Site,
    shell::{Fault, Frame, Page, Room, components, components::State as Standing, words},
};
use axum::{
    extract::{Query, State},
    response::Response,
};
use maud::{Markup, html};
use rung_atlas::{Address, Fact, Row, compare_credentials, compare_jurisdictions};
use rung_catalog::Catalog;
use rung_words::say;
use serde::Deserialize;

/// Which two, and whether all rows are shown.
#[derive(Deserialize)]
pub struct Asked {
    #[serde(default)]
    a: String,
    #[serde(default)]
    b: String,
    #[serde(default)]
    only: String,
}

/// `GET /compare/jurisdictions?a=&b=&only=`
pub async fn jurisdictions(
    State(site): State<Site>,
    Query(asked): Query<Asked>,
    frame: Frame,
) -> Result<Response, Fault> {
    let catalog = site.catalog();
    let find = |id: &str| {
        let known = catalog.authority(id).filter(|known| known.is_jurisdiction);
        known.ok_or_else(|| serve::not_found(&frame, &site, &Address::on("jurisdictions", id)))
    };
    let both = asked.both(find)?;
    let shown = Comparison {
        frame: &frame,
        kind: "jurisdictions",
        asked: &asked,
        names: both.map(|(a, b)| [a.name.clone(), b.name.clone()]),
        pages: both.map(|(a, b)| [Address::authority(a), Address::authority(b)]),
        rows: both
            .map(|(a, b)| compare_jurisdictions(frame.words, catalog, a, b, site.today()))
            .unwrap_or_default(),
        catalog,
        options: parts::jurisdictions,
    };
    Ok(shown.answer())
}

/// `GET /compare/credentials?a=&b=&only=`
pub async fn credentials(
    State(site): State<Site>,
    Query(asked): Query<Asked>,
    frame: Frame,
) -> Result<Response, Fault> {
    let catalog = site.catalog();
    let find = |id: &str| {
        catalog.credential(id).ok_or_else(|| serve::not_found(&frame, &site, &Address::credential(id)))
    };
    let both = asked.both(find)?;
    let shown = Comparison {
        frame: &frame,
        kind: "credentials",
        asked: &asked,
        names: both.map(|(a, b)| [words::full_name(catalog, a), words::full_name(catalog, b)]),
        pages: both.map(|(a, b)| [a, b].map(|known| Address::credential(known.id.as_str()))),
        rows: both
            .map(|(a, b)| compare_credentials(frame.words, catalog, a, b, site.today()))
            .unwrap_or_default(),
        catalog,
        options: parts::credentials,
    };
    Ok(shown.answer())
}

impl Asked {
    /// Both, none where no choice was made yet.
    fn both<T>(&self, find: impl Fn(&str) -> Result<T, Fault>) -> Result<Option<(T, T)>, Fault> {
        if self.a.is_empty() || self.b.is_empty() {
            return Ok(None);
        }
        Ok(Some((find(&self.a)?, find(&self.b)?)))
    }
}

struct Comparison<'p, 'a> {
    frame: &'p Frame,
    kind: &'static str,
    asked: &'p Asked,
    names: Option<[String; 2]>,
    pages: Option<[Address; 2]>,
    rows: Vec<Row<'a>>,
    catalog: &'a Catalog,
    options: fn(&Frame, &Catalog, &str, &str) -> Markup,
}

impl Comparison<'_, '_> {
    fn answer(&self) -> Response {
        let frame = self.frame;
        let title = match (&self.names, self.kind) {
            (Some([a, b]), _) => say!(frame.words, "rulebook-compare-both", one = a, other = b),
            (None, "jurisdictions") => say!(frame.words, "rulebook-more-jurisdictions"),
            (None, _) => say!(frame.words, "rulebook-more-credentials"),
        };
        let body = html! {
            (parts::crumbs(frame, &[]))
            header.title { h1 { (title) } }
            form.compare-with action={ "/compare/" (self.kind) } {
                div.field { label for="a" { (say!(frame.words, "rulebook-compare-this")) } select #a name="a" { ((self.options)(frame, self.catalog, &self.asked.a, "")) } }
                div.field { label for="b" { (say!(frame.words, "rulebook-compare-with")) } select #b name="b" { ((self.options)(frame, self.catalog, &self.asked.b, "")) } }
                @if self.only() { input type="hidden" name="only" value="differences"; }
                button.button.quiet { (say!(frame.words, "rulebook-compare")) }
            }
            @if let (Some(names), Some(pages)) = (&self.names, &self.pages) { (self.table(names, pages)) }
        };
        serve::answer(frame, Page::new(&title, body).within(Room::Rules))
    }

    fn only(&self) -> bool {
        self.asked.only == "differences"
    }

    fn table(&self, names: &[String; 2], pages: &[Address; 2]) -> Markup {
        let frame = self.frame;
        let differing = self.rows.iter().filter(|row| row.differs()).count();
        let base = format!("/compare/{}?a={}&b={}", self.kind, self.asked.a, self.asked.b);
        let shown: Vec<&Row<'_>> = self.rows.iter().filter(|row| !self.only() || row.differs()).collect();
        html! {
            div.above-table {
                (parts::choice(&say!(frame.words, "rulebook-compare-rows"), &[
                    (base.clone(), say!(frame.words, "rulebook-compare-all", count = self.rows.len()), !self.only()),
                    (format!("{base}&only=differences"), say!(frame.words, "rulebook-compare-only", count = differing), self.only()),
                ]))
            }
            @if shown.is_empty() { p { (say!(frame.words, "rulebook-compare-same")) } }
            @else {
                table.side-by-side {
                    caption.unseen { (say!(frame.words, "rulebook-compare-caption", one = &names[0], other = &names[1])) }
                    thead {
                        tr {
                            th scope="col" { (say!(frame.words, "rulebook-compare-what")) }
                            @for (name, page) in names.iter().zip(pages) { th scope="col" { a href={ "/" (page) } { (name) } } }
                        }
                    }
                    @for section in sections(&shown) {
                        tbody {
                            tr.section { th colspan="3" scope="rowgroup" { (section[0].section.title(frame.words)) } }
                            @for row in section { (line(frame, row, names)) }
                        }
                    }
                }
            }
        }
    }
}

fn sections<'r, 'a>(rows: &'r [&'r Row<'a>]) -> impl Iterator<Item = &'r [&'r Row<'a>]> {
    rows.chunk_by(|a, b| a.section == b.section)
}

fn line(frame: &Frame, row: &Row<'_>, names: &[String; 2]) -> Markup {
    let differs = row.differs();
    html! {
        tr.same[!differs] {
            th scope="row" {
                (frame.sentence(&words::capital(&row.name))) " "
                @if differs { span.differs { (unlike()) (say!(frame.words, "rulebook-compare-differs")) } } @else { span.alike { (say!(frame.words, "rulebook-compare-alike")) } }
            }
            @for (side, name) in [&row.left, &row.right].into_iter().zip(names) {
                td data-column=(name) { (told(frame, side.as_ref())) }
            }
        }
    }
}

fn unlike() -> Markup {
    html! { svg.icon viewBox="0 0 16 16" aria-hidden="true" focusable="false" { path d="M3.5 6h9M3.5 10h9M10.5 3l-5 10" {} } }
}

fn told(frame: &Frame, side: Option<&Fact<'_>>) -> Markup {
    html! {
        @match side {
            None => span.quiet { (say!(frame.words, "rulebook-compare-silent")) },
            Some(fact) => div {
                @if fact.is_unknown { (components::icon(Standing::Unknown)) " " }
                (frame.sentence(&fact.says))
                @if fact.address.is_place() {
                    " " a.read-it href={ "/" (fact.address) } { (say!(frame.words, "rulebook-read-it")) span.unseen { ": " (frame.sentence(&fact.name)) } }
                }
            },
        }
    }
}
