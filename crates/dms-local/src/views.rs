//! What the API shows of what the service keeps.

pub mod instance;
pub mod task;
pub mod topic;
pub mod v1;
