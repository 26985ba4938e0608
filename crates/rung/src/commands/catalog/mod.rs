//! `rung catalog`: what Rung knows of the field, in plain words, and whether your own rules hold together. One file a
//! command; what they say is decided in `rung-atlas`.

mod changes;
mod check;
mod compare;
mod diff;
mod list;
mod map;
mod schema;
mod search;
mod sheet;
mod show;

use crate::{
    failure::{End, Failure},
    input::jurisdiction,
    output::english,
    term::Terminal,
};
use clap::{Args, Subcommand};
use rung_atlas::Address;
use rung_catalog::Catalog;

/// Arguments of `rung catalog`.
#[derive(Args, Debug)]
pub struct CatalogArgs {
    #[command(subcommand)]
    command: CatalogCommand,
}

#[derive(Subcommand, Debug)]
enum CatalogCommand {
    /// List credentials, or jurisdictions, bodies, duties, roles, settings, …
    List(list::ListArgs),
    /// Show a jurisdiction, a body, a credential or one fact in plain words, with sources
    Show(show::ShowArgs),
    /// Find facts by words
    Search(search::SearchArgs),
    /// Draw the jurisdictions as a map of tiles
    Map(map::MapArgs),
    /// Lay two credentials or two jurisdictions side by side
    Compare(compare::CompareArgs),
    /// Tell what changes next, and when
    Changes(changes::ChangesArgs),
    /// Tell what changed between two catalogues, and whom it touches
    Diff(diff::DiffArgs),
    /// Load the rules, look for faults in them, and run their scenarios
    Check(check::CheckArgs),
    /// Print the JSON Schema of a kind of file, for editors
    Schema(schema::SchemaArgs),
}

/// Does what the command line says.
///
/// # Errors
/// The catalogue cannot be read, or has nothing that is called so.
pub fn run(args: &CatalogArgs, terminal: Terminal) -> Result<End, Failure> {
    match &args.command {
        CatalogCommand::List(args) => list::run(args, terminal),
        CatalogCommand::Show(args) => show::run(args, terminal),
        CatalogCommand::Search(args) => search::run(args, terminal),
        CatalogCommand::Map(args) => map::run(args, terminal),
        CatalogCommand::Compare(args) => compare::run(args, terminal),
        CatalogCommand::Changes(args) => changes::run(args, terminal),
        CatalogCommand::Diff(args) => diff::run(args, terminal),
        CatalogCommand::Check(args) => check::run(args, terminal),
        CatalogCommand::Schema(args) => schema::run(args),
    }
}

/// What `text` means in the catalogue.
fn find<'a>(catalog: &'a Catalog, text: &str) -> Result<rung_atlas::Place<'a>, Failure> {
    rung_atlas::find(english(), catalog, text).map_err(|rung_atlas::NotFound { near }| {
        let failure = Failure::usage(format!("nothing in the catalogue is called \"{text}\""));
        let elsewhere =
            "`rung catalog list` shows every credential, `rung catalog search WORDS` finds by words";
        if near.is_empty() {
            return failure.hint(elsewhere);
        }
        let near: Vec<String> = near.iter().map(|address| format!("`{}`", short(address))).collect();
        failure.hint(format!("did you mean {}? {elsewhere}", near.join(" or ")))
    })
}

/// An address as one types it: without its shelf.
fn short(address: &Address) -> String {
    let whole = address.to_string();
    whole.split_once('/').map_or(whole.clone(), |(_, rest)| rest.to_owned())
}
