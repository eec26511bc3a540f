//! Answers of DMS for Kafka.

mod ces;
mod cluster;
mod disk;
mod group;
mod management;
mod product;
mod topic;
mod v1;
mod window;

pub use ces::*;
pub use cluster::*;
pub use disk::*;
pub use group::*;
pub use management::*;
pub use product::*;
pub use topic::*;
pub use v1::*;
pub use window::*;
