//! Answers to what the eligibility pages ask: each puts a fact into the record, and can be taken back.

use super::path_page;
use crate::shell::{Fault, Posted, Visit, components};
use axum::{extract::Path, http::StatusCode, response::Response};
use maud::{Markup, html};
use rung_record::{CredentialId, Date, Education, Hours, Person, Work, parse_date};
use rung_rules::{Blank, blanks, fact_keys};
use rung_store::{Basis, Change, Kind};
use rung_words::say;
use serde::Deserialize;
use serde_json::{Map, Value};

/// The longest text that an answer takes.
const LONGEST: usize = 200;

/// What was typed into the form of a question.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// Which question; see [`Tell::name_of`].
    name: String,
    /// `yes`, `no`, or `forget`.
    answer: String,
    day: String,
    title: String,
    provider: String,
    kind: String,
    recognised_by: String,
    from: String,
    until: String,
    hours: String,
    setting: String,
    duty: Vec<String>,
}

/// An answer that could not be taken.
pub struct Refused {
    /// Of which question.
    pub name: String,
    field: &'static str,
    what: String,
    typed: Box<Typed>,
}

/// `POST /certifications/eligibility/{credential}/answer`
pub async fn take(
    visit: Visit,
    Path(id): Path<String>,
    Posted(typed): Posted<Typed>,
) -> Result<Response, Fault> {
    let known = visit.catalog().credential(&id).ok_or_else(Fault::not_found)?;
    let conditions = known.paths.iter().flat_map(|path| &path.conditions).map(|own| &own.condition);
    let is_fact = conditions.clone().any(|own| fact_keys(own).contains(&typed.name));
    let change = if is_fact {
        fact(&typed)
    } else {
        let all: Vec<Blank<'_>> =
            conditions.flat_map(|own| blanks(own, visit.record(), visit.catalog())).collect();
        // Another tab may have told it already.
        let blank = all
            .iter()
            .find(|blank| Tell::name_of(blank) == typed.name)
            .ok_or_else(|| old_question(&visit))?;
        told(&visit, blank, &typed).await?
    };
    match change {
        Ok((title, change)) => {
            let done = visit.change(title(&visit), change).await?;
            Ok(visit.done(done.version, &format!("/certifications/eligibility/{id}")))
        }
        Err(refused) => {
            let page = path_page::show(&visit, &id, Some(&refused))?;
            Ok(visit.show(page.with_status(StatusCode::UNPROCESSABLE_ENTITY)))
        }
    }
}

/// The question was answered in the meantime, or is not asked here.
fn old_question(visit: &Visit) -> Fault {
    Fault::bad_value(say!(visit.frame.words, "certifications-fault-old-question"))
}

/// What the history says, and what is changed.
type Told = (Box<dyn Fn(&Visit) -> String + Send>, Change);

/// A yes, a no, or neither any more.
fn fact(typed: &Typed) -> Result<Told, Refused> {
    let key = typed.name.clone();
    let change = match typed.answer.as_str() {
        "yes" => Change::new().put_fact(&key, Value::Bool(true), Basis::Whatever),
        "no" => Change::new().put_fact(&key, Value::Bool(false), Basis::Whatever),
        _ => Change::new().remove(Kind::Fact, &key, Basis::Whatever),
    };
    let answer = typed.answer.clone();
    let title = move |visit: &Visit| {
        let (words, what) = (visit.frame.words, plain(&key));
        match answer.as_str() {
            "yes" => say!(words, "certifications-history-yes", what = what),
            "no" => say!(words, "certifications-history-no", what = what),
            _ => say!(words, "certifications-history-forgot", what = what),
        }
    };
    Ok((Box::new(title), change))
}

