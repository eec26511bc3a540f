//! What happened to one message: `/rocketmq/{instance}/trace`.
//!
//! [`story`] puts the service's entries together, [`axis`] places them in time; the page tells them in sentences, on a time
//! axis and as a table.

mod axis;
mod empty;
mod page;
mod story;
mod table;
mod timeline;
mod words;

pub use page::TracePage;
