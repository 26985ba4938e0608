//! The values of exploring as JSON, for other programs.
//!
//! Hours and money are decimal strings; days are `YYYY-MM-DD`. Fields are only ever added. Texts are in the language of
//! the words that are given, the catalogue's own as it has them.

use crate::{
    compare::{Row, asked},
    gap::{Because, Line},
    graph::{CareerGraph, Edge, Place},
    interests::Score,
    moves::{DutyThere, Move},
    pay::{BasePay, Pay},
    prospect::{Prospect, Remedy},
    rank::{Closeness, PayGain, Reach},
    remedy::{Effort, Need, Node},
    steps::Deed,
    viewpoint::Viewpoint,
    ways::{Way, Ways},
    words,
};
use rung_catalog::{
    Source,
    field::{Cites, Role, Sheet},
};
use rung_rules::words::disclaimer;
use rung_words::Words;
use serde_json::{Value, json};

/// What a printed answer needs beside the values.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'t, 'a> {
    /// From where it was seen.
    pub seen: &'t Viewpoint<'a>,
    /// The language.
    pub words: &'t Words,
    /// The steps that needs name.
    pub nodes: &'t [Node],
}

/// The gap to a role, line by line.
pub fn prospect(telling: Telling<'_, '_>, prospect: &Prospect<'_>) -> Value {
    let gap = &prospect.gap;
    let lines: Vec<Value> = (gap.lines.iter().zip(&prospect.remedies))
        .map(|(own, remedy)| line(telling, gap.role, own, remedy.as_ref()))
        .collect();
    let states: Vec<&String> = telling.seen.states.iter().map(|state| &state.id).collect();
    let questions: Vec<String> = gap
        .questions()
        .into_iter()
        .map(|open| words::open_in_file(telling.words, open, telling.seen))
        .collect();
    json!({
        "on": telling.seen.on,
        "role": gap.role.id.as_str(),
        "title": gap.role.title,
        "states": states,
        "verdict": gap.verdict,
        "lines": lines,
        "left": left(telling, prospect),
        "would_settle": questions,
        "confidence": gap.role.confidence,
        "sources": sources(telling.seen, gap.role),
        "note": disclaimer(telling.words),
    })
}

fn line(telling: Telling<'_, '_>, role: &Role, line: &Line<'_>, remedy: Option<&Remedy>) -> Value {
    let Telling { seen, words, .. } = telling;
    json!({
        "what": asked(seen, role, line, words),
        "strength": line.ask.strength,
        "reading": line.ask.reading,
        "when": line.ask.when,
        "verdict": line.verdict,
        "because": line.because.iter().map(|own| because(telling, own)).collect::<Vec<_>>(),
        "would_settle": line.questions.iter().map(|open| words::open_in_file(words, open, seen)).collect::<Vec<_>>(),
        "would_meet": remedy.map(|remedy| would_meet(telling, &remedy.need, remedy.effort.as_ref())),
    })
}

fn because(telling: Telling<'_, '_>, because: &Because<'_>) -> Value {
    let says = words::because(telling.words, because, telling.seen);
    let source = match because {
        Because::Duty(_, duty) => duty.cite.as_ref(),
        Because::NoneGiven(state) => state.no_credential.as_ref(),
        _ => None,
    };
    json!({
        "says": says,
        "work": if let Because::Work(worked) = because { json!({"days": worked.days, "days_needed": worked.days_needed, "hours": worked.hours, "jobs": worked.jobs}) } else { Value::Null },
        "source": source.map(|cite| rung_atlas::answer::source(telling.seen.catalog, cite)),
    })
}

/// Steps with what they take, why nothing helps where nothing does, and what is supposed.
fn would_meet(telling: Telling<'_, '_>, need: &Need, effort: Option<&Effort>) -> Value {
    let never: Vec<String> = need
        .walk()
        .into_iter()
        .filter_map(
            |part| if let Need::Never(why) = part { Some(words::never(telling.words, why)) } else { None },
        )
        .collect();
    json!({
        "effort": effort.map(|own| self::effort(telling, own)),
        "steps": effort.map(|own| steps(telling, own)),
        "nothing_helps": if effort.is_none() { json!(never) } else { Value::Null },
    })
}

