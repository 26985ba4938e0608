//! That nothing which the research named is missing.

use insta::assert_snapshot;
use rung_catalog::{Allowed, Catalog};
use rung_rules::run_scenarios;
use std::{collections::BTreeSet, sync::LazyLock};

static SHIPPED: LazyLock<Catalog> = LazyLock::new(Catalog::shipped);

/// The fifty states and the District of Columbia.
const JURISDICTIONS: &str = "
    ak al ar az ca co ct dc de fl ga hi ia id il in ks ky la ma md me mi mn mo ms mt nc nd ne nh nj nm
    nv ny oh ok or pa ri sc sd tn tx ut va vt wa wi wv wy
";

/// What boards give, by the ids that the research used.
const OF_STATES: &str = "
    ak-pharmacy-technician al-pharmacy-technician ar-pharmacy-technician az-pharmacy-technician
    az-pharmacy-technician-trainee ca-pharmacy-technician co-pharmacy-technician
    co-pharmacy-technician-provisional ct-pharmacy-technician ct-certified-pharmacy-technician
    ct-advanced-pharmacy-technician dc-pharmacy-technician dc-pharmacy-technician-trainee
    fl-registered-pharmacy-technician ga-registered-pharmacy-technician
    hi-registered-pharmacy-technician ia-certified-pharmacy-technician ia-pharmacy-technician-trainee
    id-pharmacy-technician il-registered-pharmacy-technician il-registered-certified-pharmacy-technician
    in-pharmacy-technician in-pharmacy-technician-in-training ks-pharmacy-technician
    ky-pharmacy-technician la-pharmacy-technician-candidate la-pharmacy-technician
    ma-pharmacy-technician ma-pharmacy-technician-trainee md-pharmacy-technician me-pharmacy-technician
    mi-pharmacy-technician mi-temporary-pharmacy-technician mi-limited-pharmacy-technician
    mn-pharmacy-technician mo-pharmacy-technician ms-pharmacy-technician mt-pharmacy-technician
    mt-pharmacy-technician-in-training nc-pharmacy-technician nc-certified-pharmacy-technician
    nd-pharmacy-technician nd-pharmacy-technician-in-training ne-pharmacy-technician
    nh-registered-pharmacy-technician nh-certified-pharmacy-technician
    nh-licensed-advanced-pharmacy-technician nj-pharmacy-technician nj-pharmacy-technician-applicant
    nm-certified-pharmacy-technician nm-noncertified-pharmacy-technician nv-pharmaceutical-technician
    nv-pharmaceutical-technician-in-training nv-dispensing-technician ny-registered-pharmacy-technician
    oh-pharmacy-technician-trainee oh-registered-pharmacy-technician oh-certified-pharmacy-technician
    ok-pharmacy-technician ok-pharmacy-technician-immunization-permit
    or-certified-oregon-pharmacy-technician or-pharmacy-technician pa-pharmacy-technician
    pa-pharmacy-technician-trainee ri-pharmacy-technician-1 ri-pharmacy-technician-2
    sc-registered-pharmacy-technician sc-state-certified-pharmacy-technician sd-pharmacy-technician
    sd-pharmacy-technician-in-training tn-pharmacy-technician tx-pharmacy-technician
    tx-pharmacy-technician-trainee ut-pharmacy-technician ut-pharmacy-technician-trainee
    va-pharmacy-technician va-pharmacy-technician-trainee vt-pharmacy-technician
    vt-pharmacy-technician-trainee wa-pharmacy-technician wi-pharmacy-technician wv-pharmacy-technician
    wv-pharmacy-technician-trainee wy-pharmacy-technician wy-pharmacy-technician-in-training
";

/// What certifying bodies and associations give.
const NATIONAL: &str = "
    aha-bls apexus-340b-ace ashp-acpe-advanced-level ashp-acpe-entry-level
    ashp-compounding-sterile-preparations ashp-diversion-microcredential nha-excpt
    npta-medication-history-essentials npta-sterile-products ptcb-billing-reimbursement
    ptcb-controlled-substances-diversion-prevention ptcb-cpht-adv ptcb-cpht ptcb-cpted ptcb-cspt
    ptcb-hazardous-drug-management ptcb-immunization-administration ptcb-medication-history
    ptcb-medication-therapy-management ptcb-nonsterile-compounding ptcb-point-of-care-testing
    ptcb-regulatory-compliance ptcb-supply-chain ptcb-tpv rxce-nonsterile-compounding
";

fn words(text: &str) -> BTreeSet<&str> {
    text.split_whitespace().collect()
}

#[test]
fn all_fifty_one_jurisdictions() {
    let known = SHIPPED.authorities.iter().filter(|authority| authority.is_jurisdiction);
    let known: BTreeSet<&str> = known.map(|authority| authority.id.as_str()).collect();
    assert_eq!(known, words(JURISDICTIONS));
    assert_eq!(known.len(), 51);
    assert_eq!(rung_atlas::tiles(&SHIPPED).len(), 51);
}

#[test]
fn every_credential_that_the_research_named() {
    let (of_states, national) = (words(OF_STATES), words(NATIONAL));
    assert_eq!((of_states.len(), national.len()), (85, 25));
    let missing: Vec<&&str> =
        of_states.union(&national).filter(|id| SHIPPED.credential(id).is_none()).collect();
    assert!(missing.is_empty(), "{missing:?}");
    for id in national {
        let credential = SHIPPED.credential(id).unwrap();
        assert!(!SHIPPED.authority_of(credential).is_jurisdiction, "{id}");
    }
    for id in of_states {
        assert_eq!(SHIPPED.authority_of(SHIPPED.credential(id).unwrap()).id, id[..2], "{id}");
    }
}

#[test]
fn every_jurisdiction_tells_of_vaccines_and_of_checking_products() {
    for authority in SHIPPED.authorities.iter().filter(|authority| authority.is_jurisdiction) {
        for kind in ["immunization", "product-verification"] {
            let told = authority.duties.iter().find(|duty| duty.kind == kind);
            let told = told.unwrap_or_else(|| panic!("{} says nothing of {kind}", authority.id));
            let asks = told.question.is_some();
            assert!(
                told.cite.is_some() || (told.allowed == Allowed::Unknown && asks),
                "{} {kind}",
                authority.id
            );
        }
    }
}

#[test]
fn at_least_three_scenarios_for_every_credential_that_asks_anything() {
    let report = run_scenarios(&SHIPPED);
    assert_eq!(report.too_few, [""; 0]);
    assert_eq!(report.per_credential.values().sum::<usize>(), report.run);
    let known = |id: &String| SHIPPED.credential(id).is_some();
    assert!(report.per_credential.keys().all(known));
}

#[test]
fn at_least_three_scenarios_for_every_jurisdiction_that_asks_anything() {
    let report = run_scenarios(&SHIPPED);
    let count = |authority: &rung_catalog::Authority| -> usize {
        let own = SHIPPED.credentials_of(authority);
        own.filter_map(|credential| report.per_credential.get(credential.id.as_str())).sum()
    };
    let jurisdictions = SHIPPED.authorities.iter().filter(|authority| authority.is_jurisdiction);
    let few = jurisdictions.filter(|authority| count(authority) < 3).map(|authority| authority.id.as_str());
    // Delaware gives technicians no credential and asks nothing of them.
    assert_snapshot!(few.collect::<Vec<_>>().join(" "), @"de");
}
