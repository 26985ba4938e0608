//! The way as a calendar file, on paper, and as JSON for programs.

use super::known::{Known, known};
use crate::shell::{Fault, Visit};
use axum::{
    Json,
    http::header,
    response::{IntoResponse, Response},
};
use jiff::Timestamp;
use rung_formats::{
    icalendar::{Calendar, Deadline, write},
    paper::write as write_paper,
};
use rung_way::{
    plan::{Draft, WayPlan, WayResult, answer::answer, calendar::events, paper::paper},
    words::plan as told,
};
use rung_words::say;
use serde_json::{Value, json};

/// The plan that holds, with what it was made of: the agreed one as it stands, else the best one.
fn plan(known: &Known) -> Option<(&WayPlan, &Draft)> {
    if let Some(lived) = &known.lived {
        return lived.way.standing.as_ref().ok().map(|standing| (&standing.plan, &standing.draft));
    }
    let outcome = known.proposal.as_ref()?.as_ref().ok()?;
    match &outcome.result {
        WayResult::Plan(solved) => Some((&solved.plan, &outcome.draft)),
        _ => None,
    }
}

/// `GET /plan.pdf`
pub async fn pdf(visit: Visit) -> Result<Response, Fault> {
    let known = known(&visit).await?;
    let (plan, draft) = plan(&known).ok_or_else(Fault::not_found)?;
    let bytes = write_paper(&paper(plan, draft, visit.record().person.name.as_deref(), visit.frame.words));
    let kept = [
        (header::CONTENT_TYPE, "application/pdf"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"rung-plan.pdf\""),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    Ok((kept, bytes).into_response())
}

/// What has changed since it was told: every event has the number of the version that it is of, and what the agreed plan had
/// and this one has no more is called off.
fn versioned(mut now: Vec<Deadline>, agreed: Vec<Deadline>, version: u32, at: Timestamp) -> Vec<Deadline> {
    let gone: Vec<Deadline> =
        agreed.into_iter().filter(|own| now.iter().all(|other| other.uid_key != own.uid_key)).collect();
    now.extend(gone.into_iter().map(|own| Deadline { cancelled: true, ..own }));
    now.iter_mut().for_each(|own| (own.sequence, own.last_modified) = (version, at));
    now
}

/// `GET /plan.ics`
pub async fn calendar(visit: Visit) -> Result<Response, Fault> {
    let known = known(&visit).await?;
    let (plan, _) = plan(&known).ok_or_else(Fault::not_found)?;
    let (words, now) = (visit.frame.words, visit.site.now());
    let agreed = known.lived.as_ref().map_or_else(Vec::new, |lived| events(&lived.way.agreed.plan, words));
    let version = visit.kept().stamp.version.to_string().parse().unwrap_or(0);
    let deadlines = versioned(events(plan, words), agreed, version, now);
    let name = visit.record().person.name.clone();
    let name = name
        .map_or_else(|| say!(words, "plan-calendar"), |name| say!(words, "plan-calendar-of", name = name));
    let text = write(&Calendar { name, written_at: now, refresh_hours: 24, deadlines })
        .map_err(|_| Fault::broken())?;
    let kept = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"rung-plan.ics\""),
        (header::CACHE_CONTROL, "private, no-store"),
    ];
    Ok((kept, text).into_response())
}

/// `GET /plan.json`: the same document as `rung plan way --json`, with the agreed plan beside it.
pub async fn json(visit: Visit) -> Result<Response, Fault> {
    let (known, words) = (known(&visit).await?, visit.frame.words);
    let mut value = match &known.proposal {
        Some(Ok(outcome)) => answer(outcome, &known.beside, words, false),
        Some(Err(fault)) => json!({"result": "fault", "because": told::fault(words, fault)}),
        None => json!({"result": "nothing-wanted"}),
    };
    if let (Some(lived), Some(fields)) = (&known.lived, value.as_object_mut()) {
        let standing: Value = match &lived.way.standing {
            Ok(own) => {
                json!({"plan": own.plan, "moved": told::differences(words, &own.moved, &lived.way.agreed.plan, &own.plan), "not_told": own.not_told})
            }
            Err(stuck) => json!({"stuck": told::stuck(words, &lived.way.agreed.draft, stuck)}),
        };
        fields.insert(
            "agreed".to_owned(),
            json!({"on": lived.way.agreed.agreed_on, "told": lived.way.agreed.told, "standing": standing}),
        );
    }
    Ok(([(header::CACHE_CONTROL, "private, no-store")], Json(value)).into_response())
}
