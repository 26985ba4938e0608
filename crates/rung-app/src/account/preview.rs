//! What an import would do: what is added, what is there, what differs, what cannot be read.

use super::{
    columns,
    import::{Brought, OnConflict, Waiting, file_name},
    parts, unread,
};
use crate::shell::{
    Page, Room, Visit,
    components::{self, State},
};
use axum::http::StatusCode;
use maud::{Markup, html};
use rung_formats::{
    Outcome,
    credit_file::{CreditFile, CreditFormat},
    merge::{self, Entry, Finding},
    whole,
};
use rung_record::Record;
use rung_words::say;

/// No more lines than this are shown; the others are counted.
const MOST: usize = 100;

/// The preview with the button that does it.
pub fn page(visit: &Visit, waiting: &Waiting, brought: &Brought, told: Option<&str>) -> Page {
    let words = visit.frame.words;
    let (ticket, file) = (waiting.ticket.as_str(), &waiting.file);
    let body = html! {
        (parts::crumbs(words, &[("/record/import", say!(words, "account-import-title"))]))
        h1 { (say!(words, "account-preview-title")) }
        @if let Some(told) = told { p.told role="alert" { (components::icon(State::Expired)) span { (told) } } }
        p.lead { strong { (file_name(visit, file)) } ": " (read_as(visit, brought)) }
        @match brought {
            Brought::Whole(record) => (whole_record(visit, ticket, record)),
            Brought::Credits(credits) => (credit_file(visit, waiting, credits)),
            Brought::Offerings(offerings) => {
                (components::table(&say!(words, "account-preview-offerings"), &[&say!(words, "account-column-title"), &say!(words, "account-column-hours"), &say!(words, "account-column-price")],
                    &offerings.iter().take(MOST).map(|offering| vec![html! { (offering.title) }, html! { (words.hours(offering.hours)) }, html! { (words.usd(offering.price)) }]).collect::<Vec<_>>()))
                (confirm(visit, ticket, &say!(words, "account-preview-add-offerings", count = offerings.len()), html! {}))
            }
        }
    };
    let status = if told.is_some() { StatusCode::CONFLICT } else { StatusCode::OK };
    Page::new(say!(words, "account-preview-title"), body).within(Room::Record).with_status(status)
}

fn read_as(visit: &Visit, brought: &Brought) -> String {
    let words = visit.frame.words;
    match brought {
        Brought::Whole(_) => say!(words, "account-read-as-record"),
        Brought::Offerings(_) => say!(words, "account-read-as-offerings"),
        Brought::Credits(credits) => match credits.format() {
            CreditFormat::CpeCsv => say!(words, "account-read-as-transcript"),
            CreditFormat::CpeText => say!(words, "account-read-as-transcript-text"),
            CreditFormat::Csv => say!(words, "account-read-as-sheet"),
        },
    }
}

/// The form that does it, and the way out.
fn confirm(visit: &Visit, ticket: &str, button: &str, fields: Markup) -> Markup {
    let words = visit.frame.words;
    visit.frame.form(
        &format!("/record/import/{ticket}"),
        html! {
            input type="hidden" name="stamp" value=(visit.stamp());
            (fields)
            p.actions {
                button.button { (button) }
                a.button.quiet href="/record" { (say!(words, "account-preview-leave")) }
            }
        },
    )
}

fn whole_record(visit: &Visit, ticket: &str, record: &Record) -> Markup {
    let words = visit.frame.words;
    let compared = whole::compare(visit.record(), record);
    let is_same = compared.iter().all(whole::PartChange::is_same);
    let is_empty = *visit.record() == Record::default();
    html! {
        section.card {
            (parts::comparison(words, &say!(words, "account-preview-parts"), &compared))
            @if is_same {
                p { (say!(words, "account-preview-nothing-new")) }
            } @else {
                @if !is_empty { p.warning { (components::icon(State::NotMet)) span { (say!(words, "account-preview-replaces")) } } }
                @let button = if is_empty { say!(words, "account-preview-take") } else { say!(words, "account-preview-replace") };
                (confirm(visit, ticket, &button, html! {}))
            }
        }
    }
}

