//! The site on its own: `cargo run -p rung-app --example serve -- [PORT] [YYYY-MM-DD]`.
//!
//! The day is given rather than read from a clock, so that what a browser test sees does not change overnight.

use rung_app::{ServeOptions, serve};
use rung_catalog::Catalog;
use rung_record::Date;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let port = arguments.next().map_or(Ok(ServeOptions::default().port), |port| port.parse())?;
    let day: Date = arguments.next().as_deref().unwrap_or("2026-11-23").parse()?;
    let options = ServeOptions { port, ..ServeOptions::default() };
    serve(&options, Catalog::shipped(), move || day, |at| println!("http://{at}/"))?;
    Ok(())
}
