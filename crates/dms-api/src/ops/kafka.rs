//! DMS for Kafka, one file per chapter of the reference.

mod topics;

pub use topics::*;
