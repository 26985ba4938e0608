//! What a person reads of the values of this crate, in their language.

use crate::gap::{Because, Holding, Open};
use rung_catalog::{Catalog, CredentialKind};
use rung_record::Record;
use rung_rules::Worked;
use rung_words::{Words, say};

/// What would settle an unknown of a gap.
pub fn open(words: &Words, open: &Open<'_>, record: &Record, catalog: &Catalog) -> String {
    match open {
        Open::Rule(question) => rung_rules::words::question(question, record),
        Open::Meet(what) => say!(words, "practice-open-meet", what = what.as_ref()),
        Open::Applies(when) => say!(words, "practice-open-applies", when = *when),
        Open::WhichState => say!(words, "practice-open-state"),
        Open::WhichCredential(state) => {
            say!(words, "practice-open-credential", state = &state.name, body = &state.body)
        }
        Open::TraineeCredential(state) => {
            say!(words, "practice-open-trainee", state = &state.name, body = &state.body)
        }
        Open::MayTechnicians(state, duty) => {
            let duty = duty_name(catalog, duty);
            say!(words, "practice-open-duty", state = &state.name, duty = duty, body = &state.body)
        }
        Open::NothingKnown => say!(words, "practice-open-nothing-known"),
    }
}

/// The name of a duty that boards speak of; its id when the catalogue lacks it.
pub fn duty_name<'a>(catalog: &'a Catalog, duty: &'a str) -> &'a str {
    catalog.duty_kinds.iter().find(|kind| kind.id == duty).map_or(duty, |kind| &kind.name)
}
