//! The contract of the DMS REST API, shared by the console (WebAssembly) and the local DMS (native).
//!
//! * [`operation`]: what a REST operation is; one type per operation lives under [`ops`].
//! * [`catalogue`]: the static list of all operations, and how a request line is matched to one.
//! * [`record`]: tolerant reading, strict writing of answers; the answers' types live under [`models`].
//! * [`error`]: what DMS, the API gateway and IAM answer when something is wrong.
//! * [`rules`]: validation rules as data, enforced by the console's forms and by the local DMS alike.
//! * [`sign`]: SDK-HMAC-SHA256 request signing.
//!
//! No I/O and no clock: callers bring both. Section numbers such as "K5.4.1" name a section of the DMS for
//! Kafka API reference, "R5.1.2" one of the DMS for RocketMQ API reference.

#![warn(missing_docs)]

pub mod catalogue;
pub mod models;
pub mod operation;
pub mod ops;
pub mod record;

pub use operation::{Engine, Method, Operation, Request, Scope, Spec};
