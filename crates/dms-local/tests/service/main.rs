//! The whole service over real HTTP, as the console, an SDK or a script uses it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod auth;
mod clusters;
mod control;
mod demo;
mod external;
mod instances;
mod kafka_groups;
mod kafka_messages;
mod kafka_names;
mod kafka_users;
mod kill;
mod lists;
mod monitoring;
mod reassign;
mod remote;
mod resize;
mod restart;
mod rocketmq;
mod settings;
mod support;
mod tasks;
mod topics;
mod v1;
mod validation;
