//! The contract crate seen from outside.

// Helpers of tests may fail as tests do; clippy allows that only inside the test functions themselves.
#![allow(clippy::unwrap_used)]

mod errors;
mod record;
mod rules;
mod sign;
mod time;
