//! DMS Console: a web console for Huawei Cloud DMS for Kafka and RocketMQ.
//!
//! The data path: [`pages`] ask for an operation of `dms_api` through [`data`], which sends it with the
//! credentials of the [`session`] and keeps the answer; [`routes`] says which page a URL means, [`lazy`]
//! fetches those that are not needed at first, and [`shell`] is what surrounds every page. [`ui`] is the component kit, [`i18n`] holds every visible text.

#![recursion_limit = "256"]

pub mod app;
pub mod data;
pub mod i18n;
pub mod json;
pub mod lazy;
pub mod order;
pub mod pages;
pub mod prelude;
pub mod routes;
pub mod session;
pub mod shell;
pub mod ui;
