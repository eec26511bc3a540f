//! DMS for Kafka, one file per chapter of the reference.

mod groups;
mod instances;
mod management;
mod messages;
mod other;
mod reassignment;
mod resize;
mod settings;
mod tags;
mod tasks;
mod topics;
mod users;

pub mod v1;

pub use groups::*;
pub use instances::*;
pub use management::*;
pub use messages::*;
pub use other::*;
pub use reassignment::*;
pub use resize::*;
pub use settings::*;
pub use tags::*;
pub use tasks::*;
pub use topics::*;
pub use users::*;
