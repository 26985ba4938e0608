//! draft
use rung_planner::career::{self, Answer};
use rung_planner::exact::Limits;
fn main() {
    for path in std::env::args().skip(1) {
        let text = std::fs::read(&path).unwrap();
        let p = career::parse(&text).unwrap();
        let start = std::time::Instant::now();
        let stop = || start.elapsed().as_secs() >= 60;
        let answer =
            career::solve_from(&p, None, &Limits { nodes: usize::MAX, should_stop: &stop }, &mut |_| {});
        let took = start.elapsed();
        match answer {
            Answer::Plan(plan) => {
                let cert = serde_json::to_string(&plan.certificate).unwrap();
                println!(
                    "{path} {:?} conflicts {} {took:?} proof {} bytes lemmas {}",
                    plan.objectives,
                    plan.conflicts,
                    cert.len(),
                    plan.certificate.objectives.iter().map(|o| o.lemmas.len()).sum::<usize>()
                );
                let start = std::time::Instant::now();
                let verdict = rung_certificate::check_career(std::str::from_utf8(&text).unwrap(), &cert);
                println!("  check {:?} {:?}", start.elapsed(), verdict.map(|v| match v { rung_certificate::CareerVerdict::Plan { objectives, .. } => format!("{objectives:?}"), v => format!("{v:?}") }));
            }
            Answer::Impossible(_) => println!("{path} impossible {took:?}"),
            Answer::Unknown => println!("{path} unknown {took:?}"),
        }
    }
}
