//! One file a command.

pub mod backup;
pub mod calendar;
pub mod catalog;
pub mod completions;
pub mod delete;
pub mod doctor;
pub mod eligibility;
pub mod explore;
pub mod export;
pub mod gap;
pub mod history;
pub mod import;
pub mod man;
pub mod plan;
pub mod restore;
pub mod serve;
pub mod status;
pub mod uan;
pub mod undo;
pub mod upgrade;

use clap::Parser as _;

use crate::{
    cli::{Cli, Command},
    failure::{End, Failure},
    term::Terminal,
};

/// Does what the command line says.
///
/// # Errors
/// Whatever kept it from being done.
pub fn run(cli: &Cli) -> Result<End, Failure> {
    let terminal = Terminal::detect(cli.color);
    let Some(command) = &cli.command else {
        // What `rung serve` without arguments is.
        return match Cli::parse_from(["rung", "serve"]).command {
            Some(Command::Serve(args)) => serve::run(&args),
            _ => Ok(End::Done),
        };
    };
    match command {
        Command::Serve(args) => serve::run(args),
        Command::Status(args) => status::run(args, terminal),
        Command::Eligibility(args) => eligibility::run(args, terminal),
        Command::Gap(args) => gap::run(args, terminal),
        Command::Explore(args) => explore::run(args, terminal),
        Command::Import(args) => import::run(args, terminal),
        Command::Export(args) => export::run(args),
        Command::Calendar(args) => calendar::run(args),
        Command::Uan(args) => uan::run(args, terminal),
        Command::Catalog(args) => catalog::run(args, terminal),
        Command::Plan(args) => plan::run(args, terminal),
        Command::History(args) => history::run(args, terminal),
        Command::Undo(args) => undo::run(args),
        Command::Backup(args) => backup::run(args, terminal),
        Command::Restore(args) => restore::run(args, terminal),
        Command::Upgrade(args) => upgrade::run(args, terminal),
        Command::Delete(args) => delete::run(args, terminal),
        Command::Doctor(args) => doctor::run(args, terminal),
        Command::Completions(args) => completions::run(args),
        Command::Man(args) => man::run(args),
    }
}
