use crate::{CATALOG, english, example, graph, seen};
use rung_way::{
    compare::compare_roles,
    places::{RoleView, SettingView},
    words,
};
use std::fmt::Write as _;

#[test]
fn two_roles_side_by_side() {
    let record = example("ohio-certified");
    let graph = graph();
    let roles = ["lead-technician", "pharmacy-buyer"].map(|id| graph.index(id).unwrap());
    let mut text = String::new();
    for row in compare_roles(&seen(&record), &graph, &roles, english()) {
        writeln!(
            text,
            "{}{}",
            words::aspect(english(), row.aspect),
            if row.differs() { "" } else { " (the same)" }
        )
        .unwrap();
        for cell in &row.cells {
            let items: Vec<String> = (cell.iter())
                .map(|item| {
                    format!(
                        "{}{}{}",
                        if item.is_shared { "= " } else { "" },
                        item.verdict.map(|own| format!("[{own}] ")).unwrap_or_default(),
                        item.says
                    )
                })
                .collect();
            writeln!(text, "  | {}", items.join(" / ")).unwrap();
        }
    }
    insta::assert_snapshot!(text, @"
    Rung and kind of work
      | lead; leading
      | specialist; buying and stock
    What one does
      | schedules with enough staff and skill on every shift / daily supervision of levels one to three / evaluating performance / helping with new projects / information inside the department and committees
      | daily wholesaler orders and specialty orders / shortages: watching, telling, replacing / barcodes in the formulary so that scanning works / par levels / supply chain security records / controlled substance orders / half-yearly inventory / 340B orders where they apply
    Required
      | [met] the licence, registration or certification that the state's board asks / [met] technician work, at least 5 years (a Tennessee hospital posting) / [unknown] technician work with state-approved certification, at least 4 years (the same posting)
      | [met] CPhT (PTCB) or CPhT (NHA)
    Described or welcome
      | [not met] CPhT (PTCB) / [unknown] whatever the licence needs
      | [not met] Supply Chain and Inventory Management Certificate (PTCB) / [not met] CPhT-Adv (PTCB) / [unknown] high school; college courses welcome / [met] technician work, at least 5 years (the ASHP sample description) / [unknown] purchasing, at least 2 years (the ASHP sample description)
    What one must be good at
      | written and spoken communication / sterile process skill / problem solving / quality improvement
      | contracts and budgets / forecasting / DSCSA and DEA records / working alone
    Pay (the same)
      | = No source tells what it pays.
      | = No source tells what it pays.
    Where it is found (the same)
      | = Hospital: inpatient
      | = Hospital: inpatient
    Hours (the same)
      | = Hospital: inpatient: round the clock; nights are normal
      | = Hospital: inpatient: round the clock; nights are normal
    Before it
      | = Pharmacy technician II / Pharmacy technician III or senior technician
      | = Pharmacy technician II / Inventory specialist technician
    After it
      | Pharmacy technician supervisor / Technician success and onboarding coordinator, or technician educator
      | 340B technician or specialist / Regulatory and compliance technician
    ");
}

#[test]
fn a_role_beside_itself_differs_in_nothing() {
    let record = example("ohio-certified");
    let graph = graph();
    for role in 0..graph.roles.len() {
        let rows = compare_roles(&seen(&record), &graph, &[role, role], english());
        assert!(!rows.is_empty() && rows.iter().all(|row| !row.differs()), "{}", graph.roles[role].id);
    }
}

#[test]
fn every_setting_has_roles_and_every_role_its_hours_where_they_are_told() {
    let field = CATALOG.field();
    for setting in &field.settings.settings {
        let view = SettingView::of(field, setting);
        assert!(!view.roles.is_empty(), "{}", setting.id);
        assert_eq!(view.everywhere.len(), 1);
    }
    let graph = graph();
    let view = RoleView::of(field, &graph, graph.index("inventory-technician").unwrap());
    let hours: Vec<String> =
        view.hours.iter().map(|(setting, says)| format!("{}: {says}", setting.title)).collect();
    insta::assert_snapshot!(hours.join("\n"), @"
    Community pharmacy: chain drug store: evenings, nights, weekends and holidays possible, most of all in 24-hour stores; many part-time posts; may be sent to other stores in the market
    Hospital: inpatient: round the clock; nights are normal
    ");
    assert_eq!((view.pay.is_none(), view.before.len(), view.after.len()), (true, 1, 1));
}