/// What is told about the technician.
async fn told(visit: &Visit, blank: &Blank<'_>, typed: &Typed) -> Result<Result<Told, Refused>, Fault> {
    let entered = Entered { visit, typed };
    Ok(match blank {
        Blank::BirthDate => {
            let kept = visit.site.store().part::<Person>(visit.person, "person").await?;
            entered.day("day", &typed.day, true).map(|day| {
                let basis = kept.as_ref().map_or(Basis::New, |kept| Basis::At(kept.version));
                let person = kept.map(|kept| kept.value).unwrap_or_default();
                let change = Change::new().put("person", &Person { birth_date: day, ..person }, basis);
                told_as(change, |visit| say!(visit.frame.words, "certifications-history-born"))
            })
        }
        Blank::School(_) | Blank::Program(_) => entered.education(blank),
        Blank::Work(_) => entered.work(),
        // These have other forms.
        Blank::Fact(_) | Blank::Expires(_) => return Err(old_question(visit)),
    })
}

fn told_as(change: Change, title: impl Fn(&Visit) -> String + Send + 'static) -> Told {
    (Box::new(title), change)
}

struct Entered<'t> {
    visit: &'t Visit,
    typed: &'t Typed,
}

impl Entered<'_> {
    fn refuse(&self, field: &'static str, what: String) -> Refused {
        Refused { name: self.typed.name.clone(), field, what, typed: Box::new(self.typed.clone()) }
    }

    fn day(&self, field: &'static str, text: &str, needed: bool) -> Result<Option<Date>, Refused> {
        let (text, words) = (text.trim(), self.visit.frame.words);
        match parse_date(text) {
            Ok(day) => Ok(Some(day)),
            Err(_) if !text.is_empty() => Err(self.refuse(field, say!(words, "certifications-fault-day"))),
            Err(_) if needed => Err(self.refuse(field, say!(words, "certifications-fault-no-day"))),
            Err(_) => Ok(None),
        }
    }

    fn text(&self, field: &'static str, text: &str) -> Result<Option<String>, Refused> {
        let text = text.trim();
        if text.chars().count() > LONGEST {
            let words = self.visit.frame.words;
            return Err(self.refuse(field, say!(words, "certifications-fault-long", most = LONGEST)));
        }
        Ok((!text.is_empty()).then(|| text.to_owned()))
    }

    fn education(&self, blank: &Blank<'_>) -> Result<Told, Refused> {
        let typed = self.typed;
        let (kind, subject) = match blank {
            Blank::School(kinds) => {
                let kind = kinds.iter().find(|kind| **kind == typed.kind).or(kinds.first());
                (kind.cloned().unwrap_or_default(), None)
            }
            Blank::Program(program) => ("technician-program".to_owned(), program.subject.clone()),
            _ => (String::new(), None),
        };
        let education = Education {
            kind,
            title: self.text("title", &typed.title)?,
            provider: self.text("provider", &typed.provider)?,
            subject,
            recognised_by: self.text("recognised_by", &typed.recognised_by)?.into_iter().collect(),
            completed: self.day("day", &typed.day, matches!(blank, Blank::Program(_)))?,
            extra: Map::new(),
        };
        let what = education.title.clone().unwrap_or_else(|| plain(&education.kind));
        let change = Change::new().add(&education);
        Ok(told_as(change, move |visit| {
            say!(visit.frame.words, "certifications-history-education", what = what.clone())
        }))
    }

    fn work(&self) -> Result<Told, Refused> {
        let (typed, words) = (self.typed, self.visit.frame.words);
        let from = self.day("from", &typed.from, true)?.unwrap_or(self.visit.on());
        let until = self.day("until", &typed.until, false)?;
        if until.is_some_and(|until| until < from) {
            return Err(self.refuse("until", say!(words, "certifications-fault-before-begin", day = from)));
        }
        let week = Hours::from_whole(168);
        let hours = typed.hours.trim().parse::<Hours>().ok().filter(|hours| *hours <= week);
        if hours.is_none() {
            return Err(self.refuse("hours", say!(words, "certifications-fault-hours")));
        }
        let work = Work {
            employer: self.text("title", &typed.title)?,
            setting: self.text("setting", &typed.setting)?,
            role: None,
            state: None,
            from,
            until,
            hours_per_week: hours,
            duties: typed.duty.iter().filter(|duty| duty.len() <= LONGEST).take(20).cloned().collect(),
            extra: Map::new(),
        };
        let change = Change::new().add(&work);
        Ok(told_as(change, move |visit| say!(visit.frame.words, "certifications-history-work", day = from)))
    }
}

