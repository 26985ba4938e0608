//! Solves bare instances and prints one line each: file, objectives, seconds. For comparisons with other solvers.

use std::time::Instant;

use rung_planner::bare;
use rung_planner::exact::Limits;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in std::env::args().skip(1) {
        let text = std::fs::read(&path)?;
        let start = Instant::now();
        let instance = bare::parse(&text)?;
        let parsed = start.elapsed();
        let solved = bare::solve(&instance, &Limits::none())?;
        let taken = start.elapsed() - parsed;
        let certificate = serde_json::to_string(&solved.certificate)?;
        let start = Instant::now();
        let verdict = rung_certificate::check_ce(std::str::from_utf8(&text)?, &certificate);
        let checked = start.elapsed();
        let values: Vec<_> = solved.objectives.iter().map(|o| o.value).collect();
        println!(
            "{path} {values:?} proven {} read {:.1} ms solve {:.1} ms check {:.1} ms ({}) nodes {} certificate {} bytes",
            solved.proven,
            parsed.as_micros() as f32 / 1e3,
            taken.as_micros() as f32 / 1e3,
            checked.as_micros() as f32 / 1e3,
            if verdict.is_ok() { "holds".to_owned() } else { format!("{verdict:?}") },
            solved.nodes,
            certificate.len(),
        );
    }
    Ok(())
}
