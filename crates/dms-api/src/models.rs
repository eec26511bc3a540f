//! What the operations answer, and the parts that several of them share.

pub mod iam;
pub mod kafka;
