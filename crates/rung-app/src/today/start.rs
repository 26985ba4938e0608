//! The first run: four questions on one page, or a file, or a sample. Whatever is left open stays unknown.

use super::{
    answers::{self, BEGUN, HELD, STATES, Typed},
    samples,
};
use crate::shell::{Fault, Page, Parked, PostedFiles, Room, Ticket, Visit, components};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::{Markup, html};
use rung_catalog::{Catalog, Credential, CredentialKind};
use rung_store::Change;
use rung_words::say;

/// `GET /start`: the questions, also for somebody who has answered some of them.
pub async fn page(visit: Visit) -> Result<Response, Fault> {
    visit.answer(|visit| Ok(first_page(visit))).await
}

/// `POST /start`: keeps the answers in one batch, and goes on to the file if there is one.
pub async fn begin(visit: Visit, form: PostedFiles) -> Result<Response, Fault> {
    let mut typed = Typed::of(&form);
    let ticket = park(&visit, &form);
    let Some(told) = answers::read(&mut typed, &visit) else {
        return Ok(visit.show(asked_again(&visit, &typed, ticket.as_deref())));
    };
    let next = ticket.as_ref().map_or_else(|| "/".to_owned(), |ticket| format!("/record/import/{ticket}"));
    let words = visit.frame.words;
    let (title, change) = match told.change.is_empty() {
        false => (say!(words, "today-history-told", what = told.what.join("; ")), told.change),
        true if ticket.is_some() => return Ok(Redirect::to(&next).into_response()),
        true if form.text("skip").is_empty() => return Ok(visit.show(nothing_told(&visit))),
        true => (say!(words, "today-history-begun"), Change::new().put_setting(BEGUN, true.into())),
    };
    let done = visit.change(title, change).await?;
    Ok(visit.done(done.version, &next))
}

/// Keeps the file that came with the answers until it is looked at; one that came with an earlier try is kept already.
fn park(visit: &Visit, form: &PostedFiles) -> Option<String> {
    let (parking, now) = (visit.site.parking(), visit.site.now());
    let new = Parked::of(form.file("file"), form.text("text"));
    let ticket = new.map(|file| parking.park(&visit.frame, file, now)).as_ref().map(Ticket::to_string);
    let before = || {
        let ticket = form.text("parked");
        parking.find(&visit.frame, ticket, now).map(|_| ticket.to_owned())
    };
    ticket.or_else(before)
}

/// What Rung is, and how to begin.
pub fn first_page(visit: &Visit) -> Page {
    let words = visit.frame.words;
    let body = html! {
        (hero(visit))
        (questions(visit, &Typed::default(), None, None))
        section #samples aria-labelledby="samples-title" {
            h2 #samples-title { (say!(words, "today-samples-title")) }
            p.quiet { (say!(words, "today-samples-text")) }
            (samples::list(visit, true))
        }
    };
    Page::new(say!(words, "today-title"), body).within(Room::Today)
}

fn asked_again(visit: &Visit, typed: &Typed, ticket: Option<&str>) -> Page {
    let words = visit.frame.words;
    let told = say!(words, "today-fault-summary", count = typed.faults());
    let body = html! {
        h1 { (say!(words, "today-start-title")) }
        (questions(visit, typed, ticket, Some(&told)))
    };
    Page::new(say!(words, "today-start-title"), body)
        .within(Room::Today)
        .with_status(StatusCode::UNPROCESSABLE_ENTITY)
}

fn nothing_told(visit: &Visit) -> Page {
    let words = visit.frame.words;
    let body = html! {
        h1 { (say!(words, "today-start-title")) }
        (questions(visit, &Typed::default(), None, Some(&say!(words, "today-fault-nothing"))))
    };
    Page::new(say!(words, "today-start-title"), body)
        .within(Room::Today)
        .with_status(StatusCode::UNPROCESSABLE_ENTITY)
}

