//! Solves a career problem, lets a step slip by two weeks in several weeks, and solves it again within so many
//! milliseconds of the processor: prints what was proven by then, and how long it took. For `docs/benchmarks/career.md`.
//!
//! `resolve [--milliseconds N] FILE…`

mod shared;

use std::error::Error;
use std::time::{Duration, Instant};

use rung_career::{Answer, Change, Keep, Limits, Problem, Starts, parse, resolve, solve};
use rung_certificate::check_career;
use shared::{number, processor};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args: Vec<String> = std::env::args().skip(1).collect();
    let milliseconds = number(&mut args, "--milliseconds")?.unwrap_or(300);
    println!("| instance | week | keep | finish, moved, cost | proven | ms | contradictions | certificate |");
    println!("|---|---|---|---|---|---|---|---|");
    for path in args {
        let problem =
            parse(std::fs::read_to_string(&path)?.as_bytes()).map_err(|faults| faults[0].to_string())?;
        let Answer::Plan(plan) = solve(&problem, &Limits::conflicts(40_000)) else {
            return Err("no plan".into());
        };
        for week in [4, 8, 12, 16, 20] {
            for keep in [Keep::First, Keep::Objectives] {
                slip(&path, &problem, &plan.starts, week, keep, Duration::from_millis(milliseconds))?;
            }
        }
    }
    Ok(())
}

/// The first step that was to start after this week starts two weeks later.
fn slip(
    path: &str,
    problem: &Problem,
    agreed: &Starts,
    week: u32,
    keep: Keep,
    most: Duration,
) -> Result<(), Box<dyn Error>> {
    let later = (0..agreed.len()).filter(|&i| agreed[i] >= Some(week)).min_by_key(|&i| agreed[i]);
    let Some((step, start)) = later.and_then(|i| Some((i, agreed[i]?))) else { return Ok(()) };
    let change = [Change::Slipped { step, from: start + 2 }];
    let (begin, used) = (Instant::now(), processor());
    let elapsed = || match (processor(), used) {
        (Some(now), Some(then)) => now.saturating_sub(then),
        _ => begin.elapsed(),
    };
    let out_of_time = || elapsed() >= most;
    let limits = Limits { conflicts: u64::MAX, should_stop: &out_of_time };
    let (changed, answer) = resolve(problem, agreed, week, &change, keep, &limits, &mut |_| {})
        .map_err(|faults| faults[0].to_string())?;
    let took = elapsed();
    let name = path.rsplit('/').next().unwrap_or(path);
    let Answer::Plan(plan) = answer else {
        println!(
            "| {name} | {week} | {keep:?} | {} | | {} | |",
            if answer == Answer::Unknown { "–" } else { "no plan" },
            took.as_millis()
        );
        return Ok(());
    };
    let holds = check_career(&changed.statement(), &serde_json::to_string(&plan.certificate)?).is_ok();
    let standings: Vec<String> = plan
        .objectives
        .iter()
        .map(|o| {
            if o.proven {
                format!("{} {}", o.name, o.value)
            } else {
                format!("{} {}…{}", o.name, o.bound, o.value)
            }
        })
        .collect();
    println!(
        "| {name} | {week} | {keep:?} | {} | {} | {} | {} | {} |",
        standings.join(", "),
        if plan.is_proven() { "yes" } else { "no" },
        took.as_millis(),
        plan.conflicts,
        if holds { "holds" } else { "REFUSED" },
    );
    Ok(())
}
