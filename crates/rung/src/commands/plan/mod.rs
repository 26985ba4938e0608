//! `rung plan`: the best way to meet what is owed, with proof.

mod career;
pub mod ce;
pub mod solve;
pub mod way;

use crate::{
    failure::{End, Failure},
    term::Terminal,
};
use clap::{Args, Subcommand};

/// Arguments of `rung plan`.
#[derive(Args, Debug)]
pub struct PlanArgs {
    #[command(subcommand)]
    command: PlanCommand,
}

#[derive(Subcommand, Debug)]
enum PlanCommand {
    /// Choose continuing education that meets every obligation at least cost
    Ce(ce::CeArgs),
    /// Find the best way to a role, a credential, a setting: dated, costed, proven
    Way(Box<way::WayArgs>),
    /// Solve a bare problem of numbers: continuing education, or a career
    Solve(solve::SolveArgs),
}

/// Plans.
///
/// # Errors
/// A file cannot be read.
pub fn run(args: &PlanArgs, terminal: Terminal) -> Result<End, Failure> {
    match &args.command {
        PlanCommand::Ce(args) => ce::run(args, terminal),
        PlanCommand::Way(args) => way::run(args, terminal),
        PlanCommand::Solve(args) => solve::run(args, terminal),
    }
}
