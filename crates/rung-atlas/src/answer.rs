//! The catalogue as JSON, for other programs.
//!
//! Hours and money are decimal strings, lengths are `2 years`, days are `YYYY-MM-DD`. Fields are only ever added. A
//! `source` carries its place, its confidence and, under `also`, every other place that says the same.

use crate::{
    Address, Amount, Coming, Difference, Fact, FieldPage, Found, Glance, Need, Row, changes_of,
    facts_of_authority, facts_of_credential,
};
use rung_catalog::{
    Allowed, Ask, Authority, Catalog, Change, Cite, Credential, Duty, Exam, Exception, Fee, OpenQuestion,
    Path, Reinstatement, Requirement, Retake, RuleSet, SelectedBy, Share, Source, Stage, Window,
};
use rung_record::Date;
use rung_rules::{rule_words, words};
use rung_words::{Language, Words};
use serde_json::{Map, Value, json};

/// Programs read English, whatever their user speaks.
fn english() -> &'static Words {
    Words::of(Language::English)
}

/// One fact, with its address and its source.
pub fn fact(catalog: &Catalog, fact: &Fact<'_>) -> Value {
    json!({
        "address": fact.address.to_string(),
        "section": fact.section.title(english()),
        "group": fact.group,
        "name": fact.name,
        "says": fact.says,
        "from": fact.from,
        "until": fact.until,
        "superseded": fact.superseded,
        "unknown": fact.is_unknown,
        "source": fact.cite.map(|cite| source(catalog, cite)),
    })
}

/// Facts, one after the other.
pub fn facts(catalog: &Catalog, facts: &[Fact<'_>]) -> Value {
    facts.iter().map(|one| fact(catalog, one)).collect()
}

/// Where something is written.
pub fn source(catalog: &Catalog, cite: &Cite) -> Value {
    let (authority, first) = catalog.source(cite);
    let mut fields = place(first, &cite.place);
    fields.insert("checked".into(), json!(authority.checked));
    fields.insert("confidence".into(), json!(cite.confidence));
    let also = |other: &rung_catalog::Place| Some(place(authority.sources.get(other.source)?, &other.place));
    fields.insert("also".into(), cite.also.iter().filter_map(also).map(Value::Object).collect());
    Value::Object(fields)
}

fn place(source: &Source, place: &str) -> Map<String, Value> {
    let fields = json!({"id": source.id, "title": source.title, "url": source.url, "place": place, "tier": source.tier,
                        "dated": source.dated, "supports": source.supports});
    if let Value::Object(fields) = fields { fields } else { Map::new() }
}

/// A page of the field: a role, a setting, an action, an organization, a feed.
pub fn field_page(page: &FieldPage<'_>) -> Value {
    let sources = |sources: &[(&Source, &str)]| -> Vec<Value> {
        sources.iter().map(|(source, at)| Value::Object(place(source, at))).collect()
    };
    let line = |line: &crate::FieldLine<'_>| json!({"name": line.name, "says": line.says, "unknown": line.is_unknown, "sources": sources(&line.sources)});
    json!({
        "address": page.address.to_string(),
        "id": page.address.id(),
        "title": page.title,
        "lines": page.lines.iter().map(line).collect::<Vec<_>>(),
        "confidence": page.confidence,
        "checked": page.checked,
        "sources": sources(&page.sources),
    })
}

/// What a jurisdiction asks at a glance.
pub fn glance(glance: &Glance<'_>) -> Value {
    json!({
        "jurisdiction": glance.authority.id,
        "name": glance.authority.name,
        "credential": glance.credential.map(|credential| &credential.id),
        "title": glance.credential.map(|credential| &credential.title),
        "hours": amount(glance.hours),
        "live": amount(glance.live),
        "certification_to_get": need(glance.certification_to_get),
        "certification_to_keep": need(glance.certification_to_keep),
        "vaccines": glance.vaccines,
        "checked": glance.authority.checked,
        "confidence": glance.authority.confidence,
    })
}

/// Hours asked; zero is a cited zero, and `known` is false where no source tells.
fn amount(amount: Amount) -> Value {
    match amount {
        Amount::Hours { in_period, a_year } => {
            json!({"known": true, "in_period": in_period, "a_year": a_year})
        }
        Amount::Nothing => json!({"known": true, "in_period": "0", "a_year": "0"}),
        Amount::Unknown => json!({"known": false, "in_period": null, "a_year": null}),
    }
}

fn need(need: Need) -> &'static str {
    match need {
        Need::Required => "required",
        Need::OneWay => "one-way",
        Need::NotRequired => "not-required",
        Need::Unknown => "unknown",
    }
}

