//! The whole service over real HTTP, as the console, an SDK or a script uses it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod auth;
mod clusters;
mod control;
mod demo;
mod external;
mod instances;
mod kill;
mod lists;
mod remote;
mod restart;
mod support;
mod topics;
mod validation;
