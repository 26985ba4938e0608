//! Todos as JSON. Fields are only ever added. Sentences in it are English.

use super::{Todo, words};
use rung_catalog::Catalog;
use rung_record::{Date, Record};
use rung_words::{Language, Words};
use serde_json::{Value, json};

/// A list of todos, in their order.
pub fn answer(todos: &[Todo<'_>], record: &Record, catalog: &Catalog, on: Date) -> Value {
    let english = Words::of(Language::English);
    let todo = |todo: &Todo<'_>| {
        json!({
            "kind": todo.kind.code(),
            "credential": todo.about.map(|about| &about.id),
            "duty": Some(todo.duty).filter(|duty| !duty.is_empty()),
            "urgency": todo.urgency,
            "bites": todo.bites,
            "title": words::title(english, todo, catalog),
            "why": words::why(english, todo, record, on),
            "what_to_do": words::what_to_do(english, todo, record, on),
            "source": todo.cite.map(|cite| rung_rules::words::cite(english, catalog, cite)),
        })
    };
    json!({"on": on, "todos": todos.iter().map(todo).collect::<Vec<_>>()})
}
