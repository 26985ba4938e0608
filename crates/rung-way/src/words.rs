//! What a person reads of the values of this crate.

use rung_catalog::{Authority, Catalog};

/// Whether the technician meets what only words ask.
pub fn do_you_meet(what: &str) -> String {
    format!("Do you meet this: {what}? Only you can tell.")
}

/// Whether what is asked in some case is asked of this technician.
pub fn does_it_apply(when: &str) -> String {
    format!("It is asked only in this case: {when}. Ask the employer whether that is yours.")
}

/// In which state the technician works.
pub fn which_state() -> String {
    "Tell us the state in which you work, or would work.".to_owned()
}

/// Which credential a state asks.
pub fn which_credential(state: &Authority) -> String {
    format!("The catalogue does not say which credential {} asks. Ask the {}.", state.name, state.body)
}

/// Whether a trainee needs a credential in a state.
pub fn does_a_trainee_need_one(state: &Authority) -> String {
    format!("The catalogue has no trainee credential of {}. Ask the {} whether you need one.", state.name, state.body)
}

/// Whether a state lets technicians do something.
pub fn may_technicians(catalog: &Catalog, state: &Authority, duty: &str) -> String {
    let name = catalog.duty_kinds.iter().find(|kind| kind.id == duty).map_or(duty, |kind| &kind.name);
    format!("No source says whether {} lets technicians do this: {name}. Ask the {}.", state.name, state.body)
}
