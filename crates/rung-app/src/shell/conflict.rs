//! Two tabs that change the same thing. The second is told, sees both, and chooses; nothing is overwritten unseen, and
//! nothing that was typed is lost.
//!
//! A form carries the version that its entry was read at ([`basis_field`]); who receives it reads that ([`basis_of`]) and
//! writes with [`super::Visit::change_unless_stale`]. When the entry is not as it was, the same form is shown again with
//! status 409: [`notice`] above it, what was typed in it, and the version of now, so that sending it again means it.

use super::{Fault, Frame, components};
use maud::{Markup, html};
use rung_store::{Basis, Version};
use rung_words::say;

/// A field as it was typed and as it is kept now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Differs {
    /// The field's label.
    pub field: String,
    /// In the form that was sent.
    pub typed: String,
    /// In what is kept.
    pub now: String,
}

/// What became of the entry since the form was opened.
#[derive(Clone, Copy, Debug)]
pub enum Meanwhile<'a> {
    /// It was changed: the fields that differ from what was typed.
    Changed(&'a [Differs]),
    /// It was removed.
    Removed,
}

/// The version that the entry was read at; none for one that is not there yet.
pub fn basis_field(version: Option<Version>) -> Markup {
    html! { input type="hidden" name="version" value=[version]; }
}

/// Reads what [`basis_field`] carried.
///
/// # Errors
/// It is no version.
pub fn basis_of(version: Option<&str>) -> Result<Basis, Fault> {
    match version.map(str::trim).filter(|text| !text.is_empty()) {
        None => Ok(Basis::New),
        Some(version) => Ok(Basis::At(version.parse()?)),
    }
}

/// Says what happened, shows both, and offers to leave it as it is now: `take` is the address of that. The form below
/// is the other choice.
pub fn notice(frame: &Frame, meanwhile: Meanwhile<'_>, take: &str) -> Markup {
    let words = frame.words;
    html! {
        section.card.conflict role="alert" aria-labelledby="conflict" {
            @match meanwhile {
                Meanwhile::Changed(differs) => {
                    h2 #conflict { (say!(words, "shell-conflict-changed")) }
                    p { (say!(words, "shell-conflict-changed-text")) }
                    @if differs.is_empty() {
                        p { (say!(words, "shell-conflict-same")) }
                    } @else {
                        (both(frame, differs))
                    }
                    p { a.button.quiet href=(take) { (say!(words, "shell-conflict-take")) } }
                }
                Meanwhile::Removed => {
                    h2 #conflict { (say!(words, "shell-conflict-removed")) }
                    p { (say!(words, "shell-conflict-removed-text")) }
                    p { a.button.quiet href=(take) { (say!(words, "shell-conflict-leave")) } }
                }
            }
        }
    }
}

/// Says that something was not done because the entry was changed in the meantime; the page below shows it as it is now.
pub fn look_again(frame: &Frame) -> Markup {
    html! {
        section.card.conflict role="alert" {
            h2 { (say!(frame.words, "shell-conflict-changed")) }
            p { (say!(frame.words, "shell-conflict-look-again")) }
        }
    }
}

/// What the form's button says while the notice stands above it.
pub fn save_mine(frame: &Frame) -> String {
    say!(frame.words, "shell-conflict-save-mine")
}

fn both(frame: &Frame, differs: &[Differs]) -> Markup {
    let words = frame.words;
    let shown = |text: &str| html! { @if text.is_empty() { span.quiet { "–" } } @else { (text) } };
    let rows: Vec<Vec<Markup>> = differs
        .iter()
        .map(|differs| vec![html! { (differs.field) }, shown(&differs.typed), shown(&differs.now)])
        .collect();
    let columns = [
        say!(words, "shell-conflict-field"),
        say!(words, "shell-conflict-typed"),
        say!(words, "shell-conflict-now"),
    ];
    let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
    components::table(&say!(words, "shell-conflict-both"), &columns, &rows)
}
