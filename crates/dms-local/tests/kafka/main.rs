//! The Kafka data plane, driven by a Kafka client over its ports.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod durability;
mod facade;
mod groups;
mod measure;
mod reassign;
mod support;
mod topics;
