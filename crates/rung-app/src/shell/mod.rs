//! What all pages share: who looks and how, layout, components, words, forms, assets, errors, and the headers that keep
//! other sites out.
//!
//! A page about the person's own data takes a [`Visit`]; one that is the same for everybody takes a [`Frame`]. A form
//! that changes something is made by [`Frame::form`] and read by [`Posted`] or [`PostedFiles`].

pub mod assets;
pub mod components;
pub mod conflict;
pub mod faults;
mod frame;
pub mod guard;
mod judged;
mod layout;
mod local_address;
mod moment;
pub mod palette;
mod parking;
mod posted;
mod source;
mod speech;
mod standing;
mod timescale;
pub mod upload;
mod visit;
mod wanted;
mod way;
pub mod words;

pub use faults::Fault;
pub use frame::{Frame, Theme};
pub use judged::{arc, line_state, obligation_place, obligation_state};
pub use layout::{Banner, Page, Room, Toast};
pub use local_address::{LocalAddress, credit_address, held_address, path_part, with_query};
pub use parking::{Parked, Parking, Ticket};
pub use posted::{Nothing, Posted, PostedFile, PostedFiles};
pub use standing::{ComingChanges, MoveAsked, Outlook, Owed, Standing};
pub use timescale::{Share, TimeScale, days_between};
pub use visit::{Visit, with_cookie, without_copies};
pub use wanted::{Wanted, goal_name};
pub use way::{AGREED_WAY, StandingWay, agreed_way, within};
