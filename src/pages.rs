//! One file or folder per route.

pub mod instances;
pub mod kafka;
pub mod not_found;
pub mod rocketmq;
pub mod sign_in;
pub mod tools;
