//! Removing everything, for good: only when it is meant.

use super::parts;
use crate::shell::{Fault, Page, Posted, Room, Visit, components, without_copies};
use axum::{
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use maud::html;
use rung_store::Backups;
use rung_words::say;
use serde::Deserialize;

/// What was typed.
#[derive(Default, Deserialize)]
pub struct Wish {
    #[serde(default)]
    typed: String,
    #[serde(default)]
    backups: String,
}

/// `GET /record/delete`
pub async fn page(visit: Visit) -> Result<Response, Fault> {
    visit.answer(|visit| Ok(shown(visit, &Wish::default(), None))).await
}

fn shown(visit: &Visit, wish: &Wish, fault: Option<&str>) -> Page {
    let words = visit.frame.words;
    if visit.sample.is_some() {
        return behind_sample(visit);
    }
    let word = say!(words, "account-delete-word");
    let body = html! {
        (parts::crumbs(words, &[]))
        h1 { (say!(words, "account-delete-title")) }
        p.lead { (say!(words, "account-delete-text")) }
        p { a href="/record/export" download { (say!(words, "account-delete-export-first")) } }
        section.card.danger {
            (visit.frame.form("/record/delete", html! {
                (components::field("typed", &say!(words, "account-delete-label", word = &word), "", fault, |described| html! {
                    input #typed name="typed" value=(wish.typed) autocomplete="off" maxlength="40" required aria-invalid=[fault.map(|_| "true")] aria-describedby=[(!described.is_empty()).then_some(described)];
                }))
                label.check { input type="checkbox" name="backups" value="yes" checked[wish.backups == "yes"]; span { (say!(words, "account-delete-backups")) } }
                p.actions {
                    button.button.danger { (say!(words, "account-delete-do")) }
                    a.button.quiet href="/record" { (say!(words, "account-delete-leave")) }
                }
            }))
        }
    };
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Page::new(say!(words, "account-delete-title"), body).within(Room::Record).with_status(status)
}

/// While a sample is looked at, where all may be tried out, nobody removes their own data unseen.
fn behind_sample(visit: &Visit) -> Page {
    let words = visit.frame.words;
    let body = html! {
        (parts::crumbs(words, &[]))
        h1 { (say!(words, "account-delete-title")) }
        p.lead { (say!(words, "account-delete-sample")) }
        (visit.frame.form("/sample/remove", html! {
            p.actions {
                button.button { (say!(words, "shell-sample-remove")) }
                a.button.quiet href="/record" { (say!(words, "account-delete-leave")) }
            }
        }))
    };
    Page::new(say!(words, "account-delete-title"), body).within(Room::Record)
}

/// `POST /record/delete`: removes the person's own data.
pub async fn delete(visit: Visit, Posted(wish): Posted<Wish>) -> Result<Response, Fault> {
    let words = visit.frame.words;
    if visit.sample.is_some() {
        return Ok(visit.show(behind_sample(&visit).with_status(StatusCode::CONFLICT)));
    }
    let word = say!(words, "account-delete-word");
    if wish.typed.trim().to_lowercase() != word {
        let fault = say!(words, "account-delete-fault", word = word);
        return Ok(visit.show(shown(&visit, &wish, Some(&fault))));
    }
    let backups = if wish.backups == "yes" { Backups::Remove } else { Backups::Keep };
    let store = visit.site.store();
    store.purge(store.person().await?, backups).await?;
    Ok(without_copies(Redirect::to("/").into_response()))
}
