//! `rung completions`: what a shell needs to complete commands.

use crate::{
    cli::Cli,
    failure::{End, Failure},
    output,
};
use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

/// Arguments of `rung completions`.
#[derive(Args, Debug)]
#[command(after_help = "Example:\n  rung completions bash > ~/.local/share/bash-completion/completions/rung")]
pub struct CompletionsArgs {
    /// The shell
    shell: Shell,
}

/// Prints them.
///
/// # Errors
/// Standard output cannot be written.
pub fn run(args: &CompletionsArgs) -> Result<End, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "rung", &mut script);
    output::print(&String::from_utf8_lossy(&script))?;
    Ok(End::Done)
}
