//! The contract crate seen from outside.

// Helpers of tests may fail as tests do; clippy allows that only inside the test functions themselves.
#![allow(clippy::unwrap_used)]

mod catalogue;
mod disagreements;
mod errors;
mod examples;
mod facts;
mod record;
mod resize_rules;
mod robust;
mod rocketmq_rules;
mod rocketmq_variants;
mod rules;
mod settings;
mod sign;
mod time;
mod variants;
