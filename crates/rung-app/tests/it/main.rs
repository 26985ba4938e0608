//! What the site answers, by room and situation.

#![allow(clippy::unwrap_used, clippy::panic)] // The helpers of tests are tests too.

mod account;
mod calendar;
mod certifications;
mod documents;
mod education;
mod home;
mod plan;
mod practice;
mod rules;
mod serve;
mod site;
mod spanish;
mod today;
mod way;
