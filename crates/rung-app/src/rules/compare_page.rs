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
        known.ok_or_else(|| serve::not_found(&site, &Address::on("jurisdictions", id)))
    };
    let both = asked.both(find)?;
    let shown = Comparison {
        kind: "jurisdictions",
        asked: &asked,
        names: both.map(|(a, b)| [a.name.clone(), b.name.clone()]),
        pages: both.map(|(a, b)| [Address::authority(a), Address::authority(b)]),
        rows: both.map(|(a, b)| compare_jurisdictions(catalog, a, b, site.today())).unwrap_or_default(),
        catalog,
        options: parts::jurisdictions,
    };
    Ok(shown.answer(&frame))
}

/// `GET /compare/credentials?a=&b=&only=`
pub async fn credentials(
    State(site): State<Site>,
    Query(asked): Query<Asked>,
    frame: Frame,
) -> Result<Response, Fault> {
    let catalog = site.catalog();
    let find =
        |id: &str| catalog.credential(id).ok_or_else(|| serve::not_found(&site, &Address::credential(id)));
    let both = asked.both(find)?;
    let shown = Comparison {
        kind: "credentials",
        asked: &asked,
        names: both.map(|(a, b)| [words::full_name(catalog, a), words::full_name(catalog, b)]),
        pages: both.map(|(a, b)| [a, b].map(|known| Address::credential(known.id.as_str()))),
        rows: both.map(|(a, b)| compare_credentials(catalog, a, b, site.today())).unwrap_or_default(),
        catalog,
        options: parts::credentials,
    };
    Ok(shown.answer(&frame))
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
    kind: &'static str,
    asked: &'p Asked,
    names: Option<[String; 2]>,
    pages: Option<[Address; 2]>,
    rows: Vec<Row<'a>>,
    catalog: &'a Catalog,
    options: fn(&Catalog, &str, &str) -> Markup,
}

impl Comparison<'_, '_> {
    fn answer(&self, frame: &Frame) -> Response {
        let title = match &self.names {
            Some([a, b]) => format!("{a} and {b}"),
            None => format!("Two {} side by side", self.kind),
        };
        let body = html! {
            (parts::crumbs(&[]))
            header.title { h1 { (title) } }
            form.compare-with action={ "/compare/" (self.kind) } {
                div.field { label for="a" { "This" } select #a name="a" { ((self.options)(self.catalog, &self.asked.a, "")) } }
                div.field { label for="b" { "with this" } select #b name="b" { ((self.options)(self.catalog, &self.asked.b, "")) } }
                @if self.only() { input type="hidden" name="only" value="differences"; }
                button.button.quiet { "Compare" }
            }
            @if let (Some(names), Some(pages)) = (&self.names, &self.pages) { (self.table(names, pages)) }
        };
        serve::answer(frame, Page::new(&title, body).within(Room::Rules))
    }

    fn only(&self) -> bool {
        self.asked.only == "differences"
    }

    fn table(&self, names: &[String; 2], pages: &[Address; 2]) -> Markup {
        let differing = self.rows.iter().filter(|row| row.differs()).count();
        let base = format!("/compare/{}?a={}&b={}", self.kind, self.asked.a, self.asked.b);
        let shown: Vec<&Row<'_>> = self.rows.iter().filter(|row| !self.only() || row.differs()).collect();
        html! {
            div.above-table {
                (parts::choice("Rows", &[
                    (base.clone(), format!("All {} rows", self.rows.len()), !self.only()),
                    (format!("{base}&only=differences"), format!("Only the {differing} differences"), self.only()),
                ]))
            }
            @if shown.is_empty() { p { "They say the same." } }
            @else {
                table.side-by-side {
                    caption.unseen { (names[0]) " beside " (names[1]) }
                    thead {
                        tr {
                            th scope="col" { "What" }
                            @for (name, page) in names.iter().zip(pages) { th scope="col" { a href={ "/" (page) } { (name) } } }
                        }
                    }
                    @for section in sections(&shown) {
                        tbody {
                            tr.section { th colspan="3" scope="rowgroup" { (section[0].section.title()) } }
                            @for row in section { (line(row, names)) }
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

fn line(row: &Row<'_>, names: &[String; 2]) -> Markup {
    let differs = row.differs();
    html! {
        tr.same[!differs] {
            th scope="row" {
                (words::capital(&row.name)) " "
                @if differs { span.differs { (unlike()) "Differs" } } @else { span.alike { "Same" } }
            }
            @for (side, name) in [&row.left, &row.right].into_iter().zip(names) {
                td data-column=(name) { (told(side.as_ref())) }
            }
        }
    }
}

fn unlike() -> Markup {
    html! { svg.icon viewBox="0 0 16 16" aria-hidden="true" focusable="false" { path d="M3.5 6h9M3.5 10h9M10.5 3l-5 10" {} } }
}

fn told(side: Option<&Fact<'_>>) -> Markup {
    html! {
        @match side {
            None => span.quiet { "Says nothing of it" },
            Some(fact) => div {
                @if fact.is_unknown { (components::icon(Standing::Unknown)) " " }
                (words::sentence(&fact.says))
                @if fact.address.is_place() {
                    " " a.read-it href={ "/" (fact.address) } { "Read it" span.unseen { ": " (fact.name) } }
                }
            },
        }
    }
}
