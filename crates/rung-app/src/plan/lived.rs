//! A plan that is agreed and lived: agreed to, checked off, slipped, failed, given up; and the user's own figures.

use super::{known::known, page};
use crate::shell::{AGREED_WAY, Fault, Nothing, Posted, Visit, Wanted, agreed_way};
use axum::response::Response;
use rung_record::{Date, Hours, Usd, parse_date};
use rung_store::{Basis, Change, Kind};
use rung_way::{
    live::{Agreed, Happened, Stuck},
    plan::WayResult,
    steps::StepKey,
    words::plan as told,
};
use rung_words::{Words, say};
use serde::Deserialize;

/// No step takes longer than this: ten years.
const MOST_WEEKS: u32 = 520;

/// As of when the plan was that is agreed to.
#[derive(Deserialize)]
pub struct Agreement {
    #[serde(default)]
    stamp: String,
}

/// `POST /plan/agree`: the plan that was shown becomes the agreed one; another one than was shown is shown first.
pub async fn agree(visit: Visit, Posted(agreement): Posted<Agreement>) -> Result<Response, Fault> {
    let words = visit.frame.words;
    let known = known(&visit).await?;
    let solved = match known.proposal.as_ref() {
        Some(Ok(outcome)) => match &outcome.result {
            WayResult::Plan(solved) => Some((outcome, solved)),
            _ => None,
        },
        _ => None,
    };
    let Some((outcome, solved)) = solved.filter(|_| agreement.stamp == visit.stamp()) else {
        return page::again(visit, say!(words, "plan-fault-changed-since")).await;
    };
    let agreed = Agreed::new(outcome.draft.clone(), solved.starts.clone(), solved.plan.clone(), visit.on());
    let value = serde_json::to_value(&agreed).map_err(|_| Fault::broken())?;
    let title = say!(words, "plan-agreed-title", day = solved.plan.arrival.unwrap_or(visit.on()));
    let done = visit.change(title, Change::default().put_setting(AGREED_WAY, value)).await?;
    Ok(visit.done(done.version, "/plan"))
}

/// `POST /plan/give-up`: the agreed plan is let go; what is wanted stays.
pub async fn give_up(visit: Visit, _: Posted<Nothing>) -> Result<Response, Fault> {
    let title = say!(visit.frame.words, "plan-given-up-title");
    let done =
        visit.change(title, Change::default().remove(Kind::Setting, AGREED_WAY, Basis::Whatever)).await?;
    Ok(visit.done(done.version, "/plan"))
}

/// What happened to a step.
#[derive(Deserialize)]
pub struct News {
    step: String,
    what: String,
    #[serde(default)]
    day: String,
    #[serde(default)]
    weeks: String,
}

impl News {
    fn happened(&self, day: Date) -> Option<Happened> {
        Some(match self.what.as_str() {
            "takes" => Happened::Takes {
                weeks: self.weeks.trim().parse().ok().filter(|weeks| *weeks <= MOST_WEEKS)?,
            },
            "done" => Happened::Done { on: day },
            "begun" => Happened::Begun { on: day },
            "slipped" => Happened::Slipped { to: day },
            "failed" => Happened::Failed { on: day },
            _ => return None,
        })
    }
}

/// `POST /plan/tell`
pub async fn tell(visit: Visit, Posted(news): Posted<News>) -> Result<Response, Fault> {
    let words = visit.frame.words;
    let mut agreed = match agreed_way(visit.kept()) {
        Some(Ok(agreed)) => agreed,
        Some(Err(stuck)) => return page::again(visit, stuck_unread(words, &stuck)).await,
        None => return page::again(visit, say!(words, "plan-fault-not-agreed")).await,
    };
    let Ok(day) = parse_date(news.day.trim()) else {
        return page::again(visit, say!(words, "plan-fault-day", typed = &news.day)).await;
    };
    if news.what == "takes" && news.happened(day).is_none() {
        return page::again(visit, say!(words, "plan-fault-weeks", typed = &news.weeks)).await;
    }
    // What is told of the future is a plan, not what happened.
    if day > visit.on() && news.what != "slipped" {
        return page::again(visit, say!(words, "plan-fault-future", day = day)).await;
    }
    let happened = news.happened(day).ok_or_else(|| Fault::bad_value(news.what.clone()))?;
    let key = StepKey(news.step.clone());
    if let Err(stuck) = agreed.tell(&key, happened) {
        return page::again(visit, told::stuck(words, &agreed.draft, &stuck)).await;
    }
    let title = title(words, &told::title_of(words, &agreed.draft, &key), happened);
    let value = serde_json::to_value(&agreed).map_err(|_| Fault::broken())?;
    let done = visit.change(title, Change::default().put_setting(AGREED_WAY, value)).await?;
    Ok(visit.done(done.version, "/plan"))
}

/// Why a kept plan cannot be read.
pub fn stuck_unread(words: &Words, stuck: &Stuck) -> String {
    match stuck {
        Stuck::NotReadable(what) => say!(words, "plan-route-not-readable", what = what),
        _ => say!(words, "plan-route-not-known"),
    }
}

fn title(words: &Words, step: &str, happened: Happened) -> String {
    match happened {
        Happened::Done { on } => say!(words, "plan-told-done", step = step, day = on),
        Happened::Begun { on } => say!(words, "plan-told-begun", step = step, day = on),
        Happened::Slipped { to } => say!(words, "plan-told-slipped", step = step, day = to),
        Happened::Takes { weeks } => say!(words, "plan-told-takes", step = step, weeks = weeks),
        Happened::Failed { on } => say!(words, "plan-told-failed", step = step, day = on),
    }
}

/// The user's own figure instead of an assumption.
#[derive(Deserialize)]
pub struct OwnFigure {
    key: String,
    #[serde(default)]
    hours: String,
    #[serde(default)]
    weeks: String,
    #[serde(default)]
    usd: String,
}

/// `POST /plan/figure`: an empty field leaves the assumption.
pub async fn figure(visit: Visit, Posted(own): Posted<OwnFigure>) -> Result<Response, Fault> {
    let words = visit.frame.words;
    let mut wanted = Wanted::of(visit.kept());
    let read = |text: &str| text.trim().trim_start_matches('$').replace(',', "");
    let (hours, weeks, usd) = (read(&own.hours), read(&own.weeks), read(&own.usd));
    let fits = (hours.is_empty() || hours.parse::<Hours>().is_ok())
        && (weeks.is_empty() || weeks.parse::<u16>().is_ok())
        && (usd.is_empty() || usd.parse::<Usd>().is_ok());
    if !fits || own.key.is_empty() || own.key.len() > 200 {
        return page::again(visit, say!(words, "plan-fault-figure")).await;
    }
    let figure = wanted.wishes.figures.entry(own.key.clone()).or_default();
    figure.hours = hours.parse().ok().or(figure.hours);
    figure.weeks = weeks.parse().ok().or(figure.weeks);
    figure.usd = usd.parse().ok().or(figure.usd);
    let title = say!(words, "plan-figure-title", key = &own.key);
    let done = visit.change(title, wanted.keep(Change::default())).await?;
    Ok(visit.done(done.version, "/plan#assumptions"))
}
