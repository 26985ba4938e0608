//! Making and ending links. They are no part of the record: neither history nor undo knows them.

use super::page::{self, Made};
use crate::shell::{Fault, Nothing, Posted, Visit};
use axum::{
    extract::Path,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use rung_store::StoreError;
use rung_words::say;
use serde::Deserialize;

/// The longest name of a link.
pub const LONGEST_NAME: usize = 100;

/// What the link is to be called.
#[derive(Deserialize)]
pub struct Wish {
    #[serde(default)]
    name: String,
}

/// `POST /calendar/links`: the answer is the only page that ever shows the secret.
pub async fn make(visit: Visit, headers: HeaderMap, Posted(wish): Posted<Wish>) -> Result<Response, Fault> {
    let words = visit.frame.words;
    let name = wish.name.trim();
    let refuse = |why: String| async {
        let made = Made { name: wish.name.clone(), fault: Some(why), ..Made::default() };
        Ok(visit.show(page::show(&visit, &made).await?.with_status(StatusCode::UNPROCESSABLE_ENTITY)))
    };
    if name.is_empty() {
        return refuse(say!(words, "calendar-fault-no-name")).await;
    }
    if name.chars().count() > LONGEST_NAME {
        return refuse(say!(words, "calendar-fault-long", most = LONGEST_NAME)).await;
    }
    let store = visit.site.store();
    store.set_calendar_language(visit.person, visit.frame.language.code()).await?;
    match store.new_calendar_link(visit.person, name, visit.site.now()).await {
        Ok((_, secret)) => {
            // The guard has looked at it: it is a name of this server.
            let host = headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or("127.0.0.1");
            let made = Made { address: Some(format!("{host}/calendar/{secret}.ics")), ..Made::default() };
            Ok(visit.show(page::show(&visit, &made).await?))
        }
        Err(StoreError::Refused(_)) => refuse(say!(words, "calendar-fault-too-many")).await,
        Err(error) => Err(error.into()),
    }
}

/// `POST /calendar/links/{id}/revoke`
pub async fn revoke(
    visit: Visit,
    Path(id): Path<String>,
    Posted(Nothing {}): Posted<Nothing>,
) -> Result<Response, Fault> {
    visit.site.store().revoke_calendar_link(visit.person, &id, visit.site.now()).await?;
    Ok(Redirect::to("/calendar#links").into_response())
}
