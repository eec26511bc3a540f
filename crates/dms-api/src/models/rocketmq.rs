//! Answers of DMS for RocketMQ, one file per chapter of the reference.

mod broker;
mod client;
mod consumption;
mod group;
mod hierarchy;
mod message;
mod migration;
mod product;
mod topic;
mod trace;
mod user;

pub use broker::*;
pub use client::*;
pub use consumption::*;
pub use group::*;
pub use hierarchy::*;
pub use message::*;
pub use migration::*;
pub use product::*;
pub use topic::*;
pub use trace::*;
pub use user::*;

use crate::record;

record! {
    /// Answer of the operations that go on after they were taken on (R5.2.2-3, R5.3.1): a task to follow.
    pub struct JobAnswer {
        /// The task's id: 32 hex digits.
        pub job_id: String,
    }
}
