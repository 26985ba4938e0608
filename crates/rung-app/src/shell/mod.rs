//! What all pages share: layout, components, words, assets, errors, and the headers that keep other sites out.

pub mod assets;
pub mod components;
pub mod faults;
pub mod guard;
pub mod layout;
pub mod words;

pub use faults::Fault;
pub use layout::Page;
