//! `rung serve`, and `rung` alone: the pages in the browser, for this machine only.

use crate::{
    data::{DataArg, zone},
    failure::{End, Failure},
    input::{CatalogArg, OnArg},
    output,
};
use clap::Args;
use rung_app::{Clock, ServeOptions, serve};

/// Arguments of `rung serve`.
#[derive(Args, Debug)]
pub struct ServeArgs {
    /// Listen on this port; 0 takes any free one
    #[arg(long, value_name = "PORT", default_value_t = ServeOptions::default().port)]
    port: u16,
    #[command(flatten)]
    data: DataArg,
    #[command(flatten)]
    on: OnArg,
    #[command(flatten)]
    catalog: CatalogArg,
}

/// Serves until Ctrl-C.
///
/// # Errors
/// The catalogue cannot be read, the data cannot be opened, or the port cannot be had.
pub fn run(args: &ServeArgs) -> Result<End, Failure> {
    let catalog = args.catalog.load()?;
    let options = ServeOptions { port: args.port, ..ServeOptions::default() };
    let on = args.on;
    // Nobody may be reading the address; the pages are served all the same.
    let ready = |at| drop(output::print(&format!("Rung is open at http://{at}/ (Ctrl-C closes it)\n")));
    let clock = Clock::new(move || on.day(), jiff::Timestamp::now).within(zone());
    serve(&options, &args.data.place()?, catalog, clock, ready)
        .map_err(|error| Failure::new(End::Io, error.to_string()))?;
    Ok(End::Done)
}
