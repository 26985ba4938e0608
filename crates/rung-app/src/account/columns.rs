//! Which column of a spreadsheet is which: guessed, shown, and corrected by the reader.

use crate::shell::{Parked, Visit, components};
use maud::{Markup, html};
use rung_formats::csv_import::{Field, read_sheet};
use rung_words::say;
use std::collections::HashMap;

/// The fields that can be corrected here.
const FIELDS: [Field; 5] = [Field::Completed, Field::Title, Field::Hours, Field::Uan, Field::Provider];
/// How dates and hours are read.
const DATES: (&str, [&str; 2]) = ("dates", ["m/d", "d/m"]);
const HOURS_IN: (&str, [&str; 3]) = ("hours_in", ["hours", "ceu", "minutes"]);
/// Says that there is no such column.
const NONE: &str = "-";
/// A table with more columns than this is not one of credits.
const MOST: usize = 60;

/// What the address says of the columns, as the reader of files takes it: `completed=Date`, `hours=` for no such column.
pub fn said(query: &HashMap<String, String>) -> Vec<String> {
    let names = FIELDS.iter().map(|field| field.word()).chain([DATES.0, HOURS_IN.0]);
    names
        .filter_map(|name| {
            let value = query.get(name).filter(|value| !value.is_empty())?;
            Some(format!("{name}={}", if value == NONE { "" } else { value }))
        })
        .collect()
}

/// The form that corrects them; nothing where the file is no table.
pub fn form(visit: &Visit, ticket: &str, file: &Parked, said: &[String], open: bool) -> Markup {
    let is_table = !file.bytes.starts_with(b"{") && !file.bytes.starts_with(b"%PDF");
    let Some(sheet) = is_table.then(|| read_sheet(&file.bytes).ok()).flatten() else { return html! {} };
    let headers = sheet.headers();
    if headers.len() < 2 || headers.len() > MOST {
        return html! {};
    }
    let words = visit.frame.words;
    let chosen = |name: &str| said.iter().find_map(|said| said.strip_prefix(name)?.strip_prefix('='));
    html! {
        details.more-fields.card[open] open[open] {
            summary { (say!(words, "account-columns")) }
            p.quiet { (say!(words, "account-columns-text")) }
            form.columns-form action={ "/record/import/" (ticket) } {
                @for field in FIELDS {
                    @let now = chosen(field.word());
                    (select(visit, field.word(), &label(visit, field), html! {
                        option value=(NONE) selected[now == Some("")] { (say!(words, "account-columns-none")) }
                        @for header in headers { option selected[now == Some(header.as_str())] { (header) } }
                    }))
                }
                (select(visit, DATES.0, &say!(words, "account-columns-dates"), html! {
                    @for order in DATES.1 { option value=(order) selected[chosen(DATES.0) == Some(order)] { (date_order(visit, order)) } }
                }))
                (select(visit, HOURS_IN.0, &say!(words, "account-columns-hours-in"), html! {
                    @for unit in HOURS_IN.1 { option value=(unit) selected[chosen(HOURS_IN.0) == Some(unit)] { (hours_unit(visit, unit)) } }
                }))
                p.actions { button.button.quiet { (say!(words, "account-columns-look")) } }
            }
        }
    }
}

fn select(visit: &Visit, name: &str, label: &str, options: Markup) -> Markup {
    components::field(name, label, "", None, |_| {
        html! {
            select id=(name) name=(name) {
                option value="" { (say!(visit.frame.words, "account-columns-guess")) }
                (options)
            }
        }
    })
}

fn label(visit: &Visit, field: Field) -> String {
    let words = visit.frame.words;
    match field {
        Field::Completed => say!(words, "account-column-day"),
        Field::Title => say!(words, "account-column-title"),
        Field::Hours => say!(words, "account-column-hours"),
        Field::Uan => say!(words, "account-column-number"),
        _ => say!(words, "account-column-provider"),
    }
}

fn date_order(visit: &Visit, order: &str) -> String {
    match order {
        "m/d" => say!(visit.frame.words, "account-columns-month-first"),
        _ => say!(visit.frame.words, "account-columns-day-first"),
    }
}

fn hours_unit(visit: &Visit, unit: &str) -> String {
    match unit {
        "hours" => say!(visit.frame.words, "account-columns-in-hours"),
        "ceu" => say!(visit.frame.words, "account-columns-in-ceu"),
        _ => say!(visit.frame.words, "account-columns-in-minutes"),
    }
}

/// What was said, to be said again when the import is confirmed.
pub fn carried(said: &[String]) -> Markup {
    html! { @for said in said { input type="hidden" name="said" value=(said); } }
}