fn steps(telling: Telling<'_, '_>, effort: &Effort) -> Vec<Value> {
    let own = effort.steps.iter().filter_map(|index| telling.nodes.get(*index)).map(|node| &node.step);
    own.filter(|step| !matches!(step.deed, Deed::Hold { .. }))
        .map(|step| json!({"what": words::step(telling.words, step), "step": step}))
        .collect()
}

/// What it takes.
pub fn effort(telling: Telling<'_, '_>, effort: &Effort) -> Value {
    json!({
        "weeks": effort.weeks,
        "hours": effort.hours,
        "usd": effort.usd,
        "in_part_assumed": effort.assumed,
        "confidence": effort.confidence,
        "says": words::effort(telling.words, effort),
    })
}

fn left(telling: Telling<'_, '_>, prospect: &Prospect<'_>) -> Value {
    json!({
        "effort": prospect.left.effort.as_ref().map(|own| effort(telling, own)),
        "steps": prospect.left.effort.as_ref().map(|own| steps(telling, own)),
        "unknown": prospect.left.open,
        "says": words::left(telling.words, &prospect.left),
    })
}

/// A role in a ranking.
pub fn ranked(
    telling: Telling<'_, '_>,
    prospect: &Prospect<'_>,
    closeness: &Closeness,
    gain: Option<&PayGain>,
    score: Option<&Score<'_>>,
) -> Value {
    let role = prospect.gap.role;
    let reach = match closeness.reach {
        Reach::Ready => "ready",
        Reach::NothingMissing => "nothing-missing",
        Reach::Possible => "possible",
        Reach::NoWay => "no-way",
    };
    json!({
        "role": role.id.as_str(),
        "title": role.title,
        "rung": role.rung,
        "work": role.work,
        "verdict": prospect.gap.verdict,
        "reach": reach,
        "steps_away": (closeness.steps != usize::MAX).then_some(closeness.steps),
        "left": left(telling, prospect),
        "pay": Pay::of(role).map(|own| pay(telling, &own)),
        "gain": gain.map(|gain| json!({"cents_a_year": gain.cents, "weeks": gain.weeks})),
        "interest": score.map(|own| self::score(telling, own)),
        "confidence": role.confidence,
    })
}

/// What a role pays.
pub fn pay(telling: Telling<'_, '_>, pay: &Pay<'_>) -> Value {
    let field = telling.seen.field();
    json!({
        "usd_a_year": pay.annual,
        "says": words::pay(telling.words, pay),
        "measures": pay.told.what,
        "basis": pay.told.basis,
        "period": pay.told.period.map(|month| month.to_string()),
        "sources": cited(&field.roles, &pay.told.cite),
    })
}

/// What gains are measured against.
pub fn base_pay(telling: Telling<'_, '_>, base: &BasePay<'_>) -> Value {
    json!({"usd_a_year": base.annual(), "says": words::base_pay(telling.words, base)})
}

/// How answers agree with a role.
pub fn score(telling: Telling<'_, '_>, score: &Score<'_>) -> Value {
    let said = |said: &crate::interests::Said<'_>| json!({"question": said.question.id.as_str(), "answer": said.liking, "points": said.points, "says": words::said(telling.words, said)});
    json!({
        "points": score.points,
        "most": score.most,
        "percent": score.percent(),
        "because": score.because.iter().map(said).collect::<Vec<_>>(),
    })
}

/// Where a role was read.
pub fn sources(seen: &Viewpoint<'_>, role: &Role) -> Value {
    cited(&seen.field().roles, &role.cite)
}

fn cited(sheet: &dyn Sheet, cites: &Cites) -> Value {
    let told = |source: &Source, place: &str| {
        json!({"title": source.title, "url": source.url, "place": place, "tier": source.tier, "dated": source.dated,
               "checked": sheet.checked()})
    };
    cites.iter().filter_map(|cite| Some(told(sheet.source(cite)?, &cite.place))).collect()
}

/// Roles side by side.
pub fn comparison(rows: &[Row]) -> Value {
    let item = |item: &crate::compare::Item| json!({"says": item.says, "verdict": item.verdict, "shared": item.is_shared});
    let row = |row: &Row| json!({"aspect": row.aspect, "differs": row.differs(), "cells": row.cells.iter().map(|cell| cell.iter().map(item).collect::<Vec<_>>()).collect::<Vec<_>>()});
    rows.iter().map(row).collect()
}

