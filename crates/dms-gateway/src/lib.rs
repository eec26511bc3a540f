//! The gateway: serves the console, forwards its calls to DMS and, with `--local`, is a DMS itself.
//!
//! * [`config`]: everything that can be set; [`cli`] reads it from the command line.
//! * [`server`]: [`serve`] starts it all and hands back a [`Running`].
//! * [`static_files`]: the built console under any base path, compressed, with the right caching.
//! * [`proxy`]: `{base}proxy/{host}/...`, byte for byte, to hosts of the allow-list ([`hosts`]) only.
//! * [`metrics`]: what `/metrics` tells.

#![warn(missing_docs)]

pub mod base_path;
pub mod cli;
pub mod config;
pub mod hosts;
pub mod metrics;
pub mod origin;
pub mod proxy;
pub mod security;
pub mod server;
pub mod static_files;
mod welcome;

pub use config::Config;
pub use server::{Running, StartError, serve};
pub use welcome::welcome;