/// Something that changes.
pub fn coming(catalog: &Catalog, coming: &Coming<'_>) -> Value {
    json!({
        "date": coming.date.to_string(),
        "first_day": coming.date.first_day(),
        "what": coming.what,
        "address": coming.address.to_string(),
        "authority": coming.authority.id,
        "authority_name": coming.authority.name,
        "source": coming.cite.map(|cite| source(catalog, cite)),
    })
}

/// Something found.
pub fn found(found: &Found<'_>) -> Value {
    json!({"address": found.address.to_string(), "name": found.name, "context": found.context, "text": found.text,
           "score": found.score})
}

/// One line of a comparison.
pub fn row(catalog: &Catalog, row: &Row<'_>) -> Value {
    json!({
        "section": row.section.title(english()),
        "name": row.name,
        "differs": row.differs(),
        "left": row.left.as_ref().map(|side| fact(catalog, side)),
        "right": row.right.as_ref().map(|side| fact(catalog, side)),
    })
}

/// One thing that changed between two catalogues.
pub fn difference(difference: &Difference) -> Value {
    json!({"address": difference.address.to_string(), "whose": difference.whose, "name": difference.name,
           "before": difference.before, "after": difference.after})
}

/// A board or a body as it stands in its file: its credentials by id, what it lets technicians do, what changes.
pub fn authority(catalog: &Catalog, authority: &Authority, on: Date) -> Value {
    let changes = changes_of(english(), catalog, authority);
    json!({
        "address": Address::authority(authority).to_string(),
        "id": authority.id,
        "name": authority.name,
        "body": authority.body,
        "jurisdiction": authority.is_jurisdiction,
        "checked": authority.checked,
        "confidence": authority.confidence,
        "on": on,
        "glance": authority.is_jurisdiction.then(|| glance(&Glance::of(catalog, authority, on))),
        "credentials": catalog.credentials_of(authority).map(brief).collect::<Vec<_>>(),
        "no_credential": authority.no_credential.as_ref().map(|cite| source(catalog, cite)),
        "notes": authority.notes,
        "month_ends": month_ends(catalog, authority),
        "duties": authority.duties.iter().map(|one| duty(catalog, one)).collect::<Vec<_>>(),
        "changes": authority.changes.iter().map(|one| change(catalog, one)).collect::<Vec<_>>(),
        "dated": changes.iter().map(|one| coming(catalog, one)).collect::<Vec<_>>(),
        "open_questions": authority.open_questions.iter().map(|one| question(catalog, one)).collect::<Vec<_>>(),
        "sources": authority.sources.iter().map(|source| Value::Object(place(source, ""))).collect::<Vec<_>>(),
        "facts": facts(catalog, &facts_of_authority(english(), catalog, authority)),
        "note": words::disclaimer(english()),
    })
}

/// A credential in a list.
pub fn brief(credential: &Credential) -> Value {
    json!({"address": Address::credential(credential.id.as_str()).to_string(), "id": credential.id,
           "title": credential.title, "kind": credential.kind, "initials": credential.initials,
           "trainee": credential.trainee})
}

fn month_ends(catalog: &Catalog, authority: &Authority) -> Value {
    let how = authority.month_ends.map(|ends| match ends {
        rung_catalog::MonthEnds::LastDay => "last-day",
        rung_catalog::MonthEnds::NextFirst => "next-first",
    });
    let cite = authority.month_ends_cite.as_ref();
    json!({"how": how, "used": authority.counts_in_months, "source": cite.map(|cite| source(catalog, cite))})
}

fn duty(catalog: &Catalog, duty: &Duty) -> Value {
    let kind = catalog.duty_kinds.iter().find(|kind| kind.id == duty.kind);
    json!({
        "id": duty.kind,
        "name": kind.map(|kind| &kind.name),
        "what": kind.map(|kind| &kind.what),
        "allowed": duty.allowed,
        "unknown": duty.allowed == Allowed::Unknown,
        "who": duty.who,
        "terms": duty.terms,
        "if": duty.condition.as_ref().map(|condition| rule_words::condition(english(), catalog, condition)),
        "from": duty.from,
        "until": duty.until,
        "question": duty.question,
        "note": duty.note,
        "source": duty.cite.as_ref().map(|cite| source(catalog, cite)),
    })
}

fn change(catalog: &Catalog, change: &Change) -> Value {
    json!({"date": change.date.to_string(), "what": change.what, "credentials": change.credentials,
           "source": source(catalog, &change.cite)})
}

