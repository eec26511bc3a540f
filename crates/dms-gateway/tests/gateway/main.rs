//! The gateway over real HTTP: a raw client on one side, a raw upstream on the other, so that what is compared are
//! the bytes on the wire.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test's helpers fail it as the test does

mod binary;
mod forwarding;
mod headers;
mod lifecycle;
mod origins;
mod read_only;
mod refusals;
mod static_files;
mod support;
