//! Messages of a RocketMQ instance: `/rocketmq/{instance}/messages`, `…/messages/new`.
//!
//! What to look for stands in the address ([`ask`]); [`reader`] reads it page after page. [`browser`] joins both with the
//! table and the open message, for this page and for that of dead letters; [`filters`] narrows what was read.

mod ask;
mod bar;
mod browser;
mod columns;
mod crc;
mod export;
mod filters;
mod link;
mod page;
mod panel;
mod produce;
mod properties;
mod reader;
mod row;
mod single;
mod status;

pub use bar::{AskForm, Bar};
pub use browser::Browser;
pub use columns::{builder, moment};
pub use export::{Form, save_all};
pub use link::{dead_letters_href, message_href, messages_href};
pub use page::MessagesPage;
pub use panel::{MessagePanel, PanelActions};
pub use produce::NewMessagePage;
pub use row::{DEAD, RETRY, Row, group_of};
pub use single::Loader;
pub use status::StatusLines;
