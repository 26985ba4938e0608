//! `rung`: the command line.
//!
//! Everything that decides is in the libraries; here is what touches the world: arguments, files, the clock, the
//! terminal. One file a command, under `commands/`.

mod cli;
mod commands;
mod data;
mod failure;
mod input;
mod output;
mod record_file;
mod record_home;
mod term;

use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    if rung_store::answer_as_pdf_reader() {
        return ExitCode::SUCCESS;
    }
    let cli = cli::Cli::parse();
    match commands::run(&cli) {
        Ok(end) => end.into(),
        Err(failure) => failure.report().into(),
    }
}
