//! The questionnaire on interests and values: open, local, and taken back with one click.

use super::{
    rooms::{self, Here},
    told,
};
use crate::shell::{Fault, Page, Posted, Room, Visit, components};
use axum::response::Response;
use maud::{Markup, html};
use rung_catalog::field::{InterestQuestion, QuestionKind};
use rung_store::Change;
use rung_way::interests::{Answers, Liking};
use rung_words::{Words, say};
use std::collections::HashMap;

const ADDRESS: &str = "/explore/interests";

/// `GET /explore/interests`
pub async fn page(visit: Visit) -> Result<Response, Fault> {
    visit.answer(|visit| Ok(show(visit))).await
}

/// `POST /explore/interests`: every question that is answered by its id; `clear` takes all answers back.
pub async fn keep(visit: Visit, Posted(fields): Posted<HashMap<String, String>>) -> Result<Response, Fault> {
    let words = visit.frame.words;
    let mut answers = Answers::default();
    for question in &visit.catalog().field().questionnaire.questions {
        let points = fields.get(question.id.as_str()).and_then(|text| text.parse().ok());
        if let Some(liking) = points.and_then(Liking::new).filter(|_| !fields.contains_key("clear")) {
            answers.0.insert(question.id.to_string(), liking);
        }
    }
    let title = if answers.0.is_empty() {
        say!(words, "practice-interests-cleared")
    } else {
        say!(words, "practice-interests-kept", count = answers.0.len())
    };
    let value = serde_json::to_value(&answers).map_err(|_| Fault::broken())?;
    let is_empty = answers.0.is_empty();
    let done = visit.change(title, Change::default().put_setting(told::INTERESTS, value)).await?;
    Ok(visit.done(done.version, if is_empty { ADDRESS } else { "/explore?by=interest" }))
}

fn show(visit: &Visit) -> Page {
    let (frame, words) = (&visit.frame, visit.frame.words);
    let questionnaire = &visit.catalog().field().questionnaire;
    let answers = told::answers(visit);
    let title = say!(words, "practice-interests-title");
    let of =
        |kind: QuestionKind| questionnaire.questions.iter().filter(move |question| question.kind == kind);
    let parts = [
        (QuestionKind::Interest, say!(words, "practice-would-you-like")),
        (QuestionKind::Value, say!(words, "practice-does-it-matter")),
    ];
    let body = html! {
        (rooms::headline(frame, &title, &say!(words, "practice-interests-lead"), Here::Interests))
        p.quiet { (questionnaire.about.of(frame.language.code())) }
        (frame.form(ADDRESS, html! {
            @for (kind, lead) in parts {
                section.card.questions {
                    h2 { (lead) }
                    @for question in of(kind) { (asked(words, question, answers.to(&question.id))) }
                }
            }
            div.actions {
                button.button type="submit" { (say!(words, "practice-interests-keep")) }
                @if !answers.0.is_empty() { button.button.quiet name="clear" value="yes" { (say!(words, "practice-interests-clear")) } }
            }
        }))
        section.card {
            h2 { (say!(words, "practice-sources")) }
            ul.plain { @for source in &questionnaire.sources { li lang=[frame.lang_of_english()] { (components::link_out(source.url.as_deref(), &source.title)) } } }
        }
    };
    Page::new(title, body).within(Room::Explore)
}

fn asked(words: &Words, question: &InterestQuestion, answer: Option<Liking>) -> Markup {
    html! {
        fieldset.question {
            legend { (question.ask.of(words.language().code())) }
            div.scale {
                @for liking in Liking::ALL {
                    label { input type="radio" name=(question.id) value=(liking.points()) checked[answer == Some(liking)]; span { (liking_word(words, liking)) } }
                }
                label { input type="radio" name=(question.id) value="" checked[answer.is_none()]; span { (say!(words, "practice-liking-open")) } }
            }
        }
    }
}

fn liking_word(words: &Words, liking: Liking) -> String {
    match liking.points() {
        2 => say!(words, "practice-liking-2"),
        1 => say!(words, "practice-liking-1"),
        -1 => say!(words, "practice-liking-minus-1"),
        -2 => say!(words, "practice-liking-minus-2"),
        _ => say!(words, "practice-liking-0"),
    }
}
