//! Messages of a RocketMQ instance: `/rocketmq/{instance}/messages`, `…/messages/new`.
//!
//! What to look for stands in the address ([`ask`]); [`reader`] reads it page after page. [`browser`] joins both with the
//! table and the open message, for this page and for that of dead letters.

mod ask;
mod bar;
mod browser;
mod columns;
mod crc;
mod export;
mod link;
mod page;
mod panel;
mod produce;
mod properties;
mod reader;
mod row;
mod single;
mod status;

pub use columns::moment;
pub use link::{dead_letters_href, message_href, messages_href};
pub use page::MessagesPage;
pub use produce::NewMessagePage;
pub use row::RETRY;
