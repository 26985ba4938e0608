//! The way up, from samples and made-up records.

#![allow(clippy::unwrap_used, clippy::panic)]

mod plan;
mod remedy;
mod world;