fn question(catalog: &Catalog, question: &OpenQuestion) -> Value {
    json!({"ask": question.ask, "source": question.cite.as_ref().map(|cite| source(catalog, cite))})
}

/// A credential with everything that its file says of it, and the facts that pages show.
pub fn credential(catalog: &Catalog, credential: &Credential) -> Value {
    let authority = catalog.authority_of(credential);
    let fees = |fees: &[Fee]| fees.iter().map(|one| fee(catalog, one)).collect::<Vec<_>>();
    json!({
        "address": Address::credential(credential.id.as_str()).to_string(),
        "id": credential.id,
        "title": credential.title,
        "kind": credential.kind,
        "initials": credential.initials,
        "launched": credential.launched.map(|when| when.to_string()),
        "trainee": credential.trainee,
        "renewable": credential.renewable,
        "authority": {
            "id": authority.id, "name": authority.name, "body": authority.body, "checked": authority.checked,
            "confidence": authority.confidence, "notes": authority.notes, "month_ends": month_ends(catalog, authority),
            "open_questions": authority.open_questions.iter().map(|question| &question.ask).collect::<Vec<_>>(),
        },
        "implies": credential.implies,
        "term": credential.term.as_ref().map(|term| rule_words::term(english(), term)),
        "term_source": credential.term_cite.as_ref().map(|cite| source(catalog, cite)),
        "renewals": credential.renewals.iter().map(|rules| version(catalog, rules)).collect::<Vec<_>>(),
        "reinstatement": credential.reinstatement.as_ref().map(|open| reinstatement(catalog, open)),
        "paths": credential.paths.iter().map(|one| path(catalog, one)).collect::<Vec<_>>(),
        "fees": fees(&credential.fees),
        "exams": credential.exams.iter().map(|one| exam(catalog, one)).collect::<Vec<_>>(),
        "retake": credential.retake.as_ref().map(|one| retake(catalog, one)),
        "notes": credential.notes,
        "facts": facts(catalog, &facts_of_credential(english(), catalog, credential)),
        "note": words::disclaimer(english()),
    })
}

fn reinstatement(catalog: &Catalog, open: &Reinstatement) -> Value {
    let stage = |stage: &Stage| {
        json!({
            "title": stage.title,
            "within": stage.within.map(|span| span.to_string()),
            "hours_by_expiry": stage.hours_by_expiry,
            "asks_renewal": stage.rules.is_empty(),
            "rules": stage.rules.iter().map(|rules| version(catalog, rules)).collect::<Vec<_>>(),
            "fees": stage.fees.iter().map(|one| fee(catalog, one)).collect::<Vec<_>>(),
            "notes": stage.notes,
            "source": source(catalog, &stage.cite),
        })
    };
    json!({
        "stages": open.stages.iter().map(stage).collect::<Vec<_>>(),
        "afterwards": open.afterwards,
        "source": source(catalog, &open.cite),
    })
}

fn path(catalog: &Catalog, path: &Path) -> Value {
    let condition = |line: &rung_catalog::PathCondition| {
        json!({"what": line.what, "says": rule_words::condition(english(), catalog, &line.condition), "would_meet": line.would_meet,
               "source": source(catalog, &line.cite)})
    };
    let step = |step: &rung_catalog::PathStep| json!({"what": step.what, "usd": step.usd, "source": source(catalog, &step.cite)});
    json!({
        "id": path.id, "title": path.title, "from": path.from, "until": path.until, "superseded": path.superseded,
        "conditions": path.conditions.iter().map(condition).collect::<Vec<_>>(),
        "then": path.steps.iter().map(step).collect::<Vec<_>>(),
        "notes": path.notes,
        "source": source(catalog, &path.cite),
    })
}

fn fee(catalog: &Catalog, fee: &Fee) -> Value {
    json!({"what": fee.what, "usd": fee.usd, "when": fee.when, "from": fee.from, "until": fee.until,
           "superseded": fee.superseded, "note": fee.note, "source": source(catalog, &fee.cite)})
}

fn exam(catalog: &Catalog, exam: &Exam) -> Value {
    let domain = |domain: &rung_catalog::Domain| {
        json!({"name": domain.name, "percent": domain.percent.map(|percent| percent.to_string()),
               "topics": domain.topics})
    };
    json!({
        "id": exam.id, "title": exam.title, "from": exam.from, "until": exam.until, "questions": exam.questions,
        "scored": exam.scored, "minutes": exam.minutes, "passing_score": exam.passing_score, "scale": exam.scale,
        "delivery": exam.delivery, "authorization": exam.authorization.map(|span| span.to_string()),
        "domains": exam.domains.iter().map(domain).collect::<Vec<_>>(),
        "notes": exam.notes,
        "source": source(catalog, &exam.cite),
    })
}

