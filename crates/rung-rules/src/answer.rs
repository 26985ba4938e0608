//! The answer as JSON, the contract with other programs.
//!
//! Hours and money are decimal strings; days are `YYYY-MM-DD`; both ends of a period lie within it. Fields are only
//! ever added. Sentences in it are English.

use crate::{
    eligibility::Eligibility,
    status::{Line, Obligation, Question, Status},
    words,
};
use rung_catalog::{Catalog, Cite};
use rung_record::Record;
use rung_words::{Language, Words};
use serde_json::{Map, Value, json};

/// The language of the sentences: one, so that programs can rely on them.
fn english() -> &'static Words {
    Words::of(Language::English)
}

/// `{"on": …, "obligations": […]}`.
pub fn status(status: &Status<'_>) -> Value {
    json!({
        "on": status.on,
        "obligations": status.obligations.iter().map(|obligation| self::obligation(obligation, status)).collect::<Vec<_>>(),
        "not_in_catalogue": status.not_in_catalogue,
        "note": words::disclaimer(english()),
    })
}

fn obligation(obligation: &Obligation<'_>, status: &Status<'_>) -> Value {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| {
        if !value.is_null() {
            fields.insert(name.to_owned(), value);
        }
    };
    put("credential", json!(obligation.credential.id));
    put("title", json!(obligation.credential.title));
    put(
        "duty",
        obligation
            .rules
            .map(|rules| rules.duty.as_str())
            .filter(|duty| !duty.is_empty())
            .map(Value::from)
            .unwrap_or_default(),
    );
    put("period", json!(obligation.period));
    put("verdict", json!(obligation.verdict));
    put("route", json!(obligation.route));
    put("opens", json!(obligation.opens));
    put("file_by", json!(obligation.file_by));
    put("expires", json!(obligation.expires));
    put("stage", json!(obligation.stage.map(|stage| &stage.title)));
    put("reinstate_by", json!(obligation.reinstate_by));
    put("summary", json!(words::summary(english(), obligation, status)));
    put(
        "rules",
        json!(
            obligation
                .rules
                .map(|rules| json!({"version": rules.id, "from": rules.from, "until": rules.until}))
        ),
    );
    let fee = |fee: &rung_catalog::Fee| {
        let mut value =
            json!({"what": fee.what, "usd": fee.usd, "source": source(status.catalog, &fee.cite)});
        if let (Some(when), Some(fields)) = (&fee.when, value.as_object_mut()) {
            fields.insert("when".into(), json!(when));
        }
        value
    };
    put("fees", obligation.fees(status.on).into_iter().map(fee).collect());
    put("requirements", obligation.lines.iter().map(|line| self::line(line, obligation, status)).collect());
    put("would_settle", questions(&obligation.questions, status.record));
    put("notes", json!(obligation.rules.map(|rules| &rules.notes).filter(|notes| !notes.is_empty())));
    put("confidence", json!(obligation.confidence));
    put("source", obligation.cite().map(|cite| source(status.catalog, cite)).unwrap_or_default());
    Value::Object(fields)
}

fn line(line: &Line<'_>, obligation: &Obligation<'_>, status: &Status<'_>) -> Value {
    let record = status.record;
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| {
        if !value.is_null() {
            fields.insert(name.to_owned(), value);
        }
    };
    let asks_hours = matches!(line.requirement.kind(), "minimum" | "maximum");
    put("id", json!(line.id));
    put("what", json!(line.requirement.what));
    put("kind", json!(line.requirement.kind()));
    if asks_hours {
        put("asked", json!(line.asked));
        put("counted", json!(line.counted));
        put("short", json!(line.short));
    }
    put("verdict", json!(line.verdict));
    put("window", json!(line.window.filter(|window| window.from.year() >= 1900)));
    if line.window.is_some() {
        let credit = |counted: &crate::Counted| {
            let mut value = json!({"id": record.credits[counted.credit].id, "hours": counted.hours});
            if let (true, Some(fields)) = (counted.carried, value.as_object_mut()) {
                fields.insert("carried_over".into(), json!(true));
            }
            value
        };
        let refused = |refused: &crate::NotCounted| {
            json!({"id": record.credits[refused.credit].id, "hours": refused.hours, "reason": refused.reason.code(),
                   "why": words::reason(english(), refused.reason, record)})
        };
        put("credits", line.credits.iter().map(credit).collect());
        put("not_counted", obligation.not_counted(line).map(refused).collect());
    }
    put("applies", if line.applies == crate::Verdict::Met { Value::Null } else { json!(line.applies) });
    put("exception", json!(line.exception.map(|exception| &exception.why)));
    let list = |lines: &[Line<'_>]| -> Value {
        if lines.is_empty() {
            Value::Null
        } else {
            lines.iter().map(|inner| self::line(inner, obligation, status)).collect()
        }
    };
    put("all_of", list(&line.all_of));
    put("or", list(&line.or));
    put("would_settle", questions(&line.questions, record));
    put("note", json!(line.requirement.note));
    put("source", source(status.catalog, &line.requirement.cite));
    Value::Object(fields)
}

fn questions(questions: &[Question<'_>], record: &Record) -> Value {
    let mut all: Vec<String> =
        questions.iter().map(|question| words::question_in_file(english(), question, record)).collect();
    all.dedup();
    if all.is_empty() { Value::Null } else { json!(all) }
}

fn source(catalog: &Catalog, cite: &Cite) -> Value {
    let (authority, source) = catalog.source(cite);
    json!({
        "title": source.title,
        "url": source.url,
        "place": cite.place,
        "tier": source.tier,
        "dated": source.dated,
        "checked": authority.checked,
        "confidence": cite.confidence,
    })
}

/// `{"credential": …, "verdict": …, "paths": […]}`.
pub fn eligibility(answer: &Eligibility<'_>, record: &Record) -> Value {
    let catalog = answer.catalog;
    let paths: Vec<Value> = (answer.paths.iter())
        .map(|path| {
            let conditions: Vec<Value> = (path.conditions.iter())
                .map(|line| {
                    json!({
                        "what": line.condition.what,
                        "verdict": line.verdict,
                        "would_meet": line.condition.would_meet,
                        "would_settle": questions(&line.questions, record),
                        "source": source(catalog, &line.condition.cite),
                    })
                })
                .collect();
            let step = |step: &rung_catalog::PathStep| json!({"what": step.what, "usd": step.usd, "source": source(catalog, &step.cite)});
            json!({
                "id": path.path.id,
                "title": path.path.title,
                "verdict": path.verdict,
                "conditions": conditions,
                "then": path.path.steps.iter().map(step).collect::<Vec<_>>(),
                "source": source(catalog, &path.path.cite),
            })
        })
        .collect();
    json!({
        "credential": answer.credential.id,
        "title": answer.credential.title,
        "verdict": answer.verdict,
        "paths": paths,
        "would_settle": questions(&answer.questions, record),
        "note": words::disclaimer(english()),
    })
}
