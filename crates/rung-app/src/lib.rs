//! Rung in the browser: server-rendered pages over the same rules and plans as the command line.
//!
//! The pages decide nothing. A request brings a record (a sample, or a file that is dropped on the page), the pure
//! crates judge it, and a page prints the judgement with its proof. Nothing is stored.
//!
//! * [`serve`] listens until it is told to stop; it is what `rung serve` calls;
//! * [`router`] is the site without a socket, for tests;
//! * `routes` is the site map; each strategy of the menu is a folder (`education`), `rules` is the catalogue to look
//!   into, and `shell` holds what all pages
//!   share: layout, components, assets, errors and the headers that keep other sites out.

mod about;
mod education;
mod home;
mod routes;
mod rules;
mod samples;
mod serve;
mod shell;
mod site;

pub use routes::router;
pub use serve::{ServeError, ServeOptions, serve};
pub use site::Site;