fn retake(catalog: &Catalog, retake: &Retake) -> Value {
    json!({
        "waits": retake.waits.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "then": retake.then.map(|span| span.to_string()),
        "most_attempts": retake.most_attempts,
        "within": retake.within.map(|span| span.to_string()),
        "notes": retake.notes,
        "source": source(catalog, &retake.cite),
    })
}

fn version(catalog: &Catalog, rules: &RuleSet) -> Value {
    let selected_by = match rules.selected_by {
        SelectedBy::PeriodEnd => "period-end",
        SelectedBy::Filed => "filed",
    };
    let conversion = |each: &rung_catalog::Conversion| {
        json!({"kind": each.kind, "hours_per_academic_credit": each.hours_per_academic_credit,
               "hours_each": each.hours_each})
    };
    json!({
        "id": rules.id,
        "duty": rules.duty,
        "from": rules.from,
        "until": rules.until,
        "selected_by": selected_by,
        "clock": rules.clock.as_ref().map(|term| rule_words::term(english(), term)),
        "opens": rules.opens.as_ref().map(|day| rule_words::deadline(english(), day)),
        "file_by": rules.file_by.as_ref().map(|day| rule_words::deadline(english(), day)),
        "accepts": rule_words::filter(english(), catalog, &rules.accepts),
        "carry_over_periods": rules.carry_over_periods,
        "conversions": rules.conversions.iter().map(conversion).collect::<Vec<_>>(),
        "requirements": rules.requirements.iter().map(|line| requirement(catalog, line)).collect::<Vec<_>>(),
        "fees": rules.fees.iter().map(|one| fee(catalog, one)).collect::<Vec<_>>(),
        "notes": rules.notes,
        "source": source(catalog, &rules.cite),
    })
}

fn requirement(catalog: &Catalog, line: &Requirement) -> Value {
    let (mut hours, mut share, mut window, mut in_addition, mut per_day) =
        (Value::Null, Value::Null, Value::Null, false, false);
    match &line.ask {
        Ask::Minimum { hours: asked, window: days, in_addition: extra, .. } => {
            (hours, window, in_addition) = (json!(asked), self::window(days), *extra);
        }
        Ask::Maximum { most, per_day: daily, .. } => {
            per_day = *daily;
            match most {
                Share::Hours(most) => hours = json!(most),
                Share::Of { numerator, denominator, of } => {
                    share = json!(format!("{numerator}/{denominator} of {of}"));
                }
            }
        }
        Ask::Course { window: days, .. } | Ask::AcademicCredits { window: days, .. } => {
            window = self::window(days)
        }
        Ask::Condition(_) | Ask::AllOf(_) | Ask::Unknown(_) => {}
    }
    let inner = if let Ask::AllOf(lines) = &line.ask { lines.as_slice() } else { &[] };
    let list =
        |lines: &[Requirement]| lines.iter().map(|line| requirement(catalog, line)).collect::<Vec<_>>();
    json!({
        "id": line.id,
        "what": line.what,
        "kind": line.kind(),
        "hours": hours,
        "share": share,
        "window": window,
        "in_addition": in_addition,
        "per_day": per_day,
        "unknown": crate::facts_of_credential::is_unknown(&line.ask),
        "says": rule_words::requirement(english(), catalog, line),
        "applies": rule_words::applies(english(), catalog, line),
        "except": line.except.iter().map(|case| rule_words::exception(english(), catalog, case)).collect::<Vec<_>>(),
        "exceptions": line.except.iter().map(|case| exception(catalog, case)).collect::<Vec<_>>(),
        "all_of": list(inner),
        "or": list(&line.or),
        "note": line.note,
        "source": source(catalog, &line.cite),
    })
}

/// As files write it: `period`, `each-calendar-year`, `ever`, or `{"before-end": "1 year"}`.
fn window(window: &Window) -> Value {
    match window {
        Window::Period => json!("period"),
        Window::EachCalendarYear => json!("each-calendar-year"),
        Window::Ever => json!("ever"),
        Window::BeforeEnd(span) => json!({"before-end": span.to_string()}),
    }
}

fn exception(catalog: &Catalog, case: &Exception) -> Value {
    json!({
        "why": case.why,
        "when": rule_words::condition(english(), catalog, &case.when),
        "hours": case.hours,
        "per_month_held": case.per_month_held,
        "prorated": case.prorated,
        "source": case.cite.as_ref().map(|cite| source(catalog, cite)),
    })
}
