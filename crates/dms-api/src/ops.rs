//! One type per REST operation, grouped by service and by chapter of its reference.
//!
//! To add one: declare it in `ops/<service>/<chapter>.rs` with [`operation!`](crate::operation!), its body beside
//! it and its answer under [`models`](crate::models), and list it in `catalogue.rs`.

pub mod iam;
pub mod kafka;
pub mod rocketmq;
pub mod shared;