fn hero(visit: &Visit) -> Markup {
    let words = visit.frame.words;
    let catalog = visit.catalog();
    let states = answers::jurisdictions(catalog).count();
    let bodies = catalog.authorities.len() - states;
    html! {
        header.welcome {
            h1 { span { (say!(words, "today-hero-owe")) } " " span { (say!(words, "today-hero-rung")) } }
            p.lead { (say!(words, "today-hero-lead")) }
            p.quiet {
                a href="/about" { (say!(words, "today-hero-coverage", states = states, bodies = bodies, credentials = catalog.credentials.len())) }
            }
            ul.jump {
                li { a href="#questions" { (say!(words, "today-jump-questions")) } }
                li { a href="#file" { (say!(words, "today-jump-file")) } }
                li { a href="#samples" { (say!(words, "today-jump-samples")) } }
            }
        }
    }
}

/// The form: questions on the one side, the file on the other.
fn questions(visit: &Visit, typed: &Typed, ticket: Option<&str>, told: Option<&str>) -> Markup {
    let words = visit.frame.words;
    let fields = html! {
        @if let Some(told) = told { p.told role="alert" { (components::icon(components::State::Expired)) span { (told) } } }
        div.begin {
            div.card.questions #questions {
                h2 { (say!(words, "today-questions-title")) }
                p.quiet { (say!(words, "today-questions-text")) }
                ol.asked {
                    li { (states(visit, typed)) }
                    li { (held(visit, typed)) }
                    li { (works(visit, typed)) }
                    li { (goal(visit, typed)) }
                }
                p.actions {
                    button.button { (say!(words, "today-start-send")) }
                    button.button.quiet name="skip" value="1" formnovalidate { (say!(words, "today-start-skip")) }
                }
            }
            div.card.bring #file { (bring(visit, typed, ticket)) }
        }
    };
    visit.frame.drop_form("/start", "start", fields)
}

fn states(visit: &Visit, typed: &Typed) -> Markup {
    let words = visit.frame.words;
    let one = |n: usize| {
        let (name, label) = (format!("state-{n}"), say!(words, "today-state-label", number = n));
        choice(typed, &name, &label, &say!(words, "today-unknown"), |chosen| {
            html! {
                @for state in answers::jurisdictions(visit.catalog()) {
                    option value=(state.id) selected[chosen.eq_ignore_ascii_case(&state.id)] { (state.name) }
                }
            }
        })
    };
    let more_open = (2..=STATES).any(|n| !typed.value(&format!("state-{n}")).is_empty());
    html! {
        fieldset {
            legend { (say!(words, "today-question-states")) }
            (one(1))
            details.more-fields open[more_open] {
                summary { (say!(words, "today-more-states")) }
                @for n in 2..=STATES { (one(n)) }
            }
        }
    }
}

fn held(visit: &Visit, typed: &Typed) -> Markup {
    let words = visit.frame.words;
    let row = |n: usize| {
        let [which, issued, expires] = ["holds", "issued", "expires"].map(|what| format!("{what}-{n}"));
        html! {
            div.held-row {
                (choice(typed, &which, &say!(words, "today-holds-label", number = n), &say!(words, "today-nothing"), |chosen| {
                    credentials(visit, chosen)
                }))
                (day(typed, &expires, &say!(words, "today-expires-label")))
                (day(typed, &issued, &say!(words, "today-issued-label")))
            }
        }
    };
    let more_open = (2..=HELD).any(|n| {
        ["holds", "issued", "expires"].iter().any(|what| !typed.value(&format!("{what}-{n}")).is_empty())
    });
    html! {
        fieldset {
            legend { (say!(words, "today-question-holds")) }
            p.hint { (say!(words, "today-holds-hint")) }
            (row(1))
            details.more-fields open[more_open] {
                summary { (say!(words, "today-more-held")) }
                @for n in 2..=HELD { (row(n)) }
            }
        }
    }
}

fn works(visit: &Visit, typed: &Typed) -> Markup {
    let words = visit.frame.words;
    html! {
        fieldset {
            legend { (say!(words, "today-question-works")) }
            div.pair {
                (choice(typed, "setting", &say!(words, "today-setting-label"), &say!(words, "today-unknown"), |chosen| html! {
                    @for setting in &visit.catalog().field().settings.settings {
                        option value=(setting.id) lang=[visit.frame.lang_of_english()] selected[chosen == setting.id.as_str()] { (setting.title) }
                    }
                }))
                (day(typed, "since", &say!(words, "today-since-label")))
            }
        }
    }
}

