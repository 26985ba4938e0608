use crate::{catalog, day, english, keeping, today};
use insta::assert_snapshot;
use rung_atlas::{Coming, changes_of, coming_changes, past_changes};
use rung_catalog::Catalog;

fn told(changes: &[Coming<'_>]) -> String {
    let line = |change: &Coming<'_>| {
        let cited = if change.cite.is_some() { "" } else { " (no source)" };
        format!("{} {}: {} → {}{cited}", change.date, change.authority.id, change.what, change.address)
    };
    changes.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A state whose hours rise in 2027, whose live hours a file tells of, whose fee ends, and that allowed a duty in 2025.
fn changing() -> String {
    let rules = "
        [[credential.renewal]]
        id = \"old\"
        until = 2026-12-31
        cite = \"rule\"
        [[credential.renewal.requirement]]
        id = \"total\"
        what = \"continuing education\"
        minimum = 10
        [[credential.renewal]]
        id = \"new\"
        from = 2027-01-01
        cite = \"rule\"
        [[credential.renewal.requirement]]
        id = \"total\"
        what = \"continuing education\"
        minimum = 20
        [[credential.fee]]
        what = \"application\"
        usd = 50
        until = 2027-03-31
        cite = \"rule\"
        [[duty]]
        id = \"immunization\"
        allowed = \"yes\"
        from = 2025-07-01
        cite = \"rule\"
        [[change]]
        date = \"2028\"
        what = \"technicians may check one another's work\"
        cite = \"rule\"
    ";
    keeping("aa", "Alpha", rules)
}

#[test]
fn what_files_tell_and_what_follows_from_the_dates_of_rules_fees_and_duties() {
    let text = changing();
    let catalog = catalog(&[("jurisdictions/aa.toml", &text)]);
    assert_snapshot!(told(&coming_changes(english(), &catalog, today())), @"
    2027-01-01 aa: Pharmacy Technician: new rules for keeping it: continuing education. → credentials/aa-technician/new/total
    2027-04-01 aa: Pharmacy Technician: no longer in force: fee: application. → credentials/aa-technician/fee/application
    2028 aa: Technicians may check one another's work. → jurisdictions/aa
    ");
    assert_snapshot!(told(&past_changes(english(), &catalog, today())), @"2025-07-01 aa: What technicians may do: immunization. → jurisdictions/aa/duties/immunization");
    assert_eq!(told(&coming_changes(english(), &catalog, day("2029-01-01"))), "");
}

#[test]
fn a_change_that_a_file_tells_is_not_told_again_by_the_dates_of_its_rules() {
    let text = changing() + "[[change]]\ndate = 2027-01-01\nwhat = \"ten hours more\"\ncite = \"rule\"\n";
    let catalog = catalog(&[("jurisdictions/aa.toml", &text)]);
    let all = told(&coming_changes(english(), &catalog, today()));
    assert_eq!(all.matches("2027-01-01").count(), 1, "{all}");
    assert!(all.contains("Ten hours more."), "{all}");
}

#[test]
fn every_change_is_past_or_to_come_and_has_a_place() {
    let catalog = Catalog::shipped();
    let all: usize =
        catalog.authorities.iter().map(|authority| changes_of(english(), &catalog, authority).len()).sum();
    assert_eq!(
        all,
        past_changes(english(), &catalog, today()).len() + coming_changes(english(), &catalog, today()).len()
    );
    for change in
        past_changes(english(), &catalog, today()).iter().chain(&coming_changes(english(), &catalog, today()))
    {
        assert!(
            rung_atlas::find(english(), &catalog, &change.address.to_string()).is_ok(),
            "{}",
            change.address
        );
        assert!(change.what.ends_with(['.', '?', '!']), "{}", change.what);
    }
}
