#![allow(warnings, clippy::all)]
use rung_certificate::{Verdict, check_model};
use rung_planner::bare;
use rung_planner::exact::{
    Answer, ColumnId, Give, Limits, Model, Relaxation, Sense, WayOut, cheapest_way_out, minimal_reasons,
    solve,
};

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
    let price = |j: usize| instance.activities[j].cost * 100 - (j as i64 * 7) % 3 * 50;
    let cost: Vec<_> = (0..instance.activities.len()).map(|j| (columns[j], price(j))).collect();
    model.at_most("budget", cost.iter().copied(), cents);
    model.minimise("cents", cost);
    model
}


fn main(){
 let t=std::time::Instant::now();
 let Answer::Solved(best) = solve(&with_budget(1_000_000), &Limits::nodes(60000)).unwrap() else { panic!() };
 println!("{:?} {:?} nodes {}",best.objectives,t.elapsed(),best.nodes);
 let least=127000.min(best.objectives[0].value);
 for d in [50,1] {
 let t=std::time::Instant::now();
 let a = solve(&with_budget(least-d), &Limits::nodes(3000)).unwrap();
 println!("{d} {:?} {}", t.elapsed(), match a {Answer::Infeasible(c)=>format!("inf {}", serde_json::to_string(&c).unwrap().len()), Answer::Solved(s)=>format!("solved {:?}",s.objectives), Answer::Unknown{nodes}=>format!("unknown {nodes}")});
 }
}
