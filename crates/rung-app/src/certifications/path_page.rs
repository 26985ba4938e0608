//! One credential: may I apply? Path by path, condition by condition, with what would meet each and what it costs.

use super::{
    answer::{Refused, Tell},
    eligibility_page::{Answer, distance},
    rooms,
};
use crate::shell::{
    Fault, Page, Room, Visit,
    components::{self, State},
    words,
};
use axum::{extract::Path, response::Response};
use maud::{Markup, html};
use rung_catalog::{Credential, Exam, Fee, PathStep};
use rung_record::Usd;
use rung_rules::{
    Blank, ConditionAnswer, Eligibility, PathAnswer, Question, Verdict, blanks, eligibility, fact_keys,
    words as rules,
};
use rung_today::ladder::{Holding, holding};
use rung_words::say;
use std::cell::RefCell;

/// `GET /certifications/eligibility/{credential}`
pub async fn page(visit: Visit, Path(id): Path<String>) -> Result<Response, Fault> {
    visit.answer(move |visit| show(visit, &id, None)).await
}

/// The page; with an answer that could not be taken, its form says why and keeps what was typed.
pub fn show(visit: &Visit, id: &str, refused: Option<&Refused>) -> Result<Page, Fault> {
    let (record, catalog, on) = (visit.record(), visit.catalog(), visit.on());
    let known = catalog.credential(id).ok_or_else(|| unknown(visit, id))?;
    let answer = eligibility(record, catalog, id, on).ok_or_else(Fault::not_found)?;
    let held = holding(record, catalog, known, on);
    let reader = Reader { visit, known, answer: &answer, refused, asked: RefCell::default() };
    Ok(Page::new(words::full_name(catalog, known), reader.body(&held)).within(Room::Certifications))
}

/// No credential has this id; the nearest ones may be meant.
fn unknown(visit: &Visit, id: &str) -> Fault {
    let catalog = visit.catalog();
    let near = catalog.similar_ids(id).into_iter().take(3);
    Fault::not_found().suggest(
        near.filter_map(|id| catalog.credential(id.as_str()))
            .map(|known| {
                (format!("/certifications/eligibility/{}", known.id), words::full_name(catalog, known))
            })
            .collect(),
    )
}

struct Reader<'v, 'a> {
    visit: &'v Visit,
    known: &'v Credential,
    answer: &'v Eligibility<'a>,
    refused: Option<&'v Refused>,
    /// What the page asks already: each is asked once.
    asked: RefCell<Vec<String>>,
}

impl Reader<'_, '_> {
    fn body(&self, held: &Holding) -> Markup {
        let (frame, words, catalog) = (&self.visit.frame, self.visit.frame.words, self.visit.catalog());
        let mut paths: Vec<&PathAnswer<'_>> = self.answer.paths.iter().collect();
        paths.sort_by_key(|path| distance(path));
        html! {
            (rooms::crumbs(frame, &[
                ("/certifications".to_owned(), say!(words, "certifications-title")),
                ("/certifications/eligibility".to_owned(), say!(words, "certifications-eligibility-title")),
            ]))
            header.title {
                p.eyebrow { (frame.english(&catalog.authority_of(self.known).name)) }
                h1 { (frame.english(&self.known.title)) }
                p { (Answer::of(held, self.answer).chip(words)) }
                (self.lead(held))
                p.actions {
                    a.button.quiet href={ "/credentials/" (self.known.id) } { (say!(words, "certifications-rules-page")) }
                    @if !matches!(held, Holding::Active(_)) {
                        a.button.quiet href={ "/certifications/new?credential=" (self.known.id) } { (say!(words, "certifications-i-hold-it")) }
                    }
                }
            }
            @for question in &self.answer.questions { p.settle { (self.visit.frame.sentence(&rules::question(words, question, self.visit.record()))) } }
            @for path in paths { (self.path(path)) }
            (self.costs())
        }
    }

    /// The answer in a sentence.
    fn lead(&self, held: &Holding) -> Markup {
        let words = self.visit.frame.words;
        let text = match (Answer::of(held, self.answer), held) {
            (Answer::Held, Holding::Active(Some(until))) => {
                say!(words, "certifications-lead-held-until", day = *until)
            }
            (Answer::Held, _) => say!(words, "certifications-lead-held"),
            (Answer::Yes, _) => say!(words, "certifications-lead-yes"),
            (Answer::Unknown, _) => say!(words, "certifications-lead-unknown"),
            (Answer::No, _) => say!(words, "certifications-lead-no"),
        };
        html! { p.lead { (text) } }
    }

