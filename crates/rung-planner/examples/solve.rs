//! Solves bare instances, has their certificates checked, and prints one line of JSON each. For comparisons with other
//! solvers (`benches/compare.sh`).

use std::time::Instant;

use rung_planner::bare;
use rung_planner::exact::Limits;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path)?;
        let start = Instant::now();
        let instance = bare::parse(text.as_bytes())?;
        let read = start.elapsed();
        let out_of_time = || start.elapsed().as_secs() >= 60;
        let solved = bare::solve(&instance, &Limits { nodes: usize::MAX, should_stop: &out_of_time })?;
        let solve = start.elapsed() - read;
        let certificate = serde_json::to_string(&solved.certificate)?;
        let start = Instant::now();
        let verdict = rung_certificate::check_ce(&text, &certificate);
        let check = start.elapsed();
        let values: Vec<i64> = solved.objectives.iter().map(|o| o.value).collect();
        let line = serde_json::json!({
            "file": path,
            "values": values,
            "feasible": solved.feasible,
            "proven": solved.proven,
            "certificate_holds": verdict.is_ok(),
            "read_seconds": read.as_secs_f64(),
            "solve_seconds": solve.as_secs_f64(),
            "check_seconds": check.as_secs_f64(),
            "nodes": solved.nodes,
            "certificate_bytes": certificate.len(),
        });
        println!("{line}");
    }
    Ok(())
}
