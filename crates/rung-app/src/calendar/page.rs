//! The deadlines by month, the file, and the links.

use super::{events, links::LONGEST_NAME};
use crate::shell::{Fault, Page, Room, Visit, components};
use axum::response::Response;
use maud::{Markup, html};
use rung_formats::icalendar::Deadline;
use rung_record::Date;
use rung_store::CalendarLink;
use rung_words::say;

/// So many links that were revoked are still shown.
const MOST_REVOKED: usize = 10;

/// What a form for a link came to.
#[derive(Default)]
pub struct Made {
    /// The address of the link that was made, without its scheme; told this once.
    pub address: Option<String>,
    /// The name that was typed, where it could not be taken.
    pub name: String,
    /// Why it could not.
    pub fault: Option<String>,
}

/// `GET /calendar`
pub async fn page(visit: Visit) -> Result<Response, Fault> {
    // Links are no part of what the page's tag follows from.
    Ok(visit.show(show(&visit, &Made::default()).await?))
}

/// The page, with what the form for a link came to.
pub async fn show(visit: &Visit, made: &Made) -> Result<Page, Fault> {
    let words = visit.frame.words;
    let links = visit.site.store().calendar_links(visit.person).await?;
    let (standing, frame) = (visit.site.standing(visit.person).await?, visit.frame.clone());
    let deadlines = visit.site.work(move |site| events::of(site, &standing, frame.words)).await?;
    let coming: Vec<&Deadline> = deadlines.iter().filter(|own| own.days.last() >= visit.on()).collect();
    // What was just sent is answered where the reader looks.
    let links_first = made.address.is_some() || made.fault.is_some();
    let title = say!(words, "calendar-title");
    let body = html! {
        div.headline {
            h1 { (title) }
            @if !coming.is_empty() {
                div.actions {
                    a.button.quiet href="#links" { (say!(words, "calendar-subscribe")) }
                    a.button.quiet href="/calendar.ics" download="rung.ics" { (say!(words, "calendar-download")) }
                }
            }
        }
        @if links_first { (subscriptions(visit, &links, made)) }
        @if coming.is_empty() {
            section.empty {
                (components::ladder())
                h2 { (say!(words, "calendar-empty-title")) }
                p { (say!(words, "calendar-empty-text")) }
                a.button href="/certifications/new" { (say!(words, "calendar-empty-add")) }
            }
        } @else {
            (months(visit, &coming))
        }
        @if !links_first { (subscriptions(visit, &links, made)) }
    };
    Ok(Page::new(title, body).within(Room::Certifications))
}

/// Month by month.
fn months(visit: &Visit, coming: &[&Deadline]) -> Markup {
    let words = visit.frame.words;
    // What began before today stands under today's month.
    let shown = |own: &Deadline| own.days.from.max(visit.on());
    let mut by_month: Vec<(Date, Vec<&Deadline>)> = Vec::new();
    for own in coming {
        let month = shown(own).first_of_month();
        match by_month.last_mut() {
            Some((known, group)) if *known == month => group.push(own),
            _ => by_month.push((month, vec![own])),
        }
    }
    html! {
        @for (month, group) in &by_month {
            section.month {
                h2 { (words.month(*month)) }
                ol.deadlines-list { @for own in group { li { (event(visit, own, shown(own))) } } }
            }
        }
    }
}

fn event(visit: &Visit, own: &Deadline, day: Date) -> Markup {
    let (frame, words) = (&visit.frame, visit.frame.words);
    html! {
        p.when {
            (frame.day(day))
            @if let Some((at, _)) = own.at { " " (words.time(at)) }
            span.quiet { " " (words.days_left(visit.on(), day)) }
        }
        div {
            p { strong { (frame.sentence(&own.title)) } }
            @if let Some(text) = &own.description {
                details.refused {
                    summary { (say!(words, "calendar-more")) span.sr { ": " (own.title) } }
                    @for line in text.lines() { p { (frame.sentence(line)) } }
                    p { (components::link_out(own.url.as_deref(), &say!(words, "calendar-read-source"))) }
                }
            }
        }
    }
}

fn subscriptions(visit: &Visit, links: &[CalendarLink], made: &Made) -> Markup {
    let (frame, words) = (&visit.frame, visit.frame.words);
    let (live, ended): (Vec<&CalendarLink>, Vec<&CalendarLink>) =
        links.iter().partition(|link| link.revoked.is_none());
    html! {
        section.card.subscribe #links aria-labelledby="subscribe" {
            h2 #subscribe { (say!(words, "calendar-subscribe")) }
            p { (say!(words, "calendar-subscribe-text")) }
            @if let Some(address) = &made.address { (new_link(visit, address)) }
            (frame.form("/calendar/links", html! {
                div.wishes {
                    (components::field("name", &say!(words, "calendar-link-name"), &say!(words, "calendar-link-name-hint"), made.fault.as_deref(), |described| html! {
                        input #name name="name" type="text" value=(made.name) required maxlength=(LONGEST_NAME) autocomplete="off"
                            aria-describedby=(described) aria-invalid=[made.fault.as_ref().map(|_| "true")];
                    }))
                    button.button.quiet { (say!(words, "calendar-link-make")) }
                }
            }))
            @if !live.is_empty() {
                h3 { (say!(words, "calendar-links")) }
                ul.live-links {
                    @for link in live {
                        li {
                            p { strong { (link.name) } " " span.quiet { (say!(words, "calendar-link-made", day = visit.day_of(link.created))) } }
                            (frame.form(&format!("/calendar/links/{}/revoke", link.id), html! {
                                button.button.quiet.small { (say!(words, "calendar-link-revoke")) span.sr { " " (link.name) } }
                            }))
                        }
                    }
                }
            }
            @if !ended.is_empty() {
                details.refused {
                    summary { (say!(words, "calendar-links-revoked", count = ended.len())) }
                    ul {
                        @for link in ended.iter().rev().take(MOST_REVOKED) {
                            li { (link.name) @if let Some(at) = link.revoked { ", " (say!(words, "calendar-link-revoked-on", day = visit.day_of(at))) } }
                        }
                    }
                }
            }
        }
    }
}

/// The address, told this once, and what to do with it.
fn new_link(visit: &Visit, address: &str) -> Markup {
    let words = visit.frame.words;
    let host = address.split('/').next().unwrap_or(address);
    html! {
        div.new-link role="status" {
            (components::field("address", &say!(words, "calendar-address"), &say!(words, "calendar-address-once"), None, |described| html! {
                input #address type="text" readonly value={ "http://" (address) } aria-describedby=(described);
            }))
            p { (say!(words, "calendar-only-here", host = host)) }
            ul {
                li { (say!(words, "calendar-how-apple")) }
                li { (say!(words, "calendar-how-outlook")) }
                li { (say!(words, "calendar-how-thunderbird")) }
                li { (say!(words, "calendar-how-google")) }
            }
        }
    }
}
