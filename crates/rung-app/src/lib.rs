//! Rung in the browser: server-rendered pages over the same rules and plans as the command line.
//!
//! The pages decide nothing. The store keeps a record, the pure crates judge it, and a page prints the judgement with its
//! proof; a form changes the record through the store, and every change can be taken back.
//!
//! * [`serve`] listens until it is told to stop; it is what `rung serve` calls;
//! * [`router`] is the site without a socket, for tests;
//! * `routes` is the site map; each strategy of the menu is a folder (`education`), `rules` is the catalogue to look
//!   into, and `shell` holds what all pages
//!   share: layout, components, assets, errors and the headers that keep other sites out.

mod account;
mod calendar;
mod certifications;
mod documents;
mod education;
mod routes;
mod rules;
mod samples;
mod serve;
mod shell;
mod site;
mod today;

pub use routes::router;
pub use serve::{ServeError, ServeOptions, serve};
pub use site::{Clock, Site};
