//! Consumer groups of a RocketMQ instance: `/rocketmq/{instance}/groups`, `…/new`, `…/{group}`, `…/{group}/reset`.

mod batch_draft;
mod batch_edit;
mod clients;
mod columns;
mod consumption;
mod create;
mod delete;
mod detail;
mod draft;
mod edit;
mod form;
mod list;
mod panel;
mod peek_cells;
mod peeks;
mod places;
mod reset;
mod source;
mod tables;
mod words;

pub use create::NewGroupPage;
pub use detail::GroupPage;
pub use list::GroupsPage;
pub use peeks::{Dead, use_peeks};
pub use reset::ResetGroupPage;
pub use source::{Groups, use_groups};
