//! Dead letters of a consumer group: `/rocketmq/{instance}/dead-letters`.
//!
//! The list is that of the message browser. [`resend`] gives messages to their group again, [`verify`] to one client;
//! [`marks`] remembers what was resent from here, because the service does not.

mod export;
mod marks;
mod outcomes;
mod pace;
mod page;
mod resend;
mod verify;

pub use page::DeadLettersPage;
