//! Answers of DMS for Kafka.

mod ces;
mod cluster;
mod disk;
mod group;
mod management;
mod message;
mod product;
mod topic;
mod user;
mod v1;
mod window;

pub use ces::*;
pub use cluster::*;
pub use disk::*;
pub use group::*;
pub use management::*;
pub use message::*;
pub use product::*;
pub use topic::*;
pub use user::*;
pub use v1::*;
pub use window::*;
