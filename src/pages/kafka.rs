//! Pages about one Kafka instance.

mod batch;
pub mod groups;
pub mod messages;
pub mod overview;
pub mod topics;
pub mod users;
