//! The same answers for programs.

use super::forms::{Day, DayQuery};
use crate::{Site, shell::Fault};
use axum::{
    Json,
    body::Bytes,
    extract::{Query, State, rejection::BytesRejection},
    response::{IntoResponse, Response},
};
use rung_record::Record;
use rung_rules::{answer, evaluate};

/// `POST /api/status?on=YYYY-MM-DD`: takes a record (`rung-record/1`) and answers where its technician stands on that
/// day, or today: the same document as `rung status --json`.
pub async fn status(
    State(site): State<Site>,
    Query(query): Query<DayQuery>,
    body: Result<Bytes, BytesRejection>,
) -> Result<Response, Fault> {
    let body = body.map_err(|refused| match refused.status() {
        axum::http::StatusCode::PAYLOAD_TOO_LARGE => Fault::too_large(),
        _ => Fault::unreadable("The record did not arrive whole."),
    })?;
    let day = Day::read(query.on.as_deref(), site.today());
    if let Some(fault) = day.fault {
        return Err(Fault::bad_value(format!("on: {fault}")));
    }
    site.work(move |site| match Record::from_json(&body) {
        Ok(record) => Json(answer::status(&evaluate(&record, site.catalog(), day.on))).into_response(),
        Err(problems) => Fault::faulty_record(problems).into_response(),
    })
    .await
}
