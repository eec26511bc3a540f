//! The browser tests: a real Chromium drives the built console, served by the gateway, against the local DMS, all on
//! this machine. `cargo xtask e2e` builds and runs everything; see `support` for the environment variables.
//!
//! * `flows`: what a person does, one function a test, in files by area.
//! * `pages`: what is done on a page often.
//! * `support`: the stage (driver, gateways), finding things by role and name, waiting, reports.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // they fail a test as its asserts do

mod flows;
mod pages;
mod support;

fn main() -> std::process::ExitCode {
    support::run(flows::all())
}
