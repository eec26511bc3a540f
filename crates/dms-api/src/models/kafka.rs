//! Answers of DMS for Kafka.

mod cluster;
mod group;
mod product;
mod topic;
mod window;

pub use cluster::*;
pub use group::*;
pub use product::*;
pub use topic::*;
pub use window::*;