fn credit_file(visit: &Visit, waiting: &Waiting, credits: &CreditFile) -> Markup {
    let words = visit.frame.words;
    let preview = merge::preview(visit.record(), credits.reading().drafts.clone());
    let count = |is: fn(&Finding) -> bool| preview.entries.iter().filter(|entry| is(&entry.finding)).count();
    let conflicts = count(|finding| matches!(finding, Finding::Conflicts { .. }));
    let there = count(|finding| matches!(finding, Finding::AlreadyThere { .. }));
    let added = preview.added();
    html! {
        ul.tally {
            li.met { b { (added) } " " (say!(words, "account-tally-new")) }
            li.none { b { (there) } " " (say!(words, "account-tally-there")) }
            li.unknown { b { (conflicts) } " " (say!(words, "account-tally-differ")) }
            li.expired { b { (credits.reading().not_understood_count()) } " " (say!(words, "account-tally-unread")) }
        }
        (not_understood(visit, credits))
        @if let CreditFile::Transcript(transcript, _) = credits {
            p.quiet { (unread::total(words, transcript.total_check())) }
        }
        @if let CreditFile::Sheet(_, mapping) = credits {
            details.refused {
                summary { (say!(words, "account-preview-columns")) }
                ul lang=[visit.frame.lang_of_english()] { @for line in mapping.to_string().lines() { li { (line) } } }
            }
            (columns::form(visit, &waiting.ticket, &waiting.file, &waiting.said, false))
        }
        @if added + conflicts > 0 {
            section.card {
                (confirm(visit, &waiting.ticket, &say!(words, "account-preview-add", count = added), html! { (columns::carried(&waiting.said)) (on_conflict(visit, conflicts)) }))
            }
        } @else {
            p { (say!(words, "account-preview-nothing-new")) }
        }
        (entries(visit, &preview.entries))
    }
}

/// What to do with the credits that are there otherwise.
fn on_conflict(visit: &Visit, conflicts: usize) -> Markup {
    let words = visit.frame.words;
    let label = |choice| match choice {
        OnConflict::Leave => say!(words, "account-conflict-leave"),
        OnConflict::Replace => say!(words, "account-conflict-replace"),
        OnConflict::Add => say!(words, "account-conflict-add"),
    };
    html! {
        @if conflicts > 0 {
            fieldset.choices {
                legend { (say!(words, "account-conflict-question", count = conflicts)) }
                @for choice in OnConflict::ALL {
                    label { input type="radio" name="on-conflict" value=(choice.code()) checked[choice == OnConflict::Leave]; span { (label(choice)) } }
                }
            }
        }
    }
}

/// The lines that look like credits and cannot be read: where, what, and what to do.
fn not_understood(visit: &Visit, credits: &CreditFile) -> Markup {
    let words = visit.frame.words;
    let lines = credits.reading().lines.iter().filter_map(|line| match &line.outcome {
        Outcome::NotUnderstood { seen, why, what_to_do } => Some((line.number, seen, why, what_to_do)),
        _ => None,
    });
    let count = credits.reading().not_understood_count();
    html! {
        @if count > 0 {
            section.card.faults aria-labelledby="unread" {
                h2 #unread { (say!(words, "account-unread-title", count = count)) }
                p { (say!(words, "account-unread-text")) }
                ul {
                    @for (number, seen, why, what_to_do) in lines.take(MOST) {
                        li {
                            strong { (say!(words, "account-line", number = number.to_string())) } " "
                            code { (seen) } " " (unread::why(words, why)) ". " (unread::remedy(words, *what_to_do)) "."
                        }
                    }
                    @if count > MOST { li { (say!(words, "today-more", count = count - MOST)) } }
                }
            }
        }
    }
}

fn entries(visit: &Visit, entries: &[Entry]) -> Markup {
    let words = visit.frame.words;
    let columns = [
        say!(words, "account-column-credit"),
        say!(words, "account-column-day"),
        say!(words, "account-column-hours"),
        say!(words, "account-column-becomes"),
    ];
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    let rows: Vec<Vec<Markup>> = entries.iter().take(MOST).map(|entry| row(visit, entry)).collect();
    html! {
        @if !rows.is_empty() {
            (components::table(&say!(words, "account-preview-credits"), &columns, &rows))
            @if entries.len() > MOST { p.quiet { (say!(words, "today-more", count = entries.len() - MOST)) } }
        }
    }
}

fn row(visit: &Visit, entry: &Entry) -> Vec<Markup> {
    let words = visit.frame.words;
    let credit = entry.draft.credit();
    let title = credit.title.as_deref().or(credit.uan.as_deref()).unwrap_or("–");
    let becomes = match &entry.finding {
        Finding::New => components::chip(State::Met, &say!(words, "account-becomes-new")),
        Finding::AlreadyThere { .. } => components::chip(State::Quiet, &say!(words, "account-becomes-there")),
        Finding::Conflicts { differences, .. } => html! {
            (components::chip(State::Unknown, &say!(words, "account-becomes-differs")))
            @let told: Vec<String> = differences.iter().map(|own| unread::difference(words, *own)).collect();
            span.quiet { " " (told.join("; ")) }
        },
    };
    vec![
        html! { (title) },
        html! { (visit.frame.day(credit.completed)) },
        html! { (credit.hours.map_or_else(|| "–".to_owned(), |hours| words.hours(hours))) },
        becomes,
    ]
}
