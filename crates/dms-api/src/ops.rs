//! One type per REST operation, grouped by service and area.

pub mod iam;
pub mod kafka;
