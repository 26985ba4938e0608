//! Every scenario of the shipped catalogue, and that every requirement has one that passes and one that fails.

use rung_catalog::Catalog;
use rung_rules::run_scenarios;

#[test]
fn every_scenario_comes_out_as_it_says() {
    let report = run_scenarios(&Catalog::shipped());
    assert!(report.run > 0);
    assert!(report.failures.is_empty(), "\n{}", report.failures.join("\n"));
}

#[test]
fn every_requirement_has_a_scenario_that_passes_and_one_that_fails() {
    let report = run_scenarios(&Catalog::shipped());
    assert!(report.uncovered.is_empty(), "\n{}", report.uncovered.join("\n"));
}