    fn path(&self, path: &PathAnswer<'_>) -> Markup {
        let (frame, words) = (&self.visit.frame, self.visit.frame.words);
        let met = path.conditions.iter().filter(|own| own.verdict == Verdict::Met).count();
        let id = format!("path-{}", path.path.id);
        html! {
            section.card.path aria-labelledby=(id) {
                header {
                    div {
                        h2 id=(id) { (frame.english(&words::capital(&path.path.title))) }
                        p.quiet { (say!(words, "certifications-conditions", met = met, all = path.conditions.len())) }
                    }
                    (verdict(self.visit, path.verdict))
                }
                @if path.conditions.is_empty() { p { (say!(words, "certifications-no-condition")) } }
                ol.conditions {
                    @for (n, condition) in path.conditions.iter().enumerate() {
                        li.condition.(State::of(condition.verdict).class()) id={ (id) "-" (n + 1) } {
                            (self.condition(condition, &format!("{id}-{}", n + 1)))
                        }
                    }
                }
                (self.steps(&path.path.steps))
                @for note in &path.path.notes { p.note { (frame.english(note)) } }
                (frame.source(self.visit.catalog(), &path.path.cite))
            }
        }
    }

    fn condition(&self, own: &ConditionAnswer<'_>, place: &str) -> Markup {
        let (frame, words) = (&self.visit.frame, self.visit.frame.words);
        let condition = own.condition;
        let would_meet = Some(&condition.would_meet).filter(|text| !text.is_empty());
        html! {
            p.what {
                (components::icon(State::of(own.verdict)))
                span { (frame.english(&words::capital(&condition.what))) }
                span.word { (verdict_word(self.visit, own.verdict)) }
            }
            @if let Some(text) = would_meet.filter(|_| own.verdict != Verdict::Met) {
                p.would-meet { strong { (say!(words, "certifications-would-meet")) } " " (frame.english(&words::capital(text))) }
            }
            @if own.verdict != Verdict::Met { (self.credentials_that_would(own)) }
            (self.questions(own, place))
            (self.told(own, place))
            details.refused {
                summary { (say!(words, "shell-source")) span.sr { ": " (frame.english(&condition.what)) } }
                (frame.source(self.visit.catalog(), &condition.cite))
            }
        }
    }

    /// Credentials that would meet it, each with its own eligibility.
    fn credentials_that_would(&self, own: &ConditionAnswer<'_>) -> Markup {
        let (frame, catalog) = (&self.visit.frame, self.visit.catalog());
        let mut named: Vec<&Credential> = Vec::new();
        for id in own.condition.condition.walk().into_iter().flat_map(|inner| inner.named_ids()) {
            if let Some(known) = catalog.credential(id.as_str())
                && known.id != self.known.id
                && !named.iter().any(|other| other.id == known.id)
            {
                named.push(known);
            }
        }
        html! {
            @if !named.is_empty() {
                p.quiet { (say!(frame.words, "certifications-see-eligibility")) }
                ul.named {
                    @for known in named {
                        li { a href={ "/certifications/eligibility/" (known.id) } { (frame.english(&words::full_name(catalog, known))) } }
                    }
                }
            }
        }
    }

    /// What would settle an unknown, each with its form; what is not met can be told too, behind a line.
    fn questions(&self, own: &ConditionAnswer<'_>, place: &str) -> Markup {
        if own.verdict == Verdict::Met {
            return html! {};
        }
        let (visit, words) = (self.visit, self.visit.frame.words);
        let blank = blanks(&own.condition.condition, visit.record(), visit.catalog());
        let elsewhere: Vec<String> = (own.questions.iter())
            .filter(|question| matches!(question, Question::Ask(_) | Question::AboutCredit(..)))
            .map(|question| rules::question(words, question, visit.record()))
            .collect();
        let forms = html! { @for (n, blank) in blank.iter().enumerate() { (self.form(own, blank, &format!("{place}-q{}", n + 1))) } };
        let is_refused =
            self.refused.is_some_and(|refused| blank.iter().any(|own| Tell::name_of(own) == refused.name));
        html! {
            @if own.verdict == Verdict::Unknown {
                div.settle {
                    p { (components::icon(State::Unknown)) (say!(words, "certifications-to-settle")) }
                    @if !elsewhere.is_empty() { ul { @for question in &elsewhere { li { (self.visit.frame.sentence(question)) } } } }
                    (forms)
                }
            } @else if !blank.is_empty() {
                details.refused open[is_refused] { summary { (say!(words, "certifications-tell")) span.sr { ": " (self.visit.frame.english(&own.condition.what)) } } div.settle { (forms) } }
            }
        }
    }

    fn form(&self, own: &ConditionAnswer<'_>, blank: &Blank<'_>, place: &str) -> Markup {
        let name = Tell::name_of(blank);
        let mut asked = self.asked.borrow_mut();
        if asked.contains(&name) {
            return html! { p.quiet { (say!(self.visit.frame.words, "certifications-asked-above")) } };
        }
        asked.push(name.clone());
        let tell = Tell { visit: self.visit, credential: &self.known.id, place, refused: self.refused, name };
        tell.form(blank, &own.condition.what)
    }

