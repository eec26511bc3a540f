//! Looking after a Kafka instance: brokers, settings, sizes, tasks, the places of partitions.

mod brokers;
mod chunk;
mod compare;
mod monitoring;
mod reassign;
mod resize;
mod settings;

pub use chunk::MANAGE;
