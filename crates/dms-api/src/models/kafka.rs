//! Answers of DMS for Kafka.

mod topic;

pub use topic::*;
