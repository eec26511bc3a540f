//! The contract crate seen from outside.

mod errors;
mod record;
mod rules;
mod time;
