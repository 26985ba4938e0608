#![allow(clippy::all, missing_docs)]
use rung_planner::exact::*;
fn main() {
    for f in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&f).unwrap();
        let mut model: Model<String> = Model::new();
        let mut cols = vec![];
        let mut o = [vec![], vec![]];
        let t = std::time::Instant::now();
        for l in text.lines() {
            let p: Vec<&str> = l.split(' ').collect();
            if p[0] == "v" {
                let c = model.amount(p[6], p[1].parse().unwrap(), p[2].parse().unwrap());
                cols.push(c);
                o[0].push((c, p[4].parse::<i64>().unwrap()));
                o[1].push((c, p[5].parse::<i64>().unwrap()));
            } else {
                let terms: Vec<_> = p[4..].iter().filter(|x| !x.is_empty()).map(|x| { let (a, b) = x.split_once(':').unwrap(); (cols[a.parse::<usize>().unwrap()], b.parse::<i64>().unwrap()) }).collect();
                if p[1] == "-inf" { model.at_most("r", terms, p[2].parse().unwrap()) } else { model.at_least("r", terms, p[1].parse().unwrap()) }
            }
        }
        let [a, b] = o;
        model.minimise("cost", a);
        model.minimise("hours", b);
        println!("{f} parse {:?}", t.elapsed());
        let t = std::time::Instant::now();
        match solve(&model, &Limits::nodes(100000)).unwrap() {
            Answer::Solved(s) => println!("{:?} nodes {} {:?} tree {:?}", s.objectives.iter().map(|o| (o.value, o.bound, o.proven)).collect::<Vec<_>>(), s.nodes, t.elapsed(), s.certificate.objectives.iter().map(|o| (o.tree.nodes.len(), o.tree.proofs.len())).collect::<Vec<_>>()),
            x => println!("{:?} {:?}", matches!(x, Answer::Infeasible(_)), t.elapsed()),
        }
    }
}
