use crate::*;
use rung_way::*;
#[test]
fn tmp() {
    for name in ["ohio-certified", "three-states", "michigan-first-cycle"] {
        let record = example(name);
        let seen = Viewpoint::new(&record, &CATALOG, ON);
        let own = Default::default();
        let t = std::time::Instant::now();
        let prospects = prospects(&seen, &own);
        println!("== {name} {:?} nodes {}", t.elapsed(), prospects.nodes.len());
        let graph = CareerGraph::of(&CATALOG);
        let place = graph.place(&seen);
        let ranks = Ranks::new(&prospects, &graph, &place, rung_way::pay::BasePay::of(&seen));
        let r = ranks.by_closeness();
        for n in &r.order {
            println!("{} {:?} {:?}", graph.roles[*n].id, ranks.closeness[*n], prospects.all[*n].gap.verdict);
        }
        println!("here {:?} behind {:?}", r.here, r.behind);
        let r = ranks.by_pay();
        for n in &r.order {
            println!("pay {} {:?}", graph.roles[*n].id, ranks.gains[*n]);
        }
    }
}
