//! The plan as JSON. Hours and money are decimal strings; days are `YYYY-MM-DD`. Fields are only ever added. Sentences in it are
//! English.

use super::{Outcome, Plan, PlanProof, PlanResult, Planned, Way, words};
use rung_formats::offerings::Offering;
use rung_words::{Language, Words};
use serde_json::{Map, Value, json};

/// The language of the sentences: one, so that programs can rely on them.
fn english() -> &'static Words {
    Words::of(Language::English)
}

/// The whole outcome; with `with_proofs` also the models and certificates, for `rung-certificate`.
pub fn answer(outcome: &Outcome<'_>, offerings: &[Offering], with_proofs: bool) -> Value {
    let mut fields = Map::new();
    fields.insert("on".into(), json!(outcome.demands.status.on));
    fields.insert("horizon".into(), json!(outcome.wishes.horizon));
    fields.insert("budget".into(), json!(outcome.wishes.budget));
    fields.insert("hours_per_week".into(), json!(outcome.wishes.hours_per_week));
    let obligation = |demand: &rung_rules::Demand<'_>| {
        json!({"credential": demand.obligation.credential.id, "title": demand.obligation.credential.title,
               "period": demand.obligation.period, "earn_by": demand.days.last()})
    };
    fields.insert("obligations".into(), outcome.demands.list.iter().map(obligation).collect());
    let aside = |aside: &super::Aside| {
        let demand = &outcome.demands.list[aside.demand];
        let requirement = &demand.wanted[aside.wanted].requirement.id;
        json!({"credential": demand.obligation.credential.id, "requirement": requirement,
               "what": words::aside(english(), outcome, aside)})
    };
    fields.insert("aside".into(), outcome.aside.iter().map(aside).collect());
    match &outcome.result {
        PlanResult::Plan(plan) => add_plan(&mut fields, outcome, plan, offerings, with_proofs),
        PlanResult::Nothing(nothing) => {
            fields.insert("feasible".into(), json!(false));
            fields.insert("proven".into(), json!(nothing.minimal));
            let because: Vec<String> =
                nothing.reasons.iter().map(|reason| words::demanded(english(), outcome, reason)).collect();
            fields.insert("because".into(), json!(because));
            fields.insert("ways_out".into(), nothing.ways.iter().map(|own| way(outcome, own)).collect());
            if with_proofs {
                fields.insert("proofs".into(), nothing.proof.iter().map(proof).collect());
            }
        }
        PlanResult::NotKnown => {
            fields.insert("feasible".into(), Value::Null);
            fields.insert("proven".into(), json!(false));
        }
    }
    Value::Object(fields)
}

fn add_plan(
    fields: &mut Map<String, Value>,
    outcome: &Outcome<'_>,
    plan: &Plan,
    offerings: &[Offering],
    with_proofs: bool,
) {
    fields.insert("feasible".into(), json!(true));
    fields.insert("proven".into(), json!(plan.proven));
    fields.insert("cost".into(), json!(plan.cost));
    fields.insert("hours".into(), json!(plan.hours));
    fields.insert("finish".into(), json!(plan.finish));
    let take: Vec<Value> = (plan.picks.iter())
        .map(|pick| {
            let offering = &offerings[pick.item];
            let own = json!({"offering": offering.id, "title": offering.title, "provider": offering.provider,
                             "price": offering.price, "url": offering.url});
            merged(own, dates_and_use(outcome, pick))
        })
        .collect();
    let needs: Vec<Value> = (plan.needs.iter())
        .map(|need| {
            let item = &need.item;
            let own = json!({"what": words::need(english(), item), "kind": item.kind, "topic": item.topic, "law_of": item.law_of,
                             "format": item.format, "is_course": item.is_course});
            merged(own, dates_and_use(outcome, need))
        })
        .collect();
    fields.insert("take".into(), json!(take));
    fields.insert("needs".into(), json!(needs));
    fields.insert("objectives".into(), json!(plan.objectives));
    if with_proofs {
        fields.insert("proofs".into(), plan.proofs.iter().map(proof).collect());
    }
}

fn dates_and_use<T>(outcome: &Outcome<'_>, planned: &Planned<T>) -> Value {
    let serves = |(demand, line): &(usize, usize)| {
        let demand = &outcome.demands.list[*demand];
        json!({"credential": demand.obligation.credential.id, "requirement": demand.lines[*line].requirement.id})
    };
    json!({"hours": planned.hours, "on": planned.on, "from": planned.from, "by": planned.by,
           "serves": planned.serves.iter().map(serves).collect::<Vec<_>>()})
}

fn merged(mut one: Value, two: Value) -> Value {
    if let (Value::Object(one), Value::Object(two)) = (&mut one, two) {
        one.extend(two);
    }
    one
}

fn way(outcome: &Outcome<'_>, way: &Way) -> Value {
    let words = words::way(english(), outcome, way);
    match way {
        Way::Budget { total, more } => {
            json!({"what": "budget", "total": total, "more": more, "words": words})
        }
        Way::HoursPerWeek { total, more } => {
            json!({"what": "hours_per_week", "total": total, "more": more, "words": words})
        }
        Way::FileLate { demand, by } => {
            let credential = &outcome.demands.list[*demand].obligation.credential.id;
            json!({"what": "file_late", "credential": credential, "by": by, "words": words})
        }
        Way::Both { budget } => json!({"what": "budget and hours_per_week", "total": budget, "words": words}),
    }
}

fn proof(proof: &PlanProof) -> Value {
    json!({"claim": words::claim(english(), proof.claim), "model": proof.model, "certificate": proof.certificate})
}
