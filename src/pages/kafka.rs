//! Pages about one Kafka instance.

mod chunk;
pub mod groups;
pub mod manage;
pub mod messages;
pub mod overview;
pub mod topics;
pub mod users;

pub use chunk::KAFKA;