/// The graph, and where the record stands in it.
pub fn graph(telling: Telling<'_, '_>, graph: &CareerGraph<'_>, place: &Place) -> Value {
    let id = |n: usize| graph.roles[n].id.as_str();
    let word = |word: &crate::graph::Word<'_>| json!({"basis": word.basis, "why": word.why, "told_by": id(word.told_by)});
    let edge = |edge: &Edge<'_>| json!({"from": id(edge.from), "to": id(edge.to), "basis": edge.basis(), "told": edge.words.iter().map(word).collect::<Vec<_>>()});
    let node = |n: usize| {
        let standing = place.standings[n].map(|own| words::standing(telling.words, own));
        json!({"role": id(n), "title": graph.roles[n].title, "rung": graph.roles[n].rung, "work": graph.roles[n].work,
               "standing": standing, "steps_away": place.steps[n]})
    };
    json!({
        "roles": (0..graph.roles.len()).map(node).collect::<Vec<_>>(),
        "edges": graph.edges.iter().map(edge).collect::<Vec<_>>(),
    })
}

/// The ways between two roles, the best by each measure.
pub fn ways(telling: Telling<'_, '_>, graph: &CareerGraph<'_>, ways: &Ways) -> Value {
    let id = |n: &usize| graph.roles[*n].id.as_str();
    let told = |way: &Way| {
        json!({
            "roles": way.roles.iter().map(id).collect::<Vec<_>>(),
            "effort": way.effort.as_ref().map(|own| effort(telling, own)),
            "unknown": way.open,
            "pay": way.pay.iter().map(|(role, cents)| json!({"role": id(role), "usd_a_year": rung_record::Usd::from_cents(*cents)})).collect::<Vec<_>>(),
        })
    };
    let best = |index: Option<usize>| index.map(|n| told(&ways.all[n]));
    json!({
        "count": ways.all.len(),
        "cut": ways.is_cut,
        "shortest": best(ways.shortest),
        "quickest": best(ways.quickest),
        "cheapest": best(ways.cheapest),
        "best_paid": best(ways.best_paid),
    })
}

/// What a move changes.
pub fn moved(telling: Telling<'_, '_>, moved: &Move<'_>) -> Value {
    let catalog = telling.seen.catalog;
    let texts = |all: &[Because<'_>]| all.iter().map(|own| because(telling, own)).collect::<Vec<_>>();
    let duty = |duty: &DutyThere<'_>| {
        json!({"duty": duty.kind.id, "name": duty.kind.name, "changes": duty.changes(),
               "here": {"verdict": duty.here.0, "because": texts(&duty.here.1)},
               "there": {"verdict": duty.there.0, "because": texts(&duty.there.1)}})
    };
    let credential = moved.credential.as_ref().map(|there| {
        let fee = |fee: &&rung_catalog::Fee| json!({"what": fee.what, "usd": fee.usd, "when": fee.when, "source": rung_atlas::answer::source(catalog, &fee.cite)});
        json!({
            "credential": there.credential.id,
            "title": there.credential.title,
            "held": matches!(there.holding, rung_today::ladder::Holding::Active(_)),
            "eligibility": there.eligibility.as_ref().map(|own| rung_rules::answer::eligibility(own, telling.seen.record)),
            "would_meet": would_meet(telling, &there.need, there.effort.as_ref()),
            "fees": there.fees.iter().map(fee).collect::<Vec<_>>(),
        })
    });
    json!({
        "from": moved.from.iter().map(rung_atlas::answer::glance).collect::<Vec<_>>(),
        "to": rung_atlas::answer::glance(&moved.to),
        "duties": moved.duties.iter().map(duty).collect::<Vec<_>>(),
        "credential": credential,
        "owed": moved.owed,
        "roles": moved.roles.iter().map(|(role, before, after)| json!({"role": role.id.as_str(), "title": role.title, "here": before, "there": after})).collect::<Vec<_>>(),
        "not_settled": moved.open.iter().map(|open| &open.ask).collect::<Vec<_>>(),
        "note": disclaimer(telling.words),
    })
}
