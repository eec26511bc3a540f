//! The whole service over real HTTP, as the console, an SDK or a script uses it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod auth;
mod clusters;
mod control;
mod demo;
mod instances;
mod lists;
mod restart;
mod support;
mod topics;
mod validation;
