//! Messages of a Kafka instance: `/kafka/{instance}/messages`, `…/messages/new`.
//!
//! What to read stands in the address ([`ask`]); [`reader`] reads it once and can go on, [`tail`] follows a topic. Both
//! put what they find on the [`board`], which the table and the side panel show.

mod ask;
mod bar;
mod beyond;
mod board;
mod columns;
mod delete;
mod export;
mod fetch;
mod filter;
mod filters;
mod link;
mod message;
mod page;
mod panel;
mod plan;
mod produce;
mod reader;
mod report;
mod ring;
mod saving;
mod single;
mod status;
mod tail;

pub use link::messages_href;
pub use page::MessagesPage;
pub use produce::NewMessagePage;
