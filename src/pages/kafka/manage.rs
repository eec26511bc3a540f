//! Looking after a Kafka instance: brokers, settings, sizes, tasks, the places of partitions.

mod chunk;

pub use chunk::MANAGE;
