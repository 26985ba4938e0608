//! Parts that several of these pages have.

use super::{library::Change, serve};
use crate::{
    Site,
    shell::{Frame, words},
};
use maud::{Markup, html};
use rung_atlas::{Address, Fact, Sheet};
use rung_catalog::{Allowed, Authority, Catalog};
use rung_record::Date;
use rung_words::{Iso, Part, say};

/// Where the reader is: links from the shelf down to the page above this one.
pub fn crumbs(frame: &Frame, above: &[(String, &str)]) -> Markup {
    trail(frame, above.iter().map(|(address, name)| (address.clone(), frame.english(name))))
}

/// As [`crumbs`], with names in the reader's language.
pub fn trail(frame: &Frame, above: impl IntoIterator<Item = (String, Markup)>) -> Markup {
    html! {
        nav.crumbs aria-label=(say!(frame.words, "rulebook-crumbs")) {
            ol {
                li { a href="/rules" { (say!(frame.words, "rulebook-rules")) } }
                @for (address, name) in above { li { a href=(address) { (name) } } }
            }
        }
    }
}

/// What stands on paper in the place of the crumbs: whose page it is, where it is from, and when it was read.
pub fn on_paper(frame: &Frame, whose: &str, address: &Address, on: Date) -> Markup {
    html! { p.on-paper { strong { (whose) } span { "/" (address) ", " (frame.sentence(&say!(frame.words, "rulebook-read-on", day = Iso(on)))) } } }
}

/// The crumb of an authority's page.
pub fn crumb(authority: &Authority) -> (String, &str) {
    (format!("/{}", Address::authority(authority)), authority.name.as_str())
}

/// Who looked, when, and how sure the research is.
pub fn checked(frame: &Frame, authority: &Authority) -> Markup {
    html! {
        p.checked {
            (frame.sentence(&words::capital(&say!(frame.words, "rulebook-checked", day = Iso(authority.checked))))) ", "
            (words::confidence(frame.words, authority.confidence)) ". "
            (frame.sentence(&say!(frame.words, "rulebook-where-it-matters", body = frame.words.english(&authority.body))))
        }
    }
}

/// Changes as a list, with whose each is where `whose` is asked.
pub fn changes<'c>(
    frame: &Frame,
    catalog: &Catalog,
    changes: impl IntoIterator<Item = &'c Change>,
    whose: bool,
    on: Date,
) -> Markup {
    html! {
        ul.changes {
            @for change in changes {
                li {
                    span.when { @if change.is_ahead_of(on) { (say!(frame.words, "rulebook-from")) " " } (frame.when(change.date)) }
                    span {
                        @if whose {
                            @let authority = change.authority(catalog);
                            a href={ "/" (Address::authority(authority)) } { (authority.name) } ". "
                        }
                        (frame.sentence(&change.what)) " "
                        a href=(anchor(&change.address)) { (say!(frame.words, "rulebook-read-it")) span.unseen { ": " (frame.sentence(&change.what)) } }
                        @if let Some(cite) = &change.cite {
                            @let (_, source) = catalog.source(cite);
                            span.quiet { " · " (frame.link_out(source.url.as_deref(), &source.title)) }
                        }
                    }
                }
            }
        }
    }
}

/// The place on its page, where it is one.
pub fn anchor(address: &Address) -> String {
    let page = address.page();
    if address.is_place() { format!("/{page}#{}", address.anchor()) } else { format!("/{page}") }
}

