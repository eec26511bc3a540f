//! The contract of the DMS REST API, shared by the console (WebAssembly) and the local DMS (native).
//!
//! * [`mod@operation`]: what a REST operation is; one type per operation lives under [`ops`].
//! * [`catalogue`]: the static list of all operations, and how a request line is matched to one.
//! * [`mod@record`]: tolerant reading, strict writing of answers; the answers' types live under [`models`].
//! * [`sign`]: SDK-HMAC-SHA256 request signing.
//! * [`permissions`]: the IAM action that each operation needs.
//! * [`error`]: what DMS, the API gateway and IAM answer when something is wrong.
//! * [`rules`]: validation rules as data, enforced by the console's forms and by the local DMS alike.
//! * [`config`], [`regions`]: what the console is told at start, and where the cloud's endpoints are.
//! * [`time`], [`secret`], [`mod@json_text`]: points in time as the service writes them, texts that are never shown,
//!   JSON in the order in which it was written.
//!
//! No I/O and no clock: callers bring both. Section numbers such as "K5.4.1" name a section of the DMS for
//! Kafka API reference, "R5.1.2" one of the DMS for RocketMQ API reference.

#![warn(missing_docs)]

pub mod catalogue;
pub mod config;
pub mod error;
pub mod json_text;
pub mod models;
pub mod operation;
pub mod ops;
pub mod permissions;
pub mod record;
pub mod regions;
pub mod rules;
pub mod secret;
pub mod sign;
pub mod time;

pub use config::{LocalDms, RuntimeConfig};
pub use error::ApiError;
pub use operation::{Engine, Method, Operation, Request, Scope, Spec};
pub use secret::Secret;
