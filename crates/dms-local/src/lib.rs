//! A DMS on your own machine: the REST service as the cloud answers it, with real Kafka brokers behind it.
//!
//! * [`Options`], [`start`], [`Running`]: how another program (the gateway, a test) runs the service.
//! * `server`: the listener and the pipeline that every request takes.

#![warn(missing_docs)]

pub mod kafka;
mod options;
mod server;

pub use options::{KafkaBackend, LocalInfo, Options};
pub use server::{Running, StartError, start};
