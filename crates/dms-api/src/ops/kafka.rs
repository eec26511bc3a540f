//! DMS for Kafka, one file per chapter of the reference.

mod instances;
mod management;
mod other;
mod reassignment;
mod resize;
mod settings;
mod tags;
mod tasks;
mod topics;

pub mod v1;

pub use instances::*;
pub use management::*;
pub use other::*;
pub use reassignment::*;
pub use resize::*;
pub use settings::*;
pub use tags::*;
pub use tasks::*;
pub use topics::*;
