//! What a person reads of the values of this crate, in their language.

mod gap;
mod place;
pub mod plan;
mod rank;
mod step;

pub use gap::{because, open, open_in_file, strength};
pub use place::{amounts, asked_duty, aspect, elsewhere, everywhere, nearby_pay, only_when, pay_not_known};
pub use rank::{base_pay, class, effort, left, pay, rung, said, standing, work};
pub use step::{never, step, steps};

use rung_catalog::Catalog;

/// The name of a duty that boards speak of; its id when the catalogue lacks it.
pub fn duty_name<'a>(catalog: &'a Catalog, duty: &'a str) -> &'a str {
    catalog.duty_kinds.iter().find(|kind| kind.id == duty).map_or(duty, |kind| &kind.name)
}
