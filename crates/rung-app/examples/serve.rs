//! The site on its own, with data in a folder that is thrown away: `cargo run -p rung-app --example serve -- [PORT] [YYYY-MM-DD]`.
//!
//! The day is given rather than read from a clock, so that what a browser test sees does not change overnight.

use rung_app::{Clock, ServeOptions, serve};
use rung_catalog::Catalog;
use rung_record::Date;
use rung_store::Place;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let port = arguments.next().map_or(Ok(ServeOptions::default().port), |port| port.parse())?;
    let day: Date = arguments.next().as_deref().unwrap_or("2026-11-23").parse()?;
    let options = ServeOptions { port, ..ServeOptions::default() };
    let folder = tempfile::tempdir()?;
    let place = Place::new(folder.path());
    serve(&options, &place, Catalog::shipped(), Clock::standing_at(day), |at| println!("http://{at}/"))?;
    Ok(())
}
