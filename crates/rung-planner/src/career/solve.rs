//! solve (draft)
use super::engine::{Engine, Found};
use super::model;
use super::problem::*;

/// draft
pub fn draft(problem: &Problem) {
    let (mut m, lits) = model::build(problem);
    model::add_hold_offs(problem, &mut m, &lits);
    let mut e = Engine::new(&m, &lits);
    e.begin(&[]);
    let finish = m.finish.unwrap();
    let start = std::time::Instant::now();
    if !e.propagate() { println!("root infeasible"); return; }
    loop {
        let lb = e.lo[finish];
        let t = start.elapsed();
        let c0 = e.conflicts;
        let found = e.search(&[lits.le(finish, lb)], u64::MAX, &|| start.elapsed().as_secs() > 60);
        println!("finish <= {lb}: {found:?} conflicts {} in {:?} lemmas {}", e.conflicts - c0, start.elapsed() - t, e.log.len());
        match found {
            Found::Plan => break,
            Found::Stopped => return,
            Found::Nothing => {}
        }
    }
    let starts: Vec<_> = m.tasks.iter().map(|t| e.lo[t.var]).collect();
    println!("{starts:?}");
    let cost: u32 = (0..starts.len()).filter(|&i| e.is_taken(i)).map(|i| problem.steps[i].cost).sum();
    println!("cost {cost}");
    // cost
    let v = e.lo[finish];
    let mut e2 = Engine::new(&m, &lits);
    e2.begin(&[lits.le(finish, v), lits.ge(finish, v)]);
    let total = 0;
    let kept: Vec<(Vec<super::literal::Lit>, u32)> = e.lemmas().map(|(c, id)| (c.to_vec(), id)).collect();
    println!("kept {}", kept.len());
    for (c, id) in kept { e2.add_clause(c, super::proof::Hint::Lemma(id), 3); }
    let mut best = i64::from(cost);
    let cs: Vec<i32> = e.lo.clone();
    e2.target = Some(cs);
    let start = std::time::Instant::now();
    loop {
        e2.limits[total] = best - 1;
        e2.back_to(0);
        e2.enqueue_totals();
        let c0 = e2.conflicts;
        let t = start.elapsed();
        let found = e2.search(&[], u64::MAX, &|| start.elapsed().as_secs() > 60);
        println!("cost <= {}: {found:?} conflicts {} in {:?}", best - 1, e2.conflicts - c0, start.elapsed() - t);
        match found {
            Found::Plan => {
                best = (0..m.tasks.len()).filter(|&i| e2.is_taken(i)).map(|i| i64::from(problem.steps[i].cost)).sum();
                e2.target = Some(e2.lo.clone());
            }
            _ => break,
        }
    }
    println!("cost {best} total {:?}", start.elapsed());
}
