use crate::english;
use proptest::prelude::*;
use rung_atlas::{Address, Place, facts_of_authority, facts_of_credential, find};
use rung_catalog::Catalog;
use std::sync::LazyLock;

static SHIPPED: LazyLock<Catalog> = LazyLock::new(Catalog::shipped);

/// What is found, in short.
fn found(text: &str) -> String {
    match find(english(), &SHIPPED, text) {
        Ok(Place::Authority(authority)) => format!("authority {}", authority.id),
        Ok(Place::Credential(credential)) => format!("credential {}", credential.id),
        Ok(Place::Field(page)) => format!("page {}", page.address),
        Ok(Place::Facts { whose, facts }) => format!("{} of {whose}", facts[0].address.anchor()),
        Err(not_found) => {
            let near: Vec<String> = not_found.near.iter().map(ToString::to_string).collect();
            format!("nothing; near {}", near.join(", "))
        }
    }
}

#[test]
fn a_state_by_code_name_board_and_address() {
    for text in [
        "tx",
        "TX",
        "Texas",
        "texas",
        "jurisdictions/tx",
        "/jurisdictions/tx",
        "Texas State Board of Pharmacy",
    ] {
        assert_eq!(found(text), "authority tx", "{text}");
    }
    assert_eq!(found("ptcb"), "authority ptcb");
    assert_eq!(found("bodies/ptcb"), "authority ptcb");
    assert!(found("jurisdictions/ptcb").starts_with("nothing; near bodies/ptcb"));
}

#[test]
fn a_credential_and_a_fact_with_its_shelf_or_without() {
    for text in ["tx-pharmacy-technician", "credentials/tx-pharmacy-technician", "TX-Pharmacy-Technician/"] {
        assert_eq!(found(text), "credential tx-pharmacy-technician", "{text}");
    }
    for text in [
        "credentials/tx-pharmacy-technician/current/law",
        "tx-pharmacy-technician/current/law",
        "/credentials/tx-pharmacy-technician#current.law",
    ] {
        assert_eq!(found(text), "current.law of Texas · Registered Pharmacy Technician", "{text}");
    }
    assert_eq!(found("tx/duties/immunization"), "duties.immunization of Texas");
    // A place stands for everything below it.
    assert!(
        matches!(find(english(), &SHIPPED, "tx/duties"), Ok(Place::Facts { facts, .. }) if facts.len() > 1)
    );
}

#[test]
fn a_role_by_its_address_its_id_and_its_title() {
    for text in ["roles/lead-technician", "lead-technician", "Lead pharmacy technician"] {
        assert_eq!(found(text), "page roles/lead-technician", "{text}");
    }
    assert!(found("settings/lead-technician").starts_with("nothing"));
    assert_eq!(found("roles/lead-technician/pay"), "nothing; near roles/lead-technician");
}

#[test]
fn what_is_not_there_suggests_what_resembles_it() {
    assert_eq!(
        found("tx-pharmacy-technicain"),
        "nothing; near credentials/tx-pharmacy-technician, credentials/tn-pharmacy-technician, credentials/ak-pharmacy-technician"
    );
    assert_eq!(
        found("tx-pharmacy-technician/old/law"),
        "nothing; near credentials/tx-pharmacy-technician/current/law"
    );
    assert!(found("Tex").starts_with("nothing; near jurisdictions/tx"));
    assert_eq!(found(""), "nothing; near ");
}

#[test]
fn every_page_and_every_fact_is_found_by_its_address() {
    for authority in &SHIPPED.authorities {
        assert_eq!(found(&Address::authority(authority).to_string()), format!("authority {}", authority.id));
        for fact in facts_of_authority(english(), &SHIPPED, authority) {
            assert!(found(&fact.address.to_string()).starts_with(&fact.address.anchor()), "{}", fact.address);
        }
    }
    for credential in &SHIPPED.credentials {
        for fact in facts_of_credential(english(), &SHIPPED, credential) {
            assert!(found(&fact.address.to_string()).starts_with(&fact.address.anchor()), "{}", fact.address);
        }
    }
}

proptest! {
    #[test]
    fn nothing_that_is_typed_panics(text in "\\PC{0,40}") {
        let _ = find(english(), &SHIPPED, &text);
    }
}