fn goal(visit: &Visit, typed: &Typed) -> Markup {
    let words = visit.frame.words;
    let lang = visit.frame.lang_of_english();
    html! {
        fieldset {
            legend { (say!(words, "today-question-goal")) }
            (choice(typed, "goal", &say!(words, "today-goal-label"), &say!(words, "today-unknown"), |chosen| html! {
                optgroup label=(say!(words, "today-goal-certifications")) {
                    @for known in certifications(visit.catalog()) {
                        @let value = format!("credential:{}", known.id);
                        option value=(value) lang=[lang] selected[chosen == value] { (visit.catalog().short_name(known.id.as_str())) }
                    }
                }
                optgroup label=(say!(words, "today-goal-roles")) {
                    @for role in &visit.catalog().field().roles.roles {
                        @let value = format!("role:{}", role.id);
                        option value=(value) lang=[lang] selected[chosen == value] { (role.title) }
                    }
                }
            }))
        }
    }
}

/// National certifications, those that are taken up first.
fn certifications(catalog: &Catalog) -> impl Iterator<Item = &Credential> {
    catalog.credentials.iter().filter(|known| {
        known.kind == CredentialKind::Certification && !catalog.authority_of(known).is_jurisdiction
    })
}

/// What can be held: that of the certifying bodies first, then state by state.
fn credentials(visit: &Visit, chosen: &str) -> Markup {
    let catalog = visit.catalog();
    let lang = visit.frame.lang_of_english();
    let bodies = catalog.authorities.iter().filter(|authority| !authority.is_jurisdiction);
    html! {
        @for authority in bodies.chain(answers::jurisdictions(catalog)) {
            @let mut own = catalog.credentials_of(authority).peekable();
            @if own.peek().is_some() {
                optgroup label=(authority.name) data-state=[authority.is_jurisdiction.then_some(&authority.id)] {
                    @for known in own {
                        option value=(known.id) lang=[lang] selected[chosen == known.id.as_str()] {
                            (known.initials.as_ref().map_or(String::new(), |initials| format!("{initials} · "))) (known.title)
                        }
                    }
                }
            }
        }
    }
}

/// A question that is answered by choosing; `open` is the answer that leaves it open.
fn choice(
    typed: &Typed,
    name: &str,
    label: &str,
    open: &str,
    options: impl FnOnce(&str) -> Markup,
) -> Markup {
    let fault = typed.fault(name);
    components::field(name, label, "", fault, |described| {
        html! {
            select id=(name) name=(name) aria-describedby=[(!described.is_empty()).then_some(described)] aria-invalid=[fault.map(|_| "true")] {
                option value="" { (open) }
                (options(typed.value(name)))
            }
        }
    })
}

fn day(typed: &Typed, name: &str, label: &str) -> Markup {
    let fault = typed.fault(name);
    components::field(name, label, "", fault, |described| {
        html! {
            input type="date" id=(name) name=(name) value=(typed.value(name)) min="1950-01-01" max="2150-12-31" aria-describedby=[(!described.is_empty()).then_some(described)] aria-invalid=[fault.map(|_| "true")];
        }
    })
}

/// A file or a text instead of answers, or beside them.
fn bring(visit: &Visit, typed: &Typed, ticket: Option<&str>) -> Markup {
    let words = visit.frame.words;
    html! {
        h2 { (say!(words, "today-bring-title")) }
        p.quiet { (say!(words, "today-bring-text")) }
        @if let Some(ticket) = ticket {
            p.kept { (components::icon(components::State::Met)) span { (say!(words, "today-bring-kept")) } }
            input type="hidden" name="parked" value=(ticket);
        }
        (components::bring(words, typed.value("text")))
        p.actions { button.button.quiet { (say!(words, "today-bring-send")) } }
    }
}
