//! `rung man`: the manual.

use crate::{
    cli::Cli,
    failure::{End, Failure},
    output,
};
use clap::{Args, CommandFactory as _};
use std::path::{Path, PathBuf};

/// Arguments of `rung man`.
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  rung man | man -l -\n  rung man --out ~/.local/share/man/man1")]
pub struct ManArgs {
    /// Write a page for each command into this directory
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// Prints or writes the manual.
///
/// # Errors
/// Something cannot be written.
pub fn run(args: &ManArgs) -> Result<End, Failure> {
    let mut command = Cli::command();
    command.build();
    match &args.out {
        None => output::print(&String::from_utf8_lossy(&page(command)?))?,
        Some(dir) => {
            std::fs::create_dir_all(dir).map_err(|error| Failure::io("create", dir, &error))?;
            write_pages(&command, "rung", dir)?;
        }
    }
    Ok(End::Done)
}

fn write_pages(command: &clap::Command, name: &str, dir: &Path) -> Result<(), Failure> {
    let path = dir.join(format!("{name}.1"));
    std::fs::write(&path, page(command.clone())?).map_err(|error| Failure::io("write", &path, &error))?;
    for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
        write_pages(inner, &format!("{name}-{}", inner.get_name()), dir)?;
    }
    Ok(())
}

fn page(command: clap::Command) -> Result<Vec<u8>, Failure> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command)
        .render(&mut page)
        .map_err(|error| Failure::io("write", Path::new("the manual"), &error))?;
    Ok(page)
}
