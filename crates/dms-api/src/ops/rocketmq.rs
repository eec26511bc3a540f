//! DMS for RocketMQ, one file per chapter of the reference.

mod instances;
mod other;

pub use instances::*;
pub use other::*;
