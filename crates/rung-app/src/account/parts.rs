//! What several of these pages show: how two records differ, and the way back.

use crate::shell::components;
use maud::{Markup, html};
use rung_formats::whole::PartChange;
use rung_words::{Words, say};

/// `Record › History`: the page above this one.
pub fn crumbs(words: &Words, above: &[(&str, String)]) -> Markup {
    html! {
        nav.crumbs aria-label=(say!(words, "account-crumbs")) {
            ol {
                li { a href="/record" { (say!(words, "shell-room-record")) } }
                @for (address, name) in above { li { a href=(address) { (name) } } }
            }
        }
    }
}

/// Part by part: how many there are, how many there would be, and what differs.
pub fn comparison(words: &Words, caption: &str, parts: &[PartChange]) -> Markup {
    let columns = [
        say!(words, "account-part"),
        say!(words, "account-part-now"),
        say!(words, "account-part-then"),
        say!(words, "account-part-differs"),
    ];
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let rows: Vec<Vec<Markup>> = parts
        .iter()
        .map(|part| {
            vec![
                html! { (name(words, part.field)) },
                html! { (part.before) },
                html! { (part.after) },
                html! { (differs(words, part)) },
            ]
        })
        .collect();
    components::table(caption, &columns, &rows)
}

/// `2 new, 1 gone`.
fn differs(words: &Words, part: &PartChange) -> String {
    if part.is_same() {
        return say!(words, "account-part-same");
    }
    let mut told = Vec::new();
    if part.new > 0 {
        told.push(say!(words, "account-part-new", count = part.new));
    }
    if part.gone > 0 {
        told.push(say!(words, "account-part-gone", count = part.gone));
    }
    if part.changed > 0 {
        told.push(say!(words, "account-part-changed", count = part.changed));
    }
    told.join(", ")
}

/// What a part of the record is called.
pub fn name(words: &Words, field: &str) -> String {
    match field {
        "person" => say!(words, "account-kind-person"),
        "credentials" | "credential" => say!(words, "account-kind-credentials"),
        "credits" | "credit" => say!(words, "account-kind-credits"),
        "work" => say!(words, "account-kind-work"),
        "education" => say!(words, "account-kind-education"),
        "facts" | "fact" => say!(words, "account-kind-facts"),
        "setting" => say!(words, "account-kind-settings"),
        "offering" => say!(words, "account-kind-offerings"),
        "document" => say!(words, "account-kind-documents"),
        _ => say!(words, "account-kind-extra"),
    }
}
