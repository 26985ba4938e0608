//! The words that the command line understands.

use crate::{commands, failure::EXIT_CODES, term::ColorChoice};
use clap::{Parser, Subcommand};

/// The next level for pharmacy technicians: what you owe, by when, and the plan to get there.
#[derive(Parser, Debug)]
#[command(name = "rung", version, about, max_term_width = 100, after_help = EXIT_CODES)]
pub struct Cli {
    /// When to colour: auto, always or never
    #[arg(long, value_name = "WHEN", default_value = "auto", global = true, hide_possible_values = true)]
    #[arg(hide_default_value = true, display_order = 900)]
    pub color: ColorChoice,
    /// What to do; the pages in the browser when left out
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// The commands.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// Open Rung in the browser, for this machine only (also: rung alone)
    Serve(commands::serve::ServeArgs),
    /// Show what holds, what is short and by when, with proof
    Status(commands::status::StatusArgs),
    /// Tell whether a credential can be applied for, path by path
    Eligibility(commands::eligibility::EligibilityArgs),
    /// Tell what lies between the record and a role, and what would meet it
    Gap(commands::gap::GapArgs),
    /// Look at roles: the closest, the best paid, those that suit; ways between two; a move
    Explore(Box<commands::explore::ExploreArgs>),
    /// Keep a record, or add credits to it from a transcript or a spreadsheet
    Import(commands::import::ImportArgs),
    /// Print the record in its one form, or its credits as a table
    Export(commands::export::ExportArgs),
    /// Write every deadline as a calendar
    Calendar(commands::calendar::CalendarArgs),
    /// Explain ACPE activity numbers
    Uan(commands::uan::UanArgs),
    /// Look into the rules that Rung knows, and check your own
    Catalog(commands::catalog::CatalogArgs),
    /// Find the best way to meet what is owed, with proof
    Plan(commands::plan::PlanArgs),
    /// List what was changed, when and by whom
    History(commands::history::HistoryArgs),
    /// Take a change back
    Undo(commands::undo::UndoArgs),
    /// Write everything that is kept into one file, and check it
    Backup(commands::backup::BackupArgs),
    /// Put a backup in the place of what is kept now
    Restore(commands::restore::RestoreArgs),
    /// Bring the data to this version, or say what that would do
    Upgrade(commands::upgrade::UpgradeArgs),
    /// Remove everything that is kept, for good
    Delete(commands::delete::DeleteArgs),
    /// Look for what is wrong, and say what to do
    Doctor(commands::doctor::DoctorArgs),
    /// Print completions for a shell
    Completions(commands::completions::CompletionsArgs),
    /// Print the manual, or write a page for each command
    Man(commands::man::ManArgs),
}
