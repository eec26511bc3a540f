//! DMS for RocketMQ, one file per chapter of the reference.

mod consumption;
mod groups;
mod instances;
mod messages;
mod metadata;
mod other;
mod tasks;
mod topics;
mod users;

pub use consumption::*;
pub use groups::*;
pub use instances::*;
pub use messages::*;
pub use metadata::*;
pub use other::*;
pub use tasks::*;
pub use topics::*;
pub use users::*;

use crate::operation::{PathValue, QueryValue};

/// The engine in those of RocketMQ's paths that name it: always `reliability`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reliability;

impl PathValue for Reliability {
    fn path_value(&self) -> String {
        "reliability".to_owned()
    }
}

/// What makes a POST to a list a deletion: the query `action=delete`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DeleteAction;

impl QueryValue for DeleteAction {
    fn query_value(&self) -> Option<String> {
        Some("delete".to_owned())
    }
}
