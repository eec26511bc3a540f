//! What the operations answer, and the parts that several of them share.

mod instance;
mod status;
mod tag;
mod task;
mod zone;

pub mod iam;
pub mod kafka;
pub mod rocketmq;

pub use instance::*;
pub use status::*;
pub use tag::*;
pub use task::*;
pub use zone::*;
