//! `rung explore`: roles in an order, side by side, and on the way; the questionnaire; a move.

mod interests;
mod moves;
mod ranking;
mod roles;

use super::gap::SeenArg;
use crate::{
    failure::{End, Failure},
    input::JsonArg,
    term::Terminal,
};
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Arguments of `rung explore`.
#[derive(Args, Debug)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "Examples:\n  rung explore --by pay\n  rung explore --setting hospital-inpatient\n  rung explore --compare lead-technician pharmacy-buyer\n  rung explore --path pharmacy-technician technician-manager\n  rung explore interests\n  rung explore move Ohio"
)]
pub struct ExploreArgs {
    #[command(subcommand)]
    command: Option<ExploreCommand>,
    #[command(flatten)]
    roles: RolesArgs,
}

#[derive(Subcommand, Debug)]
enum ExploreCommand {
    /// Answer a short questionnaire on what you like and what matters to you
    Interests(interests::InterestsArgs),
    /// Tell what a move to another state changes
    Move(moves::MoveArgs),
}

/// Which roles, and how.
#[derive(Args, Debug)]
struct RolesArgs {
    /// The order of the roles: closeness, pay for the effort, or interest
    #[arg(long, value_name = "ORDER", value_enum, default_value = "closeness")]
    by: By,
    /// Only roles that are found in this practice setting
    #[arg(long, value_name = "SETTING")]
    setting: Option<String>,
    /// Lay two or three roles side by side
    #[arg(long, value_name = "ROLE", num_args = 2..=3, conflicts_with_all = ["path", "setting", "graph"])]
    compare: Vec<String>,
    /// Find the ways from one role to another
    #[arg(long, value_names = ["FROM", "TO"], num_args = 2, conflicts_with_all = ["setting", "graph"])]
    path: Vec<String>,
    /// Print the career graph: what comes before what, and by whose word
    #[arg(long)]
    graph: bool,
    #[command(flatten)]
    answers: AnswersArg,
    #[command(flatten)]
    from: SeenArg,
    #[command(flatten)]
    json: JsonArg,
}

/// An order of roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum By {
    /// The closest first
    Closeness,
    /// The most pay for the effort first
    Pay,
    /// What agrees most with your answers first
    Interest,
}

/// Where the answers to the questionnaire are.
#[derive(Args, Clone, Debug)]
struct AnswersArg {
    /// Your answers in a file of yours, as JSON; the kept ones when left out
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
}

/// Shows.
///
/// # Errors
/// The record or the catalogue cannot be read, or has nothing that is called so.
pub fn run(args: &ExploreArgs, terminal: Terminal) -> Result<End, Failure> {
    match &args.command {
        Some(ExploreCommand::Interests(args)) => interests::run(args, terminal),
        Some(ExploreCommand::Move(args)) => moves::run(args, terminal),
        None if !args.roles.compare.is_empty() => roles::compare(&args.roles, terminal),
        None if !args.roles.path.is_empty() => roles::path(&args.roles, terminal),
        None if args.roles.graph => roles::graph(&args.roles, terminal),
        None => ranking::run(&args.roles, terminal),
    }
}
