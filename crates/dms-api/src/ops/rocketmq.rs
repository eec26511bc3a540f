//! DMS for RocketMQ, one file per chapter of the reference.

mod instances;
mod other;
mod tasks;

pub use instances::*;
pub use other::*;
pub use tasks::*;
