//! A plan with a budget in cents and hours a week: what is impossible, why, and what it would take.
#![allow(clippy::unwrap_used, clippy::panic)]

use rung_certificate::{Verdict, check_model};
use rung_planner::bare;
use rung_planner::exact::{
    Answer, ColumnId, Give, Limits, Model, Relaxation, Sense, WayOut, cheapest_way_out, minimal_reasons,
    solve,
};

/// The 500 activities and 30 obligations, in cents, with a budget.
fn with_budget(cents: i64) -> Model<String> {
    let text = include_str!("../benches/instances/ceh_500_30_1.json");
    let instance = bare::parse(text.as_bytes()).unwrap();
    let bare = bare::model(&instance);
    let mut model: Model<String> = Model::new();
    let columns: Vec<ColumnId> =
        bare.columns().iter().map(|c| model.amount(c.name.clone(), c.lower, c.upper)).collect();
    for row in bare.rows() {
        let terms = row.terms.iter().map(|&(j, a)| (columns[j], a));
        model.row(row.label.as_ref().map(ToString::to_string), terms, row.sense, row.limit);
    }
    let price = |j: usize| instance.activities[j].cost * 100 - (j as i64 * 7) % 13;
    let cost: Vec<_> = (0..instance.activities.len()).map(|j| (columns[j], price(j))).collect();
    model.at_most("budget", cost.iter().copied(), cents);
    model.minimise("cents", cost);
    model
}

#[test]
fn a_budget_below_the_least_cost_is_explained() {
    let Answer::Solved(best) = solve(&with_budget(1_000_000), &Limits::none()).unwrap() else {
        panic!("no plan")
    };
    let least = best.objectives[0].value;
    assert!(best.is_proven());

    let model = with_budget(least - 1);
    let Answer::Infeasible(certificate) = solve(&model, &Limits::none()).unwrap() else { panic!("a plan") };
    let text = serde_json::to_string(&certificate).unwrap();
    assert_eq!(check_model(&model.statement().to_string(), &text), Ok(Verdict::Impossible));

    let reasons = minimal_reasons(&model, &certificate, &Limits::none()).unwrap();
    assert!(reasons.minimal);
    assert!(reasons.reasons.iter().any(|r| r.label == "budget"));

    let give = [Relaxation { label: "budget".to_owned(), give: Give::Units(100_000), price: 1 }];
    let WayOut::Found { gives, price, proven, .. } =
        cheapest_way_out(&model, &give, &Limits::none()).unwrap()
    else {
        panic!("no way out")
    };
    assert_eq!((gives, price, proven), (vec![("budget".to_owned(), 1)], 1, true));
}

#[test]
fn hours_a_week_are_rows_over_intervals() {
    // Four courses of three hours, all within two weeks at five hours a week: three courses fit, four do not.
    let mut model: Model = Model::new();
    let courses: Vec<ColumnId> = (0..4).map(|j| model.choice(format!("course {j}"))).collect();
    let hours = || courses.iter().map(|&c| (c, 3));
    model.at_least("twelve hours by the deadline", hours(), 12);
    model.row(Some("five hours a week"), hours(), Sense::AtMost, 10);
    model.minimise("cost", courses.iter().map(|&c| (c, 10)));
    let Answer::Infeasible(certificate) = solve(&model, &Limits::none()).unwrap() else { panic!("a plan") };
    let reasons = minimal_reasons(&model, &certificate, &Limits::none()).unwrap();
    let labels: Vec<_> = reasons.reasons.iter().map(|r| r.label).collect();
    assert_eq!(labels, ["twelve hours by the deadline", "five hours a week"]);

    let give = [
        Relaxation { label: "five hours a week", give: Give::Units(5), price: 2 },
        Relaxation { label: "twelve hours by the deadline", give: Give::Whole, price: 3 },
    ];
    let way = cheapest_way_out(&model, &give, &Limits::none()).unwrap();
    assert!(
        matches!(way, WayOut::Found { ref gives, price: 3, .. } if *gives == [("twelve hours by the deadline", 1)])
    );
}
