//! DMS for Kafka, one file per chapter of the reference.

mod instances;
mod management;
mod other;
mod tags;
mod topics;

pub use instances::*;
pub use management::*;
pub use other::*;
pub use tags::*;
pub use topics::*;
