//! The atlas as a reader meets it, on a small catalogue of made-up states, and on the shipped one.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

mod changes;
mod compare;
mod coverage;
mod diff;
mod facts;
mod glance;
mod json;
mod lookup;
mod search;

use rung_catalog::{Catalog, Overlay};
use rung_record::Date;
use rung_words::{Language, Words};

fn english() -> &'static Words {
    Words::of(Language::English)
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The day on which the shipped catalogue was last looked at.
fn today() -> Date {
    day("2026-11-27")
}

/// A catalogue of these files alone: `("jurisdictions/aa.toml", text)`.
fn catalog(files: &[(&str, &str)]) -> Catalog {
    let overlay =
        |(path, text): &(&str, &str)| Overlay { path: (*path).to_owned(), text: (*text).to_owned() };
    Catalog::load_alone(&files.iter().map(overlay).collect::<Vec<_>>()).unwrap()
}

/// The beginning of a made-up state's file: its name, one source, and what follows.
fn state(id: &str, name: &str, rest: &str) -> String {
    format!(
        "id = \"{id}\"\nname = \"{name}\"\nbody = \"{name} Board of Pharmacy\"\nchecked = 2026-11-01\nconfidence = \"high\"\n\
         month_ends = \"last-day\"\n[[source]]\nid = \"rule\"\ntitle = \"{name} rule 7\"\nurl = \"https://example.com/{id}\"\n\
         tier = \"statute\"\n{rest}"
    )
}

/// A state whose only credential is kept by `renewal` lines.
fn keeping(id: &str, name: &str, renewal: &str) -> String {
    let credential = format!(
        "[[credential]]\nid = \"{id}-technician\"\ntitle = \"Pharmacy Technician\"\nkind = \"license\"\n\
         term = {{ length = \"2 years\", ends = \"printed\" }}\n\
         [[credential.path]]\nid = \"apply\"\ntitle = \"Application\"\ncite = \"rule\"\n{renewal}"
    );
    state(id, name, &credential)
}

/// The one body of the made-up field.
const BODY: (&str, &str) = (
    "credentials/body.toml",
    "id = \"body\"\nname = \"BODY\"\nbody = \"The Body\"\nchecked = 2026-11-01\nconfidence = \"high\"\nmonth_ends = \"last-day\"\n\
     [[source]]\nid = \"site\"\ntitle = \"The Body's page\"\ntier = \"body\"\n\
     [[credential]]\nid = \"body-cert\"\ntitle = \"Certified Technician\"\nkind = \"certification\"\ninitials = \"CT\"\n\
     term = { length = \"2 years\", ends = \"printed\" }\n\
     [[credential.path]]\nid = \"exam\"\ntitle = \"Examination\"\ncite = \"site\"\n",
);
