//! A DMS on your own machine: the REST service as the cloud answers it, with real Kafka brokers behind it.
//!
//! * [`Options`], [`start`], [`Running`]: how another program (the gateway, a test) runs the service.
//! * `server`: starting and stopping; `service`: what all parts share.
//! * `dispatch`: from a request line to one operation; `auth`: who asks; `handlers`: which function answers.
//!   A new operation is one line and one function in `handlers`.
//! * `call`, `fail`, `respond`: requests, refusals, responses.
//! * `store`: the SQLite database; `instance`: an instance in it; `views`: what the API shows of it.
//! * `lifecycle`: instances coming, restarting, growing and going; `tasks`: what is told of it; `clusters`: their
//!   brokers, `topics`, `groups`, `messages`, `access`: what they have.
//! * [`kafka`], [`rocketmq`]: the data planes behind them.
//! * `tables`: what the region offers: zones, flavours, maintenance windows.
//! * `demo`: a believable company to try things on.
//! * `control`, `faults`, `odd`, `journal`, `flow`, `clock`: what `/__local` offers to tests.

#![warn(missing_docs)]

mod access;
mod auth;
mod call;
mod clock;
mod clusters;
mod control;
mod demo;
mod dispatch;
mod fail;
mod faults;
mod flow;
mod groups;
mod handlers;
mod instance;
mod journal;
pub mod kafka;
mod lifecycle;
mod messages;
mod odd;
mod options;
mod respond;
pub mod rocketmq;
mod server;
mod service;
mod store;
mod tables;
mod tasks;
mod topics;
mod views;

pub use demo::DemoError;
pub use options::{KafkaBackend, LocalInfo, Options};
pub use server::{KafkaAddress, Running, StartError, start};