    /// What was answered with yes or no, and the way to change that.
    fn told(&self, own: &ConditionAnswer<'_>, place: &str) -> Markup {
        let record = self.visit.record();
        let (credential, refused) = (&self.known.id, self.refused);
        let tell = |key: &str, said| {
            Tell { visit: self.visit, credential, place, refused, name: key.to_owned() }.told(said)
        };
        html! {
            @for key in fact_keys(&own.condition.condition) {
                @if let Some(said) = record.answer(&key) {
                    @let is_first = { let mut asked = self.asked.borrow_mut(); let is_first = !asked.contains(&key); asked.push(key.clone()); is_first };
                    @if is_first { (tell(&key, said)) }
                }
            }
        }
    }

    /// What the application itself asks.
    fn steps(&self, steps: &[PathStep]) -> Markup {
        let (frame, words) = (&self.visit.frame, self.visit.frame.words);
        let total: Usd = steps.iter().filter_map(|step| step.usd).sum();
        let unpriced = steps.iter().any(|step| step.usd.is_none());
        html! {
            @if !steps.is_empty() {
                h3 { (say!(words, "certifications-then")) }
                ol.then {
                    @for step in steps {
                        li {
                            span { (frame.english(&words::capital(&step.what))) }
                            @if let Some(usd) = step.usd { span.amount { (words.usd(usd)) } }
                        }
                    }
                }
                @if total > Usd::ZERO {
                    p.total {
                        @if unpriced { (say!(words, "certifications-total-known", usd = total)) }
                        @else { (say!(words, "certifications-total", usd = total)) }
                    }
                }
            }
        }
    }

    /// Fees and examination of the catalogue that are in force.
    fn costs(&self) -> Markup {
        let (frame, words, on) = (&self.visit.frame, self.visit.frame.words, self.visit.on());
        let fees: Vec<&Fee> = self.known.fees.iter().filter(|fee| fee.in_force_on(on)).collect();
        let exams: Vec<&Exam> = self.known.exams.iter().filter(|exam| exam.in_force_on(on)).collect();
        html! {
            @if !fees.is_empty() {
                section.card aria-labelledby="fees" {
                    h2 #fees { (say!(words, "certifications-fees")) }
                    ul.fee-list {
                        @for fee in fees {
                            li {
                                p { strong { (words.usd(fee.usd)) } " " (frame.english(&words::capital(&fee.what))) @if let Some(when) = &fee.when { " " span.quiet { "(" (frame.english(when)) ")" } } }
                                @if let Some(from) = fee.from { p.quiet { (say!(words, "certifications-since", day = from)) } }
                                @if let Some(note) = &fee.note { p.quiet { (frame.english(note)) } }
                                (frame.source(self.visit.catalog(), &fee.cite))
                            }
                        }
                    }
                }
            }
            @if !exams.is_empty() {
                section.card aria-labelledby="exam" {
                    h2 #exam { (say!(words, "certifications-exam")) }
                    @for exam in exams { (self.exam(exam)) }
                }
            }
        }
    }

    fn exam(&self, exam: &Exam) -> Markup {
        let (frame, words) = (&self.visit.frame, self.visit.frame.words);
        let number = |number: Option<u16>| number.map(|number| words.number(number.into()));
        let score = exam.passing_score.map(|score| match exam.scale {
            Some([low, high]) => {
                say!(words, "certifications-exam-score-of", score = score, low = low, high = high)
            }
            None => words.number(score.into()),
        });
        let facts = [
            (say!(words, "certifications-exam-questions"), number(exam.questions)),
            (say!(words, "certifications-exam-minutes"), number(exam.minutes)),
            (say!(words, "certifications-exam-score"), score),
        ];
        html! {
            h3 { (frame.english(&exam.title)) }
            dl.facts {
                @for (name, value) in facts { @if let Some(value) = value { div { dt { (name) } dd { (value) } } } }
                @if let Some(delivery) = &exam.delivery { div { dt { (say!(words, "certifications-exam-where")) } dd { (frame.english(delivery)) } } }
            }
            @if let Some(from) = exam.from { p.quiet { (say!(words, "certifications-since", day = from)) } }
            (frame.source(self.visit.catalog(), &exam.cite))
        }
    }
}

fn verdict(visit: &Visit, verdict: Verdict) -> Markup {
    components::chip(State::of(verdict), &verdict_word(visit, verdict))
}

fn verdict_word(visit: &Visit, verdict: Verdict) -> String {
    let words = visit.frame.words;
    match verdict {
        Verdict::Met => say!(words, "certifications-met"),
        Verdict::NotMet => say!(words, "certifications-not-met"),
        Verdict::Unknown => say!(words, "certifications-unknown"),
    }
}