/// Facts that follow one another and share a key, in their order.
pub fn by_key<'f, 'a, K: PartialEq>(
    facts: impl IntoIterator<Item = &'f Fact<'a>>,
    key: impl Fn(&Fact<'a>) -> K,
) -> Vec<(K, Vec<&'f Fact<'a>>)> {
    let mut groups: Vec<(K, Vec<&'f Fact<'a>>)> = Vec::new();
    for fact in facts {
        let key = key(fact);
        match groups.last_mut() {
            Some((known, group)) if *known == key => group.push(fact),
            _ => groups.push((key, vec![fact])),
        }
    }
    groups
}

/// A choice of one of several views of the same page, as links.
pub fn choice(label: &str, options: &[(String, String, bool)]) -> Markup {
    html! {
        nav.choice aria-label=(label) {
            @for (address, name, chosen) in options {
                a href=(address) aria-current=[chosen.then_some("true")] { (name) }
            }
        }
    }
}

/// The field that searches everything; results appear beneath it, or on a page of their own.
pub fn search_field(frame: &Frame, query: &str) -> Markup {
    html! {
        form.search action="/search" role="search" data-search {
            label.unseen for="q" { (say!(frame.words, "rulebook-search-label")) }
            input #q type="search" name="q" value=(query) placeholder="opioid, Ohio law, PTCE …" autocomplete="off" maxlength="200";
            button.button { (say!(frame.words, "rulebook-search")) }
        }
    }
}

/// Where the script puts what it finds.
pub fn search_place(found: Markup) -> Markup {
    html! {
        p.unseen #told role="status" {}
        div #results { (found) }
    }
}

/// A form that compares with another of the same kind.
pub fn compare_with(frame: &Frame, kind: &str, this: &str, options: Markup) -> Markup {
    html! {
        form.compare-with action={ "/compare/" (kind) } {
            input type="hidden" name="a" value=(this);
            div.field {
                label for="b" { (say!(frame.words, "rulebook-beside-with")) }
                select #b name="b" { (options) }
            }
            button.button.quiet { (say!(frame.words, "rulebook-compare")) }
        }
    }
}

/// Every jurisdiction as an option.
pub fn jurisdictions(_: &Frame, catalog: &Catalog, chosen: &str, left_out: &str) -> Markup {
    let mut all: Vec<_> = catalog.authorities.iter().filter(|known| known.is_jurisdiction).collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    html! {
        @for known in all.into_iter().filter(|known| known.id != left_out) {
            option value=(known.id) selected[known.id == chosen] { (known.name) }
        }
    }
}

/// Every credential as an option, by authority: the bodies first.
pub fn credentials(frame: &Frame, catalog: &Catalog, chosen: &str, left_out: &str) -> Markup {
    let mut all: Vec<_> = catalog.authorities.iter().collect();
    all.sort_by(|a, b| (a.is_jurisdiction, &a.name).cmp(&(b.is_jurisdiction, &b.name)));
    html! {
        @for authority in all {
            optgroup label=(authority.name) {
                @for credential in catalog.credentials_of(authority).filter(|known| known.id.as_str() != left_out) {
                    option value=(credential.id) lang=[frame.lang_of_english()] selected[credential.id.as_str() == chosen] { (credential.title) }
                }
            }
        }
    }
}

/// Whether a duty is allowed: a sign and its words.
pub fn allowed(frame: &Frame, allowed: Allowed) -> Markup {
    let (class, strokes) = match allowed {
        Allowed::Yes => ("met", "M3.5 8.5l3 3 6-7"),
        Allowed::Conditions => ("not-met", "M3 5.5l2 2 3.5-4M3 12h10M10.5 6h2.5"),
        Allowed::No => ("none", "M4.5 4.5l7 7M11.5 4.5l-7 7"),
        Allowed::Unknown => ("unknown", "M5.8 6a2.3 2.3 0 1 1 3.4 2c-.8.4-1.2.9-1.2 1.7M8 12.2v.1"),
    };
    html! {
        span.chip.(class) {
            svg.icon viewBox="0 0 16 16" aria-hidden="true" focusable="false" { path d=(strokes) {} }
            (words::capital(&rung_atlas::words::allowed(frame.words, allowed)))
        }
    }
}

/// The page that an id names, or what may have been meant.
pub fn sheet<'a>(frame: &Frame, site: &'a Site, address: &Address) -> Result<Sheet<'a>, crate::shell::Fault> {
    Sheet::at(frame.words, site.catalog(), address).ok_or_else(|| serve::not_found(frame, site, address))
}

/// The text without the marks of what is English in it: for a title.
pub fn plain(text: &str) -> String {
    let own = |part| match part {
        Part::Own(text) | Part::English(text) => text,
    };
    rung_words::parts(text).map(own).collect()
}