/// A word of the record as people say it.
fn plain(key: &str) -> String {
    let key = ["attest:", "duty:", "setting:"].iter().find_map(|kind| key.strip_prefix(kind)).unwrap_or(key);
    key.replace(['-', ':'], " ")
}

/// A question with its form.
pub struct Tell<'t> {
    /// The page's visit.
    pub visit: &'t Visit,
    /// The credential whose page it is.
    pub credential: &'t CredentialId,
    /// Where on the page, for ids.
    pub place: &'t str,
    /// An answer that could not be taken.
    pub refused: Option<&'t Refused>,
    /// Which question; see [`Tell::name_of`].
    pub name: String,
}

impl Tell<'_> {
    /// Names a question within its page.
    pub fn name_of(blank: &Blank<'_>) -> String {
        match blank {
            Blank::Fact(key) => key.clone(),
            Blank::Expires(id) => format!("expires:{id}"),
            Blank::BirthDate => "birth-date".to_owned(),
            Blank::School(kinds) => format!("school:{}", kinds.join(",")),
            Blank::Program(program) => {
                let subject = program.subject.as_deref().unwrap_or_default();
                format!("program:{subject}:{}", program.recognised_by.join(","))
            }
            Blank::Work(_) => "work".to_owned(),
        }
    }

    fn address(&self) -> String {
        format!("/certifications/eligibility/{}/answer", self.credential)
    }

    fn id(&self, field: &str) -> String {
        format!("{}-{field}", self.place)
    }

    /// The form of a blank; `what` is the condition that it is asked for.
    pub fn form(&self, blank: &Blank<'_>, what: &str) -> Markup {
        let (frame, words) = (&self.visit.frame, self.visit.frame.words);
        match blank {
            Blank::Fact(key) => {
                let attested = || self.visit.catalog().attested(key).unwrap_or(what).to_owned();
                let what = if key.starts_with("attest:") { attested() } else { plain(key) };
                self.yes_or_no(key, &what)
            }
            Blank::Expires(id) => html! {
                p { a href={ "/certifications/held/" (id) } { (say!(words, "certifications-ask-expires", what = self.visit.catalog().short_name(id.as_str()))) } }
            },
            Blank::BirthDate => self.fields(blank, html! {
                (self.input("day", &say!(words, "certifications-ask-birth-date"), "date", |typed| &typed.day))
            }),
            Blank::School(kinds) => self.fields(blank, html! {
                (components::field(&self.id("kind"), &say!(words, "certifications-ask-school"), "", None, |_| html! {
                    select id=(self.id("kind")) name="kind" {
                        @for kind in *kinds { option value=(kind) { (frame.english(&self.visit.catalog().say(kind))) } }
                    }
                }))
                (self.input("title", &say!(words, "certifications-ask-school-name"), "text", |typed| &typed.title))
                (self.input("day", &say!(words, "certifications-ask-finished"), "date", |typed| &typed.day))
            }),
            Blank::Program(program) => self.fields(blank, html! {
                (self.input("title", &say!(words, "certifications-ask-program"), "text", |typed| &typed.title))
                (self.input("provider", &say!(words, "certifications-ask-provider"), "text", |typed| &typed.provider))
                (self.input("day", &say!(words, "certifications-ask-finished"), "date", |typed| &typed.day))
                @if !program.recognised_by.is_empty() {
                    (components::field(&self.id("recognised-by"), &say!(words, "certifications-ask-recognised"), "", None, |_| html! {
                        select id=(self.id("recognised-by")) name="recognised_by" {
                            option value="" { (say!(words, "certifications-not-known")) }
                            @for body in &program.recognised_by { option value=(body) { (self.visit.catalog().say(body)) } }
                            option value="other" { (say!(words, "certifications-somebody-else")) }
                        }
                    }))
                }
            }),
            Blank::Work(experience) => self.fields(blank, html! {
                (self.input("title", &say!(words, "certifications-ask-employer"), "text", |typed| &typed.title))
                (self.input("from", &say!(words, "certifications-ask-from"), "date", |typed| &typed.from))
                (self.input("until", &say!(words, "certifications-ask-until"), "date", |typed| &typed.until))
                (self.input("hours", &say!(words, "certifications-ask-hours"), "text", |typed| &typed.hours))
                @if !experience.setting.is_empty() {
                    (components::field(&self.id("setting"), &say!(words, "certifications-ask-setting"), "", None, |_| html! {
                        select id=(self.id("setting")) name="setting" {
                            option value="" { (say!(words, "certifications-elsewhere")) }
                            @for setting in &experience.setting { option value=(setting) { (plain(setting)) } }
                        }
                    }))
                }
                @if !experience.duty.is_empty() {
                    fieldset.choices {
                        legend { (say!(words, "certifications-ask-duties")) }
                        @for duty in &experience.duty { label { input type="checkbox" name="duty" value=(duty); " " (plain(duty)) } }
                    }
                }
            }),
        }
    }

    fn yes_or_no(&self, key: &str, what: &str) -> Markup {
        let (frame, words) = (&self.visit.frame, self.visit.frame.words);
        let id = self.id("question");
        frame.form(
            &self.address(),
            html! {
                fieldset.yes-or-no {
                    legend id=(id) { (say!(words, "certifications-ask-whether")) " " (frame.english(what)) }
                    input type="hidden" name="name" value=(key);
                    button.button.quiet.small name="answer" value="yes" aria-describedby=(id) { (say!(words, "certifications-yes")) }
                    button.button.quiet.small name="answer" value="no" aria-describedby=(id) { (say!(words, "certifications-no")) }
                }
            },
        )
    }

    /// What was answered, with the other answer and none as the ways on.
    pub fn told(&self, said: bool) -> Markup {
        let (frame, words) = (&self.visit.frame, self.visit.frame.words);
        let what = plain(&self.name);
        frame.form(
            &self.address(),
            html! {
                div.answered {
                    p {
                        @if said { (say!(words, "certifications-told-yes", what = &what)) }
                        @else { (say!(words, "certifications-told-no", what = &what)) }
                    }
                    input type="hidden" name="name" value=(self.name);
                    @let (other, label) = if said { ("no", say!(words, "certifications-change-to-no")) } else { ("yes", say!(words, "certifications-change-to-yes")) };
                    button.button.quiet.small name="answer" value=(other) { (label) span.sr { ": " (what) } }
                    button.button.quiet.small name="answer" value="forget" { (say!(words, "certifications-forget")) span.sr { ": " (what) } }
                }
            },
        )
    }

    fn fields(&self, blank: &Blank<'_>, fields: Markup) -> Markup {
        self.visit.frame.form(
            &self.address(),
            html! {
                input type="hidden" name="name" value=(Self::name_of(blank));
                div.fields { (fields) }
                button.button.quiet { (say!(self.visit.frame.words, "certifications-tell-it")) }
            },
        )
    }

    fn input(&self, name: &'static str, label: &str, kind: &str, of: fn(&Typed) -> &String) -> Markup {
        let id = self.id(name);
        let refused = self.refused.filter(|refused| refused.name == self.name);
        let fault = refused.filter(|refused| refused.field == name).map(|refused| refused.what.as_str());
        components::field(&id, label, "", fault, |described| {
            html! {
                input id=(id) name=(name) type=(kind) value=[refused.map(|refused| of(&refused.typed))]
                    maxlength=[(kind == "text").then_some(LONGEST)] autocomplete="off"
                    aria-describedby=[(!described.is_empty()).then_some(described)] aria-invalid=[fault.map(|_| "true")];
            }
        })
    }
}
