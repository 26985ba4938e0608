use crate::{catalog, english, keeping, today};
use insta::assert_snapshot;
use rung_atlas::{Row, compare_credentials, compare_jurisdictions};
use rung_catalog::Catalog;

fn told(rows: &[Row<'_>]) -> String {
    let line = |row: &Row<'_>| {
        let says = |side: &Option<rung_atlas::Fact<'_>>| {
            side.as_ref().map_or("(nothing)".to_owned(), |fact| fact.says.clone())
        };
        let sign = if row.differs() { "≠" } else { "=" };
        format!(
            "{sign} {} · {}: {} | {}",
            row.section.title(english()),
            row.name,
            says(&row.left),
            says(&row.right)
        )
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn hours(id: &str, name: &str, total: u32, more: &str) -> String {
    let rules = format!(
        "[[credential.renewal]]\nid = \"{id}-now\"\ncite = \"rule\"\n[[credential.renewal.requirement]]\nid = \"total\"\n\
         what = \"continuing education of {name}\"\nminimum = {total}\n{more}"
    );
    keeping(id, name, &rules)
}

#[test]
fn two_states_line_by_line() {
    let alpha =
        hours("aa", "Alpha", 20, "[[duty]]\nid = \"immunization\"\nallowed = \"yes\"\ncite = \"rule\"\n");
    let beta = hours(
        "bb",
        "Beta",
        10,
        "[[credential.renewal.requirement]]\nid = \"law\"\nwhat = \"law\"\nminimum = 1\ncounts = { topics = [\"law\"] }\n\
         [[duty]]\nid = \"immunization\"\nallowed = \"unknown\"\nquestion = \"May they? Ask the board.\"\n",
    );
    let catalog = catalog(&[("jurisdictions/aa.toml", &alpha), ("jurisdictions/bb.toml", &beta)]);
    let (alpha, beta) = (catalog.authority("aa").unwrap(), catalog.authority("bb").unwrap());
    assert_snapshot!(told(&compare_jurisdictions(english(), &catalog, alpha, beta, today())), @"
    = About it · Credential: Pharmacy Technician | Pharmacy Technician
    ≠ About it · Continuing education: 20 h in a period (10 h a year) | 10 h in a period (5 h a year)
    = About it · Live hours: None | None
    = About it · National certification to get it: Not required | Not required
    = About it · National certification to keep it: Not required | Not required
    = About it · Kind: License. | License.
    = About it · Term: 2 years, ends on the day printed on it. | 2 years, ends on the day printed on it.
    = About it · Lengths in months: A month from 31 January ends on the last day of February. That is Rung's reading; no text says it. | A month from 31 January ends on the last day of February. That is Rung's reading; no text says it.
    = To get it · Application: Nothing more is known of it. | Nothing more is known of it.
    ≠ To keep it · continuing education of Alpha: At least 20 h. | At least 10 h.
    ≠ To keep it · law: (nothing) | At least 1 h of credit about law.
    = After expiry · After expiry: No source tells what is open after it expires. | No source tells what is open after it expires.
    ≠ What technicians may do · immunization: Allowed. | Not known. May they? Ask the board.
    ");
}

#[test]
fn nothing_differs_from_itself_and_no_fact_is_lost_but_notes() {
    let catalog = Catalog::shipped();
    for credential in &catalog.credentials {
        let rows = compare_credentials(english(), &catalog, credential, credential, today());
        assert!(rows.iter().all(|row| !row.differs()), "{}", credential.id);
    }
    let (left, right) = (catalog.credential("ptcb-cpht").unwrap(), catalog.credential("nha-excpt").unwrap());
    let rows = compare_credentials(english(), &catalog, left, right, today());
    let in_force = |credential| {
        let facts = rung_atlas::facts_of_credential(english(), &catalog, credential);
        facts.iter().filter(|fact| fact.in_force_on(today()) && fact.name != "Note").count()
    };
    assert_eq!(rows.iter().filter(|row| row.left.is_some()).count(), in_force(left));
    assert_eq!(rows.iter().filter(|row| row.right.is_some()).count(), in_force(right));
}
