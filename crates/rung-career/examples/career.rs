//! Solves career problems, has their certificates checked, and prints one line of JSON each; with `--progress` also every
//! better plan and bound. For comparisons with other solvers (`benches/compare.sh`).
//!
//! `career [--progress] [--seconds N] FILE…`

use std::error::Error;
use std::time::{Duration, Instant};

use rung_career::{Answer, Limits, parse, solve_from};
use rung_certificate::check_career;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let progress = args.iter().position(|arg| arg == "--progress").map(|at| args.remove(at)).is_some();
    let mut seconds = 60;
    if let Some(at) = args.iter().position(|arg| arg == "--seconds") {
        args.remove(at);
        seconds = args.remove(at).parse()?;
    }
    for path in args {
        solve_one(&path, Duration::from_secs(seconds), progress)?;
    }
    Ok(())
}

fn solve_one(path: &str, most: Duration, progress: bool) -> Result<(), Box<dyn Error>> {
    let text = std::fs::read_to_string(path)?;
    let start = Instant::now();
    let problem = parse(text.as_bytes()).map_err(|faults| faults[0].to_string())?;
    let out_of_time = || start.elapsed() >= most;
    let limits = Limits { conflicts: u64::MAX, should_stop: &out_of_time };
    let answer = solve_from(&problem, None, &limits, &mut |now| {
        if progress {
            eprintln!(
                "{:9.3} s {} {:?} ≥ {}",
                start.elapsed().as_secs_f64(),
                now.objective.name(),
                now.value,
                now.bound
            );
        }
    });
    let solve = start.elapsed();
    let (values, bounds, conflicts, certificate) = match &answer {
        Answer::Plan(plan) => (
            plan.objectives.iter().map(|o| o.value).collect(),
            plan.objectives.iter().map(|o| o.bound).collect(),
            plan.conflicts,
            serde_json::to_string(&plan.certificate)?,
        ),
        Answer::Impossible(certificate) => (vec![], vec![], 0, serde_json::to_string(certificate)?),
        Answer::Unknown => (vec![], vec![], 0, String::new()),
    };
    let start = Instant::now();
    let verdict = check_career(&text, &certificate);
    let line = serde_json::json!({
        "file": path,
        "starts": if let Answer::Plan(plan) = &answer { Some(&plan.starts) } else { None },
        "values": values,
        "bounds": bounds,
        "proven": matches!(&answer, Answer::Plan(plan) if plan.is_proven()) || matches!(answer, Answer::Impossible(_)),
        "certificate_holds": verdict.is_ok(),
        "solve_seconds": solve.as_secs_f64(),
        "check_seconds": start.elapsed().as_secs_f64(),
        "conflicts": conflicts,
        "certificate_bytes": certificate.len(),
    });
    println!("{line}");
    Ok(())
}
