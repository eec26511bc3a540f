//! Pages about one Kafka instance.

pub mod overview;
pub mod topics;
