//! `rung plan solve`: a bare problem of numbers: activities and obligations, or the steps of a career.

use crate::{
    failure::{End, Failure, shown},
    input::{JsonArg, read_limited},
    output::{self, Page},
    term::{Style, Terminal, Text, wrap},
};
use clap::Args;
use rung_planner::{bare, exact::Limits};
use rung_rules::Verdict;
use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

/// Arguments of `rung plan solve`.
#[derive(Args, Debug)]
#[command(after_help = "The end is 0 for a proven plan, 4 when none exists or nothing is proven in time.")]
pub struct SolveArgs {
    /// The problem; `-` reads standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Stop after so many seconds with the best plan found and how good a better one could be
    #[arg(long, value_name = "SECONDS", default_value_t = 60)]
    seconds: u64,
    #[command(flatten)]
    json: JsonArg,
}

/// A bare problem may list millions of numbers.
const MAX_PROBLEM_BYTES: usize = 256 * 1024 * 1024;

/// Solves it.
///
/// # Errors
/// The file cannot be read, or is no such problem.
pub fn run(args: &SolveArgs, terminal: Terminal) -> Result<End, Failure> {
    let bytes = read_limited(&args.file, MAX_PROBLEM_BYTES)?;
    let unusable = |what: String| {
        Failure::input(format!("{} cannot be used as a problem", shown(&args.file))).with_details([what])
    };
    if super::career::is_one(&bytes) {
        return super::career::run(
            &args.file,
            &bytes,
            Duration::from_secs(args.seconds),
            args.json.json,
            terminal,
        );
    }
    let instance = bare::parse(&bytes).map_err(|fault| unusable(fault.to_string()))?;
    let (start, most) = (Instant::now(), Duration::from_secs(args.seconds));
    let out_of_time = || start.elapsed() >= most;
    let limits = Limits { nodes: usize::MAX, should_stop: &out_of_time };
    let mut solved = bare::solve(&instance, &limits).map_err(|fault| unusable(fault.to_string()))?;
    // Nothing is called proven that the checker, which builds the problem from the file by itself, refuses.
    solved.proven = solved.proven && is_accepted(&bytes, &solved);
    if args.json.json {
        output::print_json(&serde_json::to_value(&solved).unwrap_or_default())?;
    } else {
        let mut page = Page::new(terminal);
        show(&mut page, &solved);
        page.print()?;
    }
    Ok(if solved.feasible == Some(true) && solved.proven { End::Done } else { End::Open })
}

fn is_accepted(file: &[u8], solved: &bare::Solved) -> bool {
    let certificate = solved.certificate.as_ref().and_then(|own| serde_json::to_string(own).ok());
    match (std::str::from_utf8(file), certificate) {
        (Ok(instance), Some(certificate)) => rung_certificate::check_ce(instance, &certificate).is_ok(),
        _ => false,
    }
}

fn show(page: &mut Page, solved: &bare::Solved) {
    let (verdict, says) = match (solved.feasible, solved.proven) {
        (Some(true), true) => (Verdict::Met, "The best plan, proven."),
        (Some(true), false) => (Verdict::Unknown, "A plan; whether a better one exists is not proven."),
        (Some(false), _) => (Verdict::NotMet, "There is no plan."),
        (None, _) => (Verdict::Unknown, "Nothing was found in time."),
    };
    page.line(
        &Text::new()
            .with(Style::Is(verdict), page.terminal.sign(verdict))
            .with(Style::Bold, &format!(" {says}")),
    );
    for objective in &solved.objectives {
        let bound = match objective.bound {
            _ if objective.proven => "proven least".to_owned(),
            Some(bound) => format!("none has less than {bound}"),
            None => "not proven".to_owned(),
        };
        let name = objective.name.replace('_', "-");
        page.line(&Text::plain(&format!("  {name:<12} {:>8}  ", objective.value)).with(Style::Dim, &bound));
    }
    if !solved.chosen.is_empty() {
        let chosen: Vec<String> = solved.chosen.iter().map(ToString::to_string).collect();
        for (n, line) in wrap(&chosen.join(" "), page.terminal.width - 15).iter().enumerate() {
            let mut row = Text::plain("  ").with(Style::Dim, if n == 0 { "activities" } else { "" });
            row.pad_to(15);
            row.push(Style::Plain, line);
            page.line(&row);
        }
    }
    if !solved.because.is_empty() {
        page.line(&Text::plain("  These cannot all be met together:"));
        for reason in &solved.because {
            page.line(&Text::plain(&format!("  - {reason}")));
        }
    }
}
