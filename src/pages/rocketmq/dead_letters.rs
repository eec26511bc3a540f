//! Dead letters of a consumer group: `/rocketmq/{instance}/dead-letters`.
//!
//! The list is that of the message browser. [`resend`] gives messages to their group again, and [`marks`] remembers what
//! was resent from here, because the service does not. Before
//! a group is chosen, [`groups`] lists those that have any.

mod export;
mod groups;
mod marks;
mod pace;
mod page;
mod resend;

pub use page::DeadLettersPage;
