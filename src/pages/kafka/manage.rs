//! Looking after a Kafka instance: brokers, settings, sizes, tasks, the places of partitions.

mod chunk;
mod compare;
mod reassign;

pub use chunk::MANAGE;
